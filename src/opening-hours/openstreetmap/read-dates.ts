/**
 * The dates of a rule: `Dec 24`, `Dec 25-Jan 02`, `Jul-Aug`, `2026`, `2026 Aug 03-14`, `2026 Dec 24-2027 Jan 02`.
 */
import { daysInMonth, epochDayOf, FIRST_YEAR, LAST_YEAR } from "../../time/civil-date.ts";
import type { Dates } from "../dates.ts";
import type { Reader } from "./reader.ts";
import { MONTH_NAMES, type Token } from "./words.ts";

/** An end of a stretch; without a day the whole month, without a month the whole year. */
interface End {
  readonly token: Token;
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** A year in which every day of a year exists. */
const LEAP_YEAR = 2000;

/** The stretches of dates of a rule, comma between; none if it begins with something else. */
export function readDates(reader: Reader): Dates[] {
  const stretches: Dates[] = [];
  while (startsDates(reader)) {
    const token = reader.peek();
    const dates = readStretch(reader);
    if (dates.yearly && stretches.some(({ yearly }) => !yearly))
      reader.uncarried(token, "whether the year before it holds here too is not clear; write the year again");
    stretches.push(dates);
    if (reader.peek().text !== "," || !startsDates(reader, 1)) break;
    reader.take("sign", ",");
  }
  return stretches;
}

function startsDates(reader: Reader, ahead = 0): boolean {
  const token = reader.peek(ahead);
  if (ahead > 0 && token.kind === "number" && token.text.length < 4)
    reader.uncarried(token, "a day without its month; write the month again: Dec 24,Dec 26");
  return token.kind === "number" || (MONTH_NAMES as readonly string[]).includes(token.text);
}

function readStretch(reader: Reader): Dates {
  const first = readEnd(reader);
  if (!reader.take("sign", "-")) return datesOf(first, first, reader);
  if (first.month === undefined)
    return reader.uncarried(first.token, "a stretch of years; write 2026 Jan 01-2028 Dec 31");
  const day = first.day === undefined ? undefined : reader.take("number");
  const short = day !== undefined && (day.text.length < 4 || reader.peek().kind !== "word");
  const last: End = short
    ? { ...first, token: day, day: Number(day.text) }
    : readEnd(reader, day ?? reader.take("number"));
  if ((first.day === undefined) !== (last.day === undefined))
    return reader.wrong(last.token, "a stretch from a day to a day, or from a month to a month");
  if (first.year !== undefined && last.year === undefined) {
    if (first.day !== undefined) return reader.uncarried(last.token, "the year of the last day is not clear; write it");
    return datesOf(first, { ...last, year: first.year }, reader);
  }
  if (first.day === undefined && last.year !== undefined && first.year !== undefined)
    return reader.uncarried(last.token, "months of two years; write the days too: 2026 Nov 01-2027 Feb 28");
  if (first.year === undefined && last.year !== undefined)
    return reader.wrong(last.token, "a day of every year, as the first", "write the year of the first day too");
  return datesOf(first, last, reader);
}

function readEnd(reader: Reader, yearToken: Token | undefined = reader.take("number")): End {
  const token = yearToken ?? reader.peek();
  const year = yearToken === undefined ? undefined : readYear(yearToken, reader);
  const index = reader.takeName(MONTH_NAMES);
  if (index === undefined && year === undefined) reader.strange("a month");
  const dayToken = index === undefined ? undefined : reader.take("number");
  const month = index === undefined ? undefined : index + 1;
  const day = dayToken === undefined ? undefined : Number(dayToken.text);
  if (dayToken !== undefined && (day! < 1 || day! > daysInMonth(year ?? LEAP_YEAR, month!)))
    reader.wrong(dayToken, `a day of ${MONTH_NAMES[index!]}`);
  return { token: dayToken ?? token, year, month, day };
}

function readYear(token: Token, reader: Reader): number {
  const year = Number(token.text);
  if (token.text.length !== 4) return reader.wrong(token, "a year", 'write a year as "2026", a time as "09:00"');
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  return reader.uncarried(token, `calendars know the years ${FIRST_YEAR} to ${LAST_YEAR}`);
}

function datesOf(first: End, last: End, reader: Reader): Dates {
  const fromMonth = first.month ?? 1;
  const toMonth = last.month ?? 12;
  const toDay = last.day ?? daysInMonth(last.year ?? LEAP_YEAR, toMonth);
  if (last.day !== undefined && last.day > daysInMonth(last.year ?? LEAP_YEAR, toMonth))
    return reader.wrong(last.token, `a day of ${MONTH_NAMES[toMonth - 1]}`);
  if (first.year === undefined) {
    const dates = { yearly: true, from: fromMonth * 100 + (first.day ?? 1), to: toMonth * 100 + toDay };
    if (endsOnLeapDay(dates) && last.day !== undefined)
      return reader.uncarried(last.token, "where Feb 29 ends a stretch in other years is not clear; end on Feb 28");
    return dates;
  }
  const from = epochDayOf(first.year, fromMonth, first.day ?? 1);
  const to = epochDayOf(last.year!, toMonth, toDay);
  if (to < from) return reader.wrong(last.token, "a date after the first", "the stretch ends before it begins");
  return { yearly: false, from, to };
}

/** Whether yearly dates end on 29 February, from another day: programs disagree on the years that have none. */
export function endsOnLeapDay({ yearly, from, to }: Dates): boolean {
  return yearly && to === 229 && from !== 229;
}
