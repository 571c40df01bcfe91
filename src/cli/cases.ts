/**
 * What commands that judge cases read: files of cases, a register, the instant of judgement; and what they say of rows that could
 * not be read.
 */
import { type Imported, readCases } from "../import/index.ts";
import { type Case, type Issue, isOuvreeError, type Policy, type Register } from "../index.ts";
import { harmless } from "../issues/show.ts";
import { readDocument } from "./documents.ts";
import { type Flags, readInstantWord } from "./flags.ts";
import { CliProblem } from "./problem.ts";
import type { Terminal } from "./terminal.ts";

/** Files of cases, and what stands beside them. */
export interface CaseFiles {
  readonly files: readonly Imported[];
  /** The names of the files, as they were given. */
  readonly names: readonly string[];
  readonly cases: readonly Case[];
  readonly register: Register | undefined;
}

/** Complaints shown; the rest is counted. */
const SHOWN_COMPLAINTS = 20;

/** Refuses a command line without a file of cases. */
export function refuseNoFile(command: string, { words }: Flags): void {
  if (words.length === 0)
    throw new CliProblem(`name a file of cases, or - for standard input; see ouvree ${command} --help`);
}

/** Refuses files of which no case could be read. */
export function refuseNothingRead({ cases }: CaseFiles, badCases: number, { words }: Flags): void {
  if (cases.length === badCases) throw new CliProblem(`no case could be read from ${words.map(harmless).join(", ")}`);
}

/** Reads the files that the words name, and the register of `--register` or of one of them. */
export function readCaseFiles(flags: Flags, policy: Policy, terminal: Terminal): CaseFiles {
  const zone = flags.one("zone");
  const stops = Object.fromEntries(
    [...policy.kinds].flatMap(([kind, { stop }]) => (stop === undefined ? [] : [[kind, stop]])),
  );
  const files = flags.words.map((path) => readFile(path, { ...(zone === undefined ? {} : { zone }), stops }, terminal));
  const register = readRegister(flags.one("register"), files, terminal);
  return { files, names: flags.words, register, cases: files.flatMap((file): readonly Case[] => file.cases) };
}

function readFile(
  path: string,
  options: { zone?: string; stops: Record<string, string> },
  terminal: Terminal,
): Imported {
  const name = path === "-" ? "standard input" : harmless(path);
  try {
    return readCases(terminal.read(path), { ...options, name });
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    throw new CliProblem(error.code === "time.unknown-zone" ? error.message.replace(/^zone/, "--zone") : error.message);
  }
}

function readRegister(path: string | undefined, files: readonly Imported[], terminal: Terminal): Register | undefined {
  const given = [
    ...(path === undefined ? [] : [readDocument(path, terminal)]),
    ...files.flatMap(({ register }) => register ?? []),
  ];
  if (given.length > 1) throw new CliProblem("more than one register is given; keep one");
  const [register] = given;
  if (register === undefined) return undefined;
  if (typeof register !== "object" || register === null || Array.isArray(register)) {
    throw new CliProblem(
      `${path === undefined ? "register" : harmless(path)} is no register; write { "customers": […] }`,
    );
  }
  return register as Register;
}

/** The instant of judgement: `--as-of`, else now; where `CI` is set it must be said. */
export function readAsOf(flags: Flags, terminal: Terminal): number {
  const text = flags.one("as-of");
  if (text !== undefined) return readInstantWord(text, "--as-of", flags.one("zone"), terminal);
  if ((terminal.env.CI ?? "") !== "")
    throw new CliProblem("say --as-of: in CI the same commit must give the same verdict");
  return terminal.nowMs();
}

/** Complaints go to stderr: what could not be read, and what was read with an assumption. Returns how many rows are bad. */
export function complain(
  { files }: CaseFiles,
  issues: readonly Issue[],
  terminal: Terminal,
): { readonly bad: number; readonly badCases: number } {
  // A case may be wrong in several ways; it is one bad case.
  const badCases = new Set(issues.flatMap(({ code, path }) => (code === "case.bad-case" ? [path[1]] : []))).size;
  const bad = files.reduce((sum, file) => sum + file.badRows, 0) + badCases;
  const all = [...files.flatMap((file) => file.issues), ...issues];
  for (const issue of all.slice(0, SHOWN_COMPLAINTS)) terminal.err(harmless(issue.message));
  if (all.length > SHOWN_COMPLAINTS) terminal.err(`… and ${all.length - SHOWN_COMPLAINTS} more`);
  if (bad > 0)
    terminal.err(
      `ouvree: ${bad} of ${files.reduce((sum, file) => sum + file.rows, 0)} rows or cases could not be read whole`,
    );
  const zoned = files.reduce((sum, file) => sum + file.notes.zoned, 0);
  const cut = files.reduce((sum, file) => sum + file.notes.cut, 0);
  if (zoned > 0) terminal.err(`ouvree: times without an offset, read in the zone given: ${zoned}`);
  if (cut > 0) terminal.err(`ouvree: times cut to the millisecond: ${cut}`);
  return { bad, badCases };
}
