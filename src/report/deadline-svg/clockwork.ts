/**
 * What a picture is made of, whether it is of a deadline or of a case: stretches of time and instants, before they have a lane.
 */
import type { Calendar } from "../../calendar/calendar.ts";
import type { Output } from "../../calendar/output.ts";
import type { IntervalMs } from "../../clock/questions.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import type { DeadlinePicture, MarkKind } from "./picture.ts";

/** An instant to mark. */
export interface ClockMark {
  readonly kind: MarkKind;
  readonly atMs: number;
  /** At midnight it stands at 24:00. */
  readonly isEnd: boolean;
}

/** What a picture is made of. Stretches are in order. */
export interface Clockwork {
  readonly subject: DeadlinePicture["subject"];
  readonly hours: DeadlinePicture["hours"];
  /** Whose names and dates they are. */
  readonly calendar: Calendar<Output>;
  /** The hours that count. */
  readonly timeline: Timeline;
  readonly counted: readonly IntervalMs[];
  readonly late: readonly IntervalMs[];
  readonly paused: readonly IntervalMs[];
  readonly marks: readonly ClockMark[];
  /** Of a target in days: the number of a date, by epoch day. */
  readonly countOf?: (day: number) => number | undefined;
}

/** The part of sorted stretches that lies in [fromMs, toMs). */
export function clipped(stretches: readonly IntervalMs[], fromMs: number, toMs: number): IntervalMs[] {
  return stretches.flatMap(([startMs, endMs]): IntervalMs[] => {
    const [a, b] = [Math.max(startMs, fromMs), Math.min(endMs, toMs)];
    return a < b ? [[a, b]] : [];
  });
}

/** How long stretches are together. */
export function lengthOf(stretches: readonly IntervalMs[]): number {
  return stretches.reduce((sum, [startMs, endMs]) => sum + endMs - startMs, 0);
}
