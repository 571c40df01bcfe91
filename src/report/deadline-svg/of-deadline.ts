/**
 * The picture of a deadline that was asked for.
 */
import type { Calendar } from "../../calendar/calendar.ts";
import { insideOf } from "../../calendar/internal.ts";
import { readEdge } from "../../calendar/options.ts";
import type { Output } from "../../calendar/output.ts";
import { windowsMs } from "../../clock/questions.ts";
import type { OnlyString } from "../../issues/only-unknown.ts";
import { readOptions } from "../../issues/options.ts";
import { type DurationInput, readDuration } from "../../time/duration.ts";
import type { InstantInput } from "../../time/instant.ts";
import type { ClockMark } from "./clockwork.ts";
import { pictureOf } from "./lanes.ts";
import type { DeadlinePicture } from "./picture.ts";

/** Options of {@link deadlinePicture}. */
export interface DeadlinePictureOptions {
  /** As of `add`: `"near"` unless given. */
  readonly edge?: "near" | "far";
  /** Zone in which a text without an offset is read. */
  readonly zone?: string;
  /** An instant to mark as the present one. */
  readonly asOf?: InstantInput;
}

/**
 * The picture of `calendar.add(start, duration)`: the same question, the same errors.
 *
 * @example deadlinePicture(desk, "2026-05-22T16:00+02:00", "PT4H").rows.map((row) => row.countedMs / 3_600_000) // [ 1, 0, 0, 0, 3 ]
 */
export function deadlinePicture<O extends Output, D extends string = never>(
  calendar: Calendar<O>,
  start: InstantInput,
  duration: DurationInput | OnlyString<D>,
  options?: DeadlinePictureOptions,
): DeadlinePicture {
  const { timeline, readAt } = insideOf(calendar);
  const { zone, asOf, ...given } = readOptions(options, ["edge", "zone", "asOf"], "deadlinePicture");
  const startMs = readAt(start, "start", zone);
  const durationMs = readDuration(duration, ["duration"]);
  const edge = readEdge(given.edge);
  const dueMs = calendar.timeline.addMs(startMs, durationMs, edge);
  const marks: ClockMark[] = [
    { kind: "start", atMs: startMs, isEnd: dueMs < startMs },
    { kind: "due", atMs: dueMs, isEnd: dueMs > startMs && edge === "near" },
  ];
  if (asOf !== undefined) marks.push({ kind: "as-of", atMs: readAt(asOf, "asOf", zone), isEnd: false });
  return pictureOf({
    subject: { kind: "deadline", durationMs, edge },
    hours: "open",
    calendar,
    timeline,
    counted: windowsMs(timeline, Math.min(startMs, dueMs), Math.max(startMs, dueMs)),
    late: [],
    paused: [],
    marks,
  });
}
