/**
 * These threw a TypeError, a RangeError or what the caller's own object threw. Every public function and every bad value are tried in
 * test/unit/doors; here stand those that were reported.
 */
import { expect, it } from "vitest";
import { clipIndustrie, clipIndustrieDefinition } from "../../src/charters/clip-industrie.ts";
import { readCases } from "../../src/import/index.ts";
import * as main from "../../src/index.ts";
import { htmlReport, judgeGoals, policyQuestions, yearAtAGlance } from "../../src/report/index.ts";
import { compileCalendar, definitionOfRange, spreadsheetFunctions } from "../../src/spreadsheet/index.ts";
import { deepArray } from "../unit/doors/bad-values.ts";
import { expectRefusal } from "../unit/refusals.ts";

const desk = main.createCalendar({ timeZone: "UTC", week: { mon: ["09:00-17:00"] } });
const functions = spreadsheetFunctions({ calendar: "clip-industrie" });
const text = "case,kind,event,at\n";

it.each<[string, () => unknown, string, readonly (string | number)[]]>([
  [
    "dueIfResumedAt({})",
    () => main.dueIfResumedAt({} as never, {} as never, "", "", {} as never),
    "policy.bad-document",
    ["policy"],
  ],
  ["pendingAdvice({})", () => main.pendingAdvice({} as never), "report.bad-input", ["evaluation", "register"]],
  ["policyQuestions(raw)", () => policyQuestions(clipIndustrieDefinition as never), "policy.bad-document", ["policy"]],
  ["yearAtAGlance({})", () => yearAtAGlance({} as never, 2026), "calendar.bad-option", ["calendar"]],
  ["htmlReport({})", () => htmlReport({} as never), "report.bad-input", ["report", "policy"]],
  [
    "judgeGoals of an object",
    () => judgeGoals({ rates: {} }, { byId: {} } as never),
    "report.bad-input",
    ["minimums", "byId"],
  ],
  ["readCases(Buffer)", () => readCases(Buffer.from(text) as never), "file.bad-format", ["text"]],
  ["readCases(text, null)", () => readCases(text, null as never), "calendar.bad-option", ["options"]],
  ["compileCalendar(desk)", () => compileCalendar(desk, undefined as never), "calendar.bad-option", ["options"]],
  ["definitionOfRange({})", () => definitionOfRange({} as never), "spreadsheet.bad-calendar", ["range"]],
  ["addMs of a bigint", () => desk.timeline.addMs(10n as never, 1), "time.bad-instant", ["instantMs"]],
  [
    "a deep array",
    () => main.evaluate(clipIndustrie, deepArray() as never, { asOf: deepArray() } as never),
    "time.bad-instant",
    ["asOf"],
  ],
])("%s is refused with code and path", (_what, ask, code, path) => {
  expectRefusal(ask, { code, path });
});

it("a cell that is a bigint has the error of its own cell", () => {
  expect(functions.deadline(1, 4, 10n as never)).toMatchObject({ error: "#VALUE!" });
  expect(functions.deadline(10n as never, 4)).toMatchObject({ error: "#VALUE!" });
});

it("what a getter throws is told, and kept as the cause", () => {
  const mine = new Error("mine");
  const options = {
    get zone(): string {
      throw mine;
    },
  };
  const error = expectRefusal(() => desk.isOpen(0, options), {
    code: "calendar.bad-option",
    path: ["options"],
    message: /mine/,
  });
  expect(error.cause).toBe(mine);
});

it("a case whose members throw is an issue, and the others are judged", () => {
  const bad = {
    get id(): string {
      throw new Error("mine");
    },
  };
  const good = { id: "T1", kind: "anomaly", events: [{ type: "called", at: "2026-05-22T16:00+02:00" }] };
  const { cases, issues } = main.evaluate(clipIndustrie, [bad as never, good], { asOf: "2026-06-01T09:00+02:00" });
  expect(cases.map(({ id }) => id)).toEqual(["T1"]);
  expect(issues.map(({ code, path }) => [code, path])).toEqual([["case.bad-case", ["cases", 0]]]);
});
