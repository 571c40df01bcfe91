/**
 * Random tickets for a workbook, and what the engine says of each: in wall seconds, as the cells have them.
 */
import { type Calendar, callbackDue, createCalendar } from "../../src/index.ts";
import { clock } from "../oracle/zone.ts";
import type { Desk } from "./desks.ts";

/** A ticket as it is filled in. */
export interface Ticket {
  /** Called and helped, in wall seconds; helped may be undefined. */
  readonly called: number;
  readonly helped: number | undefined;
  readonly hours: number;
  /** Milliseconds by which the cells are off a whole second. */
  readonly offMs: number;
}

/** What a row must show; "#N/A" where nothing is known, "" where nothing is shown. */
export interface Answer {
  readonly due: number | "#N/A";
  readonly usedSec: number | "" | "#N/A";
  readonly status: string;
  readonly open: boolean | "#N/A";
  readonly callback: number | "#N/A";
  readonly carriedOver: boolean | "#N/A";
}

const DAY_SEC = 86_400;
const EVER = createCalendar({ timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } }, { output: "ms" });

/** Wall seconds as a civil time without an offset. */
const civil = (wallSec: number): string => new Date(wallSec * 1000).toISOString().slice(0, 19);
/** The instant of wall seconds, by the library's own door. */
const instantMs = (wallSec: number, zone: string): number => EVER.nextOpen(civil(wallSec), { zone });
const wallOf = (ms: number, zone: string): number => clock(zone, ms) / 1000;

/** Whether the zone's clock skips wall seconds, or shows them twice, an hour or half an hour apart. */
export function clockKind(wallSec: number, zone: string): "gap" | "fold" | "plain" {
  const ms = instantMs(wallSec, zone);
  if (wallOf(ms, zone) !== wallSec) return "gap";
  return [1_800_000, 3_600_000].some((apartMs) => wallOf(ms + apartMs, zone) === wallSec) ? "fold" : "plain";
}

/** Bounds of a desk's years, in wall seconds. */
export function boundsOf({ years }: Desk): readonly [fromSec: number, toSec: number] {
  return [Date.UTC(years.first, 0, 1) / 1000, Date.UTC(years.last + 1, 0, 1) / 1000];
}

/** So many tickets: half at edges and changes of the clock, some just before "as of", some beyond the years. */
export function randomTickets(
  desk: Desk,
  calendar: Calendar<"ms">,
  { count, asOf, random }: { readonly count: number; readonly asOf: number; readonly random: () => number },
): Ticket[] {
  const [from, to] = boundsOf(desk);
  const { timeZone } = desk.definition;
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const edges = calendar.timeline
    .windowsMs(instantMs(from, timeZone), instantMs(to, timeZone))
    .flatMap((window) => window.map((ms) => wallOf(ms, timeZone)));
  const changes = changesOf(from, to, timeZone);
  const moment = (): number => {
    const kind = random();
    if (kind < 0.25) return pick(edges) + pick([0, 0, 0, -1, 1]);
    if (kind < 0.45 && changes.length > 0) return pick(changes) + Math.floor((random() - 0.5) * 7 * 3600);
    if (kind < 0.6) return asOf - Math.floor(random() * 4 * DAY_SEC);
    if (kind < 0.7) return pick([from, to]) + Math.floor((random() - 0.5) * 6 * DAY_SEC);
    return from + Math.floor(random() * (to - from));
  };
  // Used up at the very end of the years, where it is open then: outside them.
  const atTheEnd: Ticket = { called: to - 3600, helped: undefined, hours: 1, offMs: 0 };
  const others = Array.from({ length: count - 1 }, () => {
    const called = moment();
    const hours = pick([0, -1, 0.25, 0.5, 1, 3, 4, 4.5, 6, 12, 48, 1000, Math.round(random() * 360_000) / 3600]);
    const later = called + Math.floor(random() ** 4 * 40 * DAY_SEC);
    const helped = pick([undefined, later, later, moment(), spentAt(called, hours), spentAt(called, hours)]);
    const offMs = pick([0, 0, 1, -1]);
    const isRunning = called < asOf && called >= asOf - 4 * DAY_SEC && random() < 0.5;
    return isRunning
      ? { called, helped: undefined, hours: runningHours(called), offMs }
      : { called, helped, hours, offMs };
  });

  return [atTheEnd, ...others];

  /** Hours of which by "as of" a share is used that is near one of the thresholds. */
  function runningHours(called: number): number {
    const usedMs = calendar.timeline.elapsedMs(instantMs(called, timeZone), instantMs(asOf, timeZone));
    return Math.ceil((usedMs / 1000) * pick([0.99, 1, 1.2, 4 / 3, 1.5])) / 3600;
  }

  /** When exactly the hours are used up, if that can be told. */
  function spentAt(called: number, hours: number): number | undefined {
    if (called < from || called >= to || hours < 0) return undefined;
    return wallOf(calendar.timeline.addMs(instantMs(called, timeZone), Math.round(hours * 3600) * 1000), timeZone);
  }
}

/** Walls at which the zone's clock changes. */
function changesOf(from: number, to: number, zone: string): number[] {
  const found: number[] = [];
  for (let wall = from; wall < to; wall += 6 * 3600) {
    const ms = wall * 1000;
    if (clock(zone, ms) - ms !== clock(zone, ms + 6 * 3_600_000) - ms - 6 * 3_600_000)
      found.push(clock(zone, ms) / 1000 + 3 * 3600);
  }
  return found;
}

/** What the engine says of a ticket as of some wall seconds. */
export function expected(ticket: Ticket, desk: Desk, calendar: Calendar<"ms">, asOfSec: number): Answer {
  const [from, to] = boundsOf(desk);
  const { timeZone } = desk.definition;
  const { called, helped, hours } = ticket;
  const isCovered = (wallSec: number): boolean => wallSec >= from && wallSec < to;
  const NA = "#N/A" as const;
  if (!isCovered(called)) return { due: NA, usedSec: NA, status: NA, open: NA, callback: NA, carriedOver: NA };
  const startMs = instantMs(called, timeZone);
  const endMs = instantMs(to, timeZone);
  const shown = (ms: number): number | "#N/A" => (ms < endMs ? wallOf(ms, timeZone) : NA);
  const targetMs = Math.round(hours * 3600) * 1000;
  const callback = callbackDue(calendar, startMs);
  const isCallbackKnown = callback.from < endMs;
  const given = {
    due: hours < 0 ? NA : shown(calendar.timeline.addMs(startMs, targetMs)),
    open: calendar.isOpen(startMs),
    callback: shown(callback.from),
    carriedOver: isCallbackKnown ? callback.carriedOver : NA,
  };
  if (hours < 0 || (helped !== undefined && !isCovered(helped))) return { ...given, usedSec: NA, status: NA };
  const stopMs = helped === undefined ? undefined : instantMs(helped, timeZone);
  if (stopMs !== undefined && stopMs < startMs) return { ...given, usedSec: "", status: "error" };
  const asOfMs = instantMs(asOfSec, timeZone);
  if (startMs > asOfMs) return { ...given, usedSec: "", status: "not yet" };
  const isSeen = stopMs !== undefined && stopMs <= asOfMs;
  const usedMs = calendar.timeline.elapsedMs(startMs, isSeen ? stopMs : asOfMs);
  const isMissed = usedMs > targetMs;
  const running = usedMs >= 0.75 * targetMs ? "at risk" : "running";
  return { ...given, usedSec: usedMs / 1000, status: isMissed ? "missed" : isSeen ? "met" : running };
}
