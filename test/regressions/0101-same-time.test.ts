/**
 * A request that came while the desk was closed was due at the time of day at which it came, before the desk had been open once,
 * and a later request was due earlier. Law: `same-time` is counted from the first open instant on a working day; a later request
 * is never due earlier (docs/semantics.md, "Targets in days"; law 39).
 */
import { describe, expect, it } from "vitest";
import { request, result } from "../unit/evaluation/promise.ts";
import { define, document, refusalOf, type Told } from "./clocks.ts";

const DESK = { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } };
const sameTime = (more: object = {}) =>
  define(
    document(
      { target: { days: "P1D", count: "working", until: "same-time", rollToOpen: true, ...more } },
      { calendars: { desk: DESK } },
    ),
  );
/** Saturday 6 June 2026, Sunday 7, Monday 8. */
const due = (opened: string, more: object = {}, later: Told[] = []) =>
  result(sameTime(more), request([`opened ${opened}`, ...later]), { asOf: opened });

describe("one working day, until the same time", () => {
  it("from a Sunday night is met in the first open minute of Tuesday", () => {
    const events = ["opened 7 02:00", "closed 8 09:01"];
    expect(result(sameTime(), events, { asOf: "9 00:00" })).toMatchObject({
      outcome: "met",
      dueAt: "2026-06-09T09:00:00.000Z",
      dueDate: "2026-06-09",
    });
  });

  it.each(["civil-date", "service-day"])("does not go down, counted by %s", (day) => {
    const dues = ["6 23:00", "7 02:00", "8 08:59", "8 09:00"].map((opened) => due(opened, { day }).dueAt);
    expect(dues).toEqual(dues.map(() => "2026-06-09T09:00:00.000Z"));
    expect(due("8 09:00:00.001", { day }).dueAt).toBe("2026-06-09T09:00:00.001Z");
  });

  it("after closing is taken on the next working day", () => {
    expect(due("5 17:00").dueAt).toBe("2026-06-09T09:00:00.000Z");
    expect(due("5 16:59").dueAt).toBe("2026-06-08T16:59:00.000Z");
  });

  it("is late a millisecond after it is due", () => {
    expect(due("8 10:00").missedAt).toBe("2026-06-09T10:00:00.001Z");
    const asOf = "10 00:00";
    expect(result(sameTime(), ["opened 8 10:00", "closed 9 10:00"], { asOf }).outcome).toBe("met");
    expect(result(sameTime(), ["opened 8 10:00", "closed 9 10:00:00.001"], { asOf }).outcome).toBe("missed");
  });
});

describe("calendar days, until the same time", () => {
  it("without a roll go by the time of day, open or closed", () => {
    const more = { count: "calendar", rollToOpen: false };
    expect(due("6 23:00", more).dueAt).toBe("2026-06-07T23:00:00.000Z");
    // With a service day the request is taken at the next opening: Monday 9:00.
    expect(due("6 23:00", { ...more, day: "service-day" }).dueAt).toBe("2026-06-09T09:00:00.000Z");
  });

  it("that move forward are due at the first opening", () => {
    // Friday 10:00 to Saturday, moved to Monday.
    expect(due("5 10:00", { count: "calendar" }).dueAt).toBe("2026-06-08T09:00:00.000Z");
  });
});

describe("a desk whose days differ", () => {
  const policy = define(
    document(
      { target: { days: "P1D", count: "working", until: "same-time", rollToOpen: true } },
      { calendars: { desk: { timeZone: "UTC", week: { mon: ["08:00-20:00"], tue: ["10:00-12:00", "14:00-16:00"] } } } },
    ),
  );
  it.each([
    ["opens later", "8 09:00", "2026-06-09T10:00:00.000Z"],
    ["is closed at noon", "8 13:00", "2026-06-09T14:00:00.000Z"],
    ["has closed by then", "8 19:00", "2026-06-09T16:00:00.000Z"],
    ["is open", "8 11:00", "2026-06-09T11:00:00.000Z"],
  ])("on a date that %s", (_, opened, dueAt) => {
    expect(result(policy, [`opened ${opened}`], { asOf: opened }).dueAt).toBe(dueAt);
  });
});

describe("a desk of nights", () => {
  // Saturday 2:00 is open, but Saturday has no hours of its own: a request then is one of Sunday's night.
  const week = { "sun-thu": ["22:00-06:00"], fri: ["09:00-10:00"] };
  const policy = define(
    document(
      { target: { days: "P1D", count: "working", until: "same-time", rollToOpen: true } },
      { calendars: { desk: { timeZone: "UTC", week } } },
    ),
  );
  it.each([
    ["in the night before, on a date with hours of its own", "9 02:00", "2026-06-10T02:00:00.000Z"],
    ["on Friday, open by Thursday's night", "12 02:00", "2026-06-14T22:00:00.000Z"],
    ["on Saturday", "13 02:00", "2026-06-15T22:00:00.000Z"],
  ])("%s", (_, opened, dueAt) => {
    expect(result(policy, [`opened ${opened}`], { asOf: opened }).dueAt).toBe(dueAt);
  });
});

describe("no days at all", () => {
  it("are refused until the same time", () => {
    expect(refusalOf(() => sameTime({ days: "P0D" }))).toMatchObject({
      code: "policy.conflict",
      path: ["commitments", "it", "target", "until"],
    });
  });

  it.each([
    ["closing", "5 16:59", "2026-06-05T17:00:00.000Z", 0],
    ["closing", "5 17:00", "2026-06-08T17:00:00.000Z", 0],
    ["closing", "6 12:00", "2026-06-08T17:00:00.000Z", 0],
    ["midnight", "5 18:00", "2026-06-06T00:00:00.000Z", 0],
  ])(
    "until %s end with the day of %s, or with the next working day if it is over",
    (until, opened, dueAt, elapsedDays) => {
      expect(due(opened, { days: "P0D", until })).toMatchObject({ outcome: "running", dueAt, elapsedDays });
    },
  );
});
