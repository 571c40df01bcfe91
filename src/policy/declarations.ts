/**
 * What the rest of a document refers to by name: kinds with their events, facts, actors, conditions.
 */
import { show } from "../issues/show.ts";
import type { KindDocument } from "./documents/document.ts";
import type { Condition, EventMatcher } from "./parts.ts";
import { type Fact, UNSET } from "./policy.ts";
import { type Actors, readActors, readOptionalEvents } from "./reading/events.ts";
import type { Reader } from "./reading/reader.ts";
import { sealedSet } from "./sealed.ts";

/** What a document declares, for all its versions. */
export interface Declarations {
  readonly kinds: ReadonlyMap<string, KindDocument>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly actors: Actors;
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly common: CommonEvents;
  /** Events that cases of a kind may have, common ones and changes of facts included. */
  readonly eventsByKind: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Events of any kind. */
export interface CommonEvents {
  readonly pause: readonly EventMatcher[];
  readonly resume: readonly EventMatcher[];
  readonly cancel: readonly EventMatcher[];
  readonly all: ReadonlySet<string>;
}

/** Reads what a document declares. */
export function readDeclarations(root: Reader): Declarations {
  const actors = readActors(root.member("actors"));
  const facts = readFacts(root.member("facts"));
  const common = readCommonEvents(root.member("events"), actors, facts);
  const kinds = readKinds(root.member("kinds"));
  return {
    kinds,
    facts,
    actors,
    conditions: readConditions(root.member("conditions")),
    common,
    eventsByKind: new Map([...kinds].map(([kind, { events }]) => [kind, new Set([...events, ...common.all])])),
  };
}

function readCommonEvents(reader: Reader, actors: Actors, facts: ReadonlyMap<string, Fact>): CommonEvents {
  const all = new Set([...facts.values()].flatMap(({ changedBy }) => [...changedBy]));
  if (reader.value === undefined || !reader.known(["pause", "resume", "cancel", "other"], "the events of any kind"))
    return { pause: [], resume: [], cancel: [], all };
  const [pause, resume, cancel] = ["pause", "resume", "cancel"].map((key) => {
    const matchers = readOptionalEvents(reader.member(key), undefined, actors) ?? [];
    for (const type of matchers.flatMap(({ types }) => [...types])) all.add(type);
    return Object.freeze(matchers);
  }) as [readonly EventMatcher[], readonly EventMatcher[], readonly EventMatcher[]];
  const other = reader.member("other");
  if (other.value !== undefined) {
    for (const item of other.items("a list of events")) {
      const event = item.text("an event");
      if (event !== undefined) all.add(event);
    }
  }
  return { pause, resume, cancel, all };
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

/** Members of a case that are no facts of it. */
const TAKEN_NAMES: readonly string[] = ["id", "kind", "customer", "events"];

/** Facts with their values; a fact without values, or with one twice, could decide nothing. */
function readFacts(reader: Reader): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const [name, entry] of reader.entries("facts by name")) {
    if (TAKEN_NAMES.includes(name))
      entry.fail("policy.conflict", "another name", `every case has its ${name}; name the fact otherwise`);
    const isList = entry.object() === undefined;
    if (!isList) entry.known(["values", "changedBy", "before"], "a fact");
    // "any" stands for values; as the fact itself the schema and the types refuse it.
    const values = isList ? entry : entry.member("values");
    const expected = isList ? 'a list of values, or an object such as { values: "any" }' : 'a list of values, or "any"';
    const changedBy = isList ? undefined : entry.member("changedBy");
    const before = isList ? undefined : readBefore(entry, name);
    const isAny = !isList && values.value === "any";
    facts.set(name, {
      values: isAny ? undefined : readValues(values, name, expected, before),
      before,
      changedBy: sealedSet(
        new Set(
          changedBy?.value === undefined
            ? []
            : changedBy.items("a list of events").flatMap((item) => item.text("an event") ?? []),
        ),
      ),
    });
  }
  return facts;
}

/** What a fact that events change is before the first of them: nothing is implied. */
function readBefore(entry: Reader, name: string): Fact["before"] {
  const before = entry.member("before");
  const changes = entry.member("changedBy").value !== undefined;
  if (before.value !== undefined && !changes)
    return before.fail(
      "policy.conflict",
      "a fact with changedBy",
      `no event changes ${show(name)}: name those that do in changedBy, or take before out`,
    );
  if (before.value === undefined && changes)
    return before.fail(
      "policy.ambiguous",
      '"first" or "unset"',
      `say what ${show(name)} is before the first event that changes it, where the case itself says nothing: "first", the value that this event gives, or "unset", none yet (a table then needs a cell "unset")`,
    );
  return before.value === undefined ? undefined : before.oneOf(["first", "unset"]);
}

function readValues(reader: Reader, name: string, expected: string, before: Fact["before"]): ReadonlySet<string> {
  const values = reader.items(expected).flatMap((item) => item.text("a value") ?? []);
  if (Array.isArray(reader.value) && reader.value.length === 0)
    reader.fail("policy.bad-value", "at least one value", `${show(name)} has no values`);
  if (new Set(values).size < values.length)
    reader.fail("policy.bad-value", "each value once", `${show(name)} names a value twice`);
  if (before !== "unset") return sealedSet(new Set(values));
  if (values.includes(UNSET))
    reader.fail(
      "policy.conflict",
      "values other than unset",
      `"before": "unset" makes ${show(UNSET)} a value of ${show(name)}: take it out of the list`,
    );
  return sealedSet(new Set([...values, UNSET]));
}

function readConditions(reader: Reader): Map<string, Condition> {
  const conditions = new Map<string, Condition>();
  for (const [id, entry] of reader.entries("conditions by name")) {
    if (!entry.known(["check", "otherwise"], "a condition")) continue;
    const check = entry
      .member("check")
      .oneOf(["contract-in-force", "contract-paid", "person-is-contact", "remote-access"]);
    const otherwise = entry.member("otherwise").oneOf(["not-applicable", "excuse", "warn"]);
    if (check !== undefined && otherwise !== undefined) conditions.set(id, { id, check, otherwise });
  }
  return conditions;
}
