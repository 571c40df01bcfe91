/**
 * Whether an event is one that a commitment names.
 *
 * Source: docs/policies.md, "Events and who sent them".
 */
import type { EventMatcher, MemberTest } from "../../policy/parts.ts";
import type { ReadEvent } from "./event.ts";

/**
 * Whether an event is one of those named.
 *
 * @param referent The customer's referent; with nobody known, no event is with the referent.
 */
export function isOneOf(matchers: readonly EventMatcher[], event: ReadEvent, referent: string | undefined): boolean {
  for (const { types, tests, person } of matchers) {
    if (!types.has(event.type)) continue;
    if (person !== undefined && (referent === undefined || event.person !== referent)) continue;
    if (tests.every((test) => passes(test, event.members))) return true;
  }
  return false;
}

/** The same, whoever on the customer's side it was with. */
export function isOneOfWithAnybody(matchers: readonly EventMatcher[], event: ReadEvent): boolean {
  return matchers.some(
    ({ types, tests }) => types.has(event.type) && tests.every((test) => passes(test, event.members)),
  );
}

/** Whether members pass a test; one that is not there is not so. */
export function passes({ member, texts, isNot }: MemberTest, members: Readonly<Record<string, unknown>>): boolean {
  const text = memberText(members, member);
  return (text !== undefined && texts.has(text)) !== isNot;
}

/** A member as a text: numbers and booleans as they are written; nothing else is one. */
export function memberText(members: Readonly<Record<string, unknown>>, member: string): string | undefined {
  const value = Object.hasOwn(members, member) ? members[member] : undefined;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}
