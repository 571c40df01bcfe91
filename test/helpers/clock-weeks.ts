/**
 * Clock weeks: for zones with awkward clocks, the weeks in which they change, each under a few awkward calendars.
 */

import { MS_PER_MINUTE, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import type { Closure, Definition } from "../oracle/definition.ts";
import { changesBetween } from "../oracle/zone.ts";

export interface ClockWeek {
  readonly title: string;
  readonly definition: Definition;
  readonly startMs: number;
  readonly endMs: number;
}

/** Each zone with the civil years that are worth a look, and why. */
const ZONES: readonly (readonly [zone: string, years: readonly number[]])[] = [
  ["Europe/Paris", [2026]],
  ["America/New_York", [2026]],
  ["Australia/Lord_Howe", [2026]], // half an hour
  ["America/Sao_Paulo", [2017, 2018]], // at midnight: 00:00 to 01:00, and back to 23:00
  ["Pacific/Apia", [2011]], // a date skipped
  ["Asia/Kathmandu", [1986]], // 05:30 to 05:45
  ["America/St_Johns", [2010, 2026]], // an odd offset; at 00:01 until 2011
  ["Africa/Casablanca", [2026]], // back for Ramadan
  ["Antarctica/Troll", [2026]], // two hours
  ["Asia/Tehran", [2021]], // an odd offset, at midnight
  ["Africa/Cairo", [2014]], // four changes in one year
  ["America/Caracas", [2007, 2016]], // half an hour for good
  ["Asia/Pyongyang", [2015, 2018]], // half an hour back at midnight, then forth
  ["Pacific/Kwajalein", [1993]], // another date skipped
  ["Asia/Beirut", [2026]], // at midnight
];

type Named = readonly [name: string, week: Record<string, string[]>, closures?: Closure[]];

const CALENDARS: readonly Named[] = [
  ["office hours", { "mon-fri": ["09:00-12:00", "14:00-17:00"] }],
  ["nights", { "mon-sun": ["22:00-06:00"] }],
  [
    "around the change",
    { "mon-sun": ["00:00-00:30", "00:45-01:30", "01:45-02:15", "02:30-03:00", "03:15-04:00", "23:15-23:59"] },
  ],
  ["up to midnight and on", { "fri,sat": ["23:30-24:00"], "sun-thu": ["00:00-00:01", "00:30-03:30", "23:00-02:30"] }],
  ["all but a minute", { "mon-sun": ["12:00-11:59"] }],
  ["always", { "mon-sun": ["00:00-24:00"] }],
  [
    "nights that the closures of the next date cut",
    { "mon-sun": ["09:00-12:00", "22:00-06:00"] },
    // Every other hour or so of the small hours, among them those that are skipped and shown twice.
    [
      { date: "01-01/12-31", from: "00:15", to: "00:45" },
      { date: "01-01/12-31", from: "01:30", to: "02:20" },
      { date: "01-01/12-31", from: "02:40", to: "03:10" },
      { date: "01-01/12-31", from: "05:50", to: "09:30" },
    ],
  ],
];

/** One week around each change, starting and ending at odd minutes. */
export function clockWeeks(): ClockWeek[] {
  const weeks: ClockWeek[] = [];
  for (const [zone, years] of ZONES) {
    for (const year of years) {
      for (const { atMs } of changesBetween(zone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1))) {
        const startMs = Math.floor((atMs - 3.5 * WALL_MS_PER_DAY) / MS_PER_MINUTE) * MS_PER_MINUTE + 7 * MS_PER_MINUTE;
        const endMs = startMs + 7 * WALL_MS_PER_DAY;
        const day = new Date(atMs).toISOString().slice(0, 10);
        for (const [name, week, closures] of CALENDARS) {
          const definition: Definition = { timeZone: zone, week, ...(closures === undefined ? {} : { closures }) };
          weeks.push({ title: `${zone}, about ${day}, ${name}`, definition, startMs, endMs });
        }
      }
    }
  }
  return weeks;
}
