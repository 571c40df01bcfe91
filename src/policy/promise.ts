/**
 * Promises that are no clocks, made ready.
 */
import type { CivilPeriod } from "../time/civil-period.ts";
import type { CadenceSubject } from "./documents/promise-documents.ts";
import type { CommitmentCommon, DaysFigure, EventMatcher, MemberTest, TargetFigure } from "./parts.ts";

/** At most so long between dates. */
export interface CadenceCommitment extends CommitmentCommon {
  readonly kind: "cadence";
  readonly of: CadenceSubject;
  readonly every: CivilPeriod | null;
}

/** Something that is there, with evidence of it. */
export interface StandingCommitment extends CommitmentCommon {
  readonly kind: "standing";
  readonly promise: string;
}

/** Share of open time in which the service could be reached. */
export interface AvailabilityCommitment extends CommitmentCommon {
  readonly kind: "availability";
}

/** Minutes of help for each module, and what must follow. */
export interface AllowanceCommitment extends CommitmentCommon {
  readonly kind: "allowance";
  readonly start: readonly EventMatcher[];
  readonly help: readonly EventMatcher[];
  readonly minutes: Readonly<Record<Tier, number>>;
  readonly per: "request" | "contract-year";
  readonly followUp: AllowanceFollowUp | undefined;
}

/** Whether the customer was trained on a module. */
export type Tier = "trained" | "untrained";

/** What must follow help on a module. */
export interface AllowanceFollowUp {
  readonly when: Tier;
  readonly by: readonly EventMatcher[];
  readonly ends: readonly EventMatcher[];
  readonly within: TargetFigure | null;
}

/** What began must be followed by something. */
export interface FollowUpCommitment extends CommitmentCommon {
  readonly kind: "follow-up";
  readonly after: readonly EventMatcher[];
  readonly by: readonly EventMatcher[];
  readonly ends: readonly EventMatcher[];
  readonly within: TargetFigure | null;
  readonly hasFigure: boolean;
}

/** So many cases of one sort ask for something. */
export interface DetectionCommitment extends CommitmentCommon {
  readonly kind: "detection";
  /** The kinds of case that it looks at; its results are the customers'. */
  readonly caseKinds: ReadonlySet<string>;
  readonly start: readonly EventMatcher[];
  readonly count: number | null;
  readonly months: number | null;
  readonly within: DaysFigure | null;
}

/** How many events, or surveys, are of one sort. */
export interface ShareCommitment extends CommitmentCommon {
  readonly kind: "share";
  /** Undefined where surveys are counted. */
  readonly of: readonly EventMatcher[] | undefined;
  readonly tests: readonly MemberTest[];
  readonly hasFigure: boolean;
}

/** A promise that is no clock. */
export type PromiseCommitment =
  | AllowanceCommitment
  | AvailabilityCommitment
  | CadenceCommitment
  | DetectionCommitment
  | FollowUpCommitment
  | ShareCommitment
  | StandingCommitment;
