/**
 * Types: what the simulator reads beside a policy document, and what it answers.
 *
 * In an answer a field that is absent is one about which the contract says nothing: it is not compared.
 */

import type { CommitmentDocument, PolicyDocument, TargetDocument } from "../../../src/policy/documents/document.ts";
import type { DaysDocument, HoursDocument } from "../../../src/policy/documents/document-parts.ts";

/** A fact of cases; what it is before its first change must be written where events change it. */
export type Fact =
  | readonly string[]
  | {
      readonly values: "any" | readonly string[];
      readonly changedBy?: readonly string[];
      readonly before?: "first" | "unset";
    };
export type Document = Omit<PolicyDocument, "facts"> & { readonly facts?: Readonly<Record<string, Fact>> };

export type Target = TargetDocument;
export type Commitments = Readonly<Record<string, CommitmentDocument | null>>;
/** A cell: null promises nothing. */
export type Figure = HoursDocument | DaysDocument | null;

export interface CaseEvent {
  readonly type: string;
  /** ISO 8601 with its offset. */
  readonly at: string;
  readonly person?: string;
  /** Place among the events of its instant. */
  readonly seq?: number;
  readonly [member: string]: unknown;
}

export interface CaseInput {
  readonly id: string;
  readonly kind: string;
  readonly customer?: string;
  readonly events: readonly CaseEvent[];
  readonly [fact: string]: unknown;
}

/** An event that is seen, with its moment (`order.ts`). */
export interface Seen {
  readonly at: number;
  readonly event: CaseEvent;
}

/** Both ends included, civil dates; an end that is not written is open. */
export interface Range {
  readonly from?: string;
  readonly to?: string;
}

export interface Customer {
  readonly id: string;
  readonly contract?: Range & { readonly paid?: boolean | readonly Range[] };
  readonly contacts?: readonly string[];
  readonly referent?: string;
}

export interface Register {
  readonly customers: readonly Customer[];
}

export type Outcome = "met" | "missed" | "running" | "paused" | "not-applicable" | "unmeasurable" | "excused";
export const OUTCOMES: readonly Outcome[] = [
  "met",
  "missed",
  "running",
  "paused",
  "not-applicable",
  "unmeasurable",
  "excused",
];

export interface ExpectedReopening {
  readonly stoppedAt: string;
  readonly outcome: Outcome;
  readonly reopenedAt: string;
}

export interface Expected {
  outcome: Outcome;
  reason?: string;
  startedAt?: string | null;
  stoppedAt?: string | null;
  dueAt?: string | null;
  dueDate?: string;
  missedAt?: string | null;
  elapsedMs?: number;
  elapsedDays?: number;
  remainingMs?: number;
  overrunMs?: number;
  atRisk?: number | null;
  restartedAt?: string | null;
  clock?: "running" | "paused" | "stopped";
  calendarOpen?: boolean;
  /** Any of these; null alone: there is none. */
  nextChanges?: readonly (string | null)[];
  calendar?: string;
  /** Any of these: rules that picked this very calendar while the cycle ran. */
  calendarRules?: readonly (number | null)[];
  /** Any of these: versions in force while the cycle ran that have this very target. */
  versions?: readonly (string | null)[];
  fact?: string | null;
  reopenings?: readonly ExpectedReopening[];
  cycles?: readonly Expected[];
  /** End of the cycle so far: what its segments tile up to. */
  until?: string;
  /** Stretches that count, as `start/end`, merged. Of a target in days none. */
  counted?: readonly string[];
  /** Members that could differ, since the history is incomplete: they are absent from the result. */
  unsure?: readonly string[];
  /** The history is incomplete: nothing is expected of the result's cycles. */
  cyclesUnjudged?: boolean;
}

export interface ExpectedCase {
  readonly id: string;
  readonly kind: string;
  readonly customer: string | undefined;
  /** The contract demands an issue on this case. False: it does not say. */
  readonly issue: boolean;
  /** Codes of issues that the contract demands on this case. */
  readonly codes: readonly string[];
  /** Codes of issues that it rules out. */
  readonly ruledOut: readonly string[];
  /** In no rate: another case has the same id. */
  readonly duplicate: boolean;
  readonly commitments: Record<string, Expected>;
}

export interface ExpectedRate {
  readonly met: number;
  readonly missed: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly rate: number | null;
  /** Null while no case is open. */
  readonly bounds: { readonly low: number; readonly high: number } | null;
  /** Absent: no goal, or nothing to say. */
  readonly goalReach?: "reached" | "lost" | "open";
  /** Ids by outcome, in any order. */
  readonly caseIds: Readonly<Partial<Record<Outcome, readonly string[]>>>;
  readonly by?: Readonly<Record<"month" | "customer" | "kind", Readonly<Record<string, ExpectedRate>>>>;
}

export interface Simulation {
  readonly cases: readonly ExpectedCase[];
  readonly notYet: number;
  readonly rates: Readonly<Record<string, ExpectedRate>>;
}
