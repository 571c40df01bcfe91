/**
 * Segments: open and closed stretches that tile a period, each with its reason.
 *
 * They are cut at every edge of the timeline and, in closed time, at each civil midnight, so that each closed date
 * has its own reason. Units: ms. Source: docs/semantics.md §3.
 */
import { refuse } from "../issues/error.ts";
import { MS_PER_UTC_DAY } from "../time/units.ts";
import { edgeMs } from "../time/zone.ts";
import { intervalsOfPlan } from "../timeline/day-intervals.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { civilDayAt } from "./beyond.ts";
import { windowsMs } from "./questions.ts";

/**
 * Why a stretch is open or closed. `skipped`: the date's windows fall into time that the zone's clock skips; `operands`: the
 * calendars that a combination is made of, each with its own reason.
 */
export type Why =
  | "open"
  | "between-windows"
  | "before-first"
  | "after-last"
  | "no-hours"
  | "holiday"
  | "exception"
  | "skipped"
  | "operands";

type DayPlan = ReturnType<Timeline["schedule"]["planOf"]>;
type Operation = NonNullable<Timeline["schedule"]["combination"]>["operation"];

/** One stretch [startMs, endMs). */
export interface SegmentMs {
  readonly startMs: number;
  readonly endMs: number;
  readonly why: Why;
  /** Holidays and closures of the date, by name. */
  readonly names: readonly string[];
  /** Epoch day of the date on which the stretch starts. */
  readonly day: number;
  /** Of a combination: the operands that close it. */
  readonly operands?: readonly OperandSegment[];
}

/** What an operand is doing in a stretch that it closes: closed itself, or open where its open time is taken away. */
export interface OperandSegment extends SegmentMs {
  readonly name: string;
}

/** Stretches that tile [startMs, endMs). Errors: as `windowsMs`. */
export function segmentsMs(timeline: Timeline, startMs: number, endMs: number): SegmentMs[] {
  return segmentsCounted(timeline, startMs, endMs, { names: 0 });
}

function segmentsCounted(timeline: Timeline, startMs: number, endMs: number, count: Count): SegmentMs[] {
  const segments: SegmentMs[] = [];
  let fromMs = startMs;
  for (const [openMs, closeMs] of windowsMs(timeline, startMs, endMs)) {
    addClosed(timeline, fromMs, openMs, segments, count);
    segments.push({ startMs: openMs, endMs: closeMs, why: "open", names: [], day: dayOfEdges(timeline, openMs) });
    fromMs = closeMs;
  }
  addClosed(timeline, fromMs, endMs, segments, count);
  return segments;
}

/** Adds the closed stretch [startMs, endMs), a date at a time. */
function addClosed(timeline: Timeline, startMs: number, endMs: number, segments: SegmentMs[], count: Count): void {
  if (startMs >= endMs) return;
  const { zone } = timeline.schedule;
  let fromMs = startMs;
  for (let day = dayOfEdges(timeline, startMs); fromMs < endMs; day++) {
    const toMs = Math.min(endMs, edgeMs(zone, (day + 1) * MS_PER_UTC_DAY));
    // A date that the zone skips is no stretch.
    if (toMs <= fromMs) continue;
    if (timeline.operands.length > 0) {
      addClosedByOperands(timeline, fromMs, toMs, day, segments, count);
      fromMs = toMs;
      continue;
    }
    const plan = timeline.schedule.planOf(day);
    const own = [...plan.holidays.map((holiday) => holiday.names.en), ...plan.closures];
    const tail = tailTaken(timeline, day, fromMs, toMs);
    // A closure that takes from the night before may have no name on its own date, where that is reopened.
    const names = tail === undefined ? own : [...own, ...tail.names.filter((name) => !own.includes(name))];
    const why = tail === undefined ? whyClosed(timeline, plan, day, fromMs, toMs) : "holiday";
    segments.push({ startMs: fromMs, endMs: toMs, why, names, day });
    count.names += names.length;
    if (count.names > MOST_NAMES) refuseNames(count.names);
    fromMs = toMs;
  }
}

/** The names of all stretches together: a date that hundreds of closures close has as many, and so has each date beside it. */
const MOST_NAMES = 200_000;

/** Names so far, those of operands included. */
interface Count {
  names: number;
}

function refuseNames(count: number): never {
  const cure = `the dates of the period have more than ${MOST_NAMES} names of holidays and closures, all added up; ask for a shorter one`;
  return refuse("calendar.too-many-intervals", [], `at most ${MOST_NAMES} names`, count, cure);
}

/** Adds a closed stretch of one date of a combination, cut wherever the reason of an operand changes. */
function addClosedByOperands(
  timeline: Timeline,
  startMs: number,
  endMs: number,
  day: number,
  segments: SegmentMs[],
  count: Count,
): void {
  const operands = timeline.operands.map(({ name, timeline: operand }) =>
    segmentsCounted(operand, startMs, endMs, count).map((segment): OperandSegment => ({ ...segment, name })),
  );
  const cuts = [...new Set(operands.flat().map((segment) => segment.endMs))].sort((a, b) => a - b);
  let fromMs = startMs;
  for (const toMs of cuts) {
    const parts = operands.map((parts) => parts.find((part) => part.startMs <= fromMs && part.endMs > fromMs)!);
    const closing = closedBy(timeline.schedule.combination!.operation, parts);
    const last = fromMs > startMs ? segments.at(-1)! : undefined;
    if (last !== undefined && isSameReason(last.operands!, closing))
      segments[segments.length - 1] = { ...last, endMs: toMs };
    else {
      const names = [...new Set(closing.flatMap((part) => part.names))];
      segments.push({ startMs: fromMs, endMs: toMs, why: "operands", names, day, operands: closing });
    }
    fromMs = toMs;
  }
}

function isSameReason(a: readonly OperandSegment[], b: readonly OperandSegment[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const other = b[i]!;
      return (
        one.name === other.name &&
        one.why === other.why &&
        one.day === other.day &&
        one.names.join() === other.names.join() &&
        isSameReason(one.operands ?? [], other.operands ?? [])
      );
    })
  );
}

/** The operands that keep a stretch closed. */
function closedBy(operation: Operation, parts: readonly OperandSegment[]): readonly OperandSegment[] {
  if (operation !== "difference") return parts.filter((part) => part.why !== "open");
  return parts[0]!.why === "open" ? parts.slice(1) : parts.slice(0, 1);
}

/** What the date took from the tail of the night before, if some of the stretch is of that. */
function tailTaken({ schedule }: Timeline, day: number, startMs: number, endMs: number): DayPlan["tail"] {
  if (!schedule.passesMidnight) return undefined;
  const night = schedule.planOf(day - 1);
  if (night.tail === undefined) return undefined;
  const taken = intervalsOfPlan(schedule, day - 1, { ...night, windows: night.tail.taken });
  return taken.some(([openMs, closeMs]) => openMs < endMs && closeMs > startMs) ? night.tail : undefined;
}

/** Why a stretch of a date is closed; it lies between two edges of the timeline and the date's midnights. */
function whyClosed(timeline: Timeline, plan: DayPlan, day: number, startMs: number, endMs: number): Why {
  const { schedule } = timeline;
  const taken = plan.taken.length === 0 ? [] : intervalsOfPlan(schedule, day, { ...plan, windows: plan.taken });
  if (taken.some(([openMs, closeMs]) => openMs < endMs && closeMs > startMs)) return "holiday";
  if (plan.windows.length === 0) return plan.layer === "week" ? "no-hours" : plan.layer;
  const edges = intervalsOfPlan(schedule, day, plan);
  if (edges.length === 0) return "skipped";
  if (startMs < edges[0]![0]) return "before-first";
  return edges.some(([openMs]) => openMs > startMs) ? "between-windows" : "after-last";
}

/** Epoch day d with edge of d 00:00 ≤ t < edge of the next: in a stretch that the clock repeats, the later date. */
function dayOfEdges(timeline: Timeline, instantMs: number): number {
  const { zone } = timeline.schedule;
  let day = civilDayAt(timeline, instantMs);
  while (edgeMs(zone, (day + 1) * MS_PER_UTC_DAY) <= instantMs) day++;
  return day;
}
