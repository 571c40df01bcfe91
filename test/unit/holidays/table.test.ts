/**
 * The thirteen zones, 2020 to 2030, against a table that was worked out without rules: test/vectors.
 */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Calendar, createCalendar } from "../../../src/index.ts";

type Table = Readonly<Record<string, Readonly<Record<string, readonly (readonly [date: string, name: string])[]>>>>;

const FILE = new URL("../../vectors/fr-holidays-2020-2030.json", import.meta.url);
const { zones } = JSON.parse(readFileSync(FILE, "utf8")) as { zones: Table };

const holidaysOf = (zone: string): Calendar =>
  createCalendar({ timeZone: "Europe/Paris", week: { "mon-sun": ["09:00-17:00"] }, holidays: [zone] });

describe("French holidays 2020 to 2030", () => {
  it("the table has thirteen zones of eleven years", () => {
    expect(Object.keys(zones)).toHaveLength(13);
    for (const years of Object.values(zones)) expect(Object.keys(years)).toHaveLength(11);
  });

  it.each(Object.keys(zones))("%s: the dates, two entries where two holidays meet", (zone) => {
    const desk = holidaysOf(zone);
    for (const [year, days] of Object.entries(zones[zone] ?? {})) {
      const ours = desk.holidays(`${year}-01-01`, `${year}-12-31`).map(({ date }) => date);
      expect(ours).toEqual(days.map(([date]) => date).sort());
    }
  });

  it.each(["FR-67", "FR-68"])("%s has the dates of FR-57", (zone) => {
    const [ours, theirs] = [holidaysOf(zone), holidaysOf("FR-57")];
    expect(ours.holidays("2020-01-01", "2030-12-31")).toEqual(theirs.holidays("2020-01-01", "2030-12-31"));
  });

  it.each(Object.keys(zones))("%s: each date is closed, and the days that are not in the table are open", (zone) => {
    const desk = holidaysOf(zone);
    for (const [year, days] of Object.entries(zones[zone] ?? {})) {
      const dates = new Set(days.map(([date]) => date));
      const [from, to] = [`${year}-01-01`, `${Number(year) + 1}-01-01`];
      const length = (Date.parse(to) - Date.parse(from)) / 86_400_000;
      expect(desk.workingDaysBetween(from, to)).toBe(length - dates.size);
    }
  });

  it("every holiday has an id of its own, a French and an English name", () => {
    const names = new Map<string, string>();
    for (const zone of Object.keys(zones)) {
      for (const { id, name, names: both } of holidaysOf(zone).holidays("2020-01-01", "2030-12-31")) {
        expect(id).toMatch(/^[a-z]{2}(-\d+)?\.[a-z0-9-]+$/);
        expect(both.fr).not.toBe("");
        expect(name).toBe(both.en);
        expect(names.get(id ?? "") ?? both.en).toBe(both.en);
        names.set(id ?? "", both.en);
      }
    }
    expect(names.size).toBeGreaterThan(20);
  });
});
