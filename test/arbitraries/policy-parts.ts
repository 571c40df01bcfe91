/**
 * Policy parts: calendars, rules, targets and modes of change that random policies are put together from.
 */

import fc from "fast-check";
import type { CalendarRuleDocument, ChangesDocument, TableDocument } from "../../src/policy/documents/document.ts";
import type { DaysDocument, HoursDocument } from "../../src/policy/documents/document-parts.ts";
import type { Definition } from "../oracle/definition.ts";
import type { Document, Target } from "../oracle/policy/types.ts";

const KNOWN = { from: "2025-01-01", to: "2028-12-31" };
const TORONTO_DAYS = ["2026-02-16", "2026-04-03", "2026-05-18", "2026-10-12", "2026-12-25"];
const PARIS_DAYS = ["2026-03-30", "2026-05-08", "2026-05-14", "2026-10-26", "2026-11-11", "2026-12-25"];

/** By the name that a policy gives them first; a version may put any of them under any name. */
export const CALENDARS: Readonly<Record<string, Definition>> = {
  office: { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] }, holidays: ["FR"] },
  long: {
    timeZone: "Europe/Paris",
    week: { "mon-fri": ["08:00-18:00"], sat: ["09:00-12:30"] },
    holidays: [{ dates: PARIS_DAYS, ...KNOWN }],
  },
  always: { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } },
  toronto: {
    timeZone: "America/Toronto",
    week: { "mon-fri": ["09:00-17:00"] },
    holidays: [{ dates: TORONTO_DAYS, ...KNOWN }],
  },
  night: { timeZone: "Europe/Paris", week: { "mon-sat": ["22:00-06:00"] }, holidays: ["FR"] },
};

export const PRIORITIES = ["P1", "P2", "P3"] as const;
export const often = <T>(value: T, other: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });

const hours: fc.Arbitrary<HoursDocument> = fc.record({
  hours: fc.constantFrom("PT30M", "PT1H", "PT2H", "PT3H", "PT4H", "PT8H", "PT12H", "PT1H30M"),
  count: fc.constantFrom(
    "open" as const,
    "open" as const,
    "open" as const,
    "working-days" as const,
    "running" as const,
  ),
});

/** No days at all end at midnight of the civil date: what else they might mean is not judged here. */
const days: fc.Arbitrary<DaysDocument> = fc
  .record({
    days: fc.constantFrom("P0D", "P1D", "P1D", "P2D", "P3D"),
    count: fc.constantFrom("calendar" as const, "working" as const),
    until: fc.constantFrom("midnight" as const, "closing" as const, "same-time" as const),
    rollToOpen: fc.boolean(),
    day: fc.constantFrom(undefined, undefined, undefined, "service-day" as const, "civil-date" as const),
  })
  .map(({ day, ...made }) => {
    if (made.days === "P0D") return { ...made, until: "midnight" as const };
    return day === undefined ? made : { ...made, day };
  })
  .map((made) => (made.until === "closing" ? { ...made, rollToOpen: true } : made));

const figure = fc.oneof({ weight: 4, arbitrary: hours }, { weight: 1, arbitrary: days });
const cell = fc.oneof({ weight: 8, arbitrary: figure }, { weight: 1, arbitrary: fc.constant(null) });

/** The cell `unset` is taken out again where the fact is never so (`fitted`). */
const table: fc.Arbitrary<TableDocument> = fc
  .tuple(figure, cell, cell, cell)
  .map(([P1, P2, P3, unset]) => ({ by: "priority", values: { P1, P2, P3, unset } }));

export const targets: fc.Arbitrary<Target["target"]> = fc.oneof(
  { weight: 2, arbitrary: figure },
  { weight: 3, arbitrary: table },
);

const mode = fc.constantFrom("keep" as const, "keep-elapsed" as const, "restart" as const, "retroactive" as const);
export const changes: fc.Arbitrary<ChangesDocument> = fc.record({ fact: mode, policy: mode, calendar: mode });

const WHENS: readonly CalendarRuleDocument["when"][] = [
  { priority: "P1" },
  { priority: ["P1", "P2"] },
  { priority: "P3", kind: "incident" },
  { zone: "east" },
  { zone: ["east", "west"], kind: "request" },
  { kind: "request" },
  { customer: ["acme", "bolt"] },
  { priority: ["P2", "unset"] },
  { zone: "unset" },
];

/** Rules of which none leaves nothing to a later one. */
export function rules(calendars: readonly string[]): fc.Arbitrary<CalendarRuleDocument[]> {
  const rule = fc.record({ when: fc.constantFrom(...WHENS), calendar: fc.constantFrom(...calendars) });
  return fc
    .array(rule, { minLength: 1, maxLength: 3 })
    .map((all) => all.filter((one, index) => !all.slice(0, index).some((earlier) => covers(earlier, one))));
}

/** Without what names a fact's value before its first change where the fact has none that is called so. */
export function fitted(document: Document): Document {
  const isUnset = (name: string): boolean => {
    const fact = document.facts?.[name];
    return fact !== undefined && "before" in fact && fact.before === "unset";
  };
  const without = <T extends Partial<Pick<Document, "calendarRules" | "commitments">>>(one: T): T => {
    const { calendarRules, commitments, ...rest } = one;
    const rules = calendarRules?.filter(({ when }) =>
      Object.entries(when).every(([name, wanted]) => ![wanted].flat().includes("unset") || isUnset(name)),
    );
    const kept = Object.entries(commitments ?? {}).map(([id, commitment]) => [
      id,
      isUnset("priority") ? commitment : withoutUnset(commitment as Target | null),
    ]);
    return {
      ...rest,
      ...(rules === undefined || rules.length === 0 ? {} : { calendarRules: rules }),
      ...(commitments === undefined ? {} : { commitments: Object.fromEntries(kept) }),
    } as T;
  };
  const { versions } = document;
  return {
    ...without(document),
    ...(versions === undefined ? {} : { versions: versions.map((one) => without(one as never)) }),
  };
}

function withoutUnset(commitment: Target | null): Target | null {
  if (commitment === null || !("by" in commitment.target)) return commitment;
  const { unset: _, ...values } = commitment.target.values;
  const { atRisk, ...rest } = commitment;
  // Shares at risk are of hours.
  const hasHours = Object.values(values).some((cell) => cell !== null && "hours" in cell);
  return {
    ...rest,
    target: { ...commitment.target, values },
    ...(atRisk === undefined || !hasHours ? {} : { atRisk }),
  };
}

function covers(earlier: CalendarRuleDocument, later: CalendarRuleDocument): boolean {
  return Object.entries(earlier.when).every(([key, wanted]) => {
    const narrower = later.when[key];
    return narrower !== undefined && [narrower].flat().every((text) => [wanted].flat().includes(text));
  });
}
