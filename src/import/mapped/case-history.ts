/**
 * What the records of an export say of one case, and the case that comes of it.
 */
import type { Case, CaseEvent } from "../../evaluation/cases/case.ts";
import type { StateClass } from "../mapping/document.ts";
import { type EventList, unitedEvents } from "../united/repeats.ts";
import { eventsOfChange, isEnded, isWaiting } from "./state-words.ts";

/** A state that a record says the case came into. */
export interface StateEntry {
  readonly atMs: number;
  /** Undefined: a text that the mapping does not name. */
  readonly state: StateClass | undefined;
  /** The state before, where the log tells it. */
  readonly before: StateClass | undefined;
  /** The log's own counter, or undefined. */
  readonly seq: number | undefined;
  readonly file: number;
}

/** A place in the files. */
export interface Place {
  readonly file: number;
  readonly line: number;
}

/** What somebody said of a member of the case, and where. */
interface Said extends Place {
  readonly value: string;
}

/** The state that a file says a case is in now. */
type CurrentState = { readonly state: StateClass | undefined } | undefined;

/** Collects what records say of one case. */
export class CaseHistory {
  kind: Said | undefined;
  customer: Said | undefined;
  readonly facts: Map<string, Said> = new Map();
  /** Events that records tell themselves, by file. */
  private readonly lists = new Map<number, CaseEvent[]>();
  private readonly states: StateEntry[] = [];
  private readonly current = new Map<number, CurrentState>();
  /** Whether something of it could not be read, and was reported. */
  isMarred = false;
  /** Whether events may be missing: a state is unknown, or contradicts the events. */
  mayMissEvents = false;
  /** Why, in words, where that is known. */
  readonly why: Set<string> = new Set();
  /** Events that no file can tell. */
  mayMiss: ReadonlySet<string> = NONE;
  /** Whether a file of cases named it, and not only one that is joined. */
  isCase = false;

  constructor(
    readonly id: string,
    readonly place: Place,
  ) {}

  /**
   * Adds an event; one without an instant is handed on with the text that stands for it.
   *
   * @param isOfCase Whether each row of the case says so again: then it is one event, and told once.
   */
  event(file: number, event: CaseEvent, isOfCase = false): void {
    const list = this.lists.get(file);
    if (isOfCase && list?.some(({ type, at }) => type === event.type && at === event.at)) return;
    if (list === undefined) this.lists.set(file, [event]);
    else list.push(event);
  }

  /** Notes when it began: at the first of its rows. */
  begin(type: string, atMs: number): void {
    if (this.begun === undefined || atMs < this.begun.atMs) this.begun = { type, atMs };
  }
  private begun: { readonly type: string; readonly atMs: number } | undefined;

  state(entry: StateEntry): void {
    this.states.push(entry);
    if (entry.state === undefined) this.miss("a state that the mapping does not name");
  }

  /** The state that it is in now; of several rows the last one holds. */
  now(file: number, state: StateClass | undefined): void {
    this.current.set(file, { state });
    if (state === undefined) this.miss("a state that the mapping does not name");
  }

  miss(why: string): void {
    this.mayMissEvents = true;
    this.why.add(why);
  }

  /** Counts the files that list its newest entries first, and those that do not. */
  countOrders(votes: Map<number, number>): void {
    for (const [file, list] of byFileOf(this.states)) {
      const order = orderOf(list);
      if (order !== undefined && list.length > 1)
        votes.set(file, (votes.get(file) ?? 0) + (order === "newest" ? 1 : -1));
    }
  }

  /** The case, with how many events were told more than once. */
  value(newestFirst: ReadonlySet<number> = NONE_OF_FILES): { readonly value: Case; readonly repeated: number } {
    const lists: EventList[] = [...this.lists.values()].map((events) => ({ form: "event-row", events }));
    const { begun } = this;
    const first = begun === undefined ? [] : [{ type: begun.type, at: new Date(begun.atMs).toISOString() }];
    const told = [...first, ...unitedEvents(lists)];
    const given = lists.reduce((sum, { events }) => sum + events.length, first.length);
    const changes = this.changes(newestFirst);
    this.compareWithCurrent(told, changes.last);
    const events = inOrder(told, changes.events);
    const mayMiss = [...this.mayMiss].filter(
      (type) => type !== "resolved" || events.some((event) => event.type === type),
    );
    const value: Case = {
      ...Object.fromEntries([...this.facts].map(([name, said]) => [name, said.value])),
      id: this.id,
      kind: this.kind?.value ?? "",
      ...(this.customer === undefined ? {} : { customer: this.customer.value }),
      ...(this.mayMissEvents ? { mayMissEvents: true } : {}),
      ...(mayMiss.length === 0 ? {} : { mayMiss }),
      events,
    };
    return { value, repeated: given - told.length };
  }

  /** Changes of state as events, and the last state. */
  private changes(newestFirst: ReadonlySet<number>): {
    readonly events: CaseEvent[];
    readonly last: StateClass | undefined;
  } {
    const events: CaseEvent[] = [];
    let state: StateClass | undefined;
    for (const entry of sortedStates(this.states, newestFirst)) {
      // What the log says was before is not what the entry before it said: something is missing between them.
      if (entry.before !== undefined && state !== undefined && entry.before !== state)
        this.miss("changes of state that do not follow each other");
      if (state === undefined && (isWaiting(entry.before) || isEnded(entry.before)))
        this.miss(`a state that was left (${entry.before}) has no beginning`);
      const before = entry.before ?? state;
      state = entry.state;
      if (state === undefined) continue;
      const at = new Date(entry.atMs).toISOString();
      for (const type of eventsOfChange(before, state)) events.push({ type, at });
    }
    return { events, last: state };
  }

  /** Holds the state that a file says the case is in against its events. */
  private compareWithCurrent(told: readonly CaseEvent[], last: StateClass | undefined): void {
    for (const now of this.current.values()) {
      if (now?.state === undefined) continue;
      const { state } = now;
      const seen = last ?? lastStateOf(told);
      if (isEnded(state) && !isEnded(seen)) this.miss(`it is ${state}, and its events do not say since when`);
      else if (isWaiting(state) && !isWaiting(seen)) this.miss("it is waiting, and its events do not say since when");
      else if (!isEnded(state) && isEnded(seen))
        this.miss(`it is ${state} again, and its events do not say since when`);
      else if (!isWaiting(state) && isWaiting(seen))
        this.miss(`it is ${state}, and its events do not say when it ceased to wait`);
    }
  }
}

const NONE: ReadonlySet<string> = new Set();
const NONE_OF_FILES: ReadonlySet<number> = new Set();

/** The state that events leave a case in. */
function lastStateOf(events: readonly CaseEvent[]): StateClass | undefined {
  const sorted = [...events].sort((a, b) => compare(String(a.at), String(b.at)));
  let state: StateClass = "open";
  for (const { type } of sorted) {
    if (type === "waiting") state = "waiting";
    else if (type === "resumed" || type === "reopened") state = "open";
    else if (type === "resolved" || type === "closed" || type === "cancelled") state = type;
  }
  return state;
}

/**
 * Entries in the order of time; within one instant in that of the log's counter, else of the file.
 *
 * Of files that overlap, the one that tells more of an instant is taken for it.
 */
function sortedStates(entries: readonly StateEntry[], newestFirst: ReadonlySet<number>): readonly StateEntry[] {
  const sorted = oldestFirst(entries, newestFirst)
    .map((entry, order) => ({ entry, order }))
    .sort((a, b) => a.entry.atMs - b.entry.atMs || (a.entry.seq ?? 0) - (b.entry.seq ?? 0) || a.order - b.order)
    .map(({ entry }) => entry);
  const files = new Set(sorted.map(({ file }) => file));
  if (files.size < 2) return sorted;
  const out: StateEntry[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (end < sorted.length && sorted[end]!.atMs === sorted[i]!.atMs) end++;
    const ofInstant = sorted.slice(i, end);
    const byFile = [...files].map((file) => ofInstant.filter((entry) => entry.file === file));
    const fullest = byFile.reduce((best, list) => (list.length > best.length ? list : best));
    // What one file alone tells of an instant is not lost.
    const known = new Set(fullest.map(({ state }) => state));
    out.push(...fullest, ...ofInstant.filter(({ file, state }) => file !== fullest[0]!.file && !known.has(state)));
    i = end;
  }
  return out;
}

/**
 * Entries of each file in the order of time: many logs list the newest first, and so what happened at one instant.
 *
 * @param newestFirst Files that do, for cases of which all happened at one instant.
 */
function oldestFirst(entries: readonly StateEntry[], newestFirst: ReadonlySet<number>): readonly StateEntry[] {
  return [...byFileOf(entries)].flatMap(([file, list]) => {
    const order = orderOf(list) ?? (newestFirst.has(file) ? "newest" : "oldest");
    return order === "newest" ? list.reverse() : list;
  });
}

function byFileOf(entries: readonly StateEntry[]): Map<number, StateEntry[]> {
  const byFile = new Map<number, StateEntry[]>();
  for (const entry of entries) {
    const list = byFile.get(entry.file);
    if (list === undefined) byFile.set(entry.file, [entry]);
    else list.push(entry);
  }
  return byFile;
}

/** Which entries come first; undefined where neither their instants nor what was before each tells. */
function orderOf(list: readonly StateEntry[]): "newest" | "oldest" | undefined {
  const [first, last] = [list[0]!, list.at(-1)!];
  if (first.atMs !== last.atMs) return first.atMs > last.atMs ? "newest" : "oldest";
  const follows = (a: StateEntry, b: StateEntry): number => Number(b.before !== undefined && b.before === a.state);
  const pairs = list.slice(1).map((entry, i) => follows(list[i]!, entry) - follows(entry, list[i]!));
  const sum = pairs.reduce((total, each) => total + each, 0);
  return sum === 0 ? undefined : sum > 0 ? "oldest" : "newest";
}

/**
 * Events of records and of changes of state, as one history.
 *
 * Where several happened at one instant, and states are among them, they carry the order of the log as `seq`: what opened the case comes
 * first, what was said before what changed.
 */
function inOrder(told: readonly CaseEvent[], changes: readonly CaseEvent[]): CaseEvent[] {
  if (changes.length === 0) return [...told];
  const counts = new Map<string, number>();
  for (const { at } of [...told, ...changes]) counts.set(String(at), (counts.get(String(at)) ?? 0) + 1);
  const withSeq = new Set(changes.flatMap(({ at }) => ((counts.get(String(at)) ?? 0) > 1 ? [String(at)] : [])));
  const next = new Map<string, number>();
  return [...told, ...changes]
    .map((event, order) => ({ event, order, at: String(event.at) }))
    .sort((a, b) => compare(a.at, b.at) || a.order - b.order)
    .map(({ event, at }) => {
      if (!withSeq.has(at)) return event;
      const seq = (next.get(at) ?? 0) + 1;
      next.set(at, seq);
      return { ...event, seq };
    });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
