/**
 * What is wanting on the customer's side, and which promises hold all the same.
 */
import { isObject } from "../../issues/expect.ts";
import type { Issue } from "../../issues/issue.ts";
import { type CustomerSide, failedOf, tellFailure } from "../cases/conditions.ts";
import type { Register } from "../cases/register.ts";
import type { Lack } from "./answer.ts";
import type { Asked } from "./asked.ts";
import { type Context, type HelpPromise, startDayOf } from "./context.ts";
import { named } from "./words.ts";

/** The conditions that fail, each once; or that nobody knows the customer. */
export function lacksOf(context: Context, { customer }: Asked, issues: readonly Issue[]): Lack[] {
  if (context.customer === undefined) {
    const message =
      issues.length === 0
        ? `${named(customer)} is not in the register`
        : `the entry of ${named(customer)} in the register cannot be read`;
    return [{ code: "known-customer", condition: null, stops: true, message }];
  }
  const lacks = new Map<string, Lack>();
  for (const promise of context.promises) {
    const side = sideOf(context, promise);
    for (const { id, check, otherwise } of failedOf(promise.conditions, side)) {
      const message = tellFailure(check, side, named);
      lacks.set(id, { code: check, condition: id, stops: otherwise === "not-applicable", message });
    }
  }
  return [...lacks.values()];
}

/** The promises that no condition stops. */
export function holdingOf(context: Context): HelpPromise[] {
  if (context.customer === undefined) return [];
  return context.promises.filter((promise) =>
    failedOf(promise.conditions, sideOf(context, promise)).every(({ otherwise }) => otherwise !== "not-applicable"),
  );
}

function sideOf(context: Context, promise: HelpPromise): CustomerSide {
  return { customer: context.customer, startDay: startDayOf(context, promise), start: context.start };
}

/** The problems of one customer's entry, or of the list of customers as a whole. */
export function entryIssues(issues: readonly Issue[], { customers }: Register, customer: string): Issue[] {
  return issues.filter(({ path: [, list, index] }) => {
    if (list !== "customers") return false;
    const entry: unknown = index === undefined ? undefined : customers?.[index as number];
    return index === undefined || (isObject(entry) && entry["id"] === customer);
  });
}
