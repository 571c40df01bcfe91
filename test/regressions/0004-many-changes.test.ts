/**
 * Cost: near linear in the events of one case. No law said so; see also "20,000 pauses" among the tests of purity.
 *
 * Eight times as many events may take less than 32 times as long; a quadratic way takes 64.
 */
import { describe, expect, it } from "vitest";
import { growth, NEAR_LINEAR } from "../helpers/growth.ts";
import { event, hours, PRIORITY, promise, request, set, type Told, table, tell } from "../unit/evaluation/promise.ts";

const START = Date.parse("2026-06-02T09:00:00Z");
const second = (n: number): string => new Date(START + n * 1000).toISOString();
const times = (count: number, events: (i: number) => readonly Told[]) =>
  request(["opened 2 09:00", ...Array.from({ length: count }, (_, i) => events(i)).flat()]);
const later = (text: string, i: number): Told => ({ ...event(`${text} 2 09:00`), at: second(i) });

const cells = table({ P1: hours("PT400H"), P2: hours("PT500H") });
const byFact = (mode: string) => promise({ target: cells, changes: { fact: mode }, pauses: true }, PRIORITY);
const changed = (i: number): Told => ({ ...set("2 09:00", i % 2 === 0 ? "P1" : "P2"), at: second(3 * i + 1) });
const changes = (i: number): Told[] => [changed(i), later("paused", 3 * i + 2), later("resumed", 3 * i + 3)];
const reopened = (i: number): Told[] => [later("closed", 2 * i + 1), later("again", 2 * i + 2)];

describe("a case of thousands of events costs little more for each", () => {
  it.each([
    ["changes of its fact that keep what elapsed", byFact("keep-elapsed"), changes],
    ["changes of its fact that restart", byFact("restart"), changes],
    ["changes of its fact that count from the start", byFact("retroactive"), changes],
    ["reopenings that resume", promise({ reopening: "resume", reopen: "again" }), reopened],
    ["reopenings that count", promise({ reopening: "count", reopen: "again" }), reopened],
    ["new cycles", promise({ reopening: "new-cycle", reopen: "again", per: "cycle" }), reopened],
    ["resets", promise({ reset: "beat", per: "cycle" }), (i: number) => [later("beat", i + 1)]],
  ])("%s", (_, policy, events) => {
    const judge = (count: number): void => {
      const { cases } = tell(policy, [times(count, events)], { segments: true });
      expect(cases[0]?.commitments["it"]?.segments?.length).toBeGreaterThan(0);
    };
    expect(growth(1000, judge)).toBeLessThan(NEAR_LINEAR);
  });
});
