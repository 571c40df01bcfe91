/**
 * Allowance: minutes of help for each module, by whether the customer was trained on it, and what must follow.
 *
 * Source: docs/promises.md, "Allowance"; docs/charter.md, rule 8.
 */
import { elapsedMs } from "../../clock/questions.ts";
import type { AllowanceCommitment, Tier } from "../../policy/promise.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import type { ReadCase } from "../cases/case.ts";
import type { ReadEvent } from "../cases/event.ts";
import { isOneOf } from "../cases/matches.ts";
import { inOrder } from "../cases/moments.ts";
import type { ReadCustomer } from "../cases/read-register.ts";
import { earliest } from "../clocks/clock-state.ts";
import type { ChosenCalendar } from "../clocks/setting.ts";
import { isoOrNull } from "../instants.ts";
import type { AllowanceRow, Outcome, ResultMembers } from "../result.ts";
import { notApplicable, unmeasurable } from "../targets/target.ts";
import { type Followed, followedOf, judgeWithin } from "./follow-up.ts";

/** What an allowance is judged with. */
export interface AllowanceCase {
  readonly found: ReadCase;
  readonly start: ReadEvent;
  /** Epoch day of the start. */
  readonly startDay: number;
  readonly isCancelled: boolean;
  /** Undefined where nothing is known of the customer; `reason` says why. */
  readonly customer: ReadCustomer | undefined;
  readonly reason: "no-register" | "unknown-customer";
  readonly chosen: ChosenCalendar;
  readonly timeline: Timeline;
  readonly asOfMs: number;
}

/** Help on one module. */
interface Help {
  readonly module: string;
  readonly tier: Tier;
  readonly first: ReadEvent;
  readonly consumed: number;
}

/** Judges a case that has a start and is covered. */
export function judgeAllowance(commitment: AllowanceCommitment, on: AllowanceCase): ResultMembers {
  const { found, start, customer } = on;
  const own =
    typeof found.facts["module"] === "string" && found.facts["module"] !== "" ? found.facts["module"] : undefined;
  const helps = inOrder(found.events.filter((event) => isOneOf(commitment.help, event, customer?.referent)));
  const unhelped = on.isCancelled || helps.length === 0;
  if (on.isCancelled && (customer === undefined || own === undefined)) return notApplicable(start.atMs);
  if (customer === undefined) return unmeasurable(on.reason, start.atMs);
  const tierOf = (module: string): Tier => tierOn(customer, module, on.startDay);
  if (unhelped) {
    if (own === undefined) return unmeasurable("module-missing", start.atMs);
    const row = rowOf(commitment, { module: own, tier: tierOf(own), consumed: 0 }, "none");
    return { ...notApplicable(start.atMs), allowances: [row], figures: figuresOf([row], null) };
  }
  const modules = helps.map(({ members }) => asModule(members["module"]) ?? own);
  if (modules.includes(undefined)) return unmeasurable("module-missing", start.atMs);
  const minutes = helps.map(({ members }) => members["minutes"]);
  if (!minutes.every(isMinutes)) return unmeasurable("minutes-missing", start.atMs);
  const byModule = new Map<string, Help>();
  helps.forEach((first, i) => {
    const module = modules[i]!;
    const known = byModule.get(module) ?? { module, tier: tierOf(module), first, consumed: 0 };
    byModule.set(module, { ...known, consumed: known.consumed + (minutes[i] as number) });
  });
  return judgeHelps(commitment, [...byModule.values()], on);
}

function judgeHelps(commitment: AllowanceCommitment, helps: readonly Help[], on: AllowanceCase): ResultMembers {
  const followed = helps.map((help) => followedHelp(commitment, help, on));
  const rows = helps.map((help, i) => rowOf(commitment, help, stateOf(followed[i])));
  const timed = followed.map((each) => {
    const within = commitment.followUp?.within ?? null;
    return each === undefined || within === null
      ? undefined
      : judgeWithin(within, each, undefined, on.chosen, on.asOfMs);
  });
  const states = rows.map(({ followUp }) => followUp);
  const isLate = timed.some((each) => each?.outcome === "missed");
  const outcome: Outcome =
    isLate || states.includes("missing")
      ? "missed"
      : states.includes("due")
        ? "running"
        : states.includes("done")
          ? "met"
          : "not-applicable";
  const dones = followed.flatMap((each) => each?.byMs ?? []);
  const delays = followed.flatMap((each) =>
    each?.byMs === undefined ? [] : [elapsedMs(on.timeline, each.start.atMs, each.byMs)],
  );
  const open = timed.filter((_, i) => states[i] === "due");
  const first = (key: "dueAt" | "missedAt" | "nextChangeAt"): string | null =>
    open.reduce<string | null>((soonest, each) => earliest(soonest, each?.[key] ?? null), null);
  return {
    outcome,
    startedAt: isoOrNull(on.start.atMs),
    dueAt: first("dueAt"),
    stoppedAt: states.some((state) => state === "due" || state === "missing") ? null : isoOrNull(maxOf(dones)),
    ...(outcome === "running" ? { missedAt: first("missedAt"), nextChangeAt: first("nextChangeAt") } : {}),
    allowances: rows,
    figures: figuresOf(rows, maxOf(delays) ?? null),
  };
}

/** What followed help on a module, if anything must. */
function followedHelp(
  { followUp }: AllowanceCommitment,
  { tier, first }: Help,
  { found, customer }: AllowanceCase,
): Followed | undefined {
  if (followUp === undefined || followUp.when !== tier) return undefined;
  const is = (matchers: typeof followUp.by) => (event: ReadEvent) => isOneOf(matchers, event, customer?.referent);
  return followedOf(first, found.events, is(followUp.by), is(followUp.ends));
}

function stateOf(followed: Followed | undefined): AllowanceRow["followUp"] {
  if (followed === undefined) return "none";
  return followed.byMs !== undefined ? "done" : followed.endMs !== undefined ? "missing" : "due";
}

function rowOf(
  { minutes }: AllowanceCommitment,
  { module, tier, consumed }: Pick<Help, "module" | "tier" | "consumed">,
  followUp: AllowanceRow["followUp"],
): AllowanceRow {
  const granted = minutes[tier];
  return { module, granted, consumed, overMinutes: Math.max(0, consumed - granted), followUp };
}

/** Training counts from the day after its date. */
export function tierOn({ trained }: ReadCustomer, module: string, day: number): Tier {
  const trainedDay = trained.get(module);
  return trainedDay !== undefined && trainedDay < day ? "trained" : "untrained";
}

/** Minutes in all, minutes beyond what was granted, and the longest open time until what had to follow. */
export function figuresOf(
  rows: readonly AllowanceRow[],
  followUpMs: number | null,
): NonNullable<ResultMembers["figures"]> {
  const sum = (key: "consumed" | "overMinutes"): number => rows.reduce((total, row) => total + row[key], 0);
  return { minutes: sum("consumed"), overMinutes: sum("overMinutes"), followUpMs };
}

function isMinutes(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function asModule(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function maxOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values);
}
