/**
 * Laws of the morning's list, and the list against a planner that steps from minute to minute.
 */

import fc from "fast-check";
import { describe, expect } from "vitest";
import { clipIndustrie, clipIndustrieDefinition } from "../../src/charters/clip-industrie.ts";
import {
  type CalendarDefinition,
  type CallbackPlan,
  callbackDue,
  createCalendar,
  evaluate,
  isOuvreeError,
  planCallbacks,
} from "../../src/index.ts";
import { type Morning, mornings } from "../arbitraries/mornings.ts";
import { given, law } from "../helpers/law.ts";
import { codeOf, outcome } from "../helpers/outcome.ts";
import { announceSeed } from "../helpers/runs.ts";
import { planSlowly, type SlowPending } from "../oracle/callback-planner.ts";
import { MS_PER_MINUTE, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import type { Definition } from "../oracle/definition.ts";
import { openDays } from "../oracle/intervals.ts";
import { createOracle } from "../oracle/oracle.ts";
import { dayAt } from "../oracle/zone.ts";

announceSeed("callbacks.laws");

/** Each sample makes many plans. */
const SHARE = 0.3;
/** The slow planner lists every open minute of this stretch. */
const LONGEST_PLAN_MS = 21 * WALL_MS_PER_DAY;

const msCalendar = (definition: unknown) => createCalendar(definition as CalendarDefinition, { output: "ms" });

function plan({ definition, fromMs, pending, agents, closing }: Morning, count = agents): CallbackPlan<"ms"> {
  const entries = pending.map(({ id, calledMs, handlingMin, targetMin, tooLateMs }) => ({
    id,
    calledAt: calledMs,
    handlingMinutes: handlingMin,
    ...(targetMin === undefined ? {} : { target: targetMin * MS_PER_MINUTE }),
    ...(tooLateMs === undefined ? {} : { targets: { other: { missedAt: tooLateMs } } }),
  }));
  try {
    return planCallbacks(entries, { calendar: msCalendar(definition), agents: count, from: fromMs, closing });
  } catch (error) {
    // An exception may be the only date with an interval as long: then there is room for one callback, and no law.
    given(codeOf(error) !== "callback.never-fits");
    throw error;
  }
}

const entryOf = ({ pending }: Morning, id: string): SlowPending => pending.find((entry) => entry.id === id)!;
const pairs = ({ calls }: CallbackPlan<"ms">): string[] =>
  calls.flatMap(({ id, missed }) => missed.map((name) => `${id} ${name}`)).sort();

/** Whether an instant is in a window of the date before, and in none of its own. */
function isInNight(definition: Definition, instantMs: number): boolean {
  const days = openDays(definition);
  const today = dayAt(days.zone, instantMs);
  const holds = (day: number): boolean => days.ofDay(day).some(([from, to]) => from <= instantMs && instantMs < to);
  return !holds(today) && holds(today - 1);
}

describe("a plan", () => {
  law(
    "has each pending callback once",
    mornings(),
    (morning) => {
      const ids = plan(morning).calls.map(({ id }) => id);
      expect([...ids].sort()).toEqual(morning.pending.map(({ id }) => id).sort());
    },
    SHARE,
  );

  law(
    "has no agent in two calls at once, and no agent that is not there",
    mornings(),
    (morning) => {
      const busyUntil = new Map<string, number>();
      const byStart = [...plan(morning).calls].sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
      for (const { agent, startsAt, endsAt } of byStart) {
        expect(startsAt).toBeGreaterThanOrEqual(busyUntil.get(agent) ?? Number.NEGATIVE_INFINITY);
        busyUntil.set(agent, endsAt);
      }
      const names = Array.from({ length: morning.agents }, (_, i) => `agent ${i + 1}`);
      expect([...busyUntil.keys()].filter((name) => !names.includes(name))).toEqual([]);
    },
    SHARE,
  );

  law(
    "handles each call whole within one open interval",
    mornings(),
    (morning) => {
      const oracle = createOracle(morning.definition);
      for (const { id, startsAt, endsAt } of plan(morning).calls) {
        expect(endsAt - startsAt).toBe(entryOf(morning, id).handlingMin * MS_PER_MINUTE);
        expect(oracle.windows(startsAt, endsAt)).toEqual([[startsAt, endsAt]]);
      }
    },
    SHARE,
  );

  law(
    "starts no call before it comes, nor before the agents do",
    mornings(),
    (morning) => {
      for (const { id, startsAt } of plan(morning).calls) {
        expect(startsAt).toBeGreaterThanOrEqual(entryOf(morning, id).calledMs);
        expect(startsAt).toBeGreaterThanOrEqual(morning.fromMs);
      }
    },
    SHARE,
  );

  law(
    "carries over what callbackDue says, and calls it when the next working day is open, or in what is left of a night",
    mornings({ closing: "day" }),
    (morning) => {
      const desk = msCalendar(morning.definition);
      for (const { id, carriedOver, startsAt } of plan(morning).calls) {
        const due = callbackDue(desk, entryOf(morning, id).calledMs);
        const isPast = due.carriedOver || (due.closesAt !== null && due.closesAt <= morning.fromMs);
        expect(carriedOver).toBe(isPast && entryOf(morning, id).calledMs <= morning.fromMs);
        // A closure may cut a night in two: the part after a call is open, and the date on which it lies may have no hours.
        if (carriedOver && startsAt < due.next) expect(isInNight(morning.definition, startsAt)).toBe(true);
      }
    },
    SHARE,
  );

  law(
    "calls the carried-over ones first, in the order of their calls",
    mornings(),
    (morning) => {
      const { calls } = plan(morning);
      const first = calls.filter(({ carriedOver }) => carriedOver);
      expect(calls.slice(0, first.length)).toEqual(first);
      for (const group of [first, calls.slice(first.length)]) {
        const keys = group.map(({ id }) => [entryOf(morning, id).calledMs, id] as const);
        expect(keys).toEqual([...keys].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)));
      }
      for (const [i, { startsAt }] of first.entries()) {
        if (i > 0) expect(startsAt).toBeGreaterThanOrEqual(first[i - 1]!.startsAt);
      }
      const latest = Math.max(...first.map(({ startsAt }) => startsAt));
      for (const { startsAt } of calls.slice(first.length)) expect(startsAt).toBeGreaterThanOrEqual(latest);
    },
    SHARE,
  );

  law(
    "calls nobody back before one who was carried over when they called",
    mornings(),
    (morning) => {
      const { calls } = plan(morning);
      for (const waiting of calls) {
        if (waiting.carriedAt === null) continue;
        const newer = calls.filter(({ id }) => entryOf(morning, id).calledMs > waiting.carriedAt!);
        for (const { startsAt } of newer) expect(startsAt).toBeGreaterThanOrEqual(waiting.startsAt);
      }
    },
    SHARE,
  );

  law(
    "does not depend on the order of the entries",
    mornings(),
    (morning) => {
      const expected = plan(morning);
      expect(plan({ ...morning, pending: [...morning.pending].reverse() })).toEqual(expected);
    },
    SHARE,
  );

  law(
    "starts nothing later with one agent more, whatever each takes",
    mornings(),
    (morning) => {
      const [fewer, more] = [plan(morning), plan(morning, morning.agents + 1)];
      for (const [i, { id, startsAt }] of more.calls.entries()) {
        expect(fewer.calls[i]!.id).toBe(id);
        expect(startsAt).toBeLessThanOrEqual(fewer.calls[i]!.startsAt);
      }
      expect(more.finishesAt!).toBeLessThanOrEqual(fewer.finishesAt!);
      expect(pairs(more).filter((pair) => !pairs(fewer).includes(pair))).toEqual([]);
    },
    SHARE,
  );
});

describe("how many agents are enough", () => {
  law(
    "is the least number of all that are tried, one after the other",
    mornings({ mostCalls: 6 }),
    (morning) => {
      const told = plan(morning);
      const most = morning.pending.length;
      const byCount = Array.from({ length: most + 2 }, (_, i) => plan(morning, i + 1));
      const last = byCount[most - 1]!;
      const enough = byCount.findIndex(({ missed }) => missed.length === 0) + 1;
      expect(told.enoughAgents).toBe(enough === 0 ? null : enough);
      expect(told.missedAnyway).toEqual(last.missed);
      expect(told.usefulAgents).toBe(byCount.findIndex((other) => pairs(other).length === pairs(last).length) + 1);
      // More agents than calls change nothing but the plan's idle hands.
      expect(byCount.slice(most - 1).map(({ calls }) => calls)).toEqual(Array(3).fill(last.calls));
    },
    SHARE,
  );
});

describe("a plan of the charter's desk that comes true", () => {
  const definition = clipIndustrieDefinition.calendars["desk"] as Definition;
  const paris = fc.constantFrom(
    ...[2024, 2026, 2027].map((year) => ({ zone: "Europe/Paris", kind: "hour", year, years: [year] }) as const),
  );
  const charter = mornings({ definition, zones: paris, sameHandling: true, closing: "day" });
  /** The cases of a morning, helped when the plan says; all have four hours. */
  const told = (morning: Morning) => {
    const hours = {
      ...morning,
      pending: morning.pending.map((entry) => ({ ...entry, targetMin: 240, tooLateMs: undefined })),
    };
    const { calls } = plan(hours);
    const iso = (ms: number): string => new Date(ms).toISOString();
    const called = (id: string) => ({ type: "called", at: iso(entryOf(morning, id).calledMs) });
    const casesOf = (helped: boolean) =>
      calls.map(({ id, endsAt }) => ({
        id,
        kind: "anomaly",
        events: [called(id), ...(helped ? [{ type: "assisted", at: iso(endsAt) }] : [])],
      }));
    const judge = (helped: boolean, asOfMs: number) =>
      new Map(
        evaluate(clipIndustrie, casesOf(helped), { asOf: asOfMs }).cases.map((found) => [found.id, found.commitments]),
      );
    return { calls, judge };
  };

  law(
    "is judged by evaluate as it said",
    charter,
    (morning) => {
      const { calls, judge } = told(morning);
      const judged = judge(true, Math.max(...calls.map(({ endsAt }) => endsAt)) + 30 * WALL_MS_PER_DAY);
      for (const { id, missed, carriedAt, dueAt } of calls) {
        const { callback, anomaly } = judged.get(id)!;
        expect(callback!.outcome).toBe(
          missed.includes("carry-over") ? "missed" : carriedAt === null ? "not-applicable" : "met",
        );
        expect(anomaly!.outcome).toBe(missed.includes("target") ? "missed" : "met");
        const dues = [callback!.dueAt, anomaly!.dueAt].flatMap((at) => (typeof at === "string" ? Date.parse(at) : []));
        expect(dueAt).toBe(Math.min(...dues));
        // All take as long, so who is called back first is helped first.
        expect(callback!.overtakenBy ?? []).toEqual([]);
      }
    },
    SHARE,
  );

  law(
    "has those first whom evaluate calls carried over by then",
    charter,
    (morning) => {
      const { calls, judge } = told(morning);
      const judged = judge(false, morning.fromMs);
      for (const { id, carriedOver } of calls)
        expect(judged.get(id)?.["callback"]?.carriedOver ?? false).toBe(carriedOver);
    },
    SHARE,
  );
});

describe("against the planner that steps from minute to minute", () => {
  law(
    "it is the same plan, also where a desk does not close, and where windows touch or go on past midnight",
    mornings(),
    (morning) => {
      const { definition, fromMs, agents, pending, closing } = morning;
      const untilMs = Math.min(fromMs + LONGEST_PLAN_MS, createOracle(definition).reach.endMs - MS_PER_MINUTE);
      const slow = planSlowly(definition, pending, agents, fromMs, untilMs, closing);
      given(slow !== undefined);
      const told = outcome(() => plan(morning));
      // What it tries with other numbers of agents may end beyond the reach of holidays; without any nothing is beyond reach.
      given("answer" in told || definition.holidays !== undefined || definition.versions !== undefined);
      expect(told).not.toHaveProperty("refused");
      const { calls, missed } = (told as { answer: CallbackPlan<"ms"> }).answer;
      expect(
        calls.map(({ id, agent, startsAt, endsAt, carriedOver, carriedAt, missed: names }) => ({
          id,
          agent: Number(agent.slice("agent ".length)) - 1,
          startMs: startsAt,
          endMs: endsAt,
          carriedOver,
          carriedMs: carriedAt,
          missed: names,
        })),
      ).toEqual(slow);
      expect(missed).toEqual(slow!.filter((call) => call.missed.length > 0).map(({ id }) => id));
    },
    SHARE,
  );
});

describe("whatever it is given", () => {
  const odd = fc.oneof(
    fc.constantFrom<unknown>(
      undefined,
      null,
      0,
      -1,
      1.5,
      Number.NaN,
      1e300,
      "",
      "PT4H",
      "2026-05-22T16:00Z",
      "UTC",
      [],
      {},
    ),
    fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withNullPrototype: true }),
  );
  const members = { id: odd, calledAt: odd, customer: odd, target: odd, targets: odd, handlingMinutes: odd };
  const good = { id: "A", calledAt: "2026-05-22T16:00:00+02:00", handlingMinutes: 20 };
  /** A good entry with something odd in it, or nothing good at all. */
  const entries = fc.array(
    fc.oneof(
      odd,
      fc.record(members, { requiredKeys: [] }).map((changes) => ({ ...good, ...changes })),
    ),
    { maxLength: 4 },
  );
  const options = fc.record(
    { agents: odd, handlingMinutes: odd, from: odd, zone: odd, closing: odd },
    { requiredKeys: [] },
  );
  const calendar = msCalendar({ timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] } });

  law(
    "it plans or refuses in its own words",
    fc.tuple(fc.oneof(odd, entries), fc.oneof(odd, options)),
    ([pending, changes]) => {
      const asked =
        typeof changes === "object" && changes !== null
          ? { calendar, agents: 2, from: "2026-05-26T08:30:00+02:00", ...changes }
          : changes;
      try {
        const { calls } = planCallbacks(pending as never, asked as never);
        expect(calls.every(({ startsAt, endsAt }) => startsAt < endsAt)).toBe(true);
      } catch (error) {
        expect(isOuvreeError(error), String(error)).toBe(true);
      }
    },
  );
});
