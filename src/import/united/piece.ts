/**
 * A piece: what one row, one line or one record says of a case.
 */
import type { CaseEvent } from "../../evaluation/cases/case.ts";
import type { Facts } from "../rows/facts.ts";

/** What one row, one line or one record says of a case. */
export interface Piece {
  readonly id: string;
  /** Its first line in the file, from 1. */
  readonly line: number;
  /** What the log calls it: its line, or its number in an array, from 1. */
  readonly row: number;
  /**
   * How it was written: a row of one event, whose other cells are the case's only where it is the first event; a row of a case, which has
   * each event once; a whole record; or a row that is none, of which only the id could be made out.
   */
  readonly form: "event-row" | "case-row" | "record" | "stray";
  /** What it says the kind is, if it does. */
  readonly kind: string | undefined;
  /** As given; the evaluation refuses what is no text. */
  readonly customer: unknown;
  /** Facts of the case, wherever its first event stands. */
  readonly facts: Facts;
  /** In their order; rows of one event that follow each other become one piece. */
  readonly events: CaseEvent[];
  /** Whether something of it could not be read, and was reported. */
  isMarred: boolean;
}

/** A piece, and the number of its file. */
export interface PlacedPiece {
  readonly piece: Piece;
  readonly file: number;
}

/** What a reader of a form gives its pieces to. */
export type TakePiece = (piece: Piece) => void;

/** An event of which nothing could be read but that it was there: of no type, at no instant. */
export const UNREAD_EVENT: CaseEvent = Object.freeze({ type: "", at: "" });

// As the readers write an instant.
const WRITTEN = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether a reader could read the instant of an event: else `at` is the text as it stood. */
export function isRead({ at }: CaseEvent): boolean {
  return typeof at === "string" && WRITTEN.test(at);
}
