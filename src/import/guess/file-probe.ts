/**
 * What is seen of a file while it is read, without a mapping: its columns, their cells, and some rows.
 */
import { folded, memberAt, type RawRecord, type RecordTaker, textOf } from "../records/record.ts";
import { ColumnProbe } from "./column-probe.ts";

/** Rows that are kept, to see what repeats. */
const MOST_ROWS = 50_000;
/** Members of records that are looked at, and how deep. */
const MOST_COLUMNS = 500;
const DEEPEST = 4;

/** Sees a file. */
export class FileProbe implements RecordTaker {
  readonly probes: ColumnProbe[] = [];
  /** The cells of rows, in the order of the probes; of columns that came later they are absent. */
  readonly rows: string[][] = [];
  count = 0;
  badRows = 0;
  header: readonly string[] | undefined;
  /** Lists of records in the records: paths, with the members of their first item. */
  readonly lists: Map<string, readonly string[]> = new Map();
  /** A record as it stands, for the paths of known systems. */
  first: RawRecord["value"] | undefined;
  private readonly byPath = new Map<string, number>();

  columns(names: readonly string[]): void {
    this.header = names;
    // A name that repeats is written as a mapping finds it: name#2.
    const seen = new Map<string, number>();
    for (const name of names) {
      const count = (seen.get(folded(name)) ?? 0) + 1;
      seen.set(folded(name), count);
      this.probes.push(new ColumnProbe(count === 1 ? name : `${name}#${count}`));
    }
  }

  bad(): void {
    this.count++;
    this.badRows++;
  }

  record({ value }: RawRecord): void {
    this.count++;
    this.first ??= value;
    const cells = Array.isArray(value) ? value.map(textOf) : this.cellsOf(value as Readonly<Record<string, unknown>>);
    for (const [i, cell] of cells.entries()) this.probes[i]?.see(cell ?? "");
    if (this.rows.length < MOST_ROWS) this.rows.push(cells);
  }

  /** The members of a record as cells, under their paths. */
  private cellsOf(record: Readonly<Record<string, unknown>>): string[] {
    const cells: string[] = [];
    const walk = (value: unknown, path: string, depth: number): void => {
      if (Array.isArray(value)) {
        const [item] = value as unknown[];
        if (typeof item === "object" && item !== null && !this.lists.has(path)) this.lists.set(path, Object.keys(item));
      } else if (typeof value === "object" && value !== null) {
        if (depth < DEEPEST)
          for (const key of Object.keys(value))
            walk(memberAt(value, [key]), path === "" ? key : `${path}.${key}`, depth + 1);
      } else {
        const index = this.indexOf(path);
        if (index !== undefined) cells[index] = textOf(value);
      }
    };
    walk(record, "", 0);
    return Array.from(cells, (cell) => cell ?? "");
  }

  private indexOf(path: string): number | undefined {
    const known = this.byPath.get(path);
    if (known !== undefined || this.probes.length >= MOST_COLUMNS) return known;
    this.byPath.set(path, this.probes.length);
    this.probes.push(new ColumnProbe(path));
    return this.probes.length - 1;
  }
}
