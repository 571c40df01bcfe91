/**
 * A report as JUnit XML, which build servers show as tests: a suite for each commitment, a test for each case.
 *
 * Source: the schemas of Apache Ant's JUnit report and of the xUnit plug-in of Jenkins, whose common part this is.
 */

import { harmless } from "../../issues/show.ts";
import { reading } from "../arguments.ts";
import type { Verdict } from "../gates/gate.ts";
import type { Report } from "../report.ts";
import { type MissSetting, missSettingOf, missWords } from "../results/miss-words.ts";
import { type ReportRow, reportRows, subjectWords } from "../results/report-rows.ts";
import { xmlText } from "../xml.ts";
import { undecidedWords } from "./outcome-words.ts";
import { provenancePairs } from "./provenance-pairs.ts";

/**
 * The report as JUnit XML: a test fails where a commitment is missed, and is skipped where nothing is decided.
 *
 * Every miss fails, also one that a goal below 100 % allows: whether a goal is kept is among the suite's properties.
 *
 * @example junitReport({ policy: clipIndustrie, evaluation, verdicts: [] }).split("\n")[1] // "<testsuites>"
 */
export function junitReport(report: Report): string {
  return reading("report", report, "report", () => junitOf(report));
}

function junitOf(report: Report): string {
  const byCommitment = new Map<string, ReportRow[]>(Object.keys(report.evaluation.rates).map((id) => [id, []]));
  for (const row of reportRows(report)) byCommitment.get(row.commitment)?.push(row);
  const verdicts = new Map(report.verdicts.map((verdict) => [verdict.id, verdict]));
  const on = missSettingOf(report);
  const suites = [...byCommitment].map(([id, rows], index) => suiteOf(report, id, rows, index, verdicts.get(id), on));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join("")}</testsuites>\n`;
}

function suiteOf(
  report: Report,
  id: string,
  rows: readonly ReportRow[],
  index: number,
  verdict: Verdict | undefined,
  on: MissSetting,
): string {
  const failures = rows.filter(isFailure).length;
  const skipped = rows.filter((row) => !isFailure(row) && !isPassed(row)).length;
  const { policy, asOf } = { policy: report.policy.name, asOf: report.evaluation.asOf };
  // The schema wants whole seconds without a zone: they are UTC.
  const head = attributes({
    name: id,
    package: policy,
    id: String(index),
    tests: String(rows.length),
    failures: String(failures),
    errors: "0",
    skipped: String(skipped),
    time: "0",
    timestamp: asOf.slice(0, 19),
    hostname: "localhost",
  });
  const properties = [...provenancePairs(report), ...verdictPairs(verdict)].map(
    ([name, value]) => `      <property${attributes({ name, value })}/>\n`,
  );
  const className = `${policy}.${id}`;
  return [
    `  <testsuite${head}>\n    <properties>\n${properties.join("")}    </properties>\n`,
    ...rows.map((row) => testOf(row, className, on)),
    "    <system-out/>\n    <system-err/>\n  </testsuite>\n",
  ].join("");
}

function verdictPairs(verdict: Verdict | undefined): (readonly [string, string])[] {
  if (verdict === undefined) return [];
  const { goal, rate, standing } = verdict;
  return [
    ["goal", String(goal)],
    ...(rate === null ? [] : ([["rate", String(rate)]] as const)),
    ["standing", standing],
  ];
}

function testOf(row: ReportRow, classname: string, on: MissSetting): string {
  const head = `    <testcase${attributes({ name: subjectWords(row), classname, time: "0" })}`;
  if (isPassed(row)) return `${head}/>\n`;
  if (!isFailure(row)) return `${head}><skipped${attributes({ message: undecidedWords(row) })}/></testcase>\n`;
  const { place } = row;
  const message = attributes({ message: missWords(row, on), type: "missed" });
  const where = place === undefined ? "" : `${place.file}:${place.line}`;
  return `${head}><failure${message}>${xmlText(harmless(where))}</failure></testcase>\n`;
}

function isPassed({ isCounted, result }: ReportRow): boolean {
  return isCounted && result.outcome === "met";
}

function isFailure({ isCounted, result }: ReportRow): boolean {
  return isCounted && result.outcome === "missed";
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(harmless(value))}"`)
    .join("");
}
