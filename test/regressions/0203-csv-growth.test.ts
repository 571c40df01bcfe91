/**
 * CSV of which many quotes are closed early, or of many columns, took more than linear time. Source: the header of src/import/csv-rows.ts.
 */
import { describe, expect, it } from "vitest";
import { readCases } from "../../src/import/index.ts";
import { growth, NEAR_LINEAR } from "../helpers/growth.ts";

const HEADER = "case,kind,event,at,note";
const good = (i: number): string => `T${i},k,x,2026-06-01T10:00Z,`;
const table = (size: number, row: (i: number) => string): string =>
  [HEADER, ...Array.from({ length: size }, (_, i) => row(i))].join("\n");

describe("work grows as the file does", () => {
  it.each<[string, number, (size: number) => string]>([
    ["a quote closed early on each row", 4000, (size) => table(size, (i) => `${good(i)}"half" quoted`)],
    ["a quote that is never closed, and one that closes each", 2000, (size) => table(size, (i) => `${good(i)}"open`)],
    ["quotes that lead each other on to the end", 1000, (size) => table(size, () => 'a","b')],
    ["doubled quotes behind an open one", 2000, (size) => `${HEADER}\n"${table(size, () => '""""')}`],
    [
      "columns of one row an event",
      2000,
      (size) =>
        `${HEADER},${Array.from({ length: size }, (_, i) => `f${i}`).join(",")}\n${good(1)}${",v".repeat(size)}\n`,
    ],
    [
      "columns of one row a case",
      1000,
      (size) =>
        `case,kind,${Array.from({ length: size }, (_, i) => `e${i}_at`).join(",")}\nA,k${",2026-06-01T10:00Z".repeat(size)}\n`,
    ],
    ["rows of one case that contradict each other", 1000, (size) => table(size, (i) => `A,k${i},x,2026-06-01T10:00Z,`)],
    ["equal instants of one case", 2000, (size) => table(size, (i) => `A,k,x,2026-06-01T10:00Z,${i}`)],
    ["rows without a case", 4000, (size) => table(size, () => ",k,x,2026-06-01T10:00Z,")],
  ])("%s", (_name, size, write) => {
    const texts = new Map([size, 8 * size].map((each) => [each, write(each)]));
    expect(growth(size, (each) => void readCases(texts.get(each)!))).toBeLessThan(NEAR_LINEAR);
  });
});

describe("bad quotes", () => {
  it("cost their own rows, however many there are", () => {
    const { cases, badRows, rows } = readCases(
      table(20_000, (i) => `${good(i)}${i % 2 === 0 ? '"half" quoted' : "whole"}`),
    );
    expect([rows, badRows, cases.length]).toEqual([20_000, 10_000, 10_000]);
  });

  it("leave the good rows behind them, even where they lead on to the end", () => {
    const { cases } = readCases(`${table(3000, () => 'a","b')}\n${good(1)}`);
    expect(cases.map(({ id }) => id)).toEqual(["T1"]);
  });
});
