/**
 * Folding and escaping: RFC 5545 §3.1 and §3.3.11, and back again for any text.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentLines } from "../../../src/icalendar/text/content-line.ts";
import { fold } from "../../../src/icalendar/text/fold.ts";
import { escapeText, unescapeText } from "../../../src/icalendar/text/text.ts";
import { runsOf, seedOr } from "../../helpers/runs.ts";
import { textOf } from "./judge.ts";

const RUNS = { numRuns: runsOf(500), seed: seedOr(5545) };

/** What people and hostile hands write. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom("\\", ";", ",", "\n", "n", "N", ":", '"', "é", "日", "🎄", " ", "\t", "^"),
    maxLength: 120,
  }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom("BEGIN:VEVENT\nEND:VEVENT", "a\\nb", "\\", "__proto__", "\n ", "x".repeat(500), "🎄".repeat(100)),
);

describe("escaping", () => {
  it("is that of RFC 5545 §3.3.11", () => {
    const written = "Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.";
    expect(unescapeText(written)).toBe("Project XYZ Final Review\nConference Room - 3B\nCome Prepared.");
    expect(escapeText("a, b; c\\ d\r\ne")).toBe("a\\, b\\; c\\\\ d\\ne");
  });

  it("comes back as it was, read here and by another reader", () => {
    fc.assert(
      fc.property(text, (given) => {
        // What no value may hold (RFC 5545 §3.1) is a space; a lone CR is a line break.
        const kept = given.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\t\n\u0080-\u009f]/gu, " ");
        const escaped = escapeText(given);
        expect(escaped).not.toMatch(/[\r\n]|(?<!\\)(\\\\)*[,;]/);
        expect(unescapeText(escaped)).toBe(kept);
        expect(textOf(escaped)).toBe(kept);
      }),
      RUNS,
    );
  });
});

describe("folding", () => {
  it("keeps every line within 75 octets, cuts no character and comes back", () => {
    fc.assert(
      fc.property(text, (given) => {
        const line = `SUMMARY:${escapeText(given)}`;
        const folded = fold(line);
        for (const part of folded.split("\r\n")) {
          const octets = new TextEncoder().encode(part);
          expect(octets.length).toBeLessThanOrEqual(75);
          expect(new TextDecoder("utf-8", { fatal: true }).decode(octets)).toBe(part.replace(/^\ufeff/, ""));
        }
        expect(folded.replaceAll("\r\n ", "")).toBe(`${line}\r\n`);
        expect([...contentLines(folded)]).toEqual([
          { line: 1, name: "SUMMARY", params: new Map(), value: line.slice("SUMMARY:".length) },
        ]);
      }),
      RUNS,
    );
  });

  it("fills 75 octets and no more", () => {
    expect(fold("a".repeat(75))).toBe(`${"a".repeat(75)}\r\n`);
    expect(fold("a".repeat(76))).toBe(`${"a".repeat(75)}\r\n a\r\n`);
    // Two octets each: 37 are 74, and a 38th would be 76.
    expect(fold("é".repeat(38))).toBe(`${"é".repeat(37)}\r\n é\r\n`);
  });

  it("is undone for CRLF, LF and CR, with spaces and tabs, and lines are counted as in the file", () => {
    // RFC 5545 §3.1, first example.
    const folded = "DESCRIPTION:This is a lo\r\n ng description\r\n  that exists on a long line.";
    expect([...contentLines(folded)]).toMatchObject([
      { line: 1, value: "This is a long description that exists on a long line." },
    ]);
    expect([...contentLines("\nA:1\r\n\tx\n\nB:2\rC;X=1:3\n")]).toEqual([
      { line: 2, name: "A", params: new Map(), value: "1x" },
      { line: 5, name: "B", params: new Map(), value: "2" },
      { line: 6, name: "C", params: new Map([["X", "1"]]), value: "3" },
    ]);
  });
});

describe("parameters", () => {
  it.each([
    // RFC 5545 §3.2 and §3.1.1
    [
      "ATTENDEE;RSVP=TRUE;ROLE=REQ-PARTICIPANT:mailto:a@b.c",
      [
        ["RSVP", "TRUE"],
        ["ROLE", "REQ-PARTICIPANT"],
      ],
      "mailto:a@b.c",
    ],
    [
      'X;A="1;2:3,4",5;b=6:7:8',
      [
        ["A", "1;2:3,4"],
        ["B", "6"],
      ],
      "7:8",
    ],
    ["x-y;__proto__=1:z", undefined, undefined],
    ["DTSTART;TZID=:20260101T000000", [["TZID", ""]], "20260101T000000"],
  ])("%s", (line, params, value) => {
    const [content] = [...contentLines(line)];
    // A name has letters, digits and hyphens.
    if (params === undefined) expect(content).toMatchObject({ cure: "a parameter is written NAME=value" });
    else expect(content).toMatchObject({ params: new Map(params as [string, string][]), value });
  });
});
