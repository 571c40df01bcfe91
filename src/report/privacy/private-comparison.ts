/**
 * A comparison of two policies as it may be shown.
 */
import type { Flip, PolicyComparison } from "../../evaluation/compare-policies.ts";
import type { Evaluation } from "../../evaluation/result.ts";
import { reading } from "../arguments.ts";
import { type Aliases, aliasesOf, type PrivacyOptions, readPrivacy } from "./aliases.ts";

/**
 * The comparison under the names that {@link privateView} gives to those of an evaluation of the same cases.
 *
 * @example
 * const comparison = comparePolicies(clipIndustrie, clipIndustrie, cases, { asOf: "2026-06-01T09:00+02:00" });
 * privateComparison(comparison, evaluation).unchanged // 4
 */
export function privateComparison(
  comparison: PolicyComparison,
  evaluation: Evaluation,
  options?: PrivacyOptions,
): PolicyComparison {
  const given = readPrivacy(options, "privateComparison");
  return reading("evaluation", evaluation, "evaluation", () =>
    reading("comparison", comparison, "comparison", () => {
      const flips = flipsBySubject(comparison.flips);
      const aliases = aliasesOf(evaluation, given, (id, sort) =>
        flips.get(`${sort === "person" ? "staff" : sort} ${id}`),
      );
      return { ...comparison, flips: comparison.flips.map((flip) => privateFlip(flip, aliases)) };
    }),
  );
}

/** What flips of each customer and each person, without their names. */
function flipsBySubject(flips: readonly Flip[]): ReadonlyMap<string, unknown[]> {
  const bySubject = new Map<string, unknown[]>();
  for (const { id, customer: _customer, ...flip } of flips) {
    const key = `${flip.subject} ${id}`;
    bySubject.set(key, [...(bySubject.get(key) ?? []), flip]);
  }
  return bySubject;
}

function privateFlip({ customer, ...flip }: Flip, { caseId, customer: customerAlias, person, isShown }: Aliases): Flip {
  const alias = { case: caseId, customer: customerAlias, staff: person, service: (id: string) => id }[flip.subject];
  return {
    ...flip,
    id: alias(flip.id),
    ...(customer !== undefined && isShown.customers ? { customer: customerAlias(customer) } : {}),
  };
}
