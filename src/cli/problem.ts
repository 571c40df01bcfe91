/**
 * A problem of the command line's user: one clear line, exit code 2, no stack.
 */
export class CliProblem extends Error {
  override readonly name: "CliProblem" = "CliProblem";
}

/** Exit codes. Source: docs/cli.md; that of a fault of the program itself is EX_SOFTWARE of sysexits.h. */
export const EXIT = { ok: 0, broken: 1, unusable: 2, atRisk: 3, internal: 70 } as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
