/**
 * Weeks: windows by weekday, under every way to write the seven days.
 */

import fc from "fast-check";
import type { Week } from "../oracle/definition.ts";
import { dayWindows, dayWindowsOrNone, type WindowsOptions } from "./windows.ts";

/** How the seven days may be written; together the keys name each weekday at most once. */
const WEEK_KEYS: readonly (readonly string[])[] = [
  ["mon-fri"],
  ["mon-fri", "sat,sun"],
  ["mon-fri", "sat", "sun"],
  ["mon-sun"],
  ["fri-mon", "tue,thu", "wed"],
  ["sun-thu"],
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
  ["wed"],
];

export function weeks(options: WindowsOptions = {}): fc.Arbitrary<Week> {
  const first = fc.oneof(
    { weight: 8, arbitrary: dayWindows(options) },
    { weight: 1, arbitrary: fc.constant(["00:00-24:00"]) },
  );
  return fc
    .tuple(
      fc.constantFrom(...WEEK_KEYS),
      first,
      fc.array(dayWindowsOrNone(options), { minLength: 6, maxLength: 6 }),
      fc.nat(9),
    )
    .map(([keys, windows, others, uniform]) => {
      const week: Week = {};
      // Half the time every key has the same hours, so that long runs of one night after another occur.
      for (const [index, key] of keys.entries())
        week[key] = index === 0 || uniform < 5 ? [...windows] : [...(others[index - 1] ?? [])];
      return week;
    });
}
