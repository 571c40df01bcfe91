/**
 * Callbacks that are overtaken, against the judge and by laws: what is missed once stays missed, from the instant that
 * it says (semantics §5, the charter's rule 7; where the order is required that instant is the overtaking help's).
 */

import { describe, expect } from "vitest";
import { overtakings } from "../arbitraries/overtakings.ts";
import { given, law } from "../helpers/law.ts";
import { answerTo } from "../helpers/promises.ts";
import { announceSeed } from "../helpers/runs.ts";
import { iso, parseInstant } from "../oracle/charter/paris.ts";
import { differences } from "../oracle/promises/compare.ts";
import type { CarryOver } from "../oracle/promises/document.ts";
import type { Question } from "../oracle/promises/judge.ts";
import { judge } from "../oracle/promises/judge.ts";
import { tellingInstants } from "../oracle/promises/telling.ts";

announceSeed("overtakings.laws");

interface Told {
  readonly outcome: string;
  readonly missedAt: string | null;
  readonly dueAt: string | null;
  readonly overtakenBy: readonly string[];
}

/** The results of all cases by their ids. */
function resultsAt(question: Question, asOf: number): Map<string, Told> {
  const { cases } = answerTo({ ...question, asOf: iso(asOf) });
  return new Map(
    cases.map(({ id, commitments }) => {
      const {
        outcome,
        missedAt = null,
        dueAt = null,
        overtakenBy = [],
      } = commitments["it"] as unknown as Partial<Told>;
      return [id, { outcome: outcome ?? "", missedAt, dueAt, overtakenBy }];
    }),
  );
}

const ordered = (question: Question, order: CarryOver["order"]): Question => {
  const it = { ...(question.document.commitments["it"] as CarryOver), order };
  return { ...question, document: { ...question.document, commitments: { it } } };
};

describe("a callback and newer calls", () => {
  law(
    "agree with the judge at every instant that matters, and one millisecond to either side",
    overtakings(),
    (question) => {
      for (const instant of tellingInstants(question)) {
        for (const asOf of [instant - 1, instant, instant + 1]) {
          const asked = { ...question, asOf: iso(asOf) };
          expect(differences(judge(asked), answerTo(asked))).toEqual([]);
        }
      }
    },
    0.05,
  );

  law(
    "where the order is required, overtaken is missed, and nothing else changes",
    overtakings(),
    (question) => {
      const asOf = parseInstant(question.asOf);
      const reported = resultsAt(ordered(question, "report"), asOf);
      for (const [id, required] of resultsAt(ordered(question, "require"), asOf)) {
        if (required.overtakenBy.length > 0) expect([id, required.outcome]).toEqual([id, "missed"]);
        else expect([id, required]).toEqual([id, reported.get(id)]);
      }
    },
    0.3,
  );

  law(
    "are missed from missedAt on, not a millisecond before it, and never again not",
    overtakings(),
    (question) => {
      const last = resultsAt(question, parseInstant(question.asOf));
      given([...last.values()].some(({ outcome }) => outcome === "missed"));
      for (const [id, { outcome, missedAt }] of last) {
        if (outcome !== "missed") continue;
        const at = parseInstant(missedAt ?? "");
        expect([id, resultsAt(question, at - 1).get(id)?.outcome]).not.toEqual([id, "missed"]);
        for (const asOf of [at, at + 1]) {
          expect([id, resultsAt(question, asOf).get(id)]).toMatchObject([id, { outcome: "missed", missedAt }]);
        }
      }
    },
    0.2,
  );
});
