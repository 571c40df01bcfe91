/**
 * Policy files: a policy document, and the calendars that it names by path in files beside it.
 *
 * A path stays under the folder of the policy: a policy that somebody sent shows nobody's other files. Nothing is fetched. What is
 * made, hashed and shown is the document with the calendars in place of their paths.
 * Source: docs/policies.md, "The document"; the page of bad input, 78 and 79.
 */

import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { createCalendar, definePolicy, type Issue, isOuvreeError, type PathStep } from "../../index.ts";
import { makeIssue } from "../../issues/issue.ts";
import { harmless, show } from "../../issues/show.ts";
import { type ReadyPolicy, readyPolicy } from "../../policy/policy.ts";
import { CliProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";
import { readDocument } from "./documents.ts";
import { HOLIDAY_SOURCES } from "./holiday-sources.ts";

/** One problem of a policy, and the file that it is in. */
export interface FileProblem {
  readonly file: string;
  readonly message: string;
  readonly code: string;
}

/** All problems of a policy file; as a message the first of them. */
export class PolicyProblems extends CliProblem {
  constructor(readonly problems: readonly FileProblem[]) {
    const [first, ...more] = problems;
    super(`${harmless(first!.file)}: ${first!.message}${more.length === 0 ? "" : ` (and ${more.length} more)`}`);
  }
}

/** A calendar that came from a file: where the policy names it, and what the file says. */
interface CalendarFile {
  readonly path: readonly PathStep[];
  readonly file: string;
  readonly definition: unknown;
}

/** The policy of a file. Errors: a CliProblem for what is no document, `PolicyProblems` for what is no policy. */
export function definePolicyFile(path: string, terminal: Terminal): ReadyPolicy {
  const issues: Issue[] = [];
  const files: CalendarFile[] = [];
  const document = withCalendars(readDocument(path, terminal), (text, at) => {
    const found = readCalendarFile(text, at, path, terminal, issues);
    if (found !== undefined) files.push(found);
    return found === undefined ? text : found.definition;
  });
  try {
    return readyPolicy(definePolicy(document as unknown, { sources: HOLIDAY_SOURCES }));
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    throw new PolicyProblems(problemsOf([...issues, ...notAmong(issues, error.issues)], files, path));
  }
}

/** A document with something else in place of each calendar that is a path: its own, and those of its versions. */
function withCalendars(document: unknown, replace: (text: string, at: readonly PathStep[]) => unknown): unknown {
  const replaced = (holder: unknown, at: readonly PathStep[]): unknown => {
    if (!isObject(holder) || !isObject(holder["calendars"])) return holder;
    const calendars = Object.entries(holder["calendars"]).map(([name, value]) => [
      name,
      typeof value === "string" ? replace(value, [...at, "calendars", name]) : value,
    ]);
    return { ...holder, calendars: Object.fromEntries(calendars) };
  };
  const whole = replaced(document, []);
  if (!isObject(whole) || !Array.isArray(whole["versions"])) return whole;
  return { ...whole, versions: whole["versions"].map((version, index) => replaced(version, ["versions", index])) };
}

function readCalendarFile(
  text: string,
  at: readonly PathStep[],
  policyPath: string,
  terminal: Terminal,
  issues: Issue[],
): CalendarFile | undefined {
  const refuse = (cure: string): undefined => {
    const expected = "the path of a calendar beside the policy, such as hours/desk.yaml";
    issues.push(makeIssue("policy.bad-path", at, expected, text, cure));
    return undefined;
  };
  const why = whyNoPath(text);
  if (why !== undefined) return refuse(`${show(text)} ${why}`);
  const file = join(dirname(policyPath), text);
  try {
    const real = terminal.realPath(file);
    if (!isUnder(terminal.realPath(dirname(policyPath)), real))
      return refuse(`${show(text)} leads out of the policy's folder; put the calendar into it`);
    // What is read is what was looked at, whatever the link says by now.
    const definition = readDocument(real, terminal, file);
    if (isObject(definition)) return { path: at, file, definition };
    return refuse(`${harmless(file)} is no calendar: ${show(definition)}; write { "timeZone": …, "week": … }`);
  } catch (error) {
    if (error instanceof CliProblem) return refuse(error.message);
    throw error;
  }
}

/** A path longer than this is none. */
const LONGEST_PATH = 250;

/** Why a text is no path of a calendar beside the policy, whatever files there are. */
function whyNoPath(text: string): string | undefined {
  if (text.length > LONGEST_PATH) return `is longer than a path: ${LONGEST_PATH} characters`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text))
    return "is no path beside the policy; nothing is fetched: save the calendar there";
  if (text.includes("\\")) return "has a backslash in it; write / between folders";
  if (isAbsolute(text)) return "is an absolute path; write one that starts at the policy's folder";
  if (text.split("/").includes("..")) return 'has ".." in it; put the calendar into the policy\'s folder';
  if (!/\.(ya?ml|json)$/i.test(text)) return "is no calendar; write one, or the path of a file .yaml, .yml or .json";
  return undefined;
}

function isUnder(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Issues that are not at the same place as another. */
function notAmong(known: readonly Issue[], issues: readonly Issue[]): Issue[] {
  const places = new Set(known.map(({ path }) => JSON.stringify(path)));
  return issues.filter(({ path }) => !places.has(JSON.stringify(path)));
}

/** Problems with their files: those of a calendar are in its own file, where it has one. */
function problemsOf(issues: readonly Issue[], files: readonly CalendarFile[], policyPath: string): FileProblem[] {
  const told = new Set<CalendarFile>();
  return issues.flatMap((issue): FileProblem[] => {
    const within = issue.code.startsWith("policy.")
      ? undefined
      : files.find(({ path }) => path.every((step, i) => issue.path[i] === step));
    if (within === undefined) return [{ file: policyPath, message: issue.message, code: issue.code }];
    if (told.has(within)) return [];
    told.add(within);
    return ownIssues(within).map(({ message, code }) => ({ file: within.file, message, code }));
  });
}

/** The issues of a calendar as its own document has them. */
function ownIssues({ definition }: CalendarFile): readonly Issue[] {
  try {
    createCalendar(definition as never, { sources: HOLIDAY_SOURCES });
    return [];
  } catch (error) {
    if (isOuvreeError(error)) return error.issues;
    throw error;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
