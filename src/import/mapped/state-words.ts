/**
 * States: what the texts of a file are to a clock, and what follows each other as events.
 */
import type { StateClass, StateClasses } from "../mapping/document.ts";
import { folded } from "../records/record.ts";

/** The class of texts that are no state at all. */
const IGNORED = "ignore";
/** Any other text. */
const REST = "*";

/** Classes by the texts of a mapping. */
export class StateWords {
  private readonly classes = new Map<string, StateClass>();
  /** The texts that the mapping names, for near misses. */
  readonly texts: readonly string[];

  constructor(is: StateClasses) {
    const named = Object.entries(is).flatMap(([name, texts]) =>
      [texts].flat().map((text): readonly [string, string] => [text as string, name]),
    );
    for (const [text, name] of named) this.classes.set(folded(text), name);
    this.texts = named.flatMap(([text]) => (text === REST ? [] : [text]));
  }

  /** The class of a text: "ignore" for no state, undefined for a text that the mapping does not name. */
  classOf(text: string): StateClass | undefined {
    return this.classes.get(folded(text)) ?? this.classes.get(REST);
  }

  /** Whether a text is no state at all. */
  isIgnored(text: string): boolean {
    return this.classOf(text) === IGNORED;
  }
}

/** A state that is waited in. */
export function isWaiting(state: StateClass | undefined): boolean {
  return state === "waiting";
}

/** A state in which the work is done. */
export function isEnded(state: StateClass | undefined): boolean {
  return state === "resolved" || state === "closed" || state === "cancelled";
}

/**
 * The events of a change from one state to another, in their order.
 *
 * Source: docs/importing.md, "States become events".
 * @param before The state that is left; undefined at the beginning.
 * @example eventsOfChange("waiting", "resolved").join(", ") // "resumed, resolved"
 */
export function eventsOfChange(before: StateClass | undefined, after: StateClass): readonly string[] {
  if (before === after) return [];
  const events: string[] = [];
  if (isWaiting(before)) events.push("resumed");
  if (isEnded(before) && !isEnded(after)) events.push("reopened");
  // Closing what is resolved is no second resolution; resolving what is closed is none either.
  if (after !== "open" && !(after === "resolved" && before === "closed")) events.push(after);
  return events;
}
