/**
 * Promises: random questions, each one commitment in a policy, with cases, a register, an `asOf` and sometimes a period.
 *
 * Random recipes are turned into questions at the end, so that fast-check shrinks the recipe.
 */

import fc from "fast-check";
import { iso, parseInstant, plusDays } from "../oracle/charter/paris.ts";
import { anchorDate, clockOn, timeOfDay, written } from "../oracle/charter/random-times.ts";
import { DESKS, definitionOf } from "../oracle/promises/desk.ts";
import type { Commitment, Document } from "../oracle/promises/document.ts";
import type { Question } from "../oracle/promises/judge.ts";
import { judge } from "../oracle/promises/judge.ts";
import { tellingInstants } from "../oracle/promises/telling.ts";
import type { CaseInput } from "../oracle/promises/types.ts";
import { buildCase, caseRecipe } from "./promise-cases.ts";
import { COMMITMENTS } from "./promise-commitments.ts";
import { buildRegister, offset, registerRecipe } from "./promise-registers.ts";

/** The kinds of promise, as COMMITMENTS has them. */
export const KINDS: readonly string[] = Object.keys(COMMITMENTS);

const EVENTS = ["called", "assisted", "sales-action"];

export function documentOf(commitment: Commitment, calendar: string): Document {
  return {
    policy: "random",
    calendar,
    // The one that is asked, and those that an availability may name.
    calendars: Object.fromEntries(
      Object.entries(DESKS)
        .filter(([name]) => [calendar, "desk", "late"].includes(name))
        .map(([name, desk]) => [name, definitionOf(desk)]),
    ),
    kinds: { usage: { events: EVENTS, queue: "phone" }, anomaly: { events: EVENTS, queue: "phone" } },
    events: { pause: "paused", resume: "resumed", cancel: "cancelled", other: ["closed", "reopened"] },
    conditions: {
      "contract-in-force": { check: "contract-in-force", otherwise: "not-applicable" },
      "contract-paid": { check: "contract-paid", otherwise: "not-applicable" },
      "remote-access": { check: "remote-access", otherwise: "not-applicable" },
    },
    commitments: { it: commitment },
  };
}

/** Leap days, ends of months and eves of holidays. */
const anchor = fc.oneof(
  { weight: 1, arbitrary: anchorDate },
  { weight: 2, arbitrary: fc.constantFrom("2024-02-29", "2028-02-29", "2027-02-28", "2026-05-31", "2026-05-08") },
);
const nearly = fc.constantFrom(-1, 0, 0, 1);
const asOfRecipe = fc.oneof(
  { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 0, max: 40 }), time: timeOfDay }) },
  { weight: 3, arbitrary: fc.record({ pick: fc.nat(), ms: nearly }) },
);
const periodRecipe = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.record({ days: offset, length: fc.constantFrom(4, 7, 7, 10, 10) }) },
);
const aimRecipe = fc.option(fc.record({ pick: fc.nat(), ms: nearly }), { freq: 3 });

/** An event that would stop something is moved to where something runs out. */
function aimed(question: Question, aim: { pick: number; ms: number } | null): Question {
  if (aim === null) return question;
  const open = judge(question).told.filter(({ subject, expected }) => subject === "case" && expected.dueAt);
  const target = open[aim.pick % Math.max(1, open.length)];
  const due = target?.expected.missedAt ?? target?.expected.dueAt;
  if (target === undefined || !due) return question;
  const at = iso(parseInstant(due) + aim.ms);
  const types = [["sales-action"], ["assisted"], ["closed"], ["cancelled"]][aim.pick % 4] ?? [];
  const cases = question.cases.map((one): CaseInput => {
    const moved = one.events.find(({ type }) => types.includes(type));
    if (one.id !== target.id || moved === undefined) return one;
    return { ...one, events: one.events.map((event) => (event === moved ? { ...event, at } : event)) };
  });
  return { ...question, cases };
}

export function questions(kind: string, maxCases = 20): fc.Arbitrary<Question> {
  const commitment = COMMITMENTS[kind];
  if (commitment === undefined) throw new RangeError(`no such kind: ${kind}`);
  const recipe = fc.record({
    commitment,
    // When a desk closes, or that it does not, matters to callbacks alone.
    calendar:
      kind === "carry-over"
        ? fc.constantFrom("desk", "desk", "late", "touching", "round", "always")
        : fc.constantFrom("desk", "desk", "late"),
    // One customer asks again and again.
    focus: fc.boolean(),
    anchor,
    cases: fc.array(caseRecipe, { minLength: kind === "detection" ? 2 : 1, maxLength: maxCases, size: "max" }),
    register: registerRecipe,
    withRegister: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    period: periodRecipe,
    aim: aimRecipe,
    asOf: asOfRecipe,
    style: fc.nat(2),
  });
  return recipe.map((made): Question => {
    const cases: CaseInput[] = [];
    for (const one of made.cases) {
      const own = `c${String(cases.length).padStart(2, "0")}`;
      const asked = made.focus ? { ...one, customer: "alpha", module: one.module && "stock" } : one;
      cases.push(buildCase(asked, (one.namesake ? cases.at(-1)?.id : undefined) ?? own, made.anchor));
    }
    const every = made.commitment.kind === "cadence" ? (made.commitment.every ?? "P1Y") : "P2Y";
    const period = made.period && plusDays(made.anchor, made.period.days).slice(0, made.period.length);
    const question = {
      document: documentOf(made.commitment, made.calendar),
      cases,
      register: made.withRegister ? buildRegister(made.register, made.anchor, every) : null,
      asOf: iso(clockOn(plusDays(made.anchor, 60), 0)),
      period,
    };
    const ready = aimed(question, made.aim);
    const from = clockOn(plusDays(made.anchor, -40), 0);
    const instants = "pick" in made.asOf ? tellingInstants(ready).filter((instant) => instant >= from) : [];
    const asOf =
      "pick" in made.asOf
        ? (instants[made.asOf.pick % instants.length] ?? from) + made.asOf.ms
        : clockOn(plusDays(made.anchor, made.asOf.days), made.asOf.time);
    return { ...ready, asOf: written(asOf, made.style) };
  });
}
