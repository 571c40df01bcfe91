/**
 * Texts that a mapping does not name: states, kinds, types of event, priorities, sides; each with its rows and the nearest name.
 */
import { nearest } from "../../issues/nearest.ts";
import { folded } from "../records/record.ts";

/** A text that the mapping does not name. */
export interface UnknownValue {
  /** What it would be: a state, the kind, a fact. */
  readonly what: string;
  readonly value: string;
  readonly rows: number;
  /** A text that the mapping names, and that is near. */
  readonly nearest?: string;
}

/** Texts that are listed; a column of comments, taken for states, has as many as rows. */
const MOST = 1000;

/** Counts them. */
export class UnknownValues {
  private readonly counted = new Map<string, { what: string; value: string; rows: number; known: readonly string[] }>();
  /** Texts beyond those that are listed. */
  others = 0;

  add(what: string, value: string, known: readonly string[]): void {
    const key = `${what}\n${folded(value)}`;
    const found = this.counted.get(key);
    if (found !== undefined) found.rows++;
    else if (this.counted.size < MOST) this.counted.set(key, { what, value, rows: 1, known });
    else this.others++;
  }

  /** The list, the most frequent first. */
  list(): UnknownValue[] {
    return [...this.counted.values()]
      .map(({ what, value, rows, known }) => {
        const near = nearest(folded(value), known.map(folded));
        const named = known.find((text) => folded(text) === near);
        return { what, value, rows, ...(named === undefined ? {} : { nearest: named }) };
      })
      .sort((a, b) => b.rows - a.rows);
  }
}
