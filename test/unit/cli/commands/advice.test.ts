/**
 * `ouvree advice`: who is to be told that training is needed. Source: docs/promises.md, "Detection".
 *
 * Three calls on one module without training within six months are a need, by the policy below.
 */
import { describe, expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import { expectUnusable, lines, ouvree, over, type Ran } from "../fake-terminal.ts";

const { commitments } = clipIndustrieDefinition;
const POLICY = JSON.stringify({
  ...clipIndustrieDefinition,
  otherReadings: {},
  commitments: { ...commitments, "training-advice": { ...commitments["training-advice"], count: 3, months: 6 } },
});
const call = (id: string, customer: string, module: string, date: string): string =>
  `${id},usage,${customer},${module},called,${date}T10:00:00+02:00`;
const TICKETS = lines(
  "case,kind,customer,module,event,at",
  call("U1", "acme", "gpao", "2026-05-05"),
  call("U2", "acme", "gpao", "2026-05-12"),
  call("U3", "acme", "gpao", "2026-05-19"),
  // Trained: no need. Two calls: no need yet. Three calls, and told after the third.
  call("V1", "bolt", "stock", "2026-04-07"),
  call("V2", "bolt", "stock", "2026-04-08"),
  call("V3", "bolt", "stock", "2026-04-09"),
  call("W1", "acme", "devis", "2026-04-07"),
  call("W2", "acme", "devis", "2026-04-08"),
  call("X1", "corp", "achats", "2026-04-07"),
  call("X2", "corp", "achats", "2026-04-08"),
  call("X3", "corp", "achats", "2026-04-09"),
  // The oldest need, of a later customer.
  call("Y1", "corp", "stock", "2026-03-30"),
  call("Y2", "corp", "stock", "2026-03-31"),
  call("Y3", "corp", "stock", "2026-04-01"),
);
const contract = { from: "2020-01-01", paid: true };
const REGISTER = JSON.stringify({
  customers: [
    { id: "acme", contract },
    { id: "bolt", contract, trained: [{ module: "stock", date: "2025-01-06" }] },
    { id: "corp", contract, recommendations: [{ module: "achats", date: "2026-04-20" }] },
  ],
});
const FILES = { "t.csv": TICKETS, "r.json": REGISTER, "p.json": POLICY };
const FLAGS = ["--policy", "p.json", "--register", "r.json", "--as-of", "2026-05-31T12:00:00+02:00"];
const advice = (...more: string[]): Ran => ouvree(["advice", "t.csv", ...over(FLAGS, more)], { files: FILES });

describe("the list", () => {
  it("names customer, module, day and cases, the oldest need first", () => {
    expect(advice()).toEqual({
      code: 0,
      err: "",
      out: lines(
        "to recommend, the oldest first:",
        "  corp  stock  since 2026-04-01  Y1, Y2, Y3",
        "  acme  gpao   since 2026-05-19  U1, U2, U3",
      ),
    });
  });

  it("is the same as CSV and as JSON", () => {
    expect(advice("--format", "csv").out.split("\r\n")).toEqual([
      "customer,module,since,cases,commitment",
      "corp,stock,2026-04-01,Y1; Y2; Y3,training-advice",
      "acme,gpao,2026-05-19,U1; U2; U3,training-advice",
      "",
    ]);
    expect(JSON.parse(advice("--format", "json").out)).toEqual({
      schema: 1,
      asOf: "2026-05-31T10:00:00.000Z",
      advice: [
        {
          commitment: "training-advice",
          customer: "corp",
          module: "stock",
          detectedOn: "2026-04-01",
          cases: ["Y1", "Y2", "Y3"],
        },
        {
          commitment: "training-advice",
          customer: "acme",
          module: "gpao",
          detectedOn: "2026-05-19",
          cases: ["U1", "U2", "U3"],
        },
      ],
    });
  });

  it("is empty in words before anything was needed", () => {
    const { code, out } = advice("--as-of", "2026-03-31T12:00:00+02:00");
    expect([code, out]).toEqual([0, "nobody is to be told\n"]);
  });

  it("stands in the report of check", () => {
    const { out } = ouvree(["check", "t.csv", ...FLAGS], { files: FILES });
    expect(out).toMatch(/to recommend, the oldest first:\n {2}\S.* {2}stock {2}since 2026-04-01 {2}Y1, Y2, Y3\n/);
  });

  it("shows no text that a terminal or a spreadsheet obeys", () => {
    const files = { ...FILES, "t.csv": TICKETS.replaceAll("gpao", "=\u001b[31m\u202egpao") };
    const csv = ouvree(["advice", "t.csv", ...FLAGS, "--format", "csv"], { files }).out;
    expect(csv).toContain("acme,'=");
    const text = ouvree(["advice", "t.csv", ...FLAGS], { files }).out;
    for (const out of [csv, text]) for (const mark of ["\u001b", "\u202e"]) expect(out).not.toContain(mark);
  });
});

describe("what is refused", () => {
  it.each([
    [["advice"], /name a file of cases/],
    [["advice", "t.csv", ...FLAGS, "--format", "xml"], /use text, json or csv/],
    [["advice", "t.csv", "--policy", "p.json", "--as-of", "2026-05-31T12:00:00+02:00"], /give --register/],
    [["advice", "t.csv", ...over(FLAGS, ["--policy", "clip-industrie"])], /give training-advice a count and months/],
  ] as const)("%j", (args, cure) => {
    expectUnusable(ouvree([...args], { files: FILES }), cure);
  });

  it("a policy that promises no advice", () => {
    const { "training-advice": _, ...others } = commitments;
    const without = JSON.stringify({ ...clipIndustrieDefinition, otherReadings: {}, commitments: others });
    const ran = ouvree(["advice", "t.csv", ...FLAGS], { files: { ...FILES, "p.json": without } });
    expectUnusable(ran, /no commitment of the kind detection/);
  });
});
