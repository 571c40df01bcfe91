/**
 * `ouvree check` and other commands on cases whose history is incomplete.
 */
import { describe, expect, it } from "vitest";
import { lines, ouvree, type Ran } from "../fake-terminal.ts";

const POLICY = JSON.stringify({
  policy: "desk",
  calendars: { desk: { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } } },
  calendar: "desk",
  kinds: { request: { events: ["opened", "resolved"], queue: "phone" } },
  commitments: {
    solve: {
      ...{ kind: "target", kinds: ["request"], start: "opened", stop: "resolved", reopening: "ignore" },
      target: { hours: "PT4H", count: "open" },
    },
    back: { kind: "carry-over", kinds: ["request"], start: "opened", stop: "resolved", order: "report" },
  },
});
const rows = (id: string, ...events: readonly string[]): string[] =>
  events.map((each) => `${id},request,${each.replace(" ", ",2026-06-01T")}:00Z`);
const run =
  (command: string, ...flags: readonly string[]) =>
  (...cases: readonly string[][]): Ran =>
    ouvree([command, "t.csv", "--policy", "p.json", "--as-of", "2026-06-08T12:00Z", ...flags], {
      files: { "t.csv": lines("case,kind,event,at", ...cases.flat()), "p.json": POLICY },
    });
const met = (id: string): string[] => rows(id, "opened 10:00", "resolved 11:00");
const renamed = (id: string): string[] => rows(id, "opened 10:00", "Solved 11:00");

describe("a check", () => {
  it("counts such cases on stderr, and goes on with the others", () => {
    const { code, err, out } = run("check")(met("A"), renamed("B"), renamed("C"));
    expect(code).toBe(0);
    expect(err).toBe(
      "ouvree: 2 of 6 rows or cases could not be read whole\nouvree: cases with an incomplete history: 2; where it could change a verdict there is none (history-incomplete)\n",
    );
    expect(out).toContain(
      lines(
        'events of a type that the policy does not know: "Solved" (request: 2 events of 2 cases)',
        'if they move no clock, declare them in the policy: "events": { "other": ["Solved"] }',
      ),
    );
  });

  it.each([
    ["2", 0],
    ["1", 1],
  ])("counts each once for --max-bad %s", (most, code) => {
    const { code: got, err } = run("check", "--max-bad", most)(
      met("A"),
      renamed("B"),
      rows("C", "opened 10:00", "Solved 11:00", "Tagged 11:00"),
    );
    expect(got).toBe(code);
    expect(err.includes("2 rows or cases could not be read, more than --max-bad 1")).toBe(code === 1);
  });

  it("is no answer where nothing at all could be decided", () => {
    const { code, err, out } = run("check")(renamed("B"));
    expect(code).toBe(2);
    expect(err).toMatch(/nothing could be decided, since the history of the cases is incomplete\n$/);
    expect(out).toContain('"Solved"');
  });

  it("takes unknown types for ones that move no clock, and says so", () => {
    const { code, err, out } = run("check", "--ignore-unknown")(met("A"), renamed("B"));
    expect([code, err]).toEqual([1, ""]);
    expect(out).toContain(
      lines(
        'events of a type that the policy does not know: "Solved" (request: 1 event of 1 case)',
        "they are taken for events that move no clock (ignore-unknown)",
      ),
    );
  });

  it("has both in its JSON", () => {
    const { out } = run("check", "--ignore-unknown", "--format", "json")(met("A"), renamed("B"));
    expect(JSON.parse(out)).toMatchObject({
      ignoresUnknown: true,
      unknownEvents: [{ kind: "request", type: "Solved", events: 1, cases: 1 }],
    });
  });
});

describe("other commands", () => {
  it("say of how many it is not known whether anything is due", () => {
    expect(run("due")(renamed("B")).out).toContain("whether anything is due is not known: 2;");
  });

  it("plan no callback that may have been made", () => {
    const { err, out } = run("callbacks", "--agents", "1")(rows("A", "opened 10:00"), renamed("B"));
    expect(err).toContain("ouvree: callbacks of cases with an incomplete history, not planned: 1\n");
    expect(out).toContain("A");
    expect(out).not.toMatch(/\bB\b/);
  });

  it("explain why there is no verdict", () => {
    const { out } = run("explain", "--case", "B")(renamed("B"));
    expect(out).toContain("events of the case could not be read, or are of a type that the policy does not know");
  });

  it("explain one that stands without what could differ", () => {
    const { code, out } = run(
      "explain",
      "--case",
      "A",
      "--commitment",
      "solve",
    )(
      rows("A", "opened 10:00", "resolved 11:00", "resolved 12:00").map((row, i) =>
        i === 1 ? row.replace("resolved", "Solved") : row,
      ),
    );
    expect(code).toBe(0);
    expect(out).toContain("met");
  });
});
