/**
 * Events as commitments name them: by type, by members, by who sent them, by person.
 */
import { show } from "../../issues/show.ts";
import type { EventMatcher, MemberTest } from "../parts.ts";
import { sealedSet } from "../sealed.ts";
import { NOT_YET } from "./not-yet.ts";
import type { Reader } from "./reader.ts";

/** Members that decide who sent an event, by the actor's name. */
export type Actors = ReadonlyMap<string, readonly MemberTest[]>;

/**
 * One event or a list of them; a missing one is an issue.
 *
 * @param events Types that may be named; undefined where every text is a type that is declared by being named.
 */
export function readEvents(reader: Reader, events: ReadonlySet<string> | undefined, actors: Actors): EventMatcher[] {
  if (!Array.isArray(reader.value)) return readEvent(reader, events, actors);
  if (reader.value.length === 0)
    reader.fail("policy.bad-value", "at least one event", "an empty list of events: nothing would ever happen");
  return reader.items("a list of events").flatMap((item) => readEvent(item, events, actors));
}

/** The same, where it may be left out. */
export function readOptionalEvents(
  reader: Reader,
  events: ReadonlySet<string> | undefined,
  actors: Actors,
): EventMatcher[] | undefined {
  return reader.value === undefined ? undefined : readEvents(reader, events, actors);
}

function readEvent(reader: Reader, events: ReadonlySet<string> | undefined, actors: Actors): EventMatcher[] {
  if (reader.object() === undefined) {
    const type = readType(reader, events);
    return type === undefined
      ? []
      : [Object.freeze({ types: sealedSet(new Set([type])), tests: [], person: undefined })];
  }
  reader.known(["event", "actor", "where", "not", "person"], "an event", NOT_YET.event);
  // What it lacks beside is no second problem.
  if (reader.member("while").value !== undefined) return [];
  const types = readTexts(reader.member("event"), "an event", (item) => readType(item, events));
  const actor = reader.member("actor");
  const name = actor.value === undefined ? undefined : actor.nameOf(new Set(actors.keys()), "actor");
  const own = readMemberTests(reader);
  const person = reader.member("person");
  const referent = person.value === undefined ? undefined : person.oneOf(["referent"]);
  if (types.length === 0) return [];
  const tests = Object.freeze([...(name === undefined ? [] : (actors.get(name) ?? [])), ...own]);
  return [Object.freeze({ types: sealedSet(new Set(types)), tests, person: referent })];
}

function readType(reader: Reader, events: ReadonlySet<string> | undefined): string | undefined {
  return events === undefined ? reader.text("an event") : reader.nameOf(events, "event");
}

/** Who sent an event, by name; each must say something. */
export function readActors(reader: Reader): Map<string, readonly MemberTest[]> {
  const actors = new Map<string, readonly MemberTest[]>();
  for (const [name, entry] of reader.entries("actors by name")) {
    if (!entry.known(["where", "not"], "an actor")) continue;
    const before = entry.issues.length;
    const tests = readMemberTests(entry);
    if (tests.length === 0 && entry.issues.length === before)
      entry.fail(
        "policy.bad-value",
        "where or not",
        `${show(name)} says nothing; write { "where": { "side": "provider" } }`,
      );
    actors.set(name, Object.freeze(tests));
  }
  return actors;
}

/** `where` and `not` of an object. */
export function readMemberTests(reader: Reader): MemberTest[] {
  return (["where", "not"] as const).flatMap((key) =>
    reader
      .member(key)
      .entries("texts by member")
      .map(([member, entry]) =>
        Object.freeze({
          member,
          texts: sealedSet(new Set(readTexts(entry, "a text", (item) => item.text("a text")))),
          isNot: key === "not",
        }),
      ),
  );
}

/** A text, or a list of at least one. */
export function readTexts(reader: Reader, what: string, read: (item: Reader) => string | undefined): string[] {
  if (!Array.isArray(reader.value)) {
    const text = read(reader);
    return text === undefined ? [] : [text];
  }
  if (reader.value.length === 0)
    reader.fail("policy.bad-value", `at least one of ${what}`, "an empty list: nothing can be that");
  return reader.items(`a list: ${what}`).flatMap((item) => read(item) ?? []);
}
