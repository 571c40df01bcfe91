/**
 * Rates: met over met and missed, the rest counted apart; figures added up.
 */

import { dateAt, parseInstant } from "../charter/paris.ts";
import type { Commitment } from "./document.ts";
import type { Period, Setting } from "./setting.ts";
import { latest } from "./setting.ts";
import type { Expected, Outcome } from "./types.ts";
import { OUTCOMES } from "./types.ts";

export interface Subject {
  readonly id: string;
  readonly expected: Expected;
}

export interface ExpectedRate {
  readonly met: number;
  readonly missed: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly rate: number | null;
  /** Absent where the text does not say. */
  readonly goalReach?: "reached" | "lost" | "open";
  readonly figures: Readonly<Record<string, number | null>>;
  /** Sorted. */
  readonly caseIds: readonly string[];
}

/** Of these figures the greatest, not the sum: how long is not added up over those who waited. */
const LONGEST = ["longestGapDays", "followUpMs"];

function begins({ startedAt }: Expected, period: Period | null): boolean {
  if (period === null) return true;
  if (startedAt === undefined || startedAt === null) return false;
  const date = dateAt(parseInstant(startedAt));
  return period.from <= date && date <= period.to;
}

/** Cases, and events of a share, belong to the period of their start; other subjects are judged in it. */
function counted(commitment: Commitment, subjects: readonly Subject[], { period }: Setting): Subject[] {
  const isOfCases = "kinds" in commitment && commitment.kind !== "detection";
  if (commitment.kind !== "share") return subjects.filter(({ expected }) => !isOfCases || begins(expected, period));
  return subjects.flatMap(({ id, expected }) => {
    if (expected.cycles === undefined) return period === null || !isOfCases ? [{ id, expected }] : [];
    return expected.cycles.filter((cycle) => begins(cycle, period)).map((cycle) => ({ id, expected: cycle }));
  });
}

function figuresOf(all: readonly Expected[]): Record<string, number | null> {
  const names = new Set(all.flatMap(({ figures = {} }) => Object.keys(figures)));
  const told: Record<string, number | null> = {};
  for (const name of names) {
    const values = all.map(({ figures }) => figures?.[name]);
    if (values.some((value) => typeof value === "string")) continue;
    const numbers = values.filter((value) => typeof value === "number");
    if (numbers.length === 0) continue;
    told[name] = LONGEST.includes(name) ? latest(numbers) : numbers.reduce((sum, one) => sum + one, 0);
  }
  return told;
}

export function rateOf(commitment: Commitment, subjects: readonly Subject[], setting: Setting): ExpectedRate {
  const all = counted(commitment, subjects, setting);
  const countOf = (outcome: Outcome): number => all.filter(({ expected }) => expected.outcome === outcome).length;
  const counts = Object.fromEntries(OUTCOMES.map((one) => [one, countOf(one)])) as Record<Outcome, number>;
  const { met, missed, running } = counts;
  const rate = met + missed === 0 ? null : met / (met + missed);
  const told = { met, missed, counts, rate, figures: figuresOf(all.map(({ expected }) => expected)) };
  const caseIds = all.map(({ id }) => id).sort();
  const goal = "goal" in commitment ? commitment.goal : null;
  if (goal === null || met + missed === 0) return { ...told, caseIds };
  const goalAbove = commitment.kind === "share" && commitment.goalAbove === true;
  // Goals here have few decimals: whole numbers decide, without a rounding.
  const isReached = (good: number, of: number): boolean => {
    const [have, need] = [good * 1_000_000, Math.round(goal * 1_000_000) * of];
    return goalAbove ? have > need : have >= need;
  };
  const total = met + missed + running;
  const goalReach = isReached(met, total) ? "reached" : isReached(met + running, total) ? "open" : "lost";
  return { ...told, caseIds, goalReach };
}
