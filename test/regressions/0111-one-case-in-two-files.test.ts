/**
 * A case whose events stood in two files was two cases of one id, dropped from every rate: exit 0, "every commitment that could be judged is
 * kept". Source: docs/semantics.md §5, "Readers unite the events of one id". Law 41, test/properties/readers.laws.test.ts.
 */
import { describe, expect, it } from "vitest";
import { readCaseFiles, readCases } from "../../src/import/index.ts";
import { lines, ouvree } from "../unit/cli/fake-terminal.ts";

const HEADER = "case,kind,event,at";
const CALLED = "T1,anomaly,called,2026-05-18T10:00:00+02:00";
const LATE = "T1,anomaly,assisted,2026-05-26T10:00:00+02:00";
const ARGS = ["--policy", "clip-industrie", "--as-of", "2026-05-31T00:00:00+02:00", "--format", "json"];
const check = (files: Record<string, string>, ...more: string[]) =>
  ouvree(["check", ...Object.keys(files), ...ARGS, ...more], { files });
const anomaly = (out: string): unknown => JSON.parse(out).rates.anomaly;

describe("the events of one id", () => {
  it.each<[string, Record<string, string>]>([
    ["in one file", { "a.csv": lines(HEADER, CALLED, LATE) }],
    ["in two", { "a.csv": lines(HEADER, CALLED), "b.csv": lines(HEADER, LATE) }],
    ["in two, the later one first", { "b.csv": lines(HEADER, LATE), "a.csv": lines(HEADER, CALLED) }],
    ["in files that overlap", { "a.csv": lines(HEADER, CALLED, LATE), "b.csv": lines(HEADER, LATE) }],
    [
      "in two forms of CSV",
      { "a.csv": lines(HEADER, CALLED), "b.csv": lines("case,kind,assisted_at", "T1,,2026-05-26T08:00:00Z") },
    ],
    [
      "in CSV and JSON",
      {
        "a.csv": lines(HEADER, CALLED),
        "b.json": '[{"id":"T1","kind":"anomaly","events":[{"type":"assisted","at":"2026-05-26T08:00:00Z"}]}]',
      },
    ],
    [
      "in two lines of JSON Lines",
      {
        "a.jsonl": lines(
          '{"id":"T1","kind":"anomaly","events":[{"type":"called","at":"2026-05-18T08:00:00Z"}]}',
          '{"id":"T1","events":[{"type":"assisted","at":"2026-05-26T08:00:00Z"}]}',
        ),
      },
    ],
  ])("are one case, which is missed: %s", (_name, files) => {
    const { code, out } = check(files);
    expect(anomaly(out)).toMatchObject({ met: 0, missed: 1 });
    expect(code).toBe(1);
  });
});

describe("a contradiction", () => {
  const USAGE = LATE.replace("anomaly", "usage");

  it("is told with both places, counts once, and neither case is counted", () => {
    const files = { "a.csv": lines(HEADER, CALLED), "b.csv": lines(HEADER, USAGE) };
    const { code, out, err } = check(files, "--max-bad", "1");
    expect(err).toContain('b.csv:2, column kind: "usage" is not the kind of case "T1", which is "anomaly" in a.csv:2');
    expect(err).toContain("1 of 2 rows");
    expect(anomaly(out)).toMatchObject({ met: 0, missed: 0 });
    expect(JSON.parse(out).cases.map((one: { issues: { code: string }[] }) => one.issues[0]?.code)).toEqual([
      "case.duplicate-id",
      "case.duplicate-id",
    ]);
    expect(code).toBe(0);
    expect(check(files, "--max-bad", "0").code).toBe(1);
  });

  it.each([
    [
      "a customer",
      "case,kind,customer,called_at",
      "A,k,acme,2026-06-01T10:00Z",
      "A,k,other,2026-06-01T10:00Z",
      "customer",
    ],
    ["a fact", "case,kind,size,called_at", "A,k,S,2026-06-01T10:00Z", "A,k,L,2026-06-01T10:00Z", "size"],
    ["two instants", "case,kind,called_at", "A,k,2026-06-01T10:00Z", "A,k,2026-06-01T11:00Z", "called_at"],
    [
      "two callers",
      "case,kind,called_at,called_person",
      "A,k,2026-06-01T10:00Z,anna",
      "A,k,2026-06-01T10:00Z,ben",
      "called_person",
    ],
  ])("is %s of two rows of a case", (_name, header, one, other, column) => {
    const { cases, issues } = readCases(lines(header, one, other));
    expect(cases.map(({ id }) => id)).toEqual(["A", "A"]);
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([["file.conflict", 3, column]]);
  });

  it("is none where one row is silent: together they say more", () => {
    const header = "case,kind,customer,called_at,called_person,assisted_at";
    const { cases, issues } = readCases(
      lines(header, "A,k,,2026-06-01T10:00Z,,", "A,,acme,2026-06-01T10:00Z,anna,2026-06-01T11:00Z"),
    );
    expect(issues).toEqual([]);
    expect(cases).toEqual([
      {
        ...{ id: "A", kind: "k", customer: "acme" },
        events: [
          { type: "called", at: "2026-06-01T10:00:00.000Z", person: "anna" },
          { type: "assisted", at: "2026-06-01T11:00:00.000Z" },
        ],
      },
    ]);
  });
});

describe("repeats", () => {
  const events = (...texts: string[]): unknown[] =>
    readCaseFiles(texts.map((text) => ({ text }))).cases.flatMap((one) => one.events.map(({ type }) => type));
  const at = (type: string, minute: number, more = ""): string => `A,k,${type},2026-06-01T10:0${minute}Z${more}`;

  it("are equal rows that follow each other; with another between them at that instant they are two", () => {
    expect(events(lines(HEADER, at("x", 1), at("x", 1)))).toEqual(["x"]);
    expect(events(lines(HEADER, at("x", 1), at("y", 1), at("x", 1)))).toEqual(["x", "y", "x"]);
  });

  it("are told apart by the log's own counter, where it has one", () => {
    const header = `${HEADER},seq`;
    expect(events(lines(header, at("x", 1, ",1"), at("x", 1, ",2")))).toEqual(["x", "x"]);
    expect(events(lines(header, at("x", 1, ",1"), at("y", 1, ",2"), at("x", 1, ",1")))).toEqual(["x", "y"]);
    expect(readCases(lines(header, at("x", 1, ",7"))).cases[0]?.events[0]).toHaveProperty("seq", 7);
  });

  it("count as often as in the file that has them most", () => {
    const twice = lines(HEADER, at("x", 1), at("y", 1), at("x", 1));
    expect(events(twice, lines(HEADER, at("x", 1)))).toEqual(["x", "y", "x"]);
    expect(events(lines(HEADER, at("x", 1)), twice)).toEqual(["x", "y", "x"]);
  });

  it("of two forms are one, though one of them tells more", () => {
    const rows = lines("case,kind,module,event,at", "A,k,stock,x,2026-06-01T10:00Z");
    const { cases } = readCaseFiles([
      { text: lines("case,kind,module,x_at", "A,k,stock,2026-06-01T10:00Z") },
      { text: rows },
    ]);
    expect(cases).toMatchObject([{ module: "stock", events: [{ type: "x", module: "stock" }] }]);
    expect(cases[0]?.events).toHaveLength(1);
  });

  it("are counted, and said", () => {
    expect(readCases(lines(HEADER, at("x", 1), at("x", 1))).notes).toEqual({ zoned: 0, cut: 0, repeated: 1 });
  });
});

it("a file's order makes no counter: only what it gives is passed on", () => {
  for (const text of [
    lines(HEADER, CALLED),
    '[{"id":"A","kind":"k","events":[{"type":"x","at":"2026-06-01T10:00Z"}]}]',
  ])
    expect(readCases(text).cases[0]?.events[0]).not.toHaveProperty("seq");
});
