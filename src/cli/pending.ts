/**
 * The callbacks of an evaluation that are still to be made, with what else is promised of them.
 */

import type { CaseResult, Evaluation, PendingCallback, Result } from "../index.ts";
import { show } from "../issues/show.ts";
import type { ReadyPolicy } from "../policy/policy.ts";

/** Callbacks to be made by one desk. */
export interface PendingOfPolicy {
  /** By the name of the calendar. */
  readonly byCalendar: ReadonlyMap<string, readonly PendingCallback[]>;
  /** What is left out, and why, in lines. */
  readonly left: readonly string[];
  /** The policy's reading of the closing at which callbacks are carried over. */
  readonly closing: "day" | "window";
  /** What the promise about a case's callback is called, by case id. */
  readonly promises: ReadonlyMap<string, string>;
}

/**
 * The pending callbacks of an evaluation.
 *
 * @param calendar Name of the calendar of cases for which the policy names no other.
 */
export function pendingOf(policy: ReadyPolicy, { cases }: Evaluation, calendar: string): PendingOfPolicy {
  const byCalendar = new Map<string, PendingCallback[]>();
  const twice = new Set<string>();
  const promises = new Map<string, string>();
  let [unknown, incomplete] = [0, 0];
  const promised = policy.commitments.flatMap((each) => (each.kind === "carry-over" ? each : []));
  for (const found of cases) {
    if (promised.some(({ id }) => found.commitments[id]?.reason === "beyond-reach")) unknown++;
    const commitment = promised.find(({ id }) => isPending(found.commitments[id]));
    const isUnsure = found.incomplete === true && promised.some(({ id }) => mayBePending(found.commitments[id]));
    if (isUnsure) incomplete++;
    if (commitment === undefined || isUnsure) continue;
    if (found.issues.some(({ code }) => code === "case.duplicate-id")) {
      twice.add(found.id);
      continue;
    }
    promises.set(found.id, commitment.id);
    const result = found.commitments[commitment.id]!;
    const name = result.calendar ?? commitment.calendar ?? calendar;
    const others = byCalendar.get(name) ?? [];
    byCalendar.set(name, others);
    others.push({ id: found.id, calledAt: result.startedAt!, targets: targetsOf(policy, found, commitment.id) });
  }
  const left = [
    ...[...twice].map((id) => `${show(id)} is the id of several cases; none of them is planned`),
    ...(unknown === 0 ? [] : [`callbacks beyond the reach of the calendar, not planned: ${unknown}`]),
    ...(incomplete === 0 ? [] : [`callbacks of cases with an incomplete history, not planned: ${incomplete}`]),
  ];
  return { byCalendar, left, closing: promised[0]?.closing ?? "day", promises };
}

/** Still to be made: neither made nor cancelled, whether in time or not. */
function isPending(result: Result | undefined): boolean {
  return result?.clock !== undefined && result.clock !== "stopped";
}

/** Of an incomplete history: not known whether it is still to be made, or since when. */
function mayBePending(result: Result | undefined): boolean {
  if (result === undefined) return false;
  const { outcome, reason, clock, startedAt } = result;
  if (reason === "history-incomplete") return true;
  if (outcome === "not-applicable" || outcome === "unmeasurable") return false;
  return clock === undefined || (clock !== "stopped" && typeof startedAt !== "string");
}

/** What else the callback stops: targets that run or are missed already. One that is paused has no due. */
function targetsOf(policy: ReadyPolicy, found: CaseResult, callback: string): NonNullable<PendingCallback["targets"]> {
  const made = stopsOf(policy, callback);
  const targets = Object.entries(found.commitments).flatMap(([id, result]) => {
    if (id === callback || ![...stopsOf(policy, id)].some((type) => made.has(type))) return [];
    const running = (result.cycles ?? [result]).find(isPending);
    const { missedAt, dueAt } = running ?? {};
    return typeof missedAt === "string" ? [[nameOf(id), { missedAt, dueAt: dueAt ?? null }] as const] : [];
  });
  return Object.fromEntries(targets);
}

/** A commitment may be called as a plan calls its own target; with a mark it is not. */
const MARK = "=";

function nameOf(id: string): string {
  return `${MARK}${id}`;
}

/** The commitment behind a name of a plan. */
export function promiseOf(name: string, callback: string): string {
  return name.startsWith(MARK) ? name.slice(MARK.length) : callback;
}

/** Types of the events that stop a clock; none of a promise that has no clock. */
function stopsOf({ commitments }: ReadyPolicy, id: string): ReadonlySet<string> {
  const found = commitments.find((other) => other.id === id);
  const hasClock = found?.kind === "carry-over" || found?.kind === "target" || found?.kind === "ratio";
  return new Set(hasClock ? found.stop.flatMap(({ types }) => [...types]) : []);
}
