/**
 * Compiled calendars: what they hold, that calendars of calendars come through, and that a text which was cut or changed is refused.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../../src/charters/clip-industrie.ts";
import { type CalendarDefinition, createCalendar, isOuvreeError } from "../../../src/index.ts";
import { compileCalendar, spreadsheetFunctions } from "../../../src/spreadsheet/index.ts";
import { announceSeed, PROPERTY_TIMEOUT_MS, runs } from "../../helpers/runs.ts";

announceSeed("compile");

const YEAR = { from: "2026-01-01", to: "2026-12-31" };
const desk = clipIndustrieDefinition.calendars.desk!;
const compile = (definition: CalendarDefinition<string>, period = YEAR): string =>
  JSON.stringify(compileCalendar(createCalendar(definition), period));

describe("a compiled calendar", () => {
  it("of five years of the charter's desk fits in a cell of Excel several times over", () => {
    expect(compile(desk, { from: "2024-01-01", to: "2028-12-31" }).length).toBeLessThan(32_767 / 4);
  });

  it("has the changes of the clock: in Paris on the last Sundays of March and October, at 1:00 UTC", () => {
    const { offsets } = JSON.parse(compile(desk));
    expect(offsets.slice(1)).toEqual([
      [Date.parse("2026-03-29T01:00Z") / 1000, 7200],
      [Date.parse("2026-10-25T01:00Z") / 1000, 3600],
    ]);
    expect(offsets[0][1]).toBe(3600);
  });

  it("of a night desk has the night before its first date", () => {
    const nights = { timeZone: "UTC", week: { "mon-sun": ["22:00-06:00"] } };
    expect(JSON.parse(compile(nights)).from).toBe("2025-12-31");
    const { isOpen } = spreadsheetFunctions({ calendar: compile(nights) });
    expect(isOpen("2026-01-01 05:59")).toBe(true);
    expect(isOpen("2025-12-31 23:00")).toMatchObject({ error: "#N/A" });
  });

  it("of calendars of calendars asks each of them", () => {
    const tokyo = { name: "Tokyo", timeZone: "Asia/Tokyo", week: { "mon-fri": ["09:00-18:00"] } };
    const paris = { name: "Paris", timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-18:00"] }, holidays: ["FR"] };
    // On Friday 22 May 2026 it is 2:00 in Paris when Tokyo opens; on Whit Monday, 25 May, Paris is closed.
    const union = { timeZone: "Europe/Paris", union: [tokyo, paris] } as CalendarDefinition;
    const difference = { timeZone: "Europe/Paris", difference: [paris, tokyo] } as CalendarDefinition;
    const times = [["2026-05-22 02:00"], ["2026-05-22 10:30"], ["2026-05-22 18:00"], ["2026-05-25 10:30"]];
    for (const calendar of [JSON.stringify(union), compile(union)])
      expect(spreadsheetFunctions({ calendar }).isOpen(times)).toEqual([[true], [true], [false], [true]]);
    for (const calendar of [JSON.stringify(difference), compile(difference)])
      expect(spreadsheetFunctions({ calendar }).isOpen(times)).toEqual([[false], [false], [false], [false]]);
    expect(spreadsheetFunctions({ calendar: compile(difference) }).isOpen("2026-05-22 11:00")).toBe(true);
    expect(spreadsheetFunctions({ calendar: compile(union) }).explain("2026-05-25 11:00", 1)).toContain(
      "closed for Paris: Whit Monday",
    );
  });
});

describe("refused", () => {
  it("are dates that end before they begin, that are none, or that the calendar does not know", () => {
    const codeOf = (period: object): unknown => {
      try {
        compileCalendar(createCalendar({ ...desk, holidays: [{ dates: ["2026-05-01"] }] }), period as never);
      } catch (error) {
        return isOuvreeError(error) && error.code;
      }
      return undefined;
    };
    expect(codeOf(YEAR)).toBeUndefined();
    expect(codeOf({ from: "2026-02-01", to: "2026-01-01" })).toBe("time.bad-period");
    expect(codeOf({ from: "2026-02-30", to: "2026-12-31" })).toBe("time.bad-date");
    expect(codeOf({ from: "2026-01-01", to: "2027-01-01" })).toBe("calendar.beyond-reach");
  });

  it(
    "is a text that was cut; one that was changed gives an answer or an error value, and never ends the program",
    () => {
      const text = compile({ ...desk, closures: [{ date: "2026-12-24", from: "12:00", to: "24:00" }] });
      const paths = pathsOf(JSON.parse(text));
      const strays = fc.oneof(
        fc.constantFrom<unknown>(null, -1, 1.5, 1e300, "", "x", "9999-99-99", [], {}, [[]], true, "0*1 0*"),
        fc.jsonValue(),
      );
      fc.assert(
        fc.property(fc.constantFrom(...paths), strays, (path, stray) => {
          const changed = JSON.parse(text);
          const owner = path.slice(0, -1).reduce((value, key) => value[key], changed);
          owner[path.at(-1)!] = stray;
          const answer = spreadsheetFunctions().deadline("2026-05-22 16:00", 4, JSON.stringify(changed));
          expect(typeof answer === "number" || (answer as { error: string }).error.startsWith("#")).toBe(true);
        }),
        runs(),
      );
      fc.assert(
        fc.property(fc.nat(text.length - 1), (length) => {
          const answer = spreadsheetFunctions().deadline("2026-05-22 16:00", 4, text.slice(0, length));
          expect(answer).toMatchObject({ error: "#VALUE!" });
        }),
        runs(),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return path.length === 0 ? [] : [path];
  const inside = Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]));
  return path.length === 0 ? inside : [path, ...inside];
}
