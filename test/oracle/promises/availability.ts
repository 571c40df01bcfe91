/**
 * Availability: the share of open time in which the desk could be reached.
 */

import { endOf, instantOf, parseInstant } from "../charter/paris.ts";
import type { Desk } from "./desk.ts";
import { deskOf, isOpen, openMs } from "./desk.ts";
import type { Availability } from "./document.ts";
import type { Setting } from "./setting.ts";
import { earliest, shown, withoutFigure } from "./setting.ts";
import type { Expected } from "./types.ts";

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Open time in which an outage was on: every piece between two edges lies in an outage as a whole or not at all. */
function outageTime(desk: Desk, outages: readonly Stretch[], from: number, to: number): number {
  const edges = [from, to, ...outages.flatMap((one) => [one.from, one.to])].filter((at) => from <= at && at <= to);
  edges.sort((a, b) => a - b);
  let sum = 0;
  edges.forEach((edge, index) => {
    const next = edges[index + 1] ?? edge;
    if (outages.some((one) => one.from <= edge && edge < one.to)) sum += openMs(desk, edge, next);
  });
  return sum;
}

/** Whether 1 − lost / all is at least the goal, without a rounding: goals have at most six decimals. */
function isEnough(lost: number, all: number, goal: number): boolean {
  const MILLION = 1_000_000;
  const millionths = BigInt(Math.round(goal * MILLION));
  return BigInt(all - lost) * BigInt(MILLION) >= millionths * BigInt(all);
}

export function judgeAvailability({ calendar, goal }: Availability, setting: Setting): Expected {
  const { register, seen, asOf, period } = setting;
  const desk = deskOf(calendar);
  const outages = (register?.outages ?? [])
    .map((one) => ({ from: parseInstant(one.from), to: one.to === undefined ? asOf : parseInstant(one.to) }))
    .filter((one) => one.from <= asOf);
  const lost = (register?.lostCalls ?? []).map(({ at }) => parseInstant(at)).filter((at) => at <= asOf);
  const events = seen.flatMap((one) => one.seen.map(({ at }) => at));

  const begins =
    period === null ? earliest([...outages.map(({ from }) => from), ...lost, ...events]) : instantOf(period.from);
  if (begins === null) return { outcome: "unmeasurable", reason: "missing-event", startedAt: null, dueAt: null };
  const ends = period === null ? null : endOf(period.to);
  const measuredTo = ends === null ? asOf : Math.min(ends, asOf);
  const open = openMs(desk, begins, measuredTo);
  const outage = outageTime(desk, outages, begins, measuredTo);
  const isCounted = (at: number): boolean => begins <= at && (ends === null || at < ends) && isOpen(desk, at);
  const figures = {
    openMs: open,
    outageMs: outage,
    lostCalls: lost.filter(isCounted).length,
    share: open === 0 ? null : 1 - outage / open,
  };
  const startedAt = shown(begins);
  if (open === 0) return { outcome: "unmeasurable", reason: "missing-event", startedAt, dueAt: null };

  const told = { startedAt, stoppedAt: null, dueAt: shown(ends), figures };
  if (goal === null) return withoutFigure({ outcome: "met", ...told });
  if (ends === null || asOf >= ends) return { outcome: isEnough(outage, open, goal) ? "met" : "missed", ...told };
  const rest = openMs(desk, asOf, ends);
  if (!isEnough(outage, open + rest, goal)) return { outcome: "missed", ...told };
  return { outcome: isEnough(outage + rest, open + rest, goal) ? "met" : "running", ...told };
}
