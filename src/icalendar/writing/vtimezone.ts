/**
 * VTIMEZONE: a zone's clock over a period, change by change. Source: RFC 5545 §3.6.5.
 */
import { MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND, MS_PER_UTC_DAY } from "../../time/units.ts";
import type { Zone } from "../../time/zone.ts";
import { printWall } from "../text/moment.ts";
import { component, type Lines } from "../text/print.ts";

const MARGIN_MS = 366 * MS_PER_UTC_DAY;

/** A zone from one instant to another. Every change is written as it was; a rule would have to be guessed. */
export function vtimezone(zone: Zone, startMs: number, endMs: number): Lines {
  // A year more, so that the change before the period is among them: the first piece begins where the search does.
  const pieces = zone.pieces(startMs - MARGIN_MS, endMs + MS_PER_UTC_DAY);
  const first = pieces.filter((piece) => piece.startMs <= startMs - MS_PER_UTC_DAY).length - 1;
  const observances = pieces.slice(first).map(({ startMs: onsetMs, offsetMs }, index) => {
    const beforeMs = pieces[first + index - 1]?.offsetMs ?? offsetMs;
    return component(offsetMs > beforeMs ? "DAYLIGHT" : "STANDARD", [
      `DTSTART:${printWall(onsetMs + beforeMs)}`,
      `TZOFFSETFROM:${printOffset(beforeMs)}`,
      `TZOFFSETTO:${printOffset(offsetMs)}`,
    ]);
  });
  return component("VTIMEZONE", [`TZID:${zone.name}`, ...observances.flat()]);
}

/** `+0200`, with seconds where there are any. */
function printOffset(offsetMs: number): string {
  const size = Math.abs(offsetMs);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const seconds = (size % MS_PER_MINUTE) / MS_PER_SECOND;
  const minutes = two((size % MS_PER_HOUR) / MS_PER_MINUTE);
  return `${offsetMs < 0 ? "-" : "+"}${two(size / MS_PER_HOUR)}${minutes}${seconds === 0 ? "" : two(seconds)}`;
}
