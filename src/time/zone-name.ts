/**
 * Which names are zones: IANA names, links too, in their own letter case, and `UTC`.
 *
 * The platform (`Intl`) knows which zones exist but ignores letter case, resolves links and accepts names that are not
 * IANA's (`PST`, `SystemV/…`); this module keeps to the names. It knows nothing of offsets.
 * Source: docs/semantics.md §1; the tz database's `backward` file for the links of odd spelling.
 */
import { nearest } from "../issues/nearest.ts";

/** Names without a slash. `EST`, `MST` and `HST` are left out: they say a fixed offset. */
const SINGLE_WORDS = new Set(
  (
    "CET CST6CDT Cuba EET EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich Hongkong Iceland Iran " +
    "Israel Jamaica Japan Kwajalein Libya MET MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK " +
    "Singapore Turkey UCT UTC Universal W-SU WET Zulu"
  ).split(" "),
);

/** Links whose capitals are not those of their words. */
const ODD_LINKS = new Set(
  (
    "America/Argentina/ComodRivadavia America/Knox_IN Australia/ACT Australia/LHI Australia/NSW Brazil/DeNoronha " +
    "Chile/EasterIsland Etc/GMT Etc/GMT+0 Etc/GMT-0 Etc/GMT0 Etc/UCT Etc/UTC Mexico/BajaNorte Mexico/BajaSur"
  ).split(" "),
);

const ODD_LINKS_LOWER = new Set([...ODD_LINKS].map((name) => name.toLowerCase()));

/** Names that the platform still knows and the tz database no longer has. */
const RETIRED = /^(SystemV\/|US\/Pacific-New$|Canada\/East-Saskatchewan$)/;

/** What people write for a zone, and the zone they mean. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ["EST", "America/New_York"],
  ["EDT", "America/New_York"],
  ["CST", "America/Chicago"],
  ["MST", "America/Denver"],
  ["PST", "America/Los_Angeles"],
  ["PDT", "America/Los_Angeles"],
  ["HST", "Pacific/Honolulu"],
  ["BST", "Europe/London"],
  ["CEST", "Europe/Paris"],
  ["IST", "Asia/Kolkata"],
  ["JST", "Asia/Tokyo"],
  ["Z", "UTC"],
]);

/** Longest IANA name is 32 characters; a longer text is no zone and is not shown to the platform. */
const LONGEST_NAME = 40;

// Asking the platform costs a formatter, every time. Only names that are right in every letter are kept: no more than there are zones.
const ACCEPTED = new Set<string>();

/**
 * Whether a text is the name of a zone that this platform knows.
 *
 * @example isZoneName("Asia/Calcutta") // true
 */
export function isZoneName(name: string): boolean {
  if (ACCEPTED.has(name)) return true;
  const isAccepted = isKnownName(name);
  if (isAccepted) ACCEPTED.add(name);
  return isAccepted;
}

function isKnownName(name: string): boolean {
  if (name.length > LONGEST_NAME || !/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
  if (!name.includes("/")) return SINGLE_WORDS.has(name);
  if (RETIRED.test(name)) return false;
  const canonical = canonicalName(name);
  if (canonical === undefined) return false;
  if (canonical.toLowerCase() === name.toLowerCase()) return canonical === name;
  return ODD_LINKS_LOWER.has(name.toLowerCase()) ? ODD_LINKS.has(name) : usualCase(name) === name;
}

/** The zone that was probably meant by a text that is none, or undefined. */
export function nearestZone(text: string): string | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const spelled = text.trim().replaceAll(" ", "_");
  const abbreviation = ABBREVIATIONS.get(spelled.toUpperCase());
  if (abbreviation !== undefined) return abbreviation;
  for (const known of [...SINGLE_WORDS, ...ODD_LINKS]) {
    if (known.toLowerCase() === spelled.toLowerCase()) return known;
  }
  const fixed = fixedOffsetZone(spelled);
  if (fixed !== undefined) return fixed;
  const usual = usualCase(spelled);
  if (isZoneName(usual)) return usual;
  const canonical = canonicalName(spelled);
  if (canonical !== undefined && isZoneName(canonical)) return canonical;
  const zones = Intl.supportedValuesOf("timeZone");
  const city = zones.find((zone) => zone.slice(zone.lastIndexOf("/") + 1).toLowerCase() === spelled.toLowerCase());
  return city ?? nearest(spelled, zones);
}

/** `UTC-2`, `GMT+05:00`, `-02:00` → the zone of that offset, whose name has the sign of POSIX: `Etc/GMT+2` is behind UTC. */
function fixedOffsetZone(text: string): string | undefined {
  const match = /^(?:UTC|GMT|Z)?([+\-−])(\d{1,2})(?::?00)?$/i.exec(text);
  if (match === null) return undefined;
  const hours = Number(match[2]);
  if (hours === 0) return "UTC";
  const name = `Etc/GMT${match[1] === "+" ? "-" : "+"}${hours}`;
  return isZoneName(name) ? name : undefined;
}

/** The platform's name for a zone, whatever its letter case and through links, or undefined if it knows none. */
function canonicalName(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    // The platform's only way to say "no such zone" is a RangeError.
    return undefined;
  }
}

/** `america/port_of_spain` → `America/Port_Of_Spain`; `us/pacific` → `US/Pacific`. */
function usualCase(name: string): string {
  const titled = name
    .toLowerCase()
    .replace(/(^|[/_-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
  return titled.startsWith("Us/") ? `US${titled.slice(2)}` : titled;
}
