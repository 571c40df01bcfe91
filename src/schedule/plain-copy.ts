/**
 * One copy of what a caller gave, made before anything is checked: getters, proxies and later changes see no second
 * reading. Only plain JSON comes through.
 */
import { isSourceObject } from "../holidays/ready-source.ts";
import { thrown } from "../issues/foreign.ts";
import { type Issue, makeIssue, type PathStep } from "../issues/issue.ts";
import { show } from "../issues/show.ts";

/** Deeper than any definition: a guard against hostile nesting. */
const DEEPEST = 64;
/** More values than any definition has: 20,000 dated holidays with names are 60,000. */
const MOST_VALUES = 1_000_000;
/** Problems after which a value is clearly not what was meant. */
const MOST_ISSUES = 100;

/** Plain JSON: what is left of a value once it is copied. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

type Code = "schedule.bad-definition" | "policy.bad-document";

/**
 * A deep copy of plain JSON; `undefined` members are left out, and so is what is not plain JSON, with its issue.
 *
 * @returns undefined when there is nothing to copy.
 */
export function plainCopy(value: unknown, code: Code, issues: Issue[]): Json | undefined {
  const copier = new Copier(code, issues);
  try {
    return copier.copy(value, []);
  } catch (error) {
    // A getter or a proxy of the caller's threw while it was read; what it threw is shown, not lost.
    issues.push(makeIssue(code, [], "plain JSON", value, `the value cannot be read: ${thrown(error)}`));
    return undefined;
  }
}

class Copier {
  found = 0;
  private values = 0;
  /** The objects on the way to the value at hand: meeting one again is a circle. */
  private readonly ancestors = new Set<object>();

  constructor(
    private readonly code: Code,
    private readonly issues: Issue[],
  ) {}

  copy(value: unknown, path: readonly PathStep[]): Json | undefined {
    if (this.found >= MOST_ISSUES) return undefined;
    if (value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number")
      return value;
    if (typeof value !== "object") return this.fail(path, value, `${show(value)} is not plain JSON`);
    // Made by an entry of this package, frozen, and serialises to its name.
    if (isSourceObject(value)) return value as unknown as Json;
    if (this.ancestors.has(value)) return this.fail(path, value, "the value goes round in a circle");
    if (path.length >= DEEPEST) return this.fail(path, value, "nested too deep");
    const size = Array.isArray(value) ? value.length : 1;
    this.values += size;
    if (this.values > MOST_VALUES) {
      this.found = MOST_ISSUES;
      return this.fail(path, value, `more than ${MOST_VALUES} values`);
    }
    this.ancestors.add(value);
    const copy = Array.isArray(value) ? this.copyList(value, path) : this.copyObject(value, path);
    this.ancestors.delete(value);
    return copy;
  }

  private copyList(list: readonly unknown[], path: readonly PathStep[]): Json[] {
    const items: Json[] = [];
    for (let index = 0; index < list.length && this.found < MOST_ISSUES; index++) {
      const item = this.copy(list[index], [...path, index]);
      if (item !== undefined) items.push(item);
    }
    return items;
  }

  private copyObject(object: object, path: readonly PathStep[]): Json | undefined {
    if (
      Object.prototype.toString.call(object) === "[object Date]" &&
      this.code === "schedule.bad-definition" &&
      path.length > 0
    ) {
      return this.fail(path, object, 'a Date is an instant, not a date; write "2026-12-24"', "schedule.bad-date");
    }
    if (!isPlain(object)) return this.fail(path, object, `${show(object)} is not a plain object`);
    const copy: { [key: string]: Json } = {};
    for (const key of Object.keys(object)) {
      // As an own key it comes only from hostile JSON, and copying it would set a prototype.
      if (key === "__proto__") {
        this.fail([...path, key], key, '"__proto__" is not a key');
        continue;
      }
      const member: unknown = (object as Record<string, unknown>)[key];
      if (member === undefined) continue;
      const copied = this.copy(member, [...path, key]);
      if (copied !== undefined) copy[key] = copied;
    }
    return copy;
  }

  private fail(
    path: readonly PathStep[],
    received: unknown,
    cure: string,
    code: Code | "schedule.bad-date" = this.code,
  ): undefined {
    this.found++;
    this.issues.push(makeIssue(code, path, "plain JSON", received, cure));
    return undefined;
  }
}

/** Made by a literal, `JSON.parse` or `Object.create(null)`, in any realm. */
function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Freezes plain JSON all the way down. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value) && !isSourceObject(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
