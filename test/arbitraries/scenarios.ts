/**
 * Scenarios: a calendar with a few instants and durations to ask it about. What the properties run on.
 */

import fc from "fast-check";
import { dateOf, dayNumber, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import { type Definition, FIRST_SUPPORTED_DATE, LAST_SUPPORTED_DATE } from "../oracle/definition.ts";
import { easterSunday } from "../oracle/french.ts";
import { createOracle } from "../oracle/oracle.ts";
import { changesBetween, startOfDay } from "../oracle/zone.ts";
import { type DefinitionOptions, definitions } from "./definitions.ts";
import { type DurationPick, durationPicks, resolveDuration } from "./durations.ts";
import { clamp, type InstantPick, instantPicks, resolveInstant, surroundings } from "./instants.ts";
import { type ZoneYear, zoneYears } from "./zones.ts";

export interface Scenario {
  readonly definition: Definition;
  readonly focusDay: number;
  /** Six instants, in no order. */
  readonly instants: readonly [number, number, number, number, number, number];
  /** Three durations of zero or more; the first ones are exact for the first instant. */
  readonly durations: readonly [number, number, number];
}

export interface ScenarioOptions extends DefinitionOptions {
  /** May instants lie outside what the calendar knows? Default: no. */
  readonly beyondReach?: boolean;
  /** Default: any zone. */
  readonly zones?: fc.Arbitrary<ZoneYear>;
}

/** Where yearly spans have their odd ends, and a holiday that desks reopen. */
function oddDayOf(year: number, index: number): number {
  const leapYear = year - (year % 4);
  const odd = [dayNumber(`${year}-12-31`), dayNumber(`${leapYear}-03-01`) - 1, easterSunday(year) + 50];
  return odd[index % odd.length] ?? 0;
}

/** A day of the year where the clock does something, more often than not. */
export function focusDayOf({ zone, year }: ZoneYear, index: number, near: number): number {
  const changes = changesBetween(zone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
  const change = index % 5 === 0 ? undefined : changes[index % Math.max(1, changes.length)];
  const day =
    index % 8 === 5
      ? oddDayOf(year, near)
      : change === undefined
        ? dayNumber(`${year}-01-01`) + ((index * 7 + near) % 365)
        : Math.floor(change.atMs / WALL_MS_PER_DAY) + (near % 7) - 3;
  // Not on the last supported days themselves, so that a list of holidays always has a next date to name.
  return clamp(day, dayNumber(FIRST_SUPPORTED_DATE) + 2, dayNumber(LAST_SUPPORTED_DATE) - 8);
}

export function scenarios(options: ScenarioOptions = {}): fc.Arbitrary<Scenario> {
  return fc
    .tuple(options.zones ?? zoneYears(), fc.nat(1000), fc.nat(1000))
    .map(([zoneYear, index, near]) => ({ zoneYear, focusDay: focusDayOf(zoneYear, index, near) }))
    .chain(({ zoneYear, focusDay }) =>
      fc
        .record({
          definition: definitions(zoneYear.zone, focusDay, options),
          instants: fc.array(instantPicks(), { minLength: 6, maxLength: 6 }),
          durations: fc.array(durationPicks(), { minLength: 3, maxLength: 3 }),
        })
        .map((picks) =>
          settle(focusDay, picks.definition, picks.instants, picks.durations, options.beyondReach ?? false),
        ),
    );
}

function settle(
  focusDay: number,
  definition: Definition,
  instantList: InstantPick[],
  durationList: DurationPick[],
  beyondReach: boolean,
): Scenario {
  const oracle = createOracle(definition);
  const { startMs, endMs } = oracle.reach;
  const where = surroundings(definition, oracle, startOfDay(definition.timeZone, focusDay));
  const instants = instantList.map((pick) => {
    const t = resolveInstant(where, pick);
    return beyondReach ? t : clamp(t, startMs, endMs - 1);
  });
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = instants;
  const [x = 0, y = 0, z = 0] = durationList.map((pick) => resolveDuration(where, a, pick));
  return { definition, focusDay, instants: [a, b, c, d, e, f], durations: [x, y, z] };
}

/** Civil dates near a scenario's focus. */
export function datesAbout(scenario: Scenario, offsets: readonly number[]): string[] {
  return offsets.map((offset) => dateOf(scenario.focusDay + offset));
}
