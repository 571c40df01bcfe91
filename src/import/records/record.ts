/**
 * Records: what readers of all formats give to a mapping. A row of a table has cells under columns; a record of JSON has members.
 */
import type { Column } from "../mapping/document.ts";

/** A row or a record, and where it stands. */
export interface RawRecord {
  /** Its first line, from 1; of what has no lines, its number. */
  readonly line: number;
  /** Cells of a table, in the order of its columns; or the members of a record. */
  readonly value: readonly unknown[] | Readonly<Record<string, unknown>>;
}

/** Finds a value in a record. */
export type Getter = (record: RawRecord["value"]) => unknown;

/** What a reader tells of its file, and gives. */
export interface RecordTaker {
  /** The columns of a table, once, before its rows. */
  columns(names: readonly string[]): void;
  record(record: RawRecord): void;
  /** Whether an object is a record, and no document that holds them, where that is known. */
  isRecord?(value: object): boolean;
  /** A row that could not be read, with the cure; its cells may stand under other columns than their own. */
  bad(line: number, cure: string, cells: readonly string[]): void;
}

/** The name of a column, or a text of a state, as it is compared: letter case, the form of accents and blanks around it do not count. */
export function folded(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** The member at a path of a record: only its own members, and items of lists by their number. */
export function memberAt(record: unknown, path: readonly string[]): unknown {
  let value = record;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/**
 * The names of a column: one, or several of which a file has one.
 *
 * A member whose name has a dot in it is found too: the longest name goes before the path.
 */
export function namesOf(column: Column): readonly string[] {
  return typeof column === "string" ? [column] : column;
}

/** A getter of a member by its path, or by its whole name where a record has that. */
export function memberGetter(path: string): Getter {
  if (!path.includes(".")) return (record) => memberAt(record, [path]);
  const steps = path.split(".");
  return (record) => (Object.hasOwn(record, path) ? memberAt(record, [path]) : memberAt(record, steps));
}

/** A value as the text of a cell: numbers and booleans by their digits and letters; nothing for null and for what is no value of a cell. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  return "";
}
