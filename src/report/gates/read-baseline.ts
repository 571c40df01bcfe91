/**
 * An earlier evaluation, read back from the JSON of `--format json`: as much of it as a comparison needs.
 *
 * It trusts nothing: the file may be anybody's. What is wrong is said with its place.
 */
import { isObject } from "../../issues/expect.ts";
import { thrown } from "../../issues/foreign.ts";
import { show } from "../../issues/show.ts";
import type { Baseline } from "./baseline.ts";

/**
 * The baseline, or in words why a value is none.
 *
 * @example readBaseline({ cases: [] }) // "schema: undefined is not 1"
 */
export function readBaseline(value: unknown): Baseline | string {
  try {
    return baselineOf(value);
  } catch (error) {
    return `${show(value)} is no evaluation: it cannot be read: ${thrown(error)}`;
  }
}

function baselineOf(value: unknown): Baseline | string {
  if (!isObject(value)) return `${show(value)} is no evaluation`;
  const { schema, asOf, rates, provenance } = value;
  if (schema !== 1) return `schema: ${show(schema)} is not 1`;
  if (typeof asOf !== "string" || Number.isNaN(Date.parse(asOf))) return `asOf: ${show(asOf)} is no instant`;
  if (!isObject(rates)) return `rates: ${show(rates)} is no object`;
  for (const [id, rate] of Object.entries(rates)) {
    const problem = problemOfRate(rate);
    if (problem !== undefined) return `rates[${show(id)}]${problem}`;
  }
  if (!isObject(provenance)) return `provenance: ${show(provenance)} is no object`;
  const { policy, policyHash, readings } = provenance;
  if (typeof policy !== "string" || typeof policyHash !== "string") return "provenance: it does not name its policy";
  if (!isObject(readings) || !Object.values(readings).every((reading) => typeof reading === "string"))
    return "provenance.readings: they are not readings by clause";
  for (const name of ["period", "since", "until"])
    if (value[name] !== undefined && typeof value[name] !== "string") return `${name}: ${show(value[name])} is no text`;
  return value as unknown as Baseline;
}

function problemOfRate(rate: unknown): string | undefined {
  if (!isObject(rate)) return `: ${show(rate)} is no rate`;
  const { missed, goal, goalAbove, caseIds } = rate;
  const isShare = (share: unknown): boolean => typeof share === "number" && share >= 0 && share <= 1;
  if (rate["rate"] !== null && !isShare(rate["rate"])) return `.rate: ${show(rate["rate"])} is no share`;
  if (goal !== undefined && !isShare(goal)) return `.goal: ${show(goal)} is no share`;
  if (goalAbove !== undefined && goalAbove !== true) return `.goalAbove: ${show(goalAbove)} is not true`;
  if (!Number.isSafeInteger(missed) || Number(missed) < 0) return `.missed: ${show(missed)} is no number of cases`;
  if (!isObject(caseIds) || !Object.values(caseIds).every(isListOfTexts)) return ".caseIds: it does not list its cases";
  return undefined;
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
