/**
 * Instants at the door: what callers write becomes epoch ms, or is refused.
 *
 * It guesses nothing: a text without an offset needs a zone, a number with a fraction is refused, not rounded. A text or a
 * Temporal value finer than a millisecond is cut to the one below: clocks that count nanoseconds write such values.
 * Source: docs/semantics.md §1; RFC 3339 for the text, RFC 9557 for `[zone]`.
 */
import { refuse } from "../issues/error.ts";
import { readForeign } from "../issues/foreign.ts";
import type { PathStep } from "../issues/issue.ts";
import { show } from "../issues/show.ts";
import { daysInMonth, epochDayOf, FIRST_YEAR, LAST_YEAR, parseDate } from "./civil-date.ts";
import { LAST_INSTANT_MS, MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND, MS_PER_UTC_DAY } from "./units.ts";
import { edgeMs, readZone, type Zone } from "./zone.ts";

/**
 * What is taken for an instant: epoch ms, a `Date` (of any realm), an ISO 8601 text with an offset (or RFC 9557's
 * `[zone]`), and by their shape a luxon `DateTime`, a `Temporal.Instant` or `ZonedDateTime`, and what has a `toDate()`,
 * as day.js and moment have.
 */
export type InstantInput =
  | number
  | string
  | Date
  | { toMillis(): number }
  | { readonly epochNanoseconds: bigint }
  | { toDate(): Date };

const EXPECTED = "an instant: epoch ms, ISO 8601 with an offset, Date, DateTime or Temporal.Instant";

/** What a door adds to the reading of an instant: the words of its own cure, and who counts what was cut. */
export interface InstantDoor {
  /** Zone of the calendar that is asked: cures name it; nothing is read in it. */
  readonly calendarZone?: Zone;
  /** Whether callers of this door may say `{ zone }`. */
  readonly hasZone?: boolean;
  /** Called where a part below the millisecond was cut. */
  readonly onCut?: () => void;
}

/** A civil date and time, with what followed it in the text. */
export interface ParsedInstant {
  /** The wall clock as if it were UTC, ms. */
  readonly wallMs: number;
  /** Offset written in the text, ms; undefined if none was. */
  readonly offsetMs: number | undefined;
  /** Zone written in brackets. */
  readonly zoneName: string | undefined;
  /** Digits of the fraction beyond the ms, if any was not zero. */
  readonly cutDigits: boolean;
}

const TEXT =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?(?:([Zz])|([+-])(\d{2})(?::?(\d{2}))?)?(?:\[!?([A-Za-z0-9_+\-/:]{1,40})\])?$/;

/**
 * Epoch ms of an instant.
 *
 * @param zone For a text without an offset: read in this zone, by the rule of edges.
 * @param door What the cure of such a text names where there is no zone.
 * Errors: `time.bad-instant`, `time.no-offset`, `time.fraction`, `time.out-of-range`, `time.zone-mismatch`.
 * @example readInstant("2026-03-27T17:00+01:00", []) // 1774627200000
 */
export function readInstant(value: unknown, path: readonly PathStep[], zone?: Zone, door?: InstantDoor): number {
  if (typeof value === "number") return wholeInstant(value, value, path);
  if (typeof value === "string") return readText(value, path, zone, door);
  if (typeof value === "object" && value !== null) {
    return readForeign(value, path, "time.bad-instant", EXPECTED, () => readObject(value, path, zone, door));
  }
  return bad(value, path, `${show(value)} is not an instant`);
}

/** The parts of an ISO 8601 date and time, or undefined for any other text or a date that does not exist. */
export function parseInstant(text: string): ParsedInstant | undefined {
  const match = TEXT.exec(text.length > 100 ? "" : text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = [
    match[1],
    match[2],
    match[3],
    match[4],
    match[5],
    match[6] ?? "0",
  ].map(Number) as [number, number, number, number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const fraction = match[7] ?? "";
  const ms = Number(fraction.slice(0, 3).padEnd(3, "0"));
  const cutDigits = /[1-9]/.test(fraction.slice(3));
  const timeMs = hour * MS_PER_HOUR + minute * MS_PER_MINUTE + second * MS_PER_SECOND + ms;
  if (minute > 59 || second > 59 || timeMs > MS_PER_UTC_DAY || (timeMs === MS_PER_UTC_DAY && cutDigits))
    return undefined;
  let offsetMs: number | undefined;
  if (match[8] !== undefined) offsetMs = 0;
  else if (match[9] !== undefined) {
    const hours = Number(match[10]);
    const minutes = Number(match[11] ?? "0");
    if (hours > 23 || minutes > 59) return undefined;
    offsetMs = (match[9] === "-" ? -1 : 1) * (hours * MS_PER_HOUR + minutes * MS_PER_MINUTE);
  }
  return { wallMs: epochDayOf(year, month, day) * MS_PER_UTC_DAY + timeMs, offsetMs, zoneName: match[12], cutDigits };
}

/** Whether a wall time lies in the supported years: zones are not asked beyond them. */
export function isSupportedWall(wallMs: number): boolean {
  const day = wallMs / MS_PER_UTC_DAY;
  return day >= epochDayOf(FIRST_YEAR, 1, 1) && day <= epochDayOf(LAST_YEAR + 1, 1, 1);
}

function readText(
  text: string,
  path: readonly PathStep[],
  zone: Zone | undefined,
  door: InstantDoor | undefined,
): number {
  const parsed = parseInstant(text);
  if (parsed === undefined) {
    const why = parseDate(text) === undefined ? "is not a date and time that exists" : "is a date without a time";
    return bad(text, path, `${show(text)} ${why}; write "2026-03-27T17:00:00+01:00"`);
  }
  if (parsed.cutDigits) door?.onCut?.();
  const named = parsed.zoneName === undefined ? undefined : readZone(parsed.zoneName, path);
  if (parsed.offsetMs === undefined) {
    const reader = named ?? zone;
    if (reader !== undefined && !isSupportedWall(parsed.wallMs)) {
      const cure = `${show(text)} is outside the years 1900 to 2199`;
      return refuse("time.out-of-range", path, "an instant of the years 1900 to 2199", text, cure);
    }
    if (reader !== undefined) return edgeMs(reader, parsed.wallMs);
    return refuse("time.no-offset", path, "Z or an offset", text, offsetCure(text, parsed.wallMs, door));
  }
  const instantMs = parsed.wallMs - parsed.offsetMs;
  // "Z" with a zone says only the instant (RFC 9557 §2.2); a number must be the zone's own offset.
  if (named !== undefined && !/[Zz]\[/.test(text) && named.offsetMsAt(instantMs) !== parsed.offsetMs) {
    return refuse(
      "time.zone-mismatch",
      path,
      `the offset of ${named.name}`,
      text,
      `${show(text)}: ${named.name} has another offset at that time`,
    );
  }
  return instantMs;
}

/** What works at this door for a text without an offset, in the calendar's own zone where there is one. */
function offsetCure(text: string, wallMs: number, { calendarZone, hasZone }: InstantDoor = {}): string {
  const needs = `${show(text)} needs Z or an offset such as`;
  if (calendarZone === undefined) return `${needs} +01:00${hasZone ? ', or say { zone: "Europe/Paris" }' : ""}`;
  const { name } = calendarZone;
  const offset = isSupportedWall(wallMs) ? offsetText(calendarZone.offsetMsAt(edgeMs(calendarZone, wallMs))) : "+00:00";
  return hasZone
    ? `${needs} ${offset}, or say { zone: "${name}" }`
    : `${needs} ${offset}, or its zone: ${show(`${text}[${name}]`)}`;
}

/** An offset as instants write it, to the minute: `+02:00`. */
function offsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / MS_PER_MINUTE);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${offsetMs < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function readObject(
  value: object,
  path: readonly PathStep[],
  zone: Zone | undefined,
  door: InstantDoor | undefined,
): number {
  const shape = value as { toMillis?: unknown; epochNanoseconds?: unknown; toDate?: unknown };
  // By tag, not instanceof: a Date may come from another realm (a sheet, a vm, a frame).
  const tag = Object.prototype.toString.call(value);
  if (tag === "[object Date]") return msOfDate(value as Date, value, path, "the Date is invalid (its time is NaN)");
  // A wall clock without a zone, as a text without an offset is.
  if (tag === "[object Temporal.PlainDateTime]") return readText(String(value), path, zone, door);
  if (tag === "[object Temporal.PlainDate]")
    return bad(
      value,
      path,
      `${String(value).slice(0, 10)} is a date without a time; write "2026-03-27T17:00:00+01:00"`,
    );
  if (typeof shape.toMillis === "function") {
    const ms: unknown = shape.toMillis();
    if (typeof ms !== "number" || Number.isNaN(ms)) return bad(value, path, "the DateTime is invalid");
    return wholeInstant(ms, ms, path);
  }
  if (typeof shape.epochNanoseconds === "bigint") {
    const nanoseconds = shape.epochNanoseconds;
    // Made here: a constant of the module could not be loaded where there are no such numbers, as in sheets of 2019.
    const NS_PER_MS = BigInt(1_000_000);
    const rest = ((nanoseconds % NS_PER_MS) + NS_PER_MS) % NS_PER_MS;
    if (rest !== BigInt(0)) door?.onCut?.();
    return wholeInstant(Number((nanoseconds - rest) / NS_PER_MS), value, path);
  }
  if (typeof shape.toDate === "function") {
    const date: unknown = shape.toDate();
    if (Object.prototype.toString.call(date) !== "[object Date]") return bad(value, path, "its toDate() gives no Date");
    return msOfDate(date as Date, value, path, "its date is invalid");
  }
  return bad(value, path, `${show(value)} is not an instant`);
}

function msOfDate(date: Date, value: unknown, path: readonly PathStep[], ifInvalid: string): number {
  const ms = Number(Date.prototype.getTime.call(date));
  return Number.isNaN(ms) ? bad(value, path, ifInvalid) : ms;
}

function wholeInstant(ms: number, value: unknown, path: readonly PathStep[]): number {
  if (!Number.isFinite(ms)) return bad(value, path, `${show(value)}: an instant must be a finite number of ms`);
  if (Math.abs(ms) > LAST_INSTANT_MS) {
    return refuse(
      "time.out-of-range",
      path,
      "an instant of the years 1900 to 2199",
      value,
      `${show(value)} ms is beyond the time-line`,
    );
  }
  if (!Number.isInteger(ms)) {
    return refuse(
      "time.fraction",
      path,
      "whole milliseconds",
      value,
      `${show(value)} has a fraction of a millisecond; round it first`,
    );
  }
  // Never -0.
  return ms + 0;
}

function bad(value: unknown, path: readonly PathStep[], cure: string): never {
  return refuse("time.bad-instant", path, EXPECTED, value, cure);
}
