/**
 * An example of examples/: its policy and its cases, read as the program reads them, and what became of them.
 */

import { fileURLToPath } from "node:url";
import { definePolicyFile } from "../../../src/cli/files/policy-file.ts";
import { processTerminal } from "../../../src/cli/terminal.ts";
import { readCases } from "../../../src/import/index.ts";
import { type CaseResult, type Evaluation, evaluate, type Policy, type Result } from "../../../src/index.ts";

export const HOUR = 3_600_000;
export const MINUTE = 60_000;

export interface Example {
  readonly policy: Policy;
  readonly evaluation: Evaluation;
  /** One case. */
  told(id: string): CaseResult;
  /** One commitment on one case. */
  result(id: string, commitment: string): Result;
}

/** Reads an example by the name of its folder, and judges it. */
export function readExample(name: string, asOf: string): Example {
  const folder = fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));
  const terminal = processTerminal();
  const policy = definePolicyFile(`${folder}/policy.yaml`, terminal);
  const { cases, issues } = readCases(terminal.read(`${folder}/cases.json`));
  if (issues.length > 0) throw new Error(issues.map(({ message }) => message).join("\n"));
  const evaluation = evaluate(policy, cases, { asOf });
  const told = (id: string): CaseResult => {
    const found = evaluation.cases.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no case ${id}`);
    return found;
  };
  return {
    policy,
    evaluation,
    told,
    result(id, commitment) {
      const found = told(id).commitments[commitment];
      if (found === undefined) throw new Error(`no ${commitment} on ${id}`);
      return found;
    },
  };
}

/** What a table says: a row a case, a column a commitment; `–` where a case has no such commitment. */
export function readTable(text: string): [id: string, outcomes: Record<string, string>][] {
  const [head, ...rows] = text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  return rows.map(([id, ...cells]) => [
    id!,
    Object.fromEntries(cells.flatMap((cell, i) => (cell === "–" ? [] : [[head![i + 1]!, LONG[cell] ?? cell]]))),
  ]);
}

const LONG: Readonly<Record<string, string>> = { "n/a": "not-applicable" };

/** The outcome of each commitment of a case. */
export function outcomesOf({ commitments }: CaseResult): Record<string, string> {
  return Object.fromEntries(Object.entries(commitments).map(([id, { outcome }]) => [id, outcome]));
}
