/**
 * Types of event that a policy does not know, in words, with the line that declares them.
 */
import type { Evaluation } from "../evaluation/result.ts";
import { show } from "../issues/show.ts";

/** Types shown; the rest is counted. */
const SHOWN_TYPES = 10;

/** Lines that name the types, how many events and cases there are of each, and what declares them; none where all are known. */
export function unknownLines({ unknownEvents = [], ignoresUnknown }: Evaluation): string[] {
  if (unknownEvents.length === 0) return [];
  const shown = unknownEvents.slice(0, SHOWN_TYPES);
  const left = unknownEvents.length - shown.length;
  const named = shown.map(
    ({ kind, type, events, cases }) =>
      `${show(type)} (${show(kind).slice(1, -1)}: ${events} event${events === 1 ? "" : "s"} of ${cases} case${cases === 1 ? "" : "s"})`,
  );
  const more = left === 0 ? "" : ` and ${left} more`;
  const types = [...new Set(shown.map(({ type }) => show(type)))].join(", ");
  return [
    `events of a type that the policy does not know: ${named.join(", ")}${more}`,
    ignoresUnknown === true
      ? "they are taken for events that move no clock (ignore-unknown)"
      : `if they move no clock, declare them in the policy: "events": { "other": [${types}] }`,
  ];
}
