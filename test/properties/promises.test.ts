/**
 * Promises against an independent judge, written from docs/promises.md, field by field.
 */

import { describe, expect } from "vitest";
import { KINDS, questions } from "../arbitraries/promises.ts";
import { law } from "../helpers/law.ts";
import { answerTo } from "../helpers/promises.ts";
import { announceSeed } from "../helpers/runs.ts";
import { iso } from "../oracle/charter/paris.ts";
import { differences } from "../oracle/promises/compare.ts";
import type { Question } from "../oracle/promises/judge.ts";
import { judge } from "../oracle/promises/judge.ts";
import { tellingInstants } from "../oracle/promises/telling.ts";

announceSeed("promises");

function expectAgreement(question: Question): void {
  expect(differences(judge(question), answerTo(question))).toEqual([]);
}

describe.each(KINDS)("%s", (kind) => {
  law("agrees with the judge on every field, and on the rate", questions(kind), expectAgreement, 0.2);

  law(
    "agrees at every instant that matters, and one millisecond to either side",
    questions(kind, 2),
    (question) => {
      for (const instant of tellingInstants(question)) {
        for (const asOf of [instant - 1, instant, instant + 1]) expectAgreement({ ...question, asOf: iso(asOf) });
      }
    },
    0.005,
  );
});
