/**
 * A report as GitLab's code quality report: its misses beside the files in a merge request.
 *
 * Source: GitLab's documentation, "Code Quality", "Code Quality report format".
 */
import { harmless } from "../../issues/show.ts";
import { shownJson } from "../../issues/shown-json.ts";
import { reading } from "../arguments.ts";
import type { Report } from "../report.ts";
import { missSettingOf, missWords } from "../results/miss-words.ts";
import { missedRows, subjectWords } from "../results/report-rows.ts";
import { fingerprintOf } from "./fingerprint.ts";

/**
 * The misses of a report as code quality JSON: `major` where the goal is broken, else `minor`.
 *
 * What stands in no file is placed at the policy's name.
 *
 * @example gitlabReport({ policy: clipIndustrie, evaluation, verdicts: [] }) // "[]\n"
 */
export function gitlabReport(report: Report): string {
  return reading("report", report, "report", () => gitlabOf(report));
}

function gitlabOf(report: Report): string {
  const on = missSettingOf(report);
  const broken = new Set(report.verdicts.flatMap(({ id, standing }) => (standing === "broken" ? [id] : [])));
  const issues = missedRows(report).map((row) => {
    const { commitment, place } = row;
    const what = `${subjectWords(row)}: ${commitment} missed: ${missWords(row, on)}`;
    return {
      description: harmless(what),
      check_name: harmless(commitment),
      fingerprint: fingerprintOf(row, report.policy.name),
      severity: broken.has(commitment) ? "major" : "minor",
      location: { path: harmless(place?.file ?? report.policy.name), lines: { begin: place?.line ?? 1 } },
    };
  });
  return `${shownJson(issues)}\n`;
}
