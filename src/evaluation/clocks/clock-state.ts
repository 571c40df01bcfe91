/**
 * Where a clock stands beside its verdict: running or paused by its events, open or closed by its calendar, and when anything
 * changes without a new event.
 *
 * Source: docs/policies.md, "Results".
 */
import { insideOf } from "../../calendar/internal.ts";
import { isOpenMs, nextChangeMs } from "../../clock/questions.ts";
import type { PolicyVersion, TargetCommitment } from "../../policy/policy.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import { beyondReachIs, isoOrNull } from "../instants.ts";
import type { ClockState, ResultMembers } from "../result.ts";
import type { Cycle } from "./cycle.ts";
import type { ChosenCalendar, Setting } from "./setting.ts";

/** The state of a cycle. */
export function stateOf({ stopMs, cancelMs, paused }: Pick<Cycle, "stopMs" | "cancelMs" | "paused">): ClockState {
  return stopMs !== undefined || cancelMs !== undefined ? "stopped" : paused ? "paused" : "running";
}

/** The members of a result that say so; `nextChangeAt` then knows of openings and closings too. */
export function withState(result: ResultMembers, clock: ClockState, timeline: Timeline, asOfMs: number): ResultMembers {
  if (result.outcome === "not-applicable" || result.outcome === "unmeasurable") return result;
  if (result.outcome !== "running" && result.outcome !== "paused") return { ...result, clock };
  const edgeMs = beyondReachIs(undefined, () => nextChangeMs(timeline, asOfMs));
  // A clock of all hours may run beyond what is known of the calendar.
  const calendarOpen = beyondReachIs(undefined, () => isOpenMs(timeline, asOfMs));
  return {
    ...result,
    clock,
    ...(calendarOpen === undefined ? {} : { calendarOpen }),
    nextChangeAt: earliest(result.nextChangeAt, isoOrNull(edgeMs)),
  };
}

/** The earlier of two instants in ISO 8601, either of which may be none. */
export function earliest(a: string | null | undefined, b: string | null): string | null {
  return a === null || a === undefined ? b : b === null || a < b ? a : b;
}

/** The first version after `asOf` that would change the target or the calendar of a clock that runs on. */
export function nextVersionMs(commitment: TargetCommitment, setting: Setting, asOfMs: number): number | undefined {
  const { policy, calendar } = commitment.changes;
  const targetIn = (atMs: number): unknown => {
    const version = setting.versionAt(commitment, atMs);
    // Judged anew by the last version, a clock shows its name.
    return policy === "retroactive" ? version : (version.commitments.get(commitment.id) as TargetCommitment).target;
  };
  const [target, chosen] = [targetIn(asOfMs), setting.calendarAt(commitment, asOfMs)];
  return setting.policy.versions.find(
    ({ fromMs }) =>
      fromMs > asOfMs &&
      ((policy !== "keep" && targetIn(fromMs) !== target) ||
        (calendar !== "keep" && isOther(setting.calendarAt(commitment, fromMs), chosen, calendar === "retroactive"))),
  )?.fromMs;
}

function isOther(a: ChosenCalendar, b: ChosenCalendar, byName: boolean): boolean {
  return a.calendar !== b.calendar || (byName && (a.name !== b.name || a.rule !== b.rule));
}

/** The calendar, the rule that chose it and the version, where the policy leaves room for more than one. */
export function choiceOf(
  { policy }: Setting,
  { name, rule }: ChosenCalendar,
  { label }: PolicyVersion,
): Partial<ResultMembers> {
  const { versions } = policy;
  return {
    ...(versions.some(({ rules }) => rules.length > 0) ? { calendar: name, calendarRule: rule } : {}),
    ...(versions.length > 1 ? { version: label } : {}),
  };
}

/** The timeline of a chosen calendar. */
export function timelineOf({ calendar }: ChosenCalendar): Timeline {
  return insideOf(calendar).timeline;
}
