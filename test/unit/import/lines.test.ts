/**
 * The lines of cases: where a report may point to. Counted by hand, from 1.
 */
import { expect, it } from "vitest";
import { readCases } from "../../../src/import/index.ts";

const linesOf = (text: string): [string, number][] => {
  const { cases, lines } = readCases(text);
  expect(lines).toHaveLength(cases.length);
  return cases.map(({ id }, i) => [id, lines[i]!]);
};
const item = (id: string): string => `{"id":"${id}","kind":"k","events":[]}`;

it("are those of the first row of a case, whatever stands above it", () => {
  const rows = ["case,kind,event,at,note", 'A,k,e,2026-06-01T09:00:00Z,"two\nlines"', "B,k,e,2026-06-01T09:00:00Z,"];
  const bad = ["C,k,e,soon,", "D,k,e,2026-06-01T09:00:00Z,", "A,k,e,2026-06-02T09:00:00Z,"];
  expect(linesOf([...rows, "", ...bad].join("\n"))).toEqual([
    ["A", 2],
    ["B", 4],
    ["C", 6],
    ["D", 7],
  ]);
});

it("are those of a row, where a row is a case", () => {
  expect(linesOf("case,kind,e_at\nA,k,2026-06-01T09:00:00Z\n,k,2026-06-01T09:00:00Z\nB,k,\n")).toEqual([
    ["A", 2],
    ["B", 4],
  ]);
});

it("are those on which an object of an array begins", () => {
  expect(
    linesOf(
      `[\n${item("A")}, ${item("B")},\n\n 4, "{\\"[\\n", null,\n[], {"x":[{"y":1}],\n"id":"C","kind":"k","events":[]}]`,
    ),
  ).toEqual([
    ["A", 2],
    ["B", 2],
    ["C", 5],
  ]);
});

it("are those of the last member cases of an object", () => {
  const document = [
    `{ "cases": [${item("X")}],`,
    `"register": { "cases": [{ "id": "no" }],`,
    `"customers": [{}] }, "c\\u0061ses"`,
    `:`,
    `[`,
    `${item("A")},`,
    `${item("B")}], "other": [[{}]] }`,
  ];
  expect(linesOf(document.join("\n"))).toEqual([
    ["A", 6],
    ["B", 7],
  ]);
});

it("are those of JSON Lines, empty ones counted", () => {
  expect(linesOf(`${item("A")}\n\noops\n${item("B")}\n`)).toEqual([
    ["A", 1],
    ["B", 4],
  ]);
});
