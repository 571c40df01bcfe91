/**
 * The command line: finds the command, and turns what goes wrong into one clear line.
 */
import { isOuvreeError } from "../index.ts";
import { didYouMean } from "../issues/nearest.ts";
import { harmless, show } from "../issues/show.ts";
import { VERSION } from "../version.ts";
import { advice } from "./commands/advice.ts";
import { ask, QUESTIONS } from "./commands/ask.ts";
import { calendar } from "./commands/calendar.ts";
import { callbacks } from "./commands/callbacks.ts";
import { check } from "./commands/check.ts";
import { compare } from "./commands/compare.ts";
import { entitlement } from "./commands/entitlement.ts";
import { policy } from "./commands/policy.ts";
import { CliProblem, EXIT, type ExitCode } from "./problem.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `ouvree: when is it due, was it on time, did we keep our promises?

  ouvree check FILE… --policy P       judge files of cases by a policy
  ouvree callbacks FILE… --policy P   who is called back when, and what will be late
  ouvree advice FILE… --policy P      who is to be told that training is needed, on what, and why
  ouvree compare OLD NEW FILE…        what another policy would change: which verdicts flip, for whom, why
  ouvree entitlement CUSTOMER         may we help, for how long, and what else: in one line
  ouvree policy check FILE            what is wrong with a policy, and what one would ask
  ouvree policy show FILE             its document: a preset to copy and change
  ouvree deadline T DURATION          when open time is used up
  ouvree elapsed T T                  open time between two instants
  ouvree open T                       whether it is open, and until when
  ouvree explain T DURATION|T         why a deadline is where it is
  ouvree explain FILE… --case ID      why a case is judged as it is
  ouvree calendar --year Y            a year at a glance: working days, holidays, ponts, hours

  ouvree COMMAND --help               what a command takes, with an example
  ouvree --version

Exit codes: 0 kept, or covered; 1 a goal is broken, or not covered; 2 nothing could be judged.
`;

const COMMANDS = [
  "advice",
  "check",
  "callbacks",
  "calendar",
  "compare",
  "entitlement",
  "policy",
  ...Object.keys(QUESTIONS),
];

/** Runs a command line; never throws. */
export function run(args: readonly string[], terminal: Terminal): ExitCode {
  try {
    return dispatch(args, terminal);
  } catch (error) {
    if (error instanceof CliProblem || isOuvreeError(error)) {
      terminal.err(`ouvree: ${harmless(error.message)}`);
      return EXIT.unusable;
    }
    throw error;
  }
}

function dispatch([command, ...rest]: readonly string[], terminal: Terminal): ExitCode {
  if (command === undefined) {
    terminal.err(HELP.trimEnd());
    return EXIT.unusable;
  }
  if (command === "--help" || command === "-h" || command === "help") {
    if (command === "help" && rest.length > 0) return dispatch([rest[0]!, "--help"], terminal);
    terminal.out(HELP);
    return EXIT.ok;
  }
  if (command === "--version" || command === "-v") {
    terminal.out(`${VERSION}\n`);
    return EXIT.ok;
  }
  if (command === "advice") return advice(rest, terminal);
  if (command === "calendar") return calendar(rest, terminal);
  if (command === "callbacks") return callbacks(rest, terminal);
  if (command === "check") return check(rest, terminal);
  if (command === "compare") return compare(rest, terminal);
  if (command === "entitlement") return entitlement(rest, terminal);
  if (command === "policy") return policy(rest, terminal);
  if (Object.hasOwn(QUESTIONS, command)) return ask(command, rest, terminal);
  const what = command.startsWith("-") ? "flag" : "command";
  const hint = didYouMean(command, COMMANDS) || "; see ouvree --help";
  throw new CliProblem(`${show(command).slice(1, -1)} is no ${what}${hint}`);
}
