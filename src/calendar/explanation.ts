/**
 * Explanations as answers: the data in the calendar's output, and the text.
 */

import { type ClockChange, clockChanges, spokenDuration, spokenInstant, spokenSegments } from "../clock/explain.ts";
import { checkPeriod, elapsedMs } from "../clock/questions.ts";
import type { Edge } from "../clock/search.ts";
import { type OperandSegment, type SegmentMs, segmentsMs } from "../clock/segments.ts";
import { formatDate } from "../time/civil-date.ts";
import { formatDuration } from "../time/duration.ts";
import { MS_PER_MINUTE } from "../time/units.ts";
import type { Timeline } from "../timeline/timeline.ts";
import type { ElapsedExplanation, Explanation, OperandReason, Segment, ZoneChange } from "./calendar.ts";
import type { Output, Printer } from "./output.ts";

/** Why the deadline of `durationMs` from `startMs` is `dueMs`. */
export function explanationOf<O extends Output>(
  timeline: Timeline,
  printer: Printer<O>,
  startMs: number,
  durationMs: number,
  dueMs: number,
  edge: Edge,
): Explanation<O> {
  const { zone } = timeline.schedule;
  const { segments, changes } = partsOf(timeline, Math.min(startMs, dueMs), Math.max(startMs, dueMs));
  const text = [
    `${formatDuration(durationMs)} of open time from ${spokenInstant(zone, startMs)} (${zone.name})`,
    ...spokenSegments(zone, segments, changes),
    `due ${spokenInstant(zone, dueMs)}${edge === "far" ? " (far edge)" : ""}`,
  ].join("\n");
  return Object.freeze({
    start: printer.instant(startMs),
    due: printer.instant(dueMs),
    duration: printer.duration(durationMs),
    edge,
    segments: segments.map((segment) => segmentOf(printer, segment)),
    changes: changes.map((change) => changeOf(printer, change)),
    text,
    toString: () => text,
  });
}

/** What the business time from `fromMs` to `toMs` is made of. */
export function elapsedExplanationOf<O extends Output>(
  timeline: Timeline,
  printer: Printer<O>,
  fromMs: number,
  toMs: number,
): ElapsedExplanation<O> {
  const { zone } = timeline.schedule;
  const totalMs = elapsedMs(timeline, fromMs, toMs);
  const { segments, changes } = partsOf(timeline, Math.min(fromMs, toMs), Math.max(fromMs, toMs));
  const text = [
    `from ${spokenInstant(zone, fromMs)} to ${spokenInstant(zone, toMs)} (${zone.name})`,
    ...spokenSegments(zone, segments, changes),
    `open for ${spokenDuration(totalMs)} (${formatDuration(totalMs)})`,
  ].join("\n");
  return Object.freeze({
    start: printer.instant(fromMs),
    end: printer.instant(toMs),
    elapsed: printer.duration(totalMs),
    segments: segments.map((segment) => segmentOf(printer, segment)),
    changes: changes.map((change) => changeOf(printer, change)),
    text,
    toString: () => text,
  });
}

/** A segment in the calendar's output. */
export function segmentOf<O extends Output>(printer: Printer<O>, segment: SegmentMs): Segment<O> {
  return {
    start: printer.instant(segment.startMs),
    end: printer.instant(segment.endMs),
    ms: segment.endMs - segment.startMs,
    open: segment.why === "open",
    why: segment.why,
    ...(segment.names.length > 0 ? { names: segment.names } : {}),
    date: formatDate(segment.day),
    ...(segment.operands === undefined ? {} : { operands: segment.operands.map(reasonOf) }),
  };
}

/** What a calendar of a combination is doing in a stretch that it closes. */
export function reasonOf({ name, why, names, day, operands }: OperandSegment): OperandReason {
  return {
    name,
    open: why === "open",
    why,
    ...(names.length > 0 ? { names } : {}),
    date: formatDate(day),
    ...(operands === undefined ? {} : { operands: operands.map(reasonOf) }),
  };
}

function partsOf(
  timeline: Timeline,
  startMs: number,
  endMs: number,
): { segments: SegmentMs[]; changes: ClockChange[] } {
  checkPeriod(timeline, startMs, endMs);
  return {
    segments: segmentsMs(timeline, startMs, endMs),
    changes: clockChanges(timeline.schedule.zone, startMs, endMs),
  };
}

function changeOf<O extends Output>(printer: Printer<O>, change: ClockChange): ZoneChange<O> {
  return {
    at: printer.instant(change.atMs),
    beforeMin: change.beforeMs / MS_PER_MINUTE,
    afterMin: change.afterMs / MS_PER_MINUTE,
  };
}
