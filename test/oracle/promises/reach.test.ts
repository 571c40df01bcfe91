/** The random questions reach every verdict of every kind of promise, so that agreement with them says something. */

import fc from "fast-check";
import { expect, it } from "vitest";
import { overtakings } from "../../arbitraries/overtakings.ts";
import { questions } from "../../arbitraries/promises.ts";
import { parseInstant } from "../charter/paris.ts";
import { carriedOverAt } from "./closing.ts";
import { deskOf } from "./desk.ts";
import type { CarryOver } from "./document.ts";
import type { Question } from "./judge.ts";
import { judge } from "./judge.ts";
import type { Expected } from "./types.ts";

const DECIDED = ["met", "missed"];
const OPEN = [...DECIDED, "running"];
const CLOCK = [...OPEN, "not-applicable", "unmeasurable missing-event", "unmeasurable stop-before-start"];
const WANTED: Readonly<Record<string, readonly string[]>> = {
  cadence: [...OPEN, "not-applicable", "unmeasurable missing-event", "unmeasurable no-figure"],
  standing: [...DECIDED, "unmeasurable missing-event"],
  availability: [...OPEN, "unmeasurable missing-event", "unmeasurable no-figure"],
  allowance: [
    ...[...OPEN, "not-applicable"],
    ...["missing-event", "no-register", "unknown-customer", "module-missing", "minutes-missing"].map(
      (reason) => `unmeasurable ${reason}`,
    ),
    ...["none", "due", "done", "missing"].map((followUp) => `row ${followUp}`),
    "used up",
  ],
  "follow-up": [...OPEN, "not-applicable", "unmeasurable no-figure"],
  detection: [...OPEN, "not-applicable", "unmeasurable no-figure", "twice"],
  share: [...DECIDED, "not-applicable", "unmeasurable missing-event", "unmeasurable no-figure"],
  "share of surveys": [...DECIDED, "not-applicable", "unmeasurable missing-event", "unmeasurable no-figure"],
  "carry-over": [...CLOCK, "overtaken", ...["day", "window"].map((closing) => `never closes by ${closing}`)],
  "service day": CLOCK,
};

const promiseOf = ({ document }: Question): CarryOver => document.commitments["it"] as CarryOver;

/** A call that no closing carries over, of a result that has its instant. */
function neverCloses(question: Question, { outcome, startedAt }: Expected): boolean {
  const promise = promiseOf(question);
  if (promise.kind !== "carry-over" || outcome !== "not-applicable" || !startedAt) return false;
  return carriedOverAt(promise, deskOf(question.document.calendar), parseInstant(startedAt)) === null;
}

it("overtakings", () => {
  const reached = new Set<string>();
  for (const question of fc.sample(overtakings(), { numRuns: 300, seed: 20260507 })) {
    const { order } = promiseOf(question);
    const waiting = judge(question).told.find(({ id }) => id === "waits");
    const ended = question.cases.find(({ id }) => id === "waits")?.events[1]?.type ?? "pending";
    if (waiting === undefined) continue;
    const { outcome, overtakenBy = [], missedAt, dueAt } = waiting.expected;
    reached.add(`${order} ${ended} ${overtakenBy.length > 0 ? "overtaken " : ""}${outcome}`);
    if (outcome === "missed" && missedAt !== dueAt) reached.add(`missed by the order alone, ${ended}`);
    if (overtakenBy.length > 0 && missedAt === dueAt) reached.add(`missed by its day, then overtaken, ${order}`);
  }
  const ends = ["pending", "assisted", "cancelled"];
  expect([...reached]).toEqual(
    expect.arrayContaining([
      ...ends.flatMap((ended) => [`require ${ended} overtaken missed`, `missed by the order alone, ${ended}`]),
      ...["require", "report"].flatMap((order) => [`${order} assisted met`, `${order} cancelled not-applicable`]),
      ...["report assisted overtaken met", "missed by its day, then overtaken, require"],
    ]),
  );
});

it.each(Object.keys(WANTED))("%s", (kind) => {
  const reached = new Set<string>();
  for (const question of fc.sample(questions(kind), { numRuns: 80, seed: 20260507 })) {
    for (const { expected } of judge(question).told) {
      const { outcome, reason, allowances = [], advice = [], overtakenBy = [] } = expected;
      reached.add(reason === undefined ? outcome : `${outcome} ${reason}`);
      for (const { followUp, granted } of allowances) {
        reached.add(`row ${followUp}`);
        if (granted === 0) reached.add("used up");
      }
      if (advice.length > 1) reached.add("twice");
      if (overtakenBy.length > 0) reached.add("overtaken");
      if (neverCloses(question, expected)) reached.add(`never closes by ${promiseOf(question).closing}`);
    }
  }
  expect([...reached]).toEqual(expect.arrayContaining([...(WANTED[kind] ?? [])]));
});
