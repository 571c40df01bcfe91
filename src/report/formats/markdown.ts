/**
 * A report as Markdown: tables, as GitHub and GitLab show them.
 *
 * Whatever comes from files or the policy stands in spans of code, where nothing is a link, a mention or HTML.
 * Source: the GitHub Flavored Markdown specification, "Code spans" and "Tables (extension)".
 */
import { spokenInstant } from "../../clock/explain.ts";
import type { Rate, RateGroup } from "../../evaluation/result.ts";
import { harmless, visible } from "../../issues/show.ts";
import { reading } from "../arguments.ts";
import { isKept, isNothingJudged, type Standing, type Verdict } from "../gates/gate.ts";
import { periodWords } from "../rates/period-words.ts";
import type { Report } from "../report.ts";
import { missSettingOf, missWords } from "../results/miss-words.ts";
import { casesSeen, missedRows, type ReportRow, subjectWords, zoneOfReport } from "../results/report-rows.ts";
import { REASON_WORDS, unmeasurableOf } from "../results/unmeasurable.ts";
import { spokenRate, spokenShare } from "../share.ts";
import { provenancePairs } from "./provenance-pairs.ts";

/** Missed cases shown unless the report says how many; the rest is counted. */
const SHOWN_MISSES = 50;
const GROUPS: readonly RateGroup[] = ["month", "customer", "kind"];
const MARKS: Readonly<Record<Standing, string>> = { kept: "✅ kept", broken: "❌ broken", "not-judged": "not judged" };

/** Before what was asked beyond the goals. */
const GATE_MARKS: Readonly<Record<Standing, string>> = { kept: "✅ ", broken: "❌ ", "not-judged": "" };

/**
 * The report as Markdown: the commitments against their goals, the misses, and what the figures were made with.
 *
 * @example markdownReport({ policy: clipIndustrie, evaluation, verdicts: [] }).split("\n")[0] // "# `clip-industrie`: every goal that could be judged is kept"
 */
export function markdownReport(report: Report): string {
  return reading("report", report, "report", () => markdownOf(report));
}

function markdownOf(report: Report): string {
  const { evaluation, verdicts, policy, gates = [] } = report;
  const zone = zoneOfReport(report);
  const broken = verdicts.filter(({ standing }) => standing === "broken");
  const head = isNothingJudged(verdicts)
    ? "no goal could be judged"
    : broken.length === 0
      ? "every goal that could be judged is kept"
      : `broken: ${broken.map(({ id }) => code(id)).join(", ")}`;
  const cases = casesSeen(evaluation);
  const words = evaluation.period === undefined ? periodWords(evaluation, zone) : `in ${code(evaluation.period)}`;
  const begun = words === undefined ? "" : ` begun ${words}`;
  const asOf = `${spokenInstant(zone, Date.parse(evaluation.asOf))} (${zone.name})`;
  const groups = GROUPS.filter((group) => Object.values(evaluation.rates).some(({ by }) => by?.[group] !== undefined));
  const blocks = [
    [`# ${code(policy.name)}: ${head}`],
    [`As of ${asOf}: ${cases} case${cases === 1 ? "" : "s"}${begun}.`],
    ...(gates.length === 0 ? [] : [gates.map(({ text, standing }) => `- ${GATE_MARKS[standing]}${code(text)}`)]),
    ratesTable(report),
    ...groups.flatMap((group) => [[`## By ${group}`], groupTable(report, group)]),
    ...missTable(report, missedRows(report)),
    ...unmeasurableTable(report),
    provenancePairs(report).map(([name, value]) => `- ${code(name)}: ${code(value)}`),
  ];
  return `${blocks.map((block) => block.join("\n")).join("\n\n")}\n`;
}

/** A text as a span of code. A backtick would end it, and a bar the cell of a table: both are made visible. */
function code(text: string): string {
  const inert = harmless(text).replace(/[`|]/g, visible);
  return inert.trim() === "" ? "–" : `\`${inert}\``;
}

function ratesTable({ evaluation, verdicts }: Report): string[] {
  const rows = verdicts.map(({ id, goal, rate, standing }) => [
    code(id),
    ...countCells(evaluation.rates[id]!),
    rate === null ? "–" : spokenRate(rate, goal),
    spokenShare(goal),
    MARKS[standing],
  ]);
  return table(["commitment", ...COUNTS, "rate", "goal", ""], rows, 1);
}

const COUNTS = ["met", "missed", "open", "excused", "n/a", "unmeasurable"] as const;

function countCells({ counts }: Rate): string[] {
  const open = counts.running + counts.paused;
  return [counts.met, counts.missed, open, counts.excused, counts["not-applicable"], counts.unmeasurable].map(String);
}

function groupTable({ evaluation, verdicts }: Report, group: RateGroup): string[] {
  const rowOf = ({ id, goal }: Verdict, key: string, rate: Rate): string[] => {
    const isBelow = rate.rate !== null && !isKept(rate.rate, goal, rate.goalAbove);
    const share = rate.rate === null ? "–" : spokenRate(rate.rate, goal);
    return [code(id), code(key), ...countCells(rate), share, isBelow ? `below ${spokenShare(goal)}` : ""];
  };
  const rows = verdicts.flatMap((verdict) =>
    Object.entries(evaluation.rates[verdict.id]!.by?.[group] ?? {}).map(([key, rate]) => rowOf(verdict, key, rate)),
  );
  return table(["commitment", group, ...COUNTS, "rate", ""], rows, 2);
}

/** The missed ones, latest start first. */
function missTable(report: Report, missed: readonly ReportRow[]): string[][] {
  if (missed.length === 0) return [];
  const on = missSettingOf(report);
  const shown = missed.slice(0, report.worst ?? SHOWN_MISSES);
  const rows = shown.map((row) => [code(subjectWords(row)), code(row.commitment), missWords(row, on)]);
  const left = missed.length - shown.length;
  return [
    ["## Missed, latest first"],
    table(["", "commitment", ""], rows, 3),
    ...(left > 0 ? [[`… and ${left} more; \`--format json\` lists them.`]] : []),
  ];
}

/** What could not be measured, with the reason. */
function unmeasurableTable(report: Report): string[][] {
  const rows = unmeasurableOf(report).map(({ commitment, reason, count }) => [
    code(commitment),
    `${REASON_WORDS[reason]} (\`${reason}\`)`,
    String(count),
  ]);
  return rows.length === 0 ? [] : [["## Cannot be measured"], table(["commitment", "why", "cases"], rows, 2)];
}

/** A table: names to the left, figures to the right. */
function table(titles: readonly string[], rows: readonly (readonly string[])[], names: number): string[] {
  const lines = [titles, titles.map((_, i) => (i < names ? "---" : "--:")), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`);
}
