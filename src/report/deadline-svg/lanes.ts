/**
 * From stretches of time to lanes: what lies on each date that is shown, and how much on those that are not.
 */
import { type ClockChange, clockChanges } from "../../clock/explain.ts";
import { type IntervalMs, windowsMs } from "../../clock/questions.ts";
import { isOuvreeError } from "../../issues/error.ts";
import { formatDate, parseDate } from "../../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs } from "../../time/zone.ts";
import { type Clockwork, clipped, lengthOf } from "./clockwork.ts";
import { piecesOf, shownDays } from "./days.ts";
import { gapOf } from "./gaps.ts";
import type { Band, DeadlinePicture, Lane, PictureMark } from "./picture.ts";
import { placeOf, repeatedAt, skippedAt, wallPieces } from "./wall.ts";

/** A mark and its epoch day. */
interface Placed {
  readonly day: number;
  readonly mark: PictureMark;
}

/** In longer times holidays are not sought: few of them could be shown. */
const SOUGHT_DAYS = 400;

/** The picture of a clockwork; it has at least one mark. */
export function pictureOf(work: Clockwork): DeadlinePicture {
  const { zone } = work.timeline.schedule;
  const marks = work.marks.map(({ kind, atMs, isEnd }): Placed => {
    const { day, wallMs } = placeOf(zone, atMs, isEnd);
    return { day, mark: { kind, at: new Date(atMs).toISOString(), date: formatDate(day), wallMs } };
  });
  const edges = [...work.counted, ...work.late, ...work.paused];
  const ends = edges.flatMap(([startMs, endMs]) => [placeOf(zone, startMs, false).day, placeOf(zone, endMs, true).day]);
  const all = [...marks.map(({ day }) => day), ...ends];
  const [from, to] = [least(all), most(all)];
  const changes = clockChanges(zone, (from - 2) * MS_PER_UTC_DAY, (to + 2) * MS_PER_UTC_DAY);
  // A clock put back across midnight shows a date that is neither the one of the start nor of the end, nor between them.
  const within = changes
    .filter(({ atMs }) => edges.some(([startMs, endMs]) => startMs < atMs && atMs < endMs))
    .flatMap(({ atMs }) => [placeOf(zone, atMs - 1, false).day, placeOf(zone, atMs, false).day]);
  const [first, last] = [least([from, ...within]), most([to, ...within])];
  const days = shownDays(first, last, {
    marked: marks.map(({ day }) => day),
    others: [
      ...changes.map(({ atMs }) => placeOf(zone, atMs, false).day),
      ...work.paused.flatMap(([startMs, endMs]) => [placeOf(zone, startMs, false).day, placeOf(zone, endMs, true).day]),
      ...holidaysOf(work, first, last),
    ],
  });
  return {
    schema: 1,
    subject: work.subject,
    timeZone: zone.name,
    hours: work.hours,
    countedMs: lengthOf(work.counted) + lengthOf(work.late),
    marks: marks.map(({ mark }) => mark),
    rows: days.flatMap((day, i) => {
      const before = days[i - 1];
      const lane = laneOf(work, day, changes, marks);
      return before === undefined || before === day - 1 ? [lane] : [gapOf(work, before + 1, day - 1), lane];
    }),
  };
}

const least = (days: readonly number[]): number => days.reduce((a, b) => Math.min(a, b));
const most = (days: readonly number[]): number => days.reduce((a, b) => Math.max(a, b));

function laneOf(work: Clockwork, day: number, changes: readonly ClockChange[], marks: readonly Placed[]): Lane {
  const { zone } = work.timeline.schedule;
  const [fromMs, toMs] = roundDay(work, day, changes);
  const bandsOf = (stretches: readonly IntervalMs[]): Band[] =>
    clipped(stretches, fromMs, toMs)
      .flatMap(([startMs, endMs]) => piecesOf(wallPieces(zone, startMs, endMs), day))
      .map(({ startMs, endMs, storey }) => ({ startMs, endMs, storey }));
  const [counted, late] = [bandsOf(work.counted), bandsOf(work.late)];
  const wholeMs = piecesOf(wallPieces(zone, fromMs, toMs), day).reduce(
    (sum, { startMs, endMs }) => sum + endMs - startMs,
    0,
  );
  const count = work.countOf?.(day);
  return {
    kind: "lane",
    date: formatDate(day),
    ms: wholeMs,
    open: bandsOf(openTime(work, day, [fromMs, toMs])),
    counted,
    late,
    paused: bandsOf(work.paused),
    skipped: piecesOf(changes.flatMap(skippedAt), day),
    repeated: piecesOf(changes.flatMap(repeatedAt), day),
    countedMs: [...counted, ...late].reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
    names: namesOf(work, day),
    ...(count === undefined ? {} : { count }),
    marks: marks.filter((placed) => placed.day === day).map(({ mark }) => mark),
  };
}

/** All instants of a date, and where the clock changes near it some more. */
function roundDay({ timeline }: Clockwork, day: number, changes: readonly ClockChange[]): IntervalMs {
  const { zone } = timeline.schedule;
  const [startMs, endMs] = [edgeMs(zone, day * MS_PER_UTC_DAY), edgeMs(zone, (day + 1) * MS_PER_UTC_DAY)];
  const near = changes.filter(({ atMs }) => Math.abs(atMs - startMs) <= 2 * MS_PER_UTC_DAY);
  const slackMs = near.reduce((most, { beforeMs, afterMs }) => Math.max(most, beforeMs - afterMs), 0);
  return [startMs - slackMs, endMs + slackMs];
}

/**
 * The hours that count round a date. At the end of what is known they are asked for without what lies beside the date; where they
 * are unknown, what has counted is all that is drawn.
 */
function openTime({ timeline, counted, late }: Clockwork, day: number, [fromMs, toMs]: IntervalMs): IntervalMs[] {
  const { zone } = timeline.schedule;
  const ofDate: IntervalMs = [edgeMs(zone, day * MS_PER_UTC_DAY), edgeMs(zone, (day + 1) * MS_PER_UTC_DAY)];
  for (const [startMs, endMs] of [[fromMs, toMs] as IntervalMs, ofDate]) {
    try {
      return windowsMs(timeline, startMs, endMs);
    } catch (error) {
      if (!isOuvreeError(error)) throw error;
    }
  }
  return clipped([...counted, ...late], fromMs, toMs);
}

function namesOf({ calendar }: Clockwork, day: number): Lane["names"] {
  try {
    const { holidays, closures } = calendar.day(formatDate(day));
    return [...holidays.map(({ names }) => names), ...closures.map((name) => ({ en: name, fr: name }))];
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    return [];
  }
}

/** Dates of the holidays of a time; none where some are unknown. */
function holidaysOf({ calendar }: Clockwork, first: number, last: number): number[] {
  if (last - first > SOUGHT_DAYS) return [];
  try {
    return calendar.holidays(formatDate(first), formatDate(last)).map(({ date }) => parseDate(date)!);
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    return [];
  }
}
