/**
 * What goes wrong while a text is read, with the line; and how much work it may make.
 */
import type { IssueCode } from "../../issues/codes.ts";
import { refuse } from "../../issues/error.ts";
import { type Issue, makeIssue } from "../../issues/issue.ts";

/** More dates than any calendar of closed days has. */
const MOST_DATES = 20_000;
/** More days than 300 rules of three centuries look at; a text that asks for more is hostile. */
const MOST_STEPS = 2_000_000;

/** A text with more problems is not what was meant. */
const MOST_ISSUES = 10_000;

/** Collects the problems of one text. */
export class ReadLog {
  readonly issues: Issue[] = [];
  private dates = 0;
  private steps = 0;

  constructor(readonly name: string) {}

  /** Reports what stands on a line; the answer is that there is none. */
  report(code: IssueCode, line: number, expected: string, value: unknown, cure: string): undefined {
    if (this.issues.length >= MOST_ISSUES) this.tooLarge(line, `more than ${MOST_ISSUES} problems up to this line`);
    const issue = makeIssue(code, [line], expected, value, cure);
    this.issues.push(Object.freeze({ ...issue, message: `${this.name}:${line}: ${cure}` }));
    return undefined;
  }

  /** Counts dates that will be kept. Errors: `icalendar.too-large`. */
  addDates(count: number, line: number): void {
    this.dates += count;
    if (this.dates > MOST_DATES) this.tooLarge(line, `more than ${MOST_DATES} dates up to this event`);
  }

  /** Counts days that were looked at. Errors: `icalendar.too-large`. */
  addSteps(count: number, line: number): void {
    this.steps += count;
    if (this.steps > MOST_STEPS) this.tooLarge(line, "the rules up to this event are too long to be written out");
  }

  /** In the order of the lines: some problems are seen only when the whole text has been. */
  inOrder(): readonly Issue[] {
    return Object.freeze([...this.issues].sort((a, b) => Number(a.path[0]) - Number(b.path[0])));
  }

  private tooLarge(line: number, cure: string): never {
    return refuse("icalendar.too-large", [], "a calendar of closed days", line, `${this.name}:${line}: ${cure}`);
  }
}
