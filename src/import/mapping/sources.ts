/**
 * Sources of a mapping, found in a file: which getters they are, for the columns that the file has.
 */
import { refuse } from "../../issues/error.ts";
import { isObject } from "../../issues/expect.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import { folded, type Getter, memberGetter, namesOf, textOf } from "../records/record.ts";
import type { Column, Mapping, Source, Where } from "./document.ts";

/** What is found of a source in a record. */
export type Found = { readonly text: string } | { readonly unknown: string };

/** Finds columns in one file: of a table by its header, of records by their paths. */
export class Columns {
  private readonly byName = new Map<string, number>();

  /** @param names The header of a table; undefined for records with members. */
  constructor(
    private readonly names: readonly string[] | undefined,
    private readonly file: string,
    private readonly empty: ReadonlySet<string>,
  ) {
    // A name that repeats is its first column; the next ones are name#2, name#3.
    const seen = new Map<string, number>();
    for (const [i, name] of (names ?? []).entries()) {
      const key = folded(name);
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      if (count === 1) this.byName.set(key, i);
      this.byName.set(`${key}#${count}`, i);
    }
  }

  /** The text of a column; undefined where the file has it not and it may lack it. Errors: `file.missing-column`. */
  text(column: Column, optional = false): ((record: Parameters<Getter>[0]) => string) | undefined {
    const get = this.getter(column, optional);
    if (get === undefined) return undefined;
    return (record) => {
      const found = textOf(get(record));
      return this.empty.has(found) ? "" : found;
    };
  }

  /** The value of a column. Errors: `file.missing-column`. */
  getter(column: Column, optional = false): Getter | undefined {
    const names = namesOf(column);
    if (this.names === undefined) {
      const getters = names.map(memberGetter);
      if (getters.length === 1) return getters[0];
      return (record) => {
        for (const get of getters) {
          const value = get(record);
          if (value !== undefined && value !== null) return value;
        }
        return undefined;
      };
    }
    for (const name of names) {
      const index = this.byName.get(folded(name));
      if (index !== undefined) return (record) => (record as readonly unknown[])[index];
    }
    return optional ? undefined : this.refuseMissing(names);
  }

  /** A source with its values. */
  source(source: Column | Source, optional = false): ((record: Parameters<Getter>[0]) => Found) | undefined {
    const { from, join, values, optional: own = optional } = isSource(source) ? source : { from: source };
    const parts = (join ?? [from!]).map((column) => this.text(column, own));
    if (parts.some((part) => part === undefined)) return undefined;
    const read = parts as ((record: Parameters<Getter>[0]) => string)[];
    const textAt =
      read.length === 1
        ? read[0]!
        : (record: Parameters<Getter>[0]) =>
            read
              .map((part) => part(record))
              .filter((text) => text !== "")
              .join(" ");
    if (values === undefined) return (record) => ({ text: textAt(record) });
    const known = new Map(Object.entries(values).map(([text, value]) => [folded(text), value ?? ""]));
    const rest = known.get("*");
    return (record) => {
      const text = textAt(record);
      const value = text === "" ? (known.get("") ?? "") : (known.get(folded(text)) ?? rest);
      return value === undefined ? { unknown: text } : { text: value };
    };
  }

  /** Whether a record is meant. */
  where(where: Where | undefined): (record: Parameters<Getter>[0]) => boolean {
    const tests = Object.entries(where ?? {}).map(([column, wanted]) => {
      const get = this.text(column)!;
      const isNot = isObject(wanted) && !Array.isArray(wanted);
      const texts = new Set(
        [isNot ? (wanted as { not: unknown }).not : wanted].flat().map((text) => folded(String(text))),
      );
      return (record: Parameters<Getter>[0]) => texts.has(folded(get(record))) !== isNot;
    });
    return (record) => tests.every((test) => test(record));
  }

  private refuseMissing(names: readonly string[]): never {
    const known = this.names!;
    const near = names.map((name) => didYouMean(name, known)).find((hint) => hint !== "") ?? "";
    const cure = `${this.file}: the file has no column ${names.map((name) => show(name)).join(" or ")}${near}; its columns are ${show(known.join(", "))}`;
    return refuse("file.missing-column", [], names.join(" or "), known.join(","), cure);
  }
}

/** The texts of a mapping that stand for nothing. */
export function emptyTexts({ empty = [] }: Mapping): ReadonlySet<string> {
  return new Set(empty.flatMap((text) => text ?? ["NULL", "null", "Null"]));
}

/** Whether it is a source, and no column. */
export function isSource(value: unknown): value is Source {
  return isObject(value) && !Array.isArray(value);
}
