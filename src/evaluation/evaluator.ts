/**
 * `createEvaluator`: the same answers as `evaluate`, one case at a time.
 *
 * It keeps what the rates and the order of the queues need, and lets go of the cases.
 */
import { refuse } from "../issues/error.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import { readOptions } from "../issues/options.ts";
import { show } from "../issues/show.ts";
import type { Policy } from "../policy/policy.ts";
import { type InstantInput, readInstant } from "../time/instant.ts";
import { checkPolicy, checkRegister, doorOf } from "./cases/arguments.ts";
import { type Case, readCase } from "./cases/case.ts";
import { readRegister } from "./cases/read-register.ts";
import type { Register } from "./cases/register.ts";
import { UnknownTypes } from "./history/unknown-types.ts";
import { isoOrNull } from "./instants.ts";
import { type Judged, judgeCase } from "./judge-case.ts";
import type { Beside } from "./judgement.ts";
import { leftOf, poolsOf, type YearlyAllowance } from "./promises/contract-year.ts";
import { detectedOf } from "./promises/detected-cases.ts";
import type { DetectedCase } from "./promises/detection.ts";
import { judgementDay } from "./promises/judgement-day.ts";
import { subjectResults } from "./promises/subjects.ts";
import { provenanceOf } from "./provenance.ts";
import {
  type Carried,
  carriedOf,
  type Overtaken,
  overtakenOf,
  type QueueEntry,
  queueEntriesOf,
  sortedQueues,
} from "./queue.ts";
import { type PeriodOptions, readPeriod } from "./rates/period.ts";
import { type CountedCase, countedOf, countedSubjects, type RateOptions, ratesOf, readGroups } from "./rates/rates.ts";
import { asResult, type CaseResult, type Evaluation, type RateGroup, type ResultMembers } from "./result.ts";

/** Options of {@link evaluate}. */
export interface EvaluateOptions extends PeriodOptions {
  /** The instant of judgement: later events are not seen. */
  readonly asOf: InstantInput;
  /** Without it cover is not judged, and what needs it is `unmeasurable: no-register`. */
  readonly register?: Register;
  /** Also the segments of every result. */
  readonly segments?: boolean;
  /** Also the rates of each month, customer or kind. */
  readonly by?: readonly RateGroup[];
  /** Version of the time zone data, for the provenance; in Node `process.versions.tz`. */
  readonly tzdata?: string;
  /** Takes events of types that the policy does not know for ones that mean nothing to the clocks; the evaluation says so. */
  readonly ignoreUnknown?: boolean;
}

/** What only all cases together decide of one of them. */
export interface Amendment {
  readonly id: string;
  /** By commitment id, members that take the place of those that `add` gave. */
  readonly commitments: Readonly<Record<string, Amended>>;
  /** Issues beside those that `add` gave. */
  readonly issues: readonly Issue[];
}

/**
 * Members of a result that all cases together decide: who overtook a callback and what that makes of it, what others used of an
 * allowance. One that is undefined is taken out of the result.
 */
export type Amended = Overtaken & Partial<Pick<ResultMembers, "allowances" | "figures">>;

/** The evaluation of all cases added, without the cases themselves. */
export interface FinishedEvaluation<Id extends string = string> extends Evaluation<Id> {
  /** In the order in which the cases were added, those for which there is something to amend. */
  readonly amended: readonly Amendment[];
}

/** Judges cases one at a time. */
export interface Evaluator<Id extends string = string> {
  /** Judges a case; undefined if nothing of it is seen, or if it cannot be read. */
  add(value: Case): CaseResult<Id> | undefined;
  /** Rates, issues and amendments over the cases so far; `cases` is empty. */
  finish(): FinishedEvaluation<Id>;
}

/** What is kept of a case. */
interface Kept extends CountedCase {
  readonly carried: readonly Carried[];
  readonly queued: readonly QueueEntry[];
  readonly yearly: readonly YearlyAllowance[];
  readonly detected: readonly DetectedCase[];
  /** Commitments of which the allowances are unsure: what others have left of them is not told. */
  readonly unsure: ReadonlySet<string>;
}

/**
 * An evaluator of one policy at one instant.
 *
 * Errors: as `evaluate`.
 *
 * @example createEvaluator(clipIndustrie, { asOf: "2026-10-31T18:00+01:00", register }).add(cases[0]).commitments.anomaly.outcome // "met"
 */
export function createEvaluator<Id extends string = string>(
  policy: Policy<Id>,
  options: EvaluateOptions,
): Evaluator<Id> {
  const evaluator: Evaluator = evaluatorOf(policy, options);
  // Its commitments are those of the policy.
  return evaluator as Evaluator<Id>;
}

function evaluatorOf(policy: Policy, options: EvaluateOptions): Evaluator {
  checkPolicy(policy);
  const given = readEvaluateOptions(options);
  // Times of which a part below the millisecond was cut.
  let cut = 0;
  const door = doorOf(policy, () => {
    cut++;
  });
  const asOfMs = readInstant(given.asOf, ["asOf"], undefined, door);
  const rates: RateOptions = { period: readPeriod(given, door), by: readGroups(given.by) };
  const issues: Issue[] = [];
  const register = given.register === undefined ? undefined : readRegister(given.register, policy, issues, door);
  const beside: Beside = { policy, asOfMs, register, withSegments: given.segments === true };
  const ignoresUnknown = given.ignoreUnknown === true;
  const unknown = new UnknownTypes();
  const kept: Kept[] = [];
  let [added, notYet, firstEventMs] = [0, 0, Number.POSITIVE_INFINITY];
  return Object.freeze<Evaluator>({
    add(value) {
      const found = readCase(value, added++, asOfMs, issues, door);
      if (found === undefined) return undefined;
      // Nothing of it is seen: neither a readable event, nor one that could not be read.
      if (found.events.length === 0 && found.unread.length === 0) {
        notYet++;
        return undefined;
      }
      const judged = judgeCase(found, beside, ignoresUnknown);
      unknown.add(found.kind, judged.unknown);
      for (const { atMs } of found.events) firstEventMs = Math.min(firstEventMs, atMs);
      const { id, kind, customer } = found;
      const judgements = [...judged.judgements];
      const carried = carriedOf(judged);
      kept.push({
        id,
        kind,
        customer,
        counted: countedOf(judged, rates),
        carried,
        queued: queueEntriesOf(
          judged,
          customer === undefined ? undefined : register?.customers.get(customer)?.referent,
        ),
        yearly: judgements.flatMap(([, { yearly }]) => yearly ?? []),
        detected: detectedOf(judged, register),
        unsure: new Set(judgements.flatMap(([{ id: name }, { result }]) => (result.allowances ? [] : name))),
      });
      return resultOf(judged, carried);
    },
    finish() {
      const { period, by } = rates;
      const day = judgementDay(policy, asOfMs, period);
      const times = timesOf(kept);
      const counted = kept.filter(({ id }) => times.get(id) === 1);
      const amended = amendmentsOf(kept, counted, times);
      const late = new Map(amended.map((amendment) => [amendment.id, amendment]));
      const detected = counted.flatMap((each) => each.detected);
      const subjects =
        register === undefined || day === undefined ? [] : subjectResults(register, { detected, firstEventMs }, day);
      const all = [
        ...counted.map((each) => withAmendment(each, late.get(each.id))),
        ...countedSubjects(subjects, policy),
      ];
      return {
        schema: 1,
        asOf: isoOrNull(asOfMs)!,
        ...period?.shown,
        cases: [],
        register: subjects,
        rates: ratesOf(policy, all, by, asOfMs),
        notYet,
        ...unknown.shown(ignoresUnknown),
        issues: [...issues],
        ...(cut === 0 ? {} : { notes: { cut } }),
        provenance: provenanceOf(policy, given.tzdata),
        amended,
      };
    },
  });
}

function resultOf({ found, judgements, isIncomplete }: Judged, carried: readonly Carried[]): CaseResult {
  const inQueue = new Set(carried.map(({ commitment }) => commitment));
  const commitments = [...judgements].map(([{ id }, { result }]) => [
    id,
    asResult(inQueue.has(id) ? { ...result, overtakenBy: [] } : result),
  ]);
  return {
    id: found.id,
    kind: found.kind,
    ...(found.customer === undefined ? {} : { customer: found.customer }),
    commitments: Object.fromEntries(commitments),
    ...(isIncomplete ? { incomplete: true as const } : {}),
    issues: found.issues,
  };
}

function timesOf(kept: readonly Kept[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { id } of kept) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

/** Callbacks that were overtaken, allowances that others used, and cases of one id: neither merged nor dropped nor counted. */
function amendmentsOf(
  kept: readonly Kept[],
  counted: readonly Kept[],
  times: ReadonlyMap<string, number>,
): Amendment[] {
  const queues = sortedQueues(counted.flatMap(({ queued }) => queued));
  const pools = poolsOf(counted.flatMap(({ yearly }) => yearly));
  return kept.flatMap(({ id, carried, yearly, unsure }): Amendment[] => {
    const overtaken = carried.flatMap((each): [string, Amended][] => {
      const amended = overtakenOf(each, queues);
      return amended === undefined ? [] : [[each.commitment, amended]];
    });
    const isAlone = times.get(id) === 1;
    const told = isAlone ? yearly.filter(({ commitment }) => !unsure.has(commitment)) : [];
    const left = told.map((each): [string, Amended] => [each.commitment, leftOf(each, pools)]);
    const commitments = Object.fromEntries([...overtaken, ...left]);
    if (isAlone && overtaken.length + left.length === 0) return [];
    return [{ id, commitments, issues: isAlone ? [] : [duplicate(id, times.get(id)!)] }];
  });
}

function duplicate(id: string, times: number): Issue {
  const cure = `${show(id)} is the id of ${times} cases; none of them is counted`;
  return makeIssue("case.duplicate-id", ["id"], "an id of its own", id, cure);
}

function withAmendment(kept: Kept, amendment: Amendment | undefined): Kept {
  if (amendment === undefined) return kept;
  const counted = kept.counted.map((each) => ({
    ...each,
    outcome: amendment.commitments[each.commitment]?.outcome ?? each.outcome,
    figures: amendment.commitments[each.commitment]?.figures ?? each.figures,
  }));
  return { ...kept, counted };
}

const OPTIONS = ["asOf", "register", "segments", "by", "tzdata", "period", "since", "until", "ignoreUnknown"] as const;

/** The options, copied and of their kinds. */
function readEvaluateOptions(options: unknown): EvaluateOptions {
  const given = readOptions(options, OPTIONS, "evaluate", { needed: "{ asOf }" });
  const { register, tzdata } = given;
  if (register !== undefined) checkRegister(register);
  for (const name of ["segments", "ignoreUnknown"] as const) {
    const value = given[name];
    if (value === undefined || typeof value === "boolean") continue;
    refuse("calendar.bad-option", [name], "true or false", value, `${show(value)} is neither true nor false`);
  }
  if (tzdata !== undefined && typeof tzdata !== "string") {
    const cure = `${show(tzdata)} is no version; in Node it is process.versions.tz`;
    refuse("calendar.bad-option", ["tzdata"], "a version", tzdata, cure);
  }
  return given as unknown as EvaluateOptions;
}
