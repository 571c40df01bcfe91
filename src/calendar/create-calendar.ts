/**
 * `createCalendar`: from a definition to the object that answers.
 *
 * A thin layer: it reads what callers write, asks `clock/`, and prints what is found. It decides nothing.
 */
import { checkSupported } from "../clock/beyond.ts";
import { bridgeDays } from "../clock/bridge-days.ts";
import { addAllMs, elapsedAllMs } from "../clock/columns.ts";
import * as questions from "../clock/questions.ts";
import { segmentsMs } from "../clock/segments.ts";
import { addWorkingDays, isWorkingDay, neighbouringWorkingDay, workingDaysBetween } from "../clock/working-days.ts";
import type { SourceReaders } from "../holidays/source.ts";
import { refuse } from "../issues/error.ts";
import { show } from "../issues/show.ts";
import type { CalendarDefinition } from "../schedule/definition.ts";
import { CALENDAR_LIMITS, type CalendarLimits, readLimits } from "../schedule/limits.ts";
import { reachDates, readDefinition } from "../schedule/read-definition.ts";
import { formatDate, readDate } from "../time/civil-date.ts";
import { readDuration } from "../time/duration.ts";
import { readInstant } from "../time/instant.ts";
import { readZone } from "../time/zone.ts";
import { createTimeline, type Timeline } from "../timeline/timeline.ts";
import type { Calendar, QuestionOptions } from "./calendar.ts";
import { dayOf, holidaysOf } from "./days.ts";
import { elapsedExplanationOf, explanationOf, segmentOf } from "./explanation.ts";
import { remember } from "./internal.ts";
import { readCount, readEdge, readPeriod, readPositive, readRoll, readShare, shareOf } from "./options.ts";
import { OUTPUTS, type Output, type Printer, printerOf } from "./output.ts";
import { timelineFace } from "./timeline-face.ts";

/** Options of {@link createCalendar}. */
export interface CalendarOptions<O extends Output> {
  /** What answers are made of; `"luxon"` unless given. */
  readonly output?: O;
  /** Readers of holiday sources that the definition names: `{ "date-holidays": dateHolidaysSource }`. */
  readonly sources?: SourceReaders;
  /** How large the definition may be, and how far its questions may search: docs/untrusted-input.md. */
  readonly limits?: CalendarLimits;
}

/**
 * A calendar made of a definition.
 *
 * The definition is copied, checked and frozen; every problem in it is reported at once.
 * Errors: `schedule.*`, `holidays.*` and `calendar.never-open`, with path, value and cure. A definition larger than its limits is
 *   refused before it is read; they are raised by `{ limits: { closures: 10_000 } }`.
 * Cost: nothing is compiled until it is asked; then under 1 ms for each civil year asked, once.
 *
 * @example
 * const desk = createCalendar({
 *   timeZone: "Europe/Paris",
 *   week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] },
 *   holidays: ["FR"],
 * });
 * desk.add("2026-05-22T16:00+02:00", "PT4H").toISO() // "2026-05-26T12:00:00.000+02:00"
 */
export function createCalendar<O extends Output = "luxon">(
  definition: CalendarDefinition,
  options: CalendarOptions<O> = {},
): Calendar<O> {
  const output = (options?.output ?? "luxon") as O;
  if (!OUTPUTS.includes(output)) {
    refuse(
      "calendar.bad-option",
      ["output"],
      OUTPUTS.join(", "),
      output,
      `${show(output)} is no output; use ${OUTPUTS.join(", ")}`,
    );
  }
  const limits = readLimits(options?.limits, CALENDAR_LIMITS);
  const timeline = createTimeline(readDefinition(definition, options?.sources, limits));
  return faceOf(timeline, { ...options, output }, printerOf(output, timeline.schedule.zone));
}

function faceOf<O extends Output>(timeline: Timeline, made: CalendarOptions<O>, printer: Printer<O>): Calendar<O> {
  const { schedule } = timeline;
  const read = (value: unknown, name: string, options: QuestionOptions | undefined): number => {
    const zone = options?.zone === undefined ? undefined : readZone(options.zone, ["zone"]);
    const instantMs = readInstant(value, [name], zone);
    // The questions check it too; here the error can name the argument.
    if (instantMs < timeline.supportedStartMs || instantMs >= timeline.supportedEndMs)
      checkSupported(timeline, instantMs, [name]);
    return instantMs;
  };
  const calendar: Calendar<O> = {
    isOpen: (at, options) => questions.isOpenMs(timeline, read(at, "at", options)),
    nextOpen: (at, options) => printer.instant(questions.nextOpenMs(timeline, read(at, "at", options))),
    previousOpen: (at, options) => printer.instant(questions.previousOpenMs(timeline, read(at, "at", options))),
    nextClose: (at, options) => printer.instant(questions.nextCloseMs(timeline, read(at, "at", options))),
    previousClose: (at, options) => printer.instant(questions.previousCloseMs(timeline, read(at, "at", options))),
    nextChange: (at, options) => printer.instant(questions.nextChangeMs(timeline, read(at, "at", options))),
    add: (start, duration, options) =>
      printer.instant(
        questions.addMs(
          timeline,
          read(start, "start", options),
          readDuration(duration, ["duration"]),
          readEdge(options?.edge),
        ),
      ),
    subtract: (start, duration, options) =>
      printer.instant(
        questions.addMs(
          timeline,
          read(start, "start", options),
          -readDuration(duration, ["duration"]),
          readEdge(options?.edge),
        ),
      ),
    latestStart: (due, duration, options) =>
      printer.instant(
        questions.addMs(timeline, read(due, "due", options), -readPositive(duration, ["duration"]), "near"),
      ),
    remaining: (at, due, options) =>
      printer.duration(Math.max(0, questions.elapsedMs(timeline, read(at, "at", options), read(due, "due", options)))),
    reaches: (start, duration, share, options) =>
      printer.instant(
        questions.addMs(
          timeline,
          read(start, "start", options),
          shareOf(readPositive(duration, ["duration"]), readShare(share)),
          "near",
        ),
      ),
    elapsed: (from, to, options) =>
      printer.duration(questions.elapsedMs(timeline, read(from, "from", options), read(to, "to", options))),
    windows: (start, end, options) =>
      questions
        .windowsMs(timeline, read(start, "start", options), read(end, "end", options))
        .map(([openMs, closeMs]) => ({
          start: printer.instant(openMs),
          end: printer.instant(closeMs),
          ms: closeMs - openMs,
        })),
    segments: (start, end, options) =>
      segmentsMs(timeline, read(start, "start", options), read(end, "end", options)).map((segment) =>
        segmentOf(printer, segment),
      ),
    explain: (start, duration, options) => {
      const startMs = read(start, "start", options);
      const durationMs = readDuration(duration, ["duration"]);
      const edge = readEdge(options?.edge);
      return explanationOf(
        timeline,
        printer,
        startMs,
        durationMs,
        questions.addMs(timeline, startMs, durationMs, edge),
        edge,
      );
    },
    explainElapsed: (from, to, options) =>
      elapsedExplanationOf(timeline, printer, read(from, "from", options), read(to, "to", options)),
    isWorkingDay: (date) => isWorkingDay(timeline, readDate(date, ["date"])),
    addWorkingDays: (date, count, options) =>
      formatDate(addWorkingDays(timeline, readDate(date, ["date"]), readCount(count), readRoll(options?.roll))),
    nextWorkingDay: (date) => formatDate(neighbouringWorkingDay(timeline, readDate(date, ["date"]), 1)),
    previousWorkingDay: (date) => formatDate(neighbouringWorkingDay(timeline, readDate(date, ["date"]), -1)),
    bridgeDays: (from, to) => {
      const [fromDay, toDay] = readPeriod(from, to);
      return bridgeDays(timeline, fromDay, toDay).map(formatDate);
    },
    workingDaysBetween: (from, to) => workingDaysBetween(timeline, readDate(from, ["from"]), readDate(to, ["to"])),
    day: (date) => dayOf(timeline, readDate(date, ["date"])),
    holidays: (from, to) => holidaysOf(timeline, ...readPeriod(from, to)),
    with: (changes) => createCalendar({ ...schedule.definition, ...changes }, made),
    definition: schedule.definition,
    reach: reachDates(schedule),
    addAll: (starts, durations, options) =>
      addAllMs(timeline, starts, durations, readEdge(options?.edge), options?.out),
    elapsedAll: (froms, tos, options) => elapsedAllMs(timeline, froms, tos, options?.out),
    timeline: timelineFace(timeline),
  };
  remember(calendar, { timeline, printer, made });
  return Object.freeze(calendar);
}
