/**
 * What happened between the start of a clock and its end, a line a stretch: open hours one by one, closed time joined with its
 * reasons, pauses, and what the events did.
 *
 * It folds the segments of a result; of the calendar it asks only how much of a pause was open.
 */
import { countedTime } from "../../calendar/counting.ts";
import {
  clockChanges,
  closedRow,
  openRow,
  shortenedRows,
  spokenChanges,
  spokenDuration,
  spokenInstant,
} from "../../clock/explain.ts";
import type { OperandSegment, SegmentMs } from "../../clock/segments.ts";
import type { Result, ResultSegment } from "../../evaluation/result.ts";
import { isOuvreeError } from "../../issues/error.ts";
import type { Reopening } from "../../policy/documents/document.ts";
import { isTarget } from "../../policy/policy.ts";
import { parseDate } from "../../time/civil-date.ts";
import { msOf, type ResultSetting } from "./setting.ts";

type Operand = NonNullable<ResultSegment["operands"]>[number];

/** A line at an instant that no list leaves out. */
interface Mark {
  readonly atMs: number;
  readonly text: string;
}

/** The lines of a result in hours. */
export function resultRows(result: Result, setting: ResultSetting): string[] {
  const { zone, commitment } = setting;
  const segments = result.segments ?? [];
  const reopening = isTarget(commitment) ? commitment.reopening : "ignore";
  const marks = marksOf(result, setting, reopening);
  const lines: string[] = [];
  for (const stretch of between(segments, marks)) {
    lines.push(...stretch.marks.map(({ text }) => text), ...shortenedRows(rowsOf(stretch.segments, setting)));
  }
  const [startMs, endMs] = [msOf(segments[0]?.start), msOf(segments.at(-1)?.end)];
  if (startMs === undefined || endMs === undefined) return lines;
  return [...lines, ...spokenChanges(zone, clockChanges(zone, startMs, endMs))];
}

/** The lines of what the events did, in order: reopenings, with the outcome before, and the last restart. */
export function marksOf(result: Result, { zone, figure }: ResultSetting, reopening: Reopening): Mark[] {
  const isHours = figure?.unit === "hours" && result.clock !== undefined;
  const marks = (result.reopenings ?? []).map(({ stoppedAt, outcome, reopenedAt }): Mark => {
    const [stopMs, reopenMs] = [Date.parse(stoppedAt), Date.parse(reopenedAt)];
    const said = `  stopped ${spokenInstant(zone, stopMs)} (${outcome}), reopened ${spokenInstant(zone, reopenMs)}`;
    const between = reopening === "count" ? "the time between counts" : "the time between does not count";
    return { atMs: stopMs, text: isHours ? `${said}: ${between}` : said };
  });
  const restartMs = msOf(result.restartedAt);
  if (restartMs !== undefined)
    marks.push({
      atMs: restartMs,
      text: `  restarted ${spokenInstant(zone, restartMs)}: nothing before it counts`,
    });
  return marks.sort((a, b) => a.atMs - b.atMs);
}

/** The segments between marks, each list with the marks before it; segments are cut at marks. */
function between(
  segments: readonly ResultSegment[],
  marks: readonly Mark[],
): { marks: readonly Mark[]; segments: readonly ResultSegment[] }[] {
  const edges = [...new Set([Number.NEGATIVE_INFINITY, ...marks.map(({ atMs }) => atMs)])];
  return edges.map((fromMs, i) => {
    const toMs = edges[i + 1] ?? Number.POSITIVE_INFINITY;
    return {
      marks: marks.filter(({ atMs }) => atMs === fromMs),
      segments: segments.filter(({ start }) => Date.parse(start) >= fromMs && Date.parse(start) < toMs),
    };
  });
}

/** Rows of segments: each that counts by itself, the others joined with their like. */
function rowsOf(segments: readonly ResultSegment[], setting: ResultSetting): string[] {
  const rows: string[] = [];
  for (let i = 0; i < segments.length; ) {
    const sort = sortOf(segments[i]!);
    let end = i + 1;
    while (sort !== "counts" && end < segments.length && sortOf(segments[end]!) === sort) end++;
    rows.push(...rowOf(sort, segments.slice(i, end), setting));
    i = end;
  }
  return rows;
}

type Sort = "counts" | "paused" | "stopped" | "restarted" | "not-promised" | "closed";

function sortOf({ counts, why }: ResultSegment): Sort {
  if (counts) return "counts";
  return why === "paused" || why === "stopped" || why === "restarted" || why === "not-promised" ? why : "closed";
}

function rowOf(sort: Sort, segments: readonly ResultSegment[], setting: ResultSetting): string[] {
  const [startMs, endMs] = [Date.parse(segments[0]!.start), Date.parse(segments.at(-1)!.end)];
  const size = spokenDuration(endMs - startMs);
  switch (sort) {
    case "counts":
      return [openRow(setting.zone, { startMs, endMs })];
    case "paused":
      return [`  paused ${size}${openPart(setting, startMs, endMs)}`];
    case "not-promised":
      return [`  nothing promised ${size}`];
    case "closed":
      return [closedRow(segments.map(segmentMsOf))];
    default:
      // The mark beside it says so.
      return [];
  }
}

/** How much of a pause was open: outside opening hours it cost nothing and gave nothing. */
function openPart({ calendar, figure, isSteady }: ResultSetting, startMs: number, endMs: number): string {
  if (!isSteady || figure?.unit !== "hours" || figure.count === "running") return "";
  try {
    const countedMs = countedTime(calendar, figure.count).face.elapsedMs(startMs, endMs);
    const what = figure.count === "open" ? "open" : "in working days";
    return countedMs === 0 ? ` (none of it ${what})` : ` (${spokenDuration(countedMs)} of it ${what})`;
  } catch (error) {
    // The pause went on beyond what is known of the calendar.
    if (isOuvreeError(error)) return "";
    throw error;
  }
}

function segmentMsOf({ start, end, why, names, date, operands }: ResultSegment): SegmentMs {
  const [startMs, endMs] = [Date.parse(start), Date.parse(end)];
  return {
    startMs,
    endMs,
    why: why as SegmentMs["why"],
    names: names ?? [],
    day: parseDate(date)!,
    ...(operands === undefined ? {} : { operands: operands.map((each) => operandOf(each, startMs, endMs)) }),
  };
}

function operandOf({ name, why, names, date, operands }: Operand, startMs: number, endMs: number): OperandSegment {
  return {
    name,
    startMs,
    endMs,
    why,
    names: names ?? [],
    day: parseDate(date)!,
    ...(operands === undefined ? {} : { operands: operands.map((each) => operandOf(each, startMs, endMs)) }),
  };
}
