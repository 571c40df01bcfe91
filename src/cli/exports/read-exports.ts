/**
 * Exports of help desks, read by a mapping while they come.
 */
import {
  type ImportedCases,
  importCasesSync,
  type Mapping,
  type RejectedRow,
  type SyncSource,
} from "../../import/index.ts";
import { harmless } from "../../issues/show.ts";
import type { Flags } from "../flags/flags.ts";
import type { Terminal } from "../terminal.ts";
import { rejectsCsv } from "./rejects.ts";

/** Rows that are written to `--rejects`; of a file that is another, each row is refused. */
const MOST_REJECTS = 1_000_000;

/** The cases of the files that the words name. Errors: an OuvreeError for what cannot be read as a whole. */
export function readExports(flags: Flags, mapping: Mapping, terminal: Terminal): ImportedCases {
  const path = flags.one("rejects");
  if (path !== undefined) terminal.checkWrite(path, { noClobber: flags.has("no-clobber") });
  const zone = flags.one("zone");
  const rejected: RejectedRow[] = [];
  let others = 0;
  const found = importCasesSync(sourcesOf(flags.words, terminal), {
    mapping,
    ...(zone === undefined ? {} : { zone }),
    ...(path === undefined
      ? {}
      : {
          onReject: (row: RejectedRow): void => {
            if (rejected.length < MOST_REJECTS) rejected.push(row);
            else others++;
          },
        }),
  });
  if (path === undefined) return found;
  terminal.write(path, rejectsCsv(rejected), { noClobber: flags.has("no-clobber") });
  const more = others === 0 ? "" : `, and ${others} more that are not written`;
  terminal.err(`ouvree: rows refused, with the reason: ${rejected.length} in ${harmless(path)}${more}`);
  return found;
}

/** The files, each opened when it is its turn. */
export function* sourcesOf(paths: readonly string[], terminal: Terminal): Generator<SyncSource> {
  for (const path of paths) {
    const name = path === "-" ? "standard input" : harmless(path);
    if (terminal.bytes === undefined) yield { name, bytes: new TextEncoder().encode(terminal.read(path)) };
    else yield { name, bytes: terminal.bytes(path) };
  }
}
