/**
 * What a date of a year is: from what the calendar plans on it, and from why its stretches are closed.
 */
import type { Calendar, Day, OperandReason } from "../../calendar/calendar.ts";
import type { Output } from "../../calendar/output.ts";

/** The kind of a date, which is [startMs, endMs). */
export function kindOf<O extends Output>(calendar: Calendar<O>, day: Day, startMs: number, endMs: number): DayKind {
  // A date that the zone skips whole is no instant long.
  if (startMs === endMs) return "skipped";
  if (day.exception) return "exception";
  if (day.working) return isPartDay(calendar, day, startMs, endMs) ? "part-day" : "working";
  if (day.windows.length > 0) return "skipped";
  if (day.holidays.length > 0) return "holiday";
  return day.closures.length > 0 ? "closure" : "no-hours";
}

/** Whether a holiday or a closure takes some of a working date; one that takes nothing of its windows does not count. */
function isPartDay<O extends Output>(calendar: Calendar<O>, day: Day, startMs: number, endMs: number): boolean {
  if (day.holidays.length + day.closures.length === 0) return false;
  // The end may be the first instant after the supported years; its last millisecond has no reason of its own.
  return calendar.segments(startMs, endMs - 1).some(isTaken);
}

function isTaken({ why, operands }: Pick<OperandReason, "why" | "operands">): boolean {
  return why === "holiday" || (operands ?? []).some(isTaken);
}

/**
 * What a date is. `part-day`: open, though a holiday or a closure takes some of it (of a combination: closes one of its calendars);
 * `exception`: its windows are an exception's, if it has any; `skipped`: the zone's clock skips its hours.
 */
export type DayKind = "working" | "part-day" | "exception" | "holiday" | "closure" | "no-hours" | "skipped";
