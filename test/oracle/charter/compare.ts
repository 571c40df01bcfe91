/**
 * Compare: what the simulator says against what an evaluation says, field by field, as readable lines.
 *
 * The evaluation is read by shape, so that the judge does not need the library's types to hold.
 */

import type { Expected, ExpectedCase, ExpectedRate, Simulation } from "./types.ts";
import { COMMITMENTS, OUTCOMES } from "./types.ts";

export interface ActualCase {
  id: string;
  commitments: Readonly<Record<string, unknown>>;
  issues: readonly unknown[];
}

export interface ActualEvaluation {
  cases: readonly ActualCase[];
  notYet: number;
  rates: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** For these, being absent says the same as the value: a figure that is nothing, a list without entries. */
const SAME_AS_ABSENT: Readonly<Record<string, unknown>> = {
  overrunMs: 0,
  carriedOver: false,
  dueFrom: null,
  missedAt: null,
  overtakenBy: [],
};

/** Hours or days, never both. */
const NEVER_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  elapsedMs: ["elapsedDays", "dueDate"],
  elapsedDays: ["elapsedMs", "remainingMs", "overrunMs"],
};

export function differences(expected: Simulation, actual: ActualEvaluation): string[] {
  const found: string[] = [];
  same("notYet", expected.notYet, actual.notYet, found);
  same("cases", ids(expected.cases), ids(actual.cases), found);
  for (const one of expected.cases) {
    const namesakes = actual.cases.filter(({ id }) => id === one.id);
    if (one.issue && namesakes.some(({ issues }) => issues.length === 0)) found.push(`${one.id}: an issue is missing`);
    const [only] = namesakes;
    if (one.duplicate || only === undefined) continue;
    const codes = only.issues.map((issue) => (issue as Fields).code);
    // Where there is none at all it was said above.
    for (const code of one.codes)
      if (codes.length > 0 && !codes.includes(code)) found.push(`${one.id}: no issue ${code}`);
    for (const code of one.ruledOut) if (codes.includes(code)) found.push(`${one.id}: issue ${code}, unasked`);
    compareCase(one, only, found);
  }
  for (const id of COMMITMENTS) compareRate(id, expected.rates[id], actual.rates[id], found);
  return found;
}

function ids(cases: readonly { id: string }[]): string[] {
  return cases.map(({ id }) => id).sort();
}

function compareCase(expected: ExpectedCase, actual: ActualCase, found: string[]): void {
  for (const id of COMMITMENTS) {
    const wanted = expected.commitments[id];
    const given = actual.commitments[id];
    const where = `${expected.id} ${id}`;
    if (wanted === undefined && given !== undefined) found.push(`${where}: does not apply to this kind`);
    if (wanted !== undefined && given === undefined) found.push(`${where}: no result, expected ${wanted.outcome}`);
    if (wanted !== undefined && given !== undefined) compareResult(where, wanted, given as Fields, found);
  }
}

function compareResult(where: string, expected: Expected, actual: Fields, found: string[]): void {
  for (const field of expected.unsure ?? []) {
    if (isTold(actual, field))
      found.push(`${where} ${field}: ${JSON.stringify(actual[field])}, though it could differ`);
  }
  for (const [field, wanted] of Object.entries(expected)) {
    if (field === "unsure") continue;
    same(`${where} ${field}`, wanted, actual[field] ?? orNothing(field, actual), found);
    for (const other of NEVER_TOGETHER[field] ?? []) {
      if (actual[other] !== undefined) found.push(`${where}: ${other} beside ${field}`);
    }
  }
}

/** Of these instants null says no more than absence. */
function isTold(result: Fields, field: string): boolean {
  return (
    result[field] !== undefined && !(result[field] === null && ["startedAt", "dueAt", "stoppedAt"].includes(field))
  );
}

function orNothing(field: string, actual: Fields): unknown {
  return actual[field] === undefined && field in SAME_AS_ABSENT ? SAME_AS_ABSENT[field] : actual[field];
}

function compareRate(id: string, expected: ExpectedRate, actual: unknown, found: string[]): void {
  const isEmpty = OUTCOMES.every((outcome) => expected.counts[outcome] === 0);
  if (actual === undefined) {
    if (!isEmpty) found.push(`rate of ${id}: none`);
    return;
  }
  const given = actual as Fields;
  const counts = given.counts as Fields;
  same(`rate of ${id}: met`, expected.met, given.met, found);
  same(`rate of ${id}: missed`, expected.missed, given.missed, found);
  same(`rate of ${id}: rate`, expected.rate, given.rate, found);
  for (const outcome of OUTCOMES) {
    same(`rate of ${id}: ${outcome}`, expected.counts[outcome], counts[outcome] ?? 0, found);
  }
}

function same(what: string, expected: unknown, actual: unknown, found: string[]): void {
  const [wanted, given] = [JSON.stringify(expected), JSON.stringify(actual)];
  if (wanted !== given) found.push(`${what}: expected ${wanted}, got ${given}`);
}
