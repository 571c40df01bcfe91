/**
 * The calendar as its users see it: one frozen object with methods, because that is what an editor can complete.
 */
import type { Column } from "../clock/read-column.ts";
import type { Edge } from "../clock/search.ts";
import type { Why } from "../clock/segments.ts";
import type { Roll } from "../clock/working-days.ts";
import type { HolidaySource } from "../holidays/rule.ts";
import type { OnlyString } from "../issues/only-unknown.ts";
import type { CalendarDefinition, WindowText } from "../schedule/definition.ts";
import type { DurationInput } from "../time/duration.ts";
import type { InstantInput } from "../time/instant.ts";
import type { DurationOf, InstantOf, Output } from "./output.ts";
import type { ColumnOptions, TimelineMs } from "./timeline-face.ts";

/** Options of every question that takes instants. */
export interface QuestionOptions {
  /** Zone in which a text without an offset is read, by the rule of edges; without it, or the calendar's `localTimes`, it is refused. */
  readonly zone?: string;
}

/** Options of `add` and `subtract`. */
export interface AddOptions extends QuestionOptions {
  /** `"near"` (the default): the answer closest to the start. `"far"`: the one farthest from it. */
  readonly edge?: Edge;
}

/** An open interval [start, end). */
export interface OpenInterval<O extends Output = "luxon"> {
  readonly start: InstantOf<O>;
  readonly end: InstantOf<O>;
  /** Its length in ms. */
  readonly ms: number;
}

/** A stretch [start, end), open or closed, and why. */
export interface Segment<O extends Output = "luxon"> extends OpenInterval<O> {
  readonly open: boolean;
  readonly why: Why;
  /** Holidays and closures of the date, where there are any. */
  readonly names?: readonly string[];
  /** Civil date on which it starts. */
  readonly date: string;
  /** Of a combination, where it is closed: the calendars that close it. */
  readonly operands?: readonly OperandReason[];
}

/** What a calendar of a combination is doing in a stretch that it closes: closed itself, or open where that closes. */
export interface OperandReason {
  /** The calendar's name; A, B, … where it has none. */
  readonly name: string;
  readonly open: boolean;
  readonly why: Why;
  readonly names?: readonly string[];
  /** Civil date on which the stretch starts there: in another zone it may be another one. */
  readonly date: string;
  readonly operands?: readonly OperandReason[];
}

/** A change of the zone's offset; offsets in minutes. */
export interface ZoneChange<O extends Output = "luxon"> {
  readonly at: InstantOf<O>;
  readonly beforeMin: number;
  readonly afterMin: number;
}

/** Why a deadline is where it is. */
export interface Explanation<O extends Output = "luxon"> {
  readonly start: InstantOf<O>;
  readonly due: InstantOf<O>;
  readonly duration: DurationOf<O>;
  readonly edge: Edge;
  /** They tile the time between start and due; the open ones add up to the duration. */
  readonly segments: readonly Segment<O>[];
  readonly changes: readonly ZoneChange<O>[];
  /** The same in lines that read well; also what `String(explanation)` gives. */
  readonly text: string;
  toString(): string;
}

/** What an elapsed time is made of. */
export interface ElapsedExplanation<O extends Output = "luxon"> {
  readonly start: InstantOf<O>;
  readonly end: InstantOf<O>;
  readonly elapsed: DurationOf<O>;
  readonly segments: readonly Segment<O>[];
  readonly changes: readonly ZoneChange<O>[];
  readonly text: string;
  toString(): string;
}

/** A holiday on a date. */
export interface HolidayOn {
  readonly date: string;
  /** Stable id of its rule; absent for a day of a list. */
  readonly id?: string;
  /** English name, or the list's own. */
  readonly name: string;
  readonly names: { readonly fr: string; readonly en: string };
  readonly source: HolidaySource | "list" | "date-holidays";
  /** The part of the date that it closes, `"13:00-24:00"`; all of it if absent. */
  readonly closed?: string;
}

/** What is planned on a civil date. */
export interface Day {
  readonly date: string;
  /** Whether some open time starts on it. */
  readonly working: boolean;
  /** Its own windows; empty when closed. */
  readonly windows: readonly WindowText[];
  readonly holidays: readonly HolidayOn[];
  /** Names of one's own closures. */
  readonly closures: readonly string[];
  /** Whether an exception decides its windows. */
  readonly exception: boolean;
}

/** Civil dates, both included. */
export interface Reach {
  readonly from: string;
  readonly to: string;
}

/**
 * A calendar: hours, holidays and exceptions of one service, ready for questions.
 *
 * Units: durations are business time, real elapsed time inside open intervals.
 * Bounds: open intervals are half-open: at 09:00 the desk is open, at 17:00 it is closed.
 * Errors: every method throws `OuvreeError`: `time.*` for what is no instant, duration or date; `calendar.beyond-reach`
 *   when the answer needs a date whose holidays are unknown.
 * Source: docs/semantics.md.
 */
export interface Calendar<O extends Output = "luxon"> {
  /**
   * Whether the desk is open at an instant.
   *
   * @example desk.isOpen("2026-05-22T17:00+02:00") // false, closing time is not open
   */
  isOpen(at: InstantInput, options?: QuestionOptions): boolean;
  /**
   * The instant itself if open, else the first opening after it.
   *
   * @example desk.nextOpen("2026-05-22T17:00+02:00").toISO() // "2026-05-26T09:00:00.000+02:00", after Whit Monday
   */
  nextOpen(at: InstantInput, options?: QuestionOptions): InstantOf<O>;
  /**
   * The instant itself if open, else the last closing edge at or before it.
   *
   * @example desk.previousOpen("2026-05-25T10:00+02:00").toISO() // "2026-05-22T17:00:00.000+02:00"
   */
  previousOpen(at: InstantInput, options?: QuestionOptions): InstantOf<O>;
  /**
   * The first closing edge after an instant.
   *
   * @example desk.nextClose("2026-05-22T12:00+02:00").toISO() // "2026-05-22T17:00:00.000+02:00"
   */
  nextClose(at: InstantInput, options?: QuestionOptions): InstantOf<O>;
  /**
   * The last closing edge at or before an instant.
   *
   * @example desk.previousClose("2026-05-22T12:00+02:00").toISO() // "2026-05-22T12:00:00.000+02:00"
   */
  previousClose(at: InstantInput, options?: QuestionOptions): InstantOf<O>;
  /**
   * The first edge of either kind after an instant.
   *
   * @example desk.nextChange("2026-05-22T12:00+02:00").toISO() // "2026-05-22T14:00:00.000+02:00"
   */
  nextChange(at: InstantInput, options?: QuestionOptions): InstantOf<O>;
  /**
   * When `duration` of business time from `start` is used up: used up exactly at closing, that closing.
   *
   * @example desk.add("2026-05-22T16:00+02:00", "PT1H").toISO() // "2026-05-22T17:00:00.000+02:00"
   */
  add<D extends string = never>(
    start: InstantInput,
    duration: DurationInput | OnlyString<D>,
    options?: AddOptions,
  ): InstantOf<O>;
  /**
   * `add` of the negative duration: an opening edge at the near edge.
   *
   * @example desk.subtract("2026-05-26T10:00+02:00", "PT2H").toISO() // "2026-05-22T16:00:00.000+02:00"
   */
  subtract<D extends string = never>(
    start: InstantInput,
    duration: DurationInput | OnlyString<D>,
    options?: AddOptions,
  ): InstantOf<O>;
  /**
   * The latest start from which `duration` of business time is used up by `due`: later than it, it is too late.
   *
   * @example desk.latestStart("2026-05-26T10:00+02:00", "PT2H").toISO() // "2026-05-22T16:00:00.000+02:00"
   */
  latestStart<D extends string = never>(
    due: InstantInput,
    duration: DurationInput | OnlyString<D>,
    options?: QuestionOptions,
  ): InstantOf<O>;
  /**
   * Business time left from `at` to `due`; nothing once it is past.
   *
   * @example desk.remaining("2026-05-22T16:00+02:00", "2026-05-26T10:00+02:00").toISO() // "PT2H"
   */
  remaining(at: InstantInput, due: InstantInput, options?: QuestionOptions): DurationOf<O>;
  /**
   * When a share of `duration` of business time from `start` is used up, rounded up to the millisecond; 0.8 is 80 %.
   *
   * @example desk.reaches("2026-05-22T14:00+02:00", "PT5H", 0.8).toISO() // "2026-05-26T10:00:00.000+02:00"
   */
  reaches<D extends string = never>(
    start: InstantInput,
    duration: DurationInput | OnlyString<D>,
    share: number,
    options?: QuestionOptions,
  ): InstantOf<O>;
  /**
   * Business time between two instants; negative when `to` is earlier.
   *
   * @example desk.elapsed("2026-05-22T16:00+02:00", "2026-05-26T10:00+02:00").toISO() // "PT2H"
   */
  elapsed(from: InstantInput, to: InstantInput, options?: QuestionOptions): DurationOf<O>;
  /**
   * Open intervals clipped to [start, end), in order. At most 100,000.
   *
   * @example desk.windows("2026-05-22T10:00+02:00", "2026-05-26T00:00+02:00").map((w) => w.ms / 3_600_000) // [ 2, 3 ]
   */
  windows(start: InstantInput, end: InstantInput, options?: QuestionOptions): OpenInterval<O>[];
  /**
   * Open and closed stretches that tile [start, end), each with its reason.
   *
   * @example desk.segments("2026-05-25T00:00+02:00", "2026-05-26T00:00+02:00")[0].names // [ 'Whit Monday' ]
   */
  segments(start: InstantInput, end: InstantInput, options?: QuestionOptions): Segment<O>[];
  /**
   * `add`, with the windows used, the holidays by name and the clock changes crossed.
   *
   * @example desk.explain("2026-05-22T16:00+02:00", "PT4H").text.split("\n").at(-1) // "due Tue 26 May 2026 12:00"
   */
  explain<D extends string = never>(
    start: InstantInput,
    duration: DurationInput | OnlyString<D>,
    options?: AddOptions,
  ): Explanation<O>;
  /**
   * `elapsed`, explained.
   *
   * @example desk.explainElapsed("2026-05-22T16:00+02:00", "2026-05-22T17:00+02:00").elapsed.toISO() // "PT1H"
   */
  explainElapsed(from: InstantInput, to: InstantInput, options?: QuestionOptions): ElapsedExplanation<O>;
  /**
   * The civil date that the calendar's clock shows at an instant: the way from an instant to the questions about dates.
   *
   * @example desk.dateOf("2026-05-22T22:30Z") // "2026-05-23"
   */
  dateOf(at: InstantInput, options?: QuestionOptions): string;
  /**
   * Whether some open time starts on a civil date.
   *
   * @example desk.isWorkingDay("2026-05-25") // false, Whit Monday
   */
  isWorkingDay(date: string): boolean;
  /**
   * The civil date `count` working days from `date`, counted after rolling; numpy's rolls, `"forward"` unless given.
   *
   * @example desk.addWorkingDays("2026-05-22", 1) // "2026-05-26"
   */
  addWorkingDays(date: string, count: number, options?: { readonly roll?: Roll }): string;
  /**
   * The first working day after a civil date.
   *
   * @example desk.nextWorkingDay("2026-05-22") // "2026-05-26"
   */
  nextWorkingDay(date: string): string;
  /**
   * The last working day before a civil date.
   *
   * @example desk.previousWorkingDay("2026-05-26") // "2026-05-22"
   */
  previousWorkingDay(date: string): string;
  /**
   * Ponts from one civil date to another, both included: single working days between closed days, one of them closed by a holiday,
   * a closure or an exception. Suggestions, never applied; the dates beside are read too.
   *
   * @example desk.bridgeDays("2026-01-01", "2026-12-31") // [ '2026-01-02', '2026-05-15', '2026-07-13' ]
   */
  bridgeDays(from: string, to: string): string[];
  /**
   * Working days in [from, to); minus that of [to, from) when `to` is earlier.
   *
   * @example desk.workingDaysBetween("2026-05-01", "2026-06-01") // 17
   */
  workingDaysBetween(from: string, to: string): number;
  /**
   * What is planned on a civil date.
   *
   * @example desk.day("2026-05-25").holidays[0].id // "fr.pentecost-monday"
   */
  day(date: string): Day;
  /**
   * Holidays from one civil date to another, both included; reopened ones are left out. They are a list that another definition
   * takes: `{ dates: desk.holidays(from, to), from, to }`.
   *
   * @example desk.holidays("2026-05-01", "2026-05-31").map((day) => day.date) // [ '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25' ]
   */
  holidays(from: string, to: string): HolidayOn[];
  /**
   * A calendar with some keys of the definition replaced; this one is not changed.
   *
   * @example desk.with({ reopen: ["fr.pentecost-monday"] }).isWorkingDay("2026-05-25") // true
   */
  with<W extends string = never>(changes: Partial<CalendarDefinition<OnlyString<W>>>): Calendar<O>;
  /**
   * The definition it was made from, frozen.
   *
   * @example desk.definition.timeZone // "Europe/Paris"
   */
  readonly definition: CalendarDefinition;
  /**
   * `fnv1a64:` and 16 hexadecimal digits of the definition as canonical JSON, as the provenance of an evaluation has it: it tells
   * one calendar from another, and is no signature.
   *
   * @example desk.hash === desk.with({}).hash // true
   */
  readonly hash: string;
  /**
   * The definition, for `JSON.stringify`: `createCalendar(JSON.parse(text))` makes the same calendar.
   *
   * @example JSON.stringify(desk) === JSON.stringify(desk.definition) // true
   */
  toJSON(): CalendarDefinition;
  /**
   * The civil dates for which its holidays are known.
   *
   * @example desk.reach // { from: '1982-01-01', to: '2199-12-31' }
   */
  readonly reach: Reach;
  /**
   * `add` for a column of epoch ms; NaN where `add` would throw, and where an item is missing.
   *
   * @example desk.addAll([Date.parse("2026-05-22T14:00Z")], 3_600_000)[0] // 1779462000000
   */
  addAll(
    startsMs: Column,
    durationsMs: number | Column,
    options?: ColumnOptions & { readonly edge?: Edge },
  ): Float64Array;
  /**
   * `elapsed` for columns of epoch ms; NaN where `elapsed` would throw, and where an item is missing.
   *
   * @example desk.elapsedAll([Date.parse("2026-05-22T14:00Z")], [Date.parse("2026-05-26T08:00Z")])[0] // 7200000
   */
  elapsedAll(fromsMs: Column, tosMs: Column, options?: ColumnOptions): Float64Array;
  /**
   * The numbers beneath, for code that already has epoch ms.
   *
   * @example desk.timeline.isOpenMs(Date.parse("2026-05-22T14:00Z")) // true
   */
  readonly timeline: TimelineMs;
}
