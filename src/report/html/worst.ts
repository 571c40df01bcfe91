/**
 * The worst cases: missed ones, the latest first; then those that are open, the most used first; then those met most narrowly.
 */
import type { CaseResult, Result } from "../../evaluation/result.ts";
import type { CaseSegments, Report } from "../report.ts";
import { countedIds, isOfPeriod } from "../results/report-rows.ts";
import { msOf } from "../results/setting.ts";

/** Cases shown one by one unless the report says how many. */
export const DEFAULT_WORST = 50;

/** A case to show, with what makes it bad. */
export interface WorstCase {
  /** Of the case in the evaluation. */
  readonly index: number;
  readonly found: CaseResult;
  /** Commitments to picture, the worst first. */
  readonly commitments: readonly string[];
}

/** How bad a result is: first by tier, then by amount, greatest first. */
interface Badness {
  readonly tier: number;
  readonly amount: number;
}

const TIERS = { missed: 3, open: 2, met: 1 } as const;

/** The worst cases of a report, with their segments. */
export function worstCases(report: Report): WorstCase[] {
  const { evaluation } = report;
  const asOfMs = Date.parse(evaluation.asOf);
  const counted = isOfPeriod(evaluation) ? countedIds(evaluation) : undefined;
  const ranked = evaluation.cases.flatMap((found, index) => {
    const bad = Object.entries(found.commitments)
      // Of a period only the cases that begin in it are shown.
      .filter(([id]) => counted === undefined || counted.get(id)?.has(found.id))
      .flatMap(([id, result]) => {
        const badness = badnessOf(result, asOfMs);
        return badness === undefined ? [] : [{ id, badness }];
      })
      .sort((a, b) => worseFirst(a.badness, b.badness));
    return bad.length === 0 ? [] : [{ index, found, bad }];
  });
  ranked.sort((a, b) => worseFirst(a.bad[0]!.badness, b.bad[0]!.badness) || a.index - b.index);
  const worst = ranked.slice(0, report.worst ?? DEFAULT_WORST).map(({ index, found, bad }): WorstCase => {
    const missed = bad.filter(({ badness }) => badness.tier === TIERS.missed);
    return { index, found, commitments: (missed.length > 0 ? missed : bad.slice(0, 1)).map(({ id }) => id) };
  });
  return worst.map((one) => ({ ...one, found: withSegments(one.found, report.segments?.get(one.index)) }));
}

function worseFirst(a: Badness, b: Badness): number {
  return b.tier - a.tier || b.amount - a.amount;
}

function badnessOf(
  { outcome, startedAt, dueAt, stoppedAt, missedAt, elapsedMs, remainingMs, overrunMs, clock }: Result,
  asOfMs: number,
): Badness | undefined {
  if (typeof startedAt !== "string") return undefined;
  const dueMs = msOf(dueAt) ?? msOf(missedAt);
  // Withdrawn without a stop: it was late by what it used beyond the target, not until now.
  const wentOn = clock === "stopped" ? (dueMs ?? 0) + (overrunMs ?? 0) : asOfMs;
  // On an incomplete history it may not be known when it ended.
  const endMs = stoppedAt === undefined ? undefined : (msOf(stoppedAt) ?? wentOn);
  if (outcome === "missed")
    return { tier: TIERS.missed, amount: dueMs === undefined || endMs === undefined ? 0 : endMs - dueMs };
  const used =
    elapsedMs === undefined || remainingMs === undefined ? undefined : elapsedMs / (elapsedMs + remainingMs || 1);
  if (outcome === "running" || outcome === "paused") return { tier: TIERS.open, amount: used ?? 0 };
  if (outcome !== "met" || dueMs === undefined || endMs === undefined) return undefined;
  return { tier: TIERS.met, amount: endMs - dueMs };
}

/** The case with what made up its time. */
function withSegments(found: CaseResult, told: ReturnType<CaseSegments["get"]>): CaseResult {
  if (told === undefined) return found;
  const commitments = Object.entries(found.commitments).map(([id, result]): [string, Result] => {
    const segments = result.segments ?? told[id];
    return [id, segments === undefined ? result : { ...result, segments }];
  });
  return { ...found, commitments: Object.fromEntries(commitments) };
}
