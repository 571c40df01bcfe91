/**
 * Issues without names: what they say of a customer or a person is said without naming either.
 */
import type { IssueCode } from "../../issues/codes.ts";
import { type Issue, showPath } from "../../issues/issue.ts";
import type { Aliases, NamedSort } from "./aliases.ts";

/** Issues that name somebody: whom, and what is said instead. Where a value may be anything, what would have been right. */
const NAMING: Readonly<Partial<Record<IssueCode, readonly [sorts: readonly NamedSort[], instead?: string]>>> = {
  "case.unknown-customer": [["customer"], "the customer is not in the register: its cover is not judged"],
  "case.contract-not-in-force": [["customer"], "the customer's contract is not in force"],
  "case.contract-unpaid": [["customer"], "the customer's contract is not paid"],
  "case.caller-not-contact": [["customer", "person"], "the caller is no contact of the customer"],
  "case.duplicate-id": [["case"], "other cases have the same id; none of them is counted"],
  "case.bad-case": [["case", "customer"]],
  "case.bad-event": [["person"]],
  "case.unknown-fact": [["customer", "person"]],
  "register.bad-entry": [["customer", "person"]],
};

/** What takes the place of a value. */
const HIDDEN = "not shown";
/** The value of what is not there. */
const NOTHING = "undefined";

/** An issue as it may be shown. */
export function privateIssue(issue: Issue, { isPlain }: Aliases): Issue {
  const naming = NAMING[issue.code];
  if (naming === undefined || issue.received === NOTHING) return issue;
  const [sorts, instead = `what stands there is not one of: ${issue.expected}`] = naming;
  if (sorts.every((sort) => isPlain[sort])) return issue;
  const place = showPath(issue.path);
  return { ...issue, received: HIDDEN, message: place === "" ? instead : `${place}: ${instead}` };
}
