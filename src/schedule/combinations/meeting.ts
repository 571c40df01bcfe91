/**
 * Whether the windows of a combination can ever meet: proven from the weeks of its calendars, without a look at any date.
 *
 * A minute of the week is possible where some week, of a version or of an exception, has it open. Closures and holidays only take
 * away, so what is possible in no minute is open never. Calendars of several zones are not compared: for them nothing is proven.
 */
import { MINUTES_PER_DAY } from "../../time/units.ts";
import type { Combination, PossibleMinutes } from "../schedule.ts";
import type { Week } from "../week.ts";

const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;

/** The minutes that some of the weeks have open. */
export function minutesOf(weeks: readonly Week[]): PossibleMinutes {
  const minutes = new Uint8Array(MINUTES_PER_WEEK);
  for (const week of weeks) {
    for (const [day, windows] of week.entries()) {
      for (const { startMin, endMin } of windows) {
        for (let minute = startMin; minute < endMin; minute++)
          minutes[(day * MINUTES_PER_DAY + minute) % MINUTES_PER_WEEK] = 1;
      }
    }
  }
  return minutes;
}

/** The minutes that a combination can have open; undefined where one of its calendars is in another zone. */
export function minutesOfCombination({ operation, operands }: Combination, zone: string): PossibleMinutes | undefined {
  const all = operands.map(({ schedule }) => (schedule.zone.name === zone ? schedule.possible?.() : undefined));
  const [first, ...others] = all;
  if (first === undefined) return undefined;
  // What the second takes from the first may be closed on its holidays: nothing is proven by it.
  if (operation === "difference") return first;
  const minutes = Uint8Array.from(first);
  for (const other of others) {
    if (other === undefined) return undefined;
    for (let minute = 0; minute < minutes.length; minute++) {
      if (operation === "union") minutes[minute]! |= other[minute]!;
      else minutes[minute]! &= other[minute]!;
    }
  }
  return minutes;
}
