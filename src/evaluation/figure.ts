/**
 * The figure of a target on one case: the commitment's own, or that of a fact of the case.
 */
import { type Issue, makeIssue } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";
import type { TargetCommitment, TargetFigure } from "../policy/policy.ts";
import type { ReadCase } from "./case.ts";

/** The figure; null where the policy promises nothing; undefined, with an issue, where the fact is not known. */
export function figureOf(
  { target }: TargetCommitment,
  { facts }: ReadCase,
  issues: Issue[],
): TargetFigure | null | undefined {
  if (!("by" in target)) return target;
  const { by, figures } = target;
  const value = Object.hasOwn(facts, by) ? facts[by] : undefined;
  const figure = typeof value === "string" ? figures.get(value) : undefined;
  if (figure !== undefined) return figure;
  const known = [...figures.keys()];
  const cure =
    value === undefined
      ? `the case has no ${by}, by which its target goes; one of ${known.join(", ")}`
      : `${show(value)} is no ${by} of this policy${typeof value === "string" ? didYouMean(value, known) : ""}`;
  issues.push(makeIssue("case.unknown-fact", [by], known.join(", "), value, cure));
  return undefined;
}
