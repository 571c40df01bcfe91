/**
 * The order of the events of one instant in the simulator, by examples worked by hand. Source: semantics §5, `seq`.
 */

import { describe, expect, it } from "vitest";
import type { ChangeMode } from "../../../src/policy/documents/document.ts";
import { at, byPriority, policy, result, target } from "./examples.ts";
import type { Expected } from "./types.ts";

const asOf = { asOf: "05-05 12:00" };
const plain = (...lines: string[]): Expected => result(policy(target()), lines, asOf);

describe("events of one instant that all have a place", () => {
  it("are taken one after the other", () => {
    const early = ["resolved 05-05 10:00 seq=1", "opened 05-05 10:00 seq=2"];
    expect(plain(...early)).toMatchObject({ outcome: "unmeasurable", reason: "stop-before-start" });
    const opened = "opened 05-05 11:00";
    expect(plain(opened, "resolved 05-05 11:30 seq=2", "cancelled 05-05 11:30 seq=1").outcome).toBe("not-applicable");
    expect(plain(opened, "resolved 05-05 11:30 seq=1", "cancelled 05-05 11:30 seq=2").outcome).toBe("met");
    expect(plain(opened, "paused 05-05 11:30 seq=8", "resumed 05-05 11:30 seq=7").outcome).toBe("paused");
    expect(plain(opened, "paused 05-05 11:30 seq=7", "resumed 05-05 11:30 seq=8").outcome).toBe("running");
  });

  it("of one place by rank, and all by rank where one has none", () => {
    expect(plain("resolved 05-05 10:00 seq=1", "opened 05-05 10:00 seq=1").outcome).toBe("met");
    expect(plain("resolved 05-05 10:00 seq=1", "opened 05-05 10:00").outcome).toBe("met");
    expect(plain("resolved 05-05 10:00 seq=1", "opened 05-05 10:00 seq=1.5").outcome).toBe("met");
    // An event without a part in this clock has none either.
    const beside = ["resolved 05-05 10:00 seq=1", "opened 05-05 10:00 seq=2", "asked 05-05 10:00"];
    expect(plain(...beside).outcome).toBe("met");
  });

  it("a change after the start is a change, even within the instant", () => {
    const table = byPriority({ P1: "PT2H", P2: "PT3H", P3: null });
    const looked = (fact: ChangeMode, start: number, change: number): Expected =>
      result(
        policy(target({ target: table, changes: { fact } })),
        [`opened 05-05 10:00 seq=${start}`, `prioritised 05-05 10:00 priority=P1 seq=${change}`],
        { asOf: "05-05 11:00", facts: { priority: "P2" } },
      );
    expect(looked("keep", 1, 2)).toMatchObject({ fact: "P2", dueAt: at("05-05 13:00") });
    expect(looked("keep", 2, 1)).toMatchObject({ fact: "P1", dueAt: at("05-05 12:00") });
    expect(looked("restart", 1, 2)).toMatchObject({ fact: "P1", restartedAt: at("05-05 10:00") });
    expect(looked("restart", 2, 1)).toMatchObject({ fact: "P1", restartedAt: null });
  });

  it("a reopening after the stop of the same instant reopens", () => {
    const document = policy(target({ reopening: "resume", reopen: "reopened" }));
    const lines = ["opened 05-05 11:00", "resolved 05-05 11:30 seq=1", "reopened 05-05 11:30 seq=2"];
    expect(result(document, lines, asOf)).toMatchObject({
      outcome: "running",
      reopenings: [{ stoppedAt: at("05-05 11:30"), outcome: "met", reopenedAt: at("05-05 11:30") }],
    });
  });
});
