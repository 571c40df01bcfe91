/**
 * The pauses of a case in the simulator, by examples worked by hand. Source: semantics §5, "A pause belongs to the case".
 */

import { describe, expect, it } from "vitest";
import { at, HOURS, MINUTES, policy, result, target, told } from "./examples.ts";

const held = ["opened 05-05 09:00", "paused 05-05 09:30", "resolved 05-05 10:00"];
const reopenable = (reopening: "resume" | "count"): ReturnType<typeof policy> =>
  policy(target({ reopening, reopen: "reopened" }));

describe("a pause of the case", () => {
  it("outlasts a stop; a clock stopped meanwhile has what had elapsed at its start", () => {
    expect(result(policy(target()), held, { asOf: "05-05 12:00" })).toMatchObject({
      outcome: "met",
      elapsedMs: 30 * MINUTES,
      dueAt: null,
    });
    // The start stands in for a reopening: it ends no pause.
    const again = [...held, "opened 05-05 11:00"];
    expect(result(policy(target({ reopening: "resume" })), again, { asOf: "05-05 12:00" })).toMatchObject({
      outcome: "paused",
      elapsedMs: 30 * MINUTES,
    });
  });

  it("ends with a reopening that is named so, where a clock is stopped", () => {
    const again = [...held, "reopened 05-05 11:00"];
    expect(result(reopenable("resume"), again, { asOf: "05-05 12:00" })).toMatchObject({
      outcome: "running",
      elapsedMs: 90 * MINUTES,
      dueAt: at("05-05 12:30"),
    });
    // The time between counts, save what was paused in it: all of it.
    expect(result(reopenable("count"), again, { asOf: "05-05 11:30" }).elapsedMs).toBe(HOURS);
    const notStopped = ["opened 05-05 09:00", "paused 05-05 09:30", "reopened 05-05 10:30"];
    expect(result(reopenable("resume"), notStopped, { asOf: "05-05 11:00" }).outcome).toBe("paused");
  });

  it("ends for every clock, whichever is stopped", () => {
    const other = target({ stop: "answered", reopening: "resume", reopen: "reopened" });
    const two = policy(target(), { commitments: { it: target(), other } });
    const lines = ["opened 05-05 09:00", "paused 05-05 09:30", "answered 05-05 10:00", "reopened 05-05 10:30"];
    expect(result(two, lines, { asOf: "05-05 11:00" })).toMatchObject({ outcome: "running", elapsedMs: HOURS });
  });

  it("outlasts a hand-over from team to team and back", () => {
    const team = target({
      start: { event: "moved", where: { team: "L1" } },
      stop: { event: "moved", not: { team: "L1" } },
      reopening: "resume",
      target: { hours: "PT8H", count: "open" },
    });
    const kinds = { incident: { events: ["moved"] } };
    const lines = [
      "moved 05-05 09:00 team=L1",
      "paused 05-05 10:00",
      "moved 05-05 11:00 team=L2",
      "moved 05-05 13:00 team=L1",
      "resumed 05-05 15:00",
    ];
    expect(result(policy(team, { kinds }), lines, { asOf: "05-05 17:00" })).toMatchObject({
      elapsedMs: 3 * HOURS,
      counted: [`${at("05-05 09:00")}/${at("05-05 10:00")}`, `${at("05-05 15:00")}/${at("05-05 17:00")}`],
    });
  });

  it("outlasts a waiver, and a reset", () => {
    const waived = policy(target({ waive: "dropped", reopening: "new-cycle", per: "cycle" }));
    const lines = ["opened 05-05 09:00", "paused 05-05 09:30", "dropped 05-05 10:00", "opened 05-05 11:00"];
    expect(result(waived, lines, { asOf: "05-05 12:00" })).toMatchObject({ outcome: "paused", elapsedMs: 0 });
  });
});

describe("a second pause and a resume without one", () => {
  const looked = { asOf: "05-05 16:00" };
  const codesOf = (document: ReturnType<typeof policy>, ...lines: string[]): readonly string[] =>
    told(document, lines, looked).codes;
  const hours = policy(target());

  it("are issues until the first stop, before the start too", () => {
    const twice = ["opened 05-05 09:00", "paused 05-05 09:30", "paused 05-05 09:40"];
    expect(codesOf(hours, ...twice)).toEqual(["case.second-pause"]);
    expect(codesOf(hours, "resumed 05-05 08:00", "opened 05-05 09:00")).toEqual(["case.resume-without-pause"]);
    // The resume is taken before the stop of its instant.
    const late = ["opened 05-05 09:00", "resolved 05-05 10:00"];
    expect(codesOf(hours, ...late, "resumed 05-05 10:00")).toEqual(["case.resume-without-pause"]);
    expect(codesOf(hours, ...late, "resumed 05-05 10:00:00.001")).toEqual([]);
    expect(told(hours, [...late, "resumed 05-05 10:00:00.001"], looked).ruledOut).toContain(
      "case.resume-without-pause",
    );
  });

  it("are none where no clock may stand still, nor at the reopening that ended the pause", () => {
    const days = target({ target: { days: "P1D", count: "working", until: "midnight", rollToOpen: true } });
    for (const it of [days, target({ pauses: false })])
      expect(told(policy(it), ["opened 05-05 09:00", "resumed 05-05 09:30"], looked)).toMatchObject({
        codes: [],
        ruledOut: ["case.second-pause", "case.resume-without-pause"],
      });
    const other = target({ stop: "answered" });
    const two = policy(target(), { commitments: { it: target({ reopening: "resume", reopen: "reopened" }), other } });
    const atOnce = [...held, "reopened 05-05 11:00", "resumed 05-05 11:00"];
    expect(codesOf(two, ...atOnce)).toEqual([]);
    expect(codesOf(two, ...held, "reopened 05-05 11:00", "resumed 05-05 11:30")).toEqual(["case.resume-without-pause"]);
  });
});

describe("the silences", () => {
  it("a reset of the start's instant by another event ends a cycle of no length, two of one instant end one", () => {
    const updates = policy(target({ reset: "answered", per: "cycle" }));
    const cyclesOf = (...lines: string[]): number =>
      result(updates, lines, { asOf: "05-05 12:00" }).cycles?.length ?? 0;
    expect(cyclesOf("opened 05-05 09:00", "answered 05-05 09:00")).toBe(2);
    expect(cyclesOf("opened 05-05 09:00", "answered 05-05 10:00", "answered 05-05 10:00")).toBe(2);
    expect(cyclesOf("opened 05-05 09:00", "answered 05-05 09:00", "answered 05-05 09:00")).toBe(2);
    const itself = policy(target({ start: ["opened", "answered"], reset: "answered", per: "cycle" }));
    expect(result(itself, ["answered 05-05 09:00"], { asOf: "05-05 12:00" }).cycles).toHaveLength(1);
  });

  it("an early stop, a start, then cancelled or waived past the target: not applicable; else it can't be measured", () => {
    const lines = ["resolved 05-05 08:00", "opened 05-05 09:00"];
    const waivable = policy(target({ waive: "dropped" }));
    const outcomeOf = (...more: string[]): unknown => result(waivable, [...lines, ...more], { asOf: "05-06 12:00" });
    expect(outcomeOf("cancelled 05-05 16:00")).toMatchObject({ outcome: "not-applicable" });
    expect(outcomeOf("dropped 05-05 16:00")).toMatchObject({ outcome: "not-applicable" });
    expect(outcomeOf()).toMatchObject({ outcome: "unmeasurable", reason: "stop-before-start" });
  });
});
