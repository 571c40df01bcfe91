/**
 * An evaluation as it may be shown: case ids, and names only where they are asked for.
 *
 * It is made once, before any format sees the evaluation. Source: docs/reports.md, "Who is named".
 */
import type { CaseResult, Evaluation, RegisterResult, Result } from "../../evaluation/result.ts";
import { reading } from "../arguments.ts";
import { type Aliases, aliasesOf, type PrivacyOptions, readPrivacy } from "./aliases.ts";
import { privateIssue } from "./private-issue.ts";
import { inOrder, privateRates, subjectAlias } from "./private-rate.ts";

/**
 * The evaluation without names of customers and persons, unless `show` asks for them; with `redact` also without ids of cases.
 *
 * Customers and persons whose results or rates stand in it are called `customer 1`, `person 1` …; figures of a single person are
 * left out. What the policy itself says is not touched.
 *
 * @example privateView(evaluation).cases[0].customer // undefined
 */
export function privateView(evaluation: Evaluation, options?: PrivacyOptions): Evaluation {
  const given = readPrivacy(options, "privateView");
  return reading("evaluation", evaluation, "evaluation", () => viewBy(evaluation, aliasesOf(evaluation, given)));
}

/** The evaluation under aliases. */
export function viewBy(evaluation: Evaluation, aliases: Aliases): Evaluation {
  return {
    ...evaluation,
    cases: evaluation.cases.map((each) => privateCase(each, aliases)),
    register: privateRegister(evaluation.register, aliases),
    rates: privateRates(evaluation, aliases),
    issues: evaluation.issues.map((issue) => privateIssue(issue, aliases)),
  };
}

function privateCase(
  { id, kind, customer, commitments, incomplete, issues }: CaseResult,
  aliases: Aliases,
): CaseResult {
  return {
    id: aliases.caseId(id),
    kind,
    ...(customer !== undefined && aliases.isShown.customers ? { customer: aliases.customer(customer) } : {}),
    commitments: privateResults(commitments, aliases),
    ...(incomplete === undefined ? {} : { incomplete }),
    issues: issues.map((issue) => privateIssue(issue, aliases)),
  };
}

/** Subjects in the order of their aliases: the register's own would tell who is who to those who have it. */
function privateRegister(register: readonly RegisterResult[], aliases: Aliases): RegisterResult[] {
  const shown = register.map((each): RegisterResult => {
    const commitments = privateResults(each.commitments, aliases);
    const withoutFigures = Object.entries(commitments).map(([id, result]) => [id, unfigured(result)] as const);
    return {
      subject: each.subject,
      id: subjectAlias(each, aliases),
      commitments: each.subject === "staff" ? Object.fromEntries(withoutFigures) : commitments,
    };
  });
  const { customer, person } = aliases.isPlain;
  const [customers, staff, service] = (["customer", "staff", "service"] as const).map((subject) =>
    shown.filter((each) => each.subject === subject),
  );
  if (!customer) customers!.sort((a, b) => inOrder(a.id, b.id));
  if (!person) staff!.sort((a, b) => inOrder(a.id, b.id));
  return [...customers!, ...staff!, ...service!];
}

/** What was measured of one person is nobody's business; whether the promise is kept is. */
function unfigured({ figures: _figures, elapsedDays: _days, ...result }: Result): Result {
  return result;
}

function privateResults(commitments: Readonly<Record<string, Result>>, aliases: Aliases): Record<string, Result> {
  return Object.fromEntries(Object.entries(commitments).map(([id, result]) => [id, privateResult(result, aliases)]));
}

function privateResult(result: Result, aliases: Aliases): Result {
  const { overtakenBy, advice, cycles } = result;
  return {
    ...result,
    ...(overtakenBy === undefined ? {} : { overtakenBy: overtakenBy.map(aliases.caseId) }),
    ...(advice === undefined
      ? {}
      : { advice: advice.map((each) => ({ ...each, cases: each.cases.map(aliases.caseId) })) }),
    ...(cycles === undefined ? {} : { cycles: cycles.map((cycle) => privateResult(cycle, aliases)) }),
  };
}
