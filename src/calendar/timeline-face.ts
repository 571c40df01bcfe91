/**
 * The numbers beneath a calendar, for code that already has epoch ms: no parsing, no objects, the same answers.
 */
import { addAllMs, elapsedAllMs } from "../clock/columns.ts";
import * as questions from "../clock/questions.ts";
import type { Column } from "../clock/read-column.ts";
import type { Edge } from "../clock/search.ts";
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
  // "+ 0" makes -0 the 0 that it means.
  return Object.freeze<TimelineMs>({
    isOpenMs: (t) => questions.isOpenMs(timeline, t),
    nextOpenMs: (t) => questions.nextOpenMs(timeline, t + 0),
    previousOpenMs: (t) => questions.previousOpenMs(timeline, t + 0),
    nextCloseMs: (t) => questions.nextCloseMs(timeline, t),
    previousCloseMs: (t) => questions.previousCloseMs(timeline, t),
    nextChangeMs: (t) => questions.nextChangeMs(timeline, t),
    addMs: (t, d, edge) => questions.addMs(timeline, t + 0, d, readEdge(edge)),
    subtractMs: (t, d, edge) => questions.addMs(timeline, t + 0, -d, readEdge(edge)),
    elapsedMs: (a, b) => questions.elapsedMs(timeline, a, b),
    windowsMs: (a, b) => questions.windowsMs(timeline, a + 0, b + 0),
    addAll: (starts, durations, options) =>
      addAllMs(timeline, starts, durations, readEdge(options?.edge), options?.out),
    elapsedAll: (froms, tos, options) => elapsedAllMs(timeline, froms, tos, options?.out),
  });
}
