/**
 * Time as the clock on the wall shows it: instants on civil dates, hours that are skipped, hours that are shown twice.
 *
 * Every instant has one place, so that stretches of time keep their length whatever the clock does.
 * Units: instants are epoch ms; wall times are ms of their civil date; days are epoch days.
 */
import { type ClockChange, clockChanges } from "../../clock/explain.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import type { Zone } from "../../time/zone.ts";

/** Of an hour that the clock shows twice: which time it is. */
export type Storey = "only" | "first" | "second";

/** A stretch of a civil date on the clock, `[startMs, endMs)`. */
export interface WallPiece {
  readonly day: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly storey: Storey;
}

/** No change moves the clock by more than a day. */
const CHANGE_REACH_MS = MS_PER_UTC_DAY;

/** [fromMs, toMs) in pieces, each on one date, of one offset, and of one storey. */
export function wallPieces(zone: Zone, fromMs: number, toMs: number): WallPiece[] {
  const changes = clockChanges(zone, fromMs - CHANGE_REACH_MS, toMs + CHANGE_REACH_MS);
  const cuts = new Set<number>([fromMs, toMs]);
  for (const { atMs, beforeMs, afterMs } of changes) {
    cuts.add(atMs);
    if (afterMs < beforeMs) cuts.add(atMs - (beforeMs - afterMs)).add(atMs + (beforeMs - afterMs));
  }
  const edges = [...cuts].filter((atMs) => atMs >= fromMs && atMs <= toMs).sort((a, b) => a - b);
  return edges.slice(1).flatMap((endMs, i) => {
    const startMs = edges[i]!;
    const offsetMs = zone.offsetMsAt(startMs);
    return byDay(startMs + offsetMs, endMs + offsetMs, storeyOf(changes, startMs));
  });
}

/** Where an instant stands. At midnight an end stands at 24:00 of the date that ends. */
export function placeOf(zone: Zone, atMs: number, isEnd: boolean): { readonly day: number; readonly wallMs: number } {
  const wallMs = atMs + zone.offsetMsAt(atMs);
  const day = Math.floor(wallMs / MS_PER_UTC_DAY);
  if (!isEnd || wallMs !== day * MS_PER_UTC_DAY) return { day, wallMs: wallMs - day * MS_PER_UTC_DAY };
  const before = placeOf(zone, atMs - 1, false);
  return { day: before.day, wallMs: before.wallMs + 1 };
}

/** What the clock skips at a change, by date. */
export function skippedAt({ atMs, beforeMs, afterMs }: ClockChange): WallPiece[] {
  return afterMs > beforeMs ? byDay(atMs + beforeMs, atMs + afterMs, "only") : [];
}

/** What the clock shows a second time from a change on, by date. */
export function repeatedAt({ atMs, beforeMs, afterMs }: ClockChange): WallPiece[] {
  return afterMs < beforeMs ? byDay(atMs + afterMs, atMs + beforeMs, "second") : [];
}

function storeyOf(changes: readonly ClockChange[], startMs: number): Storey {
  for (const { atMs, beforeMs, afterMs } of changes) {
    const sizeMs = beforeMs - afterMs;
    if (startMs >= atMs - sizeMs && startMs < atMs) return "first";
    if (startMs >= atMs && startMs < atMs + sizeMs) return "second";
  }
  return "only";
}

function byDay(startMs: number, endMs: number, storey: Storey): WallPiece[] {
  const pieces: WallPiece[] = [];
  for (let fromMs = startMs; fromMs < endMs; ) {
    const day = Math.floor(fromMs / MS_PER_UTC_DAY);
    const toMs = Math.min(endMs, (day + 1) * MS_PER_UTC_DAY);
    pieces.push({ day, startMs: fromMs - day * MS_PER_UTC_DAY, endMs: toMs - day * MS_PER_UTC_DAY, storey });
    fromMs = toMs;
  }
  return pieces;
}
