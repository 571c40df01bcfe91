/**
 * Ignoring: an evaluation by what is seen, as independent judges see it, to whom an event of an unknown type is none.
 *
 * What else it may have been is judged by test/properties/history.laws.test.ts.
 */
import { type Case, type EvaluateOptions, type Evaluation, evaluate, type Policy } from "../../src/index.ts";

/** The evaluation with unknown types ignored, and with the issues that they have. */
export function ignoringUnknown(policy: Policy, cases: readonly Case[], options: EvaluateOptions): Evaluation {
  const {
    ignoresUnknown: _,
    unknownEvents: __,
    ...ignoring
  } = evaluate(policy, cases, { ...options, ignoreUnknown: true });
  const { cases: told } = evaluate(policy, cases, options);
  const isShared = ({ code }: { readonly code: string }): boolean => code === "case.shared-as-seen";
  const withIssues = ignoring.cases.map((each, i) => ({
    ...each,
    issues: told[i]!.issues.filter((one) => !isShared(one)),
  }));
  return { ...ignoring, cases: withIssues };
}
