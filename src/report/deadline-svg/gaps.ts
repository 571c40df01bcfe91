/**
 * Dates that a picture leaves out: how many they are, and how much counts on them.
 */
import type { IntervalMs } from "../../clock/questions.ts";
import { formatDate } from "../../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs } from "../../time/zone.ts";
import { type Clockwork, clipped, lengthOf } from "./clockwork.ts";
import type { Gap } from "./picture.ts";
import { wallPieces } from "./wall.ts";

/** The dates from one epoch day to another, both included. */
export function gapOf(work: Clockwork, first: number, last: number): Gap {
  const countedMs = [...datesMs(work, work.counted, first, last), ...datesMs(work, work.late, first, last)];
  return {
    kind: "gap",
    from: formatDate(first),
    to: formatDate(last),
    days: last - first + 1,
    countedMs: countedMs.reduce((sum, ms) => sum + ms, 0),
  };
}

/** How much of some stretches the dates have, by the dates that the clock shows: at the ends it may go back over midnight. */
function datesMs(work: Clockwork, stretches: readonly IntervalMs[], first: number, last: number): number[] {
  const { zone } = work.timeline.schedule;
  const [fromMs, toMs] = [edgeMs(zone, first * MS_PER_UTC_DAY), edgeMs(zone, (last + 1) * MS_PER_UTC_DAY)];
  const shown = (startMs: number, endMs: number): number =>
    clipped(stretches, startMs, endMs)
      .flatMap(([a, b]) => wallPieces(zone, a, b))
      .filter(({ day }) => day >= first && day <= last)
      .reduce((sum, piece) => sum + piece.endMs - piece.startMs, 0);
  const [insideMs, outsideMs] = [fromMs + MS_PER_UTC_DAY, toMs - MS_PER_UTC_DAY];
  if (insideMs >= outsideMs) return [shown(fromMs - MS_PER_UTC_DAY, toMs + MS_PER_UTC_DAY)];
  return [
    shown(fromMs - MS_PER_UTC_DAY, insideMs),
    lengthOf(clipped(stretches, insideMs, outsideMs)),
    shown(outsideMs, toMs + MS_PER_UTC_DAY),
  ];
}
