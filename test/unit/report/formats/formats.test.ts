/**
 * What the formats say of the example year. Which cases are missed is counted by hand elsewhere (the example's own tests); here
 * every format must say the same.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../../../src/charters/clip-industrie.ts";
import { readCases } from "../../../../src/import/index.ts";
import { type Case, evaluate, type Register } from "../../../../src/index.ts";
import {
  csvReport,
  githubReport,
  gitlabReport,
  htmlReport,
  judgeGoals,
  junitReport,
  markdownReport,
  type Report,
  sarifReport,
  textReport,
} from "../../../../src/report/index.ts";
import { at, request } from "../../evaluation/telling.ts";
import { csvRows, junitProblems, markdownTables, sarifProblems } from "./judges.ts";

const { cases, lines } = readCases(readFileSync("examples/tickets.csv", "utf8"));
const register = JSON.parse(readFileSync("examples/register.json", "utf8")) as Register;
function reportOf(of: readonly Case[], options: object = {}, goal = 0.97): Report {
  const evaluation = evaluate(clipIndustrie, of, { asOf: "2026-10-31T18:00:00+01:00", register, ...options });
  return { policy: clipIndustrie, evaluation, verdicts: judgeGoals(evaluation, { byId: new Map(), otherwise: goal }) };
}
const places = new Map(cases.map(({ id }, i) => [id, { file: "examples/tickets.csv", line: lines[i]! }]));
const YEAR: Report = { ...reportOf(cases), places };
const MISSED = Object.values(YEAR.evaluation.rates).reduce((sum, { missed }) => sum + missed, 0);
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

describe("gates beyond the goals", () => {
  // A page that says "kept" of a check that failed would be believed.
  it("stand in every format for people, inert", () => {
    const gates = [
      { text: "worse: <b>anomaly</b> missed now: T1", standing: "broken" as const },
      { text: "at risk: T2", standing: "not-judged" as const },
    ];
    const report = { ...reportOf(cases.slice(0, 20)), gates };
    expect(textReport(report)).toContain("worse: <b>anomaly</b> missed now: T1\nat risk: T2\n");
    expect(markdownReport(report)).toContain("\n- ❌ `worse: <b>anomaly</b> missed now: T1`\n- `at risk: T2`\n");
    expect(githubReport(report)).toContain("::error title=ouvree::worse: <b>anomaly</b> missed now: T1\n");
    expect(githubReport(report)).toContain("::notice title=ouvree::at risk: T2\n");
    expect(htmlReport(report)).toContain(
      '<li class="broken">worse: &lt;b&gt;anomaly&lt;/b&gt; missed now: T1</li><li class="not-judged">at risk: T2</li>',
    );
    for (const write of [markdownReport, githubReport, htmlReport])
      expect(write({ ...report, gates: [] })).not.toContain("missed now: T1");
  });
});

describe("JUnit", () => {
  it("is right by its schema, and counts as the rates do", { timeout: 30_000 }, async () => {
    const xml = junitReport(YEAR);
    expect(await junitProblems(xml)).toEqual([]);
    expect(count(xml, /<failure /g)).toBe(MISSED);
    for (const [id, { counts, missed }] of Object.entries(YEAR.evaluation.rates)) {
      const [head] = new RegExp(`<testsuite name="${id}" [^>]*>`).exec(xml)!;
      const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
      // Of surveys and cycles a rate counts each one; a test is a customer or a case.
      if (id !== "survey-by-mail" && id !== "remote-work")
        expect(head).toContain(` tests="${all}" failures="${missed}"`);
    }
    expect(xml).toContain('<property name="reading.business-hours" value="open"/>');
    expect(xml).toMatch(/<testsuite name="anomaly"[\s\S]*?<property name="standing" value="broken"\/>/);
  });

  it("is judged by a schema that refuses what is wrong", async () => {
    const xml = junitReport(reportOf(cases.slice(0, 1)));
    for (const [from, to] of [
      [' hostname="localhost"', ""],
      ["<system-out/>", ""],
      ["<testcase ", "<test "],
      [".000", "&"],
    ])
      expect(await junitProblems(xml.replace(from!, to!)), from).not.toEqual([]);
  });

  it("skips what is not decided, and says why", () => {
    const xml = junitReport(
      reportOf([request("anomaly", ["called 06-01 09:00"], { id: "open" })], {
        asOf: at("06-01 10:00"),
        register: undefined,
      }),
    );
    expect(xml).toContain(
      '<testcase name="open" classname="clip-industrie.anomaly" time="0"><skipped message="running"/></testcase>',
    );
    expect(xml).toContain('<skipped message="unmeasurable: no-figure"/>');
  });
});

describe("GitHub's commands", () => {
  it("are ten, errors first, and one that counts the others", () => {
    const commands = githubReport(YEAR).trimEnd().split("\n");
    expect(commands).toHaveLength(11);
    expect(commands[0]).toMatch(/^::error title=goals are broken::.*anomaly 96\.7 %25 \(goal 97 %25\)/);
    expect(commands.at(-1)).toBe(`::notice title=ouvree::and ${MISSED - 9} more missed; --format json lists them`);
    const kinds = commands.slice(0, -1).map((line) => line.slice(2, line.indexOf(" ")));
    expect(kinds).toEqual([...kinds].sort());
  });

  it("are warnings where the goal is kept", () => {
    const one = [request("anomaly", ["called 06-01 09:00", "assisted 06-02 09:30"], { id: "late" })];
    const commands = githubReport(reportOf(one, { asOf: at("06-30 18:00"), register: undefined }, 0));
    expect(commands).toBe(
      "::warning title=anomaly missed%3A late::due Mon 1 Jun 2026 15:00, done Tue 2 Jun 2026 09:30, 2 h 30 min over\n",
    );
  });
});

describe("GitLab's code quality", () => {
  const issues = (report: Report): Record<string, never>[] => JSON.parse(gitlabReport(report));
  it("has what it must have, each miss once", () => {
    const all = issues(YEAR);
    expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(all.length);
    for (const { description, check_name, fingerprint, severity, location } of all) {
      expect([typeof description, typeof check_name]).toEqual(["string", "string"]);
      expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
      expect(["major", "minor"]).toContain(severity);
      expect(location).toEqual({ path: expect.any(String), lines: { begin: expect.any(Number) } });
    }
  });

  it("knows a miss again, wherever it stands", () => {
    const moved = {
      ...YEAR,
      places: new Map([...places].map(([id, { line }]) => [id, { file: "other.csv", line: line + 9 }])),
    };
    expect(issues(moved).map(({ fingerprint }) => fingerprint)).toEqual(
      issues(YEAR).map(({ fingerprint }) => fingerprint),
    );
  });
});

describe("SARIF", () => {
  it("is right by its schema: a rule for each commitment, a result for each miss, at its row", () => {
    const text = sarifReport(YEAR);
    expect(sarifProblems(text)).toEqual([]);
    const [run] = JSON.parse(text).runs;
    const { rules } = run.tool.driver;
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(YEAR.evaluation.rates));
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex].id).toBe(ruleId);
    const late = run.results.find(({ message }: { message: { text: string } }) =>
      message.text.startsWith("T0122: anomaly"),
    );
    const [row] = readFileSync("examples/tickets.csv", "utf8")
      .split("\n")
      .flatMap((line, i) => (line.startsWith("T0122,") ? [i + 1] : []));
    expect(late.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: "examples/tickets.csv" }, region: { startLine: row } } },
    ]);
    expect(late.level).toBe("error");
  });

  it("is judged by a schema that refuses what is wrong", () => {
    expect(sarifProblems(sarifReport(YEAR).replaceAll('"level": "error"', '"level": "bad"'))).not.toEqual([]);
  });

  it("writes paths as references", () => {
    for (const [file, uri] of [
      ["a b/c#d.csv", "a%20b/c%23d.csv"],
      ["/tmp/é.csv", "file:///tmp/%C3%A9.csv"],
      ["C:\\x\\y.csv", "C%3A/x/y.csv"],
    ])
      expect(sarifReport({ ...YEAR, places: new Map([["T0122", { file: file!, line: 3 }]]) })).toContain(
        `"uri": "${uri}"`,
      );
  });
});

describe("CSV", () => {
  const [titles, ...rows] = csvRows(csvReport({ ...YEAR })) as [string[], ...string[][]];
  const column = (row: readonly string[], title: string): string => row[titles.indexOf(title)]!;
  it("has a row for every commitment on every case, and reads back", () => {
    const { evaluation } = YEAR;
    const results = evaluation.cases.flatMap(({ id, commitments }) =>
      Object.entries(commitments).map(([commitment, result]) => [id, commitment, result.outcome, result.dueAt ?? ""]),
    );
    const read = rows.filter((row) => column(row, "subject") === "case");
    expect(read.map((row) => ["id", "commitment", "outcome", "due_at"].map((title) => column(row, title)))).toEqual(
      results,
    );
    const late = rows.find((row) => column(row, "id") === "T0122" && column(row, "commitment") === "anomaly")!;
    // 1 h 40 min.
    expect(column(late, "overrun_ms")).toBe("6000000");
    expect(column(late, "file")).toBe("examples/tickets.csv");
  });
});

describe("Markdown", () => {
  it("has the table of the commitments, and the misses", () => {
    const markdown = markdownReport(YEAR);
    expect(markdown).toMatch(/^# `clip-industrie`: broken: .*`anomaly`/);
    const cells = markdownTables(markdown).map((row) => row.map(({ text }) => text));
    expect(cells.find(([id]) => id === "`anomaly`")).toEqual([
      "`anomaly`",
      "148",
      "5",
      "2",
      "0",
      "10",
      "0",
      "96.7 %",
      "97 %",
      "❌ broken",
    ]);
    expect(markdown).toContain(`… and ${MISSED - 50 - cyclesMore()} more`);
  });

  it("shows as many misses as the report says", () => {
    expect(count(markdownReport({ ...YEAR, worst: 3 }), /^\| `[^`]+` \| `[^`]+` \| (?!\d)/gm)).toBe(3);
  });
});

/** Misses that a rate counts beyond the one of a case, where each cycle is counted. */
function cyclesMore(): number {
  return MISSED - JSON.parse(gitlabReport(YEAR)).length;
}

describe("every format", () => {
  it("counts of a period the cases begun in it", () => {
    const period = reportOf(cases, { period: "2026-10" });
    const begun = new Set(
      Object.values(period.evaluation.rates).flatMap(({ caseIds }) => Object.values(caseIds).flat()),
    );
    const seen = period.evaluation.cases.filter(({ id }) => begun.has(id)).length;
    expect(seen).toBeLessThan(cases.length / 4);
    expect(textReport(period).split("\n")[0]).toMatch(new RegExp(`, cases begun in 2026-10: ${seen} cases$`));
    expect(markdownReport(period)).toContain(`: ${seen} cases begun in \`2026-10\`.`);
    const ids = new Set(csvRows(csvReport(period)).flatMap(([subject, id]) => (subject === "case" ? [id] : [])));
    expect(ids.size).toBe(seen);
  });

  it("does not count cases of one id, and says so", () => {
    const late = request("anomaly", ["called 06-01 09:00", "assisted 06-02 09:30"], { id: "twice" });
    const report = reportOf([late, late], { asOf: at("06-30 18:00"), register: undefined });
    expect(JSON.parse(gitlabReport(report))).toEqual([]);
    expect(junitReport(report)).toContain('<skipped message="not counted: other cases have the same id"/>');
    expect(
      csvRows(csvReport(report))
        .filter(([, id]) => id === "twice")
        .every((row) => row[7] === "false"),
    ).toBe(true);
  });

  it("says of a promise without a due date from when it is missed, or when it was done", () => {
    const text = textReport(YEAR);
    expect(text).not.toContain("due not yet");
    expect(text).toMatch(
      /^ {2}T\d+ {2}remote-work {2}0 of 1 as promised, channel is not phone or remote, on \w{3} \d+ \w{3} 2026 \d\d:\d\d$/m,
    );
  });
});
