/**
 * What commands that judge cases read: files of cases, a register, the instant of judgement; and what they say of rows that could
 * not be read.
 */

import {
  type CaseFile,
  type ImportedCases,
  type ImportedFile,
  readCaseFiles as readOwnFiles,
} from "../../import/index.ts";
import { type Case, type CaseResult, type Issue, isOuvreeError, type Register } from "../../index.ts";
import { harmless } from "../../issues/show.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import { readImportFlag } from "../exports/mapping-file.ts";
import { readExports } from "../exports/read-exports.ts";
import { importLines } from "../exports/tell-import.ts";
import { type Flags, readInstantWord } from "../flags/flags.ts";
import { CliProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";
import { readDocument } from "./documents.ts";

/** Files of cases, and what stands beside them. */
export interface CaseFiles {
  /** What each file held beside cases. */
  readonly files: readonly ImportedFile[];
  /** The names of the files, as they were given. */
  readonly names: readonly string[];
  /** The cases of all files; events of one id are one case. */
  readonly cases: readonly Case[];
  /** Where each case stands first: the number of the file, and the line. */
  readonly places: readonly { readonly file: number; readonly line: number }[];
  /** Ids of cases of which the reader reported something: they are counted among the bad rows. */
  readonly marred: ReadonlySet<string>;
  /** Ids of cases none of whose events could be read. */
  readonly unread: ReadonlySet<string>;
  /** Events that were told more than once. */
  readonly repeated: number;
  readonly register: Register | undefined;
  /** Of exports: what became of every row. */
  readonly imported?: ImportedCases;
  /** Types of event that they cannot tell. */
  readonly cannotTell?: readonly string[];
  /** What is told of them on stderr. */
  readonly told?: readonly string[];
}

/** Complaints shown; the rest is counted. */
const SHOWN_COMPLAINTS = 20;

/** Refuses a command line without a file of cases. */
export function refuseNoFile(command: string, { words }: Flags): void {
  if (words.length === 0)
    throw new CliProblem(`name a file of cases, or - for standard input; see ouvree ${command} --help`);
}

/** Refuses files of which no case could be read. */
export function refuseNothingRead({ cases, unread }: CaseFiles, badCases: number, { words }: Flags): void {
  const read = cases.filter(({ id }) => !unread.has(id)).length;
  if (read <= badCases) throw new CliProblem(`no case could be read from ${words.map(harmless).join(", ")}`);
}

/** Reads the files that the words name, and the register of `--register` or of one of them. */
export function readCaseFiles(flags: Flags, policy: ReadyPolicy, terminal: Terminal): CaseFiles {
  const mapping = readImportFlag(flags, policy, terminal);
  const zone = flags.one("zone");
  const stops = Object.fromEntries(
    [...policy.kinds].flatMap(([kind, { stop }]) => (stop === undefined ? [] : [[kind, stop]])),
  );
  const options = { ...(zone === undefined ? {} : { zone }), stops };
  try {
    const imported = mapping === undefined ? undefined : readExports(flags, mapping, terminal);
    const { cases, places, files, marred, unread, repeated } =
      imported ?? readOwnFiles(textsOf(flags.words, options, terminal));
    const register = readRegister(flags.one("register"), files, terminal);
    const found = { files, names: flags.words, cases, places, marred, unread, repeated, register };
    if (imported === undefined) return found;
    const { cannotTell = [] } = mapping!;
    return { ...found, imported, cannotTell, told: importLines(imported, mapping!) };
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    throw new CliProblem(error.code === "time.unknown-zone" ? error.message.replace(/^zone/, "--zone") : error.message);
  }
}

/** The texts, each read when it is its turn. */
function* textsOf(
  paths: readonly string[],
  options: Omit<CaseFile, "text" | "name">,
  terminal: Terminal,
): Generator<CaseFile> {
  for (const path of paths) {
    const name = path === "-" ? "standard input" : harmless(path);
    yield { ...options, name, text: terminal.read(path, "cases") };
  }
}

function readRegister(
  path: string | undefined,
  files: readonly ImportedFile[],
  terminal: Terminal,
): Register | undefined {
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

/**
 * Complaints go to stderr: what could not be read, and what was read with an assumption. Returns how many rows are bad.
 *
 * @param judged Then a case with an event that nobody can place is bad, too, unless its row was counted.
 */
export function complain(
  { files, marred, repeated, told = [] }: CaseFiles,
  issues: readonly Issue[],
  terminal: Terminal,
  judged: readonly CaseResult[] = [],
): { readonly bad: number; readonly badCases: number } {
  // A case may be wrong in several ways; it is one bad case.
  const badCases = new Set(issues.flatMap(({ code, path }) => (code === "case.bad-case" ? [path[1]] : []))).size;
  const rows = files.reduce((sum, file) => sum + file.badRows, 0);
  const bad = rows + badCases + judged.filter(({ id, incomplete }) => !marred.has(id) && incomplete === true).length;
  const all = [...files.flatMap(messagesOf), ...issues.map(({ message }) => message)];
  for (const message of all.slice(0, SHOWN_COMPLAINTS)) terminal.err(harmless(message));
  if (all.length > SHOWN_COMPLAINTS) terminal.err(`… and ${all.length - SHOWN_COMPLAINTS} more`);
  if (bad > 0)
    terminal.err(
      `ouvree: ${bad} of ${files.reduce((sum, file) => sum + file.rows, 0)} rows or cases could not be read whole`,
    );
  for (const line of told) terminal.err(`ouvree: ${line}`);
  const zoned = files.reduce((sum, file) => sum + file.notes.zoned, 0);
  const cut = files.reduce((sum, file) => sum + file.notes.cut, 0);
  if (zoned > 0) terminal.err(`ouvree: times without an offset, read in the zone given: ${zoned}`);
  if (cut > 0) terminal.err(`ouvree: times cut to the millisecond: ${cut}`);
  if (repeated > 0) terminal.err(`ouvree: events told more than once, counted once: ${repeated}`);
  return { bad, badCases };
}

/** Rows with one problem that are told one by one; more of them are one line. */
const TOLD_ONE_BY_ONE = 3;

/** What is said of a file, in the order of its lines. */
function messagesOf({ problems }: ImportedFile): string[] {
  const told = problems.flatMap(({ count, first, message }) =>
    count <= TOLD_ONE_BY_ONE
      ? first.map((issue) => ({ row: Number(issue.path[0]), message: issue.message }))
      : [{ row: Number(first[0]!.path[0]), message }],
  );
  return told.sort((a, b) => a.row - b.row).map(({ message }) => message);
}
