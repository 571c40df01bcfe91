/**
 * Events of one instant that say their order. Source: docs/semantics.md, "Events of one instant".
 */
import { describe, expect, it } from "vitest";
import type { Case } from "../../../../src/index.ts";
import { at, codes, event, HOUR, hours, PRIORITY, promise, request, result, table, told } from "../promise.ts";

/** The events of Monday 10:00, in this order by `seq`, written the other way round. */
const inOrder = (...types: (string | [string, object])[]): Case["events"][number][] =>
  types
    .map((each, seq) =>
      typeof each === "string" ? event(`${each} 1 10:00`, { seq }) : event(`${each[0]} 1 10:00`, { seq, ...each[1] }),
    )
    .reverse();

describe("events of one instant that all carry a seq", () => {
  it("are taken in its order, whatever the order of the file", () => {
    const asOf = "1 12:00";
    expect(result(promise({}), inOrder("closed", "opened"), { asOf }).reason).toBe("stop-before-start");
    expect(codes(promise({}), inOrder("closed", "opened"), { asOf })).toEqual(["case.stop-before-start"]);
    expect(result(promise({}), inOrder("opened", "closed"), { asOf }).outcome).toBe("met");
    const running = ["opened 1 09:00"];
    expect(result(promise({}), [...running, ...inOrder("cancelled", "closed")], { asOf }).outcome).toBe(
      "not-applicable",
    );
    expect(result(promise({}), [...running, ...inOrder("closed", "cancelled")], { asOf }).outcome).toBe("met");
  });

  it("of one seq, or not all with one, are taken by what they do", () => {
    const [later, sooner] = inOrder("closed", "opened") as [object, object];
    const events = (a: object, b: object) => [a, b] as Case["events"][number][];
    const asOf = "1 12:00";
    expect(result(promise({}), events({ ...later, seq: 7 }, { ...sooner, seq: 7 }), { asOf }).outcome).toBe("met");
    expect(result(promise({}), events({ ...later, seq: undefined }, sooner), { asOf }).outcome).toBe("met");
    expect(result(promise({}), [...events(later, sooner), "noted 1 10:00"], { asOf }).outcome).toBe("met");
    // An order is one within an instant.
    expect(
      result(promise({}), [event("opened 1 10:00", { seq: 9 }), event("closed 1 11:00", { seq: 1 })], { asOf }).outcome,
    ).toBe("met");
  });

  it.each([1.5, "2", true, Number.NaN])("and one that is %j is an issue, and taken as none", (seq) => {
    const events = [event("closed 1 10:00", { seq: 1 }), event("opened 1 10:00", { seq })];
    const { issues, commitments } = told(promise({}), request(events), { asOf: "1 12:00" });
    expect(commitments["it"]!.outcome).toBe("met");
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["case.bad-event", ["cases", 0, "events", 1, "seq"]],
    ]);
  });

  it("say whether a pause of the instant cancels out", () => {
    const asOf = "1 12:00";
    const paused = (...types: string[]) => result(promise({}), ["opened 1 09:00", ...inOrder(...types)], { asOf });
    expect(paused("resumed", "paused")).toMatchObject({ outcome: "paused", elapsedMs: HOUR });
    expect(paused("paused", "resumed")).toMatchObject({ outcome: "running", elapsedMs: 3 * HOUR });
    expect(paused("paused", "closed", "resumed")).toMatchObject({ outcome: "met", elapsedMs: HOUR, dueAt: null });
    expect(paused("closed", "paused")).toMatchObject({ outcome: "met", elapsedMs: HOUR, dueAt: at("1 13:00") });
  });
});

describe("a change of a fact in the order of its instant", () => {
  const target = table({ P1: hours("PT1H"), P2: hours("PT8H") });
  const by = (fact: string) => promise({ target, changes: { fact } }, PRIORITY);
  const changed = (...order: (string | [string, object])[]) => request(inOrder(...order), { priority: "P2" });
  const toP1: [string, object] = ["set", { priority: "P1" }];

  it("after the start is a change: keep keeps the old value, restart restarts at that instant", () => {
    const asOf = "1 12:00";
    expect(result(by("keep"), changed("opened", toP1), { asOf })).toMatchObject({ fact: "P2", outcome: "running" });
    expect(result(by("keep"), changed(toP1, "opened"), { asOf })).toMatchObject({ fact: "P1", outcome: "missed" });
    expect(result(by("restart"), changed("opened", toP1), { asOf })).toMatchObject({
      fact: "P1",
      restartedAt: at("1 10:00"),
    });
    expect(result(by("restart"), changed(toP1, "opened"), { asOf })).not.toHaveProperty("restartedAt");
  });

  it("after the stop or the cancellation is not read", () => {
    const stopped = (...order: (string | [string, object])[]) => ({
      ...request(["opened 1 09:00"]),
      priority: "P2",
      events: [event("opened 1 09:00"), ...inOrder(...order)],
    });
    expect(result(by("retroactive"), stopped("closed", toP1)).fact).toBe("P2");
    expect(result(by("retroactive"), stopped(toP1, "closed")).fact).toBe("P1");
  });
});

describe("promises that are no clocks", () => {
  const followUp = {
    ...{ kind: "follow-up", kinds: ["request"], after: "opened", by: "message", ends: "closed", within: null },
    goal: null,
  };
  const policy = promise({}, { commitments: { it: followUp } });

  it("go by the order of an instant, too", () => {
    const begun = ["opened 1 09:00"];
    const made = result(policy, [...begun, ...inOrder("message", "closed")]).figures?.["followed"];
    const late = result(policy, [...begun, ...inOrder("closed", "message")]).figures?.["followed"];
    expect([made, late]).toEqual([1, 0]);
  });
});
