/**
 * Conditions on the customer's side, judged at a commitment's start.
 *
 * Source: docs/policies.md, "Conditions".
 */
import type { IssueCode } from "../../issues/codes.ts";
import { type Issue, makeIssue } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import type { Condition } from "../../policy/parts.ts";
import { formatDate } from "../../time/civil-date.ts";
import type { ReadEvent } from "./event.ts";
import { memberText } from "./matches.ts";
import type { ReadCustomer } from "./read-register.ts";

/** What the conditions of a commitment come to. */
export interface ConditionsVerdict {
  readonly applies: boolean;
  /** Whether a miss is excused. */
  readonly excuses: boolean;
}

/** What conditions are judged by. */
export interface CustomerSide {
  /** Undefined where nobody is known: what goes by the register is then not judged. */
  readonly customer: ReadCustomer | undefined;
  /** Epoch day of the start in the desk's zone. */
  readonly startDay: number;
  /** Undefined for what no event starts: a condition on the event does not concern it. */
  readonly start: Pick<ReadEvent, "person" | "members"> | undefined;
}

/** Whether the commitment applies, and whether a miss is excused; a condition that only warns leaves an issue. */
export function judgeConditions(
  conditions: readonly Condition[],
  side: CustomerSide,
  issues: Issue[],
): ConditionsVerdict {
  let [applies, excuses] = [true, false];
  for (const { check, otherwise } of failedOf(conditions, side)) {
    if (otherwise === "not-applicable") applies = false;
    else if (otherwise === "excuse") excuses = true;
    else {
      const { code, place, expected, received } = CHECKS[check];
      issues.push(makeIssue(code, [place], expected, received(side), tellFailure(check, side, show)));
    }
  }
  return { applies, excuses };
}

/** The conditions that fail, in order. */
export function failedOf(conditions: readonly Condition[], side: CustomerSide): Condition[] {
  return conditions.filter(({ check }) => !CHECKS[check].holds(side));
}

/**
 * Why a check failed, in plain words.
 *
 * @param named How an id is shown.
 */
export function tellFailure(check: Condition["check"], side: CustomerSide, named: (id: unknown) => string): string {
  return CHECKS[check].tell(side, named);
}

/** A check: what it is judged by, and what a failure is called. What is not said is not judged: the check holds. */
interface Check {
  readonly code: IssueCode;
  /** The member of the case at fault. */
  readonly place: "customer" | "events";
  readonly expected: string;
  received(side: CustomerSide): unknown;
  holds(side: CustomerSide): boolean;
  tell(side: CustomerSide, named: (id: unknown) => string): string;
}

const CHECKS: Readonly<Record<Condition["check"], Check>> = {
  "contract-in-force": {
    code: "case.contract-not-in-force",
    place: "customer",
    expected: "a contract in force",
    received: ({ customer }) => customer!.id,
    holds({ customer, startDay }) {
      const contract = customer?.contract;
      return contract === undefined || (contract.fromDay <= startDay && startDay <= contract.toDay);
    },
    tell({ customer, startDay }, named) {
      const { fromDay, toDay } = customer!.contract!;
      const whose = `the contract of ${named(customer!.id)}`;
      return startDay > toDay ? `${whose} ended on ${formatDate(toDay)}` : `${whose} begins on ${formatDate(fromDay)}`;
    },
  },
  "contract-paid": {
    code: "case.contract-unpaid",
    place: "customer",
    expected: "a contract that is paid",
    received: ({ customer }) => customer!.id,
    holds({ customer, startDay }) {
      const paid = customer?.contract?.paid;
      return paid === undefined || paid.some(([fromDay, toDay]) => fromDay <= startDay && startDay <= toDay);
    },
    tell: ({ customer, startDay }, named) =>
      `the contract of ${named(customer!.id)} is not paid on ${formatDate(startDay)}`,
  },
  "person-is-contact": {
    code: "case.caller-not-contact",
    place: "events",
    expected: "a designated contact",
    received: ({ start }) => start!.person,
    holds({ customer, start }) {
      const [person, contacts] = [start?.person, customer?.contacts];
      return person === undefined || contacts === undefined || contacts.has(person) || person === customer?.referent;
    },
    tell: ({ customer, start }, named) => `${named(start!.person)} is no contact of ${named(customer!.id)}`,
  },
  "remote-access": {
    code: "case.no-remote-access",
    place: "events",
    expected: "remote access",
    received: () => false,
    // A column of a file is a text.
    holds: ({ start }) => start === undefined || memberText(start.members, "remoteAccess") !== "false",
    tell: () => "remote access is not granted",
  },
};
