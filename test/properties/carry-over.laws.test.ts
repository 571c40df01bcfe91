/**
 * Laws of callbacks over random desks, nights and days without a closing among them, under both readings of the closing.
 */
import { describe, expect } from "vitest";
import { definePolicy, evaluate, type PolicyDocument } from "../../src/index.ts";
import { type Morning, mornings } from "../arbitraries/mornings.ts";
import { law } from "../helpers/law.ts";
import { announceSeed } from "../helpers/runs.ts";
import { MS_PER_HOUR } from "../oracle/civil.ts";

announceSeed("carry-over.laws");

const SHARE = 0.3;

/** The pending calls of a morning as cases, some of them made: every third an hour after the agents begin, the next three hours after. */
function evaluated({ definition, fromMs, pending, closing }: Morning, order: "report" | "require") {
  const policy = definePolicy({
    policy: "callbacks",
    calendars: { desk: definition },
    calendar: "desk",
    kinds: { call: { events: ["called", "made"], queue: "phone" } },
    commitments: { back: { kind: "carry-over", kinds: ["call"], start: "called", stop: "made", order, closing } },
  } as PolicyDocument);
  const cases = pending.map(({ id, calledMs }, i) => {
    const hours = [1, 3, undefined][i % 3];
    const made = hours === undefined ? [] : [{ type: "made", at: fromMs + hours * MS_PER_HOUR }];
    return { id, kind: "call", events: [{ type: "called", at: calledMs }, ...made] };
  });
  const asOfMs = fromMs + 30 * MS_PER_HOUR;
  const { cases: results } = evaluate(policy, cases, { asOf: asOfMs });
  // The helped ones' own instants: a result that cannot be measured shows none.
  const helpedMs = new Map(cases.map(({ id, events }) => [id, events[1]?.at]));
  return { asOfMs, helpedMs, results: results.map(({ id, commitments }) => ({ id, ...commitments["back"]! })) };
}

describe("a callback", () => {
  law(
    "that runs is missed later than now, and changes later than now",
    mornings(),
    (morning) => {
      const { asOfMs, results } = evaluated(morning, "require");
      for (const { outcome, missedAt, nextChangeAt } of results) {
        if (outcome !== "running") continue;
        expect(Date.parse(missedAt!)).toBeGreaterThan(asOfMs);
        expect(Date.parse(nextChangeAt!)).toBeGreaterThan(asOfMs);
      }
    },
    SHARE,
  );

  law(
    "that was overtaken where the order is required is missed, no later than at the first help that overtook it",
    mornings(),
    (morning) => {
      const { helpedMs, results } = evaluated(morning, "require");
      for (const { outcome, missedAt, overtakenBy = [] } of results) {
        if (overtakenBy.length === 0) continue;
        expect(outcome).toBe("missed");
        expect(Date.parse(missedAt!)).toBeLessThanOrEqual(helpedMs.get(overtakenBy[0]!)!);
      }
    },
    SHARE,
  );

  law(
    "is judged the same whether the order is required or told, but for those that were overtaken",
    mornings(),
    (morning) => {
      const [required, told] = [evaluated(morning, "require").results, evaluated(morning, "report").results];
      required.forEach((result, i) => {
        expect(result.overtakenBy).toEqual(told[i]!.overtakenBy);
        if ((result.overtakenBy ?? []).length === 0) expect(result).toEqual(told[i]);
      });
    },
    SHARE,
  );
});
