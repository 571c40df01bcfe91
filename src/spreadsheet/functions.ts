/**
 * The functions of a spreadsheet, the same in all programs: cells in, cells out.
 *
 * Each takes one cell or a whole range, once a call: blanks stay blank, and what is wrong is the error of its own cell.
 * Units: times are serial numbers of the program, in the calendar's zone, to the second; lengths are hours.
 * Source: docs/spreadsheets.md.
 */
import { explanationOf } from "../calendar/explanation.ts";
import { CLIP_INDUSTRIE_USAGE } from "../charters/clip-industrie-figures.ts";
import { addMs, elapsedMs, isOpenMs, nextOpenMs } from "../clock/questions.ts";
import { callbackMs } from "../clock/service-day.ts";
import { workingDaysBetween } from "../clock/working-days.ts";
import { refuse } from "../issues/error.ts";
import { readOptions } from "../issues/options.ts";
import { show } from "../issues/show.ts";
import { MS_PER_HOUR, MS_PER_SECOND } from "../time/units.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { type CalendarInput, calendarReader } from "./calendar-cell.ts";
import { type Cell, type CellAnswer, errorValueOf, isBlank, refuseCell } from "./cell.ts";
import { type CellInput, type CellOutput, forEachCell } from "./columns.ts";
import { DATE_SYSTEMS, type DateSystem, serialOfWall } from "./date-system.ts";
import { type CellClock, readAmount, readDay, readHours, readTime, readTruth } from "./read-cell.ts";
import { statusOf } from "./status.ts";

/** What a program is like that calls the functions. */
export interface SpreadsheetOptions {
  /** How it writes dates; Excel's `"1900"` unless given. */
  readonly dateSystem?: DateSystem;
  /** The calendar of calls that name none; without it they are refused. */
  readonly calendar?: CalendarInput;
  /** What the cell of a `Date` shows, as though it were UTC, ms: for programs that hand over dates as `Date`. */
  readonly wallOfDate?: (date: Date) => number;
  /** The present, epoch ms: for the status of calls that give no `now`. Without it they are refused. */
  readonly nowMs?: () => number;
}

/** The functions, by their names without `OUVREE_`. */
export interface SpreadsheetFunctions {
  /** `OUVREE_DEADLINE`: the time at which the hours are used up. Negative hours go back; zero hours give the start. */
  deadline(start: CellInput, duration: CellInput, calendar?: CalendarInput): CellOutput;
  /** `OUVREE_ELAPSED`: open time from start to end, in hours; negative if the end is earlier. */
  elapsed(start: CellInput, end: CellInput, calendar?: CalendarInput): CellOutput;
  /** `OUVREE_ISOPEN`: TRUE or FALSE. At closing time it is closed. */
  isOpen(at: CellInput, calendar?: CalendarInput): CellOutput;
  /** `OUVREE_NEXTOPEN`: the time itself if it is open, else the next opening. */
  nextOpen(at: CellInput, calendar?: CalendarInput): CellOutput;
  /** `OUVREE_CALLBACK`: the first time at which a callback may be made. */
  callback(calledAt: CellInput, calendar?: CalendarInput): CellOutput;
  /** `OUVREE_ENTITLEMENT`: minutes of usage help left on a module, of the charter's 30 or 15. */
  entitlement(trained: CellInput, minutesUsed: CellInput): CellOutput;
  /** `OUVREE_STATUS`: `met`, `missed`, `running`, `at risk` or `not yet`. A blank stop: nobody has met it yet. */
  status(start: CellInput, duration: CellInput, stop: CellInput, now?: CellInput, calendar?: CalendarInput): CellOutput;
  /** `OUVREE_WORKDAYS`: working days from one date to another, the second not counted; negative if it is earlier. */
  workdays(from: CellInput, to: CellInput, calendar?: CalendarInput): CellOutput;
  /** `OUVREE_EXPLAIN`: why a deadline is where it is, as a text of several lines. */
  explain(start: CellInput, duration: CellInput, calendar?: CalendarInput): CellOutput;
}

/**
 * The functions for one program. They throw nothing that is the fault of a cell: that is the answer of the cell.
 *
 * Errors: `calendar.bad-option` for a date system that there is not.
 *
 * @example spreadsheetFunctions({ calendar: "clip-industrie" }).deadline("2026-05-22 16:00", 4) // 46168.5, 26 May 2026 12:00
 */
export function spreadsheetFunctions(options?: SpreadsheetOptions): SpreadsheetFunctions {
  const names = ["dateSystem", "calendar", "wallOfDate", "nowMs"] as const;
  const given = readOptions(options, names, "spreadsheetFunctions") as SpreadsheetOptions;
  const { wallOfDate, nowMs } = given;
  for (const [name, value] of Object.entries({ wallOfDate, nowMs })) {
    if (value === undefined || typeof value === "function") continue;
    refuse("calendar.bad-option", [name], "a function", value, `${show(value)} is no function`);
  }
  const clock: CellClock = {
    dateSystem: readSystem(given.dateSystem ?? "1900"),
    ...(wallOfDate === undefined ? {} : { wallOfDate }),
  };
  const timelineOf = calendarReader(clock, given.calendar);
  const ask = (
    inputs: readonly CellInput[],
    calendar: CalendarInput,
    answer: (timeline: Timeline, cells: readonly Cell[]) => CellAnswer,
  ): CellOutput => {
    let timeline: Timeline;
    try {
      timeline = timelineOf(calendar);
    } catch (error) {
      // Nothing can be answered: one error for all, so that a column does not say it a thousand times.
      return errorValueOf(error);
    }
    return forEachCell(inputs, (cells) => answer(timeline, cells));
  };
  const serial = ({ schedule: { zone } }: Timeline, instantMs: number): number =>
    serialOfWall(instantMs + zone.offsetMsAt(instantMs), clock.dateSystem);
  const timeIn = ({ schedule }: Timeline, cell: Cell, name: string): number =>
    readTime(cell, name, schedule.zone, clock);

  const functions: SpreadsheetFunctions = {
    deadline: (start, duration, calendar) =>
      ask([start, duration], calendar, (timeline, [from, hours]) => {
        if (isBlank(from) || isBlank(hours)) return "";
        const startMs = timeIn(timeline, from, "start");
        return serial(timeline, addMs(timeline, startMs, readHours(hours, "duration", clock), "near"));
      }),
    elapsed: (start, end, calendar) =>
      ask([start, end], calendar, (timeline, [from, to]) => {
        if (isBlank(from) || isBlank(to)) return "";
        return hours(elapsedMs(timeline, timeIn(timeline, from, "start"), timeIn(timeline, to, "end")));
      }),
    isOpen: (at, calendar) =>
      ask([at], calendar, (timeline, [cell]) =>
        isBlank(cell) ? "" : isOpenMs(timeline, timeIn(timeline, cell, "at")),
      ),
    nextOpen: (at, calendar) =>
      ask([at], calendar, (timeline, [cell]) =>
        isBlank(cell) ? "" : serial(timeline, nextOpenMs(timeline, timeIn(timeline, cell, "at"))),
      ),
    callback: (calledAt, calendar) =>
      ask([calledAt], calendar, (timeline, [cell]) =>
        isBlank(cell) ? "" : serial(timeline, callbackMs(timeline, timeIn(timeline, cell, "called_at")).fromMs),
      ),
    entitlement: (trained, minutesUsed) =>
      forEachCell([trained, minutesUsed], ([isTrained, used]) => {
        if (isBlank(isTrained) || isBlank(used)) return "";
        const granted = CLIP_INDUSTRIE_USAGE[readTruth(isTrained, "trained") ? "trained" : "untrained"];
        return Math.max(0, granted - readAmount(used, "minutes_used"));
      }),
    status: (start, duration, stop, now, calendar) => {
      // Asked once: all rows of a call have one present.
      const present = nowMs?.();
      return ask([start, duration, stop, now], calendar, (timeline, [from, hours, to, asOf]) => {
        if (isBlank(from) || isBlank(hours)) return "";
        return statusOf(timeline, {
          startMs: timeIn(timeline, from, "start"),
          targetMs: readTarget(hours, clock),
          stopMs: isBlank(to) ? undefined : timeIn(timeline, to, "stop"),
          nowMs: isBlank(asOf) && present !== undefined ? present : timeIn(timeline, asOf, "now"),
        });
      });
    },
    workdays: (from, to, calendar) =>
      ask([from, to], calendar, (timeline, [first, last]) => {
        if (isBlank(first) || isBlank(last)) return "";
        return workingDaysBetween(timeline, readDay(first, "from", clock), readDay(last, "to", clock));
      }),
    explain: (start, duration, calendar) =>
      ask([start, duration], calendar, (timeline, [from, hours]) => {
        if (isBlank(from) || isBlank(hours)) return "";
        const [startMs, durationMs] = [timeIn(timeline, from, "start"), readHours(hours, "duration", clock)];
        const dueMs = addMs(timeline, startMs, durationMs, "near");
        return explanationOf(timeline, IN_MS, startMs, durationMs, dueMs, "near").text;
      }),
  };
  return Object.freeze(functions);
}

function readSystem(value: DateSystem): DateSystem {
  if (DATE_SYSTEMS.includes(value)) return value;
  const cure = `${show(value)} is no date system; use ${DATE_SYSTEMS.join(", ")}`;
  return refuse("calendar.bad-option", ["dateSystem"], DATE_SYSTEMS.join(", "), value, cure);
}

/** Only the text of an explanation is used. */
const IN_MS = { instant: (ms: number): number => ms, duration: (ms: number): number => ms };

/** To the second, like the times. */
function hours(durationMs: number): number {
  return (Math.round(durationMs / MS_PER_SECOND) * MS_PER_SECOND) / MS_PER_HOUR + 0;
}

/** A target is some time; none or less is a slip. */
function readTarget(cell: Cell, clock: CellClock): number {
  const targetMs = readHours(cell, "duration", clock);
  return targetMs > 0 ? targetMs : refuseCell("duration", "a target", cell, "write more than 0 hours");
}
