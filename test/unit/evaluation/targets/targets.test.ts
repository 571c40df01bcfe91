/**
 * Targets in every kind of hours and days. Source: docs/semantics.md §4; dates of 2026 in France: Friday 8 May is a holiday,
 * Thursday 14 May Ascension, Monday 25 May Whit Monday; the clock goes forward on Sunday 29 March at 02:00.
 */
import { describe, expect, it } from "vitest";
import { definePolicy, evaluate, type PolicyDocument, type Result } from "../../../../src/index.ts";
import { expectRefusal } from "../../refusals.ts";

function policyOf(target: object): ReturnType<typeof definePolicy> {
  return definePolicy({
    policy: "test",
    calendars: {
      desk: { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] }, holidays: ["FR"] },
    },
    calendar: "desk",
    kinds: { request: { events: ["ask", "answer"] } },
    commitments: {
      it: { kind: "target", kinds: ["request"], start: "ask", stop: ["answer"], target, reopening: "ignore" },
    },
  } as unknown as PolicyDocument);
}

function resultOf(target: object, asked: string, answered?: string): Result {
  const events = [{ type: "ask", at: asked }, ...(answered === undefined ? [] : [{ type: "answer", at: answered }])];
  const evaluation = evaluate(policyOf(target), [{ id: "1", kind: "request", events }], { asOf: "2026-06-30T00:00Z" });
  return evaluation.cases[0]!.commitments.it!;
}

describe("hours", () => {
  it("of working days are all 24 of them: 48 h from Thursday 7 May 16:00 is Tuesday 12 May 16:00", () => {
    const target = { hours: "PT48H", count: "working-days" };
    const due = resultOf(target, "2026-05-07T16:00+02:00", "2026-05-12T16:00+02:00");
    expect([due.outcome, due.dueAt, due.elapsedMs]).toEqual(["met", "2026-05-12T14:00:00.000Z", 48 * 3_600_000]);
    expect(resultOf(target, "2026-05-07T16:00+02:00", "2026-05-12T16:00:00.001+02:00").outcome).toBe("missed");
    // From a Saturday, Monday 11 and Tuesday 12 May whole.
    expect(resultOf(target, "2026-05-09T10:00+02:00").dueAt).toBe("2026-05-12T22:00:00.000Z");
  });

  it("that run are all time, holidays and clock changes included", () => {
    const target = { hours: "PT48H", count: "running" };
    expect(resultOf(target, "2026-05-07T16:00+02:00").dueAt).toBe("2026-05-09T14:00:00.000Z");
    expect(resultOf(target, "2026-03-28T12:00+01:00").dueAt).toBe("2026-03-30T11:00:00.000Z");
    expect(resultOf(target, "2026-05-07T16:00+02:00", "2026-05-09T16:00+02:00").outcome).toBe("met");
  });

  it("of open time are those of the calendar: 12 h from Thursday 7 May 16:00 end on Tuesday 12 May", () => {
    // 1 h on Thursday 7, 6 on Monday 11, 5 on Tuesday 12: 16:00.
    expect(resultOf({ hours: "PT12H", count: "open" }, "2026-05-07T16:00+02:00").dueAt).toBe(
      "2026-05-12T14:00:00.000Z",
    );
  });
});

describe("days", () => {
  const days = (changes: object): object => ({
    days: "P2D",
    count: "working",
    until: "midnight",
    rollToOpen: true,
    ...changes,
  });

  it("that are working days are counted after that of the request", () => {
    const due = resultOf(days({}), "2026-05-07T16:00+02:00", "2026-05-12T23:59:59.999+02:00");
    expect([due.outcome, due.dueDate, due.dueAt, due.elapsedDays]).toEqual([
      "met",
      "2026-05-12",
      "2026-05-12T22:00:00.000Z",
      2,
    ]);
    expect(resultOf(days({}), "2026-05-07T16:00+02:00", "2026-05-13T00:00+02:00").outcome).toBe("missed");
    // From Saturday 9 May: Monday and Tuesday. From a day off, nothing counts for the day itself.
    expect(resultOf(days({}), "2026-05-09T10:00+02:00").dueDate).toBe("2026-05-12");
    expect(resultOf(days({ days: "P0D" }), "2026-05-09T10:00+02:00").dueDate).toBe("2026-05-11");
    expect(resultOf(days({ days: "P0D", rollToOpen: false }), "2026-05-09T10:00+02:00").dueDate).toBe("2026-05-09");
  });

  it("until closing end with the last window, whose closing edge is too late", () => {
    const target = days({ until: "closing" });
    const asked = "2026-05-07T16:00+02:00";
    const open = resultOf(target, asked);
    expect([open.dueAt, open.missedAt, open.dueDate]).toEqual([
      "2026-05-12T15:00:00.000Z",
      "2026-05-12T15:00:00.000Z",
      "2026-05-12",
    ]);
    expect(resultOf(target, asked, "2026-05-12T16:59:59.999+02:00").outcome).toBe("met");
    expect(resultOf(target, asked, "2026-05-12T17:00+02:00").outcome).toBe("missed");
  });

  it("until the same time end at the request's time of day, which is in time", () => {
    const target = days({ days: "P3D", count: "calendar", until: "same-time", rollToOpen: false });
    const asked = "2026-05-07T16:00+02:00";
    const open = resultOf(target, asked);
    expect([open.dueAt, open.missedAt]).toEqual(["2026-05-10T14:00:00.000Z", "2026-05-10T14:00:00.001Z"]);
    expect(resultOf(target, asked, "2026-05-10T16:00+02:00").outcome).toBe("met");
    expect(resultOf(target, asked, "2026-05-10T16:00:00.001+02:00").outcome).toBe("missed");
    // Sunday moves to Monday, whose first opening is 9:00.
    expect(resultOf({ ...target, rollToOpen: true }, asked).dueAt).toBe("2026-05-11T07:00:00.000Z");
    // 02:30 on 29 March is skipped: the edge is the change itself, 03:00 summer time.
    const gap = resultOf({ ...target, days: "P1D" }, "2026-03-28T02:30+01:00");
    expect(gap.dueAt).toBe("2026-03-29T01:00:00.000Z");
  });

  it("until closing on a date that may be closed are refused, since it has none", () => {
    const target = days({ count: "calendar", until: "closing", rollToOpen: false });
    expectRefusal(() => policyOf(target), {
      code: "policy.ambiguous",
      path: ["commitments", "it", "target", "rollToOpen"],
      message: /no closing/,
    });
  });
});

describe("a target by a fact", () => {
  const table = (values: object, facts: object = { priority: ["P1", "P2", "P3"] }): PolicyDocument =>
    ({
      ...policyOf({ hours: "PT1H", count: "open" }).document,
      facts,
      commitments: {
        it: {
          kind: "target",
          kinds: ["request"],
          start: "ask",
          stop: ["answer"],
          target: { by: "priority", values },
          reopening: "ignore",
        },
      },
    }) as unknown as PolicyDocument;
  const all = {
    P1: { hours: "PT15M", count: "running" },
    P2: { days: "P2D", count: "working", until: "closing", rollToOpen: true },
    P3: null,
  };
  const judged = (facts: object): { result: Result; codes: string[] } => {
    const events = [{ type: "ask", at: "2026-05-07T16:50+02:00" }];
    const evaluation = evaluate(definePolicy(table(all)), [{ id: "1", kind: "request", events, ...facts }], {
      asOf: "2026-05-07T16:55+02:00",
    });
    const [found] = evaluation.cases;
    return { result: found!.commitments.it!, codes: found!.issues.map(({ code }) => code) };
  };

  it("takes the figure of the case's value: 15 minutes of all time, two working days, nothing", () => {
    expect(judged({ priority: "P1" }).result.dueAt).toBe("2026-05-07T15:05:00.000Z");
    expect(judged({ priority: "P2" }).result.dueAt).toBe("2026-05-12T15:00:00.000Z");
    expect(judged({ priority: "P3" }).result.outcome).toBe("not-applicable");
    expect(judged({ priority: "P1" }).codes).toEqual([]);
  });

  it("is unmeasurable where the case lacks the fact, or has no known value, and says so once", () => {
    for (const facts of [{}, { priority: "P9" }, { priority: 1 }, { priority: "toString" }]) {
      const { result, codes } = judged(facts);
      expect([result.outcome, result.reason]).toEqual(["unmeasurable", "no-figure"]);
      expect(codes).toEqual(["case.unknown-fact"]);
    }
  });

  it("with missing cells, unknown values or an unknown fact is refused", () => {
    const path = ["commitments", "it", "target"];
    const { P3: _, ...less } = all;
    expectRefusal(() => definePolicy(table(less)), {
      code: "policy.ambiguous",
      path: [...path, "values"],
      message: /P3 has no target.*null/,
    });
    expectRefusal(() => definePolicy(table({ ...all, P4: null })), {
      code: "policy.unknown-name",
      path: [...path, "values", "P4"],
    });
    expectRefusal(() => definePolicy(table(all, { urgency: ["high"] })), {
      code: "policy.unknown-name",
      path: [...path, "by"],
    });
    expectRefusal(() => definePolicy(table(all, { priority: ["P1", "P1", "P2", "P3"] })), {
      code: "policy.bad-value",
      path: ["facts", "priority"],
    });
    expectRefusal(() => definePolicy(table(all, { priority: [] })), {
      path: ["facts", "priority"],
      code: "policy.bad-value",
    });
  });
});
