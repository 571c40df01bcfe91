/**
 * An evaluation as text: a table of the commitments, and the cases behind the misses.
 *
 * It only folds outcomes; what is kept or broken is decided by the gate.
 */
import { spokenInstant } from "../../clock/explain.ts";
import type { Evaluation, Provenance } from "../../evaluation/result.ts";
import { harmless } from "../../issues/show.ts";
import { adviceLines } from "../advice-list.ts";
import { reading } from "../arguments.ts";
import { isNothingJudged } from "../gates/gate.ts";
import { rateNote } from "../rates/notes.ts";
import { amongWords, periodWords } from "../rates/period-words.ts";
import { groupTable, ratesTable } from "../rates/table.ts";
import type { Report } from "../report.ts";
import { type MissSetting, missSettingOf, missWords } from "../results/miss-words.ts";
import { casesSeen, missedRows, type ReportRow, subjectWords, zoneOfReport } from "../results/report-rows.ts";
import { REASON_WORDS, unmeasurableOf } from "../results/unmeasurable.ts";
import { unknownLines } from "../unknown-lines.ts";

/** Missed cases shown; the rest is counted. */
const SHOWN_MISSES = 20;

/**
 * The report as lines, for people.
 *
 * @example
 * const verdicts = judgeGoals(evaluation, { byId: new Map() });
 * textReport({ policy: clipIndustrie, evaluation, verdicts }).split(" as of ")[0] // "clip-industrie"
 */
export function textReport(report: Report): string {
  return reading("report", report, "report", () => textOf(report));
}

function textOf(report: Report): string {
  const { policy, evaluation, verdicts, gates = [], paint = (text) => text } = report;
  const zone = zoneOfReport(report);
  const { cases, notYet, rates } = evaluation;
  const seen = `${count(casesSeen(evaluation), "case")}${notYet === 0 ? "" : `, ${count(notYet, "case")} not begun yet`}`;
  const words = periodWords(evaluation, zone);
  const period = words === undefined ? "" : `, cases begun ${words}`;
  const among = amongWords(evaluation, zone);
  const notes = verdicts.flatMap((verdict) => rateNote(verdict, rates[verdict.id]!, among) ?? []);
  const groups = (["month", "customer", "kind"] as const).filter((group) =>
    Object.values(rates).some(({ by }) => by?.[group] !== undefined),
  );
  const lines = [
    `${harmless(policy.name)} as of ${spokenInstant(zone, Date.parse(evaluation.asOf))} (${zone.name})${period}: ${seen}`,
    "",
    ...ratesTable(evaluation, verdicts, paint),
    "",
    ...(notes.length === 0 ? [] : [...notes, ""]),
    ...groups.flatMap((group) => [...groupTable(evaluation, verdicts, group, paint), ""]),
    ...misses(report),
    ...unmeasured(report),
    ...adviceToGive(evaluation),
  ];
  const odd = cases.filter((found) => found.issues.length > 0);
  if (odd.length > 0) lines.push(`${count(odd.length, "case")} with remarks; --format json lists them`, "");
  const unknown = unknownLines(evaluation);
  if (unknown.length > 0) lines.push(...unknown, "");
  lines.push(...madeWith(evaluation.provenance), "");
  const broken = verdicts.filter((verdict) => verdict.standing === "broken");
  lines.push(
    isNothingJudged(verdicts)
      ? paint("no commitment could be judged", "not-judged")
      : broken.length === 0
        ? paint("every commitment that could be judged is kept", "kept")
        : paint(`broken: ${broken.map(({ id }) => harmless(id)).join(", ")}`, "broken"),
    ...gates.map(({ text, standing }) => paint(text, standing)),
  );
  return `${lines.join("\n")}\n`;
}

/** What the figures were made with: the readings first, since they decide verdicts. */
function madeWith({ policy, policyHash, readings, holidaySources, tzdata, version }: Provenance): string[] {
  const chosen = Object.entries(readings).map(([clause, reading]) => `${harmless(clause)} ${harmless(reading)}`);
  const holidays = Object.entries(holidaySources ?? {}).map(
    ([source, data]) => `${harmless(source)} ${harmless(data)}`,
  );
  return [
    ...(chosen.length === 0 ? [] : [`readings: ${chosen.join(", ")}`]),
    ...(holidays.length === 0 ? [] : [`holidays: ${holidays.join(", ")}`]),
    `made with ouvree ${version}, policy ${harmless(policy)} ${policyHash}${tzdata === undefined ? "" : `, time zone data ${harmless(tzdata)}`}`,
  ];
}

/** The missed ones, latest start first. */
function misses(report: Report): string[] {
  const on = missSettingOf(report);
  const missed = missedRows(report);
  if (missed.length === 0) return [];
  const left = missed.length - SHOWN_MISSES;
  return [
    `missed, latest first:`,
    ...missed.slice(0, SHOWN_MISSES).map((row) => missLine(row, on)),
    ...(left > 0 ? [`  … and ${left} more; --format json lists them`] : []),
    "",
  ];
}

/** What could not be measured, with the reason. */
function unmeasured(report: Report): string[] {
  const lines = unmeasurableOf(report).map(
    ({ commitment, reason, count }) => `  ${harmless(commitment)}  ${count}: ${REASON_WORDS[reason]} (${reason})`,
  );
  return lines.length === 0 ? [] : ["cannot be measured:", ...lines, ""];
}

function adviceToGive(evaluation: Evaluation): string[] {
  const lines = adviceLines(evaluation);
  return lines.length === 0 ? [] : ["to recommend, the oldest first:", ...lines, ""];
}

function missLine(row: ReportRow, on: MissSetting): string {
  return `  ${harmless(subjectWords(row))}  ${harmless(row.commitment)}  ${missWords(row, on)}`;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
