/**
 * What the charter and docs/promises.md were silent about, each sentence with an instant worked out on paper. The library
 * and the independent judge are both asked.
 *
 * Times are those of a clock in Paris in June 2026, which has no holidays: the 1st is a Monday. The desk is open 9-12 and
 * 14-17; "touching" 9-12, 12-14 and 16-18; "round" Monday 0:00 to Friday 24:00; "always" on every date.
 */

import { describe, expect, it } from "vitest";
import { answerTo } from "../../../helpers/promises.ts";
import type {
  Allowance,
  Cadence,
  CarryOver,
  Commitment,
  Detection,
  FollowUp,
} from "../../../oracle/promises/document.ts";
import { documentWith, event, request, summer } from "../../../oracle/promises/examples.ts";
import { judge } from "../../../oracle/promises/judge.ts";
import type { CaseInput, Expected, Register } from "../../../oracle/promises/types.ts";

interface Beside {
  readonly cases?: readonly CaseInput[];
  readonly register?: Register | null;
  readonly asOf: string;
  readonly calendar?: string;
}

/** Of the first subject. */
function expectTold(commitment: Commitment, beside: Beside, expected: Partial<Expected>): void {
  const { cases = [], register = null, asOf, calendar = "desk" } = beside;
  const document = documentWith(commitment, calendar);
  const question = { document, cases, register, asOf: summer(asOf), period: null };
  expect(judge(question).told[0]?.expected, "the judge").toMatchObject(expected);
  const answer = answerTo(question);
  const [first] = answer.register.length > 0 ? answer.register : answer.cases;
  expect(first?.commitments["it"], "the library").toMatchObject(expected);
}

const CALLBACK: CarryOver = {
  ...{ kind: "carry-over", kinds: ["usage"], start: "called", stop: "assisted" },
  ...{ order: "report", closing: "window" },
};
const waits = (...lines: string[]): CaseInput => request(lines, { id: "A" });

describe("closing of the window", () => {
  const told = (calendar: string, lines: string[], asOf: string, expected: Partial<Expected>): void =>
    expectTold(CALLBACK, { cases: [waits(...lines)], asOf, calendar }, expected);
  const notApplicable = { outcome: "not-applicable", dueAt: null } as const;

  it("there is none where the desk never closes, pending or made", () => {
    told("always", ["called 06-01 12:00"], "06-01 12:00", notApplicable);
    told("always", ["called 06-01 12:00"], "06-20 12:00", notApplicable);
    told("always", ["called 06-01 12:00", "assisted 06-02 09:00"], "06-20 12:00", {
      ...notApplicable,
      stoppedAt: summer("06-02 09:00"),
    });
  });

  it("there is none where the next date's window goes on without a gap", () => {
    told("round", ["called 06-01 10:00"], "06-01 10:00", notApplicable);
    told("round", ["called 06-01 10:00"], "06-10 10:00", notApplicable);
    told("round", ["called 06-04 23:59"], "06-10 10:00", notApplicable);
  });

  it("is Friday's midnight where the week ends", () => {
    const lines = ["called 06-05 10:00"];
    const missedAt = summer("06-09 00:00");
    told("round", lines, "06-05 23:59:59.999", { outcome: "running", dueAt: null, missedAt });
    const carried = { carriedOver: true, dueFrom: summer("06-08 00:00"), dueAt: missedAt, missedAt } as const;
    told("round", lines, "06-06 00:00", { outcome: "running", ...carried });
    told("round", lines, "06-08 23:59:59.999", { outcome: "running", ...carried });
    told("round", lines, "06-09 00:00", { outcome: "missed", ...carried });
  });

  it("of windows that touch is that of the last of them", () => {
    const lines = ["called 06-01 11:00"];
    told("touching", lines, "06-01 13:59:59.999", { outcome: "running", dueAt: null });
    told("touching", lines, "06-01 14:00", { outcome: "running", carriedOver: true, dueAt: summer("06-03 00:00") });
  });

  it("of a call between two windows is that of the next one", () => {
    const lines = ["called 06-01 15:00"];
    told("touching", lines, "06-01 17:59:59.999", { outcome: "running", dueAt: null });
    told("touching", lines, "06-01 18:00", { outcome: "running", carriedOver: true, dueAt: summer("06-03 00:00") });
  });
});

describe("a callback that is overtaken where the order is required", () => {
  // Carried over on Monday at 17:00; the newer call comes on Tuesday at 9:05 and is helped at 9:30.
  const B = request(["called 06-02 09:05", "assisted 06-02 09:30"], { id: "B" });
  const told = (lines: string[], asOf: string, expected: Partial<Expected>, newer = B): void =>
    expectTold(
      { ...CALLBACK, order: "require" },
      { cases: [waits("called 06-01 16:55", ...lines), newer], asOf },
      expected,
    );
  const missed = { outcome: "missed", missedAt: summer("06-02 09:30"), overtakenBy: ["B"] } as const;

  it("is missed from the instant of the overtaking help, and stays it", () => {
    told([], "06-02 09:29:59.999", { outcome: "running", missedAt: summer("06-03 00:00") });
    for (const asOf of ["06-02 09:30", "06-02 10:00", "06-20 10:00"]) told([], asOf, missed);
    told(["assisted 06-02 11:00"], "06-02 12:00", { ...missed, stoppedAt: summer("06-02 11:00") });
    told(["assisted 06-05 11:00"], "06-05 12:00", { ...missed, stoppedAt: summer("06-05 11:00") });
  });

  it("is missed, too, if it is cancelled afterwards, and not at the very instant of the help", () => {
    told(["cancelled 06-02 09:30:00.001"], "06-02 10:00", missed);
    told(["cancelled 06-02 09:30"], "06-02 10:00", { outcome: "not-applicable" });
    told(["assisted 06-02 09:30"], "06-02 10:00", { outcome: "met" });
  });

  it("had been missed before, if it was late by then", () => {
    const late = request(["called 06-03 09:05", "assisted 06-03 09:30"], { id: "B" });
    told([], "06-03 10:00", { outcome: "missed", missedAt: summer("06-03 00:00"), overtakenBy: ["B"] }, late);
  });
});

describe("start and stop of a callback", () => {
  const told = (
    changes: Partial<CarryOver>,
    events: Parameters<typeof request>[0],
    expected: Partial<Expected>,
  ): void =>
    expectTold(
      { ...CALLBACK, closing: "day", ...changes },
      { cases: [request(events)], asOf: "06-20 12:00" },
      expected,
    );

  it("may be a list of events", () => {
    told({ start: ["called", "reopened"] }, ["reopened 06-01 16:00", "assisted 06-02 10:00"], {
      outcome: "met",
      startedAt: summer("06-01 16:00"),
    });
    told({ stop: ["assisted", "sales-action"] }, ["called 06-01 16:00", "sales-action 06-02 10:00"], {
      outcome: "met",
    });
  });

  it("may be told by their members", () => {
    const start = { event: "called", where: { channel: ["phone", "remote"] } } as const;
    const events = [
      event("called 06-01 10:00", { channel: "mail" }),
      event("called 06-01 16:00", { channel: "phone" }),
    ];
    told({ start }, [...events, "assisted 06-02 10:00"], { outcome: "met", startedAt: summer("06-01 16:00") });
    told({ start: { event: ["called"], not: { channel: "mail" } } }, [...events, "assisted 06-02 10:00"], {
      startedAt: summer("06-01 16:00"),
    });
  });
});

describe("usage", () => {
  const USAGE: Allowance = {
    ...{ kind: "allowance", kinds: ["usage"], start: "called", help: "assisted", per: "request" },
    minutes: { trained: 30, untrained: 15 },
    followUp: { when: "untrained", by: "sales-action", ends: "closed", within: null },
  };
  const register = { customers: [{ id: "alpha" }] };

  it("that is cancelled without a call is not-applicable", () => {
    const cases = [request(["cancelled 06-01 10:00"])];
    expectTold(USAGE, { cases, asOf: "06-02 10:00" }, { outcome: "not-applicable", startedAt: null, dueAt: null });
  });

  it("that is cancelled after its call told of a need for training, and not if before it", () => {
    const NEED: Detection = {
      ...{ kind: "detection", kinds: ["usage"], start: "called", of: "untrained", by: "recommendations" },
      ...{ count: 1, months: 6, within: null },
    };
    const told = (cancelled: string, expected: Partial<Expected>): void =>
      expectTold(
        NEED,
        { cases: [request(["called 06-01 10:00", `cancelled 06-01 ${cancelled}`])], register, asOf: "06-02 10:00" },
        expected,
      );
    told("10:00:00.001", { outcome: "running", figures: { requests: 1, module: "stock" } });
    // Of one instant the start comes first.
    told("10:00", { outcome: "running", figures: { requests: 1, module: "stock" } });
    told("09:59:59.999", { outcome: "not-applicable", figures: { requests: 0, module: null } });
  });

  it("asks for a recommendation, which counts on the day of detection", () => {
    const NEED: Detection = {
      ...{ kind: "detection", kinds: ["usage"], start: "called", of: "untrained", by: "recommendations" },
      ...{ count: 1, months: 6, within: { days: "P0D", count: "calendar", until: "midnight", rollToOpen: false } },
    };
    const recommendations = [{ module: "stock", date: "2026-06-01" }];
    const beside = {
      cases: [request(["called 06-01 16:00"])],
      register: { customers: [{ id: "alpha", recommendations }] },
    };
    expectTold(
      NEED,
      { ...beside, asOf: "06-03 10:00" },
      {
        outcome: "met",
        advice: [{ module: "stock", detectedOn: "2026-06-01", cases: ["c1"], recommendedOn: "2026-06-01" }],
      },
    );
  });
});

describe("other promises", () => {
  it("a cadence without a figure counts no dates before from, and one on it", () => {
    const TRAINED: Cadence = { kind: "cadence", of: "staff.trainings", every: null };
    const staff = (...dates: string[]) => [
      { id: "t1", from: "2026-06-01", trainings: dates.map((date) => ({ date })) },
    ];
    const told = (dates: string[], count: number, last: string | null, longestGapDays: number): void =>
      expectTold(
        TRAINED,
        { register: { staff: staff(...dates) }, asOf: "06-11 10:00" },
        {
          outcome: "unmeasurable",
          reason: "no-figure",
          startedAt: summer("06-01 00:00"),
          figures: { count, last, longestGapDays },
        },
      );
    told(["2026-05-30"], 0, null, 10);
    told(["2026-05-30", "2026-06-01"], 1, "2026-06-01", 10);
    told(["2026-05-30", "2026-06-04"], 1, "2026-06-04", 7);
  });

  it("what is closed and cancelled at one instant was closed: it was not followed", () => {
    const FOLLOWED: FollowUp = {
      ...{ kind: "follow-up", kinds: ["usage"], after: ["called"], by: ["assisted"], ends: "closed", within: null },
      goal: 1,
    };
    for (const last of [
      ["closed 06-02 10:00", "cancelled 06-02 10:00"],
      ["cancelled 06-02 10:00", "closed 06-02 10:00"],
    ]) {
      const cases = [request(["called 06-01 10:00", ...last])];
      expectTold(FOLLOWED, { cases, asOf: "06-03 10:00" }, { outcome: "missed", missedAt: summer("06-02 10:00") });
    }
  });

  it("remote access is judged by the start event alone, without a register too", () => {
    const called = (remoteAccess: boolean) => request([event("called 06-01 16:00", { remoteAccess })]);
    const under = { ...CALLBACK, conditions: ["remote-access"] };
    for (const register of [null, {}, { customers: [{ id: "alpha" }] }]) {
      expectTold(under, { cases: [called(false)], register, asOf: "06-05 10:00" }, { outcome: "not-applicable" });
      expectTold(under, { cases: [called(true)], register, asOf: "06-05 10:00" }, { outcome: "missed" });
    }
  });
});
