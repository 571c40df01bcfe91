/**
 * Span: the dates that a text means, one or a range, once or in every year.
 *
 * Dates are ISO text and days of the year are "MM-DD", so that "earlier" is alphabetical.
 */

import type { SpanText } from "./definition.ts";

/** In order of precedence. */
export const SPAN_KINDS = ["date", "range", "yearly date", "yearly range"] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

const KIND_BY_SHAPE: readonly (readonly [shape: RegExp, kind: SpanKind])[] = [
  [/^\d{4}-\d\d-\d\d$/, "date"],
  [/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/, "range"],
  [/^\d\d-\d\d$/, "yearly date"],
  [/^\d\d-\d\d\/\d\d-\d\d$/, "yearly range"],
];

const kinds = new Map<SpanText, SpanKind>();

/** By the shape of the text. Remembered: it is asked for every date. */
export function kindOfSpan(span: SpanText): SpanKind {
  const kind = kinds.get(span) ?? readKind(span);
  kinds.set(span, kind);
  return kind;
}

function readKind(span: SpanText): SpanKind {
  const found = KIND_BY_SHAPE.find(([shape]) => shape.test(span));
  if (found === undefined) throw new TypeError(`not a span: ${span}`);
  return found[1];
}

/** Is this date, "2026-12-24", one of the span's? */
export function spanHas(span: SpanText, date: string): boolean {
  const [from = "", to = ""] = span.split("/");
  const dayOfYear = date.slice("2026-".length);
  switch (kindOfSpan(span)) {
    case "date":
      return date === span;
    case "range":
      return from <= date && date <= to;
    case "yearly date":
      return dayOfYear === span;
    case "yearly range":
      // An end before its start goes over New Year: what is not between them is outside.
      return from <= to ? from <= dayOfYear && dayOfYear <= to : dayOfYear >= from || dayOfYear <= to;
  }
}
