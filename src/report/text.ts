/**
 * An evaluation as text: a table of the commitments, and the cases behind the misses.
 *
 * It only folds outcomes; what is kept or broken is decided by the gate.
 */
import { spokenDuration, spokenInstant } from "../clock/explain.ts";
import type { CaseResult, Evaluation, Provenance, Result } from "../evaluation/result.ts";
import { harmless } from "../issues/show.ts";
import type { Policy } from "../policy/policy.ts";
import { zoneOf } from "../time/zone.ts";
import type { Standing, Verdict } from "./gate.ts";
import { spokenShare } from "./share.ts";

/** Marks a word of the report, e.g. by colour. */
export type Paint = (text: string, standing: Standing) => string;

/** Missed cases shown; the rest is counted. */
const SHOWN_MISSES = 20;

/**
 * The report as lines, for people.
 *
 * @example textReport(clipIndustrie, evaluation, judgeGoals(evaluation, { byId: new Map() })).split(" as of ")[0] // "clip-industrie"
 */
export function textReport(
  policy: Policy,
  evaluation: Evaluation,
  verdicts: readonly Verdict[],
  paint: Paint = (text) => text,
): string {
  const zone = zoneOf(zoneNameOf(policy));
  const { cases, notYet } = evaluation;
  const seen = `${count(cases.length, "case")}${notYet === 0 ? "" : `, ${count(notYet, "case")} not begun yet`}`;
  const period = evaluation.period === undefined ? "" : `, cases begun in ${evaluation.period}`;
  const lines = [
    `${harmless(policy.name)} as of ${spokenInstant(zone, Date.parse(evaluation.asOf))} (${zone.name})${period}: ${seen}`,
    "",
    ...table(evaluation, verdicts, paint),
    "",
    ...misses(evaluation, zone.name),
  ];
  const odd = cases.filter((found) => found.issues.length > 0);
  if (odd.length > 0) lines.push(`${count(odd.length, "case")} with remarks; --format json lists them`, "");
  lines.push(...madeWith(evaluation.provenance), "");
  const broken = verdicts.filter((verdict) => verdict.standing === "broken");
  lines.push(
    broken.length === 0
      ? paint("every commitment that could be judged is kept", "kept")
      : paint(`broken: ${broken.map(({ id }) => harmless(id)).join(", ")}`, "broken"),
  );
  return `${lines.join("\n")}\n`;
}

/** A rate beside its goal: with as many digits as it takes to see that it is below, where it is. */
function spokenRate(rate: number, goal: number): string {
  if (rate >= goal || spokenShare(rate) !== spokenShare(goal)) return spokenShare(rate);
  return `${String(rate * 100).slice(0, 7)} %`;
}

function table(evaluation: Evaluation, verdicts: readonly Verdict[], paint: Paint): string[] {
  const header = ["commitment", "met", "missed", "open", "n/a", "unmeasurable", "rate", "goal", ""];
  const rows = verdicts.map(({ id, goal, standing }) => {
    const { counts, rate } = evaluation.rates[id]!;
    return [
      harmless(id),
      String(counts.met),
      String(counts.missed),
      String(counts.running + counts.paused),
      String(counts["not-applicable"]),
      String(counts.unmeasurable),
      rate === null ? "–" : spokenRate(rate, goal),
      spokenShare(goal),
      standing === "not-judged" ? "not judged" : standing,
    ];
  });
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[], last: (text: string) => string): string =>
    cells
      .map((cell, column) => {
        if (column === cells.length - 1) return last(cell);
        return column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
      })
      .join("  ")
      .trimEnd();
  return [
    line(header, (text) => text),
    ...rows.map((row, i) => line(row, (text) => paint(text, verdicts[i]!.standing))),
  ];
}

/** What the figures were made with: the readings first, since they decide verdicts. */
function madeWith({ policy, policyHash, readings, holidaySources, version }: Provenance): string[] {
  const chosen = Object.entries(readings).map(([clause, reading]) => `${harmless(clause)} ${harmless(reading)}`);
  const holidays = Object.entries(holidaySources ?? {}).map(
    ([source, data]) => `${harmless(source)} ${harmless(data)}`,
  );
  return [
    ...(chosen.length === 0 ? [] : [`readings: ${chosen.join(", ")}`]),
    ...(holidays.length === 0 ? [] : [`holidays: ${holidays.join(", ")}`]),
    `made with ouvree ${version}, policy ${harmless(policy)} ${policyHash}`,
  ];
}

/** The missed ones, latest start first. */
function misses(evaluation: Evaluation, zoneName: string): string[] {
  const missed = evaluation.cases.flatMap((found) =>
    Object.entries(found.commitments)
      .filter(([, result]) => result.outcome === "missed")
      .map(([id, result]) => ({ found, id, result })),
  );
  if (missed.length === 0) return [];
  missed.sort((a, b) => startOf(b.result) - startOf(a.result));
  const shown = missed.slice(0, SHOWN_MISSES).map(({ found, id, result }) => missLine(found, id, result, zoneName));
  const left = missed.length - shown.length;
  return [
    `missed, latest first:`,
    ...shown,
    ...(left > 0 ? [`  … and ${left} more; --format json lists them`] : []),
    "",
  ];
}

function startOf({ startedAt }: Result): number {
  return startedAt === null ? 0 : Date.parse(startedAt);
}

function missLine(found: CaseResult, id: string, result: Result, zoneName: string): string {
  const zone = zoneOf(zoneName);
  const at = (iso: string | null): string => (iso === null ? "not yet" : spokenInstant(zone, Date.parse(iso)));
  const due = result.dueDate === undefined ? `due ${at(result.dueAt)}` : `due ${result.dueDate}`;
  const late = result.overrunMs === undefined ? "" : `, ${spokenDuration(result.overrunMs)} over`;
  return `  ${harmless(found.id)}  ${harmless(id)}  ${due}, done ${at(result.stoppedAt)}${late}`;
}

function zoneNameOf(policy: Policy): string {
  return policy.calendars.get(policy.document.calendar)!.definition.timeZone;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
