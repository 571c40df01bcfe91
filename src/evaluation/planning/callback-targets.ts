/**
 * What is promised about a pending callback: the next working day if it is carried over, and the targets that it brings.
 */
import { civilDayAt } from "../../clock/beyond.ts";
import { addMs, elapsedMs } from "../../clock/questions.ts";
import { at, expectObject, isObject, type Place, report } from "../../issues/expect.ts";
import { readForeign } from "../../issues/foreign.ts";
import { type DurationInput, readDuration } from "../../time/duration.ts";
import { type InstantInput, readInstant } from "../../time/instant.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs, type Zone } from "../../time/zone.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import { beyondReachIs } from "../instants.ts";
import { CARRY_OVER, type CallTarget } from "./callback-queue.ts";
import { attempt } from "./collect-issues.ts";

/**
 * A target of a pending callback: open time from the call, or the first instant that is too late, as a result of `evaluate`
 * has it. `dueAt` is only shown.
 */
export type CallbackTarget =
  | DurationInput
  | string
  | { readonly missedAt: InstantInput; readonly dueAt?: InstantInput | null };

/** What targets are read with. */
export interface TargetsWith {
  readonly timeline: Timeline;
  readonly zone: Zone | undefined;
}

const BAD = "callback.bad-pending";
/** Name of the target that needs none. */
const PLAIN = "target";

/** Carried over, it is due until the civil date of the next opening ends. */
export function nextDayTarget(timeline: Timeline, nextMs: number): CallTarget {
  const dueDay = civilDayAt(timeline, nextMs);
  return {
    name: CARRY_OVER,
    dueMs: edgeMs(timeline.schedule.zone, (dueDay + 1) * MS_PER_UTC_DAY),
    isMissed: (endMs) => civilDayAt(timeline, endMs) > dueDay,
  };
}

/** The targets of an entry that could be read. */
export function readTargets(
  { target, targets = {} }: Readonly<Record<string, unknown>>,
  entry: Place,
  calledMs: number | undefined,
  read: TargetsWith,
): CallTarget[] {
  const place = at(entry, "targets");
  const named = attempt(place, () =>
    readForeign(targets, place.path, BAD, "targets by name", () => (isObject(targets) ? { ...targets } : targets)),
  );
  const byName = expectObject(named ?? {}, place, BAD, "targets by name", '{ anomaly: "PT4H" }') ?? {};
  const plain = target === undefined ? [] : readTarget(PLAIN, target, at(entry, "target"), calledMs, read);
  const taken = [CARRY_OVER, ...(target === undefined ? [] : [PLAIN]), ""];
  return [
    ...plain,
    ...Object.entries(byName).flatMap(([name, value]) => {
      const here = at(place, name);
      if (!taken.includes(name)) return readTarget(name, value, here, calledMs, read);
      report(here, BAD, "a name that is free", name, "another");
      return [];
    }),
  ];
}

/** The target, or nothing with an issue. */
function readTarget(
  name: string,
  value: unknown,
  place: Place,
  calledMs: number | undefined,
  { timeline, zone }: TargetsWith,
): CallTarget[] {
  const result = attempt(place, () => readForeign(value, place.path, BAD, "a target", () => resultOf(value)));
  if (result !== undefined) {
    const [missedAt, dueAt] = [at(place, "missedAt"), at(place, "dueAt")];
    const door = { calendarZone: timeline.schedule.zone, hasZone: true };
    const missedMs = attempt(missedAt, () => readInstant(result.missedAt, missedAt.path, zone, door));
    const isUnsaid = result.dueAt === undefined || result.dueAt === null;
    const dueMs = isUnsaid ? missedMs : attempt(dueAt, () => readInstant(result.dueAt, dueAt.path, zone, door));
    return missedMs === undefined ? [] : [{ name, dueMs, isMissed: (endMs) => endMs >= missedMs }];
  }
  const targetMs = attempt(place, () => readDuration(value, place.path));
  if (targetMs !== undefined && targetMs <= 0) report(place, BAD, "a target above zero", value, '"PT4H"');
  if (targetMs === undefined || calledMs === undefined) return [];
  return [
    {
      name,
      dueMs: beyondReachIs(undefined, () => addMs(timeline, calledMs, targetMs, "near")),
      // By elapsed: used up exactly at a closing, it is not missed before the next opening.
      isMissed: (endMs) => elapsedMs(timeline, calledMs, endMs) > targetMs,
    },
  ];
}

function resultOf(value: unknown): { missedAt: unknown; dueAt: unknown } | undefined {
  if (!isObject(value) || !Object.hasOwn(value, "missedAt")) return undefined;
  return { missedAt: value["missedAt"], dueAt: value["dueAt"] };
}
