/**
 * What is said of a date of the year, beside its kind: the names of its holidays and closures, and its hours where they are not
 * those of the week. Names come from definitions: they are made harmless here.
 */
import { harmless } from "../../issues/show.ts";
import type { GlanceDay } from "./glance.ts";
import { spokenHours, type YearWords } from "./words.ts";

/** Names of the holidays and closures of a date, joined; each once. */
export function namesOf(day: GlanceDay, { language }: YearWords): string {
  const names = [...day.holidays.map((holiday) => holiday.names[language]), ...day.closures];
  return [...new Set(names)].map(harmless).join(", ");
}

/** Names and hours: `Christmas Eve, open 09:00-12:00`; empty for a date that is only as the week is. */
export function noteOf(day: GlanceDay, words: YearWords): string {
  const names = namesOf(day, words);
  if (day.kind === "skipped") return joined(names, words.kinds.skipped);
  if (day.kind !== "exception" && (!day.working || names === "")) return names;
  return joined(names, day.working ? `${words.open} ${day.windows.join(" ")}` : words.closed);
}

/** All that is known of a date, in a line: `Thursday 1 January 2026: holiday, New Year's Day`. */
export function lineOf(day: GlanceDay, words: YearWords): string {
  const [year, month, date] = day.date.split("-").map(Number) as [number, number, number];
  const spoken = `${words.weekdays[day.weekday - 1]} ${date} ${words.months[month - 1]} ${year}`;
  const hours = day.working ? `${spokenHours(day.openMs, words)} (${day.windows.join(" ")})` : "";
  const pont = day.pont ? words.kinds.pont : "";
  // "exceptional hours" says little of a date that is closed.
  const kind = day.kind === "exception" && !day.working ? words.closed : words.kinds[day.kind];
  const parts = [kind, namesOf(day, words), hours, pont].filter((part) => part !== "");
  return `${spoken}${words.language === "fr" ? " :" : ":"} ${parts.join(", ")}`;
}

function joined(names: string, rest: string): string {
  return names === "" ? rest : `${names}, ${rest}`;
}
