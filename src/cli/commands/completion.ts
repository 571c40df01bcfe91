/**
 * `ouvree completion`: completion for a shell, made from the table of the commands.
 */
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import type { Command } from "../command.ts";
import { completionScript } from "../completion-script.ts";
import { readFlags } from "../flags/flags.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import type { Terminal } from "../terminal.ts";

/** The shells. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

/** What `ouvree completion --help` prints. */
export const COMPLETION_HELP = `ouvree completion bash|zsh|fish

Completion for a shell, to stdout: commands, flags, and the values of flags that take one of a few.

  bash                eval "$(ouvree completion bash)"    in ~/.bashrc
  zsh                 eval "$(ouvree completion zsh)"     in ~/.zshrc, after compinit
  fish                ouvree completion fish | source     in ~/.config/fish/config.fish

Example: ouvree completion bash`;

/** Its flags. */
export const COMPLETION_FLAGS = { help: { type: "boolean", short: "h" } } as const;

/** Runs the command. */
export function completion(
  args: readonly string[],
  commands: Readonly<Record<string, Command>>,
  terminal: Terminal,
): ExitCode {
  const flags = readFlags("completion", args, COMPLETION_FLAGS);
  if (flags.has("help")) {
    terminal.out(`${COMPLETION_HELP}\n`);
    return EXIT.ok;
  }
  const [shell, ...more] = flags.words;
  if (shell === undefined || more.length > 0) throw new CliProblem("say for which shell: ouvree completion bash");
  const known = SHELLS.find((name) => name === shell);
  if (known === undefined)
    throw new CliProblem(
      `${show(shell)} is no shell that is known${didYouMean(shell, SHELLS) || "; use bash, zsh or fish"}`,
    );
  terminal.out(completionScript(known, commands));
  return EXIT.ok;
}
