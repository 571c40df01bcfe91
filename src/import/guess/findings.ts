/**
 * What a guess rests on: reasons, questions, and the columns that it used.
 */
import { show } from "../../issues/show.ts";
import type { ColumnProbe } from "./column-probe.ts";

/** What a line of the mapping rests on. */
export interface GuessReason {
  /** The member of the mapping, as a path: `["events", "opened"]`. */
  readonly path: readonly string[];
  readonly why: string;
}

/** Collects them. */
export class Findings {
  readonly reasons: GuessReason[] = [];
  readonly questions: string[] = [];
  readonly used: Set<ColumnProbe> = new Set();

  /** @param rows How many rows the file has. */
  constructor(
    private readonly rows: number,
    private readonly times: ReadonlySet<ColumnProbe>,
  ) {}

  because(path: readonly string[], why: string): void {
    this.reasons.push({ path, why });
  }

  /** Asks what only the file's owner knows, once. */
  ask(question: string): void {
    if (!this.questions.includes(question)) this.questions.push(question);
  }

  /** Notes that a column is used, and its cells. */
  take(column: ColumnProbe, path: readonly string[]): void {
    this.used.add(column);
    const { count, examples } = column;
    const what = this.times.has(column) ? "times, such as" : "such as";
    const cells = examples.map((text) => show(text)).join(", ");
    this.because(path, `${count} of ${this.rows} cells are filled: ${what} ${cells}`);
  }
}
