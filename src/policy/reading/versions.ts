/**
 * The versions of a policy: each goes on from the one before, and says what it changes.
 *
 * What a version leaves as it was stays the same object, so that "has it changed?" is one comparison.
 */
import type { Calendar } from "../../calendar/calendar.ts";
import { createCalendar } from "../../calendar/create-calendar.ts";
import { insideOf } from "../../calendar/internal.ts";
import type { SourceReaders } from "../../holidays/source.ts";
import { isOuvreeError } from "../../issues/error.ts";
import { showPath } from "../../issues/issue.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import type { CalendarLimits } from "../../schedule/limits.ts";
import { parseDate } from "../../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs } from "../../time/zone.ts";
import type { Declarations } from "../declarations.ts";
import { type CalendarRule, type Commitment, isTarget, type PolicyVersion } from "../policy.ts";
import { isSame } from "../same.ts";
import { sealedMap } from "../sealed.ts";
import { readCommitment } from "./commitment.ts";
import type { Reader } from "./reader.ts";
import { readRules } from "./rules.ts";

/** What its calendars are made with. */
export interface ReadCalendarOptions {
  readonly sources: SourceReaders | undefined;
  readonly limits: CalendarLimits;
}

/** A version, with what the next one compares itself to. */
export interface ReadVersion extends PolicyVersion {
  /** Calendars and commitments as they are written, and where. */
  readonly written: ReadonlyMap<string, unknown>;
  readonly promises: ReadonlyMap<string, { readonly reader: Reader; readonly commitment: Commitment | undefined }>;
  /** The same of every version so far, those that were taken back included: one that comes again may be as it was. */
  readonly ever: ReadVersion["promises"];
  /** The rules as they are written. */
  readonly rulesWritten: unknown;
  /** Names of all calendars, those with problems included: what names them is no second problem. */
  readonly calendarNames: ReadonlySet<string>;
}

const VERSION_KEYS = ["from", "name", "calendars", "calendar", "calendarRules", "commitments", "readings"];

/** The document itself, and its versions; problems go to the issues. */
export function readVersions(
  root: Reader,
  declared: Declarations,
  calendarOptions: ReadCalendarOptions,
): ReadVersion[] {
  const base = readVersion(root, undefined, declared, calendarOptions, Number.NEGATIVE_INFINITY);
  const versions = [base];
  const list = root.member("versions");
  if (list.value === undefined) return versions;
  const zone = zoneOf(base);
  for (const entry of list.items("a list of versions")) {
    if (!entry.known(VERSION_KEYS, "a version")) continue;
    const from = entry.member("from");
    const day = readFrom(from);
    const fromMs = day === undefined || zone === undefined ? Number.NaN : edgeMs(zone, day * MS_PER_UTC_DAY);
    const previous = versions.at(-1)!;
    if (fromMs <= previous.fromMs)
      from.fail(
        "policy.conflict",
        "a later date than that of the version before",
        `${show(from.value)} is not after the version before: write versions in the order of their dates`,
      );
    versions.push(readVersion(entry, previous, declared, calendarOptions, fromMs));
  }
  return versions;
}

function zoneOf(base: ReadVersion) {
  const calendar = base.calendars.get(base.calendar);
  return calendar === undefined ? undefined : insideOf(calendar).timeline.schedule.zone;
}

function readFrom(reader: Reader): number | undefined {
  const text = reader.text("a date YYYY-MM-DD");
  if (text === undefined) return undefined;
  const day = parseDate(text);
  if (day === undefined)
    return reader.fail("policy.bad-value", "a date YYYY-MM-DD", `${show(text)} is not a date; write "2026-07-01"`);
  return day;
}

function readVersion(
  reader: Reader,
  previous: ReadVersion | undefined,
  declared: Declarations,
  calendarOptions: ReadCalendarOptions,
  fromMs: number,
): ReadVersion {
  const { calendars, written } = readCalendars(reader.member("calendars"), previous, calendarOptions);
  const calendarNames = new Set([
    ...(previous?.calendarNames ?? []),
    ...Object.keys(reader.member("calendars").object() ?? {}),
  ]);
  const calendar = reader.member("calendar");
  const isKept = calendarNames.size === 0 || (calendar.value === undefined && previous !== undefined);
  const name = isKept ? previous?.calendar : calendar.nameOf(calendarNames, "calendar");
  const ruleReader = reader.member("calendarRules");
  const isAsBefore = ruleReader.value === undefined || isSame(ruleReader.value, previous?.rulesWritten);
  const rules = previous !== undefined && isAsBefore ? previous.rules : readRules(ruleReader, declared, calendarNames);
  const promises = readPromises(reader.member("commitments"), previous, declared, calendarNames);
  const label = reader.member("name");
  return {
    label:
      previous === undefined
        ? null
        : label.value === undefined
          ? String(reader.member("from").value)
          : (label.text("a name") ?? ""),
    fromMs,
    calendars: sealedMap(calendars),
    calendar: name ?? "",
    rules: Object.freeze([...rules]),
    commitments: sealedMap(
      new Map([...promises].flatMap(([id, { commitment }]) => (commitment === undefined ? [] : [[id, commitment]]))),
    ),
    readings: Object.freeze({ ...previous?.readings, ...readReadings(reader.member("readings")) }),
    written,
    promises,
    ever: new Map([...(previous?.ever ?? []), ...promises]),
    rulesWritten: ruleReader.value ?? previous?.rulesWritten,
    calendarNames,
  };
}

function readCalendars(
  reader: Reader,
  previous: ReadVersion | undefined,
  calendarOptions: ReadCalendarOptions,
): { calendars: Map<string, Calendar<"ms">>; written: Map<string, unknown> } {
  const calendars = new Map(previous?.calendars);
  const written = new Map(previous?.written);
  if (reader.value === undefined && previous === undefined)
    reader.fail("policy.missing-key", "calendars by name", "a policy needs its calendars");
  const entries = reader.entries("calendars by name");
  if (previous === undefined && reader.object() !== undefined && entries.length === 0)
    reader.fail("policy.bad-value", "at least one calendar", "a policy without a calendar has no hours to go by");
  for (const [name, entry] of entries) {
    if (calendars.has(name) && isSame(written.get(name), entry.value)) continue;
    written.set(name, entry.value);
    const made = readCalendar(entry, calendarOptions);
    if (made !== undefined) calendars.set(name, made);
  }
  return { calendars, written };
}

function readCalendar(entry: Reader, { sources, limits }: ReadCalendarOptions): Calendar<"ms"> | undefined {
  if (typeof entry.value === "string")
    return entry.fail(
      "policy.unknown-name",
      "a calendar",
      `${show(entry.value)} is a path: only the program reads files; write the calendar itself`,
    );
  try {
    return createCalendar(entry.value as never, { output: "ms", limits, ...(sources && { sources }) });
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    for (const issue of error.issues) {
      const path = [...entry.path, ...issue.path];
      entry.issues.push(Object.freeze({ ...issue, path, message: `${showPath(entry.path)}: ${issue.message}` }));
    }
    return undefined;
  }
}

function readPromises(
  reader: Reader,
  previous: ReadVersion | undefined,
  declared: Declarations,
  calendars: ReadonlySet<string>,
): Map<string, { reader: Reader; commitment: Commitment | undefined }> {
  const promises = new Map(previous?.promises);
  const entries = reader.entries("commitments by id");
  if (previous === undefined && reader.value === undefined)
    reader.fail("policy.missing-key", "commitments by id", "a policy needs its commitments");
  // A policy that promises nothing would pass every check.
  else if (previous === undefined && reader.object() !== undefined && entries.length === 0)
    reader.fail("policy.bad-value", "at least one commitment", "a policy without commitments judges nothing");
  for (const [id, entry] of entries) {
    const before = previous?.ever.get(id);
    if (entry.value === null && previous !== undefined) {
      if (!promises.delete(id))
        entry.fail(
          "policy.unknown-name",
          [...promises.keys()].join(", ") || "a commitment",
          `${show(id)} is no commitment that this version could take back${didYouMean(id, promises.keys())}`,
        );
    } else if (before === undefined || !isSame(before.reader.value, entry.value)) {
      const commitment = readCommitment(id, entry, declared, calendars);
      promises.set(id, { reader: entry, commitment: withKnownTarget(commitment, entry, before) });
    } else promises.set(id, before);
  }
  return promises;
}

/** The commitment with the target object of the version before, if it says the same. */
function withKnownTarget(
  commitment: Commitment | undefined,
  reader: Reader,
  before: { reader: Reader; commitment: Commitment | undefined } | undefined,
): Commitment | undefined {
  const known = before?.commitment;
  if (commitment === undefined || !isTarget(commitment) || known === undefined || !isTarget(known)) return commitment;
  const isUnchanged = isSame(before!.reader.member("target").value, reader.member("target").value);
  return isUnchanged ? Object.freeze({ ...commitment, target: known.target }) : commitment;
}

function readReadings(reader: Reader): Record<string, string> {
  return Object.fromEntries(
    reader.entries("readings by clause").map(([clause, entry]) => [clause, entry.text("the name of a reading") ?? ""]),
  );
}

/** The calendars that a commitment could have in a version, in an order that can be compared. */
export function calendarsOf(commitment: Commitment, version: PolicyVersion): readonly unknown[] {
  if (commitment.calendar !== undefined) return [version.calendars.get(commitment.calendar)];
  const ruled = version.rules.flatMap((rule: CalendarRule) => [rule, version.calendars.get(rule.calendar)]);
  return [version.calendars.get(version.calendar), ...ruled];
}
