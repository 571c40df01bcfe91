/**
 * `evaluate`: how a policy was kept over cases, at one instant.
 *
 * A pure function: it reads no clock, file or environment; the order of the cases decides nothing.
 */
import { insideOf } from "../calendar/internal.ts";
import { civilDayAt } from "../clock/beyond.ts";
import { refuse } from "../issues/error.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";
import type { Commitment, Policy } from "../policy/policy.ts";
import { formatDate } from "../time/civil-date.ts";
import { type InstantInput, readInstant } from "../time/instant.ts";
import { overtakers, type Queued } from "./carry-over.ts";
import { type Case, type ReadCase, readCase } from "./case.ts";
import { readClock } from "./clock.ts";
import { isoOrNull } from "./instants.ts";
import { type Beside, type Judgement, judge } from "./judge.ts";
import { provenanceOf } from "./provenance.ts";
import { createTally } from "./rate.ts";
import { type Register, readCustomers } from "./register.ts";
import type { CaseResult, Evaluation, Rate, Result } from "./result.ts";

/** Options of {@link evaluate}. */
export interface EvaluateOptions {
  /** The instant of judgement: later events are not seen. */
  readonly asOf: InstantInput;
  /** Without it cover is not judged, and what needs it is `unmeasurable: no-register`. */
  readonly register?: Register;
  /** Civil year `YYYY`, month `YYYY-MM` or date whose cases make up the rates, by their start; all unless given. */
  readonly period?: string;
}

/** A case with its judgements, before the order of the queues is known. */
interface Judged {
  readonly found: ReadCase;
  readonly judgements: Map<Commitment, Judgement>;
}

/**
 * How a policy was kept.
 *
 * Nothing is lost: what cannot be read is among the issues, what cannot be measured says why.
 * Errors: `time.*` for an asOf that is no instant; `calendar.bad-option` for a period that is none.
 * Source: docs/semantics.md §5, docs/charter.md.
 *
 * @example evaluate(clipIndustrie, cases, { asOf: "2026-10-31T18:00+01:00", register }).rates.anomaly.rate // 1
 */
export function evaluate(policy: Policy, cases: readonly Case[], options: EvaluateOptions): Evaluation {
  const issues: Issue[] = [];
  const asOfMs = readInstant(options.asOf, ["asOf"]);
  const period = readPeriod(options.period);
  const customers = options.register === undefined ? undefined : readCustomers(options.register, issues);
  const beside: Beside = { policy, asOfMs, customers };
  const read = cases.flatMap((value, index) => readCase(value, index, asOfMs, issues) ?? []);
  // Nothing of it is seen: neither a readable event, nor one that could not be read.
  const seen = read.filter((found) => found.events.length > 0 || found.issues.length > 0);
  const duplicates = reportDuplicates(seen);
  const judged = seen.map((found): Judged => ({ found, judgements: judgeCase(found, beside) }));
  const counted = judged.filter(({ found }) => !duplicates.has(found.id));
  const results = withOrder(judged, counted, policy);
  return {
    schema: 1,
    asOf: isoOrNull(asOfMs)!,
    ...(period === undefined ? {} : { period }),
    cases: judged.map(
      ({ found }, i): CaseResult => ({
        id: found.id,
        kind: found.kind,
        ...(found.customer === undefined ? {} : { customer: found.customer }),
        commitments: Object.fromEntries([...results[i]!].map(([commitment, result]) => [commitment.id, result])),
        issues: found.issues,
      }),
    ),
    register: [],
    rates: ratesOf(policy, judged, results, duplicates, period),
    notYet: read.length - seen.length,
    issues,
    provenance: provenanceOf(policy),
  };
}

/** Judges every commitment that holds for a case's kind; what is odd about the case goes to its own issues. */
function judgeCase(found: ReadCase, beside: Beside): Map<Commitment, Judgement> {
  const { policy, customers } = beside;
  const kind = policy.kinds.get(found.kind);
  const report = (issue: Issue): void => {
    // Several clocks of one case may notice the same thing.
    if (!found.issues.some((known) => known.code === issue.code && known.message === issue.message))
      found.issues.push(issue);
  };
  if (kind === undefined) {
    report(
      makeIssue(
        "case.unknown-kind",
        ["kind"],
        [...policy.kinds.keys()].join(", "),
        found.kind,
        `${show(found.kind)} is no kind of this policy${didYouMean(found.kind, policy.kinds.keys())}`,
      ),
    );
    return new Map();
  }
  const known = new Set([...kind.events, ...policy.commonEvents]);
  for (const { type } of found.events) {
    if (!known.has(type))
      report(
        makeIssue(
          "case.unknown-event",
          ["events"],
          [...known].join(", "),
          type,
          `${show(type)} is no event of ${found.kind}${didYouMean(type, known)}`,
        ),
      );
  }
  if (customers !== undefined && (found.customer === undefined || !customers.has(found.customer))) {
    report(
      makeIssue(
        "case.unknown-customer",
        ["customer"],
        "a customer of the register",
        found.customer,
        `${show(found.customer)} is not in the register: its cover is not judged`,
      ),
    );
  }
  const judgements = new Map<Commitment, Judgement>();
  for (const commitment of policy.commitments) {
    if (!commitment.kinds.has(found.kind)) continue;
    const odd: Issue[] = [];
    judgements.set(commitment, judge(commitment, found, beside, odd));
    for (const issue of odd) report(issue);
  }
  return judgements;
}

/** Two cases of one id: an issue on both, neither merged nor dropped nor counted. */
function reportDuplicates(cases: readonly ReadCase[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { id } of cases) times.set(id, (times.get(id) ?? 0) + 1);
  const duplicates = new Set<string>();
  for (const { id, issues } of cases) {
    if (times.get(id) === 1) continue;
    duplicates.add(id);
    issues.push(
      makeIssue(
        "case.duplicate-id",
        ["id"],
        "an id of its own",
        id,
        `${show(id)} is the id of ${times.get(id)} cases; none of them is counted`,
      ),
    );
  }
  return duplicates;
}

/** Results, with the cases that overtook each carried-over one. */
function withOrder(judged: readonly Judged[], counted: readonly Judged[], policy: Policy): Map<Commitment, Result>[] {
  const queues = new Map<string, Queued[]>();
  const queueOf = (commitment: Commitment, name: string): Queued[] => {
    const key = `${commitment.id} ${name}`;
    let queue = queues.get(key);
    if (queue === undefined) {
      queue = queuedCases(counted, commitment, name, policy);
      queues.set(key, queue);
    }
    return queue;
  };
  return judged.map(({ found, judgements }) => {
    const queueName = policy.kinds.get(found.kind)?.queue;
    return new Map(
      [...judgements].map(([commitment, { result, carriedAtMs, pendingUntilMs }]): [Commitment, Result] => {
        if (commitment.kind !== "carry-over" || carriedAtMs === undefined || queueName === undefined)
          return [commitment, result];
        const overtakenBy = overtakers(queueOf(commitment, queueName), carriedAtMs, pendingUntilMs!);
        const isMiss = commitment.order === "require" && result.outcome === "met" && overtakenBy.length > 0;
        return [commitment, { ...result, ...(isMiss ? { outcome: "missed" as const } : {}), overtakenBy }];
      }),
    );
  });
}

/** The cases of a queue that were helped, by the instant of the call. */
function queuedCases(counted: readonly Judged[], commitment: Commitment, queueName: string, policy: Policy): Queued[] {
  if (commitment.kind !== "carry-over") return [];
  const queue: Queued[] = [];
  for (const { found } of counted) {
    if (policy.kinds.get(found.kind)?.queue !== queueName) continue;
    const clock = readClock(
      found.events,
      {
        isStart: (event) => event.type === commitment.start,
        isStop: (event) => event.type === commitment.stop,
        isCancel: (event) => event.type === policy.cancel,
      },
      [],
    );
    if (clock.startMs !== undefined && clock.stopMs !== undefined)
      queue.push({ id: found.id, calledMs: clock.startMs, helpedMs: clock.stopMs });
  }
  return queue.sort((a, b) => a.calledMs - b.calledMs);
}

function ratesOf(
  policy: Policy,
  judged: readonly Judged[],
  results: readonly Map<Commitment, Result>[],
  duplicates: ReadonlySet<string>,
  period: string | undefined,
): Record<string, Rate> {
  const tallies = new Map(policy.commitments.map((commitment) => [commitment, createTally()]));
  judged.forEach(({ found }, i) => {
    if (duplicates.has(found.id)) return;
    for (const [commitment, result] of results[i]!) {
      if (period === undefined || isInPeriod(commitment, result, period))
        tallies.get(commitment)!.add(found.id, result.outcome);
    }
  });
  return Object.fromEntries([...tallies].map(([commitment, tally]) => [commitment.id, tally.rate(commitment.goal)]));
}

/** A case belongs to the period of its start. */
function isInPeriod(commitment: Commitment, { startedAt }: Result, period: string): boolean {
  if (startedAt === null) return false;
  return formatDate(civilDayAt(insideOf(commitment.calendar).timeline, Date.parse(startedAt))).startsWith(period);
}

function readPeriod(period: string | undefined): string | undefined {
  if (period === undefined || /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(period)) return period;
  return refuse(
    "calendar.bad-option",
    ["period"],
    "YYYY, YYYY-MM or YYYY-MM-DD",
    period,
    `${show(period)} is no period; write "2026-10"`,
  );
}
