/**
 * Laws of promises: what an answer may depend on, and what bounds it.
 */

import fc from "fast-check";
import { describe, expect } from "vitest";
import { KINDS, questions } from "../arbitraries/promises.ts";
import { given, law } from "../helpers/law.ts";
import { answerTo, told } from "../helpers/promises.ts";
import { announceSeed } from "../helpers/runs.ts";
import { dateAt, iso, parseInstant, plusDays } from "../oracle/charter/paris.ts";
import { contractYearOf } from "../oracle/promises/dates.ts";
import type { Question } from "../oracle/promises/judge.ts";
import { settingOf } from "../oracle/promises/judge.ts";
import type { Register } from "../oracle/promises/types.ts";

announceSeed("promises.laws");
const SHARE = 0.05;

/** With numbers that decide an order: the same pick gives the same order. */
const shuffled = <T>(all: readonly T[], picks: readonly number[]): T[] =>
  all
    .map((one, index) => ({ one, key: picks[index % picks.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
const picks = fc.array(fc.nat(1000), { minLength: 5, maxLength: 12 });
const anyKind = fc.constantFrom(...KINDS).chain((kind) => questions(kind));
const withPicks = (of: fc.Arbitrary<Question>): fc.Arbitrary<[Question, number[]]> => fc.tuple(of, picks);

function withRegister(question: Question, change: (register: Register) => Register): Question {
  given(question.register !== null);
  return { ...question, register: change(question.register as Register) };
}

describe("the order changes nothing", () => {
  law(
    "of the cases",
    withPicks(anyKind),
    ([question, order]) => {
      expect(told({ ...question, cases: shuffled(question.cases, order) })).toEqual(told(question));
    },
    SHARE * 4,
  );

  law(
    "of the events of a case, if they are of different instants",
    withPicks(anyKind),
    ([question, order]) => {
      const cases = question.cases.map((one) => {
        const isOrdered = new Set(one.events.map(({ at }) => parseInstant(at))).size === one.events.length;
        return isOrdered ? { ...one, events: shuffled(one.events, order) } : one;
      });
      const results = (asked: Question): unknown[] => answerTo(asked).cases.map(({ commitments }) => commitments);
      expect(results({ ...question, cases })).toEqual(results(question));
      expect(told({ ...question, cases }).rates).toEqual(told(question).rates);
    },
    SHARE,
  );

  law(
    "of evidence",
    withPicks(questions("standing")),
    ([question, order]) => {
      const changed = withRegister(question, (register) => ({
        ...register,
        evidence: shuffled(register.evidence ?? [], order),
      }));
      expect(told(changed)).toEqual(told(question));
    },
    SHARE,
  );

  law(
    "of outages and lost calls, nor an outage cut in two",
    fc.tuple(questions("availability"), picks, fc.double({ min: 0, max: 1, noNaN: true })),
    ([question, order, fraction]) => {
      const changed = withRegister(question, (register) => {
        const outages = (register.outages ?? []).flatMap((outage) => {
          const from = parseInstant(outage.from);
          const to = outage.to === undefined ? from + 100_000_000 : parseInstant(outage.to);
          const cut = from + Math.round((to - from) * fraction);
          // One without an end may well be cut after asOf: its second half is then not seen, and the first goes on to the cut.
          if (cut <= from || cut >= to || cut > parseInstant(question.asOf)) return [outage];
          return [
            { ...outage, to: iso(cut) },
            { ...outage, from: iso(cut) },
          ];
        });
        return { ...register, outages: shuffled(outages, order), lostCalls: shuffled(register.lostCalls ?? [], order) };
      });
      expect(told(changed)).toEqual(told(question));
    },
    SHARE,
  );

  law(
    "of the dates of a cadence, nor their channel, nor a date told twice",
    withPicks(questions("cadence")),
    ([question, order]) => {
      const again = <T extends { readonly date: string }>(all: readonly T[] = []): { date: string }[] =>
        shuffled([...all, ...all.slice(0, 2)], order).map(({ date }) => ({ date }));
      const changed = withRegister(question, (register) => ({
        ...register,
        customers: (register.customers ?? []).map((one) => ({ ...one, surveys: again(one.surveys) })),
        staff: (register.staff ?? []).map((one) => ({
          ...one,
          trainings: again(one.trainings),
          assessments: again(one.assessments),
        })),
        publications: again(register.publications),
      }));
      expect(told(changed)).toEqual(told(question));
    },
    SHARE,
  );
});

describe("one more", () => {
  law(
    "survey, once counting has begun, never makes met into missed",
    fc.tuple(questions("cadence"), fc.nat(800)),
    ([question, days]) => {
      const before = answerTo(question).register;
      const changed = withRegister(question, (register) => ({
        ...register,
        customers: (register.customers ?? []).map((one) => {
          const result = before.find(({ subject, id }) => subject === "customer" && id === one.id)?.commitments.it;
          if (!result?.startedAt) return one;
          const date = plusDays(dateAt(parseInstant(result.startedAt)), days);
          return { ...one, surveys: [...(one.surveys ?? []), { date }] };
        }),
      }));
      const after = answerTo(changed).register;
      before.forEach(({ commitments }, index) => {
        if (commitments.it?.outcome === "met") expect(after[index]?.commitments.it?.outcome).toBe("met");
      });
    },
    SHARE * 2,
  );
});

describe("an allowance", () => {
  law(
    "is never negative nor more than its tier, and a contract year gives no more than the greatest",
    questions("allowance"),
    (question) => {
      const { it } = question.document.commitments;
      if (it?.kind !== "allowance") throw new Error("another kind");
      const most = Math.max(it.minutes.trained, it.minutes.untrained);
      const given = new Map<string, number>();
      const { cases, register } = settingOf(question);
      for (const { id, commitments } of answerTo(question).cases) {
        const one = cases.find(({ input }) => input.id === id)?.input;
        const { allowances = [], startedAt } = commitments.it ?? {};
        for (const { module, granted, consumed, overMinutes } of one === undefined || !startedAt ? [] : allowances) {
          expect([0, it.minutes.trained, it.minutes.untrained].some((tier) => granted <= tier)).toBe(true);
          expect(granted).toBeGreaterThanOrEqual(0);
          expect(granted).toBeLessThanOrEqual(most);
          expect(overMinutes).toBe(Math.max(0, consumed - granted));
          const customer = register?.customers?.find((other) => other.id === one?.customer);
          const year = contractYearOf(dateAt(parseInstant(startedAt ?? "")), customer?.contract?.from);
          const key = `${one?.customer} ${module} ${year}`;
          given.set(key, (given.get(key) ?? 0) + Math.min(granted, consumed));
        }
      }
      if (it.per === "contract-year") for (const minutes of given.values()) expect(minutes).toBeLessThanOrEqual(most);
    },
    SHARE * 2,
  );
});

describe("time goes on", () => {
  law(
    "and a follow-up that was stopped keeps its verdict",
    fc.tuple(questions("follow-up"), fc.nat(100)),
    ([question, days]) => {
      const later = iso(parseInstant(question.asOf) + days * 86_400_000 + days);
      const after = new Map(answerTo({ ...question, asOf: later }).cases.map((one) => [one.id, one.commitments.it]));
      const { cases } = settingOf({ ...question, asOf: later });
      for (const { id, commitments } of answerTo(question).cases) {
        const isOwn = cases.some(({ input }) => input.id === id);
        if (isOwn && commitments.it?.stoppedAt) expect(after.get(id)).toEqual(commitments.it);
      }
    },
    SHARE * 2,
  );

  law(
    "and what changes next lies ahead",
    anyKind,
    (question) => {
      const { cases, register } = answerTo(question);
      for (const { commitments } of [...cases, ...register]) {
        const { nextChangeAt } = commitments.it ?? {};
        if (nextChangeAt) expect(parseInstant(nextChangeAt)).toBeGreaterThan(parseInstant(question.asOf));
      }
    },
    SHARE,
  );

  law(
    "and no verdict on a case changes before it without a new event",
    anyKind,
    (question) => {
      const asOf = parseInstant(question.asOf);
      const past = question.cases.map((one) => ({
        ...one,
        events: one.events.filter(({ at }) => parseInstant(at) <= asOf),
      }));
      const before = answerTo({ ...question, cases: past }).cases;
      const next = before.flatMap(({ commitments }) => commitments.it?.nextChangeAt ?? []).map(parseInstant);
      const until = Math.min(...next, asOf + 30 * 86_400_000) - 1;
      const verdicts = (all: typeof before): unknown[] =>
        all.map(({ id, commitments: { it } }) => [id, it?.outcome, it?.reason, it?.dueAt, it?.allowances]);
      const after = answerTo({ ...question, cases: past, asOf: iso(until) }).cases;
      expect(verdicts(after)).toEqual(verdicts(before));
    },
    SHARE * 2,
  );
});
