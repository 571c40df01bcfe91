/**
 * Policies: random policy documents about one troublesome date, all of which the contract accepts.
 *
 * Every mode of change is written, whether or not anything can change: the contract allows both.
 */

import fc from "fast-check";
import type { PolicyDocument } from "../../src/policy/documents/document.ts";
import type { Document, Fact } from "../oracle/policy/types.ts";
import { commitments } from "./policy-commitments.ts";
import { CALENDARS, fitted, often, PRIORITIES, rules } from "./policy-parts.ts";
import { versionRecipes, versionsOf } from "./policy-versions.ts";

/** Eves of holidays, and of the four nights on which the clock of Paris or of Toronto changes. */
const TROUBLE_DATES = [
  "2026-05-07",
  "2026-05-13",
  "2026-05-22",
  "2026-03-27",
  "2026-10-23",
  "2026-03-06",
  "2026-10-30",
];

export interface PolicyAbout {
  readonly anchor: string;
  readonly document: Document;
}

const KINDS = ["incident", "request"];
const EVENTS = [
  "opened",
  "resolved",
  "reopened",
  "message",
  "call",
  "dropped",
  "assigned",
  "prioritised",
  "moved",
  "noted",
];

/** What events change says what it is before. */
const before = fc.constantFrom("first" as const, "unset" as const);
const changing = (values: "any" | readonly string[], ...changedBy: string[]): fc.Arbitrary<Fact> =>
  before.map((one) => ({ values, changedBy, before: one }));

const facts: fc.Arbitrary<Record<"priority" | "zone", Fact>> = fc.record({
  priority: fc.oneof(
    { weight: 2, arbitrary: changing(PRIORITIES, "prioritised") },
    { weight: 1, arbitrary: changing(PRIORITIES, "prioritised", "opened", "message") },
    { weight: 1, arbitrary: fc.constant<Fact>([...PRIORITIES]) },
  ),
  zone: fc.oneof(
    { weight: 3, arbitrary: changing("any", "moved") },
    { weight: 1, arbitrary: fc.constant<Fact>({ values: "any" }) },
    { weight: 1, arbitrary: changing(["east", "west"], "moved", "opened") },
  ),
});

const events: fc.Arbitrary<NonNullable<PolicyDocument["events"]>> = often<NonNullable<PolicyDocument["events"]>>(
  { pause: "paused", resume: "resumed", cancel: "cancelled", other: ["filed"] },
  fc.constant({
    pause: ["paused", { event: "noted", where: { waiting: "true" } }],
    resume: ["resumed", { event: "message", actor: "customer" }],
    cancel: "cancelled",
    other: ["filed"],
  }),
);

const actors: PolicyDocument["actors"] = {
  customer: { where: { side: "customer" } },
  responder: { where: { side: ["provider", "partner"] }, not: { visibility: ["internal", "hidden"] } },
};

const otherwise = fc.constantFrom("not-applicable" as const, "excuse" as const, "excuse" as const, "warn" as const);
const conditions: fc.Arbitrary<NonNullable<PolicyDocument["conditions"]>> = fc.record({
  force: fc.record({ check: fc.constant("contract-in-force" as const), otherwise }),
  paid: fc.record({ check: fc.constant("contract-paid" as const), otherwise }),
  contact: fc.record({ check: fc.constant("person-is-contact" as const), otherwise }),
});

/** @param known Names of the calendars that may be among its own. */
export function policies(known: readonly string[] = Object.keys(CALENDARS)): fc.Arbitrary<PolicyAbout> {
  const ids = fc.constantFrom(["a"], ["a", "b"], ["a", "b"], ["a", "b", "c"]);
  // Each calendar costs the library the compiling of a year or two.
  const names = fc.oneof(
    { weight: 4, arbitrary: fc.subarray([...known], { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.subarray([...known], { minLength: 3, maxLength: 3 }) },
  );
  return fc.tuple(ids, names).chain(([own, calendars]) =>
    fc
      .record({
        anchor: fc.constantFrom(...TROUBLE_DATES),
        calendar: fc.constantFrom(...calendars),
        rules: often<PolicyDocument["calendarRules"] | undefined>(undefined, rules(calendars), 1),
        facts,
        events,
        conditions,
        commitments: fc.record(Object.fromEntries(own.map((id) => [id, commitments(KINDS, calendars)]))),
        versions: fc.array(versionRecipes(KINDS, own, calendars), { maxLength: 2 }),
      })
      .map(({ anchor, rules: calendarRules, versions, ...made }) => ({
        anchor,
        document: fitted({
          policy: "random",
          ...made,
          calendars: Object.fromEntries(
            calendars.map((name) => [name, CALENDARS[name]]),
          ) as PolicyDocument["calendars"],
          actors,
          kinds: Object.fromEntries(KINDS.map((kind) => [kind, { events: EVENTS }])),
          ...(calendarRules === undefined ? {} : { calendarRules }),
          ...(versions.length === 0 ? {} : { versions: versionsOf(anchor, made.commitments, versions) }),
        }),
      })),
  );
}
