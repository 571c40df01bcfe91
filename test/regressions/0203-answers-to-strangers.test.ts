/**
 * What definitions of 64 KB could still cost within their limits: counted in steps and refused by code, never timed.
 */
import { describe, expect, it } from "vitest";
import { insideOf } from "../../src/calendar/internal.ts";
import { type CalendarDefinition, createCalendar, definePolicy } from "../../src/index.ts";
import type { ReadyPolicy } from "../../src/policy/policy.ts";
import { readDefinition } from "../../src/schedule/read-definition.ts";
import { epochDayOf } from "../../src/time/civil-date.ts";
import { refusal } from "../unit/refusals.ts";

const DESK: CalendarDefinition = { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } };
const AT = "2026-05-22T16:00Z";
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const clock = (minutes: number): string => new Date(minutes * 60_000).toISOString().slice(11, 16);

/** How often the platform is asked for an offset. */
function offsetsAsked(work: () => void): number {
  const own = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, "format")!;
  let count = 0;
  Object.defineProperty(Intl.DateTimeFormat.prototype, "format", {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const format = own.get!.call(this);
      return (date?: Date | number) => {
        count++;
        return format(date);
      };
    },
  });
  try {
    work();
  } finally {
    Object.defineProperty(Intl.DateTimeFormat.prototype, "format", own);
  }
  return count;
}

describe("a long closing", () => {
  it("asks for a quarter of the offsets of open years at most", () => {
    const week = { "mon-fri": ["09:00-17:00"] } as const;
    // Zones of their own, in which nothing is known yet, with the same rule of summer time.
    const open = offsetsAsked(() =>
      createCalendar({ timeZone: "Europe/Vaduz", week }).elapsed("1940-01-01T00:00Z", "2030-01-01T00:00Z"),
    );
    const closed = offsetsAsked(() =>
      createCalendar({ timeZone: "Europe/Malta", week, closures: [{ from: "1900-01-01", to: "2199-12-30" }] }).elapsed(
        "1940-01-01T00:00Z",
        "2030-01-01T00:00Z",
      ),
    );
    expect(open).toBeGreaterThan(5000);
    expect(closed).toBeLessThan(open / 4);
  });

  it("has one plan for the dates of a year", () => {
    const { planOf } = readDefinition({ ...DESK, closures: [{ from: "2026-01-01", to: "2027-12-31", name: "moved" }] });
    const day = epochDayOf(2026, 5, 22);
    expect(planOf(day)).toMatchObject({ layer: "holiday", windows: [], closures: ["moved"] });
    expect(planOf(day + 1)).toBe(planOf(day));
  });
});

describe("answers that are long", () => {
  it("ponts are looked for no farther than a question may search", () => {
    const week = { "mon-sun": many(288, (i) => `${clock(5 * i)}-${clock(5 * i + 2)}`) };
    const full = createCalendar({ timeZone: "UTC", week } as CalendarDefinition);
    expect(refusal(() => full.bridgeDays("1901-01-01", "2198-12-31")).code).toBe("calendar.too-far");
    expect(createCalendar({ ...DESK, holidays: ["FR"] }).bridgeDays("2026-05-01", "2026-05-31")).toEqual([
      "2026-05-15",
    ]);
  });

  it("explanations have at most 200,000 names", () => {
    const closures = many(1500, () => ({ from: "2026-05-01", to: "2080-12-30" }));
    const desk = createCalendar({ ...DESK, closures });
    expect(refusal(() => desk.explain(AT, "PT4H")).code).toBe("calendar.too-many-intervals");
    expect(refusal(() => desk.segments(AT, "2080-12-30T00:00Z")).code).toBe("calendar.too-many-intervals");
    expect(desk.segments(AT, "2026-05-23T00:00Z").flatMap(({ names = [] }) => names)).toHaveLength(1500);
  });
});

describe("a policy of many calendars", () => {
  const policyOf = (count: number, calendar: (index: number) => CalendarDefinition) => ({
    policy: "p",
    calendar: "n0",
    calendars: Object.fromEntries(many(count, (i) => [`n${i}`, calendar(i)])),
    kinds: { k: { events: ["opened", "closed"] } },
    commitments: Object.fromEntries(
      many(count, (i) => [
        `c${i}`,
        {
          ...{ kind: "target", kinds: ["k"], calendar: `n${i}`, start: "opened", stop: "closed" },
          ...{ reopening: "ignore", target: { hours: "PT4H", count: "open" } },
        },
      ]),
    ),
  });
  const searched = (count: number, options?: object): number => {
    const policy = definePolicy(policyOf(count, () => DESK) as unknown, options) as unknown as ReadyPolicy;
    return [...policy.calendars.values()]
      .map((calendar) => insideOf(calendar).timeline.schedule)
      .reduce((sum, { load, mostYears = 300 }) => sum + load! * mostYears, 0);
  };

  it("may be searched no more than one of few", () => {
    expect(searched(150)).toBeLessThan(2 * searched(2));
    expect(searched(20, { limits: { calendar: { search: 300_000 } } })).toBe(20 * searched(1));
  });

  it("has at most 100 time zones", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    const policy = policyOf(101, (i) => ({ ...DESK, timeZone: zones[i]! }));
    expect(refusal(() => definePolicy(policy as unknown)).issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["policy.too-large", "zones"],
    ]);
    expect(definePolicy(policy as unknown, { limits: { zones: 101 } })).toBeDefined();
  });
});
