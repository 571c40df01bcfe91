/**
 * Conditions on the customer's side: what each check goes by, and what each failure is called. docs/policies.md.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../../src/charters/clip-industrie.ts";
import { type CaseResult, definePolicy, type PolicyDocument, type Register } from "../../../src/index.ts";
import { event, request, told } from "./telling.ts";

type Otherwise = "not-applicable" | "excuse" | "warn";

/** What became of an anomaly, helped far too late, under one condition. */
function under(check: string, otherwise: Otherwise, called: object, register?: Register): CaseResult {
  const { anomaly } = clipIndustrieDefinition.commitments;
  const policy = definePolicy({
    ...clipIndustrieDefinition,
    conditions: { it: { check, otherwise } },
    commitments: { anomaly: { ...anomaly, conditions: ["it"] } },
  } as PolicyDocument);
  const one = request("anomaly", [event("called 06-01 10:00", { ...called }), "assisted 06-05 10:00"]);
  return told(one, { policy, ...(register && { register }) });
}
const outcome = (result: CaseResult): string | undefined => result.commitments["anomaly"]?.outcome;
const issues = (result: CaseResult): string[] => result.issues.map(({ code, message }) => `${code} ${message}`);

describe("remote access", () => {
  it.each([false, "false"])("%j fails", (remoteAccess) => {
    expect(outcome(under("remote-access", "not-applicable", { remoteAccess }))).toBe("not-applicable");
    expect(outcome(under("remote-access", "excuse", { remoteAccess }))).toBe("excused");
    const warned = under("remote-access", "warn", { remoteAccess }, { customers: [{ id: "acme" }] });
    expect(outcome(warned)).toBe("missed");
    expect(issues(warned)).toEqual(["case.no-remote-access events: remote access is not granted"]);
  });

  it.each([{}, { remoteAccess: true }, { remoteAccess: "true" }, { remoteAccess: null }, { remoteAccess: 0 }])(
    "%j holds: what is not said is not judged",
    (called) => {
      const customers = { customers: [{ id: "acme" }] };
      expect(outcome(under("remote-access", "not-applicable", called, customers))).toBe("missed");
      expect(issues(under("remote-access", "warn", called, customers))).toEqual([]);
    },
  );

  it("needs no register, and runs nobody's code", () => {
    expect(outcome(under("remote-access", "excuse", { remoteAccess: false }))).toBe("excused");
    const hostile = {
      toString() {
        throw new Error("no");
      },
    };
    expect(outcome(under("remote-access", "excuse", { remoteAccess: hostile }))).toBe("missed");
  });

  it("goes by the start event alone", () => {
    const one = request("anomaly", ["called 06-01 10:00", event("assisted 06-05 10:00", { remoteAccess: false })]);
    expect(told(one).commitments["anomaly"]?.outcome).toBe("missed");
  });
});

describe("a warning says which condition failed", () => {
  it.each<[string, Register["customers"], string]>([
    [
      "contract-in-force",
      [{ id: "acme", contract: { to: "2026-05-31" } }],
      'case.contract-not-in-force customer: the contract of "acme" ended on 2026-05-31',
    ],
    [
      "contract-in-force",
      [{ id: "acme", contract: { from: "2026-06-02" } }],
      'case.contract-not-in-force customer: the contract of "acme" begins on 2026-06-02',
    ],
    [
      "contract-paid",
      [{ id: "acme", contract: { paid: false } }],
      'case.contract-unpaid customer: the contract of "acme" is not paid on 2026-06-01',
    ],
    [
      "person-is-contact",
      [{ id: "acme", contacts: [] }],
      'case.caller-not-contact events: "zoe" is no contact of "acme"',
    ],
  ])("%s of %j", (check, customers, issue) => {
    const warned = under(check, "warn", { person: "zoe" }, { customers: customers! });
    expect(issues(warned)).toEqual([issue]);
    expect(outcome(warned)).toBe("missed");
  });
});
