/**
 * Cases as they are given, and as the evaluation reads them: events with their instants, problems as issues.
 */
import { isOuvreeError } from "../../issues/error.ts";
import { isList, isObject } from "../../issues/expect.ts";
import { readForeign } from "../../issues/foreign.ts";
import { type Issue, makeIssue, type PathStep } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import { type InstantDoor, type InstantInput, readInstant } from "../../time/instant.ts";
import type { ReadEvent } from "./event.ts";
import { sequenced } from "./moments.ts";

/** One event of a case. It may have other members; they are facts. */
export interface CaseEvent {
  /** What happened, in the policy's words: `called`. */
  readonly type: string;
  /** When: ISO 8601 with an offset, or anything that a calendar takes for an instant. */
  readonly at: InstantInput;
  /** Who did it on the service's side. */
  readonly by?: string;
  /** Who was spoken to on the customer's side. */
  readonly person?: string;
  readonly department?: string;
  readonly module?: string;
  readonly minutes?: number;
  readonly channel?: string;
  /** Its place among the events of its instant: a whole number, read where all of them carry one. */
  readonly seq?: number;
  /** Facts, by the names that the policy gives them: `side: "agent"`. */
  // biome-ignore lint/suspicious/noExplicitAny: an interface of the caller's own fits an index signature of any alone.
  readonly [fact: string]: any;
}

/** One request with its history. It may have other members; they are facts. */
export interface Case {
  readonly id: string;
  readonly kind: string;
  readonly customer?: string;
  readonly module?: string;
  readonly priority?: string;
  readonly events: readonly CaseEvent[];
  /**
   * Set by a reader of files where the state that a file says the case is in contradicts its events: any events may then be
   * missing, and no verdict on it is sure.
   */
  readonly mayMissEvents?: boolean;
  /**
   * Set by a reader of files that cannot tell some events: types of which one may have happened at any instant, or none did. Of types
   * that the policy does not declare nothing depends.
   */
  readonly mayMiss?: readonly string[];
  /** Facts, by the names that the policy gives them: `region: "north"`. */
  // biome-ignore lint/suspicious/noExplicitAny: an interface of the caller's own fits an index signature of any alone.
  readonly [fact: string]: any;
}

/** An event that could not be read, or not whole. What is undefined may have been anything: any type, any instant up to asOf. */
export interface UnreadEvent {
  readonly type: string | undefined;
  readonly atMs: number | undefined;
  readonly person: string | undefined;
  /** All its members, as given. */
  readonly members: Readonly<Record<string, unknown>>;
  /** How many of the events that could be read were given before it. */
  readonly place: number;
  /** Whether nothing says that it was there: the file cannot tell events of its type. */
  readonly isSupposed?: boolean;
}

/** A case as the evaluation sees it at one instant: later events are not there. */
export interface ReadCase {
  readonly id: string;
  readonly kind: string;
  readonly customer: string | undefined;
  /** The case's other members, as given. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** In the order given. */
  readonly events: readonly ReadEvent[];
  /** Events that could not be read, in the order given. */
  readonly unread: readonly UnreadEvent[];
  /** Whether any events may be missing. */
  readonly mayMissEvents: boolean;
  /** Up to when its events were read, in ms: later ones are not there. */
  readonly readToMs: number;
  readonly issues: Issue[];
}

/**
 * Reads a case; what cannot be read at all goes to `issues`, what can be read in part keeps its own issues.
 *
 * @param asOfMs Events after it are not seen.
 * @param door What cures of times name, and who counts those that were cut.
 */
export function readCase(
  value: unknown,
  index: number,
  asOfMs: number,
  issues: Issue[],
  door?: InstantDoor,
): ReadCase | undefined {
  try {
    return readForeign(value, ["cases", index], "case.bad-case", "a case", () =>
      readParts(value, index, asOfMs, issues, door),
    );
  } catch (error) {
    // Its getters or a proxy threw: this case cannot be read, and the others are.
    if (!isOuvreeError(error)) throw error;
    issues.push(...error.issues);
    return undefined;
  }
}

function readParts(
  value: unknown,
  index: number,
  asOfMs: number,
  issues: Issue[],
  door: InstantDoor | undefined,
): ReadCase | undefined {
  const path: PathStep[] = ["cases", index];
  if (!isObject(value)) {
    issues.push(
      makeIssue("case.bad-case", path, "a case", value, `${show(value)} is not a case; write { id, kind, events }`),
    );
    return undefined;
  }
  const { id, kind, customer, events, mayMissEvents, mayMiss, ...facts } = value;
  const problems = [
    typeof id === "string" && id !== "" ? undefined : ["id", id, "a text"],
    typeof kind === "string" && kind !== "" ? undefined : ["kind", kind, "a text"],
    customer === undefined || customer === null || typeof customer === "string"
      ? undefined
      : ["customer", customer, "a text"],
    isList(events) ? undefined : ["events", events, "an array"],
  ].filter((problem) => problem !== undefined);
  for (const [key, received, expected] of problems as [string, unknown, string][]) {
    issues.push(makeIssue("case.bad-case", [...path, key], expected, received, `${show(received)} is not ${expected}`));
  }
  if (problems.length > 0) return undefined;
  const into: EventsRead = { events: [], unread: [], issues: [] };
  for (const [i, event] of (events as unknown[]).entries())
    readEvent(event, [...path, "events", i], asOfMs, into, door);
  // A case of which nothing is seen is not there yet, whatever its file cannot tell.
  if (isList(mayMiss) && into.events.length > 0) into.unread.push(...mayMiss.flatMap((type) => supposed(type, into)));
  return {
    id: id as string,
    kind: kind as string,
    customer: (customer as string | null | undefined) ?? undefined,
    facts,
    mayMissEvents: mayMissEvents === true,
    readToMs: asOfMs,
    ...into,
    events: sequenced(into.events),
  };
}

/** What the events of a case come to. */
interface EventsRead {
  readonly events: ReadEvent[];
  readonly unread: UnreadEvent[];
  readonly issues: Issue[];
}

/** An event that a file cannot tell. */
function supposed(type: unknown, { events }: EventsRead): UnreadEvent[] {
  if (typeof type !== "string") return [];
  return [{ type, atMs: undefined, person: undefined, members: { type }, place: events.length, isSupposed: true }];
}

/** Reads an event; one after `asOf` is not seen, nor is what is wrong with it. */
function readEvent(
  value: unknown,
  path: readonly PathStep[],
  asOfMs: number,
  into: EventsRead,
  door: InstantDoor | undefined,
): void {
  // One copy: what was read is what is judged.
  const members: Record<string, unknown> = isObject(value) ? { ...value } : {};
  const { type, at, person: whom } = members;
  const person = typeof whom === "string" && whom !== "" ? whom : undefined;
  const place = into.events.length;
  const isTyped = typeof type === "string" && type !== "";
  let atMs: number | undefined;
  try {
    atMs = readInstant(at, [...path, "at"], undefined, door);
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    // What has no type is told as that.
    if (isTyped) for (const issue of error.issues) into.issues.push({ ...issue, code: "case.bad-event" });
  }
  if (atMs !== undefined && atMs > asOfMs) return;
  if (!isTyped) {
    const message = `${show(type)} is not a type of event`;
    into.issues.push(makeIssue("case.bad-event", [...path, "type"], "a text", type, message));
  }
  if (isTyped && atMs !== undefined)
    into.events.push({ type, atMs, seq: readSeq(members["seq"], [...path, "seq"], into.issues), person, members });
  else into.unread.push({ type: isTyped ? type : undefined, atMs, person, members, place });
}

/** Null stands for none, as in files; what is no whole number is told, and the event is read as one without. */
function readSeq(value: unknown, path: readonly PathStep[], issues: Issue[]): number | undefined {
  if (value === undefined || value === null || Number.isSafeInteger(value))
    return (value as number | null) ?? undefined;
  const cure = `${show(value)} is not a whole number; the events of its instant are taken as though none had a seq`;
  issues.push(makeIssue("case.bad-event", path, "a whole number", value, cure));
  return undefined;
}
