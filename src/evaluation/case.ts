/**
 * Cases as they are given, and as the evaluation reads them: events with their instants, problems as issues.
 */
import { isOuvreeError } from "../issues/error.ts";
import { type Issue, makeIssue, type PathStep } from "../issues/issue.ts";
import { show } from "../issues/show.ts";
import { type InstantInput, readInstant } from "../time/instant.ts";

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
}

/** An event with its instant. */
export interface ReadEvent {
  readonly type: string;
  readonly atMs: number;
  readonly person: string | undefined;
  /** All its members, as given. */
  readonly members: Readonly<Record<string, unknown>>;
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
 */
export function readCase(value: unknown, index: number, asOfMs: number, issues: Issue[]): ReadCase | undefined {
  const path: PathStep[] = ["cases", index];
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    issues.push(
      makeIssue("case.bad-case", path, "a case", value, `${show(value)} is not a case; write { id, kind, events }`),
    );
    return undefined;
  }
  const { id, kind, customer, events, mayMissEvents, ...facts } = value as Record<string, unknown>;
  const problems = [
    typeof id === "string" && id !== "" ? undefined : ["id", id, "a text"],
    typeof kind === "string" && kind !== "" ? undefined : ["kind", kind, "a text"],
    customer === undefined || customer === null || typeof customer === "string"
      ? undefined
      : ["customer", customer, "a text"],
    Array.isArray(events) ? undefined : ["events", events, "an array"],
  ].filter((problem) => problem !== undefined);
  for (const [key, received, expected] of problems as [string, unknown, string][]) {
    issues.push(makeIssue("case.bad-case", [...path, key], expected, received, `${show(received)} is not ${expected}`));
  }
  if (problems.length > 0) return undefined;
  const into: EventsRead = { events: [], unread: [], issues: [] };
  for (const [i, event] of (events as unknown[]).entries()) readEvent(event, [...path, "events", i], asOfMs, into);
  return {
    id: id as string,
    kind: kind as string,
    customer: (customer as string | null | undefined) ?? undefined,
    facts,
    mayMissEvents: mayMissEvents === true,
    readToMs: asOfMs,
    ...into,
  };
}

/** What the events of a case come to. */
interface EventsRead {
  readonly events: ReadEvent[];
  readonly unread: UnreadEvent[];
  readonly issues: Issue[];
}

/** Reads an event; one after `asOf` is not seen, nor is what is wrong with it. */
function readEvent(value: unknown, path: readonly PathStep[], asOfMs: number, into: EventsRead): void {
  const members = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const { type, at, person: whom } = members;
  const person = typeof whom === "string" && whom !== "" ? whom : undefined;
  const place = into.events.length;
  const isTyped = typeof type === "string" && type !== "";
  let atMs: number | undefined;
  try {
    atMs = readInstant(at, [...path, "at"]);
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
  if (isTyped && atMs !== undefined) into.events.push({ type, atMs, person, members });
  else into.unread.push({ type: isTyped ? type : undefined, atMs, person, members, place });
}
