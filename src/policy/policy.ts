/**
 * A policy made ready: checked, frozen, its calendars built, its events to match and its figures in ms and days.
 */
import type { Calendar } from "../calendar/calendar.ts";
import type { ChangeMode, KindDocument, PolicyDocument, Reopening } from "./documents/document.ts";
import type { CommitmentCommon, EventMatcher, TargetFigure } from "./parts.ts";
import type { PromiseCommitment } from "./promise.ts";

/**
 * A policy that `definePolicy` has checked: frozen, and to be given to whatever takes one.
 *
 * `Id` are the ids of its commitments, those of its versions too, where its document stands in the code; else any text.
 */
export interface Policy<Id extends string = string> {
  readonly name: string;
  readonly document: PolicyDocument;
  /** Calendars of the document itself; a version may have others. */
  readonly calendars: ReadonlyMap<string, Calendar<"ms">>;
  /** Ids of every commitment of any version, in the order of their first appearance. */
  readonly commitmentIds: readonly Id[];
}

/** A policy with all that judging needs; nobody but this package may rely on it. */
export interface ReadyPolicy extends Policy {
  readonly kinds: ReadonlyMap<string, KindDocument>;
  /** Events of any kind, by what they do. */
  readonly pause: readonly EventMatcher[];
  readonly resume: readonly EventMatcher[];
  readonly cancel: readonly EventMatcher[];
  /** Every type of event that a case of any kind may have. */
  readonly commonEvents: ReadonlySet<string>;
  readonly facts: ReadonlyMap<string, Fact>;
  /** In ascending order; the first is the document itself, in force before all others. */
  readonly versions: readonly PolicyVersion[];
  /** Where requests outside the contract go; undefined where the policy does not say. */
  readonly outside: Outside | undefined;
  /** Every promise of any version, each as the last version that has it says. */
  readonly commitments: readonly Commitment[];
}

/** What a policy is made of: each is what `definePolicy` made, which callers' policies were checked to be. */
export function readyPolicy(policy: Policy): ReadyPolicy {
  return policy as ReadyPolicy;
}

/** Where requests outside the contract go. */
export interface Outside {
  /** The kind of case that such a request becomes. */
  readonly kind: string | undefined;
  /** Department by kind of request. */
  readonly departments: ReadonlyMap<string, string>;
  /** Department where a condition failed, by its name. */
  readonly lacking: ReadonlyMap<string, string>;
  /** Department of everything else. */
  readonly otherwise: string;
}

/** What is in force from an instant on. */
export interface PolicyVersion {
  /** Its name, else its first date; null for the document itself. */
  readonly label: string | null;
  /** First instant, in ms; minus infinity for the document itself. */
  readonly fromMs: number;
  readonly calendars: ReadonlyMap<string, Calendar<"ms">>;
  /** Name of the calendar of cases for which no rule hits. */
  readonly calendar: string;
  readonly rules: readonly CalendarRule[];
  readonly commitments: ReadonlyMap<string, Commitment>;
  readonly readings: Readonly<Record<string, string>>;
}

/** A rule that chooses a calendar: every key must have one of its texts. */
export interface CalendarRule {
  readonly when: ReadonlyMap<string, ReadonlySet<string>>;
  readonly calendar: string;
}

/** The value of a fact that nobody has set yet, where the policy says `before: "unset"`. */
export const UNSET = "unset";

/** A fact of cases. */
export interface Fact {
  /** Undefined where every text is one; with `before: "unset"` that word is among them. */
  readonly values: ReadonlySet<string> | undefined;
  /** Types of event that change it. */
  readonly changedBy: ReadonlySet<string>;
  /** What it is before the first change where the case says nothing: that first value, or `unset`; undefined if nothing changes it. */
  readonly before: "first" | "unset" | undefined;
}

/** A target that goes by a fact of the case; a figure that is null promises nothing. */
export interface TargetTable {
  readonly by: string;
  readonly figures: ReadonlyMap<string, TargetFigure | null>;
}

/** What a change does to a clock that runs. */
export interface Changes {
  readonly fact: ChangeMode;
  readonly policy: ChangeMode;
  readonly calendar: ChangeMode;
}

/** A clock from an event to another, as a figure. */
export interface TargetCommitment extends CommitmentCommon {
  readonly kind: "target" | "ratio";
  readonly start: readonly EventMatcher[];
  readonly stop: readonly EventMatcher[];
  /** The events that reopen; those of the start unless given. */
  readonly reopen: readonly EventMatcher[];
  /** Whether the policy names them: only then a reopening ends a pause of the case. */
  readonly namesReopen: boolean;
  readonly after: readonly EventMatcher[] | undefined;
  readonly reset: readonly EventMatcher[] | undefined;
  readonly waive: readonly EventMatcher[] | undefined;
  readonly target: TargetFigure | TargetTable;
  readonly reopening: Reopening;
  /** Whether a case may have several cycles. */
  readonly hasCycles: boolean;
  readonly per: "case" | "cycle";
  readonly changes: Changes;
  readonly pauses: boolean;
  readonly optional: boolean | "start";
  /** Shares, in rising order. */
  readonly atRisk: readonly number[];
}

/** Callbacks pending at closing. */
export interface CarryOverCommitment extends CommitmentCommon {
  readonly kind: "carry-over";
  readonly start: readonly EventMatcher[];
  readonly stop: readonly EventMatcher[];
  readonly order: "report" | "require";
  readonly closing: "day" | "window";
}

/** One promise, made ready. */
export type Commitment = TargetCommitment | CarryOverCommitment | PromiseCommitment;

/** Whether a commitment is a clock with a target. */
export function isTarget(commitment: Commitment): commitment is TargetCommitment {
  return commitment.kind === "target" || commitment.kind === "ratio";
}
