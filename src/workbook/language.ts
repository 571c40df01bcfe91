/**
 * What a language of a workbook has words for.
 */
import type { Years } from "./coverage.ts";
import type { Problem } from "./problems.ts";
import type { LeftOutWhy } from "./promises.ts";

/** Languages of a workbook. */
export type WorkbookLanguage = "en" | "fr";

/** What becomes of a ticket. */
export type Status = "met" | "missed" | "running" | "atRisk" | "notYet" | "error";

/** The words of one language. */
export interface WorkbookWords {
  readonly language: WorkbookLanguage;
  /** A date and time, and a month, as formats of cells. */
  readonly moment: string;
  readonly month: string;
  /** How yes and no are shown. */
  readonly truths: readonly [yes: string, no: string];
  readonly sheets: Readonly<Record<"tickets" | "summary" | "promises" | "calculator" | "notes", string>>;
  readonly status: Readonly<Record<Status, string>>;
  /** Heads of the columns of tickets. */
  readonly ticket: Readonly<Record<"ticket" | "kind" | "called" | "hours" | "helped", string>> &
    Readonly<Record<"due" | "used" | "left" | "status" | "note" | "open" | "callback" | "carriedOver", string>>;
  /** What is shown beside a cell that is being filled in. */
  readonly prompts: Readonly<Record<"time" | "hours", readonly [title: string, text: string]>>;
  /** What is wrong with a ticket. */
  readonly problems: (years: Years) => Readonly<Record<Problem, string>>;
  readonly promises: Readonly<Record<"title" | "note" | "kind" | "hours" | "promise" | "other" | "otherNote", string>>;
  readonly summary: Readonly<
    Record<
      | "title"
      | "asOf"
      | "asOfNote"
      | "atRisk"
      | "atRiskNote"
      | "tickets"
      | "rate"
      | "rateOfAll"
      | "beyond"
      | "byKind"
      | "byMonth"
      | "kind"
      | "month"
      | "hours"
      | "met"
      | "missed"
      | "open"
      | "others"
      | "earlier"
      | "later"
      | "total"
      | "number"
      | "share",
      string
    >
  >;
  readonly calculator: Readonly<
    Record<
      | "title"
      | "note"
      | "deadline"
      | "start"
      | "hours"
      | "due"
      | "elapsed"
      | "from"
      | "to"
      | "used"
      | "open"
      | "at"
      | "isOpen"
      | "callback"
      | "called"
      | "callFrom"
      | "carriedOver"
      | "noTime"
      | "noHours"
      | "negative"
      | "beyond"
      | "beyondAnswer",
      string
    >
  >;
  readonly notes: NoteWords;
}

/** The words of the notes. */
export interface NoteWords {
  readonly title: string;
  readonly years: string;
  readonly zone: string;
  readonly zoneNote: (zone: string) => string;
  readonly hours: string;
  readonly combined: string;
  readonly from: (date: string) => string;
  readonly topics: (years: Years, zone: string, rows: number) => readonly (readonly [topic: string, text: string])[];
  readonly leftOut: string;
  readonly leftOutWhy: Readonly<Record<LeftOutWhy, string>>;
  readonly holidays: string;
  readonly none: string;
  readonly date: string;
  readonly name: string;
  readonly closed: (part: string) => string;
  readonly madeWith: string;
}
