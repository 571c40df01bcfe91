/**
 * How iCalendar is read: what callers may say, checked.
 */
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import { readOptions } from "../issues/options.ts";
import { show } from "../issues/show.ts";
import { readDate } from "../time/civil-date.ts";
import { readZone, type Zone } from "../time/zone.ts";
import { Tzids } from "./text/tzid.ts";

/** Options of `readICalendar`. */
export interface ReadICalendarOptions {
  /** What the dates become: `"closures"` (the default), without reach, or `"holidays"`, a list with its reach. */
  readonly as?: "closures" | "holidays";
  /** The calendar's zone: the civil time in which events with a time in UTC or in a zone are closed. */
  readonly zone?: string;
  /** Zones of TZIDs that are no IANA names: `{ "Romance Standard Time": "Europe/Paris" }`. */
  readonly zones?: Readonly<Record<string, string>>;
  /** First date of the list of holidays; 1 January of the first year with a date unless given. */
  readonly from?: string;
  /** Last date of the list of holidays; 31 December of the last year with a date unless given. */
  readonly to?: string;
  /** What `TRANSP:TRANSPARENT` means. Unless said, whole days are closed, and events with a time are refused. */
  readonly transparent?: "closed" | "skip";
  /** Whether problems are thrown, all in one error (the default), or collected beside what could be read. */
  readonly onIssue?: "throw" | "collect";
  /** The file's name, for messages. */
  readonly name?: string;
}

/** The options, read. */
export interface ReadPlan {
  readonly as: "closures" | "holidays";
  readonly zone: Zone | undefined;
  readonly tzids: Tzids;
  readonly fromDay: number | undefined;
  readonly toDay: number | undefined;
  readonly transparent: "closed" | "skip" | undefined;
  readonly collects: boolean;
  /** The file's name, for messages. */
  readonly name: string;
}

const NAMES = ["as", "zone", "zones", "from", "to", "transparent", "onIssue", "name"] as const;

/** Checks the options. Errors: `calendar.bad-option`, `time.unknown-zone`, `time.bad-date`, `time.bad-period`. */
export function readPlan(given: ReadICalendarOptions | undefined): ReadPlan {
  const options = readOptions(given, NAMES, "readICalendar") as ReadICalendarOptions;
  const as = readChoice(options.as, "as", ["closures", "holidays"]) ?? "closures";
  if (options.zones !== undefined && !isObject(options.zones)) {
    const cure = `${show(options.zones)} is no object of zones; write { "Romance Standard Time": "Europe/Paris" }`;
    refuse("calendar.bad-option", ["zones"], "zones by TZID", options.zones, cure);
  }
  if (options.name !== undefined && typeof options.name !== "string")
    refuse("calendar.bad-option", ["name"], "a text", options.name, `${show(options.name)} is no name; write a text`);
  const zones = readForeign(options.zones, ["zones"], "calendar.bad-option", "zones by TZID", () =>
    Object.entries(options.zones ?? {}),
  );
  for (const [name, zone] of zones) readZone(zone, ["zones", name]);
  for (const key of ["from", "to"] as const) {
    if (as === "closures" && options[key] !== undefined)
      refuse("calendar.bad-option", [key], "as: holidays", options[key], 'closures have no reach; say as: "holidays"');
  }
  const fromDay = options.from === undefined ? undefined : readDate(options.from, ["from"]);
  const toDay = options.to === undefined ? undefined : readDate(options.to, ["to"]);
  if (fromDay !== undefined && toDay !== undefined && fromDay > toDay)
    refuse("time.bad-period", ["from"], "from ≤ to", options.from, "from is after to; swap them");
  return {
    as,
    zone: options.zone === undefined ? undefined : readZone(options.zone, ["zone"]),
    tzids: new Tzids(new Map(zones)),
    fromDay,
    toDay,
    transparent: readChoice(options.transparent, "transparent", ["closed", "skip"]),
    name: options.name ?? "input",
    collects: readChoice(options.onIssue, "onIssue", ["throw", "collect"]) === "collect",
  };
}

/** One of a few words, or undefined where none is given. Errors: `calendar.bad-option`. */
export function readChoice<T extends string>(value: unknown, key: string, choices: readonly T[]): T | undefined {
  if (value === undefined || choices.includes(value as T)) return value as T | undefined;
  const cure = `${show(value)} is none of ${choices.join(", ")}`;
  return refuse("calendar.bad-option", [key], choices.join(", "), value, cure);
}
