/**
 * The shipped schema of evaluations: it knows the keys of the types, and takes every evaluation.
 */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import schema from "../../../../schema/evaluation.schema.json" with { type: "json" };
import { clipIndustrie } from "../../../../src/charters/clip-industrie.ts";
import { readCases } from "../../../../src/import/index.ts";
import { definePolicy, evaluate, type Register } from "../../../../src/index.ts";
import { jsonReport, privateView } from "../../../../src/report/index.ts";
import { batches } from "../../../arbitraries/cases.ts";
import { policyBatches } from "../../../arbitraries/policy-cases.ts";
import { runsOf, seedOr } from "../../../helpers/runs.ts";
import { keysOfTypes } from "../../../helpers/type-keys.ts";
import { readExample } from "../../examples/example.ts";

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
const refusedBy = (value: unknown): unknown => (validate(JSON.parse(JSON.stringify(value))) ? [] : validate.errors);
const BY = ["month", "customer", "kind"] as const;
const SAMPLES = runsOf(60, 10);
const seed = seedOr(20261124);

type Keyed = { readonly properties: object; readonly required: readonly string[] };
const definitions = schema.$defs as unknown as Readonly<Record<string, Keyed>>;
const NOUNS: Readonly<Record<string, Keyed>> = {
  Evaluation: schema,
  CaseResult: definitions["case"]!,
  RegisterResult: definitions["registerResult"]!,
  ResultMembers: definitions["result"]!,
  Reopened: definitions["reopened"]!,
  ResultSegment: definitions["segment"]!,
  OperandReason: definitions["operand"]!,
  AllowanceRow: definitions["allowance"]!,
  Advised: definitions["advised"]!,
  Rate: definitions["rate"]!,
  Issue: definitions["issue"]!,
  Provenance: definitions["provenance"]!,
};

describe("the schema of evaluations", () => {
  it("is valid by the metaschema of 2020-12, and its id names no host", () => {
    expect(new Ajv2020({ strict: true }).validateSchema(schema)).toBe(true);
    expect(schema.$id).toBe("urn:ouvree:evaluation:1");
  });

  it("has the keys of the types, and asks for those that must be there", { timeout: 60_000 }, () => {
    const types = keysOfTypes(["src/evaluation/result.ts", "src/issues/issue.ts", "src/calendar/calendar.ts"]);
    for (const [type, { properties, required }] of Object.entries(NOUNS)) {
      const keys = { keys: Object.keys(properties).sort(), required: [...required].sort() };
      expect(keys, type).toEqual({ keys: types[type]?.keys, required: types[type]?.required });
    }
  });

  it("takes the example year, with and without names", () => {
    const { cases } = readCases(readFileSync("examples/tickets.csv", "utf8"));
    const register = JSON.parse(readFileSync("examples/register.json", "utf8")) as Register;
    const asOf = "2026-10-31T18:00:00+01:00";
    const evaluation = evaluate(clipIndustrie, cases, { asOf, register, by: BY, segments: true, tzdata: "2026a" });
    expect(refusedBy(evaluation)).toEqual([]);
    expect(refusedBy(privateView(evaluation, { redact: () => "x" }))).toEqual([]);
    const report = { policy: clipIndustrie, evaluation, verdicts: [] };
    expect(JSON.parse(jsonReport(report))).toEqual(JSON.parse(JSON.stringify(evaluation)));
  });

  it("takes the other examples", () => {
    for (const name of ["always-on", "two-zones"])
      expect(refusedBy(readExample(name, "2026-12-31T18:00:00Z").evaluation), name).toEqual([]);
  });

  it("takes random evaluations of the preset, and of random policies", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(batches(10), ({ cases, asOf, register }) => {
        const beside = register === null ? {} : { register };
        expect(refusedBy(evaluate(clipIndustrie, cases, { asOf, by: BY, period: "2026", ...beside }))).toEqual([]);
      }),
      { numRuns: SAMPLES, seed },
    );
    fc.assert(
      fc.property(policyBatches(), ({ document, cases, asOf, register }) => {
        const beside = register === null ? {} : { register: register as Register };
        const evaluation = evaluate(definePolicy(document), cases, { asOf, segments: true, by: BY, ...beside });
        expect(refusedBy(evaluation)).toEqual([]);
      }),
      { numRuns: SAMPLES, seed },
    );
  });

  it("refuses what is none", () => {
    const good = JSON.parse(JSON.stringify(evaluate(clipIndustrie, [], { asOf: "2026-06-01T00:00:00Z" })));
    expect(refusedBy(good)).toEqual([]);
    for (const bad of [
      { ...good, schema: 2 },
      { ...good, asOf: "2026-06-01" },
      { ...good, other: 1 },
      { ...good, rates: { ...good.rates, anomaly: { ...good.rates.anomaly, rate: 2 } } },
      { ...good, cases: [{ id: "a", kind: "b", issues: [], commitments: { c: { outcome: "late" } } }] },
    ])
      expect(refusedBy(bad)).not.toEqual([]);
  });
});
