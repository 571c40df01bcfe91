/**
 * Changes while a clock runs: each way, for the fact, the policy and the calendar. Source: docs/policies.md, "Changes while a clock runs".
 */
import { describe, expect, it } from "vitest";
import { at, days, HOUR, hours, PRIORITY, promise, promised, result, set, type Told, table } from "../promise.ts";

/** P1 within an hour, P2 within four, of all time: an hour on the clock is an hour. */
const cells = table({ P1: hours("PT1H", "running"), P2: hours("PT4H", "running"), P3: hours("PT8H", "running") });
const byFact = (fact: string, more: object = {}) => promise({ target: cells, changes: { fact }, ...more }, PRIORITY);
const opened = (priority: string): Told[] => [set("1 08:00", priority), "opened 1 09:00"];

describe("a fact that changes", () => {
  // P2 at 9:00 becomes P3 at 11:00; looked at at 12:00.
  it.each([
    ["keep", { fact: "P2", elapsedMs: 3 * HOUR, dueAt: at("1 13:00") }],
    ["keep-elapsed", { fact: "P3", elapsedMs: 3 * HOUR, dueAt: at("1 17:00") }],
    ["restart", { fact: "P3", elapsedMs: HOUR, dueAt: at("1 19:00"), restartedAt: at("1 11:00") }],
    ["retroactive", { fact: "P3", elapsedMs: 3 * HOUR, dueAt: at("1 17:00") }],
  ])("with %s", (mode, expected) => {
    const found = result(byFact(mode), [...opened("P2"), set("1 11:00", "P3")], { asOf: "1 12:00" });
    expect(found).toMatchObject({ outcome: "running", startedAt: at("1 09:00"), ...expected });
    expect("restartedAt" in found).toBe(mode === "restart");
  });

  // P2 becomes P1 after three hours: more than P1 has.
  it.each([
    ["keep", { outcome: "running", fact: "P2", missedAt: at("1 13:00:00.001") }],
    ["keep-elapsed", { outcome: "missed", fact: "P1", dueAt: at("1 10:00"), missedAt: at("1 12:00") }],
    ["restart", { outcome: "running", fact: "P1", dueAt: at("1 13:00") }],
    ["retroactive", { outcome: "missed", fact: "P1", dueAt: at("1 10:00"), missedAt: at("1 10:00:00.001") }],
  ])("to a shorter target with %s", (mode, expected) => {
    expect(result(byFact(mode), [...opened("P2"), set("1 12:00", "P1")], { asOf: "1 12:30" })).toMatchObject(expected);
    // The change of the very instant of asOf is read.
    const then = result(byFact(mode), [...opened("P2"), set("1 12:00", "P1")], { asOf: "1 12:00" });
    expect(then.outcome).toBe(expected.outcome);
  });

  // P1 is missed at 10:00; from 11:00 on it is P3.
  it.each([
    ["keep-elapsed", { outcome: "missed", fact: "P1", missedAt: at("1 10:00:00.001") }],
    ["restart", { outcome: "missed", fact: "P1", missedAt: at("1 10:00:00.001") }],
    ["retroactive", { outcome: "running", fact: "P3", missedAt: at("1 17:00:00.001") }],
  ])("after a miss: it stays with all but retroactive, which forgives: %s", (mode, expected) => {
    const found = result(byFact(mode), [...opened("P1"), set("1 11:00", "P3")], { asOf: "1 12:00" });
    expect(found).toMatchObject({ ...expected, elapsedMs: 3 * HOUR });
    expect(found).not.toHaveProperty("restartedAt");
  });

  it("a millisecond after it is used up comes too late; at the instant itself nothing is missed yet", () => {
    // Used up at 10:00: exactly used is in time, and the change is there before the next millisecond.
    for (const [when, outcome] of [
      ["1 10:00:00.000", "running"],
      ["1 10:00:00.001", "running"],
      ["1 10:00:00.002", "missed"],
    ] as const)
      expect(
        result(byFact("keep-elapsed"), [...opened("P1"), set(when, "P3")], { asOf: "1 12:00" }).outcome,
        when,
      ).toBe(outcome);
  });

  it("at the instant of the start is there at the start; at that of the stop it is read before it; later it is not", () => {
    for (const mode of ["keep", "keep-elapsed", "restart", "retroactive"]) {
      const atStart = result(byFact(mode), [...opened("P1"), set("1 09:00", "P2"), "closed 1 12:00"]);
      expect(atStart, mode).toMatchObject({ outcome: "met", fact: "P2" });
      expect(atStart).not.toHaveProperty("restartedAt");
      const atStop = (when: string) => result(byFact(mode), [...opened("P2"), "closed 1 12:00", set(when, "P1")]);
      expect(atStop("1 12:00:00.001"), mode).toMatchObject({ outcome: "met", fact: "P2" });
      const outcome = mode === "keep" || mode === "restart" ? "met" : "missed";
      expect(atStop("1 12:00"), mode).toMatchObject({ outcome, fact: mode === "keep" ? "P2" : "P1" });
    }
  });

  it("twice at one instant is what the later line says, and a value of no declaration changes nothing", () => {
    const twice = [...opened("P1"), set("1 09:30", "P2"), set("1 09:30", "P3")];
    expect(result(byFact("keep-elapsed"), twice, { asOf: "1 09:45" }).fact).toBe("P3");
    const unknown = [...opened("P1"), set("1 09:30", "P9")];
    expect(result(byFact("restart"), unknown, { asOf: "1 09:45" })).toMatchObject({
      fact: "P1",
      elapsedMs: HOUR * 0.75,
    });
  });

  it("that comes only after the start held from the start on", () => {
    for (const mode of ["keep", "keep-elapsed", "restart", "retroactive"]) {
      const found = result(byFact(mode), ["opened 1 09:00", set("1 09:30", "P1")], { asOf: "1 09:45" });
      expect(found, mode).toMatchObject({ fact: "P1", elapsedMs: 0.75 * HOUR, dueAt: at("1 10:00") });
      expect(found).not.toHaveProperty("restartedAt");
    }
  });

  it("restarts while it is paused: paused, with nothing elapsed, and goes on from the resume", () => {
    const events = [...opened("P1"), "paused 1 09:30", set("1 11:00", "P2")];
    expect(result(byFact("restart"), events, { asOf: "1 12:00" })).toMatchObject({
      ...{ outcome: "paused", elapsedMs: 0, remainingMs: 4 * HOUR, restartedAt: at("1 11:00"), dueAt: null },
    });
    expect(result(byFact("restart"), [...events, "resumed 1 12:00"], { asOf: "1 13:00" })).toMatchObject({
      ...{ outcome: "running", elapsedMs: HOUR, dueAt: at("1 16:00") },
    });
  });

  it("restarts anew each time; the last is told", () => {
    const events = [...opened("P2"), set("1 10:00", "P3"), set("1 12:00", "P2")];
    expect(result(byFact("restart"), events, { asOf: "1 13:00" })).toMatchObject({
      ...{ restartedAt: at("1 12:00"), elapsedMs: HOUR, dueAt: at("1 16:00") },
    });
  });

  it("after a pause makes a shorter target missed at the change, paused as it is", () => {
    const events = [...opened("P2"), "paused 1 11:00", set("1 12:00", "P1")];
    expect(result(byFact("keep-elapsed"), events, { asOf: "1 13:00" })).toMatchObject({
      ...{ outcome: "missed", clock: "paused", missedAt: at("1 12:00"), dueAt: at("1 10:00"), elapsedMs: 2 * HOUR },
    });
  });
});

describe("a cell that promises nothing", () => {
  const withNull = (fact: string) =>
    promise(
      { target: table({ P1: hours("PT4H", "running"), P2: null, P3: hours("PT4H", "running") }), changes: { fact } },
      PRIORITY,
    );
  const events = [...opened("P1"), set("1 10:00", "P2"), set("1 12:00", "P3")];
  it("lets nothing elapse while it holds", () => {
    expect(result(withNull("keep-elapsed"), events, { asOf: "1 13:00" })).toMatchObject({
      elapsedMs: 2 * HOUR,
      dueAt: at("1 15:00"),
    });
  });
  it("is not-applicable where it holds at the end, unless the clock was missed before", () => {
    expect(result(withNull("keep-elapsed"), events, { asOf: "1 11:00" }).outcome).toBe("not-applicable");
    expect(result(withNull("restart"), events, { asOf: "1 11:00" }).outcome).toBe("not-applicable");
    expect(result(withNull("retroactive"), events, { asOf: "1 11:00" }).outcome).toBe("not-applicable");
    const late = [...opened("P1"), set("1 14:00", "P2")];
    expect(result(withNull("keep-elapsed"), late, { asOf: "1 15:00" }).outcome).toBe("missed");
    expect(result(withNull("retroactive"), late, { asOf: "1 15:00" }).outcome).toBe("not-applicable");
  });
});

describe("between hours and days", () => {
  const mixed = (fact: string) =>
    promise({ target: table({ P1: hours("PT10H"), P2: days("P2D") }), changes: { fact } }, PRIORITY);
  it("days are judged from the date of the start, or of the restart", () => {
    const events = [...opened("P1"), set("2 10:00", "P2")];
    for (const mode of ["keep-elapsed", "retroactive"])
      expect(result(mixed(mode), events, { asOf: "2 11:00" })).toMatchObject({
        ...{ outcome: "running", fact: "P2", dueDate: "2026-06-03", elapsedDays: 1 },
      });
    expect(result(mixed("restart"), events, { asOf: "2 11:00" })).toMatchObject({
      dueDate: "2026-06-04",
      elapsedDays: 0,
    });
  });

  it("days that were over before the change are missed at the change", () => {
    // Ninety hours of the desk are far from over on the 5th; two days after the 1st are.
    const slow = promise(
      { target: table({ P1: hours("PT90H"), P2: days("P2D") }), changes: { fact: "keep-elapsed" } },
      PRIORITY,
    );
    const found = result(slow, [...opened("P1"), set("5 10:00", "P2")], { asOf: "5 11:00" });
    expect(found).toMatchObject({
      outcome: "missed",
      dueAt: at("4 00:00"),
      missedAt: at("5 10:00"),
      dueDate: "2026-06-03",
    });
  });

  it("hours after days measure the stretch under days as themselves", () => {
    const events = [...opened("P2"), "paused 1 10:00", "resumed 1 11:00", set("2 10:00", "P1")];
    // Of the 1st 9 to 10 and 11 to 17; of the 2nd 9 to 11.
    expect(result(mixed("keep-elapsed"), events, { asOf: "2 11:00" })).toMatchObject({
      fact: "P1",
      elapsedMs: 9 * HOUR,
      dueAt: at("2 12:00"),
    });
    expect(result(mixed("restart"), events, { asOf: "2 11:00" })).toMatchObject({ elapsedMs: HOUR });
  });

  it("a clock under days is not paused", () => {
    const events = [...opened("P1"), "paused 1 10:00", set("1 11:00", "P2")];
    expect(result(mixed("keep-elapsed"), events, { asOf: "1 12:00" })).toMatchObject({
      outcome: "running",
      clock: "running",
    });
  });
});

describe("a policy that changes", () => {
  const policy = (mode: string, length: string) =>
    promise(
      { target: hours("PT4H", "running"), changes: { policy: mode } },
      {
        versions: [
          {
            from: "2026-06-02",
            name: "new",
            commitments: { it: promised({ target: hours(length, "running"), changes: { policy: "keep" } }) },
          },
        ],
      },
    );
  // Opened on the 1st at 22:00; the new one holds from midnight.
  it.each([
    ["keep", { version: null, dueAt: at("2 02:00"), elapsedMs: 3 * HOUR }],
    ["keep-elapsed", { version: "new", dueAt: at("2 06:00"), elapsedMs: 3 * HOUR }],
    ["restart", { version: "new", dueAt: at("2 08:00"), elapsedMs: HOUR, restartedAt: at("2 00:00") }],
    ["retroactive", { version: "new", dueAt: at("2 06:00"), elapsedMs: 3 * HOUR }],
  ])("with %s, the mode of the version of the case", (mode, expected) => {
    expect(result(policy(mode, "PT8H"), ["opened 1 22:00"], { asOf: "2 01:00" })).toMatchObject({
      outcome: "running",
      ...expected,
    });
  });

  it("is not foreseen, but nextChangeAt knows of it", () => {
    for (const mode of ["keep-elapsed", "restart", "retroactive"])
      expect(result(policy(mode, "PT8H"), ["opened 1 23:00"], { asOf: "1 23:30" })).toMatchObject({
        ...{ version: null, dueAt: at("2 03:00"), missedAt: at("2 03:00:00.001"), nextChangeAt: at("2 00:00") },
      });
  });

  it("is not there a millisecond before its date, and is at its first instant", () => {
    const judged = (asOf: string) => result(policy("retroactive", "PT1H"), ["opened 1 22:30"], { asOf });
    expect(judged("1 23:59:59.999")).toMatchObject({ outcome: "running", version: null });
    expect(judged("2 00:00")).toMatchObject({ outcome: "missed", version: "new", missedAt: at("1 23:30:00.001") });
  });
});

describe("a calendar that changes", () => {
  // The desk from 9 to 17, at night from 17 to 24; from noon on the case is of the night.
  const rules = { ...PRIORITY, calendarRules: [{ when: { priority: "P1" }, calendar: "night" }] };
  const policy = (calendar: string) => promise({ changes: { calendar } }, rules);
  const events = [...opened("P2"), set("1 12:00", "P1")];
  it.each([
    ["keep", { calendar: "desk", calendarRule: null, dueAt: at("1 13:00"), outcome: "missed" }],
    [
      "keep-elapsed",
      { calendar: "night", calendarRule: 0, elapsedMs: 4 * HOUR, dueAt: at("1 18:00"), outcome: "running" },
    ],
    ["restart", { calendar: "night", calendarRule: 0, elapsedMs: HOUR, dueAt: at("1 21:00"), outcome: "running" }],
    ["retroactive", { calendar: "night", calendarRule: 0, elapsedMs: HOUR, dueAt: at("1 21:00"), outcome: "running" }],
  ])("with %s", (mode, expected) => {
    expect(result(policy(mode), events, { asOf: "1 18:00" })).toMatchObject(expected);
  });
});

describe("modes that differ go each their own way", () => {
  it("fact: retroactive with policy: keep is the last value of the fact in the table of the start", () => {
    const newer = promised({
      target: table({ P1: hours("PT2H", "running"), P2: hours("PT2H", "running") }),
      changes: { fact: "keep" },
    });
    const changes = { fact: "retroactive", policy: "keep" };
    const policy = promise(
      { target: cells, changes },
      { ...PRIORITY, versions: [{ from: "2026-06-02", commitments: { it: newer } }] },
    );
    const found = result(policy, [...opened("P1").slice(0, 1), "opened 1 22:00", set("2 01:00", "P3")], {
      asOf: "2 02:00",
    });
    expect(found).toMatchObject({
      outcome: "running",
      fact: "P3",
      version: null,
      elapsedMs: 4 * HOUR,
      dueAt: at("2 06:00"),
    });
  });

  it("fact: restart with calendar: keep-elapsed restarts where both change at once", () => {
    const rules = { ...PRIORITY, calendarRules: [{ when: { priority: "P1" }, calendar: "night" }] };
    const policy = promise(
      {
        target: table({ P1: hours("PT1H"), P2: hours("PT4H") }),
        changes: { fact: "restart", calendar: "keep-elapsed" },
      },
      rules,
    );
    expect(result(policy, [...opened("P2"), set("1 12:00", "P1")], { asOf: "1 17:30" })).toMatchObject({
      ...{
        outcome: "running",
        restartedAt: at("1 12:00"),
        elapsedMs: HOUR / 2,
        dueAt: at("1 18:00"),
        calendar: "night",
      },
    });
  });
});
