/**
 * `ouvree advice`: the recommendations that are still to be made, as a list to act on.
 */

import { type Evaluation, evaluate, type PendingAdvice, pendingAdvice } from "../../index.ts";
import { harmless } from "../../issues/show.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import { adviceCsv, adviceLines } from "../../report/index.ts";
import { IMPORT_FLAGS, IMPORT_HELP } from "../exports/mapping-file.ts";
import { complain, readAsOf, readCaseFiles, refuseNoFile, refuseNothingRead } from "../files/cases.ts";
import { readPolicy } from "../files/policies.ts";
import { type FlagKind, readFlags, readFormat } from "../flags/flags.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { shownJson, type Terminal } from "../terminal.ts";

/** What `ouvree advice --help` prints. */
export const ADVICE_HELP: string = `ouvree advice FILE… --policy P --register R [options]

Who is to be told that training is needed, on what, and because of which cases: what was detected and not recommended yet.
FILE is CSV, JSON or JSON Lines; - is standard input. A list to act on, it names customers.

  --policy P          a policy file (JSON or YAML), or the name of a preset: clip-industrie
  --register R        a register (JSON or YAML): customers, their training, and what was recommended to them
  --as-of T           needed as of this instant; now unless given, required when CI is set
  --zone Z            zone of times that have no offset, e.g. Europe/Paris; without it such a row is a bad row
${IMPORT_HELP}
  --format F          text (default), json or csv

Exit codes: 0 listed, also if nobody is to be told; 2 nothing could be judged (usage, policy, files).

Example: ouvree advice tickets.csv --policy policy.yaml --register register.json --as-of 2026-10-31T18:00+01:00`;

/** Its flags. */
export const ADVICE_FLAGS: Readonly<Record<string, FlagKind>> = {
  policy: { type: "string" },
  register: { type: "string" },
  "as-of": { type: "string" },
  zone: { type: "string" },
  ...IMPORT_FLAGS,
  format: { type: "string", values: ["text", "json", "csv"] },
  help: { type: "boolean", short: "h" },
};

const WRITERS: Readonly<Record<string, (pending: readonly PendingAdvice[], evaluation: Evaluation) => string>> = {
  text: (pending, evaluation) =>
    pending.length === 0 ? "nobody is to be told\n" : `to recommend, the oldest first:\n${lines(evaluation)}`,
  json: (pending, { asOf }) => `${shownJson({ schema: 1, asOf, advice: pending })}\n`,
  csv: (pending) => adviceCsv(pending),
};

/** Runs the command. */
export function advice(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("advice", args, ADVICE_FLAGS);
  if (flags.has("help")) {
    terminal.out(`${ADVICE_HELP}\n`);
    return EXIT.ok;
  }
  refuseNoFile("advice", flags);
  const write = WRITERS[readFormat(flags, Object.keys(WRITERS))]!;
  const policy = readPolicy(flags.one("policy"), terminal);
  refuseNoDetection(policy);
  const asOf = readAsOf(flags, terminal);
  const found = readCaseFiles(flags, policy, terminal);
  if (found.register === undefined)
    throw new CliProblem("who was trained on what stands in a register; give --register");
  const evaluation = evaluate(policy, found.cases, { asOf, register: found.register });
  refuseNothingRead(found, complain(found, evaluation.issues, terminal).badCases, flags);
  const incomplete = evaluation.cases.filter((each) => each.incomplete === true).length;
  if (incomplete > 0)
    terminal.err(
      `ouvree: cases with an incomplete history: ${incomplete}; what is needed goes by what is seen of them`,
    );
  terminal.out(write(pendingAdvice(evaluation), evaluation));
  return EXIT.ok;
}

function lines(evaluation: Evaluation): string {
  return `${adviceLines(evaluation).join("\n")}\n`;
}

/** A policy without such a promise, or without its figure, would always give an empty list. */
function refuseNoDetection({ name, commitments }: ReadyPolicy): void {
  const detections = commitments.filter((each) => each.kind === "detection");
  if (detections.length === 0)
    throw new CliProblem(`${harmless(name)} has no commitment of the kind detection: it promises no such advice`);
  if (detections.some(({ count, months }) => count !== null && months !== null)) return;
  const id = harmless(detections[0]!.id);
  throw new CliProblem(
    `${harmless(name)} does not say how many cases are a need; give ${id} a count and months: count: 3, months: 6`,
  );
}
