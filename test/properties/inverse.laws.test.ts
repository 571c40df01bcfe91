/**
 * Laws of the inverse questions, and of working days beside a date, judged by the oracle.
 */
import fc from "fast-check";
import { describe, expect } from "vitest";
import { createCalendar } from "../../src/index.ts";
import { datesAbout, type Scenario, scenarios } from "../arbitraries/scenarios.ts";
import { law } from "../helpers/law.ts";
import { outcome } from "../helpers/outcome.ts";
import { announceSeed } from "../helpers/runs.ts";
import { createOracle } from "../oracle/oracle.ts";

announceSeed("inverse.laws");

const deskOf = ({ definition }: Scenario) => createCalendar(definition as never, { output: "ms" });

describe("inverse questions", () => {
  law(
    "latestStart is the latest: from it the time is used up by due, a millisecond later it is not",
    scenarios(),
    (sample) => {
      const {
        instants: [due],
        durations: [d],
      } = sample;
      const [desk, oracle] = [deskOf(sample), createOracle(sample.definition)];
      const start = desk.latestStart(due, d);
      expect(oracle.elapsed(start, due)).toBe(d);
      if (d > 0) expect(oracle.elapsed(start + 1, due)).toBeLessThan(d);
      expect(desk.add(start, d)).toBeLessThanOrEqual(due);
    },
  );

  law("remaining is the oracle's elapsed, never negative", scenarios(), (sample) => {
    const {
      instants: [a, b],
    } = sample;
    expect(deskOf(sample).remaining(a, b)).toBe(Math.max(0, createOracle(sample.definition).elapsed(a, b)));
  });

  law(
    "reaches is the first instant at which the share is used: whole percents, counted in whole numbers",
    fc.tuple(scenarios(), fc.integer({ min: 0, max: 100 })),
    ([sample, percent]) => {
      const {
        instants: [t],
        durations: [d],
      } = sample;
      const usedMs = Number((BigInt(d) * BigInt(percent) + 99n) / 100n);
      const asked = outcome(() => deskOf(sample).reaches(t, d, percent / 100));
      expect(asked).toEqual(outcome(() => createOracle(sample.definition).add(t, usedMs)));
    },
  );
});

describe("working days beside a date", () => {
  law("are the oracle's, refusals included", scenarios({ beyondReach: true }), (sample) => {
    const [desk, oracle] = [deskOf(sample), createOracle(sample.definition)];
    for (const date of datesAbout(sample, [-5, -1, 0, 1, 4])) {
      expect(outcome(() => desk.nextWorkingDay(date))).toEqual(outcome(() => oracle.nextWorkingDay(date)));
      expect(outcome(() => desk.previousWorkingDay(date))).toEqual(outcome(() => oracle.previousWorkingDay(date)));
    }
  });

  law("ponts stand between days off, one of which is taken from the week", scenarios(), (sample) => {
    const desk = deskOf(sample);
    const oracle = createOracle(sample.definition);
    const dates = datesAbout(sample, [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6]);
    const inner = dates.slice(1, -1);
    const lone = inner.filter(
      (date, i) =>
        [dates[i]!, date, dates[i + 2]!].map((each) => oracle.isWorkingDay(each)).join() === "false,true,false",
    );
    const bare = createOracle({
      ...sample.definition,
      holidays: [],
      closures: [],
      exceptions: {},
      versions: (sample.definition.versions ?? []).map(({ from, week }) =>
        week === undefined ? { from } : { from, week },
      ),
    });
    const expected = lone.filter((date) => {
      const at = dates.indexOf(date);
      return [dates[at - 1]!, dates[at + 1]!].some((beside) => bare.isWorkingDay(beside));
    });
    expect(desk.bridgeDays(inner[0]!, inner.at(-1)!)).toEqual(expected);
  });
});
