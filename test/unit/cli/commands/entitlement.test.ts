/**
 * `ouvree entitlement`: the line, the whole answer, and what is wrong with a command line. docs/cli.md.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../../../src/charters/clip-industrie.ts";
import { checkEntitlement } from "../../../../src/index.ts";
import { expectUnusable, lines, ouvree, type Ran } from "../fake-terminal.ts";

const REGISTER = {
  customers: [
    {
      id: "acme",
      contract: { from: "2024-03-01", to: "2027-02-28", paid: true },
      trained: [{ module: "stock", date: "2024-05-12" }],
      referent: "anna",
      contacts: ["anna"],
    },
    { id: "bolt", contract: { to: "2026-03-31" }, trained: [{ module: "gpao", date: "2024-05-12" }] },
  ],
};
const TICKETS = lines(
  "case,kind,customer,module,event,at,minutes",
  "T1,usage,acme,stock,called,2026-05-22 09:00,",
  "T1,usage,acme,stock,assisted,2026-05-22 09:30,12",
  "T2,usage,acme,stock,called,2026-05-22 09:10,",
  "T2,usage,acme,stock,assisted,2026-05-22 09:40,",
);
const YEARLY = JSON.stringify({
  policy: "yearly",
  calendars: { desk: { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] }, holidays: ["FR"] } },
  calendar: "desk",
  kinds: { usage: { events: ["called", "assisted"] }, visit: { events: ["called", "assisted"] } },
  facts: { priority: ["P1", "P2"] },
  commitments: {
    usage: {
      kind: "allowance",
      kinds: ["usage", "visit"],
      start: "called",
      help: "assisted",
      minutes: { trained: 30, untrained: 15 },
      per: "contract-year",
    },
    solve: {
      kind: "target",
      kinds: ["usage"],
      start: "called",
      stop: "assisted",
      reopening: "ignore",
      target: {
        by: "priority",
        values: { P1: { hours: "PT1H", count: "open" }, P2: { hours: "PT2H", count: "open" } },
      },
    },
  },
});
const files = {
  "register.json": JSON.stringify(REGISTER),
  "register.yaml": "customers:\n  - id: acme\n    trained: [{ module: stock, date: 2024-05-12 }]\n",
  "tickets.csv": TICKETS,
  "both.json": JSON.stringify({ cases: [], register: REGISTER }),
  "yearly.json": YEARLY,
  "list.json": "[]",
  // A policy that lists modules: nobody was trained on the last one yet.
  "modules.json": JSON.stringify({
    ...JSON.parse(YEARLY),
    facts: { priority: ["P1", "P2"], module: ["stock", "paie"] },
  }),
};
const AT = ["--at", "2026-05-22T10:00+02:00"];
const BASE = ["--policy", "clip-industrie", "--register", "register.json", ...AT];
/** Asks at Friday 22 May 2026, 10:00 in Paris. */
const ask = (...args: readonly string[]): Ran => ouvree(["entitlement", ...args, ...BASE], { files });
const asked = (...args: readonly string[]): Ran => ouvree(["entitlement", ...args], { files });

describe("ouvree entitlement", () => {
  it("says one line, with 0 for covered", () => {
    expect(ask("acme", "--module", "stock", "--module", "gpao")).toEqual({
      code: 0,
      out: "Yes: 30 minutes on stock (trained on 2024-05-12), 15 minutes on gpao (not trained on it); a sales action must follow for gpao.\n",
      err: "",
    });
  });

  it("with 1 for not covered", () => {
    expect(ask("bolt", "--module", "stock")).toEqual({
      code: 1,
      out: "No: the contract of bolt ended on 2026-03-31. Send it to sales.\n",
      err: "",
    });
    expect(ask("acme", "--module", "stock", "--used", "stock=30").code).toBe(1);
  });

  it("gives the whole answer as JSON", () => {
    const flags = ["--module", "stock", "--person", "zoe", "--no-remote-access", "--used", "stock=12.5"];
    const { code, out } = ask("acme", ...flags, "--format", "json");
    expect(code).toBe(0);
    const request = { customer: "acme", kind: "usage", modules: "stock", person: "zoe", remoteAccess: false };
    const options = { at: "2026-05-22T10:00+02:00", usedSoFar: { stock: 12.5 } };
    expect(JSON.parse(out)).toEqual(checkEntitlement(clipIndustrie, REGISTER, request, options));
    expect(JSON.parse(ask("bolt", "--kind", "training", "--format", "json").out).sendTo.department).toBe("training");
  });

  it("asks now unless said, and reads a time in a zone", () => {
    const now = "2026-05-22T17:30:00+02:00";
    const { out } = ouvree(["entitlement", "acme", "--module", "stock", ...BASE.slice(0, 4)], { files, now });
    expect(out).toMatch(/ We open again on Tue 26 May 2026 09:00\.\n$/);
    const words = ["acme", "--module", "stock", ...BASE.slice(0, 4), "--at", "2026-05-22 17:30"];
    expect(asked(...words, "--zone", "Europe/Paris").out).toBe(out);
    expectUnusable(asked(...words), /--at: .* needs Z or an offset .* --zone Europe\/Paris/);
  });

  it("takes remote access as it is said, and not at all otherwise", () => {
    const note = /remote access is not granted/;
    expect(ask("acme", "--module", "stock", "--no-remote-access").out).toMatch(note);
    expect(ask("acme", "--module", "stock", "--remote-access").out).not.toMatch(note);
    expect(ask("acme", "--module", "stock").out).not.toMatch(note);
    expectUnusable(ask("acme", "--remote-access", "--no-remote-access"), /not both/);
  });

  it("counts minutes from a history, and says on stderr what it could not read or count", () => {
    const zone = ["--zone", "Europe/Paris"];
    const one = ask("acme", "--module", "stock", "--history", "tickets.csv", "--case", "T1", ...zone);
    expect(one.out).toBe("Yes: 18 of 30 minutes left on stock (trained on 2024-05-12).\n");
    expect(one.err).toBe("ouvree: times without an offset, read in the zone given: 4\n");
    const yearly = asked(
      ...["acme", "--kind", "usage", "--module", "stock", "--policy", "yearly.json", "--register", "register.json"],
      ...["--history", "tickets.csv", ...AT, ...zone],
    );
    expect(yearly.out).toMatch(/^Yes: 18 of 30 minutes left on stock until 2027-02-28/);
    expect(yearly.err).toMatch(/^history: case "T2" is not counted: some of its help has no minutes\n/);
    const bad = ask("acme", "--module", "stock", "--history", "tickets.csv");
    expect(bad.err).toMatch(/tickets\.csv:2, column at: .*\n[\s\S]*4 of 4 rows or cases could not be read whole\n$/);
  });

  it("takes the register that comes with the history", () => {
    const words = ["acme", "--module", "stock", "--policy", "clip-industrie", "--history", "both.json", ...AT];
    expect(asked(...words).code).toBe(0);
    expectUnusable(asked(...words, "--register", "register.json"), /more than one register/);
    const yaml = ["acme", "--module", "stock", "--policy", "clip-industrie", "--register", "register.yaml", ...AT];
    expect(asked(...yaml).out).toBe("Yes: 30 minutes on stock (trained on 2024-05-12).\n");
  });

  it("goes by another reading of the policy", () => {
    const words = ["acme", "--module", "stock", "--used", "stock=12"];
    expect(ask(...words, "--reading", "allowance=contract-year").out).toBe(
      "Yes: 18 of 30 minutes left on stock until 2027-02-28 (trained on 2024-05-12).\n",
    );
    expectUnusable(ask(...words, "--reading", "allowance=contract-yaer"), /--reading: .*did you mean "contract-year"/);
  });

  it("goes by facts", () => {
    const words = [
      "acme",
      "--kind",
      "usage",
      "--module",
      "stock",
      "--policy",
      "yearly.json",
      "--register",
      "register.json",
      ...AT,
    ];
    expect(asked(...words, "--fact", "priority=P1").out).toMatch(
      /; within 1 h of open time, by Fri 22 May 2026 11:00\.\n$/,
    );
    expect(asked(...words).out).toMatch(/; within a time that goes by priority; ask which\.\n$/);
    expectUnusable(
      asked(...words, "--fact", "priority=P3"),
      /^ouvree: --fact priority: "P3" is no priority of this policy; did you mean "P1"\?/,
    );
    expectUnusable(asked(...words, "--fact", "prioriti=P1"), /^ouvree: --fact prioriti: .*; did you mean "priority"\?/);
  });

  it("helps", () => {
    for (const flag of ["--help", "-h"]) {
      const { code, out, err } = asked(flag);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toMatch(/^ouvree entitlement CUSTOMER --policy P --register R/);
      expect(out).toMatch(/\nExample: ouvree entitlement C017 /);
    }
    expect(ouvree(["--help"]).out).toMatch(/\n {2}ouvree entitlement CUSTOMER /);
    expect(ouvree(["entitlment"]).err).toMatch(/did you mean "entitlement"/);
    // The example of the help is one that can be asked.
    const example = /\nExample: ouvree (.*)\n/.exec(asked("--help").out)?.[1]?.split(" ") ?? [];
    const register = { customers: [{ ...REGISTER.customers[0], id: "C017" }] };
    expect(ouvree(example, { files: { "register.json": JSON.stringify(register) } }).code).toBe(0);
  });
});

describe("a name that nobody knows", () => {
  const modules = ["--kind", "usage", "--policy", "modules.json", "--register", "register.json", ...AT];

  it("is refused with the near miss: a customer", () => {
    expectUnusable(ask("Acme"), /^ouvree: "Acme" is no customer of the register; did you mean "acme"\?\n$/);
    expectUnusable(ask("zinc"), /^ouvree: "zinc" is no customer of the register; it lists 2 others\n$/);
  });

  it("is refused with the near miss: a module that neither the policy nor the register lists", () => {
    expectUnusable(
      ask("acme", "--module", "stok"),
      /^ouvree: --module: "stok" is a module .*; did you mean "stock"\?\n$/,
    );
    expectUnusable(
      ask("acme", "--module", "stock", "--module", "paie"),
      /--module: "paie" .*; there are stock, gpao; a new one/,
    );
    expectUnusable(asked("acme", "--module", "paye", ...modules), /; did you mean "paie"\?\n$/);
    expect(asked("acme", "--module", "paie", ...modules).out).toMatch(/^Yes: 15 minutes on paie/);
  });

  it("is an answer where nobody is listed", () => {
    const none = { ...files, "register.json": '{ "customers": [] }' };
    expect(ouvree(["entitlement", "acme", ...BASE], { files: none })).toMatchObject({ code: 1, err: "" });
    const untrained = { ...files, "register.json": '{ "customers": [{ "id": "acme" }] }' };
    expect(ouvree(["entitlement", "acme", "--module", "stok", ...BASE], { files: untrained }).code).toBe(0);
  });
});

describe("a wrong command line", () => {
  it.each<[string, readonly string[], RegExp]>([
    ["no customer", BASE, /say whose request it is: ouvree entitlement CUSTOMER/],
    ["two customers", ["acme", "bolt", ...BASE], /takes one customer, not 2/],
    ["no policy", ["acme", "--register", "register.json"], /say by which policy/],
    ["no register", ["acme", "--policy", "clip-industrie"], /say who the customers are: --register FILE/],
    ["no such register", ["acme", "--policy", "clip-industrie", "--register", "no.json"], /no\.json does not exist/],
    [
      "a register that is none",
      ["acme", "--policy", "clip-industrie", "--register", "list.json"],
      /list\.json is no register/,
    ],
    ["an unknown flag", ["acme", "--modul", "x", ...BASE], /unknown flag --modul; did you mean --module\?/],
    ["an unknown format", ["acme", "--format", "xml", ...BASE], /--format: "xml" is not known; use text or json/],
    [
      "a slip in the kind",
      ["acme", "--kind", "usgae", ...BASE],
      /^ouvree: --kind: "usgae" is no kind .* did you mean "usage"/,
    ],
    ["an empty customer", ["", ...BASE], /"" is not a text/],
    [
      "no minutes",
      ["acme", "--module", "stock", "--used", "stock=1h", ...BASE],
      /--used: "1h" is not minutes; write stock=12/,
    ],
    ["minutes below nothing", ["acme", "--module", "a", "--used", "a=-1", ...BASE], /--used: "-1" is not minutes/],
    [
      "no pair",
      ["acme", "--module", "stock", "--used", "stock", ...BASE],
      /--used: "stock" is no pair; write stock=12/,
    ],
    [
      "another module",
      ["acme", "--module", "stock", "--used", "stok=1", ...BASE],
      /no --module "stok" .* did you mean "stock"/,
    ],
    [
      "a module twice",
      ["acme", "--module", "a", "--used", "a=1", "--used", "a=2", ...BASE],
      /--used: "a" is given twice/,
    ],
    [
      "minutes and a history",
      ["acme", "--module", "a", "--used", "a=1", "--history", "both.json", ...BASE.slice(0, 2), ...AT],
      /--history: .* give --used or --history, not both/,
    ],
    ["a case without history", ["acme", "--case", "T1", ...BASE], /--case: .* give --history/],
    [
      "a case that is not there",
      ["acme", "--case", "T9", "--history", "tickets.csv", "--zone", "Europe/Paris", ...BASE],
      /--case: "T9" is no case of the history/,
    ],
    ["no instant", ["acme", ...BASE.slice(0, 4), "--at", "soon"], /--at: "soon" is not a date and time/],
    ["an instant too far", ["acme", ...BASE.slice(0, 4), "--at", "2500-01-01T00:00Z"], /--at: .* outside the years/],
    [
      "a kind that must be said",
      ["acme", "--policy", "yearly.json", ...BASE.slice(2)],
      /say the kind of request: --kind usage \| visit/,
    ],
  ])("is one clear line and 2: %s", (_, args, message) => {
    expectUnusable(asked(...args), message);
  });
});
