/**
 * Shapes of times: the form that a text seems to be written in, and what proves which of two numbers is the day.
 */

/** A form in luxon's letters, with `?1` and `?2` where day and month stand, in either order. */
export interface TimeShape {
  readonly form: string;
  /** The two numbers, where which is the day is not known. */
  readonly numbers?: readonly [number, number];
  /** Whether it is a time only under a name that says so: a number is one of many things. */
  readonly needsName?: boolean;
  /** Whether it says its offset. */
  readonly hasOffset?: boolean;
}

const ISO =
  /^\d{4}-\d{1,2}-\d{1,2}(?:T| )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,12})?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
const TWO_NUMBERS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(.*)$/;
const YEAR_FIRST = /^\d{4}([./])(\d{1,2})\1(\d{1,2})(.*)$/;
const DAY_MONTH_NAME = /^(\d{1,2})([ /.-])([\p{L}]{3,9}\.?)\2(\d{4}|\d{2})(.*)$/u;
const MONTH_NAME_DAY = /^([\p{L}]{3,9}) (\d{1,2}),? (\d{4})(.*)$/u;
const CLOCK = /^(,? (?:at |à )?|T)(\d{1,2}):(\d{2})(:\d{2})?( ?[ap]m)?$/i;

/** The shape of a text whose blanks are plain, or undefined. */
export function timeShapeOf(text: string): TimeShape | undefined {
  if (text.length > 40) return undefined;
  const iso = ISO.exec(text);
  if (iso !== null) return { form: "iso", hasOffset: iso[1] !== undefined };
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { form: "yyyy-MM-dd" };
  if (/^\d{4,5}[.,]\d{1,17}$/.test(text)) return { form: "excel" };
  if (/^[34]\d{4}$/.test(text)) return { form: "excel", needsName: true };
  if (/^1\d{9}$/.test(text)) return { form: "epoch-s", needsName: true, hasOffset: true };
  if (/^1\d{12}$/.test(text)) return { form: "epoch-ms", needsName: true, hasOffset: true };
  return numbersShape(text) ?? yearFirstShape(text) ?? namesShape(text);
}

function numbersShape(text: string): TimeShape | undefined {
  const match = TWO_NUMBERS.exec(text);
  if (match === null) return undefined;
  const [, one, mark, other, year, rest] = match as unknown as [string, string, string, string, string, string];
  const clock = clockOf(rest);
  if (clock === undefined || Number(one) > 31 || Number(other) > 31) return undefined;
  const isPadded = one.length === 2 && other.length === 2;
  const [a, b] = isPadded ? ["?1", "?2"] : ["?3", "?4"];
  return { form: `${a}${mark}${b}${mark}${"y".repeat(year.length)}${clock}`, numbers: [Number(one), Number(other)] };
}

function yearFirstShape(text: string): TimeShape | undefined {
  const match = YEAR_FIRST.exec(text);
  const clock = match === null ? undefined : clockOf(match[4]!);
  return clock === undefined ? undefined : { form: `yyyy${match![1]}M${match![1]}d${clock}` };
}

function namesShape(text: string): TimeShape | undefined {
  const day = DAY_MONTH_NAME.exec(text);
  if (day !== null) {
    const [, , mark, month, year, rest] = day as unknown as [string, string, string, string, string, string];
    const clock = clockOf(rest);
    return clock === undefined
      ? undefined
      : { form: `d${mark}${monthLetters(month)}${mark}${"y".repeat(year.length)}${clock}` };
  }
  const name = MONTH_NAME_DAY.exec(text);
  const clock = name === null ? undefined : clockOf(name[4]!);
  return clock === undefined
    ? undefined
    : { form: `${monthLetters(name![1]!)} d${text.includes(",") ? "," : ""} yyyy${clock}` };
}

function monthLetters(month: string): string {
  return month.replace(".", "").length === 3 ? "MMM" : "MMMM";
}

/** The letters of a time of day; empty for a date alone, undefined for what is none. */
function clockOf(rest: string): string | undefined {
  if (rest === "") return "";
  const match = CLOCK.exec(rest);
  if (match === null) return undefined;
  const [, before, , , seconds, half] = match;
  const literal = before!.replace(/[a-zàT]+/gi, (word) => `'${word}'`);
  const hour = half === undefined ? "H" : "h";
  return `${literal}${hour}:mm${seconds === undefined ? "" : ":ss"}${half === undefined ? "" : half.startsWith(" ") ? " a" : "a"}`;
}

/** A form with day and month in their order. */
export function orderedForm(form: string, first: "day" | "month"): string {
  const [a, b] = first === "day" ? ["d", "M"] : ["M", "d"];
  return form
    .replace("?1", a + a)
    .replace("?2", b + b)
    .replace("?3", a)
    .replace("?4", b)
    .replace(/ H:/, form.includes("?1") ? " HH:" : " H:");
}
