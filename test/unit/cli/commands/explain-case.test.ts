/**
 * `ouvree explain FILE… --case ID`: what is explained, and what is refused.
 *
 * 1 June 2026 is a Monday; an anomaly has 4 hours of open time.
 */
import { describe, expect, it } from "vitest";
import { HARMFUL } from "../../refusals.ts";
import { expectUnusable, lines, ouvree, type Ran, type World } from "../fake-terminal.ts";

const HEADER = "case,kind,customer,event,at,person";
const row = (id: string, event: string, at: string, kind = "anomaly"): string =>
  `${id},${kind},acme,${event},2026-06-${at}:00+02:00,`;
const CASES = lines(
  HEADER,
  row("A", "called", "01T09:00"),
  row("A", "assisted", "01T16:00"),
  row("B", "called", "01T16:00"),
  row("B", "assisted", "02T12:00"),
  row("C", "called", "02T09:00"),
  row("C", "assisted", "02T09:10"),
  row("F", "submitted", "01T09:00", "web-form"),
  row("N", "called", "29T09:00"),
);
const REGISTER = JSON.stringify({ customers: [{ id: "acme", contract: { from: "2027-01-01" } }] });
const AS_OF = ["--as-of", "2026-06-26T18:00:00+02:00"];
const explain = (args: readonly string[], world: World = {}): Ran =>
  ouvree(["explain", "t.csv", "--policy", "clip-industrie", ...args], {
    ...world,
    files: { "t.csv": CASES, "r.json": REGISTER, ...world.files },
  });

describe("a case of a file", () => {
  it("is explained, commitment by commitment", () => {
    const two = ["--commitment", "anomaly", "--commitment", "callback"];
    const { code, out, err } = explain(["--case", "A", ...two, ...AS_OF]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(
      lines(
        "clip-industrie as of 2026-06-26T18:00:00.000+02:00",
        "",
        "A, anomaly: Help on anomalies within 4 business hours of the call",
        'promised: 4 h of open time, at "desk"',
        "start Mon 1 Jun 2026 09:00 (Europe/Paris)",
        "  Mon 1 Jun 2026 09:00–12:00  3 h",
        "  closed 2 h: break",
        "  Mon 1 Jun 2026 14:00–16:00  2 h",
        "due Mon 1 Jun 2026 15:00",
        "stop Mon 1 Jun 2026 16:00",
        "missed by 1 h: late from Mon 1 Jun 2026 15:00:00.001",
        "",
        "A, callback: Callbacks pending at closing made the next working day",
        'promised: pending at closing, made the next working day, at "desk"',
        "start Mon 1 Jun 2026 09:00 (Europe/Paris)",
        "stop Mon 1 Jun 2026 16:00",
        "not applicable: made before closing, or cancelled",
      ),
    );
  });

  it("is explained with what the other cases decide: who overtook it", () => {
    expect(explain(["--case", "B", "--commitment", "callback", ...AS_OF]).out).toContain("\novertaken by C\n");
  });

  it("may be asked of one commitment, or of some in their order", () => {
    const heads = (...args: string[]) => explain(["--case", "A", ...args, ...AS_OF]).out.match(/^A, \S+/gm);
    expect(heads()).toEqual(["A, anomaly:", "A, callback:", "A, history:", "A, remote-work:"]);
    expect(heads("--commitment", "callback")).toEqual(["A, callback:"]);
    expect(heads("--commitment=callback", "--commitment", "anomaly")).toEqual(["A, callback:", "A, anomaly:"]);
  });

  it("is judged as of a time, by a register, in a zone", () => {
    const at = (time: string) => explain(["--case", "A", "--as-of", time, "--zone", "Europe/Paris"]).out;
    expect(at("2026-06-01T11:00")).toMatch(/^running: 2 h used, 2 h left$/m);
    expect(explain(["--case", "A", "--register", "r.json", ...AS_OF]).out).toMatch(
      /^not applicable: .*contract-in-force/m,
    );
    // The clock of the terminal stands at 18:00 on 30 June.
    expect(explain(["--case", "N"]).out).toMatch(/^clip-industrie as of 2026-06-30T18:00:00.000\+02:00$/m);
  });

  it("is judged by another reading, where one is asked for", () => {
    // Whit Monday is worked by a reading of the charter.
    const over = { files: { "t.csv": lines(HEADER, "W,anomaly,acme,called,2026-05-22T16:00:00+02:00,") } };
    const closed = (...args: string[]) =>
      explain(["--case", "W", "--commitment", "anomaly", ...args, ...AS_OF], over).out.match(
        /^ {2}closed 88 h: .*$/m,
      )?.[0];
    expect(closed()).toBe("  closed 88 h: night, Saturday, Sunday, Whit Monday");
    expect(closed("--reading", "holidays=less-solidarity")).toBeUndefined();
  });

  it("comes as JSON with its segments", () => {
    const { out } = explain(["--case", "A", "--commitment", "anomaly", "--format", "json", ...AS_OF]);
    const told = JSON.parse(out);
    expect(told).toMatchObject({ policy: "clip-industrie", asOf: "2026-06-26T16:00:00.000Z", cases: [{ id: "A" }] });
    expect(Object.keys(told.cases[0].commitments)).toEqual(["anomaly"]);
    expect(told.cases[0].commitments.anomaly.segments.map(({ ms }: { ms: number }) => ms / 3_600_000)).toEqual([
      3, 2, 2,
    ]);
  });

  it("that stands in the files twice, and not alike, is explained twice, with the remark", () => {
    const { out, err } = explain(["u.csv", "--case", "A", "--commitment", "anomaly", ...AS_OF], {
      files: { "u.csv": CASES.replace(/^(A,anomaly,)[^,]*/m, "$1other") },
    });
    expect(err).toMatch(/^u\.csv:2, column customer: .* in t\.csv:2/m);
    expect(out.match(/^A, anomaly/gm)).toHaveLength(2);
    expect(out.match(/^remark: id: "A" is the id of 2 cases/gm)).toHaveLength(2);
  });

  it("for whose kind nothing is promised says so", () => {
    const { out } = explain(["--case", "X", ...AS_OF], {
      files: { "t.csv": lines(HEADER, row("X", "called", "01T09:00", "mystery")) },
    });
    expect(out).toMatch(/^no commitment of the policy holds for "X"$/m);
    expect(out).toMatch(/^remark: kind: "mystery" is no kind/m);
  });

  it("is told without a harmful character, whatever the file says", () => {
    const id = "A\u001b[2J\u202e";
    const { out } = explain(["--case", id, ...AS_OF], {
      files: { "t.csv": lines(HEADER, row(id, "called", "01T09:00"), row(id, "x\u009by", "01T10:00")) },
    });
    expect(out).toContain("A\\u{1b}[2J\\u{202e}, anomaly");
    expect(out.replaceAll("\n", "")).not.toMatch(HARMFUL);
  });

  it("goes with complaints on rows that could not be read", () => {
    const { code, err } = explain(["--case", "A", ...AS_OF], { files: { "t.csv": `${CASES}Z,anomaly\n` } });
    expect(code).toBe(0);
    expect(err).toMatch(/^t\.csv:10: the row has 2 cells/m);
  });
});

describe("what cannot be explained", () => {
  it.each([
    [["--case", "AA"], /there is no case "AA"/],
    [["--case", "N", ...AS_OF], /nothing of "N" is seen by then/],
    [["--case", "A", "--case", "B"], /one --case at a time/],
    [["--commitment", "anomaly"], /say which case: --case ID/],
    [["--register=r.json"], /say which case: --case ID/],
    [["--case", "A", "--reading", "holidays"], /--reading: "holidays" is no reading/],
    [["--case", "A", "--commitment", "anomalie"], /no commitment of the policy; did you mean "anomaly"/],
    [["--case", "A", "--commitment", "x"], /it has opening, installation, anomaly/],
    [["--case", "A", "--commitment", "web-form", ...AS_OF], /does not hold for "A", a case of kind "anomaly"/],
    [["--case", "A", "--format", "xml"], /use text, json or svg/],
    [["--case", "A", "--edge", "far"], /unknown flag --edge/],
    [["--case", "A", "--as-of", "2026-06-01"], /--as-of/],
    [["--case"], /needs a value/],
  ])("%j is refused in one line", (args, message) => {
    expectUnusable(explain(args), message);
  });

  it("is refused: no policy, no file, no instant in CI", () => {
    expectUnusable(ouvree(["explain", "t.csv", "--case", "A"], { files: { "t.csv": CASES } }), /say by which policy/);
    expectUnusable(ouvree(["explain", "--case", "A", "--policy", "clip-industrie"]), /name the file/);
    expectUnusable(explain(["--case", "A"], { env: { CI: "true" } }), /say --as-of/);
    expectUnusable(ouvree(["explain", "t.csv", "--policy", "clip-industrie"]), /of a case in a file say --case ID/);
  });

  it("has help with both forms", () => {
    for (const args of [["--help"], ["--case", "A", "--help"]]) {
      const { code, out } = ouvree(["explain", ...args]);
      expect(code).toBe(0);
      expect(out).toContain("ouvree explain T DURATION|T");
      expect(out).toContain("ouvree explain FILE… --policy P --case ID");
    }
  });
});
