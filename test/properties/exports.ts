/**
 * Printers: cases as the systems export them, for the laws of imports. Each knows its format from the vendor's pages (see the page of the
 * system in docs/importing), not from the reader.
 */
import type { Mapping } from "../../src/import/index.ts";

/** A state, by what it is to a clock. */
export type State = "open" | "started" | "waiting" | "resolved" | "closed";

/** A case to print. */
export interface PrintedCase {
  readonly id: string;
  readonly openedMs: number;
  readonly priority: string;
  /** In the order of the log; whole minutes. */
  readonly states: readonly { readonly atMs: number; readonly state: State }[];
}

/** Prints cases as a system's export. */
export interface Printer {
  /** The texts of the files. */
  print(cases: readonly PrintedCase[]): string[];
  /** What each state is in the system, where it has no such state of its own. */
  readonly states?: Readonly<Record<State, State>>;
  /** What a user says of the export beside the system's name. */
  readonly own?: Partial<Mapping>;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** The wall clock of Paris in May and June: two hours ahead. */
function paris(atMs: number): {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
} {
  const wall = new Date(atMs + 2 * 3_600_000);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  };
}

function isoWall(atMs: number): string {
  const { year, month, day, hour, minute, second } = paris(atMs);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

const csv = (rows: readonly (readonly string[])[], delimiter = ","): string =>
  rows
    .map(
      (cells) =>
        `${cells.map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\r\n`,
    )
    .join("");

/** The states with the first one, and what was before each. */
function changesOf({ openedMs, states }: PrintedCase) {
  return states.map(({ atMs, state }, i) => ({
    atMs,
    state,
    before: states[i - 1]?.state ?? ("open" as State),
    n: i,
    openedMs,
  }));
}

const JIRA: Readonly<Record<State, string>> = {
  open: "To Do",
  started: "In Progress",
  waiting: "Waiting for customer",
  resolved: "Resolved",
  closed: "Closed",
};
const SERVICENOW: Readonly<Record<State, string>> = {
  open: "New",
  started: "Active",
  waiting: "Awaiting User Info",
  resolved: "Resolved",
  closed: "Closed",
};

const ZENDESK: Readonly<Record<State, string>> = {
  open: "new",
  started: "open",
  waiting: "pending",
  resolved: "solved",
  closed: "closed",
};
/** The numbers and names of a new installation. */
const REDMINE: Readonly<Record<State, readonly [string, string]>> = {
  open: ["1", "New"],
  started: ["2", "In Progress"],
  waiting: ["4", "Feedback"],
  resolved: ["3", "Resolved"],
  closed: ["5", "Closed"],
};
const ZAMMAD: Readonly<Record<State, string>> = {
  open: "new",
  started: "open",
  waiting: "pending reminder",
  resolved: "closed",
  closed: "closed",
};
const XES: Readonly<Record<State, string>> = {
  open: "New",
  started: "In Progress",
  waiting: "Waiting",
  resolved: "Resolved",
  closed: "Closed",
};

export const PRINTERS: Readonly<Record<string, Printer>> = {
  zendesk: {
    states: { open: "open", started: "open", waiting: "waiting", resolved: "resolved", closed: "closed" },
    // A record an update of a ticket, in the order of time; what it changed lies within.
    print: (cases) => [
      JSON.stringify({
        ticket_events: cases.flatMap(({ id, openedMs, states }) =>
          [{ atMs: openedMs, state: "open" as State }, ...states].map(({ atMs, state }, n) => ({
            ...{ id: 1000 + n, ticket_id: id, timestamp: atMs / 1000, created_at: utc(atMs) },
            child_events: [
              { id: 5000 + 2 * n, event_type: "Change", tags: ["x"] },
              {
                id: 5001 + 2 * n,
                event_type: "Change",
                status: ZENDESK[state],
                previous_value: n === 0 ? null : ZENDESK[states[n - 2]?.state ?? "open"],
              },
            ],
          })),
        ),
      }),
    ],
  },
  "redmine-json": {
    print: (cases) => [
      JSON.stringify({
        issues: cases.map((found) => ({
          ...{ id: found.id, author: { id: 1 }, created_on: utc(found.openedMs), priority: { name: found.priority } },
          status: { id: 0, name: REDMINE[found.states.at(-1)?.state ?? "open"][1] },
          journals: changesOf(found).map(({ atMs, state, before, n }) => ({
            ...{ id: n, user: { id: 2 }, notes: "", created_on: utc(atMs) },
            details: [
              { property: "attr", name: "status_id", old_value: REDMINE[before][0], new_value: REDMINE[state][0] },
            ],
          })),
        })),
      }),
    ],
  },
  zammad: {
    states: { open: "open", started: "started", waiting: "waiting", resolved: "closed", closed: "closed" },
    print: (cases) => [
      JSON.stringify(
        cases.map((found) => ({
          ...{ number: found.id, created_at: utc(found.openedMs), state: ZAMMAD[found.states.at(-1)?.state ?? "open"] },
          history: changesOf(found).map(({ atMs, state, before, n }) => ({
            ...{ id: n + 1, type: "updated", object: "Ticket", attribute: "state", created_at: utc(atMs) },
            ...{ value_from: ZAMMAD[before], value_to: ZAMMAD[state] },
          })),
        })),
      ),
    ],
  },
  xes: {
    print: (cases) => [
      `<?xml version="1.0" encoding="UTF-8"?><log xes.version="2.0">${cases
        .map(
          ({ id, openedMs, states }) =>
            `<trace><string key="concept:name" value="${id}"/>${[{ atMs: openedMs, state: "open" as State }, ...states]
              .map(
                ({ atMs, state }) =>
                  `<event><string key="concept:name" value="${XES[state]}"/><date key="time:timestamp" value="${utc(atMs)}"/></event>`,
              )
              .join("")}</trace>`,
        )
        .join("\n")}</log>`,
    ],
  },
  servicenow: {
    print: (cases) => [
      csv([
        ["number", "incident_state", "opened_at", "sys_updated_at", "priority", "resolved_at"],
        ...cases.flatMap(({ id, openedMs, priority, states }) =>
          [{ atMs: openedMs, state: "open" as State }, ...states].map(({ atMs, state }) => [
            id,
            SERVICENOW[state],
            isoWall(openedMs),
            isoWall(atMs),
            priority,
            "?",
          ]),
        ),
      ]),
    ],
  },
  jira: {
    // Newest first, with the offset of Paris and without a colon in it.
    print: (cases) => [
      JSON.stringify({
        startAt: 0,
        issues: cases.map((found) => ({
          key: found.id,
          fields: {
            created: jiraTime(found.openedMs),
            priority: { name: found.priority },
            status: { name: JIRA[found.states.at(-1)?.state ?? "open"] },
          },
          changelog: {
            histories: changesOf(found)
              .map(({ atMs, state, before, n }) => ({
                id: String(n),
                created: jiraTime(atMs),
                items: [{ field: "status", fromString: JIRA[before], toString: JIRA[state] }],
              }))
              .reverse(),
          },
        })),
      }),
    ],
  },
};

/** In UTC, as most interfaces have it. */
function utc(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
}

function jiraTime(atMs: number): string {
  return `${isoWall(atMs).replace(" ", "T")}.000+0200`;
}
