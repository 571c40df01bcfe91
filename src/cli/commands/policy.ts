/**
 * `ouvree policy check`: every problem of a policy file, and what a careful reader would ask.
 */
import type { Policy } from "../../index.ts";
import { showPath } from "../../issues/issue.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { harmless, show } from "../../issues/show.ts";
import { policyAdvice } from "../../report/index.ts";
import { readFlags } from "../flags.ts";
import { PRESETS } from "../policies.ts";
import { definePolicyFile, PolicyProblems } from "../policy-file.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { painted, type Terminal } from "../terminal.ts";

/** What `ouvree policy --help` prints. */
export const POLICY_HELP = `ouvree policy check FILE

Says all that is wrong with a policy, and asks what a careful reader would ask.

FILE is JSON, or YAML by its ending .yaml or .yml; or the name of a preset (clip-industrie).
Exit codes: 0 the policy can be used, 2 it cannot.

Example: ouvree policy check support.yaml`;

/** Runs the command. */
export function policy(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("policy", args, { help: { type: "boolean", short: "h" } });
  const [action, file, ...more] = flags.words;
  if (flags.has("help")) {
    terminal.out(`${POLICY_HELP}\n`);
    return EXIT.ok;
  }
  if (action === undefined) throw new CliProblem("policy needs its word: ouvree policy check FILE");
  if (action !== "check")
    throw new CliProblem(`policy: ${show(action)} is not known${didYouMean(action, ["check"]) || "; use check"}`);
  if (file === undefined || more.length > 0) throw new CliProblem("policy check takes one FILE");
  let read: Policy;
  try {
    read = PRESETS.get(file) ?? definePolicyFile(file, terminal);
  } catch (error) {
    if (!(error instanceof PolicyProblems)) throw error;
    for (const { file: name, message, code } of error.problems) terminal.err(`${harmless(name)}: ${message} (${code})`);
    terminal.err(`ouvree: ${harmless(file)} has ${count(error.problems.length, "problem")}`);
    return EXIT.unusable;
  }
  const advice = policyAdvice(read);
  const lines = advice.map(({ path, message }) => `${painted(terminal, "yellow", "?")} ${showPath(path)}: ${message}`);
  const parts = [
    count(read.commitments.length, "commitment"),
    count(read.kinds.size, "kind"),
    count(read.calendars.size, "calendar"),
  ];
  const questions = advice.length === 0 ? "" : `, ${count(advice.length, "question")}`;
  terminal.out([...lines, `${harmless(read.name)} can be used: ${parts.join(", ")}${questions}`, ""].join("\n"));
  return EXIT.ok;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
