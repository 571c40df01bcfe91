/**
 * The numbers beneath a calendar, for code that already has epoch ms: no parsing, no objects, the same answers.
 */
import { addAllMs, type Column, elapsedAllMs } from "../clock/columns.ts";
import * as questions from "../clock/questions.ts";
import type { Edge } from "../clock/search.ts";
import type { Timeline } from "../timeline/timeline.ts";

/**
 * Questions in epoch ms. Instants and durations are whole ms; errors are those of the calendar's own methods.
 *
 * @example createCalendar(definition).timeline.addMs(Date.parse("2026-05-22T14:00:00Z"), 14_400_000)
 */
export interface TimelineMs {
  isOpenMs(instantMs: number): boolean;
  nextOpenMs(instantMs: number): number;
  previousOpenMs(instantMs: number): number;
  nextCloseMs(instantMs: number): number;
  previousCloseMs(instantMs: number): number;
  nextChangeMs(instantMs: number): number;
  addMs(instantMs: number, durationMs: number, edge?: Edge): number;
  subtractMs(instantMs: number, durationMs: number, edge?: Edge): number;
  elapsedMs(fromMs: number, toMs: number): number;
  windowsMs(startMs: number, endMs: number): [openMs: number, closeMs: number][];
  addAll(
    startsMs: Column,
    durationsMs: number | Column,
    options?: ColumnOptions & { readonly edge?: Edge },
  ): Float64Array;
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
    addMs: (t, d, edge = "near") => questions.addMs(timeline, t + 0, d, edge),
    subtractMs: (t, d, edge = "near") => questions.addMs(timeline, t + 0, -d, edge),
    elapsedMs: (a, b) => questions.elapsedMs(timeline, a, b),
    windowsMs: (a, b) => questions.windowsMs(timeline, a + 0, b + 0),
    addAll: (starts, durations, options) =>
      addAllMs(timeline, starts, durations, options?.edge ?? "near", options?.out),
    elapsedAll: (froms, tos, options) => elapsedAllMs(timeline, froms, tos, options?.out),
  });
}
