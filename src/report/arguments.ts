/**
 * Arguments of the functions of reports: what this library makes, and what was stored as JSON and read back.
 *
 * Their outline is checked; what is wrong further in is refused when the report comes to it, under the name of the argument.
 */
import { refuse } from "../issues/error.ts";
import { isList, isObject } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import type { PathStep } from "../issues/issue.ts";
import { show } from "../issues/show.ts";
import { isMade } from "../policy/made.ts";
import { isZoneName } from "../time/zone-name.ts";

/** What is checked by its outline. */
export type Argument =
  | "evaluation"
  | "rated"
  | "baseline"
  | "report"
  | "result"
  | "comparison"
  | "minimums"
  | "plan"
  | "heading"
  | "due"
  | "glance"
  | "picture";

type PlainKind = "text" | "number" | "list" | "object" | "instant" | "zone" | "policy" | "map";
/** What a member must be. */
type Kind = PlainKind | Argument;

interface Outline {
  /** What it is called, with the function that makes it. */
  readonly what: string;
  readonly members: Readonly<Record<string, Kind>>;
  /** Members that may be absent. */
  readonly optional?: Readonly<Record<string, Kind>>;
}

const OUTLINES: Readonly<Record<Argument, Outline>> = {
  evaluation: {
    what: "an evaluation, as evaluate gives it",
    members: {
      asOf: "instant",
      cases: "list",
      register: "list",
      rates: "object",
      issues: "list",
      provenance: "object",
    },
  },
  rated: { what: "an evaluation, as evaluate gives it", members: { rates: "object" } },
  baseline: {
    what: "a baseline, as readBaseline gives it",
    members: { asOf: "instant", rates: "object", provenance: "object" },
  },
  report: {
    what: "a report: { policy, evaluation, verdicts }",
    members: { policy: "policy", evaluation: "evaluation", verdicts: "list" },
    optional: { gates: "list", cases: "list", segments: "map", places: "map", worst: "number" },
  },
  result: {
    what: "a case of an evaluation: one of evaluation.cases",
    members: { id: "text", kind: "text", commitments: "object", issues: "list" },
  },
  comparison: {
    what: "a comparison, as comparePolicies gives it",
    members: { flips: "list", rates: "object", compared: "number", unchanged: "number" },
  },
  minimums: { what: "minimums: { byId: new Map(), otherwise: 0.95 }", members: { byId: "map" } },
  plan: { what: "a plan, as planCallbacks gives it", members: { calls: "list", missed: "list" } },
  heading: {
    what: "a heading: { policy, asOf, from, timeZone, agents, handlingMinutes }",
    members: { policy: "text", asOf: "instant", from: "instant", timeZone: "zone", handlingMinutes: "number" },
  },
  due: {
    what: "a list, as dueList gives it",
    members: { asOf: "instant", rows: "list", left: "number", counts: "object", missed: "number" },
  },
  glance: {
    what: "a year, as yearAtAGlance gives it",
    members: { year: "number", timeZone: "zone", days: "list", months: "list", totals: "object" },
  },
  picture: {
    what: "a picture, as deadlinePicture or resultPicture gives it",
    members: { subject: "object", timeZone: "zone", rows: "list", marks: "list", countedMs: "number" },
  },
};

/**
 * What `run` makes of an argument of an outline.
 *
 * Errors: `report.bad-input` with the place; also for whatever goes wrong further in.
 */
export function reading<T>(name: string, value: unknown, argument: Argument, run: () => T): T {
  return guarded(name, value, OUTLINES[argument].what, () => {
    check(value, [name], argument);
    return run();
  });
}

/** What `run` makes of a list that is an argument. */
export function readingList<T>(name: string, value: unknown, what: string, run: () => T): T {
  return guarded(name, value, what, () => {
    if (!isList(value)) return fail([name], value, what);
    value.forEach((item, index) => {
      if (!isObject(item)) fail([name, index], item, `one of ${what}`);
    });
    return run();
  });
}

/** Checks an argument whose reading another one guards. */
export function check(value: unknown, path: readonly PathStep[], argument: Argument): void {
  const { what, members, optional = {} } = OUTLINES[argument];
  if (!isObject(value)) fail(path, value, what);
  for (const [member, kind] of Object.entries(members)) checkKind(value[member], [...path, member], kind, what);
  for (const [member, kind] of Object.entries(optional))
    if (value[member] !== undefined) checkKind(value[member], [...path, member], kind, what);
}

function checkKind(value: unknown, path: readonly PathStep[], kind: Kind, whole: string): void {
  if (!isPlainKind(kind)) check(value, path, kind);
  else if (!IS[kind](value)) fail(path, value, kind === "policy" ? NAMES.policy : `${NAMES[kind]} of ${whole}`);
}

function isPlainKind(kind: Kind): kind is PlainKind {
  return Object.hasOwn(IS, kind);
}

const IS: Readonly<Record<PlainKind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  list: isList,
  object: isObject,
  // By what is asked of it: a map of another realm is one.
  map: (value) => isObject(value) && typeof value["get"] === "function",
  zone: (value) => typeof value === "string" && isZoneName(value),
  instant: (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
  policy: isMade,
};

const NAMES: Readonly<Record<PlainKind, string>> = {
  text: "a text",
  number: "a number",
  list: "a list",
  object: "an object",
  map: "a Map",
  zone: "a zone",
  instant: "an instant (ISO 8601)",
  policy: "a policy, as definePolicy makes it",
};

function fail(path: readonly PathStep[], value: unknown, what: string): never {
  return refuse("report.bad-input", path, what, value, `${show(value)} is not ${what}`);
}

function guarded<T>(name: string, value: unknown, what: string, run: () => T): T {
  return readForeign(value, [name], "report.bad-input", what, run);
}

/** A language of a report; English unless given. */
export function readLanguage(value: unknown): "en" | "fr" {
  if (value === undefined || value === "en" || value === "fr") return value ?? "en";
  return refuse("calendar.bad-option", ["lang"], "en or fr", value, `${show(value)} is no language; use "en" or "fr"`);
}

/** A function that paints, as it was given; one that leaves texts as they are unless given. */
export function readPaint<T extends (text: string, mark: never) => string>(value: unknown, path: string): T {
  if (value === undefined) return ((text: string) => text) as unknown as T;
  if (typeof value === "function") return value as T;
  const cure = `${show(value)} is no function; write (text, mark) => text`;
  return refuse("calendar.bad-option", [path], "a function of text and mark", value, cure);
}
