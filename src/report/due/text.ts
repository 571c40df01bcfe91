/**
 * A list of what is due, as text and as CSV.
 */
import { spokenDuration, spokenInstant } from "../../clock/explain.ts";
import { checkPolicy } from "../../evaluation/cases/arguments.ts";
import { harmless } from "../../issues/show.ts";
import type { Policy, ReadyPolicy } from "../../policy/policy.ts";
import { parseDate } from "../../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import type { Zone } from "../../time/zone.ts";
import { reading, readPaint } from "../arguments.ts";
import { csvRow } from "../csv-row.ts";
import { latenessOf, spokenLateness } from "../results/lateness.ts";
import { zoneOfReport } from "../results/report-rows.ts";
import { spokenEnd } from "../results/spoken-end.ts";
import { spokenShare } from "../share.ts";
import { DUE_STATES, type DueList, type DueRow, type DueState } from "./list.ts";

/** Marks a row, e.g. by colour. */
export type DuePaint = (text: string, state: DueState) => string;

/**
 * The list as a table, in the zone of the policy's calendar.
 *
 * @example dueText(clipIndustrie, dueList(evaluation)).split("\n")[0] // "clip-industrie as of Mon 1 Jun 2026 00:00 (Europe/Paris): nothing is due"
 */
export function dueText(policy: Policy, list: DueList, paint?: DuePaint): string {
  checkPolicy(policy);
  return reading("list", list, "due", () => textOf(policy, list, readPaint<DuePaint>(paint, "paint")));
}

function textOf(policy: ReadyPolicy, list: DueList, paint: DuePaint): string {
  const zone = zoneOfReport({ policy });
  const { rows, counts, left, missed, nextChangeAt, incomplete = 0, asOf } = list;
  const parts = DUE_STATES.flatMap((state) => (counts[state] === 0 ? [] : `${counts[state]} ${wordOf(state)}`));
  const lines = [
    `${harmless(policy.name)} as of ${spokenInstant(zone, Date.parse(asOf))} (${zone.name}): ${parts.join(", ") || "nothing is due"}`,
    ...(rows.length === 0 ? [] : ["", ...tableOf(rows, list, zone, paint)]),
    ...(left === 0 ? [] : [`… and ${left} more`]),
    ...(rows.length + left === 0 ? [] : [""]),
    ...(missed === 0 ? [] : [`missed and over: ${missed}; ouvree check lists them`]),
    ...(incomplete === 0
      ? []
      : [`whether anything is due is not known: ${incomplete}; the history of their cases is incomplete`]),
    nextChangeAt === null
      ? "nothing changes without a new event"
      : `next change ${spokenInstant(zone, Date.parse(nextChangeAt))}`,
  ];
  return `${lines.join("\n")}\n`;
}

function wordOf(state: DueState): string {
  return state.replace("-", " ");
}

function tableOf(rows: readonly DueRow[], { asOf }: DueList, zone: Zone, paint: DuePaint): string[] {
  const titles = ["due", "case", "commitment", "state", "left"];
  const table = rows.map((row) => [
    row.dueAt === null ? "–" : spokenEnd(zone, row.dueAt),
    harmless(row.case),
    harmless(row.commitment),
    `${wordOf(row.state)}${row.outcome === "missed" ? ", missed" : row.outcome === "excused" ? ", excused" : ""}`,
    leftOf(row, Date.parse(asOf), zone),
  ]);
  const widths = titles.map((title, i) => Math.max(title.length, ...table.map((cells) => cells[i]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join("  ")
      .trimEnd();
  return [line(titles), ...table.map((cells, i) => paint(line(cells), rows[i]!.state))];
}

/** What is left, in the unit of the promise: open time, or dates. */
function leftOf(row: DueRow, asOfMs: number, zone: Zone): string {
  const { remainingMs, overrunMs, atRisk, dueDate, dueAt, state } = row;
  if (overrunMs !== undefined && overrunMs > 0) return `${spokenDuration(overrunMs)} over`;
  if (remainingMs !== undefined && dueDate === undefined) {
    const risk = atRisk === undefined ? "" : ` (${spokenShare(atRisk)} used)`;
    return `${remainingMs === 0 ? "nothing" : spokenDuration(remainingMs)}${risk}`;
  }
  const late = latenessOf({ ...row, stoppedAt: null }, zone, asOfMs);
  if (late !== undefined) return `${spokenLateness(late)} over`;
  // The last date in time: the instant itself is too late.
  const lastDay = parseDate(dueDate ?? "") ?? (dueAt === null ? undefined : dayOf(zone, Date.parse(dueAt) - 1));
  if (lastDay === undefined) return state === "running" ? "carried over at closing" : "";
  const days = lastDay - dayOf(zone, asOfMs);
  return days <= 0 ? "today" : daysOf(days);
}

function daysOf(days: number): string {
  return `${days} day${days === 1 ? "" : "s"}`;
}

function dayOf(zone: Zone, instantMs: number): number {
  return Math.floor((instantMs + zone.offsetMsAt(instantMs)) / MS_PER_UTC_DAY);
}

/**
 * The list as CSV (RFC 4180): a row for each open clock. Ids are made harmless, and kept from being formulas.
 *
 * @example dueCsv(dueList(evaluation)) // "case,kind,commitment,state,outcome,due,due_date,remaining_ms,overrun_ms,missed_at,next_change\r\n"
 */
export function dueCsv(list: DueList): string {
  return reading("list", list, "due", () => csvOf(list));
}

function csvOf({ rows }: DueList): string {
  const header = "case,kind,commitment,state,outcome,due,due_date,remaining_ms,overrun_ms,missed_at,next_change".split(
    ",",
  );
  const lines = rows.map((row) =>
    csvRow([
      harmless(row.case),
      harmless(row.kind),
      harmless(row.commitment),
      row.state,
      row.outcome,
      row.dueAt ?? "",
      row.dueDate ?? "",
      row.remainingMs ?? "",
      row.overrunMs ?? "",
      row.missedAt ?? "",
      row.nextChangeAt ?? "",
    ]),
  );
  return [csvRow(header), ...lines].join("");
}
