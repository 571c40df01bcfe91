/**
 * Cases as JSON and as JSON Lines. Source: the contract's command line, "Input", and the page of bad input.
 */

import { describe, expect, it } from "vitest";
import { readCases } from "../../../src/import/index.ts";
import { processorMs } from "../../helpers/processor-time.ts";
import { expectRefusal, HARMFUL } from "../refusals.ts";
import { events, eventsOf, ids, lines, problems, read } from "./reading.ts";

const called = { type: "called", at: "2026-06-01T10:00:00+02:00" };
const A = { id: "A", kind: "anomaly", customer: "acme", events: [called] };
const B = { id: "B", kind: "anomaly", events: [{ type: "called", at: "2026-06-02T10:00:00Z", person: "ben" }] };
const json = (value: unknown): string => JSON.stringify(value);
const pretty = (value: unknown): string => JSON.stringify(value, undefined, 2);

describe("a JSON document", () => {
  it.each([
    ["an array", [A, B]],
    ["an object with cases", { cases: [A, B] }],
    ["cases after another member", { exported: "2026-06-30", cases: [A, B] }],
    ["a register before the cases", { register: {}, cases: [A, B] }],
  ])("may be %s, on one line or on many", (_name, document) => {
    for (const text of [json(document), pretty(document), `\ufeff${json(document)}\n`, `\n\n  ${pretty(document)}`]) {
      const told = read(text);
      expect(told.issues).toEqual([]);
      expect(told.rows).toBe(2);
      expect(told.cases).toEqual([
        { ...A, events: [{ type: "called", at: "2026-06-01T08:00:00.000Z" }] },
        { ...B, events: [{ type: "called", at: "2026-06-02T10:00:00.000Z", person: "ben" }] },
      ]);
    }
  });

  it("gives the register as it stands in the file, and none if there is none", () => {
    const register = { customers: [{ id: "acme" }], staff: [] };
    expect(read(json({ cases: [A], register })).register).toEqual(register);
    expect(read(json({ register, cases: [A] })).register).toEqual(register);
    expect("register" in read(json({ cases: [A] }))).toBe(false);
    expect("register" in read(json([A]))).toBe(false);
  });

  it("keeps facts of cases and events, whatever they are", () => {
    const facts = { subject: "a printer", tags: ["x"], deep: { a: [1, null] } };
    const told = read(json([{ ...A, ...facts, events: [{ ...called, ...facts }] }]));
    expect(told.cases[0]).toMatchObject(facts);
    expect(eventsOf(told, "A")[0]).toMatchObject(facts);
  });

  it("may have no cases", () => {
    for (const text of ["[]", '{ "cases": [] }']) expect(read(text)).toMatchObject({ cases: [], rows: 0, badRows: 0 });
  });

  it.each(["null", "42", '"cases"', "{}", '{ "cases": {} }', '{ "cases": null }', "true"])(
    "that is %s holds no cases",
    (text) => {
      expectRefusal(() => readCases(text, { name: "cases.json", format: "json" }), {
        code: "file.bad-format",
        message: /cases\.json/,
      });
    },
  );

  it.each(["[", "[1,]", '[{"id": "A"', '[{"id":"A",}]', "[] []", '{"cases": []}}', "[\u0000]"])(
    "that is broken is refused: %j",
    (text) => {
      expectRefusal(() => read(text), { code: "file.bad-format", message: /tickets\.csv/ });
    },
  );

  it("that is broken is refused on one line, without control characters", () => {
    for (const text of ["[1,\n2,\n\u001b x]", "[\n\u202ex\n]", '[\n{"id":\n\u009b}]']) {
      const { message } = expectRefusal(() => read(text), { code: "file.bad-format" });
      expect(message).not.toMatch(HARMFUL);
      expect(message).not.toContain("\n");
    }
  });

  it.each([
    ["null", null],
    ["a text", "A"],
    ["a number", 4],
    ["an array", []],
    ["without an id", { kind: "anomaly", events: [] }],
    ["with a fraction for an id", { id: 4.5, kind: "anomaly", events: [] }],
    ["with a number for an id that JSON does not keep", { id: 2 ** 60, kind: "anomaly", events: [] }],
    ["with nothing for an id", { id: "", kind: "anomaly", events: [] }],
    ["with a number for a kind", { id: "A", kind: 4, events: [] }],
    ["without a kind", { id: "C", events: [] }],
    ["without events", { id: "A", kind: "anomaly" }],
    ["with an object for events", { id: "A", kind: "anomaly", events: {} }],
  ])("reports a case that is none (%s), and reads the others", (_name, value) => {
    const told = read(json([A, value, B]));
    expect(ids(told)).toEqual(["A", "B"]);
    expect(problems(told)).toEqual(["file.bad-row 2"]);
    expect([told.rows, told.badRows]).toEqual([3, 1]);
  });

  it.each([
    ["null", null, "file.bad-row 2 events[1]"],
    ["a text", "called", "file.bad-row 2 events[1]"],
    ["without a type", { at: called.at }, "file.bad-row 2 events[1]"],
    ["without a time", { type: "called" }, "file.bad-row 2 events[1]"],
    ["with a number for a time", { type: "called", at: 1780300800000 }, "file.bad-row 2 events[1]"],
    [
      "with a time that does not exist",
      { type: "called", at: "2026-02-30T00:00:00Z" },
      "file.bad-instant 2 events[1].at",
    ],
    ["with a time without an offset", { type: "called", at: "2026-06-01T10:00" }, "file.bad-instant 2 events[1].at"],
  ])("reports an event that is none (%s), and reads the others", (_name, value, problem) => {
    const told = read(json([A, { ...B, events: [...B.events, value, called] }]));
    expect(problems(told)).toEqual([problem]);
    const [first, unread, last, ...more] = events(told, "B");
    expect([first, last, more]).toEqual(["called 2026-06-02T10:00:00.000Z", "called 2026-06-01T08:00:00.000Z", []]);
    // What can be read of it is handed on: the case is not the same without it.
    const { type = "", at = "" } = Object(typeof value === "object" ? value : null) as { type?: string; at?: unknown };
    expect(unread).toBe(`${type} ${type === "" && at !== "" ? "2026-06-01T08:00:00.000Z" : at}`);
    expect(told.badRows).toBe(1);
  });

  it("names the case of a bad time: its number in the array is no line of the file", () => {
    const { issues } = read(pretty([A, { ...B, events: [{ type: "called", at: "soon" }] }]));
    expect(issues[0]?.message).toContain("B");
    expect(issues[0]?.message).toContain('"soon"');
    // Line 2 of the file is `"id": "A"` of another case.
    expect(issues[0]?.message).not.toMatch(/tickets\.csv:2\b/);
  });

  it("reads times without an offset in the zone given, and counts them and the cut ones", () => {
    const told = read(
      json([
        {
          ...A,
          events: [
            { type: "called", at: "2026-06-01T10:00:00" },
            { ...called, at: "2026-06-01T10:00:00.0009Z" },
          ],
        },
      ]),
      { zone: "Europe/Paris" },
    );
    expect(events(told, "A")).toEqual(["called 2026-06-01T08:00:00.000Z", "called 2026-06-01T10:00:00.000Z"]);
    expect(told.notes).toEqual({ zoned: 1, cut: 1 });
  });

  it("unites two cases of one id that agree, and leaves apart those that do not", () => {
    expect(read(json([A, A])).cases).toEqual(read(json([A])).cases);
    expect(ids(read(json([A, { ...A, kind: "usage" }])))).toEqual(["A", "A"]);
  });

  it("takes numbers for ids, customers and persons: trackers write them so", () => {
    const event = { type: "called", at: "2026-06-01T10:00:00Z", person: 17, by: 18 };
    const told = read(json([{ id: 4, kind: "anomaly", customer: 42, events: [event] }]));
    expect(told.issues).toEqual([]);
    expect(told.cases).toMatchObject([{ id: "4", customer: "42", events: [{ person: "17", by: "18" }] }]);
  });
});

describe("hostile JSON", () => {
  it("pollutes nothing by its keys", () => {
    const told = read(
      '[{"id":"A","kind":"anomaly","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},' +
        '"events":[{"type":"called","at":"2026-06-01T10:00:00Z","__proto__":{"polluted":1}}]}]',
    );
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(Object.getPrototypeOf(told.cases[0])).toBe(Object.prototype);
    expect(Object.getPrototypeOf(eventsOf(told, "A")[0])).toBe(Object.prototype);
    expect(events(told, "A")).toEqual(["called 2026-06-01T10:00:00.000Z"]);
  });

  it("has no id, kind or events from a prototype", () => {
    const told = read('[{"__proto__":{"id":"A","kind":"anomaly","events":[]}}]');
    expect(told.cases).toEqual([]);
    expect(problems(told)).toEqual(["file.bad-row 1"]);
  });

  it.each([
    ["arrays", "[".repeat(100_000) + "]".repeat(100_000)],
    ["objects", '{"cases":'.repeat(100_000) + "[]" + "}".repeat(100_000)],
    ["a fact of a case", `[{"id":"A","kind":"k","events":[],"x":${"[".repeat(100_000)}${"]".repeat(100_000)}}]`],
    ["open brackets", "[".repeat(100_000)],
  ])("nested 100,000 deep is read or refused, and overflows nothing: %s", (_name, text) => {
    let told: unknown;
    try {
      told = read(text);
    } catch (error) {
      expect(error).toMatchObject({ name: "OuvreeError", code: "file.bad-format" });
      return;
    }
    expect(told).toMatchObject({ rows: 1 });
  });

  it("of long texts is read at once", () => {
    const start = processorMs();
    const told = read(json([{ ...A, events: [{ type: "called", at: "1".repeat(100_000) }, called] }]));
    expect(processorMs() - start).toBeLessThan(500);
    expect(problems(told)).toEqual(["file.bad-instant 1 events[0].at"]);
    expect(told.issues[0]?.message.length).toBeLessThan(400);
  });
});

describe("JSON Lines", () => {
  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ])("are a case a line, with or without the last line end: %s", (_name, end) => {
    for (const tail of ["", end]) {
      const told = read([json(A), json(B)].join(end) + tail);
      expect(told.issues).toEqual([]);
      expect(ids(told)).toEqual(["A", "B"]);
    }
  });

  it("may be one line", () => {
    expect(ids(read(json(A)))).toEqual(["A"]);
  });

  it("may have blank lines, which count as lines and not as rows", () => {
    const told = read(lines("", json(A), "", "  ", '{"id": "C"}', json(B)));
    expect(ids(told)).toEqual(["A", "B"]);
    expect(problems(told)).toEqual(["file.bad-row 5"]);
    expect([told.rows, told.badRows]).toEqual([3, 1]);
  });

  it.each([
    ["the second", [json(A), "oops", json(B)], 2],
    ["the second, cut off", [json(A), '{"id": "C", "kind', json(B)], 2],
    ["the third", [json(A), json(B), "oops"], 3],
    ["the second, an array", [json(A), "[1]", json(B)], 2],
    ["the second, null", [json(A), "null", json(B)], 2],
  ])("have a bad line, %s: it is a bad row, and the rest goes on", (_name, all, line) => {
    const told = read(lines(...all));
    expect(ids(told)).toEqual(["A", "B"]);
    expect(problems(told)).toEqual([`file.bad-row ${line}`]);
    expect(told.issues[0]?.message).toContain(`tickets.csv:${line}`);
  });

  it("have a bad first line when the reader is told the form", () => {
    const told = readCases(lines("oops", json(A)), { format: "jsonl" });
    expect(ids(told)).toEqual(["A"]);
    expect(problems(told)).toEqual(["file.bad-row 1"]);
  });

  it("may have spaces before a case", () => {
    expect(ids(read(lines(json(A), `  ${json(B)}`)))).toEqual(["A", "B"]);
  });

  it("may have a fact called cases or register in a case", () => {
    expect(ids(read(lines(json({ ...A, cases: 3 }), json({ ...B, register: "north" }))))).toEqual(["A", "B"]);
  });

  it("carry no whole line into a message", () => {
    const told = read(lines(json(A), `{"secret": "\u001b${"x".repeat(5000)}`, json(B)));
    expect(told.issues[0]?.message.length).toBeLessThan(400);
    expect(told.issues[0]?.message).not.toMatch(HARMFUL);
  });
});

describe("the form of a file", () => {
  it("is what the caller says", () => {
    expect(() => readCases("[]", { format: "csv" })).toThrow();
    expect(() => readCases("case,kind,event,at\n", { format: "json" })).toThrow();
    expect(ids(readCases(json(A), { format: "jsonl" }))).toEqual(["A"]);
  });
});
