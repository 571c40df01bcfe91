/**
 * Forms of times that are not ISO 8601, for messages: what a column seems to be written in. Nothing is read by them.
 *
 * Which of two numbers is the day is told only where a number above 12 proves it.
 */
import { show } from "../issues/show.ts";

/** A form, in the letters that luxon and others use: `dd/MM/yyyy HH:mm`. */
export interface TimeForm {
  /** The same for every text of the form, whatever proves the order of day and month. */
  readonly shape: string;
  /** What a number above 12 proves to be the first. */
  readonly first?: "day" | "month";
}

const NUMBERS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,]+(\d{1,2}:\d{2}(:\d{2})?)( ?[AaPp]\.?[Mm]\.?)?)?$/;

const OTHERS: readonly (readonly [pattern: RegExp, shape: string])[] = [
  [/^\d{4}-\d{2}-\d{2}$/, "a date without a time"],
  [/^\d{4}\/\d{1,2}\/\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2})?)?$/, "yyyy/MM/dd HH:mm"],
  [/^\d{1,2}([/ -])[A-Za-zÀ-ÿ]{3,9}\.?\1\d{2,4}([ ,]+\d{1,2}:\d{2}(:\d{2})?( ?[AaPp][Mm])?)?$/, "dd/MMM/yyyy HH:mm"],
  [/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?([.,]\d+)? [A-Z]{2,5}$/, "a time with the short name of a zone"],
  [/^\d{4,5}[.,]\d+$|^[34]\d{4}$/, "the serial number of a spreadsheet"],
  [/^\d{10}$/, "seconds since 1970"],
  [/^\d{13}$/, "milliseconds since 1970"],
];

/** The form that a text seems to have, if it is a known one. */
export function formOfTime(text: string): TimeForm | undefined {
  if (text.length > 40) return undefined;
  const match = NUMBERS.exec(text);
  if (match === null) {
    const found = OTHERS.find(([pattern]) => pattern.test(text));
    return found === undefined ? undefined : { shape: found[1] };
  }
  const [, one, mark, other, year, time, seconds, half] = match;
  const clock =
    time === undefined
      ? ""
      : ` ${half === undefined ? "HH" : "hh"}:mm${seconds === undefined ? "" : ":ss"}${half === undefined ? "" : " a"}`;
  const shape = `DD${mark}DD${mark}${"y".repeat(year!.length)}${clock}`;
  if (Number(one) > 12) return { shape, first: "day" };
  return Number(other) > 12 ? { shape, first: "month" } : { shape };
}

/** How a time is written. */
export const EXAMPLE_TIME = '"2026-03-27T17:00:00+01:00"';

/**
 * What to do about a time of a known form.
 *
 * @param first What comes first, where that is proven; both orders are named where it is not.
 */
export function formCure(text: string, shape: string, first: "day" | "month" | undefined): string {
  return `${show(text)} is written as ${words(shape, first)}; write ISO 8601, as in ${EXAMPLE_TIME}`;
}

function words(shape: string, first: "day" | "month" | undefined): string {
  if (!shape.startsWith("DD")) return shape;
  const written = (order: readonly [string, string]): string => shape.replace("DD", order[0]).replace("DD", order[1]);
  const [dayFirst, monthFirst] = [written(["dd", "MM"]), written(["MM", "dd"])];
  if (first === undefined) return `${dayFirst} or ${monthFirst}`;
  return first === "day" ? dayFirst : monthFirst;
}
