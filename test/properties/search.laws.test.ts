/**
 * Laws of the searches: the next and the previous opening, closing, change.
 */

import { describe, expect } from "vitest";
import { scenarios } from "../arbitraries/scenarios.ts";
import { calendarOf } from "../helpers/calendar.ts";
import { given, law } from "../helpers/law.ts";
import { announceSeed } from "../helpers/runs.ts";

announceSeed("search.laws");

describe("searches", () => {
  law(
    "law 7: open at an instant is to say that the next opening is that instant",
    scenarios(),
    ({ definition, instants: [t] }) => {
      const desk = calendarOf(definition);
      expect(desk.nextOpen(t) === t).toBe(desk.isOpen(t));
    },
  );

  law(
    "law 8: the previous and the next opening lie either side, with no business time between",
    scenarios(),
    ({ definition, instants: [t] }) => {
      const desk = calendarOf(definition);
      const previous = desk.previousOpen(t);
      const next = desk.nextOpen(t);
      expect(previous).toBeLessThanOrEqual(t);
      expect(next).toBeGreaterThanOrEqual(t);
      expect(desk.elapsed(previous, t)).toBe(0);
      expect(desk.elapsed(t, next)).toBe(0);
    },
  );

  law("law 8: asking again from the answer gives the answer", scenarios(), ({ definition, instants: [t] }) => {
    const desk = calendarOf(definition);
    const previous = desk.previousOpen(t);
    const next = desk.nextOpen(t);
    expect(desk.previousOpen(previous)).toBe(previous);
    expect(desk.nextOpen(next)).toBe(next);
  });

  law("law 9: the next opening is open", scenarios(), ({ definition, instants: [t] }) => {
    const desk = calendarOf(definition);
    expect(desk.isOpen(desk.nextOpen(t))).toBe(true);
  });

  law(
    "law 9: for a closed instant, the millisecond before the previous opening's end is open",
    scenarios(),
    ({ definition, instants }) => {
      const desk = calendarOf(definition);
      const t = instants.find((each) => !desk.isOpen(each));
      given(t !== undefined);
      expect(desk.isOpen(desk.previousOpen(t as number) - 1)).toBe(true);
    },
  );

  // The rest restate definitions of the contract that the numbered laws leave to the oracle.
  law("a next change is an opening if closed and a closing if open", scenarios(), ({ definition, instants: [t] }) => {
    const desk = calendarOf(definition);
    const change = desk.nextChange(t);
    expect(change).toBe(desk.isOpen(t) ? desk.nextClose(t) : desk.nextOpen(t));
    expect(change).toBeGreaterThan(t);
    expect(desk.isOpen(change)).toBe(!desk.isOpen(t));
    expect(desk.isOpen(change - 1)).toBe(desk.isOpen(t));
  });

  law("closings are real: open before, closed at", scenarios(), ({ definition, instants: [t] }) => {
    const desk = calendarOf(definition);
    const next = desk.nextClose(t);
    const previous = desk.previousClose(t);
    expect(next).toBeGreaterThan(t);
    expect(previous).toBeLessThanOrEqual(t);
    for (const close of [next, previous]) expect([desk.isOpen(close - 1), desk.isOpen(close)]).toEqual([true, false]);
    expect(desk.nextClose(next - 1)).toBe(next);
    expect(desk.previousClose(previous)).toBe(previous);
  });
});
