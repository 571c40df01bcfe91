/**
 * Serial numbers: how spreadsheets write a date and time, as days since a date of their own.
 *
 * They have no zone: a serial is what a clock on the wall shows. Read and written to the second: programs keep them as binary
 * fractions of a day, and readers of files lose a millisecond.
 * Units: serials in days; wall times in ms, as though they were UTC.
 * Source: ECMA-376 part 1, §18.17.4.1 (the 1900 and 1904 systems); OpenFormula 1.2, §4.3.2 (1899-12-30).
 */
import { MS_PER_SECOND, MS_PER_UTC_DAY } from "../time/units.ts";

/**
 * `"1900"`: Excel's, in which 1 is 1 January 1900 and 60 a 29 February 1900 that never was. `"1904"`: Excel's other one, in which 0 is
 * 1 January 1904. `"1899-12-30"`: LibreOffice's and Google's, in which 2 is 1 January 1900. From March 1900 on the first and the last
 * agree.
 */
export type DateSystem = "1900" | "1904" | "1899-12-30";

/** The systems. */
export const DATE_SYSTEMS: readonly DateSystem[] = ["1900", "1904", "1899-12-30"];

const SECONDS_PER_DAY = 86_400;
/** 1899-12-30 as days since 1970-01-01. */
const ORIGIN_DAY = -25_569;
/** Days from 1899-12-30 to 1904-01-01. */
const SHIFT_1904 = 1_462;
/** The serial of the day that never was, and of the first day after it. */
const FALSE_LEAP_DAY = 60;

/** The wall time of a serial; undefined where it is no date: before the first one, and 29 February 1900. */
export function wallOfSerial(serial: number, system: DateSystem): number | undefined {
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  const days = daysOf(Math.floor(seconds / SECONDS_PER_DAY), system);
  if (days === undefined) return undefined;
  const ofDay = seconds - Math.floor(seconds / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  return (days + ORIGIN_DAY) * MS_PER_UTC_DAY + ofDay * MS_PER_SECOND;
}

/** The serial of a wall time, to the second. */
export function serialOfWall(wallMs: number, system: DateSystem): number {
  const seconds = Math.round(wallMs / MS_PER_SECOND);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const serialDay = serialDayOf(day - ORIGIN_DAY, system);
  return (serialDay * SECONDS_PER_DAY + seconds - day * SECONDS_PER_DAY) / SECONDS_PER_DAY;
}

/** Days since 1899-12-30 of a serial's whole days. */
function daysOf(serialDay: number, system: DateSystem): number | undefined {
  if (system === "1904") return serialDay + SHIFT_1904;
  if (system === "1899-12-30" || serialDay > FALSE_LEAP_DAY) return serialDay;
  return serialDay < 1 || serialDay === FALSE_LEAP_DAY ? undefined : serialDay + 1;
}

function serialDayOf(days: number, system: DateSystem): number {
  if (system === "1904") return days - SHIFT_1904;
  return system === "1900" && days <= FALSE_LEAP_DAY ? days - 1 : days;
}
