/**
 * Conditions on the customer's side, judged at a commitment's start.
 */
import { type Issue, makeIssue } from "../issues/issue.ts";
import { show } from "../issues/show.ts";
import type { Condition } from "../policy/policy.ts";
import type { ReadEvent } from "./case.ts";
import type { ReadCustomer } from "./read-register.ts";

/** What the conditions of a commitment come to. */
export interface ConditionsVerdict {
  readonly applies: boolean;
  /** Whether a miss is excused. */
  readonly excuses: boolean;
}

/**
 * Whether the commitment applies, and whether a miss is excused; a condition that only warns leaves an issue.
 *
 * @param startDay Epoch day of the start in the desk's zone.
 * @param start The start event; undefined for what no event starts: a condition on a person does not concern it.
 */
export function judgeConditions(
  conditions: readonly Condition[],
  customer: ReadCustomer,
  startDay: number,
  start: ReadEvent | undefined,
  issues: Issue[],
): ConditionsVerdict {
  let [applies, excuses] = [true, false];
  for (const condition of conditions) {
    if (holds(condition, customer, startDay, start)) continue;
    if (condition.otherwise === "not-applicable") applies = false;
    else if (condition.otherwise === "excuse") excuses = true;
    else {
      const cure = `${show(start?.person)} is no contact of ${show(customer.id)}`;
      issues.push(makeIssue("case.caller-not-contact", ["events"], "a designated contact", start?.person, cure));
    }
  }
  return { applies, excuses };
}

/** A condition on something that the register or the event does not say is not judged. */
function holds(
  { check }: Condition,
  { contract, contacts, referent }: ReadCustomer,
  startDay: number,
  start: ReadEvent | undefined,
): boolean {
  switch (check) {
    case "contract-in-force":
      return contract === undefined || (contract.fromDay <= startDay && startDay <= contract.toDay);
    case "contract-paid":
      return (
        contract === undefined || contract.paid.some(([fromDay, toDay]) => fromDay <= startDay && startDay <= toDay)
      );
    case "person-is-contact":
      return (
        start?.person === undefined || contacts === undefined || contacts.has(start.person) || start.person === referent
      );
  }
}
