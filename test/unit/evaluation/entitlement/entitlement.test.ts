/**
 * `checkEntitlement`: a few examples of each rule of docs/entitlement.md, boundaries first. Worked by hand.
 */

import { describe, expect, it } from "vitest";
import { type ClipIndustrieId, clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import {
  type AllowanceDocument,
  type DaysText,
  definePolicy,
  evaluate,
  type HoursText,
  type TargetDocument,
} from "../../../../src/index.ts";
import { ask, BY_YEAR, figures, policyWith, promising, REGISTER } from "../asking.ts";
import { at, event, request, utc } from "../telling.ts";

const { usage, anomaly } = clipIndustrieDefinition.commitments as { usage: AllowanceDocument; anomaly: TargetDocument };

describe("minutes", () => {
  it("are 30 on a module with training, else 15 and a sales action", () => {
    const answer = ask({ modules: ["stock", "compta"] });
    expect(answer.covered).toBe(true);
    expect(answer.minutes).toEqual([
      {
        commitment: "usage",
        module: "stock",
        tier: "trained",
        trainedOn: "2024-05-12",
        granted: 30,
        consumed: 0,
        remaining: 30,
        until: null,
      },
      {
        commitment: "usage",
        module: "compta",
        tier: "untrained",
        trainedOn: null,
        granted: 15,
        consumed: 0,
        remaining: 15,
        until: null,
      },
    ]);
    expect(answer.follows).toEqual([{ commitment: "usage", module: "compta", event: "sales-action" }]);
    expect(answer.lacks).toEqual([
      { code: "training", condition: null, stops: false, message: "acme was not trained on compta" },
    ]);
    expect(answer.sendTo).toBeNull();
    expect(answer.text).toBe(
      "Yes: 30 minutes on stock (trained on 2024-05-12), 15 minutes on compta (not trained on it); a sales action must follow for compta.",
    );
  });

  it("count a training from the day after its date, in the desk's zone", () => {
    expect(figures(ask({ modules: "planning" }))).toEqual(["planning 15 0 15"]);
    // Midnight in Paris, 22:00 the day before in Greenwich.
    expect(figures(ask({ modules: "planning" }, {}, { when: "05-22 23:59:59" }))).toEqual(["planning 15 0 15"]);
    expect(figures(ask({ modules: "planning" }, {}, { when: "05-23 00:00" }))).toEqual(["planning 30 0 30"]);
  });

  it.each([
    [{}, "stock 30 0 30", true],
    [{ stock: 0 }, "stock 30 0 30", true],
    [{ stock: -0 }, "stock 30 0 30", true],
    [{ stock: 12 }, "stock 30 12 18", true],
    [{ stock: 29.5 }, "stock 30 29.5 0.5", true],
    [{ stock: 30 }, "stock 30 30 0", false],
    [{ stock: 34 }, "stock 30 34 0", false],
    [{ compta: 15, Stock: 30, stocks: 30 }, "stock 30 0 30", true],
  ])("after %j are %s", (usedSoFar, row, covered) => {
    const answer = ask({ modules: "stock" }, { usedSoFar: usedSoFar as Record<string, number> });
    expect(figures(answer)).toEqual([row]);
    expect(answer.covered).toBe(covered);
    expect(Object.is(answer.minutes[0]?.consumed, -0)).toBe(false);
  });

  it("are covered while one module has some left, and the line says which have none", () => {
    const some = ask({ modules: ["stock", "compta"] }, { usedSoFar: { stock: 30, compta: 1 } });
    expect([some.covered, some.sendTo]).toEqual([true, null]);
    expect(some.text).toContain("none left of 30 minutes on stock");
    expect(some.text).toContain("14 of 15 minutes left on compta");
    const none = ask({ modules: ["stock", "compta"] }, { usedSoFar: { stock: 30, compta: 15 } });
    expect(none.covered).toBe(false);
    expect(none.text).toMatch(
      /^No: the 30 minutes on stock are used up and the 15 minutes on compta are used up; a sales action must follow for compta\. Send/,
    );
  });

  it("are read rounded down, and kept as they are", () => {
    const answer = ask({ modules: "stock" }, { usedSoFar: { stock: 12.001 } });
    expect(answer.text).toMatch(/^Yes: 17\.99 of 30 minutes left/);
    expect(answer.minutes[0]?.remaining).toBe(30 - 12.001);
    expect(ask({ modules: "stock" }, { usedSoFar: { stock: 0.1 + 0.2 } }).text).toMatch(/^Yes: 29\.7 of 30/);
  });

  it("ask for a sales action only where help is left or was given", () => {
    const none = promising({ usage: { ...usage, minutes: { trained: 30, untrained: 0 } } });
    const answer = ask({ modules: "compta" }, {}, { policy: none });
    expect([answer.covered, answer.follows]).toEqual([false, []]);
    expect(answer.text).toMatch(/^No: no minutes are granted on compta\. /);
    expect(ask({ modules: "compta" }, { usedSoFar: { compta: 15 } }).follows).toHaveLength(1);
  });

  it("take a module once, however often it is named", () => {
    expect(figures(ask({ modules: ["stock", "compta", "stock"] }))).toEqual(["stock 30 0 30", "compta 15 0 15"]);
  });

  it("are not there without a module, and the line says what there could be", () => {
    for (const modules of [undefined, []]) {
      const answer = ask(modules === undefined ? {} : { modules });
      expect([answer.covered, answer.minutes]).toEqual([true, []]);
      expect(answer.text).toBe("Yes: up to 30 minutes on stock (trained), up to 15 minutes on another; ask which.");
    }
    expect(ask({ customer: "east" }).text).toBe("Yes: up to 15 minutes on a module (trained on none); ask which.");
  });

  it("of a policy that has other tiers and no follow-up are its own", () => {
    const { followUp: _, ...rest } = usage;
    const policy = promising({ usage: { ...rest, minutes: { trained: 1, untrained: 0.5 } } });
    const answer = ask({ modules: ["stock", "compta"] }, {}, { policy });
    expect(answer.text).toBe(
      "Yes: 1 minute on stock (trained on 2024-05-12), 0.5 minutes on compta (not trained on it).",
    );
    expect(answer.follows).toEqual([]);
  });

  it("of two allowances both must have some left", () => {
    const policy = promising({ usage, week: { ...usage, minutes: { trained: 10, untrained: 10 } } });
    expect(figures(ask({ modules: "stock" }, { usedSoFar: { stock: 5 } }, { policy }))).toEqual([
      "stock 30 5 25",
      "stock 10 5 5",
    ]);
    expect(ask({ modules: "stock" }, { usedSoFar: { stock: 10 } }, { policy }).covered).toBe(false);
  });
});

describe("a contract year", () => {
  const until = (from: string | undefined, when: string): string | null | undefined => {
    const contract = from === undefined ? {} : { from };
    const register = { customers: [{ id: "acme", contract }] };
    return ask({ modules: "stock" }, {}, { policy: BY_YEAR, register, when }).minutes[0]?.until;
  };
  it.each([
    ["2024-03-01", "05-22 10:00", "2027-02-28"],
    ["2024-05-22", "05-22 00:00", "2027-05-21"],
    ["2024-05-22", "05-21 23:59:59", "2026-05-21"],
    ["2026-05-22", "05-22 10:00", "2027-05-21"],
    ["2024-02-29", "05-22 10:00", "2027-02-27"],
    ["2024-12-31", "05-22 10:00", "2026-12-30"],
    [undefined, "05-22 10:00", "2026-12-31"],
  ])("from %s on: of %s it goes to %s", (from, when, last) => expect(until(from, when)).toBe(last));

  it("of 29 February ends with 28 February before a leap year's", () => {
    const register = { customers: [{ id: "acme", contract: { from: "2024-02-29" } }] };
    const on = (instant: string) =>
      ask({ modules: "x" }, { at: instant }, { policy: BY_YEAR, register }).minutes[0]?.until;
    expect(on("2026-02-27T12:00+01:00")).toBe("2026-02-27");
    expect(on("2026-02-28T12:00+01:00")).toBe("2027-02-27");
    expect(on("2027-02-28T12:00+01:00")).toBe("2028-02-28");
    expect(on("2028-02-28T12:00+01:00")).toBe("2028-02-28");
    expect(on("2028-02-29T12:00+01:00")).toBe("2029-02-27");
  });

  it("has what was used of it taken off, and says until when", () => {
    const asked = ask({ modules: "stock" }, { usedSoFar: { stock: 30 } }, { policy: BY_YEAR });
    expect(asked.text).toMatch(/^No: the 30 minutes on stock are used up until 2027-02-28\. /);
  });
});

describe("a history", () => {
  const help = (id: string, text: string, minutes: unknown = 10, more: object = {}) =>
    request("usage", [event(`called ${text}`), event(`assisted ${text}`, { minutes: minutes as number })], {
      id,
      module: "stock",
      ...more,
    });
  const used = (history: readonly ReturnType<typeof help>[], more = {}, policy = BY_YEAR): string[] =>
    figures(ask({ modules: "stock", ...more }, { history }, { policy }));

  it("of a contract year counts the customer's cases begun in it, by module", () => {
    const other = request(
      "usage",
      [event("called 05-04 09:00"), event("assisted 05-04 09:30", { minutes: 4, module: "compta" })],
      { id: "C", module: "stock" },
    );
    const history = [
      help("A", "05-05 10:00", 12),
      help("B", "05-06 10:00", 3, { customer: "bolt" }),
      other,
      help("D", "05-07 10:00", 1.5),
      request("anomaly", [event("called 05-04 09:00"), event("assisted 05-04 09:30", { minutes: 99 })], { id: "E" }),
    ];
    expect(used(history)).toEqual(["stock 30 13.5 16.5"]);
    expect(used(history, { modules: ["compta", "stock"] })).toEqual(["compta 15 4 11", "stock 30 13.5 16.5"]);
  });

  it("counts what was begun on the year's first date, not the day before", () => {
    const early = (day: string) => ({
      ...help("A", "05-05 10:00"),
      events: [
        { type: "called", at: `${day}T23:30+01:00` },
        { type: "assisted", at: `${day}T23:45+01:00`, minutes: 7 },
      ],
    });
    expect(used([early("2026-02-28")])).toEqual(["stock 30 0 30"]);
    expect(used([early("2026-03-01")])).toEqual(["stock 30 7 23"]);
  });

  it("is seen up to the call, and a cancelled case counts for nothing", () => {
    expect(used([help("A", "05-22 10:00")])).toEqual(["stock 30 10 20"]);
    expect(used([help("A", "05-22 10:00:01")])).toEqual(["stock 30 0 30"]);
    const cancelled = help("A", "05-05 10:00");
    const events = [...cancelled.events, event("cancelled 05-06 10:00")];
    expect(used([{ ...cancelled, events }])).toEqual(["stock 30 0 30"]);
  });

  it("of a request counts the case that the call is about, and no other", () => {
    const history = [help("A", "05-05 10:00", 12), help("B", "05-06 10:00", 8)];
    const byRequest = (more: object): string[] => figures(ask({ modules: "stock", ...more }, { history }));
    expect(byRequest({})).toEqual(["stock 30 0 30"]);
    expect(byRequest({ case: "A" })).toEqual(["stock 30 12 18"]);
    expect(byRequest({ case: "B" })).toEqual(["stock 30 8 22"]);
    // Its own module, where none is named.
    expect(byRequest({ case: "B", modules: [] })).toEqual(["stock 30 8 22"]);
  });

  it("judges a case by its own start", () => {
    // Trained on the 22nd; the case began then, and the call is of the week after.
    const one = help("A", "05-22 10:00", 5, { module: "planning" });
    const later = { when: "05-28 10:00" };
    expect(figures(ask({ modules: "planning", case: "A" }, { history: [one] }, later))).toEqual(["planning 15 5 10"]);
    expect(figures(ask({ modules: "planning" }, { history: [one] }, later))).toEqual(["planning 30 0 30"]);
    // The contract ended after the case began.
    const bolt = help("B", "03-31 10:00", 5, { customer: "bolt" });
    expect(ask({ customer: "bolt", case: "B", modules: "stock" }, { history: [bolt] }).covered).toBe(true);
    expect(ask({ customer: "bolt", modules: "stock" }, { history: [bolt] }).covered).toBe(false);
  });

  it("judges who calls now, and what they allow now", () => {
    const events = [event("called 05-05 10:00", { person: "anna", remoteAccess: true })];
    const history = [request("usage", events, { id: "A", module: "stock" })];
    const codes = (more: object) => ask({ case: "A", ...more }, { history }).lacks.map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ person: "zoe" })).toEqual(["person-is-contact"]);
    expect(codes({ remoteAccess: false })).toEqual(["remote-access"]);
    const stranger = [{ ...history[0]!, events: [event("called 05-05 10:00", { person: "zoe" })] }];
    expect(ask({ case: "A" }, { history: stranger }).lacks).toHaveLength(1);
    expect(ask({ case: "A", person: "anna" }, { history: stranger }).lacks).toEqual([]);
  });

  it("knows of a case what followed, and whether it began", () => {
    const one = help("A", "05-05 10:00", 5, { module: "compta" });
    const done = { ...one, events: [...one.events, event("sales-action 05-06 10:00")] };
    const follows = (history: object[]) =>
      ask({ modules: "compta", case: "A" }, { history: history as never }).follows.length;
    expect([follows([one]), follows([done])]).toEqual([1, 0]);
    // Nothing of it is seen yet: it begins with the call.
    expect(figures(ask({ modules: "compta", case: "A" }, { history: [help("A", "06-05 10:00")] }))).toEqual([
      "compta 15 0 15",
    ]);
  });

  it("shows the due of a case that runs", () => {
    const one = request("anomaly", ["called 05-22 09:00"], { id: "A" });
    const asked = ask({ kind: "anomaly", case: "A" }, { history: [one] }, { when: "05-22 15:00" });
    expect(asked.targets[0]?.dueAt).toBe(utc("05-22 15:00"));
    const paused = { ...one, events: [...one.events, event("paused 05-22 10:00")] };
    expect(ask({ kind: "anomaly", case: "A" }, { history: [paused] }).targets[0]?.dueAt).toBeNull();
    const helped = { ...one, events: [...one.events, event("assisted 05-22 10:00")] };
    expect(ask({ kind: "anomaly", case: "A" }, { history: [helped] }).targets).toEqual([]);
  });

  it.each<[string, unknown[], string]>([
    ["help without minutes", [help("A", "05-05 10:00", null)], '"A" is not counted: some of its help has no minutes'],
    ["minutes that are none", [help("A", "05-05 10:00", "12")], '"A" is not counted: some of its help has no minutes'],
    ["no module", [help("A", "05-05 10:00", 12, { module: undefined })], '"A" is not counted: its module is not known'],
    [
      "one id twice",
      [help("A", "05-05 10:00"), help("A", "05-06 10:00")],
      '"A" is not counted: it is the id of 2 cases',
    ],
  ])("that cannot be counted is told: %s", (_, history, message) => {
    const answer = ask(
      { modules: "stock" },
      { history: [...history, help("B", "05-07 10:00", 2)] as never },
      { policy: BY_YEAR },
    );
    expect(figures(answer)).toEqual(["stock 30 2 28"]);
    expect(answer.issues.map(({ code }) => code)).toEqual(["entitlement.not-counted"]);
    expect(answer.issues[0]?.message).toContain(message);
  });

  it("with something that is no case goes on without it", () => {
    const history = [
      null,
      4,
      { id: "A", customer: "acme" },
      { id: "A", customer: "bolt" },
      help("B", "05-07 10:00", 2),
    ];
    const answer = ask({ modules: "stock" }, { history: history as never }, { policy: BY_YEAR });
    expect(figures(answer)).toEqual(["stock 30 2 28"]);
    expect(answer.issues.every(({ code }) => code === "case.bad-case")).toBe(true);
    expect(answer.issues.map(({ path }) => path[1])).toEqual([0, 1, 2, 2]);
  });
});

describe("the customer's side", () => {
  const lacking = (answer: ReturnType<typeof ask>) =>
    answer.lacks.map(({ code, condition, stops }) => `${code} ${condition} ${stops}`);

  it.each([
    ["bolt", "03-31 23:59:59", true],
    ["bolt", "04-01 00:00", false],
    ["cord", "04-30 23:59:59", true],
    ["cord", "05-01 00:00", false],
    ["dent", "05-31 23:59:59", false],
    ["dent", "06-01 00:00", true],
    ["east", "05-22 10:00", true],
  ])("of %s on %s: covered %s", (customer, when, covered) => {
    const answer = ask({ customer, modules: "stock" }, {}, { when });
    expect(answer.covered).toBe(covered);
    expect(answer.minutes).toHaveLength(covered ? 1 : 0);
    expect(answer.lacks.some(({ stops }) => stops)).toBe(!covered);
    expect(answer.sendTo === null).toBe(covered);
  });

  it("is told in words", () => {
    const said = (customer: string): string => ask({ customer, modules: "stock" }).text;
    expect(said("bolt")).toBe("No: the contract of bolt ended on 2026-03-31. Send it to sales.");
    expect(said("cord")).toMatch(/^No: the contract of cord is not paid on 2026-05-22\. Send it to sales\.$/);
    expect(said("dent")).toBe("No: the contract of dent begins on 2026-06-01. Send it to sales.");
    expect(said("fest")).toBe("No: the entry of fest in the register cannot be read. Send it to sales.");
    expect(said("zinc")).toBe("No: zinc is not in the register. Send it to sales.");
  });

  it("that is not known is an answer, with the problems of its own entry", () => {
    const unknown = ask({ customer: "zinc" });
    expect([unknown.covered, unknown.issues]).toEqual([false, []]);
    expect(lacking(unknown)).toEqual(["known-customer null true"]);
    const unread = ask({ customer: "fest" });
    expect(unread.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "register.bad-entry register.customers.5.contract.from",
    ]);
    expect(ask({ customer: "acme" }).issues).toEqual([]);
    const none = ask({}, {}, { register: { customers: "acme" as never } });
    expect(none.text).toMatch(/cannot be read/);
    expect(none.issues).toHaveLength(1);
    expect(ask({}, {}, { register: {} }).text).toMatch(/^No: acme is not in the register\./);
  });

  it("warns without stopping", () => {
    const answer = ask({ modules: "stock", person: "zoe", remoteAccess: false });
    expect(answer.covered).toBe(true);
    expect(lacking(answer)).toEqual([
      "person-is-contact designated-contact false",
      "remote-access remote-access false",
    ]);
    expect(answer.text).toMatch(/ Note: zoe is no contact of acme and remote access is not granted\.$/);
    for (const fine of [{ person: "anna" }, { person: "ben" }, {}, { remoteAccess: true }])
      expect(ask({ modules: "stock", ...fine }).lacks).toEqual([]);
    // The referent is a contact, listed or not.
    const register = { customers: [{ id: "acme", contacts: ["ben"], referent: "anna" }] };
    expect(ask({ modules: [], person: "anna" }, {}, { register }).lacks).toEqual([]);
    // No list of contacts: not judged.
    expect(ask({ customer: "east", modules: "stock", person: "zoe" }).lacks.map(({ code }) => code)).toEqual([
      "training",
    ]);
  });

  it("goes by what the policy says", () => {
    const conditions = Object.fromEntries(
      Object.entries(clipIndustrieDefinition.conditions!).map(([id, { check }]) => [
        id,
        { check, otherwise: check === "remote-access" ? ("not-applicable" as const) : ("excuse" as const) },
      ]),
    );
    const policy = policyWith({ conditions });
    const bolt = ask({ customer: "bolt", modules: "stock" }, {}, { policy });
    expect(bolt.covered).toBe(true);
    expect(bolt.text).toMatch(/ Note: the contract of bolt ended on 2026-03-31\.$/);
    const refused = ask({ modules: "stock", remoteAccess: false }, {}, { policy });
    expect(refused.covered).toBe(false);
    expect(refused.text).toMatch(/^No: remote access is not granted\. /);
  });

  it("stops cover only when no promise is left", () => {
    const free = { ...anomaly, conditions: [], target: { hours: "PT8H", count: "open" } } as const;
    const bolt = ask({ customer: "bolt", kind: "anomaly" }, {}, { policy: promising({ anomaly, free }) });
    expect(bolt.covered).toBe(true);
    expect(bolt.targets.map(({ commitment }) => commitment)).toEqual(["free"]);
    expect(bolt.text).toMatch(/^Yes: within 8 h of open time, by .* Note: the contract of bolt ended/);
  });
});

describe("other kinds of request", () => {
  it("are covered by their targets, due as evaluate says", () => {
    for (const [kind, when] of [
      ["anomaly", "05-22 16:00"],
      ["installation", "05-22 11:30"],
      ["web-form", "05-22 17:30"],
    ] as const) {
      const answer = ask({ kind }, {}, { when });
      const begun = request(kind, [`${kind === "web-form" ? "submitted" : "called"} ${when}`]);
      const { cases } = evaluate(definePolicy(clipIndustrieDefinition), [begun], {
        asOf: at(when),
        register: REGISTER,
      });
      expect(answer.targets.length).toBeGreaterThan(0);
      for (const { commitment, dueAt, dueDate } of answer.targets) {
        const result = cases[0]?.commitments[commitment as ClipIndustrieId];
        expect([dueAt, dueDate]).toEqual([result?.dueAt, result?.dueDate ?? null]);
      }
    }
    // Three days end on Monday, a holiday.
    expect(ask({ kind: "web-form" }).text).toBe("Yes: within 3 days, by the end of Tue 26 May 2026.");
    expect(ask({ kind: "anomaly" }).text).toBe("Yes: within 4 h of open time, by Fri 22 May 2026 16:00.");
  });

  const tickets = {
    kinds: { incident: { events: ["opened", "message", "assigned", "solved"] } },
    facts: { priority: ["P1", "P2", "P3"] },
    conditions: {},
    outside: undefined,
  } as const;
  const first = { kind: "target", kinds: ["incident"], start: "opened", stop: "solved", reopening: "ignore" } as const;
  const hours = (amount: HoursText, count: "open" | "running" | "working-days" = "running") => ({
    hours: amount,
    count,
  });
  const byPriority = {
    ...first,
    target: { by: "priority", values: { P1: hours("PT4H"), P2: hours("PT48H", "working-days"), P3: null } },
  } as const;

  it("go by a fact that the request says, or the line asks which", () => {
    const policy = promising({ solve: byPriority }, tickets);
    const told = (facts?: Record<string, string>) => ask({ kind: "incident", ...(facts && { facts }) }, {}, { policy });
    expect(told({ priority: "P1" }).text).toBe("Yes: within 4 h, by Fri 22 May 2026 14:00.");
    expect(told({ priority: "P1" }).targets).toEqual([
      {
        commitment: "solve",
        kind: "target",
        target: { hours: "PT4H", count: "running" },
        by: null,
        dueAt: utc("05-22 14:00"),
        dueDate: null,
      },
    ]);
    // All of Friday from 10:00, Tuesday, and Wednesday until 10:00.
    expect(told({ priority: "P2" }).text).toBe("Yes: within 48 h of working days, by Wed 27 May 2026 10:00.");
    expect(told().targets).toMatchObject([{ target: null, by: "priority", dueAt: null }]);
    expect(told().text).toBe("Yes: within a time that goes by priority; ask which.");
    // Where nothing is promised the kind is still one that is helped with.
    expect(told({ priority: "P3" })).toMatchObject({ covered: true, targets: [], text: "Yes: incident is covered." });
  });

  it("leave out what another event starts", () => {
    const policy = promising(
      {
        solve: { ...first, target: hours("PT4H") },
        team: { ...first, start: { event: "assigned", where: { team: "network" } }, target: hours("PT1H") },
        reply: { ...first, start: "message", after: "message", target: hours("PT2H") },
      },
      tickets,
    );
    expect(ask({ kind: "incident" }, {}, { policy }).targets.map(({ commitment }) => commitment)).toEqual(["solve"]);
    // The first promise says how a request begins, members included.
    const message = { event: "message", where: { side: "customer" }, not: { channel: "bot" } };
    const replies = promising({ solve: { ...first, start: message, target: hours("PT4H") } }, tickets);
    expect(ask({ kind: "incident" }, {}, { policy: replies }).text).toBe("Yes: within 4 h, by Fri 22 May 2026 14:00.");
  });

  it("in days are told with their end", () => {
    const days = (amount: DaysText, until: "closing" | "same-time" | "midnight") =>
      ({ days: amount, count: "working", until, rollToOpen: true }) as const;
    const told = (amount: DaysText, until: "closing" | "same-time" | "midnight") =>
      ask(
        { kind: "incident" },
        {},
        { policy: promising({ solve: { ...first, target: days(amount, until) } }, tickets) },
      ).text;
    expect(told("P2D", "closing")).toBe("Yes: within 2 working days, by Wed 27 May 2026 17:00.");
    expect(told("P1D", "same-time")).toBe("Yes: within 1 working day, by Tue 26 May 2026 10:00.");
    expect(told("P0D", "midnight")).toBe("Yes: the same day, by the end of Fri 22 May 2026.");
  });

  it("are judged by the version in force", () => {
    const policy = promising(
      { solve: { ...first, target: hours("PT4H"), changes: { policy: "keep" } } },
      {
        ...tickets,
        versions: [
          {
            from: "2026-05-23",
            commitments: { solve: { ...first, target: hours("PT2H"), changes: { policy: "keep" } } },
          },
        ],
      },
    );
    const due = (when: string) => ask({ kind: "incident" }, {}, { policy, when }).targets[0]?.dueAt;
    expect(due("05-22 23:59")).toBe(utc("05-23 03:59"));
    expect(due("05-23 00:00")).toBe(utc("05-23 02:00"));
  });
});
