/**
 * The years that a workbook covers, and the tables of its hidden sheet: open time, and the zone's offsets both ways.
 *
 * Units: whole seconds since 1970-01-01; "wall" seconds are a civil date and time counted as if it were UTC. Whole seconds are
 * exact in a spreadsheet's arithmetic, milliseconds in its serial dates are not.
 * Source: docs/semantics.md §1 (from civil to instant) and §3 (arithmetic).
 */
import type { Calendar } from "../index.ts";
import { epochDayOf } from "../time/civil-date.ts";
import { MS_PER_SECOND, MS_PER_UTC_DAY } from "../time/units.ts";
import { edgeMs, type OffsetPiece, pieceAt, zoneOf } from "../time/zone.ts";

/** The first year of which all spreadsheets have the same dates: Excel's 1900 has a 29 February, and its other system begins in 1904. */
export const FIRST_SHEET_YEAR = 1904;

/** Years, both included. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

/** Years as a text: `2024-2028`, or `2026`. */
export function spokenYears({ first, last }: Years): string {
  return first === last ? String(first) : `${first}-${last}`;
}

/** What the hidden sheet is filled with. */
export interface Coverage {
  readonly years: Years;
  /** The covered civil times are [wallFromSec, wallToSec). */
  readonly wallFromSec: number;
  readonly wallToSec: number;
  /** The covered instants are [fromSec, toSec). */
  readonly fromSec: number;
  readonly toSec: number;
  readonly open: readonly OpenRow[];
  /** Business time of all rows. */
  readonly totalSec: number;
  readonly offsets: readonly OffsetRow[];
  readonly edges: readonly EdgeRow[];
}

/** Open from one instant to another, and the business time before it. */
export interface OpenRow {
  readonly openSec: number;
  readonly closeSec: number;
  readonly beforeSec: number;
}

/** The offset in force from an instant on: instant + offset = wall. */
export interface OffsetRow {
  readonly fromSec: number;
  readonly offsetSec: number;
}

/** How wall times from `wallSec` on become instants: max(pieceSec, wall − offsetSec). */
export interface EdgeRow {
  readonly wallSec: number;
  readonly pieceSec: number;
  readonly offsetSec: number;
}

/**
 * The tables of a calendar's years.
 *
 * Errors: as `calendar.windows`, where the years are beyond the calendar's reach.
 */
export function coverageOf(calendar: Calendar<"ms">, years: Years): Coverage {
  const zone = zoneOf(calendar.definition.timeZone);
  const wallFromMs = epochDayOf(years.first, 1, 1) * MS_PER_UTC_DAY;
  const wallToMs = epochDayOf(years.last + 1, 1, 1) * MS_PER_UTC_DAY;
  const fromMs = edgeMs(zone, wallFromMs);
  const toMs = edgeMs(zone, wallToMs);
  const pieces = piecesOf(zone.pieces(fromMs, toMs), fromMs, toMs);
  const { open, totalSec } = openRows(calendar.timeline.windowsMs(fromMs, toMs), seconds(fromMs), seconds(toMs));
  return {
    years,
    wallFromSec: seconds(wallFromMs),
    wallToSec: seconds(wallToMs),
    fromSec: seconds(fromMs),
    toSec: seconds(toMs),
    open,
    totalSec,
    offsets: pieces.map(({ startMs, offsetMs }) => ({ fromSec: seconds(startMs), offsetSec: seconds(offsetMs) })),
    edges: edgeRows(pieces, wallFromMs, wallToMs),
  };
}

/** Windows begin and end on minutes of a civil clock, and offsets are whole seconds: nothing is lost. */
function seconds(ms: number): number {
  return ms / MS_PER_SECOND;
}

/** The pieces that lie in [fromMs, toMs), the first cut to it. */
function piecesOf(pieces: readonly OffsetPiece[], fromMs: number, toMs: number): OffsetPiece[] {
  const last = pieces.findLastIndex(({ startMs }) => startMs <= fromMs);
  return pieces
    .slice(last)
    .filter(({ startMs }) => startMs < toMs)
    .map(({ startMs, offsetMs }) => ({ startMs: Math.max(startMs, fromMs), offsetMs }));
}

/**
 * The open time, between two rows of no length at the bounds: so each covered instant has a row before it and one after it.
 *
 * The first is left out where something opens at that very instant: a look-up must find each instant once.
 */
function openRows(
  windows: readonly (readonly [openMs: number, closeMs: number])[],
  fromSec: number,
  toSec: number,
): Pick<Coverage, "open" | "totalSec"> {
  const open: OpenRow[] = [];
  let beforeSec = 0;
  if (windows[0] === undefined || seconds(windows[0][0]) !== fromSec)
    open.push({ openSec: fromSec, closeSec: fromSec, beforeSec });
  for (const [openMs, closeMs] of windows) {
    open.push({ openSec: seconds(openMs), closeSec: seconds(closeMs), beforeSec });
    beforeSec += seconds(closeMs - openMs);
  }
  open.push({ openSec: toSec, closeSec: toSec, beforeSec });
  return { open, totalSec: beforeSec };
}

/**
 * The edges of wall times, by the rule of the contract: in a gap the instant of the change, in a fold the earlier of the two.
 *
 * A piece shows wall times up to its end + offset; it decides for those that no piece before it shows as late. So a row begins
 * where the latest wall time shown so far ends, and a piece that shows nothing later has none.
 */
function edgeRows(pieces: readonly OffsetPiece[], wallFromMs: number, wallToMs: number): EdgeRow[] {
  const rows: EdgeRow[] = [];
  let wallMs = wallFromMs;
  for (let i = 0; i < pieces.length && wallMs < wallToMs; ) {
    i = pieceAt(pieces, i, wallMs);
    const { startMs, offsetMs } = pieces[i]!;
    rows.push({ wallSec: seconds(wallMs), pieceSec: seconds(startMs), offsetSec: seconds(offsetMs) });
    const next = pieces[i + 1];
    if (next === undefined) break;
    wallMs = next.startMs + offsetMs;
  }
  return rows;
}
