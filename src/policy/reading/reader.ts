/**
 * A small reader of plain JSON: each step checks one member and reports what is wrong with it.
 */
import { type Issue, makeIssue, type PathStep } from "../../issues/issue.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import { type NotYet, notYet } from "./not-yet.ts";

type PolicyCode =
  | "policy.bad-value"
  | "policy.missing-key"
  | "policy.ambiguous"
  | "policy.unknown-name"
  | "policy.conflict"
  | "policy.never-met";

/** A place in a document: its value, its path, and where problems go. */
export class Reader {
  constructor(
    readonly value: unknown,
    readonly path: readonly PathStep[],
    readonly issues: Issue[],
  ) {}

  /** Reports a problem here. */
  fail(code: PolicyCode, expected: string, cure: string): undefined {
    this.issues.push(makeIssue(code, this.path, expected, this.value, cure));
    return undefined;
  }

  /** The member of a key; its value is undefined when absent. */
  member(key: string): Reader {
    const object = this.object();
    const value = object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
    return new Reader(value, [...this.path, key], this.issues);
  }

  /** The value as a plain object, or undefined. */
  object(): Record<string, unknown> | undefined {
    const { value } = this;
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  }

  /**
   * Checks that this is an object of known keys; false, with an issue, if it is no object.
   *
   * @param later Keys that are not known yet, each with what can be written today.
   */
  known(keys: readonly string[], what: string, later: NotYet = {}): boolean {
    const object = this.object();
    if (object === undefined) {
      if (this.value === undefined) this.fail("policy.missing-key", what, `${what} is missing`);
      else this.fail("policy.bad-value", what, `${show(this.value)} is not ${what}`);
      return false;
    }
    for (const key of Object.keys(object)) {
      if (keys.includes(key)) continue;
      const today = notYet(later, key);
      const cure =
        today === undefined ? `${show(key)} is no key of ${what}${didYouMean(key, keys)}` : `${show(key)}: ${today}`;
      this.issues.push(makeIssue("policy.unknown-key", [...this.path, key], keys.join(", "), key, cure));
    }
    return true;
  }

  /** A reader of each member of an object, by key. */
  entries(what: string): [string, Reader][] {
    const object = this.object();
    if (object === undefined) {
      if (this.value !== undefined) this.fail("policy.bad-value", what, `${show(this.value)} is not ${what}`);
      return [];
    }
    return Object.keys(object).map((key) => [key, this.member(key)]);
  }

  /** A text that is not empty. */
  text(what: string): string | undefined {
    if (typeof this.value === "string" && this.value !== "") return this.value;
    if (this.value === undefined) return this.fail("policy.missing-key", what, `${what} is missing`);
    return this.fail("policy.bad-value", what, `${show(this.value)} is not ${what}`);
  }

  /** One of some words. */
  oneOf<W extends string>(words: readonly W[]): W | undefined {
    if (typeof this.value === "string" && (words as readonly string[]).includes(this.value)) return this.value as W;
    const choices = words.map((word) => `"${word}"`).join(" or ");
    if (this.value === undefined) return this.fail("policy.missing-key", choices, `say which: ${choices}`);
    const hint = typeof this.value === "string" ? didYouMean(this.value, words) : "";
    return this.fail(
      "policy.bad-value",
      choices,
      `${show(this.value)} is not known here${hint === "" ? `; write ${choices}` : hint}`,
    );
  }

  /** One of the names that the document declares elsewhere. */
  nameOf(names: ReadonlySet<string>, what: string): string | undefined {
    const name = this.text(what);
    if (name === undefined || names.has(name)) return name;
    const choices = [...names].join(", ") || what;
    const cure = `${show(name)} is no ${what} of this policy${didYouMean(name, names)}`;
    return this.fail("policy.unknown-name", choices, cure);
  }

  /** A reader of each item of an array. */
  items(what: string): Reader[] {
    if (Array.isArray(this.value)) {
      return this.value.map((item: unknown, index) => new Reader(item, [...this.path, index], this.issues));
    }
    if (this.value === undefined) this.fail("policy.missing-key", what, `${what} is missing`);
    else this.fail("policy.bad-value", what, `${show(this.value)} is not ${what}`);
    return [];
  }

  /** A share from 0 to 1, if given. */
  share(what: string): number | undefined {
    const { value } = this;
    if (value === undefined || (typeof value === "number" && value >= 0 && value <= 1))
      return value as number | undefined;
    return this.fail(
      "policy.bad-value",
      "a share from 0 to 1",
      `${show(value)} is not ${what}; write a share such as 0.95`,
    );
  }
}
