/**
 * The calendar on trial: the public face with its answers in epoch ms, as the properties use it.
 *
 * The shape is written out here, from the documentation, so that a law does not bend when a type in the library does.
 */

import { createCalendar } from "../../src/index.ts";
import type { Definition } from "../oracle/definition.ts";
import type { EdgeSide } from "../oracle/oracle.ts";
import type { Roll } from "../oracle/working-days.ts";

export interface MsWindow {
  readonly start: number;
  readonly end: number;
  readonly ms: number;
}

export interface MsSegment extends MsWindow {
  readonly open: boolean;
  readonly why: string;
  readonly names?: readonly string[];
  readonly date: string;
}

export interface MsTimeline {
  isOpenMs(t: number): boolean;
  nextOpenMs(t: number): number;
  previousOpenMs(t: number): number;
  nextCloseMs(t: number): number;
  previousCloseMs(t: number): number;
  nextChangeMs(t: number): number;
  addMs(t: number, durationMs: number, edge?: EdgeSide): number;
  subtractMs(t: number, durationMs: number, edge?: EdgeSide): number;
  elapsedMs(a: number, b: number): number;
  windowsMs(a: number, b: number): readonly (readonly [number, number])[];
}

export interface MsCalendar {
  isOpen(t: number): boolean;
  nextOpen(t: number): number;
  previousOpen(t: number): number;
  nextClose(t: number): number;
  previousClose(t: number): number;
  nextChange(t: number): number;
  add(t: number, durationMs: number, options?: { edge?: EdgeSide }): number;
  subtract(t: number, durationMs: number, options?: { edge?: EdgeSide }): number;
  elapsed(a: number, b: number): number;
  windows(a: number, b: number): readonly MsWindow[];
  segments(a: number, b: number): readonly MsSegment[];
  isWorkingDay(date: string): boolean;
  addWorkingDays(date: string, count: number, options?: { roll?: Roll }): string;
  workingDaysBetween(startDate: string, endDate: string): number;
  day(date: string): { readonly date: string; readonly working: boolean };
  with(changes: Partial<Definition>): MsCalendar;
  readonly definition: Definition;
  readonly reach: { readonly from: string; readonly to: string };
  addAll(
    starts: Float64Array | readonly number[],
    durations: number | Float64Array | readonly number[],
    options?: { edge?: EdgeSide; out?: Float64Array },
  ): Float64Array;
  elapsedAll(
    from: Float64Array | readonly number[],
    to: Float64Array | readonly number[],
    options?: { out?: Float64Array },
  ): Float64Array;
  readonly timeline: MsTimeline;
}

/** Laws and oracles ask over centuries: how far a question may search is another test's. */
export function calendarOf(definition: Definition): MsCalendar {
  const limits = { search: 1_000_000_000 };
  return createCalendar(definition as never, { output: "ms", limits }) as unknown as MsCalendar;
}

/** A copy that shares nothing with the original. */
export function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
