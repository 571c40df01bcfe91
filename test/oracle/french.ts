/**
 * French public holidays, for the oracle: by zone and civil year, from the law and the official list.
 *
 * Sources: Code du travail, art. L3133-1; law 83-550 for the overseas departments; the list behind the
 * government's calendar service for 2000 to 2019 (etalab, Licence Ouverte); local law for NC, PF and WF.
 * France never moves a holiday that falls on a weekend.
 */

import { dateOf, dayNumber } from "./civil.ts";

/** The years for which these rules were checked. */
export const FRENCH_REACH = { from: "1982-01-01", to: "2199-12-31" } as const;

interface Rule {
  /** "05-27", or days after Easter Sunday. */
  readonly on: string | number;
  /** Where the contract names it. */
  readonly id?: string;
  readonly since?: number;
  readonly until?: number;
}

const COMMON: readonly Rule[] = [
  { on: "01-01" },
  { on: 1 },
  { on: "05-01" },
  { on: "05-08", since: 1982 },
  { on: 39 },
  { on: 50, id: "fr.pentecost-monday" },
  { on: "07-14" },
  { on: "08-15" },
  { on: "11-01" },
  { on: "11-11" },
  { on: "12-25" },
];

const ALSACE_MOSELLE: readonly Rule[] = [{ on: -2 }, { on: "12-26" }];

/** What a zone adds to the common days: those of the official list and those of local law. */
const EXTRA: Readonly<Record<string, readonly Rule[]>> = {
  FR: [],
  "57": ALSACE_MOSELLE,
  "67": ALSACE_MOSELLE,
  "68": ALSACE_MOSELLE,
  GP: [{ on: "05-27", since: 1984 }],
  MQ: [{ on: "05-22" }],
  GF: [{ on: "06-10" }],
  RE: [{ on: "12-20", since: 1983 }],
  YT: [{ on: "04-27" }],
  BL: [{ on: "10-09" }],
  MF: [
    { on: "05-27", until: 2017 },
    { on: "05-28", since: 2018 },
  ],
  PM: [],
  NC: [{ on: "09-24" }],
  PF: [{ on: "03-05" }, { on: -2 }, { on: "06-29", since: 1985, until: 2024 }, { on: "11-20", since: 2025 }],
  WF: [{ on: "04-28" }, { on: "06-29" }, { on: "07-29" }],
};

export const FRENCH_ZONES: readonly string[] = [
  "FR",
  "FR-57",
  "FR-67",
  "FR-68",
  "GP",
  "MQ",
  "GF",
  "RE",
  "YT",
  "BL",
  "MF",
  "PM",
  "NC",
  "PF",
  "WF",
];

const remembered = new Map<string, readonly string[]>();

/**
 * The holidays of one civil year less those taken out by their id, sorted, each date once even where two holidays meet.
 * Remembered: they are asked for at every date.
 */
export function frenchHolidays(zone: string, year: number, reopen: readonly string[] = []): readonly string[] {
  const key = `${zone} ${year} ${reopen.join()}`;
  const dates = remembered.get(key) ?? listHolidays(zone, year, reopen);
  remembered.set(key, dates);
  return dates;
}

function listHolidays(zone: string, year: number, reopen: readonly string[]): string[] {
  const extra = EXTRA[zone.replace(/^FR-/, "")];
  if (extra === undefined) throw new TypeError(`not a French zone: ${zone}`);
  const easter = easterSunday(year);
  const dates = [...COMMON, ...extra]
    .filter((rule) => rule.id === undefined || !reopen.includes(rule.id))
    .filter((rule) => year >= (rule.since ?? year) && year <= (rule.until ?? year))
    .map((rule) => (typeof rule.on === "number" ? dateOf(easter + rule.on) : `${year}-${rule.on}`));
  return [...new Set(dates)].sort();
}

/**
 * Easter as a day number, by the tables of the Gregorian calendar rather than by one of the closed formulas: the
 * Sunday after the fourteenth day of the moon that falls on or after 21 March.
 */
export function easterSunday(year: number): number {
  const goldenNumber = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const solarCorrection = Math.floor((3 * century) / 4) - 12;
  const lunarCorrection = Math.floor((8 * century + 5) / 25) - 5;
  let epact = (((11 * goldenNumber + 20 + lunarCorrection - solarCorrection) % 30) + 30) % 30;
  // Two epacts would put the moon a day too late: the calendar moves them.
  if (epact === 24 || (epact === 25 && goldenNumber > 11)) epact += 1;
  const marchFirst = dayNumber(`${year}-03-01`);
  let fullMoon = marchFirst + 44 - epact - 1;
  if (fullMoon < marchFirst + 20) fullMoon += 30;
  let sunday = fullMoon + 1;
  // 1970-01-04 (day 3) was a Sunday.
  while ((sunday - 3) % 7 !== 0) sunday += 1;
  return sunday;
}
