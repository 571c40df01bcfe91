/**
 * Overtakings: a callback that waits, and newer calls that are helped about the instant at which it ends.
 *
 * Random recipes, as in promises.ts: what is asked is one commitment of the kind `carry-over` and a few cases.
 */

import fc from "fast-check";
import { HOUR, iso, plusDays } from "../oracle/charter/paris.ts";
import { anchorDate, clockOn, timeOfDay } from "../oracle/charter/random-times.ts";
import { carriedOverAt } from "../oracle/promises/closing.ts";
import { DESKS, deskOf } from "../oracle/promises/desk.ts";
import type { CarryOver } from "../oracle/promises/document.ts";
import type { Question } from "../oracle/promises/judge.ts";
import type { CaseInput } from "../oracle/promises/types.ts";
import { documentOf } from "./promises.ts";

const MINUTE = 60_000;
const nearly = fc.constantFrom(-1, 0, 0, 1, 1);
const soon = fc.oneof(
  nearly,
  fc.integer({ min: 1, max: 300 }).map((minutes) => minutes * MINUTE),
);

const newer = fc.record({
  /** After the callback was carried over, or was called. */
  called: soon,
  /** After its own call. */
  helped: fc.oneof({ weight: 5, arbitrary: soon }, { weight: 2, arbitrary: fc.constantFrom(20 * HOUR, 50 * HOUR) }),
  isHelped: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  cancelled: fc.option(nearly, { freq: 5 }),
  kind: fc.constantFrom("usage", "usage", "anomaly"),
});

const recipe = fc.record({
  calendar: fc.constantFrom("desk", "desk", "late", "touching", ...Object.keys(DESKS)),
  order: fc.constantFrom("require" as const, "require" as const, "require" as const, "report" as const),
  closing: fc.constantFrom("day" as const, "window" as const),
  anchor: anchorDate,
  days: fc.integer({ min: 0, max: 6 }),
  time: timeOfDay,
  others: fc.array(newer, { minLength: 1, maxLength: 3 }),
  /** How the callback ends, and how long after the help to one of the newer calls. */
  ends: fc.constantFrom("pending", "pending", "assisted", "cancelled"),
  after: fc.oneof(nearly, soon, fc.constant(30 * HOUR)),
  ofWhich: fc.nat(2),
  turned: fc.boolean(),
});

export function overtakings(): fc.Arbitrary<Question> {
  return recipe.map(({ calendar, order, closing, anchor, days, time, others, ends, after, ofWhich, turned }) => {
    const commitment: CarryOver = {
      ...{ kind: "carry-over", kinds: ["usage", "anomaly"], start: "called", stop: "assisted" },
      ...{ order, closing },
    };
    const calledAt = clockOn(plusDays(anchor, days), time);
    const carriedAt = carriedOverAt(commitment, deskOf(calendar), calledAt) ?? calledAt;
    const events = (...all: (readonly [type: string, at: number])[]) =>
      all.map(([type, at]) => ({ type, at: iso(at) }));
    const helps = others.map(({ called, helped }) => carriedAt + called + Math.max(0, helped));
    const endsAt = Math.max(calledAt, (helps[ofWhich % helps.length] ?? carriedAt) + after);
    const waiting: CaseInput = {
      ...{ id: "waits", kind: "usage" },
      events: [...events(["called", calledAt]), ...(ends === "pending" ? [] : events([ends, endsAt]))],
    };
    const rest = others.map(({ called, isHelped, cancelled, kind }, index): CaseInput => {
      const helpedAt = helps[index] ?? carriedAt;
      const more = [
        ...(isHelped ? events(["assisted", helpedAt]) : []),
        ...(cancelled === null ? [] : events(["cancelled", helpedAt + cancelled])),
      ];
      return { id: `newer ${index}`, kind, events: [...events(["called", carriedAt + called]), ...more] };
    });
    const cases = turned ? [...rest, waiting] : [waiting, ...rest];
    const asOf = iso(clockOn(plusDays(anchor, 30), 0));
    return { document: documentOf(commitment, calendar), cases, register: null, asOf, period: null };
  });
}
