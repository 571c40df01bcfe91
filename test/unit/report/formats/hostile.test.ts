/**
 * Hostile texts in every field, in every format: the output stays what its format says it is, and does nothing.
 */
import { describe, expect, it } from "vitest";
import { RENDERERS } from "../../../../src/report/index.ts";
import { HARMFUL } from "../../refusals.ts";
import { HOSTILE, hostileReport } from "./hostile.ts";
import { csvRows, junitProblems, markdownTables, markdownTokens, sarifProblems } from "./judges.ts";

const REPORTS = Object.entries(HOSTILE).map(([what, text]) => {
  const report = hostileReport(text);
  const written = Object.fromEntries(Object.entries(RENDERERS).map(([name, write]) => [name, write(report)]));
  return { what, report, written };
});
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

describe.each(REPORTS)("$what", ({ written, report }) => {
  it.each(Object.keys(RENDERERS))("is nothing that a terminal or a build server obeys, in %s", (format) => {
    const output = written[format]!;
    expect(output).not.toBe("");
    expect(output.replace(/\r?\n/g, "")).not.toMatch(HARMFUL);
    expect(output).not.toMatch(HALF);
    // Old commands are obeyed anywhere, new ones at the start of a line; those of the format itself are tried below.
    expect(output).not.toMatch(/##\w*\[/);
    if (format !== "github") expect(output).not.toMatch(/^\s*::/m);
  });

  it("stays a row of a table in text", () => {
    const lines = written["text"]!.split("\n");
    const at = lines.findIndex((line) => line.startsWith("commitment "));
    expect(
      lines.slice(at + 1, at + 4).map((line) => line.replace(/^.*? {2,}(?=\d)/, "").split(/ {2,}/).length),
    ).toEqual([8, 8, 8]);
    expect(lines[at + 4]).toBe("");
  });

  it("stays text in JUnit", async () => {
    expect(await junitProblems(written["junit"]!)).toEqual([]);
    expect(written["junit"]!.match(/<testcase /g)).toHaveLength(9);
    expect(written["junit"]!.match(/<failure /g)).toHaveLength(3);
  });

  it("stays a text of JSON, and whole in the evaluation", () => {
    expect(JSON.parse(written["json"]!).cases[0].id).toBe(report.evaluation.cases[0]!.id);
    const issues = JSON.parse(written["gitlab"]!) as { location: { lines: { begin: number } }; fingerprint: string }[];
    expect(issues).toHaveLength(3);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    expect(sarifProblems(written["sarif"]!)).toEqual([]);
  });

  it("is no link and no placeholder in SARIF, and its file is a reference", () => {
    const { rules } = JSON.parse(written["sarif"]!).runs[0].tool.driver;
    const results = JSON.parse(written["sarif"]!).runs[0].results as {
      message: { text: string };
      locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
    }[];
    for (const { text: said } of [
      ...results.map(({ message }) => message),
      ...rules.map((r: never) => r["shortDescription"]),
    ]) {
      // What is left when pairs of braces and what is escaped are taken away.
      expect(said.replace(/\\[[\]\\]/g, "").replace(/\{\{|\}\}/g, "")).not.toMatch(/[[\]{}\\]/);
    }
    for (const { locations } of results)
      expect(locations[0]!.physicalLocation.artifactLocation.uri).toMatch(/^(file:\/\/)?([A-Za-z0-9\-_.!~*'()%/])*$/);
  });

  it("is a cell of CSV, and no formula", () => {
    const rows = csvRows(written["csv"]!);
    expect(rows).toHaveLength(10);
    for (const row of rows) {
      expect(row).toHaveLength(rows[0]!.length);
      for (const cell of row) expect(cell).not.toMatch(/^[\s]*[=+\-@\t\r]/);
    }
  });

  it("is code in Markdown, and nothing else", () => {
    const output = written["markdown"]!;
    const types = new Set(markdownTokens(output).map(({ type }) => type));
    for (const bad of ["html", "link", "image", "em", "strong", "del", "code", "blockquote", "hr", "def", "br"])
      expect(types, bad).not.toContain(bad);
    for (const row of markdownTables(output)) expect([3, 9, 10]).toContain(row.length);
    // Outside of spans of code stand our own words alone.
    expect(output.replace(/`[^`\n]*`/g, "")).toMatch(/^[\w #:,.()|/%✅❌–…\n-]*$/u);
  });

  it("is data of GitHub's commands", () => {
    const lines = written["github"]!.trimEnd().split("\n");
    // The broken goals, then the three misses.
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      const [, properties, data] = /^::(?:error|warning) ([^:]*)::(.*)$/.exec(line)!;
      expect(properties!.split(",").map((each) => each.replace(/=.*/, ""))).toEqual(
        properties!.startsWith("file=") ? ["file", "line", "title"] : ["title"],
      );
      expect(properties).not.toMatch(/%(?!25|0D|0A|3A|2C)/);
      expect(data).not.toMatch(/%(?!25|0D|0A)/);
    }
  });
});
