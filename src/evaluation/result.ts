/**
 * What an evaluation says: results, rates, and the evaluation as a whole. Also the JSON of `--format json`.
 *
 * Instants are ISO 8601 in UTC with ms; lengths are whole ms or civil days, never both in one result.
 */
import type { OperandReason } from "../calendar/calendar.ts";
import type { Why } from "../clock/segments.ts";
import type { Issue } from "../issues/issue.ts";

/** How a commitment stands on a case. */
export const OUTCOMES = ["met", "missed", "running", "paused", "not-applicable", "unmeasurable", "excused"] as const;
/** One of {@link OUTCOMES}. */
export type Outcome = (typeof OUTCOMES)[number];

/** Why a commitment cannot be measured. */
export type Reason =
  | "missing-event"
  | "stop-before-start"
  | "no-figure"
  | "no-register"
  | "unknown-customer"
  | "no-referent"
  | "minutes-missing"
  | "module-missing"
  | "beyond-reach"
  | "history-incomplete";

/** What the events say of a clock: a clock that stands still for the night runs. */
export type ClockState = "running" | "paused" | "stopped";

/** A reopening of a case that goes on with the clock it had. */
export interface Reopened {
  readonly stoppedAt: string;
  /** The outcome before the reopening. */
  readonly outcome: Outcome;
  readonly reopenedAt: string;
}

/** A stretch of a clock: `[start, end)`. */
export interface ResultSegment {
  readonly start: string;
  readonly end: string;
  readonly ms: number;
  /** Whether it adds to `elapsedMs`. */
  readonly counts: boolean;
  /** Why it counts (`open`, `working-day`, `running`), or why not: a state of the clock, or of the calendar. */
  readonly why: ClockWhy | Why;
  /** Holidays and closures of the date, by name. */
  readonly names?: readonly string[];
  /** Civil date on which it starts, in the calendar's zone. */
  readonly date: string;
  /** Of a combination, where it is closed: the calendars that close it. */
  readonly operands?: readonly OperandReason[];
}

/** Why a stretch counts where all hours do, or does not whatever the calendar says. */
export type ClockWhy = "working-day" | "running" | "paused" | "stopped" | "restarted" | "not-promised";

/** Minutes of help on a module. */
export interface AllowanceRow {
  readonly module: string;
  readonly granted: number;
  readonly consumed: number;
  readonly overMinutes: number;
  /** What must follow: nothing, something that is due, was done, or is missing for good. */
  readonly followUp: "none" | "due" | "done" | "missing";
}

/** Cases that ask for a recommendation. */
export interface Advised {
  readonly module: string;
  /** Civil date. */
  readonly detectedOn: string;
  readonly cases: readonly string[];
  readonly recommendedOn: string | null;
}

/** Figures by name. */
export type Figures = Readonly<Record<string, number | string | null>>;

/**
 * Every member that a result may have, whatever its outcome; {@link Result} says which of them go with which outcome.
 *
 * On a case that is `incomplete` a member that could differ is absent, the three instants too.
 */
export interface ResultMembers {
  readonly outcome: Outcome;
  /** With `unmeasurable`. */
  readonly reason?: Reason;
  /** Instant of the start event, open or not. */
  readonly startedAt?: string | null;
  /** Hours: when the target is used up (near edge). Days and carry-over: the first instant that is too late. */
  readonly dueAt?: string | null;
  readonly stoppedAt?: string | null;
  /** Hours: business time over the running stretches, and what is left of the target or beyond it. */
  readonly elapsedMs?: number;
  readonly remainingMs?: number;
  readonly overrunMs?: number;
  /** Days: civil dates from the start's to the stop's, and the last date in time. */
  readonly elapsedDays?: number;
  readonly dueDate?: string;
  /** While running, in hours: the highest share of the target, of those the policy watches, that is used; null below the first. */
  readonly atRisk?: number | null;
  /** First instant at which it is, or will be without a new event, missed. */
  readonly missedAt?: string | null;
  /** First instant after asOf at which the outcome, its risk or what is left changes its standing without a new event. */
  readonly nextChangeAt?: string | null;
  /** What the events say, of a result that was measured; while it runs or is paused, whether its calendar is open. */
  readonly clock?: ClockState;
  readonly calendarOpen?: boolean;
  /** Where the policy has rules that choose calendars: the calendar, and the index of the rule, or null. */
  readonly calendar?: string;
  readonly calendarRule?: number | null;
  /** Where the policy has versions: the one whose target judged it, by name or date; null for the document itself. */
  readonly version?: string | null;
  /** Where the target goes by a fact: its value. */
  readonly fact?: string;
  /** Last instant at which a change let the clock begin again. */
  readonly restartedAt?: string;
  readonly reopenings?: readonly Reopened[];
  /** Where a case may have several cycles: each of them; the result itself shows the one that decides. */
  readonly cycles?: readonly ResultMembers[];
  /** On demand: what makes up the time from `startedAt` to the end. */
  readonly segments?: readonly ResultSegment[];
  /** Carry-over: pending at a closing; from when it is due; cases of the queue that came later and were helped first. */
  readonly carriedOver?: boolean;
  readonly dueFrom?: string | null;
  readonly overtakenBy?: readonly string[];
  /** Carry-over: open time from `dueFrom` to the callback. */
  readonly afterOpeningMs?: number;
  /** Allowance: minutes by module. */
  readonly allowances?: readonly AllowanceRow[];
  /** Detection: what was detected, in order. */
  readonly advice?: readonly Advised[];
  /** What was measured, by name, where a promise is no clock. */
  readonly figures?: Figures;
}

/** What results of every outcome have in common. */
interface ResultCommon extends ResultMembers {
  readonly cycles?: readonly Result[];
}

/** What has no verdict has no due, and no standing of a clock. */
interface WithoutVerdict extends ResultCommon {
  /** None: nothing is due. */
  readonly dueAt: null;
  readonly elapsedMs?: never;
  readonly remainingMs?: never;
  readonly overrunMs?: never;
  readonly elapsedDays?: never;
  readonly dueDate?: never;
  readonly atRisk?: never;
  readonly clock?: never;
  readonly calendarOpen?: never;
}

/** Kept. */
export interface MetResult extends ResultCommon {
  readonly outcome: "met";
  readonly reason?: never;
  readonly atRisk?: never;
  readonly calendarOpen?: never;
}

/** Not kept; `excused` where the policy excuses it for a condition on the customer's side. */
export interface MissedResult extends ResultCommon {
  readonly outcome: "missed" | "excused";
  readonly reason?: never;
  readonly atRisk?: never;
  readonly calendarOpen?: never;
}

/** Open: a clock that runs has a `dueAt`; a promise of which nothing is due yet has null. */
export interface RunningResult extends ResultCommon {
  readonly outcome: "running";
  readonly reason?: never;
  readonly stoppedAt: null;
}

/** Open, and its clock stands still: only what remains is known. */
export interface PausedResult extends ResultCommon {
  readonly outcome: "paused";
  readonly reason?: never;
  /** None, until it is resumed. */
  readonly dueAt: null;
  readonly dueDate?: never;
  readonly stoppedAt: null;
  readonly atRisk?: never;
}

/** The commitment does not concern the case. */
export interface NotApplicableResult extends WithoutVerdict {
  readonly outcome: "not-applicable";
  readonly reason?: never;
}

/** Nobody can tell, and `reason` says why. */
export interface UnmeasurableResult extends WithoutVerdict {
  readonly outcome: "unmeasurable";
  readonly reason: Reason;
  readonly missedAt?: never;
  readonly nextChangeAt?: never;
}

/**
 * One commitment on one case, by its outcome: after `result.outcome === "unmeasurable"` there is a `reason`, after `"paused"`
 * no `dueAt`. A member that no result of an outcome has may be read all the same, and is undefined.
 */
export type Result = MetResult | MissedResult | RunningResult | PausedResult | NotApplicableResult | UnmeasurableResult;

/** Members as the result that they make: what goes with which outcome is so by how each is judged, and held to the schema. */
export function asResult(members: ResultMembers): Result {
  return members as Result;
}

/** One case. */
export interface CaseResult<Id extends string = string> {
  readonly id: string;
  readonly kind: string;
  readonly customer?: string;
  /** By commitment id, those that hold for the kind: of a case of another kind there is none, whatever its type says. */
  readonly commitments: Readonly<Record<Id, Result>>;
  /** Present where some of its events could not be read, are of a type that the policy does not know, or may be missing. */
  readonly incomplete?: true;
  readonly issues: readonly Issue[];
}

/** A customer, a technician, or the service as a whole: a customer's survey, a technician's assessments. */
export interface RegisterResult<Id extends string = string> {
  readonly subject: "customer" | "staff" | "service";
  readonly id: string;
  readonly commitments: Readonly<Record<Id, Result>>;
}

/** How a commitment is kept over all cases. */
export interface Rate {
  readonly met: number;
  readonly missed: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** met / (met + missed); null when nothing is decided. */
  readonly rate: number | null;
  /** While cases are open: the rate if all of them are missed, and if all are met. */
  readonly bounds?: { readonly low: number; readonly high: number };
  /** Wilson's 95 % interval, where fewer than 100 cases are decided. */
  readonly interval?: { readonly low: number; readonly high: number };
  readonly goal?: number;
  /** The rate must be above the goal, not at it. */
  readonly goalAbove?: true;
  /** The figures of its results, added up; of lengths the longest. */
  readonly figures?: Readonly<Record<string, number>>;
  /** Where there is a goal, of the cases that have begun: `reached` whatever becomes of the open ones, or `lost`. */
  readonly goalReach?: "reached" | "open" | "lost";
  /** The cases behind each count; where cycles are counted, a case once for each. */
  readonly caseIds: Readonly<Partial<Record<Outcome, readonly string[]>>>;
  /** On demand: the same figures by month of the start (`2026-10`), customer and kind. */
  readonly by?: Readonly<Partial<Record<RateGroup, Readonly<Record<string, Rate>>>>>;
}

/** What rates can be taken apart by. */
export type RateGroup = "month" | "customer" | "kind";

/** What an evaluation was made with. */
export interface Provenance {
  readonly policy: string;
  /** `fnv1a64:` of the policy document as canonical JSON, and of each calendar. */
  readonly policyHash: string;
  readonly calendarHashes: Readonly<Record<string, string>>;
  readonly readings: Readonly<Record<string, string>>;
  /** Version of the holidays of the calendars, by source (`date-holidays:US-NY`); absent where all are built in. */
  readonly holidaySources?: Readonly<Record<string, string>>;
  /** Version of the time zone data, where the caller gave it. */
  readonly tzdata?: string;
  /** Version of this package. */
  readonly version: string;
}

/** A type of event that the policy does not know, on cases of one kind. */
export interface UnknownEvents {
  readonly kind: string;
  readonly type: string;
  /** How many events, on how many cases. */
  readonly events: number;
  readonly cases: number;
}

/** The answer of `evaluate`. */
export interface Evaluation<Id extends string = string> {
  readonly schema: 1;
  readonly asOf: string;
  /** Which starts make up the rates: a period, or civil dates or instants in `[since, until)`. */
  readonly period?: string;
  readonly since?: string;
  readonly until?: string;
  readonly cases: readonly CaseResult<Id>[];
  readonly register: readonly RegisterResult<Id>[];
  readonly rates: Readonly<Record<Id, Rate>>;
  /** Cases of which nothing is seen at asOf. */
  readonly notYet: number;
  /** Types of event that the policy does not know, the most frequent first; absent where there are none. */
  readonly unknownEvents?: readonly UnknownEvents[];
  /** Present where the caller said that those types mean nothing to the clocks. */
  readonly ignoresUnknown?: true;
  /** Problems of the input that belong to no case that could be read. */
  readonly issues: readonly Issue[];
  /** How many times were finer than a millisecond and cut to the one below; absent where none was. */
  readonly notes?: { readonly cut: number };
  readonly provenance: Provenance;
}
