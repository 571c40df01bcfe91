/**
 * Promises: a question put to the library, and its answer without what may stand in any order.
 */

import { definePolicy, type Evaluation, type PolicyDocument } from "../../src/index.ts";
import type { Question } from "../oracle/promises/judge.ts";
import type { Register } from "../oracle/promises/types.ts";
import { ignoringUnknown } from "./ignoring.ts";
import { given } from "./law.ts";

export function answerTo({ document, cases, register, asOf, period }: Question): Evaluation {
  const beside = { asOf, ...(register && { register }), ...(period && { period }) };
  return ignoringUnknown(definePolicy(document as unknown as PolicyDocument), cases, beside);
}

/** The results by their subjects, and the rates, with the ids in one order. */
export function told(question: Question): Record<string, unknown> {
  const { cases, register, rates, notYet } = answerTo(question);
  const results = [...cases, ...register]
    .map((one) => ({ ...one, key: `${"subject" in one ? one.subject : "case"} ${one.id}` }))
    // Two cases of one id may change places: neither is merged, dropped or counted.
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const counted = Object.entries(rates).map(([name, rate]) => {
    const caseIds = Object.entries(rate.caseIds).map(([outcome, ids]) => [outcome, [...(ids ?? [])].sort()]);
    return [name, { ...rate, caseIds: Object.fromEntries(caseIds) }];
  });
  return { results, rates: Object.fromEntries(counted), notYet };
}

/** The same question about a changed register; a sample without one does not concern the law. */
export function withRegister(question: Question, change: (register: Register) => Register): Question {
  given(question.register !== null);
  return { ...question, register: change(question.register as Register) };
}
