/**
 * Laws 39 to 42, of what `evaluate` sees of them: later requests and later dues, pauses over a hand-over, the order of
 * events, and events that can't be read.
 *
 * OUVREE_STRENGTH multiplies the number of samples, OUVREE_SEED chooses others; both are printed.
 */

import fc from "fast-check";
import { expect, it } from "vitest";
import { createCalendar, definePolicy, evaluate } from "../../src/index.ts";
import type { DaysDocument } from "../../src/policy/documents/document-parts.ts";
import { type PolicyBatch, policyBatches } from "../arbitraries/policy-cases.ts";
import { incompleteBatches } from "../arbitraries/policy-histories.ts";
import { CALENDARS } from "../arbitraries/policy-parts.ts";
import { patienceOf, runsOf, STRENGTH, seedOr } from "../helpers/runs.ts";
import type { ActualEvaluation, Fields } from "../oracle/policy/compare.ts";
import type { CaseEvent, Document } from "../oracle/policy/types.ts";

const seed = seedOr(20260604);
const PATIENCE = patienceOf(120_000);
console.info(`histories: OUVREE_SEED=${seed}, OUVREE_STRENGTH=${STRENGTH}`);

function law<T>(title: string, arbitrary: fc.Arbitrary<T>, usual: number, holds: (sample: T) => void): void {
  const numRuns = runsOf(usual);
  it(title, () => fc.assert(fc.property(arbitrary, holds), { numRuns, seed }), PATIENCE);
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const iso = (t: number): string => new Date(t).toISOString();

/** One promise on one kind, by one calendar. */
function promise(calendar: string, commitments: object): Document {
  return {
    policy: "law",
    calendars: { [calendar]: CALENDARS[calendar] } as Document["calendars"],
    calendar,
    kinds: { request: { events: ["opened", "resolved", "assigned"] } },
    events: { pause: "paused", resume: "resumed" },
    commitments: commitments as Document["commitments"],
  };
}

function results(document: Document, events: readonly CaseEvent[], asOf: string): Readonly<Record<string, Fields>> {
  const told = evaluate(definePolicy(document as never), [{ id: "a", kind: "request", events }] as never, { asOf });
  return told.cases[0]?.commitments as unknown as Readonly<Record<string, Fields>>;
}

const days: fc.Arbitrary<DaysDocument> = fc
  .record({
    days: fc.constantFrom("P1D", "P2D", "P3D", "P7D"),
    count: fc.constantFrom("calendar" as const, "working" as const),
    until: fc.constantFrom("midnight" as const, "closing" as const, "same-time" as const, "same-time" as const),
    rollToOpen: fc.boolean(),
    day: fc.constantFrom("civil-date" as const, "service-day" as const),
  })
  .map((made) => (made.until === "closing" ? { ...made, rollToOpen: true } : made));

/** Eves of holidays, of weekends and of the nights on which a clock changes. */
const ANCHORS = ["2026-05-07", "2026-05-13", "2026-05-22", "2026-03-27", "2026-10-23", "2026-10-30"];
const instants = fc
  .tuple(fc.constantFrom(...ANCHORS), fc.integer({ min: 0, max: 5 * 96 }), fc.constantFrom(-1, 0, 0, 1))
  .map(([date, quarters, ms]) => Date.parse(`${date}T00:00Z`) + quarters * 15 * MINUTE + ms);

/** In the hour that Paris or Toronto shows twice. */
function isShownTwice(t: number): boolean {
  return [Date.parse("2026-10-25T00:00Z"), Date.parse("2026-11-01T05:00Z")].some(
    (hour) => t >= hour && t < hour + 120 * MINUTE,
  );
}

law(
  "39: of two requests the later is not due earlier, and none is due before the desk has been open",
  fc.record({
    target: days,
    calendar: fc.constantFrom(...Object.keys(CALENDARS)),
    request: instants,
    later: fc.oneof(
      fc.integer({ min: 1, max: 5 * 96 }).map((quarters) => quarters * 15 * MINUTE),
      fc.constant(1),
    ),
  }),
  400,
  ({ target, calendar, request, later }) => {
    if (isShownTwice(request) || isShownTwice(request + later)) return;
    const it = { kind: "target", kinds: ["request"], start: "opened", stop: "resolved", reopening: "ignore", target };
    const dueOf = (t: number): number => {
      const told = results(promise(calendar, { it }), [{ type: "opened", at: iso(t) }], iso(t)).it;
      return Date.parse(told?.dueAt as string);
    };
    const due = dueOf(request);
    expect(dueOf(request + later)).toBeGreaterThanOrEqual(due);
    if (target.until !== "same-time" || (target.count === "calendar" && !target.rollToOpen)) return;
    const opens = createCalendar(CALENDARS[calendar] as never, { output: "ms" }).nextOpen(request);
    expect(due).toBeGreaterThanOrEqual(Number(opens));
  },
);

const TEAMS = ["red", "blue"];
/** Whose turn it is, and whether the case waits, at instants of which no two are one. */
const handOvers = fc.uniqueArray(
  fc.record({
    at: instants,
    type: fc.constantFrom("assigned", "assigned", "paused", "resumed"),
    team: fc.constantFrom(...TEAMS),
  }),
  { minLength: 2, maxLength: 10, selector: ({ at }) => at },
);

law(
  "40: the times of the teams add up to the time of the case, whatever hold outlasts a hand-over",
  fc.record({
    turns: handOvers,
    calendar: fc.constantFrom(...Object.keys(CALENDARS)),
    anchor: fc.constantFrom(...ANCHORS),
  }),
  300,
  ({ turns, calendar, anchor }) => {
    // All within the days of one anchor.
    const from = Date.parse(`${anchor}T00:00Z`);
    const events = turns.map(({ at, type, team }): CaseEvent => {
      const on = iso(from + (at % (5 * DAY)));
      return type === "assigned" ? { type, at: on, team } : { type, at: on };
    });
    if (new Set(events.map(({ at }) => at)).size < events.length) return;
    const base = { kind: "target", kinds: ["request"], optional: true, target: { hours: "PT500H", count: "open" } };
    const teams = TEAMS.map((team) => {
      const start = { event: "assigned", where: { team } };
      const stop = { event: "assigned", not: { team } };
      return [team, { ...base, start, after: start, stop, reopening: "resume" }];
    });
    const whole = { ...base, start: "assigned", stop: "resolved", reopening: "ignore" };
    const document = promise(calendar, { whole, ...Object.fromEntries(teams) });
    const told = results(document, events, iso(from + 6 * DAY));
    const elapsed = (id: string): number => Number(told[id]?.elapsedMs ?? 0);
    expect(TEAMS.reduce((sum, team) => sum + elapsed(team), 0)).toBe(elapsed("whole"));
  },
);

function told({ document, cases, asOf, register }: PolicyBatch): ActualEvaluation {
  const beside = { asOf, segments: true, by: ["month", "customer", "kind"], ...(register && { register }) };
  return evaluate(definePolicy(document as never), cases as never, beside as never) as unknown as ActualEvaluation;
}

/** What is said of a case, but for where in it its faults are. */
function saidOf({ cases, rates, notYet }: ActualEvaluation): unknown {
  const codes = (issues: readonly unknown[]): unknown[] => issues.map((issue) => (issue as Fields).code).sort();
  return {
    notYet,
    rates,
    cases: cases.map(({ id, commitments, issues }) => ({ id, commitments, codes: codes(issues) })),
  };
}

law(
  "41: events that each have a place are judged alike in any order",
  fc.tuple(policyBatches(3), fc.infiniteStream(fc.nat(1000))),
  60,
  ([batch, places]) => {
    const withPlaces = batch.cases.map((one) => ({
      ...one,
      events: one.events.map((event, seq) => ({ ...event, seq })),
    }));
    const shuffled = withPlaces.map((one) => {
      const keyed = one.events.map((event) => ({ event, key: places.next().value ?? 0 }));
      return { ...one, events: keyed.sort((a, b) => a.key - b.key).map(({ event }) => event) };
    });
    expect(saidOf(told({ ...batch, cases: shuffled }))).toEqual(saidOf(told({ ...batch, cases: withPlaces })));
  },
);

const verdictOf = ({ outcome, reason }: Fields): string =>
  reason === undefined ? `${outcome}` : `${outcome}: ${reason}`;
/** Reasons that do not lie in the events stay, whatever the event would have said. */
const NO_VERDICT = ["history-incomplete", "no-figure", "no-register", "unknown-customer", "no-referent"].map(
  (reason) => `unmeasurable: ${reason}`,
);

law(
  "42: an event that can't be read leaves the verdict that it would give, or none",
  fc.tuple(incompleteBatches(1), fc.nat(9)),
  60,
  ([batch, which]) => {
    const [only] = batch.cases;
    const asOf = Date.parse(batch.asOf);
    const whole = (only?.events ?? []).filter(({ at }) => Date.parse(at) <= asOf);
    const lost = whole[which % Math.max(1, whole.length)];
    if (only === undefined || lost === undefined) return;
    const judge = (events: readonly CaseEvent[]) =>
      told({ ...batch, cases: [{ ...only, events }] }).cases[0]?.commitments;
    const before = judge(whole) ?? {};
    const after = judge(whole.map((event) => (event === lost ? { ...event, at: "not a time" } : event))) ?? {};
    for (const [id, result] of Object.entries(after)) {
      const now = verdictOf(result as Fields);
      if (!(id in before) || NO_VERDICT.includes(now)) continue;
      expect([id, now]).toEqual([id, verdictOf(before[id] as Fields)]);
    }
  },
);
