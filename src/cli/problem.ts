/**
 * A problem of the command line's user: one clear line, exit code 2, no stack.
 */
export class CliProblem extends Error {
  override readonly name: "CliProblem" = "CliProblem";
}

/** Exit codes. Source: docs/cli.md. */
export const EXIT = { ok: 0, broken: 1, unusable: 2, atRisk: 3 } as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
