/**
 * `ouvree explain FILE… --case ID`: why each commitment on a case is judged as it is.
 */

import { type Case, type CaseResult, createCalendar, evaluate } from "../../index.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { harmless, show } from "../../issues/show.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import { deadlineSvg, type PictureLanguage, resultPicture, resultText } from "../../report/index.ts";
import { IMPORT_FLAGS } from "../exports/mapping-file.ts";
import { type CaseFiles, complain, readAsOf, readCaseFiles } from "../files/cases.ts";
import { HOLIDAY_SOURCES } from "../files/holiday-sources.ts";
import { readPolicy } from "../files/policies.ts";
import { type FlagKind, readFlags } from "../flags/flags.ts";
import { underReadings } from "../flags/readings.ts";
import { type AnswerFormat, giveAnswer, readAnswerOutput, readPictureLanguage } from "../output/answer-output.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { shownJson, type Terminal } from "../terminal.ts";

/** Its flags. */
export const EXPLAIN_CASE_FLAGS: Readonly<Record<string, FlagKind>> = {
  policy: { type: "string" },
  case: { type: "string", multiple: true },
  commitment: { type: "string", multiple: true },
  reading: { type: "string", multiple: true },
  register: { type: "string" },
  "as-of": { type: "string" },
  zone: { type: "string" },
  ...IMPORT_FLAGS,
  format: { type: "string", multiple: true, values: ["text", "json", "svg"] },
  svg: { type: "boolean" },
  "no-clobber": { type: "boolean" },
  lang: { type: "string", values: ["en", "fr"] },
  help: { type: "boolean", short: "h" },
};

/** Runs the command. */
export function explainCase(args: readonly string[], help: string, terminal: Terminal): ExitCode {
  const flags = readFlags("explain", args, EXPLAIN_CASE_FLAGS);
  if (flags.has("help")) {
    terminal.out(`${help}\n`);
    return EXIT.ok;
  }
  const [id, ...more] = flags.all("case");
  if (id === undefined) throw new CliProblem("say which case: --case ID");
  if (more.length > 0) throw new CliProblem("explain takes one --case at a time");
  if (flags.words.length === 0)
    throw new CliProblem("name the file that the case is in, or - for standard input; see ouvree explain --help");
  const output = readAnswerOutput(flags, ["text", "json", "svg"], terminal);
  const lang = readPictureLanguage(flags, output);
  const policy = underReadings(readPolicy(flags.one("policy"), terminal), flags);
  const wanted = flags.all("commitment");
  checkCommitments(wanted, policy);
  const asOf = readAsOf(flags, terminal);
  const files = readCaseFiles(flags, policy, terminal);
  const results = judged(files, id, policy, asOf, terminal).map((found) => withOnly(found, wanted));
  giveAnswer(output, written(policy, results, asOf, output.format, lang), flags, terminal);
  return EXIT.ok;
}

function written(
  policy: ReadyPolicy,
  results: readonly CaseResult[],
  asOf: number,
  format: AnswerFormat,
  lang: PictureLanguage,
): string {
  if (format === "svg") return picture(policy, results, asOf, lang);
  if (format === "json")
    return `${shownJson({ policy: policy.name, asOf: new Date(asOf).toISOString(), cases: results })}\n`;
  const head = `${harmless(policy.name)} as of ${civil(policy, asOf)}\n`;
  return `${head}${results.map((found) => shown(policy, found)).join("")}`;
}

/** A picture is of one commitment. */
function picture(policy: ReadyPolicy, results: readonly CaseResult[], asOf: number, lang: PictureLanguage): string {
  const asOfUtc = new Date(asOf).toISOString();
  const pictures = results.flatMap((found) =>
    Object.keys(found.commitments).flatMap((id) => {
      const one = resultPicture(policy, found, id, asOfUtc);
      return one === undefined ? [] : [{ id, one }];
    }),
  );
  if (pictures.length === 1) return deadlineSvg(pictures[0]!.one, { lang });
  const ids = [...new Set(pictures.map(({ id }) => harmless(id)))];
  if (ids.length === 0) throw new CliProblem("--format: there is no picture of it, since nothing has begun");
  throw new CliProblem(
    ids.length === 1
      ? "--format: there are several cases of that id, and svg is a picture of one; use text or json"
      : `--format: svg is a picture of one commitment; say which: --commitment ${ids.join(", ")}`,
  );
}

/** An instant as the clock of the policy's own calendar shows it. */
function civil(policy: ReadyPolicy, instantMs: number): string {
  const { definition } = policy.calendars.get(policy.document.calendar)!;
  return createCalendar(definition, { output: "iso", sources: HOLIDAY_SOURCES }).add(instantMs, 0);
}

function checkCommitments(wanted: readonly string[], policy: ReadyPolicy): void {
  const ids = policy.commitments.map(({ id }) => id);
  for (const id of wanted)
    if (!ids.includes(id))
      throw new CliProblem(
        `--commitment: ${show(id)} is no commitment of the policy${didYouMean(id, ids) || `; it has ${ids.map(harmless).join(", ")}`}`,
      );
}

/** The results of the cases of an id, with segments. */
function judged(files: CaseFiles, id: string, policy: ReadyPolicy, asOf: number, terminal: Terminal): CaseResult[] {
  const options = { asOf, ...(files.register === undefined ? {} : { register: files.register }) };
  // All cases together decide who overtook whom; segments of all of them would be too much to keep.
  const whole = evaluate(policy, files.cases, options);
  complain(files, whole.issues, terminal);
  const isIt = (one: Case): boolean => one?.id === id;
  const found = whole.cases.filter((one) => one.id === id);
  const own = files.cases.filter(isIt);
  if (own.length === 0) {
    const hint = didYouMean(id, new Set(files.cases.flatMap((one) => (typeof one?.id === "string" ? one.id : []))));
    throw new CliProblem(`--case: there is no case ${show(id)}${hint}`);
  }
  if (found.length === 0) throw new CliProblem(`--case: nothing of ${show(id)} is seen by then; say a later --as-of`);
  const alone = evaluate(policy, own, { ...options, segments: true }).cases;
  return found.map((one, index) => ({ ...one, commitments: withSegments(one, alone[index]!) }));
}

/** What all cases decided, with the segments that the case alone has. */
function withSegments(found: CaseResult, alone: CaseResult): CaseResult["commitments"] {
  const commitments = Object.entries(found.commitments).map(([id, result]) => {
    const { segments, cycles } = alone.commitments[id]!;
    return [id, { ...result, ...(segments && { segments }), ...(cycles && { cycles }) }];
  });
  return Object.fromEntries(commitments);
}

function withOnly(found: CaseResult, wanted: readonly string[]): CaseResult {
  if (wanted.length === 0) return found;
  const missing = wanted.find((id) => !Object.hasOwn(found.commitments, id));
  if (missing !== undefined)
    throw new CliProblem(
      `--commitment: ${show(missing)} does not hold for ${show(found.id)}, a case of kind ${show(found.kind)}`,
    );
  return { ...found, commitments: Object.fromEntries(wanted.map((id) => [id, found.commitments[id]!])) };
}

function shown(policy: ReadyPolicy, found: CaseResult): string {
  const texts = Object.keys(found.commitments).map((id) => `\n${resultText(policy, found, id)}\n`);
  const remarks = found.issues.map(({ message }) => `remark: ${harmless(message)}\n`);
  const nothing = texts.length === 0 ? [`\nno commitment of the policy holds for ${show(found.id)}\n`] : [];
  return [...texts, ...nothing, ...(remarks.length === 0 ? [] : ["\n", ...remarks])].join("");
}
