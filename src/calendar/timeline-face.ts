/**
 * The numbers beneath a calendar, for code that already has epoch ms: no parsing, no objects, the same answers.
 */
import { addAllMs, elapsedAllMs } from "../clock/columns.ts";
import * as questions from "../clock/questions.ts";
import type { Column } from "../clock/read-column.ts";
import type { Edge } from "../clock/search.ts";
import { refuse } from "../issues/error.ts";
import { readOptions } from "../issues/options.ts";
import { show } from "../issues/show.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { readEdge } from "./options.ts";

/**
 * Questions in epoch ms. Instants and durations are whole ms; errors are those of the calendar's own methods.
 */
export interface TimelineMs {
  /**
   * Whether it is open.
   *
   * @example desk.timeline.isOpenMs(Date.parse("2026-05-22T15:00Z")) // false
   */
  isOpenMs(instantMs: number): boolean;
  /**
   * The instant if open, else the first opening after it.
   *
   * @example desk.timeline.nextOpenMs(Date.parse("2026-05-22T10:00Z")) // 1779451200000
   */
  nextOpenMs(instantMs: number): number;
  /**
   * The instant if open, else the last closing edge at or before it.
   *
   * @example desk.timeline.previousOpenMs(Date.parse("2026-05-22T11:00Z")) // 1779444000000
   */
  previousOpenMs(instantMs: number): number;
  /**
   * The first closing edge after the instant.
   *
   * @example desk.timeline.nextCloseMs(Date.parse("2026-05-22T12:00Z")) // 1779462000000
   */
  nextCloseMs(instantMs: number): number;
  /**
   * The last closing edge at or before the instant.
   *
   * @example desk.timeline.previousCloseMs(Date.parse("2026-05-22T12:00Z")) // 1779444000000
   */
  previousCloseMs(instantMs: number): number;
  /**
   * The first edge of either kind after the instant.
   *
   * @example desk.timeline.nextChangeMs(Date.parse("2026-05-22T11:00Z")) // 1779451200000
   */
  nextChangeMs(instantMs: number): number;
  /**
   * When `durationMs` of business time is used up; the near edge unless given.
   *
   * @example desk.timeline.addMs(Date.parse("2026-05-22T14:00Z"), 3_600_000) // 1779462000000
   */
  addMs(instantMs: number, durationMs: number, edge?: Edge): number;
  /**
   * `addMs` of the negative duration.
   *
   * @example desk.timeline.subtractMs(Date.parse("2026-05-26T08:00Z"), 7_200_000) // 1779458400000
   */
  subtractMs(instantMs: number, durationMs: number, edge?: Edge): number;
  /**
   * Business time from one instant to another; negative when `toMs` is earlier.
   *
   * @example desk.timeline.elapsedMs(Date.parse("2026-05-22T14:00Z"), Date.parse("2026-05-26T08:00Z")) // 7200000
   */
  elapsedMs(fromMs: number, toMs: number): number;
  /**
   * Open intervals clipped to [startMs, endMs).
   *
   * @example desk.timeline.windowsMs(Date.parse("2026-05-22T14:00Z"), Date.parse("2026-05-25T22:00Z")).length // 1
   */
  windowsMs(startMs: number, endMs: number): [openMs: number, closeMs: number][];
  /**
   * `addMs` for a column; NaN where it would throw.
   *
   * @example desk.timeline.addAll([Date.parse("2026-05-22T14:00Z"), Number.NaN], 3_600_000) // Float64Array(2) [ 1779462000000, NaN ]
   */
  addAll(
    startsMs: Column,
    durationsMs: number | Column,
    options?: ColumnOptions & { readonly edge?: Edge },
  ): Float64Array;
  /**
   * `elapsedMs` for columns; NaN where it would throw.
   *
   * @example desk.timeline.elapsedAll([Date.parse("2026-05-22T14:00Z")], [Date.parse("2026-05-22T20:00Z")]) // Float64Array(1) [ 3600000 ]
   */
  elapsedAll(fromsMs: Column, tosMs: Column, options?: ColumnOptions): Float64Array;
}

/** Options of the columns. */
export interface ColumnOptions {
  /** Where the answers are written, of the same length; a new column unless given. */
  readonly out?: Float64Array;
}

/** The face of a timeline. */
export function timelineFace(timeline: Timeline): TimelineMs {
  const add = (t: unknown, d: unknown, sign: 1 | -1, edge: unknown): number => {
    const [startMs, durationMs] = [ms(t, "instantMs"), ms(d, "durationMs", "time.bad-duration")];
    return questions.addMs(timeline, startMs, sign * durationMs, readEdge(edge));
  };
  return Object.freeze<TimelineMs>({
    isOpenMs: (t) => questions.isOpenMs(timeline, ms(t, "instantMs")),
    nextOpenMs: (t) => questions.nextOpenMs(timeline, ms(t, "instantMs")),
    previousOpenMs: (t) => questions.previousOpenMs(timeline, ms(t, "instantMs")),
    nextCloseMs: (t) => questions.nextCloseMs(timeline, ms(t, "instantMs")),
    previousCloseMs: (t) => questions.previousCloseMs(timeline, ms(t, "instantMs")),
    nextChangeMs: (t) => questions.nextChangeMs(timeline, ms(t, "instantMs")),
    addMs: (t, d, edge) => add(t, d, 1, edge),
    subtractMs: (t, d, edge) => add(t, d, -1, edge),
    elapsedMs: (a, b) => questions.elapsedMs(timeline, ms(a, "fromMs"), ms(b, "toMs")),
    windowsMs: (a, b) => questions.windowsMs(timeline, ms(a, "startMs"), ms(b, "endMs")),
    addAll: (starts, durations, options) => {
      const { edge, out } = readOptions(options, ["edge", "out"], "addAll");
      return addAllMs(timeline, starts, durations, readEdge(edge), out as Float64Array | undefined);
    },
    elapsedAll: (froms, tos, options) => {
      const { out } = readOptions(options, ["out"], "elapsedAll");
      return elapsedAllMs(timeline, froms, tos, out as Float64Array | undefined);
    },
  });
}

/** A number as it is, and never -0; what is no number at all is refused here, before any arithmetic. */
function ms(value: unknown, name: string, code: "time.bad-instant" | "time.bad-duration" = "time.bad-instant"): number {
  if (typeof value === "number") return value + 0;
  return refuse(code, [name], "a number of ms", value, `${show(value)} is not a number of ms`);
}
