/**
 * Cover: what the register says about a case's customer.
 */

import { dateAt } from "./paris.ts";
import type { CaseInput, Customer, DateRange, Register } from "./types.ts";

export function customerOf(input: CaseInput, register: Register | null): Customer | undefined {
  return register?.customers.find(({ id }) => id === input.customer);
}

function holds(range: DateRange, date: string): boolean {
  return range.from <= date && date <= range.to;
}

/**
 * In force and paid on the civil date of the start. Without a register cover is not judged, and of an unknown customer
 * what can be measured is: both count as covered.
 */
export function isCovered(customer: Customer | undefined, startedAt: number): boolean {
  if (customer === undefined) return true;
  const { contract } = customer;
  const date = dateAt(startedAt);
  if (!holds(contract, date)) return false;
  return typeof contract.paid === "boolean" ? contract.paid : contract.paid.some((range) => holds(range, date));
}
