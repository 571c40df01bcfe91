/**
 * Calendars of 64 KB at most, each as bad as its kind can be within the default limits or near them: what a stranger could send.
 */

import { clock, dateOf, many, type Sent } from "./untrusted.ts";

const WEEKDAYS = ["09:00-12:00", "14:00-17:00"];
const DESK = { timeZone: "Europe/Paris", week: { "mon-fri": WEEKDAYS } };
const NEVER_OFF = { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } };

/** Windows of a few minutes, one after another, `every` minutes from `first` on. */
const windows = (count: number, every: number, long: number, first = 0): string[] =>
  many(count, (i) => `${clock(first + i * every)}-${clock(first + i * every + long)}`);
const week = (list: readonly string[]): object => ({ "mon-sun": list });
const flat = (count: number, list: (i: number) => readonly string[], zone = (_: number) => "UTC"): object[] =>
  many(count, (i) => ({ timeZone: zone(i), week: week(list(i)) }));
const nested = (depth: number, operation: string, list: readonly string[]): object =>
  depth === 0
    ? { timeZone: "UTC", week: week(list) }
    : {
        timeZone: "UTC",
        [operation]: [nested(depth - 1, operation, list), { timeZone: "Europe/Paris", week: week(list) }],
      };

const ZONES = (
  "Africa/Casablanca America/St_Johns Asia/Kathmandu Australia/Lord_Howe Pacific/Chatham Europe/London America/New_York " +
  "Asia/Tehran America/Santiago Africa/Cairo Europe/Moscow Asia/Gaza Pacific/Apia America/Sao_Paulo Asia/Tokyo Africa/Freetown"
).split(" ");
const zoneOf = (i: number): string => ZONES[i % ZONES.length]!;

/** By what is bad in them. */
export const CALENDARS: Readonly<Record<string, Sent>> = {
  "288 windows a day": { ...NEVER_OFF, week: week(windows(288, 5, 2)) },
  "288 windows ∩ 12, seldom": {
    timeZone: "UTC",
    intersection: [...flat(1, () => windows(288, 5, 2)), ...flat(1, () => windows(12, 120, 1, 3))],
  },
  "two of 150, meet one minute of the week": {
    timeZone: "UTC",
    intersection: [
      { timeZone: "UTC", week: { "mon-sat": windows(149, 8, 2), sun: ["00:00-00:01"] } },
      { timeZone: "UTC", week: { "mon-sat": windows(149, 8, 2, 4), sun: ["00:00-00:01"] } },
    ],
  },
  "two of 150, other zones, never meet": {
    timeZone: "UTC",
    intersection: [
      ...flat(
        1,
        () => windows(150, 8, 2),
        () => "Asia/Kathmandu",
      ),
      ...flat(
        1,
        () => windows(150, 8, 2, 4),
        () => "Pacific/Chatham",
      ),
    ],
  },
  "60 ∩ of 5 windows, 16 zones": { timeZone: "UTC", intersection: flat(60, (i) => windows(5, 240, 3, i), zoneOf) },
  "60 ∪ of 5 windows, 16 zones": { timeZone: "UTC", union: flat(60, (i) => windows(5, 240, 3, i), zoneOf) },
  "60 ∩ of one zone, open one date": {
    timeZone: "UTC",
    intersection: [
      ...flat(59, () => windows(5, 240, 180)),
      { ...NEVER_OFF, closures: [{ from: "1900-01-01", to: "2198-12-30" }] },
    ],
  },
  "8 deep ∩ of 33 windows": nested(8, "intersection", windows(33, 40, 30)) as Sent,
  "8 deep − of 33 windows": nested(8, "difference", windows(33, 40, 30)) as Sent,
  "8 deep ∪ of 33 windows": nested(8, "union", windows(33, 40, 30)) as Sent,
  "a day that is closed but in 2199": {
    ...DESK,
    closures: [{ from: "1900-01-01", to: "2199-12-30" }],
  },
  "one minute a year": { ...DESK, week: { mon: [] }, exceptions: { "12-31": ["23:58-23:59"] } },
  "one minute a leap year": { ...DESK, week: { mon: [] }, exceptions: { "02-29": ["23:58-23:59"] } },
  "1,900 closures of every year": { ...DESK, closures: many(1900, (i) => `${dateOf(i % 300).slice(5)}/12-31`) },
  "700 part-day closures of every year": {
    ...DESK,
    closures: many(700, (i) => ({ date: "01-01/12-31", from: clock(i), to: clock(i + 600) })),
  },
  "1,000 closures of centuries": {
    ...DESK,
    closures: many(1000, (i) => ({ from: dateOf(i - 18_000), to: "2199-12-30" })),
  },
  "700 part-day closures × 300 windows": {
    ...NEVER_OFF,
    week: week(windows(288, 5, 4)),
    closures: many(700, (i) => ({ date: "01-01/12-31", from: clock(2 * i), to: clock(2 * i + 1) })),
  },
  "3,200 exceptions of a date": {
    ...DESK,
    exceptions: Object.fromEntries(many(3200, (i) => [dateOf(19 * i - 20_000), []])),
  },
  "1,000 exceptions of centuries": {
    ...DESK,
    exceptions: Object.fromEntries(many(1000, (i) => [`${dateOf(i - 20_000)}/2199-12-31`, ["10:00-11:00"]])),
  },
  "1,900 exceptions of spans of every year": {
    ...DESK,
    exceptions: Object.fromEntries(many(1900, (i) => [spanOfYear(i), ["10:00-11:00"]])),
  },
  "100 exceptions of 40 windows, centuries": {
    ...DESK,
    exceptions: Object.fromEntries(many(100, (i) => [`${dateOf(i)}/2199-12-31`, windows(40, 30, 20)])),
  },
  "1,000 versions": {
    ...DESK,
    versions: many(1000, (i) => ({ from: dateOf(20 * i), week: { "mon-fri": ["09:00-10:00"] } })),
  },
  "900 versions × 400 closures": {
    ...DESK,
    closures: many(400, (i) => ({ from: dateOf(i - 18_000), to: "2199-12-30" })),
    versions: many(900, (i) => ({ from: dateOf(100 * i), closures: [`${dateOf(100 * i)}`] })),
  },
  "500 versions × exceptions": {
    ...DESK,
    versions: many(500, (i) => ({
      from: dateOf(100 * i),
      exceptions: { [`${dateOf(100 * i)}/2199-12-31`]: ["08:00-09:00"] },
    })),
  },
  "a list of 4,600 holidays": { ...DESK, holidays: [{ dates: many(4600, (i) => dateOf(19 * i - 25_000)) }] },
  "100 lists of 30 holidays": {
    ...DESK,
    holidays: many(100, (k) => ({ dates: many(30, (i) => dateOf(365 * i + k)) })),
  },
  "100 sources": { ...DESK, holidays: many(100, () => "FR") },
  "64 calendars of 50 lists": {
    timeZone: "UTC",
    union: many(60, () => ({ ...DESK, holidays: ["FR"] })),
  },
  "4,096 operands": { timeZone: "UTC", union: many(900, () => ({ timeZone: "UTC", week: { mon: ["09:00-10:00"] } })) },
  "7,000 deep": deepText(7000),
  "a name of 64 KB": { ...DESK, name: "x".repeat(64_000) },
  "a key of 64 KB": { ...DESK, ["x".repeat(64_000)]: 1 },
  "8,000 unknown keys": { ...DESK, ...Object.fromEntries(many(5500, (i) => [`k${i}`, 1])) },
  "9,000 bad closures": { ...DESK, closures: many(4900, (i) => `2026-13-${i % 90}`) },
  "9,000 bad windows": { ...DESK, week: { mon: many(5000, (i) => `9:${i}`) } },
  "1,500 closures of the same dates": {
    ...DESK,
    closures: many(1500, () => ({ from: "2026-05-01", to: "2080-12-30" })),
  },
  "60 zones, seldom": {
    timeZone: "UTC",
    intersection: flat(
      60,
      () => ["09:00-09:01"],
      (i) => Intl.supportedValuesOf("timeZone")[6 * i]!,
    ),
  },
  "20 zones of a night": {
    timeZone: "Pacific/Apia",
    intersection: flat(16, (i) => windows(8, 120, 100, i), zoneOf),
  },
};

function spanOfYear(i: number): string {
  const [from, to] = [i % 60, 70 + Math.floor(i / 60)];
  return `${dateOf(from).slice(5)}/${dateOf(to).slice(5)}`;
}

/** Text, as what is nested so deep cannot be written by JSON.stringify. */
function deepText(depth: number): Sent {
  const open = '{"union":[';
  return { text: `${open.repeat(depth > 6000 ? 5000 : depth)}1${"]}".repeat(depth > 6000 ? 5000 : depth)}` };
}
