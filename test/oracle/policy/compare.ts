/**
 * Compare: what the simulator says against what an evaluation says, field by field, as readable lines.
 *
 * The evaluation is read by shape, so that the judge does not need the library's types to hold.
 */

import { compareRate } from "./compare-rates.ts";
import { segmentFaults } from "./segments.ts";
import type { Expected, ExpectedCase, Simulation } from "./types.ts";

export type Fields = Readonly<Record<string, unknown>>;

export interface ActualCase {
  readonly id: string;
  readonly commitments: Readonly<Record<string, unknown>>;
  readonly issues: readonly unknown[];
}

export interface ActualEvaluation {
  readonly cases: readonly ActualCase[];
  readonly notYet: number;
  readonly rates: Readonly<Record<string, unknown>>;
}

/** For these, being absent says the same as the value: a figure that is nothing, a list without entries. */
const SAME_AS_ABSENT: Fields = {
  overrunMs: 0,
  missedAt: null,
  restartedAt: null,
  reopenings: [],
  atRisk: null,
  fact: null,
};
/** What only an expectation has. */
const OWN_FIELDS = [
  "counted",
  "until",
  "cycles",
  "calendarRules",
  "versions",
  "nextChanges",
  "unsure",
  "cyclesUnjudged",
];
/** What a result must not have where the expectation has none. */
const NEVER_UNASKED = ["calendarOpen", "calendar", "elapsedMs", "elapsedDays", "dueDate", "reason"];

export function differences(expected: Simulation, actual: ActualEvaluation): string[] {
  const found: string[] = [];
  same("notYet", expected.notYet, actual.notYet, found);
  same("cases", expected.cases.map(({ id }) => id).sort(), actual.cases.map(({ id }) => id).sort(), found);
  for (const one of expected.cases) {
    const namesakes = actual.cases.filter(({ id }) => id === one.id);
    if (one.issue && namesakes.some(({ issues }) => issues.length === 0)) found.push(`${one.id}: an issue is missing`);
    const [only] = namesakes;
    if (one.duplicate || only === undefined) continue;
    compareCodes(one, only.issues, found);
    compareCase(one, only, found);
  }
  for (const [id, rate] of Object.entries(expected.rates)) compareRate(`rate of ${id}`, rate, actual.rates[id], found);
  return found;
}

/** What an evaluation says and may not: verdicts and members of incomplete histories that a reading would change. */
export function falseClaims(expected: Simulation, actual: ActualEvaluation): string[] {
  const found: string[] = [];
  for (const { id, duplicate, commitments } of expected.cases) {
    const given = actual.cases.find((one) => one.id === id)?.commitments ?? {};
    for (const [name, wanted] of duplicate ? [] : Object.entries(commitments)) {
      const result = given[name] as Fields | undefined;
      if (result === undefined || result.reason === "history-incomplete") continue;
      const where = `${id} ${name}`;
      same(`${where} verdict`, [wanted.outcome, wanted.reason], [result.outcome, result.reason], found);
      for (const field of wanted.unsure ?? [])
        if (isTold(result, field)) found.push(`${where} ${field}: told, though it could differ`);
    }
  }
  return found;
}

/** Of these instants null says no more than absence. */
function isTold(result: Fields, field: string): boolean {
  return (
    result[field] !== undefined && !(result[field] === null && ["startedAt", "dueAt", "stoppedAt"].includes(field))
  );
}

function compareCodes({ id, codes, ruledOut }: ExpectedCase, issues: readonly unknown[], found: string[]): void {
  const given = issues.map((issue) => (issue as Fields).code);
  for (const code of codes) if (!given.includes(code)) found.push(`${id}: no issue ${code}`);
  for (const code of ruledOut) if (given.includes(code)) found.push(`${id}: issue ${code}, unasked`);
}

function compareCase(expected: ExpectedCase, actual: ActualCase, found: string[]): void {
  for (const id of new Set([...Object.keys(expected.commitments), ...Object.keys(actual.commitments)])) {
    const wanted = expected.commitments[id];
    const given = actual.commitments[id] as Fields | undefined;
    const where = `${expected.id} ${id}`;
    if (wanted === undefined) found.push(`${where}: does not apply to this case`);
    else if (given === undefined) found.push(`${where}: no result, expected ${wanted.outcome}`);
    else compareResult(where, wanted, given, found);
  }
}

function compareResult(where: string, expected: Expected, actual: Fields, found: string[]): void {
  for (const [field, wanted] of Object.entries(expected)) {
    if (!OWN_FIELDS.includes(field))
      same(`${where} ${field}`, wanted, actual[field] ?? orNothing(field, actual), found);
  }
  const hasVerdict = expected.outcome !== "not-applicable" && expected.outcome !== "unmeasurable";
  oneOf(`${where} calendarRule`, expected.calendarRules, actual.calendarRule, found);
  oneOf(`${where} version`, expected.versions, actual.version, found);
  // Where any member is unsure, these two may be left out though nothing that is tried changes them.
  const leavesOut = (field: string): boolean => expected.unsure !== undefined && actual[field] === undefined;
  if (!leavesOut("nextChangeAt"))
    oneOf(`${where} nextChangeAt`, expected.nextChanges, actual.nextChangeAt ?? null, found);
  for (const field of hasVerdict ? NEVER_UNASKED : ["clock", "calendarOpen"]) {
    if (!(field in expected) && actual[field] !== undefined && expected.unsure === undefined)
      found.push(`${where} ${field}: ${JSON.stringify(actual[field])}, unasked`);
  }
  for (const field of expected.unsure ?? []) {
    if (isTold(actual, field))
      found.push(`${where} ${field}: ${JSON.stringify(actual[field])}, though it could differ`);
  }
  if (hasVerdict && expected.counted !== undefined && !leavesOut("segments"))
    found.push(...segmentFaults(where, expected, actual));
  if (expected.cyclesUnjudged !== true) compareCycles(where, expected, actual, found);
}

function compareCycles(where: string, expected: Expected, actual: Fields, found: string[]): void {
  const { cycles } = expected;
  const given = actual.cycles as readonly Fields[] | undefined;
  if (cycles === undefined) {
    if (given !== undefined && given.length > 0) found.push(`${where}: cycles, unasked`);
    return;
  }
  // A clock that cannot be judged may leave them out.
  const hasVerdict = expected.outcome !== "not-applicable" && expected.outcome !== "unmeasurable";
  if (given === undefined && !hasVerdict && cycles.length === 1) return;
  same(`${where} number of cycles`, cycles.length, given?.length, found);
  for (const [index, cycle] of cycles.entries()) {
    const one = given?.[index];
    if (one !== undefined) compareResult(`${where} cycle ${index}`, cycle, one, found);
  }
}

function orNothing(field: string, actual: Fields): unknown {
  return actual[field] === undefined && field in SAME_AS_ABSENT ? SAME_AS_ABSENT[field] : actual[field];
}

/** Undefined: nothing is expected of it. */
function oneOf(what: string, expected: readonly unknown[] | undefined, actual: unknown, found: string[]): void {
  if (expected !== undefined && !expected.some((one) => one === actual))
    found.push(`${what}: expected one of ${written(expected)}, got ${written(actual)}`);
}

export function same(what: string, expected: unknown, actual: unknown, found: string[]): void {
  const [wanted, given] = [written(expected), written(actual)];
  if (wanted !== given) found.push(`${what}: expected ${wanted}, got ${given}`);
}

/** The order of members says nothing. */
function written(value: unknown): string | undefined {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
