/**
 * What documents of promises of all kinds are made of, as they are written.
 */
import type { DaysText, HoursText } from "../../time/duration.ts";

/** Members of an event: what each must be, and what it must not be. */
export interface MembersDocument {
  readonly where?: Readonly<Record<string, TextsDocument>>;
  readonly not?: Readonly<Record<string, TextsDocument>>;
}

/** One text, or any of several. */
export type TextsDocument = string | readonly string[];

/** An event by more than its type. */
export interface EventDocument extends MembersDocument {
  readonly event: TextsDocument;
  /** Name of one of the policy's actors. */
  readonly actor?: string;
  /** The customer's referent. */
  readonly person?: "referent";
}

/** An event: its type, or more. */
export type EventMatchDocument = string | EventDocument;

/** One event, or any of several. */
export type EventsDocument = EventMatchDocument | readonly EventMatchDocument[];

/** What every commitment on cases may say. */
export interface CommitmentBase {
  /** Kinds of case that it holds for. */
  readonly kinds: readonly string[];
  /** Name of its calendar, if not the policy's own. */
  readonly calendar?: string;
  /** Names of the conditions that it is under. */
  readonly conditions?: readonly string[];
  /** Least share of cases that must be met, 0 to 1. */
  readonly goal?: number;
  /** The rate must be above the goal, not at it. */
  readonly goalAbove?: boolean;
  /** In plain words, for reports. */
  readonly title?: string;
}

/** A target in hours. */
export interface HoursDocument {
  /** ISO 8601, in hours or smaller: `PT4H`. */
  readonly hours: HoursText;
  /** Which hours count: open time, all 24 hours of working days, or all time. */
  readonly count: "open" | "working-days" | "running";
}

/** A target in days. */
export interface DaysDocument {
  /** ISO 8601, in days: `P3D`; `P0D` is the day of the request itself. */
  readonly days: DaysText;
  /** Which days count, after that of the request. */
  readonly count: "calendar" | "working";
  /** When the last date ends: at midnight, at the closing of its last window, or at the time of day of the request. */
  readonly until: "midnight" | "closing" | "same-time";
  /** A last date that is not a working day moves to the next one. */
  readonly rollToOpen: boolean;
  /** The date of the request: its civil date unless given; or the next working day for one after closing. */
  readonly day?: "civil-date" | "service-day";
}

/**
 * A condition on the customer's side, judged at the commitment's start.
 *
 * `contract-in-force` and `contract-paid` go by the register's contract on the civil date of the start;
 * `person-is-contact` goes by the person of the start event, `remote-access` by its member `remoteAccess`.
 */
export interface ConditionDocument {
  readonly check: "contract-in-force" | "contract-paid" | "person-is-contact" | "remote-access";
  /** What follows when it fails: the commitment does not apply, a miss is excused, or a warning on the case. */
  readonly otherwise: "not-applicable" | "excuse" | "warn";
}
