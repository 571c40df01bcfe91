/**
 * The words and signs of an `opening_hours` text, with where they stand.
 *
 * Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */

/** Weekdays, Monday first. */
export const DAY_NAMES = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
/** Months, January first. */
export const MONTH_NAMES = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

/** Words of the specification that no definition can say, and why. */
export const UNCARRIED_WORDS: Readonly<Record<string, string>> = {
  SH: "school holidays are no holidays of a calendar",
  week: "weeks in turn are not known yet, nor other week numbers; today: write the dates of those weeks",
  easter: "Easter has no span of dates; write the dates",
  dawn: "hours that follow the sun are not the same every day; write HH:MM",
  sunrise: "hours that follow the sun are not the same every day; write HH:MM",
  sunset: "hours that follow the sun are not the same every day; write HH:MM",
  dusk: "hours that follow the sun are not the same every day; write HH:MM",
  unknown: '"unknown" is neither open nor closed',
};

/** All words, for near misses. */
export const WORDS: readonly string[] = [...DAY_NAMES, "PH", ...MONTH_NAMES, "off", "closed", "open"];

/** What a piece of the text is. */
export type Kind = "word" | "time" | "number" | "comment" | "always" | "sign" | "end";

/** A piece of the text. */
export interface Token {
  readonly kind: Kind;
  readonly text: string;
  /** Where it begins, counted from 0. */
  readonly at: number;
}

/** The pieces of a text, the last of them its end. Linear: each character is looked at once or twice. */
export function tokensOf(text: string): readonly Token[] {
  const pattern = /([A-Za-z]+)|(\d{1,2}:\d{2}(?!\d))|(24\/7)|(\d+)|("[^"]*")|(\|\||[^\s])/gu;
  const kinds = ["word", "time", "always", "number", "comment", "sign"] as const;
  const tokens: Token[] = [...text.matchAll(pattern)].map((match) => {
    const kind = kinds[match.slice(1).findIndex((group) => group !== undefined)]!;
    return { kind, text: match[0], at: match.index };
  });
  tokens.push({ kind: "end", text: "", at: text.length });
  return tokens;
}
