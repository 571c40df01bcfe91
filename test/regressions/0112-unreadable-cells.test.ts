/**
 * A stop that could not be read was dropped by the reader, and the case was "missed, done not yet". Now it is handed on as it stands, with its
 * line on stderr, for the evaluation to say what it may have been. Source: docs/semantics.md §5, "An incomplete history".
 */
import { describe, expect, it } from "vitest";
import { type Imported, readCases } from "../../src/import/index.ts";
import { lines, ouvree } from "../unit/cli/fake-terminal.ts";

const READ = "2026-06-01T10:00:00.000Z";
const events = ({ cases }: Imported): unknown => cases.map((one) => one.events);
const json = (...all: unknown[]): string => JSON.stringify([{ id: "A", kind: "k", events: all }]);

describe("nothing of a case is lost: it is handed on with", () => {
  it.each([
    [
      "a time that is none, a row an event",
      lines("case,kind,event,at", `A,k,x,${READ}`, "A,k,y,1 June at noon"),
      "1 June at noon",
    ],
    ["a time that is none, a row a case", lines("case,kind,x_at,y_at", `A,k,${READ},1 June at noon`), "1 June at noon"],
    ["a time that is none, JSON", json({ type: "x", at: READ }, { type: "y", at: "1 June at noon" }), "1 June at noon"],
    ["no time, a row an event", lines("case,kind,event,at", `A,k,x,${READ}`, "A,k,y,"), ""],
    ["no time, JSON", json({ type: "x", at: READ }, { type: "y" }), ""],
    ["a number for a time, JSON", json({ type: "x", at: READ }, { type: "y", at: 5 }), "5"],
    [
      "a time without an offset",
      lines("case,kind,event,at", `A,k,x,${READ}`, "A,k,y,2026-06-01T11:00"),
      "2026-06-01T11:00",
    ],
  ])("%s", (_name, text, at) => {
    const read = readCases(text);
    expect(events(read)).toEqual([
      [
        { type: "x", at: READ },
        { type: "y", at },
      ],
    ]);
    expect([read.issues.length, read.badRows]).toEqual([1, 1]);
  });

  it.each([
    ["a row an event", lines("case,kind,event,at,by", `A,k,,${READ},eva`)],
    ["JSON, no type", json({ at: READ, by: "eva" })],
    ["JSON, a number", json({ type: 5, at: READ, by: "eva" })],
  ])("no type, but its time and what it has beside: %s", (_name, text) => {
    const read = readCases(text);
    expect(events(read)).toEqual([[{ type: "", at: READ, by: "eva" }]]);
    expect(read.badRows).toBe(1);
  });

  it.each([
    ["a row an event", lines("case,kind,event,at,minutes", `A,k,x,${READ},half an hour`)],
    ["a row a case", lines("case,kind,x_at,x_minutes", `A,k,${READ},half an hour`)],
    ["JSON", json({ type: "x", at: READ, minutes: "half an hour" })],
  ])("minutes that are none, as they stand: %s", (_name, text) => {
    const read = readCases(text);
    expect(events(read)).toEqual([[{ type: "x", at: READ, minutes: "half an hour" }]]);
    expect(read.issues.map(({ code }) => code)).toEqual(["file.bad-number"]);
  });

  it("a row that has too many cells, or a bad quote, if the case that it names stands on a good row", () => {
    const rows = [`A,k,x,${READ}`, `A,k,y,${READ},more`, `B,k,y,${READ},more`, `A,k,"y"y,${READ}`];
    const read = readCases(lines("case,kind,event,at", ...rows));
    expect(events(read)).toEqual([
      [
        { type: "x", at: READ },
        { type: "", at: "" },
      ],
    ]);
    expect(read.badRows).toBe(3);
  });

  it("an event of JSON that is nothing at all", () => {
    expect(events(readCases(json(null, { type: "x", at: READ })))).toEqual([
      [
        { type: "", at: "" },
        { type: "x", at: READ },
      ],
    ]);
  });
});

describe("a row that could not be read", () => {
  const ARGS = ["--policy", "clip-industrie", "--as-of", "2026-06-10T00:00Z"];

  it("is told with its line and counts once for --max-bad, as row and as case together", () => {
    const files = {
      "t.csv": lines(
        "case,kind,event,at",
        `A,anomaly,called,${READ}`,
        "A,anomaly,assisted,1 June at noon",
        `B,anomaly,called,${READ}`,
        `B,anomaly,assisted,${READ}`,
      ),
    };
    const { err } = ouvree(["check", "t.csv", ...ARGS], { files });
    expect(err).toMatch(/^t\.csv:3, column at: "1 June at noon"/m);
    expect(err).toMatch(/1 of 4 rows/);
    expect(ouvree(["check", "t.csv", ...ARGS, "--max-bad", "1"], { files }).err).not.toContain("--max-bad");
  });

  it("is no case: where there are no others, none could be read", () => {
    const files = { "t.csv": lines("case,kind,event,at", "A,anomaly,called,soon") };
    const { code, err } = ouvree(["check", "t.csv", ...ARGS], { files });
    expect([code, err]).toEqual([2, expect.stringContaining("no case could be read")]);
  });
});
