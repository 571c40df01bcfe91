/**
 * What reading a file of cases gives: the cases, and everything that could not be read, with its place.
 */
import type { Case } from "../evaluation/case.ts";
import type { IssueCode } from "../issues/codes.ts";
import type { Issue, PathStep } from "../issues/issue.ts";
import { makeIssue } from "../issues/issue.ts";

/** How a file of cases is read. */
export interface ImportOptions {
  /** The file's name, for messages. */
  readonly name?: string;
  /** Zone in which times without an offset are read; without it such a row is a bad row. */
  readonly zone?: string;
  /** By kind, the event that bare columns of a one-row-a-case file belong to. */
  readonly stops?: Readonly<Record<string, string>>;
}

/** Cases read from a file. */
export interface Imported {
  readonly cases: readonly Case[];
  /** The first line of each case, from 1, in the order of the cases. */
  readonly lines: readonly number[];
  /** The register that came with the cases, as it stands in the file. */
  readonly register?: unknown;
  /** One for each problem, with `[line, column]` or the JSON path. */
  readonly issues: readonly Issue[];
  /** Rows, lines or JSON cases that were there, and those of them that could not be read whole. */
  readonly rows: number;
  readonly badRows: number;
  /** Times that were read in `zone`, and times that had a fraction of a millisecond cut off. */
  readonly notes: { readonly zoned: number; readonly cut: number };
}

/** A case, and its first line. */
export interface PlacedCase {
  readonly line: number;
  readonly value: Case;
}

/** Collects the problems and notes of one file. */
export class ImportLog {
  readonly issues: Issue[] = [];
  /** What rows are counted in: lines of a file, or cases of an array. */
  rowWord: "line" | "case" = "line";
  zoned = 0;
  cut = 0;
  private readonly bad = new Set<number>();

  constructor(readonly options: ImportOptions) {}

  /** Reports a problem of a row; the row then counts as bad, once. */
  report(
    code: IssueCode,
    line: number,
    column: string | undefined,
    expected: string,
    value: unknown,
    cure: string,
  ): void {
    this.bad.add(line);
    const path: PathStep[] = column === undefined ? [line] : [line, column];
    const issue = makeIssue(code, path, expected, value, cure);
    const name = this.options.name ?? "input";
    const row = this.rowWord === "line" ? `${name}:${line}` : `${name}, case ${line}`;
    const place = `${row}${column === undefined ? "" : `, ${this.rowWord === "line" ? "column " : ""}${column}`}`;
    this.issues.push({ ...issue, message: `${place}: ${cure}` });
  }

  /** What was collected, with the cases in order. */
  result(found: readonly PlacedCase[], rows: number): Imported {
    // In the order of the lines: some problems of a row are seen before those of the rows above it.
    const issues = this.issues.sort((a, b) => Number(a.path[0]) - Number(b.path[0]));
    return {
      cases: found.map(({ value }) => value),
      lines: found.map(({ line }) => line),
      issues,
      rows,
      badRows: this.bad.size,
      notes: { zoned: this.zoned, cut: this.cut },
    };
  }
}
