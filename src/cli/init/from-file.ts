/**
 * `ouvree init --from`: the export that a first policy is made for, and the mapping of its columns.
 */
import { type GuessedMapping, guessMapping, importCasesSync } from "../../import/index.ts";
import { isOuvreeError } from "../../index.ts";
import { harmless } from "../../issues/show.ts";
import { guessText } from "../exports/guess-text.ts";
import { sourcesOf } from "../exports/read-exports.ts";
import type { Flags } from "../flags/flags.ts";
import { CliProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";
import type { Answers } from "./answers.ts";
import { type FileShape, shapeOf } from "./file-shape.ts";

/** The export that a policy is made for. */
export interface FromFile {
  readonly path: string;
  readonly mappingPath: string;
  readonly guess: GuessedMapping;
  readonly shape: FileShape;
}

/** Guesses the mapping of the export, and sees what is in it. */
export function readFrom(flags: Flags, terminal: Terminal, check: (path: string) => void): FromFile | undefined {
  const path = flags.one("from");
  if (path === undefined) {
    if (flags.has("mapping")) throw new CliProblem("--mapping goes with --from");
    return undefined;
  }
  if (path === "-") throw new CliProblem("--from: name a file; standard input can be read once, and it is read twice");
  const mappingPath = flags.one("mapping") ?? "import.yaml";
  check(mappingPath);
  // Hours are in one zone; times without an offset are taken for its, which the mapping says.
  const zone = flags.one("zone");
  try {
    const options = zone === undefined ? {} : { zone };
    const guess = guessMapping(sourcesOf([path], terminal), options);
    const cases = importCasesSync(sourcesOf([path], terminal), { zone: "UTC", ...options, mapping: guess.mapping });
    const shape = shapeOf(cases, guess.mapping);
    if (shape.kinds.length === 0) throw new CliProblem(`--from: no case could be read from ${harmless(path)}`);
    return { path, mappingPath, guess, shape };
  } catch (error) {
    if (isOuvreeError(error)) throw new CliProblem(`--from: ${error.message}`);
    throw error;
  }
}

/** Writes the mapping, in the zone that was answered; what the file does not tell is told. */
export function writeMapping(
  { mappingPath, guess }: FromFile,
  { zone }: Answers,
  out: string,
  flags: Flags,
  terminal: Terminal,
): void {
  const questions = guess.questions.filter((question) => !question.startsWith("in which zone"));
  const { out: text, err } = guessText({
    ...guess,
    questions,
    mapping: guess.mapping.zone === undefined ? { ...guess.mapping, zone: zone.trim() } : guess.mapping,
  });
  terminal.write(mappingPath, text, { noClobber: !flags.has("force") });
  for (const line of err) terminal.err(`ouvree: ${line}`);
  if (out !== "-") terminal.out(`${harmless(mappingPath)} is written: what the columns of the file mean\n`);
}
