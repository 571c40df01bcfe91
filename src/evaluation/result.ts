/**
 * What an evaluation says: results, rates, and the evaluation as a whole. Also the JSON of `--format json`.
 *
 * Instants are ISO 8601 in UTC with ms; lengths are whole ms or civil days, never both in one result.
 */
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
  | "beyond-reach";

/** One commitment on one case. */
export interface Result {
  readonly outcome: Outcome;
  /** With `unmeasurable`. */
  readonly reason?: Reason;
  /** Instant of the start event, open or not. */
  readonly startedAt: string | null;
  /** Hours: when the target is used up (near edge). Days and carry-over: the first instant that is too late. */
  readonly dueAt: string | null;
  readonly stoppedAt: string | null;
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
  /** Carry-over: pending at a closing; from when it is due; cases of the queue that came later and were helped first. */
  readonly carriedOver?: boolean;
  readonly dueFrom?: string | null;
  readonly overtakenBy?: readonly string[];
  /** Carry-over: open time from `dueFrom` to the callback. */
  readonly afterOpeningMs?: number;
}

/** One case. */
export interface CaseResult {
  readonly id: string;
  readonly kind: string;
  readonly customer?: string;
  /** By commitment id, those that hold for the kind. */
  readonly commitments: Readonly<Record<string, Result>>;
  readonly issues: readonly Issue[];
}

/** One entry of the register: a customer's survey, a technician's assessments. */
export interface RegisterResult {
  readonly subject: string;
  readonly id: string;
  readonly commitments: Readonly<Record<string, Result>>;
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
  /** The cases behind each count. */
  readonly caseIds: Readonly<Partial<Record<Outcome, readonly string[]>>>;
}

/** What an evaluation was made with. */
export interface Provenance {
  readonly policy: string;
  /** `fnv1a64:` of the policy document as canonical JSON, and of each calendar. */
  readonly policyHash: string;
  readonly calendarHashes: Readonly<Record<string, string>>;
  readonly readings: Readonly<Record<string, string>>;
  /** Version of the holidays of the calendars, by source (`date-holidays:US-NY`); absent where all are built in. */
  readonly holidaySources?: Readonly<Record<string, string>>;
  /** Version of this package. */
  readonly version: string;
}

/** The answer of `evaluate`. */
export interface Evaluation {
  readonly schema: 1;
  readonly asOf: string;
  readonly period?: string;
  readonly cases: readonly CaseResult[];
  readonly register: readonly RegisterResult[];
  readonly rates: Readonly<Record<string, Rate>>;
  /** Cases of which nothing is seen at asOf. */
  readonly notYet: number;
  /** Problems of the input that belong to no case that could be read. */
  readonly issues: readonly Issue[];
  readonly provenance: Provenance;
}
