/**
 * Durations: whole milliseconds inside, ISO 8601 (`PT4H30M`), luxon's or ms at the door.
 *
 * Only units of a fixed length: a day or a month of business time has none, so they are refused here.
 * Source: ISO 8601-1:2019 §5.5.2, with the leading sign of ISO 8601-2.
 */
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import type { PathStep } from "../issues/issue.ts";
import { show } from "../issues/show.ts";
import { MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND } from "./units.ts";

/** A luxon `Duration` by its shape, or the plain object that luxon takes. */
export interface DurationObject {
  hours?: number;
  minutes?: number;
  seconds?: number;
  milliseconds?: number;
}

/** Hours, minutes and seconds as ISO 8601 writes them: `PT4H`, `PT1H30M`; not `4h`, nor `P1D`, which has no fixed length. */
export type HoursText = `PT${string}H` | `PT${string}M` | `PT${string}S`;

/** A duration as a text: with a sign, too. */
export type DurationText = HoursText | `-PT${string}` | `+PT${string}`;

/** A number of days: `P3D`. */
export type DaysText = `P${number}D`;

/** What is taken for a duration: ms, ISO 8601 text, luxon's `Duration` or its plain object. */
export type DurationInput = number | DurationText | DurationObject | { toObject(): object };

const UNITS_MS: Readonly<Record<string, number>> = Object.freeze({
  hour: MS_PER_HOUR,
  hours: MS_PER_HOUR,
  minute: MS_PER_MINUTE,
  minutes: MS_PER_MINUTE,
  second: MS_PER_SECOND,
  seconds: MS_PER_SECOND,
  millisecond: 1,
  milliseconds: 1,
});
const LONGER_UNITS = /^(year|quarter|month|week|day)s?$/;
const EXPECTED = "ms, an ISO 8601 duration such as PT4H, or a luxon Duration";

/**
 * A duration in whole ms; negative durations keep their sign.
 *
 * Errors: `time.bad-duration` for anything else, for days and longer, and for what is not a whole number of ms.
 * @example readDuration("PT4H30M", []) // 16200000
 */
export function readDuration(value: unknown, path: readonly PathStep[]): number {
  if (typeof value === "number") return wholeMs(value, value, path);
  if (typeof value === "string") return readText(value, path);
  if (typeof value === "object" && value !== null) {
    return readForeign(value, path, "time.bad-duration", EXPECTED, () => readObject(value, path));
  }
  return bad(value, path, `${show(value)} is not a duration; write "PT4H" or a number of ms`);
}

/**
 * ISO 8601 text in hours, minutes and seconds: `PT4H`, `-PT1H30M`, `PT0S`.
 *
 * @example formatDuration(16_200_000) // "PT4H30M"
 */
export function formatDuration(durationMs: number): DurationText {
  const size = Math.abs(durationMs);
  const hours = Math.floor(size / MS_PER_HOUR);
  const minutes = Math.floor((size % MS_PER_HOUR) / MS_PER_MINUTE);
  const ms = size % MS_PER_MINUTE;
  const seconds =
    ms % MS_PER_SECOND === 0 ? String(ms / MS_PER_SECOND) : (ms / MS_PER_SECOND).toFixed(3).replace(/0+$/, "");
  const text = `${hours > 0 ? `${hours}H` : ""}${minutes > 0 ? `${minutes}M` : ""}${ms > 0 ? `${seconds}S` : ""}`;
  return `${durationMs < 0 ? "-" : ""}PT${text === "" ? "0S" : text}` as DurationText;
}

function readText(text: string, path: readonly PathStep[]): number {
  // Each part at most once and in order; a fraction only in the last. Linear: no part can match another's text.
  const match =
    /^([+-]?)PT(?:([+-]?\d{1,12})(?:[.,](\d{1,9}))?H)?(?:([+-]?\d{1,12})(?:[.,](\d{1,9}))?M)?(?:([+-]?\d{1,12})(?:[.,](\d{1,9}))?S)?$/.exec(
      text.length > 80 ? "" : text,
    );
  if (match === null || text.endsWith("T")) return bad(text, path, textCure(text));
  const [, sign, hours, hourFraction, minutes, minuteFraction, seconds, secondFraction] = match;
  if (
    (hourFraction !== undefined && (minutes ?? seconds) !== undefined) ||
    (minuteFraction !== undefined && seconds !== undefined)
  ) {
    return bad(text, path, `${show(text)}: only the last part of a duration may have a fraction`);
  }
  const ms =
    partMs(hours, hourFraction, MS_PER_HOUR) +
    partMs(minutes, minuteFraction, MS_PER_MINUTE) +
    partMs(seconds, secondFraction, MS_PER_SECOND);
  return wholeMs(sign === "-" ? -ms : ms, text, path);
}

function partMs(whole: string | undefined, fraction: string | undefined, unitMs: number): number {
  if (whole === undefined) return 0;
  const size = Number(whole) * unitMs;
  if (fraction === undefined) return size;
  // Digits × unit stays below 2^53, so the division is exact when the answer is whole.
  const part = (Number(fraction) * unitMs) / 10 ** fraction.length;
  return whole.startsWith("-") ? size - part : size + part;
}

function textCure(text: string): string {
  if (/^[+-]?P\d+[YMWD]/.test(text.slice(0, 20))) {
    return `${show(text)}: a day of business time has no fixed length; write hours ("PT24H"), or use working days`;
  }
  const bare = /^(\d{1,9}) ?(h|m|min|s)$/i.exec(text.slice(0, 20));
  const cure = bare ? `"PT${bare[1]}${bare[2]!.charAt(0).toUpperCase()}"` : '"PT4H" or "PT30M"';
  return `${show(text)} is not an ISO 8601 duration${at(text)}; write ${cure}`;
}

/** Where an ISO-like text stops being one. */
function at(text: string): string {
  const good = /^[+-]?(?:P(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:[.,]\d+)?S)?)?)?/.exec(text.slice(0, 80))![0].length;
  return ` (at position ${good})`;
}

function readObject(value: object, path: readonly PathStep[]): number {
  if (Object.prototype.toString.call(value) === "[object Temporal.Duration]") return readText(String(value), path);
  if ((value as { isValid?: unknown }).isValid === false) return bad(value, path, "the Duration is invalid");
  const toObject = (value as { toObject?: unknown }).toObject;
  const parts: unknown = typeof toObject === "function" ? toObject.call(value) : value;
  if (!isObject(parts)) return bad(value, path, `${show(value)} is not a duration`);
  let ms = 0;
  let found = false;
  for (const [unit, amount] of Object.entries(parts)) {
    if (LONGER_UNITS.test(unit)) {
      if (amount === 0) continue;
      return bad(
        value,
        [...path, unit],
        `${unit}: a day of business time has no fixed length; write hours, or use working days`,
      );
    }
    const unitMs = Object.hasOwn(UNITS_MS, unit) ? UNITS_MS[unit] : undefined;
    if (unitMs === undefined) {
      return bad(value, [...path, unit], `${show(unit)} is not a unit; use hours, minutes, seconds, milliseconds`);
    }
    if (typeof amount !== "number") return bad(amount, [...path, unit], `${show(amount)} is not a number of ${unit}`);
    ms += amountMs(amount, unitMs);
    found = true;
  }
  if (!found) return bad(value, path, "the object names no unit; write { hours: 4 }");
  return wholeMs(ms, value, path);
}

/** An amount of a unit; decimals are taken as they are written: 1.1 h is 66 min, not a hair more. */
function amountMs(amount: number, unitMs: number): number {
  const decimal = /^(-?\d{1,12})\.(\d{1,9})$/.exec(String(amount));
  return decimal === null ? amount * unitMs : partMs(decimal[1], decimal[2], unitMs);
}

function wholeMs(ms: number, value: unknown, path: readonly PathStep[]): number {
  if (!Number.isFinite(ms)) return bad(value, path, `${show(value)} is not a finite number of ms`);
  if (!Number.isInteger(ms)) return bad(value, path, `${show(value)} is not a whole number of ms`);
  if (!Number.isSafeInteger(ms)) return bad(value, path, `${show(value)} is more than 2^53 - 1 ms`);
  // Never -0.
  return ms + 0;
}

function bad(value: unknown, path: readonly PathStep[], cure: string): never {
  return refuse("time.bad-duration", path, EXPECTED, value, cure);
}
