/**
 * What is shared cannot be changed: ready policies, definitions, presets, sources of holidays. Every place that can be reached is tried,
 * maps and sets too.
 */
import { expect, it } from "vitest";
import * as clip from "../../../src/charters/clip-industrie.ts";
import { dateHolidays } from "../../../src/date-holidays/index.ts";
import { createCalendar, definePolicy, union } from "../../../src/index.ts";
import { RENDERERS } from "../../../src/report/index.ts";
import { calendarTemplate } from "../../../src/spreadsheet/index.ts";
import { fullPolicy } from "../../helpers/full-policy.ts";
import { DEFINITION, desk } from "./doors.ts";

/** Paths of the places at which a value could be changed. */
function openPlaces(root: unknown): string[] {
  const found: string[] = [];
  const seen = new Set<unknown>();
  const waiting: [path: string, value: unknown][] = [["", root]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, value] = next;
    if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) continue;
    seen.add(value);
    if (typeof value === "function") continue;
    if (!Object.isFrozen(value)) found.push(path);
    if (value instanceof Map || value instanceof Set) {
      const before = value.size;
      for (const change of ["set", "add", "delete", "clear"]) {
        const method = (value as unknown as Record<string, unknown>)[change];
        if (typeof method !== "function") continue;
        try {
          method.call(value, "new", "new");
        } catch {
          // Refused, as it should be.
        }
      }
      if (value.size !== before) found.push(`${path} (its contents)`);
      const entries = value instanceof Map ? [...value] : [...value].map((item) => [item, item]);
      for (const [key, item] of entries) waiting.push([`${path}<${String(key)}>`, item], [`${path}<key>`, key]);
    }
    for (const [key, { value: member }] of Object.entries(Object.getOwnPropertyDescriptors(value)))
      waiting.push([`${path}.${key}`, member]);
  }
  return found;
}

it.each<[string, unknown]>([
  ["the charter's policy", clip.clipIndustrie],
  ["the charter's document", clip.clipIndustrieDefinition],
  ["a policy with every key", definePolicy(fullPolicy())],
  ["a calendar", desk],
  ["a combination", union([desk, desk])],
  ["a calendar with a source made by code", createCalendar({ ...DEFINITION, holidays: [dateHolidays("BE")] })],
  ["the renderers", RENDERERS],
])("%s is frozen through and through", (_what, value) => {
  expect(openPlaces(value)).toEqual([]);
});

it("what is handed out afresh changes nothing that others have", () => {
  const before = JSON.stringify([
    calendarTemplate(),
    desk.day("2026-05-25"),
    desk.holidays("2026-05-01", "2026-05-31"),
  ]);
  const spoil = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const member of Object.values(value)) spoil(member);
    for (const key of Object.keys(value)) Reflect.set(value, key, "spoiled");
    if (Array.isArray(value)) value.length = 0;
  };
  const segments = (): unknown => desk.segments("2026-05-22T00:00+02:00", "2026-05-27T00:00+02:00");
  const told = JSON.stringify(segments());
  for (const value of [
    calendarTemplate(),
    desk.day("2026-05-25"),
    desk.holidays("2026-05-01", "2026-05-31"),
    segments(),
  ]) {
    try {
      spoil(value);
    } catch {
      // A frozen list may not be emptied.
    }
  }
  expect(JSON.stringify([calendarTemplate(), desk.day("2026-05-25"), desk.holidays("2026-05-01", "2026-05-31")])).toBe(
    before,
  );
  expect(JSON.stringify(segments())).toBe(told);
});
