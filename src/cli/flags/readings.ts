/**
 * Readings on the command line: a policy under another reading of a clause, and under all of them.
 */

import {
  type Case,
  comparePolicies,
  definePolicy,
  type EvaluateOptions,
  isOuvreeError,
  type PolicyComparison,
  withReadings,
} from "../../index.ts";
import { harmless, show } from "../../issues/show.ts";
import { type ReadyPolicy, readyPolicy } from "../../policy/policy.ts";
import { comparisonText } from "../../report/index.ts";
import { HOLIDAY_SOURCES } from "../files/holiday-sources.ts";
import { CliProblem } from "../problem.ts";
import type { Flags } from "./flags.ts";

/** The policy under the readings of `--reading CLAUSE=READING`. */
export function underReadings(policy: ReadyPolicy, flags: Flags): ReadyPolicy {
  const texts = flags.all("reading");
  if (texts.length === 0) return policy;
  const readings = texts.map((text) => {
    const [clause, reading, ...more] = text.split("=");
    if (clause === undefined || clause === "" || reading === undefined || reading === "" || more.length > 0)
      throw new CliProblem(`--reading: ${show(text)} is no reading; write business-hours=working-days`);
    return [clause, reading] as const;
  });
  const twice = readings.find(([clause], i) => readings.findIndex(([other]) => other === clause) !== i);
  if (twice !== undefined) throw new CliProblem(`--reading: ${show(twice[0])} is given twice; say one`);
  return read(policy, Object.fromEntries(readings));
}

function read(policy: ReadyPolicy, readings: Readonly<Record<string, string>>): ReadyPolicy {
  try {
    return readyPolicy(definePolicy(withReadings(policy.document, readings), { sources: HOLIDAY_SOURCES }));
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    throw new CliProblem(`--reading: ${error.message.replace(/^readings[.[][^:]*: /, "")}`);
  }
}

/**
 * Which verdicts and rates change under each of the other readings of each clause.
 *
 * @param view What may be shown of a comparison.
 */
export function allReadingsText(
  policy: ReadyPolicy,
  cases: readonly Case[],
  options: EvaluateOptions,
  view: (comparison: PolicyComparison) => PolicyComparison,
): string {
  const { otherReadings = {}, readings = {} } = policy.document;
  const zone = policy.calendars.get(policy.document.calendar)!.definition.timeZone;
  const parts = Object.entries(otherReadings).flatMap(([clause, others]) =>
    Object.keys(others).map((reading) => {
      const comparison = view(comparePolicies(policy, read(policy, { [clause]: reading }), cases, options));
      const count = comparison.flips.length;
      const head = `${harmless(clause)}: ${harmless(reading)}, not ${harmless(readings[clause] ?? "")}: ${count === 0 ? "no verdict changes" : `${count} verdict${count === 1 ? "" : "s"} change${count === 1 ? "s" : ""}`}`;
      const lines = comparisonText(comparison, zone);
      return lines === "" ? head : `${head}\n${lines}`;
    }),
  );
  return parts.length === 0
    ? "the policy names no other readings\n"
    : `under other readings\n\n${parts.join("\n\n")}\n`;
}
