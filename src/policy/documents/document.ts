/**
 * A policy as it is written: plain JSON that names calendars, kinds of cases, conditions and commitments.
 *
 * The engine knows the words of this file and no charter; a charter is one such document.
 */
import type { CalendarDefinition } from "../../schedule/definition.ts";
import type {
  CommitmentBase,
  ConditionDocument,
  DaysDocument,
  EventsDocument,
  HoursDocument,
  MembersDocument,
  TextsDocument,
} from "./document-parts.ts";
import type {
  AllowanceDocument,
  AvailabilityDocument,
  CadenceDocument,
  DetectionDocument,
  FollowUpDocument,
  ShareDocument,
  StandingDocument,
} from "./promise-documents.ts";

/** A policy document. */
export interface PolicyDocument {
  /** Where its schema is, for editors. */
  readonly $schema?: string;
  /** Its name, as reports show it. */
  readonly policy: string;
  readonly title?: string;
  /** Calendars by name. */
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
  /** Name of the calendar of cases for which no rule hits. */
  readonly calendar: string;
  /** Which other calendar a case has: the first rule that hits. */
  readonly calendarRules?: readonly CalendarRuleDocument[];
  /** Kinds of cases, each with the events that it knows. */
  readonly kinds: Readonly<Record<string, KindDocument>>;
  /** Events that a case of any kind may have, by what they do. */
  readonly events?: CommonEventsDocument;
  /** Facts of cases that targets and rules go by, each with all its values: `{ priority: ["P1", "P2"] }`. */
  readonly facts?: Readonly<Record<string, FactDocument>>;
  /** Who sent an event, by name: `{ responder: { where: { side: "provider" } } }`. */
  readonly actors?: Readonly<Record<string, MembersDocument>>;
  /** What must hold on the customer's side. */
  readonly conditions?: Readonly<Record<string, ConditionDocument>>;
  /** Where requests go that nothing is promised for, or of customers who are not covered. */
  readonly outside?: OutsideDocument;
  /** The promises, by id. */
  readonly commitments: Readonly<Record<string, CommitmentDocument>>;
  /** What changes on a date, in ascending order of `from`. */
  readonly versions?: readonly PolicyVersionDocument[];
  /** Which reading of each ambiguous clause is used; a record for reports. */
  readonly readings?: Readonly<Record<string, string>>;
  /** What else an ambiguous clause could mean: by clause and reading, a merge patch (RFC 7396) of this document. */
  readonly otherReadings?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  /** A mapping of the files that are judged by it (`ouvree/import.schema.json`): readers of files check it. */
  readonly import?: object;
}

/** Where requests outside the contract go. */
export interface OutsideDocument {
  /** The kind of case that such a request becomes; what is promised for it holds then. */
  readonly kind?: string;
  /** Department by kind of request; a name that is no kind of the policy is one that is always outside. */
  readonly departments?: Readonly<Record<string, string>>;
  /** Department where a condition failed, by the condition's name. */
  readonly lacking?: Readonly<Record<string, string>>;
  /** Department of everything else. */
  readonly default: string;
}

/** What changes on a date: each version goes on from the one before. */
export interface PolicyVersionDocument {
  /** Civil date from which it is in force, in the zone of the policy's own `calendar`. */
  readonly from: string;
  readonly name?: string;
  /** Added, or replaced by name. */
  readonly calendars?: Readonly<Record<string, CalendarDefinition>>;
  readonly calendar?: string;
  readonly calendarRules?: readonly CalendarRuleDocument[];
  /** Added, or replaced by id, each whole; null takes one back. */
  readonly commitments?: Readonly<Record<string, CommitmentDocument | null>>;
  readonly readings?: Readonly<Record<string, string>>;
}

/** A rule that chooses the calendar of a case: all that `when` names must be so. */
export interface CalendarRuleDocument {
  /** `kind`, `customer` or facts of the policy, each with what it must be. */
  readonly when: Readonly<Record<string, TextsDocument>>;
  readonly calendar: string;
}

/** A fact of cases: its values, and the events that change it; `"any"` takes every text and decides rules alone. */
export type FactDocument =
  | readonly string[]
  | {
      readonly values: "any" | readonly string[];
      /** With `before`, which must then be written. */
      readonly changedBy?: readonly string[];
      /**
       * What it is before the first change, where the case itself says nothing: the value of that change (`first`), or none yet,
       * `unset`: a value that tables need a cell for and rules may name.
       */
      readonly before?: "first" | "unset";
    };

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
  readonly pause?: EventsDocument;
  readonly resume?: EventsDocument;
  readonly cancel?: EventsDocument;
  /** Events that are known and move no clock. */
  readonly other?: readonly string[];
}

/** A target by a fact of the case: every value of the fact has a cell; null promises nothing. */
export interface TableDocument {
  /** Name of the fact: `priority`. */
  readonly by: string;
  readonly values: Readonly<Record<string, HoursDocument | DaysDocument | null>>;
}

/** What a reopening does. */
export type Reopening = "ignore" | "resume" | "count" | "new-cycle";

/** What a change does to a clock that runs. */
export type ChangeMode = "keep" | "keep-elapsed" | "restart" | "retroactive";

/** What follows when the fact of its target, the policy's version or the case's calendar changes while a clock runs. */
export interface ChangesDocument {
  readonly fact?: ChangeMode;
  readonly policy?: ChangeMode;
  readonly calendar?: ChangeMode;
}

/** A clock from an event to another. */
export interface TargetDocument extends CommitmentBase {
  readonly kind: "target" | "ratio";
  readonly start: EventsDocument;
  /** Whichever is first. */
  readonly stop: EventsDocument;
  /** Starts before the first of these events are none. */
  readonly after?: EventsDocument;
  /** Ends a cycle and begins the next. */
  readonly reset?: EventsDocument;
  /** Ends a cycle as not-applicable, unless it was missed. */
  readonly waive?: EventsDocument;
  readonly target: HoursDocument | DaysDocument | TableDocument;
  /** What a reopening after the stop does; `ignore`: the first stop is final. */
  readonly reopening: Reopening;
  /** The events that reopen; those of the start unless given. */
  readonly reopen?: EventsDocument;
  /** What a rate counts where a case may have several cycles. */
  readonly per?: "case" | "cycle";
  /** What a change does while the clock runs. */
  readonly changes?: ChangesDocument;
  /** False: pauses do not stop it. */
  readonly pauses?: boolean;
  /**
   * Which cases are not concerned, rather than ones whose event is missing: with `true` those with none of the clock's events,
   * with `"start"` those without a start.
   */
  readonly optional?: boolean | "start";
  /** Shares of the target from which a running clock is at risk, in rising order. */
  readonly atRisk?: readonly number[];
}

/** Callbacks that are pending at closing. */
export interface CarryOverDocument extends CommitmentBase {
  readonly kind: "carry-over";
  /** What asks for the callback; the first one. */
  readonly start: EventsDocument;
  /** What is the callback; the first one after the call. */
  readonly stop: EventsDocument;
  /** `report`: being overtaken is a figure; `require`: it is a miss. */
  readonly order: "report" | "require";
  /** The end of the service day's last window, unless given; or that of the window of the call. */
  readonly closing?: "day" | "window";
}

/** One promise. */
export type CommitmentDocument =
  | TargetDocument
  | CarryOverDocument
  | AllowanceDocument
  | AvailabilityDocument
  | CadenceDocument
  | DetectionDocument
  | FollowUpDocument
  | ShareDocument
  | StandingDocument;
