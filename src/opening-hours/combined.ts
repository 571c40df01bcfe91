/**
 * Combinations of calendars, which neither format can say.
 */

import type { CalendarDefinition } from "../index.ts";
import { refuse } from "../issues/error.ts";

/** Refuses a definition whose open time is made of that of other calendars. */
export function refuseCombination(definition: CalendarDefinition, format: string): void {
  const operation = (["union", "intersection", "difference"] as const).find((key) => definition[key] !== undefined);
  if (operation === undefined) return;
  const cure = `${format} cannot say what calendars are open together; write each of them by itself`;
  refuse("opening-hours.not-carried", [operation], "hours of its own", definition[operation], cure);
}
