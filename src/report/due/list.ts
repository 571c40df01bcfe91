/**
 * What is due next: the clocks of an evaluation that nobody has stopped, in the order in which they are due.
 *
 * It folds results; of a case with several cycles it shows the last that is open. Promises about customers, staff and the service are no
 * part of it.
 */
import type { CaseResult, Evaluation, Result } from "../../evaluation/result.ts";
import { refuse } from "../../issues/error.ts";
import { readOptions } from "../../issues/options.ts";
import { show } from "../../issues/show.ts";
import { readInstant } from "../../time/instant.ts";
import { reading } from "../arguments.ts";

/** How an open clock stands. `used-up`: nothing of its target is left, missed already or not. */
export const DUE_STATES = ["used-up", "at-risk", "running", "paused"] as const;
/** One of {@link DUE_STATES}. */
export type DueState = (typeof DUE_STATES)[number];

/** One open clock. */
export interface DueRow {
  readonly case: string;
  readonly kind: string;
  readonly commitment: string;
  readonly state: DueState;
  readonly outcome: Result["outcome"];
  /** Null of one that is paused, and of a callback that is not carried over yet. */
  readonly dueAt: string | null;
  /** Days: the last date in time. */
  readonly dueDate?: string;
  /** Of a callback that is carried over. */
  readonly dueFrom?: string;
  /** Hours: what is left of the target, or beyond it. */
  readonly remainingMs?: number;
  readonly overrunMs?: number;
  /** The share at which it is at risk. */
  readonly atRisk?: number;
  /** Whether its calendar is open. */
  readonly calendarOpen?: boolean;
  readonly missedAt: string | null;
  readonly nextChangeAt: string | null;
}

/** The list. */
export interface DueList {
  readonly asOf: string;
  readonly rows: readonly DueRow[];
  /** Rows left out by `within` or `limit`. */
  readonly left: number;
  /** Open clocks by state, those left out too. */
  readonly counts: Readonly<Record<DueState, number>>;
  /** Commitments that were missed and are over. */
  readonly missed: number;
  /** Commitments of which it is not known whether anything is due, the history of their cases being incomplete; absent for none. */
  readonly incomplete?: number;
  /** When anything changes next without a new event, over all cases; null if nothing does. */
  readonly nextChangeAt: string | null;
}

/** Options of {@link dueList}. */
export interface DueOptions {
  /** Only what is due by then, or was: epoch ms. */
  readonly untilMs?: number;
  /** At most so many rows. */
  readonly limit?: number;
}

/**
 * What is due next.
 *
 * @example dueList(evaluate(clipIndustrie, [{ ...cases[0], events: cases[0].events.slice(0, 1) }], { asOf: "2026-05-26T09:00+02:00" })).rows[0].dueAt // "2026-05-26T10:00:00.000Z"
 */
export function dueList(evaluation: Evaluation, options?: DueOptions): DueList {
  const { untilMs, limit } = readOptions(options, ["untilMs", "limit"], "dueList");
  const until = untilMs === undefined ? undefined : readInstant(untilMs, ["untilMs"]);
  if (limit !== undefined && !(Number.isSafeInteger(limit) && (limit as number) >= 0)) {
    const cure = `${show(limit)} is no number of rows`;
    refuse("calendar.bad-option", ["limit"], "a whole number from 0 on", limit, cure);
  }
  return reading("evaluation", evaluation, "evaluation", () => listOf(evaluation, until, limit as number | undefined));
}

function listOf({ asOf, cases }: Evaluation, untilMs: number | undefined, limit: number | undefined): DueList {
  const all = cases.flatMap(rowsOf).sort((a, b) => compare(a.dueAt, b.dueAt));
  const within =
    untilMs === undefined ? all : all.filter(({ dueAt }) => dueAt !== null && Date.parse(dueAt) <= untilMs);
  const rows = within.slice(0, limit);
  const counts = { "used-up": 0, "at-risk": 0, running: 0, paused: 0 };
  for (const { state } of all) counts[state]++;
  const incomplete = cases.reduce((sum, found) => sum + unsureOf(found), 0);
  const changes = all.flatMap(({ nextChangeAt }) => nextChangeAt ?? []);
  return {
    asOf,
    rows,
    left: all.length - rows.length,
    counts,
    missed: cases.reduce((sum, found) => sum + overAndMissed(found), 0),
    ...(incomplete === 0 ? {} : { incomplete }),
    nextChangeAt: changes.sort()[0] ?? null,
  };
}

/** ISO 8601 in UTC sorts as text; what has no due comes last. */
function compare(a: string | null, b: string | null): number {
  return a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
}

function rowsOf({ id, kind, commitments }: CaseResult): DueRow[] {
  return Object.entries(commitments).flatMap(([commitment, result]): DueRow[] => {
    const open = (result.cycles ?? [result]).findLast(isOpen);
    return open === undefined ? [] : [rowOf(open, { case: id, kind, commitment })];
  });
}

/** Commitments without a verdict for want of events, open ones without a due, and missed ones that may be open. */
function unsureOf({ commitments, incomplete }: CaseResult): number {
  if (incomplete !== true) return 0;
  const isUnsure = (result: Result): boolean =>
    result.reason === "history-incomplete" ||
    ((result.outcome === "running" || result.outcome === "paused") && !isOpen(result)) ||
    // Missed for sure, and perhaps made since.
    (result.outcome === "missed" && result.clock === undefined && result.stoppedAt === undefined);
  return Object.values(commitments).filter(isUnsure).length;
}

/** Neither stopped nor cancelled, and with something that can be due. */
function isOpen({ outcome, clock, stoppedAt, dueAt, remainingMs, carriedOver }: Result): boolean {
  if (typeof dueAt !== "string" && remainingMs === undefined && carriedOver === undefined) return false;
  if (outcome === "running" || outcome === "paused") return true;
  return (
    (outcome === "missed" || outcome === "excused") && (clock === undefined ? stoppedAt === null : clock !== "stopped")
  );
}

function rowOf(result: Result, whose: Pick<DueRow, "case" | "kind" | "commitment">): DueRow {
  const { outcome, dueAt, dueDate, dueFrom, remainingMs, overrunMs, atRisk, calendarOpen } = result;
  return {
    ...whose,
    state: stateOf(result),
    outcome,
    dueAt: dueAt ?? null,
    ...(dueDate === undefined ? {} : { dueDate }),
    ...(typeof dueFrom === "string" ? { dueFrom } : {}),
    ...(remainingMs === undefined ? {} : { remainingMs }),
    ...(overrunMs === undefined ? {} : { overrunMs }),
    ...(typeof atRisk === "number" ? { atRisk } : {}),
    ...(calendarOpen === undefined ? {} : { calendarOpen }),
    missedAt: result.missedAt ?? null,
    nextChangeAt: result.nextChangeAt ?? null,
  };
}

function stateOf({ outcome, remainingMs, atRisk, dueDate }: Result): DueState {
  if (outcome === "missed" || outcome === "excused") return "used-up";
  if (outcome === "paused") return "paused";
  if (remainingMs === 0 && dueDate === undefined) return "used-up";
  return typeof atRisk === "number" ? "at-risk" : "running";
}

function overAndMissed({ commitments }: CaseResult): number {
  const each = Object.values(commitments);
  return each.filter((result) => result.outcome === "missed" && !(result.cycles ?? [result]).some(isOpen)).length;
}
