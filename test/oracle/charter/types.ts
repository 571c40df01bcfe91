/**
 * Types: what the simulator reads (cases, register) and what it answers.
 *
 * In an answer a field that is absent is a field about which the text says nothing: it is not compared. A field that
 * is `null` is one that the text says is null.
 */

export interface CaseEvent {
  type: string;
  /** ISO 8601 with its offset. */
  at: string;
  by?: string;
  person?: string;
  minutes?: number;
  module?: string;
  department?: string;
  channel?: string;
  /** Place among the events of its instant. */
  seq?: number;
}

export interface CaseInput {
  id: string;
  kind: string;
  customer: string;
  module?: string;
  events: CaseEvent[];
}

/** Both ends included, civil dates. */
export interface DateRange {
  from: string;
  to: string;
}

export interface Customer {
  id: string;
  contract: DateRange & { paid: boolean | DateRange[] };
  trained: { module: string; date: string }[];
  referent?: string;
  contacts: string[];
  surveys: { date: string; channel: string }[];
}

export interface Register {
  customers: Customer[];
}

export const COMMITMENTS = [
  "installation",
  "anomaly",
  "specific-request",
  "web-form",
  "web-form-same-day",
  "callback",
] as const;
export type CommitmentId = (typeof COMMITMENTS)[number];

export const OUTCOMES = ["met", "missed", "running", "paused", "not-applicable", "unmeasurable", "excused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Reason =
  | "missing-event"
  | "stop-before-start"
  | "no-register"
  | "unknown-customer"
  | "no-referent"
  | "beyond-reach"
  | "history-incomplete";

export interface Expected {
  outcome: Outcome;
  reason?: Reason;
  startedAt?: string | null;
  dueAt?: string | null;
  stoppedAt?: string | null;
  elapsedMs?: number;
  elapsedDays?: number;
  remainingMs?: number;
  overrunMs?: number;
  dueDate?: string;
  missedAt?: string | null;
  carriedOver?: boolean;
  dueFrom?: string | null;
  overtakenBy?: string[];
  /** Members that could differ, since the history is incomplete: they are absent from the result. */
  unsure?: string[];
}

export interface ExpectedCase {
  id: string;
  /** The text demands an issue on this case. `false`: it does not say. */
  issue: boolean;
  /** Codes of issues that the text demands on this case. */
  codes: string[];
  /** Codes of issues that it rules out. */
  ruledOut: string[];
  /** In no rate, and its results are not compared: two cases have this id. */
  duplicate: boolean;
  commitments: Partial<Record<CommitmentId, Expected>>;
}

export interface ExpectedRate {
  met: number;
  missed: number;
  counts: Record<Outcome, number>;
  /** null when nothing is decided. */
  rate: number | null;
}

export interface Simulation {
  /** In the order of the input, without those that are not yet seen. */
  cases: ExpectedCase[];
  notYet: number;
  rates: Record<CommitmentId, ExpectedRate>;
}
