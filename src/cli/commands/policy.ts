/**
 * `ouvree policy check`: every problem of a policy file, and what a careful reader would ask; `ouvree policy show`: a policy's
 * document, to copy and change.
 */

import { showPath } from "../../issues/issue.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { harmless, show } from "../../issues/show.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import { policyQuestions } from "../../report/index.ts";
import { PRESETS } from "../files/policies.ts";
import { definePolicyFile, PolicyProblems } from "../files/policy-file.ts";
import { readFlags } from "../flags/flags.ts";
import { writeYaml } from "../output/write-yaml.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { painted, shownJson, type Terminal } from "../terminal.ts";

/** What `ouvree policy --help` prints. */
export const POLICY_HELP = `ouvree policy check FILE…
ouvree policy show FILE [--yaml]

check says all that is wrong with a policy, and asks what a careful reader would ask. show prints its document, calendars of other
files in their places: a preset to copy and change.

FILE is JSON, or YAML by its ending .yaml or .yml; or the name of a preset (clip-industrie).

  --yaml              show: YAML, not JSON

Exit codes: 0 the policy can be used, 2 it cannot.

Example: ouvree policy check support.yaml
Example: ouvree policy show clip-industrie --yaml > support.yaml`;

/** Its flags. */
export const POLICY_FLAGS = { yaml: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;

/** Its second words. */
export const POLICY_ACTIONS: readonly string[] = ["check", "show"];

/** Runs the command. */
export function policy(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("policy", args, POLICY_FLAGS);
  const [action, file, ...more] = flags.words;
  if (flags.has("help")) {
    terminal.out(`${POLICY_HELP}\n`);
    return EXIT.ok;
  }
  if (action === undefined) throw new CliProblem("policy needs its word: ouvree policy check FILE, or show FILE");
  if (!POLICY_ACTIONS.includes(action))
    throw new CliProblem(
      `policy: ${show(action)} is not known${didYouMean(action, POLICY_ACTIONS) || "; use check or show"}`,
    );
  if (file === undefined || (action === "show" && more.length > 0))
    throw new CliProblem(`policy ${action} takes one FILE${action === "show" ? "" : " or more"}`);
  if (action === "check" && flags.has("yaml")) throw new CliProblem("--yaml goes with policy show");
  if (action === "check")
    return [file, ...more].map((each) => checkPolicy(each, terminal)).includes(EXIT.unusable) ? EXIT.unusable : EXIT.ok;
  return showPolicy(file, flags.has("yaml"), terminal);
}

function showPolicy(file: string, asYaml: boolean, terminal: Terminal): ExitCode {
  const { document } = PRESETS.get(file) ?? definePolicyFile(file, terminal);
  terminal.out(asYaml ? writeYaml(document) : `${shownJson(document)}\n`);
  return EXIT.ok;
}

function checkPolicy(file: string, terminal: Terminal): ExitCode {
  let read: ReadyPolicy;
  try {
    read = PRESETS.get(file) ?? definePolicyFile(file, terminal);
  } catch (error) {
    if (!(error instanceof PolicyProblems)) throw error;
    for (const { file: name, message, code } of error.problems) terminal.err(`${harmless(name)}: ${message} (${code})`);
    terminal.err(`ouvree: ${harmless(file)} has ${count(error.problems.length, "problem")}`);
    return EXIT.unusable;
  }
  const asked = policyQuestions(read);
  const lines = asked.map(({ path, message }) => `${painted(terminal, "yellow", "?")} ${showPath(path)}: ${message}`);
  const parts = [
    count(read.commitments.length, "commitment"),
    count(read.kinds.size, "kind"),
    count(read.calendars.size, "calendar"),
  ];
  const questions = asked.length === 0 ? "" : `, ${count(asked.length, "question")}`;
  terminal.out([...lines, `${harmless(read.name)} can be used: ${parts.join(", ")}${questions}`, ""].join("\n"));
  return EXIT.ok;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
