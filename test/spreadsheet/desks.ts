/**
 * The calendars of the workbooks' tests: two windows a day, nights, always open, both hemispheres, half an hour of summer time, midnights
 * and a whole date that the clock skips, two changes a year around a moon, and a calendar made of two.
 */
import type { CalendarDefinition } from "../../src/index.ts";
import type { Years } from "../../src/workbook/index.ts";

export interface Desk {
  readonly definition: CalendarDefinition;
  readonly years: Years;
}

const paris: CalendarDefinition = {
  timeZone: "Europe/Paris",
  week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] },
  holidays: ["FR"],
  exceptions: { "2026-12-24": ["09:00-12:00"] },
};

export const DESKS: Readonly<Record<string, Desk>> = {
  paris: { definition: paris, years: { first: 2024, last: 2028 } },
  // Its nights cross both bounds of the years, and the changes of the clock.
  night: {
    definition: { timeZone: "Europe/Berlin", week: { "mon-sun": ["22:00-06:00"] }, closures: ["2026-03-28"] },
    years: { first: 2025, last: 2026 },
  },
  always: {
    definition: { timeZone: "America/New_York", week: { "mon-sun": ["00:00-24:00"] } },
    years: { first: 2026, last: 2026 },
  },
  // Changes by half an hour, in its summer's opening hours.
  lordHowe: {
    definition: {
      timeZone: "Australia/Lord_Howe",
      week: { "mon-sat": ["08:00-18:00"], sun: ["01:00-01:45", "02:15-04:00"] },
    },
    years: { first: 2025, last: 2027 },
  },
  // 2011-12-30 has not been.
  apia: {
    definition: { timeZone: "Pacific/Apia", week: { "mon-sun": ["08:00-12:00", "13:00-17:00"] } },
    years: { first: 2011, last: 2012 },
  },
  // Its clock went forward at midnight.
  saoPaulo: {
    definition: { timeZone: "America/Sao_Paulo", week: { "mon-sun": ["00:30-02:00", "21:00-23:30"] } },
    years: { first: 2016, last: 2018 },
  },
  casablanca: {
    definition: { timeZone: "Africa/Casablanca", week: { "mon-fri": ["08:30-16:30"], sun: ["02:00-03:30"] } },
    years: { first: 2023, last: 2026 },
  },
  both: {
    definition: {
      timeZone: "Europe/Paris",
      union: [paris, { timeZone: "America/Toronto", week: { "mon-fri": ["08:30-16:30"] } }],
    },
    years: { first: 2026, last: 2027 },
  },
};
