/**
 * A policy as it is written: plain JSON that names calendars, kinds of cases, conditions and commitments.
 *
 * The engine knows the words of this file and no charter; a charter is one such document.
 */
import type { CalendarDefinition } from "../schedule/definition.ts";

/** A policy document. */
export interface PolicyDocument {
  /** Its name, as reports show it. */
  readonly policy: string;
  readonly title?: string;
  /** Calendars by name. */
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
  /** Name of the calendar that commitments use unless they name another. */
  readonly calendar: string;
  /** Kinds of cases, each with the events that it knows. */
  readonly kinds: Readonly<Record<string, KindDocument>>;
  /** Events that a case of any kind may have, by what they do. */
  readonly events?: CommonEventsDocument;
  /** Facts of cases that targets go by, each with all its values: `{ priority: ["P1", "P2"] }`. */
  readonly facts?: Readonly<Record<string, readonly string[]>>;
  /** What must hold on the customer's side. */
  readonly conditions?: Readonly<Record<string, ConditionDocument>>;
  /** The promises, by id. */
  readonly commitments: Readonly<Record<string, CommitmentDocument>>;
  /** Which reading of each ambiguous clause is used; a record for reports. */
  readonly readings?: Readonly<Record<string, string>>;
}

/** A kind of case. */
export interface KindDocument {
  /** Types of event that it knows, beside the common ones. */
  readonly events: readonly string[];
  /** The event that bare columns of a one-row-a-case file belong to. */
  readonly stop?: string;
  /** Cases of one queue are served in one order. */
  readonly queue?: string;
}

/** Events of any kind. */
export interface CommonEventsDocument {
  readonly pause?: string;
  readonly resume?: string;
  readonly cancel?: string;
  /** Events that are known and move no clock. */
  readonly other?: readonly string[];
}

/**
 * A condition on the customer's side, judged at the commitment's start.
 *
 * `contract-in-force` and `contract-paid` go by the register's contract on the civil date of the start;
 * `person-is-contact` goes by the person of the start event.
 */
export interface ConditionDocument {
  readonly check: "contract-in-force" | "contract-paid" | "person-is-contact";
  /** What follows when it fails: the commitment does not apply, or a warning on the case. */
  readonly otherwise: "not-applicable" | "warn";
}

/** A stop of a clock: an event, if wanted with a certain person. */
export type StopDocument = string | { readonly event: string; readonly person: "referent" };

interface CommitmentBase {
  /** Kinds of case that it holds for. */
  readonly kinds: readonly string[];
  /** Name of its calendar, if not the policy's own. */
  readonly calendar?: string;
  /** Names of the conditions that it is under. */
  readonly conditions?: readonly string[];
  /** Least share of cases that must be met, 0 to 1. */
  readonly goal?: number;
  /** In plain words, for reports. */
  readonly title?: string;
}

/** A target in hours. */
export interface HoursDocument {
  /** ISO 8601, in hours or smaller: `PT4H`. */
  readonly hours: string;
  /** Which hours count: open time, all 24 hours of working days, or all time. */
  readonly count: "open" | "working-days" | "running";
}

/** A target in days. */
export interface DaysDocument {
  /** ISO 8601, in days: `P3D`; `P0D` is the day of the request itself. */
  readonly days: string;
  /** Which days count, after that of the request. */
  readonly count: "calendar" | "working";
  /** When the last date ends: at midnight, at the closing of its last window, or at the time of day of the request. */
  readonly until: "midnight" | "closing" | "same-time";
  /** A last date that is not a working day moves to the next one. */
  readonly rollToOpen: boolean;
}

/** A target by a fact of the case: every value of the fact has a cell; null promises nothing. */
export interface TableDocument {
  /** Name of the fact: `priority`. */
  readonly by: string;
  readonly values: Readonly<Record<string, HoursDocument | DaysDocument | null>>;
}

/** A clock from an event to another. */
export interface TargetDocument extends CommitmentBase {
  readonly kind: "target" | "ratio";
  readonly start: string;
  /** Whichever is first. */
  readonly stop: readonly StopDocument[];
  readonly target: HoursDocument | DaysDocument | TableDocument;
  /** What a start after the stop does. `ignore`: the first stop is final. */
  readonly reopening: "ignore";
  /** Whether a case with none of the clock's events is not concerned, rather than one whose event is missing. */
  readonly optional?: boolean;
  /** Shares of the target from which a running clock is at risk, in rising order. */
  readonly atRisk?: readonly number[];
}

/** Callbacks that are pending at closing. */
export interface CarryOverDocument extends CommitmentBase {
  readonly kind: "carry-over";
  readonly start: string;
  readonly stop: string;
  /** `report`: being overtaken is a figure; `require`: it is a miss. */
  readonly order: "report" | "require";
}

/** One promise. */
export type CommitmentDocument = TargetDocument | CarryOverDocument;
