/**
 * A report as workflow commands of GitHub, which show as annotations beside the files.
 *
 * Source: GitHub's documentation, "Workflow commands for GitHub Actions"; a step shows ten annotations of a kind.
 */
import { harmless } from "../../issues/show.ts";
import { reading } from "../arguments.ts";
import type { Report } from "../report.ts";
import { missSettingOf, missWords } from "../results/miss-words.ts";
import { missedRows, subjectWords } from "../results/report-rows.ts";
import { spokenRate, spokenShare } from "../share.ts";

/** Annotations written; the rest is counted. */
const MOST_ANNOTATIONS = 10;
/** Of them lines of the gates, so that some cases are seen, too. */
const MOST_GATES = 4;

/**
 * The report as workflow commands: an error for the goals that are broken and for each other gate that is, errors for what is missed of them, warnings for other misses.
 * Ten are written, errors first; then one that counts the others.
 *
 * @example githubReport({ policy: clipIndustrie, evaluation, verdicts: [] }) // ""
 */
export function githubReport(report: Report): string {
  return reading("report", report, "report", () => githubOf(report));
}

function githubOf(report: Report): string {
  const broken = report.verdicts.filter(({ standing }) => standing === "broken");
  const brokenIds = new Set(broken.map(({ id }) => id));
  const goals = broken.map(({ id, rate, goal }) => `${id} ${spokenRate(rate!, goal)} (goal ${spokenShare(goal)})`);
  const gates = (report.gates ?? []).map(({ text, standing }) =>
    command(standing === "broken" ? "error" : "notice", { title: "ouvree" }, text),
  );
  const heads = [
    ...(goals.length === 0 ? [] : [command("error", { title: "goals are broken" }, goals.join(", "))]),
    ...gates.slice(0, MOST_GATES),
  ];
  const missed = missedRows(report);
  const [worst, others] = [true, false].map((isWorst) =>
    missed.filter(({ commitment }) => brokenIds.has(commitment) === isWorst),
  );
  const on = missSettingOf(report);
  const shown = [...worst!, ...others!].slice(0, MOST_ANNOTATIONS - heads.length).map((row) => {
    const { place, commitment } = row;
    const title = `${commitment} missed: ${subjectWords(row)}`;
    const where: Readonly<Record<string, string>> =
      place === undefined || place.file === "-" ? {} : { file: place.file, line: String(place.line) };
    return command(brokenIds.has(commitment) ? "error" : "warning", { ...where, title }, missWords(row, on));
  });
  const lines = [...heads, ...shown];
  const left = missed.length - shown.length;
  if (left > 0) lines.push(command("notice", { title: "ouvree" }, `and ${left} more missed; --format json lists them`));
  return lines.map((line) => `${line}\n`).join("");
}

function command(
  kind: "error" | "warning" | "notice",
  properties: Readonly<Record<string, string>>,
  text: string,
): string {
  const named = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(harmless(value))}`);
  return `::${kind} ${named.join(",")}::${escapedData(harmless(text))}`;
}

function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
