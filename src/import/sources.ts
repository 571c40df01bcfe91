/**
 * Files as they are given: a name, and bytes, whole or in parts.
 */
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import { show } from "../issues/show.ts";
import type { OpenFile } from "./mapped/import-run.ts";

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

/** Reads all bytes of a file. */
export function readAll(file: OpenFile, bytes: SyncSource["bytes"], name: string): void {
  if (isBytes(bytes)) file.push(bytes);
  else if (typeof (bytes as Iterable<unknown>)[Symbol.iterator] === "function")
    for (const part of bytes) file.push(checkPart(part, name));
  else refuseBytes(bytes, name);
  file.end();
}

/** The files of a list, checked. */
export function readSources(sources: unknown): SyncSource[] {
  checkSources(sources, [Symbol.iterator]);
  return Array.from(sources as Iterable<unknown>, (source) => checkSource(source) as SyncSource);
}

/** Refuses what gives no files. What a generator of the caller throws is the caller's. */
export function checkSources(sources: unknown, iterators: readonly symbol[]): void {
  const what = "a list of files";
  const found = readForeign(sources, ["sources"], "file.bad-format", what, () =>
    typeof sources === "object" && sources !== null
      ? iterators.map((iterator) => (sources as Record<symbol, unknown>)[iterator])
      : [],
  );
  if (found.some((iterate) => typeof iterate === "function")) return;
  refuse("file.bad-format", ["sources"], what, sources, `${show(sources)} is no list; write [{ name, bytes }]`);
}

/** A file of a list, copied. */
export function checkSource(source: unknown): ImportSource {
  const what = "{ name, bytes }";
  const copy = readForeign(source, ["sources"], "file.bad-format", what, () => (isObject(source) ? { ...source } : {}));
  if (typeof copy["name"] !== "string")
    return refuse("file.bad-format", ["sources"], what, source, `${show(source)} is no file; write ${what}`);
  return copy as unknown as ImportSource;
}

/** Whether it is bytes, of this realm or another. */
export function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";
}

/** A part of a file. */
export function checkPart(part: unknown, name: string): Uint8Array {
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
export function partsOf(bytes: unknown): AsyncIterable<unknown> {
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
