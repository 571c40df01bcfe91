/**
 * The zone's clock, for the oracle: what it shows at an instant, and when it first shows a civil time.
 *
 * Read from Intl.DateTimeFormat and nothing else, once for each zone and year: every two days, and then wherever two
 * readings differ until the second of each change is found. Whoever resolves wall times through a date library inherits
 * that library's choice of side in a repeated hour; here the side follows from one sentence (`edge`).
 */

import { dayOfWall, MS_PER_HOUR, MS_PER_SECOND, WALL_MS_PER_DAY, yearOf } from "./civil.ts";

export interface ClockChange {
  /** The first instant of the new offset. */
  readonly atMs: number;
  readonly beforeMs: number;
  readonly afterMs: number;
}

/** A year of UTC on a zone's clock. */
interface ClockYear {
  readonly firstOffsetMs: number;
  readonly changes: readonly ClockChange[];
}

/** Two clock changes that cancel out have been four days apart (Africa/Freetown, 1939), never less: half of that sees both. */
const PROBE_MS = 48 * MS_PER_HOUR;

/** As Intl writes it in en-US: "03/29/2026, 02:30:00". */
const SHOWN = /^(\d\d)\/(\d\d)\/(\d{4}), (\d\d):(\d\d):(\d\d)$/;

const formats = new Map<string, Intl.DateTimeFormat>();
const yearsByZone = new Map<string, Map<number, ClockYear>>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, format);
  }
  return format;
}

/** The wall that the zone's clock shows at an instant, to the millisecond. */
export function clock(zone: string, instantMs: number): number {
  return instantMs + offsetAt(zone, instantMs);
}

/** {@link clock}, asked of Intl: a microsecond and more each time, which is too much for what is asked again and again. */
export function readClock(zone: string, instantMs: number): number {
  // Intl shows seconds; every offset is a whole number of them, so the milliseconds pass through unchanged.
  const wholeMs = Math.floor(instantMs / MS_PER_SECOND) * MS_PER_SECOND;
  const shown = formatOf(zone).format(wholeMs);
  const parts = SHOWN.exec(shown);
  if (parts === null) throw new RangeError(`not a clock reading of the supported years: ${shown}`);
  const [, month, day, year, hour, minute, second] = parts;
  return (
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) +
    (instantMs - wholeMs)
  );
}

export function offsetAt(zone: string, instantMs: number): number {
  const { firstOffsetMs, changes } = clockYear(zone, new Date(instantMs).getUTCFullYear());
  let offsetMs = firstOffsetMs;
  for (const { atMs, afterMs } of changes) if (atMs <= instantMs) offsetMs = afterMs;
  return offsetMs;
}

/** The civil date that the clock shows, as a day number. */
export function dayAt(zone: string, instantMs: number): number {
  return dayOfWall(clock(zone, instantMs));
}

export function yearAt(zone: string, instantMs: number): number {
  return yearOf(dayAt(zone, instantMs));
}

/** Every change of offset in [fromMs, toMs), in order. */
export function changesBetween(zone: string, fromMs: number, toMs: number): ClockChange[] {
  const found: ClockChange[] = [];
  const lastYear = new Date(toMs).getUTCFullYear();
  for (let year = new Date(fromMs).getUTCFullYear(); year <= lastYear; year += 1) {
    for (const change of clockYear(zone, year).changes) {
      if (change.atMs >= fromMs && change.atMs < toMs) found.push(change);
    }
  }
  return found;
}

/**
 * The edge: the first instant of the time-line at which the zone's clock shows this wall, or a later one.
 * Between two changes the clock runs evenly, so the first stretch that gets that far holds the answer.
 */
export function edge(zone: string, wallMs: number): number {
  // No offset reaches a day: two days before, the clock is short of the wall; two days after, it is past it.
  const fromMs = wallMs - 2 * WALL_MS_PER_DAY;
  const toMs = wallMs + 2 * WALL_MS_PER_DAY;
  const changes = changesBetween(zone, fromMs + 1, toMs);
  let stretchStart = fromMs;
  let offsetMs = offsetAt(zone, fromMs);
  for (const change of changes) {
    const shownAt = Math.max(stretchStart, wallMs - offsetMs);
    if (shownAt < change.atMs) return shownAt;
    stretchStart = change.atMs;
    offsetMs = change.afterMs;
  }
  return Math.max(stretchStart, wallMs - offsetMs);
}

/** The first instant of a civil date, or of the next one that the clock shows. */
export function startOfDay(zone: string, day: number): number {
  return edge(zone, day * WALL_MS_PER_DAY);
}

/** False for a date that the zone skips wholly, as Pacific/Apia skipped 2011-12-30. */
export function isShown(zone: string, day: number): boolean {
  return dayAt(zone, startOfDay(zone, day)) === day;
}

function clockYear(zone: string, year: number): ClockYear {
  let years = yearsByZone.get(zone);
  if (years === undefined) {
    years = new Map();
    yearsByZone.set(zone, years);
  }
  let found = years.get(year);
  if (found === undefined) {
    found = probe(zone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
    years.set(year, found);
  }
  return found;
}

function readOffset(zone: string, instantMs: number): number {
  return readClock(zone, instantMs) - instantMs;
}

function probe(zone: string, fromMs: number, toMs: number): ClockYear {
  const changes: ClockChange[] = [];
  // One second early, so that a change at the very first instant of the year is seen, and belongs to this year.
  const firstAt = fromMs - MS_PER_SECOND;
  const firstOffsetMs = readOffset(zone, firstAt);
  let beforeAt = firstAt;
  let beforeMs = firstOffsetMs;
  while (beforeAt < toMs - MS_PER_SECOND) {
    const afterAt = Math.min(beforeAt + PROBE_MS, toMs - MS_PER_SECOND);
    const afterMs = readOffset(zone, afterAt);
    narrow(zone, beforeAt, beforeMs, afterAt, afterMs, changes);
    beforeAt = afterAt;
    beforeMs = afterMs;
  }
  return { firstOffsetMs, changes };
}

/** Halves a stretch whose ends differ until the second of each change in it is found. */
function narrow(
  zone: string,
  beforeAt: number,
  beforeMs: number,
  afterAt: number,
  afterMs: number,
  found: ClockChange[],
): void {
  if (beforeMs === afterMs) return;
  if (afterAt - beforeAt <= MS_PER_SECOND) {
    found.push({ atMs: afterAt, beforeMs, afterMs });
    return;
  }
  const middleAt = Math.floor((beforeAt + afterAt) / 2 / MS_PER_SECOND) * MS_PER_SECOND;
  const middleMs = readOffset(zone, middleAt);
  narrow(zone, beforeAt, beforeMs, middleAt, middleMs, found);
  narrow(zone, middleAt, middleMs, afterAt, afterMs, found);
}
