/**
 * What the cell of a `Date` shows: its time in the spreadsheet's zone.
 */
import { zoneOf } from "../time/zone.ts";
import { isZoneName } from "../time/zone-name.ts";

declare const Utilities: { formatDate(date: Date, zone: string, format: string): string } | undefined;

/**
 * The wall time of a date in a zone, as though it were UTC, ms.
 *
 * By the zones of the platform, else by Google's own service, which is slower; without either the script's own zone, in which Apps
 * Script keeps its dates, is that of the spreadsheet unless somebody changed it.
 */
export function wallIn(zone: string, date: Date): number {
  const instantMs = Number(date);
  if (zone === "UTC" || Number.isNaN(instantMs)) return instantMs;
  if (typeof Intl !== "undefined" && isZoneName(zone)) return instantMs + zoneOf(zone).offsetMsAt(instantMs);
  if (zone !== "" && typeof Utilities !== "undefined") {
    return Date.parse(`${Utilities.formatDate(date, zone, "yyyy-MM-dd'T'HH:mm:ss.SSS")}Z`);
  }
  return Date.UTC(
    date.getFullYear(),
    date.getMonth(),
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
    date.getMilliseconds(),
  );
}
