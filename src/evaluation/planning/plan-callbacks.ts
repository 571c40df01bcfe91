/**
 * `planCallbacks`: who is called back when, by whom, and what will be missed all the same.
 */
import type { Calendar } from "../../calendar/calendar.ts";
import { insideOf } from "../../calendar/internal.ts";
import type { InstantOf, Output, Printer } from "../../calendar/output.ts";
import { nextOpenMs } from "../../clock/questions.ts";
import { refuse, throwIfAny } from "../../issues/error.ts";
import { at, expectKeys, isObject, type Place, report } from "../../issues/expect.ts";
import { readForeign } from "../../issues/foreign.ts";
import type { Issue } from "../../issues/issue.ts";
import { type InstantInput, readInstant } from "../../time/instant.ts";
import { readZone } from "../../time/zone.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import {
  fewestAgents,
  isCarriedOver,
  missedBy,
  queueOf,
  targetsBy,
  turnsOf,
  type WaitingCall,
} from "./callback-queue.ts";
import { attempt } from "./collect-issues.ts";
import { readHandling, refuseTooLong } from "./handling-time.ts";
import { type PendingCallback, readPending } from "./pending-calls.ts";

/** Options of {@link planCallbacks}. */
export interface PlanOptions<O extends Output = "luxon"> {
  /** The hours in which agents call back. */
  readonly calendar: Calendar<O>;
  /** How many agents there are, or their names. */
  readonly agents: number | readonly string[];
  /** Minutes that a callback takes, where it does not say itself. */
  readonly handlingMinutes?: number;
  /** The instant from which agents call back; it also decides who is carried over by then. */
  readonly from: InstantInput;
  /** At which closing a callback is carried over: the end of the service day's last window (unless given), or of the call's. */
  readonly closing?: "day" | "window";
  /** Zone in which texts without an offset are read. */
  readonly zone?: string;
}

/** One callback of a plan. */
export interface PlannedCallback<O extends Output = "luxon"> {
  readonly id: string;
  readonly customer?: string;
  readonly calledAt: InstantOf<O>;
  /** Name of the agent; `agent 1` where they have none. */
  readonly agent: string;
  readonly startsAt: InstantOf<O>;
  readonly endsAt: InstantOf<O>;
  /** Whether it is carried over by `from`, and so goes first. */
  readonly carriedOver: boolean;
  /** When it was carried over, or will be by this plan; null if it is made before. */
  readonly carriedAt: InstantOf<O> | null;
  /** The earliest due of its targets; null without any. Of a carried-over one: the first instant after its due date. */
  readonly dueAt: InstantOf<O> | null;
  /** Names of the targets that will be missed: `carry-over`, `target`, or those of `targets`. */
  readonly missed: readonly string[];
}

/** A plan of callbacks. */
export interface CallbackPlan<O extends Output = "luxon"> {
  /** In the order of the queue: carried-over ones first. */
  readonly calls: readonly PlannedCallback<O>[];
  /** Ids of those that miss a target, in that order. */
  readonly missed: readonly string[];
  /** Ids of those of them that would miss one with any number of agents. */
  readonly missedAnyway: readonly string[];
  /** The least number of agents with which no target is missed; null if no number is enough. */
  readonly enoughAgents: number | null;
  /** The least number with which nothing is missed but what is missed anyway: more change nothing. */
  readonly usefulAgents: number;
  /** When the last one is handled; null when nothing is pending. */
  readonly finishesAt: InstantOf<O> | null;
}

const OPTIONS = ["calendar", "agents", "handlingMinutes", "from", "closing", "zone"];
const BAD = "calendar.bad-option";

/**
 * The morning's list: carried-over callbacks first and in order, then the others; who takes each, and which targets are missed.
 *
 * Each goes to the agent that is free earliest, and is handled within one open interval. It is made when its handling ends: what
 * is kept by then is kept whether the desk writes down the beginning or the end.
 * Errors: every problem at once: `callback.bad-pending`, `callback.never-fits`, `calendar.bad-option`, `time.*`;
 *   `calendar.beyond-reach`.
 * Cost: pending × log(agents), for each of the log(pending) numbers of agents that are tried.
 * Source: docs/charter.md, "Who is called when", with worked plans.
 *
 * @example
 * const pending = [{ id: "T1", calledAt: "2026-05-22T16:55+02:00", target: "PT4H" }];
 * const plan = planCallbacks(pending, { calendar: desk, agents: 1, handlingMinutes: 20, from: "2026-05-26T08:30+02:00" });
 * plan.calls[0].startsAt.toISO() // "2026-05-26T09:00:00.000+02:00", after Whit Monday
 */
export function planCallbacks<O extends Output>(
  pending: readonly PendingCallback[],
  options: PlanOptions<O>,
): CallbackPlan<O> {
  const given = readOptions(options);
  const { calendar, agents, from, closing = "day", zone: zoneName, handlingMinutes } = given;
  const { timeline, printer, made } = insideOf(calendar as Calendar<O>);
  const issues: Issue[] = [];
  const place: Place = { path: [], issues };
  expectKeys(given, OPTIONS, "the options of a plan", place, BAD);
  const calendarZone = timeline.schedule.zone;
  const usual = made.localTimes === true ? calendarZone : undefined;
  const zone = zoneName === undefined ? usual : attempt(place, () => readZone(zoneName, ["zone"]));
  const team = readAgents(agents, at(place, "agents"));
  const minutes = at(place, "handlingMinutes");
  const common =
    handlingMinutes === undefined
      ? undefined
      : { handlingMs: readHandling(handlingMinutes, minutes, BAD), place: minutes };
  if (closing !== "day" && closing !== "window")
    report(at(place, "closing"), BAD, "a closing", closing, '"day" or "window"');
  const fromMs = attempt(at(place, "from"), () => {
    const instantMs = readInstant(from, ["from"], zone, { calendarZone, hasZone: true });
    // Asked for its refusal: before the supported years, or beyond the reach.
    nextOpenMs(timeline, instantMs);
    return instantMs;
  });
  const calls = readPending(pending, at(place, "pending"), {
    timeline,
    zone,
    common,
    closing: closing === "window" ? "window" : "day",
  });
  if (fromMs !== undefined) refuseTooLong(timeline, calls, fromMs, place);
  throwIfAny(issues);
  return planOf(timeline, printer, calls, team!, fromMs!);
}

/** The plan of calls that could be read. */
function planOf<O extends Output>(
  timeline: Timeline,
  printer: Printer<O>,
  calls: readonly WaitingCall[],
  team: Team,
  fromMs: number,
): CallbackPlan<O> {
  const queue = queueOf(calls, fromMs);
  const turns = turnsOf(timeline, queue, team.count, fromMs);
  const { unhurried, agents: usefulAgents } = fewestAgents(timeline, queue, fromMs);
  const instant = (ms: number): InstantOf<O> => printer.instant(ms);
  const planned = queue.map((call, i): PlannedCallback<O> => {
    const { agent, startMs, endMs } = turns[i]!;
    const dues = targetsBy(call, endMs).flatMap(({ dueMs }) => dueMs ?? []);
    return {
      id: call.id,
      ...(call.customer === undefined ? {} : { customer: call.customer }),
      calledAt: instant(call.calledMs),
      agent: team.nameOf(agent),
      startsAt: instant(startMs),
      endsAt: instant(endMs),
      carriedOver: isCarriedOver(call, fromMs),
      carriedAt: isCarriedOver(call, endMs) ? instant(call.carriedAtMs) : null,
      dueAt: dues.length === 0 ? null : instant(Math.min(...dues)),
      missed: missedBy(call, endMs),
    };
  });
  const missedAnyway = queue.filter((call, i) => missedBy(call, unhurried[i]!.endMs).length > 0).map(({ id }) => id);
  return {
    calls: planned,
    missed: planned.filter(({ missed }) => missed.length > 0).map(({ id }) => id),
    missedAnyway,
    enoughAgents: missedAnyway.length === 0 ? usefulAgents : null,
    usefulAgents,
    finishesAt: turns.length === 0 ? null : instant(turns.reduce((last, { endMs }) => Math.max(last, endMs), fromMs)),
  };
}

/** The members of the options, read once. */
function readOptions(options: unknown): Readonly<Record<string, unknown>> {
  if (isObject(options)) return readForeign(options, ["options"], BAD, "options", () => ({ ...options }));
  return refuse(BAD, ["options"], "options", options, "say { calendar, agents, handlingMinutes, from }");
}

/** The agents: how many, and what they are called. */
interface Team {
  readonly count: number;
  nameOf(index: number): string;
}

function readAgents(value: unknown, place: Place): Team | undefined {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1)
    return { count: value, nameOf: (index) => `agent ${index + 1}` };
  const what = "a number of agents from one on, or a list of their names";
  if (!Array.isArray(value) || value.length === 0) return report(place, BAD, what, value, '2 or ["anna", "ben"]');
  const names = attempt(place, () => readForeign(value, place.path, BAD, what, (): unknown[] => Array.from(value)));
  const before = place.issues.length;
  const seen = new Set<unknown>();
  names?.forEach((name, index) => {
    if (typeof name !== "string" || name === "") report(at(place, index), BAD, "an agent's name", name, '"anna"');
    else if (seen.has(name)) report(at(place, index), BAD, "a name of its own", name, "each agent once");
    seen.add(name);
  });
  if (names === undefined || place.issues.length > before) return undefined;
  return { count: names.length, nameOf: (index) => names[index] as string };
}
