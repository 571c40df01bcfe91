/**
 * Repeated events of one case: which of them are one event, told twice.
 *
 * Within a list the log's own counter tells (`seq`), else events of one instant that are equal and follow each other are one. Between
 * lists, pages of one export that overlap, the larger count holds; what one of them tells without a column that the other has, such as
 * its counter, is the same event all the same.
 */
import type { CaseEvent } from "../../evaluation/cases/case.ts";

/** The events of one file, row or record, in its order. */
export interface EventList {
  readonly form: string;
  readonly events: readonly CaseEvent[];
}

interface Kept {
  event: CaseEvent;
  readonly key: string;
}

/** The events of a list, each once. */
export function withoutRepeats(events: readonly CaseEvent[]): readonly CaseEvent[] {
  if (events.length < 2) return events;
  const lastAt = new Map<string, CaseEvent>();
  const counted = new Set<string>();
  return events.filter((event) => {
    if (typeof seqOf(event) === "number") {
      const before = counted.size;
      return counted.add(keyOf(event)).size > before;
    }
    const at = String(event.at);
    const last = lastAt.get(at);
    lastAt.set(at, event);
    return last === undefined || last.type !== event.type || keyOf(last) !== keyOf(event);
  });
}

/** The events of lists, each as often as in the list that has it most; in the order of the first list, then of the next. */
export function unitedEvents(lists: readonly EventList[]): readonly CaseEvent[] {
  const [first, ...rest] = lists.map(({ events }) => withoutRepeats(events));
  if (first === undefined || rest.length === 0) return first ?? [];
  const kept = first.map((event): Kept => ({ event, key: keyOf(event) }));
  const counts = new Map<string, number>();
  for (const { key } of kept) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const events of rest) {
    const seen = new Map<string, number>();
    const extra = events
      .map((event): Kept => ({ event, key: keyOf(event) }))
      .filter(({ key }) => {
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        return count > (counts.get(key) ?? 0);
      });
    const others = unmatchedOf(kept, seen);
    for (const one of extra) {
      if (tellsTheSame(one, others)) continue;
      kept.push(one);
      counts.set(one.key, (counts.get(one.key) ?? 0) + 1);
    }
  }
  return kept.map(({ event }) => event);
}

/** Events of one type and instant that are compared member by member: no case has as many. */
const MOST_COMPARED = 50;

/** By type and instant, the events that other lists told and this one did not. */
function unmatchedOf(kept: readonly Kept[], seen: ReadonlyMap<string, number>): Map<string, Kept[]> {
  const others = new Map<string, Kept[]>();
  for (const one of kept) {
    if (seen.has(one.key)) continue;
    const place = placeOf(one.event);
    others.set(place, [...(others.get(place) ?? []).slice(0, MOST_COMPARED), one]);
  }
  return others;
}

/**
 * Whether another list told the same event: forms and files do not hold the same members, so that one has what the other is silent on.
 * The richer one is kept.
 */
function tellsTheSame({ event }: Kept, others: Map<string, Kept[]>): boolean {
  const candidates = others.get(placeOf(event)) ?? [];
  const found = candidates.findIndex((other) => isPartOf(event, other.event) || isPartOf(other.event, event));
  if (found < 0) return false;
  const [other] = candidates.splice(found, 1);
  other!.event = { ...other!.event, ...event };
  return true;
}

function isPartOf(part: CaseEvent, whole: CaseEvent): boolean {
  const members = whole as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(part).every(([name, value]) => Object.hasOwn(members, name) && isSame(members[name], value));
}

function placeOf({ type, at }: CaseEvent): string {
  return `${type}\n${String(at)}`;
}

function seqOf(event: CaseEvent): unknown {
  return (event as { seq?: unknown }).seq;
}

/** A text that equal events have in common. */
function keyOf(event: CaseEvent): string {
  const members = Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1));
  return textOf(members);
}

/** Whether two values of JSON are the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "object" && typeof b === "object" && textOf(a) === textOf(b));
}

let unwritable = 0;

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than the stack goes: like nothing else.
    return `unwritable ${unwritable++}`;
  }
}
