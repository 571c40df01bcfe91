/**
 * For which dates iCalendar is written: what callers may say, checked.
 */
import type { Calendar, InstantInput, Output } from "../index.ts";
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import { readOptions } from "../issues/options.ts";
import { show } from "../issues/show.ts";
import { epochDayOf, FIRST_YEAR, LAST_YEAR, readDate } from "../time/civil-date.ts";
import { readInstant } from "../time/instant.ts";
import { MS_PER_UTC_DAY } from "../time/units.ts";
import { edgeMs, readZone, type Zone } from "../time/zone.ts";

/** The dates that are written, and what a file of iCalendar must have beside. */
export interface WriteOptions {
  /** A civil year, instead of `from` and `to`. */
  readonly year?: number;
  /** First civil date. */
  readonly from?: string;
  /** Last civil date, included. */
  readonly to?: string;
  /** When the data was made (DTSTAMP); the start of the period unless given, since no clock is read. */
  readonly stamp?: InstantInput;
  /**
   * What tells the events of this calendar from those of another, in their UIDs; the calendar's name unless given, else its
   * definition. With an id or a name an event keeps its UID when the hours change.
   */
  readonly id?: string;
}

/** The options, read. */
export interface WritePlan {
  readonly zone: Zone;
  readonly fromDay: number;
  readonly toDay: number;
  /** The period as instants, half-open. */
  readonly startMs: number;
  readonly endMs: number;
  readonly stampMs: number;
  /** Sixteen hexadecimal digits that stand for the calendar. */
  readonly key: string;
}

/** Checks calendar and options. Errors: `calendar.bad-option`, `time.bad-date`, `time.bad-period`, `time.bad-instant`… */
export function writePlan<O extends Output>(
  calendar: Calendar<O>,
  options: WriteOptions,
  whose: string,
  names: readonly string[] = [],
): WritePlan & { readonly given: Readonly<Record<string, unknown>> } {
  const given = readOptions(options, [...NAMES, ...names], whose, { needed: "{ year: 2026 }" });
  const isCalendar = readForeign(calendar, ["calendar"], "calendar.bad-option", "a calendar", () =>
    isAskable(calendar),
  );
  if (!isCalendar) {
    const cure = "the calendar must be one that createCalendar made";
    refuse("calendar.bad-option", ["calendar"], "a calendar", calendar, cure);
  }
  const { definition } = calendar;
  const zone = readZone(definition.timeZone, ["timeZone"]);
  const [fromDay, toDay] = readPeriod(given as WriteOptions);
  const startMs = edgeMs(zone, fromDay * MS_PER_UTC_DAY);
  const { stamp, id } = given as WriteOptions;
  if (id !== undefined && typeof id !== "string")
    refuse("calendar.bad-option", ["id"], "a text", id, `${show(id)} is no id; write a text`);
  return {
    given,
    zone,
    fromDay,
    toDay,
    startMs,
    endMs: edgeMs(zone, (toDay + 1) * MS_PER_UTC_DAY),
    stampMs: stamp === undefined ? startMs : readInstant(stamp, ["stamp"], undefined, { calendarZone: zone }),
    key: hashOf(id ?? definition.name ?? JSON.stringify(definition)),
  };
}

const NAMES = ["year", "from", "to", "stamp", "id"];

/** By the mark that a calendar carries: this entry sees the main one through its types alone. */
function isAskable(calendar: unknown): boolean {
  return isObject(calendar) && Object.hasOwn(calendar, Symbol.for("ouvree.calendar.inside"));
}

function readPeriod({ year, from, to }: WriteOptions): readonly [fromDay: number, toDay: number] {
  if (year !== undefined && from === undefined && to === undefined) {
    if (Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR)
      return [epochDayOf(year, 1, 1), epochDayOf(year, 12, 31)];
    return refuse("time.out-of-range", ["year"], "a year from 1900 to 2199", year, `${show(year)} is no such year`);
  }
  if (year !== undefined || from === undefined || to === undefined) {
    const cure = "say { year: 2026 }, or both ends: { from, to }";
    return refuse("calendar.bad-option", [], "a year, or from and to", undefined, cure);
  }
  const [fromDay, toDay] = [readDate(from, ["from"]), readDate(to, ["to"])];
  if (fromDay > toDay) refuse("time.bad-period", ["from"], "from ≤ to", from, "from is after to; swap them");
  return [fromDay, toDay];
}

/** FNV-1a of 64 bits over UTF-16 units, in hexadecimal: for telling texts apart, not for keeping secrets. */
export function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}
