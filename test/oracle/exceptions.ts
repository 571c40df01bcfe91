/**
 * Exceptions: the windows of a date instead of everything else.
 */

import { dateOf } from "./civil.ts";
import type { Exceptions, SpanText, Week } from "./definition.ts";
import { kindOfSpan, SPAN_KINDS, spanHas } from "./span.ts";
import { windowsOfWeek } from "./week.ts";
import { type CivilWindow, parseWindow } from "./window.ts";

/** The exception that holds on a date, if one does. The kind of span decides first, then the order of the lists. */
export function exceptionOn(
  lists: readonly Exceptions[],
  date: string,
): { span: SpanText; hours: string[] | Week } | undefined {
  for (const kind of SPAN_KINDS) {
    for (const list of lists) {
      for (const [span, hours] of Object.entries(list))
        if (kindOfSpan(span) === kind && spanHas(span, date)) return { span, hours };
    }
  }
  return undefined;
}

export function windowsByException(lists: readonly Exceptions[], day: number): CivilWindow[] | undefined {
  const exception = exceptionOn(lists, dateOf(day));
  if (exception === undefined) return undefined;
  const { hours } = exception;
  return Array.isArray(hours) ? hours.map(parseWindow) : windowsOfWeek(hours, day);
}
