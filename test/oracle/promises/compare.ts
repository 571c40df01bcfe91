/**
 * Compare: what the judge says against what an evaluation says, field by field, as readable lines.
 *
 * The evaluation is read by shape, so that the judge does not need the library's types to hold.
 */

import type { Judgement, Told } from "./judge.ts";
import type { ExpectedRate } from "./rates.ts";
import type { Expected, Figures } from "./types.ts";
import { OUTCOMES } from "./types.ts";

type Fields = Readonly<Record<string, unknown>>;
interface Actual {
  readonly id: string;
  readonly subject?: string;
  readonly commitments: Readonly<Record<string, unknown>>;
}
export interface ActualEvaluation {
  readonly cases: readonly Actual[];
  readonly register: readonly Actual[];
  readonly notYet: number;
  readonly rates: Readonly<Record<string, unknown>>;
}

/** For these, being absent says the same as the value. */
const SAME_AS_ABSENT: Fields = {
  stoppedAt: null,
  missedAt: null,
  carriedOver: false,
  dueFrom: null,
  overtakenBy: [],
};

/** As JSON, the members of objects in one order, numbers to twelve digits: 1 − 0.1 and 0.9 are one share. */
function written(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => {
      if (typeof part === "number" && !Number.isInteger(part)) return Number(part.toPrecision(12));
      if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
      return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? "nothing"
  );
}

function same(what: string, expected: unknown, actual: unknown, found: string[]): void {
  const [wanted, given] = [written(expected), written(actual)];
  if (wanted !== given) found.push(`${what}: expected ${wanted}, got ${given}`);
}

function compareFigures(where: string, expected: Figures, actual: unknown, found: string[]): void {
  for (const [name, wanted] of Object.entries(expected)) {
    same(`${where} figures.${name}`, wanted, (actual as Fields | undefined)?.[name], found);
  }
}

function compareResult(where: string, expected: Expected, actual: Fields, found: string[]): void {
  for (const [field, wanted] of Object.entries(expected)) {
    if (field === "figures") compareFigures(where, wanted as Figures, actual.figures, found);
    else if (field === "cycles") compareCycles(where, wanted as Expected[], actual.cycles, found);
    else same(`${where} ${field}`, wanted, actual[field] ?? SAME_AS_ABSENT[field] ?? actual[field], found);
  }
  if (expected.reason === undefined && actual.reason !== undefined) found.push(`${where}: reason ${actual.reason}`);
}

function compareCycles(where: string, expected: readonly Expected[], actual: unknown, found: string[]): void {
  const given = (actual ?? []) as readonly Fields[];
  same(`${where} cycles`, expected.length, given.length, found);
  expected.forEach((one, index) => {
    compareResult(`${where} cycles[${index}]`, one, given[index] ?? {}, found);
  });
}

function compareRate(where: string, expected: ExpectedRate, actual: Fields | undefined, found: string[]): void {
  if (actual === undefined) {
    if (expected.caseIds.length > 0) found.push(`${where}: none`);
    return;
  }
  same(`${where} met`, expected.met, actual.met, found);
  same(`${where} missed`, expected.missed, actual.missed, found);
  same(`${where} rate`, expected.rate, actual.rate, found);
  if (expected.goalReach !== undefined) same(`${where} goalReach`, expected.goalReach, actual.goalReach, found);
  const counts = actual.counts as Fields;
  for (const one of OUTCOMES) same(`${where} ${one}`, expected.counts[one], counts[one] ?? 0, found);
  const ids = Object.values(actual.caseIds as Record<string, string[]>).flat();
  same(`${where} caseIds`, expected.caseIds, ids.sort(), found);
  compareFigures(where, expected.figures, actual.figures, found);
}

const keyOf = ({ subject, id, commitment }: Omit<Told, "expected">): string => `${subject} ${id} ${commitment}`;

export function differences(expected: Judgement, actual: ActualEvaluation): string[] {
  const found: string[] = [];
  same("notYet", expected.notYet, actual.notYet, found);
  const results = new Map<string, Fields>();
  const rows = [...actual.cases.map((one) => ({ ...one, subject: "case" })), ...actual.register];
  for (const { subject, id, commitments } of rows) {
    if (subject === "case" && expected.duplicates.includes(id)) continue;
    for (const [commitment, result] of Object.entries(commitments)) {
      results.set(keyOf({ subject: subject as Told["subject"], id, commitment }), result as Fields);
    }
  }
  for (const told of expected.told) {
    const result = results.get(keyOf(told));
    results.delete(keyOf(told));
    if (result === undefined) found.push(`${keyOf(told)}: no result, expected ${told.expected.outcome}`);
    else compareResult(keyOf(told), told.expected, result, found);
  }
  for (const key of results.keys()) found.push(`${key}: a result, and nothing was promised`);
  for (const [name, rate] of Object.entries(expected.rates)) {
    compareRate(`rate of ${name}`, rate, actual.rates[name] as Fields | undefined, found);
  }
  return found;
}
