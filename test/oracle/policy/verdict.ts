/**
 * Verdict: what the result of one cycle says.
 */

import type { DaysDocument, HoursDocument } from "../../../src/policy/documents/document-parts.ts";
import { merged } from "../intervals.ts";
import { elapsedDays, type LastDay, lastDayOf } from "./days.ts";
import { type Ground, type Hold, holdsOf, sourcesOf } from "./holds.ts";
import { type Hours, hoursOf } from "./hours.ts";
import type { Cycle, Stretch } from "./life.ts";
import { isHours, type Measured, measure, targetMsOf } from "./measure.ts";
import { instantOf, lastMomentOf } from "./order.ts";
import { nextChange, restated, whenCounted } from "./outlook.ts";
import type { Expected, Outcome, Target } from "./types.ts";

/** What the cycles of one clock have in common. */
export interface Setting {
  readonly ground: Ground;
  readonly spec: Target;
  readonly asOf: number;
  /** The only stop came before the start. */
  readonly isOnlyStopEarly: boolean;
  /** A condition failed that excuses a miss. */
  readonly excuses: boolean;
  /** Some age has rules. */
  readonly hasRules: boolean;
}

/** A moment is written as its instant. */
export function iso(t: number): string {
  return new Date(instantOf(t)).toISOString();
}

export function verdictOn(cycle: Cycle, setting: Setting): Expected {
  const { ground, spec, asOf } = setting;
  const end = cycle.end?.at ?? lastMomentOf(asOf);
  const holds = holdsOf(ground, cycle.startedAt, end);
  const measured = measure(cycle, end, holds, spec.reopening === "count");
  const early = withoutVerdict(cycle, measured, setting);
  if (early !== null) return { ...early, startedAt: iso(cycle.startedAt), dueAt: null };
  const { held } = measured;
  const hours = hoursOf(held.choice.definition);
  const sources = sourcesOf(ground, held, cycle.startedAt, end);
  const isPaused = isHours(held) && (cycle.stretches.at(-1) as Stretch).paused;
  const outcome = outcomeOf(cycle, measured, isPaused, setting);
  const told: Expected = {
    outcome,
    startedAt: iso(cycle.startedAt),
    stoppedAt: cycle.end?.by === "stop" || cycle.end?.by === "reset" ? iso(cycle.end.at) : null,
    until: iso(end),
    restartedAt: measured.restartedAt === null ? null : iso(measured.restartedAt),
    clock: cycle.end !== null ? "stopped" : isPaused ? "paused" : "running",
    fact: held.fact ?? null,
    reopenings: cycle.reopenings.map(({ stoppedAt, reopenedAt, before }) => ({
      stoppedAt: iso(stoppedAt),
      outcome: verdictOn(before, setting).outcome,
      reopenedAt: iso(reopenedAt),
    })),
    ...(setting.hasRules ? { calendar: held.choice.name, calendarRules: sources.rules } : {}),
    ...(ground.ages.length > 1 ? { versions: sources.ages.map((age) => ground.ages[age]?.name ?? null) } : {}),
    ...(isHours(held)
      ? inHours(held, hours, measured, end, outcome, isPaused)
      : inDays(held, hours, cycle, measured, end, outcome)),
  };
  const isOpen = outcome === "running" || outcome === "paused";
  told.nextChanges = [null];
  if (!isOpen) return told;
  told.calendarOpen = hours.isOpen(asOf);
  const shares = isHours(held) && outcome === "running" ? (spec.atRisk ?? [0.75, 0.9]) : [];
  if (outcome === "running" && isHours(held)) told.atRisk = highestUsed(shares, measured.elapsedMs, targetMsOf(held));
  const next = nextChange(ground, cycle, measured, told, shares, asOf);
  const earlier = restated(ground, asOf, next ?? Number.POSITIVE_INFINITY).map(iso);
  told.nextChanges = [next === null ? null : iso(next), ...earlier];
  return told;
}

/** Not-applicable or unmeasurable, if it is. */
function withoutVerdict(cycle: Cycle, { missedAt, held }: Measured, setting: Setting): Expected | null {
  const isCancelled = cycle.end?.by === "cancel" || cycle.end?.by === "waive";
  if (missedAt === null && held.figure === null) return { outcome: "not-applicable" };
  if (setting.isOnlyStopEarly)
    return isCancelled ? { outcome: "not-applicable" } : { outcome: "unmeasurable", reason: "stop-before-start" };
  if (held.figure === undefined) return { outcome: "unmeasurable", reason: "no-figure" };
  return isCancelled && missedAt === null ? { outcome: "not-applicable" } : null;
}

function outcomeOf(cycle: Cycle, { missedAt }: Measured, isPaused: boolean, { excuses }: Setting): Outcome {
  if (missedAt !== null) return excuses ? "excused" : "missed";
  if (cycle.end !== null) return "met";
  return isPaused ? "paused" : "running";
}

function inHours(
  held: Hold & { figure: HoursDocument },
  hours: Hours,
  measured: Measured,
  end: number,
  outcome: Outcome,
  isPaused: boolean,
): Partial<Expected> {
  const { elapsedMs, missedAt } = measured;
  const left = targetMsOf(held) - elapsedMs;
  const counted = merged(measured.counted).map(([from, to]) => `${iso(from)}/${iso(to)}`);
  const figures = { elapsedMs, overrunMs: Math.max(0, -left), counted };
  if (missedAt !== null) {
    const dueAt = iso(whenCounted(measured, end, targetMsOf(held)));
    return { ...figures, dueAt, missedAt: iso(missedAt) };
  }
  const isEnded = outcome === "met";
  const remaining = isEnded ? {} : { remainingMs: left };
  if (isPaused) return { ...figures, ...remaining, dueAt: null, missedAt: null };
  const dueAt = iso(whenCounted(measured, end, targetMsOf(held)));
  if (isEnded) return { ...figures, dueAt, missedAt: null };
  return { ...figures, ...remaining, dueAt, missedAt: iso(hours.after(held.figure.count, end, left + 1)) };
}

function inDays(
  held: Hold,
  hours: Hours,
  cycle: Cycle,
  { restartedAt, missedAt }: Measured,
  end: number,
  outcome: Outcome,
): Partial<Expected> {
  const base = restartedAt ?? cycle.startedAt;
  const days = held.figure as DaysDocument;
  const { dueDate, dueAt, lateFrom }: LastDay = lastDayOf(days, hours, base);
  const missed = missedAt ?? (outcome === "running" ? lateFrom : null);
  return {
    dueDate,
    dueAt: iso(dueAt),
    missedAt: missed === null ? null : iso(missed),
    elapsedDays: elapsedDays(days, hours, base, end),
    counted: [],
  };
}

/** Shares are taken as whole hundredths: no figure is lost in a fraction. */
function highestUsed(shares: readonly number[], elapsedMs: number, targetMs: number): number | null {
  const used = shares.filter((share) => elapsedMs * 100 >= Math.round(share * 100) * targetMs);
  return used.at(-1) ?? null;
}
