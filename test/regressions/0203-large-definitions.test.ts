/**
 * Definitions whose cost grew faster than their size: each is now linear, or refused by a code of its own before it is read.
 */
import { describe, expect, it } from "vitest";
import { type CalendarDefinition, createCalendar, definePolicy, union } from "../../src/index.ts";
import { growth, NEAR_LINEAR } from "../helpers/growth.ts";
import { refusal } from "../unit/refusals.ts";

const DESK: CalendarDefinition = { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } };
const AT = "2026-05-22T16:00Z";
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const dateOf = (index: number): string => new Date(Date.UTC(1950, 0, 1 + index)).toISOString().slice(0, 10);
const nested = (depth: number): CalendarDefinition =>
  depth === 0 ? DESK : { timeZone: "UTC", intersection: [nested(depth - 1), DESK] };
const clock = (minutes: number): string => new Date(minutes * 60_000).toISOString().slice(11, 16);

describe("a calendar that is larger than its limits", () => {
  it.each([
    ["100 calendars in one", { timeZone: "UTC", union: many(100, () => DESK) }, "schedule.too-many-operands"],
    ["intersections 30 deep", nested(30), "schedule.too-deep"],
    ["2,900 versions", { ...DESK, versions: many(2900, (i) => ({ from: dateOf(i) })) }, "schedule.too-many-versions"],
    ["5,001 closures", { ...DESK, closures: many(5001, dateOf) }, "schedule.too-many-closures"],
    [
      "50,001 exceptions",
      { ...DESK, exceptions: Object.fromEntries(many(50_001, (i) => [dateOf(i), []])) },
      "schedule.too-many-exceptions",
    ],
    [
      "160 parts of all dates",
      { ...DESK, closures: many(160, (i) => ({ date: "01-01/12-31", from: clock(4 * i), to: clock(4 * i + 2) })) },
      "schedule.too-many-windows",
    ],
    ["101 sources", { ...DESK, holidays: many(101, () => "FR") }, "schedule.too-many-holidays"],
    ["50,001 holidays", { ...DESK, holidays: [{ dates: many(50_001, dateOf) }] }, "schedule.too-many-holidays"],
  ] as const)("is refused: %s", (_, definition, code) => {
    const { issues } = refusal(() => createCalendar(definition as CalendarDefinition));
    expect(issues.map((issue) => issue.code)).toEqual([code]);
  });

  it("is made where its limits are raised, and so is what it is combined to", () => {
    expect(createCalendar(nested(9), { limits: { depth: 9 } }).isOpen(AT)).toBe(true);
    const desks = many(65, () => createCalendar(DESK));
    expect(refusal(() => union(desks)).code).toBe("schedule.too-many-operands");
    expect(union(desks, { limits: { operands: 65 } }).isOpen(AT)).toBe(true);
  });
});

describe("what is within the limits", () => {
  it("a million hours at 288 windows a day are farther than may be searched", () => {
    const windows = many(288, (i) => `${clock(5 * i)}-${clock(5 * i + 2)}`);
    const desk = createCalendar({ timeZone: "UTC", week: { "mon-sun": windows } });
    expect(refusal(() => desk.add(AT, "PT1000000H")).code).toBe("calendar.too-far");
  });

  it("costs in proportion to the number of exceptions", () => {
    const make = (count: number) =>
      createCalendar({ ...DESK, exceptions: Object.fromEntries(many(count, (i) => [dateOf(i), []])) }).isOpen(AT);
    expect(growth(5000, make)).toBeLessThan(NEAR_LINEAR);
  });
});

describe("a policy that is larger than its limits", () => {
  const POLICY = {
    policy: "p",
    calendar: "desk",
    calendars: { desk: DESK },
    kinds: { k: { events: ["opened", "closed"] } },
    commitments: {
      c: {
        ...{ kind: "target", kinds: ["k"], start: "opened", stop: "closed", reopening: "ignore" },
        ...{ target: { hours: "PT4H", count: "open" }, changes: { calendar: "keep", policy: "keep" } },
      },
    },
  };
  const rules = many(501, (i) => ({ when: { customer: `c${i}` }, calendar: "desk" }));

  it.each([
    ["3,200 versions", { versions: many(3200, (i) => ({ from: dateOf(i) })) }, "versions"],
    ["501 rules", { calendarRules: rules }, "calendarRules"],
    ["201 calendars", { calendars: Object.fromEntries(many(201, (i) => [`c${i}`, DESK])) }, "calendars"],
  ])("is refused: %s", (_, part, name) => {
    const { issues } = refusal(() => definePolicy({ ...POLICY, ...part } as never));
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([["policy.too-large", name]]);
  });

  it("is made where its limits are raised, those of its calendars too", () => {
    const policy = definePolicy({ ...POLICY, calendarRules: rules } as never, { limits: { calendarRules: 501 } });
    expect(policy.name).toBe("p");
    const deep = { ...POLICY, calendars: { desk: nested(9) } } as never;
    expect(refusal(() => definePolicy(deep)).code).toBe("schedule.too-deep");
    expect(definePolicy(deep, { limits: { calendar: { depth: 9 } } }).name).toBe("p");
  });
});
