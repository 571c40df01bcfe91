/**
 * `ouvree compare` and `--reading`: what another policy, or another reading of a clause, would change. Source: docs/promises.md,
 * "Readings".
 *
 * 2026-05-22 is a Friday, the 25th Whit Monday. Four hours from Friday 16:00 end on Tuesday 12:00 in open time, on Friday 20:00 if
 * all hours of working days count.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import { withReadings } from "../../../../src/index.ts";
import { expectUnusable, lines, ouvree, type Ran } from "../fake-terminal.ts";

const TICKETS = lines(
  "case,kind,customer,event,at",
  "T1,anomaly,acme,called,2026-05-22T16:00:00+02:00",
  "T1,anomaly,acme,assisted,2026-05-26T11:00:00+02:00",
  "T2,anomaly,acme,called,2026-05-26T09:00:00+02:00",
  "T2,anomaly,acme,assisted,2026-05-26T10:00:00+02:00",
);
const OTHER = withReadings(clipIndustrieDefinition, { "business-hours": "working-days" });
const FILES = {
  "t.csv": TICKETS,
  "other.json": JSON.stringify(OTHER),
  "same.json": JSON.stringify(clipIndustrieDefinition),
};
const AS_OF = ["--as-of", "2026-06-01T09:00+02:00"];
const run = (args: readonly string[]): Ran => ouvree([...args, ...AS_OF], { files: FILES });
const check = (...flags: string[]): Ran => run(["check", "t.csv", "--policy", "clip-industrie", ...flags]);

describe("ouvree compare", () => {
  it("says which verdicts flip, for whom and why", () => {
    const { code, out } = run(["compare", "clip-industrie", "other.json", "t.csv"]);
    expect(code).toBe(0);
    expect(out).toBe(
      lines(
        // Each case is judged as an anomaly, a callback, for its history and its remote work.
        "clip-industrie → other.json: 1 of 8 verdicts change",
        "anomaly: 100 % → 50 %",
        "  T1  anomaly  met → missed (due Tue 26 May 2026 12:00 → Fri 22 May 2026 20:00; elapsed 3 h → 19 h)",
      ),
    );
  });

  it("says nothing more where nothing changes", () => {
    expect(run(["compare", "clip-industrie", "same.json", "t.csv"]).out).toBe(
      "clip-industrie → same.json: 0 of 8 verdicts change\n",
    );
  });

  it("gives the same as data", () => {
    const { out } = run(["compare", "clip-industrie", "other.json", "t.csv", "--format", "json"]);
    const { flips, rates, compared, unchanged } = JSON.parse(out);
    expect({ compared, unchanged }).toEqual({ compared: 8, unchanged: 7 });
    expect(rates.anomaly).toEqual({ before: 1, after: 0.5 });
    expect(flips).toMatchObject([{ id: "T1", commitment: "anomaly", before: "met", after: "missed" }]);
    expect(flips[0].why[0]).toEqual({
      member: "dueAt",
      before: "2026-05-26T10:00:00.000Z",
      after: "2026-05-22T18:00:00.000Z",
    });
  });

  it("names a customer only where it is asked to", () => {
    const names = (...more: string[]): string => {
      const { code, out } = run(["compare", "clip-industrie", "other.json", "t.csv", "--format", "json", ...more]);
      expect(code).toBe(0);
      return out;
    };
    expect(names()).not.toContain("acme");
    expect(JSON.parse(names("--show", "customers")).flips[0].customer).toBe("acme");
  });

  it.each([
    [["compare"], /name two policies and a file/],
    [["compare", "clip-industrie", "other.json"], /name two policies and a file/],
    [["compare", "clip-industrie", "none.json", "t.csv"], /does not exist/],
    [["compare", "clip-industrie", "other.json", "t.csv", "--format", "html"], /use text or json/],
  ])("%j is refused", (args, message) => {
    expectUnusable(run(args), message);
  });
});

describe("ouvree check --reading", () => {
  it("judges by another reading, and the report says which", () => {
    expect(check("--min", "0%").out).toContain("readings: business-hours open,");
    const { out } = check("--min", "0%", "--reading", "business-hours=working-days");
    expect(out).toContain("readings: business-hours working-days,");
    expect(out).toMatch(/^anomaly +1 +1 +0 /m);
  });

  it("shows with --all-readings what changes under each other one", () => {
    const { out } = check("--min", "0%", "--all-readings");
    const under = out.slice(out.indexOf("under other readings"));
    expect(under).toContain(
      "business-hours: working-days, not open: 1 verdict changes\nanomaly: 100 % → 50 %\n  T1  anomaly",
    );
    // With Whit Monday worked the four hours end on Monday 12:00: T1 takes 8 h.
    expect(under).toContain("holidays: less-solidarity, not legal: 2 verdicts change\nanomaly: 100 % → 50 %\n");
    expect(under).toContain("web-form-days: running, not calendar: no verdict changes");
  });

  it.each([
    [["--reading", "business-hours"], /write business-hours=working-days/],
    [["--reading", "business-hour=open"], /no clause with readings; did you mean "business-hours"/],
    [["--reading", "business-hours=calendar"], /no reading of "business-hours"/],
    [["--all-readings", "--format", "json"], /ouvree compare --format json/],
  ])("%j is refused", (flags, message) => {
    expectUnusable(check(...flags), message);
  });
});
