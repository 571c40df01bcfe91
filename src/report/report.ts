/**
 * A report: what every format is made of, and nothing else. A format is a function from it to a text.
 */
import type { Case } from "../evaluation/cases/case.ts";
import type { Evaluation, ResultSegment } from "../evaluation/result.ts";
import type { Policy } from "../policy/policy.ts";
import type { Verdict } from "./gates/gate.ts";
import type { GateLine } from "./gates/words.ts";
import type { Paint } from "./rates/table.ts";

/** Where a case stands among the files that were read. */
export interface CasePlace {
  /** As the file was named; `-` for standard input. */
  readonly file: string;
  /** Its first line, from 1. */
  readonly line: number;
}

/** By the index of a case in the evaluation, and by commitment. */
export type CaseSegments = ReadonlyMap<number, Readonly<Record<string, readonly ResultSegment[]>>>;

/** What became of the rows of exports that were judged. Law: read = used + leftOut + reported. */
export interface ImportSummary {
  /** The name of the mapping. */
  readonly mapping: string;
  readonly rows: { readonly read: number; readonly used: number; readonly leftOut: number; readonly reported: number };
  /** Texts that the mapping does not name: what each would be, in how many rows, and the nearest that it names. */
  readonly unknown: readonly {
    readonly what: string;
    readonly value: string;
    readonly rows: number;
    readonly nearest?: string;
  }[];
  /** Why histories are incomplete, each with how many cases. */
  readonly incomplete: Readonly<Record<string, number>>;
  /** Types of event that the export cannot tell. */
  readonly cannotTell: readonly string[];
}

/** What a report is made of. */
export interface Report {
  readonly policy: Policy;
  /** What may be shown of it: names of customers and persons are taken out or replaced before. */
  readonly evaluation: Evaluation;
  readonly verdicts: readonly Verdict[];
  /** What was asked beyond the goals, and how it stands: missed cases, risks, a baseline. */
  readonly gates?: readonly GateLine[];
  /** The cases judged, with their events, for the pictures of deadlines; in the order of the evaluation's. */
  readonly cases?: readonly Case[];
  /** What made up the time of the worst cases, for their pictures, where the results do not say so themselves. */
  readonly segments?: CaseSegments;
  /** Of exports: what became of their rows, for JSON. */
  readonly imported?: ImportSummary;
  /** By the id of the case; of namesakes the first. */
  readonly places?: ReadonlyMap<string, CasePlace>;
  /** English unless given. */
  readonly language?: "en" | "fr";
  /** Cases shown one by one, the worst first; the rest is counted. */
  readonly worst?: number;
  /** Colours, for the text alone. */
  readonly paint?: Paint;
}

/** A format of reports. */
export type Renderer = (report: Report) => string;
