/**
 * Allowance: minutes of help for each module, and what must follow help on a module without training.
 */

import { dateAt } from "../charter/paris.ts";
import { contractYearOf } from "./dates.ts";
import type { Desk } from "./desk.ts";
import { openMs } from "./desk.ts";
import type { Allowance } from "./document.ts";
import type { SeenCase } from "./events.ts";
import { firstOf, instantsOf, storyOf } from "./events.ts";
import type { Setting } from "./setting.ts";
import { customerOf, earliest, isCovered, isTrained, latest, shown } from "./setting.ts";
import { edgesOf } from "./targets.ts";
import type { Customer, Expected, Reason, Row } from "./types.ts";

interface Help {
  readonly at: number;
  readonly module: string | undefined;
  readonly minutes: unknown;
}

/** A case as far as the allowance can be judged: what stands in the way of it, or its start and its customer. */
type Ready =
  | { readonly obstacle: Expected }
  | { readonly startedAt: number; readonly customer: Customer; readonly isCancelled: boolean };

function helpsOf({ help }: Allowance, { input, seen }: SeenCase): Help[] {
  return seen
    .filter(({ event }) => event.type === help)
    .map(({ at, event }) => ({
      at,
      module: (event.module as string | undefined) ?? input.module,
      minutes: event.minutes,
    }));
}

function unmeasurable(reason: Reason, startedAt: number | null): Ready {
  return { obstacle: { outcome: "unmeasurable", reason, startedAt: shown(startedAt), dueAt: null } };
}

/** In this order: missing start (not-applicable if cancelled), condition, cancelled, register, module, minutes. */
function readiness(commitment: Allowance, one: SeenCase, setting: Setting): Ready {
  const { startedAt, cancelledAt } = storyOf(one, commitment.start, [], setting.document.events.cancel);
  if (startedAt === null && cancelledAt !== null)
    return { obstacle: { outcome: "not-applicable", startedAt: null, dueAt: null } };
  if (startedAt === null) return unmeasurable("missing-event", null);
  const customer = customerOf(setting, one.input.customer);
  const notApplicable = { outcome: "not-applicable", startedAt: shown(startedAt), dueAt: null } as const;
  const start = firstOf(one, commitment.start);
  if (!isCovered(setting, commitment.conditions, customer, dateAt(startedAt), start))
    return { obstacle: notApplicable };
  if (cancelledAt !== null) {
    return customer === undefined ? { obstacle: notApplicable } : { startedAt, customer, isCancelled: true };
  }
  if (setting.register === null) return unmeasurable("no-register", startedAt);
  if (customer === undefined) return unmeasurable("unknown-customer", startedAt);
  const helps = helpsOf(commitment, one);
  const isKnown = helps.length > 0 ? helps.every(({ module }) => module !== undefined) : one.input.module !== undefined;
  if (!isKnown) return unmeasurable("module-missing", startedAt);
  if (helps.some(({ minutes }) => typeof minutes !== "number")) return unmeasurable("minutes-missing", startedAt);
  return { startedAt, customer, isCancelled: false };
}

const minutesOf = (helps: readonly Help[], module: string): number =>
  helps.filter((help) => help.module === module).reduce((sum, { minutes }) => sum + (minutes as number), 0);

/** What is left of a module's allowance for a case: all of it, or what the earlier cases of the contract year left. */
function grantedTo(
  commitment: Allowance,
  one: SeenCase,
  module: string,
  startedAt: number,
  customer: Customer,
  setting: Setting,
): number {
  const { trained, untrained } = commitment.minutes;
  const tier = isTrained(customer, module, dateAt(startedAt)) ? trained : untrained;
  if (commitment.per === "request") return tier;
  const year = (instant: number): string => contractYearOf(dateAt(instant), customer.contract?.from);
  let used = 0;
  for (const other of setting.cases) {
    if (other === one || !commitment.kinds.includes(other.input.kind) || other.input.customer !== customer.id) continue;
    const ready = readiness(commitment, other, setting);
    if ("obstacle" in ready || ready.isCancelled || year(ready.startedAt) !== year(startedAt)) continue;
    const isEarlier = ready.startedAt < startedAt || (ready.startedAt === startedAt && other.input.id < one.input.id);
    if (isEarlier) used += minutesOf(helpsOf(commitment, other), module);
  }
  return Math.max(0, tier - used);
}

/** What followed the help on a module without training. */
interface FollowedUp {
  readonly state: "due" | "done" | "missing";
  readonly firstHelpAt: number;
  readonly doneAt: number | null;
}

function followUpOf({ followUp }: Allowance, one: SeenCase, firstHelpAt: number): FollowedUp {
  const since = (type: string): number | null => instantsOf(one, [type]).find((at) => at >= firstHelpAt) ?? null;
  const [by, ends] = [since(followUp.by), since(followUp.ends)];
  if (by !== null && (ends === null || by <= ends)) return { state: "done", firstHelpAt, doneAt: by };
  return { state: ends === null ? "due" : "missing", firstHelpAt, doneAt: null };
}

function followUps(
  commitment: Allowance,
  one: SeenCase,
  startedAt: number,
  customer: Customer,
): Map<string, FollowedUp> {
  const found = new Map<string, FollowedUp>();
  for (const { at, module } of helpsOf(commitment, one)) {
    if (module === undefined || found.has(module) || isTrained(customer, module, dateAt(startedAt))) continue;
    found.set(module, followUpOf(commitment, one, at));
  }
  return found;
}

function rowsFor(
  commitment: Allowance,
  one: SeenCase,
  helps: readonly Help[],
  startedAt: number,
  customer: Customer,
  setting: Setting,
): Row[] {
  const modules = [...new Set(helps.map(({ module }) => module))];
  const followed = helps.length === 0 ? null : followUps(commitment, one, startedAt, customer);
  return (modules.length === 0 ? [one.input.module] : modules)
    .filter((module) => module !== undefined)
    .map((module) => {
      const granted = grantedTo(commitment, one, module, startedAt, customer, setting);
      const consumed = minutesOf(helps, module);
      const overMinutes = Math.max(0, consumed - granted);
      return { module, granted, consumed, overMinutes, followUp: followed?.get(module)?.state ?? "none" };
    });
}

export function judgeAllowance(commitment: Allowance, one: SeenCase, desk: Desk, setting: Setting): Expected {
  const ready = readiness(commitment, one, setting);
  if ("obstacle" in ready) return ready.obstacle;
  const { startedAt, customer, isCancelled } = ready;
  const rows = rowsFor(commitment, one, isCancelled ? [] : helpsOf(commitment, one), startedAt, customer, setting);
  if (isCancelled && rows.length === 0) return { outcome: "not-applicable", startedAt: shown(startedAt), dueAt: null };
  if (isCancelled) {
    const figures = { minutes: 0, overMinutes: 0, followUpMs: null };
    return { outcome: "not-applicable", startedAt: shown(startedAt), dueAt: null, allowances: rows, figures };
  }
  const all = [...followUps(commitment, one, startedAt, customer).values()];
  const { within } = commitment.followUp;
  const edges = (one: FollowedUp) => (within === null ? null : edgesOf(within, one.firstHelpAt, desk));
  const isMissed = (one: FollowedUp): boolean => {
    const late = edges(one)?.missedAt;
    return one.state === "missing" || (late !== undefined && (one.doneAt ?? setting.asOf) >= late);
  };
  const due = all.filter(({ state }) => state === "due");
  const done = all.flatMap(({ firstHelpAt, doneAt }) => (doneAt === null ? [] : [{ firstHelpAt, doneAt }]));

  const outcome = (): Expected["outcome"] => {
    if (all.some(isMissed)) return "missed";
    if (due.length > 0) return "running";
    return done.length > 0 ? "met" : "not-applicable";
  };
  return {
    outcome: outcome(),
    startedAt: shown(startedAt),
    stoppedAt: all.length > 0 && done.length === all.length ? shown(latest(done.map(({ doneAt }) => doneAt))) : null,
    dueAt: shown(earliest(due.flatMap((one) => edges(one)?.dueAt ?? []))),
    allowances: rows,
    figures: {
      minutes: rows.reduce((sum, { consumed }) => sum + consumed, 0),
      overMinutes: rows.reduce((sum, row) => sum + row.overMinutes, 0),
      followUpMs: latest(done.map(({ firstHelpAt, doneAt }) => openMs(desk, firstHelpAt, doneAt))),
    },
  };
}
