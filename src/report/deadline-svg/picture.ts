/**
 * What a deadline's picture shows, as data: a lane for each civil date, with what is open, counted and paused on it, and the
 * marks. Drawn by `deadlineSvg`, told by `deadlineText`.
 *
 * Units: ms. Wall times are ms of the civil date, 0 to 86,400,000, as the zone's clock shows them.
 */
import type { Outcome } from "../../evaluation/result.ts";
import type { Storey } from "./wall.ts";

/** A stretch of a lane, `[startMs, endMs)` on the clock. */
export interface Band {
  readonly startMs: number;
  readonly endMs: number;
  /** Of an hour that the clock shows twice: which time it is. */
  readonly storey: Storey;
}

/** What a mark marks. */
export type MarkKind = "start" | "due-from" | "due" | "stop" | "reopened" | "restarted" | "as-of";

/** An instant, where it stands on its lane. */
export interface PictureMark {
  readonly kind: MarkKind;
  readonly at: string;
  /** Civil date of its lane; the end of a date is 24:00 of it. */
  readonly date: string;
  readonly wallMs: number;
}

/** A civil date. */
export interface Lane {
  readonly kind: "lane";
  readonly date: string;
  /** How long the date lasts, from its first instant to its last. */
  readonly ms: number;
  /** Hours that count where nothing stops the clock. */
  readonly open: readonly Band[];
  /** What counts, up to the deadline, and beyond it. */
  readonly counted: readonly Band[];
  readonly late: readonly Band[];
  readonly paused: readonly Band[];
  /** What the clock skips, and what it shows twice. */
  readonly skipped: readonly Band[];
  readonly repeated: readonly Band[];
  readonly countedMs: number;
  /** Holidays and closures, in English and in French. */
  readonly names: readonly { readonly en: string; readonly fr: string }[];
  /** Of a target in days: the number that the date has. */
  readonly count?: number;
  readonly marks: readonly PictureMark[];
}

/** Dates that are left out. */
export interface Gap {
  readonly kind: "gap";
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly countedMs: number;
}

/** A deadline that was asked for. */
export interface DeadlineSubject {
  readonly kind: "deadline";
  readonly durationMs: number;
  readonly edge: "near" | "far";
}

/** A commitment on a case. */
export interface ResultSubject {
  readonly kind: "result";
  readonly case: string;
  readonly commitment: string;
  readonly title?: string;
  readonly outcome: Outcome;
  /** What is promised: so much time, or so many days. */
  readonly target?:
    | { readonly unit: "hours"; readonly ms: number }
    | { readonly unit: "days"; readonly days: number; readonly count: "working" | "calendar" };
  readonly remainingMs?: number;
  readonly overrunMs?: number;
  readonly elapsedDays?: number;
  /** Of one that was missed by its last date: how late, in ms or in civil dates. */
  readonly lateness?: { readonly unit: "ms" | "days"; readonly amount: number };
}

/** A deadline's picture as data. */
export interface DeadlinePicture {
  readonly schema: 1;
  readonly subject: DeadlineSubject | ResultSubject;
  readonly timeZone: string;
  /** Which hours count. */
  readonly hours: "open" | "working-days" | "running";
  /** All that counts, in the deadline and beyond it. */
  readonly countedMs: number;
  readonly marks: readonly PictureMark[];
  readonly rows: readonly (Lane | Gap)[];
}
