/**
 * What a careful reader of a policy would ask; and what nobody would.
 */
import { describe, expect, it } from "vitest";
import { clipIndustrie, clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import { definePolicy, type PolicyDocument } from "../../../../src/index.ts";
import { showPath } from "../../../../src/issues/issue.ts";
import { policyQuestions } from "../../../../src/report/index.ts";
import { HARMFUL } from "../../refusals.ts";

const week = { "mon-fri": ["09:00-17:00"] };
const DESK = { timeZone: "Europe/Paris", week };
const OTHER = { timeZone: "Europe/London", week };
const SOLVE = {
  kind: "target",
  kinds: ["incident"],
  start: "opened",
  stop: "solved",
  reopening: "ignore",
  target: { hours: "PT4H", count: "open" },
  changes: { fact: "keep", policy: "keep", calendar: "keep" },
};
const BASE = {
  policy: "desk",
  calendar: "desk",
  calendars: { desk: DESK },
  kinds: { incident: { events: ["opened", "solved", "reply"] } },
  commitments: { solve: SOLVE },
};
/** Questions, each as its place and its words. */
function asked(rest: object = {}): string[] {
  const policy = definePolicy({ ...BASE, ...rest } as unknown as PolicyDocument);
  return policyQuestions(policy).map(({ path, message }) => `${showPath(path)}: ${message}`);
}
const solve = (changes: object, rest: object = {}): string[] =>
  asked({ ...rest, commitments: { solve: { ...SOLVE, ...changes } } });

describe("nobody asks anything", () => {
  it("of a plain policy", () => {
    expect(asked()).toEqual([]);
  });

  it("of the preset, but for its 48 hours", () => {
    expect(policyQuestions(clipIndustrie).map(({ path }) => showPath(path))).toEqual([
      'commitments["specific-request"].target',
    ]);
  });
});

describe("rules", () => {
  const facts = { priority: ["P1", "P2"], region: ["east", "west"] };
  const kinds = { incident: { events: ["opened", "solved"] }, wish: { events: ["opened", "solved"] } };
  const commitments = {
    solve: {
      ...SOLVE,
      kinds: ["incident", "wish"],
      target: { by: "priority", values: { P1: SOLVE.target, P2: null } },
    },
  };
  const rules = (...calendarRules: object[]): string[] =>
    asked({ facts, kinds, commitments, calendars: { desk: DESK, east: OTHER, night: OTHER }, calendarRules }).filter(
      (line) => line.startsWith("calendarRules"),
    );
  const P1 = { when: { priority: "P1", region: ["east", "west"] }, calendar: "night" };

  it("that a case could be hit by, neither a part of the other, are asked about", () => {
    expect(rules({ when: { customer: "acme" }, calendar: "east" }, P1)).toEqual([
      'calendarRules[1]: a case with priority "P1" and region "east" and customer "acme" has the calendar "east" of rule 0, not "night" of rule 1: is that meant?',
    ]);
    expect(rules({ when: { kind: ["wish", "incident"], region: "west" }, calendar: "east" }, P1)).toEqual([
      'calendarRules[1]: a case of kind "wish" with priority "P1" and region "west" has the calendar "east" of rule 0, not "night" of rule 1: is that meant?',
    ]);
  });

  it("are asked about with a case that both hit", () => {
    expect(
      rules(
        { when: { kind: ["wish", "incident"], customer: "acme" }, calendar: "east" },
        { when: { kind: "incident", priority: "P1" }, calendar: "night" },
      ),
    ).toEqual([
      expect.stringMatching(/^calendarRules\[1\]: a case of kind "incident" with priority "P1" and customer "acme"/),
    ]);
  });

  it("of which one is for a part of the other's cases, or that choose the same, or share no case, are not", () => {
    expect(rules(P1, { when: { priority: "P1" }, calendar: "east" })).toEqual([]);
    expect(rules({ when: { customer: "acme" }, calendar: "night" }, P1)).toEqual([]);
    expect(rules({ when: { customer: "acme", priority: "P2" }, calendar: "east" }, P1)).toEqual([]);
  });

  it("raise one question each, however many come before them", () => {
    const customers = ["a", "b", "c"].map((customer) => ({ when: { customer }, calendar: "east" }));
    expect(rules(...customers, P1)).toHaveLength(1);
    expect(rules(...customers, P1)[0]).toMatch(
      /^calendarRules\[3\]: a case with priority "P1" and region "east" and customer "a"/,
    );
  });

  it("of a version are asked about where they are written", () => {
    const versions = [{ from: "2026-07-01", calendarRules: [{ when: { customer: "acme" }, calendar: "east" }, P1] }];
    const rest = { facts, kinds, commitments, calendars: { desk: DESK, east: OTHER, night: OTHER }, versions };
    expect(asked(rest).map((line) => line.split(":")[0])).toEqual(["versions[0].calendarRules[1]"]);
    // Those that go on are asked about once.
    const { calendarRules } = versions[0]!;
    const goesOn = [{ from: "2026-07-01", readings: { closing: "day" } }];
    expect(asked({ ...rest, calendarRules, versions: goesOn }).map((line) => line.split(":")[0])).toEqual([
      "calendarRules[1]",
    ]);
  });
});

describe("versions", () => {
  it.each([
    ["nothing", {}],
    [
      "what is so already",
      { calendar: "desk", calendars: { desk: DESK }, readings: {}, commitments: { solve: SOLVE } },
    ],
  ])("that say %s are asked about", (_, version) => {
    expect(asked({ versions: [{ from: "2026-07-01", ...version }] })).toEqual([
      'versions[0]: version "2026-07-01" changes nothing: is something missing?',
    ]);
  });

  it.each([
    [{ calendars: { desk: OTHER } }],
    [{ commitments: { solve: { ...SOLVE, title: "Solved" } } }],
    [{ commitments: { other: SOLVE } }],
    [{ readings: { closing: "day" } }],
  ])("that change something are not: %j", (version) => {
    expect(asked({ versions: [{ from: "2026-07-01", ...version }] })).toEqual([]);
  });

  it("that change a rule are not", () => {
    const rule = (customer: string) => [{ when: { customer }, calendar: "other" }];
    const calendars = { desk: DESK, other: OTHER };
    const version = (calendarRules: object) =>
      asked({ calendars, calendarRules: rule("a"), versions: [{ from: "2026-07-01", calendarRules }] });
    expect(version(rule("b"))).toEqual([]);
    expect(version(rule("a"))).toHaveLength(1);
  });

  it("that begin when the holidays are no longer known are asked about", () => {
    const calendars = { desk: { ...DESK, holidays: [{ dates: ["2026-05-01"] }] }, spare: DESK };
    const version = { from: "2027-01-01", name: "next", commitments: { solve: { ...SOLVE, title: "next" } } };
    expect(asked({ calendars, versions: [version] })).toEqual([
      'calendars.spare: no commitment uses the calendar "spare"',
      'versions[0].from: the holidays of "desk" are known up to 2026-12-31, and version "next" begins on 2027-01-01: nothing could be judged by it',
    ]);
    const known = { ...version, from: "2026-12-31" };
    expect(asked({ calendars: { desk: calendars.desk }, versions: [known] })).toEqual([]);
    const renewed = { ...version, calendars: { desk: DESK } };
    expect(asked({ calendars: { desk: calendars.desk }, versions: [renewed] })).toEqual([]);
  });

  it("of one name are asked about: a result could not tell them apart", () => {
    const version = (from: string, reading: string) => ({ from, name: "new", readings: { closing: reading } });
    expect(asked({ versions: [version("2026-07-01", "day"), version("2026-08-01", "window")] })).toEqual([
      'versions[1]: another version is called "new", too: results could not tell which of them judged',
    ]);
  });
});

describe("targets in hours", () => {
  const rare = {
    timeZone: "Europe/Paris",
    exceptions: { "2026-12-24": ["09:00-12:00"], "2027-12-24": ["09:00-12:00"] },
  };
  it("that last longer than a calendar is ever open are asked about", () => {
    // Three hours on two days.
    const calendars = { desk: rare };
    expect(solve({ target: { hours: "PT7H", count: "open" } }, { calendars })).toEqual([
      'commitments.solve.target: 7 h is more than counts at "desk" in all the time that is known: nobody could miss it',
    ]);
    expect(solve({ target: { hours: "PT6H", count: "open" } }, { calendars })).toEqual([]);
    // Of whole days there are 48 hours.
    expect(solve({ target: { hours: "PT49H", count: "working-days" } }, { calendars })).toHaveLength(1);
    expect(solve({ target: { hours: "PT48H", count: "working-days" } }, { calendars })).toEqual([]);
    expect(solve({ target: { hours: "PT49H", count: "running" } }, { calendars })).toEqual([]);
  });

  it("are not asked about where the first known date cannot be", () => {
    // The window of the night before it would belong to a date that is not known.
    const night = {
      timeZone: "Europe/Paris",
      week: { "mon-sun": ["22:00-06:00"] },
      holidays: [{ dates: ["2026-05-01"] }],
    };
    expect(solve({}, { calendars: { desk: night } })).toEqual([]);
  });

  it("are asked about in their cell, and in their version", () => {
    const target = {
      by: "priority",
      values: { P1: { hours: "PT2H", count: "open" }, P2: { hours: "PT7H", count: "open" } },
    };
    const versions = [{ from: "2026-07-01", commitments: { solve: { ...SOLVE, target } } }];
    expect(
      asked({
        calendars: { desk: rare },
        facts: { priority: ["P1", "P2"] },
        commitments: { solve: { ...SOLVE, target: { hours: "PT2H", count: "open" } } },
        versions,
      }).map((line) => line.split(":")[0]),
    ).toEqual(["versions[0].commitments.solve.target.values.P2"]);
  });

  it("on a calendar of calendars are asked about as on any other", () => {
    const both = {
      timeZone: "Europe/Paris",
      intersection: [DESK, { timeZone: "Europe/Paris", week: { mon: ["10:00-11:00"] } }],
    };
    expect(solve({}, { calendars: { desk: both } })).toEqual([]);
    expect(solve({ target: { hours: "PT24H", count: "open" } }, { calendars: { desk: both } })).toEqual([
      'commitments.solve.target: PT24H of open time is 24 days of 1 h at "desk": did you mean 1 working day? Then write { "days": "P1D", "count": "working", … }',
    ]);
  });
});

describe("commitments", () => {
  it("with a share of 0 are asked about", () => {
    expect(solve({ atRisk: [0, 0.5] })).toEqual([
      "commitments.solve.atRisk: a share of 0 is used from the start: every clock that runs would be at risk",
    ]);
    const days = { days: "P2D", count: "working", until: "closing", rollToOpen: true };
    for (const fine of [{ atRisk: [] }, { atRisk: [0.5, 1] }, { target: days }]) expect(solve(fine)).toEqual([]);
  });

  it("with a goal that nothing can change are asked about", () => {
    expect(solve({ goal: 0 })).toEqual(["commitments.solve.goal: a goal of 0 is kept whatever happens"]);
    expect(solve({ goal: 1, goalAbove: true })).toEqual([
      "commitments.solve.goal: no rate is above 1: this goal is never kept",
    ]);
    for (const goal of [{ goal: 0, goalAbove: true }, { goal: 1 }, { goal: 0.01 }]) expect(solve(goal)).toEqual([]);
  });

  it("with events that reopen nothing are asked about", () => {
    expect(solve({ reopen: "reply" })).toEqual([
      'commitments.solve.reopen: reopening is "ignore": these events reopen nothing',
    ]);
    expect(solve({ reopen: "reply", reopening: "resume" })).toEqual([]);
  });

  it("with a table that promises nothing are asked about", () => {
    const facts = { priority: ["P1", "P2"] };
    const table = (P1: unknown) => solve({ target: { by: "priority", values: { P1, P2: null } } }, { facts });
    expect(table(null)).toEqual(["commitments.solve.target.values: nothing is promised for any priority"]);
    expect(table(SOLVE.target)).toEqual([]);
    const watched = { target: { by: "priority", values: { P1: null, P2: null } }, atRisk: [0.5] };
    expect(solve(watched, { facts })).toHaveLength(1);
  });
});

describe("what nothing uses", () => {
  it("is asked about: facts, actors, conditions, calendars, kinds", () => {
    expect(
      asked({
        calendars: { desk: DESK, night: OTHER },
        kinds: { ...BASE.kinds, chat: { events: ["asked"] } },
        facts: { priority: ["P1"] },
        actors: { us: { where: { side: "us" } } },
        conditions: { paid: { check: "contract-paid", otherwise: "warn" } },
      }),
    ).toEqual([
      'calendars.night: no commitment uses the calendar "night"',
      'kinds.chat: no commitment holds for "chat": its cases are not judged',
      'facts.priority: no target and no rule goes by the fact "priority"',
      'actors.us: no event is asked of the actor "us"',
      'conditions.paid: no commitment is under the condition "paid"',
    ]);
  });

  it("is not what a version uses, or what stands deep in an event", () => {
    const rest = {
      calendars: { desk: DESK, night: OTHER },
      facts: { priority: ["P1"], region: "any" },
      actors: { us: { where: { side: "us" } }, them: { where: { side: "them" } }, boss: { not: { side: "us" } } },
      conditions: { paid: { check: "contract-paid", otherwise: "warn" } },
      events: { pause: { event: "waiting", actor: "boss" }, resume: "reply" },
    };
    const used = {
      ...SOLVE,
      conditions: ["paid"],
      stop: [
        { event: "solved", actor: "us" },
        { event: "reply", actor: "them" },
      ],
      target: { by: "priority", values: { P1: SOLVE.target } },
    };
    const facts = { region: { values: "any" } };
    const versions = [
      {
        from: "2026-07-01",
        calendarRules: [{ when: { region: "east" }, calendar: "night" }],
        commitments: { solve: used },
      },
    ];
    expect(asked({ ...rest, facts: { ...rest.facts, ...facts }, versions })).toEqual([]);
  });

  it("is not a kind that only a detection looks at", () => {
    const advice = {
      kind: "detection",
      kinds: ["usage"],
      start: "called",
      of: "untrained",
      count: 3,
      months: 6,
      by: "recommendations",
      within: null,
    };
    const kinds = { ...BASE.kinds, usage: { events: ["called", "helped"], stop: "helped" } };
    expect(asked({ kinds, commitments: { solve: SOLVE, advice } })).toEqual([]);
  });

  it("pauses that nothing ends, and resumes of nothing", () => {
    expect(asked({ events: { pause: "waiting" } })).toEqual([
      "events.pause: nothing resumes a clock that is paused: is resume missing?",
    ]);
    expect(asked({ events: { resume: "reply" } })).toEqual([
      "events.resume: nothing pauses a clock that could be resumed: is pause missing?",
    ]);
  });

  it("the stop of a kind, where no clock of it stops so", () => {
    const stop = (name: string): string[] =>
      asked({ kinds: { incident: { events: ["opened", "solved", "reply"], stop: name } } });
    expect(stop("reply")).toEqual([
      'kinds.incident.stop: no commitment of "incident" stops with "reply", to which bare columns of a file belong: is that meant?',
    ]);
    expect(stop("solved")).toEqual([]);
  });
});

it("questions are harmless on a terminal, whatever the policy says", () => {
  const evil = "x\n\u001b[2J\u202e";
  const lines = asked({
    calendars: { desk: DESK, [evil]: OTHER },
    kinds: { ...BASE.kinds, [evil]: { events: ["asked"] } },
    facts: { [evil]: [evil] },
    actors: { [evil]: { where: { a: "b" } } },
    conditions: { [evil]: { check: "contract-paid", otherwise: "warn" } },
    calendarRules: [
      { when: { customer: "a" }, calendar: evil },
      { when: { [evil]: evil }, calendar: "desk" },
    ],
    versions: [{ from: "2026-07-01", name: evil }],
  });
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) expect(line).not.toMatch(HARMFUL);
});

it("questions change nothing of the policy", () => {
  expect(policyQuestions(definePolicy(clipIndustrieDefinition))).toEqual(
    policyQuestions(definePolicy(clipIndustrieDefinition)),
  );
});
