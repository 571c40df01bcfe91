/**
 * Incomplete histories in the simulator, by examples worked by hand. Source: semantics §5, "An incomplete history".
 */

import { describe, expect, it } from "vitest";
import { at, byPriority, HOURS, policy, result, target, told } from "./examples.ts";
import { simulate } from "./simulator.ts";

const two = policy(target());
const asOf = { asOf: "05-05 12:00" };
const INCOMPLETE = { outcome: "unmeasurable", reason: "history-incomplete" };

describe("an event whose instant can't be read", () => {
  it("takes a verdict by absence away", () => {
    expect(result(two, ["opened 05-05 11:00", "resolved ?"], asOf)).toMatchObject(INCOMPLETE);
    // Missed without a stop, and missed with one: the other stop may have been in time.
    expect(result(two, ["opened 05-05 09:00", "resolved ?"], asOf)).toMatchObject(INCOMPLETE);
    expect(result(two, ["opened 05-05 09:00", "resolved 05-05 11:30", "resolved ?"], asOf)).toMatchObject(INCOMPLETE);
    expect(result(two, ["opened ?"], asOf)).toMatchObject(INCOMPLETE);
    expect(result(two, ["opened 05-05 11:00", "paused ?"], asOf)).toMatchObject(INCOMPLETE);
  });

  it("leaves a verdict that it can't change, without what could differ", () => {
    const earlier = result(two, ["opened 05-05 09:00", "resolved 05-05 11:30", "opened ?"], asOf);
    expect(earlier).toMatchObject({ outcome: "missed", stoppedAt: at("05-05 11:30") });
    expect(earlier.unsure).toEqual(
      expect.arrayContaining(["startedAt", "dueAt", "missedAt", "elapsedMs", "overrunMs"]),
    );
    expect(earlier).not.toHaveProperty("elapsedMs");
    const again = result(two, ["opened 05-05 09:00", "resolved 05-05 10:00", "resolved ?"], asOf);
    expect(again).toMatchObject({ outcome: "met", startedAt: at("05-05 09:00"), dueAt: at("05-05 11:00") });
    expect(again.unsure).toEqual(expect.arrayContaining(["stoppedAt", "elapsedMs"]));
    const nothing = result(two, ["opened 05-05 09:00", "resolved 05-05 10:00", "resumed ?"], asOf);
    expect(nothing).toMatchObject({ outcome: "met", elapsedMs: HOURS, unsure: [] });
  });

  it("leaves the reasons that do not lie in the events", () => {
    const byFact = policy(
      target({ target: byPriority({ P1: "PT2H", P2: "PT3H", P3: null }), changes: { fact: "keep" } }),
    );
    const lines = ["opened 05-05 11:00", "resolved ?"];
    expect(result(byFact, lines, asOf)).toMatchObject({ outcome: "unmeasurable", reason: "no-figure" });
  });

  it("is seen, and leaves a case without a sure start in no month", () => {
    const input = { id: "c1", kind: "incident", events: [{ type: "opened", at: "not a time" }] };
    const { notYet, rates } = simulate(two, [input], at("05-05 12:00"), null);
    expect(notYet).toBe(0);
    expect(rates.it?.counts.unmeasurable).toBe(1);
    expect(rates.it?.by?.month).toEqual({});
    expect(told(two, ["opened ?"], asOf).codes).toEqual(["case.bad-event"]);
  });
});

describe("an event of an unknown type", () => {
  it("may be any that its kind has, at its instant, or none", () => {
    expect(result(two, ["opened 05-05 11:00", "fixed 05-05 11:30"], asOf)).toMatchObject(INCOMPLETE);
    expect(result(two, ["opened 05-05 09:00", "fixed 05-05 11:30"], asOf)).toMatchObject({ outcome: "missed" });
    const after = result(two, ["opened 05-05 09:00", "resolved 05-05 10:00", "fixed 05-05 10:30"], asOf);
    expect(after).toMatchObject({ outcome: "met", elapsedMs: HOURS, unsure: [] });
    expect(told(two, ["opened 05-05 09:00", "fixed 05-05 10:00"], asOf).codes).toEqual(["case.unknown-event"]);
  });

  it("is as it is written but for its type: it is no stop that asks for another member", () => {
    const stop = { event: "answered", where: { side: "provider" } };
    const only = policy(target({ stop, pauses: false }), { events: {} });
    expect(result(only, ["opened 05-05 11:00", "fixed 05-05 11:30"], asOf)).toMatchObject({ outcome: "running" });
    const fixed = "fixed 05-05 11:30 side=provider";
    expect(result(only, ["opened 05-05 11:00", fixed], asOf)).toMatchObject(INCOMPLETE);
  });

  it("that events.other names is known, and is none", () => {
    const known = policy(target(), { events: { other: ["fixed"] } });
    expect(result(known, ["opened 05-05 11:00", "fixed 05-05 11:30"], asOf)).toMatchObject({ outcome: "running" });
  });
});
