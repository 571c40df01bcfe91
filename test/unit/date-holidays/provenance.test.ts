/**
 * The version of the holidays in provenance and reports, and the program, which resolves their names by itself.
 */
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../../src/charters/clip-industrie.ts";
import { dateHolidays, dateHolidaysSource } from "../../../src/date-holidays/index.ts";
import { definePolicy, evaluate, type HolidaySourceDefinition, type PolicyDocument } from "../../../src/index.ts";
import { judgeGoals, textReport } from "../../../src/report/index.ts";
import { expectUnusable, ouvree } from "../cli/fake-terminal.ts";
import { expectRefusal } from "../refusals.ts";

const { version } = createRequire(import.meta.url)("date-holidays/package.json") as { version: string };
const AS_OF = "2026-11-24T09:00:00+01:00";
const SOURCES = { "date-holidays": dateHolidaysSource };
const document = (...holidays: readonly HolidaySourceDefinition[]): PolicyDocument => ({
  ...clipIndustrieDefinition,
  calendars: { desk: { ...clipIndustrieDefinition.calendars["desk"]!, holidays } },
});

describe("provenance", () => {
  it("has the version of every source that is not built in, by its canonical name", () => {
    const versions = [{ from: "2027-01-01", holidays: [dateHolidays("LU"), "date-holidays:BE"] }];
    const desk = { ...document("FR", "date-holidays:be?types=public").calendars["desk"]!, versions };
    const policy = definePolicy({ ...clipIndustrieDefinition, calendars: { desk } }, { sources: SOURCES });
    const { provenance } = evaluate(policy, [], { asOf: AS_OF });
    expect(provenance.holidaySources).toEqual({ "date-holidays:BE": version, "date-holidays:LU": version });
    expect(Object.keys(provenance.holidaySources!)).toEqual(["date-holidays:BE", "date-holidays:LU"]);
  });

  it("says nothing of them where all are built in", () => {
    const { provenance } = evaluate(definePolicy(document("FR")), [], { asOf: AS_OF });
    expect(provenance).not.toHaveProperty("holidaySources");
  });

  it("is the same for a source and for its name", () => {
    const byObject = definePolicy(document(dateHolidays("BE")));
    const byName = definePolicy(document("date-holidays:BE"), { sources: SOURCES });
    const of = (policy: typeof byName) => evaluate(policy, [], { asOf: AS_OF }).provenance;
    expect(of(byObject)).toEqual(of(byName));
  });

  it("stands in the text report", () => {
    const policy = definePolicy(document(dateHolidays("BE")));
    const evaluation = evaluate(policy, [], { asOf: AS_OF });
    const report = textReport({ policy, evaluation, verdicts: judgeGoals(evaluation, { byId: new Map() }) });
    expect(report).toContain(`\nholidays: date-holidays:BE ${version}\nmade with ouvree`);
  });
});

describe("a policy without the reader", () => {
  it("is refused with the place of the name", () => {
    expectRefusal(() => definePolicy(document("date-holidays:BE")), {
      code: "holidays.unknown-source",
      path: ["calendars", "desk", "holidays", 0],
      message: /needs its reader/,
    });
  });
});

describe("the program", () => {
  const files = {
    "shop.json": JSON.stringify({
      timeZone: "America/New_York",
      week: { "mon-fri": ["09:00-17:00"] },
      holidays: ["date-holidays:US-NY"],
    }),
    "slip.json": JSON.stringify({
      timeZone: "America/New_York",
      week: { "mon-fri": ["09:00-17:00"] },
      holidays: ["date-holidays:US-NYC"],
    }),
    "policy.json": JSON.stringify(document("date-holidays:BE")),
    "case.jsonl": JSON.stringify({
      id: "T1",
      kind: "anomaly",
      // Monday 2026-07-20; Tuesday 21 July is the national day of Belgium.
      events: [
        { type: "called", at: "2026-07-20T16:00:00+02:00" },
        { type: "assisted", at: "2026-07-22T10:00:00+02:00" },
      ],
    }),
  };

  it("reads names in a calendar", () => {
    // Thanksgiving: Thursday 2026-11-26.
    const { code, out, err } = ouvree(["open", "2026-11-26T10:00-05:00", "--calendar", "shop.json"], { files });
    expect({ code, out, err }).toEqual({ code: 0, out: "closed until 2026-11-27T09:00:00.000-05:00\n", err: "" });
  });

  it("reads names in a policy, and says the version", () => {
    const asked = ouvree(["open", "2026-07-21T10:00+02:00", "--policy", "policy.json"], { files });
    expect(asked.out).toMatch(/^closed until 2026-07-22T/);
    const args = ["check", "case.jsonl", "--policy", "policy.json", "--as-of", AS_OF, "--format", "json"];
    const checked = ouvree(args, { files });
    const { provenance, cases } = JSON.parse(checked.out) as ReturnType<typeof evaluate>;
    expect(provenance.holidaySources).toEqual({ "date-holidays:BE": version });
    expect(cases[0]?.commitments["anomaly"]?.outcome).toBe("met");
  });

  it("says what is wrong with a name in one line", () => {
    expectUnusable(
      ouvree(["open", "now", "--calendar", "slip.json"], { files }),
      /slip\.json: holidays\[0\]: state: "NYC" is no state of US .* did you mean "NY"\?/,
    );
  });
});
