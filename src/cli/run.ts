/**
 * The command line: finds the command, and turns what goes wrong into one clear line.
 */
import { isOuvreeError } from "../index.ts";
import { didYouMean } from "../issues/nearest.ts";
import { harmless, show } from "../issues/show.ts";
import { VERSION } from "../version.ts";
import { COMMANDS } from "./commands.ts";
import { CliProblem, EXIT, type ExitCode } from "./problem.ts";
import type { Terminal } from "./terminal.ts";

/** Width of the calls in the help. */
const CALL_WIDTH = 29;

const HELP = `ouvree: when is it due, was it on time, did we keep our promises?

${Object.values(COMMANDS)
  .flatMap(({ lines }) => lines)
  .map(([usage, answers]) => `  ouvree ${usage.padEnd(CALL_WIDTH)}${answers}`)
  .join("\n")}

  ouvree COMMAND --help               what a command takes, with an example
  ouvree --version

Exit codes: 0 kept, or covered; 1 a goal is broken, or not covered; 2 nothing could be judged, or not written; 3 at risk, where that is
asked; 70 a fault of the program.
`;

/** Runs a command line; what its user can mend is told, not thrown. A promise only where a command needs one. */
export function run(args: readonly string[], terminal: Terminal): ExitCode | Promise<ExitCode> {
  try {
    const code = dispatch(args, terminal);
    return code instanceof Promise ? code.catch((error: unknown) => told(error, terminal)) : code;
  } catch (error) {
    return told(error, terminal);
  }
}

/** Tells a problem of the command line's user; anything else is thrown again. */
function told(error: unknown, terminal: Terminal): ExitCode {
  if (!(error instanceof CliProblem || isOuvreeError(error))) throw error;
  terminal.err(`ouvree: ${harmless(error.message)}`);
  return EXIT.unusable;
}

/** Tells whatever was thrown, and the code to end with: a fault of the program is no verdict. */
export function endOf(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CliProblem || isOuvreeError(error)) return told(error, terminal);
  terminal.err(`ouvree: this is a fault of ouvree, and no verdict; please report it: ${show(messageOf(error))}`);
  terminal.err(stackOf(error));
  return EXIT.internal;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** Where it happened, without the message: that may hold a text from a file. */
function stackOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  const places = lines.filter((line) => /^ +at /.test(line)).map(harmless);
  return places.length === 0 ? "    at an unknown place" : places.join("\n");
}

function dispatch([command, ...rest]: readonly string[], terminal: Terminal): ExitCode | Promise<ExitCode> {
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
  if (Object.hasOwn(COMMANDS, command)) return COMMANDS[command]!.run(rest, terminal);
  const what = command.startsWith("-") ? "flag" : "command";
  const hint = didYouMean(command, Object.keys(COMMANDS)) || "; see ouvree --help";
  throw new CliProblem(`${show(command).slice(1, -1)} is no ${what}${hint}`);
}
