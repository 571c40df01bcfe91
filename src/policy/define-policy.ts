/**
 * `definePolicy`: from a policy document to a policy, or to every problem that the document has.
 */
import type { Calendar } from "../calendar/calendar.ts";
import { createCalendar } from "../calendar/create-calendar.ts";
import type { SourceReaders } from "../holidays/source.ts";
import { isOuvreeError, throwIfAny } from "../issues/error.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import { show } from "../issues/show.ts";
import { deepFreeze, plainCopy } from "../schedule/plain-copy.ts";
import type { KindDocument, PolicyDocument } from "./document.ts";
import type { Commitment, Condition, Policy } from "./policy.ts";
import { type Declared, readCommitment } from "./read-commitment.ts";
import { Reader } from "./reader.ts";
import { sealedMap, sealedSet } from "./sealed.ts";

const KEYS = [
  "policy",
  "title",
  "calendars",
  "calendar",
  "kinds",
  "events",
  "facts",
  "conditions",
  "commitments",
  "readings",
];

/** Options of {@link definePolicy}. */
export interface PolicyOptions {
  /** Readers of holiday sources that its calendars name: `{ "date-holidays": dateHolidaysSource }`. */
  readonly sources?: SourceReaders;
}

/**
 * A policy made of a document; the document is copied first and never changed.
 *
 * Calendars that name holidays of elsewhere (`"date-holidays:BE"`) need their reader: `{ sources }`.
 * Errors: one `OuvreeError` with every problem: `policy.*`, and those of its calendars with their path.
 *
 * @example definePolicy(clipIndustrieDefinition).name // "clip-industrie"
 */
export function definePolicy(value: PolicyDocument, options: PolicyOptions = {}): Policy {
  const issues: Issue[] = [];
  const copy = plainCopy(value, "policy.bad-document", issues);
  throwIfAny(issues);
  const root = new Reader(copy, [], issues);
  if (root.object() === undefined) {
    throwIfAny([makeIssue("policy.bad-document", [], "an object", value, `${show(value)} is not a policy document`)]);
  }
  root.known(KEYS, "a policy");
  const name = root.member("policy").text("the policy's name");
  if (root.member("title").value !== undefined) root.member("title").text("a title");
  const calendars = readCalendars(root.member("calendars"), options?.sources);
  // Calendars that could not be read are declared all the same: what names them is no second problem.
  const calendarNames = new Set(Object.keys(root.member("calendars").object() ?? {}));
  const defaultCalendar =
    calendarNames.size === 0 ? undefined : root.member("calendar").nameOf(calendarNames, "calendar");
  const common = readCommonEvents(root.member("events"));
  const kinds = readKinds(root.member("kinds"));
  const declared: Declared = {
    calendars,
    calendarNames,
    defaultCalendar,
    conditions: readConditions(root.member("conditions")),
    facts: readFacts(root.member("facts")),
    eventsByKind: new Map([...kinds].map(([kind, { events }]) => [kind, new Set([...events, ...common.all])])),
  };
  readReadings(root.member("readings"));
  const commitments: Commitment[] = [];
  const promises = root.member("commitments");
  const entries = promises.entries("commitments by id");
  if (promises.value === undefined)
    promises.fail("policy.missing-key", "commitments by id", "a policy needs its commitments");
  // A policy that promises nothing would pass every check.
  else if (promises.object() !== undefined && entries.length === 0)
    promises.fail("policy.bad-value", "at least one commitment", "a policy without commitments judges nothing");
  for (const [id, reader] of entries) {
    const commitment = readCommitment(id, reader, declared);
    if (commitment !== undefined) commitments.push(commitment);
  }
  throwIfAny(issues);
  return Object.freeze({
    name: name!,
    document: deepFreeze(copy) as unknown as PolicyDocument,
    calendars: sealedMap(calendars),
    kinds: sealedMap(kinds),
    pause: common.pause,
    resume: common.resume,
    cancel: common.cancel,
    commonEvents: sealedSet(common.all),
    commitments: Object.freeze(commitments),
  });
}

function readCalendars(reader: Reader, sources: SourceReaders | undefined): Map<string, Calendar<"ms">> {
  const calendars = new Map<string, Calendar<"ms">>();
  if (reader.value === undefined)
    reader.fail("policy.missing-key", "calendars by name", "a policy needs its calendars");
  for (const [name, entry] of reader.entries("calendars by name")) {
    try {
      calendars.set(name, createCalendar(entry.value as never, { output: "ms", ...(sources && { sources }) }));
    } catch (error) {
      if (!isOuvreeError(error)) throw error;
      for (const issue of error.issues) {
        const path = [...entry.path, ...issue.path];
        reader.issues.push(Object.freeze({ ...issue, path, message: `calendars.${name}: ${issue.message}` }));
      }
    }
  }
  return calendars;
}

function readCommonEvents(reader: Reader): { pause?: string; resume?: string; cancel?: string; all: Set<string> } {
  const all = new Set<string>();
  if (reader.value === undefined || !reader.known(["pause", "resume", "cancel", "other"], "the events of any kind"))
    return { all };
  const read = (key: string): string | undefined => {
    const member = reader.member(key);
    const event = member.value === undefined ? undefined : member.text("an event");
    if (event !== undefined) all.add(event);
    return event;
  };
  const roles = { pause: read("pause"), resume: read("resume"), cancel: read("cancel") };
  const other = reader.member("other");
  if (other.value !== undefined) {
    for (const item of other.items("a list of events")) {
      const event = item.text("an event");
      if (event !== undefined) all.add(event);
    }
  }
  return { ...(roles as { pause?: string; resume?: string; cancel?: string }), all };
}

function readKinds(reader: Reader): Map<string, KindDocument> {
  const kinds = new Map<string, KindDocument>();
  if (reader.value === undefined)
    reader.fail("policy.missing-key", "kinds by name", "a policy needs its kinds of case");
  for (const [name, entry] of reader.entries("kinds by name")) {
    if (!entry.known(["events", "stop", "queue"], "a kind")) continue;
    const events = entry
      .member("events")
      .items("a list of events")
      .flatMap((item) => item.text("an event") ?? []);
    const stop = entry.member("stop");
    const queue = entry.member("queue");
    kinds.set(name, {
      events,
      ...(stop.value === undefined ? {} : { stop: stop.nameOf(new Set(events), "event") ?? "" }),
      ...(queue.value === undefined ? {} : { queue: queue.text("a queue") ?? "" }),
    });
  }
  return kinds;
}

/** Facts with their values; a fact without values, or with one twice, could decide nothing. */
function readFacts(reader: Reader): Map<string, ReadonlySet<string>> {
  const facts = new Map<string, ReadonlySet<string>>();
  for (const [name, entry] of reader.entries("facts by name")) {
    const values = entry.items("a list of values").flatMap((item) => item.text("a value") ?? []);
    if (Array.isArray(entry.value) && values.length === 0)
      entry.fail("policy.bad-value", "at least one value", `${show(name)} has no values`);
    if (new Set(values).size < values.length)
      entry.fail("policy.bad-value", "each value once", `${show(name)} names a value twice`);
    facts.set(name, new Set(values));
  }
  return facts;
}

function readConditions(reader: Reader): Map<string, Condition> {
  const conditions = new Map<string, Condition>();
  for (const [id, entry] of reader.entries("conditions by name")) {
    if (!entry.known(["check", "otherwise"], "a condition")) continue;
    const check = entry.member("check").oneOf(["contract-in-force", "contract-paid", "person-is-contact"]);
    const otherwise = entry.member("otherwise").oneOf(["not-applicable", "warn"]);
    if (check !== undefined && otherwise !== undefined) conditions.set(id, { id, check, otherwise });
  }
  return conditions;
}

function readReadings(reader: Reader): void {
  for (const [, entry] of reader.entries("readings by clause")) entry.text("the name of a reading");
}
