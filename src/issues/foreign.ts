/**
 * Reading objects that others made: whatever their getters, methods or proxies throw becomes an issue.
 */
import type { IssueCode } from "./codes.ts";
import { isOuvreeError, OuvreeError } from "./error.ts";
import { makeIssue, type PathStep } from "./issue.ts";
import { harmless, show } from "./show.ts";

/** What `read` gives; what the object throws of its own is refused with the code, and what it said is shown and kept as the cause. */
export function readForeign<T>(
  value: unknown,
  path: readonly PathStep[],
  code: IssueCode,
  expected: string,
  read: () => T,
): T {
  try {
    return read();
  } catch (error) {
    if (isOuvreeError(error)) throw error;
    const issue = makeIssue(code, path, expected, value, `${show(value)} cannot be read: ${thrown(error)}`);
    throw new OuvreeError([issue], { cause: error });
  }
}

/** What was thrown, shortly. */
export function thrown(error: unknown): string {
  try {
    return error instanceof Error ? harmless(String(error.message).slice(0, 80)) : show(error);
  } catch {
    // What was thrown cannot be read either.
    return show(error);
  }
}
