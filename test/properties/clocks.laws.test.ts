/**
 * Laws of clocks: days that never run backwards, pauses that are the case's, and the order of one instant.
 */
import fc from "fast-check";
import { describe, expect } from "vitest";
import { insideOf } from "../../src/calendar/internal.ts";
import { limitOf } from "../../src/evaluation/targets/days.ts";
import { type Calendar, type Case, createCalendar, dueIfResumedAt, type Policy, type Result } from "../../src/index.ts";
import { scenarios } from "../arbitraries/scenarios.ts";
import { FIXED_ZONES } from "../arbitraries/zones.ts";
import { given, law } from "../helpers/law.ts";
import { announceSeed } from "../helpers/runs.ts";
import type { Definition } from "../oracle/definition.ts";
import { at, define, document, event, hours, promise, promised, result, told } from "../unit/evaluation/promise.ts";

announceSeed("clocks.laws");

const figures = fc
  .record({
    unit: fc.constant("days" as const),
    days: fc.integer({ min: 0, max: 5 }),
    count: fc.constantFrom("calendar" as const, "working" as const),
    until: fc.constantFrom("midnight" as const, "closing" as const, "same-time" as const, "same-time" as const),
    rollToOpen: fc.boolean(),
    day: fc.constantFrom("civil-date" as const, "service-day" as const),
  })
  .filter(({ until, rollToOpen, days }) => (until !== "closing" || rollToOpen) && (until !== "same-time" || days > 0));

const fixedZones = fc
  .constantFrom(...FIXED_ZONES)
  .map((zone) => ({ zone, kind: "fixed" as const, years: [2026], year: 2026 }));

const deskOf = (definition: Definition): Calendar<"ms"> => createCalendar(definition as never, { output: "ms" });

describe("a target in days", () => {
  law(
    "law 39: is never due earlier for a later request",
    fc.tuple(scenarios({ zones: fixedZones }), figures),
    ([
      {
        definition,
        instants: [one, other],
      },
      figure,
    ]) => {
      const { timeline } = insideOf(deskOf(definition));
      const [a, b] = [Math.min(one, other), Math.max(one, other)].map((atMs) => limitOf(timeline, figure, atMs));
      expect(b!.dueMs).toBeGreaterThanOrEqual(a!.dueMs);
      expect(b!.lateMs).toBeGreaterThanOrEqual(a!.lateMs);
    },
  );

  law(
    "law 39: is never due before the request, with same-time not before the desk has been open since",
    fc.tuple(scenarios(), figures),
    ([
      {
        definition,
        instants: [t],
      },
      figure,
    ]) => {
      const desk = deskOf(definition);
      const { dueMs, lateMs } = limitOf(insideOf(desk).timeline, figure, t);
      expect(lateMs).toBeGreaterThan(t);
      if (figure.until !== "same-time" || (figure.count === "calendar" && !figure.rollToOpen)) return;
      expect(dueMs).toBeGreaterThan(desk.nextOpen(t));
    },
  );
});

/** Marks on the half-hours of the first days of June, each instant once. */
const marks = (types: readonly string[]): fc.Arbitrary<readonly (readonly [number, string])[]> =>
  fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.constantFrom(...types)), {
    maxLength: 14,
    selector: ([slot]) => slot,
  });
const ofSlot = (slot: number): string =>
  `${1 + Math.floor(slot / 48)} ${String(Math.floor((slot % 48) / 2)).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`;
const eventsOf = (list: readonly (readonly [number, string])[]): Case["events"][number][] =>
  list.map(([slot, type]) => {
    const [name, team] = type.split("=");
    return event(`${name} ${ofSlot(slot)}`, team === undefined ? {} : { team });
  });
const caseOf = (list: readonly (readonly [number, string])[]): Case => ({
  id: "A",
  kind: "request",
  events: eventsOf(list),
});

const target = hours("PT900H", "running");
const whole = promised({ target });
const teamOf = (name: string): object => ({
  ...promised({ target, reopening: "resume", optional: "start" }),
  start: { event: "moved", where: { team: name } },
  after: { event: "moved", where: { team: name } },
  stop: [{ event: "moved", not: { team: name } }, "closed"],
});
const byTeam = define(
  document(
    {},
    {
      kinds: { request: { events: ["opened", "moved", "closed", "again"] } },
      commitments: { whole, north: teamOf("north"), south: teamOf("south") },
    },
  ),
);

const elapsed = (of: Result): number => of.elapsedMs ?? 0;

describe("a pause of a case", () => {
  law(
    "law 40: stands still for every team, so that the teams' times add up to the whole",
    fc.tuple(marks(["paused", "resumed", "moved=north", "moved=south"]), fc.constantFrom("north", "south")),
    ([list, first]) => {
      // The case is opened and handed to a team at one instant, before all else.
      const opened = [event("opened 1 00:00"), event("moved 1 00:00", { team: first })];
      const others = list.filter(([slot]) => slot > 0);
      const one: Case = { id: "A", kind: "request", events: [...opened, ...eventsOf(others), event("closed 6 00:00")] };
      const { commitments } = told(byTeam, one, { asOf: "7 00:00" });
      const [all, north, south] = ["whole", "north", "south"].map((id) => elapsed(commitments[id]!));
      expect(north! + south!).toBe(all);
    },
  );

  law(
    "law 37: takes from a clock what it takes from the case, whatever resets and reopens it",
    marks(["paused", "resumed", "beat", "closed", "opened"]),
    (list) => {
      const events = list.filter(([slot]) => slot > 0);
      const cycles = (policy: Policy, more: readonly (readonly [number, string])[]): number =>
        (result(policy, caseOf([[0, "opened"], ...more]), { asOf: "7 00:00" }).cycles ?? []).reduce(
          (sum, each) => sum + elapsed(each),
          0,
        );
      const policy = promise({ target, reopening: "new-cycle", reset: "beat", per: "cycle" });
      // Without resets the same: a cycle cut in two changes nothing.
      const uncut = events.filter(([, type]) => type !== "beat");
      expect(cycles(policy, events)).toBe(cycles(policy, uncut));
    },
  );

  law(
    "dueIfResumedAt is the due of the case that really is resumed then",
    fc.tuple(
      marks(["paused", "resumed", "closed", "opened", "again", "waived"]),
      fc.integer({ min: 0, max: 20 }),
      fc.constantFrom("resume", "count", "new-cycle"),
    ),
    ([list, later, reopening]) => {
      const policy = promise({
        target: hours("PT9H"),
        reopening,
        reopen: "again",
        waive: "waived",
        ...(reopening === "new-cycle" ? { per: "case" } : {}),
      });
      const one = caseOf([[0, "opened"], ...list.filter(([slot]) => slot > 0)]);
      const now = result(policy, one, { asOf: "5 05:00" });
      const last = now.cycles?.at(-1) ?? now;
      const when = at(`5 ${String(5 + Math.floor(later / 2)).padStart(2, "0")}:${later % 2 === 0 ? "15" : "45"}`);
      const resumed = { ...one, events: [...one.events, { type: "resumed", at: when }] };
      const then = result(policy, resumed, { asOf: `5 ${when.slice(11, 16)}` });
      const ifResumed = dueIfResumedAt(policy, one, "it", when, { asOf: at("5 05:00") });
      const real = last.outcome === "paused" ? (then.cycles?.at(-1) ?? then) : last;
      expect(ifResumed).toBe(last.outcome === "paused" || last.outcome === "running" ? real.dueAt : null);
    },
  );
});

describe("the order of one instant", () => {
  const types = ["paused", "resumed", "opened", "closed", "again", "beat", "waived", "cancelled"];
  law(
    "by seq is the order of the same events a millisecond apart",
    fc.tuple(
      fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 6 }),
      fc.constantFrom("ignore", "resume", "count", "new-cycle"),
    ),
    ([order, reopening]) => {
      given(order.filter((type) => type === "beat").length < 2);
      const policy = promise({ target, reopening, reset: "beat", waive: "waived", reopen: "again", per: "cycle" });
      const before = [event("opened 1 00:00"), event("paused 1 03:00"), event("resumed 1 04:00")];
      const read = (events: Case["events"]): unknown => {
        const {
          outcome,
          reason,
          clock,
          cycles = [],
        } = result(policy, { id: "A", kind: "request", events }, { asOf: "2 00:00" });
        return [
          outcome,
          reason,
          clock,
          cycles.map((each) => [each.outcome, each.clock, Math.round(elapsed(each) / 60_000)]),
        ];
      };
      const together = order.map((type, seq) => event(`${type} 1 10:00`, { seq }));
      const apart = order.map((type, i) => event(`${type} 1 10:00:00.00${i}`));
      expect(read([...before, ...together.reverse()])).toEqual(read([...before, ...apart]));
    },
  );
});
