/**
 * An issue: one problem, as data.
 */
import type { IssueCode } from "./codes.ts";
import { show } from "./show.ts";

/** A step on the way to a value: an object's key or an array's index. */
export type PathStep = string | number;

/** One problem: where, what was expected, what was received, and a message that names the cure. */
export interface Issue {
  /** Stable, of the form `area.problem`; the list is in `docs/errors.md`. */
  readonly code: IssueCode;
  /** The way to the value from the outermost input, e.g. `["week", "mon", 0]`. */
  readonly path: readonly PathStep[];
  /** What would have been right. */
  readonly expected: string;
  /** The value as a message shows it, at most about 80 characters. */
  readonly received: string;
  /** Place, value and cure in one line. */
  readonly message: string;
}

/**
 * Makes an issue; the message is `place: received: cure`.
 *
 * @param cure What to do, or what would have been right.
 */
export function makeIssue(
  code: IssueCode,
  path: readonly PathStep[],
  expected: string,
  value: unknown,
  cure: string,
): Issue {
  const place = showPath(path);
  return Object.freeze({
    code,
    path: Object.freeze([...path]),
    expected,
    received: show(value),
    message: place === "" ? cure : `${place}: ${cure}`,
  });
}

/** Longer keys are shown cut. */
const LONGEST_STEP = 40;
/** Longer paths are shown by their two ends; the issue's `path` has all of it. */
const LONGEST_PATH = 160;

/** A path as a message writes it: `week.mon[0]`, `exceptions["2026-12-24"][0]`. */
export function showPath(path: readonly PathStep[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (step.length <= LONGEST_STEP && /^[A-Za-z_$][\w$]*$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${show(step)}]`;
  }
  return text.length <= LONGEST_PATH ? text : `${text.slice(0, LONGEST_PATH / 2)}…${text.slice(-LONGEST_PATH / 2)}`;
}
