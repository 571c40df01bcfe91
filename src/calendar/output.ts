/**
 * How answers leave the library: luxon by default, or `Date`, ISO text, or ms.
 *
 * luxon is used here alone, at the door: nothing inside is decided by it.
 */
import { DateTime, Duration, FixedOffsetZone, IANAZone } from "luxon";
import { formatDate } from "../time/civil-date.ts";
import { type DurationText, formatDuration } from "../time/duration.ts";
import { MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND, MS_PER_UTC_DAY } from "../time/units.ts";
import type { Zone } from "../time/zone.ts";

/** What answers are made of, by the name of the output. */
export interface OutputTypes {
  luxon: { instant: DateTime; duration: Duration };
  date: { instant: Date; duration: number };
  iso: { instant: string; duration: DurationText };
  ms: { instant: number; duration: number };
}

/** `"luxon"`, `"date"`, `"iso"` or `"ms"`. */
export type Output = keyof OutputTypes;

/** An instant of an output: `DateTime` in the calendar's zone, `Date`, ISO 8601 text with the zone's offset, or epoch ms. */
export type InstantOf<O extends Output> = OutputTypes[O]["instant"];

/** A duration of an output: `Duration` in hours, minutes and seconds, ms, or ISO 8601 text (`PT4H`). */
export type DurationOf<O extends Output> = OutputTypes[O]["duration"];

/** Makes answers of one output. */
export interface Printer<O extends Output> {
  instant(instantMs: number): InstantOf<O>;
  duration(durationMs: number): DurationOf<O>;
}

/** Names of the outputs. */
export const OUTPUTS: readonly Output[] = ["luxon", "date", "iso", "ms"];

/** The printer of an output, for a zone. */
export function printerOf<O extends Output>(output: O, zone: Zone): Printer<O> {
  const printers: { [K in Output]: () => Printer<K> } = {
    luxon: () => luxonPrinter(zone),
    date: () => ({ instant: (ms) => new Date(ms), duration: (ms) => ms }),
    iso: () => ({ instant: (ms) => isoInstant(zone, ms), duration: formatDuration }),
    ms: () => ({ instant: (ms) => ms, duration: (ms) => ms }),
  };
  return printers[output]();
}

/**
 * ISO 8601 with ms and the zone's offset; in UTC with `Z` where the offset is not whole minutes, which ISO cannot say.
 *
 * @example createCalendar(definition, { output: "iso" }).nextOpen(Date.UTC(2026, 4, 22, 10)) // "2026-05-22T14:00:00.000+02:00"
 */
export function isoInstant(zone: Zone, instantMs: number): string {
  const offsetMs = zone.offsetMsAt(instantMs);
  if (zone.name === "UTC" || offsetMs % MS_PER_MINUTE !== 0) return isoUtc(instantMs);
  const size = Math.abs(offsetMs);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${isoWall(instantMs + offsetMs)}${offsetMs < 0 ? "-" : "+"}${two(size / MS_PER_HOUR)}:${two((size % MS_PER_HOUR) / MS_PER_MINUTE)}`;
}

/** ISO 8601 with ms, in UTC: `2026-05-26T10:00:00.000Z`. */
export function isoUtc(instantMs: number): string {
  return `${isoWall(instantMs)}Z`;
}

function isoWall(wallMs: number): string {
  const day = Math.floor(wallMs / MS_PER_UTC_DAY);
  const timeMs = wallMs - day * MS_PER_UTC_DAY;
  const digits = (value: number, width: number): string => String(Math.floor(value)).padStart(width, "0");
  const time = [timeMs / MS_PER_HOUR, (timeMs % MS_PER_HOUR) / MS_PER_MINUTE, (timeMs % MS_PER_MINUTE) / MS_PER_SECOND];
  return `${formatDate(day)}T${time.map((part) => digits(part, 2)).join(":")}.${digits(timeMs % MS_PER_SECOND, 3)}`;
}

function luxonPrinter(zone: Zone): Printer<"luxon"> {
  // Made once: normalising a zone's name on every answer would cost more than the answer.
  const luxonZone = zone.name === "UTC" ? FixedOffsetZone.utcInstance : IANAZone.create(zone.name);
  return {
    instant: (ms) => DateTime.fromMillis(ms, { zone: luxonZone }),
    duration: (ms) => {
      const sign = ms < 0 ? -1 : 1;
      const size = Math.abs(ms);
      return Duration.fromObject({
        hours: sign * Math.floor(size / MS_PER_HOUR) + 0,
        minutes: sign * Math.floor((size % MS_PER_HOUR) / MS_PER_MINUTE) + 0,
        seconds: (sign * (size % MS_PER_MINUTE)) / MS_PER_SECOND + 0,
      });
    },
  };
}
