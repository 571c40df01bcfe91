/**
 * Answers: every question of a scenario put to one calendar, in a fixed order, for laws of the kind "nothing changes".
 */

import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { Scenario } from "../arbitraries/scenarios.ts";
import { dateOf, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import type { MsCalendar } from "./calendar.ts";
import { type Outcome, outcome } from "./outcome.ts";

export interface Question {
  readonly title: string;
  ask(calendar: MsCalendar): unknown;
}

/** Widest stretch whose windows are listed: enough for any law, and quick. */
const MAX_STRETCH_MS = 100 * WALL_MS_PER_DAY;

/** The earlier and the later of two instants, brought near enough to list what lies between. */
export function stretch(one: number, other: number): [startMs: number, endMs: number] {
  const startMs = Math.min(one, other);
  return [startMs, Math.min(Math.max(one, other), startMs + MAX_STRETCH_MS)];
}

export function questionsOf(scenario: Scenario): Question[] {
  const { instants, durations, focusDay } = scenario;
  const questions: Question[] = [];
  const put = (title: string, ask: (calendar: MsCalendar) => unknown): void => {
    questions.push({ title, ask });
  };
  for (const t of instants) {
    put(`isOpen(${t})`, (calendar) => calendar.isOpen(t));
    put(`nextOpen(${t})`, (calendar) => calendar.nextOpen(t));
    put(`previousOpen(${t})`, (calendar) => calendar.previousOpen(t));
    put(`nextClose(${t})`, (calendar) => calendar.nextClose(t));
    put(`previousClose(${t})`, (calendar) => calendar.previousClose(t));
    put(`nextChange(${t})`, (calendar) => calendar.nextChange(t));
    for (const d of durations) {
      for (const edge of ["near", "far"] as const) {
        put(`add(${t}, ${d}, ${edge})`, (calendar) => calendar.add(t, d, { edge }));
        put(`subtract(${t}, ${d}, ${edge})`, (calendar) => calendar.subtract(t, d, { edge }));
      }
    }
  }
  for (const [index, t] of instants.entries()) {
    const u = instants[(index + 1) % instants.length] ?? t;
    const [startMs, endMs] = stretch(t, u);
    put(`elapsed(${t}, ${u})`, (calendar) => calendar.elapsed(t, u));
    put(`windows(${startMs}, ${endMs})`, (calendar) =>
      calendar.windows(startMs, endMs).map(({ start, end, ms }) => [start, end, ms]),
    );
  }
  for (const offset of [-2, -1, 0, 1, 2]) {
    const date = dateOf(focusDay + offset);
    put(`isWorkingDay(${date})`, (calendar) => calendar.isWorkingDay(date));
    put(`addWorkingDays(${date}, ${offset})`, (calendar) => calendar.addWorkingDays(date, offset));
  }
  return questions;
}

/** What a calendar answers to everything, or the code with which it refuses. */
export function answersOf(calendar: MsCalendar, scenario: Scenario): [title: string, outcome: Outcome][] {
  return questionsOf(scenario).map(({ title, ask }) => [title, outcome(() => ask(calendar))]);
}

/** `toEqual` for long lists: asked only of what is not strictly equal, since it takes ten times as long to find nothing. */
export function expectAlike(answers: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(answers, expected)) expect(answers).toEqual(expected);
}
