/**
 * A report as it may be shown.
 */
import type { Case } from "../../evaluation/cases/case.ts";
import { reading } from "../arguments.ts";
import type { Report } from "../report.ts";
import { aliasesOf, type PrivacyOptions, readPrivacy } from "./aliases.ts";
import { viewBy } from "./private-view.ts";

/**
 * The report with {@link privateView} of its evaluation; of its cases ids, kinds and events with their instants are left, and places
 * go by the ids that are shown.
 *
 * @example privateReport({ policy: clipIndustrie, evaluation, verdicts: [] }, { redact: () => "x" }).evaluation.cases[0].id // "x"
 */
export function privateReport(report: Report, options?: PrivacyOptions): Report {
  const given = readPrivacy(options, "privateReport");
  return reading("report", report, "report", () => reportUnder(report, given));
}

function reportUnder(report: Report, options: PrivacyOptions): Report {
  const { evaluation, cases, places } = report;
  const aliases = aliasesOf(evaluation, options);
  return {
    ...report,
    evaluation: viewBy(evaluation, aliases),
    ...(cases === undefined ? {} : { cases: cases.map((each) => bareCase(each, aliases.caseId)) }),
    ...(places === undefined ? {} : { places: new Map([...places].map(([id, place]) => [aliases.caseId(id), place])) }),
  };
}

/** A picture of a deadline needs no more; any other member may name somebody, as may what stands where an instant should. */
function bareCase({ id, kind, events }: Case, caseId: (id: string) => string): Case {
  const dated = events.filter(({ at }) => typeof at !== "string" || !Number.isNaN(Date.parse(at)));
  return { id: caseId(id), kind, events: dated.map(({ type, at }) => ({ type, at })) };
}
