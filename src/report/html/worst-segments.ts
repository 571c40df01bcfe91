/**
 * What made up the time of the worst cases, for their pictures.
 *
 * It comes from a second evaluation, of them alone, since the segments of all cases would be too much to keep. All else is as the
 * evaluation of all cases has it: who overtook whom is decided by all.
 */
import { checkRegister } from "../../evaluation/cases/arguments.ts";
import type { Register } from "../../evaluation/cases/register.ts";
import { evaluate } from "../../evaluation/evaluate.ts";
import type { Result } from "../../evaluation/result.ts";
import { reading } from "../arguments.ts";
import type { CaseSegments, Report } from "../report.ts";
import { worstCases } from "./worst.ts";

/**
 * The segments of the worst cases of a report that has its cases; for `segments` of the report.
 *
 * To be asked for before names are taken out: what they were judged by may go with them.
 *
 * @param register The one that the cases were judged with.
 * @example worstSegments({ policy: clipIndustrie, evaluation, verdicts: [], cases }, register).get(0).anomaly.length // 7
 */
export function worstSegments(report: Report, register?: Register): CaseSegments {
  if (register !== undefined) checkRegister(register);
  return reading("report", report, "report", () => segmentsOf(report, register));
}

function segmentsOf(report: Report, register: Register | undefined): CaseSegments {
  const { policy, evaluation, cases = [] } = report;
  const inputs = inputsOf(report);
  const worst = worstCases(report).filter(({ index }) => inputs.has(index));
  const own = worst.map(({ index }) => cases[inputs.get(index)!]!);
  const options = { asOf: evaluation.asOf, segments: true, ...(register === undefined ? {} : { register }) };
  const alone = evaluate(policy, own, options).cases;
  // One of them could not be read after all: then it is not known which is which.
  if (alone.length !== worst.length) return new Map();
  return new Map(
    worst.map(({ index, found }, i) => {
      const told = Object.entries(alone[i]!.commitments).flatMap(([id, result]) =>
        result.segments !== undefined && isSameRun(result, found.commitments[id])
          ? [[id, result.segments] as const]
          : [],
      );
      return [index, Object.fromEntries(told)];
    }),
  );
}

/** The case of each result: of namesakes the first to the first. */
function inputsOf({ evaluation, cases = [] }: Report): ReadonlyMap<number, number> {
  const waiting = new Map<string, number[]>();
  cases.forEach((one, i) => {
    if (typeof one?.id !== "string") return;
    const same = waiting.get(one.id);
    if (same === undefined) waiting.set(one.id, [i]);
    else same.push(i);
  });
  for (const same of waiting.values()) same.reverse();
  return new Map(
    evaluation.cases.flatMap(({ id }, index): [number, number][] => {
      const input = waiting.get(id)?.pop();
      return input === undefined ? [] : [[index, input]];
    }),
  );
}

/** A namesake may have been taken for it. */
function isSameRun(alone: Result, found: Result | undefined): boolean {
  return (
    found !== undefined &&
    alone.startedAt === found.startedAt &&
    alone.dueAt === found.dueAt &&
    alone.stoppedAt === found.stoppedAt &&
    alone.elapsedMs === found.elapsedMs
  );
}
