/**
 * Ends of stretches of time in words.
 */
import { spokenInstant } from "../../clock/explain.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import type { Zone } from "../../time/zone.ts";

/** An instant at which something ends: midnight is 24:00 of the date that goes to it. */
export function spokenEnd(zone: Zone, iso: string): string {
  const instantMs = Date.parse(iso);
  if ((instantMs + zone.offsetMsAt(instantMs)) % MS_PER_UTC_DAY !== 0) return spokenInstant(zone, instantMs);
  const before = spokenInstant(zone, instantMs - 1);
  return `${before.slice(0, before.lastIndexOf(" "))} 24:00`;
}
