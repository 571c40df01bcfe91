/**
 * Types of event that the policy does not know, counted over all cases.
 */
import type { Evaluation, UnknownEvents } from "../result.ts";

/** Counts them. */
export class UnknownTypes {
  private readonly byKind = new Map<string, Map<string, { events: number; cases: number }>>();

  /** Takes those of a case, each with how many events are of it. */
  add(kind: string, unknown: ReadonlyMap<string, number>): void {
    if (unknown.size === 0) return;
    const types = this.byKind.get(kind) ?? new Map<string, { events: number; cases: number }>();
    this.byKind.set(kind, types);
    for (const [type, events] of unknown) {
      const known = types.get(type) ?? { events: 0, cases: 0 };
      types.set(type, { events: known.events + events, cases: known.cases + 1 });
    }
  }

  /** The members of an evaluation that tell them; none where there are none. */
  shown(isIgnored: boolean): Pick<Evaluation, "unknownEvents" | "ignoresUnknown"> {
    const unknownEvents = [...this.byKind]
      .flatMap(([kind, types]) => [...types].map(([type, counts]): UnknownEvents => ({ kind, type, ...counts })))
      .sort((a, b) => b.events - a.events || compare(a.kind, b.kind) || compare(a.type, b.type));
    return {
      ...(unknownEvents.length === 0 ? {} : { unknownEvents }),
      ...(isIgnored ? { ignoresUnknown: true } : {}),
    };
  }
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
