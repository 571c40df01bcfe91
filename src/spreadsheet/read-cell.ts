/**
 * Cells as times, dates, hours and truths, or refused with what to write instead.
 *
 * A time has no zone: it is read in the calendar's zone, by the rule of edges (docs/semantics.md §1).
 */
import { refuse } from "../issues/error.ts";
import { show } from "../issues/show.ts";
import { parseDate } from "../time/civil-date.ts";
import { readDuration } from "../time/duration.ts";
import { isSupportedWall, parseInstant, readInstant } from "../time/instant.ts";
import { MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND, MS_PER_UTC_DAY } from "../time/units.ts";
import { edgeMs, type Zone } from "../time/zone.ts";
import { isDate, refuseCell } from "./cell.ts";
import { type DateSystem, serialOfWall, wallOfSerial } from "./date-system.ts";

/** How a program writes times. */
export interface CellClock {
  readonly dateSystem: DateSystem;
  /** What the cell of a `Date` shows, as though it were UTC, ms; without it a `Date` is refused: it does not say in which zone it was meant. */
  wallOfDate?(date: Date): number;
}

const A_TIME = "a date and time";
const A_DATE = "a date";
const HOURS = "a number of hours";
const HOURS_CURE = 'write 4 or 4.5, "4:30" or "PT4H30M"';

/** The instant of a cell, ms; whole seconds unless it is a text with a fraction. */
export function readTime(cell: unknown, name: string, zone: Zone, clock: CellClock): number {
  if (typeof cell === "string") {
    const text = cell.trim();
    if (text.includes("[") && !hasIntl())
      refuseCell(name, A_TIME, text, "leave out the zone: this program has no time zone data");
    if (parseDate(text) !== undefined) return atWall(parseDate(text)! * MS_PER_UTC_DAY, cell, name, zone);
    return parseInstant(text) === undefined
      ? refuseCell(name, A_TIME, cell, 'give a cell with a date and time, or write "2026-03-27 17:00"')
      : readInstant(text, [name], zone);
  }
  return atWall(wallOf(cell, name, A_TIME, clock), cell, name, zone);
}

/** The epoch day of a cell; the time of day does not count. */
export function readDay(cell: unknown, name: string, clock: CellClock): number {
  if (typeof cell === "string") {
    const text = cell.trim();
    const day = parseDate(text.slice(0, 10));
    if (day === undefined || !/^([Tt ]\d|$)/.test(text.slice(10)))
      return refuseCell(name, A_DATE, cell, "write 2026-12-24");
    return day;
  }
  return Math.floor(wallOf(cell, name, A_DATE, clock) / MS_PER_UTC_DAY);
}

/** Hours of a cell, in ms, to the second. A cell that the program knows to be a duration counts as what it shows. */
export function readHours(cell: unknown, name: string, clock: CellClock): number {
  if (typeof cell === "number") {
    const seconds = Math.round((cell * MS_PER_HOUR) / MS_PER_SECOND);
    return Number.isSafeInteger(seconds * MS_PER_SECOND)
      ? seconds * MS_PER_SECOND + 0
      : refuseCell(name, HOURS, cell, HOURS_CURE);
  }
  if (typeof cell === "string") return hoursOfText(cell.trim(), name);
  if (isDate(cell) && clock.wallOfDate !== undefined) {
    // Google hands over a duration of four hours as 30 December 1899, 4:00.
    const days = serialOfWall(clock.wallOfDate(cell), "1899-12-30");
    return Math.round((days * MS_PER_UTC_DAY) / MS_PER_SECOND) * MS_PER_SECOND;
  }
  return refuseCell(name, HOURS, cell, HOURS_CURE);
}

/** A number that is not below zero. */
export function readAmount(cell: unknown, name: string): number {
  const amount = typeof cell === "string" ? Number(cell.trim()) : cell;
  if (typeof amount === "number" && Number.isFinite(amount) && amount >= 0) return amount;
  return refuseCell(name, "a number of minutes", cell, "write 0 or more");
}

/** Words for yes and no, as people write them in French and English. */
const YES = /^(true|yes|y|vrai|oui|o|x|1)$/i;
const NO = /^(false|no|n|faux|non|0)$/i;

/** TRUE or FALSE. */
export function readTruth(cell: unknown, name: string): boolean {
  if (typeof cell === "boolean") return cell;
  const text = typeof cell === "number" || typeof cell === "string" ? String(cell).trim() : "";
  if (YES.test(text)) return true;
  return NO.test(text) ? false : refuseCell(name, "TRUE or FALSE", cell, "write TRUE, FALSE, yes or no");
}

/** Whether the platform has time zone data. */
export function hasIntl(): boolean {
  return typeof Intl !== "undefined";
}

function hoursOfText(text: string, name: string): number {
  const clock = /^(-?)(\d{1,6}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (clock !== null) {
    const [, sign, hours, minutes, seconds = "0"] = clock;
    const ms = Number(hours) * MS_PER_HOUR + Number(minutes) * MS_PER_MINUTE + Number(seconds) * MS_PER_SECOND;
    return sign === "-" ? 0 - ms : ms;
  }
  if (/^[+-]?P/i.test(text)) return readDuration(text, [name]);
  return refuseCell(name, HOURS, text, HOURS_CURE);
}

function wallOf(cell: unknown, name: string, what: string, clock: CellClock): number {
  if (isDate(cell)) {
    if (clock.wallOfDate === undefined)
      return refuseCell(name, what, cell, "a Date has no wall time here; give its serial number or a text");
    const wallMs = clock.wallOfDate(cell);
    return Number.isNaN(wallMs)
      ? refuseCell(name, what, cell, "it is an invalid Date")
      : Math.round(wallMs / MS_PER_SECOND) * MS_PER_SECOND;
  }
  if (typeof cell !== "number" || !Number.isFinite(cell))
    return refuseCell(name, what, cell, "give a cell with a date and time");
  const wallMs = wallOfSerial(cell, clock.dateSystem);
  if (wallMs !== undefined) return wallMs;
  const cure =
    Math.floor(cell) === 60 ? "60 is 29 February 1900, which never was" : "its serial number is before the first date";
  return refuseCell(name, what, cell, cure);
}

function atWall(wallMs: number, cell: unknown, name: string, zone: Zone): number {
  if (isSupportedWall(wallMs)) return edgeMs(zone, wallMs);
  const cure = `${isDate(cell) ? "the date" : show(cell)} is outside the years 1900 to 2199`;
  return refuse("time.out-of-range", [name], "a time of the years 1900 to 2199", cell, cure);
}
