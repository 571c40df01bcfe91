/**
 * Explanations as text: the stretches from one instant to another, in lines that read well.
 *
 * The data is complete; the text joins neighbouring closed stretches ("closed 88 h: night, Saturday, Sunday, Whit
 * Monday") and shortens long lists. English, with ISO-like dates; no locale of the process is used.
 */
import { harmless } from "../issues/show.ts";
import { civilOf, weekdayOf } from "../time/civil-date.ts";
import { MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND, MS_PER_UTC_DAY } from "../time/units.ts";
import type { Zone } from "../time/zone.ts";
import type { OperandSegment, SegmentMs } from "./segments.ts";

/** A change of the zone's offset that a period crosses. */
export interface ClockChange {
  readonly atMs: number;
  readonly beforeMs: number;
  readonly afterMs: number;
}

const DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Open rows shown at each end of a long list. */
const SHOWN_AT_ENDS = 6;

/** Changes of offset in (startMs, endMs]. */
export function clockChanges(zone: Zone, startMs: number, endMs: number): ClockChange[] {
  const pieces = zone.pieces(startMs, endMs);
  return pieces.flatMap((piece, i) =>
    i > 0 && piece.startMs > startMs && piece.startMs <= endMs
      ? [{ atMs: piece.startMs, beforeMs: pieces[i - 1]!.offsetMs, afterMs: piece.offsetMs }]
      : [],
  );
}

/** `Fri 22 May 2026 16:00`, with seconds and ms only where they are not zero. */
export function spokenInstant(zone: Zone, instantMs: number): string {
  return `${spokenDay(zone, instantMs)} ${spokenTime(zone, instantMs)}`;
}

/** `1 h 30 min`, `4 h`, `250 ms`. */
export function spokenDuration(durationMs: number): string {
  const size = Math.abs(durationMs);
  const parts = [
    [Math.floor(size / MS_PER_HOUR), "h"],
    [Math.floor((size % MS_PER_HOUR) / MS_PER_MINUTE), "min"],
    [Math.floor((size % MS_PER_MINUTE) / MS_PER_SECOND), "s"],
    [size % MS_PER_SECOND, "ms"],
  ] as const;
  const text = parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(" ");
  return `${durationMs < 0 ? "minus " : ""}${text === "" ? "0 min" : text}`;
}

/** Lines for the stretches of a period and the clock changes it crosses. */
export function spokenSegments(zone: Zone, segments: readonly SegmentMs[], changes: readonly ClockChange[]): string[] {
  const rows: string[] = [];
  for (let i = 0; i < segments.length; ) {
    const segment = segments[i]!;
    if (segment.why === "open") {
      rows.push(openRow(zone, segment));
      i++;
    } else {
      let end = i;
      while (end < segments.length && segments[end]!.why !== "open") end++;
      rows.push(closedRow(segments.slice(i, end)));
      i = end;
    }
  }
  return [...shortenedRows(rows), ...spokenChanges(zone, changes)];
}

/** The first and last of many rows, with a line that counts what is left out. */
export function shortenedRows(rows: readonly string[]): string[] {
  return shortened(rows, (left) => `  … ${left} more lines …`);
}

/** Lines for the clock changes that a period crosses. */
export function spokenChanges(zone: Zone, changes: readonly ClockChange[]): string[] {
  return changes.map(({ atMs, beforeMs, afterMs }) => {
    const size = spokenDuration(Math.abs(afterMs - beforeMs));
    return `  the clock goes ${afterMs > beforeMs ? "forward" : "back"} ${size}: ${spokenInstant(zone, atMs)}`;
  });
}

/** `  Fri 22 May 2026 16:00–17:00  1 h`. */
export function openRow(zone: Zone, segment: Pick<SegmentMs, "startMs" | "endMs">): string {
  const [startDay, endDay] = [spokenDay(zone, segment.startMs), spokenDay(zone, segment.endMs)];
  const end = `${startDay === endDay || endsAtMidnightAfter(zone, segment) ? "" : `${endDay} `}${endTime(zone, segment)}`;
  return `  ${startDay} ${spokenTime(zone, segment.startMs)}–${end}  ${spokenDuration(segment.endMs - segment.startMs)}`;
}

/** Midnight is the end of the date that goes to it, not the start of the next. */
function endsAtMidnightAfter(zone: Zone, segment: Pick<SegmentMs, "startMs" | "endMs">): boolean {
  return (
    wall(zone, segment.endMs) % MS_PER_UTC_DAY === 0 &&
    spokenDay(zone, segment.endMs - 1) === spokenDay(zone, segment.startMs)
  );
}

function endTime(zone: Zone, segment: Pick<SegmentMs, "startMs" | "endMs">): string {
  return endsAtMidnightAfter(zone, segment) ? "24:00" : spokenTime(zone, segment.endMs);
}

/** `  closed 88 h: night, Saturday, Sunday, Whit Monday`. */
export function closedRow(segments: readonly SegmentMs[]): string {
  const total = segments.reduce((sum, segment) => sum + segment.endMs - segment.startMs, 0);
  return `  closed ${spokenDuration(total)}: ${spokenReasons(segments)}`;
}

/** Each reason once: the night before the weekend and the one after it, each Saturday of a long closing. */
function spokenReasons(segments: readonly SegmentMs[]): string {
  const operands = segments.flatMap((segment) => segment.operands ?? []);
  if (operands.length > 0) return spokenOperands(operands);
  return shortenedList([...new Set(segments.map(spokenReason))]);
}

/** "closed for A: night, Saturday; open for B" */
function spokenOperands(operands: readonly OperandSegment[]): string {
  const names = [...new Set(operands.map((operand) => operand.name))];
  return names
    .map((name) => {
      const own = operands.filter((operand) => operand.name === name);
      const closed = own.filter((operand) => operand.why !== "open");
      const shown = harmless(name);
      return closed.length === 0 ? `open for ${shown}` : `closed for ${shown}: ${spokenReasons(closed)}`;
    })
    .join("; ");
}

function spokenReason(segment: SegmentMs): string {
  switch (segment.why) {
    case "between-windows":
      return "break";
    case "before-first":
    case "after-last":
      return "night";
    case "no-hours":
      return DAY_NAMES[weekdayOf(segment.day)]!;
    case "holiday":
      return spokenNames(segment);
    case "exception":
      return `closed by exception on ${shortDate(segment.day)}${segment.names.length > 0 ? ` (${spokenNames(segment)})` : ""}`;
    case "skipped":
      return `hours skipped by the clock on ${shortDate(segment.day)}`;
    case "operands":
      return spokenOperands(segment.operands!);
    case "open":
      return "open";
  }
}

/** Names come from definitions: they must not forge a line. */
function spokenNames({ names }: SegmentMs): string {
  return names.map(harmless).join(" and ");
}

/** Texts with commas, of many the first and last, and how many are left out. */
export function shortenedList(texts: readonly string[]): string {
  return shortened(texts, (left) => `… ${left} more …`).join(", ");
}

function shortened(texts: readonly string[], gap: (left: number) => string): string[] {
  if (texts.length <= 2 * SHOWN_AT_ENDS + 1) return [...texts];
  return [...texts.slice(0, SHOWN_AT_ENDS), gap(texts.length - 2 * SHOWN_AT_ENDS), ...texts.slice(-SHOWN_AT_ENDS)];
}

function spokenDay(zone: Zone, instantMs: number): string {
  return spokenDate(Math.floor(wall(zone, instantMs) / MS_PER_UTC_DAY));
}

/** `Fri 22 May 2026`. */
export function spokenDate(epochDay: number): string {
  return `${DAY_NAMES[weekdayOf(epochDay)]!.slice(0, 3)} ${shortDate(epochDay)}`;
}

function shortDate(epochDay: number): string {
  const { year, month, day } = civilOf(epochDay);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

function spokenTime(zone: Zone, instantMs: number): string {
  const timeMs = wall(zone, instantMs) - Math.floor(wall(zone, instantMs) / MS_PER_UTC_DAY) * MS_PER_UTC_DAY;
  const [hours, minutes, rest] = [
    Math.floor(timeMs / MS_PER_HOUR),
    Math.floor((timeMs % MS_PER_HOUR) / MS_PER_MINUTE),
    timeMs % MS_PER_MINUTE,
  ];
  const two = (value: number): string => String(value).padStart(2, "0");
  const seconds =
    rest === 0
      ? ""
      : `:${two(Math.floor(rest / MS_PER_SECOND))}${rest % MS_PER_SECOND === 0 ? "" : `.${String(rest % MS_PER_SECOND).padStart(3, "0")}`}`;
  return `${two(hours)}:${two(minutes)}${seconds}`;
}

function wall(zone: Zone, instantMs: number): number {
  return instantMs + zone.offsetMsAt(instantMs);
}
