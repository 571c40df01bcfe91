/**
 * `evaluate`: how a policy was kept over cases, at one instant.
 *
 * A pure function: it reads no clock, file or environment; the order of the cases decides nothing.
 */
import type { Policy } from "../policy/policy.ts";
import { readCases } from "./cases/arguments.ts";
import type { Case } from "./cases/case.ts";
import { type Amended, type Amendment, createEvaluator, type EvaluateOptions } from "./evaluator.ts";
import type { CaseResult, Evaluation, Result } from "./result.ts";

/**
 * How a policy was kept.
 *
 * Nothing is lost: what cannot be read is among the issues, what cannot be measured says why.
 * Errors: `time.*` for an asOf that is no instant; `calendar.bad-option` for a period that is none; the code of the kind
 *   for arguments of another kind.
 * Source: docs/semantics.md §5, docs/policies.md, docs/charter.md.
 *
 * @example evaluate(clipIndustrie, cases, { asOf: "2026-10-31T18:00+01:00", register }).rates.anomaly.rate // 1
 */
export function evaluate<Id extends string = string>(
  policy: Policy<Id>,
  cases: readonly Case[],
  options: EvaluateOptions,
): Evaluation<Id> {
  const evaluator = createEvaluator(policy, options);
  const results = readCases(cases).flatMap((value) => evaluator.add(value as Case) ?? []);
  const { amended, ...evaluation } = evaluator.finish();
  return { ...evaluation, cases: amend(results, amended) as CaseResult<Id>[] };
}

/** Results with what all cases together decided; amendments come in the order of the cases. */
function amend(results: readonly CaseResult[], amended: readonly Amendment[]): CaseResult[] {
  let next = 0;
  return results.map((result) => {
    const amendment = amended[next];
    if (amendment?.id !== result.id) return result;
    next++;
    const commitments = Object.fromEntries(
      Object.entries(result.commitments).map(([id, each]) => [id, withMembers(each, amendment.commitments[id])]),
    );
    return { ...result, commitments, issues: [...result.issues, ...amendment.issues] };
  });
}

/** A result with other members; one that is undefined there is taken out. */
function withMembers(result: Result, amended: Amended = {}): Result {
  return Object.fromEntries(
    Object.entries({ ...result, ...amended }).filter(([, value]) => value !== undefined),
  ) as unknown as Result;
}
