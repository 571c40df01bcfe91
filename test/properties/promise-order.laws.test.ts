/**
 * Laws of promises and order: what stands first in a file decides nothing, nor does what stands there twice.
 */

import fc from "fast-check";
import { describe, expect } from "vitest";
import { KINDS, questions } from "../arbitraries/promises.ts";
import { law } from "../helpers/law.ts";
import { answerTo, told, withRegister } from "../helpers/promises.ts";
import { announceSeed } from "../helpers/runs.ts";
import { iso, parseInstant } from "../oracle/charter/paris.ts";
import type { Question } from "../oracle/promises/judge.ts";

announceSeed("promise-order.laws");
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
