/**
 * `createCalendar`: from a definition to the object that answers.
 *
 * A thin layer: it reads what callers write, asks `clock/`, and prints what is found. It decides nothing.
 */
import { checkSupported, civilDayAt } from "../clock/beyond.ts";
import { bridgeDays } from "../clock/bridge-days.ts";
import * as questions from "../clock/questions.ts";
import { segmentsMs } from "../clock/segments.ts";
import { addWorkingDays, isWorkingDay, neighbouringWorkingDay, workingDaysBetween } from "../clock/working-days.ts";
import type { SourceReaders } from "../holidays/source.ts";
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import type { OnlyString, OnlyUnknown } from "../issues/only-unknown.ts";
import { readOptions } from "../issues/options.ts";
import { show } from "../issues/show.ts";
import type { CalendarDefinition } from "../schedule/definition.ts";
import { hashOf } from "../schedule/hash.ts";
import { CALENDAR_LIMITS, type CalendarLimits, readLimits } from "../schedule/limits.ts";
import { reachDates, readDefinition } from "../schedule/read-definition.ts";
import { formatDate, readDate } from "../time/civil-date.ts";
import { readDuration } from "../time/duration.ts";
import { readInstant } from "../time/instant.ts";
import { readZone } from "../time/zone.ts";
import { createTimeline, type Timeline } from "../timeline/timeline.ts";
import type { Calendar } from "./calendar.ts";
import { dayOf, holidaysOf } from "./days.ts";
import { elapsedExplanationOf, explanationOf, segmentOf } from "./explanation.ts";
import { remember } from "./internal.ts";
import { readCount, readEdge, readPeriod, readPositive, readRoll, readShare, shareOf } from "./options.ts";
import { type InstantOf, OUTPUTS, type Output, type Printer, printerOf } from "./output.ts";
import { timelineFace } from "./timeline-face.ts";

/** Options of {@link createCalendar}. */
export interface CalendarOptions<O extends Output> {
  /** What answers are made of; `"luxon"` unless given. Of options declared apart write `{ output: "iso" } as const`. */
  readonly output?: O;
  /** Readers of holiday sources that the definition names: `{ "date-holidays": dateHolidaysSource }`. */
  readonly sources?: SourceReaders;
  /**
   * Read texts without an offset in the calendar's own zone, by the rule of edges, wherever a question does not say another
   * `zone`; false unless given.
   */
  readonly localTimes?: boolean;
  /** How large the definition may be, and how far its questions may search: docs/untrusted-input.md. */
  readonly limits?: CalendarLimits;
}

const OPTIONS = ["output", "sources", "localTimes", "limits"] as const;

/**
 * A calendar made of a definition.
 *
 * The definition is copied, checked and frozen; every problem in it is reported at once. One that is `unknown`, as a file gives it, is
 * taken, too; where it stands in the code the compiler refuses keys and windows that are none: docs/typescript.md.
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
export function createCalendar<O extends Output = "luxon", W extends string = never, D = never>(
  definition: CalendarDefinition<OnlyString<W>> | OnlyUnknown<D>,
  options: CalendarOptions<O> = {},
): Calendar<O> {
  const given = readOptions(options, OPTIONS, "createCalendar");
  const { output = "luxon", localTimes = false } = given;
  if (!OUTPUTS.includes(output as O)) {
    refuse(
      "calendar.bad-option",
      ["output"],
      OUTPUTS.join(", "),
      output,
      `${show(output)} is no output; use ${OUTPUTS.join(", ")}`,
    );
  }
  if (typeof localTimes !== "boolean") {
    const cure = `${show(localTimes)} is neither true nor false`;
    refuse("calendar.bad-option", ["localTimes"], "true or false", localTimes, cure);
  }
  const made = { ...given, output, localTimes } as CalendarOptions<O> & { readonly output: O };
  const limits = readLimits(made.limits, CALENDAR_LIMITS);
  const timeline = createTimeline(readDefinition(definition, made.sources, limits));
  return faceOf(timeline, made, printerOf(made.output, timeline.schedule.zone));
}

function faceOf<O extends Output>(timeline: Timeline, made: CalendarOptions<O>, printer: Printer<O>): Calendar<O> {
  const { schedule } = timeline;
  const read = instantReader(timeline, made.localTimes === true);
  const add = (whose: string, start: unknown, durationMs: number, options: unknown): InstantOf<O> => {
    const { zone, edge } = readOptions(options, ADD, whose, ADD_WORDS);
    return printer.instant(questions.addMs(timeline, read(start, "start", zone), durationMs, readEdge(edge)));
  };
  const timelineFaceOf = timelineFace(timeline);
  // Worked out when it is asked: a canonical JSON of every definition would cost more than the calendar.
  let hash: string | undefined;
  /** A question about one instant. */
  const ask = (whose: string, at: unknown, options: unknown): number =>
    read(at, "at", readOptions(options, QUESTION, whose).zone);
  const calendar: Calendar<O> = {
    isOpen: (at, options) => questions.isOpenMs(timeline, ask("isOpen", at, options)),
    nextOpen: (at, options) => printer.instant(questions.nextOpenMs(timeline, ask("nextOpen", at, options))),
    previousOpen: (at, options) =>
      printer.instant(questions.previousOpenMs(timeline, ask("previousOpen", at, options))),
    nextClose: (at, options) => printer.instant(questions.nextCloseMs(timeline, ask("nextClose", at, options))),
    previousClose: (at, options) =>
      printer.instant(questions.previousCloseMs(timeline, ask("previousClose", at, options))),
    nextChange: (at, options) => printer.instant(questions.nextChangeMs(timeline, ask("nextChange", at, options))),
    add: (start, duration, options) => add("add", start, readDuration(duration, ["duration"]), options),
    subtract: (start, duration, options) => add("subtract", start, -readDuration(duration, ["duration"]), options),
    latestStart: (due, duration, options) => {
      const { zone } = readOptions(options, QUESTION, "latestStart");
      return printer.instant(
        questions.addMs(timeline, read(due, "due", zone), -readPositive(duration, ["duration"]), "near"),
      );
    },
    remaining: (at, due, options) => {
      const { zone } = readOptions(options, QUESTION, "remaining");
      return printer.duration(Math.max(0, questions.elapsedMs(timeline, read(at, "at", zone), read(due, "due", zone))));
    },
    reaches: (start, duration, share, options) => {
      const { zone } = readOptions(options, QUESTION, "reaches");
      const shareMs = shareOf(readPositive(duration, ["duration"]), readShare(share));
      return printer.instant(questions.addMs(timeline, read(start, "start", zone), shareMs, "near"));
    },
    elapsed: (from, to, options) => {
      const { zone } = readOptions(options, QUESTION, "elapsed");
      return printer.duration(questions.elapsedMs(timeline, read(from, "from", zone), read(to, "to", zone)));
    },
    windows: (start, end, options) => {
      const { zone } = readOptions(options, QUESTION, "windows");
      return questions
        .windowsMs(timeline, read(start, "start", zone), read(end, "end", zone))
        .map(([openMs, closeMs]) => ({
          start: printer.instant(openMs),
          end: printer.instant(closeMs),
          ms: closeMs - openMs,
        }));
    },
    segments: (start, end, options) => {
      const { zone } = readOptions(options, QUESTION, "segments");
      return segmentsMs(timeline, read(start, "start", zone), read(end, "end", zone)).map((segment) =>
        segmentOf(printer, segment),
      );
    },
    explain: (start, duration, options) => {
      const given = readOptions(options, ADD, "explain", ADD_WORDS);
      const startMs = read(start, "start", given.zone);
      const durationMs = readDuration(duration, ["duration"]);
      const edge = readEdge(given.edge);
      return explanationOf(
        timeline,
        printer,
        startMs,
        durationMs,
        questions.addMs(timeline, startMs, durationMs, edge),
        edge,
      );
    },
    explainElapsed: (from, to, options) => {
      const { zone } = readOptions(options, QUESTION, "explainElapsed");
      return elapsedExplanationOf(timeline, printer, read(from, "from", zone), read(to, "to", zone));
    },
    dateOf: (at, options) => formatDate(civilDayAt(timeline, ask("dateOf", at, options))),
    isWorkingDay: (date) => isWorkingDay(timeline, readDate(date, ["date"])),
    addWorkingDays: (date, count, options) => {
      const { roll } = readOptions(options, ["roll"], "addWorkingDays");
      return formatDate(addWorkingDays(timeline, readDate(date, ["date"]), readCount(count), readRoll(roll)));
    },
    nextWorkingDay: (date) => formatDate(neighbouringWorkingDay(timeline, readDate(date, ["date"]), 1)),
    previousWorkingDay: (date) => formatDate(neighbouringWorkingDay(timeline, readDate(date, ["date"]), -1)),
    bridgeDays: (from, to) => {
      const [fromDay, toDay] = readPeriod(from, to);
      return bridgeDays(timeline, fromDay, toDay).map(formatDate);
    },
    workingDaysBetween: (from, to) => workingDaysBetween(timeline, readDate(from, ["from"]), readDate(to, ["to"])),
    day: (date) => dayOf(timeline, readDate(date, ["date"])),
    holidays: (from, to) => holidaysOf(timeline, ...readPeriod(from, to)),
    with: (changes) => createCalendar(changedDefinition(schedule.definition, changes), made),
    definition: schedule.definition,
    get hash() {
      hash ??= hashOf(schedule.definition);
      return hash;
    },
    toJSON: () => schedule.definition,
    reach: Object.freeze(reachDates(schedule)),
    addAll: timelineFaceOf.addAll,
    elapsedAll: timelineFaceOf.elapsedAll,
    timeline: timelineFaceOf,
  };
  remember(calendar, { timeline, printer, made, readAt: read });
  return Object.freeze(calendar);
}

const QUESTION = ["zone"] as const;
const ADD = ["zone", "edge"] as const;
const ADD_WORDS = {
  instead: {
    count:
      'a calendar counts open time; all 24 hours of working days are a target of a policy, { hours: "PT48H", count: "working-days" }',
  },
} as const;

/** Reads instants for one calendar; the error names the argument, and the cure is one of this door. */
function instantReader(
  timeline: Timeline,
  localTimes: boolean,
): (value: unknown, name: string, zoneName?: unknown) => number {
  const calendarZone = timeline.schedule.zone;
  const door = { calendarZone, hasZone: true };
  const usual = localTimes ? calendarZone : undefined;
  return (value, name, zoneName) => {
    const zone = zoneName === undefined ? usual : readZone(zoneName, ["zone"]);
    const instantMs = readInstant(value, [name], zone, door);
    // The questions check it too; here the error can name the argument.
    if (instantMs < timeline.supportedStartMs || instantMs >= timeline.supportedEndMs)
      checkSupported(timeline, instantMs, [name]);
    return instantMs;
  };
}

/** The definition with the changes of `with`, which are checked as a definition is. */
function changedDefinition(definition: CalendarDefinition, changes: unknown): CalendarDefinition {
  const what = "keys of a definition";
  if (!isObject(changes)) {
    const cure = `${show(changes)} is no object with ${what}; write { reopen: ["fr.pentecost-monday"] }`;
    return refuse("schedule.bad-definition", ["changes"], what, changes, cure);
  }
  return readForeign(changes, ["changes"], "schedule.bad-definition", what, () => ({ ...definition, ...changes }));
}
