/**
 * Refusals: what every error of this library must look like, whatever it is about, and a few desks to provoke them.
 *
 * Source: the contract's page of bad input: one class, a stable code, a path, and a message that names place, value
 * and cure, without carrying whole rows, secrets or control characters.
 */

import { expect } from "vitest";
import {
  type Calendar,
  type CalendarDefinition,
  createCalendar,
  type Issue,
  isOuvreeError,
  OuvreeError,
  type PathStep,
} from "../../src/index.ts";
import { ISSUE_CODES } from "../../src/issues/codes.ts";

/** What is known of one refusal; what is left out is not compared. */
export interface Expected {
  readonly code: string;
  readonly path?: readonly PathStep[];
  readonly message?: string | RegExp;
  /** How many issues in all. */
  readonly count?: number;
}

/** A value of a message is at most about 80 characters. */
const LONGEST_RECEIVED = 82;
/** A place, two values and a cure fit in it. */
const LONGEST_MESSAGE = 400;

/** Control characters, line separators and every character with the Unicode property Bidi_Control. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
export const HARMFUL: RegExp = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** The error that `act` throws, once it is known to have the shape of all errors of this library. */
export function refusal(act: () => unknown): OuvreeError {
  let error: unknown;
  let answer: unknown;
  try {
    answer = act();
  } catch (thrown) {
    error = thrown;
  }
  if (error === undefined) throw new Error(`expected a refusal, got the answer ${String(answer)}`);
  if (!isOuvreeError(error)) throw new Error(`expected an OuvreeError, got: ${String(error)}`, { cause: error });
  expect(error).toBeInstanceOf(OuvreeError);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("OuvreeError");
  expect(error.code).toBe(error.issues[0]?.code);
  expect(error.message.length).toBeLessThan(LONGEST_MESSAGE);
  // One look at each end: a hundred thousand issues are looked at elsewhere.
  for (const issue of [...error.issues.slice(0, 20), ...error.issues.slice(-1)]) checkIssue(issue);
  return error;
}

/** Asserts that `act` is refused as expected: the first issue's code, path and message, and how many there are. */
export function expectRefusal(act: () => unknown, { code, path, message, count }: Expected): OuvreeError {
  const error = refusal(act);
  const [first] = error.issues;
  expect({ code: error.code, message: first?.message }).toMatchObject({ code });
  if (path !== undefined) expect(first?.path, first?.message).toEqual(path);
  if (typeof message === "string") expect(first?.message).toBe(message);
  else if (message !== undefined) expect(first?.message).toMatch(message);
  if (count !== undefined) {
    const all = error.issues.map((issue) => issue.message).join("; ");
    expect(error.issues, all).toHaveLength(count);
  }
  return error;
}

function checkIssue(issue: Issue): void {
  expect(ISSUE_CODES).toContain(issue.code);
  expect(Object.isFrozen(issue)).toBe(true);
  expect(issue.expected).not.toBe("");
  expect(issue.received).not.toBe("");
  expect(issue.received.length).toBeLessThanOrEqual(LONGEST_RECEIVED);
  expect(issue.message.length).toBeLessThan(LONGEST_MESSAGE);
  expect(issue.message).not.toMatch(HARMFUL);
  // The message names the place: an index in brackets, a short plain key as it is.
  for (const step of issue.path) {
    if (typeof step === "number") expect(issue.message).toContain(`[${step}]`);
    else if (/^[\w .:-]{1,40}$/.test(step)) expect(issue.message).toContain(step);
  }
}

/** A calendar of anything: what plain JavaScript callers, JSON and spreadsheets hand over. */
export function make(definition: unknown): Calendar {
  return createCalendar(definition as CalendarDefinition);
}

/** The support desk of most examples: Paris, two windows, the French holidays. */
export const SUPPORT: CalendarDefinition & { timeZone: string } = {
  timeZone: "Europe/Paris",
  week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] },
  holidays: ["FR"],
};

/** Always open, in UTC: every instant is its own next opening, which shows how it was read. */
export const ALWAYS: Calendar<"ms"> = createCalendar(
  { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } },
  { output: "ms" },
);
