/**
 * The functions of a spreadsheet, by hand: the charter's desk (Monday to Friday 9:00–12:00 and 14:00–17:00, not on public holidays)
 * around Whit Monday, 25 May 2026. Serials: 46164 is Friday 22 May 2026 (45292 is 1 January 2024; 872 days later).
 */
import { describe, expect, it, test } from "vitest";
import { clipIndustrie, clipIndustrieDefinition } from "../../../src/charters/clip-industrie.ts";
import { createCalendar } from "../../../src/index.ts";
import { compileCalendar, isCellError, spreadsheetFunctions } from "../../../src/spreadsheet/index.ts";

const FRI = 46_164;
const TUE = FRI + 4;
const at = (day: number, hours: number, minutes = 0, seconds = 0): number =>
  (day * 86_400 + hours * 3600 + minutes * 60 + seconds) / 86_400;

const definition = clipIndustrieDefinition.calendars.desk!;
const compiled = compileCalendar(createCalendar(definition), { from: "2026-01-01", to: "2026-12-31" });
const sheet = [
  ["Time zone", "Europe/Paris", ""],
  ["Hours", "mon-fri", "09:00-12:00", "14:00-17:00"],
  ["Holidays", "FR", null],
];
const FORMS = [
  ["a preset", "clip-industrie"],
  ["a definition as JSON", JSON.stringify(definition)],
  ["a compiled calendar as JSON", JSON.stringify(compiled)],
  ["a cell in a range", [[JSON.stringify(compiled)]]],
  ["a range on a sheet", sheet],
  ["a definition", definition],
  ["a compiled calendar", compiled],
] as const;

describe.for(FORMS)("by %s", ([, calendar]) => {
  const functions = spreadsheetFunctions();

  it("a deadline of 4 hours from Friday 16:00 is Tuesday noon", () => {
    for (const duration of [4, "4:00", "PT4H", 4 + 1e-9])
      expect(functions.deadline(at(FRI, 16), duration, calendar as never)).toBe(at(TUE, 12));
    expect(functions.deadline("2026-05-22 16:00", 4, calendar as never)).toBe(at(TUE, 12));
    expect(functions.deadline("2026-05-22T14:00Z", 4, calendar as never)).toBe(at(TUE, 12));
  });

  it("one hour from Friday 16:00 ends at closing, none at the start, and minus one goes back", () => {
    expect(functions.deadline(at(FRI, 16), 1, calendar as never)).toBe(at(FRI, 17));
    expect(functions.deadline(at(FRI, 22), 0, calendar as never)).toBe(at(FRI, 22));
    expect(functions.deadline(at(TUE, 9, 30), -1, calendar as never)).toBe(at(FRI, 16, 30));
  });

  it("counts open hours, both ways, and working days", () => {
    expect(functions.elapsed(at(FRI, 11), at(TUE, 10, 30), calendar as never)).toBe(1 + 3 + 1.5);
    expect(functions.elapsed(at(TUE, 10, 30), at(FRI, 11), calendar as never)).toBe(-5.5);
    expect(functions.elapsed(at(FRI, 18), at(FRI + 1, 9), calendar as never)).toBe(0);
    expect(functions.workdays(FRI, TUE, calendar as never)).toBe(1);
    expect(functions.workdays("2026-05-22", "2026-05-30", calendar as never)).toBe(5);
    expect(functions.workdays(TUE, FRI, calendar as never)).toBe(-1);
  });

  it("is open from opening up to closing", () => {
    const times = [
      [at(FRI, 9)],
      [at(FRI, 12)],
      [at(FRI, 13, 59, 59)],
      [at(FRI, 16, 59, 59)],
      [at(FRI, 17)],
      [at(FRI + 3, 10)],
    ];
    expect(functions.isOpen(times, calendar as never)).toEqual([[true], [false], [false], [true], [false], [false]]);
    expect(functions.nextOpen(at(FRI, 12), calendar as never)).toBe(at(FRI, 14));
    expect(functions.nextOpen(at(FRI, 10), calendar as never)).toBe(at(FRI, 10));
  });

  it("a call after closing is called back first thing on the next working day", () => {
    expect(functions.callback(at(FRI, 17, 5), calendar as never)).toBe(at(TUE, 9));
    expect(functions.callback(at(FRI, 12, 30), calendar as never)).toBe(at(FRI, 14));
    expect(functions.callback(at(FRI, 10), calendar as never)).toBe(at(FRI, 10));
  });

  it("tells how a request stands", () => {
    const now = at(TUE, 11);
    const status = (start: number, hours: unknown, stop: unknown): unknown =>
      functions.status(start, hours as never, stop as never, now, calendar as never);
    // Friday 17:00 is the end of the hour; a reply on Saturday has used exactly that.
    expect(status(at(FRI, 16), 1, at(FRI + 1, 10))).toBe("met");
    expect(status(at(FRI, 16), 1, at(TUE, 9, 0, 1))).toBe("missed");
    expect(status(at(TUE, 9), 4, "")).toBe("running");
    expect(status(at(TUE, 9), 2.5, "")).toBe("at risk");
    expect(status(at(TUE, 9), 2, "")).toBe("at risk");
    expect(status(at(TUE, 9), 1.9, "")).toBe("missed");
    expect(status(at(TUE, 12), 1, "")).toBe("not yet");
    // A stop after now is not seen.
    expect(status(at(TUE, 9), 4, at(TUE, 16))).toBe("running");
    expect(status(at(TUE, 9), 4, at(TUE, 8))).toMatchObject({
      error: "#VALUE!",
      reason: expect.stringMatching(/before the start/),
    });
    expect(status(at(TUE, 9), 0, "")).toMatchObject({
      error: "#VALUE!",
      reason: expect.stringMatching(/more than 0 hours/),
    });
  });

  it("explains a deadline", () => {
    expect(functions.explain(at(FRI, 16), 4, calendar as never)).toBe(
      [
        "PT4H of open time from Fri 22 May 2026 16:00 (Europe/Paris)",
        "  Fri 22 May 2026 16:00–17:00  1 h",
        "  closed 88 h: night, Saturday, Sunday, Whit Monday",
        "  Tue 26 May 2026 09:00–12:00  3 h",
        "due Tue 26 May 2026 12:00",
      ].join("\n"),
    );
  });
});

describe("a column in one call", () => {
  const { deadline, elapsed, entitlement } = spreadsheetFunctions({ calendar: "clip-industrie" });

  it("has an answer for each cell: blanks blank, and errors where they are", () => {
    const starts = [[at(FRI, 16)], [""], [null], ["soon"], [at(FRI, 16)], [60], [true], [400_000]];
    const hours = [[4], [4], [4], [4], [""], [4], [4], [4]];
    expect(deadline(starts, hours)).toEqual([
      [at(TUE, 12)],
      [""],
      [""],
      [{ error: "#VALUE!", reason: expect.stringContaining('"soon" is not a date and time') }],
      [""],
      [{ error: "#VALUE!", reason: expect.stringContaining("29 February 1900, which never was") }],
      [{ error: "#VALUE!", reason: expect.stringContaining("true is not a date and time") }],
      [{ error: "#N/A", reason: expect.stringContaining("outside the years 1900 to 2199") }],
    ]);
  });

  it("one cell stands for every row, and tables keep their form", () => {
    expect(deadline([[at(FRI, 16), at(FRI, 15)]], 1)).toEqual([[at(FRI, 17), at(FRI, 16)]]);
    expect(deadline(at(FRI, 15), [[1], [2]])).toEqual([[at(FRI, 16)], [at(FRI, 17)]]);
    expect(deadline([at(FRI, 15), at(FRI, 16)] as never, 1)).toEqual([[at(FRI, 16)], [at(FRI, 17)]]);
  });

  it("of ranges of different sizes is one error", () => {
    expect(elapsed([[1], [2]], [[1], [2], [3]])).toMatchObject({
      error: "#VALUE!",
      reason: expect.stringMatching(/2 × 1 and 3 × 1/),
    });
  });

  it("minutes left of 30 or 15", () => {
    expect(entitlement([[true], [false], ["oui"], ["non"], [1], [""]], [[10], [10], [30], [20], [0], [5]])).toEqual([
      [20],
      [5],
      [0],
      [0],
      [30],
      [""],
    ]);
    expect(entitlement(true, -5)).toMatchObject({ error: "#VALUE!" });
    expect(entitlement("perhaps", 5)).toMatchObject({ error: "#VALUE!" });
  });
});

describe("whose hours", () => {
  const { deadline } = spreadsheetFunctions();
  test.for([
    ["nobody's", undefined, /say whose hours/],
    ["nobody's, by blank cells", [["", ""]], /say whose hours/],
    ["a preset that there is not", "clip-industry", /did you mean "clip-industrie"/],
    ["a text cut short", '{"timeZone":"Eur', /not JSON/],
    [
      "a zone that there is not",
      '{"timeZone":"Europe/Pari","week":{"mon":["09:00-12:00"]}}',
      /did you mean "Europe\/Paris"/,
    ],
    ["a damaged compiled calendar", JSON.stringify({ ...compiled, days: "0*3" }), /damaged at days/],
    ["a later format", JSON.stringify({ ...compiled, ouvree: 2 }), /another format/],
  ] as [string, unknown, RegExp][])("%s", ([, calendar, reason]) => {
    const answer = deadline([[at(FRI, 16)], [at(FRI, 17)]], 4, calendar as never);
    expect(isCellError(answer) && answer.error).toBe("#VALUE!");
    expect(answer).toMatchObject({ reason: expect.stringMatching(reason) });
  });

  it("outside the years of a compiled calendar nothing is known", () => {
    const { deadline } = spreadsheetFunctions({ calendar: compiled });
    const beyond = { error: "#N/A", reason: expect.stringContaining("beyond what the compiled calendar knows") };
    // 31 December 2026 is a Thursday (serial 46387); 17:00 is the last closing.
    expect(deadline([["2026-12-31 16:00"], ["2026-12-31 16:00"], ["2025-12-31 16:00"]], [[1], [2], [1]])).toEqual([
      [at(46_387, 17)],
      [beyond],
      [beyond],
    ]);
  });

  it("the preset's figures are those of its policy", () => {
    expect(clipIndustrie.calendars.get("desk")!.definition).toEqual(definition);
    expect(clipIndustrieDefinition.commitments["usage"]).toMatchObject({ minutes: { trained: 30, untrained: 15 } });
  });
});

describe("times without a zone are those of the calendar", () => {
  const { deadline, elapsed, isOpen } = spreadsheetFunctions({
    calendar: { timeZone: "Europe/Paris", week: { "mon-sun": ["00:00-24:00"] } },
  });
  // The clock goes from 2:00 to 3:00 on 29 March 2026 (serial 46110), and from 3:00 to 2:00 on 25 October (46320).
  const [SPRING, AUTUMN] = [46_110, 46_320];

  it("a time that is skipped is that of the change", () => {
    expect(deadline(at(SPRING, 2, 30), 0)).toBe(at(SPRING, 3));
    expect(deadline(at(SPRING, 2, 30), 1)).toBe(at(SPRING, 4));
    expect(elapsed(at(SPRING, 1), at(SPRING, 4))).toBe(2);
  });

  it("a time that is shown twice is the first", () => {
    expect(deadline(at(AUTUMN, 2, 30), 1)).toBe(at(AUTUMN, 2, 30));
    expect(elapsed(at(AUTUMN, 2, 30), at(AUTUMN, 3, 30))).toBe(2);
    expect(isOpen(at(AUTUMN, 2, 30))).toBe(true);
  });
});

describe("in the system of 1904", () => {
  it("which must be one that there is", () => {
    expect(() => spreadsheetFunctions({ dateSystem: "1905" as never })).toThrow(/"1905" is no date system/);
  });

  it("the same day has a serial 1462 less", () => {
    const { deadline } = spreadsheetFunctions({ dateSystem: "1904", calendar: "clip-industrie" });
    expect(deadline(at(FRI - 1462, 16), 4)).toBe(at(TUE - 1462, 12));
  });
});

describe("the present", () => {
  it("is asked where none is given, and refused where there is none to ask", () => {
    const nowMs = (): number => Date.parse("2026-05-26T11:00+02:00");
    const present = spreadsheetFunctions({ calendar: "clip-industrie", nowMs });
    expect(present.status([[at(TUE, 9)], [at(TUE, 9)]], [[4], [1]], "")).toEqual([["running"], ["missed"]]);
    expect(present.status(at(TUE, 9), 4, "", [[""], [at(TUE, 17)]])).toEqual([["running"], ["missed"]]);
    const { status } = spreadsheetFunctions({ calendar: "clip-industrie" });
    expect(status(at(TUE, 9), 4, "")).toMatchObject({ error: "#VALUE!" });
  });
});

describe("a Date", () => {
  it("is refused where nobody says what its cell shows, and read where somebody does", () => {
    const date = new Date("2026-05-22T16:00:00.400Z");
    expect(spreadsheetFunctions({ calendar: "clip-industrie" }).deadline(date, 4)).toMatchObject({ error: "#VALUE!" });
    const shown = spreadsheetFunctions({ calendar: "clip-industrie", wallOfDate: (found) => Number(found) });
    expect(shown.deadline(date, 4)).toBe(at(TUE, 12));
    // A duration of four hours, as Google hands it over.
    expect(shown.deadline(date, new Date("1899-12-30T04:00:00Z"))).toBe(at(TUE, 12));
    expect(shown.deadline(new Date(Number.NaN), 4)).toMatchObject({ error: "#VALUE!" });
  });
});
