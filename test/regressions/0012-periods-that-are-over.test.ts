/**
 * A promise on customers was said to change next at the very instant of judgement, or later, where the period was over: nothing changes
 * in it any more. The first instant at which something can change lies after `asOf` (docs/semantics.md; docs/promises.md).
 */
import { expect, it } from "vitest";
import { definePolicy, evaluate } from "../../src/index.ts";

const policy = definePolicy({
  policy: "over",
  calendars: { desk: { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } } },
  calendar: "desk",
  kinds: { usage: { events: ["called", "assisted"] } },
  commitments: {
    advice: {
      ...{ kind: "detection", kinds: ["usage"], start: "called", of: "untrained", count: 1, months: 1 },
      ...{ by: "recommendations", within: { days: "P0D", count: "calendar", until: "midnight", rollToOpen: false } },
    },
    survey: { kind: "cadence", of: "customers.surveys", every: "P1M" },
  },
} as unknown);
const cases = [
  {
    ...{ id: "A", kind: "usage", customer: "acme", module: "stock" },
    events: [{ type: "called", at: "2026-05-05T10:00+02:00" }],
  },
];
const register = { customers: [{ id: "acme", trained: [], surveys: [{ date: "2026-05-02" }] }] };

// Asked for by 5 May; the next survey is due by 2 June.
it.each([
  ["2026-05-05T23:59:59.999+02:00", "2026-05-05T22:00:00.000Z", "2026-06-02T22:00:00.000Z"],
  ["2026-05-06T00:00+02:00", null, null],
  ["2026-05-20T00:00+02:00", null, null],
])("as of %s advice of 5 May changes next at %s, a survey at %s", (asOf, advice, survey) => {
  const { register: results } = evaluate(policy, cases, { asOf, register, period: "2026-05-05" });
  const of = (id: string) => results.map(({ commitments }) => commitments[id]).find((each) => each !== undefined)!;
  expect([of("advice").outcome, of("advice").dueAt]).toEqual(["running", "2026-05-05T22:00:00.000Z"]);
  expect([of("advice").nextChangeAt, of("survey").nextChangeAt]).toEqual([advice, survey]);
});
