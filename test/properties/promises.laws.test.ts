/**
 * Laws of promises: what an answer may depend on, and what bounds it.
 */

import fc from "fast-check";
import { describe, expect } from "vitest";
import { KINDS, questions } from "../arbitraries/promises.ts";
import { law } from "../helpers/law.ts";
import { answerTo, withRegister } from "../helpers/promises.ts";
import { announceSeed } from "../helpers/runs.ts";
import { dateAt, iso, parseInstant, plusDays } from "../oracle/charter/paris.ts";
import { contractYearOf } from "../oracle/promises/dates.ts";
import { settingOf } from "../oracle/promises/judge.ts";

announceSeed("promises.laws");
const SHARE = 0.05;

const anyKind = fc.constantFrom(...KINDS).chain((kind) => questions(kind));

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
