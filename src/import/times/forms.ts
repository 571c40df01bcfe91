/**
 * Forms of times: texts of exports to a wall clock, or to an instant where they say their offset.
 *
 * Forms in letters are luxon's, read by luxon; the wall clock is resolved in its zone by this library's own rule of edges. Nothing is
 * guessed: a text is read by the first form that fits it, and by no other.
 */
import { DateTime, type TokenParser } from "luxon";
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import { isSupportedWall, parseInstant } from "../../time/instant.ts";
import { MS_PER_SECOND, MS_PER_UTC_DAY } from "../../time/units.ts";

/** What a text of a time says: a wall clock as if it were UTC, or an instant; in ms. */
export type ReadTime =
  | { readonly wallMs: number; readonly cut?: boolean }
  | { readonly atMs: number; readonly cut?: boolean };

/** Reads a text of one form; undefined where it is not of that form. */
export type ReadForm = (text: string) => ReadTime | undefined;

/** Forms with a name. */
export const NAMED_FORMS = ["iso", "excel", "epoch-s", "epoch-ms"] as const;

const NAMED: Readonly<Record<string, ReadForm>> = {
  iso: readIso,
  excel: readSerial,
  "epoch-s": (text) => readEpoch(text, MS_PER_SECOND),
  "epoch-ms": (text) => readEpoch(text, 1),
};

/** Reads texts of a form. */
export function formReader(form: string, language: string): ReadForm {
  return Object.hasOwn(NAMED, form) ? NAMED[form]! : lettersReader(form, language);
}

/** An instant of which no part is the same as another's, and whose day can be no month. */
const PROBE = { year: 2026, month: 11, day: 23, hour: 14, minute: 5, second: 9 };

/** The letters that stand for a part of a time. */
const LETTERS: ReadonlySet<string> = new Set("yMLdHhmsSuaZzEc");

/** Whether a text is a form: one with a name, or letters from which a date comes back whole. */
export function isTimeForm(form: string): boolean {
  if (Object.hasOwn(NAMED, form)) return true;
  // Letters of luxon that stand for a whole date in the style of a language, and those of other libraries, are none of a form.
  const letters = form.replace(/'[^']*'/g, "").match(/\p{L}/gu) ?? [];
  if (form.length > 60 || letters.some((letter) => !LETTERS.has(letter))) return false;
  const written = DateTime.fromObject(PROBE, { zone: "utc" }).setLocale("en").toFormat(form);
  const read = DateTime.fromFormat(written, form, { zone: "utc", locale: "en" });
  return read.isValid && read.toFormat("yyyy-MM-dd") === "2026-11-23";
}

/** What to write in the place of what is no form. */
export function timeFormCure(form: string): string {
  const near = didYouMean(form, NAMED_FORMS);
  // The letters of others: Java's and moment's day of the year, and strftime's.
  const hint = /D|YY|%/.test(form) ? "; day is dd, month MM, year yyyy, hour HH, minute mm" : "";
  return `${show(form)} is no form of times${near}${near === "" ? `${hint}; write luxon's letters, such as "dd/MM/yyyy HH:mm", or ${NAMED_FORMS.join(", ")}` : ""}`;
}

// Blanks that look alike: the ones before AM and PM, and between groups, are often narrow or do not break.
const BLANKS = /[\s\u00a0\u202f\u2009]+/g;

/** A text as forms expect it: one plain blank for all others, "a.m." as AM. */
export function plainTime(text: string): string {
  return text
    .trim()
    .replace(BLANKS, " ")
    .replace(/([ap])\. ?m\.?$/i, "$1m");
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T| )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

/** ISO 8601 as trackers write it: with a blank for the T, a blank before the offset, UTC for Z, an offset without its colon. */
function readIso(text: string): ReadTime | undefined {
  const match = ISO.exec(text);
  const strict = match === null ? text : canonical(match);
  const parsed = parseInstant(strict);
  if (parsed === undefined || parsed.zoneName !== undefined) return undefined;
  const cut = parsed.cutDigits ? { cut: true } : {};
  if (parsed.offsetMs !== undefined) return { atMs: parsed.wallMs - parsed.offsetMs, ...cut };
  return isSupportedWall(parsed.wallMs) ? { wallMs: parsed.wallMs, ...cut } : undefined;
}

function canonical([, year, month, day, hour, minute, second = "00", fraction, offset]: RegExpExecArray): string {
  const two = (part: string | undefined): string => part!.padStart(2, "0");
  const zone = offset === undefined ? "" : /^[A-Z]/i.test(offset) ? "Z" : offset;
  const parts = fraction === undefined ? "" : `.${fraction}`;
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${parts}${zone}`;
}

// Day 0 of spreadsheets; from March 1900 on, when no one of them counts a day that never was.
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);

/** The serial number of a spreadsheet, with a point or a comma; to the second, since its fraction is no finer. */
function readSerial(text: string): ReadTime | undefined {
  if (!/^\d{2,6}(?:[.,]\d{1,17})?$/.test(text)) return undefined;
  return wallOf(serialWallMs(Number(text.replace(",", "."))));
}

/** The wall clock of a serial number of a spreadsheet, in ms, to the second. */
export function serialWallMs(serial: number): number {
  return DAY_ZERO_MS + Math.round((serial * MS_PER_UTC_DAY) / MS_PER_SECOND) * MS_PER_SECOND;
}

function readEpoch(text: string, unitMs: number): ReadTime | undefined {
  if (!/^-?\d{1,14}(?:\.\d{1,9})?$/.test(text)) return undefined;
  const ms = Number(text) * unitMs;
  const atMs = Math.floor(ms);
  return isSupportedWall(atMs) ? { atMs, ...(atMs === ms ? {} : { cut: true }) } : undefined;
}

function wallOf(wallMs: number): ReadTime | undefined {
  return isSupportedWall(wallMs) ? { wallMs } : undefined;
}

const OFFSET_LETTERS = /[Zz]/;

/** A reader of a form in luxon's letters. */
function lettersReader(form: string, language: string): ReadForm {
  // Quoted parts are literal: a Z in quotes is no offset.
  const hasOffset = OFFSET_LETTERS.test(form.replace(/'[^']*'/g, ""));
  const options = { zone: "utc", locale: language, setZone: hasOffset } as const;
  const parser: TokenParser = DateTime.buildFormatParser(form, options);
  return (text) => {
    const read = DateTime.fromFormatParser(text, parser, options);
    if (!read.isValid) return undefined;
    const atMs = read.toMillis();
    if (hasOffset) return isSupportedWall(atMs) ? { atMs } : undefined;
    return wallOf(atMs);
  };
}
