/**
 * What commitments of all kinds are made of, read and checked.
 */

import type { HoursCount } from "../calendar/counting.ts";
import type { ConditionDocument, DaysDocument } from "./documents/document-parts.ts";

/** What an event must be: one of the types, with members that pass the tests, and if wanted with the referent. */
export interface EventMatcher {
  readonly types: ReadonlySet<string>;
  readonly tests: readonly MemberTest[];
  readonly person: "referent" | undefined;
}

/** What a member of an event must be, or must not be. */
export interface MemberTest {
  readonly member: string;
  readonly texts: ReadonlySet<string>;
  /** Whether the member must be none of the texts. */
  readonly isNot: boolean;
}

/** A target in hours: so much of the time that counts. */
export interface HoursFigure {
  readonly unit: "hours";
  readonly targetMs: number;
  readonly count: HoursCount;
}

/** A target in days. */
export interface DaysFigure {
  readonly unit: "days";
  readonly days: number;
  readonly count: DaysDocument["count"];
  readonly until: DaysDocument["until"];
  readonly rollToOpen: boolean;
  readonly day: "civil-date" | "service-day";
}

/** A target as a figure. */
export type TargetFigure = HoursFigure | DaysFigure;

/** What every commitment says. */
export interface CommitmentCommon {
  readonly id: string;
  readonly title: string | undefined;
  /** Kinds of case that have results of it; none where the results are those of customers, staff or the service. */
  readonly kinds: ReadonlySet<string>;
  /** Name of its own calendar; undefined where the case's rules choose. */
  readonly calendar: string | undefined;
  readonly conditions: readonly Condition[];
  readonly goal: number | undefined;
  /** Whether the rate must be above the goal, not at it. */
  readonly goalAbove: boolean;
}

/** A condition with its name. */
export interface Condition extends ConditionDocument {
  readonly id: string;
}
