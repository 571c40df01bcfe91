/**
 * Merge readings: one result of all that an incomplete history may have been.
 *
 * The verdict of what is seen stands where no reading changes it, without the members that could differ.
 */

import type { ClockVerdict } from "./clock.ts";
import type { Counted } from "./rates.ts";
import type { CaseInput, Expected } from "./types.ts";

export interface Merged {
  readonly expected: Expected;
  /** Of its first start; null: there is none, or it is unsure. */
  readonly month: string | null;
  /** One by one, where their number is sure; else null. */
  readonly cycles: readonly { readonly outcome: Expected["outcome"]; readonly month: string | null }[] | null;
}

/** Reasons that stand, whatever the events that can't be read. */
const KEPT = ["no-figure", "no-register", "unknown-customer", "no-referent"];
/** Each says something of its own; the rest of an expectation are members of the result. */
const OWN = ["outcome", "reason", "until", "counted", "unsure", "cyclesUnjudged", "cycles", "versions"];
/** A member that is nothing may also be absent. */
const NOTHING: readonly unknown[] = [undefined, null, 0];

/** @param others Undefined: under this reading the commitment does not concern the case. */
export function mergeReadings(
  seen: ClockVerdict,
  others: readonly (ClockVerdict | undefined)[],
  isWhole: boolean,
): Merged {
  const { expected } = seen;
  const cyclesOf = (one: Expected): readonly Expected[] => one.cycles ?? [one];
  const monthIn = (verdict: ClockVerdict, { startedAt }: Expected): string | null =>
    startedAt ? verdict.monthOf(Date.parse(startedAt)) : null;
  if (others.length === 0) {
    const cycles = cyclesOf(expected).map((one) => ({ outcome: one.outcome, month: monthIn(seen, one) }));
    return { expected, month: cycles[0]?.month ?? null, cycles };
  }
  const all = [seen, ...others.filter((one) => one !== undefined)];
  const isComplete = all.length === others.length + 1;
  const starts = new Set(all.map((one) => cyclesOf(one.expected)[0]?.startedAt ?? null));
  const isStartSure = isComplete && starts.size === 1;
  const month = isStartSure ? monthIn(seen, cyclesOf(expected)[0] as Expected) : null;
  const stands =
    KEPT.includes(expected.reason ?? "") || (isComplete && all.every((one) => isSame(one.expected, expected)));
  const merged: Expected = stands
    ? withoutUnsure(
        expected,
        all.map((one) => one.expected),
        isWhole,
      )
    : { outcome: "unmeasurable", reason: "history-incomplete", cyclesUnjudged: true };
  const numbers = new Set(all.map((one) => cyclesOf(one.expected).length));
  const cycles =
    numbers.size > 1
      ? null
      : cyclesOf(expected).map((cycle, index) => {
          const same = all.map((one) => cyclesOf(one.expected)[index] as Expected);
          const isSure = KEPT.includes(cycle.reason ?? "") || (isComplete && same.every((one) => isSame(one, cycle)));
          const isDated = isComplete && new Set(same.map(({ startedAt }) => startedAt ?? null)).size === 1;
          return {
            outcome: isSure ? cycle.outcome : ("unmeasurable" as const),
            month: isDated ? monthIn(seen, cycle) : null,
          };
        });
  return { expected: merged, month, cycles };
}

function isSame(a: Expected, b: Expected): boolean {
  return a.outcome === b.outcome && a.reason === b.reason;
}

function withoutUnsure(seen: Expected, all: readonly Expected[], isWhole: boolean): Expected {
  // Where a reason is kept that a reading would change, only the start of the others has a say.
  const alike = all.filter((one) => isSame(one, seen));
  const names = [...new Set(alike.flatMap((one) => Object.keys(one)))].filter((name) => !OWN.includes(name));
  const valuesOf = (name: string): Set<string> =>
    new Set((name === "startedAt" ? all : alike).map((one) => written(name, one[name as keyof Expected])));
  const unsure = names.filter((name) => valuesOf(name).size > 1);
  const kept = Object.entries(seen).filter(
    ([name]) => !unsure.includes(name) && !["until", "counted", "cycles"].includes(name),
  );
  const made = Object.fromEntries(kept) as unknown as Expected;
  if (new Set(alike.map(({ versions }) => JSON.stringify(versions))).size > 1) delete made.versions;
  // Of several ways to name the same, and of what more readings might change, nothing is said.
  const open = ["nextChanges", "calendarRules"];
  const named = unsure.map((name) => ({ nextChanges: "nextChangeAt", calendarRules: "calendarRule" })[name] ?? name);
  for (const name of open) if (isLoose(alike, name)) delete made[name as keyof Expected];
  if (!isWhole) return { outcome: seen.outcome, reason: seen.reason, unsure: [], cyclesUnjudged: true } as Expected;
  const isTiled = [
    ...new Set(alike.map(({ until, counted, startedAt }) => JSON.stringify([until, counted, startedAt]))),
  ];
  return {
    ...made,
    ...(isTiled.length > 1 ? {} : { until: seen.until, counted: seen.counted }),
    unsure: isTiled.length > 1 ? [...named, "segments"] : named,
    cyclesUnjudged: true,
  } as Expected;
}

function isLoose(all: readonly Expected[], name: string): boolean {
  return all.some((one) => ((one[name as keyof Expected] as readonly unknown[] | undefined)?.length ?? 0) > 1);
}

/** Of members of which an answer may name one of several, the first is compared. */
function written(name: string, value: unknown): string {
  if (name === "nextChanges" || name === "calendarRules")
    return JSON.stringify((value as readonly unknown[])?.[0] ?? null);
  return NOTHING.includes(value) && name !== "elapsedDays" && name !== "elapsedMs" && name !== "remainingMs"
    ? "nothing"
    : JSON.stringify(value);
}

/** What a rate counts. Where the number of cycles is unsure, or the case has no verdict, it is the case, once, as unmeasurable. */
export function countedOf(input: CaseInput, { expected, month, cycles }: Merged, per: "case" | "cycle"): Counted[] {
  const { id, kind, customer } = input;
  if (per === "case") return [{ id, kind, customer, month, outcome: expected.outcome }];
  if (cycles === null || expected.reason === "history-incomplete")
    return [{ id, kind, customer, month, outcome: "unmeasurable" }];
  return cycles.map((one) => ({ id, kind, customer, ...one }));
}
