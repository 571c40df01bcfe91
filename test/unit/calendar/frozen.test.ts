/**
 * Nothing frozen can be changed, and nothing that a calendar answers leads back into it. Source: the contract's
 * design §3.
 */

import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { SUPPORT } from "../refusals.ts";

/** Tries to change every value and list that can be reached, as a careless caller might. */
function vandalise(value: unknown, depth = 0): void {
  if (typeof value !== "object" || value === null || depth > 6) return;
  const target = value as Record<string, unknown>;
  for (const [key, member] of Object.entries(target)) {
    vandalise(member, depth + 1);
    if (typeof member === "function" || (typeof member === "object" && member !== null)) continue;
    try {
      target[key] = typeof member === "number" ? 0 : typeof member === "boolean" ? !member : "changed";
    } catch {
      // Frozen: as it should be.
    }
  }
  if (Array.isArray(value)) {
    try {
      value.push("added");
    } catch {
      // Frozen: as it should be.
    }
  }
}

const definition = { ...SUPPORT, closures: [{ from: "2026-05-26", to: "2026-05-26", name: "inventory" }] };
const [FROM, TO] = ["2026-05-22T16:00+02:00", "2026-05-28T10:00+02:00"];

describe("a calendar", () => {
  it("is frozen, with its definition, its reach and its numbers beneath", () => {
    const desk = createCalendar(definition);
    for (const part of [desk, desk.definition, desk.definition.week, desk.reach, desk.timeline]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    expect(() => {
      (desk as { isOpen: unknown }).isOpen = () => true;
    }).toThrow(TypeError);
  });
});

describe("an answer can be changed without changing the next one:", () => {
  const desk = createCalendar(definition, { output: "ms" });

  it.each<[string, () => unknown]>([
    ["day of a holiday", () => desk.day("2026-05-25")],
    ["day of a closure", () => desk.day("2026-05-26")],
    ["day of a working day", () => desk.day("2026-05-22")],
    ["holidays", () => desk.holidays("2026-05-01", "2026-05-31")],
    ["windows", () => desk.windows(FROM, TO)],
    ["segments", () => desk.segments(FROM, TO)],
    ["explain", () => desk.explain(FROM, "PT4H")],
    ["definition", () => desk.definition],
    ["reach", () => desk.reach],
  ])("%s", (_, ask) => {
    const before = JSON.stringify(ask());
    vandalise(ask());
    expect(JSON.stringify(ask())).toBe(before);
  });

  it("nor that of another calendar, made before or after", () => {
    const other = createCalendar(SUPPORT);
    const before = JSON.stringify(other.holidays("2026-07-14", "2026-07-14"));
    vandalise(desk.holidays("2026-07-14", "2026-07-14"));
    expect(JSON.stringify(other.holidays("2026-07-14", "2026-07-14"))).toBe(before);
    expect(JSON.stringify(createCalendar(SUPPORT).holidays("2026-07-14", "2026-07-14"))).toBe(before);
  });
});
