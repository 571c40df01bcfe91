/**
 * Whether closures of every year close every date of every year, and nothing opens one again: then no search need be begun.
 */

import type { Version } from "../version.ts";
import { closedDatesOf } from "./closed-dates.ts";

/** A leap year: each day of a year is in it. */
const LEAP_YEAR = 2000;

/** Proven from the closures alone; what holidays close in addition is not looked at. */
export function isClosedAlways(versions: readonly Version[]): boolean {
  const first = versions[0]!;
  const yearly = first.closures[0]!.filter(({ span }) => span.yearly);
  if (yearly.length === 0) return false;
  const opens = versions.some(
    ({ reopenedDays, exceptions }) =>
      reopenedDays.size > 0 || exceptions.flat().some(({ week }) => week.some((windows) => windows.length > 0)),
  );
  if (opens) return false;
  const dates = [...closedDatesOf(yearly)(LEAP_YEAR).values()];
  return (
    dates.length === 366 &&
    dates.every(({ whole, parts }) => whole || (parts[0]?.fromMin === 0 && parts[0].toMin === Number.POSITIVE_INFINITY))
  );
}
