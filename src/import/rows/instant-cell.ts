/**
 * Times in files: ISO 8601 with an offset, or without one when the reader was told a zone.
 *
 * Unlike the library's door, files are read leniently in one way: a fraction of a millisecond is cut, and counted.
 */
import { show } from "../../issues/show.ts";
import { isSupportedWall, parseInstant } from "../../time/instant.ts";
import { edgeMs, zoneOf } from "../../time/zone.ts";
import { isZoneName } from "../../time/zone-name.ts";
import type { ImportLog } from "../imported.ts";
import { EXAMPLE_TIME, formCure, formOfTime, type TimeForm } from "../time-form.ts";

/** An instant in ms, or the cure of what it is instead, with its form if that is a known one. */
export type CellInstant = { readonly atMs: number } | { readonly cure: string; readonly form?: TimeForm };

/** Reads a time; cut fractions and times read in the zone are counted in the log. */
export function readInstantCell(text: string, log: ImportLog): CellInstant {
  const parsed = parseInstant(text.trim());
  if (parsed === undefined) return unread(text);
  const { zone } = log.options;
  let atMs: number;
  if (parsed.zoneName !== undefined && !isZoneName(parsed.zoneName))
    return { cure: `${show(text)} names no known zone` };
  if (parsed.offsetMs !== undefined) {
    atMs = parsed.wallMs - parsed.offsetMs;
    const named = parsed.zoneName === undefined || /[Zz]\[/.test(text) ? undefined : zoneOf(parsed.zoneName);
    if (named !== undefined && named.offsetMsAt(atMs) !== parsed.offsetMs) {
      return { cure: `${show(text)}: ${named.name} has another offset at that time` };
    }
  } else if (!isSupportedWall(parsed.wallMs)) {
    return { cure: `${show(text)} is outside the years 1900 to 2199` };
  } else {
    const name = parsed.zoneName ?? zone;
    if (name === undefined)
      return { cure: `${show(text)} has no offset; add one (+01:00), or say --zone Europe/Paris` };
    atMs = edgeMs(zoneOf(name), parsed.wallMs);
    log.zoned++;
  }
  if (parsed.cutDigits) log.cut++;
  return { atMs };
}

function unread(text: string): CellInstant {
  const form = formOfTime(text.trim());
  return form === undefined
    ? { cure: `${show(text)} is not a date and time that exists; write ${EXAMPLE_TIME}` }
    : { cure: formCure(text, form.shape, form.first), form };
}
