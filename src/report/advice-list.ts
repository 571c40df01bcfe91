/**
 * Advice to give, as lines for people and as CSV.
 */
import { type PendingAdvice, pendingAdvice } from "../evaluation/pending-advice.ts";
import type { Evaluation } from "../evaluation/result.ts";
import { harmless } from "../issues/show.ts";
import { reading, readingList } from "./arguments.ts";
import { csvRow } from "./csv-row.ts";

const HEADER = ["customer", "module", "since", "cases", "commitment"];

/**
 * What is to be recommended to whom, a line each, the oldest need first; aligned. None: no lines.
 *
 * @example adviceLines(evaluation) // []
 */
export function adviceLines(evaluation: Evaluation): string[] {
  return reading("evaluation", evaluation, "evaluation", () => linesOf(evaluation));
}

function linesOf(evaluation: Evaluation): string[] {
  const rows = pendingAdvice(evaluation).map((each) => ({ ...each, cases: each.cases.map(harmless).join(", ") }));
  const width = (cells: readonly string[]): number => Math.max(...cells.map((cell) => harmless(cell).length));
  const [customers, modules] = [rows.map(({ customer }) => customer), rows.map(({ module }) => module)];
  return rows.map(
    ({ customer, module, detectedOn, cases }) =>
      `  ${harmless(customer).padEnd(width(customers))}  ${harmless(module).padEnd(width(modules))}  since ${detectedOn}  ${cases}`,
  );
}

/**
 * The same as CSV (RFC 4180), UTF-8: one line a recommendation. Ids and names are made harmless, and kept from being formulas.
 *
 * @example adviceCsv(pendingAdvice(evaluation)) // "customer,module,since,cases,commitment\r\n"
 */
export function adviceCsv(pending: readonly PendingAdvice[]): string {
  return readingList("pending", pending, "advice, as pendingAdvice gives it", () => csvOf(pending));
}

function csvOf(pending: readonly PendingAdvice[]): string {
  const rows = pending.map(({ customer, module, detectedOn, cases, commitment }) =>
    csvRow([harmless(customer), harmless(module), detectedOn, cases.map(harmless).join("; "), harmless(commitment)]),
  );
  return `${csvRow(HEADER)}${rows.join("")}`;
}
