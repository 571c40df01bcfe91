/**
 * Fuzz: whatever comes in, what comes out is an answer or an OuvreeError, never another error, and soon.
 *
 * The contract's aim is 100 ms for a definition; the slowest run is printed, and only a bound that no machine should break is
 * asserted, in processor time, which stands still while others have the machine.
 */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Calendar,
  type CalendarDefinition,
  callbackDue,
  createCalendar,
  type DurationInput,
  type InstantInput,
  isOuvreeError,
} from "../../src/index.ts";
import { announceSeed, PROPERTY_TIMEOUT_MS, RUNS, runs } from "../helpers/runs.ts";

announceSeed("test/properties/fuzz.test.ts");

const GENEROUS_MS = 2_000;
/** As long as messages may be: a place, two values of about 80 characters, and a cure. */
const LONGEST_MESSAGE = 400;

const VALID: readonly CalendarDefinition[] = [
  { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] }, holidays: ["FR"] },
  {
    timeZone: "America/St_Johns",
    week: { "fri-mon": ["22:00-06:00"], "tue,thu": [] },
    holidays: ["FR-57", { dates: ["2026-05-01", { date: "2026-05-06", name: "Founders' Day" }], to: "2027-06-30" }],
    reopen: ["fr.pentecost-monday", "2026-05-08"],
    closures: ["2026-12-24", { from: "2026-08-10", to: "2026-08-14", name: "summer" }],
    exceptions: { "2026-12-31": [], "2026-12-24": ["09:00-12:00"] },
  },
  { timeZone: "UTC", exceptions: { "2026-05-01": ["00:00-24:00"] } },
];

/** Texts that mean something in a definition, a question, or to a JavaScript engine. */
const WORDS: readonly string[] = [
  ...["timeZone", "week", "holidays", "reopen", "closures", "exceptions", "dates", "from", "to", "date", "name"],
  ...["mon", "mon-fri", "sat,sun", "fri-mon", "FR", "FR-57", "mq.good-friday", "fr.labour-day", "UTC", "Europe/Paris"],
  ...["09:00-12:00", "22:00-06:00", "00:00-24:00", "24:00-24:00", "9:00-12:00", "12:00", "2026-05-01", "2026-02-29"],
  ...[
    "2199-12-31",
    "9999-12-31",
    "0000-01-01",
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "length",
    "",
    "\u0000",
  ],
  ...["2026-05-22T14:00Z", "2026-05-22T14:00", "2026-05-22T14:00+02:00[Europe/Paris]", "PT4H", "P1D", "-PT0.5H", "4h"],
];

const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

/** Sets an own key, whatever its name, as `JSON.parse` does. */
function setOwn(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

/** JSON as `JSON.parse` gives it: also with `__proto__` as a key of its own. */
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    words,
    fc.constantFrom<unknown>(null, true, false, 0, -0, 1, 900, 1e308, Number.MAX_SAFE_INTEGER),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie("json"), { maxLength: 4 }),
    fc.array(fc.tuple(words, tie("json")), { maxLength: 4 }).map((entries) => {
      const object = {};
      for (const [key, value] of entries) setOwn(object, key, value);
      return object;
    }),
  ),
}));

/** Deep nesting around a value, of arrays and objects in turn. */
const deep: fc.Arbitrary<unknown> = fc.tuple(json, fc.nat(400), words).map(([value, depth, key]) => {
  let nested = value;
  for (let level = 0; level < depth; level++) nested = level % 2 === 0 ? [nested] : { [key]: nested };
  return nested;
});

/** A valid definition in which some members, anywhere, are replaced, taken away, repeated or added. */
const mutated: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.constantFrom(...VALID),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom("replace", "remove", "add", "rename"), words, json), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([valid, changes]) => {
    const copy = JSON.parse(JSON.stringify(valid)) as unknown;
    // A copy of each value, too: a later change may go into it, and the same sample may be mapped again.
    for (const [pick, kind, word, value] of changes) mutate(copy, pick, kind, word, JSON.parse(JSON.stringify(value)));
    return copy;
  });

/** Every object and array within a value, itself included. */
function containers(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(containers)];
}

function mutate(root: unknown, pick: number, kind: string, word: string, value: unknown): void {
  const all = containers(root);
  const target = all[pick % all.length];
  if (target === undefined) return;
  const keys = Object.keys(target);
  const key = keys[pick % Math.max(1, keys.length)];
  if (kind === "add" || key === undefined) {
    if (Array.isArray(target)) target.push(value);
    else setOwn(target, word, value);
  } else if (kind === "replace") target[key] = value;
  else {
    const old = target[key];
    delete target[key];
    if (kind === "rename" && !Array.isArray(target)) setOwn(target, word, old);
  }
}

/** Values of every kind, also those that JSON has not: holes, boxes, maps, typed arrays, null prototypes, bigints. */
const anything: fc.Arbitrary<unknown> = fc.anything({
  maxDepth: 3,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** The slowest of many runs, in processor time, for the record. */
function stopwatch(): { time: Timer; slowestMs(): number } {
  let slowest = 0;
  return {
    time: (act) => {
      const before = process.cpuUsage();
      const answer = act();
      const { user, system } = process.cpuUsage(before);
      slowest = Math.max(slowest, (user + system) / 1000);
      return answer;
    },
    slowestMs: () => slowest,
  };
}

/** What `act` answers, or undefined where it is refused as it should be; anything else fails the property. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!isOuvreeError(error)) throw new Error(`not an OuvreeError: ${String(error)}`, { cause: error });
    expect(error.issues.length).toBeGreaterThan(0);
    for (const issue of error.issues) {
      expect(issue.message.length).toBeLessThan(LONGEST_MESSAGE);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(issue.message).not.toMatch(/[\u0000-\u001f\u202e]/);
    }
    return undefined;
  }
}

/** A calendar that was made answers, or refuses as it should, each kind of question. */
function interrogate(desk: Calendar): void {
  const at = "2026-05-22T14:00Z";
  attempt(() => desk.isOpen(at));
  attempt(() => desk.nextOpen(at));
  attempt(() => desk.previousOpen(at));
  attempt(() => desk.add(at, "PT4H"));
  attempt(() => desk.subtract(at, "PT4H"));
  attempt(() => desk.explain(at, "PT4H").text);
  attempt(() => desk.segments(at, "2026-05-27T14:00Z"));
  attempt(() => desk.day("2026-05-22"));
  attempt(() => desk.holidays("2026-01-01", "2026-12-31"));
  attempt(() => desk.addWorkingDays("2026-05-22", 3));
  attempt(() => callbackDue(desk, at));
  const again = createCalendar(JSON.parse(JSON.stringify(desk.definition)) as CalendarDefinition);
  expect(again.definition).toEqual(desk.definition);
}

type Timer = <T>(act: () => T) => T;

/** Tries many values out; `time` measures what must be soon, and the slowest of it is printed. */
function fuzz<T>(name: string, values: fc.Arbitrary<T>, share: number, tryOut: (value: T, time: Timer) => void): void {
  const watch = stopwatch();
  fc.assert(
    fc.property(values, (value) => tryOut(value, watch.time)),
    { ...runs(), numRuns: RUNS * share },
  );
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  console.log(`${name}: slowest ${watch.slowestMs().toFixed(1)} ms`);
  expect(watch.slowestMs()).toBeLessThan(GENEROUS_MS);
}

describe("a definition is a calendar or an OuvreeError, soon, when it is", () => {
  const tryOut = (value: unknown, time: Timer): void => {
    const desk = time(() => attempt(() => createCalendar(value as CalendarDefinition)));
    if (desk !== undefined) interrogate(desk);
  };

  it("any JSON", () => fuzz("any JSON", json, 2, tryOut), PROPERTY_TIMEOUT_MS);

  it(
    "any JSON in the place of a member",
    () => {
      const members = fc.record(
        {
          timeZone: fc.oneof(fc.constantFrom("UTC", "Europe/Paris"), json),
          week: fc.oneof(fc.constant({ mon: ["09:00-12:00"] }), json),
          holidays: json,
          reopen: json,
          closures: json,
          exceptions: json,
          versions: fc.oneof(
            fc.constant(undefined),
            json,
            fc.array(fc.record({ from: fc.constant("2026-09-01"), week: json })),
          ),
          union: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: json }),
          difference: fc.oneof(
            { weight: 5, arbitrary: fc.constant(undefined) },
            { weight: 1, arbitrary: fc.array(json) },
          ),
        },
        { requiredKeys: [] },
      );
      fuzz("members", members, 2, tryOut);
    },
    PROPERTY_TIMEOUT_MS,
  );

  it("a valid one with a few changes", () => fuzz("mutated", mutated, 2, tryOut), PROPERTY_TIMEOUT_MS);

  it("nested deep", () => fuzz("deep", deep, 1, tryOut), PROPERTY_TIMEOUT_MS);

  it("any value of JavaScript", () => fuzz("anything", anything, 2, tryOut), PROPERTY_TIMEOUT_MS);

  it(
    "changes of with(), of any kind",
    () => {
      const desk = createCalendar(VALID[0]!);
      fuzz("with", fc.oneof(json, anything), 1, (changes, time) => {
        const changed = time(() => attempt(() => desk.with(changes as Partial<CalendarDefinition>)));
        if (changed !== undefined) interrogate(changed);
      });
    },
    PROPERTY_TIMEOUT_MS,
  );
});

/** A text with a few characters put in, taken out or replaced. */
function slips(...texts: string[]): fc.Arbitrary<string> {
  const slip = fc.tuple(fc.nat(60), fc.nat(2), fc.string({ unit: "binary-ascii", maxLength: 3 }));
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(slip, { minLength: 1, maxLength: 3 }))
    .map(([text, changes]) =>
      changes.reduce(
        (changed, [at, removed, added]) => changed.slice(0, at) + added + changed.slice(at + removed),
        text,
      ),
    );
}

describe("a question is an answer or an OuvreeError, soon, when", () => {
  const desk = createCalendar(VALID[0]!, { output: "ms" });

  const instants: fc.Arbitrary<unknown> = fc.oneof(
    anything,
    json,
    words,
    slips("2026-05-22T14:00:00.000Z", "2026-05-22T16:00+02:00[Europe/Paris]", "2026-03-29T02:30:00", "1779458400000"),
    fc.double(),
    fc.date({ noInvalidDate: false }),
    fc.record({ epochNanoseconds: fc.bigInt() }),
    fc.record({ toMillis: fc.func(anything) }),
  );

  const durations: fc.Arbitrary<unknown> = fc.oneof(
    anything,
    json,
    words,
    slips("PT4H", "PT1H30M15.250S", "-PT0.5H", "P1DT4H", "4h"),
    fc.double(),
    fc.dictionary(fc.constantFrom("hours", "hour", "minutes", "seconds", "milliseconds", "days"), anything),
    fc.record({ toObject: fc.func(anything) }),
  );

  it(
    "its instant is anything",
    () => {
      fuzz("instants", fc.tuple(instants, fc.option(words, { nil: undefined })), 1, ([value, zone], time) => {
        const at = value as InstantInput;
        const options = zone === undefined ? undefined : { zone };
        const next = time(() => attempt(() => desk.nextOpen(at, options)));
        if (next !== undefined) expect(Number.isInteger(next) && !Object.is(next, -0)).toBe(true);
        attempt(() => desk.elapsed(at, at, options));
        attempt(() => desk.windows(at, "2026-05-27T14:00Z", options));
        attempt(() => callbackDue(desk, at, options));
      });
    },
    PROPERTY_TIMEOUT_MS,
  );

  it(
    "its duration is anything",
    () => {
      fuzz("durations", durations, 2, (value, time) => {
        const duration = value as DurationInput;
        const due = time(() => attempt(() => desk.add("2026-05-22T14:00Z", duration)));
        if (due !== undefined) {
          expect(Number.isInteger(due)).toBe(true);
          expect(attempt(() => desk.subtract("2026-05-22T14:00Z", duration)) ?? due).toSatisfy(Number.isInteger);
        }
      });
    },
    PROPERTY_TIMEOUT_MS,
  );

  it(
    "its civil dates, counts and options are anything",
    () => {
      const values = fc.tuple(fc.oneof(words, anything), fc.oneof(fc.integer(), anything), fc.oneof(words, anything));
      fuzz("dates and options", values, 1, ([date, count, option], time) => {
        time(() => attempt(() => desk.day(date as string)));
        attempt(() => desk.holidays(date as string, "2026-05-22"));
        attempt(() => desk.workingDaysBetween("2026-05-22", date as string));
        attempt(() => desk.addWorkingDays("2026-05-22", count as number, { roll: option as never }));
        attempt(() => desk.add("2026-05-22T14:00Z", "PT4H", { edge: option as never, zone: option as never }));
        attempt(() => createCalendar(VALID[0]!, { output: option as never }));
      });
    },
    PROPERTY_TIMEOUT_MS,
  );

  it(
    "its columns are anything",
    () => {
      fuzz("columns", fc.tuple(fc.oneof(fc.array(fc.double()), anything), anything), 1, ([starts, others], time) => {
        time(() => attempt(() => desk.addAll(starts as number[], 3_600_000)));
        attempt(() => desk.addAll(starts as number[], others as number[]));
        attempt(() => desk.elapsedAll(starts as number[], others as number[]));
        attempt(() => desk.addAll([0], 1, { out: others as Float64Array }));
      });
    },
    PROPERTY_TIMEOUT_MS,
  );
});
