/**
 * Reading objects that others made: whatever their getters, methods or proxies throw becomes an issue.
 */
import type { IssueCode } from "./codes.ts";
import { isOuvreeError, refuse } from "./error.ts";
import type { PathStep } from "./issue.ts";
import { harmless, show } from "./show.ts";

/** What `read` gives; what the object throws of its own is refused with the code, and what it said is shown. */
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
    return refuse(code, path, expected, value, `${show(value)} cannot be read: ${thrown(error)}`);
  }
}

/** What was thrown, shortly. */
export function thrown(error: unknown): string {
  return error instanceof Error ? harmless(String(error.message).slice(0, 80)) : show(error);
}
