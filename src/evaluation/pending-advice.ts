/**
 * Advice that is still to be given: what detections ask for and nobody has recommended yet.
 *
 * It only folds results. Source: docs/promises.md, "Detection".
 */
import { refuse } from "../issues/error.ts";
import { isList, isObject } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import { show } from "../issues/show.ts";
import type { Evaluation } from "./result.ts";

/** A recommendation to make. */
export interface PendingAdvice {
  readonly commitment: string;
  /** Id of the customer to speak to. */
  readonly customer: string;
  readonly module: string;
  /** Civil date since which it is needed. */
  readonly detectedOn: string;
  /** Ids of the cases that ask for it. */
  readonly cases: readonly string[];
}

/**
 * What is to be recommended to whom, the oldest need first; then by customer and module.
 *
 * Empty where no commitment of the policy is a detection, where it has no figure, and without a register.
 *
 * @example pendingAdvice(evaluation).length // 0
 */
export function pendingAdvice(evaluation: Evaluation): PendingAdvice[] {
  const what = "an evaluation, as evaluate gives it";
  return readForeign(evaluation, ["evaluation"], "report.bad-input", what, () => {
    const register: unknown = isObject(evaluation) ? evaluation.register : undefined;
    if (isList(register)) return adviceOf(evaluation);
    const path = isObject(evaluation) ? ["evaluation", "register"] : ["evaluation"];
    const value: unknown = isObject(evaluation) ? register : evaluation;
    return refuse(
      "report.bad-input",
      path,
      what,
      value,
      `${show(value)} is not ${path.length > 1 ? "that of " : ""}${what}`,
    );
  });
}

function adviceOf({ register }: Evaluation): PendingAdvice[] {
  return register
    .filter(({ subject }) => subject === "customer")
    .flatMap(({ id: customer, commitments }) =>
      Object.entries(commitments).flatMap(([commitment, { advice = [] }]) =>
        advice
          .filter(({ recommendedOn }) => recommendedOn === null)
          .map(({ module, detectedOn, cases }) => ({ commitment, customer, module, detectedOn, cases })),
      ),
    )
    .sort(
      (a, b) =>
        order(a.detectedOn, b.detectedOn) ||
        order(a.customer, b.customer) ||
        order(a.module, b.module) ||
        order(a.commitment, b.commitment),
    );
}

/** By code units: the same order on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
