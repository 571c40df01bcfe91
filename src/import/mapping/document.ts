/**
 * A mapping: which columns or members of an export mean what. It is a document: JSON or YAML, versioned beside the policy.
 *
 * Source: docs/importing.md.
 */

/** A column of a table, or the path of a member in a record (`fields.status.name`). A list: the first of them that the file has. */
export type Column = string | readonly string[];

/** A value out of a record, and what its texts become. */
export interface Source {
  readonly from?: Column;
  /** Several columns, joined by a blank: `["metric", "type"]`. */
  readonly join?: readonly string[];
  /** What a text becomes; null is no value. `"*"` is any other, `""` an empty cell. Letter case and the form of accents do not count. */
  readonly values?: Readonly<Record<string, string | null>>;
  /** A file without the column is read all the same. */
  readonly optional?: boolean;
}

/** When something happened, and what else its event carries. */
export interface TimeSource {
  readonly at: Column;
  /** Other members of the event, by their names: `by`, `person`, `channel`, facts. */
  readonly with?: Readonly<Record<string, Column>>;
  /** A file without the column is read all the same. */
  readonly optional?: boolean;
}

/** How the bytes are read. What is not said is found, and told. */
export interface ReadOptions {
  readonly format?: "auto" | "csv" | "json" | "jsonl" | "xlsx" | "ods" | "xes";
  readonly encoding?: "auto" | "utf-8" | "utf-16" | "windows-1252" | "iso-8859-1" | "iso-8859-15";
  readonly delimiter?: "auto" | "," | ";" | "\t" | "|";
  /** Lines above the header that are passed over. */
  readonly skip?: number;
  /** The sheet of a workbook; the first unless said. */
  readonly sheet?: string;
  /** The member of a JSON document that holds the records: `issues`; found where there is but one list. */
  readonly list?: string;
  /** How a quote inside quotes is written: twice, or behind a backslash. */
  readonly quotes?: "double" | "backslash";
}

/** What a state is to a clock: words with a meaning, and words of one's own, which are events when they are entered. */
export type StateClass = "open" | "waiting" | "resolved" | "closed" | "cancelled" | (string & {});

/** Texts of a state, or `"*"` for all others. */
export type StateTexts = string | readonly string[];

/** Each class and its texts; with `join` the texts are joined by a blank. */
export type StateClasses = Readonly<Record<string, StateTexts>>;

/** States: a row is a change of state, or a snapshot. */
export interface States {
  readonly from?: Column;
  readonly join?: readonly string[];
  readonly at: Column;
  /** The log's own counter, for what happened at one instant. Without it the order of the file holds. */
  readonly seq?: Column;
  /** An event that the first row of a case is. */
  readonly begins?: string;
}

/** Which entries of a log are meant: members and their texts. */
export type Where = Readonly<Record<string, Wanted | { readonly not: Wanted }>>;

/** A text, one of several, or true or false; `""` is an empty cell. */
export type Wanted = string | boolean | readonly string[];

/** A record that holds its changes. */
export interface Log {
  /** The list of entries in the record; without it a row is an entry. */
  readonly each?: string;
  readonly at: Column;
  /** The list of changes in an entry. */
  readonly items?: string;
  readonly where?: Where;
  /** The state before the change, where the log has it. */
  readonly from?: Column;
  readonly to: Column;
  readonly seq?: Column;
  /** An event that the first entry of a case is. */
  readonly begins?: string;
}

/** Events that lie in a list in the record, or that a row is: each has its own type. */
export interface EventRows {
  readonly each?: string;
  readonly type: Source;
  readonly at: Column;
  readonly where?: Where;
  readonly with?: Readonly<Record<string, Column>>;
}

/** Whose a message is: texts of the column, `"*"`, or the value of another column of the case. */
export type SideTexts = string | readonly string[] | { readonly same: string };

/** Messages: a reply is one by who wrote it, and to whom. */
export interface Messages {
  readonly each?: string;
  readonly at: Column;
  readonly where?: Where;
  readonly side: {
    readonly from: Column;
    readonly customer?: SideTexts;
    readonly desk?: SideTexts;
    /** Neither: automatic ones. */
    readonly nobody?: SideTexts;
  };
  /** Internal notes are no replies: which messages the customer sees. */
  readonly public?: { readonly from: Column; readonly is: readonly (string | boolean)[] };
  /** Members of the events. */
  readonly with?: Readonly<Record<string, Column>>;
}

/** The state that the file says a case is in now. */
export interface Current {
  readonly from: Column;
  /** A file without the column is read all the same. */
  readonly optional?: boolean;
}

/** Parts of a mapping that read a record. */
export interface MappingParts {
  /** Rows that are read; the others are counted. */
  readonly where?: Where;
  readonly events?: Readonly<Record<string, Column | TimeSource>>;
  readonly event?: EventRows;
  readonly states?: States;
  readonly log?: Log;
  readonly messages?: Messages | readonly Messages[];
  readonly current?: Current;
  readonly facts?: Readonly<Record<string, Column | Source>>;
}

/** What another file holds of the same cases. */
export interface JoinedFile extends MappingParts {
  readonly read?: ReadOptions;
  readonly case: { readonly id: Column | Source };
}

/**
 * A mapping.
 *
 * @example
 * const mapping = {
 *   import: "my-desk",
 *   zone: "Europe/Paris",
 *   times: ["dd/MM/yyyy HH:mm"],
 *   case: { id: "ID", kind: "request" },
 *   events: { opened: "Opened", resolved: "Resolved" },
 * };
 * mapping.import // "my-desk"
 */
export interface Mapping extends MappingParts {
  /** Where its JSON Schema stands, for editors. */
  readonly $schema?: string;
  /** Its name. */
  readonly import: string;
  readonly title?: string;
  readonly read?: ReadOptions;
  /** Zone of times without an offset. `--zone` holds where this is not said. */
  readonly zone?: string;
  /** Forms of times, in luxon's letters, or `iso`, `excel`, `epoch-s`, `epoch-ms`; each text is read by the first that fits. */
  readonly times?: string | readonly string[];
  /** Language of the names of months: `fr`. */
  readonly language?: string;
  /** Texts that stand for nothing; null, as YAML reads NULL, is that word in any letter case. */
  readonly empty?: readonly (string | null)[];
  readonly case: {
    readonly id: Column | Source;
    /** A constant, or a source. */
    readonly kind: string | Source;
    readonly customer?: Column | Source;
  };
  /**
   * What the texts of `states`, `log` and `current` are to a clock: `open`, `waiting`, `resolved`, `closed`, `cancelled`, words of one's
   * own (`started`: a working state, whose beginning is an event of that name), or `ignore`: no state at all.
   */
  readonly is?: StateClasses;
  /**
   * Types of event that the export can't tell: any number of them may have happened. What depends on them is unmeasurable.
   * `resolved` says that only the last resolution is in the file.
   */
  readonly cannotTell?: readonly string[];
  /** Other files of the same cases, by a pattern of their names: `comments*.csv`. */
  readonly files?: Readonly<Record<string, JoinedFile>>;
}
