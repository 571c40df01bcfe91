/**
 * Cases as they are given, and as the evaluation reads them: events with their instants, problems as issues.
 */
import { isOuvreeError } from "../issues/error.ts";
import { isList, isObject } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import { type Issue, makeIssue, type PathStep } from "../issues/issue.ts";
import { show } from "../issues/show.ts";
import { type InstantDoor, type InstantInput, readInstant } from "../time/instant.ts";
import { sequenced } from "./clocks/moments.ts";

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
}

/** One request with its history. It may have other members; they are facts. */
export interface Case {
  readonly id: string;
  readonly kind: string;
  readonly customer?: string;
  readonly module?: string;
  readonly priority?: string;
  readonly events: readonly CaseEvent[];
}

/** An event with its instant. */
export interface ReadEvent {
  readonly type: string;
  readonly atMs: number;
  /** Its place within its instant; undefined where not all events of the instant carry one. */
  readonly seq: number | undefined;
  readonly person: string | undefined;
  /** All its members, as given. */
  readonly members: Readonly<Record<string, unknown>>;
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
  const { id, kind, customer, events, ...facts } = value;
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
  const own: Issue[] = [];
  const read = (events as unknown[]).flatMap(
    (event, i) => readEvent(event, [...path, "events", i], asOfMs, own, door) ?? [],
  );
  return {
    id: id as string,
    kind: kind as string,
    customer: (customer as string | null | undefined) ?? undefined,
    facts,
    events: sequenced(read),
    issues: own,
  };
}

function readEvent(
  value: unknown,
  path: readonly PathStep[],
  asOfMs: number,
  issues: Issue[],
  door: InstantDoor | undefined,
): ReadEvent | undefined {
  // One copy: what was read is what is judged.
  const members: Record<string, unknown> = isObject(value) ? { ...value } : {};
  const { type, at, person } = members;
  if (typeof type !== "string" || type === "") {
    issues.push(makeIssue("case.bad-event", [...path, "type"], "a text", type, `${show(type)} is not a type of event`));
    return undefined;
  }
  try {
    const atMs = readInstant(at, [...path, "at"], undefined, door);
    if (atMs > asOfMs) return undefined;
    const seq = readSeq(members["seq"], [...path, "seq"], issues);
    return { type, atMs, seq, person: typeof person === "string" && person !== "" ? person : undefined, members };
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    for (const issue of error.issues) issues.push({ ...issue, code: "case.bad-event" });
    return undefined;
  }
}

/** Null stands for none, as in files; what is no whole number is told, and the event is read as one without. */
function readSeq(value: unknown, path: readonly PathStep[], issues: Issue[]): number | undefined {
  if (value === undefined || value === null || Number.isSafeInteger(value))
    return (value as number | null) ?? undefined;
  const cure = `${show(value)} is not a whole number; the events of its instant are taken as though none had a seq`;
  issues.push(makeIssue("case.bad-event", path, "a whole number", value, cure));
  return undefined;
}
