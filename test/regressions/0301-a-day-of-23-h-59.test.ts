/**
 * `00:00-23:59` is a day that lacks its last minute: legal, and nearly always meant as `00:00-24:00`. It is a question of
 * `ouvree policy check`.
 */
import { expect, it } from "vitest";
import { definePolicy } from "../../src/index.ts";
import { policyQuestions } from "../../src/report/index.ts";

it("a window of 23 h 59 is asked about where it stands, and 24 hours are not", () => {
  const asked = (window: string) =>
    policyQuestions(
      definePolicy({
        policy: "p",
        calendar: "desk",
        calendars: { desk: { timeZone: "UTC", week: { "mon-sun": [window] } } },
        kinds: { k: { events: ["opened", "closed"] } },
        commitments: {
          c: {
            ...{ kind: "target", kinds: ["k"], start: "opened", stop: "closed", reopening: "ignore" },
            target: { hours: "PT4H", count: "open" },
          },
        },
      } as never),
    ).map(({ path, message }) => `${path.join(".")}: ${message}`);
  expect(asked("00:00-23:59")).toEqual([
    'calendars.desk.week.mon-sun.0: "00:00-23:59" is 23 h 59: did you mean "00:00-24:00"?',
  ]);
  expect(asked("00:00-24:00")).toEqual([]);
});
