/**
 * Customer: what the register says about the customer's side of a case at its start.
 */

import type { ConditionDocument } from "../../../src/policy/documents/document-parts.ts";
import type { CaseEvent, CaseInput, Customer, Document, Range, Register } from "./types.ts";

export function customerOf(input: CaseInput, register: Register | null): Customer | undefined {
  return register?.customers.find(({ id }) => id === input.customer);
}

/** What follows from the conditions that fail: all of it. */
export function consequences(
  document: Document,
  names: readonly string[],
  customer: Customer | undefined,
  start: CaseEvent,
  date: string,
): Set<ConditionDocument["otherwise"]> {
  const followed = new Set<ConditionDocument["otherwise"]>();
  for (const name of names) {
    const condition = document.conditions?.[name];
    if (condition === undefined) throw new TypeError(`no condition ${name}`);
    if (customer !== undefined && fails(condition, customer, start, date)) followed.add(condition.otherwise);
  }
  return followed;
}

/** What the register or the event does not say is not judged. */
function fails({ check }: ConditionDocument, customer: Customer, { person }: CaseEvent, date: string): boolean {
  const { contract, contacts, referent } = customer;
  if (check === "person-is-contact") {
    if (person === undefined || contacts === undefined) return false;
    return person !== referent && !contacts.includes(person);
  }
  if (contract === undefined) return false;
  if (check === "contract-in-force") return !holds(contract, date);
  const { paid = true } = contract;
  return typeof paid === "boolean" ? !paid : !paid.some((range) => holds(range, date));
}

function holds({ from, to }: Range, date: string): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}
