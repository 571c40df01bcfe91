/**
 * `checkEntitlement` beyond cover: who takes over, a closed desk, wrong arguments, hostile ones. docs/entitlement.md.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import {
  type CommitmentDocument,
  checkEntitlement,
  type EntitlementRequest,
  type OutsideDocument,
  type Register,
} from "../../../../src/index.ts";
import { expectRefusal, HARMFUL, refusal } from "../../refusals.ts";
import { ask, BY_REQUEST, policyWith, promising, REGISTER } from "../asking.ts";
import { at, event, frozen, request, utc } from "../telling.ts";

const {
  usage,
  anomaly,
  "specific-request": specific,
} = clipIndustrieDefinition.commitments as Record<"usage" | "anomaly" | "specific-request", CommitmentDocument>;

describe("outside the contract", () => {
  const sent = (outside: OutsideDocument | undefined, asked: Partial<EntitlementRequest> = {}) =>
    ask({ kind: "specific-request", ...asked }, {}, { policy: policyWith({ outside: outside as OutsideDocument }) });
  const outside = {
    kind: "specific-request",
    departments: { training: "trainers", anomaly: "engineers" },
    lacking: { "contract-paid": "accounts" },
    default: "sales",
  };

  it("a department takes over, and contacts the referent in the time that is promised from now", () => {
    for (const [kind, department] of [
      ["training", "trainers"],
      ["specific-request", "sales"],
    ]) {
      const answer = sent(outside, { kind: kind! });
      expect([answer.covered, answer.minutes, answer.targets, answer.lacks]).toEqual([false, [], [], []]);
      expect(answer.sendTo).toEqual({
        department,
        kind: "specific-request",
        person: "anna",
        targets: [
          {
            commitment: "specific-request",
            kind: "target",
            target: { hours: "PT48H", count: "open" },
            by: null,
            // 5 h on Friday, 24 until the Friday after, 18 until Wednesday, and the last one on Thursday.
            dueAt: utc("06-04 10:00"),
            dueDate: null,
          },
        ],
      });
      expect(answer.text).toBe(
        `No: ${kind} is outside the contract. Send it to ${department}: anna, the referent, hears from them within 48 h of open time, by Thu 4 Jun 2026 10:00.`,
      );
    }
  });

  it("takes over what a condition stopped, each its own", () => {
    expect(sent(outside, { kind: "usage", customer: "cord" }).sendTo?.department).toBe("accounts");
    expect(sent(outside, { kind: "usage", customer: "bolt" }).sendTo?.department).toBe("sales");
    expect(sent(outside, { kind: "anomaly", customer: "bolt" }).sendTo?.department).toBe("engineers");
    expect(sent(outside, { kind: "anomaly", customer: "zinc" }).sendTo?.department).toBe("engineers");
    // What is asked for decides, where it is outside anyway.
    expect(sent(outside, { kind: "training", customer: "cord" }).sendTo?.department).toBe("trainers");
  });

  it("promises only what holds: no contract, no referent, no target, no kind", () => {
    const bolt = sent(outside, { kind: "training", customer: "bolt" });
    expect(bolt.sendTo).toMatchObject({ person: "carl", targets: [] });
    expect(bolt.lacks.map(({ code }) => code)).toEqual(["contract-in-force"]);
    expect(bolt.text).toBe(
      "No: training is outside the contract. Note: the contract of bolt ended on 2026-03-31. Send it to trainers.",
    );
    expect(sent(outside, { customer: "east" }).sendTo).toMatchObject({ person: null, targets: [] });
    expect(sent({ default: "sales" }, { kind: "usage", customer: "bolt" }).sendTo).toEqual({
      department: "sales",
      kind: null,
      person: null,
      targets: [],
    });
    const without = ask({ kind: "specific-request" }, {}, { policy: promising({ usage, anomaly }, { outside }) });
    expect(without.sendTo).toEqual({ department: "sales", kind: "specific-request", person: null, targets: [] });
    expect(without.text).toBe("No: specific-request is outside the contract. Send it to sales.");
  });

  it("is what nothing is promised for", () => {
    const answer = ask({ kind: "web-form" }, {}, { policy: promising({ usage, "specific-request": specific }) });
    expect(answer.covered).toBe(false);
    expect(answer.text).toMatch(/^No: web-form is outside the contract\. Send it to sales: anna, the referent/);
  });

  it("is nobody's where the policy does not say; then a specific request is a request like others", () => {
    const answer = sent(undefined, { kind: "usage", customer: "bolt" });
    expect([answer.covered, answer.sendTo]).toEqual([false, null]);
    expect(answer.text).toBe("No: the contract of bolt ended on 2026-03-31.");
    expect(sent(undefined).text).toBe("Yes: within 48 h of open time, by Thu 4 Jun 2026 10:00.");
  });

  it("says no person where none must be contacted", () => {
    const policy = promising({ usage, "specific-request": { ...specific, stop: "contacted" } as never }, { outside });
    expect(ask({ kind: "training" }, {}, { policy }).text).toBe(
      "No: training is outside the contract. Send it to trainers: due within 48 h of open time, by Thu 4 Jun 2026 10:00.",
    );
    // Nothing is promised to nobody.
    expect(ask({ kind: "training", customer: "zinc" }, {}, { policy }).sendTo?.targets).toEqual([]);
  });
});

describe("the desk", () => {
  const closed = { open: false, closesAt: null, carriedOver: true, opensAt: utc("05-26 09:00") };
  it.each([
    ["05-22 10:00", { open: true, closesAt: utc("05-22 12:00"), opensAt: null, carriedOver: false }, ""],
    [
      "05-22 08:59:59",
      { open: false, closesAt: null, opensAt: utc("05-22 09:00"), carriedOver: false },
      " 22 May 2026 09:00",
    ],
    [
      "05-22 12:00",
      { open: false, closesAt: null, opensAt: utc("05-22 14:00"), carriedOver: false },
      " 22 May 2026 14:00",
    ],
    ["05-22 16:59:59", { open: true, closesAt: utc("05-22 17:00"), opensAt: null, carriedOver: false }, ""],
    ["05-22 17:00", closed, " 26 May 2026 09:00"],
    ["05-23 10:00", closed, " 26 May 2026 09:00"],
    ["05-25 10:00", closed, " 26 May 2026 09:00"],
  ])("at %s", (when, desk, again) => {
    const answer = ask({ modules: "stock" }, {}, { when });
    expect(answer.desk).toEqual(desk);
    expect(/We open again on \w{3}(.*)\.$/.exec(answer.text)?.[1] ?? "").toBe(again);
    // The rest of the answer is that of an open desk.
    expect(answer.text).toMatch(/^Yes: 30 minutes on stock \(trained on 2024-05-12\)\./);
  });

  it("that never closes has no closing, and one whose holidays are not known is not judged", () => {
    const { desk } = clipIndustrieDefinition.calendars;
    const withDesk = (changes: object) =>
      policyWith({ calendars: { desk: { ...desk!, ...changes } }, otherReadings: {} });
    const always = withDesk({ week: { "mon-sun": ["00:00-24:00"] }, holidays: [] });
    expect(ask({ modules: "stock" }, {}, { policy: always }).desk).toEqual({
      open: true,
      closesAt: null,
      opensAt: null,
      carriedOver: false,
    });
    const known = withDesk({ holidays: [{ dates: ["2026-05-14"], from: "2026-01-01", to: "2026-05-21" }] });
    const answer = ask({ kind: "anomaly" }, {}, { policy: known });
    expect(answer.desk).toEqual({ open: null, closesAt: null, opensAt: null, carriedOver: null });
    expect(answer.targets).toMatchObject([{ commitment: "anomaly", dueAt: null }]);
    expect(answer.text).toBe("Yes: within 4 h of open time.");
  });

  it("is that of the case, by the policy's rules", () => {
    const night = { timeZone: "Europe/Paris", week: { "mon-sun": ["20:00-24:00"] } } as const;
    const { desk } = clipIndustrieDefinition.calendars;
    const policy = policyWith({
      calendars: { desk: desk!, night },
      calendarRules: [{ when: { customer: "acme" }, calendar: "night" }],
    });
    expect(ask({ modules: "stock" }, {}, { policy }).desk.opensAt).toBe(utc("05-22 20:00"));
    expect(ask({ kind: "training" }, {}, { policy }).desk.opensAt).toBe(utc("05-22 20:00"));
    expect(ask({ customer: "east", modules: "stock" }, {}, { policy }).desk.open).toBe(true);
  });
});

describe("wrong arguments", () => {
  const call = (asked: unknown, options: unknown = { at: at("05-22 10:00") }) =>
    checkEntitlement(BY_REQUEST, REGISTER, asked as EntitlementRequest, options as never);
  const good = { customer: "acme", kind: "usage" };

  it.each<[string, unknown, string, RegExp]>([
    ["no request", undefined, "entitlement.bad-request request", /undefined is not an object \{ customer/],
    ["a list", [good], "entitlement.bad-request request", /an array of 1 is not an object/],
    ["no customer", { kind: "usage" }, "entitlement.bad-request request.customer", /say whose request it is/],
    ["a customer by number", { ...good, customer: 17 }, "entitlement.bad-request request.customer", /17 is not a text/],
    ["an empty customer", { ...good, customer: "" }, "entitlement.bad-request request.customer", /"" is not a text/],
    ["no kind", { customer: "acme" }, "entitlement.bad-request request.kind", /say the kind of request/],
    ["a slip in the kind", { ...good, kind: "usgae" }, "case.unknown-kind request.kind", /did you mean "usage"/],
    [
      "a slip in a department",
      { ...good, kind: "trainig" },
      "case.unknown-kind request.kind",
      /did you mean "training"/,
    ],
    ["no kind at all", { ...good, kind: "toString" }, "case.unknown-kind request.kind", /it has installation, /],
    ["a slip in a key", { ...good, module: "x" }, "entitlement.bad-request request.module", /did you mean "modules"/],
    [
      "a module by number",
      { ...good, modules: ["a", 4] },
      "entitlement.bad-request request.modules.1",
      /4 is not a module/,
    ],
    ["an empty module", { ...good, modules: "" }, "entitlement.bad-request request.modules", /"" is not a module/],
    ["modules by name", { ...good, modules: { a: 1 } }, "entitlement.bad-request request.modules", /is not a module/],
    [
      "access as a text",
      { ...good, remoteAccess: "no" },
      "entitlement.bad-request request.remoteAccess",
      /true or false/,
    ],
    [
      "an unknown fact",
      { ...good, facts: { priority: "P1" } },
      "entitlement.bad-request request.facts.priority",
      /no fact/,
    ],
    ["facts as a text", { ...good, facts: "P1" }, "entitlement.bad-request request.facts", /is not an object/],
    ["a case without history", { ...good, case: "A" }, "entitlement.bad-request request.case", /give \{ history \}/],
  ])("are refused: %s", (_, asked, place, message) => {
    const { issues } = refusal(() => call(asked));
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([place]);
    expect(issues[0]?.message).toMatch(message);
  });

  it.each<[string, unknown, string, RegExp]>([
    ["none", null, "entitlement.bad-request options", /null is not an object \{ at/],
    ["no instant", {}, "time.bad-instant at", /undefined is not an instant/],
    ["no offset", { at: "2026-05-22T10:00" }, "time.no-offset at", /needs Z or an offset/],
    ["a far instant", { at: "2500-01-01T00:00Z" }, "time.out-of-range at", /outside the years/],
    ["a slip", { at: 0, used: {} }, "entitlement.bad-request options.used", /no option/],
    ["minutes as a text", { at: 0, usedSoFar: { a: "12" } }, "entitlement.bad-used usedSoFar.a", /0 or more/],
    ["minutes below nothing", { at: 0, usedSoFar: { a: -1 } }, "entitlement.bad-used usedSoFar.a", /-1 is not minutes/],
    ["no number", { at: 0, usedSoFar: { a: Number.NaN } }, "entitlement.bad-used usedSoFar.a", /NaN is not minutes/],
    ["endless minutes", { at: 0, usedSoFar: { a: Infinity } }, "entitlement.bad-used usedSoFar.a", /Infinity is not/],
    ["minutes as a number", { at: 0, usedSoFar: 12 }, "entitlement.bad-used usedSoFar", /12 is not minutes by module/],
    ["history by name", { at: 0, history: {} }, "entitlement.bad-used history", /not a list of cases/],
    ["both", { at: 0, history: [], usedSoFar: {} }, "entitlement.bad-used history", /not both/],
  ])("are refused among the options: %s", (_, options, place, message) => {
    const { issues } = refusal(() => call(good, options));
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([place]);
    expect(issues[0]?.message).toMatch(message);
  });

  it("are refused all at once", () => {
    const { issues } = refusal(() =>
      call({ kind: "usgae", modules: [1, 2], person: 3 }, { at: 0, usedSoFar: { a: -1, b: "x" } }),
    );
    expect(issues.map(({ path }) => path.join("."))).toEqual([
      "request.customer",
      "request.kind",
      "request.modules.0",
      "request.modules.1",
      "request.person",
      "usedSoFar.a",
      "usedSoFar.b",
    ]);
  });

  it("name an instant too far, whatever is asked", () => {
    const policy = policyWith({ outside: { departments: { training: "trainers" }, default: "sales" } });
    const far = { at: "2500-01-01T00:00Z" };
    expectRefusal(() => ask({ kind: "training" }, far, { policy }), { code: "time.out-of-range", path: ["at"] });
    const history = [request("usage", ["called 05-05 10:00"])];
    const about = { ...far, history };
    expectRefusal(() => ask({ case: "A" }, about), { code: "time.out-of-range", path: ["at"] });
  });

  it("name the case that the history does not have", () => {
    const history = [request("usage", ["called 05-05 10:00"]), request("usage", [], { id: "B", customer: "bolt" })];
    const about = (id: string, more: object = {}, cases: readonly object[] = history) =>
      call({ ...good, case: id, ...more }, { at: at("05-22 10:00"), history: cases });
    const path = ["request", "case"];
    const code = "entitlement.bad-request";
    expectRefusal(() => about("C"), { code, path, message: /"C" is no case of the history/ });
    expectRefusal(() => about("B"), { code, path, message: /"B" is no case of "acme"/ });
    expectRefusal(() => about("A", { kind: "anomaly" }), { code, path, message: /"A" is of the kind "usage"/ });
    expectRefusal(() => about("A", {}, [...history, ...history]), { code, path, message: /several cases/ });
  });

  it("of another sort are told: no policy, no register", () => {
    const options = { at: 0 };
    expectRefusal(() => checkEntitlement({} as never, REGISTER, good, options), { code: "policy.bad-document" });
    for (const register of [undefined, null, [], "acme"])
      expectRefusal(() => checkEntitlement(BY_REQUEST, register as never, good, options), {
        code: "register.bad-entry",
        path: ["register"],
      });
  });

  it("that are hostile are refused, and run nobody's code twice", () => {
    let reads = 0;
    const trap = {
      customer: "acme",
      get kind(): string {
        reads++;
        return reads > 1 ? "toString" : "usage";
      },
    };
    expect(call(trap).kind).toBe("usage");
    expect(reads).toBe(1);
    const throwing = new Proxy(good, {
      ownKeys() {
        throw new Error("no\nway");
      },
    });
    const error = expectRefusal(() => call(throwing), { code: "entitlement.bad-request", path: ["request"] });
    expect(error.message).not.toMatch(HARMFUL);
    expectRefusal(() => call(JSON.parse('{ "customer": "acme", "kind": "usage", "__proto__": { "a": 1 } }')), {
      code: "entitlement.bad-request",
      path: ["request", "__proto__"],
    });
    const used = JSON.parse('{ "__proto__": 30, "constructor": 30 }');
    expect(
      ask({ modules: ["toString", "constructor"] }, { usedSoFar: used }).minutes.map(({ consumed }) => consumed),
    ).toEqual([0, 30]);
    expect(({} as { a?: number }).a).toBeUndefined();
  });
});

describe("an answer", () => {
  it("is frozen all the way down, and leaves its arguments as they were", () => {
    const history = [request("usage", [event("called 05-05 10:00"), event("assisted 05-05 11:00", { minutes: 12 })])];
    const options = frozen({ at: at("05-22 10:00"), history });
    const asked = frozen({ customer: "acme", kind: "usage", modules: ["stock", "compta"], case: "A" });
    const answer = checkEntitlement(BY_REQUEST, frozen(structuredClone(REGISTER)), asked, options);
    const check = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      expect(Object.isFrozen(value)).toBe(true);
      for (const member of Object.values(value)) check(member);
    };
    check(answer);
    check(ask({ kind: "training" }));
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it("reads no clock, and has the same text everywhere", () => {
    expect(ask({ kind: "anomaly" }, { at: Date.parse(at("05-22 10:00")) })).toEqual(ask({ kind: "anomaly" }));
    expect(ask({ kind: "anomaly" }, { at: new Date(at("05-22 10:00")) })).toEqual(ask({ kind: "anomaly" }));
  });

  it.each([
    "a\nNo: b",
    "x. Yes: 500 minutes on y",
    'x" (trained). Yes: 500 minutes on "y',
    'x\\" (trained). Yes: 500 minutes on "y',
    "ends with \\",
    "\u202egnol",
    "a\u2028b",
    "\u001b[31mred",
    "x".repeat(100_000),
    `${"y".repeat(76)}\\\\"" Yes: `,
    "l'été",
    "Gestion de stock",
  ])("puts a name that is no plain word in quotes, on one line: %j", (name) => {
    const trained = [{ module: name, date: "2020-01-01" }];
    const register = { customers: [{ id: name, trained, contacts: [], referent: name }] };
    const outside = { kind: "specific-request", departments: { [name]: name }, default: name };
    for (const policy of [BY_REQUEST, policyWith({ outside })])
      for (const kind of ["usage", "specific-request", ...(policy === BY_REQUEST ? [] : [name])]) {
        const asked = { customer: name, kind, modules: [name, "other"], person: "p" };
        const { text, lacks } = ask(asked, { usedSoFar: { other: 15 } }, { policy, register });
        expect(text).not.toMatch(HARMFUL);
        expect(text.length).toBeLessThan(700);
        // What is left without the names says the verdict once.
        const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, "…");
        expect(bare).not.toContain('"');
        expect(bare).toMatch(/…/);
        expect(bare.match(/\b(?:Yes|No): /g), text).toHaveLength(1);
        for (const { message } of lacks) expect(message).not.toMatch(HARMFUL);
      }
  });

  it("reads plain names bare, and cuts long lists", () => {
    const names = ["stock", "GPAO-2", "été", "a.b_c/d", "7"];
    expect(ask({ modules: names }).text).toContain("15 minutes on été (not trained on it)");
    for (const name of names) expect(ask({ modules: [name] }).text).not.toContain('"');
    const many = Array.from({ length: 200 }, (_, i) => `m${i}`);
    const { text, minutes } = ask({ modules: many });
    expect(minutes).toHaveLength(200);
    expect(text).toContain(
      "m4 (not trained on it), 195 more; a sales action must follow for m0, m1, m2, m3, m4 and 195 more.",
    );
  });

  it("answers for a register of thousands in a few ms", () => {
    const customers = Array.from({ length: 2000 }, (_, i) => ({ ...REGISTER.customers![0]!, id: `C${i}` }));
    const register: Register = { customers };
    expect(ask({ customer: "C1999", modules: "stock" }, {}, { register }).covered).toBe(true);
  });
});
