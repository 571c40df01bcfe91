/**
 * A command of the program: what it runs and takes, and what is said of it.
 */
import type { FlagKind } from "./flags/flags.ts";
import type { ExitCode } from "./problem.ts";
import type { Terminal } from "./terminal.ts";

/** A command. */
export interface Command {
  run(args: readonly string[], terminal: Terminal): ExitCode | Promise<ExitCode>;
  readonly flags: Readonly<Record<string, FlagKind>>;
  readonly help: string;
  /** Lines of the program's own help: how it is called, and what it answers. */
  readonly lines: readonly (readonly [usage: string, answers: string])[];
  /** Its second words, where it has some. */
  readonly actions?: readonly string[];
}
