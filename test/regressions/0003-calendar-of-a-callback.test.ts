/**
 * Where rules choose calendars, the result of a callback said nothing of the calendar that judged it; other results did. Source:
 * docs/policies.md, "Calendars".
 */
import { expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../src/charters/clip-industrie.ts";
import { definePolicy, evaluate } from "../../src/index.ts";

it("a callback says by which calendar it was judged, and by which rule", () => {
  const { calendars, kinds, events } = clipIndustrieDefinition;
  const night = { timeZone: "Europe/Paris", week: { "mon-sun": ["18:00-22:00"] } };
  const policy = definePolicy({
    policy: "two-desks",
    calendars: { desk: calendars["desk"]!, night },
    calendar: "desk",
    calendarRules: [{ when: { kind: "usage" }, calendar: "night" }],
    kinds,
    ...(events === undefined ? {} : { events }),
    commitments: {
      callback: { kind: "carry-over", kinds: ["usage", "anomaly"], start: "called", stop: "assisted", order: "report" },
    },
  });
  const told = (kind: string): object => {
    const cases = [{ id: "A", kind, events: [{ type: "called", at: "2026-05-22T17:30:00+02:00" }] }];
    const { callback } = evaluate(policy, cases, { asOf: "2026-05-24T00:00:00+02:00" }).cases[0]!.commitments;
    return { calendar: callback?.calendar, rule: callback?.calendarRule, dueFrom: callback?.dueFrom };
  };
  expect(told("usage")).toEqual({ calendar: "night", rule: 0, dueFrom: "2026-05-23T16:00:00.000Z" });
  expect(told("anomaly")).toEqual({ calendar: "desk", rule: null, dueFrom: "2026-05-26T07:00:00.000Z" });
});
