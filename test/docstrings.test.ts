/**
 * The examples of docstrings, run.
 *
 * The last line of an `@example` is an expression and, behind `//`, what it gives: a string in quotes, anything else as
 * node shows it; words may follow after a comma. Lines before it are statements. In scope are the exports of the
 * file, the public names, and the things of {@link COMMON}.
 */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { clipIndustrie, clipIndustrieDefinition } from "../src/charters/clip-industrie.ts";
import * as dateHolidays from "../src/date-holidays/index.ts";
import * as icalendar from "../src/icalendar/index.ts";
import * as importing from "../src/import/index.ts";
import * as main from "../src/index.ts";
import * as report from "../src/report/index.ts";
import * as spreadsheet from "../src/spreadsheet/index.ts";

const definition = clipIndustrieDefinition.calendars.desk!;
const cases = [
  {
    id: "T1",
    kind: "anomaly",
    customer: "acme",
    events: [
      { type: "called", at: "2026-05-22T16:00:00+02:00" },
      { type: "assisted", at: "2026-05-26T12:00:00+02:00" },
    ],
  },
];
const register = { customers: [{ id: "acme", contract: { from: "2026-01-01", to: "2026-12-31", paid: true } }] };
const evaluation = main.evaluate(clipIndustrie, cases, { asOf: "2026-06-01T00:00:00+02:00", register });
const COMMON = {
  ...main,
  ...dateHolidays,
  ...importing,
  ...icalendar,
  ...report,
  ...spreadsheet,
  clipIndustrie,
  clipIndustrieDefinition,
  definition,
  desk: main.createCalendar(definition),
  cases,
  register,
  evaluation,
};

interface Example {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

function examplesOf(file: string): Example[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/@example([\s\S]*?)(?=\n\s*\*\s*@|\n?\s*\*\/)/g)].map((match) => ({
    file,
    line: text.slice(0, match.index).split("\n").length,
    code: match[1]!.replace(/^\s*\*? ?/gm, "").trim(),
  }));
}

const FILES = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const EXAMPLES = FILES.flatMap((file) => examplesOf(`src/${file}`));

test("there are examples to run", () => {
  expect(EXAMPLES.length).toBeGreaterThan(40);
});

test.for(EXAMPLES.map((example) => [`${example.file}:${example.line}`, example] as const))(
  "%s",
  async ([, example]) => {
    const lines = example.code.split("\n").filter((line) => line.trim() !== "");
    const last = lines.pop() ?? "";
    const split = last.lastIndexOf(" // ");
    expect(split, `the last line says what it gives: ${last}`).toBeGreaterThan(0);
    const expression = last.slice(0, split).trim().replace(/;$/, "");
    const expected = last.slice(split + 4).trim();
    const module: Record<string, unknown> = await import(pathToFileURL(resolve(example.file)).href);
    const scope: Record<string, unknown> = { ...COMMON, ...module };
    const given = new Function(
      ...Object.keys(scope),
      `return (() => {\n${lines.join("\n")}\nreturn (${expression});\n})();`,
    )(...Object.values(scope));
    const shown =
      typeof given === "string" ? JSON.stringify(given) : inspect(given, { breakLength: Number.POSITIVE_INFINITY });
    expect(
      expected === shown || expected.startsWith(`${shown},`),
      `${expression} gives ${shown}, not ${expected}`,
    ).toBe(true);
  },
);

test("every function and value that users call has an example", () => {
  const missing = [
    ["src/calendar/create-calendar.ts", "createCalendar"],
    ["src/calendar/callback-due.ts", "callbackDue"],
    ["src/issues/error.ts", "isOuvreeError"],
    ["src/issues/error.ts", "OuvreeError"],
    ["src/evaluation/evaluate.ts", "evaluate"],
    ["src/evaluation/entitlement/entitlement.ts", "checkEntitlement"],
    ["src/evaluation/planning/plan-callbacks.ts", "planCallbacks"],
    ["src/evaluation/pending-advice.ts", "pendingAdvice"],
    ["src/report/advice-list.ts", "adviceCsv"],
    ["src/report/advice-list.ts", "adviceLines"],
    ["src/policy/define-policy.ts", "definePolicy"],
    ["src/import/read-cases.ts", "readCases"],
    ["src/date-holidays/date-holidays.ts", "dateHolidays"],
    ["src/date-holidays/date-holidays.ts", "dateHolidaysSource"],
    ["src/icalendar/read-icalendar.ts", "readICalendar"],
    ["src/icalendar/to-icalendar.ts", "toICalendar"],
    ["src/icalendar/to-availability.ts", "toAvailability"],
    ["src/opening-hours/openstreetmap/parse.ts", "parseOpeningHours"],
    ["src/opening-hours/openstreetmap/print.ts", "printOpeningHours"],
    ["src/opening-hours/schema-org/from-schema-org.ts", "fromSchemaOrg"],
    ["src/opening-hours/schema-org/to-schema-org.ts", "toSchemaOrg"],
    ["src/report/callbacks/csv.ts", "callbacksCsv"],
    ["src/report/callbacks/text.ts", "callbacksText"],
    ["src/report/gates/gate.ts", "judgeGoals"],
    ["src/report/formats/text.ts", "textReport"],
    ["src/report/html/html-report.ts", "htmlReport"],
    ["src/report/html/worst-segments.ts", "worstSegments"],
    ["src/report/deadline-svg/of-deadline.ts", "deadlinePicture"],
    ["src/report/deadline-svg/of-result.ts", "resultPicture"],
    ["src/report/deadline-svg/deadline-svg.ts", "deadlineSvg"],
    ["src/report/deadline-svg/lines.ts", "deadlineText"],
    ["src/report/formats/csv.ts", "csvReport"],
    ["src/report/formats/github.ts", "githubReport"],
    ["src/report/formats/gitlab.ts", "gitlabReport"],
    ["src/report/formats/json.ts", "jsonReport"],
    ["src/report/formats/junit.ts", "junitReport"],
    ["src/report/formats/markdown.ts", "markdownReport"],
    ["src/report/formats/renderers.ts", "RENDERERS"],
    ["src/report/formats/sarif.ts", "sarifReport"],
    ["src/report/privacy/private-comparison.ts", "privateComparison"],
    ["src/report/privacy/private-report.ts", "privateReport"],
    ["src/report/privacy/private-view.ts", "privateView"],
    ["src/report/share.ts", "spokenShare"],
    ["src/report/results/text.ts", "resultText"],
    ["src/report/questions/questions.ts", "policyQuestions"],
    ["src/evaluation/evaluator.ts", "createEvaluator"],
    ["src/evaluation/due-if-resumed.ts", "dueIfResumedAt"],
    ["src/report/year/csv.ts", "yearCsv"],
    ["src/report/year/glance.ts", "yearAtAGlance"],
    ["src/report/year/svg.ts", "yearSvg"],
    ["src/report/year/text.ts", "yearText"],
    ["src/charters/clip-industrie.ts", "clipIndustrie"],
    ["src/charters/clip-industrie.ts", "clipIndustrieDefinition"],
  ].filter(([file, name]) => {
    const text = readFileSync(file!, "utf8");
    const doc = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\nexport (?:const|function|class) ${name}\\b`).exec(
      text,
    );
    return doc === null || !doc[1]!.includes("@example");
  });
  expect(missing).toEqual([]);
});

test("every method of a calendar and of its timeline has an example", () => {
  const faces = [
    ["src/calendar/calendar.ts", "Calendar"],
    ["src/calendar/timeline-face.ts", "TimelineMs"],
  ] as const;
  for (const [file, name] of faces) {
    const text = readFileSync(file, "utf8");
    const body = text.slice(text.indexOf(`export interface ${name}`));
    const methods = [...body.slice(0, body.indexOf("\n}")).matchAll(/^ {2}(?:readonly )?(\w+)[(:<]/gm)];
    const documented = [
      ...body.slice(0, body.indexOf("\n}")).matchAll(/@example(?:(?!\*\/)[\s\S])*\*\/\s+(?:readonly )?(\w+)/g),
    ];
    expect(documented.map((match) => match[1])).toEqual(methods.map((match) => match[1]));
  }
});
