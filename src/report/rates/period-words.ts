/**
 * The period of an evaluation in words, and whether it is over.
 */
import { spokenInstant } from "../../clock/explain.ts";
import type { Evaluation } from "../../evaluation/result.ts";
import { formatDate, parseDate } from "../../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import type { Zone } from "../../time/zone.ts";

/** `in 2026-10`, `from 2026-10-01, before 2026-11-01`; undefined where all cases count. */
export function periodWords({ period, since, until }: Evaluation, zone: Zone): string | undefined {
  if (period !== undefined) return `in ${period}`;
  const shown = (text: string): string =>
    parseDate(text) === undefined ? spokenInstant(zone, Date.parse(text)) : text;
  const words = [
    ...(since === undefined ? [] : [`from ${shown(since)}`]),
    ...(until === undefined ? [] : [`before ${shown(until)}`]),
  ];
  return words.length === 0 ? undefined : words.join(", ");
}

/** Of which cases the rates are: more may begin in a period that is not over. */
export function amongWords(evaluation: Evaluation, zone: Zone): string {
  const words = periodWords(evaluation, zone);
  if (words === undefined) return "of the cases begun so far";
  if (!isOver(evaluation, zone)) return `of the cases begun so far ${words}`;
  return evaluation.period === undefined ? `of the cases begun ${words}` : words;
}

function isOver({ asOf, period, until }: Evaluation, zone: Zone): boolean {
  const asOfMs = Date.parse(asOf);
  const date = formatDate(Math.floor((asOfMs + zone.offsetMsAt(asOfMs)) / MS_PER_UTC_DAY));
  if (period !== undefined) return date.slice(0, period.length) > period;
  if (until === undefined) return false;
  return parseDate(until) === undefined ? asOfMs >= Date.parse(until) : date >= until;
}
