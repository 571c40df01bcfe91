/**
 * What reading a file of cases gives: the cases, and everything that could not be read, with its place.
 */
import type { Case } from "../evaluation/cases/case.ts";
import type { IssueCode } from "../issues/codes.ts";
import type { Issue, PathStep } from "../issues/issue.ts";
import { makeIssue } from "../issues/issue.ts";
import { LineSet } from "./line-set.ts";
import { formCure, type TimeForm } from "./time-form.ts";

/** How a file of cases is read. */
export interface ImportOptions {
  /** The file's name, for messages. */
  readonly name?: string;
  /** Zone in which times without an offset are read; without it such a row is a bad row. */
  readonly zone?: string;
  /** By kind, the event that bare columns of a one-row-a-case file belong to. */
  readonly stops?: Readonly<Record<string, string>>;
}

/** Times that were read in `zone`, times that had a fraction of a millisecond cut off, and repeated events, which count once. */
export interface ImportNotes {
  readonly zoned: number;
  readonly cut: number;
  /** Absent where there were none. */
  readonly repeated?: number;
}

/** Rows of a file with one problem: the same code, in the same column, of the same form. */
export interface ImportProblem {
  /** How many issues there are of it. */
  readonly count: number;
  /** The first few of them. */
  readonly first: readonly Issue[];
  /** Place, value and cure of the first, and how many more there are and where: one line. */
  readonly message: string;
}

/** What a file held beside cases. */
export interface ImportedFile {
  /** The register that came with the cases, as it stands in the file. */
  readonly register?: unknown;
  /** One for each problem, with `[line, column]` or the JSON path; beyond 200,000 they are only counted. */
  readonly issues: readonly Issue[];
  /** The same, as they are told: one for each sort. */
  readonly problems: readonly ImportProblem[];
  /** Rows, lines or JSON cases that were there, and those of them that could not be read whole. */
  readonly rows: number;
  readonly badRows: number;
  readonly notes: ImportNotes;
}

/** Cases read from a file. */
export interface Imported extends ImportedFile {
  readonly cases: readonly Case[];
  /** The first line of each case, from 1, in the order of the cases. */
  readonly lines: readonly number[];
}

/** Issues that are kept of a file: a hostile one has a problem on each of its hundred million lines. */
const MOST_ISSUES = 200_000;
/** Issues that are kept of a sort to be told. */
const FIRST = 3;

/** A sort of problem while it is counted. */
interface Sort {
  count: number;
  readonly first: Issue[];
  readonly form: TimeForm | undefined;
  readonly firsts: Set<"day" | "month">;
  readonly value: unknown;
}

/** Collects the problems and notes of one file. */
export class ImportLog {
  /** What rows are counted in: lines of a file, or cases of an array. */
  rowWord: "line" | "case" = "line";
  zoned = 0;
  cut = 0;
  /** Times that a clock showed twice, and never. */
  twice = 0;
  never = 0;
  /** What was reported last, without its place. */
  last = "";
  /** How many problems were reported. */
  reported = 0;
  readonly name: string;
  private readonly issues: Issue[] = [];
  private readonly sorts = new Map<string, Sort>();
  private readonly bad = new LineSet();

  constructor(readonly options: ImportOptions) {
    this.name = options.name ?? "input";
  }

  /**
   * Reports a problem of a row; the row then counts as bad, once.
   *
   * @param form What tells this problem from others of its code and column: the form of a time, or words.
   */
  report(
    code: IssueCode,
    row: number,
    column: string | undefined,
    expected: string,
    value: unknown,
    cure: string,
    form?: TimeForm | string,
  ): void {
    this.bad.add(row);
    this.reported++;
    this.last = cure;
    const shape = typeof form === "object" ? form.shape : (form ?? "");
    const sort = this.sortOf(`${code}\n${column?.replace(/\[\d+\]/, "") ?? ""}\n${shape}`, form, value);
    sort.count++;
    if (typeof form === "object" && form.first !== undefined) sort.firsts.add(form.first);
    if (this.issues.length >= MOST_ISSUES && sort.first.length >= FIRST) return;
    const path: PathStep[] = column === undefined ? [row] : [row, column];
    const issue = { ...makeIssue(code, path, expected, value, cure), message: `${this.placeOf(row, column)}: ${cure}` };
    if (this.issues.length < MOST_ISSUES) this.issues.push(issue);
    if (sort.first.length < FIRST) sort.first.push(issue);
  }

  /** Where a row is, in words. */
  placeOf(row: number, column?: string): string {
    const isLine = this.rowWord === "line";
    const place = isLine ? `${this.name}:${row}` : `${this.name}, case ${row}`;
    return column === undefined ? place : `${place}, ${isLine ? "column " : ""}${column}`;
  }

  /** What was collected. */
  result(rows: number, register?: unknown): ImportedFile {
    return {
      ...(register === undefined ? {} : { register }),
      // In the order of the lines: some problems of a row are seen before those of the rows above it.
      issues: this.issues.sort((a, b) => Number(a.path[0]) - Number(b.path[0])),
      problems: [...this.sorts.values()].map((sort) => this.problemOf(sort)),
      rows,
      badRows: this.bad.size,
      notes: { zoned: this.zoned, cut: this.cut },
    };
  }

  private sortOf(key: string, form: TimeForm | string | undefined, value: unknown): Sort {
    const known = this.sorts.get(key);
    if (known !== undefined) return known;
    const made: Sort = {
      ...{ count: 0, first: [], firsts: new Set(), value },
      form: typeof form === "object" ? form : undefined,
    };
    this.sorts.set(key, made);
    return made;
  }

  private problemOf({ count, first, form, firsts, value }: Sort): ImportProblem {
    const [{ path, message }, ...next] = first as [Issue, ...Issue[]];
    const [row, column] = path as [number, string?];
    // The other rows of the column may prove what the first cell alone does not.
    const [proven] = firsts.size === 1 ? firsts : [];
    const told =
      form === undefined || proven === form.first
        ? message
        : `${this.placeOf(row, column)}: ${formCure(String(value), form.shape, proven)}`;
    if (next.length === 0) return { count, first, message: told };
    const rows = next.map((issue) => issue.path[0]).join(", ");
    const word = count === 2 ? this.rowWord : `${this.rowWord}s`;
    const more = count - 1 > next.length ? `${count - 1} more ${word}: ${rows}, …` : `${word} ${rows}`;
    return { count, first, message: `${told}; so ${count === 2 ? "is" : "are"} ${more}` };
  }
}
