/**
 * Promises of a policy document that are no clocks.
 */

import fc from "fast-check";
import { lists, members, sometimes, type Vocabulary } from "./document-words.ts";

type Members = Record<string, unknown>;

/** What a promise is made of. */
interface Parts {
  /** What a commitment of cases may say, with its kinds. */
  readonly ofCases: fc.Arbitrary<Members>;
  /** What one of customers, staff or the service may say: no kinds. */
  readonly ofSubjects: fc.Arbitrary<Members>;
  readonly figures: fc.Arbitrary<object>;
  readonly days: fc.Arbitrary<object>;
  readonly shares: fc.Arbitrary<number>;
}

const periods = fc.constantFrom("P2Y", "P6M", "P1Y6M", "P2W", "P10D", "P999Y9999M9999W99999D", null);
const counts = fc.option(fc.constantFrom(1, 3, 1200));

/** Any of them. */
export function promises(known: Vocabulary, parts: Parts): fc.Arbitrary<Members> {
  const { ofCases, ofSubjects, figures, days, shares } = parts;
  const orNone = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { freq: 2 });
  const started = lists(known, ["opened", "message", "assigned"]);
  const followed = lists(known, ["answered", "updated"]);
  const ends = lists(known, ["solved", "waived"]);
  const when = fc.constant("untrained");
  const within = orNone(figures);
  const both = (own: Record<string, fc.Arbitrary<unknown>>, shared: fc.Arbitrary<Members>): fc.Arbitrary<Members> =>
    fc.tuple(fc.record(own), shared).map(([some, more]) => ({ ...more, ...some }));
  const share = fc.tuple(members({ atLeastOne: true }), fc.boolean(), ofCases, ofSubjects, started);
  return fc.oneof(
    both(
      {
        kind: fc.constant("cadence"),
        of: fc.constantFrom("customers.surveys", "staff.trainings", "staff.assessments", "publications"),
        every: periods,
      },
      ofSubjects,
    ),
    both({ kind: fc.constant("standing"), promise: fc.constantFrom("opinion-form", "x") }, ofSubjects),
    both({ kind: fc.constant("availability"), goal: orNone(shares) }, ofSubjects),
    both(
      {
        kind: fc.constant("allowance"),
        start: started,
        help: followed,
        minutes: fc.record({ trained: fc.constantFrom(0, 30, 0.5), untrained: fc.nat(60) }),
        per: fc.constantFrom("request", "contract-year"),
        more: sometimes(fc.record({ when, by: followed, ends, within })),
      },
      ofCases,
    ).map(({ more, ...some }) => ({ ...some, ...(more as (key: string) => Members)("followUp") })),
    both({ kind: fc.constant("follow-up"), after: started, by: followed, ends, within, goal: orNone(shares) }, ofCases),
    both(
      {
        kind: fc.constant("detection"),
        start: started,
        of: when,
        count: counts,
        months: counts,
        by: fc.constant("recommendations"),
        within: orNone(days),
      },
      ofCases,
    ),
    share.map(([tests, isSurveys, cases, subjects, of]) =>
      isSurveys
        ? { kind: "share", of: "customers.surveys", ...subjects, ...tests }
        : { kind: "share", of, ...cases, ...tests },
    ),
  );
}
