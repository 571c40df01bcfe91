/**
 * The public surface: a name added or taken away is a decision, made here.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as clipIndustrie from "../src/charters/clip-industrie.ts";
import * as dateHolidays from "../src/date-holidays/index.ts";
import * as icalendar from "../src/icalendar/index.ts";
import * as importing from "../src/import/index.ts";
import * as main from "../src/index.ts";
import * as openingHours from "../src/opening-hours/index.ts";
import * as report from "../src/report/index.ts";
import * as spreadsheet from "../src/spreadsheet/index.ts";
import { VERSION } from "../src/version.ts";

test("the main entry exports these values", () => {
  expect(Object.keys(main).sort()).toEqual([
    "OuvreeError",
    "callbackDue",
    "checkEntitlement",
    "comparePolicies",
    "complement",
    "createCalendar",
    "createEvaluator",
    "definePolicy",
    "difference",
    "dueIfResumedAt",
    "evaluate",
    "freezeHolidays",
    "intersection",
    "isOuvreeError",
    "pendingAdvice",
    "planCallbacks",
    "union",
    "withReadings",
  ]);
});

test("the other entries export these values", () => {
  expect(Object.keys(clipIndustrie).sort()).toEqual(["clipIndustrie", "clipIndustrieDefinition"]);
  expect(Object.keys(dateHolidays).sort()).toEqual(["dateHolidays", "dateHolidaysSource"]);
  expect(Object.keys(icalendar).sort()).toEqual(["readICalendar", "toAvailability", "toICalendar"]);
  expect(Object.keys(importing).sort()).toEqual([
    "checkBeginning",
    "decodeText",
    "guessMapping",
    "importCases",
    "importCasesSync",
    "readCaseFiles",
    "readCases",
    "readMapping",
    "systems",
  ]);
  expect(Object.keys(openingHours).sort()).toEqual([
    "fromSchemaOrg",
    "parseOpeningHours",
    "printOpeningHours",
    "toSchemaOrg",
  ]);
  expect(Object.keys(spreadsheet).sort()).toEqual([
    "calendarTemplate",
    "compileCalendar",
    "definitionOfRange",
    "isCellError",
    "spreadsheetFunctions",
  ]);
  expect(Object.keys(report).sort()).toEqual([
    "RENDERERS",
    "adviceCsv",
    "adviceLines",
    "callbacksCsv",
    "callbacksText",
    "comparisonText",
    "csvReport",
    "deadlinePicture",
    "deadlineSvg",
    "deadlineText",
    "dueCsv",
    "dueList",
    "dueText",
    "githubReport",
    "gitlabReport",
    "htmlReport",
    "jsonReport",
    "judgeGates",
    "judgeGoals",
    "junitReport",
    "markdownReport",
    "policyQuestions",
    "privateComparison",
    "privateReport",
    "privateView",
    "readBaseline",
    "resultPicture",
    "resultText",
    "sarifReport",
    "spokenShare",
    "textReport",
    "worstSegments",
    "yearAtAGlance",
    "yearCsv",
    "yearSvg",
    "yearText",
  ]);
});

test("a calendar has these methods and members", () => {
  const desk = main.createCalendar({ timeZone: "UTC", week: { mon: ["09:00-17:00"] } });
  expect(Object.keys(desk).sort()).toEqual([
    "add",
    "addAll",
    "addWorkingDays",
    "bridgeDays",
    "dateOf",
    "day",
    "definition",
    "elapsed",
    "elapsedAll",
    "explain",
    "explainElapsed",
    "hash",
    "holidays",
    "isOpen",
    "isWorkingDay",
    "latestStart",
    "nextChange",
    "nextClose",
    "nextOpen",
    "nextWorkingDay",
    "previousClose",
    "previousOpen",
    "previousWorkingDay",
    "reach",
    "reaches",
    "remaining",
    "segments",
    "subtract",
    "timeline",
    "toJSON",
    "windows",
    "with",
    "workingDaysBetween",
  ]);
  expect(Object.isFrozen(desk)).toBe(true);
  expect(Object.isFrozen(desk.definition)).toBe(true);
});

test("the version is that of package.json", () => {
  expect(VERSION).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
});

test("every export of an entry is a documented declaration", () => {
  for (const entry of [
    "index.ts",
    "date-holidays/index.ts",
    "icalendar/index.ts",
    "import/index.ts",
    "opening-hours/index.ts",
    "report/index.ts",
  ]) {
    const text = readFileSync(`src/${entry}`, "utf8");
    for (const [, names, from] of text.matchAll(/export (?:type )?\{([^}]+)\} from "([^"]+)";/g)) {
      const module = readFileSync(new URL(from!, new URL(`../src/${entry}`, import.meta.url)), "utf8");
      for (const name of names!.split(",").map((part) => part.replace(/^\s*type\s/, "").trim())) {
        if (name === "") continue;
        const documented = new RegExp(
          `\\*/\\n(?:// [^\\n]*\\n)*export (?:const|(?:async )?function|class|interface|type) ${name}\\b`,
        );
        expect(documented.test(module), `${entry}: ${name} of ${from} needs a docstring`).toBe(true);
      }
    }
  }
});
