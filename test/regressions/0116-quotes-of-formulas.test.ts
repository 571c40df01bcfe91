/**
 * A case `=1+1` was written as `'=1+1`, which keeps spreadsheets from running it, and read back under that name. The reader takes exactly
 * that quote off; a text that begins with such a quote itself is written with one more.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../src/charters/clip-industrie.ts";
import { readCases } from "../../src/import/index.ts";
import { evaluate } from "../../src/index.ts";
import { bareText, quotedText } from "../../src/issues/formula.ts";
import { csvRow } from "../../src/report/csv-row.ts";
import { csvReport } from "../../src/report/index.ts";
import { runs } from "../helpers/runs.ts";

/** The cells of a row, written as ouvree writes, and read as it reads. */
function back(id: string, fact: string): unknown {
  const text = csvRow(["case", "kind", "event", "at", "fact"]) + csvRow([id, "k", "x", "2026-06-01T10:00Z", fact]);
  return readCases(text).cases.map((one) => [one.id, (one as unknown as { fact?: string }).fact]);
}

describe("a text that ouvree writes", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["'=1+1", "''=1+1"],
    ["''=1+1", "'''=1+1"],
    ["-5", "'-5"],
    [" =1+1", "' =1+1"],
    ["a\n=1+1", "a\n'=1+1"],
    ["\r=1+1", "'\r'=1+1"],
    ["\ta", "'\ta"],
    // Nothing that runs: nothing is added, and nothing taken off.
    ["'a", "'a"],
    ["''a", "''a"],
    ["a'=1", "a'=1"],
  ])("%j is quoted as %j, and comes back", (text, quoted) => {
    expect(quotedText(text)).toBe(quoted);
    expect(bareText(quoted)).toBe(text);
    expect(back(text, text)).toEqual([[text, text]]);
  });

  it("comes back, whatever it is", () => {
    const cell = fc
      .oneof(fc.string({ unit: fc.constantFrom(..."'=+-@\t\r\n\",; a1") }), fc.string({ unit: "binary" }))
      .filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(cell, cell, (id, fact) => {
        expect(back(id, fact)).toEqual([[id, fact]]);
      }),
      runs(),
    );
  });

  it("is the id of a case in the report of a check", () => {
    const ids = ["=1+1", "'=1+1", "''a", "-1", "@x"];
    const cases = ids.map((id) => ({ id, kind: "anomaly", events: [{ type: "called", at: "2026-06-01T10:00Z" }] }));
    const report = {
      policy: clipIndustrie,
      evaluation: evaluate(clipIndustrie, cases, { asOf: "2026-06-02T00:00Z" }),
      verdicts: [],
    };
    const rows = csvReport(report)
      .replace("subject,id,", "subject,case,")
      .replace("stopped_at", "event")
      .replace("started_at", "at");
    expect(new Set(readCases(rows).cases.map(({ id }) => id))).toEqual(new Set(ids));
  });
});
