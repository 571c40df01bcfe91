/**
 * What rates count: the outcomes of a case, with the month, customer and kind by which rates can be taken apart.
 *
 * Source: docs/policies.md, "Rates".
 */
import { insideOf } from "../../calendar/internal.ts";
import { civilDayAt } from "../../clock/beyond.ts";
import { refuse } from "../../issues/error.ts";
import { isList } from "../../issues/expect.ts";
import { readForeign } from "../../issues/foreign.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import { type Commitment, isTarget, type ReadyPolicy } from "../../policy/policy.ts";
import { formatDate } from "../../time/civil-date.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import type { HeldJudgement } from "../history/judge-incomplete.ts";
import type { Judged } from "../judge-case.ts";
import type { Figures, Outcome, Rate, RateGroup, RegisterResult, ResultMembers } from "../result.ts";
import { isStartOf, type Period } from "./period.ts";
import { createTally, type Goal, type RateTally } from "./rate.ts";

/** One outcome that a rate counts. */
export interface Counted {
  readonly commitment: string;
  readonly outcome: Outcome;
  readonly figures: Figures | undefined;
  /** Month of its start, `2026-10`; undefined without a start, or where nobody asks. */
  readonly month: string | undefined;
}

/** Which outcomes rates count, and by what they are taken apart. */
export interface RateOptions {
  readonly period: Period | undefined;
  readonly by: readonly RateGroup[];
}

/** The outcomes of a case: one for each commitment, or for each of its cycles. */
export function countedOf({ setting, judgements }: Judged, { period, by }: RateOptions): Counted[] {
  const counted: Counted[] = [];
  for (const [commitment, { result, countedAs }] of judgements) {
    const outcomes = countedAs === undefined ? outcomesOf(commitment, result) : onceOf(commitment, result, countedAs);
    for (const [outcome, startedAt] of outcomes) {
      const startMs = startedAt === null ? undefined : Date.parse(startedAt);
      const timeline = (atMs: number): Timeline => insideOf(setting.calendarAt(commitment, atMs).calendar).timeline;
      if (period !== undefined && (startMs === undefined || !isStartOf(period, startMs, timeline(startMs)))) continue;
      const month = by.includes("month") && startMs !== undefined ? monthOf(startMs, timeline(startMs)) : undefined;
      counted.push({ commitment: commitment.id, outcome, figures: undefined, month });
    }
    // Figures are the result's, however many cycles are counted.
    const last = counted.at(-1);
    if (result.figures !== undefined && last?.commitment === commitment.id)
      counted[counted.length - 1] = { ...last, figures: result.figures };
  }
  return counted;
}

/** Where the number of cycles is unsure: once, where cycles are counted as one of which nothing is known. */
function onceOf(
  commitment: Commitment,
  result: ResultMembers,
  { outcome, startedAt }: NonNullable<HeldJudgement["countedAs"]>,
): (readonly [Outcome, string | null])[] {
  return [[countsCycles(commitment) ? outcome : result.outcome, startedAt]];
}

function countsCycles(commitment: Commitment): boolean {
  return commitment.kind === "share" || (isTarget(commitment) && commitment.per === "cycle");
}

/** Outcomes with their starts; of several cycles counted as one case that of the first. */
function outcomesOf(commitment: Commitment, result: ResultMembers): (readonly [Outcome, string | null])[] {
  const { cycles } = result;
  if (cycles === undefined) return [[result.outcome, result.startedAt ?? null]];
  if (countsCycles(commitment)) return cycles.map(({ outcome, startedAt }) => [outcome, startedAt ?? null]);
  return [[result.outcome, cycles[0]!.startedAt ?? null]];
}

/** What rates count of customers, staff and the service: one outcome each, of surveys one each. */
export function countedSubjects(results: readonly RegisterResult[], policy: ReadyPolicy): CountedCase[] {
  const kinds = new Map(policy.commitments.map(({ id, kind }) => [id, kind]));
  return results.map(({ subject, id, commitments }) => ({
    id,
    kind: undefined,
    customer: subject === "customer" ? id : undefined,
    counted: Object.entries(commitments).flatMap(([commitment, { cycles, outcome, figures }]): Counted[] => {
      const outcomes = kinds.get(commitment) === "share" && cycles !== undefined ? cycles : [{ outcome }];
      return outcomes.map((each, i) => ({
        commitment,
        outcome: each.outcome,
        figures: i === outcomes.length - 1 ? figures : undefined,
        month: undefined,
      }));
    }),
  }));
}

/** The month of an instant, `2026-10`, in the zone of a calendar. */
function monthOf(startMs: number, timeline: Timeline): string {
  return formatDate(civilDayAt(timeline, startMs)).slice(0, 7);
}

/** A case as rates see it. */
export interface CountedCase {
  readonly id: string;
  /** Undefined for what is no case. */
  readonly kind: string | undefined;
  readonly customer: string | undefined;
  readonly counted: readonly Counted[];
}

/** Rates by commitment id. */
export function ratesOf(
  policy: ReadyPolicy,
  cases: Iterable<CountedCase>,
  by: readonly RateGroup[],
  asOfMs: number,
): Record<string, Rate> {
  const all = new Map(policy.commitments.map(({ id }) => [id, createTallies(by)]));
  for (const { id, kind, customer, counted } of cases) {
    for (const { commitment, outcome, figures, month } of counted) {
      const { whole, groups } = all.get(commitment)!;
      whole.add(id, outcome, figures);
      for (const [group, tallies] of groups) {
        const key = { month, customer, kind }[group];
        if (key !== undefined) tallyOf(tallies, key).add(id, outcome, figures);
      }
    }
  }
  return Object.fromEntries([...all].map(([id, tallies]) => [id, rateWithGroups(tallies, goalOf(policy, id, asOfMs))]));
}

interface Tallies {
  readonly whole: RateTally;
  readonly groups: readonly (readonly [RateGroup, Map<string, RateTally>])[];
}

function createTallies(by: readonly RateGroup[]): Tallies {
  return { whole: createTally(), groups: by.map((group) => [group, new Map()]) };
}

function tallyOf(tallies: Map<string, RateTally>, key: string): RateTally {
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const tally = createTally();
  tallies.set(key, tally);
  return tally;
}

function rateWithGroups({ whole, groups }: Tallies, goal: Goal): Rate {
  if (groups.length === 0) return whole.rate(goal);
  const by = groups.map(([group, tallies]) => {
    const sorted = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
    return [group, Object.fromEntries(sorted.map(([key, tally]) => [key, tally.rate(goal)]))];
  });
  return { ...whole.rate(goal), by: Object.fromEntries(by) };
}

/** The goal of the last version in force that has the commitment, else of the first that will. */
function goalOf({ versions }: ReadyPolicy, id: string, asOfMs: number): Goal {
  const having = versions.filter(({ commitments }) => commitments.has(id));
  const version = having.findLast(({ fromMs }) => fromMs <= asOfMs) ?? having[0];
  const { goal, goalAbove } = version!.commitments.get(id)!;
  return { goal, isAbove: goalAbove };
}

/** By what rates are taken apart, as it is given. */
export function readGroups(by: unknown): readonly RateGroup[] {
  if (by === undefined) return [];
  const known: readonly unknown[] = ["month", "customer", "kind"];
  const groups = readForeign(by, ["by"], "calendar.bad-option", known.join(", "), () =>
    isList(by) ? Array.from(by) : [],
  );
  const takes = 'by is a list of "month", "customer" and "kind"';
  if (!isList(by)) return refuse("calendar.bad-option", ["by"], known.join(", "), by, takes);
  const unknown = groups.findIndex((group) => !known.includes(group));
  if (unknown < 0) return [...new Set(groups as RateGroup[])];
  const group = groups[unknown];
  const hint = typeof group === "string" ? didYouMean(group, known as string[]) : "";
  const cure = `rates by ${show(group)} are not known yet${hint || `; ${takes}; today: evaluate the cases of each value by themselves`}`;
  return refuse("calendar.bad-option", ["by", unknown], known.join(", "), group, cure);
}
