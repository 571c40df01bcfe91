/**
 * One copy of what a caller gave, made before anything is checked: getters, proxies and later changes see no second
 * reading. Only plain JSON comes through.
 */
import { type Issue, makeIssue, type PathStep } from "../issues/issue.ts";
import { show } from "../issues/show.ts";

/** Deeper than any definition; a guard against cycles and hostile nesting. */
const DEEPEST = 12;

/** Plain JSON: what is left of a value once it is copied. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * A deep copy of plain JSON; `undefined` members are left out. What is not plain JSON goes to `issues`.
 *
 * @returns undefined when there was any issue.
 */
export function plainCopy(
  value: unknown,
  code: "schedule.bad-definition" | "policy.bad-document",
  issues: Issue[],
): Json | undefined {
  const before = issues.length;
  let copy: Json | undefined;
  try {
    copy = copyValue(value, [], (path, received, cure) => {
      issues.push(makeIssue(code, path, "plain JSON", received, cure));
      return undefined;
    });
  } catch (error) {
    // A getter or a proxy of the caller's threw while it was read; what it threw is shown, not lost.
    issues.push(
      makeIssue(
        code,
        [],
        "plain JSON",
        value,
        `the value cannot be read: ${show(error instanceof Error ? error.message : error)}`,
      ),
    );
  }
  return issues.length > before ? undefined : copy;
}

type Fail = (path: readonly PathStep[], received: unknown, cure: string) => undefined;

function copyValue(value: unknown, path: readonly PathStep[], fail: Fail): Json | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number")
    return value;
  if (typeof value !== "object") return fail(path, value, `${show(value)} is not plain JSON`);
  if (path.length >= DEEPEST) return fail(path, value, "nested too deep, or in a circle");
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (let index = 0; index < value.length; index++) {
      const item = copyValue(value[index], [...path, index], fail);
      if (item !== undefined) items.push(item);
    }
    return items;
  }
  if (!isPlain(value)) return fail(path, value, `${show(value)} is not a plain object`);
  const copy: { [key: string]: Json } = {};
  for (const key of Object.keys(value)) {
    // As an own key it comes only from hostile JSON, and copying it would set a prototype.
    if (key === "__proto__") {
      fail([...path, key], key, '"__proto__" is not a key');
      continue;
    }
    const member: unknown = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    const copied = copyValue(member, [...path, key], fail);
    if (copied !== undefined) copy[key] = copied;
  }
  return copy;
}

/** Made by a literal, `JSON.parse` or `Object.create(null)`, in any realm. */
function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Freezes plain JSON all the way down. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
