/**
 * A policy document that uses every key there is, and nearly every form that a value can have.
 */
import type { PolicyDocument } from "../../src/index.ts";

const DAY = { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } } as const;

/** A fresh copy. */
export function fullPolicy(): PolicyDocument {
  return structuredClone(FULL);
}

const COMMON = { title: "Promised", calendar: "desk", conditions: ["covered"], goal: 0.5, goalAbove: true };
const WITHIN = { hours: "PT4H", count: "open" } as const;

const PROMISES: PolicyDocument["commitments"] = {
  surveys: { kind: "cadence", of: "customers.surveys", every: "P2Y", ...COMMON },
  articles: { kind: "cadence", of: "publications", every: null },
  form: { kind: "standing", promise: "opinion-form", ...COMMON },
  reachable: { kind: "availability", ...COMMON, goal: null },
  help: {
    kind: "allowance",
    kinds: ["incident"],
    start: "opened",
    help: ["message"],
    minutes: { trained: 30, untrained: 15 },
    per: "contract-year",
    followUp: { when: "untrained", by: "message", ends: "solved", within: WITHIN },
    ...COMMON,
  },
  advice: {
    kind: "follow-up",
    kinds: ["incident"],
    after: "opened",
    by: "message",
    ends: "solved",
    within: null,
    ...COMMON,
    goal: null,
  },
  often: {
    kind: "detection",
    kinds: ["incident"],
    start: "opened",
    of: "untrained",
    count: 3,
    months: null,
    by: "recommendations",
    within: { days: "P30D", count: "calendar", until: "midnight", rollToOpen: false },
    ...COMMON,
  },
  remote: {
    kind: "share",
    kinds: ["incident"],
    of: "message",
    where: { channel: "remote" },
    not: { by: ["bot"] },
    ...COMMON,
  },
  asked: { kind: "share", of: "customers.surveys", where: { channel: "phone" } },
};

const FULL: PolicyDocument = {
  $schema: "node_modules/ouvree/schema/policy.schema.json",
  policy: "full",
  title: "Every word of a document",
  calendars: {
    desk: {
      name: "desk",
      timeZone: "Europe/Paris",
      week: { "mon-thu": ["09:00-12:00", "14:00-17:00"], "fri,sat": ["22:00-02:00"] },
      holidays: [
        "FR",
        {
          dates: [
            "2026-12-24",
            {
              date: "2026-12-31",
              id: "desk.eve",
              name: "eve",
              names: { fr: "réveillon", en: "eve" },
              source: "official",
              closed: "12:00-24:00",
            },
          ],
          from: "2026-01-01",
          to: "2027-12-31",
        },
      ],
      reopen: ["fr.pentecost-monday", "2026-07-14"],
      closures: [
        "2026-08-03/2026-08-14",
        "12-26",
        { from: "12-27", to: "01-02", name: "winter" },
        { from: "2026-05-15", to: "2026-05-16" },
        { date: "2026-06-01", from: "13:00", to: "24:00", name: "works" },
        { date: "2026-06-02" },
      ],
      exceptions: {
        "2026-12-23": ["09:00-12:00"],
        "02-28/02-29": [],
        "2026-11-02/2026-11-20": { mon: ["10:00-11:00"] },
      },
      versions: [
        {
          from: "2026-09-01",
          name: "autumn",
          week: { "mon-fri": ["08:00-16:00"] },
          holidays: ["FR-57"],
          reopen: ["fr-57.good-friday"],
          closures: ["2026-10-01"],
          exceptions: { "2026-10-02": ["10:00-12:00"] },
        },
      ],
    },
    either: {
      name: "either",
      timeZone: "UTC",
      union: [DAY, { timeZone: "UTC", week: { wed: ["09:00-17:00"] } }],
    },
    both: { timeZone: "UTC", intersection: [DAY] },
    rest: { timeZone: "UTC", difference: [DAY, { timeZone: "UTC", week: { mon: ["00:00-01:00"] } }] },
  },
  calendar: "desk",
  calendarRules: [
    { when: { priority: "P1", zone: ["north", "south"], kind: "incident" }, calendar: "either" },
    { when: { customer: "acme" }, calendar: "both" },
  ],
  facts: {
    priority: { values: ["P1", "P2"], changedBy: ["triaged"], before: "first" },
    zone: { values: "any" },
    tier: ["gold"],
  },
  actors: {
    responder: { where: { side: "provider" }, not: { channel: ["bot", "mail"] } },
    human: { not: { by: "robot" } },
  },
  kinds: { incident: { events: ["opened", "message", "solved"], stop: "solved", queue: "desk" } },
  events: {
    pause: ["paused"],
    resume: "resumed",
    cancel: { event: "closed", where: { how: "void" } },
    other: ["noted"],
  },
  conditions: { covered: { check: "contract-in-force", otherwise: "excuse" } },
  outside: {
    kind: "incident",
    departments: { training: "school" },
    lacking: { covered: "accounts" },
    default: "sales",
  },
  commitments: {
    solve: {
      kind: "target",
      title: "Solved in time",
      kinds: ["incident"],
      calendar: "desk",
      conditions: ["covered"],
      goal: 0.9,
      goalAbove: false,
      start: "opened",
      stop: [
        {
          event: ["solved", "message"],
          actor: "responder",
          where: { public: "true" },
          not: { draft: "true" },
          person: "referent",
        },
        "solved",
      ],
      after: "opened",
      reset: { event: "message" },
      waive: ["triaged"],
      reopen: "message",
      target: {
        by: "priority",
        values: {
          P1: { hours: "PT4H30M", count: "running" },
          P2: { days: "P3D", count: "working", until: "closing", rollToOpen: true, day: "service-day" },
        },
      },
      reopening: "new-cycle",
      per: "cycle",
      changes: { fact: "keep", policy: "keep-elapsed", calendar: "restart" },
      pauses: false,
      optional: "start",
      atRisk: [0.5, 0.75],
    },
    nothing: {
      kind: "target",
      kinds: ["incident"],
      start: "opened",
      stop: "solved",
      target: { by: "tier", values: { gold: null } },
      reopening: "resume",
      changes: { fact: "keep", policy: "retroactive", calendar: "keep" },
    },
    quick: {
      kind: "ratio",
      kinds: ["incident"],
      start: "opened",
      stop: "solved",
      target: { days: "P0D", count: "calendar", until: "midnight", rollToOpen: false },
      reopening: "count",
      changes: { fact: "keep", policy: "retroactive", calendar: "keep" },
      optional: true,
    },
    callback: {
      kind: "carry-over",
      title: "Called back",
      kinds: ["incident"],
      calendar: "desk",
      conditions: ["covered"],
      goal: 1,
      goalAbove: false,
      start: "opened",
      stop: "solved",
      order: "require",
      closing: "day",
    },
    ...PROMISES,
  },
  versions: [
    {
      from: "2027-01-01",
      name: "later",
      calendars: { both: DAY },
      calendar: "both",
      calendarRules: [{ when: { tier: "gold" }, calendar: "rest" }],
      commitments: {
        quick: null,
        nothing: {
          kind: "target",
          kinds: ["incident"],
          start: "opened",
          stop: "solved",
          target: { hours: "PT0.5H", count: "open" },
          reopening: "ignore",
        },
      },
      readings: { closing: "window" },
    },
  ],
  readings: { closing: "day" },
  import: { import: "desk", case: { id: "ID", kind: "request" }, events: { opened: "Opened" } },
  otherReadings: {
    closing: { window: { commitments: { callback: { closing: "window", conditions: [null, 1, true] } } } },
  },
};
