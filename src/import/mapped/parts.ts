/**
 * The parts of a mapping, found in a file: what each says of the case that a record is of.
 */
import type { CaseEvent } from "../../evaluation/cases/case.ts";
import type { Column, EventRows, Log, MappingParts, Messages, States } from "../mapping/document.ts";
import { Columns, emptyTexts, isSource } from "../mapping/sources.ts";
import { memberAt, type RawRecord, textOf } from "../records/record.ts";
import type { CaseHistory } from "./case-history.ts";
import type { FileContext, RecordPlace, Shared } from "./context.ts";
import { EVENT_OF_SIDE, Sides } from "./sides.ts";

type Value = RawRecord["value"];

/** Says what a part of the mapping finds in a record. */
export type PartReader = (record: Value, history: CaseHistory, place: RecordPlace) => void;

/** The readers of all parts that a mapping has. */
export function partReaders(parts: MappingParts, columns: Columns, file: FileContext, shared: Shared): PartReader[] {
  const { events, event, states, log, messages, current } = parts;
  return [
    ...(events === undefined ? [] : eventReaders(events, columns, file, states !== undefined)),
    ...(event === undefined ? [] : [eachOf(event.each, columns, shared, (inner) => eventReader(event, inner, file))]),
    ...(messages === undefined ? [] : [messages].flat().map((one) => messageReader(one, columns, file, shared))),
    ...(states === undefined ? [] : [stateReader(states, columns, file, shared)]),
    ...(log === undefined ? [] : [eachOf(log.each, columns, shared, (inner) => logReader(log, inner, file, shared))]),
    ...(current === undefined ? [] : currentReader(current, columns, file, shared)),
  ];
}

/** Members of an event out of columns. */
function membersReader(
  members: Readonly<Record<string, Column>> | undefined,
  columns: Columns,
): (record: Value) => Record<string, string> {
  const read = Object.entries(members ?? {}).map(([name, column]) => [name, columns.text(column)!] as const);
  return (record) =>
    Object.fromEntries(
      read.flatMap(([name, get]) => {
        const text = get(record);
        return text === "" ? [] : [[name, text]];
      }),
    );
}

/** Adds an event at a time of a cell; a time that cannot be read is reported, and the event is handed on without one. */
function addEvent(
  type: string,
  text: string,
  members: Record<string, string>,
  history: CaseHistory,
  { line, file: number }: RecordPlace,
  file: FileContext,
  column: string,
  isOfCase = false,
): void {
  const found = file.times.read(text);
  if ("cure" in found) file.log.report("file.bad-instant", line, column, "an instant", text, found.cure, found.form);
  const at = "cure" in found ? text : new Date(found.atMs).toISOString();
  history.event(number, { ...members, type, at } as CaseEvent, isOfCase);
}

function eventReaders(
  events: NonNullable<MappingParts["events"]>,
  columns: Columns,
  file: FileContext,
  isOfCase: boolean,
): PartReader[] {
  return Object.entries(events).flatMap(([type, given]) => {
    const {
      at,
      with: members,
      optional = false,
    } = isSource(given)
      ? (given as { at: Column; with?: Record<string, Column>; optional?: boolean })
      : { at: given as Column };
    const time = columns.text(at, optional);
    if (time === undefined) return [];
    const others = membersReader(members, columns);
    return (record: Value, history: CaseHistory, place: RecordPlace) => {
      const text = time(record);
      if (text !== "") addEvent(type, text, others(record), history, place, file, nameOf(at), isOfCase);
    };
  });
}

function eventReader({ type, at, where, with: members }: EventRows, columns: Columns, file: FileContext): PartReader {
  const [typeOf, time, isMeant, others] = [
    columns.source(type)!,
    columns.text(at)!,
    columns.where(where),
    membersReader(members, columns),
  ];
  return (record, history, place) => {
    if (!isMeant(record)) return;
    const found = typeOf(record);
    if ("unknown" in found) file.unknown("event type", found.unknown, type, place.line);
    const name = "unknown" in found ? "" : found.text;
    // A text that the mapping takes for no event.
    if (name === "" && !("unknown" in found)) return;
    addEvent(name, time(record), others(record), history, place, file, nameOf(at));
  };
}

function stateReader(states: States, columns: Columns, file: FileContext, { words }: Shared): PartReader {
  const { from, join, at, seq, begins } = states;
  const source = columns.source(join === undefined ? { from: from! } : { join })!;
  const [time, seqOf] = [columns.text(at)!, seq === undefined ? undefined : columns.text(seq)!];
  return (record, history, place) => {
    const found = source(record);
    const text = "text" in found ? found.text : "";
    if (text === "" || words.isIgnored(text)) return;
    const state = words.classOf(text);
    if (state === undefined) file.unknownAmong("state", text, words.texts, place.line);
    const atMs = timeOf(time(record), history, place, file, nameOf(at));
    if (atMs === undefined) return;
    if (begins !== undefined) history.begin(begins, atMs);
    history.state({ atMs, state, before: undefined, seq: numberOf(seqOf?.(record)), file: place.file });
  };
}

function logReader(log: Log, columns: Columns, file: FileContext, { words }: Shared): PartReader {
  const { at, where, from, to, seq, items, begins } = log;
  const [time, seqOf] = [columns.text(at)!, seq === undefined ? undefined : columns.text(seq)!];
  const [isMeant, fromText, toText] = [
    columns.where(where),
    from === undefined ? undefined : columns.text(from)!,
    columns.text(to)!,
  ];
  const change: PartReader = (record, history, place) => {
    if (!isMeant(record)) return;
    const text = toText(record);
    if (text === "" || words.isIgnored(text)) return;
    const state = words.classOf(text);
    if (state === undefined) file.unknownAmong("state", text, words.texts, place.line);
    const atMs = timeOf(time(record), history, place, file, nameOf(at));
    if (atMs === undefined) return;
    if (begins !== undefined) history.begin(begins, atMs);
    const left = fromText?.(record) ?? "";
    history.state({
      atMs,
      state,
      before: left === "" || words.isIgnored(left) ? undefined : words.classOf(left),
      seq: numberOf(seqOf?.(record)),
      file: place.file,
    });
  };
  return items === undefined ? change : eachItem(items, change);
}

/** A time of a state; one that cannot be read is reported, and the history is not whole. */
function timeOf(
  text: string,
  history: CaseHistory,
  { line }: RecordPlace,
  file: FileContext,
  column: string,
): number | undefined {
  const found = text === "" ? { cure: "the row has no time" } : file.times.read(text);
  if ("atMs" in found) return found.atMs;
  file.log.report(
    "file.bad-instant",
    line,
    column,
    "an instant",
    text,
    found.cure,
    "form" in found ? found.form : undefined,
  );
  history.miss("the time of a change of state could not be read");
  return undefined;
}

function currentReader(
  { from, optional = false }: NonNullable<MappingParts["current"]>,
  columns: Columns,
  file: FileContext,
  { words }: Shared,
): PartReader[] {
  const text = columns.text(from, optional);
  if (text === undefined) return [];
  return [
    (record, history, place) => {
      const found = text(record);
      if (found === "" || words.isIgnored(found)) return;
      const state = words.classOf(found);
      if (state === undefined) file.unknownAmong("state", found, words.texts, place.line);
      history.now(place.file, state);
    },
  ];
}

function messageReader(messages: Messages, columns: Columns, file: FileContext, shared: Shared): PartReader {
  const sides = new Sides(messages.side);
  const read = (inner: Columns): PartReader => {
    const { at, side, where, public: shown, with: members } = messages;
    const [time, author, isMeant, others] = [
      inner.text(at)!,
      inner.getter(side.from)!,
      inner.where(where),
      membersReader(members, inner),
    ];
    const isPublic = shown === undefined ? undefined : inner.text(shown.from);
    const publicTexts = new Set(shown?.is.map(String));
    return (record, history, place) => {
      if (!isMeant(record) || (isPublic !== undefined && !publicTexts.has(isPublic(record)))) return;
      const name = textOf(author(record));
      const outer = place.row.value;
      const own = (column: string): string => textOf(columns.getter(column, true)?.(outer));
      const found = sides.sideOf(name, own);
      const text = time(record);
      if (found !== undefined) {
        const type = EVENT_OF_SIDE[found];
        if (type !== undefined) addEvent(type, text, others(record), history, place, file, nameOf(at));
        return;
      }
      file.unknownAmong("author of a message", name, [], place.line);
      // It may have been a reply, or none.
      addEvent("", text, {}, history, place, file, nameOf(at));
    };
  };
  return eachOf(messages.each, columns, shared, read);
}

/** Reads each entry of a list in the record, or the record itself. */
function eachOf(
  each: string | undefined,
  columns: Columns,
  { mapping }: Shared,
  read: (inner: Columns) => PartReader,
): PartReader {
  if (each === undefined) return read(columns);
  return eachItem(each, read(new Columns(undefined, "", emptyTexts(mapping))), columns);
}

/** Reads each entry of a list of a record; what an entry does not hold, the record may. */
function eachItem(path: string, read: PartReader, columns?: Columns): PartReader {
  const steps = path.split(".");
  return (record, history, place) => {
    const list = columns?.getter(path, true)?.(record) ?? memberAt(record, steps);
    if (!Array.isArray(list)) return;
    for (const item of list as unknown[]) {
      if (typeof item !== "object" || item === null) continue;
      // Of an entry with items, each has the entry's own members beside its own.
      read(columns === undefined ? { ...(record as object), ...item } : (item as Value), history, place);
    }
  };
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function nameOf(column: Column): string {
  return typeof column === "string" ? column : column.join(" or ");
}
