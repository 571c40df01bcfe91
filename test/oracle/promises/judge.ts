/**
 * Judge: every promise of a document over cases and a register, slowly.
 *
 * Written from docs/promises.md alone; CHOICES.md lists what the text leaves open and what was taken here.
 */

import { dateAt, parseInstant } from "../charter/paris.ts";
import { judgeAllowance } from "./allowance.ts";
import { judgeAvailability } from "./availability.ts";
import * as cadence from "./cadence.ts";
import { judgeCarryOver } from "./carry-over.ts";
import { judgeDays } from "./days.ts";
import { deskOf } from "./desk.ts";
import { judgeDetection } from "./detection.ts";
import type { Commitment, Document } from "./document.ts";
import type { SeenCase } from "./events.ts";
import { seenCases } from "./events.ts";
import { judgeFollowUp } from "./follow-up.ts";
import type { ExpectedRate, Subject } from "./rates.ts";
import { rateOf } from "./rates.ts";
import type { Setting } from "./setting.ts";
import { dayOfJudgement, periodOf } from "./setting.ts";
import * as share from "./share.ts";
import { judgeStanding } from "./standing.ts";
import type { CaseInput, Expected, Register } from "./types.ts";

export interface Question {
  readonly document: Document;
  readonly cases: readonly CaseInput[];
  readonly register: Register | null;
  readonly asOf: string;
  readonly period: string | null;
}

export interface Told {
  readonly subject: "case" | "customer" | "staff" | "service";
  readonly id: string;
  readonly commitment: string;
  readonly expected: Expected;
}

export interface Judgement {
  readonly told: readonly Told[];
  readonly rates: Readonly<Record<string, ExpectedRate>>;
  readonly notYet: number;
  /** Ids that several of the seen cases have. */
  readonly duplicates: readonly string[];
}

export function settingOf({ document, cases, register, asOf: text, period: wanted }: Question): Setting {
  const asOf = parseInstant(text);
  const period = wanted === null ? null : periodOf(wanted);
  const seen = seenCases(cases, asOf);
  const own = seen.filter(({ input }) => seen.filter((other) => other.input.id === input.id).length === 1);
  return { document, seen, cases: own, register, asOf, period, day: dayOfJudgement(asOf, period) };
}

function ofCase(commitment: Commitment, one: SeenCase, setting: Setting): Expected | null {
  const desk = deskOf(setting.document.calendar);
  if (!("kinds" in commitment) || !commitment.kinds?.includes(one.input.kind)) return null;
  if (commitment.kind === "allowance") return judgeAllowance(commitment, one, desk, setting);
  if (commitment.kind === "follow-up") return judgeFollowUp(commitment, one, desk, setting);
  if (commitment.kind === "carry-over") return judgeCarryOver(commitment, one, desk, setting);
  if (commitment.kind === "target") return judgeDays(commitment, one, desk, setting);
  return commitment.kind === "share" ? share.ofCase(commitment, one, setting) : null;
}

type OfSubject = Omit<Told, "commitment">;

function ofRegister(commitment: Commitment, setting: Setting): OfSubject[] {
  const { register, period, document } = setting;
  // A period that has not begun has no such results.
  if (register === null || (period !== null && period.from > dateAt(setting.asOf))) return [];
  const { customers = [], staff = [] } = register;
  const service = (expected: Expected): OfSubject[] => [{ subject: "service", id: document.policy, expected }];
  const each = (judge: (customer: (typeof customers)[number]) => Expected): OfSubject[] =>
    customers.map((customer) => ({ subject: "customer", id: customer.id, expected: judge(customer) }));

  if (commitment.kind === "standing") return service(judgeStanding(commitment, setting));
  if (commitment.kind === "availability") return service(judgeAvailability(commitment, setting));
  if (commitment.kind === "detection") return each((customer) => judgeDetection(commitment, customer, setting));
  if (commitment.kind === "share" && commitment.of === "customers.surveys")
    return each((customer) => share.ofCustomer(commitment, customer, setting));
  if (commitment.kind !== "cadence") return [];
  if (commitment.of === "publications") return service(cadence.ofService(commitment, setting));
  if (commitment.of === "customers.surveys")
    return each((customer) => cadence.ofCustomer(commitment, customer, setting));
  return staff.map((one) => ({ subject: "staff", id: one.id, expected: cadence.ofStaff(commitment, one, setting) }));
}

export function judge(question: Question): Judgement {
  const setting = settingOf(question);
  const told: Told[] = [];
  const rates: Record<string, ExpectedRate> = {};
  for (const [name, commitment] of Object.entries(question.document.commitments)) {
    const subjects: Subject[] = [];
    for (const one of setting.cases) {
      const expected = ofCase(commitment, one, setting);
      if (expected === null) continue;
      told.push({ subject: "case", id: one.input.id, commitment: name, expected });
      subjects.push({ id: one.input.id, expected });
    }
    for (const one of ofRegister(commitment, setting)) {
      told.push({ ...one, commitment: name });
      subjects.push(one);
    }
    rates[name] = rateOf(commitment, subjects, setting);
  }
  const ids = setting.seen.map(({ input }) => input.id);
  const duplicates = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  return { told, rates, notYet: question.cases.length - setting.seen.length, duplicates };
}
