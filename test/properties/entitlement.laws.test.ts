/**
 * Laws of `checkEntitlement`, on random registers and histories of usage help; beside them a clerk who counts minutes one at a
 * time, from the words of docs/promises.md, and shares no code with the library.
 */

import fc from "fast-check";
import { describe, expect } from "vitest";
import { clipIndustrieDefinition } from "../../src/charters/clip-industrie.ts";
import {
  type Case,
  checkEntitlement,
  definePolicy,
  type Entitlement,
  evaluate,
  type Policy,
  type Register,
  withReadings,
} from "../../src/index.ts";
import { given, law } from "../helpers/law.ts";
import { announceSeed } from "../helpers/runs.ts";

announceSeed("entitlement.laws");

const BY_REQUEST = definePolicy(clipIndustrieDefinition);
const BY_YEAR = definePolicy(withReadings(clipIndustrieDefinition, { allowance: "contract-year" }));
const MODULES = ["stock", "paie", "gpao"];
const CUSTOMERS = ["acme", "bolt"];

interface Help {
  readonly id: string;
  readonly customer: string;
  readonly date: string;
  readonly hour: number;
  /** Hours after the call, module and minutes of each help. */
  readonly helps: readonly { readonly after: number; readonly module: string; readonly minutes: number }[];
  readonly isCancelled: boolean;
  /** Hours after the call at which the sales action came. */
  readonly action: number | undefined;
}
interface World {
  readonly from: string | undefined;
  readonly trained: readonly { readonly module: string; readonly date: string }[];
  readonly cases: readonly Help[];
  readonly date: string;
  readonly hour: number;
}

/** Dates of four years, most of them around the turn of a contract year that begins in February or March. */
const date = fc
  .oneof(
    { weight: 3, arbitrary: fc.tuple(fc.integer({ min: 2023, max: 2027 }), fc.integer({ min: 52, max: 66 })) },
    { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 2023, max: 2027 }), fc.integer({ min: 0, max: 364 })) },
  )
  .map(([year, day]) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10));
const module = fc.constantFrom(...MODULES);
const hour = fc.integer({ min: 0, max: 22 });
const worlds: fc.Arbitrary<World> = fc
  .record({
    from: fc.option(fc.oneof(date, fc.constant("2024-02-29")), { nil: undefined }),
    trained: fc.array(fc.record({ module, date }), { maxLength: 4 }),
    cases: fc.array(
      fc.record({
        customer: fc.constantFrom(...CUSTOMERS, "acme"),
        date,
        hour,
        helps: fc.array(
          fc.record({ after: fc.integer({ min: 0, max: 30 }), module, minutes: fc.integer({ min: 0, max: 40 }) }),
          { minLength: 1, maxLength: 3 },
        ),
        isCancelled: fc.integer({ min: 0, max: 7 }).map((one) => one === 0),
        action: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      }),
      { maxLength: 12 },
    ),
    date,
    hour,
  })
  .map((world) => ({ ...world, cases: world.cases.map((one, i) => ({ ...one, id: `c${i}` })) }));

const PARIS = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Paris", hour: "2-digit", hourCycle: "h23" });

/** Noon in Paris is 11:00 or 10:00 in Greenwich: the offset is read off the zone's own clock. */
function instant(day: string, clock: number): string {
  const text = `${day}T${String(clock).padStart(2, "0")}:00:00`;
  const utcMs = Date.parse(`${text}Z`);
  const offset = [1, 2].find((hours) => Number(PARIS.format(utcMs - hours * 3_600_000)) === clock);
  return `${text}+0${offset ?? 1}:00`;
}

const caseOf = ({ id, customer, date: day, hour: clock, helps, isCancelled, action }: Help): Case => {
  const called = instant(day, clock);
  const later = (hours: number): string => new Date(Date.parse(called) + hours * 3_600_000).toISOString();
  return {
    id,
    kind: "usage",
    customer,
    module: "stock",
    events: [
      { type: "called", at: called },
      ...helps.map((help) => ({
        type: "assisted",
        at: later(help.after),
        module: help.module,
        minutes: help.minutes,
      })),
      ...(isCancelled ? [{ type: "cancelled", at: later(31) }] : []),
      ...(action === undefined ? [] : [{ type: "sales-action", at: later(action) }]),
    ],
  };
};
const registerOf = ({ from, trained }: World): Register => ({
  customers: CUSTOMERS.map((id) => ({ id, contract: from === undefined ? {} : { from }, trained })),
});
/** Covers a call before the contract begins, too: the law is about minutes. */
const uncovered = (policy: Policy): Policy =>
  definePolicy({
    ...policy.document,
    conditions: Object.fromEntries(
      Object.entries(policy.document.conditions ?? {}).map(([id, one]) => [id, { ...one, otherwise: "warn" as const }]),
    ),
  });
const FREE = { request: uncovered(BY_REQUEST), year: uncovered(BY_YEAR) };

function ask(world: World, policy: Policy, request: object, options: object): Entitlement {
  return checkEntitlement(
    policy,
    registerOf(world),
    { customer: "acme", kind: "usage", modules: MODULES, ...request },
    { at: instant(world.date, world.hour), ...options },
  );
}

/** The clerk: walks the calendar a day at a time and takes minutes off one at a time. */
function clerk(world: World, wanted: string): { granted: number; consumed: number; remaining: number } {
  const now = Date.parse(instant(world.date, world.hour));
  const granted = world.trained.some((one) => one.module === wanted && one.date < world.date) ? 30 : 15;
  const year = yearOf(world.from, world.date);
  let [remaining, consumed] = [granted, 0];
  for (const one of world.cases) {
    const called = Date.parse(instant(one.date, one.hour));
    const isCancelled = one.isCancelled && called + 31 * 3_600_000 <= now;
    if (one.customer !== "acme" || called > now || isCancelled || yearOf(world.from, one.date) !== year) continue;
    for (const help of one.helps) {
      if (help.module !== wanted || called + help.after * 3_600_000 > now) continue;
      for (let minute = 0; minute < help.minutes; minute++) {
        consumed++;
        if (remaining > 0) remaining--;
      }
    }
  }
  return { granted, consumed, remaining };
}

/** The first date of the contract year of a date, found by walking back. */
function yearOf(from: string | undefined, day: string): string {
  const begin = from ?? "2000-01-01";
  for (let ms = Date.parse(day); ; ms -= 86_400_000) {
    const text = new Date(ms).toISOString().slice(0, 10);
    const isLeap = Number(text.slice(0, 4)) % 4 === 0;
    const wanted = begin.endsWith("02-29") && !isLeap ? "02-28" : begin.slice(5);
    if (text.slice(5) === wanted) return text;
  }
}

const rows = ({ minutes }: Entitlement) =>
  minutes.map(({ module: name, granted, consumed, remaining }) => ({ name, granted, consumed, remaining }));
const table = (answer: Entitlement) => [...rows(answer)].sort((a, b) => (a.name < b.name ? -1 : 1));
const used = fc.record(Object.fromEntries(MODULES.map((name) => [name, fc.double({ min: 0, max: 60, noNaN: true })])));

describe("minutes", () => {
  law(
    "left are never negative; granted − consumed = remaining, unless more was used",
    fc.tuple(worlds, used),
    ([world, usedSoFar]) => {
      for (const policy of [FREE.request, FREE.year]) {
        const answer = ask(world, policy, {}, { usedSoFar });
        expect(answer.minutes).toHaveLength(MODULES.length);
        for (const { granted, consumed, remaining, module: name } of answer.minutes) {
          expect(consumed).toBe(usedSoFar[name]);
          expect(remaining).toBe(consumed > granted ? 0 : granted - consumed);
          expect(remaining).toBeGreaterThanOrEqual(0);
        }
        expect(answer.covered).toBe(answer.minutes.some(({ remaining }) => remaining > 0));
        expect(answer.sendTo === null).toBe(answer.covered);
      }
    },
  );

  law(
    "more used never gives more, and never brings cover back",
    fc.tuple(worlds, used, used),
    ([world, some, more]) => {
      const both = Object.fromEntries(MODULES.map((name) => [name, some[name]! + more[name]!]));
      const [before, after] = [some, both].map((usedSoFar) => ask(world, FREE.year, {}, { usedSoFar }));
      before!.minutes.forEach(({ remaining }, i) => {
        expect(after!.minutes[i]!.remaining).toBeLessThanOrEqual(remaining);
      });
      expect(after!.covered && !before!.covered).toBe(false);
    },
  );

  law(
    "do not depend on the order of modules, of cases or of events",
    fc.tuple(worlds, fc.shuffledSubarray(MODULES, { minLength: 3 }), fc.nat()),
    ([world, modules, turn]) => {
      const history = world.cases.map(caseOf);
      const turned = history
        .map((_, i) => history[(i + turn) % history.length]!)
        .map((one) => ({ ...one, events: [...one.events].reverse() }));
      expect(table(ask(world, FREE.year, { modules }, { history: turned }))).toEqual(
        table(ask(world, FREE.year, {}, { history })),
      );
    },
  );

  law("of a module are the same, asked alone or with others", fc.tuple(worlds, used), ([world, usedSoFar]) => {
    const all = ask(world, FREE.year, {}, { usedSoFar });
    for (const row of all.minutes)
      expect(ask(world, FREE.year, { modules: row.module }, { usedSoFar }).minutes).toEqual([row]);
  });

  law("of a contract year are those of a clerk who counts them one at a time", worlds, (world) => {
    const answer = ask(world, FREE.year, {}, { history: world.cases.map(caseOf) });
    // Modules of a random policy may be nobody's in the register, which is said.
    expect(answer.issues.filter(({ code }) => code !== "entitlement.unknown-module")).toEqual([]);
    for (const { name, ...figures } of rows(answer)) expect(figures, name).toEqual(clerk(world, name));
  });

  law(
    "of a contract year are given back when it ends: the last date is the day before the next year's first",
    worlds,
    (world) => {
      const { until } = ask(world, FREE.year, {}, {}).minutes[0]!;
      const next = new Date(Date.parse(until!) + 86_400_000).toISOString().slice(0, 10);
      expect(yearOf(world.from, until!)).toBe(yearOf(world.from, world.date));
      expect(yearOf(world.from, next)).toBe(next);
    },
  );

  law(
    "counted from a history are the same as told",
    worlds,
    (world) => {
      const counted = ask(world, FREE.year, {}, { history: world.cases.map(caseOf) });
      const usedSoFar = Object.fromEntries(counted.minutes.map((row) => [row.module, row.consumed]));
      expect(ask(world, FREE.year, {}, { usedSoFar })).toEqual(counted);
    },
    0.3,
  );
});

describe("evaluate agrees", () => {
  /** What `evaluate` says of the allowances of one case at the instant of the call. */
  const told = (world: World, policy: Policy, cases: readonly Case[], id: string) => {
    const asOf = instant(world.date, world.hour);
    const { cases: results } = evaluate(policy, cases, { asOf, register: registerOf(world) });
    return results.find((one) => one.id === id)?.commitments["usage"];
  };

  law(
    "what is left of a contract year is what it grants to a case that begins with the call",
    fc.tuple(worlds, module),
    ([world, name]) => {
      const history = world.cases.map(caseOf);
      const called = { type: "called", at: instant(world.date, world.hour) };
      const begun = { id: "z", kind: "usage", customer: "acme", module: name, events: [called] };
      for (const policy of [FREE.year, BY_YEAR]) {
        const [row] = ask(world, policy, { modules: name }, { history }).minutes;
        const result = told(world, policy, [...history, begun], "z");
        expect(result?.allowances?.map(({ granted }) => granted)).toEqual(
          row === undefined ? undefined : [row.remaining],
        );
      }
    },
    0.4,
  );

  law("the minutes of a request that is under way are those of its case", worlds, (world) => {
    const history = world.cases.map(caseOf);
    const mine = world.cases.filter(
      ({ customer, date: day, hour: clock }) =>
        customer === "acme" && Date.parse(instant(day, clock)) <= Date.parse(instant(world.date, world.hour)),
    );
    given(mine.length > 0);
    for (const policy of [FREE.request, BY_REQUEST])
      for (const { id } of mine) {
        const result = told(world, policy, history, id);
        const rowsOfCase = result?.allowances ?? [];
        const modules = rowsOfCase.map((row) => row.module);
        const answer = ask(world, policy, { case: id, modules }, { history });
        expect(answer.minutes.map(({ module: name, granted, consumed }) => ({ name, granted, consumed }))).toEqual(
          rowsOfCase.map(({ module: name, granted, consumed }) => ({ name, granted, consumed })),
        );
        // What must follow help that was given is what did not yet.
        const follows = new Set(answer.follows.map((one) => one.module));
        for (const row of rowsOfCase)
          if (row.followUp !== "none") expect(follows.has(row.module), row.module).toBe(row.followUp !== "done");
      }
  });

  law(
    "what is covered is what it judges, due when it says",
    fc.tuple(worlds, fc.constantFrom("anomaly", "installation", "web-form"), fc.constantFrom(true, false)),
    ([world, kind, paid]) => {
      const at = instant(world.date, world.hour);
      const customers = registerOf(world).customers!.map((one) => ({ ...one, contract: { ...one.contract, paid } }));
      const answer = checkEntitlement(BY_REQUEST, { customers }, { customer: "acme", kind }, { at });
      const begun = { type: kind === "web-form" ? "submitted" : "called", at };
      const history = [{ id: "z", kind, customer: "acme", events: [begun] }];
      const { cases } = evaluate(BY_REQUEST, history, { asOf: at, register: { customers } });
      const promised = Object.entries(cases[0]!.commitments).filter(([id]) => [kind, `${kind}-same-day`].includes(id));
      const running = promised.filter(([, { outcome }]) => outcome === "running");
      expect(answer.targets.map(({ commitment, dueAt }) => [commitment, dueAt])).toEqual(
        running.map(([id, { dueAt }]) => [id, dueAt]),
      );
      expect(answer.covered).toBe(running.length > 0);
      expect(answer.text.startsWith(running.length > 0 ? "Yes: " : "No: ")).toBe(true);
    },
    0.3,
  );
});
