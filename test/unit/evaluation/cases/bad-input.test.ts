/**
 * What evaluate is given that is no case, no event and no register entry: reported, counted, and the rest goes on.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrie, clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import { type Case, definePolicy, evaluate, type Register } from "../../../../src/index.ts";
import { withPatience } from "../../import/patience.ts";
import { expectRefusal, HARMFUL } from "../../refusals.ts";
import { at, codes, event, REGISTER, request, tell, told } from "../telling.ts";

const good = request("anomaly", ["called 06-01 10:00", "assisted 06-01 11:00"], { id: "good" });
const untyped = (value: unknown): Case => value as Case;

describe("a case that is none", () => {
  it.each([
    [null, ["cases", 1]],
    [undefined, ["cases", 1]],
    [42, ["cases", 1]],
    ["A", ["cases", 1]],
    [[], ["cases", 1]],
    [{ kind: "anomaly", events: [] }, ["cases", 1, "id"]],
    [{ id: "", kind: "anomaly", events: [] }, ["cases", 1, "id"]],
    [{ id: 4, kind: "anomaly", events: [] }, ["cases", 1, "id"]],
    [{ id: "A", events: [] }, ["cases", 1, "kind"]],
    [{ id: "A", kind: null, events: [] }, ["cases", 1, "kind"]],
    [{ id: "A", kind: "anomaly" }, ["cases", 1, "events"]],
    [{ id: "A", kind: "anomaly", events: { 0: {} } }, ["cases", 1, "events"]],
    [{ id: "A", kind: "anomaly", customer: 4, events: [] }, ["cases", 1, "customer"]],
  ])("is an issue with its place, and the others are judged: %j", (value, path) => {
    const { cases, issues, rates } = tell([good, untyped(value), { ...good, id: "too" }]);
    expect(issues.map(({ code, path: place }) => [code, place])).toEqual([["case.bad-case", path]]);
    expect(cases.map(({ id }) => id)).toEqual(["good", "too"]);
    expect(rates["anomaly"]).toMatchObject({ met: 2, missed: 0 });
  });

  it("shows no more of it than it must", () => {
    const { issues } = tell([untyped({ id: `\u001b\u202e${"secret".repeat(1000)}`, kind: 4, events: [] })]);
    expect(issues[0]?.message).not.toMatch(HARMFUL);
    expect(issues[0]?.message.length).toBeLessThan(400);
  });
});

describe("an event that is none", () => {
  it.each([
    ["null", null, "type"],
    ["a text", "called", "type"],
    ["without a type", { at: at("06-01 09:00") }, "type"],
    ["with an empty type", { type: "", at: at("06-01 09:00") }, "type"],
    ["without a time", { type: "assisted" }, "at"],
    ["with a time without an offset", { type: "assisted", at: "2026-06-01T10:30" }, "at"],
    ["with a time that does not exist", { type: "assisted", at: "2026-02-30T10:30Z" }, "at"],
    ["with NaN", { type: "assisted", at: Number.NaN }, "at"],
    ["with infinity", { type: "assisted", at: Number.POSITIVE_INFINITY }, "at"],
    ["with a part of a millisecond", { type: "assisted", at: 1780300800000.5 }, "at"],
    ["with an invalid Date", { type: "assisted", at: new Date(Number.NaN) }, "at"],
    ["with a list", { type: "assisted", at: [1780300800000] }, "at"],
  ])("is an issue of its case, which is judged by the others: %s", (_name, value, key) => {
    const one = request("anomaly", ["called 06-01 10:00"]);
    const { cases, issues } = tell([
      { ...one, events: [...one.events, value as never, event("assisted 06-01 11:00")] },
    ]);
    expect(issues).toEqual([]);
    expect(cases[0]?.issues.map(({ code, path }) => [code, path])).toEqual([
      ["case.bad-event", ["cases", 0, "events", 1, key]],
      // Callbacks have a queue.
      ["case.shared-as-seen", ["events"]],
    ]);
    // Another help before or after changes nothing; an event of no type may have cancelled the case.
    expect(cases[0]?.commitments["anomaly"]?.outcome).toBe(key === "at" ? "met" : "unmeasurable");
  });

  it("does not make a case that nobody sees: it is there, with its issue", () => {
    const { cases, notYet } = tell([untyped({ id: "A", kind: "anomaly", events: [{ type: "called", at: "soon" }] })]);
    expect([cases.length, notYet]).toEqual([1, 0]);
    expect(cases[0]?.commitments["anomaly"]).toMatchObject({ outcome: "unmeasurable", reason: "history-incomplete" });
  });

  it.each(["0001-01-01T00:00:00Z", "1800-06-01T10:00:00Z", "1899-12-31T12:00:00Z"])(
    "may lie before all that is known, at %s: beyond reach or bad, and no search without an end",
    (when) => {
      const cases = ["anomaly", "web-form"].map((kind) => {
        const start = kind === "web-form" ? "submitted" : "called";
        return untyped({ id: kind, kind, events: [{ type: start, at: when }] });
      });
      for (const period of [undefined, "2026"]) {
        const { cases: found, rates } = withPatience(() =>
          tell([...cases, good], period === undefined ? {} : { period }),
        );
        for (const { issues, commitments } of found.slice(0, 2)) {
          // Of a share that no event is counted in nothing is beyond reach.
          for (const [id, { outcome, reason }] of Object.entries(commitments)) {
            if (id === "remote-work") continue;
            expect(outcome).toBe("unmeasurable");
            expect(issues.length > 0 || reason === "beyond-reach").toBe(true);
          }
        }
        expect(rates["anomaly"]?.met).toBe(1);
      }
    },
  );

  it.each(["9999-12-31T23:59:59Z", "2200-06-01T10:00:00Z"])(
    "may lie after all that is known, at %s: not seen",
    (when) => {
      const one = request("anomaly", ["called 06-01 10:00", { type: "assisted", at: when }]);
      const found = withPatience(() => told(one, { asOf: "06-01 11:00" }));
      expect(found.commitments["anomaly"]?.outcome).toBe("running");
    },
  );

  it("beyond the reach of the holidays makes its case unmeasurable, and the rest goes on", () => {
    const { timeZone, week } = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] as const } };
    const desk = { timeZone, week, holidays: [{ dates: ["2025-12-25"] }] };
    const document = { ...clipIndustrie.document, calendars: { desk } };
    const { cases, rates } = tell(
      [
        request("anomaly", ["called 06-01 10:00", "assisted 06-01 11:00"]),
        {
          ...good,
          events: [
            { type: "called", at: "2025-06-02T10:00:00+02:00" },
            { type: "assisted", at: "2025-06-02T11:00:00+02:00" },
          ],
        },
      ],
      { policy: policyOf(document) },
    );
    expect(cases[0]?.commitments["anomaly"]).toMatchObject({ outcome: "unmeasurable", reason: "beyond-reach" });
    expect(cases[1]?.commitments["anomaly"]).toMatchObject({ outcome: "met" });
    expect(rates["anomaly"]).toMatchObject({ met: 1, missed: 0 });
  });
});

describe("a register entry that is none", () => {
  it.each([
    ["null", null, ["register", "customers", 0, "id"]],
    ["a text", "acme", ["register", "customers", 0, "id"]],
    ["without an id", { referent: "anna" }, ["register", "customers", 0, "id"]],
    ["with a number for an id", { id: 4 }, ["register", "customers", 0, "id"]],
    ["with a number for a referent", { id: "x", referent: 4 }, ["register", "customers", 0, "referent"]],
    ["with a text for contacts", { id: "x", contacts: "anna" }, ["register", "customers", 0, "contacts"]],
    ["with a text for a contract", { id: "x", contract: "gold" }, ["register", "customers", 0, "contract"]],
    [
      "with a date that does not exist",
      { id: "x", contract: { from: "2026-02-30" } },
      ["register", "customers", 0, "contract"],
    ],
    [
      "with a date and a time",
      { id: "x", contract: { to: "2026-02-28T00:00Z" } },
      ["register", "customers", 0, "contract"],
    ],
    ["with a number for a date", { id: "x", contract: { from: 20260101 } }, ["register", "customers", 0, "contract"]],
    ["with a text for paid", { id: "x", contract: { paid: "yes" } }, ["register", "customers", 0, "contract"]],
    ["with a range that is none", { id: "x", contract: { paid: [4] } }, ["register", "customers", 0, "contract"]],
  ])("is an issue with its place, and the others hold: %s", (_name, entry, path) => {
    const register = { customers: [entry, ...(REGISTER.customers ?? [])] } as unknown as Register;
    const { issues, cases } = tell([good], { register });
    expect(issues.map(({ code }) => code)).toEqual(["register.bad-entry"]);
    // A contract may be named as a whole, or down to the date.
    expect(issues[0]?.path.slice(0, path.length)).toEqual(path);
    expect(codes(cases[0]!)).toEqual([]);
  });

  it("is the second customer of one id", () => {
    const [acme] = REGISTER.customers ?? [];
    const { issues } = tell([good], { register: { customers: [acme!, { ...acme!, referent: "ben" }] } });
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["register.bad-entry", ["register", "customers", 1, "id"]],
    ]);
  });

  it("is a list of customers that is none", () => {
    for (const customers of [{}, "acme", 4]) {
      const { issues } = tell([good], { register: { customers } as unknown as Register });
      expect(issues.map(({ code }) => code)).toEqual(["register.bad-entry"]);
    }
  });

  it("does not come of members that the policy does not use", () => {
    const register = { ...REGISTER, staff: 4, outages: null, evidence: "x", notes: [] } as unknown as Register;
    const { anomaly } = clipIndustrieDefinition.commitments;
    const policy = definePolicy({ ...clipIndustrieDefinition, commitments: { anomaly: anomaly! }, otherReadings: {} });
    expect(tell([good], { policy, register }).issues).toEqual([]);
    expect(tell([good], { register }).issues.map(({ path }) => path.join("."))).toEqual([
      "register.staff",
      "register.evidence",
    ]);
  });
});

describe("evaluate itself", () => {
  it.each(["soon", "2026-06-30", "2026-06-30T18:00", Number.NaN, null, undefined, {}, 1.5])(
    "refuses an asOf that is no instant: %j",
    (asOf) => {
      const error = expectRefusal(() => evaluate(clipIndustrie, [], { asOf } as never), {
        code: expect.anything() as never,
      });
      expect(error.code).toMatch(/^time\./);
      expect(error.issues[0]?.path[0]).toBe("asOf");
    },
  );

  it.each(["June", "2026-13", "2026-6", "26", "2026-02-30", "2026-06-31", "2025-02-29", "", "2026-W23"])(
    "refuses a period that is none: %j",
    (period) => {
      expectRefusal(() => tell([good], { period }), { code: "calendar.bad-option", path: ["period"] });
    },
  );

  it.each([
    ["an object for cases", () => evaluate(clipIndustrie, { cases: [good] } as never, { asOf: at("06-30 18:00") })],
    ["nothing for cases", () => evaluate(clipIndustrie, undefined as never, { asOf: at("06-30 18:00") })],
    [
      "null for a register",
      () => evaluate(clipIndustrie, [good], { asOf: at("06-30 18:00"), register: null } as never),
    ],
    [
      "a list for a register",
      () => evaluate(clipIndustrie, [good], { asOf: at("06-30 18:00"), register: [] } as never),
    ],
    ["a document for a policy", () => evaluate(clipIndustrie.document as never, [good], { asOf: at("06-30 18:00") })],
    ["no options", () => evaluate(clipIndustrie, [good], undefined as never)],
  ])("throws its own error or answers for %s", (_name, act) => {
    let error: unknown;
    try {
      act();
    } catch (thrown) {
      error = thrown;
    }
    if (error !== undefined) expect(error).toMatchObject({ name: "OuvreeError" });
  });
});

function policyOf(document: object) {
  return definePolicy(document as never);
}
