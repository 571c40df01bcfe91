/**
 * Telling: short ways to write a case in Paris summer time and to look at what became of it.
 *
 * Dates used in the examples, all of 2026: 1 June is a Monday; June has no holiday; Friday 8 May, Thursday 14 May and
 * Monday 25 May are holidays.
 */

import { clipIndustrie, clipIndustrieDefinition } from "../../../src/charters/clip-industrie.ts";
import {
  type Case,
  type CaseEvent,
  type CaseResult,
  definePolicy,
  type Evaluation,
  evaluate,
  type Policy,
  type PolicyDocument,
  type Register,
  type Result,
} from "../../../src/index.ts";

export const HOUR = 3_600_000;
export const MINUTE = 60_000;

/** `"06-01 10:00"` in Paris summer time, as ISO 8601 with its offset. */
export function at(text: string): string {
  const [date, time = "00:00"] = text.split(" ");
  return `2026-${date}T${time}${time.length === 5 ? ":00" : ""}+02:00`;
}

/** The same instant as results show it. */
export const utc = (text: string): string => new Date(Date.parse(at(text))).toISOString();

/** An event: `"called 06-01 10:00"`, and what is known beside it. */
export function event(text: string, facts: Readonly<Record<string, unknown>> = {}): CaseEvent {
  const [type, ...when] = text.split(" ");
  return { type: type!, at: at(when.join(" ")), ...facts };
}

/** A case of these events; its customer is `acme` unless said. */
export function request(kind: string, events: readonly (string | CaseEvent)[], facts: Partial<Case> = {}): Case {
  return {
    id: "A",
    kind,
    customer: "acme",
    ...facts,
    events: events.map((one) => (typeof one === "string" ? event(one) : one)),
  };
}

/** One customer whose contract is in force and paid. */
export const REGISTER: Register = {
  customers: [
    {
      id: "acme",
      contract: { from: "2026-01-01", to: "2026-12-31", paid: true },
      referent: "anna",
      contacts: ["anna", "ben"],
    },
  ],
};

export interface Beside {
  /** Civil, in Paris; 30 June at 18:00 unless given. */
  readonly asOf?: string;
  readonly register?: Register;
  readonly policy?: Policy;
  readonly period?: string;
}

export function tell(
  cases: readonly Case[],
  { asOf = "06-30 18:00", policy = clipIndustrie, ...beside }: Beside = {},
): Evaluation {
  return evaluate(policy, cases, { asOf: at(asOf), ...beside });
}

/** What became of the only case. */
export function told(one: Case, beside: Beside = {}): CaseResult {
  const { cases } = tell([one], beside);
  if (cases[0] === undefined || cases.length > 1) throw new Error(`${cases.length} cases`);
  return cases[0];
}

/** What became of one commitment on a case. */
export function result(commitment: string, one: Case, beside: Beside = {}): Result {
  const found = told(one, beside).commitments[commitment];
  if (found === undefined) throw new Error(`no ${commitment} on a case of ${one.kind}`);
  return found;
}

export const codes = ({ issues }: { readonly issues: readonly { readonly code: string }[] }): string[] =>
  issues.map(({ code }) => code).sort();

/** The charter's policy with something else in some of its commitments. */
export function charterWith(changes: Readonly<Record<string, object>>): Policy {
  const commitments = Object.fromEntries(
    Object.entries(clipIndustrieDefinition.commitments).map(([id, one]) => [id, { ...one, ...changes[id] }]),
  );
  return definePolicy({ ...clipIndustrieDefinition, commitments } as PolicyDocument);
}

/** Freezes a value and all that is in it. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}
