/**
 * Telling instants: every instant about which a question, or the answer to it, says something.
 */

import { endOf, instantOf, iso, parseInstant } from "../charter/paris.ts";
import type { Question } from "./judge.ts";
import { judge } from "./judge.ts";
import { periodOf } from "./setting.ts";
import type { Expected } from "./types.ts";

function datesOf({ register }: Question): string[] {
  const { customers = [], staff = [], evidence = [], publications = [] } = register ?? {};
  const ofCustomers = customers.flatMap(({ contract, surveys = [], recommendations = [] }) => [
    ...[contract?.from, contract?.to],
    ...[...surveys, ...recommendations].map(({ date }) => date),
  ]);
  const ofStaff = staff.flatMap(({ from, trainings = [], assessments = [] }) => [
    from,
    ...[...trainings, ...assessments].map(({ date }) => date),
  ]);
  const others = [...evidence.flatMap(({ from, to }) => [from, to]), ...publications.map(({ date }) => date)];
  return [...ofCustomers, ...ofStaff, ...others].filter((date) => date !== undefined);
}

function instantsOf({ dueAt, missedAt, dueFrom }: Expected): number[] {
  return [dueAt, missedAt, dueFrom].flatMap((at) => (at ? [parseInstant(at)] : []));
}

export function tellingInstants(question: Question): number[] {
  const { cases, register, period } = question;
  const { outages = [], lostCalls = [] } = register ?? {};
  const told = new Set(cases.flatMap(({ events }) => events.map(({ at }) => parseInstant(at))));
  for (const { from, to } of outages) for (const at of [from, to]) if (at !== undefined) told.add(parseInstant(at));
  for (const { at } of lostCalls) told.add(parseInstant(at));
  for (const date of datesOf(question)) told.add(instantOf(date)).add(endOf(date));
  if (period !== null) told.add(instantOf(periodOf(period).from)).add(endOf(periodOf(period).to));
  const asOf = iso(Math.max(parseInstant(question.asOf), ...told));
  for (const { expected } of judge({ ...question, asOf }).told) {
    for (const one of [expected, ...(expected.cycles ?? [])]) for (const at of instantsOf(one)) told.add(at);
  }
  return [...told].sort((a, b) => a - b);
}
