/**
 * Instants that suffice: where an event of unknown instant must be tried, so that no instant gives an answer that was not seen.
 *
 * Between two neighbouring critical instants an event at x has the same order among the others, the same version, facts, contract and
 * training, so a clock goes through the same states whatever x is, and each cycle has x at most once as an end: of itself, or of a
 * stretch in which it ran. What has elapsed in a cycle is then B(x), or −B(x), plus what does not depend on x, and B never falls: it
 * rises or falls throughout, and so do dues. On dates a later request is never due earlier, a stretch that the clock repeats aside,
 * whose beginning is critical; a stop is late from one instant on; a callback is missed, then kept, then not concerned. So each cycle's
 * outcome turns over at most once from each to the next, and one that is the same at both ends of such a stretch is the same within
 * it; so is every member that rises or falls. Where the ends differ, the answer differs, save where several cycles decide together:
 * there the stretch is halved (judge-incomplete.ts). A change of a fact that cuts a clock in two is left out: what elapsed before it
 * counts by one calendar, or up to another target, and what comes after by another, so it may rise and fall again.
 */
import { insideOf } from "../../calendar/internal.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs, type Zone } from "../../time/zone.ts";
import type { ReadEvent } from "../cases/event.ts";
import type { ReadCustomer } from "../cases/read-register.ts";
import type { Roles } from "./event-types.ts";
import type { HiddenEvent } from "./incomplete.ts";

/** Nothing is judged before the supported years. */
const FIRST_MS = Date.UTC(1900, 0, 2);
/** How far before the first event a stretch that the clock repeats can still decide: no target is longer than that. */
const LOOK_BACK_MS = 400 * MS_PER_UTC_DAY;

/** What critical instants go by. */
export interface CriticalOf {
  readonly slots: readonly (ReadEvent | HiddenEvent)[];
  readonly roles: Roles;
  readonly policy: ReadyPolicy;
  readonly customer: ReadCustomer | undefined;
  readonly toMs: number;
}

/** The critical instants up to `toMs`, in order, in ms. */
export function criticalInstants({ slots, roles, policy, customer, toMs }: CriticalOf): number[] {
  const instants = new Set([FIRST_MS, toMs]);
  let firstMs = toMs;
  for (const slot of slots) {
    if (slot.atMs === undefined) continue;
    firstMs = Math.min(firstMs, slot.atMs);
    if ("types" in slot || roles.roleOf(slot.type) !== "") instants.add(slot.atMs);
  }
  // The first event of all decides which version judges.
  instants.add(firstMs);
  for (const { fromMs } of policy.versions) instants.add(fromMs);
  const zones = zonesOf(policy);
  for (const day of daysOf(customer)) for (const zone of zones) instants.add(edgeMs(zone, day * MS_PER_UTC_DAY));
  if (roles.byDates) {
    for (const zone of zones)
      for (const { startMs } of zone.pieces(firstMs - LOOK_BACK_MS, toMs)) instants.add(startMs);
  }
  return [...instants].filter((atMs) => atMs >= FIRST_MS && atMs <= toMs).sort((a, b) => a - b);
}

/**
 * The instants at which events are tried, the latest first: the critical ones, and on both sides of each as many as there are events, so
 * that these come in every order, and together at every end of a stretch.
 *
 * @param count How many events are tried together.
 */
export function triedInstants(critical: readonly number[], count: number): number[] {
  const tried = new Set<number>();
  const [first, last] = [critical[0]!, critical.at(-1)!];
  for (const atMs of critical) for (let by = -count; by <= count; by++) tried.add(atMs + by);
  return [...tried].filter((atMs) => atMs >= first && atMs <= last).sort((a, b) => b - a);
}

function zonesOf({ versions }: ReadyPolicy): ReadonlySet<Zone> {
  const zones = versions.flatMap(({ calendars }) => [...calendars.values()]);
  return new Set(zones.map((calendar) => insideOf(calendar).timeline.schedule.zone));
}

/** First dates on which something else holds of a customer: contract, payment, training. Epoch days. */
function daysOf(customer: ReadCustomer | undefined): number[] {
  if (customer === undefined) return [];
  const { contract, trained } = customer;
  const ranges = contract === undefined ? [] : [[contract.fromDay, contract.toDay] as const, ...(contract.paid ?? [])];
  const days = [
    ...ranges.flatMap(([fromDay, toDay]) => [fromDay, toDay + 1]),
    ...[...trained.values()].map((d) => d + 1),
  ];
  return days.filter(Number.isFinite);
}
