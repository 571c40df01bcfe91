/**
 * Verdicts on an incomplete history. Values are worked out by hand: the desk is open from 9:00 to 17:00, four hours are promised.
 */
import { describe, expect, it } from "vitest";
import type { Case } from "../../../../src/index.ts";
import {
  codes,
  event,
  HOUR,
  hours,
  PRIORITY,
  promise,
  request,
  result,
  set,
  type Told,
  table,
  told,
} from "../promise.ts";

/** An event whose time cannot be read; with no type one of which nothing can. */
const unread = (type: string, members: object = {}): Told => ({ type, at: "1 June at noon", ...members });
const NONE = { outcome: "unmeasurable", reason: "history-incomplete" };
const LATE = ["opened 1 10:00", "closed 3 10:00"];

describe("a verdict that a reading of the history could change", () => {
  it.each<[string, object, readonly Told[], string | undefined]>([
    ["missed without a stop, the stop unread", {}, ["opened 1 10:00", unread("closed")], undefined],
    ["missed without a stop, a state renamed", {}, ["opened 1 10:00", "Solved 1 11:00"], undefined],
    [
      "missed by its stop, and an unknown event before it",
      {},
      ["opened 1 10:00", "Solved 1 11:00", "closed 3 10:00"],
      undefined,
    ],
    [
      "met, and an unknown event that may have cancelled it",
      {},
      ["opened 1 10:00", "Seen 1 11:00", "closed 1 12:00"],
      undefined,
    ],
    ["met, an event of no type that may have", {}, ["opened 1 10:00", unread(""), "closed 1 12:00"], undefined],
    ["running, a pause unread", {}, ["opened 1 10:00", unread("paused")], "1 12:00"],
    ["paused, a resume unread", {}, ["opened 1 10:00", "paused 1 11:00", unread("resumed")], "1 12:00"],
    ["missed, a pause unread", {}, [...LATE, unread("paused")], undefined],
    [
      "missed by a hair, a pause unread that must have been short",
      {},
      ["opened 1 10:00", unread("paused"), "resumed 1 12:00", "closed 1 14:01"],
      undefined,
    ],
    [
      "a reset in the middle would save it",
      { reset: "beat", per: "case" },
      ["opened 1 09:00", unread("beat"), "closed 1 16:00"],
      undefined,
    ],
    [
      "a reset to the ms would save it",
      { reset: "beat", per: "case" },
      ["opened 1 09:00", unread("beat"), "closed 1 17:00"],
      undefined,
    ],
    [
      "two resets would save it",
      { reset: "beat", per: "case" },
      ["opened 1 09:00", unread("beat"), unread("beat"), "closed 2 12:00"],
      undefined,
    ],
    [
      "a call that may have been reopened",
      { reopening: "resume" },
      ["opened 1 10:00", "closed 1 11:00", unread("opened")],
      undefined,
    ],
  ])("is none: %s", (_, commitment, events, asOf) => {
    const shown = result(promise(commitment), events, asOf === undefined ? {} : { asOf });
    expect(shown).toMatchObject(NONE);
    expect(shown).toMatchObject({ dueAt: null, stoppedAt: null });
    expect(shown.startedAt === null).toBe(
      JSON.stringify(events).includes('"opened"') || events.some((e) => typeof e !== "string" && e.type === ""),
    );
  });

  it("is none where the start is unread, and has no start", () => {
    expect(result(promise({}), [unread("opened"), "closed 1 11:00"])).toEqual({
      ...NONE,
      ...{ startedAt: null, dueAt: null, stoppedAt: null },
    });
  });
});

describe("a verdict that no reading could change", () => {
  it("stands, without what could differ: met by another stop, or by an earlier one", () => {
    const shown = result(promise({}), ["opened 1 10:00", unread("closed"), "closed 1 11:00"]);
    expect(shown).toMatchObject({ outcome: "met", startedAt: event("opened 1 10:00").at });
    expect(shown).toMatchObject({ dueAt: event("x 1 14:00").at, clock: "stopped" });
    for (const member of ["stoppedAt", "elapsedMs", "remainingMs"]) expect(shown).not.toHaveProperty(member);
    expect(shown).toMatchObject({ overrunMs: 0 });
  });

  it.each<[string, object, readonly Told[]]>([
    ["an event that moves no clock is unread", {}, [...LATE, unread("noted")]],
    ["an unknown event comes after the stop", {}, [...LATE, "Reviewed 4 10:00"]],
    ["it may have been cancelled after the stop", {}, [...LATE, { ...event("cancelled 4 10:00"), type: "" }]],
  ])("stands whole: %s", (_, commitment, events) => {
    expect(result(promise(commitment), events)).toEqual(result(promise(commitment), LATE));
  });

  it("is missed wherever the clock was reset, where two targets are not enough", () => {
    const shown = result(promise({ reset: "beat", per: "case" }), ["opened 1 09:00", unread("beat"), "closed 2 09:30"]);
    expect(shown.outcome).toBe("missed");
    // Which of the two was missed is not known, nor how many there were.
    expect(shown).not.toHaveProperty("cycles");
    expect(shown).not.toHaveProperty("elapsedMs");
  });

  it("is excused, late or not, where it goes by days and a stop before the last date is unread", () => {
    const days = { days: "P1D", count: "calendar", until: "midnight", rollToOpen: false };
    const shown = result(promise({ target: days }), ["opened 1 10:00", "closed 2 23:00", unread("closed")]);
    expect(shown).toMatchObject({ outcome: "met", dueDate: "2026-06-02" });
    expect(shown).not.toHaveProperty("elapsedDays");
    expect(result(promise({ target: days }), ["opened 1 10:00", "closed 3 00:00", unread("closed")])).toMatchObject(
      NONE,
    );
  });

  it("keeps a reason that is not in its events", () => {
    const policy = promise(
      { target: table({ P1: hours("PT4H") }), changes: { fact: "keep", policy: "keep" } },
      PRIORITY,
    );
    const shown = result(policy, ["opened 1 10:00", unread("closed")]);
    expect(shown).toMatchObject({ outcome: "unmeasurable", reason: "no-figure" });
  });
});

describe("a change of a fact at an instant that is not known", () => {
  const cells = table({ P1: hours("PT4H"), P2: hours("PT4H") });
  const policyOf = (fact: string) => promise({ target: cells, changes: { fact, policy: "keep" } }, PRIORITY);
  const one = (events: readonly Told[]): Case => request(events, { priority: "P1" });
  const change = { ...(set("1 11:00", "P2") as object), at: "then" } as Told;

  it.each(["keep", "retroactive"])("is tried where it takes the place of the other from the start: %s", (mode) => {
    expect(result(policyOf(mode), one(["opened 1 10:00", change, "closed 1 12:00"]))).toMatchObject({
      outcome: "met",
      elapsedMs: 2 * HOUR,
    });
  });

  it.each(["keep-elapsed", "restart"])("gives no verdict where it cuts the clock in two: %s", (mode) => {
    expect(result(policyOf(mode), one(["opened 1 10:00", change, "closed 1 12:00"]))).toMatchObject(NONE);
  });
});

describe("a history that leaves room for too many readings", () => {
  it("gives no verdict, and takes no time", () => {
    const many = Array.from({ length: 400 }, (_, i) =>
      event("paused 1 10:30", { at: event(`x ${2 + (i % 20)} 10:00`).at }),
    );
    const events = ["opened 1 10:00", ...many, "closed 29 10:00", unread("closed"), unread("closed"), unread("closed")];
    expect(result(promise({}), events)).toMatchObject(NONE);
  });
});

describe("a case of which any events may be missing", () => {
  it("has no verdict", () => {
    const shown = told(promise({}), request(["opened 1 10:00", "closed 1 11:00"], { mayMissEvents: true }));
    expect(shown.commitments["it"]).toEqual({ ...NONE, startedAt: null, dueAt: null, stoppedAt: null });
    expect(shown.incomplete).toBe(true);
  });

  it("keeps a reason that is not in its events", () => {
    const policy = promise(
      { target: table({ P1: hours("PT4H") }), changes: { fact: "keep", policy: "keep" } },
      PRIORITY,
    );
    const one = request(["opened 1 10:00"], { mayMissEvents: true });
    expect(result(policy, one)).toMatchObject({ outcome: "unmeasurable", reason: "no-figure" });
  });
});

describe("issues of such a case", () => {
  it("tell each unknown type once, with the line that declares it", () => {
    const { issues } = told(
      promise({}),
      request(["opened 1 10:00", "Parked 1 11:00", "Parked 1 12:00", "Tagged 1 12:00"]),
    );
    expect(issues.map(({ code, received }) => [code, received])).toEqual([
      ["case.unknown-event", '"Parked"'],
      ["case.unknown-event", '"Tagged"'],
    ]);
    expect(issues[1]!.message).toBe(
      'events: "Tagged" is no event of request; if it moves no clock, declare it: "events": { "other": ["Tagged"] }',
    );
  });

  it("say nothing of events after asOf, readable or not", () => {
    expect(
      codes(promise({}), ["opened 1 10:00", "Parked 3 11:00", { type: "", at: event("x 3 10:00").at }], {
        asOf: "2 10:00",
      }),
    ).toEqual([]);
  });
});
