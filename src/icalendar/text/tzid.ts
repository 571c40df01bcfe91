/**
 * TZIDs: which zone a text means by a name.
 *
 * A TZID is any text, which a VTIMEZONE beside it defines (RFC 5545 §3.2.19). Read here are those that are IANA names, and those whose
 * zone the caller says. The rules written in a VTIMEZONE are not: programs write those of the year of the export.
 */
import { show } from "../../issues/show.ts";
import { type Zone, zoneCure, zoneOf } from "../../time/zone.ts";
import { isZoneName } from "../../time/zone-name.ts";

/** Asking for a near miss is slow; a text with more strange names than this is told no more. */
const MOST_NEAR_MISSES = 20;

/** The zones of one text. */
export class Tzids {
  private readonly known = new Map<string, Zone | { readonly cure: string }>();
  private strange = 0;

  /** @param names IANA names by the names of the text. */
  constructor(private readonly names: ReadonlyMap<string, string>) {}

  /** The zone of a TZID, or what to do about it. */
  zoneOf(tzid: string): Zone | { readonly cure: string } {
    let found = this.known.get(tzid);
    if (found === undefined) {
      const name = this.names.get(tzid) ?? tzid;
      found = isZoneName(name) ? zoneOf(name) : this.cureOf(tzid);
      this.known.set(tzid, found);
    }
    return found;
  }

  private cureOf(tzid: string): { readonly cure: string } {
    const what = this.strange++ < MOST_NEAR_MISSES ? zoneCure(tzid) : `${show(tzid)} is not a time zone;`;
    return { cure: `${what} or say which it is: { zones: { ${show(tzid)}: "Europe/Paris" } }` };
  }
}
