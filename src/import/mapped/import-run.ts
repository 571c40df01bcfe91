/**
 * An import: files, one after the other, by one mapping, to cases.
 */
import { type ImportedFile, ImportLog } from "../imported.ts";
import type { JoinedFile, Mapping, ReadOptions } from "../mapping/document.ts";
import type { ImportedFiles } from "../read-cases.ts";
import { TimeReader } from "../times/time-reader.ts";
import type { Shared } from "./context.ts";
import { FileReader } from "./file-reader.ts";
import { CaseHistories } from "./histories.ts";
import { MappedFile, type RowCounts } from "./mapped-file.ts";
import { StateWords } from "./state-words.ts";
import { type UnknownValue, UnknownValues } from "./unknown-values.ts";

/** What was found of a file: packed, encoding, format, delimiter, list, sheet, and by how many times each form of times was read. */
export interface FoundFile {
  readonly name: string;
  readonly found: Readonly<Record<string, string>>;
  readonly times: Readonly<Record<string, number>>;
  /** Law: read = used + leftOut + reported. */
  readonly rows: RowCounts;
  /** The columns of a table. */
  readonly columns?: readonly string[];
  /** Of which file of the mapping it is; absent for the cases themselves. */
  readonly joined?: string;
}

/** A row that was refused. */
export interface RejectedRow {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  /** Its cells, or its members. */
  readonly value: unknown;
}

/** Cases of an import, and what became of every row. */
export interface ImportedCases extends ImportedFiles {
  /** The name of the mapping. */
  readonly import: string;
  /** All files together. */
  readonly rows: Readonly<RowCounts>;
  readonly found: readonly FoundFile[];
  /** Texts that the mapping does not name. */
  readonly unknown: readonly UnknownValue[];
  /** Why histories are incomplete, each with how many cases. */
  readonly incomplete: Readonly<Record<string, number>>;
  /** Times of hours that a change of the clocks repeats (the earlier was taken) and passes over (the change was taken). */
  readonly twice: number;
  readonly never: number;
  /** Cases that only a joined file names: there is nothing else of them. */
  readonly strangers: number;
}

/** How an import is run. */
export interface RunOptions {
  /** Zone of times without an offset, before that of the mapping. */
  readonly zone?: string;
  /** Is called with each row that is refused. */
  readonly onReject?: (row: RejectedRow) => void;
}

/** Bytes of a file, while it is read. */
export interface OpenFile {
  push(bytes: Uint8Array): void;
  end(): void;
}

interface ReadFile {
  readonly name: string;
  readonly mapped: MappedFile;
  readonly found: Record<string, string>;
  readonly joined: string | undefined;
}

/** Reads files by a mapping. */
export class ImportRun {
  private readonly shared: Shared;
  private readonly files: ReadFile[] = [];

  constructor(
    private readonly mapping: Mapping,
    private readonly options: RunOptions,
  ) {
    this.shared = {
      mapping,
      words: new StateWords(mapping.is ?? {}),
      histories: new CaseHistories(),
      unknown: new UnknownValues(),
    };
  }

  /** Begins a file. */
  open(name: string): OpenFile {
    const joined = joinedOf(this.mapping, name);
    const read: ReadOptions = (joined === undefined ? this.mapping.read : joined.part.read) ?? {};
    const log = new ImportLog({ name });
    const { onReject } = this.options;
    const mapped = new MappedFile(
      this.shared,
      joined?.part,
      this.files.length,
      log,
      new TimeReader(timeOptions(this.mapping, this.options), log),
      onReject === undefined ? undefined : (line, value, reason) => onReject({ file: name, line, reason, value }),
    );
    const found: Record<string, string> = {};
    this.files.push({ name, mapped, found, joined: joined?.pattern });
    return new FileReader(read, name, mapped, (what, value) => {
      found[what] = value;
    });
  }

  /** The cases of all files. */
  result(): ImportedCases {
    const logs = this.files.map(({ mapped }) => mapped.log);
    const { incomplete, strangers, kindless, ...united } = this.shared.histories.cases(logs);
    // A row of a case without a kind was taken for a good one while it was read.
    for (const { file } of kindless) {
      this.files[file]!.mapped.counts.used--;
      this.files[file]!.mapped.counts.reported++;
    }
    const sum = (of: (counts: RowCounts) => number): number =>
      this.files.reduce((total, { mapped }) => total + of(mapped.counts), 0);
    return {
      ...united,
      files: this.files.map(({ mapped }): ImportedFile => mapped.log.result(mapped.counts.read)),
      import: this.mapping.import,
      rows: {
        read: sum(({ read }) => read),
        used: sum(({ used }) => used),
        leftOut: sum(({ leftOut }) => leftOut),
        reported: sum(({ reported }) => reported),
      },
      found: this.files.map(foundOf),
      unknown: this.shared.unknown.list(),
      incomplete: Object.fromEntries(incomplete),
      twice: logs.reduce((total, { twice }) => total + twice, 0),
      never: logs.reduce((total, { never }) => total + never, 0),
      strangers,
    };
  }
}

function foundOf({ name, mapped, found, joined }: ReadFile): FoundFile {
  return {
    name,
    found,
    times: Object.fromEntries(mapped.times.used),
    rows: mapped.counts,
    ...(mapped.header === undefined ? {} : { columns: mapped.header }),
    ...(joined === undefined ? {} : { joined }),
  };
}

function timeOptions({ times = ["iso"], zone, language = "en" }: Mapping, options: RunOptions) {
  return { forms: typeof times === "string" ? [times] : times, zone: options.zone ?? zone, language };
}

/** The part of a mapping that is of a file of that name. */
function joinedOf(
  { files = {} }: Mapping,
  name: string,
): { readonly pattern: string; readonly part: JoinedFile } | undefined {
  const base = name.replace(/^.*[/\\]/, "");
  for (const [pattern, part] of Object.entries(files)) if (isLike(base, pattern)) return { pattern, part };
  return undefined;
}

/** Whether a name is of a pattern, in which a star is any text. Cost: linear in the name for each star. */
function isLike(name: string, pattern: string): boolean {
  const parts = pattern.toLowerCase().split("*");
  let rest = name.toLowerCase();
  const first = parts.shift()!;
  if (!rest.startsWith(first)) return false;
  rest = rest.slice(first.length);
  const last = parts.pop();
  if (last === undefined) return rest === "";
  for (const part of parts) {
    const at = rest.indexOf(part);
    if (at < 0) return false;
    rest = rest.slice(at + part.length);
  }
  return rest.endsWith(last);
}
