/**
 * `ouvree check`: judges files of cases by a policy.
 */

import { evaluate, type PolicyComparison, type RateGroup } from "../../index.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { harmless, show } from "../../issues/show.ts";
import { judgeGoals, privateComparison, privateReport, type Verdict } from "../../report/index.ts";
import { importSummary } from "../exports/import-summary.ts";
import { IMPORT_FLAGS, IMPORT_HELP } from "../exports/mapping-file.ts";
import { complain, readAsOf, readCaseFiles, refuseNothingRead } from "../files/cases.ts";
import { readPolicy } from "../files/policies.ts";
import { type FlagKind, readFlags } from "../flags/flags.ts";
import { GATE_FLAGS, GATE_HELP, judge, readGates } from "../flags/gates.ts";
import { PERIOD_FLAGS, PERIOD_HELP, readPeriodFlags } from "../flags/period-flags.ts";
import { PRIVACY_FLAGS, readPrivacy } from "../flags/privacy.ts";
import { allReadingsText, underReadings } from "../flags/readings.ts";
import { isUndecided, tellIncomplete } from "../incomplete.ts";
import { REPORT_FLAGS, readReportOptions, withSegments } from "../output/report-options.ts";
import {
  judgedCases,
  OUTPUT_FLAGS,
  placesOf,
  type ReportOutput,
  readOutputs,
  writeOutputs,
} from "../output/report-outputs.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import type { Terminal } from "../terminal.ts";

/** What `ouvree check --help` prints. */
export const CHECK_HELP: string = `ouvree check FILE… --policy P [options]

Judges the cases of the files by a policy. FILE is CSV, JSON or JSON Lines; - is standard input.

  --policy P          a policy file (JSON or YAML), or the name of a preset: clip-industrie
  --register R        a register (JSON or YAML): customers and their contracts; without it cover is not judged
  --zone Z            zone of times that have no offset, e.g. Europe/Paris; without it such a row is a bad row
${IMPORT_HELP}
  --as-of T           the instant of judgement, e.g. 2026-10-31T18:00+01:00; now unless given, required when CI is set
${GATE_HELP}
  --ignore-unknown    events of types that the policy does not know move no clock; the report says so
  --reading C=R       another reading of a clause: business-hours=working-days
  --all-readings      also which verdicts and rates change under each other reading
${PERIOD_HELP}
  --by GROUP          also the rates by month, customer or kind; may be repeated, or a list: month,kind
  --format F[=PATH]   text (default), json, junit, github, gitlab, sarif, markdown, csv or html; may be repeated; to a file if
                      a path is given
  --show WHOM         name customers, persons or both: customers,persons; nobody is named unless asked for
  --redact            hashes instead of case ids and of names shown, by the secret key in OUVREE_REDACT_KEY
  --no-clobber        write no file that is there already
  --lang L            language of the page: en (default) or fr
  --worst N           cases shown one by one on the page, with their deadlines in pictures; 50 unless given

Exit codes: 0 kept, 1 a goal is broken, 2 nothing could be judged (usage, policy, files), 3 at risk (with --fail-on at-risk).

Example: ouvree check tickets.csv --policy clip-industrie --register register.json --as-of 2026-10-31T18:00+01:00 --min 95%`;

/** Its flags. */
export const CHECK_FLAGS: Readonly<Record<string, FlagKind>> = {
  policy: { type: "string" },
  register: { type: "string" },
  zone: { type: "string" },
  ...IMPORT_FLAGS,
  "as-of": { type: "string" },
  ...GATE_FLAGS,
  ...PERIOD_FLAGS,
  by: { type: "string", multiple: true, values: ["month", "customer", "kind"] },
  reading: { type: "string", multiple: true },
  "all-readings": { type: "boolean" },
  "ignore-unknown": { type: "boolean" },
  ...OUTPUT_FLAGS,
  ...PRIVACY_FLAGS,
  ...REPORT_FLAGS,
  help: { type: "boolean", short: "h" },
};

/** Runs the command. */
export function check(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("check", args, CHECK_FLAGS);
  if (flags.has("help")) {
    terminal.out(`${CHECK_HELP}\n`);
    return EXIT.ok;
  }
  if (flags.words.length === 0)
    throw new CliProblem("name a file of cases, or - for standard input; see ouvree check --help");
  const outputs = readOutputs(flags, terminal);
  const shown = readReportOptions(flags, outputs);
  const privacy = readPrivacy(flags, terminal);
  const policy = underReadings(readPolicy(flags.one("policy"), terminal), flags);
  const gates = readGates(flags, policy, terminal);
  const asOf = readAsOf(flags, terminal);
  const period = readPeriodFlags(flags, policy, asOf, terminal);
  const found = readCaseFiles(flags, policy, terminal);
  const options = {
    asOf,
    ...(found.register === undefined ? {} : { register: found.register }),
    ...period,
    ...(flags.has("ignore-unknown") ? { ignoreUnknown: true } : {}),
  };
  const evaluation = evaluate(policy, found.cases, {
    ...options,
    by: readGroups(flags.all("by")),
    ...(terminal.tzdata === undefined ? {} : { tzdata: terminal.tzdata }),
  });
  const { bad, badCases } = complain(found, evaluation.issues, terminal, evaluation.cases);
  refuseNothingRead(found, badCases, flags);
  tellIncomplete(evaluation, terminal);
  const verdicts = judgeGoals(evaluation, gates.minimums);
  const cases = judgedCases(found, evaluation);
  const imported = found.imported === undefined ? {} : { imported: importSummary(found.imported, found.cannotTell) };
  const bare = { policy, evaluation, verdicts, cases, places: placesOf(found), ...imported, ...shown };
  // Gates name cases: as the report does, and as the report was that is the baseline.
  const report = privateReport(withSegments(bare, outputs, found.register), privacy);
  const judged = judge(policy, report.evaluation, verdicts, bad, gates, terminal);
  const view = (comparison: PolicyComparison): PolicyComparison => privateComparison(comparison, evaluation, privacy);
  // All is worked out before anything is written: from then on nothing may last.
  const others = flags.has("all-readings") ? `\n${allReadingsText(policy, found.cases, options, view)}` : "";
  writeOutputs(outputs, { ...report, gates: judged.lines }, flags, terminal);
  if (others !== "") terminal.out(others);
  tellBroken(outputs, gates.baseline === undefined ? verdicts : [], judged.code, terminal);
  if (!isUndecided(evaluation)) return judged.code;
  terminal.err("ouvree: nothing could be decided, since the history of the cases is incomplete");
  return EXIT.unusable;
}

/** A check that fails says so, also where all its reports go to files; what breaks it beyond the goals was told. */
function tellBroken(
  outputs: readonly ReportOutput[],
  verdicts: readonly Verdict[],
  code: ExitCode,
  terminal: Terminal,
): void {
  const paths = outputs.flatMap(({ path }) => path ?? []);
  if (code === EXIT.ok || paths.length < outputs.length) return;
  const broken = verdicts.filter(({ standing }) => standing === "broken").map(({ id }) => harmless(id));
  const what =
    broken.length > 0 ? `broken: ${broken.join(", ")}` : code === EXIT.atRisk ? "at risk" : "the check fails";
  terminal.err(`ouvree: ${what}; see ${paths.map(harmless).join(", ")}`);
}

function readGroups(texts: readonly string[]): RateGroup[] {
  return texts
    .flatMap((text) => text.split(","))
    .map((word) => {
      if (word === "month" || word === "customer" || word === "kind") return word;
      throw new CliProblem(
        `--by: ${show(word)} is not known${didYouMean(word, ["month", "customer", "kind"]) || "; use month, customer or kind"}`,
      );
    });
}
