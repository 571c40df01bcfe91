/**
 * Cases as JSON: an array, or `{ cases, register? }`; and as JSON Lines, a case a line.
 *
 * An event that cannot be read is handed on with what it has, since the case is not the same without it.
 */
import type { CaseEvent } from "../evaluation/cases/case.ts";
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { harmless, show, showNames } from "../issues/show.ts";
import type { ImportLog } from "./imported.ts";
import { readInstantCell } from "./rows/instant-cell.ts";
import { itemLines } from "./rows/item-lines.ts";
import { type TakePiece, UNREAD_EVENT } from "./united/piece.ts";

/** How many records there were, and the register beside them. */
export interface Records {
  readonly rows: number;
  readonly register?: unknown;
}

/** Longest JSON document, in characters: it is read whole, and data take many times the room of its text. */
export const MOST_JSON_CHARACTERS = 200_000_000;

/** Reads a JSON document. Errors: `file.bad-format` when it is no JSON or holds no cases, `file.too-large`. */
export function readJson(text: string, log: ImportLog, take: TakePiece): Records {
  log.rowWord = "case";
  if (text.length > MOST_JSON_CHARACTERS) {
    const cure = `${log.name} is a JSON document of more than ${MOST_JSON_CHARACTERS / 1e6} million characters; write JSON Lines, a case a line, or split it`;
    refuse("file.too-large", [], `at most ${MOST_JSON_CHARACTERS} characters`, undefined, cure);
  }
  const document = parse(text, log);
  const object = isObject(document) ? document : {};
  const cases = Array.isArray(document) ? document : object["cases"];
  if (!Array.isArray(cases)) {
    return refuse(
      "file.bad-format",
      [],
      "an array of cases, or { cases, register? }",
      document,
      `${log.name} holds no cases; write an array of cases, or { "cases": […] }`,
    );
  }
  const lines = itemLines(text).values();
  cases.forEach((value: unknown, index) => {
    const line = typeof value === "object" && value !== null ? lines.next().value : undefined;
    readCase(value, { line: line ?? 1, row: index + 1 }, log, take);
  });
  return { rows: cases.length, register: Array.isArray(document) ? undefined : object["register"] };
}

/** Reads JSON Lines; a line that is no JSON is a bad row. Empty lines are no rows. */
export function readJsonLines(text: string, log: ImportLog, take: TakePiece): Records {
  let [rows, line] = [0, 0];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const lineText = text.slice(start, end < 0 ? text.length : end);
    start += lineText.length + 1;
    line++;
    if (lineText.trim() === "") continue;
    rows++;
    const value = jsonOf(lineText);
    if (value instanceof SyntaxError)
      log.report(
        "file.bad-row",
        line,
        undefined,
        "a case as JSON",
        lineText,
        `the line is not JSON: ${show(lineText)}`,
        "json",
      );
    else readCase(value, { line, row: line }, log, take);
  }
  return { rows };
}

/** The value of a text, or the error that it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return error;
  }
}

function parse(text: string, log: ImportLog): unknown {
  const value = jsonOf(text);
  if (!(value instanceof SyntaxError)) return value;
  const place = /at position (\d+)/.exec(value.message);
  const line = place === null ? "" : `:${text.slice(0, Number(place[1])).split("\n").length}`;
  return refuse("file.bad-format", [], "JSON", text, `${log.name}${line} is not JSON: ${harmless(value.message)}`);
}

/** Where a record stands: its first line, and what the log calls it. */
interface RecordPlace {
  readonly line: number;
  readonly row: number;
}

/** A case with its times resolved; what is no case is a bad row. */
function readCase(value: unknown, place: RecordPlace, log: ImportLog, take: TakePiece): void {
  const problem = problemOf(value);
  if (problem !== undefined) {
    log.report("file.bad-row", place.row, undefined, "{ id, kind, events }", value, problem);
    return;
  }
  const { id, kind, customer, events, ...facts } = value as Record<string, unknown>;
  const problems = log.reported;
  const read = (events as unknown[]).map((event, index) => readEvent(event, { id, index, row: place.row }, log));
  take({
    ...{ id: nameOf(id) as string, form: "record", ...place, facts, events: read },
    kind: kind === null ? undefined : (kind as string | undefined),
    customer: nameOf(customer) ?? undefined,
    isMarred: log.reported > problems,
  });
}

/** What keeps a value from being a case, with its cure. */
function problemOf(value: unknown): string | undefined {
  const form = '{ "id": "…", "kind": "…", "events": […] }';
  if (!isObject(value)) return `${show(value)} is not a case; write ${form}`;
  const { id, kind, events } = value;
  if (id === undefined || !Object.hasOwn(value, "id"))
    return `the case has no "id", only ${showNames(Object.keys(value)) || "nothing"}; write ${form}`;
  if (typeof id === "number" && !Number.isSafeInteger(id))
    return `${show(id)} is a number that JSON does not keep to its last digit; write the id as a text: "id": "…"`;
  if (nameOf(id) === "" || typeof nameOf(id) !== "string")
    return `the case's id is ${show(id)}, which is no text; write "id": "…"`;
  if (kind !== undefined && kind !== null && (typeof kind !== "string" || kind === ""))
    return `the kind of case ${show(id)} is ${show(kind)}, which is no text; write "kind": "…"`;
  if (!Array.isArray(events)) return `case ${show(id)} has no list of "events"; write ${form}`;
  return undefined;
}

/** Ids that are numbers, as trackers give them, are the texts of those numbers. */
function nameOf(value: unknown): unknown {
  return Number.isSafeInteger(value) ? String(value) : value;
}

function readEvent(
  value: unknown,
  { id, index, row }: { readonly id: unknown; readonly index: number; readonly row: number },
  log: ImportLog,
): CaseEvent {
  const members = isObject(value) ? value : {};
  const { type, at } = members;
  const column = `events[${index}]`;
  const hasType = typeof type === "string" && type !== "";
  if (!hasType || typeof at !== "string") {
    const cure = `case ${show(id)}: ${show(value)} is not an event; write { "type": "…", "at": "…" }`;
    log.report("file.bad-row", row, column, "{ type, at }", value, cure);
  }
  if (!isObject(value)) return UNREAD_EVENT;
  const people = Object.entries(value).filter(([name, each]) => PEOPLE.has(name) && typeof each === "number");
  const event = {
    ...members,
    ...Object.fromEntries(people.map(([name, each]) => [name, nameOf(each)])),
    type: hasType ? type : "",
    // Not as it stands: a number would be taken for an instant.
    at: typeof at === "string" ? at : at === undefined || at === null ? "" : show(at),
  };
  checkMinutes(event, `case ${show(id)}: `, row, column, log);
  if (typeof at !== "string") return event;
  const instant = readInstantCell(at, log);
  if ("atMs" in instant) return { ...event, at: new Date(instant.atMs).toISOString() };
  const cure = `case ${show(id)}: ${instant.cure}`;
  log.report("file.bad-instant", row, `${column}.at`, "an instant", at, cure, instant.form);
  return event;
}

const PEOPLE: ReadonlySet<string> = new Set(["by", "person"]);

/** Minutes that are no number stay as they are, and are told. */
function checkMinutes(event: object, start: string, row: number, column: string, log: ImportLog): void {
  const { minutes } = event as { minutes?: unknown };
  if (minutes === undefined || minutes === null || (typeof minutes === "number" && minutes >= 0)) return;
  const cure = `${start}${show(minutes)} is not a number of minutes; write 30`;
  log.report("file.bad-number", row, `${column}.minutes`, "a number of minutes", minutes, cure);
}
