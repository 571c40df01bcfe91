/**
 * Conditions on the customer's side, under which a commitment applies or a miss is excused. Source: docs/policies.md, "Results", and
 * docs/semantics.md §5.
 */
import { describe, expect, it } from "vitest";
import { codes, promise, request, result, tell } from "../promise.ts";

const conditions = {
  force: { check: "contract-in-force", otherwise: "not-applicable" },
  paid: { check: "contract-paid", otherwise: "excuse" },
  known: { check: "person-is-contact", otherwise: "warn" },
};
const policy = (names: readonly string[], more: object = {}) => promise({ conditions: names, ...more }, { conditions });
const customer = (contract: object, more: object = {}) => ({ customers: [{ id: "acme", contract, ...more }] });
const one = (...events: readonly string[]) => request(events, { customer: "acme" });
const LATE = one("opened 1 09:00", "closed 1 16:00");
const IN_TIME = one("opened 1 09:00", "closed 1 12:00");

describe("an excuse", () => {
  const unpaid = { register: customer({ paid: false }) };
  it("makes a miss excused, with all that a miss tells, and leaves what is met as it is", () => {
    expect(result(policy(["paid"]), LATE, unpaid)).toMatchObject({
      outcome: "excused",
      clock: "stopped",
      overrunMs: 3 * 3_600_000,
    });
    expect(result(policy(["paid"]), IN_TIME, unpaid).outcome).toBe("met");
    expect(result(policy(["paid"]), one("opened 1 09:00"), { ...unpaid, asOf: "1 10:00" }).outcome).toBe("running");
  });

  it("is counted apart, in no rate", () => {
    const { rates } = tell(policy(["paid"]), [LATE, { ...IN_TIME, id: "B" }], unpaid);
    expect(rates["it"]).toMatchObject({ rate: 1, met: 1, missed: 0, caseIds: { excused: ["A"], met: ["B"] } });
  });

  it("is that of the start, whatever is paid later: both dates of a stretch are in it", () => {
    const paid = (from: string, to: string) => ({ register: customer({ paid: [{ from, to }] }) });
    expect(result(policy(["paid"]), LATE, paid("2026-06-02", "2026-06-30")).outcome).toBe("excused");
    expect(result(policy(["paid"]), LATE, paid("2026-05-01", "2026-06-01")).outcome).toBe("missed");
    expect(result(policy(["paid"]), LATE, paid("2026-06-01", "2026-06-01")).outcome).toBe("missed");
  });

  it("goes before the verdict of a reopening as well", () => {
    const reopening = policy(["paid"], { reopening: "resume", reopen: "again" });
    const found = result(reopening, one("opened 1 09:00", "closed 1 14:00", "again 1 15:00"), {
      ...unpaid,
      asOf: "1 16:00",
    });
    expect(found).toMatchObject({ outcome: "excused", clock: "running", reopenings: [{ outcome: "excused" }] });
  });
});

describe("conditions", () => {
  it("of which one takes the commitment away are not excused", () => {
    const register = customer({ from: "2026-07-01", paid: false });
    for (const names of [
      ["force", "paid"],
      ["paid", "force"],
    ])
      expect(result(policy(names), LATE, { register })).toMatchObject({ outcome: "not-applicable", dueAt: null });
  });

  it("that are not known are not judged", () => {
    const all = policy(["force", "paid", "known"]);
    for (const register of [undefined, { customers: [] }, { customers: [{ id: "acme" }] }])
      expect(result(all, LATE, register === undefined ? {} : { register }).outcome).toBe("missed");
  });

  it("that warn leave an issue, and the verdict", () => {
    const register = customer({}, { contacts: ["anna"] });
    const called = (person: string) => request([{ ...LATE.events[0]!, person }], { customer: "acme" });
    expect(codes(policy(["known"]), called("ben"), { register })).toEqual(["case.caller-not-contact"]);
    expect(codes(policy(["known"]), called("anna"), { register })).toEqual([]);
  });
});
