/**
 * What of a case's history is not known: events that could not be read, and events of types that the policy does not know.
 *
 * Source: docs/semantics.md §5, "An incomplete history".
 */
import type { ReadyPolicy } from "../../policy/policy.ts";
import type { ReadCase, UnreadEvent } from "../cases/case.ts";
import type { ReadEvent } from "../cases/event.ts";

/** An event of which the type, the instant or both are not known; it may also have been none that matters. */
export interface HiddenEvent extends Omit<ReadEvent, "type" | "atMs"> {
  /** The types that it may have been. */
  readonly types: readonly string[];
  /** In ms; undefined: any instant up to that of judgement. */
  readonly atMs: number | undefined;
  /** Of an event that a file cannot tell: not before this instant, in ms, that of the first event of the case. */
  readonly fromMs?: number;
}

/** A history with what is not known of it. */
export interface IncompleteHistory {
  /** Its events in the order given, known and hidden. */
  readonly slots: readonly (ReadEvent | HiddenEvent)[];
  readonly hidden: readonly HiddenEvent[];
  /** Whether any events may be missing. */
  readonly mayMissEvents: boolean;
}

/** Types of event that are declared for a kind, or for cases of any kind. */
export function declaredTypes({ kinds, commonEvents }: ReadyPolicy, kind: string): ReadonlySet<string> {
  return new Set([...(kinds.get(kind)?.events ?? []), ...commonEvents]);
}

/** The types of a case's events that are not declared, each with how many there are. A resume that is only supposed is none. */
export function unknownTypes(
  { events }: ReadCase,
  declared: ReadonlySet<string>,
  supposed: ReadEvent | undefined,
): ReadonlyMap<string, number> {
  const unknown = new Map<string, number>();
  for (const event of events)
    if (!declared.has(event.type) && event !== supposed) unknown.set(event.type, (unknown.get(event.type) ?? 0) + 1);
  return unknown;
}

/**
 * The history of a case, where it is incomplete.
 *
 * @param unknown Types of its events that are hidden: they may have been any that is declared.
 */
export function incompleteHistory(
  { events, unread, mayMissEvents }: ReadCase,
  declared: ReadonlySet<string>,
  unknown: ReadonlyMap<string, number>,
): IncompleteHistory | undefined {
  if (unread.length === 0 && unknown.size === 0 && !mayMissEvents) return undefined;
  const all = [...declared];
  const firstMs = Math.min(...events.map(({ atMs }) => atMs));
  const hiddenOf = (event: UnreadEvent | ReadEvent): HiddenEvent => {
    const { type, atMs, person, members } = event;
    const types = type === undefined || !declared.has(type) ? all : [type];
    const seq = "seq" in event ? event.seq : members["seq"];
    // Wherever it lies, its place within that instant is what it says itself.
    const bounds = "isSupposed" in event && event.isSupposed ? { fromMs: firstMs } : {};
    return { types, atMs, seq: Number.isSafeInteger(seq) ? (seq as number) : undefined, person, members, ...bounds };
  };
  const slots: (ReadEvent | HiddenEvent)[] = [];
  let next = 0;
  for (let i = 0; i <= events.length; i++) {
    for (; unread[next]?.place === i; next++) slots.push(hiddenOf(unread[next]!));
    const event = events[i];
    if (event !== undefined) slots.push(unknown.has(event.type) ? hiddenOf(event) : event);
  }
  return { slots, hidden: slots.filter(isHidden), mayMissEvents };
}

/** The history of a case under a policy, where it is incomplete. */
export function historyOf(found: ReadCase, policy: ReadyPolicy): IncompleteHistory | undefined {
  const declared = declaredTypes(policy, found.kind);
  return incompleteHistory(found, declared, unknownTypes(found, declared, undefined));
}

/** Whether an event is one of which not all is known. */
export function isHidden(event: ReadEvent | HiddenEvent): event is HiddenEvent {
  return "types" in event;
}
