/**
 * `ouvree check`: judges files of cases by a policy.
 */

import { evaluate, type PolicyComparison, type RateGroup } from "../../index.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { harmless, show } from "../../issues/show.ts";
import { judgeGoals, type Minimums, privateComparison, privateReport } from "../../report/index.ts";
import { complain, readAsOf, readCaseFiles } from "../cases.ts";
import { type Flags, readFlags, readShare } from "../flags.ts";
import { readPolicy } from "../policies.ts";
import { PRIVACY_FLAGS, readPrivacy } from "../privacy.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { allReadingsText, underReadings } from "../readings.ts";
import { REPORT_FLAGS, readReportOptions, withSegments } from "../report-options.ts";
import { judgedCases, OUTPUT_FLAGS, placesOf, readOutputs, writeOutputs } from "../report-outputs.ts";
import type { Terminal } from "../terminal.ts";

export const CHECK_HELP = `ouvree check FILE… --policy P [options]

Judges the cases of the files by a policy. FILE is CSV, JSON or JSON Lines; - is standard input.

  --policy P          a policy file (JSON), or the name of a preset: clip-industrie
  --register R        a register (JSON): customers and their contracts; without it cover is not judged
  --zone Z            zone of times that have no offset, e.g. Europe/Paris; without it such a row is a bad row
  --as-of T           the instant of judgement, e.g. 2026-10-31T18:00+01:00; now unless given, required when CI is set
  --min [ID=]SHARE    goal where the policy sets none, for all commitments or one: 95%, anomaly=98%
  --max-bad N         exit 1 when more than N rows or cases could not be read
  --reading C=R       another reading of a clause: business-hours=working-days
  --all-readings      also which verdicts and rates change under each other reading
  --period P          only cases begun in a year, a month or on a date: 2026, 2026-10, 2026-10-31
  --by GROUP          also the rates by month, customer or kind; may be repeated, or a list: month,kind
  --format F[=PATH]   text (default), json, junit, github, gitlab, sarif, markdown, csv or html; may be repeated; to a file if
                      a path is given
  --show WHOM         name customers, persons or both: customers,persons; nobody is named unless asked for
  --redact            hashes instead of case ids and of names shown, by the secret key in OUVREE_REDACT_KEY
  --no-clobber        write no file that is there already
  --lang L            language of the page: en (default) or fr
  --worst N           cases shown one by one on the page, with their deadlines in pictures; 50 unless given

Exit codes: 0 kept, 1 a goal is broken, 2 nothing could be judged (usage, policy, files).

Example: ouvree check tickets.csv --policy clip-industrie --register register.json --as-of 2026-10-31T18:00+01:00 --min 95%`;

const FLAGS = {
  policy: { type: "string" },
  register: { type: "string" },
  zone: { type: "string" },
  "as-of": { type: "string" },
  min: { type: "string" },
  "max-bad": { type: "string" },
  period: { type: "string" },
  by: { type: "string" },
  reading: { type: "string" },
  "all-readings": { type: "boolean" },
  ...OUTPUT_FLAGS,
  ...PRIVACY_FLAGS,
  ...REPORT_FLAGS,
  help: { type: "boolean", short: "h" },
} as const;

/** Runs the command. */
export function check(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("check", args, FLAGS);
  if (flags.has("help")) {
    terminal.out(`${CHECK_HELP}\n`);
    return EXIT.ok;
  }
  if (flags.words.length === 0)
    throw new CliProblem("name a file of cases, or - for standard input; see ouvree check --help");
  const outputs = readOutputs(flags, terminal);
  const shown = readReportOptions(flags);
  const privacy = readPrivacy(flags, terminal);
  const policy = underReadings(readPolicy(flags.one("policy"), terminal), flags);
  const minimums = readMinimums(flags, new Set(policy.commitments.map(({ id }) => id)));
  const maxBad = readMaxBad(flags.one("max-bad"));
  const asOf = readAsOf(flags, terminal);
  const found = readCaseFiles(flags, policy, terminal);
  const period = flags.one("period");
  const options = {
    asOf,
    ...(found.register === undefined ? {} : { register: found.register }),
    ...(period === undefined ? {} : { period }),
  };
  const evaluation = evaluate(policy, found.cases, {
    ...options,
    by: readGroups(flags.all("by")),
    ...(terminal.tzdata === undefined ? {} : { tzdata: terminal.tzdata }),
  });
  const { bad, badCases } = complain(found, evaluation.issues, terminal);
  if (found.cases.length - badCases === 0)
    throw new CliProblem(`no case could be read from ${flags.words.map(harmless).join(", ")}`);
  const verdicts = judgeGoals(evaluation, minimums);
  const cases = judgedCases(found, evaluation);
  const bare = { policy, evaluation, verdicts, cases, places: placesOf(found), ...shown };
  const report = withSegments(bare, outputs, found.register);
  writeOutputs(outputs, privateReport(report, privacy), flags, terminal);
  if (flags.has("all-readings")) {
    const view = (comparison: PolicyComparison): PolicyComparison => privateComparison(comparison, evaluation, privacy);
    terminal.out(`\n${allReadingsText(policy, found.cases, options, view)}`);
  }
  if (bad > maxBad) terminal.err(`ouvree: ${bad} rows or cases could not be read, more than --max-bad ${maxBad}`);
  return bad > maxBad || verdicts.some(({ standing }) => standing === "broken") ? EXIT.broken : EXIT.ok;
}

function readMinimums(flags: Flags, ids: ReadonlySet<string>): Minimums {
  const byId = new Map<string, number>();
  let otherwise: number | undefined;
  for (const text of flags.all("min")) {
    const [, id, amount] = /^(?:([^=]+)=)?(.+)$/.exec(text) ?? [];
    const share = readShare(amount ?? "");
    if (share === undefined) throw new CliProblem(`--min: ${show(text)} is not a share; write 95% or anomaly=95%`);
    if (id === undefined) otherwise = share;
    else if (ids.has(id)) byId.set(id, share);
    else throw new CliProblem(`--min: ${show(id)} is no commitment of the policy; it has ${[...ids].join(", ")}`);
  }
  return { byId, ...(otherwise === undefined ? {} : { otherwise }) };
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

function readMaxBad(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(text)) throw new CliProblem(`--max-bad: ${show(text)} is not a number of rows`);
  return Number(text);
}
