/**
 * The results of a report one by one: a row for each commitment on a case, a customer, a technician or the service.
 */
import { insideOf } from "../../calendar/internal.ts";
import type { Evaluation, RegisterResult, Result } from "../../evaluation/result.ts";
import type { Zone } from "../../time/zone.ts";
import type { CasePlace, Report } from "../report.ts";
import { msOf } from "./setting.ts";

/** One result, and whose it is. */
export interface ReportRow {
  readonly subject: "case" | RegisterResult["subject"];
  readonly id: string;
  readonly kind?: string;
  readonly customer?: string;
  readonly commitment: string;
  readonly result: Result;
  /** Whether the rates count it: cases of one id are not counted. */
  readonly isCounted: boolean;
  readonly place?: CasePlace;
}

/** All results, those of cases first; of a period those that it counts. */
export function reportRows({ evaluation, places }: Pick<Report, "evaluation" | "places">): ReportRow[] {
  const counted = countedIds(evaluation);
  const rows: ReportRow[] = [];
  const add = (
    whose: Omit<ReportRow, "commitment" | "result" | "isCounted">,
    results: RegisterResult["commitments"],
  ) => {
    for (const [commitment, result] of Object.entries(results)) {
      const isCounted = counted.get(commitment)?.has(whose.id) === true;
      if (isCounted || !isOfPeriod(evaluation)) rows.push({ ...whose, commitment, result, isCounted });
    }
  };
  for (const { id, kind, customer, commitments } of evaluation.cases) {
    const place = places?.get(id);
    const beside = { ...(customer === undefined ? {} : { customer }), ...(place === undefined ? {} : { place }) };
    add({ subject: "case", id, kind, ...beside }, commitments);
  }
  for (const { subject, id, commitments } of evaluation.register) add({ subject, id }, commitments);
  return rows;
}

/** The missed ones that the rates count, latest start first. */
export function missedRows(report: Pick<Report, "evaluation" | "places">): ReportRow[] {
  const missed = reportRows(report).filter(({ isCounted, result }) => isCounted && result.outcome === "missed");
  return missed
    .map((row) => ({ row, startMs: msOf(row.result.startedAt) ?? 0 }))
    .sort((a, b) => b.startMs - a.startMs)
    .map(({ row }) => row);
}

/** How many cases the evaluation is about: of a period those that began in it. */
export function casesSeen(evaluation: Evaluation): number {
  if (!isOfPeriod(evaluation)) return evaluation.cases.length;
  const counted = countedIds(evaluation);
  return evaluation.cases.filter(({ id, commitments }) =>
    Object.keys(commitments).some((commitment) => counted.get(commitment)?.has(id)),
  ).length;
}

/** The zone of a report's instants: that of the policy's own calendar. */
export function zoneOfReport({ policy }: Pick<Report, "policy">): Zone {
  return insideOf(policy.calendars.get(policy.document.calendar)!).timeline.schedule.zone;
}

/** Whose a result is, in words: `T1`, `customer acme`, `person 2`. */
export function subjectWords({ subject, id }: Pick<ReportRow, "subject" | "id">): string {
  if (subject === "case") return id;
  const word = subject === "staff" ? "person" : subject;
  // A neutral name says it already.
  return id.startsWith(`${word} `) ? id : `${word} ${id}`;
}

/** Whether the rates count the cases of a period alone. */
export function isOfPeriod({ period, since, until }: Evaluation): boolean {
  return (period ?? since ?? until) !== undefined;
}

/** The ids behind the rates, by commitment. */
export function countedIds({ rates }: Evaluation): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(rates).map(([id, { caseIds }]) => [id, new Set(Object.values(caseIds).flat())]));
}
