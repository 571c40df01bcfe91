/**
 * An evaluation as text: a table of the commitments, and the cases behind the misses.
 *
 * It only folds outcomes; what is kept or broken is decided by the gate.
 */
import { insideOf } from "../calendar/internal.ts";
import { spokenDuration, spokenInstant } from "../clock/explain.ts";
import type { CaseResult, Evaluation, Provenance, Result } from "../evaluation/result.ts";
import { harmless } from "../issues/show.ts";
import { formatDate } from "../time/civil-date.ts";
import { MS_PER_UTC_DAY } from "../time/units.ts";
import type { Zone } from "../time/zone.ts";
import { rateNote } from "./rates-notes.ts";
import { groupTable, ratesTable } from "./rates-table.ts";
import type { Report } from "./report.ts";

/** Missed cases shown; the rest is counted. */
const SHOWN_MISSES = 20;

/**
 * The report as lines, for people.
 *
 * @example
 * const verdicts = judgeGoals(evaluation, { byId: new Map() });
 * textReport({ policy: clipIndustrie, evaluation, verdicts }).split(" as of ")[0] // "clip-industrie"
 */
export function textReport({ policy, evaluation, verdicts, paint = (text) => text }: Report): string {
  const { zone } = insideOf(policy.calendars.get(policy.document.calendar)!).timeline.schedule;
  const { cases, notYet, rates } = evaluation;
  const seen = `${count(cases.length, "case")}${notYet === 0 ? "" : `, ${count(notYet, "case")} not begun yet`}`;
  const period = evaluation.period === undefined ? "" : `, cases begun in ${evaluation.period}`;
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
    ...misses(evaluation, zone),
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

/** Of which cases the rates are: more may begin in a period that is not over. */
function amongWords({ period, asOf }: Evaluation, zone: Zone): string {
  if (period === undefined) return "of the cases begun so far";
  const asOfMs = Date.parse(asOf);
  const date = formatDate(Math.floor((asOfMs + zone.offsetMsAt(asOfMs)) / MS_PER_UTC_DAY));
  return date.slice(0, period.length) > period ? `in ${period}` : `of the cases begun so far in ${period}`;
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
function misses(evaluation: Evaluation, zone: Zone): string[] {
  const counted = countedMisses(evaluation);
  const missed = evaluation.cases.flatMap((found) =>
    Object.entries(found.commitments)
      .filter(([id, { outcome }]) => outcome === "missed" && (counted === undefined || counted.get(id)!.has(found.id)))
      .map(([id, result]) => ({ found, id, result })),
  );
  if (missed.length === 0) return [];
  missed.sort((a, b) => startOf(b.result) - startOf(a.result));
  const shown = missed.slice(0, SHOWN_MISSES).map(({ found, id, result }) => missLine(found, id, result, zone));
  const left = missed.length - shown.length;
  return [
    `missed, latest first:`,
    ...shown,
    ...(left > 0 ? [`  … and ${left} more; --format json lists them`] : []),
    "",
  ];
}

/** Of a period the missed cases that are its own, by commitment. */
function countedMisses({ period, rates }: Evaluation): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  if (period === undefined) return undefined;
  return new Map(Object.entries(rates).map(([id, { caseIds }]) => [id, new Set(caseIds.missed)]));
}

function startOf({ startedAt }: Result): number {
  return startedAt === null ? 0 : Date.parse(startedAt);
}

function missLine(found: CaseResult, id: string, result: Result, zone: Zone): string {
  const at = (iso: string | null): string => (iso === null ? "not yet" : spokenInstant(zone, Date.parse(iso)));
  const due = result.dueDate === undefined ? `due ${at(result.dueAt)}` : `due ${result.dueDate}`;
  const late = result.overrunMs === undefined ? "" : `, ${spokenDuration(result.overrunMs)} over`;
  return `  ${harmless(found.id)}  ${harmless(id)}  ${due}, done ${at(result.stoppedAt)}${late}`;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
