/**
 * The one error class. Problems are data first; they are thrown once, at the rim.
 */
import type { IssueCode } from "./codes.ts";
import { type Issue, makeIssue, type PathStep } from "./issue.ts";

/**
 * What this library throws: a code that is stable, and every problem found.
 *
 * Compare codes, not messages; test with {@link isOuvreeError}, not `instanceof` (an app may hold an ESM and a CJS copy).
 *
 * @example
 * let code;
 * try { desk.isOpen("2026-05-22T16:00"); } catch (error) { code = error.code; }
 * code // "time.no-offset"
 */
export class OuvreeError extends Error {
  /** The code of the first issue. */
  readonly code: IssueCode;
  /** Every problem found, in the order of the input. */
  readonly issues: readonly Issue[];
  override readonly name: "OuvreeError" = "OuvreeError";

  /** @param options `cause`: what a value of the caller's threw while it was read. */
  constructor(issues: readonly [Issue, ...Issue[]], options?: { readonly cause?: unknown }) {
    const others = issues.length - 1;
    super(others === 0 ? issues[0].message : `${issues[0].message} (and ${others} more)`, options);
    this.code = issues[0].code;
    this.issues = Object.freeze([...issues]);
  }
}

/**
 * Whether a caught value is an {@link OuvreeError}, of this copy of the library or another.
 *
 * @example isOuvreeError(new Error("x")) // false
 */
export function isOuvreeError(value: unknown): value is OuvreeError {
  if (typeof value !== "object" || value === null) return false;
  try {
    const { name, code, issues } = value as { name?: unknown; code?: unknown; issues?: unknown };
    return name === "OuvreeError" && typeof code === "string" && Array.isArray(issues);
  } catch {
    // Anything may have been thrown, a proxy that cannot be read too: it is not one of ours.
    return false;
  }
}

/** Throws an {@link OuvreeError} of one issue. */
export function refuse(
  code: IssueCode,
  path: readonly PathStep[],
  expected: string,
  value: unknown,
  cure: string,
): never {
  throw new OuvreeError([makeIssue(code, path, expected, value, cure)]);
}

/** Throws when there is any issue; returns when there is none. */
export function throwIfAny(issues: readonly Issue[]): void {
  const [first, ...rest] = issues;
  if (first !== undefined) throw new OuvreeError([first, ...rest]);
}
