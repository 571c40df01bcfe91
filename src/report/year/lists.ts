/**
 * The dates of a year that have something to say, as lists: holidays, closures, exceptions, ponts.
 */
import type { GlanceDay, YearGlance } from "./glance.ts";
import { noteOf } from "./notes.ts";
import type { YearWords } from "./words.ts";

/** A list with a title. */
export interface DateList {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Width of a terminal. */
const COLUMNS = 80;
/** Lines of one list; the rest is counted. */
const SHOWN = 40;

/** A date that has a holiday is in the list of holidays, whatever else it has; none is in two lists. */
export function datesWith(glance: YearGlance, words: YearWords): DateList[] {
  const isHoliday = (day: GlanceDay): boolean => day.holidays.length > 0;
  const isClosure = (day: GlanceDay): boolean => !isHoliday(day) && day.closures.length > 0;
  const isOther = (day: GlanceDay): boolean =>
    !isHoliday(day) && !isClosure(day) && (day.kind === "exception" || day.kind === "skipped");
  return [
    { title: words.holidays[1], lines: runs(glance.days.filter(isHoliday), words) },
    { title: words.closures, lines: runs(glance.days.filter(isClosure), words) },
    { title: words.exceptions, lines: runs(glance.days.filter(isOther), words) },
  ].filter(({ lines }) => lines.length > 0);
}

/** The ponts, and those of which nothing is known. */
export function pontDates(glance: YearGlance, words: YearWords): string[] {
  const spoken = (dates: readonly string[]): string[] =>
    glance.days.filter(({ date }) => dates.includes(date)).map((day) => spokenDate(day, words).replace(/ +/g, " "));
  return [
    ...(glance.ponts.length === 0 ? [] : wrapped(`${words.ponts[1]}: `, spoken(glance.ponts))),
    ...(glance.pontsUnknown.length === 0 ? [] : [` ${words.unknownPonts(spoken(glance.pontsUnknown).join(", "))}`]),
  ];
}

/** A list with commas, in lines that fit a terminal; the lines after the first begin below its first item. */
function wrapped(head: string, items: readonly string[]): string[] {
  const lines = [` ${head}`];
  items.forEach((item, i) => {
    const text = i === items.length - 1 ? item : `${item}, `;
    if (lines.at(-1)!.length + text.length > COLUMNS && i > 0) lines.push(" ".repeat(head.length + 1));
    lines.push(lines.pop()! + text);
  });
  return lines.map((line) => line.trimEnd());
}

/** Dates one after the other of which the same is said are one line. */
function runs(days: readonly GlanceDay[], words: YearWords): string[] {
  const found: { first: GlanceDay; last: GlanceDay; note: string }[] = [];
  for (const day of days) {
    const note = noteOf(day, words);
    const before = found.at(-1);
    if (before !== undefined && before.note === note && isNext(before.last, day)) before.last = day;
    else found.push({ first: day, last: day, note });
  }
  const dates = found.map(({ first, last }) =>
    first === last ? spokenDate(first, words) : `${spokenDate(first, words)} – ${spokenDate(last, words)}`,
  );
  const width = Math.max(...dates.map((text) => text.length));
  const lines = found.map(({ note }, i) => ` ${dates[i]!.padEnd(width)}  ${note}`);
  return lines.length <= SHOWN ? lines : [...lines.slice(0, SHOWN), ` ${words.more(lines.length - SHOWN)}`];
}

function isNext(before: GlanceDay, day: GlanceDay): boolean {
  return Date.parse(day.date) - Date.parse(before.date) === 86_400_000;
}

/** `Thu  1 Jan` */
function spokenDate({ date, weekday }: GlanceDay, { shortWeekdays, shortMonths }: YearWords): string {
  const [, month, day] = date.split("-").map(Number) as [number, number, number];
  return `${shortWeekdays[weekday - 1]} ${String(day).padStart(2)} ${shortMonths[month - 1]}`;
}
