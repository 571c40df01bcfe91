/**
 * `evaluate`: how a policy was kept over cases, at one instant.
 *
 * A pure function: it reads no clock, file or environment; the order of the cases decides nothing.
 */
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import { show } from "../issues/show.ts";
import type { Policy } from "../policy/policy.ts";
import { type InstantInput, readInstant } from "../time/instant.ts";
import { type Case, type ReadCase, readCase } from "./case.ts";
import { isoOrNull } from "./instants.ts";
import type { Beside } from "./judge.ts";
import { type Judged, judgeCase } from "./judge-case.ts";
import { provenanceOf } from "./provenance.ts";
import { withOrder } from "./queue.ts";
import { ratesOf, readPeriod } from "./rates.ts";
import { type Register, readCustomers } from "./register.ts";
import type { CaseResult, Evaluation } from "./result.ts";

/** Options of {@link evaluate}. */
export interface EvaluateOptions {
  /** The instant of judgement: later events are not seen. */
  readonly asOf: InstantInput;
  /** Without it cover is not judged, and what needs it is `unmeasurable: no-register`. */
  readonly register?: Register;
  /** Civil year `YYYY`, month `YYYY-MM` or date whose cases make up the rates, by their start; all unless given. */
  readonly period?: string;
}

/**
 * How a policy was kept.
 *
 * Nothing is lost: what cannot be read is among the issues, what cannot be measured says why.
 * Errors: `time.*` for an asOf that is no instant; `calendar.bad-option` for a period that is none; the code of the kind
 *   for arguments of another kind.
 * Source: docs/semantics.md §5, docs/charter.md.
 *
 * @example evaluate(clipIndustrie, cases, { asOf: "2026-10-31T18:00+01:00", register }).rates.anomaly.rate // 1
 */
export function evaluate(policy: Policy, cases: readonly Case[], options: EvaluateOptions): Evaluation {
  checkArguments(policy, cases, options);
  const issues: Issue[] = [];
  const asOfMs = readInstant(options.asOf, ["asOf"]);
  const period = readPeriod(options.period);
  const customers = options.register === undefined ? undefined : readCustomers(options.register, issues);
  const beside: Beside = { policy, asOfMs, customers };
  const read = cases.flatMap((value, index) => readCase(value, index, asOfMs, issues) ?? []);
  // Nothing of it is seen: neither a readable event, nor one that could not be read.
  const seen = read.filter((found) => found.events.length > 0 || found.issues.length > 0);
  const duplicates = reportDuplicates(seen);
  const judged = seen.map((found): Judged => ({ found, judgements: judgeCase(found, beside) }));
  const counted = judged.filter(({ found }) => !duplicates.has(found.id));
  const results = withOrder(judged, counted, policy);
  return {
    schema: 1,
    asOf: isoOrNull(asOfMs)!,
    ...(period === undefined ? {} : { period }),
    cases: judged.map(
      ({ found }, i): CaseResult => ({
        id: found.id,
        kind: found.kind,
        ...(found.customer === undefined ? {} : { customer: found.customer }),
        commitments: Object.fromEntries([...results[i]!].map(([commitment, result]) => [commitment.id, result])),
        issues: found.issues,
      }),
    ),
    register: [],
    rates: ratesOf(policy, judged, results, duplicates, period),
    notYet: read.length - seen.length,
    issues,
    provenance: provenanceOf(policy),
  };
}

/** Refuses arguments of another kind, as plain JavaScript may pass them. */
function checkArguments(policy: unknown, cases: unknown, options: unknown): void {
  if (!isObject(policy) || !Array.isArray(policy.commitments)) {
    refuse("policy.bad-document", ["policy"], "a policy", policy, "the policy must be one that definePolicy made");
  }
  if (!Array.isArray(cases))
    refuse("case.bad-case", ["cases"], "a list of cases", cases, `${show(cases)} is not a list of cases`);
  if (!isObject(options)) refuse("calendar.bad-option", ["options"], "{ asOf }", options, "say as of when: { asOf }");
  const { register } = options as { register?: unknown };
  if (register !== undefined && !isObject(register)) {
    refuse(
      "register.bad-entry",
      ["register"],
      "a register",
      register,
      `${show(register)} is no register; write { customers: [...] }`,
    );
  }
}

/** Two cases of one id: an issue on both, neither merged nor dropped nor counted. */
function reportDuplicates(cases: readonly ReadCase[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { id } of cases) times.set(id, (times.get(id) ?? 0) + 1);
  const duplicates = new Set<string>();
  for (const { id, issues } of cases) {
    if (times.get(id) === 1) continue;
    duplicates.add(id);
    issues.push(
      makeIssue(
        "case.duplicate-id",
        ["id"],
        "an id of its own",
        id,
        `${show(id)} is the id of ${times.get(id)} cases; none of them is counted`,
      ),
    );
  }
  return duplicates;
}
