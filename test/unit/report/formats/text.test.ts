/**
 * The report as text: what it says, and what it must not.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../../../src/charters/clip-industrie.ts";
import type { Case } from "../../../../src/index.ts";
import { judgeGoals, type Minimums, spokenShare, textReport } from "../../../../src/report/index.ts";
import { REGISTER, request, tell } from "../../evaluation/telling.ts";
import { HARMFUL } from "../../refusals.ts";

const NONE: Minimums = { byId: new Map() };
function report(cases: readonly Case[], beside: Parameters<typeof tell>[1] = {}): string {
  const told = tell(cases, beside);
  return textReport({ policy: clipIndustrie, evaluation: told, verdicts: judgeGoals(told, NONE) });
}
const missed = (id: string, called = "06-01 09:00", assisted = "06-02 09:30"): Case =>
  request("anomaly", [`called ${called}`, `assisted ${assisted}`], { id });

describe("the report", () => {
  it("says which policy, as of when and in which zone, and how many cases it saw", () => {
    const text = report([missed("A"), missed("B", "07-01 09:00", "07-01 10:00")]);
    const [first] = text.split("\n");
    expect(first).toMatch(/clip-industrie.*Tue 30 Jun 2026 18:00.*Europe\/Paris.*1 case\b/);
    expect(first).toMatch(/1 case not begun yet/);
  });

  it("says of which period it is", () => {
    expect(report([missed("A")], { period: "2026-06" })).toMatch(/2026-06/);
  });

  it("counts running and paused cases as open, and every other outcome in its column", () => {
    const text = report(
      [
        missed("missed"),
        request("anomaly", ["called 06-30 16:00"], { id: "running" }),
        request("anomaly", ["called 06-30 15:00", "paused 06-30 16:00"], { id: "paused" }),
        request("anomaly", ["closed 06-01 10:00"], { id: "unmeasurable" }),
        request("anomaly", ["called 06-01 10:00", "cancelled 06-01 10:30"], { id: "not-applicable" }),
      ],
      { asOf: "06-30 16:30" },
    );
    expect(text).toMatch(/^commitment +met +missed +open +n\/a +unmeasurable +rate +goal/m);
    expect(text).toMatch(/^anomaly +0 +1 +2 +1 +1 +0 % +100 % +broken$/m);
  });

  it("names the missed ones with what was due, what was done and by how much", () => {
    // Due on Monday at 15:00; until Tuesday 9:30 another 2 h and 30 min.
    expect(report([missed("T-1")])).toMatch(/T-1 .*anomaly.*Mon 1 Jun 2026 15:00.*Tue 2 Jun 2026 09:30.*2 h 30 min/);
    const open = request("web-form", ["submitted 06-01 09:00"], { id: "T-2" });
    expect(report([open])).toMatch(/T-2 .*web-form.*2026-06-04, not done yet/);
  });

  it("lists the latest twenty of many, and counts the others", () => {
    const many = Array.from({ length: 50 }, (_, i) =>
      missed(`T-${i}`, `06-01 09:${String(i).padStart(2, "0")}`, "06-01 16:55"),
    );
    const text = report(many);
    expect(text.match(/T-\d+/g)).toHaveLength(20);
    expect(text).toContain("T-49");
    expect(text).not.toMatch(/T-2\d\b/);
    expect(text).toMatch(/30 more/);
    // In whatever order they come.
    expect(report([...many].reverse())).toBe(text);
  });

  it("shows no customer, caller or technician", () => {
    const one = request(
      "specific-request",
      [
        { type: "handed-over", at: "2026-05-04T10:00:00+02:00", department: "sales" },
        { type: "contacted", at: "2026-06-04T10:00:00+02:00", person: "anna", by: "elise" },
      ],
      { customer: "acme" },
    );
    const text = report([one], { register: REGISTER });
    expect(text).toMatch(/specific-request +0 +1/);
    for (const name of ["acme", "anna", "elise", "sales"]) expect(text).not.toContain(name);
  });

  it("lets no control or bidirectional character of an id through", () => {
    const text = report([missed("\u001b[2J\u202e\u061c\u009b\u2028A\nB\rC\u0000\ufeff")]);
    expect(text.replaceAll("\n", "")).not.toMatch(HARMFUL);
    expect(text).toMatch(/A.*B.*C/);
  });

  it("has no trailing spaces, and ends with a line end", () => {
    for (const text of [report([]), report([missed("A")]), report([missed("A"), missed("A")])]) {
      expect(text).not.toMatch(/ $/m);
      expect(text).toMatch(/[^\n]\n$/);
    }
  });

  it("tells that cases have remarks", () => {
    expect(report([missed("A"), missed("A")])).toMatch(/2 cases with remarks/);
  });
});

describe("a share", () => {
  it.each([
    [0, "0 %"],
    [1, "100 %"],
    [0.5, "50 %"],
    [0.973, "97.3 %"],
    [2 / 3, "66.7 %"],
    [0.95, "95 %"],
    // What is not whole is never said to be.
    [0.99999, "99.9 %"],
    [0.00001, "0.1 %"],
  ])("of %d is spoken as %s", (share, text) => {
    expect(spokenShare(share)).toBe(text);
  });
});
