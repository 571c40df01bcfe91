/**
 * Laws of the two edges: the instant by which a duration is used up, and the last at which it is not exceeded.
 */

import { describe, expect } from "vitest";
import { scenarios } from "../arbitraries/scenarios.ts";
import { calendarOf } from "../helpers/calendar.ts";
import { given, law } from "../helpers/law.ts";
import { announceSeed } from "../helpers/runs.ts";

announceSeed("edges.laws");

describe("edges", () => {
  law(
    "law 21: from the near edge on, at least the duration has elapsed",
    scenarios(),
    ({ definition, instants: [t, ...others], durations: [d] }) => {
      given(d > 0);
      const desk = calendarOf(definition);
      const near = desk.add(t, d);
      for (const u of [...others, near, near - 1]) if (u >= t) expect(near <= u).toBe(desk.elapsed(t, u) >= d);
    },
  );

  law(
    "law 21: up to the far edge, at most the duration has elapsed",
    scenarios(),
    ({ definition, instants: [t, ...others], durations: [d] }) => {
      given(d > 0);
      const desk = calendarOf(definition);
      const far = desk.add(t, d, { edge: "far" });
      for (const u of [...others, far, far - 1, far + 1]) if (u >= t) expect(u <= far).toBe(desk.elapsed(t, u) <= d);
    },
  );

  law(
    "law 21: near is not after far, and is far unless it is a closing",
    scenarios(),
    ({ definition, instants: [t], durations: [d] }) => {
      given(d > 0);
      const desk = calendarOf(definition);
      const near = desk.add(t, d);
      const far = desk.add(t, d, { edge: "far" });
      expect(near).toBeLessThanOrEqual(far);
      expect(near === far).toBe(desk.isOpen(near));
      if (near !== far) expect([desk.nextClose(near - 1), desk.nextOpen(near)]).toEqual([near, far]);
    },
  );

  law(
    "law 21, mirrored: backwards far is not after near, and is near unless near is an opening",
    scenarios(),
    ({ definition, instants: [t], durations: [d] }) => {
      given(d > 0);
      const desk = calendarOf(definition);
      const near = desk.subtract(t, d);
      const far = desk.subtract(t, d, { edge: "far" });
      expect(far).toBeLessThanOrEqual(near);
      expect(near === far).toBe(desk.isOpen(near - 1));
      if (near !== far) expect(far).toBe(desk.previousOpen(near - 1));
    },
  );

  law(
    "for no duration the near edge is the instant itself and the far edge the next opening",
    scenarios(),
    ({ definition, instants: [t] }) => {
      const desk = calendarOf(definition);
      for (const nothing of [0, -0]) {
        expect(desk.add(t, nothing)).toBe(t);
        expect(desk.subtract(t, nothing)).toBe(t);
        expect(desk.add(t, nothing, { edge: "far" })).toBe(desk.nextOpen(t));
        expect(desk.subtract(t, nothing, { edge: "far" })).toBe(desk.nextOpen(t));
      }
    },
  );
});
