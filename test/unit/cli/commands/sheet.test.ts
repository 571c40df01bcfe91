/**
 * `ouvree sheet`: the file that it writes, and what it refuses.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { run } from "../../../../src/cli/run.ts";
import { processTerminal } from "../../../../src/cli/terminal.ts";
import { spreadsheetFunctions } from "../../../../src/spreadsheet/index.ts";
import { expectUnusable, ouvreeLater } from "../fake-terminal.ts";

const DESK = JSON.stringify({
  name: "Desk",
  timeZone: "Europe/Paris",
  week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] },
  holidays: ["FR"],
  closures: ["2026-12-24"],
});
const LISTED = JSON.stringify({
  timeZone: "Europe/Paris",
  week: { "mon-fri": ["09:00-17:00"] },
  holidays: [{ dates: ["2026-05-25"] }],
});
/** Other hours each day, so that it does not compile to a few words. */
const BUSY = JSON.stringify({
  timeZone: "UTC",
  week: { "mon-fri": ["09:00-17:00"] },
  exceptions: Object.fromEntries(
    Array.from({ length: 1_200 }, (_, i) => [
      new Date(Date.UTC(2001, 0, 1 + 2 * i)).toISOString().slice(0, 10),
      [`0${i % 9}:${10 + (i % 49)}-1${i % 10}:${10 + (i % 47)}`],
    ]),
  ),
});
const FILES = { "desk.json": DESK, "listed.json": LISTED, "busy.json": BUSY };
const ASKED = ["sheet", "--calendar", "desk.json", "--years", "2026", "--out", "desk.xlsx"];

const sheet = (...args: readonly string[]) => ouvreeLater(["sheet", ...args], { files: FILES, tzdata: "2026a" });
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));

async function sheetsOf(...args: readonly string[]) {
  const ran = await sheet(...args, "--out", "desk.xlsx");
  expect(ran.code, ran.err).toBe(0);
  const { sheets } = await readXlsx(bytesOf(ran.written!["desk.xlsx"]!));
  return { ran, texts: new Map(sheets.map(({ name, rows }) => [name, rows.map((row) => row.join("|")).join("\n")])) };
}

describe("ouvree sheet", () => {
  it("writes a workbook, and says so", async () => {
    const { ran, texts } = await sheetsOf("--calendar", "desk.json", "--years", "2026-2027");
    expect([ran.out, ran.err]).toEqual(["desk.xlsx is written\n", ""]);
    expect([...texts.keys()]).toEqual(["Tickets", "Summary", "Promises", "Calculator", "Notes", "Cal"]);
    expect(texts.get("Summary")).toContain("Desk · Europe/Paris · 2026-2027");
    const notes = texts.get("Notes")!;
    expect(notes).toContain("Years covered|2026-2027");
    expect(notes).toContain("mon-fri 09:00-12:00 14:00-17:00");
    expect(notes).toContain("tzdata 2026a");
    expect(notes).toContain("2026-05-25|Whit Monday");
    expect(notes).toContain("2026-12-24|");
    expect(notes).toContain("2027-05-17|Whit Monday");
    expect(notes).not.toContain("2028-");
  });

  it("takes the promises of a policy in hours of open time, and says what it leaves out", async () => {
    const { ran, texts } = await sheetsOf("--policy", "clip-industrie", "--years", "2026");
    expect(texts.get("Promises")).toMatch(/installation\|12\|.*\nanomaly\|4\|.*\nspecific-request\|48\|/);
    expect(ran.out).toMatch(/left out, .*: web-form, web-form-same-day\n$/);
    expect(texts.get("Notes")).toContain("web-form, web-form-same-day");
  });

  it("speaks French", async () => {
    const { texts } = await sheetsOf("--calendar", "desk.json", "--years", "2026", "--lang", "fr");
    expect([...texts.keys()]).toEqual(["Tickets", "Bilan", "Engagements", "Calculette", "Notes", "Cal"]);
    expect(texts.get("Notes")).toContain("2026-05-25|Lundi de Pentecôte");
  });

  it("has as many rows as asked", async () => {
    const rows = async (...more: readonly string[]) => {
      const ran = await sheet("--calendar", "desk.json", "--years", "2026", "--out", "a.xlsx", ...more);
      const { namedRanges } = await readXlsx(bytesOf(ran.written!["a.xlsx"]!));
      return namedRanges?.find(({ name }) => name === "Ticket_Status")?.range;
    };
    expect(await rows()).toMatch(/\$2:\$I\$1001$/);
    expect(await rows("--rows", "7")).toMatch(/\$2:\$I\$8$/);
  });

  it("writes a compiled calendar to a name in .json, which the functions of a cell read", async () => {
    const ran = await sheet("--calendar", "desk.json", "--years", "2026", "--out", "cell.json");
    const text = ran.written!["cell.json"]!;
    expect(ran.out).toBe(`cell.json: the compiled calendar of 2026, ${text.length - 1} characters\n`);
    // 46164 is Friday 22 May 2026, before Whit Monday: 16:00 and four hours are Tuesday noon.
    expect(spreadsheetFunctions({ calendar: text }).deadline(46_164 + 16 / 24, 4)).toBe(46_168.5);
    expect(ran.err).toBe("");
    const long = await sheet("--calendar", "busy.json", "--years", "2000-2029", "--out", "cell.json");
    expect([long.code, long.err]).toEqual([0, expect.stringMatching(/a cell of Excel holds 32767 characters/)]);
    expectUnusable(
      await sheet("--calendar", "desk.json", "--years", "2026", "--out", "a.json", "--rows", "5"),
      /--rows is for a workbook/,
    );
    expectUnusable(
      await sheet("--calendar", "listed.json", "--years", "2027", "--out", "a.json"),
      /--years: 2027-01-01 is beyond/,
    );
  });

  it("gives the same bytes for the same calendar", async () => {
    const [first, second] = [
      await ouvreeLater(ASKED, { files: FILES }),
      await ouvreeLater(ASKED, { files: FILES, now: "2031-01-01T00:00:00Z" }),
    ];
    expect(first.written).toEqual(second.written);
  });

  it.each([
    [["--calendar", "desk.json", "--out", "a.xlsx"], /say which years: --years 2024-2028/],
    [["--years", "2026", "--out", "a.xlsx"], /say whose hours/],
    [["--calendar", "desk.json", "--policy", "clip-industrie", "--years", "2026", "--out", "a.xlsx"], /not both/],
    [["--calendar", "desk.json", "--years", "2026"], /--out desk\.xlsx/],
    [["--calendar", "desk.json", "--years", "2026", "--out", "a.ods"], /"a\.ods" does not end in \.xlsx/],
    [["--calendar", "desk.json", "--years", "2026", "--out", "-"], /does not end in \.xlsx/],
    [["--calendar", "desk.json", "--years", "26", "--out", "a.xlsx"], /"26" is no year/],
    [["--calendar", "desk.json", "--years", "2028-2024", "--out", "a.xlsx"], /write 2024-2028/],
    [["--calendar", "desk.json", "--years", "1903", "--out", "a.xlsx"], /1904 to 2199/],
    [["--calendar", "desk.json", "--years", "2199-2200", "--out", "a.xlsx"], /1904 to 2199/],
    [["--calendar", "desk.json", "--years", "2000-2030", "--out", "a.xlsx"], /more than 30 years/],
    [["--calendar", "desk.json", "--years", "2026", "--out", "a.xlsx", "--rows", "0"], /from 1 to 20000/],
    [["--calendar", "desk.json", "--years", "2026", "--out", "a.xlsx", "--rows", "20001"], /from 1 to 20000/],
    [["--calendar", "desk.json", "--years", "2026", "--out", "a.xlsx", "--lang", "de"], /use en or fr/],
    [["--calendar", "desk.json", "--years", "2026", "--out", "a.xlsx", "x"], /takes no words/],
    // Beyond what the calendar knows.
    [
      ["--calendar", "desk.json", "--years", "1980-1982", "--out", "a.xlsx"],
      /--years: .*1981-12-31|--years: .*1980-01-01/,
    ],
    [["--calendar", "listed.json", "--years", "2026-2027", "--out", "a.xlsx"], /--years: .*2027-01-01/],
  ])("refuses %j", async (args, message) => {
    const ran = await sheet(...args);
    expectUnusable(ran, message);
    expect(ran.written).toBeUndefined();
  });

  it("writes the file whole or not at all, and replaces none where asked not to", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ouvree-sheet-"));
    try {
      const out = join(folder, "desk.xlsx");
      const calendar = join(folder, "desk.json");
      writeFileSync(calendar, DESK);
      const args = ["sheet", "--calendar", calendar, "--years", "2026", "--rows", "5", "--out", out];
      const errors: string[] = [];
      const quiet = { ...processTerminal(), out: () => {}, err: (line: string) => void errors.push(line) };
      expect(await run(args, quiet)).toBe(0);
      const before = readFileSync(out);
      expect(before.subarray(0, 2).toString()).toBe("PK");
      expect(await run([...args, "--lang", "fr", "--no-clobber"], quiet)).toBe(2);
      expect(errors.join()).toMatch(/is there already/);
      expect(readFileSync(out)).toEqual(before);
      expect(readdirSync(folder).sort()).toEqual(["desk.json", "desk.xlsx"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
