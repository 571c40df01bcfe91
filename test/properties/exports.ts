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
  /** What the export can tell of a case, where that is not its whole history. */
  told?(found: PrintedCase): { type: string; at: string }[];
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

export const PRINTERS: Readonly<Record<string, Printer>> = {
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

function jiraTime(atMs: number): string {
  return `${isoWall(atMs).replace(" ", "T")}.000+0200`;
}
