/**
 * `guessMapping`: a mapping for a file that nobody has described, with the cells that speak for each of its lines.
 *
 * What is not shown by the cells is a question, and not guessed.
 */

import { refuse } from "../../issues/error.ts";
import { readOptions } from "../../issues/options.ts";
import { readZone } from "../../time/zone.ts";
import { FileReader } from "../mapped/file-reader.ts";
import type { Mapping } from "../mapping/document.ts";
import { readAll, readSources, type SyncSource } from "../sources.ts";
import { FileProbe } from "./file-probe.ts";
import type { GuessReason } from "./findings.ts";
import { Guess } from "./guess.ts";

/** A mapping that runs, why it is so, and what only its user can say. */
export interface GuessedMapping {
  readonly mapping: Mapping;
  /** The name of the system whose export it is, where it is a known one. */
  readonly system?: string;
  readonly reasons: readonly GuessReason[];
  /** What the file does not tell. */
  readonly questions: readonly string[];
  /** What was found: format, encoding, delimiter. */
  readonly found: Readonly<Record<string, string>>;
  /** Rows that were read, and those of them that are none. */
  readonly rows: number;
  readonly badRows: number;
  /** Columns that mean nothing to the mapping. */
  readonly unused: readonly string[];
}

/**
 * Proposes a mapping for an export: CSV, a workbook, JSON.
 *
 * @param sources One file, in a list.
 * @param options.zone Zone of its times, if it is known.
 * Errors: `file.…` for what cannot be read as a whole.
 * Source: docs/importing.md, "An export that nobody knows".
 *
 * @example
 * const bytes = new TextEncoder().encode("Ticket ID;Created;Solved\n7;2026-05-07 16:00;2026-05-08 09:00\n");
 * guessMapping([{ name: "export.csv", bytes }]).mapping.events.resolved // "Solved"
 */
export function guessMapping(sources: Iterable<SyncSource>, options?: { readonly zone?: string }): GuessedMapping {
  const { zone } = readOptions(options, ["zone"], "guessMapping");
  if (zone !== undefined) readZone(zone, ["zone"]);
  const read = readSources(sources);
  const [source, ...more] = read;
  if (source === undefined || more.length > 0)
    return refuse(
      "file.bad-format",
      ["sources"],
      "one file",
      sources,
      "a mapping is guessed from one file at a time; write [{ name, bytes }]",
    );
  const probe = new FileProbe();
  const found: Record<string, string> = {};
  const reader = new FileReader({}, source.name, probe, (what, value) => {
    found[what] = value;
  });
  readAll(reader, source.bytes, source.name);
  const guess = new Guess(probe, nameOf(source.name), zone as string | undefined, found);
  return { ...guess.result(), found, rows: probe.count, badRows: probe.badRows };
}

function nameOf(file: string): string {
  const base = file
    .replace(/^.*[/\\]/, "")
    .replace(/\.[^.]*$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return base === "" || base === "standard-input" ? "my-desk" : base;
}
