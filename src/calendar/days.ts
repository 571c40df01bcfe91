/**
 * What is planned on civil dates, as answers.
 */
import { refuseDay } from "../clock/beyond.ts";
import { isWorkingDay } from "../clock/working-days.ts";
import type { Holiday } from "../holidays/ready-source.ts";
import type { WindowText } from "../schedule/definition.ts";
import { formatWindow } from "../schedule/window.ts";
import { formatDate } from "../time/civil-date.ts";
import { formatDayPart } from "../time/day-part.ts";
import { MINUTES_PER_DAY, MS_PER_MINUTE, MS_PER_UTC_DAY } from "../time/units.ts";
import { intervalsOfDay } from "../timeline/day-intervals.ts";
import type { Timeline } from "../timeline/timeline.ts";
import type { Day, HolidayOn } from "./calendar.ts";

/** What is planned on a date. */
export function dayOf(timeline: Timeline, epochDay: number): Day {
  const working = isWorkingDay(timeline, epochDay);
  const plan = timeline.schedule.planOf(epochDay);
  return {
    date: formatDate(epochDay),
    working,
    windows: timeline.operands.length > 0 ? combinedWindows(timeline, epochDay) : plan.windows.map(formatWindow),
    holidays: plan.holidays.map((holiday) => holidayOn(epochDay, holiday)),
    closures: [...plan.closures],
    exception: plan.layer === "exception",
  };
}

/** The windows of a combination's date as its clock shows them, cut to the minute. */
function combinedWindows({ schedule }: Timeline, epochDay: number): WindowText[] {
  const { zone } = schedule;
  const minutes = (instantMs: number): number => {
    const wallMs = instantMs + zone.offsetMsAt(instantMs);
    return Math.floor((wallMs - epochDay * MS_PER_UTC_DAY) / MS_PER_MINUTE);
  };
  return intervalsOfDay(schedule, epochDay).map(([openMs, closeMs]) => {
    // What belongs to the date may lie after its midnight: it is written as the clock of the next date shows it.
    const lateMin = Math.floor(minutes(openMs) / MINUTES_PER_DAY) * MINUTES_PER_DAY;
    return formatWindow({ startMin: minutes(openMs) - lateMin, endMin: minutes(closeMs) - lateMin });
  });
}

/** Holidays from one date to another, both included. */
export function holidaysOf(timeline: Timeline, fromDay: number, toDay: number): HolidayOn[] {
  const { reach } = timeline.schedule;
  if (fromDay < reach.fromDay) refuseDay(timeline, fromDay);
  if (toDay > reach.toDay) refuseDay(timeline, Math.max(fromDay, reach.toDay + 1));
  const found: HolidayOn[] = [];
  for (let day = fromDay; day <= toDay; day++) {
    for (const holiday of timeline.schedule.planOf(day).holidays) found.push(holidayOn(day, holiday));
  }
  return found;
}

function holidayOn(epochDay: number, { id, names, source, closed }: Holiday): HolidayOn {
  return {
    date: formatDate(epochDay),
    ...(id === undefined ? {} : { id }),
    name: names.en,
    names: { ...names },
    source,
    ...(closed === undefined ? {} : { closed: formatDayPart(closed) }),
  };
}
