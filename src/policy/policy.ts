/**
 * A policy made ready: checked, frozen, its calendars built and its figures in ms and days.
 */
import type { Calendar } from "../calendar/calendar.ts";
import type { TimelineMs } from "../calendar/timeline-face.ts";
import type { ConditionDocument, DaysDocument, KindDocument, PolicyDocument } from "./document.ts";

/** A policy that `definePolicy` has checked. */
export interface Policy {
  readonly name: string;
  readonly document: PolicyDocument;
  readonly calendars: ReadonlyMap<string, Calendar<"ms">>;
  readonly kinds: ReadonlyMap<string, KindDocument>;
  /** Events of any kind, by what they do. */
  readonly pause: string | undefined;
  readonly resume: string | undefined;
  readonly cancel: string | undefined;
  /** Every type of event that a case of any kind may have. */
  readonly commonEvents: ReadonlySet<string>;
  readonly commitments: readonly Commitment[];
}

/** A condition with its name. */
export interface Condition extends ConditionDocument {
  readonly id: string;
}

/** A stop of a clock. */
export interface StopRule {
  readonly event: string;
  readonly person: "referent" | undefined;
}

/** A target in hours: so much of the time that counts. */
export interface HoursFigure {
  readonly unit: "hours";
  readonly targetMs: number;
  /** The time that counts, made of the commitment's calendar. */
  readonly timeline: TimelineMs;
}

/** A target in days. */
export interface DaysFigure {
  readonly unit: "days";
  readonly days: number;
  readonly count: DaysDocument["count"];
  readonly until: DaysDocument["until"];
  readonly rollToOpen: boolean;
}

/** A target as a figure. */
export type TargetFigure = HoursFigure | DaysFigure;

/** A target that goes by a fact of the case; a figure that is null promises nothing. */
export interface TargetTable {
  readonly by: string;
  readonly figures: ReadonlyMap<string, TargetFigure | null>;
}

interface CommitmentCommon {
  readonly id: string;
  readonly title: string | undefined;
  readonly kinds: ReadonlySet<string>;
  readonly calendar: Calendar<"ms">;
  readonly conditions: readonly Condition[];
  readonly goal: number | undefined;
  readonly start: string;
}

/** A clock from an event to another, as a figure. */
export interface TargetCommitment extends CommitmentCommon {
  readonly kind: "target" | "ratio";
  readonly stops: readonly StopRule[];
  readonly target: TargetFigure | TargetTable;
  readonly optional: boolean;
  /** Shares, in rising order. */
  readonly atRisk: readonly number[];
}

/** Callbacks pending at closing. */
export interface CarryOverCommitment extends CommitmentCommon {
  readonly kind: "carry-over";
  readonly stop: string;
  readonly order: "report" | "require";
}

/** One promise, made ready. */
export type Commitment = TargetCommitment | CarryOverCommitment;
