/**
 * The callback rule. Source: the charter, "The callback rule": the service day is the date whose window contains the
 * call, else the call's civil date; closing is the end of its last window; a callback pending then is carried over to
 * the first opening of the next working day; where the next day's window goes on without a gap there is no closing.
 */

import { describe, expect, it } from "vitest";
import { type CalendarDefinition, callbackDue, createCalendar } from "../../../src/index.ts";
import { expectRefusal, SUPPORT } from "../refusals.ts";

/** The rule's answer in short, in the calendar's zone: "2026-05-19T10:00" for instants. */
function callback(definition: CalendarDefinition<string>, calledAt: string): unknown[] {
  const { from, carriedOver, closesAt, next } = callbackDue(createCalendar(definition, { output: "iso" }), calledAt);
  const short = (iso: string | null): string | null => (iso === null ? null : iso.slice(0, 16));
  return [short(from), carriedOver, short(closesAt), short(next)];
}

/** Called at, from, carried over at once, closes at, next. Offsets are Paris's. */
type Row = readonly [
  why: string,
  at: string,
  from: string,
  carriedOver: boolean,
  closesAt: string | null,
  next: string,
];

describe("a call to a desk of two windows a day", () => {
  it.each<Row>([
    ["Tuesday at 10:00", "2026-05-19T10:00", "2026-05-19T10:00", false, "2026-05-19T17:00", "2026-05-20T09:00"],
    ["at opening", "2026-05-19T09:00", "2026-05-19T09:00", false, "2026-05-19T17:00", "2026-05-20T09:00"],
    ["at lunch", "2026-05-19T12:30", "2026-05-19T14:00", false, "2026-05-19T17:00", "2026-05-20T09:00"],
    ["at noon", "2026-05-19T12:00", "2026-05-19T14:00", false, "2026-05-19T17:00", "2026-05-20T09:00"],
    ["before opening", "2026-05-19T08:00", "2026-05-19T09:00", false, "2026-05-19T17:00", "2026-05-20T09:00"],
    ["just after midnight", "2026-05-19T00:00", "2026-05-19T09:00", false, "2026-05-19T17:00", "2026-05-20T09:00"],
    ["a minute before closing", "2026-05-19T16:59", "2026-05-19T16:59", false, "2026-05-19T17:00", "2026-05-20T09:00"],
    ["at closing", "2026-05-19T17:00", "2026-05-20T09:00", true, null, "2026-05-20T09:00"],
    ["after closing", "2026-05-19T17:30", "2026-05-20T09:00", true, null, "2026-05-20T09:00"],
    ["before midnight", "2026-05-19T23:59", "2026-05-20T09:00", true, null, "2026-05-20T09:00"],
    ["Friday at 16:55, Whit", "2026-05-22T16:55", "2026-05-22T16:55", false, "2026-05-22T17:00", "2026-05-26T09:00"],
    ["Friday at 16:55", "2026-05-29T16:55", "2026-05-29T16:55", false, "2026-05-29T17:00", "2026-06-01T09:00"],
    ["Friday evening", "2026-05-22T18:00", "2026-05-26T09:00", true, null, "2026-05-26T09:00"],
    ["Saturday", "2026-05-30T10:00", "2026-06-01T09:00", true, null, "2026-06-01T09:00"],
    ["Sunday evening", "2026-05-31T23:00", "2026-06-01T09:00", true, null, "2026-06-01T09:00"],
    ["the eve of Ascension", "2026-05-13T16:00", "2026-05-13T16:00", false, "2026-05-13T17:00", "2026-05-15T09:00"],
    ["that eve, after closing", "2026-05-13T18:00", "2026-05-15T09:00", true, null, "2026-05-15T09:00"],
    ["Ascension", "2026-05-14T10:00", "2026-05-15T09:00", true, null, "2026-05-15T09:00"],
  ])("%s", (_, at, ...expected) => {
    expect(callback(SUPPORT, `${at}+02:00`)).toEqual(expected);
  });

  it("whose next working day opens at an hour of its own is carried over to that", () => {
    const definition = { ...SUPPORT, exceptions: { "2026-05-20": ["10:30-12:00"] } };
    expect(callback(definition, "2026-05-19T18:00+02:00")).toEqual([
      "2026-05-20T10:30",
      true,
      null,
      "2026-05-20T10:30",
    ]);
  });

  it("that has short hours today is carried over when those end", () => {
    const definition = { ...SUPPORT, exceptions: { "2026-12-24": ["09:00-12:00"] } };
    // 2026-12-25 is a Friday and Christmas Day.
    expect(callback(definition, "2026-12-24T11:00+01:00")).toEqual([
      "2026-12-24T11:00",
      false,
      "2026-12-24T12:00",
      "2026-12-28T09:00",
    ]);
    expect(callback(definition, "2026-12-24T14:00+01:00")).toEqual([
      "2026-12-28T09:00",
      true,
      null,
      "2026-12-28T09:00",
    ]);
  });

  it("whose last working day is the last one known cannot be answered", () => {
    const definition = { ...SUPPORT, holidays: [{ dates: ["2026-05-01"] }] };
    const ask = (): unknown => callback(definition, "2026-12-31T10:00+01:00");
    expectRefusal(ask, { code: "calendar.beyond-reach", message: /2027-01-01/ });
  });
});

describe("a call to a desk that never closes", () => {
  const always = { timeZone: "Europe/Paris", week: { "mon-sun": ["00:00-24:00"] } };

  it("may be returned at once, and is never carried over", () => {
    expect(callback(always, "2026-05-19T10:00+02:00")).toEqual(["2026-05-19T10:00", false, null, "2026-05-20T00:00"]);
    expect(callback(always, "2026-05-19T00:00+02:00")).toEqual(["2026-05-19T00:00", false, null, "2026-05-20T00:00"]);
  });

  it("closes at the midnight before a closed date", () => {
    const definition = { ...always, closures: ["2026-05-20"] };
    expect(callback(definition, "2026-05-19T10:00+02:00")).toEqual([
      "2026-05-19T10:00",
      false,
      "2026-05-20T00:00",
      "2026-05-21T00:00",
    ]);
  });
});

describe("a call to a night desk, 22:00 to 06:00", () => {
  const nights = { timeZone: "Europe/Paris", week: { "mon-fri": ["22:00-06:00"] } };

  it.each<Row>([
    // 2026-05-19 is a Tuesday.
    ["in the evening", "2026-05-19T23:00", "2026-05-19T23:00", false, "2026-05-20T06:00", "2026-05-20T22:00"],
    ["after midnight", "2026-05-20T02:00", "2026-05-20T02:00", false, "2026-05-20T06:00", "2026-05-20T22:00"],
    ["in the last minute", "2026-05-20T05:59", "2026-05-20T05:59", false, "2026-05-20T06:00", "2026-05-20T22:00"],
    ["at six, before opening", "2026-05-20T06:00", "2026-05-20T22:00", false, "2026-05-21T06:00", "2026-05-21T22:00"],
    ["at noon, before opening", "2026-05-20T12:00", "2026-05-20T22:00", false, "2026-05-21T06:00", "2026-05-21T22:00"],
    [
      "Friday's night, on Saturday",
      "2026-05-23T05:00",
      "2026-05-23T05:00",
      false,
      "2026-05-23T06:00",
      "2026-05-25T22:00",
    ],
    ["Saturday at six", "2026-05-23T06:00", "2026-05-25T22:00", true, null, "2026-05-25T22:00"],
    ["Sunday's midnight", "2026-05-25T00:00", "2026-05-25T22:00", false, "2026-05-26T06:00", "2026-05-26T22:00"],
  ])("%s", (_, at, ...expected) => {
    expect(callback(nights, `${at}+02:00`)).toEqual(expected);
  });
});

describe("a call to a desk whose day goes on in the next", () => {
  const week = { mon: ["08:00-24:00"], tue: ["00:00-12:00"], wed: ["09:00-12:00"] };
  const desk = { timeZone: "Europe/Paris", week };

  it("is not carried over at midnight, but at the end of the day that goes on", () => {
    // 2026-05-18 is a Monday.
    expect(callback(desk, "2026-05-18T10:00+02:00")).toEqual(["2026-05-18T10:00", false, null, "2026-05-19T00:00"]);
    expect(callback(desk, "2026-05-19T10:00+02:00")).toEqual([
      "2026-05-19T10:00",
      false,
      "2026-05-19T12:00",
      "2026-05-20T09:00",
    ]);
  });
});
