/**
 * The arguments of `checkEntitlement`: every problem at once, each with its place, its value and its cure.
 *
 * They are copied first: what is checked is what is used.
 */
import { throwIfAny } from "../../issues/error.ts";
import { isList, isObject } from "../../issues/expect.ts";
import { readForeign } from "../../issues/foreign.ts";
import { type Issue, makeIssue, type PathStep } from "../../issues/issue.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show, showNames } from "../../issues/show.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import { readInstant } from "../../time/instant.ts";
import { doorOf } from "../cases/arguments.ts";

/** A request that has been read. */
export interface Asked {
  readonly customer: string;
  readonly kind: string;
  /** Each once, in the order given. */
  readonly modules: readonly string[];
  readonly person: string | undefined;
  readonly remoteAccess: boolean | undefined;
  readonly facts: Readonly<Record<string, string>>;
  /** Id of the case that the call is about. */
  readonly caseId: string | undefined;
  readonly atMs: number;
  /** Minutes by module. */
  readonly usedSoFar: ReadonlyMap<string, number>;
  /** Undefined where none is given. */
  readonly history: readonly unknown[] | undefined;
}

const KEYS = ["customer", "kind", "modules", "person", "remoteAccess", "facts", "case"];
const OPTION_KEYS = ["at", "usedSoFar", "history"];

/** Reads the arguments. Errors: `entitlement.*`, `case.unknown-kind`; `time.*` for the instant. */
export function readAsked(policy: ReadyPolicy, request: unknown, options: unknown): Asked {
  const issues: Issue[] = [];
  const given = membersOf(request, ["request"], KEYS, "key of a request", "{ customer, kind, modules }", issues);
  const chosen = membersOf(options, ["options"], OPTION_KEYS, "option", "{ at, usedSoFar }", issues);
  throwIfAny(issues);
  const text = (key: string): string | undefined => {
    const value = given[key];
    if (value === undefined || (typeof value === "string" && value !== "")) return value as string | undefined;
    return bad(["request", key], "a text", value, issues);
  };
  const wanted = (key: string, what: string): string => {
    if (given[key] === undefined) bad(["request", key], what, undefined, issues, `say ${what}`);
    return text(key) ?? "";
  };
  const remoteAccess = given["remoteAccess"];
  if (remoteAccess !== undefined && typeof remoteAccess !== "boolean")
    bad(["request", "remoteAccess"], "true or false", remoteAccess, issues);
  const asked = {
    customer: wanted("customer", "whose request it is"),
    kind: readKind(policy, wanted("kind", "the kind of request"), issues),
    modules: readModules(given["modules"], issues),
    person: text("person"),
    remoteAccess: remoteAccess as boolean | undefined,
    facts: readFacts(policy, given["facts"], issues),
    caseId: text("case"),
    usedSoFar: readUsed(chosen["usedSoFar"], issues),
    history: readHistory(chosen, issues),
  };
  if (asked.caseId !== undefined && asked.history === undefined)
    bad(["request", "case"], "a history", asked.caseId, issues, "a case is looked up in the history: give { history }");
  throwIfAny(issues);
  return { ...asked, atMs: readInstant(chosen["at"], ["at"], undefined, doorOf(policy)) };
}

/** A copy of the members of an object; whatever its getters throw is refused. */
function membersOf(
  value: unknown,
  path: readonly PathStep[],
  keys: readonly string[],
  noun: string,
  example: string,
  issues: Issue[],
): Readonly<Record<string, unknown>> {
  const what = `an object ${example}`;
  const members = readForeign(value, path, "entitlement.bad-request", what, () =>
    isObject(value) ? { ...value } : undefined,
  );
  if (members === undefined) {
    bad(path, what, value, issues, `${show(value)} is not ${what}`);
    return {};
  }
  for (const key of Object.keys(members)) {
    if (keys.includes(key)) continue;
    const cure = `${show(key)} is no ${noun}${didYouMean(key, keys)}`;
    bad([...path, key], keys.join(", ") || "nothing", key, issues, cure);
  }
  return members;
}

/** A slip must not send a customer to another department. */
function readKind(policy: ReadyPolicy, kind: string, issues: Issue[]): string {
  const known = [...policy.kinds.keys(), ...(policy.outside?.departments.keys() ?? [])];
  if (kind !== "" && !known.includes(kind)) {
    const cure = `${show(kind)} is no kind of this policy${didYouMean(kind, known) || `; it has ${showNames(known)}`}`;
    issues.push(makeIssue("case.unknown-kind", ["request", "kind"], known.join(", "), kind, cure));
  }
  return kind;
}

function readModules(value: unknown, issues: Issue[]): string[] {
  if (value === undefined) return [];
  const isSeveral = isList(value);
  const list = isSeveral
    ? readForeign(value, ["request", "modules"], "entitlement.bad-request", "modules", () => [...value])
    : [value];
  list.forEach((module: unknown, index) => {
    if (typeof module === "string" && module !== "") return;
    bad(["request", "modules", ...(isSeveral ? [index] : [])], "a module", module, issues);
  });
  return [...new Set(list as string[])];
}

function readFacts({ facts }: ReadyPolicy, value: unknown, issues: Issue[]): Record<string, string> {
  if (value === undefined) return {};
  const path = ["request", "facts"];
  const given = membersOf(value, path, [...facts.keys()], "fact of this policy", '{ priority: "P1" }', issues);
  for (const [name, text] of Object.entries(given)) {
    const values = facts.get(name)?.values;
    if (typeof text !== "string" || text === "") bad([...path, name], "a text", text, issues);
    else if (values?.has(text) === false) {
      const cure = `${show(text)} is no ${name} of this policy${didYouMean(text, values) || `; it has ${showNames(values)}`}`;
      bad([...path, name], [...values].join(", "), text, issues, cure);
    }
  }
  return given as Record<string, string>;
}

function readUsed(value: unknown, issues: Issue[]): Map<string, number> {
  if (value === undefined) return new Map();
  const what = "minutes by module: { stock: 12 }";
  const given = readForeign(value, ["usedSoFar"], "entitlement.bad-used", what, () =>
    isObject(value) ? Object.entries(value) : undefined,
  );
  if (given === undefined) {
    const cure = `${show(value)} is not ${what}`;
    issues.push(makeIssue("entitlement.bad-used", ["usedSoFar"], what, value, cure));
  }
  for (const [module, minutes] of given ?? []) {
    if (typeof minutes === "number" && minutes >= 0 && minutes < Number.POSITIVE_INFINITY) continue;
    const cure = `${show(minutes)} is not minutes; write a number of 0 or more`;
    issues.push(makeIssue("entitlement.bad-used", ["usedSoFar", module], "minutes", minutes, cure));
  }
  // Never −0.
  return new Map((given as [string, number][] | undefined)?.map(([module, minutes]) => [module, minutes + 0]));
}

function readHistory({ history, usedSoFar }: Readonly<Record<string, unknown>>, issues: Issue[]) {
  if (history === undefined) return undefined;
  if (usedSoFar !== undefined) {
    const cure = "minutes are counted from the history: give usedSoFar or history, not both";
    issues.push(makeIssue("entitlement.bad-used", ["history"], "one of the two", history, cure));
  }
  if (!isList(history)) {
    const cure = `${show(history)} is not a list of cases`;
    issues.push(makeIssue("entitlement.bad-used", ["history"], "a list of cases", history, cure));
    return undefined;
  }
  return readForeign(history, ["history"], "entitlement.bad-used", "a list of cases", () => Array.from(history));
}

function bad(path: readonly PathStep[], expected: string, value: unknown, issues: Issue[], cure?: string): undefined {
  issues.push(makeIssue("entitlement.bad-request", path, expected, value, cure ?? `${show(value)} is not ${expected}`));
  return undefined;
}
