/**
 * A year at a glance as text. The months are those of any calendar on a wall.
 */
import { describe, expect, it } from "vitest";
import { yearText } from "../../../../src/report/index.ts";
import { HARMFUL } from "../../refusals.ts";
import { DESK, evilGlance, glanceOf } from "./desks.ts";

const TEXT = yearText(glanceOf());
const FRENCH = yearText(glanceOf(), { lang: "fr" });

/** The lines of a month, out of the row of three in which it stands. */
function month(text: string, name: string): string[] {
  const lines = text.split("\n");
  const row = lines.findIndex((line) => line.includes(` ${name}`) && !line.includes("█"));
  const at = lines[row]!.indexOf(` ${name}`);
  const end = lines.indexOf("", row);
  return lines.slice(row + 1, end).map((line) => line.slice(at, at + 21).trimEnd());
}

describe("the months", () => {
  it("stand as on a wall, with a mark behind each date that is not a plain working day", () => {
    expect(month(TEXT, "January").filter((line) => line !== "")).toEqual([
      " Mo Tu We Th Fr Sa Su",
      "          1* 2+ 3· 4·",
      " 5  6  7  8  9 10·11·",
      "12 13 14 15 16 17·18·",
      "19 20 21 22 23 24·25·",
      "26 27 28 29 30 31·",
    ]);
    expect(month(TEXT, "August")[2]).toBe(" 3x 4x 5x 6x 7x 8· 9·");
    expect(month(TEXT, "December")[4]).toBe("21 22 23 24/25*26*27·");
    expect(month(TEXT, "December")[5]).toBe("28 29 30 31x");
    expect(month(TEXT, "June")[1]).toBe(" 1  2  3  4  5  6! 7·");
    expect(month(FRENCH, "août")[0]).toBe(" lu ma me je ve sa di");
  });

  it("fit 80 columns, without trailing spaces, in both languages", () => {
    for (const text of [TEXT, FRENCH]) {
      expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(text).not.toMatch(/ $/m);
      expect(text).toMatch(/[^\n]\n$/);
    }
  });

  it("have a legend of the marks that occur, and of no others", () => {
    expect(TEXT).toContain(
      [" * holiday   x closed   / open part of the day   ! exceptional hours   + pont", " · no hours"].join("\n"),
    );
    const { name: _name, holidays: _holidays, closures: _closures, exceptions: _exceptions, ...plain } = DESK;
    expect(yearText(glanceOf(plain))).toMatch(/^ · no hours$/m);
    const always = yearText(glanceOf({ timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } }));
    expect(always).not.toMatch(/no hours|holidays\n|ponts:/);
  });
});

describe("the lists", () => {
  it("tell hours and working days by month, and of the year", () => {
    // May has 17 working days of 6 h; June 22 and a Saturday of 3 h; December 23 - Christmas - New Year's Eve, and 3 h less.
    expect(TEXT).toMatch(/^ May +17 +102 h {2}█+$/m);
    expect(TEXT).toMatch(/^ June +23 +135 h {2}█{24}$/m);
    expect(TEXT).toMatch(/^ December +21 +123 h {2}█+$/m);
    // 251 of Metz, a Saturday more, New Year's Eve and five days of August less.
    expect(TEXT).toMatch(/^246 working days, 1,470 h open, 13 holidays, 3 ponts$/m);
    expect(FRENCH).toMatch(/^246 jours ouvrés, 1\u00a0470 h ouvert, 13 jours fériés, 3 ponts$/m);
  });

  it("name each date once, in the language asked", () => {
    expect(TEXT).toMatch(/^ Mon 25 May {2}Whit Monday$/m);
    expect(FRENCH).toMatch(/^ lun\. 25 mai {4}Lundi de Pentecôte$/m);
    expect(FRENCH).not.toContain("Whit Monday");
    expect(TEXT).toMatch(/^ Mon {2}3 Aug – Fri {2}7 Aug {2}summer$/m);
    expect(TEXT).toMatch(/^ Thu 24 Dec {15}Christmas Eve, open 09:00-12:00$/m);
    expect(TEXT).toMatch(/^ Sat {2}6 Jun {2}open 09:00-12:00$/m);
    expect(TEXT).toMatch(/^ Thu 31 Dec {2}closed$/m);
    expect(TEXT).toMatch(/^ ponts: Fri 2 Jan, Fri 15 May, Mon 13 Jul$/m);
  });

  it("count what is too long to show", () => {
    const exceptions = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [
        new Date(Date.UTC(2026, 0, 2 + 3 * i)).toISOString().slice(0, 10),
        ["10:00-11:00"] as const,
      ]),
    );
    const text = yearText(glanceOf({ timeZone: "UTC", week: { "mon-sun": ["09:00-17:00"] }, exceptions }));
    expect(text.match(/open 10:00-11:00/g)).toHaveLength(40);
    expect(text).toContain("… and 60 more");
  });

  it("say which dates may be ponts where the reach ends", () => {
    const text = yearText(glanceOf({ ...DESK, holidays: [{ dates: ["2026-12-30"] }], exceptions: {} }));
    expect(text).toMatch(/beyond the reach: Thu 31 Dec/);
  });
});

describe("marks and names", () => {
  it("are painted without a change of what is written", () => {
    const marks = new Set<string>();
    const painted = yearText(glanceOf(), {
      paint: (text, mark) => {
        marks.add(mark);
        return `\u001b[1m${text}\u001b[22m`;
      },
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the paint is taken off again
    const bare = painted.replace(/\u001b\[\d+m/g, "").replace(/ +$/gm, "");
    expect(bare).toBe(TEXT);
    expect([...marks].sort()).toEqual(["closed", "holiday", "muted", "part", "pont", "title"]);
  });

  it("let nothing through that a terminal would obey", () => {
    const text = yearText(evilGlance());
    expect(text.replaceAll("\n", "")).not.toMatch(HARMFUL);
    expect(text).toContain("red");
  });
});
