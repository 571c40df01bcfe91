/**
 * `ouvree import`, `--import`, `--rejects`, and `init --from`: from an export to a report, without a line of code.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readMapping, systems } from "../../../../src/import/index.ts";
import { expectUnusable, lines, ouvree } from "../fake-terminal.ts";

const AUDIT = readFileSync("test/fixtures/exports/servicenow-audit.csv", "utf8");
const DESK = lines(
  "import: desk",
  "zone: Europe/Paris",
  'times: ["dd/MM/yyyy HH:mm"]',
  "case: { id: ID, kind: request }",
  "is: { waiting: Pending, resolved: Solved, open: '*' }",
  "events: { opened: Opened, resolved: Done }",
  "current: { from: Status }",
);
const EXPORT = lines(
  "ID;Status;Opened;Done",
  "1;Solved;11/05/2026 09:00;11/05/2026 10:00",
  "2;Pending;11/05/2026 09:00;",
  "3;New;soon;",
);
const POLICY = lines(
  "policy: desk",
  'calendars: { desk: { timeZone: Europe/Paris, week: { "mon-fri": ["09:00-18:00"] } } }',
  "calendar: desk",
  "kinds: { request: { events: [opened, resolved, reopened], stop: resolved } }",
  "events: { pause: waiting, resume: resumed }",
  "commitments: { resolve: { kind: target, kinds: [request], start: opened, stop: resolved, target: { hours: PT4H, count: open }, reopening: ignore } }",
);
const files = { "desk.yaml": DESK, "export.csv": EXPORT, "policy.yaml": POLICY, "audit.csv": AUDIT };
const AS_OF = ["--as-of", "2026-06-30T12:00:00Z"];

describe("import show", () => {
  test("lists the systems, and prints each as YAML and JSON that is a mapping", () => {
    expect(
      ouvree(["import", "show"])
        .out.split("\n")
        .filter(Boolean)
        .map((line) => line.split(" ")[0]),
    ).toEqual(Object.keys(systems));
    for (const name of Object.keys(systems)) {
      expect(readMapping(parse(ouvree(["import", "show", name]).out))).toEqual(systems[name]);
      expect(JSON.parse(ouvree(["import", "show", name, "--json"]).out)).toEqual(systems[name]);
    }
  });

  test("a slip in a name is told, with the nearest", () => {
    expectUnusable(
      ouvree(["import", "show", "jirra"]),
      /--import: "jirra" is no system, and no file .yaml or .json; did you mean "jira"/,
    );
  });
});

describe("import FILE", () => {
  test("writes cases as JSON Lines, and says on stderr what became of every row", () => {
    const { out, err, code } = ouvree(["import", "export.csv", "--import", "desk.yaml"], { files });
    expect(code).toBe(0);
    const cases = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; mayMissEvents?: boolean });
    expect(cases.map(({ id, mayMissEvents }) => [id, mayMissEvents])).toEqual([
      ["1", undefined],
      ["2", true],
      ["3", undefined],
    ]);
    expect(err).toContain("ouvree: desk: rows read 3 = used 2 + left out by where 0 + reported 1; cases 3\n");
    expect(err).toContain("ouvree: export.csv: utf-8, csv, semicolon; rows: 3; times: dd/MM/yyyy HH:mm (3)\n");
    expect(err).toContain('export.csv:4, column Opened: "soon" is no time of the form "dd/MM/yyyy HH:mm"\n');
    expect(err).toContain("cases with an incomplete history: 1: it is waiting, and its events do not say since when\n");
  });

  test("what it writes is judged as the export itself is", () => {
    const { written } = ouvree(["import", "export.csv", "--import", "desk.yaml", "--out", "cases.jsonl"], { files });
    const flags = ["--policy", "policy.yaml", ...AS_OF, "--format", "csv"];
    const direct = ouvree(["check", "export.csv", "--import", "desk.yaml", ...flags], { files });
    const later = ouvree(["check", "cases.jsonl", ...flags], {
      files: { ...files, "cases.jsonl": written!["cases.jsonl"]! },
    });
    expect(later.out).toBe(
      direct.out
        .replaceAll("export.csv", "cases.jsonl")
        .replaceAll(/cases\.jsonl,(\d+)/g, (_, line: string) => `cases.jsonl,${Number(line) - 1}`),
    );
  });

  test("--dry-run writes nothing, and shows columns, forms and cases", () => {
    const { out, written } = ouvree(
      ["import", "export.csv", "--import", "desk.yaml", "--dry-run", "--out", "x.jsonl"],
      { files },
    );
    expect(written).toBeUndefined();
    expect(out).toContain("  Status: current.from\n");
    expect(out).toContain("  Opened: events.opened\n");
    expect(out).toContain(
      "  1: request\n    2026-05-11T07:00:00.000Z  opened\n    2026-05-11T08:00:00.000Z  resolved\n",
    );
    expect(out).toContain("  2: request; its history is incomplete\n");
  });
});

describe("check --import", () => {
  const check = (...more: readonly string[]) =>
    ouvree(["check", "export.csv", "--policy", "policy.yaml", "--import", "desk.yaml", ...AS_OF, ...more], { files });

  test("judges the export itself", () => {
    // Two of three are not known: 1 is met, 2 waits since nobody knows when, 3 was opened nobody knows when.
    expect(check().out).toMatch(/^resolve +1 +0 +0 +0 +2 +100 % +100 % +kept$/m);
  });

  test("the JSON has what became of every row", () => {
    const { import: summary } = JSON.parse(check("--format", "json").out) as { import: unknown };
    expect(summary).toEqual({
      mapping: "desk",
      rows: { read: 3, used: 2, leftOut: 0, reported: 1 },
      unknown: [],
      incomplete: { "it is waiting, and its events do not say since when": 1 },
      cannotTell: [],
    });
  });

  test("--rejects writes the refused rows, each with its reason", () => {
    const { written, err } = check("--rejects", "rejects.csv");
    expect(written!["rejects.csv"]).toBe(
      'file,line,reason,row\r\nexport.csv,4,"""soon"" is no time of the form ""dd/MM/yyyy HH:mm""","[""3"",""New"",""soon"",""""]"\r\n',
    );
    expect(err).toContain("ouvree: rows refused, with the reason: 1 in rejects.csv\n");
    expectUnusable(
      ouvree(["check", "audit.csv", "--policy", "policy.yaml", "--rejects", "x.csv", ...AS_OF], { files }),
      /--rejects goes with --import/,
    );
  });

  test("a mapping may stand in the policy", () => {
    const own = {
      ...files,
      "both.yaml":
        POLICY +
        lines(
          "import:",
          ...DESK.trimEnd()
            .split("\n")
            .map((line) => `  ${line}`),
        ),
    };
    expect(ouvree(["check", "export.csv", "--policy", "both.yaml", ...AS_OF], { files: own }).out).toMatch(
      /^resolve +1 +0 +0 +0 +2 /m,
    );
    const bad = {
      ...files,
      "both.yaml": `${POLICY}import: { import: desk, case: { id: ID }, events: { opened: Opened } }\n`,
    };
    expectUnusable(
      ouvree(["check", "export.csv", "--policy", "both.yaml", ...AS_OF], { files: bad }),
      /the policy desk, import: case\.kind: case has no "kind"/,
    );
  });

  test.each(["due", "callbacks", "compare", "explain", "advice"])("%s takes it too", (command) => {
    const asked: Record<string, readonly string[]> = {
      due: ["due", "export.csv", "--policy", "policy.yaml"],
      callbacks: ["callbacks", "export.csv", "--policy", "clip-industrie", "--agents", "1", "--minutes", "10"],
      compare: ["compare", "policy.yaml", "policy.yaml", "export.csv"],
      explain: ["explain", "export.csv", "--policy", "policy.yaml", "--case", "1"],
      advice: ["advice", "export.csv", "--policy", "goals.yaml", "--register", "register.json"],
    };
    const register = '{ "customers": [] }';
    const { err } = ouvree([...asked[command]!, "--import", "desk.yaml", ...AS_OF], {
      files: {
        ...files,
        "register.json": register,
        "goals.yaml": readFileSync("examples/clip-industrie-goals.yaml", "utf8"),
      },
    });
    expect(err).toContain("ouvree: desk: rows read 3 = used 2 + left out by where 0 + reported 1; cases 3\n");
  });
});

describe("init --from", () => {
  test("writes a mapping and a policy of the file's kinds, events and priorities, and the check of the file runs", () => {
    const made = ouvree(
      ["init", "--from", "audit.csv", "--zone", "Europe/Lisbon", "--holidays", "none", "--resolve", "PT8H", "--yes"],
      { files },
    );
    expect(made.code).toBe(0);
    const { "import.yaml": mapping, "policy.yaml": policy } = made.written!;
    expect(policy).toContain('priority: ["2 - High", "3 - Moderate", unset]');
    expect(policy).toContain("events: [opened, started, resolved, closed, reopened]");
    expect(mapping).toContain('zone: "Europe/Lisbon"');
    const checked = ouvree(
      ["check", "audit.csv", "--policy", "policy.yaml", "--import", "import.yaml", "--as-of", "2016-04-01T00:00:00Z"],
      {
        files: { ...files, "policy.yaml": policy!, "import.yaml": mapping! },
      },
    );
    // INC1 used 5 minutes; INC2, reopened in the minute of its resolution, is late.
    expect(checked.out).toMatch(/^resolve +1 +1 +0 +0 +0 +50 % /m);
  });
});
