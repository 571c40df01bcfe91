/**
 * `ouvree callbacks`: which callbacks are pending, and the morning's list of them. Source: docs/cli.md, docs/charter.md.
 *
 * 2026-05-22 is a Friday, the 25th Whit Monday, the 26th the next working day. An anomaly has 4 hours of open time.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import type { CarryOverDocument, TargetDocument } from "../../../../src/index.ts";
import { HARMFUL } from "../../refusals.ts";
import { expectUnusable, lines, ouvree, over, type Ran, type World } from "../fake-terminal.ts";

const HEADER = "case,kind,customer,event,at";
const FROM = "2026-05-26T08:30:00+02:00";
const row = (id: string, kind: string, event: string, at: string): string =>
  `${id},${kind},acme,${event},2026-05-${at.replace(" ", "T")}:00+02:00`;
const TICKETS = lines(
  HEADER,
  row("T1", "anomaly", "called", "26 08:10"),
  row("F2", "anomaly", "called", "22 16:55"),
  row("F3", "usage", "called", "22 16:58"),
  row("F1", "anomaly", "called", "22 10:00"),
  row("F1", "anomaly", "assisted", "22 16:59"),
);
const callbacks = (text: string, flags: readonly string[] = [], world: World = {}): Ran =>
  ouvree(["callbacks", "t.csv", ...over(["--policy", "clip-industrie", "--from", FROM], flags)], {
    ...world,
    files: { "t.csv": text, ...world.files },
  });
/** Ids in the order of the list, and what they miss. */
const planned = (text: string, flags: readonly string[] = [], world: World = {}): string[] => {
  const { code, out, err } = callbacks(text, ["--format", "json", "--agents", "1", "--minutes", "60", ...flags], world);
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out).calls.map(({ id, missed }: { id: string; missed: string[] }) => [id, ...missed].join(" "));
};

describe("the morning's list", () => {
  it("is told by the hour, with why each is where it is, when it is due, and what is enough", () => {
    expect(callbacks(TICKETS, ["--agents", "anna", "--minutes", "90"])).toEqual({
      code: 0,
      err: "",
      out: lines(
        "clip-industrie as of Tue 26 May 2026 08:30 (Europe/Paris): 3 callbacks are pending",
        "1 agent from Tue 26 May 2026 08:30, 90 min each",
        "",
        "Tue 26 May 2026",
        "  09:00–10:30  anna  F2  carried over Fri 22 May 2026 17:00  due Tue 26 May 2026 14:55",
        "  10:30–12:00  anna  F3  carried over Fri 22 May 2026 17:00  due Tue 26 May 2026 24:00",
        // Three hours of the morning are over when it begins; an hour was left.
        "  14:00–15:30  anna  T1  called Tue 26 May 2026 08:10        due Tue 26 May 2026 15:00  late: anomaly",
        "",
        "the last one is handled by Tue 26 May 2026 15:30",
        "will be missed: T1 (anomaly)",
        "2 agents would be enough",
      ),
    });
  });

  it("says so when all is in time", () => {
    const { out } = callbacks(TICKETS, ["--agents", "2", "--minutes", "20"]);
    expect(out).toMatch(/\nno target will be missed\n1 agent is enough\n$/);
  });

  it("says so when nothing is pending", () => {
    expect(callbacks(lines(HEADER, row("F1", "web-form", "submitted", "22 10:00")))).toEqual({
      code: 0,
      err: "",
      out: "clip-industrie as of Tue 26 May 2026 08:30 (Europe/Paris): no callback is pending\n",
    });
  });

  it("says what it assumes, and no more", () => {
    const told = (...flags: string[]): string => callbacks(TICKETS, flags).err;
    expect(told()).toBe("ouvree: assumed: 1 agent, 15 minutes a callback; say --agents and --minutes\n");
    expect(told("--agents", "2")).toBe("ouvree: assumed: 15 minutes a callback; say --minutes\n");
    expect(told("--minutes", "20")).toBe("ouvree: assumed: 1 agent; say --agents\n");
    expect(callbacks(lines(HEADER, row("W1", "web-form", "submitted", "22 10:00"))).err).toBe("");
  });

  it("is coloured on a terminal", () => {
    const { out } = callbacks(TICKETS, ["--agents", "1", "--minutes", "90"], { isColoured: true });
    expect(out).toContain("\u001b[31mlate: anomaly\u001b[39m");
    expect(out).toContain("\u001b[1mTue 26 May 2026\u001b[22m");
  });
});

describe("pending", () => {
  it.each<[string, string[], string[]]>([
    ["a call of today, that is not carried over", [row("A", "usage", "called", "26 08:00")], ["A"]],
    ["a call that was carried over", [row("A", "usage", "called", "22 16:00")], ["A"]],
    ["a call whose day is over: it is late", [row("A", "usage", "called", "19 10:00")], ["A callback"]],
    ["none that was made", [row("A", "usage", "called", "22 16:00"), row("A", "usage", "assisted", "22 17:30")], []],
    [
      "none that was made late",
      [row("A", "usage", "called", "18 16:00"), row("A", "usage", "assisted", "22 17:30")],
      [],
    ],
    [
      "none that was cancelled",
      [row("A", "usage", "called", "22 16:00"), row("A", "usage", "cancelled", "22 18:00")],
      [],
    ],
    [
      "none that was late when it was cancelled",
      [row("A", "usage", "called", "18 16:00"), row("A", "usage", "cancelled", "22 18:00")],
      [],
    ],
    [
      "one that was paused: pauses do not touch callbacks",
      [row("A", "usage", "called", "22 16:00"), row("A", "usage", "paused", "22 16:30")],
      ["A"],
    ],
    [
      "one whose user is connected: only help makes a callback",
      [row("A", "installation", "called", "22 16:00"), row("A", "installation", "user-connected", "22 17:30")],
      ["A"],
    ],
    ["none of another kind", [row("A", "specific-request", "called", "22 16:00")], []],
    [
      "none whose call is still to come",
      [row("A", "usage", "called", "26 09:00"), row("B", "usage", "called", "22 16:00")],
      ["B"],
    ],
  ])("is %s", (_, rows, expected) => {
    expect(planned(lines(HEADER, ...rows))).toEqual(expected);
  });

  it("is what cover lets be, with a register", () => {
    const register = { customers: [{ id: "acme", contract: { from: "2026-01-01", to: "2026-04-30" } }] };
    const text = lines(HEADER, row("A", "usage", "called", "22 16:00"));
    expect(planned(text, ["--register", "r.json"], { files: { "r.json": JSON.stringify(register) } })).toEqual([]);
  });

  it("goes by --as-of, which may be the evening before", () => {
    const text = lines(HEADER, row("A", "usage", "called", "22 16:00"), row("A", "usage", "assisted", "26 07:00"));
    expect(planned(text)).toEqual([]);
    const evening = ["--as-of", "2026-05-22T18:00:00+02:00"];
    expect(planned(text, evening)).toEqual(["A"]);
    const { asOf, from } = JSON.parse(callbacks(text, [...evening, "--format", "json"]).out);
    expect([asOf, from]).toEqual(["2026-05-22T18:00:00.000+02:00", "2026-05-26T08:30:00.000+02:00"]);
  });

  it("is as of now without an instant, and must be said in CI", () => {
    const words = ["callbacks", "t.csv", "--policy", "clip-industrie", "--format", "json"];
    const world = { files: { "t.csv": TICKETS }, now: "2026-05-22T17:30:00+02:00" };
    const told = JSON.parse(ouvree(words, world).out);
    expect([told.asOf, told.from]).toEqual(["2026-05-22T17:30:00.000+02:00", "2026-05-22T17:30:00.000+02:00"]);
    expectUnusable(ouvree(words, { ...world, env: { CI: "true" } }), /say --as-of/);
    expect(callbacks(TICKETS, [], { env: { CI: "true" } }).code).toBe(0);
  });
});

describe("the targets of a pending callback", () => {
  it("are those that the callback stops, pauses and all", () => {
    // Paused for an hour of Tuesday: an hour of open time was used on Friday, three hours are left from 10:00.
    const paused = [
      row("P", "anomaly", "called", "22 16:00"),
      row("P", "anomaly", "paused", "26 09:00"),
      row("P", "anomaly", "resumed", "26 10:00"),
    ];
    const text = lines(HEADER, ...paused);
    const told = (from: string) =>
      JSON.parse(
        callbacks(text, ["--format", "json", "--minutes", "60", "--as-of", "2026-05-26T10:00:00+02:00", "--from", from])
          .out,
      ).calls[0];
    // Used up at 15:00 in all: 2 h to noon, 1 h from 14:00.
    expect(told("2026-05-26T14:00:00+02:00")).toMatchObject({ dueAt: "2026-05-26T15:00:00.000+02:00", missed: [] });
    expect(told("2026-05-26T14:01:00+02:00")).toMatchObject({ missed: ["anomaly"] });
  });

  it("are late when they were missed before", () => {
    expect(planned(lines(HEADER, row("A", "anomaly", "called", "22 09:00")))).toEqual(["A anomaly"]);
  });

  it("have no due while they are paused", () => {
    const text = lines(HEADER, row("A", "anomaly", "called", "22 16:00"), row("A", "anomaly", "paused", "22 16:30"));
    expect(planned(text)).toEqual(["A"]);
    expect(callbacks(text).out).toContain("due Tue 26 May 2026 24:00");
  });
});

describe("a policy of one's own", () => {
  const { commitments, calendars } = clipIndustrieDefinition;
  const policyFile = (changes: object): string => JSON.stringify({ ...clipIndustrieDefinition, ...changes });
  const withPolicy = (changes: object, text: string, flags: readonly string[] = []): Ran =>
    ouvree(
      [
        "callbacks",
        "t.csv",
        ...over(["--policy", "p.json", "--from", FROM, "--minutes", "20", "--agents", "1"], flags),
      ],
      {
        files: { "t.csv": text, "p.json": policyFile(changes) },
      },
    );
  const callback = { ...commitments["callback"], conditions: [] } as CarryOverDocument;
  const night = { timeZone: "Europe/Paris", week: { "mon-sun": ["18:00-22:00"] } };
  const rules = {
    calendars: { ...calendars, night },
    calendarRules: [{ when: { kind: "usage" }, calendar: "night" }],
    commitments: { callback },
    conditions: {},
  };

  it("that promises no callbacks has no list", () => {
    const { anomaly } = commitments;
    const flat = { commitments: { anomaly }, conditions: clipIndustrieDefinition.conditions };
    expectUnusable(withPolicy(flat, TICKETS), /clip-industrie has no commitment of the kind carry-over/);
  });

  it("calls what is missed by its own names, whatever they are", () => {
    const { callback, anomaly } = commitments;
    const names = { "carry-over": { ...anomaly, reopening: "ignore" }, target: callback };
    const text = lines(HEADER, row("A", "anomaly", "called", "19 10:00"));
    const { calls } = JSON.parse(withPolicy({ commitments: names }, text, ["--format", "json"]).out);
    expect(calls[0].missed).toEqual(["target", "carry-over"]);
  });

  it("of several calendars has a list for each", () => {
    const text = lines(HEADER, row("D", "anomaly", "called", "22 16:00"), row("N", "usage", "called", "25 20:00"));
    const which = expectUnusable(withPolicy(rules, text));
    expect(which).toContain("callbacks of several calendars are pending (desk 1, night 1); say whose: --calendar desk");
    const desk = withPolicy(rules, text, ["--calendar", "desk"]);
    expect([desk.code, desk.err]).toEqual([0, "ouvree: callbacks of other calendars, not planned: 1\n"]);
    expect(desk.out).toContain("  09:00–09:20  agent 1  D  ");
    expect(withPolicy(rules, text, ["--calendar", "night"]).out).toContain("  18:00–18:20  agent 1  N  ");
    // One alone is chosen by itself.
    const only = withPolicy(rules, lines(HEADER, row("N", "usage", "called", "25 20:00")));
    expect([only.err, only.out.includes("18:00–18:20")]).toEqual(["", true]);
    expectUnusable(
      withPolicy(rules, text, ["--calendar", "nigth"]),
      /--calendar: "nigth" is no calendar.*did you mean "night"/,
    );
  });

  it("has no targets of a callback that help does not stop", () => {
    const { anomaly } = commitments;
    const told = { ...(anomaly as TargetDocument), stop: "told", kinds: ["usage"], conditions: [] };
    const kinds = {
      ...clipIndustrieDefinition.kinds,
      usage: { events: ["called", "assisted", "told", "sales-action"] },
    };
    const text = lines(HEADER, row("A", "usage", "called", "22 09:00"));
    const changes = { kinds, commitments: { callback, told }, conditions: {} };
    expect(withPolicy(changes, text).out).toMatch(/due Tue 26 May 2026 24:00\n/);
    const both = { ...changes, commitments: { callback, told: { ...told, stop: ["told", "assisted"] } } };
    expect(withPolicy(both, text).out).toMatch(/due Fri 22 May 2026 15:00 {2}late: told\n/);
  });

  it("that reads closing as the end of the window carries over at noon", () => {
    const text = lines(HEADER, row("A", "usage", "called", "26 11:00"), row("B", "usage", "called", "26 10:00"));
    const told = (closing: string): string =>
      withPolicy({ commitments: { callback: { ...callback, closing } }, conditions: {} }, text, [
        "--from",
        "2026-05-26T12:30:00+02:00",
      ]).out;
    expect(told("day")).toContain("  14:00–14:20  agent 1  B  called Tue 26 May 2026 10:00\n");
    expect(told("window")).toContain("  B  carried over Tue 26 May 2026 12:00  due Wed 27 May 2026 24:00\n");
  });

  it("whose hours change calls back in those in force", () => {
    const versions = [
      { from: "2026-05-26", calendars: { desk: { ...calendars["desk"], week: { "mon-fri": ["10:00-16:00"] } } } },
    ];
    const text = lines(HEADER, row("A", "usage", "called", "22 16:00"));
    expect(withPolicy({ versions, commitments: { callback }, conditions: {} }, text).out).toContain(
      "  10:00–10:20  agent 1  A  ",
    );
  });
});

describe("what cannot be planned", () => {
  it.each<[string, string[], RegExp]>([
    ["no file", ["callbacks", "--policy", "clip-industrie"], /name a file of cases/],
    ["no policy", ["callbacks", "t.csv"], /say by which policy/],
    ["an unknown policy", ["callbacks", "t.csv", "--policy", "clip"], /is no preset/],
    ["an unknown flag", ["callbacks", "t.csv", "--agent", "2"], /did you mean --agents/],
    ["a file that is not there", ["callbacks", "x.csv", "--policy", "clip-industrie"], /x\.csv does not exist/],
    ["an unknown command", ["callback", "t.csv"], /did you mean "callbacks"/],
  ])("%s", (_, words, message) => {
    expectUnusable(ouvree(words, { files: { "t.csv": TICKETS } }), message);
  });

  it.each<[string[], RegExp]>([
    [["--agents", "0"], /--agents: "0" is no number of agents/],
    [["--agents", "1.5e3,"], /--agents/],
    [["--agents", "anna,,ben"], /--agents: "anna,,ben" is no number/],
    [["--agents", "anna, anna"], /--agents/],
    [["--agents", "9999999999"], /--agents/],
    [["--minutes", "0"], /--minutes: "0" is no number of minutes; write 20/],
    [["--minutes", "PT20M"], /--minutes: "PT20M"/],
    [["--minutes", "1e9"], /--minutes/],
    [["--minutes", "181"], /--minutes: 181 minutes are longer than any open interval.*at most 180 minutes/],
    [["--from", "tomorrow"], /--from: "tomorrow" is not a date/],
    [["--from", "2026-05-26T08:30"], /--from: .*say --zone Europe\/Paris/],
    [["--from", "2199-12-31T22:59:00Z"], /2200-01-01 is beyond/],
    [["--as-of", "2026-05-27T08:30Z"], /--from is before --as-of/],
    [["--format", "html"], /--format: "html" is not known; use text, json or csv/],
    [["--zone", "Paris"], /--zone: "Paris" is not a time zone/],
    [["--calendar", "night"], /--calendar: "night" is no calendar of the policy; it has desk/],
  ])("%j", (flags, message) => {
    expectUnusable(callbacks(TICKETS, flags), message);
  });

  it("no case that could be read", () => {
    const { code, out, err } = callbacks(lines(HEADER, "A,anomaly"));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^t\.csv:2: [\s\S]*\nouvree: no case could be read from t\.csv\n$/);
  });
});

describe("what is left out", () => {
  it("is told: rows that could not be read, cases of one id", () => {
    const rows = [row("A", "usage", "called", "22 16:00"), "B,usage,acme,called,soon"];
    const bad = callbacks(lines(HEADER, ...rows), ["--agents", "1", "--minutes", "20"]);
    expect([bad.code, bad.out.includes("  A  ")]).toEqual([0, true]);
    expect(bad.err).toMatch(
      /^t\.csv:3, column at: "soon"[\s\S]*1 of 2 rows or cases could not be read whole\nouvree: callbacks of cases with an incomplete history, not planned: 1\n$/,
    );
    const { code, err, out } = ouvree(["callbacks", "a.csv", "b.csv", "--policy", "clip-industrie", "--from", FROM], {
      files: { "a.csv": lines(HEADER, rows[0]!), "b.csv": lines(HEADER, rows[0]!.replace("usage", "anomaly")) },
    });
    expect(code).toBe(0);
    expect(err).toMatch(/^b\.csv:2, column kind: .*\n/);
    expect(err).toMatch(/\nouvree: "A" is the id of several cases; none of them is planned\n$/);
    expect(out).toContain("no callback is pending");
  });

  it("is told: callbacks whose next working day is not known", () => {
    const calendars = { desk: { ...clipIndustrieDefinition.calendars["desk"], holidays: [{ dates: ["2026-05-25"] }] } };
    const text = lines(
      HEADER,
      "A,usage,acme,called,2026-12-31T16:00:00+01:00",
      "B,usage,acme,called,2026-12-30T16:00:00+01:00",
    );
    const { out, err } = ouvree(
      [
        "callbacks",
        "t.csv",
        "--policy",
        "p.json",
        "--from",
        "2026-12-31T16:30:00+01:00",
        "--minutes",
        "20",
        "--agents",
        "1",
      ],
      { files: { "t.csv": text, "p.json": JSON.stringify({ ...clipIndustrieDefinition, calendars }) } },
    );
    expect(err).toBe("ouvree: callbacks beyond the reach of the calendar, not planned: 1\n");
    expect(out).toContain("16:30–16:50  agent 1  B");
  });
});

describe("formats", () => {
  it("csv is a line a callback, in the order of the queue, kept from being formulas", () => {
    const text = lines(
      HEADER,
      row("T1", "anomaly", "called", "26 08:10"),
      `=1+1,usage,acme,called,2026-05-22T16:00:00+02:00`,
    );
    const { code, out, err } = callbacks(text, ["--format", "csv", "--agents", "@anna,ben", "--minutes", "20"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\r\n")).toEqual([
      "start,end,agent,case,called,carried_over,carried_at,due,missed",
      "2026-05-26T09:00:00.000+02:00,2026-05-26T09:20:00.000+02:00,'@anna,'=1+1,2026-05-22T16:00:00.000+02:00,true,2026-05-22T17:00:00.000+02:00,2026-05-27T00:00:00.000+02:00,",
      "2026-05-26T09:00:00.000+02:00,2026-05-26T09:20:00.000+02:00,ben,T1,2026-05-26T08:10:00.000+02:00,false,,2026-05-26T15:00:00.000+02:00,",
      "",
    ]);
  });

  it("json is the plan, with what it was made of", () => {
    const told = JSON.parse(callbacks(TICKETS, ["--format", "json", "--agents", "anna,ben", "--minutes", "7.5"]).out);
    expect(told).toMatchObject({
      schema: 1,
      policy: "clip-industrie",
      asOf: "2026-05-26T08:30:00.000+02:00",
      from: "2026-05-26T08:30:00.000+02:00",
      timeZone: "Europe/Paris",
      agents: ["anna", "ben"],
      handlingMinutes: 7.5,
      missed: [],
      missedAnyway: [],
      enoughAgents: 1,
      finishesAt: "2026-05-26T09:15:00.000+02:00",
    });
    expect(told.calls.map(({ id }: { id: string }) => id)).toEqual(["F2", "F3", "T1"]);
  });

  it("text and csv hold nothing that a terminal would obey", () => {
    const evil = "A\u001b[31m\u202e";
    const cases = [{ id: evil, kind: "usage", events: [{ type: "called", at: "2026-05-22T16:00:00+02:00" }] }];
    for (const format of ["text", "csv", "json"]) {
      const { code, out } = ouvree(
        [
          "callbacks",
          "t.json",
          "--policy",
          "clip-industrie",
          "--from",
          FROM,
          "--agents",
          `b\u202e,c`,
          "--format",
          format,
        ],
        { files: { "t.json": JSON.stringify(cases) } },
      );
      expect(code).toBe(0);
      expect(out.replace(/[\r\n]/g, "")).not.toMatch(HARMFUL);
    }
  });
});

describe("help", () => {
  it("has an example that works", () => {
    const { code, out } = ouvree(["callbacks", "--help"]);
    expect(code).toBe(0);
    const words = /^Example: ouvree (.+)$/m.exec(out)![1]!.split(" ");
    expect(ouvree(words, { files: { "tickets.csv": TICKETS } })).toMatchObject({ code: 0, err: "" });
  });

  it("of the program names the command", () => {
    expect(ouvree(["--help"]).out).toMatch(/ouvree callbacks FILE… --policy P {3}who is called back when/);
    expect(ouvree(["help", "callbacks"]).out).toBe(ouvree(["callbacks", "-h"]).out);
  });
});
