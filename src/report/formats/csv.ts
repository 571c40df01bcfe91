/**
 * A report as CSV: a row for each commitment on each case.
 */
import { harmless } from "../../issues/show.ts";
import { reading } from "../arguments.ts";
import { type CsvValue, csvRow } from "../csv-row.ts";
import type { Report } from "../report.ts";
import { type ReportRow, reportRows } from "../results/report-rows.ts";

/** The columns: what they are called, and what stands in them. */
const COLUMNS: readonly (readonly [title: string, cell: (row: ReportRow) => CsvValue | null | undefined])[] = [
  ["subject", ({ subject }) => subject],
  ["id", ({ id }) => id],
  ["kind", ({ kind }) => kind],
  ["customer", ({ customer }) => customer],
  ["commitment", ({ commitment }) => commitment],
  ["outcome", ({ result }) => result.outcome],
  ["reason", ({ result }) => result.reason],
  ["counted", ({ isCounted }) => isCounted],
  ["started_at", ({ result }) => result.startedAt],
  ["due_at", ({ result }) => result.dueAt],
  ["due_date", ({ result }) => result.dueDate],
  ["stopped_at", ({ result }) => result.stoppedAt],
  ["missed_at", ({ result }) => result.missedAt],
  ["elapsed_ms", ({ result }) => result.elapsedMs],
  ["remaining_ms", ({ result }) => result.remainingMs],
  ["overrun_ms", ({ result }) => result.overrunMs],
  ["elapsed_days", ({ result }) => result.elapsedDays],
  ["file", ({ place }) => place?.file],
  ["line", ({ place }) => place?.line],
];

/**
 * The results of a report as CSV (RFC 4180): UTF-8, instants in ISO 8601, lengths in ms; what is not is empty.
 *
 * Ids and names are made harmless, and kept from being formulas by a `'` before them.
 *
 * @example csvReport({ policy: clipIndustrie, evaluation, verdicts: [] }).split(",").slice(0, 3) // [ 'subject', 'id', 'kind' ]
 */
export function csvReport(report: Report): string {
  return reading("report", report, "report", () => csvOf(report));
}

function csvOf(report: Report): string {
  const rows = reportRows(report).map((row) => csvRow(COLUMNS.map(([, cell]) => shown(cell(row)))));
  return `${csvRow(COLUMNS.map(([title]) => title))}${rows.join("")}`;
}

function shown(value: CsvValue | null | undefined): CsvValue {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? harmless(value) : value;
}
