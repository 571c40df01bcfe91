/**
 * Mornings: a calendar, an instant from which agents call back, and calls that wait, on whole minutes.
 *
 * Calls come from two days before to a day after: together, within a minute of an edge, or just before the agents begin.
 */

import fc from "fast-check";
import type { Closing, SlowPending } from "../oracle/callback-planner.ts";
import { dateOf, dayNumber, MS_PER_HOUR, MS_PER_MINUTE, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import type { Definition, Week } from "../oracle/definition.ts";
import { createOracle } from "../oracle/oracle.ts";
import { offsetAt } from "../oracle/zone.ts";
import { clamp } from "./instants.ts";
import { type ScenarioOptions, scenarios } from "./scenarios.ts";

export interface Morning {
  readonly definition: Definition;
  readonly fromMs: number;
  readonly agents: number;
  readonly closing: Closing;
  readonly pending: readonly SlowPending[];
}

interface CallPick {
  readonly near: "edge" | "from" | "day";
  readonly index: number;
  readonly minutes: number;
  readonly handling: number;
  readonly target: number | undefined;
  readonly tooLate: number | undefined;
}

const LONGEST_BEFORE_MS = 2 * WALL_MS_PER_DAY;
const HANDLINGS = [20, 20, 1, 7, 45, 60, 90, 120, 180];

/** Desks that never close, or not between their dates; that go on past midnight; whose windows touch. */
const LONG_HOURS: readonly Week[] = [
  { "mon-sun": ["00:00-24:00"] },
  { "mon-fri": ["00:00-24:00"] },
  { "mon-sun": ["22:00-06:00"] },
  { "mon-fri": ["08:00-12:00", "12:00-20:00", "22:00-06:00"] },
  { "mon-fri": ["06:00-14:00", "14:00-22:00", "22:00-06:00"] },
  { "mon-thu": ["06:00-12:00", "20:00-06:00"], fri: ["06:00-12:00", "20:00-24:00"] },
  { "sun-fri": ["18:00-02:00"], sat: ["00:30-01:30", "09:00-12:00"] },
];

const callPick = (): fc.Arbitrary<CallPick> =>
  fc.record({
    near: fc.constantFrom("edge", "from", "from", "day"),
    index: fc.nat(20),
    minutes: fc.integer({ min: -2, max: 2 }),
    handling: fc.nat(HANDLINGS.length - 1),
    target: fc.option(fc.constantFrom(20, 61, 240, 600, 1200), { nil: undefined, freq: 2 }),
    tooLate: fc.option(fc.integer({ min: -60, max: 3000 }), { nil: undefined, freq: 2 }),
  });

export interface MorningOptions extends ScenarioOptions {
  /** All callbacks take as long. */
  readonly sameHandling?: boolean;
  readonly mostCalls?: number;
  /** This calendar, and no other. */
  readonly definition?: Definition;
  readonly closing?: Closing;
}

export function mornings(options: MorningOptions = {}): fc.Arbitrary<Morning> {
  return fc
    .record({
      scenario: scenarios(options),
      picks: fc.array(callPick(), { minLength: 1, maxLength: options.mostCalls ?? 9, size: "max" }),
      agents: fc.integer({ min: 1, max: 4 }),
      closing: fc.constantFrom<Closing[]>("day", "day", "window"),
      longHours: fc.option(fc.constantFrom(...LONG_HOURS), { freq: 4 }),
      nightCut: fc.boolean(),
    })
    .map(({ scenario, longHours, nightCut, ...rest }) => {
      const closures = nightCut ? [{ date: "01-01/12-31", from: "02:00", to: "03:30" }] : [];
      const long = longHours && { timeZone: scenario.definition.timeZone, week: longHours, closures };
      return { ...rest, scenario: { ...scenario, definition: options.definition ?? long ?? scenario.definition } };
    })
    .filter(({ scenario }) => isOfWholeMinutes(scenario.definition, scenario.focusDay))
    .map(({ scenario, picks, agents, closing }) => {
      const settled = settle(scenario, picks, options.sameHandling ?? false);
      return settled === undefined ? undefined : { ...settled, agents, closing: options.closing ?? closing };
    })
    .filter((morning) => morning !== undefined);
}

/** Offsets of odd seconds put edges between minutes, and then no minute is open as a whole. */
function isOfWholeMinutes({ timeZone }: Definition, focusDay: number): boolean {
  return [-40, 0, 90].every((days) => offsetAt(timeZone, (focusDay + days) * WALL_MS_PER_DAY) % MS_PER_MINUTE === 0);
}

function settle(
  { definition, instants, focusDay }: { definition: Definition; instants: readonly number[]; focusDay: number },
  picks: readonly CallPick[],
  sameHandling: boolean,
): Pick<Morning, "definition" | "fromMs" | "pending"> | undefined {
  const oracle = createOracle(definition);
  const { startMs } = oracle.reach;
  // The end of the supported years itself may not be asked for.
  const endMs = oracle.reach.endMs - MS_PER_MINUTE;
  const near = dayNumber(dateOf(focusDay)) * WALL_MS_PER_DAY;
  const wholeMinute = (at: number): number => Math.floor(at / MS_PER_MINUTE) * MS_PER_MINUTE;
  // The calls of the days before must be known, too.
  const fromMs = wholeMinute(
    clamp(
      Math.abs(instants[0]! - near) < 20 * WALL_MS_PER_DAY ? instants[0]! : near,
      startMs + LONGEST_BEFORE_MS + 2 * WALL_MS_PER_DAY,
      endMs - 1,
    ),
  );
  if (fromMs >= endMs) return undefined;
  const firstMs = fromMs - LONGEST_BEFORE_MS;
  const edges = oracle.windows(firstMs, Math.min(fromMs + WALL_MS_PER_DAY, endMs)).flat();
  const longestMin = oracle
    .windows(fromMs, Math.min(fromMs + 8 * WALL_MS_PER_DAY, endMs))
    .reduce((longest, [start, end]) => Math.max(longest, (end - start) / MS_PER_MINUTE), 0);
  const known = HANDLINGS.filter((minutes) => minutes <= longestMin);
  if (known.length === 0) return undefined;
  const handlingOf = (pick: CallPick): number => known[pick.handling % known.length]!;
  const pending = picks.map((pick, index): SlowPending => {
    const base = baseOf(pick, fromMs, edges);
    return {
      // Not in the order of the calls.
      id: `c${(index * 7) % 10}${index}`,
      calledMs: wholeMinute(clamp(base + pick.minutes * MS_PER_MINUTE, startMs + 2 * WALL_MS_PER_DAY, endMs - 1)),
      handlingMin: handlingOf(sameHandling ? picks[0]! : pick),
      targetMin: pick.target,
      tooLateMs: pick.tooLate === undefined ? undefined : fromMs + pick.tooLate * MS_PER_MINUTE,
    };
  });
  return { definition, fromMs, pending };
}

function baseOf({ near, index }: CallPick, fromMs: number, edges: readonly number[]): number {
  if (near === "edge" && edges.length > 0) return edges[index % edges.length]!;
  if (near === "from") return fromMs + (index - 15) * 10 * MS_PER_MINUTE;
  return fromMs - LONGEST_BEFORE_MS + index * 3.5 * MS_PER_HOUR;
}
