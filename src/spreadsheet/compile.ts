/**
 * From a calendar to a compiled one: the dates of some years and the offsets of the zone.
 */
import type { Calendar } from "../calendar/calendar.ts";
import { insideOf } from "../calendar/internal.ts";
import type { Output } from "../calendar/output.ts";
import { refuseDay } from "../clock/beyond.ts";
import { refuse } from "../issues/error.ts";
import { readOptions } from "../issues/options.ts";
import type { DayPlan } from "../schedule/day-plan.ts";
import type { Schedule } from "../schedule/schedule.ts";
import type { Window } from "../schedule/window.ts";
import { formatDate, readDate } from "../time/civil-date.ts";
import { MS_PER_SECOND, MS_PER_UTC_DAY } from "../time/units.ts";
import { COMPILED_FORMAT, type CompiledCalendar, type CompiledPlan } from "./compiled.ts";

/** Offsets are kept for this many days around the dates: tails past midnight, and what lies a day beside them. */
const MARGIN_DAYS = 5;
/** Operands of a combination are known this many dates around it: one of their dates may lie on three of its own. */
const OPERAND_DAYS = 3;

/**
 * A calendar compiled for the civil dates from `from` to `to`, both included.
 *
 * Where windows pass midnight the date before is compiled too, if it is known. Outside the dates the compiled calendar answers nothing.
 * Errors: `time.bad-date`, `time.bad-period`; `calendar.beyond-reach` for dates that the calendar does not know.
 *
 * @example compileCalendar(desk, { from: "2026-01-01", to: "2026-12-31" }).plans[1] // { windows: [ 540, 720, 840, 1020 ] }
 */
export function compileCalendar(
  calendar: Calendar<Output>,
  options: { readonly from: string; readonly to: string },
): CompiledCalendar {
  const { timeline } = insideOf(calendar);
  const { from, to } = readOptions(options, ["from", "to"], "compileCalendar", {
    needed: '{ from: "2026-01-01", to: "2026-12-31" }',
  });
  const [fromDay, toDay] = [readDate(from, ["from"]), readDate(to, ["to"])];
  if (fromDay > toDay)
    refuse("time.bad-period", ["to"], "from ≤ to", to, `the period ends before it begins: ${from} to ${to}`);
  const { reach, passesMidnight } = timeline.schedule;
  for (const day of [fromDay, toDay]) if (day < reach.fromDay || day > reach.toDay) refuseDay(timeline, day);
  const firstDay = passesMidnight ? Math.max(reach.fromDay, fromDay - 1) : fromDay;
  return compiledOf(timeline.schedule, firstDay, toDay);
}

function compiledOf(schedule: Schedule, firstDay: number, lastDay: number): CompiledCalendar {
  const { combination, definition, zone } = schedule;
  const common = {
    ouvree: COMPILED_FORMAT,
    ...(definition.name === undefined ? {} : { name: definition.name }),
    timeZone: zone.name,
    from: formatDate(firstDay),
    to: formatDate(lastDay),
    offsets: zone
      .pieces((firstDay - MARGIN_DAYS) * MS_PER_UTC_DAY, (lastDay + MARGIN_DAYS) * MS_PER_UTC_DAY)
      .map(({ startMs, offsetMs }) => [startMs / MS_PER_SECOND, offsetMs / MS_PER_SECOND] as const),
  };
  if (combination === undefined) return { ...common, ...plansOf(schedule, firstDay, lastDay) };
  return {
    ...common,
    operation: combination.operation,
    operands: combination.operands.map(({ name, schedule: operand }) => ({
      name,
      calendar: compiledOf(
        operand,
        Math.max(operand.reach.fromDay, firstDay - OPERAND_DAYS),
        Math.min(operand.reach.toDay, lastDay + OPERAND_DAYS),
      ),
    })),
  };
}

/** The plans of the dates, each once, and which date has which. */
function plansOf(schedule: Schedule, firstDay: number, lastDay: number): { plans: CompiledPlan[]; days: string } {
  const indexes = new Map<string, number>();
  const runs: [index: number, count: number][] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    const text = JSON.stringify(planOf(schedule.planOf(day)));
    const index = indexes.get(text) ?? indexes.size;
    indexes.set(text, index);
    const run = runs.at(-1);
    if (run?.[0] === index) run[1]++;
    else runs.push([index, 1]);
  }
  return {
    plans: [...indexes.keys()].map((text) => JSON.parse(text) as CompiledPlan),
    days: runs.map(([index, count]) => `${index}*${count}`).join(" "),
  };
}

function planOf({ layer, windows, taken, tail, holidays, closures }: DayPlan): CompiledPlan {
  return {
    windows: minutesOf(windows),
    ...(layer === "week" ? {} : { layer }),
    ...(taken.length === 0 ? {} : { taken: minutesOf(taken) }),
    ...(tail === undefined ? {} : { tail: { taken: minutesOf(tail.taken), names: tail.names } }),
    ...(holidays.length === 0 ? {} : { holidays: holidays.map(({ names }) => [names.en, names.fr] as const) }),
    ...(closures.length === 0 ? {} : { closures }),
  };
}

function minutesOf(windows: readonly Window[]): number[] {
  return windows.flatMap(({ startMin, endMin }) => [startMin, endMin]);
}
