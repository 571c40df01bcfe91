/**
 * The built-in holidays against the government's own list, 2000 to 2019, date for date.
 *
 * Source: the data of the French government's calendar service (Etalab, Licence Ouverte), which stand beside the
 * repository and are not copied into it; where they are absent, the test skips and says so. The list is keyed by date
 * and so keeps one name where two holidays meet: dates are compared, not names. It has official holidays only.
 */

import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { needs } from "../../helpers/needs.ts";

type OfficialList = Readonly<
  Record<string, Readonly<Record<string, readonly (readonly [date: string, name: string])[]>>>
>;

const FILE = new URL("../../../../shared/data/fr-holidays-official-2000-2019.json", import.meta.url);

/** The list's zones, by the names that definitions use. */
const ZONES: Readonly<Record<string, readonly string[]>> = {
  metropole: ["FR"],
  "alsace-moselle": ["FR-57", "FR-67", "FR-68"],
  guadeloupe: ["GP", "FR-GP"],
  martinique: ["MQ", "FR-MQ"],
  guyane: ["GF", "FR-GF"],
  "la-reunion": ["RE", "FR-RE"],
  mayotte: ["YT", "FR-YT"],
  "saint-barthelemy": ["BL", "FR-BL"],
  "saint-martin": ["MF", "FR-MF"],
  "saint-pierre-et-miquelon": ["PM", "FR-PM"],
  "nouvelle-caledonie": ["NC", "FR-NC"],
  "polynesie-francaise": ["PF", "FR-PF"],
  "wallis-et-futuna": ["WF", "FR-WF"],
};

test.skipIf(!existsSync(FILE))(
  needs(
    "the official list beside the clone",
    existsSync(FILE),
    "every zone and year of the government's list, 2000 to 2019, by date",
  ),
  () => {
    const list = JSON.parse(readFileSync(FILE, "utf8")) as OfficialList;
    expect(Object.keys(list).sort()).toEqual(Object.keys(ZONES).sort());
    const wrong: string[] = [];
    let zoneYears = 0;
    let dates = 0;
    for (const [officialZone, years] of Object.entries(list)) {
      for (const zone of ZONES[officialZone] ?? []) {
        const desk = createCalendar({ timeZone: "UTC", week: { "mon-sun": ["09:00-17:00"] }, holidays: [zone] });
        for (const [year, days] of Object.entries(years)) {
          const known = desk.holidays(`${year}-01-01`, `${year}-12-31`).filter(({ source }) => source === "official");
          const ours = [...new Set(known.map(({ date }) => date))].join(" ");
          const theirs = days
            .map(([date]) => date)
            .sort()
            .join(" ");
          if (ours !== theirs) wrong.push(`${zone} ${year}: ${ours} instead of ${theirs}`);
          zoneYears++;
          dates += days.length;
        }
      }
    }
    console.log(`official list: ${zoneYears} years of zones, ${dates} dates compared`);
    expect(wrong).toEqual([]);
    // Twenty years of thirteen zones: one under its one name, one under three, eleven under two.
    expect(zoneYears).toBe((1 + 3 + 11 * 2) * 20);
  },
);
