/**
 * `ouvree calendar`: formats to the terminal and to files, and what it refuses.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeOutput } from "../../../../src/cli/output.ts";
import { readICalendar } from "../../../../src/icalendar/index.ts";
import { expectUnusable, ouvree } from "../fake-terminal.ts";

const DESK = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00"] }, holidays: ["FR"] };
const files = { "desk.json": JSON.stringify(DESK) };

describe("ouvree calendar", () => {
  it("prints a plain week with the holidays of a place", () => {
    // 252 working days less Good Friday, 3 April; St Stephen's Day is a Saturday.
    const { code, out, err } = ouvree(["calendar", "--year", "2026", "--holidays", "FR-57"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^2026 {2}FR-57 {2}Europe\/Paris {2}251 working days, 2008 h\n/);
    expect(out).toContain("2026-04-03  Good Friday");
  });

  it("prints the year of a file and of a preset, in French too", () => {
    expect(ouvree(["calendar", "--year=2026", "--calendar", "desk.json"], { files }).out).toContain(
      "252 working days, 756 h",
    );
    const french = ouvree(["calendar", "--year=2026", "--policy", "clip-industrie", "--lang", "fr"]);
    expect(french.out).toContain("252 jours ouvrés, 1512 h");
  });

  it("resolves date-holidays by itself", () => {
    const { code, out } = ouvree(["calendar", "--year=2026", "--holidays=date-holidays:US", "--zone=America/New_York"]);
    expect(code).toBe(0);
    expect(out).toContain("2026-11-26  Thanksgiving Day");
  });

  it("writes several formats at once, one of them to the terminal", () => {
    const written = new Map<string, string>();
    const formats = ["text", "json=a.json", "csv=a.csv", "ics=a.ics", "svg=a.svg"].flatMap((f) => ["--format", f]);
    const { code, out } = ouvree(["calendar", "--year=2026", "--calendar=desk.json", ...formats], { files, written });
    expect(code).toBe(0);
    expect(out).toContain("Ponts: 2026-01-02");
    expect(JSON.parse(written.get("a.json")!)).toMatchObject({ schema: 1, year: 2026, workingDays: 252 });
    expect(written.get("a.csv")!.split("\r\n")).toHaveLength(367);
    expect(written.get("a.svg")).toMatch(/^<svg /);
    const { closures } = readICalendar(written.get("a.ics")!, { zone: "Europe/Paris" });
    expect(closures).toContainEqual({ date: "2026-05-25", name: "Whit Monday" });
  });

  it("draws the picture of the documentation", () => {
    const written = new Map<string, string>();
    ouvree(["calendar", "--year=2026", "--policy=clip-industrie", "--format=svg=docs/2026.svg"], { written });
    expect(written.get("docs/2026.svg")).toBe(readFileSync("docs/2026.svg", "utf8"));
  });

  it("colours on a terminal only, and never in a file", () => {
    const written = new Map<string, string>();
    const args = ["calendar", "--year=2026", "--calendar=desk.json"];
    expect(ouvree(args, { files, isColoured: true }).out).toContain("\u001b[31m 1*\u001b[39m");
    ouvree([...args, "--format=text=a.txt"], { files, written, isColoured: true });
    expect(written.get("a.txt")).not.toContain("\u001b");
    expect(ouvree(args, { files }).out).toBe(written.get("a.txt"));
  });

  it.each([
    [[], /say which year/],
    [["--year=26"], /no year from 1900 to 2198/],
    [["--year=2199"], /no year from 1900 to 2198/],
    [["--year=2026"], /say whose year/],
    [["--year=2026", "--holidays=FR", "--calendar=desk.json"], /plain week/],
    [["--year=2026", "--calendar=desk.json", "--zone=UTC"], /zone of --holidays/],
    [["--year=2026", "--holidays=FRR"], /did you mean "FR"/],
    [["--year=1950", "--holidays=FR"], /beyond the reach/],
    [["--year=2026", "--holidays=FR", "--format=pdf"], /use text, json, csv, ics, svg/],
    [["--year=2026", "--holidays=FR", "--format=csv", "--format=json"], /only one format/],
    [["--year=2026", "--holidays=FR", "--format=csv="], /path is empty/],
    [["--year=2026", "--holidays=FR", "--lang=de"], /use en or fr/],
    [["2026"], /takes no words/],
  ])("%j is refused", (args, message) => {
    expectUnusable(ouvree(["calendar", ...args], { files }), message);
  });

  it("has help with an example", () => {
    expect(ouvree(["calendar", "--help"]).out).toContain("Example: ouvree calendar --year 2026 --holidays FR-57");
  });
});

describe("writing files", () => {
  const folder = mkdtempSync(join(tmpdir(), "ouvree-out-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("replaces an old file whole, and leaves nothing beside it", () => {
    const path = join(folder, "a.txt");
    writeOutput(path, "one", true);
    writeOutput(path, "two", true);
    expect(readFileSync(path, "utf8")).toBe("two");
    expect(() => writeOutput(path, "three", false)).toThrow(/exists already/);
    expect(readFileSync(path, "utf8")).toBe("two");
    expect(readdirSync(folder)).toEqual(["a.txt"]);
  });

  it("refuses directories, links and folders that are not there", () => {
    expect(() => writeOutput(folder, "x", true)).toThrow(/is a directory/);
    const [target, link] = [join(folder, "target"), join(folder, "link")];
    writeFileSync(target, "kept");
    symlinkSync(target, link);
    expect(() => writeOutput(link, "x", true)).toThrow(/symbolic link/);
    expect(readFileSync(target, "utf8")).toBe("kept");
    expect(() => writeOutput(join(folder, "no", "where"), "x", true)).toThrow(/cannot be written \(ENOENT\)/);
  });
});
