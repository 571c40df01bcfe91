/**
 * An evaluation as JSON. Its schema: schema/evaluation.schema.json.
 */

import { shownJson } from "../../issues/shown-json.ts";
import { reading } from "../arguments.ts";
import type { Report } from "../report.ts";

/**
 * The evaluation of a report as JSON, for programs: `ouvree/evaluation.schema.json` describes it.
 *
 * @example JSON.parse(jsonReport({ policy: clipIndustrie, evaluation, verdicts: [] })).schema // 1
 */
export function jsonReport(report: Report): string {
  return reading("report", report, "report", () => jsonOf(report));
}

function jsonOf({ evaluation, imported }: Report): string {
  return `${shownJson(imported === undefined ? evaluation : { ...evaluation, import: imported })}\n`;
}
