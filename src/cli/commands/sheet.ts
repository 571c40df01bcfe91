/**
 * `ouvree sheet`: a calendar as a workbook of plain formulas.
 */
import { type Calendar, isOuvreeError, type Policy } from "../../index.ts";
import { harmless, show } from "../../issues/show.ts";
import { FIRST_SHEET_YEAR, promisesOf, writeWorkbook, type Years } from "../../workbook/index.ts";
import { readLanguage } from "../answer-output.ts";
import { type Flags, readFlags } from "../flags.ts";
import { readCalendar, readPolicy } from "../policies.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import type { Terminal } from "../terminal.ts";

/** Rows of tickets, unless given, and at most: with more, spreadsheets answer slowly. */
const [USUAL_ROWS, MOST_ROWS] = [1_000, 20_000];
/** Years of one workbook: its hidden sheet has a row for each window. */
const MOST_YEARS = 30;

/** What `ouvree sheet --help` prints. */
export const SHEET_HELP: string = `ouvree sheet --calendar FILE | --policy P --years 2024-2028 --out FILE.xlsx

Writes a workbook of plain formulas, for Excel, LibreOffice and Google Sheets with nothing installed: paste tickets, read
deadlines, statuses and callbacks; a summary; a calculator; the holidays by name.

  --calendar FILE     a calendar definition (JSON)
  --policy P          a policy file, or a preset: its own calendar, and its promises in hours of open time (clip-industrie)
  --years Y-Y         the years that it answers for, or one: ${FIRST_SHEET_YEAR} to 2199, ${MOST_YEARS} at most; outside them it says #N/A
  --out FILE          where it is written: a name that ends in .xlsx
  --rows N            rows of tickets with formulas, ${USUAL_ROWS} unless given, ${MOST_ROWS} at most
  --no-clobber        write no file that is there already
  --lang L            en (default) or fr

Exit codes: 0 written, 2 not.

Example: ouvree sheet --policy clip-industrie --years 2024-2028 --rows 50 --out desk.xlsx`;

/** Its flags. */
export const SHEET_FLAGS = {
  calendar: { type: "string" },
  policy: { type: "string" },
  years: { type: "string" },
  out: { type: "string" },
  rows: { type: "string" },
  "no-clobber": { type: "boolean" },
  lang: { type: "string", values: ["en", "fr"] },
  help: { type: "boolean", short: "h" },
} as const;

/** Runs the command. */
export function sheet(args: readonly string[], terminal: Terminal): ExitCode | Promise<ExitCode> {
  const flags = readFlags("sheet", args, SHEET_FLAGS);
  if (flags.has("help")) {
    terminal.out(`${SHEET_HELP}\n`);
    return EXIT.ok;
  }
  if (flags.words.length > 0)
    throw new CliProblem(`sheet takes no words, but ${show(flags.words[0])}; see ouvree sheet --help`);
  const years = readYears(flags.one("years"));
  const out = readOut(flags.one("out"));
  const rows = readRows(flags.one("rows"));
  const lang = readLanguage(flags);
  const write = { noClobber: flags.has("no-clobber") };
  terminal.checkWrite(out, write);
  const { calendar, policy } = readSubject(flags, terminal);
  const { promises, leftOut } = policy === undefined ? { promises: [], leftOut: [] } : promisesOf(policy);
  const { tzdata } = terminal;
  const options = { years, rows, lang, promises, leftOut, ...(tzdata === undefined ? {} : { tzdata }) };
  return written(calendar, options).then((bytes) => {
    terminal.write(out, bytes, write);
    terminal.out(`${harmless(out)} is written\n`);
    if (leftOut.length > 0)
      terminal.out(`left out, as a workbook judges hours of open time alone: ${harmless(leftOut.join(", "))}\n`);
    return EXIT.ok;
  });
}

async function written(calendar: Calendar<"ms">, options: Parameters<typeof writeWorkbook>[1]): Promise<Uint8Array> {
  try {
    return await writeWorkbook(calendar, options);
  } catch (error) {
    if (isOuvreeError(error)) throw new CliProblem(`--years: ${error.message}`);
    throw error;
  }
}

function readYears(text: string | undefined): Years {
  if (text === undefined) throw new CliProblem("say which years: --years 2024-2028");
  const match = /^(\d{4})(?:-(\d{4}))?$/.exec(text);
  if (match === null) throw new CliProblem(`--years: ${show(text)} is no year and no years; write 2024-2028`);
  const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
  if (first < FIRST_SHEET_YEAR || last > LAST_YEAR)
    throw new CliProblem(
      `--years: ${show(text)} goes beyond ${FIRST_SHEET_YEAR} to ${LAST_YEAR}, the years of which all spreadsheets know the dates`,
    );
  if (last < first) throw new CliProblem(`--years: ${show(text)} ends before it begins; write ${last}-${first}`);
  if (last - first >= MOST_YEARS)
    throw new CliProblem(`--years: ${show(text)} is more than ${MOST_YEARS} years; write several workbooks`);
  return { first, last };
}

/** The last year that the library answers for. */
const LAST_YEAR = 2199;

function readOut(text: string | undefined): string {
  if (text === undefined) throw new CliProblem("say where it is written: --out desk.xlsx");
  if (/[^/\\]\.xlsx$/i.test(text)) return text;
  throw new CliProblem(`--out: ${show(text)} does not end in .xlsx, as the name of a workbook does`);
}

function readRows(text: string | undefined): number {
  if (text === undefined) return USUAL_ROWS;
  const rows = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (rows < 1 || rows > MOST_ROWS)
    throw new CliProblem(`--rows: ${show(text)} is no number of rows from 1 to ${MOST_ROWS}`);
  return rows;
}

/** The calendar, and the policy that has it, if one is named. */
function readSubject(flags: Flags, terminal: Terminal): { calendar: Calendar<"ms">; policy?: Policy } {
  const [file, name] = [flags.one("calendar"), flags.one("policy")];
  if (name === undefined || file !== undefined) return { calendar: readCalendar(file, name, terminal) };
  const policy = readPolicy(name, terminal);
  const calendar = policy.calendars.get(policy.document.calendar)!;
  const isOne = policy.versions.every(
    (version) => version.rules.length === 0 && version.calendars.get(version.calendar) === calendar,
  );
  if (!isOne)
    terminal.err(
      `ouvree: ${show(policy.document.calendar)} is the calendar of all tickets in it; the policy has others, by rules or from a date on`,
    );
  return { calendar, policy };
}
