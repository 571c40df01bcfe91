/**
 * How late a target in days was is told beyond its due, in the unit that tells it, in every form; what has elapsed has its own name.
 * Before, one that was late by two hours was "missed, 2 working days"; and a due at closing was shown without its time (A18).
 */
import { describe, expect, it } from "vitest";
import {
  deadlineText,
  dueList,
  dueText,
  htmlReport,
  judgeGoals,
  resultPicture,
  resultText,
  textReport,
} from "../../src/report/index.ts";
import { days, promise, request, tell } from "../unit/evaluation/promise.ts";

const TARGET = { target: days("P2D", { count: "working", until: "closing", rollToOpen: true }) };
// The desk is open from 9:00 to 17:00 on every day: opened on Monday 1 June, due before Wednesday 3 June 17:00.
const policy = promise(TARGET, { events: { cancel: "cancelled" } });
const judged = (events: readonly string[], asOf = "30 12:00") => {
  const evaluation = tell(policy, [request(events)], { asOf, segments: true });
  return { evaluation, found: evaluation.cases[0]! };
};
const textOf = (events: readonly string[], asOf?: string): string => {
  const { evaluation } = judged(events, asOf);
  const verdicts = judgeGoals(evaluation, { byId: new Map() });
  return textReport({ policy, evaluation, verdicts })
    .split("\n")
    .find((line) => /^ {2}A /.test(line))!;
};

describe("a miss on the last date itself", () => {
  const events = ["opened 1 10:00", "closed 3 19:00"];
  it("is late by hours, in the text of a result", () => {
    const verdict = resultText(policy, judged(events).found, "it").split("\n").at(-1);
    expect(verdict).toBe("missed by 2 h, 2 working days elapsed: late from Wed 3 Jun 2026 17:00");
  });

  it("is so in the report, with the time at which it was due", () => {
    expect(textOf(events)).toBe("  A  it  due Wed 3 Jun 2026 17:00, done Wed 3 Jun 2026 19:00, 2 h late");
  });

  it("is so in the picture, in both languages", () => {
    const picture = resultPicture(policy, judged(events).found, "it")!;
    expect(deadlineText(picture, { lang: "en" })).toContain("A, it: missed by 2 h");
    expect(deadlineText(picture, { lang: "fr" })).toContain("manqué de 2 h");
  });

  it("is so on the page: in the margin of the case, and in a bar of its own", () => {
    const { evaluation } = judged(events);
    const page = htmlReport({ policy, evaluation, verdicts: judgeGoals(evaluation, { byId: new Map() }) });
    expect(page).toContain("2 h late");
    expect(page).toContain("late on the last day");
    expect(page).not.toContain("1 day late");
  });
});

describe("a miss after the last date", () => {
  it.each([
    ["closed 4 09:00", "missed by 1 day, 3 working days elapsed"],
    ["closed 6 02:00", "missed by 3 days, 5 working days elapsed"],
  ])("is late by dates: %s", (closed, said) => {
    const verdict = resultText(policy, judged(["opened 1 10:00", closed]).found, "it")
      .split("\n")
      .at(-1);
    expect(verdict).toBe(`${said}: late from Wed 3 Jun 2026 17:00`);
  });
});

describe("one that is not done", () => {
  it.each([
    ["3 18:30", "not done yet, 1 h 30 min late", "1 h 30 min over"],
    ["5 10:00", "not done yet, 2 days late", "2 days over"],
  ])("goes on as of %s", (asOf, said, over) => {
    expect(textOf(["opened 1 10:00"], asOf)).toBe(`  A  it  due Wed 3 Jun 2026 17:00, ${said}`);
    expect(dueText(policy, dueList(judged(["opened 1 10:00"], asOf).evaluation))).toContain(over);
  });

  it("and was cancelled, was never done, and nobody knows how late", () => {
    expect(textOf(["opened 1 10:00", "cancelled 5 10:00"])).toBe("  A  it  due Wed 3 Jun 2026 17:00, never done");
  });

  it("ends with its date where the promise does", () => {
    const midnight = promise({ target: days("P2D", { count: "calendar", until: "midnight" }) });
    const evaluation = tell(midnight, [request(["opened 1 10:00", "closed 4 00:30"])], {});
    const verdicts = judgeGoals(evaluation, { byId: new Map() });
    expect(textReport({ policy: midnight, evaluation, verdicts })).toContain(
      "  A  it  due 2026-06-03, done Thu 4 Jun 2026 00:30, 1 day late",
    );
  });
});
