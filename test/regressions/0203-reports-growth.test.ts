/**
 * Reports by customer of as many customers as cases: each format, and what takes the names out, grows as the cases do.
 */
import { describe, expect, it } from "vitest";
import { definePolicy, evaluate } from "../../src/index.ts";
import {
  csvReport,
  htmlReport,
  jsonReport,
  judgeGoals,
  markdownReport,
  privateReport,
  type Report,
  textReport,
} from "../../src/report/index.ts";
import { growth, NEAR_LINEAR } from "../helpers/growth.ts";

const SIZE = 500;
const POLICY = definePolicy({
  policy: "p",
  calendar: "desk",
  calendars: { desk: { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } } },
  kinds: { k: { events: ["opened", "closed"] } },
  commitments: {
    c: {
      ...{ goal: 0.9, kind: "target", kinds: ["k"], start: "opened", stop: "closed", reopening: "ignore" },
      target: { hours: "PT4H", count: "open" },
    },
  },
} as never);

/** Two of three cases are met, the third is missed. */
const casesOf = (size: number) =>
  Array.from({ length: size }, (_, i) => ({
    id: `T${i}`,
    kind: "k",
    customer: `customer ${(i * 7919) % size}`,
    events: [
      { type: "opened", at: "2026-06-01T08:00:00Z" },
      { type: "closed", at: i % 3 === 0 ? "2026-06-02T14:00:00Z" : "2026-06-01T09:00:00Z" },
    ],
  }));
const evaluated = (cases: ReturnType<typeof casesOf>) =>
  evaluate(POLICY, cases, { asOf: "2026-06-30T00:00:00Z", by: ["customer"] });

describe("by as many customers as there are cases, work grows as they do", () => {
  const cases = new Map([SIZE, 8 * SIZE].map((size) => [size, casesOf(size)]));
  const reports = new Map(
    [...cases].map(([size, own]): [number, Report] => {
      const evaluation = evaluated(own);
      expect(Object.keys(evaluation.rates["c"]!.by!.customer!)).toHaveLength(size);
      return [size, { policy: POLICY, evaluation, verdicts: judgeGoals(evaluation, { byId: new Map() }), cases: own }];
    }),
  );

  it("of the evaluation", () => {
    expect(growth(SIZE, (size) => void evaluated(cases.get(size)!))).toBeLessThan(NEAR_LINEAR);
  });

  it.each<[string, (report: Report) => unknown]>([
    ["text", textReport],
    ["Markdown", markdownReport],
    ["HTML", htmlReport],
    ["CSV", csvReport],
    ["JSON", jsonReport],
    ["the names out of it", (report) => privateReport(report)],
    ["Markdown without names", (report) => markdownReport(privateReport(report))],
  ])("of %s", (_name, write) => {
    expect(growth(SIZE, (size) => void write(reports.get(size)!))).toBeLessThan(NEAR_LINEAR);
  });
});
