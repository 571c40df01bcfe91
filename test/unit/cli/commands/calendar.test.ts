/**
 * `calendar`: which year, whose hours, which formats, where to. What the formats say is tested with the report.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { convertIcsCalendar } from "ts-ics";
import { afterAll, describe, expect, it } from "vitest";
import { checkOutput, writeOutput } from "../../../../src/cli/output/write-file.ts";
import type { YearGlance } from "../../../../src/report/index.ts";
import { HARMFUL } from "../../refusals.ts";
import { expectUnusable, ouvree, type Ran, type World } from "../fake-terminal.ts";

const DESK = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] }, holidays: ["FR"] };
const WORLD: World = {
  files: {
    "desk.json": JSON.stringify(DESK),
    "2025.json": JSON.stringify({ ...DESK, holidays: [{ dates: ["2025-12-25"] }] }),
    "both.json": JSON.stringify({ timeZone: "Europe/Paris", union: [DESK, { ...DESK, holidays: ["FR-57"] }] }),
    "evil.json": JSON.stringify({ ...DESK, closures: [{ date: "2026-03-03", name: "=1\u001b[31m\u202e<b>" }] }),
    "slip.json": JSON.stringify({ ...DESK, week: { monday: [] } }),
    "broken.json": "{",
  },
};
const NOTE =
  "ouvree: mon-fri 09:00-17:00 in Europe/Paris is assumed; a calendar (--calendar FILE) says its own hours\n";
const folder = mkdtempSync(join(tmpdir(), "ouvree-year-"));
afterAll(() => rmSync(folder, { recursive: true }));
const calendar = (...args: readonly string[]): Ran => ouvree(["calendar", ...args], WORLD);
const year = (...args: readonly string[]): Ran => calendar("--year", "2026", ...args);

/** What is printed; nothing may be complained of. */
function printed({ code, out, err }: Ran): string {
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out;
}
const data = (...args: readonly string[]): YearGlance => JSON.parse(printed(year(...args, "--format", "json")));

describe("whose year", () => {
  it("is that of a file, a policy, a preset", () => {
    expect(data("--calendar", "desk.json").totals).toMatchObject({ workingDays: 252, openMs: 252 * 6 * 3_600_000 });
    expect(data("--policy", "clip-industrie").totals).toMatchObject({ workingDays: 252, holidays: 11, ponts: 3 });
    expect(data("--calendar", "both.json").totals.workingDays).toBe(252);
  });

  it("is that of a plain week, if only holidays are given: it says which hours are assumed", () => {
    const { code, out, err } = year("--holidays", "FR-57");
    expect([code, err]).toEqual([0, NOTE]);
    expect(out.split("\n")[0]).toBe("2026  FR-57, mon-fri 09:00-17:00  Europe/Paris");
    expect(out).toContain("251 working days, 2,008 h open, 13 holidays, 3 ponts\n");
    expect(year("--holidays", "FR", "--zone", "America/Martinique").err).toContain(" in America/Martinique is assumed");
  });

  it("takes several sources, and those of other countries", () => {
    const { out } = year("--holidays", "FR", "--holidays", "mq.good-friday", "--format", "json");
    expect((JSON.parse(out) as YearGlance).totals).toMatchObject({ workingDays: 251, holidays: 12 });
    expect(out).toContain('"name": "FR + mq.good-friday, mon-fri 09:00-17:00"');
    expect(year("--holidays", "date-holidays:US-NY").out).toMatch(/^ Thu 26 Nov {2}Thanksgiving Day$/m);
  });
});

describe("the formats", () => {
  it("are text unless said, coloured on a terminal only", () => {
    expect(printed(year("--calendar", "desk.json"))).toBe(printed(year("--calendar", "desk.json", "--format", "text")));
    const args = ["calendar", "--year", "2026", "--calendar", "desk.json", "--format", "text"];
    const coloured = ouvree(args, { ...WORLD, isColoured: true });
    expect(coloured.out).toContain("\u001b[31m");
    const toFile = ouvree([...args.slice(0, -1), "text=year.txt"], { ...WORLD, isColoured: true });
    expect(toFile.written?.["year.txt"]).toBe(printed(year("--calendar", "desk.json")));
  });

  it("are read by others: JSON, CSV, iCalendar", () => {
    expect(data("--calendar", "desk.json")).toMatchObject({ schema: 1, year: 2026, timeZone: "Europe/Paris" });
    const csv = printed(year("--calendar", "desk.json", "--format", "csv"));
    expect(Papa.parse(csv.trimEnd(), { header: true }).data).toHaveLength(365);
    const ics = convertIcsCalendar(undefined, printed(year("--calendar", "desk.json", "--format", "ics")));
    // Two windows on each of 252 working days, and eleven holidays.
    expect(ics.events).toHaveLength(252 * 2 + 11);
    expect(printed(year("--calendar", "desk.json", "--format", "svg"))).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  });

  it("are several at once: files, and one to standard output", () => {
    const ran = year(
      "--calendar",
      "desk.json",
      "--format",
      "svg=a b/é=1.svg",
      "--format=csv=x.csv",
      "--format",
      "json",
    );
    expect(JSON.parse(printed(ran)).year).toBe(2026);
    expect(Object.keys(ran.written!).sort()).toEqual(["a b/é=1.svg", "x.csv"]);
    expect(ran.written!["x.csv"]).toBe(year("--calendar", "desk.json", "--format", "csv").out);
    const quiet = year("--calendar", "desk.json", "--format", "svg=year.svg");
    expect([printed(quiet), Object.keys(quiet.written!)]).toEqual(["", ["year.svg"]]);
  });

  it("speak French if asked; JSON has both", () => {
    expect(printed(year("--calendar", "desk.json", "--lang", "fr"))).toMatch(/^ lun\. 25 mai {4}Lundi de Pentecôte$/m);
    expect(printed(year("--calendar", "desk.json", "--lang", "fr", "--format", "csv"))).toContain(",lundi,");
    expect(printed(year("--calendar", "desk.json", "--lang", "fr", "--format", "svg"))).toContain('lang="fr"');
    expect(data("--calendar", "desk.json", "--lang", "fr")).toEqual(data("--calendar", "desk.json"));
  });

  it("let nothing of a name be obeyed", () => {
    for (const format of ["text", "json", "csv", "svg"]) {
      const out = printed(year("--calendar", "evil.json", "--format", format));
      expect(out.replace(/[\r\n]/g, "")).not.toMatch(HARMFUL);
    }
    expect(printed(year("--calendar", "evil.json", "--format", "csv"))).toContain(",'=1");
  });
});

describe("files", () => {
  const disk = { checkWrite: checkOutput, write: writeOutput };
  const write = (...formats: readonly string[]): Ran =>
    ouvree(["calendar", "--year", "2026", "--calendar", "desk.json", ...formats], { ...WORLD, disk });

  it("are written to the disk, and not over others if one is careful", () => {
    const path = join(folder, "year.svg");
    expect(printed(write("--format", `svg=${path}`))).toBe("");
    expect(readFileSync(path, "utf8")).toMatch(/^<svg /);
    expectUnusable(write("--no-clobber", "--format", `svg=${path}`), /year\.svg is there already/);
    expect(printed(write("--format", `svg=${path}`))).toBe("");
  });

  it("are none if one of them is refused", () => {
    const inside = mkdtempSync(join(folder, "x-"));
    mkdirSync(join(inside, "folder"));
    writeFileSync(join(inside, "file"), "");
    symlinkSync(join(inside, "file"), join(inside, "link"));
    for (const [name, why] of [
      ["folder", /is a directory/],
      ["link", /is a symbolic link/],
      ["file/x", /a part of its path is a file/],
    ] as const) {
      expectUnusable(write("--format", `csv=${join(inside, "a.csv")}`, "--format", `svg=${join(inside, name)}`), why);
    }
    expect(readdirSync(inside).sort()).toEqual(["file", "folder", "link"]);
  });
});

describe("what cannot be answered is 2 and one line", () => {
  it.each([
    [[], /--year 2026/],
    [["--year", "2026"], /--calendar.*--policy.*--holidays/],
    [["--year", "26", "--holidays", "FR"], /--year: "26" is no year from 1900 to 2199/],
    [["--year", "1899", "--holidays", "FR"], /1900 to 2199/],
    [["--year", "2200", "--holidays", "FR"], /1900 to 2199/],
    [["--year", "2026.0", "--holidays", "FR"], /--year/],
    [["--year=-2026", "--holidays", "FR"], /--year/],
    [["--year", "\u001b[31m", "--holidays", "FR"], /--year/],
    [["--year", "1981", "--holidays", "FR"], /1981-01-01 is beyond the reach.*1982-01-01/],
    [["--year", "2026", "--calendar", "2025.json"], /2026-01-01 is beyond the reach.*2025-12-31/],
    [["--year", "2026", "--holidays", "FR-99"], /--holidays: "FR-99" is no known source/],
    [["--year", "2026", "--holidays", "FR", "--zone", "Europe/Pariss"], /--zone.*did you mean "Europe\/Paris"/],
    [["--year", "2026", "--calendar", "desk.json", "--zone", "Europe/Paris"], /--zone goes with --holidays/],
    [["--year", "2026", "--calendar", "desk.json", "--holidays", "FR"], /give --holidays, or --calendar/],
    [["--year", "2026", "--policy", "clip-industrie", "--holidays", "FR"], /give --holidays, or --calendar/],
    [["--year", "2026", "--policy", "clip-industrie", "--calendar", "desk.json"], /not both/],
    [["--year", "2026", "--calendar", "none.json"], /none\.json does not exist/],
    [["--year", "2026", "--calendar", "broken.json"], /not JSON/],
    [["--year", "2026", "--calendar", "slip.json"], /slip\.json.*monday/],
    [["2026", "--holidays", "FR"], /takes no words/],
    [["--year", "2026", "--holidays", "FR", "--lang", "de"], /--lang: "de".*en or fr/],
    [["--year", "2026", "--holidays", "FR", "--format", "pdf"], /--format: "pdf".*text, json, csv, ics, svg/],
    [["--year", "2026", "--holidays", "FR", "--format", "toString"], /--format/],
    [["--year", "2026", "--holidays", "FR", "--format", "svgg=x.svg"], /did you mean "svg"/],
    [["--year", "2026", "--holidays", "FR", "--format", "svg="], /needs a path/],
    [["--year", "2026", "--holidays", "FR", "--format", "svg", "--format", "csv"], /standard output/],
    [["--year", "2026", "--holidays", "FR", "--format", "svg=x", "--format", "csv=x"], /two formats go to "x"/],
    [["--year", "2026", "--holidays", "FR", "--calender", "x"], /did you mean --calendar/],
  ])("%j", (args, message) => {
    expectUnusable(calendar(...args), message);
  });
});

describe("the picture in docs/", () => {
  it("is what the command in docs/cli.md writes today", () => {
    const { written } = year("--holidays", "FR-57", "--format", "svg=docs/year.svg");
    expect(readFileSync("docs/year.svg", "utf8") === written?.["docs/year.svg"]).toBe(true);
  });
});
