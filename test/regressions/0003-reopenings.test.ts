/**
 * What a hostile reading of reopenings found. The law that should have seen the first: cost is near linear in a case's events; none
 * was written down. The rest: a result says `missedAt` t ⇔ an evaluation as of t is the first to say missed.
 */

import { describe, expect, it } from "vitest";
import { processorMs } from "../helpers/processor-time.ts";
import { at, days, HOUR, hours, PRIORITY, promise, result, set, table } from "../unit/evaluation/promise.ts";

describe("a case that is stopped and reopened many times", () => {
  const minute = (n: number): string => new Date(n * 60_000).toISOString().slice(11, 16);
  const events = (times: number): string[] =>
    Array.from({ length: times }, (_, i) => [
      `closed 1 ${minute(541 + 2 * i)}`,
      `again 1 ${minute(542 + 2 * i)}`,
    ]).flat();

  it.each(["resume", "count"])("is judged once for each reopening, not once for each set of them: %s", (reopening) => {
    const policy = promise({ reopening, reopen: "again" });
    const start = processorMs();
    // Each of the 200 reopenings is a minute after the stop, which is a minute after the last.
    const found = result(policy, ["opened 1 09:00", ...events(200), "closed 1 15:41"]);
    expect(processorMs() - start).toBeLessThan(2000);
    expect(found.reopenings).toHaveLength(200);
    expect(found.elapsedMs).toBe(reopening === "resume" ? 201 * 60_000 : 401 * 60_000);
    expect(found.outcome).toBe(reopening === "resume" ? "met" : "missed");
    // Four hours are over at 13:00: with the time between, the stop of 13:01 is the first that is late.
    const late = found.reopenings!.filter(({ outcome }) => outcome === "missed").map(({ stoppedAt }) => stoppedAt);
    expect(late[0]).toBe(reopening === "resume" ? undefined : "2026-06-01T13:01:00.000Z");
    expect(found.remainingMs).toBe(reopening === "resume" ? 4 * HOUR - 201 * 60_000 : 0);
  });
});

describe("a clock that is late while it is stopped", () => {
  const cells = table({ P1: hours("PT1H"), P2: hours("PT4H"), P3: hours("PT2H") });
  const changed = (reopening: string) =>
    promise({ reopening, reopen: "again", target: cells, changes: { fact: "keep-elapsed" } }, PRIORITY);

  it("was not missed before a change that came between stop and reopening: the new target holds", () => {
    // Half an hour of one at the stop; three of four at the reopening, and the fourth ends at 13:00.
    const events = [set("1 08:00", "P1"), "opened 1 09:00", "closed 1 09:30", set("1 11:00", "P2"), "again 1 12:00"];
    expect(result(changed("count"), events, { asOf: "1 12:30" })).toMatchObject({
      outcome: "running",
      fact: "P2",
      elapsedMs: 3.5 * HOUR,
      dueAt: at("1 13:00"),
      missedAt: at("1 13:00:00.001"),
      reopenings: [{ outcome: "met" }],
    });
  });

  it("is missed at the reopening, also where a change between the two made the target shorter", () => {
    const events = [set("1 08:00", "P2"), "opened 1 09:00", "closed 1 12:00", set("1 13:00", "P3"), "again 1 14:00"];
    expect(result(changed("resume"), events, { asOf: "1 13:30" })).toMatchObject({ outcome: "met", fact: "P2" });
    expect(result(changed("resume"), events, { asOf: "1 14:00" })).toMatchObject({
      outcome: "missed",
      missedAt: at("1 14:00"),
      dueAt: at("1 11:00"),
    });
    // A second change finds it stopped, not missed.
    const twice = [...events.slice(0, 4), set("1 13:30", "P2"), "again 1 14:00"];
    expect(result(changed("resume"), twice, { asOf: "1 14:30" })).toMatchObject({ outcome: "running", fact: "P2" });
  });

  it("is missed at the reopening in days, too", () => {
    const policy = promise({ reopening: "count", reopen: "again", target: days("P1D") });
    const events = ["opened 1 09:00", "closed 1 10:00", "again 4 10:00"];
    expect(result(policy, events, { asOf: "4 09:59" }).outcome).toBe("met");
    expect(result(policy, events, { asOf: "4 10:00" })).toMatchObject({
      outcome: "missed",
      dueAt: at("3 00:00"),
      missedAt: at("4 10:00"),
      reopenings: [{ stoppedAt: at("1 10:00"), outcome: "met", reopenedAt: at("4 10:00") }],
    });
  });
});

describe("a case with a stop before its start that was then stopped and reopened", () => {
  it.each(["resume", "count"])("has another stop, and is measured also while it runs: %s", (reopening) => {
    const policy = promise({ reopening, reopen: "again" });
    const events = ["closed 1 08:00", "opened 1 09:00", "closed 1 10:00", "again 1 11:00"];
    expect(result(policy, events, { asOf: "1 12:00" })).toMatchObject({
      outcome: "running",
      elapsedMs: (reopening === "resume" ? 2 : 3) * HOUR,
    });
  });
});
