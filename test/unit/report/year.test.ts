/**
 * A year at a glance, in every form. Sources: the eleven French holidays of 2026 (two of them on a weekend: 15 August is a Saturday,
 * 1 November a Sunday), so 261 weekdays less 9 are 252 working days; RFC 4180; XML 1.0 §2.2.
 */
import { execFileSync } from "node:child_process";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { createCalendar, intersection } from "../../../src/index.ts";
import { yearAtAGlance, yearCsv, yearSvg, yearText } from "../../../src/report/index.ts";
import { expectRefusal, HARMFUL } from "../refusals.ts";

const HOSTILE = "=1+1\u0000</text><script>\u202e&\"'\ud800";
const week = { "mon-fri": ["09:00-12:00", "14:00-17:00"] };
const desk = createCalendar({ timeZone: "Europe/Paris", week, holidays: ["FR"] });
const busy = createCalendar({
  name: `Desk ${HOSTILE}`,
  timeZone: "Europe/Paris",
  week,
  holidays: ["FR"],
  closures: [
    { from: "2026-08-10", to: "2026-08-14", name: HOSTILE },
    { date: "12-24", from: "12:00", to: "24:00", name: "Eve" },
  ],
  exceptions: { "2026-12-31": [], "2026-12-26": ["10:00-11:00"] },
});

describe("yearAtAGlance", () => {
  it("counts France 2026: 252 working days of six hours, and the ponts", () => {
    const glance = yearAtAGlance(desk, 2026);
    expect([glance.workingDays, glance.openMs / 3_600_000]).toEqual([252, 252 * 6]);
    expect(glance.dates).toHaveLength(365);
    expect(glance.holidays).toHaveLength(11);
    expect(glance.bridgeDays).toEqual(["2026-01-02", "2026-05-15", "2026-07-13"]);
    // May 2026 has 21 weekdays, of which the 1st, 8th, 14th and 25th are holidays.
    expect(glance.months[4]).toEqual({ month: 5, workingDays: 17, openMs: 17 * 6 * 3_600_000 });
  });

  it("says what each date is", () => {
    const kinds = Object.fromEntries(yearAtAGlance(busy, 2026).dates.map(({ date, kind }) => [date.slice(5), kind]));
    expect([kinds["01-01"], kinds["01-02"], kinds["01-03"], kinds["08-10"]]).toEqual([
      "holiday",
      "working",
      "no-hours",
      "closure",
    ]);
    expect([kinds["12-24"], kinds["12-26"], kinds["12-31"]]).toEqual(["part-day", "working", "exception"]);
  });

  it("gives open time by real hours: a night desk loses one in March and gains one in October", () => {
    const nights = createCalendar({ timeZone: "Europe/Paris", week: { "mon-sun": ["00:00-24:00"] } });
    const { months, openMs } = yearAtAGlance(nights, 2026);
    expect([months[2]!.openMs / 3_600_000, months[9]!.openMs / 3_600_000]).toEqual([31 * 24 - 1, 31 * 24 + 1]);
    expect(openMs / 3_600_000).toBe(365 * 24);
  });

  it("knows combinations, and leaves out ponts that hang on an unknown date", () => {
    const list = createCalendar({ timeZone: "Europe/Paris", week, holidays: [{ dates: ["2026-05-14"] }] });
    const glance = yearAtAGlance(intersection([desk, list]), 2026);
    expect(glance.workingDays).toBe(252);
    expect(glance.bridgeUnknown).toEqual(["2026-01-01", "2026-12-31"]);
    expect(glance.bridgeDays).toEqual(["2026-01-02", "2026-05-15", "2026-07-13"]);
    expectRefusal(() => yearAtAGlance(list, 2027), { code: "calendar.beyond-reach" });
  });
});

describe("as text", () => {
  it("fits in 80 columns, in English and in French, and names what is closed", () => {
    for (const lang of ["en", "fr"] as const) {
      const lines = yearText(yearAtAGlance(desk, 2026), lang).split("\n");
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    }
    const text = yearText(yearAtAGlance(desk, 2026), "fr");
    expect(text).toContain("252 jours ouvrés, 1512 h");
    expect(text).toContain("2026-05-25  Lundi de Pentecôte");
    expect(text).toMatch(/mai +17 j, 102 h/);
  });

  it("puts each day under its weekday, marked", () => {
    const lines = yearText(yearAtAGlance(desk, 2026), "en").split("\n");
    // January 2026 begins on a Thursday, which is a holiday; Friday is a pont.
    expect(lines.find((line) => line.startsWith("          1*"))).toMatch(/^ {10}1\* 2~ 3\. 4\./);
  });

  it("joins neighbours of one name, and forges no line", () => {
    const text = yearText(yearAtAGlance(busy, 2026), "en");
    expect(text).toMatch(/2026-08-10–08-14 {2}=1\+1\\u\{0\}/);
    expect(text).toContain("2026-12-31        closed by exception");
    for (const line of text.split("\n")) expect(line).not.toMatch(HARMFUL);
  });
});

describe("as CSV", () => {
  it("has a line a date, which a reader reads back, and no formula", () => {
    const { data } = Papa.parse<Record<string, string>>(yearCsv(yearAtAGlance(busy, 2026), "en"), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(365);
    expect(data[0]).toEqual({
      date: "2026-01-01",
      weekday: "Thursday",
      kind: "holiday",
      working: "0",
      open_minutes: "0",
      windows: "",
      names: "New Year's Day",
      pont: "0",
    });
    const closed = data.find(({ date }) => date === "2026-08-10");
    expect(closed?.names).toBe(`'${HOSTILE}`);
    expect(data.find(({ date }) => date === "2026-12-24")).toMatchObject({ kind: "part-day", open_minutes: "180" });
  });
});

describe("as a picture", () => {
  it("is well-formed XML whatever the names are, with a cell a date and a text for each", () => {
    const svg = yearSvg(yearAtAGlance(busy, 2026), "en");
    const script = [
      "import sys, xml.etree.ElementTree as E",
      "root = E.fromstring(sys.stdin.buffer.read())",
      "n = '{http://www.w3.org/2000/svg}'",
      "print(len([t for t in root.iter(n + 'title')]), len([s for s in root.iter(n + 'script')]), root.get('role'))",
      "print(root.find(n + 'desc').text)",
    ].join("\n");
    const read = execFileSync("python3", ["-c", script], { input: svg, encoding: "utf8" }).split("\n");
    expect(read[0]).toBe("366 0 img");
    expect(read[1]).toContain("2026-08-10–08-14 =1+1\ufffd</text><script>\ufffd&\"'\ufffd");
  });

  it("asks nothing of a network and runs nothing", () => {
    const svg = yearSvg(yearAtAGlance(busy, 2026), "fr");
    expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|url\(|href|<script|@import| on[a-z]+=/);
    expect(svg).toContain('lang="fr"');
    expect(svg).toContain("jeudi 2026-01-01: jour férié, Jour de l&#39;An");
  });
});
