/**
 * Other systems write "no date" as year 1 and "never" as year 9999. Zones were asked there, and the search never ended.
 */
import { expect, it } from "vitest";
import { type ClipIndustrieId, clipIndustrie } from "../../src/charters/clip-industrie.ts";
import { run } from "../../src/cli/run.ts";
import { processTerminal } from "../../src/cli/terminal.ts";
import { readCases } from "../../src/import/index.ts";
import { createCalendar, evaluate, isOuvreeError } from "../../src/index.ts";

const desk = createCalendar({ timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } });
const TIMES = [
  "0001-01-01T00:00:00Z",
  "0001-01-01T00:00:00+00:00[Europe/Paris]",
  "9999-12-31T23:59:59Z",
  "9999-12-31T23:59:59-12:00[Europe/Paris]",
  "1899-06-01T10:00:00Z",
];

it.each(TIMES)("%s is refused by a calendar", (time) => {
  let code: string | undefined;
  try {
    desk.isOpen(time);
  } catch (error) {
    code = isOuvreeError(error) ? error.code : undefined;
  }
  expect(["time.out-of-range", "time.zone-mismatch"]).toContain(code);
});

it.each(TIMES)("%s in a file is read or reported, and the reading ends", (time) => {
  const { cases, badRows } = readCases(`case,kind,event,at\nA,anomaly,called,${time}\n`);
  // A time that is not read is handed on as it stands, and its row is reported.
  expect(cases).toHaveLength(1);
  expect(badRows).toBe(String(cases[0]?.events[0]?.at).endsWith(".000Z") ? 0 : 1);
});

it.each(["0001-01-01T00:00:00Z", "1800-06-01T10:00:00Z", "1899-06-01T10:00:00Z"])(
  "a case that starts at %s is unmeasurable, in hours and in days",
  (at) => {
    const cases = [
      { id: "A", kind: "anomaly", events: [{ type: "called", at }] },
      { id: "W", kind: "web-form", events: [{ type: "submitted", at }] },
    ];
    const judged = evaluate(clipIndustrie, cases, { asOf: "2026-06-01T00:00:00Z" }).cases;
    const of = (index: number, commitment: ClipIndustrieId) => judged[index]?.commitments[commitment];
    const results = [of(0, "anomaly"), of(0, "callback"), of(1, "web-form"), of(1, "web-form-same-day")];
    for (const result of results) expect(result).toMatchObject({ outcome: "unmeasurable", reason: "beyond-reach" });
  },
);

it("one case that is wrong in several ways is one bad case, and alone it is no case at all", () => {
  const codeOf = (cases: unknown[], ...more: string[]): ReturnType<typeof run> => {
    const terminal = { ...processTerminal(), env: {}, out: () => {}, err: () => {}, read: () => JSON.stringify(cases) };
    const asOf = ["--as-of", "2026-06-01T00:00:00Z"];
    return run(["check", "cases.json", "--policy", "clip-industrie", ...asOf, ...more], terminal);
  };
  const bad = { id: "", kind: "", events: [] };
  const good = { id: "A", kind: "anomaly", events: [{ type: "called", at: "2026-05-29T16:00:00+02:00" }] };
  expect(codeOf([bad])).toBe(2);
  expect(codeOf([bad, good], "--max-bad", "1")).toBe(0);
  expect(codeOf([bad, good], "--max-bad", "0")).toBe(1);
});
