/**
 * Setting: what every promise is judged in, and what promises have in common.
 */

import { dateAt, iso } from "../charter/paris.ts";
import { holds } from "./dates.ts";
import type { Document } from "./document.ts";
import type { SeenCase } from "./events.ts";
import type { CaseEvent, Customer, Expected, Register } from "./types.ts";

export interface Period {
  /** First and last date. */
  readonly from: string;
  readonly to: string;
}

export interface Setting {
  readonly document: Document;
  /** All that are seen, and those of them whose id is their own. */
  readonly seen: readonly SeenCase[];
  readonly cases: readonly SeenCase[];
  readonly register: Register | null;
  readonly asOf: number;
  readonly period: Period | null;
  /** The day of judgement. */
  readonly day: string;
}

/** `2026`, `2026-10` or `2026-10-31`. */
export function periodOf(text: string): Period {
  if (text.length === 10) return { from: text, to: text };
  if (text.length === 4) return { from: `${text}-01-01`, to: `${text}-12-31` };
  for (const last of [31, 30, 29, 28]) {
    const to = `${text}-${last}`;
    const date = new Date(`${to}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(to)) return { from: `${text}-01`, to };
  }
  throw new RangeError(`no period: ${text}`);
}

export function dayOfJudgement(asOf: number, period: Period | null): string {
  const today = dateAt(asOf);
  return period !== null && period.to < today ? period.to : today;
}

/**
 * What the register does not say is not judged, nor what the start event does not say: of remote access the event alone
 * speaks, with a register and without one.
 */
export function isCovered(
  { document }: Setting,
  conditions: readonly string[] | undefined,
  customer: Customer | undefined,
  date: string,
  start?: CaseEvent,
): boolean {
  const contract = customer?.contract;
  return (conditions ?? []).every((name) => {
    const check = document.conditions[name]?.check;
    if (check === "remote-access") return start?.remoteAccess !== false;
    if (contract === undefined) return true;
    if (check === "contract-in-force") return holds(contract, date);
    const { paid = true } = contract;
    return typeof paid === "boolean" ? paid : paid.some((range) => holds(range, date));
  });
}

export function customerOf({ register }: Setting, id: string | undefined): Customer | undefined {
  return register?.customers?.find((customer) => customer.id === id);
}

/** Counts from the day after its date. */
export function isTrained(customer: Customer, module: string, date: string): boolean {
  return (customer.trained ?? []).some((training) => training.module === module && training.date < date);
}

export function shown(instant: number | null): string | null {
  return instant === null ? null : iso(instant);
}

/** What a promise without a figure becomes; its figures stay. */
export function withoutFigure(expected: Expected): Expected {
  const { outcome, startedAt, figures } = expected;
  if (outcome !== "met" && outcome !== "missed" && outcome !== "running") return expected;
  return {
    outcome: "unmeasurable",
    reason: "no-figure",
    dueAt: null,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(figures === undefined ? {} : { figures }),
  };
}

/** Of some instants or dates. */
export function earliest<T extends number | string>(all: readonly T[]): T | null {
  return all.reduce<T | null>((least, one) => (least === null || one < least ? one : least), null);
}

export function latest<T extends number | string>(all: readonly T[]): T | null {
  return all.reduce<T | null>((most, one) => (most === null || one > most ? one : most), null);
}
