/**
 * Pending callbacks, as they are given and as a plan reads them. Every problem becomes an issue; none is thrown here.
 *
 * Members that are not known are refused: a plan without a target or a handling time that somebody wrote would be wrong.
 */
import { callbackMs } from "../../clock/service-day.ts";
import { at, expectKeys, expectObject, isList, isObject, type Place, report } from "../../issues/expect.ts";
import { readForeign } from "../../issues/foreign.ts";
import { makeIssue } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import type { DurationInput } from "../../time/duration.ts";
import { type InstantInput, readInstant } from "../../time/instant.ts";
import type { WaitingCall } from "./callback-queue.ts";
import { type CallbackTarget, nextDayTarget, readTargets, type TargetsWith } from "./callback-targets.ts";
import { attempt } from "./collect-issues.ts";
import { type Handling, readHandling } from "./handling-time.ts";

/** A callback that waits to be made. */
export interface PendingCallback {
  readonly id: string;
  readonly calledAt: InstantInput;
  /** Handed on to the plan. */
  readonly customer?: string;
  /** Open time from the call within which help is promised: `"PT4H"`. */
  readonly target?: DurationInput | string;
  /** Further targets, by name. */
  readonly targets?: Readonly<Record<string, CallbackTarget>>;
  /** How long it takes; that of the plan unless given. */
  readonly handlingMinutes?: number;
}

/** What entries are read with. */
export interface PendingWith extends TargetsWith {
  readonly closing: "day" | "window";
  /** Where the plan says how long a callback takes; the time is undefined if it could not be read. */
  readonly common: { readonly handlingMs: number | undefined; readonly place: Place } | undefined;
}

const BAD = "callback.bad-pending";
const KEYS = ["id", "calledAt", "customer", "target", "targets", "handlingMinutes"];
const EXAMPLE = '{ id: "T1", calledAt: "2026-05-22T16:55:00+02:00" }';
/** More than any desk has pending: a guard against a list that was built in a loop. */
const MOST_PENDING = 100_000;

/** The calls that could be read, in the order given. */
export function readPending(value: unknown, place: Place, read: PendingWith): WaitingCall[] {
  const list = attempt(place, () => readForeign(value, place.path, BAD, "a list", () => listOf(value, place))) ?? [];
  const ids = new Set<string>();
  return list.flatMap((entry, index) => {
    const call = readCall(entry, at(place, index), read);
    if (call === undefined || ids.size < ids.add(call.id).size) return call ?? [];
    report(at(place, index, "id"), BAD, "an id of its own", call.id, "one entry for each callback");
    return [];
  });
}

function listOf(value: unknown, place: Place): readonly unknown[] | undefined {
  if (!isList(value)) return report(place, BAD, "a list of pending callbacks", value, `[${EXAMPLE}]`);
  if (value.length <= MOST_PENDING) return Array.from(value);
  const cure = `${show(value)} are more than the ${MOST_PENDING} callbacks that a plan takes; plan one desk at a time`;
  place.issues.push(makeIssue(BAD, place.path, `at most ${MOST_PENDING} callbacks`, value, cure));
  return undefined;
}

function readCall(value: unknown, place: Place, read: PendingWith): WaitingCall | undefined {
  const { timeline, zone, closing } = read;
  const before = place.issues.length;
  const copy = attempt(place, () =>
    readForeign(value, place.path, BAD, "a pending callback", () => (isObject(value) ? { ...value } : value)),
  );
  if (place.issues.length > before) return undefined;
  const entry = expectObject(copy, place, BAD, "a pending callback", EXAMPLE);
  if (entry === undefined) return undefined;
  expectKeys(entry, KEYS, "a pending callback", place, BAD);
  const { id, customer } = entry;
  if (typeof id !== "string" || id === "") report(at(place, "id"), BAD, "an id", id, '"T1"');
  if (customer !== undefined && customer !== null && typeof customer !== "string")
    report(at(place, "customer"), BAD, "a customer's id", customer, '"acme"');
  const called = at(place, "calledAt");
  const calledMs = attempt(called, () =>
    readInstant(entry["calledAt"], called.path, zone, { calendarZone: timeline.schedule.zone, hasZone: true }),
  );
  const callback = calledMs === undefined ? undefined : attempt(called, () => callbackMs(timeline, calledMs, closing));
  const targets = readTargets(entry, place, calledMs, read);
  const handling = handlingOf(entry["handlingMinutes"], at(place, "handlingMinutes"), read);
  if (place.issues.length > before || calledMs === undefined || callback === undefined || handling === undefined)
    return undefined;
  const { carriedOver, closesAtMs, nextMs } = callback;
  return {
    id: id as string,
    customer: typeof customer === "string" ? customer : undefined,
    calledMs,
    carriedAtMs: carriedOver ? calledMs : (closesAtMs ?? Number.POSITIVE_INFINITY),
    targets: [nextDayTarget(timeline, nextMs), ...targets],
    ...handling,
  };
}

/** The entry's own handling time, or the plan's. */
function handlingOf(own: unknown, place: Place, { common }: PendingWith): Handling | undefined {
  const [handlingMs, written] =
    own === undefined && common !== undefined
      ? [common.handlingMs, common.place]
      : [readHandling(own, place, BAD), place];
  return handlingMs === undefined ? undefined : { handlingMs, handlingPath: written.path };
}
