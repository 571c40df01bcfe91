/**
 * Purity: the same answer from the same input, whatever its order, and nothing done to it. Law 38 of the laws of time.
 */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../../src/charters/clip-industrie.ts";
import { type Case, type CaseEvent, type Evaluation, evaluate, type Register } from "../../../src/index.ts";
import type { Batch } from "../../arbitraries/cases.ts";
import { batches } from "../../arbitraries/cases.ts";
import { growth, NEAR_LINEAR } from "../../helpers/growth.ts";
import { runsOf, seedOr } from "../../helpers/runs.ts";
import { charterWith, frozen, REGISTER, request, tell, told } from "./telling.ts";

const RUNS = { numRuns: runsOf(80, 10), seed: seedOr(20260507) };

const judge = ({ cases, asOf, register }: Omit<Batch, "cases"> & { cases: readonly Case[] }): Evaluation =>
  evaluate(clipIndustrie, cases, register === null ? { asOf } : { asOf, register: register as Register });

/** What an evaluation says, without the order in which it says it. */
function said({ cases, rates, notYet }: Evaluation): unknown {
  const sorted = (values: readonly unknown[]): string[] => values.map((value) => JSON.stringify(value)).sort();
  return {
    notYet,
    cases: sorted(
      cases.map(({ issues, ...rest }) => ({ ...rest, codes: [...new Set(issues.map(({ code }) => code))].sort() })),
    ),
    rates: Object.fromEntries(
      Object.entries(rates).map(([id, { caseIds, ...rest }]) => [
        id,
        { ...rest, caseIds: Object.fromEntries(Object.entries(caseIds).map(([key, ids]) => [key, sorted(ids ?? [])])) },
      ]),
    ),
  };
}

/** Another order of the same things; those that `keep` names alike stay in their order among themselves. */
function shuffled<T>(all: readonly T[], chances: Iterator<number>, keep: (item: T, index: number) => string): T[] {
  const order = all.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = chances.next().value % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const queues = new Map<string, T[]>();
  all.forEach((item, i) => {
    const name = keep(item, i);
    queues.set(name, [...(queues.get(name) ?? []), item]);
  });
  return order.map((i) => queues.get(keep(all[i]!, i))!.shift()!);
}

/** Events of one rank at one instant, for which the order of the lines may decide. */
const rank = ({ type, at }: CaseEvent): string =>
  `${Date.parse(String(at))} ${type === "paused" || type === "resumed" ? "pause and resume" : type}`;

describe("evaluate", () => {
  it("works on frozen input, changes none of it, and answers the same twice", () => {
    fc.assert(
      fc.property(batches(10), (batch) => {
        const before = JSON.stringify(batch);
        const [first, second] = [judge(frozen(batch)), judge(batch)];
        expect(JSON.stringify(batch)).toBe(before);
        expect(second).toEqual(first);
        expect(JSON.stringify(second)).toBe(JSON.stringify(first));
      }),
      RUNS,
    );
  });

  it("is plain JSON, and comes back from JSON as it was", () => {
    fc.assert(
      fc.property(batches(10), (batch) => {
        const told = judge(batch);
        expect(JSON.parse(JSON.stringify(told))).toEqual(told);
      }),
      RUNS,
    );
  });

  it("does not see the order of the cases, nor of events of different ranks or instants", () => {
    fc.assert(
      fc.property(batches(20), fc.infiniteStream(fc.nat({ max: 1_000_000 })), (batch, chances) => {
        const cases = shuffled(batch.cases, chances, (_, i) => String(i)).map((one) => ({
          ...one,
          events: shuffled(one.events, chances, rank),
        }));
        expect(said(judge({ ...batch, cases }))).toEqual(said(judge(batch)));
      }),
      RUNS,
    );
  });

  it("does not see the order of customers in the register, nor customers that no case has", () => {
    fc.assert(
      fc.property(batches(10), (batch) => {
        const customers = [...(batch.register?.customers ?? [])].reverse();
        const stranger = { id: "stranger", referent: "nobody" };
        const register = { customers: [stranger, ...customers] } as never;
        const casesUnder = (each: never): unknown => {
          const { cases, rates, notYet } = judge({ ...batch, register: each });
          // A stranger is judged as a customer, too, but touches no case.
          const { survey: _, "survey-by-mail": __, "training-advice": ___, ...ofCases } = rates;
          return said({ cases, rates: ofCases, notYet } as unknown as Evaluation);
        };
        expect(casesUnder(register)).toEqual(casesUnder({ customers } as never));
      }),
      RUNS,
    );
  });

  it("says the same of one early stop or another, in whatever order they stand", () => {
    const stops = ["assisted 06-01 08:00", "assisted 06-01 09:00"];
    const [a, b] = [stops, [...stops].reverse()].map((early) =>
      told(request("anomaly", [...early, "called 06-01 10:00", "assisted 06-01 11:00"])),
    );
    expect(b).toEqual(a);
  });

  it("does not see an event after asOf, of whatever type", () => {
    fc.assert(
      fc.property(batches(20), (batch) => {
        const asOf = Date.parse(batch.asOf);
        const seen = batch.cases.map((one) => ({
          ...one,
          events: one.events.filter(({ at }) => Date.parse(at) <= asOf),
        }));
        expect(judge({ ...batch, cases: seen })).toEqual(judge(batch));
        const later = new Date(asOf + 1).toISOString();
        const noisy = batch.cases.map((one) => ({
          ...one,
          events: ["called", "assisted", "paused", "cancelled", "no such event"]
            .map((type): CaseEvent => ({ type, at: later }))
            .concat(one.events),
        }));
        expect(judge({ ...batch, cases: noisy })).toEqual(judge(batch));
      }),
      RUNS,
    );
  });

  it("never takes back the verdict of a case that has stopped", () => {
    fc.assert(
      fc.property(batches(10), fc.integer({ min: 1, max: 400 * 86_400_000 }), (batch, laterMs) => {
        const now = judge(batch);
        const later = judge({ ...batch, asOf: new Date(Date.parse(batch.asOf) + laterMs).toISOString() });
        for (const { id, commitments } of now.cases) {
          const then = later.cases.filter((one) => one.id === id);
          if (then.length !== 1 || now.cases.filter((one) => one.id === id).length !== 1) continue;
          for (const [name, { outcome, stoppedAt }] of Object.entries(commitments)) {
            if (stoppedAt !== null && (outcome === "met" || outcome === "missed"))
              expect(then[0]?.commitments[name]?.outcome, `${id} ${name}`).toBe(outcome);
          }
        }
      }),
      RUNS,
    );
  });

  it("never turns met into missed by a longer target", () => {
    const longer = charterWith({
      anomaly: { target: { hours: "PT4H1M", count: "open" } },
      installation: { target: { hours: "PT100H", count: "open" } },
      "specific-request": { target: { hours: "PT48H0.001S", count: "open" } },
      "web-form": { target: { days: "P4D", count: "calendar", until: "midnight", rollToOpen: true } },
      "web-form-same-day": { target: { days: "P1D", count: "calendar", until: "midnight", rollToOpen: false } },
    });
    fc.assert(
      fc.property(batches(20), ({ cases, asOf, register }) => {
        const beside = register === null ? { asOf } : { asOf, register: register as Register };
        const [short, long] = [clipIndustrie, longer].map((policy) => evaluate(policy, cases, beside));
        short?.cases.forEach(({ commitments }, i) => {
          for (const [name, { outcome }] of Object.entries(commitments)) {
            if (outcome === "met") expect(long?.cases[i]?.commitments[name]?.outcome).toBe("met");
          }
        });
      }),
      RUNS,
    );
  });

  it("takes instants in any form that the library's door takes", () => {
    const text = request("anomaly", ["called 06-01 10:00", "assisted 06-01 11:00"]);
    const expected = told(text);
    for (const form of [
      (ms: number) => ms,
      (ms: number) => new Date(ms),
      (ms: number) => new Date(ms).toISOString(),
      (ms: number) => ({ toMillis: () => ms }),
      (ms: number) => ({ epochNanoseconds: BigInt(ms) * 1_000_000n }),
    ]) {
      const events = text.events.map(({ type, at }) => ({ type, at: form(Date.parse(String(at))) }));
      expect(told({ ...text, events })).toEqual(expected);
    }
  });

  it("is not disturbed by ids, kinds and customers of hostile names", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "", " ", "\u0000", "0", "length"];
    const cases = names
      .filter((id) => id !== "")
      .map((id) => request("anomaly", ["called 06-01 10:00", "assisted 06-01 11:00"], { id, customer: id }));
    const { rates, cases: results } = tell(cases, { register: { customers: names.map((id) => ({ id })) } });
    expect(results.map(({ id }) => id)).toEqual(names.filter((id) => id !== ""));
    expect(rates["anomaly"]).toMatchObject({ met: results.length, missed: 0 });
    for (const kind of ["__proto__", "constructor", "toString"])
      expect(told(request(kind, ["called 06-01 10:00"]), { register: REGISTER }).issues[0]?.code).toBe(
        "case.unknown-kind",
      );
    expect(({} as Record<string, unknown>)["anomaly"]).toBeUndefined();
  });

  it("takes 20,000 pauses of one case in no quadratic time", () => {
    // On the day before the call: the first is a pause, each other one is odd.
    const oddPausesOf = (count: number): void => {
      const events = Array.from(
        { length: count },
        (_, i): CaseEvent => ({ type: "paused", at: Date.UTC(2026, 4, 31) + i }),
      );
      const { issues } = told(request("anomaly", ["called 06-01 01:00", ...events]));
      expect(issues.map(({ code }) => code)).toEqual(Array.from({ length: count - 1 }, () => "case.second-pause"));
    };
    expect(growth(2_500, oddPausesOf)).toBeLessThan(NEAR_LINEAR);
  });
});
