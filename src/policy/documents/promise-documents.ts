/**
 * Promises that are no clocks, as they are written.
 *
 * Each has a key for its figure, and null there says that the text gives none. Source: docs/promises.md.
 */
import type { PeriodText } from "../../time/civil-period.ts";
import type { CommitmentBase, DaysDocument, EventsDocument, HoursDocument, MembersDocument } from "./document-parts.ts";

/** What a commitment on customers, staff or the service itself may say. */
type SubjectBase = Omit<CommitmentBase, "kinds">;

/** What a cadence is about: dates in the register. */
export type CadenceSubject = "customers.surveys" | "staff.trainings" | "staff.assessments" | "publications";

/** At most so long between dates. */
export interface CadenceDocument extends SubjectBase {
  readonly kind: "cadence";
  readonly of: CadenceSubject;
  /** ISO 8601 by the calendar: `P2Y`, `P6M`. */
  readonly every: PeriodText | null;
}

/** Something that is there, with evidence of it. */
export interface StandingDocument extends SubjectBase {
  readonly kind: "standing";
  /** Name of the promise in the register's evidence. */
  readonly promise: string;
}

/** Share of open time in which the service could be reached. */
export interface AvailabilityDocument extends Omit<SubjectBase, "goal"> {
  readonly kind: "availability";
  readonly goal: number | null;
}

/** Minutes of help for each module, and what must follow. */
export interface AllowanceDocument extends CommitmentBase {
  readonly kind: "allowance";
  readonly start: EventsDocument;
  /** Events with their `minutes`, and their `module` if it is not the case's. */
  readonly help: EventsDocument;
  /** Minutes granted for a module, by whether the customer was trained on it. */
  readonly minutes: { readonly trained: number; readonly untrained: number };
  /** What an allowance is for: a request, or a module's contract year. */
  readonly per: "request" | "contract-year";
  readonly followUp?: AllowanceFollowUpDocument;
}

/** What must follow help on a module. */
export interface AllowanceFollowUpDocument {
  readonly when: "untrained";
  readonly by: EventsDocument;
  /** What ends the waiting. */
  readonly ends: EventsDocument;
  readonly within: HoursDocument | DaysDocument | null;
}

/** What began must be followed by something. */
export interface FollowUpDocument extends Omit<CommitmentBase, "goal"> {
  readonly kind: "follow-up";
  readonly after: EventsDocument;
  readonly by: EventsDocument;
  readonly ends: EventsDocument;
  readonly within: HoursDocument | DaysDocument | null;
  /** Null: a promise without a figure. */
  readonly goal?: number | null;
}

/** So many cases of one sort ask for something. */
export interface DetectionDocument extends CommitmentBase {
  readonly kind: "detection";
  readonly start: EventsDocument;
  /** Cases on modules on which the customer was not trained. */
  readonly of: "untrained";
  readonly count: number | null;
  readonly months: number | null;
  /** What must follow, in the register. */
  readonly by: "recommendations";
  readonly within: DaysDocument | null;
}

/** How many events, or surveys, are of one sort. */
export interface ShareDocument extends Omit<SubjectBase, "goal">, MembersDocument {
  readonly kind: "share";
  /** Kinds of case; absent where surveys are counted. */
  readonly kinds?: readonly string[];
  readonly of: EventsDocument | "customers.surveys";
  /** Null: a promise without a figure. */
  readonly goal?: number | null;
}
