/**
 * `importCases` and `importCasesSync`: exports of help desks to cases, by a mapping.
 */
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { readOptions } from "../issues/options.ts";
import { show } from "../issues/show.ts";
import { readZone } from "../time/zone.ts";
import {
  type ImportedCases,
  ImportRun,
  type OpenFile,
  type RejectedRow,
  type RunOptions,
} from "./mapped/import-run.ts";
import type { Mapping } from "./mapping/document.ts";
import { readMapping } from "./mapping/read-mapping.ts";

/** Bytes of a file: whole, or in parts. */
export interface SyncSource {
  /** The file's name, for messages, and for `files` of a mapping. */
  readonly name: string;
  readonly bytes: Uint8Array | Iterable<Uint8Array>;
}

/** Bytes of a file: whole, in parts, or as a stream, such as `file.stream()` of a browser. */
export interface ImportSource {
  readonly name: string;
  readonly bytes: SyncSource["bytes"] | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;
}

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
export async function importCases(
  sources: Iterable<ImportSource> | AsyncIterable<ImportSource>,
  options: ImportCasesOptions,
): Promise<ImportedCases> {
  const run = runOf(options, "importCases");
  checkSources(sources);
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
  checkSources(sources);
  for (const source of sources) {
    const { name, bytes } = checkSource(source) as SyncSource;
    readAll(run.open(name), bytes, name);
  }
  return run.result();
}

function readAll(file: OpenFile, bytes: SyncSource["bytes"], name: string): void {
  if (isBytes(bytes)) file.push(bytes);
  else if (typeof (bytes as Iterable<unknown>)[Symbol.iterator] === "function")
    for (const part of bytes) file.push(checkPart(part, name));
  else refuseBytes(bytes, name);
  file.end();
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

function checkSources(sources: unknown): void {
  const isThere = typeof sources === "object" && sources !== null;
  if (isThere && (Symbol.iterator in sources || Symbol.asyncIterator in sources)) return;
  refuse(
    "file.bad-format",
    ["sources"],
    "a list of files",
    sources,
    `${show(sources)} is no list; write [{ name, bytes }]`,
  );
}

function checkSource(source: unknown): ImportSource {
  if (!isObject(source) || typeof source["name"] !== "string")
    return refuse(
      "file.bad-format",
      ["sources"],
      "{ name, bytes }",
      source,
      `${show(source)} is no file; write { name, bytes }`,
    );
  return source as unknown as ImportSource;
}

/** Whether it is bytes, of this realm or another. */
function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";
}

function checkPart(part: unknown, name: string): Uint8Array {
  return isBytes(part) ? part : refuseBytes(part, name);
}

function refuseBytes(value: unknown, name: string): never {
  return refuse(
    "file.not-text",
    ["bytes"],
    "bytes",
    value,
    `${name}: ${show(value)} is not bytes; write a Uint8Array, or a stream of them`,
  );
}

/** The parts of a stream: of what cannot be iterated, as in some browsers, by its reader. */
function partsOf(bytes: unknown): AsyncIterable<unknown> {
  const stream = bytes as Partial<ReadableStream<Uint8Array>> &
    Partial<AsyncIterable<unknown>> &
    Partial<Iterable<unknown>>;
  if (typeof bytes !== "object" || bytes === null) return refuseBytes(bytes, "a file");
  if (typeof stream[Symbol.asyncIterator] === "function" || typeof stream[Symbol.iterator] === "function")
    return bytes as AsyncIterable<unknown>;
  if (typeof stream.getReader !== "function") return refuseBytes(bytes, "a file");
  return readerParts(stream as ReadableStream<Uint8Array>);
}

async function* readerParts(stream: ReadableStream<Uint8Array>): AsyncIterable<unknown> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
