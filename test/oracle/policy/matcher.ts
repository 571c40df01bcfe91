/**
 * Matcher: whether an event is the one that a commitment names, by its type, members, sender and person.
 */

import type {
  EventMatchDocument,
  EventsDocument,
  MembersDocument,
} from "../../../src/policy/documents/document-parts.ts";
import { isOne } from "./ages.ts";
import type { CaseEvent, Document, Target } from "./types.ts";

export type Matches = (event: CaseEvent) => boolean;

/** @param referent Person of the customer; undefined: nobody is. "anybody": whoever it is, the event is one of the clock's. */
export function matcher(
  document: Document,
  events: EventsDocument | undefined,
  referent: { readonly id: string | undefined } | "anybody",
): Matches {
  const all = listOf(events);
  return (event) =>
    all.some((one) => {
      if (typeof one === "string") return event.type === one;
      const actor = one.actor === undefined ? {} : (document.actors?.[one.actor] ?? {});
      if (!isOne(event.type, one.event) || !hasMembers(event, one) || !hasMembers(event, actor)) return false;
      if (one.person === undefined || referent === "anybody") return true;
      return referent.id !== undefined && event.person === referent.id;
    });
}

export function asksForReferent({ start, stop }: Target): boolean {
  return [...listOf(start), ...listOf(stop)].some((one) => typeof one !== "string" && one.person !== undefined);
}

function listOf(events: EventsDocument | undefined): readonly EventMatchDocument[] {
  if (events === undefined) return [];
  return Array.isArray(events) ? events : [events as EventMatchDocument];
}

function hasMembers(event: CaseEvent, { where = {}, not = {} }: MembersDocument): boolean {
  const written = (member: string): string | undefined => {
    const value = event[member];
    return value === undefined || value === null ? undefined : String(value);
  };
  return (
    Object.entries(where).every(([member, wanted]) => isOne(written(member), wanted)) &&
    !Object.entries(not).some(([member, unwanted]) => isOne(written(member), unwanted))
  );
}
