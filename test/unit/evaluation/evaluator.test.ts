/**
 * `createEvaluator`: the same answers as `evaluate`, one case at a time. Source: docs/policies.md; law 38.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../../src/charters/clip-industrie.ts";
import {
  type Case,
  type CaseResult,
  createEvaluator,
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  type Policy,
} from "../../../src/index.ts";
import { batches } from "../../arbitraries/cases.ts";
import { runsOf, seedOr } from "../../helpers/runs.ts";
import { charterWith } from "./telling.ts";

/** One case at a time, amended as the documentation of `Amendment` says: members take the place of others, issues are added. */
function piecemeal(policy: Policy, cases: readonly Case[], options: EvaluateOptions): Evaluation {
  const evaluator = createEvaluator(policy, options);
  const results = cases.flatMap((each) => evaluator.add(each) ?? []);
  const { amended, ...evaluation } = evaluator.finish();
  const { amended: again, ...twice } = evaluator.finish();
  expect([again, twice]).toEqual([amended, evaluation]);
  const rest = [...amended];
  const put = (result: CaseResult): CaseResult => {
    if (rest[0]?.id !== result.id) return result;
    const { commitments, issues } = rest.shift()!;
    const changed = Object.entries(result.commitments).map(([id, each]) => [id, { ...each, ...commitments[id] }]);
    return { ...result, commitments: Object.fromEntries(changed), issues: [...result.issues, ...issues] };
  };
  const together = results.map(put);
  expect(rest).toEqual([]);
  return { ...evaluation, cases: together };
}

const POLICIES = {
  "as it is": clipIndustrie,
  "with its order required": charterWith({ callback: { order: "require" } }),
};

describe("an evaluator", () => {
  it.each(Object.entries(POLICIES))("says of any cases what evaluate says of them: the charter %s", (_, policy) => {
    fc.assert(
      fc.property(batches(12), fc.boolean(), ({ cases, asOf, register }, segments) => {
        const options = {
          asOf,
          segments,
          by: ["month", "customer", "kind"],
          ...(register && { register }),
        } as EvaluateOptions;
        const all = [...cases, { id: "", kind: 7 }, null, cases[0]] as readonly Case[];
        expect(piecemeal(policy, all, options)).toEqual(evaluate(policy, all, options));
      }),
      { numRuns: runsOf(60, 10), seed: seedOr(20260602) },
    );
  });

  it("does not mind the order of the cases, but for the order in which it names them", () => {
    const sorted = ({ cases, rates, notYet }: Evaluation) => ({
      notYet,
      cases: [...cases].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      rates: JSON.parse(JSON.stringify(rates, (key, value) => (key === "caseIds" ? mapped(value) : value))),
    });
    const mapped = (ids: Record<string, string[]>) =>
      Object.fromEntries(Object.entries(ids).map(([outcome, list]) => [outcome, [...list].sort()]));
    fc.assert(
      fc.property(batches(12), fc.nat(), ({ cases, asOf, register }, turn) => {
        const options = { asOf, ...(register && { register }) } as EvaluateOptions;
        const cut = turn % cases.length;
        const other = [...cases.slice(cut), ...cases.slice(0, cut)].reverse();
        const policy = POLICIES["with its order required"];
        expect(sorted(piecemeal(policy, other as Case[], options))).toEqual(
          sorted(evaluate(policy, cases as Case[], options)),
        );
      }),
      { numRuns: runsOf(40, 10), seed: seedOr(20260603) },
    );
  });

  it("may be asked in between: what it says then is of the cases so far", () => {
    const call = (id: string): Case => ({
      id,
      kind: "anomaly",
      events: [{ type: "called", at: "2026-06-01T10:00:00+02:00" }],
    });
    const evaluator = createEvaluator(clipIndustrie, { asOf: "2026-06-01T11:00:00+02:00" });
    expect(evaluator.finish()).toMatchObject({ cases: [], amended: [], notYet: 0 });
    evaluator.add(call("A"));
    const first = evaluator.finish();
    expect(first.rates["anomaly"]?.caseIds).toEqual({ running: ["A"] });
    expect(evaluator.add(call("A"))).toMatchObject({ id: "A", issues: [] });
    expect(evaluator.finish().amended.map(({ id, issues }) => [id, issues.map(({ code }) => code)])).toEqual([
      ["A", ["case.duplicate-id"]],
      ["A", ["case.duplicate-id"]],
    ]);
    // Neither is counted any more, and what was said before is as it was.
    expect(evaluator.finish().rates["anomaly"]?.counts.running).toBe(0);
    expect(first.rates["anomaly"]?.caseIds).toEqual({ running: ["A"] });
  });

  it("says nothing of a case of which nothing is seen, or that cannot be read", () => {
    const evaluator = createEvaluator(clipIndustrie, { asOf: "2026-06-01T11:00:00+02:00" });
    expect(
      evaluator.add({ id: "A", kind: "anomaly", events: [{ type: "called", at: "2026-06-02T10:00:00+02:00" }] }),
    ).toBeUndefined();
    expect(evaluator.add(7 as never)).toBeUndefined();
    const { notYet, issues } = evaluator.finish();
    expect(notYet).toBe(1);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([["case.bad-case", ["cases", 1]]]);
  });
});
