/**
 * `importCases` and `importCasesSync`: exports of help desks to cases, by a mapping.
 */
import { refuse } from "../issues/error.ts";
import { readOptions } from "../issues/options.ts";
import { show } from "../issues/show.ts";
import { readZone } from "../time/zone.ts";
import { type ImportedCases, ImportRun, type RejectedRow, type RunOptions } from "./mapped/import-run.ts";
import type { Mapping } from "./mapping/document.ts";
import { readMapping } from "./mapping/read-mapping.ts";
import {
  checkPart,
  checkSource,
  checkSources,
  type ImportSource,
  isBytes,
  partsOf,
  readAll,
  type SyncSource,
} from "./sources.ts";

/** How an export is read. */
export interface ImportCasesOptions {
  readonly mapping: Mapping;
  /** Zone of times without an offset, before that of the mapping. */
  readonly zone?: string;
  /** Is called with each row that is refused, as it is met. */
  readonly onReject?: (row: RejectedRow) => void;
}

/**
 * Reads exports by a mapping; files are read as they come, and nothing is kept of them but the cases.
 *
 * Nothing is lost: of all rows that were read, each was used, left out by `where` of the mapping, or reported.
 * @param sources The files; those that `files` of the mapping names are joined to the cases of the others.
 * Errors: `import.…` for a mapping that is none, `file.…` for what cannot be read as a whole, `time.unknown-zone`.
 * Source: docs/importing.md.
 *
 * @example
 * const bytes = new TextEncoder().encode("ID;Opened\n7;2026-05-07 16:00\n");
 * const mapping = { import: "desk", zone: "Europe/Paris", case: { id: "ID", kind: "request" }, events: { opened: "Opened" } };
 * const later = importCases([{ name: "export.csv", bytes }], { mapping });
 * typeof later.then // "function"
 */
export function importCases(
  sources: Iterable<ImportSource> | AsyncIterable<ImportSource>,
  options: ImportCasesOptions,
): Promise<ImportedCases> {
  const run = runOf(options, "importCases");
  checkSources(sources, [Symbol.asyncIterator, Symbol.iterator]);
  return readLater(run, sources);
}

async function readLater(
  run: ImportRun,
  sources: Iterable<ImportSource> | AsyncIterable<ImportSource>,
): Promise<ImportedCases> {
  for await (const source of sources as AsyncIterable<ImportSource>) {
    const { name, bytes } = checkSource(source);
    const file = run.open(name);
    if (isBytes(bytes)) file.push(bytes);
    else for await (const part of partsOf(bytes)) file.push(checkPart(part, name));
    file.end();
  }
  return run.result();
}

/**
 * The same, at once, of bytes that are there. See {@link importCases}.
 *
 * @example
 * const bytes = new TextEncoder().encode("ID,Opened\n7,2026-05-07T16:00Z\n");
 * const mapping = { import: "desk", case: { id: "ID", kind: "request" }, events: { opened: "Opened" } };
 * importCasesSync([{ name: "export.csv", bytes }], { mapping }).rows.used // 1
 */
export function importCasesSync(sources: Iterable<SyncSource>, options: ImportCasesOptions): ImportedCases {
  const run = runOf(options, "importCasesSync");
  checkSources(sources, [Symbol.iterator]);
  for (const source of sources) {
    const { name, bytes } = checkSource(source) as SyncSource;
    readAll(run.open(name), bytes, name);
  }
  return run.result();
}

const OPTIONS = ["mapping", "zone", "onReject"] as const;

function runOf(options: unknown, whose: string): ImportRun {
  const { mapping, zone, onReject } = readOptions(options, OPTIONS, whose, { needed: "{ mapping }" });
  if (mapping === undefined)
    refuse(
      "calendar.bad-option",
      ["mapping"],
      "a mapping",
      mapping,
      `${whose} has no mapping; write { mapping }, such as systems.glpi`,
    );
  if (zone !== undefined) readZone(zone, ["zone"]);
  if (onReject !== undefined && typeof onReject !== "function")
    refuse("calendar.bad-option", ["onReject"], "a function", onReject, `${show(onReject)} is not a function`);
  return new ImportRun(readMapping(mapping), {
    ...(zone === undefined ? {} : { zone: zone as string }),
    ...(onReject === undefined ? {} : { onReject: onReject as RunOptions["onReject"] & {} }),
  });
}
