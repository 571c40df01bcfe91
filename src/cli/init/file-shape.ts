/**
 * What a first policy takes from an export: its kinds, the events that its mapping makes, its priorities.
 */
import type { ImportedCases, Mapping } from "../../import/index.ts";

/** What the policy of a file is made of. */
export interface FileShape {
  readonly kinds: readonly string[];
  /** Events of cases that do not pause, resume or cancel. */
  readonly events: readonly string[];
  /** What ends the work: resolved, or closed where nothing is resolved. */
  readonly stop: string;
  /** Whether the file can tell when somebody answered. */
  readonly hasReplies: boolean;
  readonly hasReopened: boolean;
  readonly priorities: readonly string[];
  /** Types of event that the file cannot tell. */
  readonly cannotTell: readonly string[];
}

/** Events with a place of their own in a policy. */
const COMMON: ReadonlySet<string> = new Set(["waiting", "resumed", "cancelled"]);
/** More are no list of priorities. */
const MOST_PRIORITIES = 15;

/** The shape of the cases of a file. */
export function shapeOf({ cases }: ImportedCases, mapping: Mapping): FileShape {
  const types = [...new Set([...typesOf(mapping), ...cases.flatMap(({ events }) => events.map(({ type }) => type))])];
  const events = types.filter((type) => type !== "" && !COMMON.has(type));
  const seen = distinct(cases.map(({ priority }) => priority));
  return {
    kinds: distinct(cases.map(({ kind }) => kind)),
    events,
    stop: events.includes("resolved") || !events.includes("closed") ? "resolved" : "closed",
    hasReplies: events.includes("replied"),
    hasReopened: events.includes("reopened"),
    priorities: seen.length > MOST_PRIORITIES ? [] : seen,
    cannotTell: mapping.cannotTell ?? [],
  };
}

/** The types of event that a mapping makes, whether the file has them or not. */
function typesOf(mapping: Mapping): string[] {
  const { events = {}, event, is = {}, states, log, messages } = mapping;
  const ofStates = states === undefined && log === undefined ? [] : [...Object.keys(is), "reopened", "resumed"];
  const values = Object.values(event?.type.values ?? {}).filter((value) => value !== null);
  return [
    ...(states?.begins === undefined ? [] : [states.begins]),
    ...Object.keys(events),
    ...values,
    ...ofStates.filter((name) => name !== "open" && name !== "ignore"),
    ...(messages === undefined ? [] : ["replied", "answered"]),
  ];
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== undefined && value !== ""))].sort();
}
