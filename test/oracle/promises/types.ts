/**
 * Types: what the judge of promises reads (policy, cases, register) and what it answers.
 *
 * Written from docs/promises.md. In an answer a field that is absent is one about which the text says nothing: it is
 * not compared. A field that is `null` is one that the text says is null.
 */

export interface CaseEvent {
  readonly type: string;
  /** ISO 8601 with its offset. */
  readonly at: string;
  readonly [member: string]: unknown;
}

export interface CaseInput {
  readonly id: string;
  readonly kind: string;
  readonly customer?: string;
  readonly module?: string;
  readonly events: readonly CaseEvent[];
}

/** Civil dates, both included; an absent end is open. */
export interface Dates {
  readonly from?: string;
  readonly to?: string;
}

export interface Survey {
  readonly date: string;
  readonly [member: string]: unknown;
}

export interface OfModule {
  readonly module: string;
  readonly date: string;
}

export interface Customer {
  readonly id: string;
  readonly contract?: Dates & { readonly paid?: boolean | readonly Dates[] };
  readonly trained?: readonly OfModule[];
  readonly surveys?: readonly Survey[];
  readonly recommendations?: readonly OfModule[];
}

export interface Staff {
  readonly id: string;
  readonly from?: string;
  readonly trainings?: readonly { readonly date: string }[];
  readonly assessments?: readonly { readonly date: string }[];
}

export interface Evidence extends Dates {
  readonly promise: string;
  readonly source?: string;
}

/** Instants with an offset; one without `to` goes on. */
export interface Outage {
  readonly from: string;
  readonly to?: string;
}

export interface Register {
  readonly customers?: readonly Customer[];
  readonly staff?: readonly Staff[];
  readonly outages?: readonly Outage[];
  readonly lostCalls?: readonly { readonly at: string }[];
  readonly evidence?: readonly Evidence[];
  readonly publications?: readonly { readonly date: string }[];
}

export const OUTCOMES = ["met", "missed", "running", "paused", "not-applicable", "unmeasurable", "excused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Reason =
  | "missing-event"
  | "stop-before-start"
  | "no-register"
  | "unknown-customer"
  | "no-figure"
  | "module-missing"
  | "minutes-missing";

export type Figures = Readonly<Record<string, number | string | null>>;

export interface Row {
  readonly module: string;
  readonly granted: number;
  readonly consumed: number;
  readonly overMinutes: number;
  readonly followUp: "none" | "due" | "done" | "missing";
}

export interface Advice {
  readonly module: string;
  readonly detectedOn: string;
  readonly cases: readonly string[];
  readonly recommendedOn: string | null;
}

export interface Expected {
  readonly outcome: Outcome;
  readonly reason?: Reason;
  readonly startedAt?: string | null;
  readonly stoppedAt?: string | null;
  readonly dueAt?: string | null;
  readonly dueDate?: string;
  readonly missedAt?: string | null;
  readonly elapsedDays?: number;
  readonly allowances?: readonly Row[];
  readonly advice?: readonly Advice[];
  readonly cycles?: readonly Expected[];
  readonly figures?: Figures;
  readonly carriedOver?: boolean;
  readonly dueFrom?: string | null;
  readonly overtakenBy?: readonly string[];
}
