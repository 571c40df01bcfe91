/**
 * Questions about a commitment: shares that are used from the start, goals that every rate keeps, events that reopen nothing, a table
 * that promises nothing.
 */
import { show } from "../../issues/show.ts";
import type { TargetFigure } from "../../policy/parts.ts";
import { isTarget, type TargetCommitment } from "../../policy/policy.ts";
import { commitmentsOf, type Place, type PolicyQuestion, type WrittenCommitment } from "./places.ts";

/** The questions about the commitments that a place writes. */
export function commitmentQuestions(place: Place): PolicyQuestion[] {
  return commitmentsOf(place).flatMap((each) => [
    ...goalQuestions(each),
    ...(isTarget(each.commitment) ? targetQuestions(each, each.commitment) : []),
  ]);
}

function goalQuestions({ path, commitment: { goal, goalAbove } }: WrittenCommitment): PolicyQuestion[] {
  const at = [...path, "goal"];
  if (goal === 0 && !goalAbove) return [{ path: at, message: "a goal of 0 is kept whatever happens" }];
  return goal === 1 && goalAbove ? [{ path: at, message: "no rate is above 1: this goal is never kept" }] : [];
}

function targetQuestions({ path, written }: WrittenCommitment, commitment: TargetCommitment): PolicyQuestion[] {
  const { target, atRisk, reopening } = commitment;
  const figures = figuresOf(target);
  const asked: PolicyQuestion[] = [];
  const ask = (key: string | readonly string[], message: string): void => {
    asked.push({ path: [...path, ...[key].flat()], message });
  };
  if ("by" in target && figures.length === 0)
    ask(["target", "values"], `nothing is promised for any ${show(target.by).slice(1, -1)}`);
  if ("reopen" in written && reopening === "ignore")
    ask("reopen", 'reopening is "ignore": these events reopen nothing');
  if (atRisk[0] === 0) ask("atRisk", "a share of 0 is used from the start: every clock that runs would be at risk");
  return asked;
}

/** The figures of a target, cells without one left out. */
function figuresOf(target: TargetCommitment["target"]): TargetFigure[] {
  return "by" in target ? [...target.figures.values()].filter((figure) => figure !== null) : [target];
}
