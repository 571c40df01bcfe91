/**
 * Part-day closures and the night before: what one takes from a tail, worked out on paper from semantics §2. "It removes
 * the same civil time of its date from the tail of the night before, whatever gave that night, an exception or `reopen`
 * on the closed date included." The library and the oracle are both asked.
 *
 * 2026-06-06 is a Saturday; Paris is two hours ahead of UTC then.
 */

import { describe, expect, it } from "vitest";
import { calendarOf } from "../../helpers/calendar.ts";
import { dateOf } from "../../oracle/civil.ts";
import type { Definition } from "../../oracle/definition.ts";
import { createOracle } from "../../oracle/oracle.ts";

const NIGHT: Definition = { timeZone: "Europe/Paris", week: { sat: ["22:00-06:00"] } };
const EVERY_NIGHT: Definition["week"] = { "mon-sun": ["22:00-06:00"] };
/** Half an hour of the tail of Saturday's night. */
const HALF_HOUR = { date: "2026-06-07", from: "00:30", to: "01:00", name: "maintenance" };

/** A name, what is said beside Saturday's night, and what is open from Saturday noon to Monday noon: "6 22:00 - 7 00:30". */
type Row = readonly [title: string, changes: Partial<Definition>, open: readonly string[]];

const CUT = ["6 22:00 - 7 00:30", "7 01:00 - 7 06:00"];
const WHOLE = ["6 22:00 - 7 06:00"];

const ROWS: readonly Row[] = [
  ["within the tail", { closures: [HALF_HOUR] }, CUT],
  ["from midnight", { closures: [{ ...HALF_HOUR, from: "00:00" }] }, ["6 22:00 - 7 00:00", "7 01:00 - 7 06:00"]],
  ["to the end of the tail", { closures: [{ ...HALF_HOUR, from: "05:00", to: "06:00" }] }, ["6 22:00 - 7 05:00"]],
  ["over the end of the tail", { closures: [{ ...HALF_HOUR, from: "05:00", to: "09:00" }] }, ["6 22:00 - 7 05:00"]],
  ["beside the tail", { closures: [{ ...HALF_HOUR, from: "06:00", to: "09:00" }] }, WHOLE],
  ["to 24:00", { closures: [{ ...HALF_HOUR, from: "02:00", to: "24:00" }] }, ["6 22:00 - 7 02:00"]],
  ["all of the tail", { closures: [{ ...HALF_HOUR, from: "00:00", to: "06:00" }] }, ["6 22:00 - 7 00:00"]],
  ["all of its own date", { closures: [{ ...HALF_HOUR, from: "00:00", to: "24:00" }] }, ["6 22:00 - 7 00:00"]],
  [
    "two that overlap and one apart",
    {
      closures: [HALF_HOUR, { ...HALF_HOUR, from: "00:45", to: "01:30" }, { ...HALF_HOUR, from: "05:00", to: "05:01" }],
    },
    ["6 22:00 - 7 00:30", "7 01:30 - 7 05:00", "7 05:01 - 7 06:00"],
  ],
  [
    "of the night's own date, before midnight: no civil time after it",
    { closures: [{ ...HALF_HOUR, date: "2026-06-06" }] },
    WHOLE,
  ],
  [
    "of the night's own date to 24:00: to the end of its windows, past midnight too",
    { closures: [{ date: "2026-06-06", from: "23:00", to: "24:00" }] },
    ["6 22:00 - 6 23:00"],
  ],
  [
    "of every year, and of a range of dates",
    {
      closures: [
        { ...HALF_HOUR, date: "06-07" },
        { ...HALF_HOUR, date: "06-05/06-09", from: "03:00", to: "04:00" },
      ],
    },
    ["6 22:00 - 7 00:30", "7 01:00 - 7 03:00", "7 04:00 - 7 06:00"],
  ],
  ["from a list of holidays", { holidays: [{ dates: [{ date: "2026-06-07", closed: "00:30-01:00" }] }] }, CUT],
  ["on a date that is closed as a whole", { closures: [HALF_HOUR, "2026-06-07"] }, CUT],
  ["on a holiday", { closures: [HALF_HOUR], holidays: [{ dates: ["2026-06-07"] }] }, CUT],
  ["no: a whole closure leaves the night before", { closures: ["2026-06-07"] }, WHOLE],
  ["no: a holiday leaves the night before", { holidays: [{ dates: ["2026-06-07"] }] }, WHOLE],
  [
    "the night given by an exception",
    { closures: [HALF_HOUR], exceptions: { "2026-06-06": ["20:00-04:00"] } },
    ["6 20:00 - 7 00:30", "7 01:00 - 7 04:00"],
  ],
  ["the night given by reopen", { closures: [HALF_HOUR, "2026-06-06"], reopen: ["2026-06-06"] }, CUT],
  [
    // From the tail is left 22:00-00:45 and 05:00-06:00; the exception has its hours whole.
    "the closed date has an exception",
    {
      closures: [{ ...HALF_HOUR, from: "00:45", to: "05:00" }],
      exceptions: { "2026-06-07": ["00:30-02:00", "09:00-10:00"] },
    },
    ["6 22:00 - 7 02:00", "7 05:00 - 7 06:00", "7 09:00 - 7 10:00"],
  ],
  ["the closed date has an exception without hours", { closures: [HALF_HOUR], exceptions: { "2026-06-07": [] } }, CUT],
  [
    // Sunday's own night is whole again; the tail of Saturday's is not Sunday's.
    "the closed date is reopened",
    { week: EVERY_NIGHT, closures: [{ ...HALF_HOUR, to: "23:00" }], reopen: ["2026-06-07"] },
    ["6 22:00 - 7 00:30", "7 22:00 - 8 06:00"],
  ],
  [
    "the closed date has hours of its own, under the tail and after it",
    { week: { sat: ["22:00-06:00"], sun: ["05:00-09:00"] }, closures: [{ ...HALF_HOUR, from: "04:00", to: "07:00" }] },
    ["6 22:00 - 7 04:00", "7 07:00 - 7 09:00"],
  ],
  [
    "said by the version that begins on the closed date",
    { versions: [{ from: "2026-06-07", closures: [HALF_HOUR] }] },
    CUT,
  ],
  [
    "said by the version that ended on the night's own date",
    {
      versions: [
        { from: "2026-06-01", closures: [{ ...HALF_HOUR, date: "2026-06-05/2026-06-08" }] },
        { from: "2026-06-07", name: "without" },
      ],
    },
    WHOLE,
  ],
  [
    "a version with other hours begins on the closed date",
    { closures: [HALF_HOUR], versions: [{ from: "2026-06-07", week: { mon: ["09:00-10:00"] } }] },
    [...CUT, "8 09:00 - 8 10:00"],
  ],
];

/** "6 22:00" by the clock of Paris in summer. */
const shown = (ms: number): string => {
  const text = new Date(ms + 2 * 3_600_000).toISOString();
  return `${Number(text.slice(8, 10))} ${text.slice(11, 16)}`;
};
const between = (windows: readonly (readonly [number, number])[]): string[] =>
  windows.map(([start, end]) => `${shown(start)} - ${shown(end)}`);

describe("what a part-day closure takes from the night before", () => {
  const [from, to] = [Date.parse("2026-06-06T12:00+02:00"), Date.parse("2026-06-08T12:00+02:00")];

  it.each(ROWS)("%s", (_, changes, open) => {
    const definition = { ...NIGHT, ...changes };
    expect(between(createOracle(definition).windows(from, to)), "the oracle").toEqual(open);
    expect(between(calendarOf(definition).timeline.windowsMs(from, to)), "the library").toEqual(open);
  });

  it("is counted in no sum: 7 h 30 of 8 h", () => {
    expect(calendarOf({ ...NIGHT, closures: [HALF_HOUR] }).elapsed(from, to)).toBe(7.5 * 3_600_000);
  });
});

describe("the night on which clocks change", () => {
  // What is closed, and the hours that are left of the night: seven in spring, nine in autumn.
  it.each([
    ["2026-03-28", "02:15", "02:45", 7, "wholly in the gap: nothing"],
    ["2026-03-28", "01:30", "02:30", 6.5, "into the gap: to 02:00, when the clock shows 03:00"],
    ["2026-03-28", "02:30", "03:30", 6.5, "out of the gap: from 03:00"],
    ["2026-10-24", "02:15", "02:45", 8.5, "in what is shown twice: the first time"],
    ["2026-10-24", "02:30", "03:00", 7.5, "to the end of what is shown twice: 02:30 the first time to 03:00"],
    ["2026-10-24", "01:30", "02:30", 8, "into what is shown twice: 01:30 to 02:30 the first time"],
  ])("%s, %s to %s of the next date leaves %d h (%s)", (night, closedFrom, closedTo, hours) => {
    const date = dateOf(Date.parse(night) / 86_400_000 + 1);
    const definition = { ...NIGHT, closures: [{ date, from: closedFrom, to: closedTo }] };
    const [start, end] = [Date.parse(`${night}T12:00Z`), Date.parse(`${date}T12:00Z`)];
    expect(createOracle(definition).elapsed(start, end), "the oracle").toBe(hours * 3_600_000);
    expect(calendarOf(definition).elapsed(start, end), "the library").toBe(hours * 3_600_000);
  });
});

describe("a working day", () => {
  const dates = ["2026-06-05", "2026-06-06", "2026-06-07", "2026-06-08"];
  const working = (changes: Partial<Definition>): boolean[] => {
    const desk = calendarOf({ ...NIGHT, ...changes });
    const oracle = createOracle({ ...NIGHT, ...changes });
    expect(
      dates.map((date) => oracle.isWorkingDay(date)),
      "the oracle",
    ).toEqual(dates.map((date) => desk.isWorkingDay(date)));
    expect(dates.map((date) => desk.day(date).working)).toEqual(dates.map((date) => desk.isWorkingDay(date)));
    return dates.map((date) => desk.isWorkingDay(date));
  };

  it("is not made by a tail, whole or split by a closure", () => {
    expect(working({})).toEqual([false, true, false, false]);
    expect(working({ closures: [HALF_HOUR] })).toEqual([false, true, false, false]);
    expect(working({ closures: [{ ...HALF_HOUR, from: "00:00" }] })).toEqual([false, true, false, false]);
    expect(calendarOf({ ...NIGHT, closures: [HALF_HOUR] }).workingDaysBetween("2026-06-01", "2026-06-15")).toBe(2);
  });

  it("is not unmade by a closure of the next date", () => {
    expect(working({ closures: [{ ...HALF_HOUR, from: "00:00", to: "24:00" }] })).toEqual([false, true, false, false]);
  });

  it("is unmade by a closure that leaves nothing of its own windows, whatever the tail before", () => {
    expect(working({ week: EVERY_NIGHT, closures: [{ ...HALF_HOUR, from: "22:00", to: "24:00" }] })).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});
