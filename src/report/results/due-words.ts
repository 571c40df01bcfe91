/**
 * When a result is due, in words; of a target in days also the dates on the way that are no working days.
 */
import { insideOf } from "../../calendar/internal.ts";
import { civilDayAt } from "../../clock/beyond.ts";
import { spokenDate, spokenInstant } from "../../clock/explain.ts";
import type { Result } from "../../evaluation/result.ts";
import { isOuvreeError } from "../../issues/error.ts";
import { harmless } from "../../issues/show.ts";
import { formatDate, parseDate } from "../../time/civil-date.ts";
import { msOf, type ResultSetting } from "./setting.ts";

/** The dates from the start to the last one that are no working days, where the target minds them. */
export function closedDates(result: Result, { figure, calendar }: ResultSetting): string[] {
  const fromMs = msOf(result.restartedAt ?? result.startedAt);
  const lastDay = parseDate(result.dueDate ?? "");
  if (figure?.unit !== "days" || fromMs === undefined || lastDay === undefined) return [];
  if (figure.count === "calendar" && !figure.rollToOpen) return [];
  const first = civilDayAt(insideOf(calendar).timeline, fromMs);
  const closed: string[] = [];
  try {
    for (let day = figure.days === 0 ? first : first + 1; day <= lastDay; day++) {
      const { working, holidays, closures } = calendar.day(formatDate(day));
      const names = [...holidays.map(({ name }) => name), ...closures].map(harmless).join(" and ");
      if (!working) closed.push(`${spokenDate(day)}${names === "" ? "" : ` (${names})`}`);
    }
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
  }
  return closed;
}

/** When a result is due, if it is. */
export function dueLines(result: Result, { figure, zone }: ResultSetting): string[] {
  const { dueAt, dueDate, dueFrom } = result;
  if (typeof dueAt !== "string") return [];
  const due = spokenInstant(zone, Date.parse(dueAt));
  if (typeof dueFrom === "string")
    return [`carried over, due from ${spokenInstant(zone, Date.parse(dueFrom))} to the end of that day`];
  if (figure?.unit !== "days" || dueDate === undefined) return [`due ${due}`];
  if (figure.until === "midnight") return [`due on ${spokenDate(parseDate(dueDate)!)}`];
  return [figure.until === "closing" ? `due before ${due}` : `due ${due}`];
}
