/**
 * Every public function with arguments that are right: the table from which wrong ones are made.
 */
import * as clip from "../../../src/charters/clip-industrie.ts";
import * as dateHolidays from "../../../src/date-holidays/index.ts";
import * as icalendar from "../../../src/icalendar/index.ts";
import * as importing from "../../../src/import/index.ts";
import * as main from "../../../src/index.ts";
import * as openingHours from "../../../src/opening-hours/index.ts";
import * as report from "../../../src/report/index.ts";
import * as spreadsheet from "../../../src/spreadsheet/index.ts";
import type { BadKind } from "./bad-values.ts";

/** A function, what it is called with, and what it takes besides. */
export interface Door {
  readonly ask: (...values: never[]) => unknown;
  readonly values: readonly unknown[];
  /** Place of the options, if it has any. */
  readonly options?: number;
  /** By place: bad values that are right there, and why they are stands beside them. */
  readonly takes?: Readonly<Record<number, readonly BadKind[]>>;
}

/** Every entry of the package. */
export const ENTRIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  main,
  "charters/clip-industrie": clip,
  "date-holidays": dateHolidays,
  icalendar,
  import: importing,
  "opening-hours": openingHours,
  report,
  spreadsheet,
};

const { clipIndustrie, clipIndustrieDefinition } = clip;
export const DEFINITION = clipIndustrieDefinition.calendars["desk"] as main.CalendarDefinition;
export const desk: main.Calendar<"iso"> = main.createCalendar(DEFINITION, { output: "iso" });
const OPTIONAL: readonly BadKind[] = ["missing", "an empty object"];
const [AT, LATER] = ["2026-05-22T16:00+02:00", "2026-05-26T10:00+02:00"];
const [DAY, LAST] = ["2026-05-22", "2026-05-29"];
const atMs = Date.parse(AT);
export const CASES: readonly main.Case[] = [
  {
    id: "T1",
    kind: "anomaly",
    customer: "acme",
    events: [
      { type: "called", at: AT },
      { type: "assisted", at: LATER },
    ],
  },
];
export const REGISTER: main.Register = {
  customers: [{ id: "acme", contract: { from: "2026-01-01", to: "2026-12-31" } }],
};
const asOf = "2026-06-01T09:00+02:00";
export const evaluation: main.Evaluation = main.evaluate(clipIndustrie, CASES, { asOf });
const evaluator = main.createEvaluator(clipIndustrie, { asOf });
const minimums = { byId: new Map<string, number>() };
const verdicts = report.judgeGoals(evaluation, minimums);
export const REPORT: report.Report = { policy: clipIndustrie, evaluation, verdicts, cases: CASES };
const IMPORT_BYTES = new TextEncoder().encode("Ticket ID,Opened\n7,2026-05-07T16:00Z\n");
const IMPORT_MAPPING = { import: "x", case: { id: "Ticket ID", kind: "k" }, events: { opened: "Opened" } };
/** What is wrong with its arguments is thrown at once; what comes of their content comes later. */
const importingLater = (...values: Parameters<typeof importing.importCases>): void => {
  importing.importCases(...values).catch((error: unknown) => {
    if (!main.isOuvreeError(error)) throw error;
  });
};
const plan = main.planCallbacks([{ id: "T1", calledAt: AT }], {
  calendar: desk,
  agents: 1,
  handlingMinutes: 20,
  from: LATER,
});
const heading = { policy: "acme", asOf: AT, from: AT, timeZone: "Europe/Paris", agents: 1, handlingMinutes: 20 };
const glance = report.yearAtAGlance(desk, 2026);
const picture = report.deadlinePicture(desk, AT, "PT4H");
const found = evaluation.cases[0]!;
const comparison = main.comparePolicies(clipIndustrie, clipIndustrie, CASES, { asOf });
const list = report.dueList(evaluation);
const anything: readonly BadKind[] = [
  ...["missing", "null", "a truth", "a function", "an empty object", "an empty list", "a bigint", "a symbol"],
  ...["an object without prototype", "members that throw", "a proxy that throws", "a revoked proxy", "a deep array"],
] as readonly BadKind[];
const question = { zone: "Europe/Paris" };
const takesOptions = { 1: OPTIONAL };
const door = (ask: unknown, values: readonly unknown[], rest: Omit<Door, "ask" | "values"> = {}): Door => ({
  ask: ask as Door["ask"],
  values,
  ...rest,
});
const rendered = (name: string): Door => door((report as unknown as Record<string, unknown>)[name], [REPORT]);

/** By entry and name; a name with a point is a method of what the function gives. */
export const DOORS: Readonly<Record<string, Readonly<Record<string, Door>>>> = {
  main: {
    freezeHolidays: door(main.freezeHolidays, [desk, "2026-01-01", "2026-12-31"]),
    callbackDue: door(main.callbackDue, [desk, AT, question], { options: 2, takes: { 2: OPTIONAL } }),
    checkEntitlement: door(
      main.checkEntitlement,
      [clipIndustrie, REGISTER, { customer: "acme", kind: "usage", modules: "stock" }, { at: AT }],
      {
        options: 3,
        // A register may be empty, and its other members are somebody's own.
        takes: { 1: ["an empty object", "an object without prototype"] },
      },
    ),
    comparePolicies: door(main.comparePolicies, [clipIndustrie, clipIndustrie, CASES, { asOf }], {
      options: 3,
      takes: { 2: ["an empty list", "a deep array"] },
    }),
    complement: door(main.complement, [desk, { from: DAY, to: LAST }], { options: 1 }),
    createCalendar: door(main.createCalendar, [DEFINITION, { output: "iso" }], { options: 1, takes: takesOptions }),
    createEvaluator: door(main.createEvaluator, [clipIndustrie, { asOf }], { options: 1 }),
    definePolicy: door(main.definePolicy, [clipIndustrieDefinition, { sources: {} }], {
      options: 1,
      takes: takesOptions,
    }),
    difference: door(main.difference, [desk, desk, { name: "x" }], { options: 2, takes: { 2: OPTIONAL } }),
    dueIfResumedAt: door(main.dueIfResumedAt, [clipIndustrie, CASES[0], "anomaly", asOf, { asOf }], { options: 4 }),
    evaluate: door(main.evaluate, [clipIndustrie, CASES, { asOf }], {
      options: 2,
      takes: { 1: ["an empty list", "a deep array"] },
    }),
    intersection: door(main.intersection, [[desk, desk], { name: "x" }], { options: 1, takes: takesOptions }),
    // A question about anything.
    isOuvreeError: door(main.isOuvreeError, [new Error("x")], { takes: { 0: anything } }),
    pendingAdvice: door(main.pendingAdvice, [evaluation]),
    planCallbacks: door(
      main.planCallbacks,
      [[{ id: "T1", calledAt: AT }], { calendar: desk, agents: 1, handlingMinutes: 20, from: LATER }],
      { options: 1, takes: { 0: ["an empty list"] } },
    ),
    union: door(main.union, [[desk], { name: "x" }], { options: 1, takes: takesOptions }),
    withReadings: door(main.withReadings, [clipIndustrieDefinition, { "same-day": "service-day" }], {
      takes: { 0: [], 1: ["an empty object"] },
    }),
    // What cannot be read of a case are issues of the evaluation.
    "createEvaluator.add": door(evaluator.add, [CASES[0]], { takes: { 0: anything } }),
    "createEvaluator.finish": door(evaluator.finish, []),
  },
  "charters/clip-industrie": {},
  "date-holidays": {
    dateHolidays: door(dateHolidays.dateHolidays, ["US", "ny", { types: ["public"] }], {
      options: 2,
      // The state may be left out, and then be the options.
      takes: { 1: ["missing", "an empty object", "members that throw"], 2: OPTIONAL },
    }),
    dateHolidaysSource: door(dateHolidays.dateHolidaysSource, ["date-holidays:US-NY"]),
  },
  icalendar: {
    readICalendar: door(
      icalendar.readICalendar,
      ["BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", { as: "closures" }],
      { options: 1, takes: takesOptions },
    ),
    toAvailability: door(icalendar.toAvailability, [desk, { year: 2026 }], { options: 1 }),
    toICalendar: door(icalendar.toICalendar, [desk, { year: 2026 }], { options: 1 }),
  },
  import: {
    readCases: door(
      importing.readCases,
      ["case,kind,event,at\nT1,anomaly,called,2026-05-07T16:00+02:00\n", { name: "x" }],
      { options: 1, takes: takesOptions },
    ),
    readCaseFiles: door(importing.readCaseFiles, [[{ text: "case,kind,called_at\n" }]], {
      takes: { 0: ["an empty list"] },
    }),
    decodeText: door(importing.decodeText, [new TextEncoder().encode("a"), "a.csv"], { takes: { 1: ["missing"] } }),
    readMapping: door(importing.readMapping, [IMPORT_MAPPING]),
    guessMapping: door(importing.guessMapping, [[{ name: "a.csv", bytes: IMPORT_BYTES }], { zone: "UTC" }], {
      options: 1,
      takes: { 1: OPTIONAL },
    }),
    importCases: door(importingLater, [[{ name: "a.csv", bytes: IMPORT_BYTES }], { mapping: IMPORT_MAPPING }], {
      options: 1,
      // What a list holds is read later.
      takes: { 0: ["an empty list", "a deep array"] },
    }),
    importCasesSync: door(
      importing.importCasesSync,
      [[{ name: "a.csv", bytes: IMPORT_BYTES }], { mapping: IMPORT_MAPPING }],
      {
        options: 1,
        takes: { 0: ["an empty list"] },
      },
    ),
    checkBeginning: door(importing.checkBeginning, [new TextEncoder().encode("a"), { isCases: false }], {
      options: 1,
    }),
  },
  "opening-hours": {
    fromSchemaOrg: door(
      openingHours.fromSchemaOrg,
      [openingHours.toSchemaOrg({ timeZone: "UTC", week: { mon: ["09:00-17:00"] } }), { timeZone: "UTC" }],
      { options: 1 },
    ),
    parseOpeningHours: door(openingHours.parseOpeningHours, ["Mo-Fr 09:00-17:00", { timeZone: "UTC" }], { options: 1 }),
    printOpeningHours: door(
      openingHours.printOpeningHours,
      [{ timeZone: "UTC", week: { mon: ["09:00-17:00"] } }, { sources: {} }],
      { options: 1, takes: takesOptions },
    ),
    toSchemaOrg: door(
      openingHours.toSchemaOrg,
      [{ timeZone: "UTC", week: { mon: ["09:00-17:00"] } }, { sources: {} }],
      { options: 1, takes: takesOptions },
    ),
  },
  report: {
    adviceCsv: door(report.adviceCsv, [[]], { takes: { 0: ["an empty list"] } }),
    adviceLines: door(report.adviceLines, [evaluation]),
    callbacksCsv: door(report.callbacksCsv, [plan]),
    callbacksText: door(report.callbacksText, [plan, { heading }], { options: 1 }),
    comparisonText: door(report.comparisonText, [comparison, "Europe/Paris"]),
    csvReport: rendered("csvReport"),
    deadlinePicture: door(report.deadlinePicture, [desk, AT, "PT4H", question], { options: 3, takes: { 3: OPTIONAL } }),
    deadlineSvg: door(report.deadlineSvg, [picture, { lang: "fr" }], { options: 1, takes: takesOptions }),
    deadlineText: door(report.deadlineText, [picture, { lang: "fr" }], { options: 1, takes: takesOptions }),
    dueCsv: door(report.dueCsv, [list]),
    dueList: door(report.dueList, [evaluation, { limit: 1 }], { options: 1, takes: takesOptions }),
    dueText: door(report.dueText, [clipIndustrie, list, (text: string) => text], {
      takes: { 2: ["missing", "a function"] },
    }),
    githubReport: rendered("githubReport"),
    gitlabReport: rendered("gitlabReport"),
    htmlReport: rendered("htmlReport"),
    jsonReport: rendered("jsonReport"),
    judgeGates: door(report.judgeGates, [clipIndustrie, evaluation, verdicts, { minimums }], {
      options: 3,
      takes: { 2: ["an empty list"] },
    }),
    judgeGoals: door(report.judgeGoals, [evaluation, minimums], { options: 1 }),
    junitReport: rendered("junitReport"),
    markdownReport: rendered("markdownReport"),
    policyQuestions: door(report.policyQuestions, [clipIndustrie]),
    privateComparison: door(report.privateComparison, [comparison, evaluation, { show: [] }], {
      options: 2,
      takes: { 2: OPTIONAL },
    }),
    privateReport: door(report.privateReport, [REPORT, { show: [] }], { options: 1, takes: takesOptions }),
    privateView: door(report.privateView, [evaluation, { show: [] }], { options: 1, takes: takesOptions }),
    // It answers in words why a value is no baseline.
    readBaseline: door(report.readBaseline, [evaluation], { takes: { 0: anything } }),
    resultPicture: door(report.resultPicture, [clipIndustrie, found, "anomaly", evaluation.asOf], {
      takes: { 3: ["missing"] },
    }),
    resultText: door(report.resultText, [clipIndustrie, found, "anomaly"]),
    sarifReport: rendered("sarifReport"),
    spokenShare: door(report.spokenShare, [0.5]),
    textReport: rendered("textReport"),
    worstSegments: door(report.worstSegments, [REPORT, REGISTER], {
      takes: { 1: ["missing", "an empty object", "an object without prototype"] },
    }),
    yearAtAGlance: door(report.yearAtAGlance, [desk, 2026]),
    yearCsv: door(report.yearCsv, [glance, { lang: "fr" }], { options: 1, takes: takesOptions }),
    yearSvg: door(report.yearSvg, [glance, { lang: "fr" }], { options: 1, takes: takesOptions }),
    yearText: door(report.yearText, [glance, { lang: "fr" }], { options: 1, takes: takesOptions }),
  },
  spreadsheet: {
    // Fresh each time; it has no argument.
    calendarTemplate: door(spreadsheet.calendarTemplate, []),
    compileCalendar: door(spreadsheet.compileCalendar, [desk, { from: DAY, to: LAST }], { options: 1 }),
    definitionOfRange: door(
      spreadsheet.definitionOfRange,
      [
        [
          ["Time zone", "UTC"],
          ["Hours", "mon-fri", "09:00-17:00"],
        ],
        { dateSystem: "1900" },
      ],
      { options: 1, takes: takesOptions },
    ),
    // A question about anything.
    isCellError: door(spreadsheet.isCellError, [""], { takes: { 0: anything } }),
    // What is wrong in a cell is the answer of the cell.
    ...Object.fromEntries(
      Object.entries(spreadsheet.spreadsheetFunctions({ calendar: "clip-industrie", nowMs: () => 0 })).map(
        ([name, ask]) => [
          `spreadsheetFunctions.${name}`,
          door(ask, [46_000, 4, 46_001, 46_002, ""], { takes: [0, 1, 2, 3, 4].map(() => anything) }),
        ],
      ),
    ),
    spreadsheetFunctions: door(spreadsheet.spreadsheetFunctions, [{ dateSystem: "1900" }], {
      options: 0,
      takes: { 0: OPTIONAL },
    }),
  },
};

/** Methods of a calendar. */
export const METHODS: Readonly<Record<string, Door>> = {
  ...Object.fromEntries(
    (["isOpen", "nextOpen", "previousOpen", "nextClose", "previousClose", "nextChange", "dateOf"] as const).map(
      (name) => [name, door(desk[name], [AT, question], { options: 1, takes: takesOptions })],
    ),
  ),
  ...Object.fromEntries(
    (["add", "subtract", "explain", "latestStart"] as const).map((name) => [
      name,
      door(desk[name], [AT, "PT1H", question], { options: 2, takes: { 2: OPTIONAL } }),
    ]),
  ),
  ...Object.fromEntries(
    (["remaining", "elapsed", "windows", "segments", "explainElapsed"] as const).map((name) => [
      name,
      door(desk[name], [AT, LATER, question], { options: 2, takes: { 2: OPTIONAL } }),
    ]),
  ),
  ...Object.fromEntries(
    (["isWorkingDay", "nextWorkingDay", "previousWorkingDay", "day"] as const).map((name) => [
      name,
      door(desk[name], [DAY]),
    ]),
  ),
  ...Object.fromEntries(
    (["bridgeDays", "workingDaysBetween", "holidays"] as const).map((name) => [name, door(desk[name], [DAY, LAST])]),
  ),
  reaches: door(desk.reaches, [AT, "PT1H", 0.8, question], { options: 3, takes: { 3: OPTIONAL } }),
  addWorkingDays: door(desk.addWorkingDays, [DAY, 1, { roll: "forward" }], { options: 2, takes: { 2: OPTIONAL } }),
  addAll: door(desk.addAll, [[atMs], 1, { edge: "far" }], { options: 2, takes: { 0: ["an empty list"], 2: OPTIONAL } }),
  elapsedAll: door(desk.elapsedAll, [[atMs], [atMs], { out: new Float64Array(1) }], {
    options: 2,
    takes: { 2: OPTIONAL },
  }),
  with: door(desk.with, [{ name: "x" }], { takes: { 0: ["an empty object"] } }),
  toJSON: door(desk.toJSON, []),
};

const { timeline } = desk;
const edge = { takes: { 2: ["missing"] } } as const;

/** Methods of the numbers beneath. */
export const NUMBERS: Readonly<Record<string, Door>> = {
  ...Object.fromEntries(
    (["isOpenMs", "nextOpenMs", "previousOpenMs", "nextCloseMs", "previousCloseMs", "nextChangeMs"] as const).map(
      (name) => [name, door(timeline[name], [atMs])],
    ),
  ),
  addMs: door(timeline.addMs, [atMs, 1, "near"], edge),
  subtractMs: door(timeline.subtractMs, [atMs, 1, "near"], edge),
  elapsedMs: door(timeline.elapsedMs, [atMs, atMs]),
  windowsMs: door(timeline.windowsMs, [atMs, atMs]),
  addAll: door(timeline.addAll, [[atMs], 1, { edge: "far" }], {
    options: 2,
    takes: { 0: ["an empty list"], 2: OPTIONAL },
  }),
  elapsedAll: door(timeline.elapsedAll, [[atMs], [atMs], { out: new Float64Array(1) }], {
    options: 2,
    takes: { 2: OPTIONAL },
  }),
};
