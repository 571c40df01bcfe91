/**
 * What is seen of a column while a file is read: its cells, whether they are times, and what proves the order of day and month.
 */
import { plainTime } from "../times/forms.ts";
import { timeShapeOf } from "./time-shapes.ts";

/** What was seen of one form of times. */
export interface SeenForm {
  count: number;
  readonly example: string;
  readonly hasOffset: boolean;
  readonly needsName: boolean;
  /** A cell whose first number is above 12, and one whose second is. */
  dayFirst?: string;
  monthFirst?: string;
}

/** Texts that stand for nothing. */
const EMPTY_MARKS: ReadonlySet<string> = new Set([
  ...["?", "-", "--", "NULL", "null", "N/A", "n/a", "None", "(No value)", "(none)", "(empty)", "0000-00-00 00:00:00"],
]);

/** Different texts that are kept of a column. */
const MOST_TEXTS = 60;
/** Different forms of times that are kept of a column. */
const MOST_FORMS = 12;

/** Sees the cells of a column. */
export class ColumnProbe {
  /** Cells that are not empty. */
  count = 0;
  times = 0;
  /** The texts with their counts, as long as they are few. */
  readonly texts: Map<string, number> = new Map();
  hasMoreTexts = false;
  /** Texts that stand for nothing. */
  readonly marks: Set<string> = new Set();
  readonly forms: Map<string, SeenForm> = new Map();

  constructor(readonly name: string) {}

  see(cell: string): void {
    if (cell === "") return;
    if (EMPTY_MARKS.has(cell)) {
      this.marks.add(cell);
      return;
    }
    this.count++;
    if (this.texts.has(cell) || this.texts.size < MOST_TEXTS) this.texts.set(cell, (this.texts.get(cell) ?? 0) + 1);
    else this.hasMoreTexts = true;
    const shape = timeShapeOf(plainTime(cell));
    if (shape === undefined) return;
    this.times++;
    const { form, numbers, hasOffset = false, needsName = false } = shape;
    let seen = this.forms.get(form);
    if (seen === undefined) {
      if (this.forms.size >= MOST_FORMS) return;
      seen = { count: 0, example: cell, hasOffset, needsName };
      this.forms.set(form, seen);
    }
    seen.count++;
    if (numbers === undefined) return;
    if (numbers[0] > 12) seen.dayFirst ??= cell;
    if (numbers[1] > 12) seen.monthFirst ??= cell;
  }

  /** Whether it holds times: nearly all of its cells are, or most of them where its name says so. */
  isTime(nameSaysSo: boolean): boolean {
    // Nothing was solved yet: an empty column goes by its name alone.
    if (this.count === 0) return nameSaysSo;
    if (this.times < (nameSaysSo ? 0.5 : 0.9) * this.count) return false;
    return nameSaysSo || [...this.forms.values()].some(({ needsName }) => !needsName);
  }

  /** An example or two of its cells. */
  get examples(): readonly string[] {
    return [...this.texts.keys()].slice(0, 2);
  }
}
