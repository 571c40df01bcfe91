/**
 * Laws of calendars made of calendars, judged by the oracle's windows of each operand and plain set operations on them.
 */
import fc from "fast-check";
import { describe, expect } from "vitest";
import { type Calendar, complement, createCalendar, difference, intersection, union } from "../../src/index.ts";
import { definitions } from "../arbitraries/definitions.ts";
import { focusDayOf } from "../arbitraries/scenarios.ts";
import { ZONE_CASES, zoneYears } from "../arbitraries/zones.ts";
import { law as lawOf } from "../helpers/law.ts";
import { BEYOND_REACH, codeOf, OUT_OF_RANGE } from "../helpers/outcome.ts";
import { announceSeed } from "../helpers/runs.ts";
import { dateOf, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import type { Definition } from "../oracle/definition.ts";
import { type Interval, merged } from "../oracle/intervals.ts";
import { createOracle } from "../oracle/oracle.ts";

announceSeed("algebra.laws");

type Ms = Calendar<"ms">;

/** Every sample compiles a year of three to twenty calendars: a quarter of the runs keeps the file under two minutes. */
const law = (title: string, arbitrary: fc.Arbitrary<Operands>, holds: (sample: Operands) => void): void =>
  lawOf(title, arbitrary, holds, 0.25);

interface Operands {
  readonly a: Definition;
  readonly b: Definition;
  readonly focusDay: number;
  readonly from: number;
  readonly to: number;
}

/** Two calendars busy about the same date, half the time in two zones, and up to eight days to look at. */
const operands: fc.Arbitrary<Operands> = fc
  .record({ zoneYear: zoneYears(), index: fc.nat(1000), near: fc.nat(1000), other: fc.nat(2 * ZONE_CASES.length) })
  .chain(({ zoneYear, index, near, other }) => {
    const focusDay = focusDayOf(zoneYear, index, near);
    const otherZone = ZONE_CASES[other]?.zone ?? zoneYear.zone;
    return fc.record({
      a: definitions(zoneYear.zone, focusDay),
      b: definitions(otherZone, focusDay),
      focusDay: fc.constant(focusDay),
      from: fc
        .integer({ min: -3 * 1440, max: 3 * 1440 })
        .map((minutes) => focusDay * WALL_MS_PER_DAY + minutes * 60_000),
      length: fc.integer({ min: 1, max: 8 * WALL_MS_PER_DAY }),
    });
  })
  .map(({ length, ...sample }) => ({ ...sample, to: sample.from + length }));

/** Combinations of dense days are refused only where a stranger may have made them. */
const limits = { windows: 10_000 };
const calendar = (definition: Definition): Ms => createCalendar(definition as never, { output: "ms", limits });
const windows = (desk: Ms, { from, to }: Operands): Interval[] =>
  desk.windows(from, to).map(({ start, end }) => [start, end]);

/** Windows by the oracle, which refuses under the library's codes: then the sample is drawn again. */
const truth = (definition: Definition, { from, to }: Operands): readonly Interval[] =>
  createOracle(definition).windows(from, to);

/** The stretches between neighbouring edges that `keep` keeps, merged. */
function sets(
  a: readonly Interval[],
  b: readonly Interval[],
  { from, to }: Operands,
  keep: (inA: boolean, inB: boolean) => boolean,
): Interval[] {
  const edges = [...new Set([from, to, ...a.flat(), ...b.flat()])].sort((x, y) => x - y);
  const has = (list: readonly Interval[], t: number): boolean => list.some(([start, end]) => start <= t && t < end);
  return merged(
    edges
      .slice(0, -1)
      .flatMap((edge, i): Interval[] => (keep(has(a, edge), has(b, edge)) ? [[edge, edges[i + 1]!]] : [])),
  );
}

describe("law 32: as sets of instants", () => {
  law("union, intersection and difference are those of the operands' open time", operands, (sample) => {
    const { a, b } = sample;
    const [inA, inB] = [truth(a, sample), truth(b, sample)];
    const [one, other] = [calendar(a), calendar(b)];
    const options = { timeZone: a.timeZone, limits };
    const answers = [
      union([one, other], options),
      intersection([one, other], options),
      difference(one, other, options),
    ];
    expect(answers.map((each) => windows(each, sample))).toEqual([
      sets(inA, inB, sample, (x, y) => x || y),
      sets(inA, inB, sample, (x, y) => x && y),
      sets(inA, inB, sample, (x, y) => x && !y),
    ]);
  });

  law("the complement within a period is what is left of it", operands, (sample) => {
    const { a, focusDay } = sample;
    const [from, to] = [dateOf(focusDay - 2), dateOf(focusDay + 2)];
    const period = createOracle({ timeZone: a.timeZone, week: {}, exceptions: { [`${from}/${to}`]: ["00:00-24:00"] } });
    const rest = complement(calendar(a), { from, to, limits });
    const expected = sets(truth(a, sample), period.windows(sample.from, sample.to), sample, (x, y) => y && !x);
    expect(windows(rest, sample)).toEqual(expected);
  });

  law("|A ∪ B| + |A ∩ B| = |A| + |B|, and A \\ B and A ∩ B partition A", operands, (sample) => {
    const [a, b] = [calendar(sample.a), calendar(sample.b)];
    const options = { timeZone: sample.b.timeZone, limits };
    const size = (desk: Ms): number => desk.elapsed(sample.from, sample.to);
    expect(size(union([a, b], options)) + size(intersection([a, b], options))).toBe(size(a) + size(b));
    expect(size(difference(a, b, options)) + size(intersection([a, b], options))).toBe(size(a));
  });

  law("union and intersection commute, associate and are idempotent", operands, (sample) => {
    const [a, b] = [calendar(sample.a), calendar(sample.b)];
    const options = { timeZone: sample.a.timeZone, limits };
    const c = calendar({ timeZone: sample.a.timeZone, week: { "mon-sun": ["08:30-12:15", "23:00-01:00"] } });
    const same = (x: Ms, y: Ms): void => expect(windows(x, sample)).toEqual(windows(y, sample));
    for (const of of [union, intersection]) {
      const both = (x: Ms, y: Ms): Ms => of([x, y], options);
      same(both(a, b), both(b, a));
      same(both(both(a, b), c), both(a, both(b, c)));
      same(both(both(a, b), c), of([a, b, c], options));
      same(of([a, a], { limits }), a);
    }
  });
});

describe("a combination is a calendar", () => {
  law("with itself it has the same working days and day plans", operands, (sample) => {
    const a = calendar(sample.a);
    const dates = [-3, -2, -1, 0, 1, 2, 3].map((offset) => dateOf(sample.focusDay + offset));
    for (const both of [union([a, a], { limits }), intersection([a, a], { limits })]) {
      expect(dates.map((date) => both.isWorkingDay(date))).toEqual(dates.map((date) => a.isWorkingDay(date)));
    }
  });

  law("it round-trips as JSON", operands, (sample) => {
    const [a, b] = [calendar(sample.a), calendar(sample.b)];
    const both = difference(a, b, { timeZone: sample.b.timeZone, name: "rest", limits });
    const again = calendar(JSON.parse(JSON.stringify(both.definition)));
    expect(windows(again, sample)).toEqual(windows(both, sample));
    expect(again.reach).toEqual(both.reach);
    expect(again.definition).toEqual(both.definition);
  });

  law(
    "its segments tile, and each closed one names an operand that is closed, or open where that closes",
    operands,
    (sample) => {
      const [a, b] = [calendar(sample.a), calendar(sample.b)];
      const options = { timeZone: sample.a.timeZone, limits };
      const oracles = { A: createOracle(sample.a), B: createOracle(sample.b) };
      for (const both of [union([a, b], options), intersection([a, b], options), difference(a, b, options)]) {
        const segments = both.segments(sample.from, sample.to);
        expect(segments[0]?.start).toBe(sample.from);
        expect(segments.at(-1)?.end).toBe(sample.to);
        for (const [i, { start, end, open, operands: reasons, why }] of segments.entries()) {
          expect(start).toBe(i === 0 ? sample.from : segments[i - 1]!.end);
          expect(why).toBe(open ? "open" : "operands");
          for (const t of open ? [] : [start, end - 1]) {
            const told = Object.fromEntries(reasons!.map((reason) => [reason.name, reason.open]));
            const real: Record<string, boolean> = { A: oracles.A.isOpen(t), B: oracles.B.isOpen(t) };
            for (const [name, isOpen] of Object.entries(told)) expect(isOpen).toBe(real[name]);
          }
        }
      }
    },
  );

  law("what an operand does not know it refuses", operands, (sample) => {
    const known = (definition: Definition): boolean => {
      try {
        truth(definition, sample);
        return true;
      } catch (error) {
        if (codeOf(error) !== BEYOND_REACH && codeOf(error) !== OUT_OF_RANGE) throw error;
        return false;
      }
    };
    let code: string | undefined;
    try {
      const both = union([calendar(sample.a), calendar(sample.b)], { timeZone: sample.a.timeZone, limits });
      both.elapsed(sample.from, sample.to);
    } catch (error) {
      code = codeOf(error);
    }
    if (known(sample.a) && known(sample.b)) return;
    expect([BEYOND_REACH, OUT_OF_RANGE, "holidays.no-reach"]).toContain(code);
  });
});
