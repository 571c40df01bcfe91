/**
 * What the parts of a mapping read a file with.
 */
import type { ImportLog } from "../imported.ts";
import type { Mapping } from "../mapping/document.ts";
import type { RawRecord } from "../records/record.ts";
import type { TimeReader } from "../times/time-reader.ts";
import type { CaseHistories } from "./histories.ts";
import type { StateWords } from "./state-words.ts";
import type { UnknownValues } from "./unknown-values.ts";

/** What all files of an import share. */
export interface Shared {
  readonly mapping: Mapping;
  readonly words: StateWords;
  readonly histories: CaseHistories;
  readonly unknown: UnknownValues;
}

/** Where a record stands, and itself. */
export interface RecordPlace {
  readonly file: number;
  readonly line: number;
  readonly row: RawRecord;
}

/** The file that is read. */
export interface FileContext {
  readonly log: ImportLog;
  readonly times: TimeReader;
  /** Reports a text that a source does not name. */
  unknown(what: string, value: string, source: unknown, line: number): void;
  /** Reports a text that is none of those that the mapping names. */
  unknownAmong(what: string, value: string, known: readonly string[], line: number): void;
}
