/**
 * Policies: random policy documents about one troublesome date, all of which the contract accepts.
 *
 * Every mode of change is written, whether or not anything can change: the contract allows both.
 */

import fc from "fast-check";
import type { PolicyDocument, PolicyVersionDocument } from "../../src/policy/document.ts";
import { plusDays } from "../oracle/policy/hours.ts";
import type { Target } from "../oracle/policy/types.ts";
import { CALENDARS, commitments, often, PRIORITIES, rules, targets } from "./policy-parts.ts";

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
  readonly document: PolicyDocument;
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

const facts = fc.record({
  priority: often<NonNullable<PolicyDocument["facts"]>[string]>(
    { values: PRIORITIES, changedBy: ["prioritised"] },
    fc.constantFrom([...PRIORITIES], { values: PRIORITIES, changedBy: ["prioritised", "opened", "message"] }),
    2,
  ),
  zone: often<NonNullable<PolicyDocument["facts"]>[string]>(
    { values: "any", changedBy: ["moved"] },
    fc.constantFrom({ values: "any" as const }, { values: ["east", "west"], changedBy: ["moved", "opened"] }),
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

/** What a version does to a commitment: another target, its own calendar, another goal; taken back; a new one under this id. */
type Rewrite = {
  target: Target["target"];
  goal: number;
  calendar: string | undefined;
  deed: "target" | "null" | "goal" | "calendar";
};
const rewrites = (names: readonly string[]): fc.Arbitrary<Rewrite> =>
  fc.record({
    target: targets,
    goal: fc.constantFrom(0.5, 0.9),
    calendar: often<string | undefined>(undefined, fc.constantFrom(...names), 1),
    deed: fc.constantFrom("target", "target", "target", "target", "null", "goal", "calendar"),
  });

interface VersionRecipe {
  readonly days: number;
  readonly rewritten: Readonly<Record<string, Rewrite>>;
  readonly calendars: Readonly<Record<string, string>>;
  readonly calendar: string | undefined;
  readonly rules: PolicyDocument["calendarRules"] | undefined;
  readonly named: boolean;
  readonly fresh: Target | undefined;
}

function versionRecipes(ids: readonly string[], names: readonly string[]): fc.Arbitrary<VersionRecipe> {
  const some = <T>(keys: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
    fc
      .subarray([...keys])
      .chain((kept) =>
        fc.record(Object.fromEntries(kept.map((key) => [key, value])) as Record<string, fc.Arbitrary<T>>),
      );
  return fc.record({
    days: fc.integer({ min: 0, max: 4 }),
    rewritten: some(ids, rewrites(names)),
    calendars: often<Record<string, string>>({}, some(names, fc.constantFrom(...Object.keys(CALENDARS))), 2),
    calendar: often<string | undefined>(undefined, fc.constantFrom(...names)),
    rules: often<PolicyDocument["calendarRules"] | undefined>(undefined, rules(names)),
    named: fc.boolean(),
    fresh: often<Target | undefined>(undefined, commitments(KINDS, names), 5),
  });
}

/** A commitment as the version writes it: whole, with the structure that it had. */
function rewritten(before: Target, { deed, target, goal, calendar }: Rewrite): Target | null {
  if (deed === "null") return null;
  if (deed === "goal") return { ...before, goal };
  if (deed === "target") return { ...before, target };
  const { calendar: _, ...others } = before;
  return calendar === undefined ? others : { ...others, calendar };
}

function versionsOf(anchor: string, first: Readonly<Record<string, Target>>, made: readonly VersionRecipe[]) {
  const whole = new Map<string, Target>(Object.entries(first));
  let from = plusDays(anchor, -1);
  return made.map(({ days, rewritten: rewrites, calendars, calendar, rules: calendarRules, named, fresh }, index) => {
    from = plusDays(from, days + 1);
    const entries: [string, Target | null][] = [];
    for (const [id, rewrite] of Object.entries(rewrites)) {
      const now = rewritten(whole.get(id) as Target, rewrite);
      if (now !== null) whole.set(id, now);
      entries.push([id, now]);
    }
    if (fresh !== undefined) entries.push([`fresh-${index}`, fresh]);
    const redefined = Object.entries(calendars).map(([name, other]) => [name, CALENDARS[other]]);
    return {
      from,
      ...(named ? { name: `edition ${index + 2}` } : {}),
      ...(entries.length > 0 ? { commitments: Object.fromEntries(entries) } : {}),
      ...(redefined.length > 0 ? { calendars: Object.fromEntries(redefined) } : {}),
      ...(calendar === undefined ? {} : { calendar }),
      ...(calendarRules === undefined ? {} : { calendarRules }),
    } as PolicyVersionDocument;
  });
}

export function policies(): fc.Arbitrary<PolicyAbout> {
  const ids = fc.constantFrom(["a"], ["a", "b"], ["a", "b", "c"]);
  const names = fc.subarray(Object.keys(CALENDARS), { minLength: 1, maxLength: 3 });
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
        versions: fc.array(versionRecipes(own, calendars), { maxLength: 2 }),
      })
      .map(({ anchor, rules: calendarRules, versions, ...made }) => ({
        anchor,
        document: {
          policy: "random",
          ...made,
          calendars: Object.fromEntries(
            calendars.map((name) => [name, CALENDARS[name]]),
          ) as PolicyDocument["calendars"],
          actors,
          kinds: Object.fromEntries(KINDS.map((kind) => [kind, { events: EVENTS }])),
          ...(calendarRules === undefined ? {} : { calendarRules }),
          ...(versions.length === 0 ? {} : { versions: versionsOf(anchor, made.commitments, versions) }),
        },
      })),
  );
}
