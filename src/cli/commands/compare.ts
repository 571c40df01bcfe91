/**
 * `ouvree compare`: the dry run of a change of policy: which verdicts flip, for whom, why.
 */
import { comparePolicies, evaluate } from "../../index.ts";
import { harmless } from "../../issues/show.ts";
import { comparisonText, privateComparison } from "../../report/index.ts";
import { IMPORT_FLAGS, IMPORT_HELP } from "../exports/mapping-file.ts";
import { complain, readAsOf, readCaseFiles, refuseNothingRead } from "../files/cases.ts";
import { readPolicy } from "../files/policies.ts";
import { type FlagKind, readFlags, readFormat } from "../flags/flags.ts";
import { PERIOD_FLAGS, PERIOD_HELP, readPeriodFlags } from "../flags/period-flags.ts";
import { PRIVACY_FLAGS, readPrivacy } from "../flags/privacy.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { shownJson, type Terminal } from "../terminal.ts";

/** What `ouvree compare --help` prints. */
export const COMPARE_HELP: string = `ouvree compare OLD NEW FILE… [options]

Judges the cases of the files by two policies, and says what the second changes: rates, and each verdict that flips.
OLD and NEW are policy files (JSON or YAML) or names of presets. FILE is CSV, JSON or JSON Lines; - is standard input.

  --register R        a register (JSON or YAML): customers and their contracts; without it cover is not judged
  --zone Z            zone of times that have no offset, e.g. Europe/Paris
${IMPORT_HELP}
  --as-of T           the instant of judgement; now unless given, required when CI is set
${PERIOD_HELP}
  --show WHOM         name customers, persons or both, who are not named unless asked for: customers,persons
  --redact            hashes by the key in OUVREE_REDACT_KEY in the place of case ids and of names that are shown
  --format F          text (default) or json

Exit codes: 0 compared, whatever changes; 2 nothing could be compared.

Example: ouvree compare old.yaml new.yaml tickets.csv --register register.json --as-of 2026-10-31T18:00+01:00`;

/** Its flags. */
export const COMPARE_FLAGS: Readonly<Record<string, FlagKind>> = {
  register: { type: "string" },
  zone: { type: "string" },
  ...IMPORT_FLAGS,
  "as-of": { type: "string" },
  ...PERIOD_FLAGS,
  ...PRIVACY_FLAGS,
  format: { type: "string", values: ["text", "json"] },
  help: { type: "boolean", short: "h" },
};

/** Runs the command. */
export function compare(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("compare", args, COMPARE_FLAGS);
  if (flags.has("help")) {
    terminal.out(`${COMPARE_HELP}\n`);
    return EXIT.ok;
  }
  const format = readFormat(flags, ["text", "json"]);
  const [old, next, ...files] = flags.words;
  if (old === undefined || next === undefined || files.length === 0)
    throw new CliProblem("name two policies and a file of cases: ouvree compare OLD NEW FILE");
  const [before, after] = [readPolicy(old, terminal), readPolicy(next, terminal)];
  const privacy = readPrivacy(flags, terminal);
  const asOf = readAsOf(flags, terminal);
  const ofFiles = { ...flags, words: files };
  const found = readCaseFiles(ofFiles, before, terminal);
  const period = readPeriodFlags(flags, before, asOf, terminal);
  const options = {
    asOf,
    ...(found.register === undefined ? {} : { register: found.register }),
    ...period,
  };
  const evaluation = evaluate(before, found.cases, options);
  refuseNothingRead(found, complain(found, evaluation.issues, terminal).badCases, ofFiles);
  const compared = comparePolicies(before, after, found.cases, options);
  const comparison = privateComparison(compared, evaluation, privacy);
  if (format === "json") {
    terminal.out(`${shownJson({ schema: 1, before: before.name, after: after.name, ...comparison })}\n`);
    return EXIT.ok;
  }
  const zone = before.calendars.get(before.document.calendar)!.definition.timeZone;
  const lines = comparisonText(comparison, zone);
  const head = `${harmless(old)} → ${harmless(next)}: ${comparison.flips.length} of ${comparison.compared} verdicts change`;
  terminal.out(lines === "" ? `${head}\n` : `${head}\n${lines}\n`);
  return EXIT.ok;
}
