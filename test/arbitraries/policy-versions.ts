/**
 * Policy versions: what random policies change on a date, beginning about one troublesome date.
 */

import fc from "fast-check";
import type { PolicyDocument, PolicyVersionDocument } from "../../src/policy/documents/document.ts";
import { plusDays } from "../oracle/policy/hours.ts";
import type { Target } from "../oracle/policy/types.ts";
import { commitments, isWithoutHours } from "./policy-commitments.ts";
import { CALENDARS, often, rules, targets } from "./policy-parts.ts";

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

export interface VersionRecipe {
  readonly days: number;
  readonly rewritten: Readonly<Record<string, Rewrite>>;
  readonly calendars: Readonly<Record<string, string>>;
  readonly calendar: string | undefined;
  readonly rules: PolicyDocument["calendarRules"] | undefined;
  readonly named: boolean;
  readonly fresh: Target | undefined;
}

export function versionRecipes(
  kinds: readonly string[],
  ids: readonly string[],
  names: readonly string[],
): fc.Arbitrary<VersionRecipe> {
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
    fresh: often<Target | undefined>(undefined, commitments(kinds, names), 5),
  });
}

/** A commitment as the version writes it: whole, with the structure that it had. */
function rewritten(before: Target, { deed, target, goal, calendar }: Rewrite): Target | null {
  if (deed === "null") return null;
  if (deed === "goal") return { ...before, goal };
  if (deed === "target") {
    const { atRisk, ...kept } = before;
    return { ...kept, target, ...(atRisk === undefined || isWithoutHours(target) ? {} : { atRisk }) };
  }
  const { calendar: _, ...others } = before;
  return calendar === undefined ? others : { ...others, calendar };
}

export function versionsOf(
  anchor: string,
  first: Readonly<Record<string, Target>>,
  made: readonly VersionRecipe[],
): PolicyVersionDocument[] {
  const whole = new Map<string, Target>(Object.entries(first));
  const gone = new Set<string>();
  let from = plusDays(anchor, -1);
  return made.map(({ days, rewritten: rewrites, calendars, calendar, rules: calendarRules, named, fresh }, index) => {
    from = plusDays(from, days + 1);
    const entries: [string, Target | null][] = [];
    for (const [id, rewrite] of Object.entries(rewrites)) {
      const now = rewritten(whole.get(id) as Target, rewrite);
      // What is taken back cannot be taken back again.
      if (now === null && gone.has(id)) continue;
      if (now === null) gone.add(id);
      else {
        gone.delete(id);
        whole.set(id, now);
      }
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
