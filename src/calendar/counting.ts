/**
 * The time that counts for a target in hours: open time, all 24 hours of working days, or all time.
 */

import { SUPPORTED_REACH } from "../holidays/reach.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { MINUTES_PER_DAY } from "../time/units.ts";
import { intervalsOfDay } from "../timeline/day-intervals.ts";
import { createTimeline, type Timeline } from "../timeline/timeline.ts";
import type { Calendar } from "./calendar.ts";
import { insideOf } from "./internal.ts";
import type { Output } from "./output.ts";
import { type TimelineMs, timelineFace } from "./timeline-face.ts";

/** Which hours count. */
export type HoursCount = "open" | "working-days" | "running";

/** The time that counts: its intervals, and the numbers beneath. */
export interface CountedTime {
  readonly timeline: Timeline;
  readonly face: TimelineMs;
}

/** Compiled once for each calendar: its years are then compiled once, too. */
const COUNTED = new WeakMap<Calendar<Output>, Map<HoursCount, CountedTime>>();

/** The time that counts, made of a calendar. */
export function countedTime(calendar: Calendar<Output>, count: HoursCount): CountedTime {
  const known = COUNTED.get(calendar) ?? new Map<HoursCount, CountedTime>();
  COUNTED.set(calendar, known);
  const found = known.get(count) ?? makeCounted(calendar, count);
  known.set(count, found);
  return found;
}

function makeCounted(calendar: Calendar<Output>, count: HoursCount): CountedTime {
  const { timeline } = insideOf(calendar);
  if (count === "open") return { timeline, face: calendar.timeline };
  const { schedule } = timeline;
  const counted = createTimeline(count === "running" ? always(schedule) : wholeWorkingDays(schedule));
  return { timeline: counted, face: timelineFace(counted) };
}

const WHOLE_DAY = [{ startMin: 0, endMin: MINUTES_PER_DAY }];

/** The dates on which open time starts, from midnight to midnight. */
function wholeWorkingDays(schedule: Schedule): Schedule {
  const { combination: _, closedAlways: _closed, ...rest } = schedule;
  return Object.freeze({
    ...rest,
    // Whole dates do not pass midnight, though the hours that make them working days may.
    passesMidnight: false,
    planOf: (epochDay: number) => ({
      ...schedule.planOf(epochDay),
      taken: [],
      windows: intervalsOfDay(schedule, epochDay).length > 0 ? WHOLE_DAY : [],
    }),
  });
}

/** Every date whole: it needs no holidays, and is known for all the supported years. */
function always(schedule: Schedule): Schedule {
  const { combination: _, closedAlways: _closed, ...rest } = schedule;
  const plan = { layer: "week", windows: WHOLE_DAY, taken: [], holidays: [], closures: [] } as const;
  return Object.freeze({
    ...rest,
    passesMidnight: false,
    reach: SUPPORTED_REACH,
    planOf: () => plan,
  });
}
