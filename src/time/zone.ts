/**
 * A zone's offsets, and the one door from civil time to instants.
 *
 * Offsets come from `Intl.DateTimeFormat`, parsed by hand: 1.4 µs an offset where luxon's `zone.offset` takes 7.7 µs.
 * Wall times are never resolved by luxon: its choice in a fold depends on the process's current date (3.7.2).
 * Units: instants and offsets are ms; offset = wall clock − UTC. Source: docs/semantics.md §1.
 */
import { refuse } from "../issues/error.ts";
import type { PathStep } from "../issues/issue.ts";
import { show } from "../issues/show.ts";
import { MS_PER_HOUR, MS_PER_SECOND, MS_PER_UTC_DAY } from "./units.ts";
import { isZoneName, nearestZone } from "./zone-name.ts";

/** A stretch of constant offset; it ends where the next one starts. */
export interface OffsetPiece {
  readonly startMs: number;
  readonly offsetMs: number;
}

/** A zone of the tz database. */
export interface Zone {
  readonly name: string;
  /** Offset in force at an instant. */
  offsetMsAt(instantMs: number): number;
  /** The pieces that together cover [fromMs, toMs], in order; the first may start earlier. */
  pieces(fromMs: number, toMs: number): OffsetPiece[];
}

/** Two changes that cancel have been 4 days apart (Africa/Freetown 1939): a probe every 3 days sees both. */
const PROBE_MS = 3 * MS_PER_UTC_DAY;
/** Probes are made and kept a block at a time. Small: the edges of the reach need a block each, far from the years asked about. */
const BLOCK_MS = 8 * PROBE_MS;
/** No offset has been further from UTC than 15 h 58 min (Manila); 36 h leaves no doubt on either side. */
const OFFSET_REACH_MS = 36 * MS_PER_HOUR;

// One per name, shared by all calendars: making a formatter costs as much as 30 offsets. Names are IANA's, so the map is small.
const ZONES = new Map<string, Zone>();

/** The zone of a name that {@link isZoneName} has accepted. */
export function zoneOf(name: string): Zone {
  let zone = ZONES.get(name);
  if (zone === undefined) {
    zone = name === "UTC" ? FIXED_UTC : makeZone(name);
    ZONES.set(name, zone);
  }
  return zone;
}

/**
 * The zone of a name given by a caller.
 *
 * Errors: `time.unknown-zone`, with the near miss.
 */
export function readZone(value: unknown, path: readonly PathStep[]): Zone {
  if (typeof value === "string" && isZoneName(value)) return zoneOf(value);
  return refuse("time.unknown-zone", path, "an IANA zone name or UTC", value, zoneCure(value));
}

/** What to say of a value that is no zone. */
export function zoneCure(value: unknown): string {
  const near = typeof value === "string" ? nearestZone(value) : undefined;
  // In the names of fixed offsets the sign is that of POSIX.
  const sign = near?.startsWith("Etc/GMT+")
    ? " (+ is behind UTC)"
    : near?.startsWith("Etc/GMT-")
      ? " (- is ahead of UTC)"
      : "";
  const cure =
    near === undefined ? 'write an IANA name such as "Europe/Paris", or "UTC"' : `did you mean "${near}"${sign}?`;
  return `${show(value)} is not a time zone; ${cure}`;
}

/**
 * The edge of a civil date and time: the first instant at which the zone's clock shows it, or a later one.
 *
 * In a gap it is the instant of the change, in a fold the earlier of the two.
 * @param wallMs The date and time as if it were UTC: epoch day × 86,400,000 + ms of the day.
 */
export function edgeMs(zone: Zone, wallMs: number): number {
  return edgeInPieces(zone.pieces(wallMs - OFFSET_REACH_MS, wallMs + OFFSET_REACH_MS), 0, wallMs);
}

/** Index of the piece in which the edge of a wall time lies, from piece `first` on. */
export function pieceAt(pieces: readonly OffsetPiece[], first: number, wallMs: number): number {
  let i = first;
  // A piece shows wall times up to, not including, its end + offset.
  while (i + 1 < pieces.length && pieces[i + 1]!.startMs + pieces[i]!.offsetMs <= wallMs) i++;
  return i;
}

/** {@link edgeMs} on pieces that are at hand, looking from piece `first` on; the edge must not lie before it. */
export function edgeInPieces(pieces: readonly OffsetPiece[], first: number, wallMs: number): number {
  const piece = pieces[pieceAt(pieces, first, wallMs)]!;
  return Math.max(piece.startMs, wallMs - piece.offsetMs);
}

const FIXED_UTC: Zone = {
  name: "UTC",
  offsetMsAt: () => 0,
  pieces: (fromMs) => [{ startMs: fromMs, offsetMs: 0 }],
};

/**
 * The platform is not asked beyond these: it writes years of other than four digits in another form, and the supported years end
 * well before. An instant beyond has the offset of the nearer end; it is refused wherever an answer would depend on it.
 */
const FIRST_ASKED_MS = Date.UTC(1890, 0, 1);
const LAST_ASKED_MS = Date.UTC(2210, 0, 1);

function kept(instantMs: number): number {
  return Math.min(Math.max(instantMs, FIRST_ASKED_MS), LAST_ASKED_MS);
}

function makeZone(name: string): Zone {
  const probe = offsetProbe(name);
  const blocks = new Map<number, OffsetPiece[]>();
  const blockAt = (index: number): OffsetPiece[] => {
    let block = blocks.get(index);
    if (block === undefined) {
      block = findPieces(probe, index * BLOCK_MS, (index + 1) * BLOCK_MS);
      blocks.set(index, block);
    }
    return block;
  };
  return {
    name,
    offsetMsAt(unkeptMs) {
      const instantMs = kept(unkeptMs);
      const pieces = blockAt(Math.floor(instantMs / BLOCK_MS));
      let i = pieces.length - 1;
      while (pieces[i]!.startMs > instantMs) i--;
      return pieces[i]!.offsetMs;
    },
    pieces(fromMs, toMs) {
      const all: OffsetPiece[] = [];
      for (let index = Math.floor(kept(fromMs) / BLOCK_MS); index * BLOCK_MS <= kept(toMs); index++) {
        for (const piece of blockAt(index)) {
          if (all.at(-1)?.offsetMs !== piece.offsetMs) all.push(piece);
        }
      }
      return all;
    },
  };
}

/** Pieces of [fromMs, toMs), the first starting at `fromMs`. */
function findPieces(probe: (ms: number) => number, fromMs: number, toMs: number): OffsetPiece[] {
  const pieces: OffsetPiece[] = [{ startMs: fromMs, offsetMs: probe(fromMs) }];
  let offsetMs = pieces[0]!.offsetMs;
  for (let startMs = fromMs; startMs < toMs; startMs += PROBE_MS) {
    const endMs = startMs + PROBE_MS;
    const endOffsetMs = probe(endMs);
    let searchMs = startMs;
    while (offsetMs !== endOffsetMs) {
      searchMs = bisect(probe, searchMs, endMs, offsetMs);
      offsetMs = probe(searchMs);
      // A change exactly at the end of the block is the next block's first piece.
      if (searchMs < toMs) pieces.push({ startMs: searchMs, offsetMs });
    }
  }
  return pieces;
}

/** First whole second in (lowMs, highMs] from which the offset is not `offsetMs`; it is so at `lowMs` and not at `highMs`. */
function bisect(probe: (ms: number) => number, lowMs: number, highMs: number, offsetMs: number): number {
  let low = lowMs / MS_PER_SECOND;
  let high = highMs / MS_PER_SECOND;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (probe(middle * MS_PER_SECOND) === offsetMs) low = middle;
    else high = middle;
  }
  return high * MS_PER_SECOND;
}

/** Offset at whole seconds. */
function offsetProbe(name: string): (instantMs: number) => number {
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return (instantMs) => {
    // "03/29/2026, 03:00:00"
    const text = format.format(instantMs);
    const wallMs = Date.UTC(
      Number(text.slice(6, 10)),
      Number(text.slice(0, 2)) - 1,
      Number(text.slice(3, 5)),
      Number(text.slice(12, 14)),
      Number(text.slice(15, 17)),
      Number(text.slice(18, 20)),
    );
    return wallMs - instantMs;
  };
}
