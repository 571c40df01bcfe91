/**
 * The checks that every reader of plain JSON makes: a list, an object, keys that are known.
 */
import type { IssueCode } from "./codes.ts";
import { type Issue, makeIssue, type PathStep } from "./issue.ts";
import { didYouMean } from "./nearest.ts";
import { show } from "./show.ts";

/** A place in a document, and where its problems go. */
export interface Place {
  readonly path: readonly PathStep[];
  readonly issues: Issue[];
}

/** Reports that a value is not what was expected; the cure is an example of what to write. */
export function report(place: Place, code: IssueCode, what: string, value: unknown, example: string): undefined {
  place.issues.push(makeIssue(code, place.path, what, value, `${show(value)} is not ${what}; write ${example}`));
  return undefined;
}

/** The value as a list, or undefined with an issue. */
export function expectList(
  value: unknown,
  place: Place,
  code: IssueCode,
  what: string,
  example: string,
): readonly unknown[] | undefined {
  return isList(value) ? value : report(place, code, what, value, example);
}

/** The value as an object, or undefined with an issue. */
export function expectObject(
  value: unknown,
  place: Place,
  code: IssueCode,
  what: string,
  example: string,
): Readonly<Record<string, unknown>> | undefined {
  return isObject(value) ? value : report(place, code, what, value, example);
}

/** An issue for each key that is not known, with the near miss. */
export function expectKeys(
  object: object,
  keys: readonly string[],
  what: string,
  { path, issues }: Place,
  code: IssueCode,
): void {
  for (const key of Object.keys(object)) {
    if (!keys.includes(key)) {
      issues.push(
        makeIssue(
          code,
          [...path, key],
          keys.join(", "),
          key,
          `${show(key)} is no key of ${what}${didYouMean(key, keys)}`,
        ),
      );
    }
  }
}

/** Whether a value is an object and no array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && isReadable(value) && !Array.isArray(value);
}

/** Whether a value is an array. */
export function isList(value: unknown): value is readonly unknown[] {
  return typeof value === "object" && value !== null && isReadable(value) && Array.isArray(value);
}

/** False of a proxy that was revoked: even the question whether it is an array throws. */
function isReadable(value: object): boolean {
  try {
    Array.isArray(value);
    return true;
  } catch {
    return false;
  }
}

/** A place one step further in. */
export function at({ path, issues }: Place, ...steps: PathStep[]): Place {
  return { path: [...path, ...steps], issues };
}
