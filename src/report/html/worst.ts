/**
 * The worst cases: missed ones, the latest first; then those that are open, the most used first; then those met most narrowly.
 *
 * Their segments come from a second evaluation, of them alone, since those of all cases would be too much to keep; all else is
 * as the evaluation of all cases has it: who overtook whom is decided by all.
 */
import { evaluate } from "../../evaluation/evaluate.ts";
import type { CaseResult, Result } from "../../evaluation/result.ts";
import { isOuvreeError } from "../../issues/error.ts";
import type { Report } from "../report.ts";
import { msOf } from "../result-setting.ts";

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
  const asOfMs = Date.parse(report.evaluation.asOf);
  const ranked = report.evaluation.cases.flatMap((found, index) => {
    const bad = Object.entries(found.commitments)
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
  return withSegments(report, worst);
}

function worseFirst(a: Badness, b: Badness): number {
  return b.tier - a.tier || b.amount - a.amount;
}

function badnessOf(
  { outcome, startedAt, dueAt, stoppedAt, missedAt, elapsedMs, remainingMs, overrunMs, clock }: Result,
  asOfMs: number,
): Badness | undefined {
  if (startedAt === null) return undefined;
  const dueMs = msOf(dueAt) ?? msOf(missedAt);
  // Withdrawn without a stop: it was late by what it used beyond the target, not until now.
  const wentOn = clock === "stopped" ? (dueMs ?? 0) + (overrunMs ?? 0) : asOfMs;
  const endMs = msOf(stoppedAt) ?? wentOn;
  if (outcome === "missed") return { tier: TIERS.missed, amount: dueMs === undefined ? 0 : endMs - dueMs };
  const used =
    elapsedMs === undefined || remainingMs === undefined ? undefined : elapsedMs / (elapsedMs + remainingMs || 1);
  if (outcome === "running" || outcome === "paused") return { tier: TIERS.open, amount: used ?? 0 };
  if (outcome !== "met" || dueMs === undefined) return undefined;
  return { tier: TIERS.met, amount: endMs - dueMs };
}

/** The same cases with what makes up their time, where the cases are at hand. */
function withSegments(report: Report, worst: readonly WorstCase[]): WorstCase[] {
  const { policy, evaluation, cases = [], register } = report;
  const inputs = inputsOf(report);
  const lacking = worst.filter(({ index, found }) => inputs.has(index) && !hasSegments(found));
  if (lacking.length === 0) return [...worst];
  const own = lacking.map(({ index }) => cases[inputs.get(index)!]!);
  try {
    const options = { asOf: evaluation.asOf, segments: true, ...(register === undefined ? {} : { register }) };
    const alone = evaluate(policy, own, options).cases;
    if (alone.length !== lacking.length) return [...worst];
    const told = new Map(lacking.map(({ index }, i) => [index, alone[i]!]));
    return worst.map((one) => {
      const other = told.get(one.index);
      return other === undefined ? one : { ...one, found: { ...one.found, commitments: joined(one.found, other) } };
    });
  } catch (error) {
    // What may not be shown was replaced in the cases, and now something else is wrong with them: pictures go without.
    if (isOuvreeError(error)) return [...worst];
    throw error;
  }
}

/** The case of each result: of namesakes the first to the first. */
function inputsOf({ evaluation, cases = [] }: Report): ReadonlyMap<number, number> {
  const waiting = new Map<string, number[]>();
  cases.forEach((one, i) => {
    if (typeof one?.id !== "string") return;
    const same = waiting.get(one.id);
    if (same === undefined) waiting.set(one.id, [i]);
    else same.push(i);
  });
  for (const same of waiting.values()) same.reverse();
  return new Map(
    evaluation.cases.flatMap(({ id }, index): [number, number][] => {
      const input = waiting.get(id)?.pop();
      return input === undefined ? [] : [[index, input]];
    }),
  );
}

function hasSegments({ commitments }: CaseResult): boolean {
  return Object.values(commitments).some(({ segments }) => segments !== undefined);
}

/** What all cases decided, with the segments that the case alone has, where it is the same run of the clock. */
function joined(found: CaseResult, alone: CaseResult): CaseResult["commitments"] {
  const commitments = Object.entries(found.commitments).map(([id, result]): [string, Result] => {
    const other = alone.commitments[id];
    const isSame =
      other?.startedAt === result.startedAt && other.dueAt === result.dueAt && other.stoppedAt === result.stoppedAt;
    return [id, isSame && other.segments !== undefined ? { ...result, segments: other.segments } : result];
  });
  return Object.fromEntries(commitments);
}
