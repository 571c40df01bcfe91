/**
 * `ouvree due`: what is due next. Source: docs/cli.md, docs/policies.md ("Results").
 *
 * A desk in UTC, Monday to Friday 9:00 to 17:00; the 1st of June 2026 is a Monday. A call has four hours of open time, at risk from three
 * of them; a letter two working days, to midnight.
 */
import { describe, expect, it } from "vitest";
import { HARMFUL } from "../../refusals.ts";
import { fakeLive } from "../fake-live.ts";
import { expectUnusable, ouvree, type Ran, type World } from "../fake-terminal.ts";

const POLICY = JSON.stringify({
  policy: "desk",
  calendar: "desk",
  calendars: { desk: { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } } },
  kinds: { call: { events: ["called", "helped"] }, letter: { events: ["came", "answered"] } },
  events: { pause: "waiting", resume: "back", cancel: "withdrawn" },
  commitments: {
    help: {
      kind: "target",
      kinds: ["call"],
      start: "called",
      stop: ["helped"],
      target: { hours: "PT4H", count: "open" },
      reopening: "new-cycle",
      per: "case",
      atRisk: [0.75],
    },
    answer: {
      kind: "target",
      kinds: ["letter"],
      start: "came",
      stop: ["answered"],
      target: { days: "P2D", count: "working", until: "midnight", rollToOpen: false },
      reopening: "ignore",
    },
    callback: { kind: "carry-over", kinds: ["call"], start: "called", stop: "helped", order: "report" },
  },
});
const ROWS = [
  "L,letter,came,2026-06-02T10:00:00Z",
  "RISK,call,called,2026-06-03T09:30:00Z",
  "LATE,call,called,2026-06-02T10:00:00Z",
  "WAIT,call,called,2026-06-03T09:00:00Z",
  "WAIT,call,waiting,2026-06-03T11:00:00Z",
  "DONE,call,called,2026-06-01T09:00:00Z",
  "DONE,call,helped,2026-06-01T15:00:00Z",
  "GONE,call,called,2026-06-03T09:00:00Z",
  "GONE,call,withdrawn,2026-06-03T10:00:00Z",
  "AGAIN,call,called,2026-06-01T09:00:00Z",
  "AGAIN,call,helped,2026-06-01T10:00:00Z",
  "AGAIN,call,called,2026-06-03T12:00:00Z",
];
const csv = (...rows: readonly string[]): string => `case,kind,event,at\n${rows.join("\n")}\n`;
const due = (flags: readonly string[] = [], rows = ROWS, world: World = {}): Ran =>
  ouvree(["due", "t.csv", "--policy", "p.json", "--as-of", "2026-06-03T13:00:00Z", ...flags], {
    ...world,
    files: { "p.json": POLICY, "t.csv": csv(...rows) },
  });
const json = (flags: readonly string[] = [], rows = ROWS) => JSON.parse(due(["--format", "json", ...flags], rows).out);

describe("what is due", () => {
  // LATE used its four hours at 14:00 on the 2nd; by 13:00 on the 3rd it has used 7 + 4 of them. RISK used 3 h 30 of 4, and AGAIN one.
  it("is a table by the instant of the due, with what is left in words", () => {
    expect(due()).toEqual({
      code: 0,
      err: "",
      out: `desk as of Wed 3 Jun 2026 13:00 (UTC): 1 used up, 1 at risk, 5 running, 1 paused

due                   case   commitment  state            left
Tue 2 Jun 2026 14:00  LATE   help        used up, missed  7 h over
Wed 3 Jun 2026 13:30  RISK   help        at risk          30 min (75 % used)
Wed 3 Jun 2026 16:00  AGAIN  help        running          3 h
Wed 3 Jun 2026 24:00  LATE   callback    running          today
Thu 4 Jun 2026 24:00  L      answer      running          1 day
–                     RISK   callback    running          carried over at closing
–                     WAIT   help        paused           2 h
–                     WAIT   callback    running          carried over at closing

missed and over: 1; ouvree check lists them
next change Wed 3 Jun 2026 13:30
`,
    });
  });

  it("is data, too, without what is not known", () => {
    const { rows, ...list } = json();
    expect(list).toEqual({
      schema: 1,
      policy: "desk",
      asOf: "2026-06-03T13:00:00.000Z",
      timeZone: "UTC",
      left: 0,
      counts: { "used-up": 1, "at-risk": 1, running: 5, paused: 1 },
      missed: 1,
      nextChangeAt: "2026-06-03T13:30:00.000Z",
    });
    expect(rows[0]).toMatchObject({ case: "LATE", state: "used-up", outcome: "missed", overrunMs: 7 * 3600e3 });
    expect(rows.find((row: { case: string }) => row.case === "L")).toEqual({
      case: "L",
      kind: "letter",
      commitment: "answer",
      state: "running",
      outcome: "running",
      dueAt: "2026-06-05T00:00:00.000Z",
      dueDate: "2026-06-04",
      calendarOpen: true,
      missedAt: "2026-06-05T00:00:00.000Z",
      nextChangeAt: expect.any(String),
    });
  });

  it("is CSV for a spreadsheet, in the same order", () => {
    const [header, ...rows] = due(["--format", "csv"]).out.split("\r\n");
    expect(header).toBe(
      "case,kind,commitment,state,outcome,due,due_date,remaining_ms,overrun_ms,missed_at,next_change",
    );
    expect(rows.map((row) => row.split(",").slice(0, 4).join(" ")).slice(0, 3)).toEqual([
      "LATE call help used-up",
      "RISK call help at-risk",
      "AGAIN call help running",
    ]);
    const hostile = due(["--format", "csv"], ["\u001b[31mA\u202e,call,called,2026-06-03T10:00:00Z"]).out;
    expect(hostile).toContain("\\u{1b}[31mA\\u{202e},call");
    expect(hostile.replaceAll("\r\n", "")).not.toMatch(HARMFUL);
    expect(due(["--format", "csv"], ["=1+1,call,called,2026-06-03T10:00:00Z"]).out).toContain("\r\n'=1+1,call");
  });

  it("leaves out what comes later, and says how much", () => {
    expect(json(["--within", "PT30M"]).rows.map((row: { case: string }) => row.case)).toEqual(["LATE", "RISK"]);
    expect(json(["--within", "PT29M"]).rows.map((row: { case: string }) => row.case)).toEqual(["LATE"]);
    expect(json(["--limit", "1"])).toMatchObject({ left: 7, rows: [{ case: "LATE" }] });
    const { out } = due(["--within", "PT3H", "--limit", "2"]);
    expect(out).toContain("\n… and 6 more\n");
    // The heading still counts all, and the next change is that of all.
    expect(out).toContain("1 used up, 1 at risk, 5 running, 1 paused");
  });

  it("used up to the ms is no miss yet", () => {
    const rows = ["EDGE,call,called,2026-06-03T09:00:00Z"];
    expect(json([], rows).rows[0]).toMatchObject({ state: "used-up", outcome: "running", remainingMs: 0 });
    expect(due([], rows).out).toMatch(/13:00 {2}EDGE {2}help +used up +nothing/);
  });

  it("may be nothing", () => {
    expect(due([], ["A,letter,came,2026-06-01T10:00:00Z", "A,letter,answered,2026-06-01T11:00:00Z"]).out).toBe(
      "desk as of Wed 3 Jun 2026 13:00 (UTC): nothing is due\nnothing changes without a new event\n",
    );
  });

  it("is painted on a terminal", () => {
    const out = due([], ROWS, { isColoured: true }).out.replaceAll("\u001b", "ESC");
    expect(out).toMatch(/ESC\[31m[^\n]*LATE[^\n]*ESC\[39m\n/);
    expect(out).toMatch(/ESC\[33m[^\n]*RISK/);
  });

  it.each([
    [["--within", "4h"], /--within/],
    [["--within", "-PT1H"], /--within: "-PT1H" is negative/],
    [["--limit", "0"], /--limit: "0" is not a number of rows/],
    [["--limit", "few"], /--limit/],
    [["--format", "jsn"], /did you mean "json"/],
    [["--format", "junit"], /use text, json or csv/],
  ])("%j is refused", (flags, message) => {
    expectUnusable(due(flags), message);
  });

  it("needs a file, and in CI the instant", () => {
    expectUnusable(ouvree(["due", "--policy", "clip-industrie"]), /name a file of cases/);
    const files = { "p.json": POLICY, "t.csv": csv(...ROWS) };
    expectUnusable(ouvree(["due", "t.csv", "--policy", "p.json"], { files, env: { CI: "1" } }), /--as-of/);
  });
});

describe("due --watch", () => {
  const start = (
    isTerminal: boolean,
    flags: readonly string[] = [],
    text = csv("A,call,called,2026-06-03T12:00:00Z"),
  ) => {
    const live = fakeLive(Date.parse("2026-06-03T13:00:00Z"), isTerminal);
    const files: Record<string, string | undefined> = { "p.json": POLICY, "t.csv": text };
    const printed = { out: "", err: "" };
    const { code } = ouvree(["due", "t.csv", "--policy", "p.json", "--watch", ...flags], {
      files: files as Record<string, string>,
      more: {
        live: live.live,
        nowMs: live.nowMs,
        out: (shown) => {
          printed.out += shown;
        },
        err: (line) => {
          printed.err += `${line}\n`;
        },
      },
    });
    const shown = (): string[] =>
      [...printed.out.matchAll(/as of (.*?) \(UTC\): (.*)$/gm)].map((m) => `${m[1]}: ${m[2]}`);
    return { code, live, files, printed, shown };
  };

  it("shows it again when something changes by itself", () => {
    const { code, live, shown } = start(false);
    expect(code).toBe(0);
    expect(shown()).toEqual(["Wed 3 Jun 2026 13:00: 2 running"]);
    // Three hours of the four are used at 15:00, all at 16:00, and a ms later it is late.
    live.pass(2 * 3600e3);
    expect(shown().at(-1)).toBe("Wed 3 Jun 2026 15:00: 1 at risk, 1 running");
    live.pass(3600e3 - 1);
    expect(shown()).toHaveLength(2);
    live.pass(1);
    expect(shown().at(-1)).toBe("Wed 3 Jun 2026 16:00: 1 used up, 1 running");
    live.pass(1);
    expect(shown().at(-1)).toMatch(/^Wed 3 Jun 2026 16:00:00\.001: 1 used up/);
  });

  it("shows it again when a file changes, and outlives one that is half written", () => {
    const { live, files, shown, printed } = start(false);
    files["t.csv"] = csv("A,call,called,2026-06-03T12:00:00Z", "B,call,called,2026-06-03T12:30:00Z");
    live.change("t.csv");
    live.pass(1000);
    expect(shown().at(-1)).toContain(": 4 running");
    files["t.csv"] = "case,ki";
    live.change("t.csv");
    live.pass(1000);
    expect(shown()).toHaveLength(2);
    expect(printed.err).toMatch(/^ouvree: [^\n]+\n$/);
    files["t.csv"] = csv("A,call,called,2026-06-03T12:00:00Z", "A,call,helped,2026-06-03T12:30:00Z");
    live.change("t.csv");
    live.pass(1000);
    expect(shown().at(-1)).toContain(": nothing is due");
    live.change("p.json");
    live.pass(1000);
    expect(shown()).toHaveLength(4);
  });

  it("appends to a file, and draws anew on a terminal", () => {
    const [file, screen] = [start(false), start(true)];
    for (const { live } of [file, screen]) live.pass(2 * 3600e3);
    expect(file.printed.out).toMatch(/^desk as of [\s\S]*\n\ndesk as of [\s\S]*$/);
    expect(file.printed.out).not.toContain("\u001b");
    const drawn = screen.printed.out.replaceAll("\u001b[H\u001b[2J", "CLEAR ");
    expect(drawn).toMatch(/^CLEAR desk as of [\s\S]*\nCLEAR desk as of [\s\S]*$/);
    expect(drawn).not.toContain("\u001b");
  });

  it("at a given instant waits for files alone", () => {
    const { live, shown } = start(false, ["--as-of", "2026-06-03T13:00:00Z"]);
    expect(live.held()).toEqual({ timers: 0, files: ["p.json", "t.csv"], interrupt: true });
    live.change("t.csv");
    live.pass(1000);
    expect(shown()).toEqual(["Wed 3 Jun 2026 13:00: 2 running", "Wed 3 Jun 2026 13:00: 2 running"]);
  });

  it("leaves nothing behind when it is ended", () => {
    const { live } = start(false);
    live.interrupt();
    expect(live.held()).toEqual({ timers: 0, files: [], interrupt: false });
  });

  it("refuses what cannot be read at the start, and standard input", () => {
    const { code, printed, live } = start(false, [], "nothing");
    expect([code, printed.out]).toEqual([2, ""]);
    expect(live.held().files).toEqual([]);
    const files = { "p.json": POLICY, "-": csv(...ROWS) };
    expectUnusable(ouvree(["due", "-", "--policy", "p.json", "--watch"], { files }), /standard input is read once/);
  });

  it("follows files of any name, and no preset", () => {
    const { live } = fakeLive(Date.parse("2026-06-03T13:00:00Z"));
    const followed: string[] = [];
    const follow = (path: string): (() => void) => {
      followed.push(path);
      return () => {};
    };
    const files = { tickets: csv("A,anomaly,called,2026-06-03T12:00:00Z") };
    ouvree(["due", "tickets", "--policy", "clip-industrie", "--watch"], { files, more: { live: { ...live, follow } } });
    expect(followed).toEqual(["tickets"]);
  });
});
