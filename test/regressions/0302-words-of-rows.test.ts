/**
 * Words that misled: a numeric id was "an object is not a case", JSON Lines without `id` "is not JSON", `22/05/2026 16:00` "does not exist", and
 * 13,710 such rows were the same line twenty times; a decomposed `Résolu` was asked whether it meant "Résolu".
 */
import { describe, expect, it } from "vitest";
import { readCases } from "../../src/import/index.ts";
import { didYouMean } from "../../src/issues/nearest.ts";
import { lines, ouvree } from "../unit/cli/fake-terminal.ts";

const HEADER = "case,kind,event,at";
const messages = (text: string): string[] => readCases(text, { name: "t" }).issues.map(({ message }) => message);
const at = (time: string): string => lines(HEADER, `A,k,x,${time}`);

describe("JSON", () => {
  it("may have numbers for ids, which are texts", () => {
    expect(readCases('{"id":17,"kind":"k","events":[]}').cases).toEqual([{ id: "17", kind: "k", events: [] }]);
  });

  it.each([
    ['[{"id":1e300,"kind":"k","events":[]}]', /is a number that JSON does not keep to its last digit/],
    ['[{"id":true,"kind":"k","events":[]}]', /the case's id is true, which is no text/],
    ['[{"key":"A","kind":"k","events":[]}]', /the case has no "id", only key, kind, events/],
    ['[{"id":"A","kind":"k"}]', /case "A" has no list of "events"/],
    ['[{"id":"A","events":[]}]', /case "A" has no kind/],
    ["[4]", /4 is not a case/],
  ])("%s says what is missing", (text, message) => {
    expect(messages(text)).toEqual([expect.stringMatching(message)]);
  });

  it("a line without an id is JSON Lines all the same", () => {
    expect(messages(lines('{"ticket_id":1,"kind":"k","events":[]}', '{"ticket_id":2,"kind":"k","events":[]}'))).toEqual(
      [
        expect.stringMatching(/^t:1: the case has no "id", only ticket_id, kind, events/),
        expect.stringMatching(/^t:2: /),
      ],
    );
  });
});

describe("a time that is not ISO 8601 is named by its form:", () => {
  it.each([
    ["22/05/2026 16:00", "dd/MM/yyyy HH:mm;"],
    ["05/22/2026 16:00:00", "MM/dd/yyyy HH:mm:ss;"],
    ["03/04/2026 16:00", "dd/MM/yyyy HH:mm or MM/dd/yyyy HH:mm;"],
    ["22.05.26 16:00", "dd.MM.yy HH:mm;"],
    ["6/21/2025 4:16 PM", "MM/dd/yyyy hh:mm a;"],
    ["11/May/24 03:26 PM", "dd/MMM/yyyy HH:mm;"],
    ["2026/05/22 16:00", "yyyy/MM/dd HH:mm;"],
    ["2026-05-22", "a date without a time;"],
    ["2026-05-22 16:00 CEST", "a time with the short name of a zone;"],
    ["46091.375", "the serial number of a spreadsheet;"],
    ["1780300800", "seconds since 1970;"],
    ["1780300800000", "milliseconds since 1970;"],
  ])("%s", (time, form) => {
    expect(messages(at(time))).toEqual([expect.stringContaining(`"${time}" is written as ${form} write ISO 8601`)]);
  });

  it("one that does not exist is said to be none", () => {
    expect(messages(at("2026-02-30T10:00Z"))).toEqual([expect.stringContaining("is not a date and time that exists")]);
  });

  it("which of two numbers is the day, the column proves", () => {
    const [problem] = readCases(lines(HEADER, "A,k,x,03/04/2026 10:00", "A,k,x,22/05/2026 16:00"), {
      name: "t",
    }).problems;
    expect(problem?.message).toBe(
      't:2, column at: "03/04/2026 10:00" is written as dd/MM/yyyy HH:mm; write ISO 8601, as in "2026-03-27T17:00:00+01:00"; so is line 3',
    );
    const [both] = readCases(lines(HEADER, "A,k,x,05/22/2026", "A,k,x,22/05/2026"), { name: "t" }).problems;
    expect(both?.message).toContain("dd/MM/yyyy or MM/dd/yyyy");
  });
});

it("many rows with one problem are one line, with their count and the first of them", () => {
  const rows = Array.from({ length: 13_710 }, (_, i) => `T${i},anomaly,called,22/05/2026 16:00`);
  const files = { "t.csv": lines(HEADER, ...rows, "A,anomaly,called,2026-06-01T10:00Z", "B,anomaly,called,soon") };
  const { err } = ouvree(["check", "t.csv", "--policy", "clip-industrie", "--as-of", "2026-06-10T00:00Z"], { files });
  expect(err.split("\n").slice(0, 3)).toEqual([
    't.csv:2, column at: "22/05/2026 16:00" is written as dd/MM/yyyy HH:mm; write ISO 8601, as in "2026-03-27T17:00:00+01:00"; so are 13709 more lines: 3, 4, …',
    't.csv:13713, column at: "soon" is not a date and time that exists; write "2026-03-27T17:00:00+01:00"',
    "ouvree: 13711 of 13712 rows or cases could not be read whole",
  ]);
});

describe("a word in another Unicode form", () => {
  const [composed, apart] = ["R\u00e9solu", "Re\u0301solu"];
  it("is told to be that", () => {
    expect(didYouMean(apart, ["other", composed])).toBe(
      `; that is "${composed}" in another Unicode form: it has letters and accents apart; write it composed (NFC)`,
    );
    expect(didYouMean(composed, [apart])).toContain("the known one has letters and accents apart");
    expect(didYouMean("Resolu", [composed])).toBe(`; did you mean "${composed}"?`);
  });
});
