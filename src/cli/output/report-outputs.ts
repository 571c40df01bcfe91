/**
 * Reports that a check writes: which formats are asked for, and where each goes.
 */
import type { Case, Evaluation } from "../../index.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { harmless, show } from "../../issues/show.ts";
import { type CasePlace, RENDERERS, type Report } from "../../report/index.ts";
import type { CaseFiles } from "../files/cases.ts";
import type { Flags } from "../flags/flags.ts";
import { CliProblem } from "../problem.ts";
import { painted, type Terminal } from "../terminal.ts";

/** The flags of outputs. */
export const OUTPUT_FLAGS = {
  format: { type: "string", multiple: true },
  "no-clobber": { type: "boolean" },
} as const;

/** A format, and the file that it goes to; without one it goes to standard output. */
export interface ReportOutput {
  readonly format: string;
  readonly path?: string;
}

/** The formats asked for: one at most to standard output, and no file twice. Refuses files that could not be written. */
export function readOutputs(flags: Flags, terminal: Terminal): readonly ReportOutput[] {
  const wanted = flags.all("format").map(readOutput);
  if (wanted.filter(({ path }) => path === undefined).length > 1)
    throw new CliProblem("one format goes to standard output; give the others a path: --format junit=report.xml");
  const paths = wanted.flatMap(({ path }) => path ?? []);
  const twice = paths.find((path, i) => paths.indexOf(path) !== i);
  if (twice !== undefined) throw new CliProblem(`--format: two formats go to ${show(twice)}`);
  for (const path of paths) terminal.checkWrite(path, { noClobber: flags.has("no-clobber") });
  const outputs = wanted.length === 0 ? [{ format: "text" }] : wanted;
  const isText = outputs.some(({ format, path }) => format === "text" && path === undefined);
  if (flags.has("all-readings") && !isText)
    throw new CliProblem("--all-readings is a text; for data use ouvree compare --format json");
  return outputs;
}

function readOutput(text: string): ReportOutput {
  const names = Object.keys(RENDERERS);
  const at = text.indexOf("=");
  const format = at < 0 ? text : text.slice(0, at);
  if (!names.includes(format)) {
    const hint = didYouMean(format, names) || `; use ${names.join(", ")}, or one of them =PATH`;
    throw new CliProblem(`--format: ${show(format)} is not known${hint}`);
  }
  if (at === text.length - 1) throw new CliProblem(`--format ${format}= needs a path, or leave the = out`);
  return at < 0 ? { format } : { format, path: text.slice(at + 1) };
}

/** The cases of which the evaluation has a result, in its order. */
export function judgedCases({ cases }: CaseFiles, evaluation: Evaluation): readonly Case[] {
  const judged = new Set(evaluation.cases.map(({ id }) => id));
  return cases.filter(({ id }) => judged.has(id));
}

/** Where the cases stand; of namesakes the first. */
export function placesOf({ cases, places, names }: CaseFiles): ReadonlyMap<string, CasePlace> {
  const found = new Map<string, CasePlace>();
  cases.forEach(({ id }, i) => {
    const { file, line } = places[i]!;
    if (!found.has(id)) found.set(id, { file: names[file]!, line });
  });
  return found;
}

/** Writes a report in each format: files first, so that nothing is printed if one cannot be written. */
export function writeOutputs(outputs: readonly ReportOutput[], report: Report, flags: Flags, terminal: Terminal): void {
  const colour = { kept: "green", broken: "red", "not-judged": "yellow" } as const;
  const texts = outputs.map(({ format, path }) => ({
    path,
    text: RENDERERS[format]!(
      path === undefined ? { ...report, paint: (text, standing) => painted(terminal, colour[standing], text) } : report,
    ),
  }));
  const options = { noClobber: flags.has("no-clobber") };
  for (const { path, text } of texts) if (path !== undefined) terminal.write(path, text, options);
  for (const { path, text } of texts) if (path === undefined) terminal.out(text);
  if (outputs.some(({ format }) => format === "github")) appendSummary(report, terminal);
}

/** GitHub shows a step's summary up to 1 MiB, and none that is longer. */
const LONGEST_SUMMARY_BYTES = 1024 * 1024;
const CUT_NOTE = "\n\n… cut: a summary holds 1 MiB; `--format json` has everything.\n";

/** Where a job of GitHub runs, the report as Markdown becomes the summary of its step. Nobody asked for it: what hinders it is told. */
function appendSummary(report: Report, terminal: Terminal): void {
  const path = terminal.env["GITHUB_STEP_SUMMARY"] ?? "";
  if (path === "") return;
  const text = `${RENDERERS["markdown"]!(report)}\n`;
  try {
    terminal.append(path, text, LONGEST_SUMMARY_BYTES, CUT_NOTE);
  } catch (error) {
    if (!(error instanceof CliProblem)) throw error;
    terminal.err(`ouvree: no summary of the step: ${harmless(error.message)}`);
  }
}
