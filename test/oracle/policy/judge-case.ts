/**
 * Judge a case: all clocks of one case, whose events are certain, with the pauses that they share.
 */

import { type Age, ageAt, isTarget } from "./ages.ts";
import { type CaseSetting, type ClockVerdict, judgeClock, lifeOf } from "./clock.ts";
import { customerOf } from "./customer.ts";
import { factsOf } from "./facts.ts";
import { type Life, phaseBefore } from "./life.ts";
import { matcher } from "./matcher.ts";
import { inOrder } from "./order.ts";
import { type Fault, type Pauses, pausesOf } from "./pauses.ts";
import type { CaseEvent, CaseInput, Document, Register, Target } from "./types.ts";

/** What all cases have in common. */
export interface Surroundings {
  readonly document: Document;
  readonly ages: readonly Age[];
  readonly register: Register | null;
  readonly asOf: number;
}

/** An event whose instant can be read. */
export interface Dated {
  readonly at: number;
  readonly event: CaseEvent;
}

export interface JudgedCase {
  /** By commitment. */
  readonly clocks: ReadonlyMap<string, ClockVerdict>;
  readonly issue: boolean;
  readonly codes: readonly string[];
  readonly ruledOut: readonly string[];
}

/** @param events Up to `asOf`, in any order. */
export function judgeCase(around: Surroundings, input: CaseInput, events: readonly Dated[]): JudgedCase {
  const setting = settingOf(around, input, events);
  const age = ageOf(setting);
  const own = Object.entries(age.commitments).filter(
    (entry): entry is [string, Target] =>
      !!entry[1] && isTarget(entry[1]) && entry[1].kinds.includes(setting.input.kind),
  );
  const lives = own.map(([id, spec]) => ({ id, spec, life: lifeOf(spec, setting) }));
  const pauses = pausesOfCase(setting, lives);
  const clocks = new Map(lives.map(({ id, spec, life }) => [id, judgeClock(id, spec, setting, life, pauses)]));
  const codes = codesOf(setting);
  const pausing = pauseIssues(setting, lives, pauses.faults);
  const issue = setting.facts.undeclared || [...clocks.values()].some((one) => one.issue);
  return { clocks, issue, codes: [...codes, ...pausing.codes], ruledOut: pausing.ruledOut };
}

/** Nothing after a cancellation is read. */
function settingOf({ document, ages, register, asOf }: Surroundings, input: CaseInput, events: readonly Dated[]) {
  const all = inOrder(events);
  const cancels = matcher(document, document.events?.cancel, "anybody");
  const cancelledAt = all.find(({ event }) => cancels(event))?.at ?? Number.POSITIVE_INFINITY;
  const seen = all.filter(({ at }) => at <= cancelledAt);
  const facts = factsOf(document, input, seen);
  return {
    document,
    ages,
    input,
    all,
    seen,
    facts,
    customer: customerOf(input, register),
    register,
    asOf,
  } satisfies CaseSetting;
}

/** The version in force at its first event; of a case none of whose events can be read, that of `asOf`. */
function ageOf({ ages, seen, asOf }: CaseSetting): Age {
  return ages[ageAt(ages, seen[0]?.at ?? asOf)] as Age;
}

interface Clock {
  readonly spec: Target;
  readonly life: Life;
}

function pausesOfCase({ document, seen }: CaseSetting, clocks: readonly Clock[]): Pauses {
  const named = clocks.map(({ spec }) => matcher(document, spec.reopen, "anybody"));
  return pausesOf(seen, {
    pause: matcher(document, document.events?.pause, "anybody"),
    resume: matcher(document, document.events?.resume, "anybody"),
    reopen: (event) => named.some((matches) => matches(event)),
    isSomeStopped: (moment) => clocks.some(({ life }) => ["stopped", "over"].includes(phaseBefore(life, moment))),
  });
}

/** A second pause or a resume without one: demanded while some clock that may stand still is not past its first stop. */
function pauseIssues(
  { ages }: CaseSetting,
  clocks: readonly (Clock & { readonly id: string })[],
  faults: readonly Fault[],
): Pick<JudgedCase, "codes" | "ruledOut"> {
  const known = ["case.second-pause", "case.resume-without-pause"];
  const mayStand = ({ spec }: Clock): boolean => spec.pauses !== false && hasHours(spec);
  /** In another version its target may be one in hours. */
  const everMayStand = (one: Clock & { readonly id: string }): boolean =>
    one.spec.pauses !== false &&
    ages.some(({ commitments }) => {
      const other = commitments[one.id];
      return other && isTarget(other) && hasHours(other);
    });
  const isOpen = ({ life }: Clock, at: number): boolean => firstStopOf(life) >= at;
  // Whether an early stop is the first one is not said: nothing is demanded after one.
  const codes = faults.filter(({ at }) =>
    clocks.some((one) => mayStand(one) && !one.life.earlyStop && isOpen(one, at)),
  );
  const possible = faults.filter(({ at }) => clocks.some((one) => everMayStand(one) && isOpen(one, at)));
  return {
    codes: [...new Set(codes.map(({ code }) => code))],
    ruledOut: known.filter((code) => !possible.some((fault) => fault.code === code)),
  };
}

function firstStopOf({ cycles }: Life): number {
  const ends = cycles.flatMap(({ end, reopenings }) => [
    ...reopenings.map(({ stoppedAt }) => stoppedAt),
    ...(end?.by === "stop" || end?.by === "waive" ? [end.at] : []),
  ]);
  return Math.min(Number.POSITIVE_INFINITY, ...ends);
}

function hasHours({ target }: Target): boolean {
  const figures = "by" in target ? Object.values(target.values) : [target];
  return figures.some((figure) => figure !== null && "hours" in figure);
}

function codesOf({ document, input, register, customer }: CaseSetting): string[] {
  const isKnown = input.customer === undefined || register === null || customer !== undefined;
  return [
    ...(document.kinds[input.kind] === undefined ? ["case.unknown-kind"] : []),
    ...(isKnown ? [] : ["case.unknown-customer"]),
  ];
}
