/**
 * What no schema of single values can see in a policy document: names that are not declared, parts that do not fit each
 * other, calendars that would never open. Each with an example.
 */
import type { Issue, PolicyDocument } from "../../src/index.ts";

/** A problem that only the parser sees. */
export interface Unseen {
  readonly code: string;
  /** What the parser expects, where the code is also that of problems that a schema sees. */
  readonly expected?: RegExp;
  /** What was received, for the same reason. */
  readonly received?: RegExp;
  readonly why: string;
  /** Changes to {@link smallPolicy} that make the problem. */
  readonly example: Readonly<Record<string, unknown>>;
}

type Members = Readonly<Record<string, unknown>>;

const DESK = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } };
const CLOCK = {
  kind: "target",
  kinds: ["incident"],
  start: "opened",
  stop: "solved",
  target: { hours: "PT4H", count: "open" },
  reopening: "ignore",
};

/** A small document with a change of its top-level keys; what is undefined is taken out. */
export function smallPolicy(changes: Members = {}): PolicyDocument {
  const document = {
    policy: "small",
    calendars: { desk: DESK },
    calendar: "desk",
    kinds: { incident: { events: ["opened", "solved"] } },
    commitments: { solve: CLOCK },
    ...changes,
  };
  return JSON.parse(JSON.stringify(document)) as PolicyDocument;
}

/** {@link smallPolicy} with another clock. */
export function withClock(changes: Members): Members {
  return { commitments: { solve: { ...CLOCK, ...changes } } };
}

/** {@link smallPolicy} with a promise beside its clock. */
export function withPromise(promise: Members): Members {
  return { commitments: { solve: CLOCK, promise } };
}

/** {@link smallPolicy} with another calendar. */
export function withDesk(changes: Members): Members {
  return { calendars: { desk: { ...DESK, ...changes } } };
}

function combined(union: readonly Members[]): Members {
  return { calendars: { desk: { timeZone: "Europe/Paris", union } } };
}

/** A combination of one, and so on, `depth` times. */
function nested(depth: number): Members {
  return depth === 0 ? DESK : { timeZone: "Europe/Paris", union: [nested(depth - 1)] };
}

/** Windows of one minute each, five minutes apart. */
function minutes(count: number): string[] {
  const clock = (min: number): string =>
    `${String(Math.floor(min / 60)).padStart(2, "0")}:${String(min % 60).padStart(2, "0")}`;
  return Array.from({ length: count }, (_, i) => `${clock(5 * i)}-${clock(5 * i + 1)}`);
}

const THREE_DAYS = { days: "P3D", count: "working", until: "closing", rollToOpen: true };
const TABLE = { by: "priority", values: { P1: { hours: "PT4H", count: "open" } } };

/** All of them. */
export const UNSEEN: readonly Unseen[] = [
  {
    code: "policy.unknown-name",
    received: /^(?!""$)/,
    why: "a calendar that is not declared",
    example: { calendar: "office" },
  },
  {
    code: "policy.unknown-name",
    expected: /^a calendar$/,
    received: /^".+"$/,
    why: "a path, where no program reads files",
    example: { calendars: { desk: "hours/desk.yaml" } },
  },
  {
    code: "policy.ambiguous",
    expected: /^a target for /,
    why: "a value of the fact without a cell",
    example: { facts: { priority: ["P1", "P2"] }, ...withClock({ target: TABLE }) },
  },
  {
    code: "policy.ambiguous",
    expected: /^a fact with all its values$/,
    why: "a table by a fact that is any text",
    example: { facts: { priority: { values: "any" } }, ...withClock({ target: TABLE }) },
  },
  {
    code: "policy.ambiguous",
    expected: /^"case" or "cycle"$/,
    why: "cycles, and nothing said of what a rate counts",
    example: withClock({ reopening: "new-cycle" }),
  },
  {
    code: "policy.ambiguous",
    expected: /^"keep", "keep-elapsed", "restart" or "retroactive"$/,
    why: "a change that nothing is said of",
    example: {
      facts: { priority: { values: ["P1"], changedBy: ["triaged"], before: "first" } },
      ...withClock({ target: TABLE }),
    },
  },
  {
    code: "policy.conflict",
    expected: /^a rule that can hit$/,
    why: "a rule that another one leaves nothing to",
    example: {
      calendarRules: [
        { when: { kind: "incident" }, calendar: "desk" },
        { when: { kind: "incident", customer: "acme" }, calendar: "desk" },
      ],
    },
  },
  {
    code: "policy.conflict",
    expected: /^a later date than that of the version before$/,
    why: "versions out of order",
    example: { versions: [{ from: "2027-01-01" }, { from: "2026-01-01" }] },
  },
  {
    code: "policy.conflict",
    expected: /^another reading$/,
    why: "another reading that is the one in force",
    example: { readings: { closing: "day" }, otherReadings: { closing: { day: {} } } },
  },
  {
    code: "policy.never-met",
    expected: /^an event of /,
    why: "a kind without the event",
    example: {
      kinds: { incident: { events: ["opened"] }, request: { events: ["opened", "solved"] } },
      ...withClock({ kinds: ["incident", "request"] }),
    },
  },
  {
    code: "policy.never-met",
    expected: /^another event$/,
    why: "an event that starts a clock and ends it at once",
    example: { events: { cancel: "opened" } },
  },
  {
    code: "policy.conflict",
    expected: /^no pauses on a target in days$/,
    why: "days that would stand still",
    example: withClock({ target: THREE_DAYS, pauses: true }),
  },
  {
    code: "policy.conflict",
    expected: /^no atRisk on a target in days$/,
    why: "shares of days",
    example: withClock({ target: THREE_DAYS, atRisk: [0.5] }),
  },
  {
    code: "policy.bad-value",
    expected: /^rising shares$/,
    why: "shares that do not rise",
    example: withClock({ atRisk: [0.9, 0.5] }),
  },
  {
    code: "schedule.overlap",
    why: "windows of one date that overlap",
    example: withDesk({ week: { mon: ["09:00-12:00", "11:00-17:00"] } }),
  },
  {
    code: "schedule.empty-window",
    why: "a window without a minute",
    example: withDesk({ week: { mon: ["09:00-09:00"] } }),
  },
  {
    code: "schedule.repeated-day",
    why: "a weekday that two keys name",
    example: withDesk({ week: { "mon-fri": ["09:00-17:00"], fri: [] } }),
  },
  {
    code: "schedule.unknown-zone",
    received: /^"[A-Za-z][A-Za-z0-9_+/-]{0,39}"$/,
    why: "a zone that is none",
    example: withDesk({ timeZone: "Mars/Phobos" }),
  },
  {
    code: "schedule.bad-date",
    expected: /^from ≤ to$/,
    why: "a span with its ends swapped",
    example: withDesk({ closures: ["2026-12-24/2026-12-01"] }),
  },
  {
    code: "schedule.bad-closure",
    expected: /^from ≤ to$/,
    why: "a closure with its ends swapped",
    example: withDesk({ closures: [{ from: "2026-12-24", to: "2026-12-01" }] }),
  },
  {
    code: "schedule.bad-time",
    expected: /^a time after (?!24:00)/,
    why: "a part of a day with its ends swapped",
    example: withDesk({ closures: [{ date: "2026-12-24", from: "13:00", to: "12:00" }] }),
  },
  {
    code: "schedule.bad-version",
    expected: /^a date after /,
    why: "versions of a calendar out of order",
    example: withDesk({ versions: [{ from: "2027-01-01" }, { from: "2026-01-01" }] }),
  },
  {
    code: "schedule.outside-version",
    why: "a closure on none of the dates of its version",
    example: withDesk({ versions: [{ from: "2027-01-01", closures: ["2026-12-24"] }] }),
  },
  {
    code: "holidays.unknown-source",
    received: /^".+"$/,
    why: "holidays of nowhere",
    example: withDesk({ holidays: ["XX"] }),
  },
  {
    code: "holidays.unknown-id",
    received: /^"[^0-9]./,
    why: "a holiday reopened that the calendar does not have",
    example: withDesk({ holidays: ["FR"], reopen: ["fr.halloween"] }),
  },
  {
    code: "holidays.no-reach",
    why: "an empty list without its reach",
    example: withDesk({ holidays: [{ dates: [] }] }),
  },
  {
    code: "holidays.outside-reach",
    why: "a date outside the list's own reach",
    example: withDesk({ holidays: [{ dates: ["2026-12-24"], from: "2027-01-01", to: "2027-12-31" }] }),
  },
  { code: "calendar.never-open", why: "a calendar without hours", example: withDesk({ week: {} }) },
  {
    code: "schedule.too-many-windows",
    expected: /^at most 150 windows a day in all its calendars$/,
    why: "more windows a day than a combination may have",
    example: combined(Array.from({ length: 2 }, () => ({ ...DESK, week: { mon: minutes(76) } }))),
  },
  {
    code: "schedule.too-many-operands",
    why: "more calendars than a combination may have",
    example: combined(Array.from({ length: 65 }, () => DESK)),
  },
  {
    code: "schedule.too-deep",
    why: "calendars within one another, too often",
    example: combined([nested(9)]),
  },
];

/** Whether the problem is one that no schema sees. */
export function isUnseen({ code, expected, received }: Issue): boolean {
  return UNSEEN.some(
    (unseen) =>
      unseen.code === code && (unseen.expected?.test(expected) ?? true) && (unseen.received?.test(received) ?? true),
  );
}
