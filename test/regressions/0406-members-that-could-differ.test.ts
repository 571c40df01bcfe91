/**
 * Of a verdict that stands on an incomplete history, what could differ is absent: `stoppedAt` was null, which says that nobody stopped it.
 * Every reader of results copes with what is absent, and by its outcome a result has a type of its own.
 */
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import schema from "../../schema/evaluation.schema.json" with { type: "json" };
import type { CaseResult, Policy, Result } from "../../src/index.ts";
import {
  deadlineSvg,
  dueList,
  dueText,
  judgeGoals,
  privateReport,
  RENDERERS,
  type Report,
  resultPicture,
  resultText,
} from "../../src/report/index.ts";
import { ouvree } from "../unit/cli/fake-terminal.ts";
import { days, document, event, promise, request, tell } from "../unit/evaluation/promise.ts";

const unread = (type: string) => ({ type, at: "at noon" });
/** Met, missed or excused in every reading; when it ended, or began, could differ. */
const CASES = [
  request(["opened 1 10:00", unread("closed"), "closed 1 11:00"], { id: "met" }),
  request([event("opened 1 10:00"), unread("opened"), "closed 3 11:00"], { id: "late" }),
  request(["opened 1 10:00", "closed 3 09:00", unread("closed"), "closed 3 11:00"], { id: "later" }),
  request(["opened 1 10:00", "cancelled 1 10:30", unread("opened")], { id: "gone" }),
];
const POLICIES: readonly [string, Policy][] = [
  ["hours", promise({ optional: true })],
  ["days", promise({ optional: true, target: days("P0D") })],
  ["cycles", promise({ reopening: "new-cycle", reopen: "again", per: "case" })],
];

const isKnown = (result: Result): boolean => result.reason !== "history-incomplete";

describe("a verdict that stands on an incomplete history", () => {
  it("has no stoppedAt where it could differ, and none that is null", () => {
    const { cases } = tell(POLICIES[0]![1], CASES);
    const { it: met } = cases[0]!.commitments as { it: Result };
    expect(met).toMatchObject({ outcome: "met", startedAt: event("x 1 10:00").at, dueAt: event("x 1 14:00").at });
    expect(met).not.toHaveProperty("stoppedAt");
    const known = cases.map(({ commitments }) => commitments["it"]!).filter(isKnown);
    expect(known.length).toBeGreaterThan(1);
  });

  it.each(POLICIES)("goes through every format, with names and without: %s", (_, policy) => {
    const evaluation = tell(policy, CASES, { segments: true });
    const report: Report = { policy, evaluation, verdicts: judgeGoals(evaluation, { byId: new Map() }) };
    const validate = new Ajv2020({ strict: true }).compile(schema);
    expect(validate(JSON.parse(JSON.stringify(evaluation))), JSON.stringify(validate.errors)).toBe(true);
    for (const each of [report, privateReport(report, {})]) {
      for (const [name, render] of Object.entries(RENDERERS))
        expect(render(each), name).not.toMatch(/undefined|NaN|Invalid|1970/);
    }
    expect(dueText(policy, dueList(evaluation))).not.toMatch(/undefined|NaN|Invalid/);
    for (const found of evaluation.cases) {
      expect(resultText(policy, found, "it")).not.toMatch(/undefined|NaN|Invalid/);
      expect(picture(policy, found)).not.toMatch(/undefined|NaN|Invalid/);
    }
  });

  it("is in no list of what is due when nobody knows whether it is open", () => {
    const { rows, incomplete } = dueList(tell(POLICIES[0]![1], CASES));
    expect(rows.map((row) => row.case)).not.toContain("met");
    expect(incomplete ?? 0).toBe(
      tell(POLICIES[0]![1], CASES).cases.filter(({ commitments }) => !isKnown(commitments["it"]!)).length,
    );
  });

  it("goes through the program", () => {
    const files = {
      "p.json": JSON.stringify(document({ optional: true })),
      "c.json": JSON.stringify({ cases: CASES }),
    };
    const run = (...args: string[]) =>
      ouvree([...args, "c.json", "--policy", "p.json", "--as-of", "2026-06-08T12:00Z"], { files });
    for (const format of Object.keys(RENDERERS)) {
      const { out, err } = run("check", "--format", format);
      expect(`${out}${err}`, format).not.toMatch(/undefined|NaN|Invalid|internal/);
      expect(out, format).not.toBe("");
    }
    expect(run("due").err).not.toMatch(/internal/);
    for (const { id } of CASES) expect(run("explain", "--case", id)).toMatchObject({ code: 0 });
  });
});

describe("a result in TypeScript", () => {
  it("is told apart by its outcome", () => {
    const words = (result: Result): string => {
      // Members of any outcome can be taken at once.
      const { startedAt, dueAt, stoppedAt, remainingMs, reason } = result;
      void [startedAt, dueAt, stoppedAt, remainingMs, reason];
      switch (result.outcome) {
        case "unmeasurable":
          return result.reason satisfies string;
        case "paused":
        case "not-applicable":
          return `${result.dueAt satisfies null}`;
        case "running":
          return `${result.stoppedAt satisfies null} ${result.reason satisfies undefined}`;
        default:
          return `${result.outcome satisfies "met" | "missed" | "excused"} ${result.atRisk satisfies undefined}`;
      }
    };
    const { cases } = tell(POLICIES[0]![1], CASES);
    expect(cases.map(({ commitments }) => words(commitments["it"]!))).toContain("met undefined");
  });
});

function picture(policy: Policy, found: CaseResult): string {
  const made = resultPicture(policy, found, "it");
  return made === undefined ? "" : deadlineSvg(made);
}
