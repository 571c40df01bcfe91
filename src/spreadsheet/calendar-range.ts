/**
 * A calendar written on a sheet: a word in the first cell of each row says what the others are.
 *
 * `Time zone | Europe/Paris`, `Hours | mon-fri | 09:00-12:00 | 14:00-17:00`, `Holidays | FR`, `Closed | 2026-12-24`,
 * `Exception | 2026-12-31 | 09:00-12:00`… Rows that begin with a blank cell or with # are remarks. Source: docs/spreadsheets.md.
 */
import { isOuvreeError, OuvreeError, refuse } from "../issues/error.ts";
import { isList } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import { type Issue, makeIssue, type PathStep } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { readOptions } from "../issues/options.ts";
import { show } from "../issues/show.ts";
import type { CalendarDefinition } from "../schedule/definition.ts";
import { readDefinition } from "../schedule/read-definition.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { formatDate } from "../time/civil-date.ts";
import { type Cell, type CellRange, isBlank, isDate } from "./cell.ts";
import { DATE_SYSTEMS } from "./date-system.ts";
import { type CellClock, readDay } from "./read-cell.ts";

/** A part of the definition that rows add to: the calendar, or one of its versions. */
interface Part {
  readonly path: readonly PathStep[];
  readonly members: Record<string, unknown>;
}

interface Sheet {
  readonly clock: CellClock;
  readonly definition: Record<string, unknown>;
  part: Part;
  /** Row by the path of what it wrote, as JSON. */
  readonly rows: Map<string, number>;
  readonly issues: Issue[];
}

/** What a row says: its number from 1, and its cells after the word. */
interface Row {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Words of the first column, and what they do. */
const WORDS: Readonly<Record<string, (sheet: Sheet, row: Row) => void>> = {
  name: (sheet, row) => put(sheet, row, sheet.definition, [], "name", textOf(sheet, row.cells[0])),
  "time zone": (sheet, row) => put(sheet, row, sheet.definition, [], "timeZone", textOf(sheet, row.cells[0])),
  hours: (sheet, row) => putByKey(sheet, row, "week", textOf(sheet, row.cells[0])),
  holidays: addHolidays,
  reopen: (sheet, row) =>
    add(
      sheet,
      row,
      "reopen",
      row.cells.map((cell) => textOf(sheet, cell)),
    ),
  closed: (sheet, row) => add(sheet, row, "closures", [closureOf(sheet, row.cells)]),
  exception: (sheet, row) => putByKey(sheet, row, "exceptions", textOf(sheet, row.cells[0])),
  from: startVersion,
};

/**
 * The definition that a range of cells writes.
 *
 * Errors: `spreadsheet.bad-calendar` and those of a definition, all of them, each with its row.
 *
 * @example definitionOfRange([["Time zone", "UTC"], ["Hours", "mon-fri", "09:00-17:00"]]).week // { 'mon-fri': [ '09:00-17:00' ] }
 */
export function definitionOfRange(range: CellRange, clock?: CellClock): CalendarDefinition {
  const given = readOptions(clock, ["dateSystem", "wallOfDate"], "definitionOfRange");
  const { dateSystem = "1900", wallOfDate } = given;
  if (!(DATE_SYSTEMS as readonly unknown[]).includes(dateSystem)) {
    const cure = `${show(dateSystem)} is no date system; use ${DATE_SYSTEMS.join(", ")}`;
    refuse("calendar.bad-option", ["dateSystem"], DATE_SYSTEMS.join(", "), dateSystem, cure);
  }
  if (wallOfDate !== undefined && typeof wallOfDate !== "function")
    refuse("calendar.bad-option", ["wallOfDate"], "a function", wallOfDate, `${show(wallOfDate)} is no function`);
  const what = "a range of cells: rows of cells";
  return readForeign(range, ["range"], "spreadsheet.bad-calendar", what, () => {
    if (!isList(range)) refuse("spreadsheet.bad-calendar", ["range"], what, range, `${show(range)} is not ${what}`);
    Array.from(range as CellRange).forEach((row, index) => {
      if (!isList(row))
        refuse("spreadsheet.bad-calendar", ["range", index], "a row of cells", row, `${show(row)} is no row of cells`);
      Array.from(row as readonly Cell[]).forEach((cell, column) => {
        if (isDate(cell) || cell === null || ["undefined", "string", "number", "boolean"].includes(typeof cell)) return;
        const path = ["range", index, column];
        refuse("spreadsheet.bad-calendar", path, "a cell", cell, `${show(cell)} is no value of a cell`);
      });
    });
    return scheduleOfRange(range, { ...given, dateSystem } as CellClock).definition;
  });
}

/** {@link definitionOfRange}, made ready. */
export function scheduleOfRange(range: CellRange, clock: CellClock): Schedule {
  const definition: Record<string, unknown> = {};
  const part = { path: [], members: definition };
  const sheet: Sheet = { clock, definition, part, rows: new Map(), issues: [] };
  range.forEach((cells, index) => {
    readRow(sheet, index + 1, cells);
  });
  try {
    const schedule = readDefinition(definition);
    if (sheet.issues.length === 0) return schedule;
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    // A row that was left out may be all that is missing: then what it said itself is enough.
    if (sheet.issues.length === 0) sheet.issues.push(...error.issues.map((issue) => placed(sheet, issue)));
  }
  const [first, ...rest] = sheet.issues;
  throw new OuvreeError([first!, ...rest]);
}

function readRow(sheet: Sheet, number: number, [head, ...rest]: readonly Cell[]): void {
  if (isBlank(head) || String(head).startsWith("#")) return;
  const word = String(head).trim().replace(/:$/, "").trim().toLowerCase();
  if (!Object.hasOwn(WORDS, word)) {
    const cure = `${show(head)} is no word of a calendar${didYouMean(word, Object.keys(WORDS))}`;
    sheet.issues.push(issueOf(number, Object.keys(WORDS).join(", "), head, cure));
    return;
  }
  let last = rest.length;
  while (last > 0 && isBlank(rest[last - 1])) last--;
  if (last === 0) {
    sheet.issues.push(issueOf(number, "a value", head, `${show(head)} says nothing: write it in the next cell`));
    return;
  }
  WORDS[word]!(sheet, { number, cells: rest.slice(0, last) });
}

/** A key that may stand once. */
function put(sheet: Sheet, { number }: Row, to: object, path: readonly PathStep[], key: string, value: unknown): void {
  const place = JSON.stringify([...path, key]);
  const before = sheet.rows.get(place);
  if (before === undefined) {
    sheet.rows.set(place, number);
    Object.defineProperty(to, key, { value, enumerable: true, configurable: true, writable: true });
  } else
    sheet.issues.push(
      issueOf(number, "each once", key, `${show(key)} is in row ${before} already; leave one of the two`),
    );
}

/** `week` and `exceptions`: windows by key, one row a key. */
function putByKey(sheet: Sheet, row: Row, member: string, key: string): void {
  const { path, members } = sheet.part;
  members[member] ??= {};
  const windows = row.cells.slice(1).filter((cell) => !isBlank(cell));
  put(
    sheet,
    row,
    members[member] as object,
    [...path, member],
    key,
    windows.flatMap((cell) => windowsOf(sheet, cell)),
  );
}

/** Lists to which each row adds. */
function add(sheet: Sheet, { number }: Row, member: string, values: readonly unknown[]): void {
  const { path, members } = sheet.part;
  members[member] ??= [];
  const list = members[member] as unknown[];
  for (const value of values) {
    sheet.rows.set(JSON.stringify([...path, member, list.length]), number);
    list.push(value);
  }
}

/** Sources by name; dates are a list, which covers their whole years. */
function addHolidays(sheet: Sheet, row: Row): void {
  const texts = row.cells.filter((cell) => !isBlank(cell)).map((cell) => textOf(sheet, cell));
  const dates = texts.filter((text) => /^\d{4}-\d{2}-\d{2}$/.test(text));
  const sources = texts.filter((text) => !dates.includes(text));
  add(sheet, row, "holidays", dates.length === 0 ? sources : [...sources, { dates }]);
}

/** Dates from one to another, a part of a date, or one date; then a name. */
function closureOf(sheet: Sheet, cells: readonly Cell[]): unknown {
  const [from, second, third] = cells.map((cell) => (isBlank(cell) ? undefined : textOf(sheet, cell)));
  const part = /^(\d\d:\d\d)\s*-\s*(\d\d:\d\d)$/.exec(second ?? "");
  const name = third === undefined ? {} : { name: third };
  if (part !== null) return { date: from, from: part[1], to: part[2], ...name };
  if (second === undefined) return third === undefined ? from : { date: from, ...name };
  // A name in the second cell: nobody calls a closure like a date.
  return /^\d{4}-/.test(second) ? { from, to: second, ...name } : { date: from, name: second };
}

function startVersion(sheet: Sheet, row: Row): void {
  sheet.definition["versions"] ??= [];
  const versions = sheet.definition["versions"] as unknown[];
  const path = ["versions", versions.length];
  const [from, name] = row.cells.map((cell) => textOf(sheet, cell));
  const members = { from, ...(name === undefined ? {} : { name }) };
  versions.push(members);
  sheet.rows.set(JSON.stringify(path), row.number);
  sheet.part = { path, members };
}

/** "09:00-12:00, 14:00-17:00" in one cell is two windows. */
function windowsOf(sheet: Sheet, cell: Cell): string[] {
  return textOf(sheet, cell)
    .split(/[,;]/)
    .map((text) => text.trim().replace(/\s*[-–]\s*/, "-"))
    .filter((text) => text !== "");
}

/** A cell as a definition writes it: a date as YYYY-MM-DD. */
function textOf({ clock }: Sheet, cell: Cell): string {
  if (isDate(cell) || (typeof cell === "number" && cell >= 1)) return formatDate(readDay(cell, "date", clock));
  return cell === undefined || cell === null ? "" : String(cell).trim();
}

/** An issue of the definition, at the row that wrote what it is about. */
function placed({ rows }: Sheet, { path, expected, received, message, code }: Issue): Issue {
  for (let length = path.length; length > 0; length--) {
    const row = rows.get(JSON.stringify(path.slice(0, length)));
    if (row !== undefined)
      return Object.freeze({ code, path: [row], expected, received, message: `row ${row}: ${message}` });
  }
  return Object.freeze({ code, path, expected, received, message });
}

function issueOf(number: number, expected: string, value: unknown, cure: string): Issue {
  return { ...makeIssue("spreadsheet.bad-calendar", [], expected, value, `row ${number}: ${cure}`), path: [number] };
}
