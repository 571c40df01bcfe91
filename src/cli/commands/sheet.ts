/**
 * `ouvree sheet`: a calendar as a workbook of plain formulas, or compiled for a cell.
 */

import { type Calendar, isOuvreeError } from "../../index.ts";
import { harmless, show } from "../../issues/show.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import { compileCalendar } from "../../spreadsheet/index.ts";
import { FIRST_SHEET_YEAR, promisesOf, spokenYears, writeWorkbook, type Years } from "../../workbook/index.ts";
import { readCalendar, readPolicy } from "../files/policies.ts";
import { type Flags, readFlags } from "../flags/flags.ts";
import { readLanguage } from "../output/answer-output.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import type { Terminal } from "../terminal.ts";

/** Rows of tickets, unless given, and at most: with more, spreadsheets answer slowly. */
const [USUAL_ROWS, MOST_ROWS] = [1_000, 20_000];
/** Years of one workbook: its hidden sheet has a row for each window. */
const MOST_YEARS = 30;

/** What a cell of Excel holds; of the programs that we know it holds least. */
const CELL_CHARACTERS = 32_767;

/** What `ouvree sheet --help` prints. */
export const SHEET_HELP: string = `ouvree sheet --calendar FILE | --policy P --years 2024-2028 --out FILE.xlsx|FILE.json

Writes a workbook of plain formulas, for Excel, LibreOffice and Google Sheets with nothing installed: paste tickets, read
deadlines, statuses and callbacks; a summary; a calculator; the holidays by name. Or the compiled calendar as JSON, for a cell that
the functions of a spreadsheet read (docs/spreadsheets.md).

  --calendar FILE     a calendar definition (JSON or YAML)
  --policy P          a policy file, or a preset: its own calendar, and its promises in hours of open time (clip-industrie)
  --years Y-Y         the years that it answers for, or one: ${FIRST_SHEET_YEAR} to 2199, ${MOST_YEARS} at most; outside them it says #N/A
  --out FILE          where it is written: a name that ends in .xlsx, or in .json for a compiled calendar
  --rows N            of a workbook: rows of tickets with formulas, ${USUAL_ROWS} unless given, ${MOST_ROWS} at most
  --no-clobber        write no file that is there already
  --lang L            of a workbook: en (default) or fr

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
  if (/\.json$/i.test(out)) {
    for (const flag of ["rows", "lang"])
      if (flags.one(flag) !== undefined) throw new CliProblem(`--${flag} is for a workbook; ${show(out)} is none`);
    const text = compiledText(calendar, years);
    terminal.write(out, `${text}\n`, write);
    terminal.out(`${harmless(out)}: the compiled calendar of ${spokenYears(years)}, ${text.length} characters\n`);
    if (text.length > CELL_CHARACTERS)
      terminal.err(`ouvree: a cell of Excel holds ${CELL_CHARACTERS} characters; compile fewer years for one`);
    return EXIT.ok;
  }
  const { promises, leftOut } = policy === undefined ? { promises: [], leftOut: [] } : promisesOf(policy);
  const { tzdata } = terminal;
  const options = { years, rows, lang, promises, leftOut, ...(tzdata === undefined ? {} : { tzdata }) };
  return written(calendar, options).then((bytes) => {
    terminal.write(out, bytes, write);
    terminal.out(`${harmless(out)} is written\n`);
    for (const why of ["days", "hours", "calendar"] as const) {
      const ids = leftOut.filter((each) => each.why === why).map(({ id }) => id);
      if (ids.length > 0) terminal.out(`left out, ${WHY_LEFT_OUT[why]}: ${harmless(ids.join(", "))}\n`);
    }
    return EXIT.ok;
  });
}

/** Why a workbook cannot judge a promise. */
const WHY_LEFT_OUT = {
  days: "since it is in days, and a workbook judges hours of open time",
  hours: "since it counts other hours than open time",
  calendar: "since it has a calendar of its own",
} as const;

function compiledText(calendar: Calendar<"ms">, { first, last }: Years): string {
  return refusedYears(() => JSON.stringify(compileCalendar(calendar, { from: `${first}-01-01`, to: `${last}-12-31` })));
}

async function written(calendar: Calendar<"ms">, options: Parameters<typeof writeWorkbook>[1]): Promise<Uint8Array> {
  return refusedYears(() => writeWorkbook(calendar, options));
}

/** Runs what only the years can be wrong of. */
function refusedYears<T>(run: () => T): T {
  try {
    return run();
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
  if (/[^/\\]\.(xlsx|json)$/i.test(text)) return text;
  throw new CliProblem(`--out: ${show(text)} does not end in .xlsx, as the name of a workbook does, nor in .json`);
}

function readRows(text: string | undefined): number {
  if (text === undefined) return USUAL_ROWS;
  const rows = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (rows < 1 || rows > MOST_ROWS)
    throw new CliProblem(`--rows: ${show(text)} is no number of rows from 1 to ${MOST_ROWS}`);
  return rows;
}

/** The calendar, and the policy that has it, if one is named. */
function readSubject(flags: Flags, terminal: Terminal): { calendar: Calendar<"ms">; policy?: ReadyPolicy } {
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
