/**
 * Critical instants: those at which an event would have to be for a verdict to become another, and a millisecond to
 * either side.
 *
 * Between two events a clock only grows, so that what an event does changes at another event, at an edge or a midnight of
 * a calendar, or where a target is used up that is counted from or back to an event. Further back than the first of them
 * nothing changes but by a contract.
 */

import type { Definition } from "../definition.ts";
import { isTarget } from "./ages.ts";
import { lastDayOf } from "./days.ts";
import { type Count, type Hours, hoursOf, plusDays } from "./hours.ts";
import type { Dated, Surroundings } from "./judge-case.ts";
import type { CaseInput, Figure } from "./types.ts";

const DAY = 86_400_000;
/** The simulator's calendars begin in November. */
const EARLIEST = Date.UTC(2025, 10, 12);

export function criticalInstants(around: Surroundings, input: CaseInput, certain: readonly Dated[]): number[] {
  const { ages, asOf, register } = around;
  const anchors = anchorsOf(around, certain);
  const first = Math.min(...anchors);
  const calendars = [...new Set(ages.flatMap((age) => Object.values(age.calendars)))].map((one: Definition) =>
    hoursOf(one),
  );
  const figures = new Map<string, Exclude<Figure, null>>();
  for (const { commitments } of ages) {
    for (const commitment of Object.values(commitments)) {
      if (!commitment || !isTarget(commitment) || !commitment.kinds.includes(input.kind)) continue;
      const { target } = commitment;
      for (const figure of "by" in target ? Object.values(target.values) : [target])
        if (figure !== null) figures.set(JSON.stringify(figure), figure);
    }
  }
  const found = new Set<number>();
  for (const hours of calendars) {
    for (const t of edgesBetween(hours, first - DAY, asOf)) found.add(t);
    for (const anchor of anchors) {
      for (const figure of figures.values()) {
        if ("days" in figure) found.add(lastDayOf(figure, hours, anchor).lateFrom);
        else for (const t of usedUp(hours, figure.count, anchor, msOf(figure.hours))) found.add(t);
      }
    }
  }
  const near = [...anchors, ...found].flatMap((t) => [t - 1, t, t + 1]);
  const far = [first - 3 * DAY, first - 45 * DAY, ...contractDates(register)];
  return [...new Set([...near, ...far])].filter((t) => t <= asOf && t >= EARLIEST).sort((a, b) => a - b);
}

/** The fewest that are worth trying, where there are too many ways. */
export function plainInstants(around: Surroundings, certain: readonly Dated[]): number[] {
  const anchors = anchorsOf(around, certain);
  const far = Math.min(...anchors) - 45 * DAY;
  return [...new Set([far, ...anchors.flatMap((t) => [t, t + 1])])].filter((t) => t <= around.asOf && t >= EARLIEST);
}

function anchorsOf({ ages, asOf }: Surroundings, certain: readonly Dated[]): number[] {
  const versions = ages.map(({ from }) => from).filter((from) => Number.isFinite(from) && from <= asOf);
  return [...new Set([...certain.map(({ at }) => at), ...versions, asOf])];
}

function edgesBetween(hours: Hours, from: number, to: number): number[] {
  const edges = hours.stretches("open", from, to).flat();
  const midnights: number[] = [];
  for (let date = hours.dateAt(from); date <= hours.dateAt(to); date = plusDays(date))
    midnights.push(hours.startOf(date));
  return [...edges, ...midnights];
}

/** Both edges of a target that begins at the anchor, and of one that ends there. */
function usedUp(hours: Hours, count: Count, anchor: number, ms: number): number[] {
  const late = hours.after(count, anchor, ms + 1) - 1;
  const back: number[] = [];
  let left = ms;
  for (const [open, close] of hours.stretches(count, anchor - 60 * DAY, anchor).reverse()) {
    if (left === 0) back.push(close);
    if (left <= 0) break;
    if (left <= close - open) back.push(close - left);
    left -= close - open;
  }
  return [hours.after(count, anchor, ms), late, ...back];
}

function contractDates(register: Surroundings["register"]): number[] {
  const ranges = (register?.customers ?? []).flatMap(({ contract }) =>
    contract === undefined ? [] : [contract, ...(Array.isArray(contract.paid) ? contract.paid : [])],
  ) as readonly { readonly from?: string; readonly to?: string }[];
  const dates = ranges.flatMap(({ from, to }) => [from, to]).filter((date) => date !== undefined);
  return dates.flatMap((date) => [-1, 0, 1].map((days) => Date.parse(`${plusDays(date, days)}T12:00:00Z`)));
}

function msOf(hours: string): number {
  const [, whole = "0", minutes = "0"] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(hours) ?? [];
  return (Number(whole) * 60 + Number(minutes)) * 60_000;
}
