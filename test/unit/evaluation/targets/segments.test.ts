/**
 * Segments of results: they tile from the start to the end, those that count add up, and each says why. Source: docs/policies.md,
 * "Results"; law 37.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Policy, Result } from "../../../../src/index.ts";
import { runsOf, seedOr } from "../../../helpers/runs.ts";
import { at, days, event, HOUR, hours, PRIORITY, promise, request, result, set, type Told, table } from "../promise.ts";

const segmentsOf = (policy: Policy, events: readonly Told[], asOf?: string) =>
  result(policy, events, { segments: true, ...(asOf === undefined ? {} : { asOf }) }).segments;
/** Start, length in hours, whether it counts, why. */
const short = (...args: Parameters<typeof segmentsOf>): unknown[] =>
  segmentsOf(...args)!.map(
    ({ start, ms, counts, why }) => `${start.slice(8, 16)} ${ms / HOUR} ${counts ? "+" : "-"} ${why}`,
  );

describe("segments", () => {
  it("tell opening hours, pauses and nights, by date", () => {
    const events = ["opened 1 15:00", "paused 1 16:00", "resumed 2 10:00", "closed 2 12:00"];
    expect(short(promise({}), events)).toEqual(["01T15:00 1 + open", "01T16:00 18 - paused", "02T10:00 2 + open"]);
    expect(segmentsOf(promise({}), ["opened 1 16:00", "closed 2 10:00"])).toEqual([
      { start: at("1 16:00"), end: at("1 17:00"), ms: HOUR, counts: true, why: "open", date: "2026-06-01" },
      {
        start: at("1 17:00"),
        end: at("2 00:00"),
        ms: 7 * HOUR,
        counts: false,
        why: expect.any(String),
        date: "2026-06-01",
      },
      {
        start: at("2 00:00"),
        end: at("2 09:00"),
        ms: 9 * HOUR,
        counts: false,
        why: expect.any(String),
        date: "2026-06-02",
      },
      { start: at("2 09:00"), end: at("2 10:00"), ms: HOUR, counts: true, why: "open", date: "2026-06-02" },
    ]);
  });

  it("of other hours say which", () => {
    expect(short(promise({ target: hours("PT9H", "running") }), ["opened 1 20:00", "closed 1 22:00"])).toEqual([
      "01T20:00 2 + running",
    ]);
    expect(short(promise({ target: hours("PT9H", "working-days") }), ["opened 1 20:00", "closed 1 22:00"])).toEqual([
      "01T20:00 2 + working-day",
    ]);
  });

  it("between a stop and a reopening are stopped with resume, and count with count, save what is paused", () => {
    const events = [
      "opened 1 09:00",
      "closed 1 10:00",
      "paused 1 11:00",
      "again 1 12:00",
      "resumed 1 13:00",
      "closed 1 14:00",
    ];
    const by = (reopening: string) => promise({ reopening, reopen: "again", target: hours("PT9H", "running") });
    expect(short(by("resume"), events)).toEqual([
      ...["01T09:00 1 + running", "01T10:00 2 - stopped", "01T12:00 2 + running"],
    ]);
    expect(short(by("count"), events)).toEqual([
      ...["01T09:00 1 + running", "01T10:00 1 + running", "01T11:00 1 - paused", "01T12:00 2 + running"],
    ]);
    // The start that stands in for a reopening ends no pause.
    const again = events.map((each) => (each === "again 1 12:00" ? "opened 1 12:00" : each));
    expect(short(promise({ reopening: "resume", target: hours("PT9H", "running") }), again)).toEqual([
      ...["01T09:00 1 + running", "01T10:00 2 - stopped", "01T12:00 1 - paused", "01T13:00 1 + running"],
    ]);
  });

  it("before a restart are restarted, and not-promised where a cell is null", () => {
    const target = table({ P1: hours("PT9H", "running"), P2: hours("PT9H", "running") });
    const by = (fact: string) => promise({ target, changes: { fact } }, PRIORITY);
    const begun = [set("1 08:00", "P1"), "opened 1 09:00"];
    expect(
      short(by("restart"), [...begun, "paused 1 09:30", set("1 10:00", "P2"), "resumed 1 11:00"], "1 12:00"),
    ).toEqual([
      ...["01T09:00 0.5 - restarted", "01T09:30 0.5 - restarted", "01T10:00 1 - paused", "01T11:00 1 + running"],
    ]);
    expect(short(by("keep-elapsed"), [...begun, set("1 10:00", "P3"), set("1 12:00", "P2"), "closed 1 13:00"])).toEqual(
      [...["01T09:00 1 + running", "01T10:00 2 - not-promised", "01T12:00 1 + running"]],
    );
  });

  it("of a target in days do not count, and pauses are none of theirs", () => {
    const told = segmentsOf(promise({ target: days("P1D") }), ["opened 1 16:00", "paused 1 16:30", "closed 1 18:00"])!;
    expect(told.map(({ start, end, counts }) => [start, end, counts])).toEqual([
      [at("1 16:00"), at("1 17:00"), false],
      [at("1 17:00"), at("1 18:00"), false],
    ]);
  });

  it("end with what ended the clock, and are none where nothing passed", () => {
    for (const last of ["waived 1 14:00", "cancelled 1 14:00"])
      expect(short(promise({ waive: "waived" }), ["opened 1 09:00", last])).toEqual(["01T09:00 5 + open"]);
    expect(segmentsOf(promise({}), ["opened 1 09:00", "closed 1 09:00"])).toEqual([]);
    const { cycles } = result(promise({ reset: "beat", per: "case" }), ["opened 1 09:00", "beat 1 11:00"], {
      segments: true,
      asOf: "1 12:00",
    });
    expect(cycles?.map(({ segments }) => segments?.map(({ ms }) => ms / HOUR))).toEqual([[2], [1]]);
    expect(result(promise({}), ["opened 1 09:00"])).not.toHaveProperty("segments");
  });
});

describe("segments of any clock", () => {
  const target = table({ P1: hours("PT2H"), P2: hours("PT5H", "running") });
  const types = [
    "opened",
    "closed",
    "again",
    "beat",
    "paused",
    "resumed",
    "waived",
    "cancelled",
    "set P1",
    "set P2",
    "set P3",
  ];
  const events = fc.array(fc.record({ type: fc.constantFrom(...types), quarter: fc.integer({ min: 0, max: 200 }) }), {
    minLength: 1,
    maxLength: 14,
    size: "max",
  });
  const modes = ["keep", "keep-elapsed", "restart", "retroactive"] as const;
  const calendarRules = [{ when: { priority: "P1" }, calendar: "night" }];
  const policies = ["ignore", "resume", "count", "new-cycle"].flatMap((reopening) =>
    modes.map((mode) =>
      promise(
        {
          ...{ reopening, reopen: "again", reset: "beat", waive: "waived", per: "cycle", target },
          changes: { fact: mode, calendar: mode },
        },
        { ...PRIORITY, calendarRules },
      ),
    ),
  );
  const check = ({ segments, startedAt, stoppedAt, elapsedMs }: Result, asOf: string): void => {
    if (segments === undefined) return;
    let edge = startedAt!;
    for (const { start, end, ms } of segments) {
      expect(start).toBe(edge);
      expect(Date.parse(end) - Date.parse(start)).toBe(ms);
      expect(ms).toBeGreaterThan(0);
      edge = end;
    }
    if (stoppedAt !== null && segments.length > 0) expect(edge).toBe(stoppedAt);
    expect(edge <= asOf).toBe(true);
    const counted = segments.filter(({ counts }) => counts).reduce((sum, { ms }) => sum + ms, 0);
    if (elapsedMs !== undefined) expect(counted).toBe(elapsedMs);
  };

  it("tile and add up, and asking for them changes nothing else", () => {
    fc.assert(
      fc.property(fc.constantFrom(...policies), events, fc.integer({ min: 0, max: 220 }), (policy, recipe, seen) => {
        const instant = (quarter: number) => new Date(Date.parse(at("1 06:00")) + quarter * 900_000).toISOString();
        const told = recipe.map(({ type, quarter }) => {
          const [name, priority] = type.split(" ");
          return { ...event(`${name} 1 06:00`), at: instant(quarter), ...(priority === undefined ? {} : { priority }) };
        });
        const one = request(["noted 1 00:00", ...told], { priority: "P1" });
        const asOf = instant(seen);
        const beside = { asOf: `${Number(asOf.slice(8, 10))} ${asOf.slice(11, 16)}` };
        const found = result(policy, one, { ...beside, segments: true });
        for (const each of found.cycles ?? [found]) check(each, asOf);
        const bare = JSON.parse(JSON.stringify(found, (key, value) => (key === "segments" ? undefined : value)));
        expect(result(policy, one, beside)).toEqual(bare);
      }),
      { numRuns: runsOf(400), seed: seedOr(37) },
    );
  });
});
