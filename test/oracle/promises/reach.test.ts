/** The random questions reach every verdict of every kind of promise, so that agreement with them says something. */

import fc from "fast-check";
import { expect, it } from "vitest";
import { questions } from "../../arbitraries/promises.ts";
import { judge } from "./judge.ts";

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
  "carry-over": [...CLOCK, "overtaken"],
  "service day": CLOCK,
};

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
    }
  }
  expect([...reached]).toEqual(expect.arrayContaining([...(WANTED[kind] ?? [])]));
});
