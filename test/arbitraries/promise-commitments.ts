/**
 * Promises: random commitments of each kind that is no clock, as a policy document writes them.
 */

import fc from "fast-check";
import type {
  Allowance,
  Availability,
  Cadence,
  CarryOver,
  Commitment,
  DaysPromise,
  DaysTarget,
  Detection,
  FollowUp,
  Named,
  Share,
  Standing,
  Target,
} from "../oracle/promises/document.ts";

/** The value, or now and then a promise without a figure. */
const orNull = <T>(figure: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 9, arbitrary: figure }, { weight: 1, arbitrary: fc.constant(null) });

const conditions = fc.constantFrom<string[]>([], ["contract-in-force"], ["contract-in-force", "contract-paid"]);
/** On cases, whose start event may speak of remote access. */
const conditionsOfCases = fc.oneof(
  { weight: 3, arbitrary: conditions },
  { weight: 1, arbitrary: fc.constantFrom(["remote-access"], ["contract-in-force", "remote-access"]) },
);
const kinds = fc.constantFrom<string[]>(["usage"], ["usage"], ["usage", "anomaly"]);

const days: fc.Arbitrary<DaysTarget> = fc.record({
  days: fc.constantFrom("P0D", "P1D", "P3D", "P7D"),
  count: fc.constantFrom("calendar" as const, "working" as const),
  until: fc.constant("midnight" as const),
  rollToOpen: fc.boolean(),
});
const hours = fc.record({
  hours: fc.constantFrom("PT1H", "PT4H", "PT30M", "PT48H"),
  count: fc.constantFrom("open" as const, "working-days" as const, "running" as const),
});
const within: fc.Arbitrary<Target | null> = fc.oneof(fc.constant(null), days, hours);

const cadence: fc.Arbitrary<Cadence> = fc.record({
  kind: fc.constant("cadence" as const),
  of: fc.constantFrom("customers.surveys", "customers.surveys", "staff.trainings", "staff.assessments", "publications"),
  every: orNull(fc.constantFrom("P2Y", "P1Y", "P4Y", "P6M", "P1M", "P2W", "P10D", "P1Y6M")),
});
const cadenceWithConditions: fc.Arbitrary<Cadence> = fc
  .tuple(cadence, conditions)
  .map(([one, wanted]) => (one.of === "customers.surveys" ? { ...one, conditions: wanted } : one));

const standing: fc.Arbitrary<Standing> = fc.record({
  kind: fc.constant("standing" as const),
  promise: fc.constantFrom("opinion-form", "opinion-form", "manual"),
});

const availability: fc.Arbitrary<Availability> = fc.record({
  kind: fc.constant("availability" as const),
  calendar: fc.constantFrom("desk", "desk", "late"),
  goal: orNull(fc.constantFrom(0.5, 0.9, 0.99, 0.3, 0.7, 1)),
});

const allowance: fc.Arbitrary<Allowance> = fc.record({
  kind: fc.constant("allowance" as const),
  kinds,
  start: fc.constant("called"),
  help: fc.constant("assisted"),
  minutes: fc.constantFrom({ trained: 30, untrained: 15 }, { trained: 20, untrained: 0 }),
  per: fc.constantFrom("request" as const, "contract-year" as const),
  followUp: fc.record({
    when: fc.constant("untrained" as const),
    by: fc.constant("sales-action"),
    ends: fc.constant("closed"),
    within,
  }),
  conditions: conditionsOfCases,
});

const followUp: fc.Arbitrary<FollowUp> = fc.record({
  kind: fc.constant("follow-up" as const),
  kinds,
  after: fc.constantFrom(["called"], ["called", "reopened"]),
  by: fc.constantFrom(["assisted"], ["assisted", "sales-action"]),
  ends: fc.constant("closed"),
  within,
  goal: orNull(fc.constantFrom(0.5, 0.9, 1)),
  conditions: conditionsOfCases,
});

const detection: fc.Arbitrary<Detection> = fc.record({
  kind: fc.constant("detection" as const),
  kinds,
  start: fc.constant("called"),
  of: fc.constant("untrained" as const),
  count: orNull(fc.constantFrom(1, 2, 2, 3, 3)),
  months: orNull(fc.constantFrom(1, 6, 12)),
  by: fc.constant("recommendations" as const),
  within: fc.oneof(fc.constant(null), days),
  conditions,
});

const members = fc.constantFrom<Pick<Share, "where" | "not">>(
  { where: { channel: ["phone", "remote"] } },
  { where: { channel: "phone" } },
  { where: { channel: "phone", by: "tech-1" } },
  { not: { channel: "on-site" } },
  { where: { by: "tech-1" }, not: { channel: ["on-site"] } },
  { where: { minutes: ["10", "15"] } },
);
const goals: fc.Arbitrary<Pick<Share, "goal" | "goalAbove">> = fc
  .tuple(orNull(fc.constantFrom(0.5, 0.6, 1)), fc.boolean())
  .map(([goal, above]) => (goal !== null && above ? { goal, goalAbove: true } : { goal }));
const share: fc.Arbitrary<Share> = fc.tuple(members, goals, conditions, kinds).map(([wanted, goal, one, cases]) => ({
  kind: "share",
  kinds: cases,
  of: "assisted",
  ...wanted,
  ...goal,
  conditions: one,
}));
const shareOfSurveys: fc.Arbitrary<Share> = fc
  .tuple(fc.constantFrom({ where: { channel: "email" } }, { not: { channel: ["paper"] } }), goals, conditions)
  .map(([wanted, goal, one]) => ({ kind: "share", of: "customers.surveys", ...wanted, ...goal, conditions: one }));

/** An event in every way in which it may be named, mostly the first of the two alone. */
const named = (first: string, second: string): fc.Arbitrary<Named> =>
  fc.constantFrom<Named[]>(
    ...[first, first, first, [first], [first, second], { event: first }, { event: [first, second] }],
    { event: first, where: { channel: ["phone", "remote"] } },
    { event: first, not: { channel: "on-site" } },
    [{ event: first, where: { channel: "phone" } }, second],
  );

const carryOver: fc.Arbitrary<CarryOver> = fc.record({
  kind: fc.constant("carry-over" as const),
  kinds,
  start: named("called", "reopened"),
  stop: named("assisted", "sales-action"),
  order: fc.constantFrom("report" as const, "require" as const),
  closing: fc.constantFrom("window" as const, "window" as const, "day" as const),
  conditions: conditionsOfCases,
});

const serviceDay: fc.Arbitrary<DaysPromise> = fc.record({
  kind: fc.constant("target" as const),
  kinds,
  start: fc.constant("called"),
  stop: fc.constant(["assisted"]),
  target: fc
    .tuple(days, fc.constantFrom("service-day" as const, "service-day" as const, "civil-date" as const), fc.boolean())
    .map(([one, day, closing]) => ({ ...one, day, ...(closing && { until: "closing" as const, rollToOpen: true }) })),
  reopening: fc.constant("ignore" as const),
  conditions: conditionsOfCases,
});

export const COMMITMENTS: Readonly<Record<string, fc.Arbitrary<Commitment>>> = {
  cadence: cadenceWithConditions,
  standing,
  availability,
  allowance,
  "follow-up": followUp,
  detection,
  share,
  "share of surveys": shareOfSurveys,
  "carry-over": carryOver,
  "service day": serviceDay,
};
