/**
 * Reading: short ways to write a file of cases and to look at what was read.
 */

import { type Imported, type ImportOptions, readCases } from "../../../src/import/index.ts";
import type { CaseEvent } from "../../../src/index.ts";

/** The header of one row an event, at its least. */
export const EVENT_HEADER = "case,kind,event,at";

export const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;

/** Reads a text under a name that messages can show. */
export function read(text: string, options: ImportOptions = {}): Imported {
  return readCases(text, { name: "tickets.csv", ...options });
}

/** Problems as `code path`, e.g. `file.bad-instant 2 at`. */
export function problems({ issues }: Imported): string[] {
  return issues.map(({ code, path }) => [code, ...path].join(" "));
}

/** Events of a case as `type instant`. */
export function events({ cases }: Imported, id: string): string[] {
  return eventsOf({ cases }, id).map(({ type, at }) => `${type} ${String(at)}`);
}

export function eventsOf({ cases }: Pick<Imported, "cases">, id: string): readonly CaseEvent[] {
  return cases.find((one) => one.id === id)?.events ?? [];
}

/** Cases of which something could be read. */
export const readable = ({ cases }: Imported): string[] =>
  cases.filter((one) => one.events.some(({ at }) => String(at).endsWith("Z"))).map(({ id }) => id);

export const ids = ({ cases }: Imported): string[] => cases.map(({ id }) => id);
