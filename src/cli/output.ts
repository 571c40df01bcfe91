/**
 * Files that the program writes where its user said: whole or not at all.
 */
import { lstatSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { harmless } from "../issues/show.ts";
import { CliProblem } from "./problem.ts";

/** Writes a text to a temporary name beside the path, and renames it. Errors: a CliProblem. */
export function writeOutput(path: string, text: string, clobber: boolean): void {
  refuseTarget(path, clobber);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    // wx: a file that somebody else put there is not written through.
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new CliProblem(
      `${harmless(path)} cannot be written (${(error as { code?: string }).code ?? "unknown error"})`,
    );
  }
}

/** A directory or a link is nobody's file to replace. */
function refuseTarget(path: string, clobber: boolean): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  const name = harmless(path);
  if (found.isDirectory()) throw new CliProblem(`${name} is a directory; name a file`);
  if (found.isSymbolicLink()) throw new CliProblem(`${name} is a symbolic link; name the file itself`);
  if (!clobber) throw new CliProblem(`${name} exists already, and --no-clobber was given`);
}
