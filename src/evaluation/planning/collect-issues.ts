/**
 * Reading by the doors that throw, where every problem of the input is to be told at once.
 */
import { isOuvreeError } from "../../issues/error.ts";
import type { Place } from "../../issues/expect.ts";
import { type Issue, showPath } from "../../issues/issue.ts";

/** What `read` gives; what it refuses goes to the issues of the place, under its path where the refusal has none. */
export function attempt<T>({ path, issues }: Place, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    const placed = (issue: Issue): Issue =>
      issue.path.length > 0 || path.length === 0
        ? issue
        : Object.freeze({ ...issue, path: Object.freeze([...path]), message: `${showPath(path)}: ${issue.message}` });
    for (const issue of error.issues) issues.push(placed(issue));
    return undefined;
  }
}
