/**
 * Paris: what a clock on a wall in Paris shows, asked of Intl hour by hour.
 *
 * In the years of the simulator the offset of Paris is one or two whole hours and changes on a whole hour of UTC, so
 * one question per hour of UTC is enough: within it the date and the hour shown stay, and the minutes are UTC's.
 */

export const SECOND = 1000;
export const MINUTE: number = 60 * SECOND;
export const HOUR: number = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Shown {
  readonly date: string;
  readonly hour: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

const WALL_CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  calendar: "gregory",
  numberingSystem: "latn",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

const seen = new Map<number, Shown>();

/** What the clock shows at the instant, to the hour. */
export function shownAt(instant: number): Shown {
  const hourOfUtc = Math.floor(instant / HOUR);
  const known = seen.get(hourOfUtc);
  if (known !== undefined) return known;
  const part: Record<string, string> = {};
  for (const { type, value } of WALL_CLOCK.formatToParts(hourOfUtc * HOUR)) part[type] = value;
  if (part.minute !== "00") throw new RangeError("the simulator knows only years with whole offsets");
  const date = `${part.year}-${part.month}-${part.day}`;
  const shown = { date, hour: Number(part.hour), weekday: new Date(`${date}T00:00:00Z`).getUTCDay() };
  seen.set(hourOfUtc, shown);
  return shown;
}

export function dateAt(instant: number): string {
  return shownAt(instant).date;
}

/** Civil dates have no zone: counting them in UTC is only a way to count. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
}

/**
 * The first instant at which the clock shows this date and hour, or a later one: in the gap of spring that is the
 * change itself, in the fold of autumn the earlier of the two.
 */
export function instantOf(date: string, hour = 0): number {
  let instant = Date.parse(`${date}T00:00:00Z`) - 3 * HOUR;
  for (;;) {
    const shown = shownAt(instant);
    if (shown.date > date || (shown.date === date && shown.hour >= hour)) return instant;
    instant += HOUR;
  }
}

/** 24:00 of the date, which is 00:00 of the next. */
export function endOf(date: string): number {
  return instantOf(plusDays(date, 1));
}

export function parseInstant(text: string): number {
  const instant = Date.parse(text);
  if (!/(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(instant)) throw new TypeError(`not an instant: ${text}`);
  return instant;
}

/** As the library writes instants: UTC, with milliseconds. */
export function iso(instant: number): string {
  return new Date(instant).toISOString();
}
