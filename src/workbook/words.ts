/**
 * The words of a workbook, in English and French: no locale of the process is used.
 */
import { spokenYears, type Years } from "./coverage.ts";
import { FR } from "./words-fr.ts";

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
  /** What is wrong with a ticket, by number; the numbers are those of `problems.ts`. */
  readonly problems: (years: Years) => readonly string[];
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
  readonly leftOutNote: string;
  readonly holidays: string;
  readonly none: string;
  readonly date: string;
  readonly name: string;
  readonly closed: (part: string) => string;
  readonly madeWith: string;
}

const EN: WorkbookWords = {
  language: "en",
  moment: "yyyy-mm-dd hh:mm",
  truths: ["TRUE", "FALSE"],
  month: "mmm yyyy",
  sheets: { tickets: "Tickets", summary: "Summary", promises: "Promises", calculator: "Calculator", notes: "Notes" },
  status: { met: "met", missed: "missed", running: "running", atRisk: "at risk", notYet: "not yet", error: "error" },
  ticket: {
    ticket: "Ticket",
    kind: "Kind",
    called: "Called",
    hours: "Hours",
    helped: "Helped",
    due: "Due",
    used: "Used (h)",
    left: "Left (h)",
    status: "Status",
    note: "Note",
    open: "Open then",
    callback: "Call back from",
    carriedOver: "Carried over",
  },
  prompts: {
    time: ["Date and time", "A date and time of the calendar's zone: 2026-05-22 16:00"],
    hours: ["Hours", "A number: 4 or 4.5, not 4:00. Blank: the hours that Promises has for the kind."],
  },
  problems: (years) => [
    "no time of call",
    "Called is no date and time",
    "Helped is no date and time",
    "no hours: fill in Promises, or Hours",
    "Hours is no number",
    "Helped is before Called",
    "Helped is after “as of”: not seen yet",
    `due outside ${spokenYears(years)}`,
    `“as of” is outside ${spokenYears(years)}`,
    "under 15 minutes: 4 hours are 4, not 4:00",
    `outside ${spokenYears(years)}`,
    "Hours is negative",
  ],
  promises: {
    title: "Promises",
    note: "Hours of open time by kind of ticket. A ticket's own Hours come first.",
    kind: "Kind",
    hours: "Hours",
    promise: "Promise",
    other: "any other kind",
    otherNote: "Tickets of no kind, or of one that is not listed. Blank: they are an error.",
  },
  summary: {
    title: "Summary",
    asOf: "As of",
    asOfNote: "This computer's own clock. Overwrite it with the time of the calendar's zone to judge as of then.",
    atRisk: "At risk from",
    atRiskNote: "Share of the hours used from which a running ticket is at risk.",
    tickets: "Tickets",
    rate: "Rate",
    rateOfAll: "rate (met of those decided)",
    beyond: "not known (#N/A)",
    byKind: "By kind",
    byMonth: "By month of the call: the twelve up to “as of”",
    kind: "Kind",
    month: "Month",
    hours: "Hours",
    met: "Met",
    missed: "Missed",
    open: "Open",
    others: "other kinds",
    earlier: "earlier",
    later: "later",
    total: "all",
    number: "Number",
    share: "Share",
  },
  calculator: {
    title: "Calculator",
    note: "Fill in the yellow cells; each answer has a name for formulas of your own.",
    deadline: "When is it due?",
    start: "Start",
    hours: "Hours",
    due: "Due",
    elapsed: "How much open time is between?",
    from: "From",
    to: "To",
    used: "Open hours",
    open: "Is it open?",
    at: "At",
    isOpen: "Open",
    callback: "When to call back?",
    called: "Called",
    callFrom: "Call back from",
    carriedOver: "Carried over",
    noTime: "no date and time",
    noHours: "no number",
    negative: "negative",
    beyond: "outside the years",
    beyondAnswer: "the answer is outside the years",
  },
  notes: {
    title: "Notes",
    years: "Years covered",
    zone: "Zone",
    zoneNote: (zone) => `${zone}: all times are of its clock`,
    hours: "Hours",
    combined: "made of several calendars",
    from: (date) => `from ${date}`,
    topics: (years, zone, rows) => [
      [
        "Paste tickets",
        `Into the white columns of Tickets, from row 2, values only: ticket, kind, called, hours, helped. ${rows} rows have formulas; for more, copy the last row down, or write the workbook with --rows.`,
      ],
      [
        "Times",
        `Dates and times as the clock of ${zone} shows them, rounded to the second. A time that the clock skipped is the instant of the change; one shown twice is the first of the two.`,
      ],
      ["Hours", "Numbers: 4 or 4.5. A cell that shows 4:00 holds a sixth of a day: 0.17, ten minutes."],
      [
        "“#N/A”",
        `Outside ${spokenYears(years)}, or for negative hours: not known, and so not guessed. Zero hours are due at the start. Write the workbook again for other years.`,
      ],
      [
        "Met",
        "Open hours used from Called to Helped are at most the promise. Due is the first moment at which they are used up; help after it in closed time has used no more.",
      ],
      [
        "As of",
        "NOW() is this computer's own clock, not that of the zone: overwrite it where the two differ. What is later is not seen.",
      ],
      [
        "Call back",
        "Carried over: the call came after the last closing of its day, or on a closed day; then the first opening of the next working day.",
      ],
      [
        "Calendar",
        "Compiled into a hidden sheet, in seconds of UTC. Changed hours or holidays need a new workbook: nothing here works them out again.",
      ],
    ],
    leftOut: "Left out",
    leftOutNote: "promises in days, by a table, or on other hours than these:",
    holidays: "Holidays",
    none: "none",
    date: "Date",
    name: "Holiday",
    closed: (part) => `closed ${part}`,
    madeWith: "Made with",
  },
};

/** The words of a language. */
export function workbookWords(language: WorkbookLanguage): WorkbookWords {
  return language === "fr" ? FR : EN;
}
