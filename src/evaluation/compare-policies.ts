/**
 * `comparePolicies`: the dry run of a change: which verdicts flip, for whom, and why.
 *
 * Two evaluations of the same cases; since an evaluation is a function, nothing else is needed. Source: docs/policies.md.
 */
import type { Policy } from "../policy/policy.ts";
import { checkPolicy } from "./cases/arguments.ts";
import type { Case } from "./cases/case.ts";
import { evaluate } from "./evaluate.ts";
import type { EvaluateOptions } from "./evaluator.ts";
import type { Evaluation, Outcome, ResultMembers } from "./result.ts";

/** A verdict that is another one under the second policy. */
export interface Flip {
  /** A case's id, or that of a customer, a technician or the service. */
  readonly id: string;
  readonly subject: "case" | "customer" | "staff" | "service";
  readonly customer?: string;
  readonly commitment: string;
  /** Null where a policy does not judge it. */
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  /** What is different in the results, from what weighs most: members of the result. */
  readonly why: readonly FlipReason[];
}

/** One difference between two results. */
export interface FlipReason {
  readonly member: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A rate under both policies; null where one does not have the commitment, or nothing is decided. */
export interface RateChange {
  readonly before: number | null;
  readonly after: number | null;
}

/** What a change of policy would do. */
export interface PolicyComparison {
  readonly flips: readonly Flip[];
  /** Commitments in the order of the first policy, then those that only the second has. */
  readonly rates: Readonly<Record<string, RateChange>>;
  /** Results that both policies give, and how many of them are the same verdict. */
  readonly compared: number;
  readonly unchanged: number;
}

/** Members that explain a flip, from what weighs most. */
const TELLING = [
  "reason",
  "version",
  "calendar",
  "fact",
  "dueAt",
  "dueDate",
  "elapsedMs",
  "elapsedDays",
  "startedAt",
  "stoppedAt",
];

/**
 * What would change if one policy took the place of another.
 *
 * Errors: as `evaluate`.
 *
 * @example
 * const all = definePolicy(withReadings(clipIndustrieDefinition, { "business-hours": "working-days" }));
 * const { flips } = comparePolicies(clipIndustrie, all, cases, { asOf: "2026-06-01T09:00+02:00" });
 * flips.map(({ id, before, after }) => `${id} ${before} ${after}`) // [ 'T1 met missed' ]
 */
export function comparePolicies(
  first: Policy,
  second: Policy,
  cases: readonly Case[],
  options: EvaluateOptions,
): PolicyComparison {
  checkPolicy(first, ["first"]);
  checkPolicy(second, ["second"]);
  const [before, after] = [evaluate(first, cases, options), evaluate(second, cases, options)];
  const flips: Flip[] = [];
  let compared = 0;
  for (const { subject, id, customer, results } of pairsOf(before, after)) {
    for (const [commitment, [a, b]] of results) {
      compared++;
      if (a?.outcome === b?.outcome) continue;
      const whose = customer === undefined ? {} : { customer };
      const outcomes = { before: a?.outcome ?? null, after: b?.outcome ?? null };
      flips.push({ id, subject, ...whose, commitment, ...outcomes, why: reasonsOf(a, b) });
    }
  }
  const ids = new Set([...Object.keys(before.rates), ...Object.keys(after.rates)]);
  const rates = [...ids].map((id) => [
    id,
    { before: before.rates[id]?.rate ?? null, after: after.rates[id]?.rate ?? null },
  ]);
  return { flips, rates: Object.fromEntries(rates), compared, unchanged: compared - flips.length };
}

interface Pair {
  readonly subject: Flip["subject"];
  readonly id: string;
  readonly customer: string | undefined;
  readonly results: ReadonlyMap<string, readonly [ResultMembers | undefined, ResultMembers | undefined]>;
}

/** The results of both, side by side: cases in their order, then customers, staff and the service. */
function pairsOf(before: Evaluation, after: Evaluation): Pair[] {
  const cases = before.cases.map((found, index): Pair => {
    const results = joined(found.commitments, after.cases[index]!.commitments);
    return { subject: "case", id: found.id, customer: found.customer, results };
  });
  const keyOf = ({ subject, id }: { subject: string; id: string }): string =>
    subject === "service" ? subject : `${subject} ${id}`;
  const [a, b] = [before, after].map(({ register }) => new Map(register.map((each) => [keyOf(each), each]))) as [
    Map<string, Evaluation["register"][number]>,
    Map<string, Evaluation["register"][number]>,
  ];
  const subjects = [...new Set([...a.keys(), ...b.keys()])].map((name): Pair => {
    const { subject, id } = (a.get(name) ?? b.get(name))!;
    const results = joined(a.get(name)?.commitments ?? {}, b.get(name)?.commitments ?? {});
    return { subject, id, customer: subject === "customer" ? id : undefined, results };
  });
  return [...cases, ...subjects];
}

function joined(
  before: Readonly<Record<string, ResultMembers>>,
  after: Readonly<Record<string, ResultMembers>>,
): Map<string, readonly [ResultMembers | undefined, ResultMembers | undefined]> {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return new Map([...ids].map((id) => [id, [before[id], after[id]]]));
}

function reasonsOf(before: ResultMembers | undefined, after: ResultMembers | undefined): FlipReason[] {
  if (before === undefined || after === undefined) return [];
  return TELLING.flatMap((member): FlipReason[] => {
    const [a, b] = [before, after].map((result) => (result as unknown as Record<string, unknown>)[member] ?? null);
    return a === b ? [] : [{ member, before: a, after: b }];
  });
}
