/**
 * Cases as JSON: an array, or `{ cases, register? }`; and as JSON Lines, a case a line.
 */
import type { Case } from "../evaluation/case.ts";
import { refuse } from "../issues/error.ts";
import { harmless, show } from "../issues/show.ts";
import type { Imported, ImportLog, PlacedCase } from "./imported.ts";
import { readInstantCell } from "./instant-cell.ts";
import { itemLines } from "./item-lines.ts";

/** Reads a JSON document. Errors: `file.bad-format` when it is no JSON or holds no cases. */
export function readJson(text: string, log: ImportLog): Imported {
  log.rowWord = "case";
  const document = parse(text, log);
  const object =
    typeof document === "object" && document !== null ? (document as { cases?: unknown; register?: unknown }) : {};
  const cases = Array.isArray(document) ? document : object.cases;
  if (!Array.isArray(cases)) {
    return refuse(
      "file.bad-format",
      [],
      "an array of cases, or { cases, register? }",
      document,
      `${log.options.name ?? "input"} holds no cases; write an array of cases, or { "cases": […] }`,
    );
  }
  const lines = itemLines(text).values();
  const read = cases.flatMap((value: unknown, index): PlacedCase | never[] => {
    const line = typeof value === "object" && value !== null ? lines.next().value : undefined;
    const found = readCase(value, index + 1, log);
    return found === undefined ? [] : { line: line ?? 1, value: found };
  });
  const imported = log.result(read, cases.length);
  return Array.isArray(document) || object.register === undefined
    ? imported
    : { ...imported, register: object.register };
}

/** Reads JSON Lines; a line that is no JSON is a bad row. Empty lines are no rows. */
export function readJsonLines(text: string, log: ImportLog): Imported {
  let rows = 0;
  const cases = text.split("\n").flatMap((lineText, index): PlacedCase | never[] => {
    if (lineText.trim() === "") return [];
    rows++;
    try {
      const value = readCase(JSON.parse(lineText), index + 1, log);
      return value === undefined ? [] : { line: index + 1, value };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      log.report(
        "file.bad-row",
        index + 1,
        undefined,
        "a case as JSON",
        lineText,
        `the line is not JSON: ${show(lineText)}`,
      );
      return [];
    }
  });
  return log.result(cases, rows);
}

function parse(text: string, log: ImportLog): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const place = /at position (\d+)/.exec(error.message);
    const line = place === null ? "" : `:${text.slice(0, Number(place[1])).split("\n").length}`;
    return refuse(
      "file.bad-format",
      [],
      "JSON",
      text,
      `${log.options.name ?? "input"}${line} is not JSON: ${harmless(error.message)}`,
    );
  }
}

/** A case with its times resolved; what is no case is a bad row. A case's place is its line, or its number in the array, from 1. */
function readCase(value: unknown, place: number, log: ImportLog): Case | undefined {
  const found = value as Partial<Case> | null;
  if (
    typeof found !== "object" ||
    found === null ||
    typeof found.id !== "string" ||
    typeof found.kind !== "string" ||
    !Array.isArray(found.events)
  ) {
    log.report(
      "file.bad-row",
      place,
      undefined,
      "{ id, kind, events }",
      value,
      `${show(value)} is not a case; write { "id": "…", "kind": "…", "events": […] }`,
    );
    return undefined;
  }
  const before = log.issues.length;
  const events = found.events.flatMap((event: unknown, index) => {
    const { type, at } = (typeof event === "object" && event !== null ? event : {}) as Record<string, unknown>;
    const column = `events[${index}]`;
    if (typeof type !== "string" || typeof at !== "string") {
      log.report(
        "file.bad-row",
        place,
        column,
        "{ type, at }",
        event,
        `case ${show(found.id)}: ${show(event)} is not an event; write { "type": "…", "at": "…" }`,
      );
      return [];
    }
    const instant = readInstantCell(at, log);
    if ("atMs" in instant) return [{ ...(event as object), type, at: new Date(instant.atMs).toISOString() }];
    log.report("file.bad-instant", place, `${column}.at`, "an instant", at, `case ${show(found.id)}: ${instant.cure}`);
    return [];
  });
  // Nothing of it could be read; what is wrong is reported.
  if (events.length === 0 && log.issues.length > before) return undefined;
  return { ...(found as Case), events };
}
