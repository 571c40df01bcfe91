/**
 * A report as SARIF 2.1.0: a rule for each commitment, a result for each miss.
 *
 * Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; sections are named where they matter.
 */

import { harmless } from "../../issues/show.ts";
import { shownJson } from "../../issues/shown-json.ts";
import { readyPolicy } from "../../policy/policy.ts";
import { reading } from "../arguments.ts";
import type { CasePlace, Report } from "../report.ts";
import { missSettingOf, missWords } from "../results/miss-words.ts";
import { missedRows, type ReportRow, subjectWords } from "../results/report-rows.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { provenancePairs } from "./provenance-pairs.ts";

/**
 * The report as SARIF 2.1.0: errors where the goal is broken, else warnings.
 *
 * @example JSON.parse(sarifReport({ policy: clipIndustrie, evaluation, verdicts: [] })).version // "2.1.0"
 */
export function sarifReport(report: Report): string {
  return reading("report", report, "report", () => sarifOf(report));
}

function sarifOf(report: Report): string {
  const { evaluation, policy, verdicts } = report;
  const ids = Object.keys(evaluation.rates);
  const ruleIndex = new Map(ids.map((id, i) => [id, i]));
  const broken = new Set(verdicts.flatMap(({ id, standing }) => (standing === "broken" ? [id] : [])));
  const titles = new Map(readyPolicy(policy).commitments.map(({ id, title }) => [id, title]));
  const on = missSettingOf(report);
  const resultOf = (row: ReportRow): object => ({
    ruleId: harmless(row.commitment),
    ruleIndex: ruleIndex.get(row.commitment)!,
    level: broken.has(row.commitment) ? "error" : "warning",
    message: {
      text: messageText(`${subjectWords(row)}: ${row.commitment} missed: ${missWords(row, on)}`),
    },
    // Readers refuse results without a place: what stands in no file is placed at the policy's name.
    locations: [locationOf(row.place ?? { file: policy.name, line: 1 })],
    partialFingerprints: { "ouvreeMiss/v1": fingerprintOf(row, policy.name) },
  });
  const driver = {
    name: "ouvree",
    version: evaluation.provenance.version,
    rules: ids.map((id) => ({ id: harmless(id), shortDescription: { text: messageText(titles.get(id) ?? id) } })),
  };
  const run = {
    tool: { driver },
    // Lines are counted, columns are not.
    columnKind: "utf16CodeUnits",
    results: missedRows(report).map(resultOf),
    properties: Object.fromEntries(provenancePairs(report)),
  };
  return `${shownJson({ version: "2.1.0", $schema: SCHEMA, runs: [run] })}\n`;
}

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** A text that is no link and no placeholder (§3.11.5, §3.11.6). */
function messageText(text: string): string {
  return harmless(text)
    .replace(/[\\[\]]/g, "\\$&")
    .replace(/[{}]/g, "$&$&");
}

function locationOf({ file, line }: CasePlace): object {
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } } };
}

/** A path as a URI reference (RFC 3986); a first part with a colon would be a scheme. */
function uriOf(path: string): string {
  const encoded = path
    .replaceAll("\\", "/")
    .split("/")
    .map((part) => encodeURIComponent(harmless(part)))
    .join("/");
  return encoded.startsWith("/") ? `file://${encoded}` : encoded;
}
