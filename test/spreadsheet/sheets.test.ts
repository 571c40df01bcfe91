/**
 * The file for Google Sheets, in a bare JavaScript context that has nothing but the language: as Apps Script runs it, with time zone
 * data (`Intl`) and without, with dates of its own realm and of another, and with nothing that is younger than 2019.
 */
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import ts from "typescript";
import { beforeAll, describe, expect, it, test } from "vitest";
import { clipIndustrieDefinition } from "../../src/charters/clip-industrie.ts";
import { createCalendar } from "../../src/index.ts";
import { compileCalendar } from "../../src/spreadsheet/index.ts";
import { builtFiles } from "../helpers/built.ts";

// Serials: 46164 is Friday 22 May 2026, before Whit Monday.
const [FRI, TUE] = [46_164, 46_168];
const at = (day: number, hours: number, minutes = 0): number => day + (hours * 60 + minutes) / 1440;
const desk = createCalendar(clipIndustrieDefinition.calendars.desk!);
const compiled = JSON.stringify(compileCalendar(desk, { from: "2026-01-01", to: "2026-12-31" }));

let text: string;
beforeAll(async () => {
  text = (await builtFiles("sheets")).get("sheets.gs")!;
});

interface Host {
  /** Runs a call as a cell's formula does: what it gives, or the message of what it throws. */
  call(code: string, ...values: unknown[]): unknown;
}

/** The file in a context of its own, after `before` has run in it. */
function host(before = "", globals: Record<string, unknown> = {}): Host {
  const context = createContext(Object.assign(Object.create(null), globals));
  runInContext(before, context);
  runInContext(text, context);
  return {
    call(code, ...values) {
      values.forEach((value, i) => {
        context[`v${i}`] = value;
      });
      try {
        const answer = runInContext(code, context);
        // Arrays of the other realm become ours, to be compared.
        return Array.isArray(answer) ? JSON.parse(JSON.stringify(answer)) : answer;
      } catch (error) {
        return String((error as Error).message);
      }
    },
  };
}

/** Everything that the language has got since 2019. */
const AS_IN_2019 = `
  for (const [owner, names] of [
    [Array.prototype, ["at", "findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with"]],
    [Object.getPrototypeOf(Float64Array.prototype), ["at", "findLast", "findLastIndex", "toReversed", "toSorted", "with"]],
    [String.prototype, ["at", "replaceAll", "matchAll", "isWellFormed", "toWellFormed"]],
    [Object, ["hasOwn", "groupBy"]],
    [Promise, ["any", "allSettled", "withResolvers"]],
    [this, ["BigInt", "BigInt64Array", "BigUint64Array", "WeakRef", "FinalizationRegistry", "AggregateError", "structuredClone"]],
  ]) for (const name of names) delete owner[name];
  if (typeof Intl !== "undefined") delete Intl.supportedValuesOf;
  delete this.globalThis;
`;
const WITHOUT_INTL = "delete this.Intl;";

describe("the file", () => {
  it("is at most 40 KB, minified and packed", () => {
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(40_000);
  });

  it("has no syntax younger than 2019", () => {
    const young: string[] = [];
    const walk = (node: ts.Node): void => {
      const kinds = [ts.SyntaxKind.QuestionDotToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BigIntLiteral];
      const assigning = [
        ts.SyntaxKind.QuestionQuestionEqualsToken,
        ts.SyntaxKind.BarBarEqualsToken,
        ts.SyntaxKind.AmpersandAmpersandEqualsToken,
      ];
      const isYoung =
        [...kinds, ...assigning].includes(node.kind) ||
        ts.isPrivateIdentifier(node) ||
        ts.isPropertyDeclaration(node) ||
        ts.isClassStaticBlockDeclaration(node) ||
        (ts.isNumericLiteral(node) && node.getText().includes("_"));
      if (isYoung) young.push(node.getText().slice(0, 80));
      ts.forEachChild(node, walk);
    };
    const source = ts.createSourceFile("sheets.js", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
    walk(source);
    expect(young).toEqual([]);
    expect(source.statements.length).toBeGreaterThan(10);
  });

  it("documents each function: Google shows what stands before it", () => {
    const names = [...text.matchAll(/^function (OUVREE_\w+)\((.*)\)/gm)];
    expect(names.map(([, name]) => name)).toEqual(
      ["DEADLINE", "ELAPSED", "ISOPEN", "NEXTOPEN", "CALLBACK", "ENTITLEMENT", "STATUS", "WORKDAYS", "EXPLAIN"].map(
        (name) => `OUVREE_${name}`,
      ),
    );
    for (const { 1: name, 2: parameters, index } of names) {
      const comment = text.slice(text.lastIndexOf("/**", index), index);
      expect(comment, name).toMatch(/ \* @customfunction\n \*\/\n$/);
      expect(comment, name).toMatch(/ \* @return /);
      expect([...comment.matchAll(/@param \{.+?\} (\w+)/g)].map(([, found]) => found).join(", ")).toBe(parameters);
    }
  });

  it("leaves nothing behind but its functions and its settings", () => {
    const { call } = host("var before = Object.keys(globalThis);");
    const left = call(
      "Object.keys(globalThis).filter((name) => !before.includes(name) && name !== 'before')",
    ) as string[];
    expect(left.filter((name) => !/^(OUVREE_[A-Z]+_?|ouvree_|ouvreeSheets_)$/.test(name))).toEqual([]);
    expect(left).toContain("OUVREE_DEADLINE");
  });
});

describe.for([
  ["with time zone data", "", '"clip-industrie"'],
  ["without time zone data, by a compiled calendar", WITHOUT_INTL, "v9"],
  ["in a runtime of 2019", AS_IN_2019, '"clip-industrie"'],
  ["in a runtime of 2019 without time zone data", AS_IN_2019 + WITHOUT_INTL, "v9"],
] as const)("%s", ([, before, calendar]) => {
  const run = (code: string, ...values: unknown[]): unknown => {
    const all = [...values];
    all[9] = compiled;
    return host(before).call(code.replaceAll("CALENDAR", calendar), ...all);
  };

  it("every function answers", () => {
    expect(run("OUVREE_DEADLINE(v0, 4, CALENDAR)", at(FRI, 16))).toBe(at(TUE, 12));
    expect(run("OUVREE_ELAPSED(v0, v1, CALENDAR)", at(FRI, 11), at(TUE, 10, 30))).toBe(5.5);
    expect(run("OUVREE_ISOPEN(v0, CALENDAR)", at(FRI, 12))).toBe(false);
    expect(run("OUVREE_NEXTOPEN(v0, CALENDAR)", at(FRI, 12))).toBe(at(FRI, 14));
    expect(run("OUVREE_CALLBACK(v0, CALENDAR)", at(FRI, 17, 5))).toBe(at(TUE, 9));
    expect(run("OUVREE_ENTITLEMENT(false, 10)")).toBe(5);
    expect(run("OUVREE_STATUS(v0, 4, v1, v2, CALENDAR)", at(FRI, 16), at(TUE, 12), at(TUE, 15))).toBe("met");
    expect(run("OUVREE_WORKDAYS(v0, v1, CALENDAR)", FRI, TUE)).toBe(1);
    expect(run("OUVREE_EXPLAIN(v0, 4, CALENDAR)", at(FRI, 16))).toContain("Whit Monday");
  });

  it("a column is one call: blanks blank, errors as texts in their cells", () => {
    const starts = [[at(FRI, 16)], [""], ["soon"], [at(FRI, 15)]];
    expect(run("OUVREE_DEADLINE(v0, 1, CALENDAR)", starts)).toEqual([
      [at(FRI, 17)],
      [""],
      [expect.stringMatching(/^#VALUE! start: "soon" is not a date and time/)],
      [at(FRI, 16)],
    ]);
  });

  it("ten thousand deadlines are one call", () => {
    const starts = Array.from({ length: 10_000 }, (_, i) => [at(FRI - 100, 9) + (i % 200)]);
    const answers = run("OUVREE_DEADLINE(v0, 4, CALENDAR)", starts) as unknown[][];
    expect(answers).toHaveLength(10_000);
    expect(answers.every(([answer]) => typeof answer === "number")).toBe(true);
  });

  it("one answer that is an error is thrown, with the reason", () => {
    expect(run("OUVREE_DEADLINE('soon', 1, CALENDAR)")).toMatch(/^#VALUE! start: "soon"/);
    expect(run("OUVREE_DEADLINE(v0, 1, CALENDAR)", 200_000)).toMatch(/^#N\/A /);
  });
});

describe("without time zone data", () => {
  const asked = (calendar: string): unknown =>
    host(WITHOUT_INTL).call(`OUVREE_DEADLINE(v0, 4, ${calendar})`, at(FRI, 16), [
      ["Time zone", "Europe/Paris"],
      ["Hours", "mon-fri", "09:00-17:00"],
    ]);
  test.for(['"clip-industrie"', "v1", `'{"timeZone":"Europe/Paris","week":{"mon":["09:00-17:00"]}}'`])(
    "a calendar with rules says what is wanting: %s",
    (calendar) => {
      expect(asked(calendar)).toMatch(/^#VALUE! calendar: this program has no time zone data .*compiled calendar/);
    },
  );

  it("UTC needs none", () => {
    const calendar = `'{"timeZone":"UTC","week":{"mon-fri":["09:00-17:00"]}}'`;
    expect(asked(calendar)).toBe(at(FRI + 3, 12));
  });
});

describe("whose hours", () => {
  it("a range of the sheet", () => {
    const range = [
      ["Time zone", "Europe/Paris", "", ""],
      ["Hours", "mon-fri", "09:00-12:00", "14:00-17:00"],
      ["Holidays", "FR", "", ""],
    ];
    expect(host().call("OUVREE_DEADLINE(v0, 4, v1)", at(FRI, 16), range)).toBe(at(TUE, 12));
  });

  it("the calendar that the file names", () => {
    const named = text;
    try {
      text = named.replace("var OUVREE_CALENDAR = null;", 'var OUVREE_CALENDAR = "clip-industrie";');
      expect(text).not.toBe(named);
      expect(host().call("OUVREE_DEADLINE(v0, 4)", at(FRI, 16))).toBe(at(TUE, 12));
    } finally {
      text = named;
    }
    expect(host().call("OUVREE_DEADLINE(v0, 4)", at(FRI, 16))).toMatch(/say whose hours/);
  });
});

describe("a Date is what its cell shows in the spreadsheet's zone", () => {
  const spreadsheet = (zone: string) => ({
    SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSpreadsheetTimeZone: () => zone }) },
  });
  // Google's own service, for a platform without time zone data: Tokyo is nine hours ahead.
  const utilities = {
    Utilities: {
      formatDate: (date: Date, _zone: string, _format: string) =>
        new Date(Number(date) + 9 * 3_600_000).toISOString().slice(0, -1),
    },
  };

  it.for([
    // The cell shows 16:00, whatever the zone of the spreadsheet.
    ["Europe/Paris", "2026-05-22T14:00:00Z"],
    ["America/New_York", "2026-05-22T20:00:00Z"],
    ["UTC", "2026-05-22T16:00:00Z"],
  ] as const)("%s", ([zone, instant]) => {
    const { call } = host("", spreadsheet(zone));
    const code = 'OUVREE_DEADLINE(DATE, 4, "clip-industrie")';
    expect(call(code.replace("DATE", `new Date("${instant}")`)), "of its realm").toBe(at(TUE, 12));
    expect(call(code.replace("DATE", "v0"), new Date(instant)), "of another realm").toBe(at(TUE, 12));
    expect(call(code.replace("DATE", "v0"), new Date(Date.parse(instant) + 1)), "a millisecond off").toBe(at(TUE, 12));
  });

  it("a duration of four hours arrives as 30 December 1899, 4:00 by the old local time of Paris", () => {
    // Until 1911 the clocks of Paris were 9 minutes 21 seconds ahead (IANA time zone database).
    const { call } = host("", spreadsheet("Europe/Paris"));
    const duration = new Date("1899-12-30T03:50:39Z");
    expect(call('OUVREE_DEADLINE(v0, v1, "clip-industrie")', new Date("2026-05-22T14:00:00Z"), duration)).toBe(
      at(TUE, 12),
    );
  });

  it("by Google's service where there is no time zone data", () => {
    const { call } = host(WITHOUT_INTL, { ...spreadsheet("Asia/Tokyo"), ...utilities });
    expect(call("OUVREE_DEADLINE(v0, 4, v1)", new Date("2026-05-22T07:00:00Z"), compiled)).toBe(at(TUE, 12));
  });

  it("by the script's own zone where nobody is there to ask", () => {
    const { call } = host(WITHOUT_INTL);
    const local = call("new Date(2026, 4, 22, 16, 0, 0)");
    expect(call("OUVREE_DEADLINE(v0, 4, v1)", local, compiled)).toBe(at(TUE, 12));
  });
});

describe("the present", () => {
  it("is the clock's where none is given", () => {
    const { call } = host("Date.now = function () { return 1779786000000; };"); // 2026-05-26T11:00 in Paris
    expect(call('OUVREE_STATUS(v0, v1, "", "", "clip-industrie")', [[at(TUE, 9)], [at(TUE, 9)]], [[4], [1]])).toEqual([
      ["running"],
      ["missed"],
    ]);
  });
});
