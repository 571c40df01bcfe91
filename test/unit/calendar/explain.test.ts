/**
 * Explanations: the data complete, the text short. Source: the contract's design §3; its example of the text:
 * "closed 64 h: night, Saturday, Sunday, Whit Monday" joins neighbouring closed stretches.
 */

import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { HARMFUL, SUPPORT } from "../refusals.ts";

const desk = createCalendar(SUPPORT, { output: "ms" });
const HOUR = 3_600_000;
const ms = (text: string): number => Date.parse(text);

const openMs = (segments: readonly { open: boolean; ms: number }[]): number =>
  segments.reduce((sum, segment) => sum + (segment.open ? segment.ms : 0), 0);

describe("explain", () => {
  it("over the weekend of Whit Monday: the windows used, and one line for the 88 closed hours", () => {
    const explanation = desk.explain("2026-05-22T16:00+02:00", "PT4H");
    expect(explanation).toMatchObject({
      start: ms("2026-05-22T16:00+02:00"),
      due: ms("2026-05-26T12:00+02:00"),
      duration: 4 * HOUR,
      edge: "near",
      changes: [],
    });
    expect(explanation.segments.map(({ why }) => why)).toEqual([
      "open",
      "after-last",
      "no-hours",
      "no-hours",
      "holiday",
      "before-first",
      "open",
    ]);
    const lines = explanation.text.split("\n");
    // Friday 17:00 to Tuesday 09:00 is 7 + 24 + 24 + 24 + 9 hours.
    expect(lines.filter((line) => line.includes("closed"))).toEqual([
      expect.stringMatching(/closed 88 h: night, Saturday, Sunday, Whit Monday$/),
    ]);
    expect(explanation.text).toContain("PT4H");
    expect(explanation.text).toMatch(/Fri 22 May 2026 16:00–17:00 +1 h/);
    expect(explanation.text).toMatch(/Tue 26 May 2026 09:00–12:00 +3 h/);
    expect(lines.at(-1)).toMatch(/^due Tue 26 May 2026 12:00/);
  });

  it("over an ordinary weekend: 64 closed hours", () => {
    const { text } = desk.explain("2026-05-29T16:00+02:00", "PT2H");
    expect(text).toMatch(/closed 64 h: night, Saturday, Sunday\n/);
  });

  it("over the weekend on which the clock goes forward: 63 closed hours, and the change", () => {
    const explanation = desk.explain("2026-03-27T16:00+01:00", "PT2H");
    expect(explanation.due).toBe(ms("2026-03-30T10:00+02:00"));
    expect(explanation.changes).toEqual([{ at: ms("2026-03-29T01:00Z"), beforeMin: 60, afterMin: 120 }]);
    expect(explanation.text).toMatch(/closed 63 h/);
    expect(explanation.text).toMatch(/clock goes forward 1 h/);
  });

  it("over the weekend on which it goes back: 65 closed hours", () => {
    const explanation = desk.explain("2026-10-23T16:00+02:00", "PT2H");
    expect(explanation.changes).toEqual([{ at: ms("2026-10-25T01:00Z"), beforeMin: 120, afterMin: 60 }]);
    expect(explanation.text).toMatch(/closed 65 h/);
    expect(explanation.text).toMatch(/clock goes back 1 h/);
  });

  it("in Apia at the end of 2011 counts the day that was not as nothing", () => {
    const apia = createCalendar({ timeZone: "Pacific/Apia", week: { "mon-fri": ["09:00-17:00"] } }, { output: "ms" });
    const explanation = apia.explain("2011-12-29T16:00-10:00", "PT2H");
    expect(explanation.due).toBe(ms("2012-01-02T10:00+14:00"));
    // Thursday 17:00 to 24:00, Saturday, Sunday, Monday to 09:00.
    expect(explanation.text).toMatch(/closed 64 h/);
    expect(explanation.text).not.toContain("Friday");
    expect(explanation.changes).toEqual([{ at: ms("2011-12-30T10:00Z"), beforeMin: -600, afterMin: 840 }]);
  });

  it("names hours that the clock skips", () => {
    const early = createCalendar({ timeZone: "Europe/Paris", week: { "mon-sun": ["02:15-02:45"] } });
    const { text } = early.explain("2026-03-28T02:15+01:00", "PT1H");
    expect(text).toMatch(/skipped/);
    expect(text).toMatch(/29 Mar 2026/);
  });

  it("at the far edge says so, and goes on to the next opening", () => {
    const near = desk.explain("2026-05-22T16:00+02:00", "PT1H");
    const far = desk.explain("2026-05-22T16:00+02:00", "PT1H", { edge: "far" });
    expect([near.due, far.due]).toEqual([ms("2026-05-22T17:00+02:00"), ms("2026-05-26T09:00+02:00")]);
    expect(far.edge).toBe("far");
    expect(far.text).toContain("far edge");
    expect(openMs(far.segments)).toBe(HOUR);
  });

  it("of nothing is the instant itself", () => {
    const explanation = desk.explain("2026-05-22T13:00+02:00", 0);
    expect(explanation.due).toBe(explanation.start);
    expect(explanation.segments).toEqual([]);
    expect(explanation.text).toContain("PT0S");
  });

  it("of a negative duration tiles the time back to the answer", () => {
    const explanation = desk.explain("2026-05-26T10:00+02:00", "-PT2H");
    expect(explanation.due).toBe(ms("2026-05-22T16:00+02:00"));
    expect(explanation.segments[0]?.start).toBe(explanation.due);
    expect(explanation.segments.at(-1)?.end).toBe(explanation.start);
    expect(openMs(explanation.segments)).toBe(2 * HOUR);
  });

  it("of a long duration has all the data and a short text", () => {
    const explanation = desk.explain("2026-05-22T16:00+02:00", "PT500H");
    expect(openMs(explanation.segments)).toBe(500 * HOUR);
    expect(explanation.segments.length).toBeGreaterThan(160);
    expect(explanation.text.split("\n").length).toBeLessThan(40);
    expect(explanation.text).toContain("…");
  });

  it("is its text as a string, frozen, and without control characters but line ends", () => {
    const explanation = desk.explain("2026-05-22T16:00+02:00", "PT4H");
    expect(String(explanation)).toBe(explanation.text);
    expect(Object.isFrozen(explanation)).toBe(true);
    expect(explanation.text.replaceAll("\n", " ")).not.toMatch(HARMFUL);
  });

  it("shows names that users wrote without control characters and line ends of theirs", () => {
    const closures = [{ from: "2026-05-23", to: "2026-05-23", name: "break\n\u001b[31mdue never\u202e" }];
    const { text } = createCalendar({ ...SUPPORT, closures }).explain("2026-05-22T16:00+02:00", "PT2H");
    expect(text.replaceAll("\n", " ")).not.toMatch(HARMFUL);
    expect(text).not.toMatch(/^.{0,8}due never/m);
  });
});

describe("explainElapsed", () => {
  it("says what an elapsed time is made of, in either direction", () => {
    const [from, to] = ["2026-05-22T16:00+02:00", "2026-05-26T10:00+02:00"];
    const forth = desk.explainElapsed(from, to);
    expect(forth).toMatchObject({ start: ms(from), end: ms(to), elapsed: 2 * HOUR });
    expect(openMs(forth.segments)).toBe(2 * HOUR);
    expect(forth.text).toMatch(/closed 88 h: night, Saturday, Sunday, Whit Monday/);
    const back = desk.explainElapsed(to, from);
    expect(back.elapsed).toBe(-2 * HOUR);
    expect(openMs(back.segments)).toBe(2 * HOUR);
  });

  it("of no time is nothing", () => {
    const at = "2026-05-22T16:00+02:00";
    expect(desk.explainElapsed(at, at)).toMatchObject({ elapsed: 0, segments: [], changes: [] });
  });
});
