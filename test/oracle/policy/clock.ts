/**
 * Clock: one commitment on one case. The questions in their order, then its cycles, and the one that decides.
 */

import type { EventsDocument } from "../../../src/policy/documents/document-parts.ts";
import { type Age, ageHaving, chooseCalendar, targetIn } from "./ages.ts";
import { consequences } from "./customer.ts";
import type { Facts } from "./facts.ts";
import { type Hours, hoursOf } from "./hours.ts";
import { type Life, liveThrough, type Roles } from "./life.ts";
import { asksForReferent, type Matches, matcher } from "./matcher.ts";
import { type Pauses, withPauses } from "./pauses.ts";
import type { CaseInput, Customer, Document, Expected, Register, Seen, Target } from "./types.ts";
import { iso, type Setting, verdictOn } from "./verdict.ts";

/** What one case brings to its clocks. */
export interface CaseSetting {
  readonly document: Document;
  readonly ages: readonly Age[];
  readonly input: CaseInput;
  /** Up to `asOf`. */
  readonly all: readonly Seen[];
  /** Up to the cancellation too, if there is one. */
  readonly seen: readonly Seen[];
  readonly facts: Facts;
  readonly customer: Customer | undefined;
  readonly register: Register | null;
  readonly asOf: number;
}

export interface ClockVerdict {
  readonly expected: Expected;
  /** The contract demands an issue on the case. */
  readonly issue: boolean;
  /** The month of a start, by the calendar that holds at it. */
  readonly monthOf: (startedAt: number) => string;
  /** What a rate counts. */
  readonly per: "case" | "cycle";
}

/** What its events make of the clock; pauses are laid over it afterwards, since they depend on all clocks of the case. */
export function lifeOf(spec: Target, { document, seen, customer }: CaseSetting): Life {
  return liveThrough(seen, rolesOf(document, spec, { id: customer?.referent }));
}

export function judgeClock(
  id: string,
  spec: Target,
  setting: CaseSetting,
  unpaused: Life,
  pauses: Pauses,
): ClockVerdict {
  return { ...judged(id, spec, setting, unpaused, pauses), per: spec.per ?? "case" };
}

function judged(
  id: string,
  spec: Target,
  setting: CaseSetting,
  unpaused: Life,
  pauses: Pauses,
): Omit<ClockVerdict, "per"> {
  const { document, ages, seen, input, facts, customer, asOf } = setting;
  const hasCycles = spec.reopening === "new-cycle" || spec.reset !== undefined;
  const named = { id: customer?.referent };
  const life = spec.pauses === false ? unpaused : withPauses(unpaused, pauses);
  const [first] = life.cycles;
  const monthOf = (startedAt: number): string => hoursAt(id, startedAt, setting).dateAt(startedAt).slice(0, 7);
  if (first === undefined) return { expected: withoutStart(spec, life, setting), issue: false, monthOf };

  const { dateAt } = hoursAt(id, first.startedAt, setting);
  const starts = matcher(document, spec.start, named);
  const start = seen.find(({ at, event }) => at === first.startedAt && starts(event)) as Seen;
  const followed = consequences(document, spec.conditions ?? [], customer, start.event, dateAt(first.startedAt));
  const issue = followed.has("warn") || isEarlyStopAnIssue(spec, life);
  const startedAt = iso(first.startedAt);
  if (followed.has("not-applicable"))
    return { expected: { outcome: "not-applicable", startedAt, dueAt: null }, issue: followed.has("warn"), monthOf };
  const unknown = asksForReferent(spec) ? whyNoReferent(setting) : null;
  if (unknown !== null)
    return { expected: { outcome: "unmeasurable", reason: unknown, startedAt, dueAt: null }, issue: false, monthOf };

  const common: Setting = {
    ground: { id, ages, facts, input, modes: spec.changes ?? {} },
    spec,
    asOf,
    isOnlyStopEarly: isEarlyStopAnIssue(spec, life) && life.cycles.every(isWithoutStop),
    excuses: followed.has("excuse"),
    hasRules: ages.some(({ rules }) => rules.length > 0),
  };
  const cycles = life.cycles.map((cycle) => verdictOn(cycle, common));
  const shown = deciding(cycles);
  const isDemanded = issue && !(shown.outcome === "not-applicable" && !followed.has("warn"));
  return { expected: hasCycles ? { ...shown, cycles } : shown, issue: isDemanded, monthOf };
}

function rolesOf(document: Document, spec: Target, named: { id: string | undefined }): Roles {
  const { events } = document;
  const read = (written: EventsDocument | undefined): Matches => matcher(document, written, named);
  return {
    start: read(spec.start),
    stop: read(spec.stop),
    reopen: read(spec.reopen ?? spec.start),
    reset: read(spec.reset),
    waive: read(spec.waive),
    cancel: read(events?.cancel),
    after: spec.after === undefined ? null : read(spec.after),
    reopening: spec.reopening,
  };
}

/** By the calendar that holds at an instant. */
function hoursAt(id: string, t: number, { ages, facts, input }: CaseSetting): Hours {
  const age = ages[ageHaving(ages, id, t)] as Age;
  return hoursOf(chooseCalendar(age, targetIn(age, id).calendar, input, (name) => facts.at(name, t)).definition);
}

function withoutStart(spec: Target, { cancelled }: Life, setting: CaseSetting): Expected {
  const { document, seen } = setting;
  const isOwn = [spec.start, spec.stop].map((written) => matcher(document, written, "anybody"));
  const isConcerned = seen.some(({ event }) => isOwn.some((matches) => matches(event)));
  const isOptional = spec.optional === "start" || (spec.optional === true && !isConcerned);
  if (!isOptional && !cancelled)
    return { outcome: "unmeasurable", reason: "missing-event", startedAt: null, dueAt: null };
  const start = lateStart(spec, setting);
  return { outcome: "not-applicable", startedAt: start === undefined ? null : iso(start.at), dueAt: null };
}

/** A start after the cancellation is none, but it is told. */
function lateStart(spec: Target, { document, all, customer }: CaseSetting): Seen | undefined {
  const named = { id: customer?.referent };
  const [starts, follows] = [spec.start, spec.after].map((written) => matcher(document, written, named));
  const first = spec.after === undefined ? undefined : all.find(({ event }) => follows?.(event));
  const from = spec.after === undefined ? Number.NEGATIVE_INFINITY : (first?.at ?? Number.POSITIVE_INFINITY);
  return all.find(({ at, event }) => at >= from && starts?.(event));
}

function isEarlyStopAnIssue({ reopening, after }: Target, { earlyStop }: Life): boolean {
  return earlyStop && reopening !== "new-cycle" && after === undefined;
}

function isWithoutStop({ end, reopenings }: Life["cycles"][number]): boolean {
  return reopenings.length === 0 && end?.by !== "stop" && end?.by !== "reset";
}

function whyNoReferent({ register, customer }: CaseSetting): string | null {
  if (register === null) return "no-register";
  if (customer === undefined) return "unknown-customer";
  return customer.referent === undefined ? "no-referent" : null;
}

/** The first missed; else the last, if it is open; else the last that was met; else the last. */
function deciding(cycles: readonly Expected[]): Expected {
  const last = cycles.at(-1) as Expected;
  const missed = cycles.find(({ outcome }) => outcome === "missed" || outcome === "excused");
  if (missed !== undefined) return missed;
  if (last.outcome === "running" || last.outcome === "paused") return last;
  return cycles.filter(({ outcome }) => outcome === "met").at(-1) ?? last;
}
