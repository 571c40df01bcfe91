/**
 * `ouvree check`: exit codes, and what is said where. Source: the contract, §5.
 *
 * June 2026 has no holiday in France; the 1st is a Monday. An anomaly has 4 hours of open time.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrie, clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import { readCases } from "../../../../src/import/index.ts";
import { evaluate, type Register } from "../../../../src/index.ts";
import { HARMFUL } from "../../refusals.ts";
import { expectUnusable, lines, ouvree, type Ran, type World } from "../fake-terminal.ts";

const HEADER = "case,kind,customer,event,at,person";
/** Called on Monday at 9:00 and helped the same day: after 1 h of open time, or after 5. */
const met = (id: string): string[] => [
  `${id},anomaly,acme,called,2026-06-01T09:00:00+02:00,anna`,
  `${id},anomaly,acme,assisted,2026-06-01T10:00:00+02:00,`,
];
const missed = (id: string): string[] => [
  `${id},anomaly,acme,called,2026-06-01T09:00:00+02:00,anna`,
  `${id},anomaly,acme,assisted,2026-06-01T16:00:00+02:00,`,
];
const form = (id: string, answered: string): string[] => [
  `${id},web-form,acme,submitted,2026-06-01T09:00:00+02:00,`,
  `${id},web-form,acme,answered,2026-06-${answered}T10:00:00+02:00,`,
];
const many = (of: (id: string) => string[], count: number, prefix: string): string[] =>
  Array.from({ length: count }, (_, i) => of(`${prefix}${i}`)).flat();
const AS_OF = "2026-06-30T18:00:00+02:00";
const CLIP = ["--policy", "clip-industrie", "--as-of", AS_OF];

const csv = (...rows: readonly (readonly string[])[]): string => lines(HEADER, ...rows.flat());
const check = (text: string, flags: readonly string[] = [], world: World = {}): Ran =>
  ouvree(["check", "t.csv", ...CLIP, ...flags], { ...world, files: { "t.csv": text, ...world.files } });
const policyFile = (changes: object): string => JSON.stringify({ ...clipIndustrieDefinition, ...changes });
const withGoal = (goal: number): string => {
  const { commitments } = clipIndustrieDefinition;
  return policyFile({ commitments: { ...commitments, anomaly: { ...commitments["anomaly"], goal } } });
};

describe("exit codes of a check", () => {
  it("are 0 when every goal that could be judged is kept", () => {
    const { code, out, err } = check(csv(met("A"), met("B")));
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/anomaly +2 +0 .*kept/);
    expect(out).not.toContain("broken");
  });

  it("are 1 when a goal is broken, which is 100 % unless something else is said", () => {
    const { code, out, err } = check(csv(many(met, 99, "A"), missed("B")));
    expect([code, err]).toEqual([1, ""]);
    expect(out).toMatch(/anomaly +99 +1 .*broken/);
    expect(out).toMatch(/broken: anomaly$/m);
  });

  it.each([
    [["--min", "75%"], 0],
    [["--min", "75.5%"], 1],
    [["--min", "0.75"], 0],
    [["--min=75 %"], 0],
    [["--min", "76%"], 1],
    [["--min", "0"], 0],
    [["--min", "1"], 1],
    [["--min", "anomaly=75%"], 0],
    [["--min", "anomaly=76%"], 1],
    [["--min", "callback=10%"], 1],
    // That of the commitment goes before that of all, in either order.
    [["--min", "50%", "--min", "anomaly=80%"], 1],
    [["--min", "anomaly=80%", "--min", "50%"], 1],
    [["--min", "100%", "--min", "anomaly=70%"], 0],
  ])("go by %j: three of four are met", (flags, code) => {
    expect(check(csv(many(met, 3, "A"), missed("B")), flags).code).toBe(code);
  });

  it.each([
    ["95.2%", 119, 6],
    ["94.4%", 118, 7],
    ["96.2%", 481, 19],
    ["81.4%", 407, 93],
  ])("do not go by rounding: a goal of %s is kept by %d met and %d missed", (share, kept, broken) => {
    expect(check(csv(many(met, kept, "A"), many(missed, broken, "B")), ["--min", share]).code).toBe(0);
    expect(check(csv(many(met, kept - 1, "A"), many(missed, broken + 1, "B")), ["--min", share]).code).toBe(1);
  });

  it("go by the policy's own goal first", () => {
    const text = csv(met("A"), missed("B"));
    const judged = (goal: number, flags: readonly string[]): number =>
      ouvree(["check", "t.csv", "--policy", "p.json", "--as-of", AS_OF, ...flags], {
        files: { "t.csv": text, "p.json": withGoal(goal) },
      }).code;
    expect(judged(0.5, [])).toBe(0);
    expect(judged(0.5, ["--min", "100%", "--min", "anomaly=100%"])).toBe(0);
    expect(judged(0.6, ["--min", "10%", "--min", "anomaly=10%"])).toBe(1);
  });

  it("go by the preset's goal of 60 % the same day, which no minimum changes", () => {
    const sameDay = (count: number): string =>
      csv(
        many((id) => form(id, "01"), count, "A"),
        many((id) => form(id, "02"), 5 - count, "B"),
      );
    expect(check(sameDay(3)).code).toBe(0);
    expect(check(sameDay(3), ["--min", "100%"]).code).toBe(0);
    expect(check(sameDay(2), ["--min", "1%", "--min", "web-form-same-day=1%"]).code).toBe(1);
  });

  it("do not judge a commitment with nothing decided", () => {
    const pending = csv(["A,anomaly,acme,called,2026-06-30T16:00:00+02:00,anna"]);
    const { code, out } = check(pending, ["--min", "100%"]);
    expect(code).toBe(0);
    expect(out).toMatch(/anomaly +0 +0 +1 .*not judged/);
    expect(out).toMatch(/callback +0 +0 +1 .*not judged/);
    expect(out).not.toMatch(/\bbroken\b/);
  });

  it("are 0 with rows that could not be read, which are counted on stderr", () => {
    const { code, out, err } = check(csv(met("A"), ["B,anomaly,acme,called,soon,", "C,anomaly"]));
    expect(code).toBe(0);
    expect(err).toMatch(/^t\.csv:4, column at: "soon"/m);
    expect(err).toMatch(/^t\.csv:5: /m);
    expect(err).toMatch(/\b2 of 4 rows/);
    expect(out).not.toContain("soon");
  });

  it.each([
    ["0", 1],
    ["1", 1],
    ["2", 0],
    ["100", 0],
  ])("are 1 when there are more bad rows than --max-bad %s: %d for two of them", (most, code) => {
    const ran = check(csv(met("A"), ["B,anomaly,acme,called,soon,", "C,anomaly"]), ["--max-bad", most]);
    expect(ran.code).toBe(code);
    expect(/--max-bad/.test(ran.err)).toBe(code === 1);
    expect(ran.out).toContain("anomaly");
  });

  it("count a bad case once, however much is wrong with it", () => {
    const bad = { id: "", kind: "", customer: 4, events: [] };
    const good = { id: "A", kind: "anomaly", events: [{ type: "called", at: "2026-06-01T09:00:00Z" }] };
    const world = {
      files: {
        "t.csv": JSON.stringify([
          bad,
          { ...good, events: [...good.events, { type: "assisted", at: "2026-06-01T09:10:00Z" }] },
        ]),
      },
    };
    expect(ouvree(["check", "t.csv", ...CLIP, "--max-bad", "1"], world).code).toBe(0);
    expect(ouvree(["check", "t.csv", ...CLIP, "--max-bad", "0"], world).code).toBe(1);
  });

  it.each([
    ["a header alone", lines(HEADER)],
    ["no case of an array", "[]"],
    ["rows without any time that can be read", csv(["A,anomaly,acme,called,2026-06-01T09:00,"])],
    ["rows of too few cells", csv(["A,anomaly", "B,anomaly"])],
    ["cases that are none", '[1, {"id": ""}, {"id": 4}]'],
    ["a case without id and kind", '[{"id":"","kind":"","events":[]}]'],
    ["events without times", '[{"id":"A","kind":"anomaly","events":[{"type":"called","at":"soon"}]}]'],
  ])("are 2 when no case could be read: %s", (_name, text) => {
    const { code, out, err } = check(text);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^ouvree: no case could be read from t\.csv$/m);
  });

  it.each([
    ["nothing", ""],
    ["another table", "id,title\n1,x\n"],
    ["a broken document", "[1,\n2,\u001b x]"],
    ["no cases", '{"tickets": []}'],
  ])("are 2 when the file is none: %s", (_name, text) => {
    expectUnusable(check(text), /t\.csv/);
  });
});

describe("wrong usage of check", () => {
  const world: World = {
    files: {
      "t.csv": csv(met("A")),
      "bad.json": policyFile({ comitments: {} }),
      "twice.json": policyFile({ calendar: "nowhere", policy: "" }),
      "broken.json": "{",
      "list.json": "[]",
      "deep.json": "[".repeat(100_000) + "]".repeat(100_000),
      "proto.json": `{"__proto__": {"polluted": 1}, ${policyFile({}).slice(1)}`,
      "null.json": "null",
      "both.json": JSON.stringify({ register: {}, cases: [] }),
    },
  };
  const used = (...args: readonly string[]): Ran => ouvree(["check", ...args], world);

  it.each([
    ["no file", [...CLIP], /FILE|file/],
    ["no policy", ["t.csv"], /--policy.*clip-industrie/],
    ["a preset that is none", ["t.csv", "--policy", "clip-industry"], /did you mean "clip-industrie"/],
    ["a preset far from any", ["t.csv", "--policy", "acme"], /presets: clip-industrie/],
    ["a preset of every object", ["t.csv", "--policy", "constructor"], /presets: clip-industrie/],
    ["a policy file that is missing", ["t.csv", "--policy", "none.json"], /none\.json does not exist/],
    ["a policy with a slip", ["t.csv", "--policy", "bad.json"], /bad\.json: .*comitments.*did you mean "commitments"/],
    ["a policy with several slips", ["t.csv", "--policy", "twice.json"], /twice\.json: .*more\)/],
    ["a policy that is not JSON", ["t.csv", "--policy", "broken.json"], /broken\.json is not JSON/],
    ["a policy that is a list", ["t.csv", "--policy", "list.json"], /list\.json/],
    ["a policy that is deep", ["t.csv", "--policy", "deep.json"], /deep\.json/],
    ["a policy with a hostile key", ["t.csv", "--policy", "proto.json"], /proto\.json.*__proto__/],
    ["a file that is missing", ["none.csv", ...CLIP], /none\.csv does not exist/],
    ["one file of two that is missing", ["t.csv", "none.csv", ...CLIP], /none\.csv does not exist/],
    ["a register that is missing", ["t.csv", ...CLIP, "--register", "none.json"], /none\.json/],
    ["a register that is not JSON", ["t.csv", ...CLIP, "--register", "broken.json"], /broken\.json is not JSON/],
    ["a register that is a list", ["t.csv", ...CLIP, "--register", "list.json"], /list\.json/],
    ["a register that is null", ["t.csv", ...CLIP, "--register", "null.json"], /null\.json/],
    ["a register beside another", ["both.json", ...CLIP, "--register", "both.json"], /more than one register/],
    ["an unknown format", ["t.csv", ...CLIP, "--format", "xml"], /--format.*"xml"/],
    [
      "an instant without an offset",
      ["t.csv", "--policy", "clip-industrie", "--as-of", "2026-06-30T18:00"],
      /--as-of.*--zone/,
    ],
    ["an instant that is none", ["t.csv", "--policy", "clip-industrie", "--as-of", "soon"], /--as-of.*"soon"/],
    ["an instant long ago", ["t.csv", "--policy", "clip-industrie", "--as-of", "1850-01-01T00:00Z"], /--as-of.*1900/],
    ["a share that is none", ["t.csv", ...CLIP, "--min", "most"], /--min.*"most".*95%/],
    ["a share of more than all", ["t.csv", ...CLIP, "--min", "101%"], /--min/],
    ["a share that forgot its sign", ["t.csv", ...CLIP, "--min", "95"], /--min/],
    ["a share below nothing", ["t.csv", ...CLIP, "--min=-5%"], /--min/],
    ["a share of nothing", ["t.csv", ...CLIP, "--min", "=95%"], /--min/],
    ["a share of no commitment", ["t.csv", ...CLIP, "--min", "anomalies=95%"], /--min.*"anomalies".*anomaly/],
    ["a number that is none", ["t.csv", ...CLIP, "--max-bad", "few"], /--max-bad.*"few"/],
    ["a number below nothing", ["t.csv", ...CLIP, "--max-bad=-1"], /--max-bad/],
    ["a zone that is none", ["t.csv", ...CLIP, "--zone", "Mars/Phobos"], /--zone.*Mars\/Phobos/],
    ["a zone with a slip", ["t.csv", ...CLIP, "--zone", "europe/paris"], /--zone.*did you mean "Europe\/Paris"/],
    ["a zone that is an offset", ["t.csv", ...CLIP, "--zone", "+02:00"], /--zone/],
    ["a hostile path", ["\u001b[31m\u202e.csv", ...CLIP], /does not exist/],
  ])("is 2 and one line for %s", (_name, args, message) => {
    expectUnusable(used(...args), message);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("needs --as-of when CI is set: the same commit must give the same verdict", () => {
    for (const CI of ["true", "1", "yes"]) {
      const ran = ouvree(["check", "t.csv", "--policy", "clip-industrie"], { ...world, env: { CI } });
      expectUnusable(ran, /--as-of/);
      expect(ouvree(["check", "t.csv", ...CLIP], { ...world, env: { CI } }).code).toBe(0);
    }
  });

  it("takes the clock's now without CI, and says which instant that was", () => {
    const ran = ouvree(["check", "t.csv", "--policy", "clip-industrie"], { ...world, now: "2026-06-02T10:15:00Z" });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("Tue 2 Jun 2026 12:15");
  });

  it("reads --as-of without an offset in --zone", () => {
    const ran = used("t.csv", "--policy", "clip-industrie", "--zone", "Europe/Paris", "--as-of", "2026-06-02T12:15");
    expect(ran.out).toContain("Tue 2 Jun 2026 12:15");
  });

  it("knows --period: cases begun in a month, a year or on a date", () => {
    const text = csv(met("A"), [
      "B,anomaly,acme,called,2026-05-04T09:00:00+02:00,anna",
      "B,anomaly,acme,assisted,2026-05-04T16:00:00+02:00,",
    ]);
    expect(check(text, ["--period", "2026-06"]).code).toBe(0);
    expect(check(text, ["--period", "2026-05"]).code).toBe(1);
    expectUnusable(check(text, ["--period", "June"]), /period/);
  });
});

describe("what a check reads", () => {
  it("is all of its files together: what two of them tell alike counts once", () => {
    const world = { files: { "a.csv": csv(met("A"), missed("X")), "b.csv": csv(met("B"), missed("X")) } };
    const ran = ouvree(["check", "a.csv", "b.csv", ...CLIP, "--format", "json"], world);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("told more than once, counted once: 2");
    const told = JSON.parse(ran.out);
    expect(told.rates.anomaly).toMatchObject({ met: 2, missed: 1 });
    expect(told.cases.map((one: { id: string }) => one.id).sort()).toEqual(["A", "B", "X"]);
  });

  it("is all of its files together: an id of which two contradict each other is not counted", () => {
    const other = missed("X").map((row) => row.replace("anomaly", "usage"));
    const world = { files: { "a.csv": csv(met("A"), missed("X")), "b.csv": csv(met("B"), other) } };
    const ran = ouvree(["check", "a.csv", "b.csv", ...CLIP, "--format", "json"], world);
    expect(ran.code).toBe(0);
    const told = JSON.parse(ran.out);
    expect(told.rates.anomaly).toMatchObject({ met: 2, missed: 0 });
    expect(told.cases.map((one: { id: string }) => one.id).sort()).toEqual(["A", "B", "X", "X"]);
  });

  it("may be standard input, called so in complaints", () => {
    const world = { files: { "-": csv(met("A"), ["B,anomaly,acme,called,soon,"]) } };
    const ran = ouvree(["check", "-", ...CLIP], world);
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(/^standard input:4, column at: "soon"/m);
  });

  it("may be JSON or JSON Lines, whatever the file is called", () => {
    const events = [
      { type: "called", at: "2026-06-01T09:00:00+02:00" },
      { type: "assisted", at: "2026-06-01T10:00:00+02:00" },
    ];
    const cases = ["A", "B"].map((id) => ({ id, kind: "anomaly", events }));
    for (const text of [JSON.stringify(cases), cases.map((one) => JSON.stringify(one)).join("\n")])
      expect(check(text).out).toMatch(/anomaly +2 +0/);
  });

  it("has a register of its own in a document, and cover is then judged", () => {
    const register: Register = {
      customers: [{ id: "acme", contract: { from: "2020-01-01", to: "2025-12-31", paid: true } }],
    };
    const { cases } = readCases(csv(missed("A")));
    const own = check(JSON.stringify({ cases, register }));
    expect(own.code).toBe(0);
    expect(own.out).toMatch(/anomaly +0 +0 +0 +1 /);
    const beside = check(csv(missed("A")), ["--register", "r.json"], { files: { "r.json": JSON.stringify(register) } });
    expect(beside.out).toMatch(/anomaly +0 +0 +0 +1 /);
    // Without it cover is not judged.
    expect(check(csv(missed("A"))).code).toBe(1);
  });

  it("needs a register for the referent: without one the request is unmeasurable, and not judged", () => {
    const text = csv([
      "A,specific-request,acme,handed-over,2026-06-01T09:00:00+02:00,",
      "A,specific-request,acme,contacted,2026-06-01T10:00:00+02:00,anna",
    ]);
    const ran = check(text, ["--format", "json"]);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out).cases[0].commitments["specific-request"]).toMatchObject({
      outcome: "unmeasurable",
      reason: "no-register",
    });
  });

  it("knows from the policy to which event bare columns belong", () => {
    const text = lines(
      "case,kind,customer,handed_over_at,contacted_at,person",
      "A,specific-request,acme,2026-06-01T09:00:00+02:00,2026-06-02T10:00:00+02:00,anna",
      "B,specific-request,acme,2026-06-01T09:00:00+02:00,2026-06-02T10:00:00+02:00,ben",
    );
    const register = JSON.stringify({ customers: [{ id: "acme", referent: "anna" }] });
    const ran = check(text, ["--register", "r.json", "--format", "json"], { files: { "r.json": register } });
    const outcomes = JSON.parse(ran.out).cases.map(
      (one: { commitments: Record<string, { outcome: string }> }) => one.commitments["specific-request"]?.outcome,
    );
    // 1 to 30 June are more than 48 h of open time: whoever was not the referent did not stop the clock.
    expect(outcomes).toEqual(["met", "missed"]);
  });

  it("counts in notes what was read in --zone and what was cut", () => {
    const text = csv([
      "A,anomaly,acme,called,2026-06-01T09:00:00,anna",
      "A,anomaly,acme,assisted,2026-06-01T10:00:00.0009,",
      "A,anomaly,acme,closed,2026-06-01T10:00:00Z,",
    ]);
    const ran = check(text, ["--zone", "Europe/Paris"]);
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(/^ouvree: .*(2 .*offset|offset.* 2\b)/m);
    expect(ran.err).toMatch(/^ouvree: .*(1 .*millisecond|millisecond.* 1\b)/m);
  });

  it("shows twenty complaints and counts the others, of which there may be many", () => {
    const bad = Array.from({ length: 5000 }, (_, i) => `B${i},anomaly,acme,called,soon,`);
    const { code, err } = check(csv(met("A"), bad));
    expect(code).toBe(0);
    expect(err.split("\n").length).toBeLessThan(30);
    expect(err).toMatch(/5000 of 5002 rows/);
  });

  it("may have a register with entries that cannot be read: they are reported, and the rest is judged", () => {
    const register = JSON.stringify({ customers: [{ id: "other", contract: { from: "soon" } }, 4, { id: "acme" }] });
    const ran = check(csv(met("A")), ["--register", "r.json"], { files: { "r.json": register } });
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(/customers\[0\].*"soon"/);
    expect(ran.err).toMatch(/customers\[1\]/);
  });
});

describe("what a check says", () => {
  it("as JSON is exactly the evaluation, where all names are shown", () => {
    const text = csv(met("A"), missed("B"), form("C", "03"), ["D,visit,acme,called,2026-06-01T09:00:00Z,"]);
    const register: Register = { customers: [{ id: "acme", referent: "anna", contacts: ["anna"] }] };
    const { code, out } = check(text, ["--format", "json", "--register", "r.json", "--show", "customers,persons"], {
      files: { "r.json": JSON.stringify(register) },
    });
    expect(code).toBe(1);
    const evaluation = evaluate(clipIndustrie, readCases(text).cases, { asOf: AS_OF, register });
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(evaluation)));
    expect(JSON.parse(out)).toMatchObject({ schema: 1, asOf: "2026-06-30T16:00:00.000Z", notYet: 0 });
  });

  it("as JSON has the same exit codes and complaints", () => {
    const text = csv(met("A"), missed("B"), ["C,anomaly,acme,called,soon,"]);
    const [plain, json] = [check(text), check(text, ["--format", "json"])];
    expect(json.code).toBe(plain.code);
    expect(json.err).toBe(plain.err);
  });

  it("is plain unless the terminal has colours", () => {
    const text = csv(met("A"), missed("B"));
    expect(check(text).out).not.toContain("\u001b");
    const coloured = check(text, [], { isColoured: true });
    expect(coloured.out).toContain("\u001b[");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken away
    expect(coloured.out.replace(/\u001b\[\d+m/g, "")).toBe(check(text).out);
  });

  it("names the commitments, their figures, the missed cases and the instant, in the zone of the desk", () => {
    const { out } = check(csv(met("A"), missed("B-17")));
    expect(out).toContain("clip-industrie");
    expect(out).toContain("Tue 30 Jun 2026 18:00");
    expect(out).toContain("Europe/Paris");
    expect(out).toMatch(/anomaly +1 +1 .* 50 % +100 % +broken/);
    expect(out).toMatch(/B-17 .*anomaly.*Mon 1 Jun 2026 15:00.*Mon 1 Jun 2026 16:00.*1 h over/);
    expect(out).not.toContain("acme");
    expect(out).not.toContain("anna");
  });

  it("says with what it was made: the policy's hash, the version and the readings", () => {
    const { out } = check(csv(met("A")));
    const { policyHash, version, readings } = evaluate(clipIndustrie, [], { asOf: AS_OF }).provenance;
    expect(out).toContain(policyHash);
    expect(out).toContain(version);
    for (const [clause, reading] of Object.entries(readings)) {
      expect(out).toContain(clause);
      expect(out).toContain(reading);
    }
  });

  it("tells nobody's name: only case ids", () => {
    const { out, err } = check(csv(missed("B"), ["C,anomaly,acme,called,soon,anna"]));
    for (const name of ["acme", "anna"]) expect(out + err).not.toContain(name);
  });

  const EVIL = "\u001b[31m\u202e\u2066\u061c\u009b\u0007\u200f";
  it("lets no control or bidirectional character of an id, a kind, an event or a file reach the terminal", () => {
    const rows = [...missed(`A${EVIL}`), ...met("B"), `C${EVIL},any${EVIL},acme,cal${EVIL},2026-06-01T09:00:00Z,`];
    const world = { files: { [`${EVIL}.csv`]: csv(rows, [`D${EVIL},anomaly,acme,called,${EVIL},`]) } };
    for (const format of ["text", "json"]) {
      const { code, out, err } = ouvree(["check", `${EVIL}.csv`, ...CLIP, "--format", format], world);
      expect(code).toBe(1);
      expect((out + err).replaceAll("\n", ""), format).not.toMatch(HARMFUL);
    }
  });

  it("keeps a hostile id whole in JSON, however it is written", () => {
    const { out } = check(csv(missed(`A${EVIL}`)), ["--format", "json"]);
    expect(JSON.parse(out).cases[0].id).toBe(`A${EVIL}`);
  });

  it("lets none of a policy's name, title or commitments reach it either", () => {
    const { commitments } = clipIndustrieDefinition;
    const policy = policyFile({ policy: `p${EVIL}`, commitments: { [`x${EVIL}`]: commitments["anomaly"] } });
    const world = { files: { "t.csv": csv(missed("A")), "p.json": policy } };
    const { code, out, err } = ouvree(["check", "t.csv", "--policy", "p.json", "--as-of", AS_OF], world);
    expect(code).toBe(1);
    expect((out + err).replaceAll("\n", "")).not.toMatch(HARMFUL);
    const slip = ouvree(["check", "t.csv", "--policy", "p.json", "--as-of", AS_OF, "--min", "y=5%"], world);
    expectUnusable(slip, /--min/);
  });
});

describe("rates taken apart by --by", () => {
  const text = csv(met("A"), missed("B"), form("C", "01"));
  const heads = (flags: readonly string[]): string[] =>
    [...check(text, flags).out.matchAll(/^commitment +(month|customer|kind) +met/gm)].map(([, group]) => group!);

  it("have a table each, however they are asked for", () => {
    expect(heads([])).toEqual([]);
    for (const flags of [
      ["--by", "month,kind"],
      ["--by=kind", "--by", "month"],
      ["--by", "month,month,kind"],
    ])
      expect(heads(flags), flags.join(" ")).toEqual(["month", "kind"]);
    expect(check(text, ["--by", "month"]).out).toMatch(/^anomaly +2026-06 +1 +1 +0 +0 +0 +50 % +below 100 %$/m);
  });

  it("show customers only where they are asked for", () => {
    expect(check(text, ["--by", "month,kind"]).out).not.toContain("acme");
    const unnamed = check(text, ["--by", "customer"]).out;
    expect(unnamed).toMatch(/^anomaly +customer 1 +1 +1 /m);
    expect(unnamed).not.toContain("acme");
    expect(check(text, ["--by", "customer", "--show", "customers"]).out).toMatch(/^anomaly +acme +1 +1 /m);
  });

  it("stand in the JSON too, and change no exit code", () => {
    const { code, out } = check(text, ["--by", "month", "--format", "json"]);
    expect(JSON.parse(out).rates.anomaly.by.month["2026-06"]).toMatchObject({ met: 1, missed: 1, rate: 0.5 });
    expect(code).toBe(check(text).code);
    expect(JSON.parse(check(text, ["--format", "json"]).out).rates.anomaly.by).toBeUndefined();
  });

  it.each([
    ["weeks", /"weeks" is not known; use month, customer or kind/],
    ["months", /"months" is not known; did you mean "month"/],
    ["month,", /"" is not known/],
    ["toString", /use month, customer or kind/],
  ])("are refused by %j", (group, message) => {
    expectUnusable(check(text, ["--by", group]), message);
  });
});

describe("the version of the time zone data", () => {
  it("stands in the provenance, as the terminal knows it", () => {
    const of = (world: World) => JSON.parse(check(csv(met("A")), ["--format", "json"], world).out).provenance.tzdata;
    expect(of({ tzdata: "2026a" })).toBe("2026a");
    expect(of({})).toBeUndefined();
    expect(check(csv(met("A")), [], { tzdata: "2026a" }).out).toContain(", time zone data 2026a\n");
  });
});
