/**
 * Every system of the package, by an export in its manner: the events of each case, and the open minutes to its resolution.
 *
 * The exports tell one story: four tickets of a desk that is open Monday to Friday 9:00 to 18:00 (Paris, May 2026). What is right is worked out
 * from that story by hand, as far as the format can tell it:
 * - 101: opened Mon 11 at 9:00, begun 9:20, answered 9:40, resolved 11:00, closed Tue 9:00. 120 minutes.
 * - 102: opened Mon 11 at 15:30, answered 16:10 and waiting since, again with the desk Tue 9:00, resolved 11:00. 40 + 120 minutes.
 * - 103: opened Tue 12 at 10:00, resolved 11:00, reopened Wed 9:00, resolved 10:30. 60 + 90 minutes.
 * - 104: opened Mon 18 at 9:00, waiting since 10:00.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importCasesSync, systems } from "../../../src/import/index.ts";
import { definePolicy, evaluate } from "../../../src/index.ts";

/** Events as `day time type`, in Paris. */
type Story = Readonly<Record<string, readonly string[]>>;

interface Told {
  readonly file: string;
  readonly rows: readonly [read: number, used: number, leftOut: number, reported: number];
  readonly cases: Story;
  /** Minutes to the resolution, or why there are none. */
  readonly resolution: Readonly<Record<string, number | string>>;
  /** Ids of cases whose state contradicts their events. */
  readonly incomplete?: readonly string[];
}

const [OPENED_101, OPENED_102, OPENED_103, OPENED_104] = [
  "11 09:00 opened",
  "11 15:30 opened",
  "12 10:00 opened",
  "18 09:00 opened",
];
const WAIT_102 = ["11 16:10 waiting", "12 09:00 resumed", "12 11:00 resolved"];
const AGAIN_103 = ["12 11:00 resolved", "13 09:00 reopened", "13 10:30 resolved"];
const WAIT_104 = [OPENED_104, "18 10:00 waiting"];
const ALL = { "101": 120, "102": 160, "103": 150, "104": "paused" };

const TOLD: Readonly<Record<string, readonly Told[]>> = {
  zendesk: [
    {
      file: "export.json",
      rows: [14, 14, 0, 0],
      cases: {
        "101": [OPENED_101, "11 11:00 resolved", "12 09:00 closed"],
        "102": [OPENED_102, ...WAIT_102],
        "103": [OPENED_103, ...AGAIN_103],
        "104": WAIT_104,
      },
      resolution: ALL,
    },
  ],
  "zendesk-metrics": [
    {
      file: "export.jsonl",
      rows: [10, 10, 0, 0],
      cases: {
        "102": [OPENED_102, "11 16:10 replied", ...WAIT_102],
        "104": WAIT_104,
      },
      // When a ticket was closed is no metric, and the policy stops at that, too.
      resolution: { "102": "met", "104": "history-incomplete" },
    },
  ],
  jira: [
    {
      file: "export.json",
      rows: [4, 4, 0, 0],
      cases: {
        "SUP-101": [OPENED_101, "11 09:20 started", "11 11:00 resolved", "12 09:00 closed"],
        "SUP-102": [OPENED_102, ...WAIT_102],
        "SUP-103": [OPENED_103, ...AGAIN_103],
        "SUP-104": WAIT_104,
      },
      resolution: { "SUP-101": 120, "SUP-102": 160, "SUP-103": 150, "SUP-104": "paused" },
    },
  ],
  "jira-csv": [
    {
      file: "export.csv",
      rows: [3, 3, 0, 0],
      cases: {
        "SUP-101": [OPENED_101, "11 11:00 resolved"],
        "SUP-102": [OPENED_102, "12 11:00 resolved"],
        "SUP-104": [OPENED_104],
      },
      // Nobody knows how long they waited: they are met in any case, and their minutes are not known.
      resolution: { "SUP-101": "met", "SUP-102": "met", "SUP-104": "history-incomplete" },
      incomplete: ["SUP-104"],
    },
  ],
  servicenow: [
    {
      file: "export.csv",
      rows: [15, 15, 0, 0],
      cases: {
        INC0000101: [OPENED_101, "11 09:20 started", "11 11:00 resolved", "12 09:00 closed"],
        INC0000102: [OPENED_102, ...WAIT_102],
        INC0000103: [OPENED_103, ...AGAIN_103],
        INC0000104: WAIT_104,
      },
      resolution: { INC0000101: 120, INC0000102: 160, INC0000103: 150, INC0000104: "paused" },
    },
  ],
  freshdesk: [
    {
      file: "export.csv",
      rows: [4, 3, 0, 1],
      cases: {
        "101": [OPENED_101, "11 09:40 replied", "11 11:00 resolved", "12 09:00 closed"],
        "102": [OPENED_102, "11 16:10 replied", "12 11:00 resolved"],
        "104": [OPENED_104],
        "105": ["yesterday opened"],
      },
      resolution: { "101": "met", "102": "met", "104": "history-incomplete", "105": "history-incomplete" },
      incomplete: ["104"],
    },
  ],
  glpi: [
    {
      file: "export.csv",
      rows: [3, 3, 0, 0],
      cases: {
        "5732101": [OPENED_101, "11 11:00 resolved"],
        "5732102": [OPENED_102, "12 11:00 resolved"],
        "5732104": [OPENED_104],
      },
      resolution: { "5732101": "met", "5732102": "met", "5732104": "history-incomplete" },
      incomplete: ["5732104"],
    },
    {
      file: "export-en.csv",
      rows: [3, 3, 0, 0],
      cases: {
        "101": [OPENED_101, "11 11:00 resolved"],
        "102": [OPENED_102, "12 11:00 resolved"],
        "104": [OPENED_104],
      },
      resolution: { "101": "met", "102": "met", "104": "history-incomplete" },
      incomplete: ["104"],
    },
  ],
  redmine: ["export.csv", "export-fr.csv"].map((file) => ({
    file,
    rows: [2, 2, 0, 0] as const,
    cases: { "101": [OPENED_101, "12 09:00 closed"], "104": [OPENED_104] },
    // When it was resolved before it was closed is not in the list: at the latest when it was closed, 540 minutes.
    resolution: { "101": "met", "104": "history-incomplete" },
    incomplete: ["104"],
  })),
  "redmine-json": [
    {
      file: "export.json",
      rows: [4, 4, 0, 0],
      cases: {
        "101": [OPENED_101, "11 09:20 started", "11 09:40 replied", "11 11:00 resolved", "12 09:00 closed"],
        "102": [
          OPENED_102,
          "11 16:10 replied",
          "11 16:10 waiting",
          "12 09:00 answered",
          "12 09:00 resumed",
          "12 11:00 resolved",
        ],
        "103": [OPENED_103, ...AGAIN_103],
        "104": WAIT_104,
      },
      resolution: ALL,
    },
  ],
  zammad: [
    {
      file: "export.json",
      rows: [4, 4, 0, 0],
      // A new ticket that is reopened is one that is worked on: Zammad calls that open.
      cases: {
        "67101": [OPENED_101, "11 09:20 started", "11 11:00 closed"],
        "67102": [OPENED_102, "11 16:10 waiting", "12 09:00 resumed", "12 09:00 started", "12 11:00 closed"],
        "67103": [OPENED_103, "12 11:00 closed", "13 09:00 reopened", "13 09:00 started", "13 10:30 closed"],
        "67104": WAIT_104,
      },
      resolution: { "67101": 120, "67102": 160, "67103": 150, "67104": "paused" },
    },
  ],
  osticket: [
    {
      file: "export.csv",
      rows: [2, 2, 0, 0],
      cases: { "000101": [OPENED_101, "12 09:00 closed"], "000104": [OPENED_104] },
      resolution: { "000101": "met", "000104": "history-incomplete" },
    },
  ],
  otrs: [
    {
      file: "export.csv",
      rows: [2, 2, 0, 0],
      cases: { "2026051110000101": [OPENED_101, "12 09:00 closed"], "2026051810000104": [OPENED_104] },
      resolution: { "2026051110000101": "met", "2026051810000104": "history-incomplete" },
      incomplete: ["2026051810000104"],
    },
  ],
  github: [
    {
      file: "export.json",
      // The third is a pull request.
      rows: [3, 2, 1, 0],
      cases: { "101": [OPENED_101, "11 11:00 closed"], "104": [OPENED_104] },
      resolution: { "101": "met", "104": "history-incomplete" },
    },
  ],
  gitlab: [
    {
      file: "export.json",
      rows: [2, 2, 0, 0],
      cases: { "101": [OPENED_101, "11 11:00 closed"], "104": [OPENED_104] },
      resolution: { "101": "met", "104": "history-incomplete" },
    },
  ],
  pagerduty: [
    {
      file: "export.json",
      rows: [2, 2, 0, 0],
      cases: { "101": [OPENED_101, "11 09:20 started", "11 11:00 resolved"], "104": [OPENED_104] },
      resolution: { "101": 120, "104": "running" },
    },
  ],
  intercom: [
    {
      file: "export.json",
      rows: [3, 3, 0, 0],
      cases: {
        "101": [OPENED_101, "11 09:40 replied", "11 11:00 closed"],
        "102": [
          OPENED_102,
          "11 16:10 replied",
          "11 16:10 waiting",
          "12 09:00 answered",
          "12 09:00 resumed",
          "12 11:00 closed",
        ],
        "104": WAIT_104,
      },
      resolution: { "101": 120, "102": 160, "104": "paused" },
    },
  ],
  xes: [
    {
      file: "export.xes",
      rows: [4, 4, 0, 0],
      cases: {
        "101": [OPENED_101, "11 09:20 started", "11 11:00 resolved", "12 09:00 closed"],
        "102": [OPENED_102, ...WAIT_102],
        "103": [OPENED_103, ...AGAIN_103],
        "104": WAIT_104,
      },
      resolution: ALL,
    },
  ],
};

const FOLDER = "examples/exports";

/** An instant as `day time` of May 2026 in Paris, which is two hours ahead. */
function inParis(at: unknown): string {
  const ms = Date.parse(String(at));
  return Number.isNaN(ms) ? String(at) : new Date(ms + 2 * 3_600_000).toISOString().slice(8, 16).replace("T", " ");
}

const kinds = ["request", "incident"];
const policy = definePolicy({
  policy: "desk",
  calendars: { desk: { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-18:00"] }, holidays: ["FR"] } },
  calendar: "desk",
  kinds: Object.fromEntries(
    kinds.map((kind) => [
      kind,
      { events: ["opened", "started", "replied", "answered", "resolved", "closed", "reopened"], stop: "resolved" },
    ]),
  ),
  events: { pause: "waiting", resume: "resumed", cancel: "cancelled" },
  commitments: {
    resolution: {
      kind: "target",
      kinds,
      start: "opened",
      stop: ["resolved", "closed"],
      target: { hours: "PT40H", count: "open" },
      reopening: "resume",
      reopen: "reopened",
    },
  },
} as never);

test("every system has an export, and every export is tried", () => {
  const folders = readdirSync("src/import/systems", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(Object.keys(TOLD).sort()).toEqual(folders.map(({ name }) => name).sort());
  expect(Object.keys(systems).sort()).toEqual(Object.keys(TOLD).sort());
  for (const { name } of folders) {
    const files = readdirSync(`${FOLDER}/${name}`).filter((file) => file.startsWith("export"));
    expect(TOLD[name]!.map(({ file }) => file).sort(), name).toEqual(files.sort());
  }
});

describe.each(Object.entries(TOLD).flatMap(([name, all]) => all.map((told) => [name, told.file, told] as const)))(
  "%s, %s",
  (name, file, told) => {
    const bytes = readFileSync(`${FOLDER}/${name}/${file}`);
    const found = importCasesSync([{ name: file, bytes }], { mapping: systems[name]!, zone: "Europe/Paris" });

    test("what became of every row", () => {
      const [read, used, leftOut, reported] = told.rows;
      expect(found.rows).toEqual({ read, used, leftOut, reported });
      expect(found.unknown).toEqual([]);
    });

    test("the events of each case", () => {
      const cases = found.cases.map(({ id, events }) => [id, events.map(({ type, at }) => `${inParis(at)} ${type}`)]);
      expect(Object.fromEntries(cases)).toEqual(told.cases);
      expect(found.cases.filter(({ mayMissEvents }) => mayMissEvents).map(({ id }) => id)).toEqual(
        told.incomplete ?? [],
      );
    });

    test("the minutes to the resolution, or why there are none", () => {
      const { cases } = evaluate(policy, found.cases, { asOf: "2026-05-19T12:00:00+02:00" });
      const seen = cases.map(({ id, commitments }) => {
        const result = (
          commitments as unknown as Record<string, { outcome: string; reason?: string; elapsedMs?: number }>
        )["resolution"]!;
        const { outcome, reason, elapsedMs } = result;
        return [id, outcome === "met" && elapsedMs !== undefined ? elapsedMs / 60_000 : (reason ?? outcome)];
      });
      expect(Object.fromEntries(seen)).toEqual(told.resolution);
    });
  },
);
