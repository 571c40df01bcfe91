/**
 * What a hostile reading of reopenings found. The law that should have seen the first: cost is near linear in a case's events; none
 * was written down.
 */
import { describe, expect, it } from "vitest";
import { HOUR, promise, result } from "../unit/evaluation/promise.ts";

describe("a case that is stopped and reopened many times", () => {
  const minute = (n: number): string => new Date(n * 60_000).toISOString().slice(11, 16);
  const events = (times: number): string[] =>
    Array.from({ length: times }, (_, i) => [
      `closed 1 ${minute(541 + 2 * i)}`,
      `again 1 ${minute(542 + 2 * i)}`,
    ]).flat();

  it.each(["resume", "count"])("is judged once for each reopening, not once for each set of them: %s", (reopening) => {
    const policy = promise({ reopening, reopen: "again" });
    const start = performance.now();
    // Each of the 200 reopenings is a minute after the stop, which is a minute after the last.
    const found = result(policy, ["opened 1 09:00", ...events(200), "closed 1 15:41"]);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(found.reopenings).toHaveLength(200);
    expect(found.elapsedMs).toBe(reopening === "resume" ? 201 * 60_000 : 401 * 60_000);
    expect(found.outcome).toBe(reopening === "resume" ? "met" : "missed");
    // Four hours are over at 13:00: with the time between, the stop of 13:01 is the first that is late.
    const late = found.reopenings!.filter(({ outcome }) => outcome === "missed").map(({ stoppedAt }) => stoppedAt);
    expect(late[0]).toBe(reopening === "resume" ? undefined : "2026-06-01T13:01:00.000Z");
    expect(found.remainingMs).toBe(reopening === "resume" ? 4 * HOUR - 201 * 60_000 : 0);
  });
});
