/**
 * Histories: the pieces of all files, united by their ids into cases.
 *
 * Pieces that agree are one case. Pieces that contradict each other stay apart, as cases of one id, which the evaluation shows and does not
 * count; the files are told. Source: docs/semantics.md §5, "Readers unite the events of one id".
 */
import type { Case, CaseEvent } from "../../evaluation/cases/case.ts";
import { harmless, show } from "../../issues/show.ts";
import type { ImportLog } from "../imported.ts";
import type { Facts } from "../rows/facts.ts";
import { Agreement, type Contradiction } from "./contradiction.ts";
import { isRead, type Piece, type PlacedPiece, type TakePiece } from "./piece.ts";
import { type EventList, isSame, unitedEvents } from "./repeats.ts";

/** A case, and where its first piece stands. */
export interface PlacedCase {
  readonly value: Case;
  readonly file: number;
  readonly line: number;
}

/** Cases of all files. */
export interface United {
  readonly cases: readonly PlacedCase[];
  /** Ids of cases of which something was reported. */
  readonly marred: ReadonlySet<string>;
  /** Ids of cases with events, none of which has an instant that could be read. */
  readonly unread: ReadonlySet<string>;
  /** Events that were told more than once. */
  readonly repeated: number;
}

/** Cases of one id that are kept apart; what contradicts them all goes to the last. */
const MOST_APART = 20;

/** Collects pieces. */
export class Histories {
  private readonly byId = new Map<string, PlacedPiece[]>();

  /** Who takes the pieces of a file. */
  taker(file: number): TakePiece {
    return (piece: Piece) => {
      const known = this.byId.get(piece.id);
      const last = known?.at(-1);
      if (known === undefined) this.byId.set(piece.id, [{ piece, file }]);
      else if (last?.file === file && isContinued(last.piece, piece)) {
        // Millions of rows are no more objects than there are cases.
        last.piece.events.push(...piece.events);
        last.piece.isMarred ||= piece.isMarred;
      } else known.push({ piece, file });
    };
  }

  /** The cases, in the order of their first pieces. What keeps pieces apart goes to the log of the file that says otherwise. */
  unite(logs: readonly ImportLog[]): United {
    const cases: PlacedCase[] = [];
    const [marred, unread] = [new Set<string>(), new Set<string>()];
    let repeated = 0;
    for (const [id, all] of this.byId) {
      const pieces = all.filter(({ piece }) => piece.form !== "stray");
      const strays = all.filter(({ piece }) => piece.form === "stray");
      // What names a case that stands nowhere else may name anything.
      if (pieces.length === 0) continue;
      const apart = agreementsOf(id, pieces, logs);
      if (apart.length > 1 || all.some(({ piece }) => piece.isMarred)) marred.add(id);
      const kind = apart.map((one) => one.value("kind")).find((each) => each !== undefined);
      if (typeof kind !== "string") {
        reportNoKind(id, pieces[0]!, logs);
        marred.add(id);
        continue;
      }
      apart[0]!.pieces.push(...strays);
      for (const agreement of apart) {
        const own = agreement.value("kind");
        const { value, dropped } = caseOf(id, typeof own === "string" ? own : kind, agreement);
        const [{ piece, file }] = agreement.pieces as [PlacedPiece];
        repeated += dropped;
        cases.push({ value, file, line: piece.line });
        if (value.events.length > 0 && !value.events.some(isRead)) unread.add(id);
      }
    }
    return { cases, marred, unread, repeated };
  }
}

/** Whether a row of one event says nothing new of the case. */
function isContinued(last: Piece, piece: Piece): boolean {
  if (last.form !== "event-row" || piece.form !== "event-row") return false;
  const { kind, customer } = piece;
  return (kind === undefined || kind === last.kind) && (customer === undefined || customer === last.customer);
}

/** Pieces by what they agree on; mostly all of them. */
function agreementsOf(id: string, pieces: readonly PlacedPiece[], logs: readonly ImportLog[]): readonly Agreement[] {
  const apart = [new Agreement()];
  const found: { readonly placed: PlacedPiece; readonly contradiction: Contradiction }[] = [];
  for (const placed of pieces) {
    const contradiction = apart[0]!.contradictionWith(placed);
    if (contradiction === undefined) {
      apart[0]!.add(placed);
      continue;
    }
    found.push({ placed, contradiction });
    const own = apart.slice(1).find((one) => one.contradictionWith(placed) === undefined);
    if (own === undefined && apart.length < MOST_APART) apart.push(new Agreement());
    (own ?? apart.at(-1)!).add(placed);
  }
  if (apart.length === 1) apart.splice(0, 1, ...byFirstFacts(apart[0]!, found));
  const [first] = found;
  if (first !== undefined) reportContradiction(id, first.placed, first.contradiction, found.length - 1, logs);
  return apart;
}

/** Cells of a row of one event are facts of the case if the event is its first; there they may contradict what a record says. */
function byFirstFacts(
  one: Agreement,
  found: { readonly placed: PlacedPiece; readonly contradiction: Contradiction }[],
): readonly Agreement[] {
  const first = firstOf(one.pieces);
  if (first?.placed.piece.form !== "event-row") return [one];
  const differing = Object.entries(caseFactsOf(first)).find(
    ([member, value]) => one.said.has(member) && !isSame(one.value(member), value),
  );
  if (differing === undefined) return [one];
  const [member, said] = differing;
  const known = one.said.get(member)!;
  found.push({ placed: first.placed, contradiction: { member, said, known: known.value, by: known.by } });
  const [rows, others] = [new Agreement(), new Agreement()];
  for (const placed of one.pieces) (placed.piece.form === "event-row" ? rows : others).add(placed);
  return [rows, others];
}

/** An event, and the piece that it is of. */
interface PlacedEvent {
  readonly placed: PlacedPiece;
  readonly event: CaseEvent | undefined;
}

/**
 * The first event of a case, and its piece; where some event has no instant, the first one given.
 *
 * By the instant, since the order of the lines of a file decides nothing.
 */
function firstOf(pieces: readonly PlacedPiece[]): PlacedEvent | undefined {
  let first: PlacedEvent | undefined;
  let firstAt = "~";
  for (const placed of pieces) {
    for (const event of placed.piece.events) {
      if (!isRead(event)) {
        const given = [...pieces].sort(asGiven)[0]!;
        return { placed: given, event: given.piece.events[0] };
      }
      const at = String(event.at);
      if (at >= firstAt) continue;
      first = { placed, event };
      firstAt = at;
    }
  }
  return first;
}

function asGiven(a: PlacedPiece, b: PlacedPiece): number {
  return a.file - b.file || a.piece.row - b.piece.row;
}

function caseOf(id: string, kind: string, { pieces, said, once }: Agreement): { value: Case; dropped: number } {
  const facts: [string, unknown][] = [...said].map(([member, { value }]) => [member, value]);
  const first = firstOf(pieces);
  const events = unitedEvents(listsOf(pieces, once));
  const given = pieces.reduce((sum, { piece }) => sum + piece.events.length, 0);
  const value = {
    ...(first === undefined ? {} : caseFactsOf(first)),
    ...Object.fromEntries(facts),
    ...{ id, kind, events },
  } as Case;
  return { value, dropped: given - events.length };
}

/** The events of each file; of rows of a case together, and of a record alone: each tells the whole history. */
function listsOf(pieces: readonly PlacedPiece[], once: ReadonlyMap<string, { value: CaseEvent }>): EventList[] {
  const lists = new Map<unknown, { form: string; events: CaseEvent[] }>();
  const told = new Set<string>();
  for (const { piece, file } of pieces) {
    const key = piece.form === "record" ? piece : piece.form === "case-row" ? "case-row" : file;
    const list = lists.get(key) ?? { form: piece.form === "stray" ? "event-row" : piece.form, events: [] };
    lists.set(key, list);
    for (const event of piece.events) {
      if (piece.form !== "case-row" || !isRead(event)) list.events.push(event);
      else if (!told.has(event.type)) {
        told.add(event.type);
        list.events.push(once.get(event.type)!.value);
      }
    }
  }
  return [...lists.values()];
}

/** Columns of a row of one event that are the event's alone. */
const EVENT_MEMBERS: ReadonlySet<string> = new Set("type at by person department channel minutes seq".split(" "));

/** What the row of a case's first event says of the case. */
function caseFactsOf({ placed, event }: PlacedEvent): Facts {
  if (placed.piece.form !== "event-row" || event === undefined) return {};
  return Object.fromEntries(Object.entries(event).filter(([name]) => !EVENT_MEMBERS.has(name)));
}

function reportContradiction(
  id: string,
  { piece, file }: PlacedPiece,
  { member, said, known, by }: Contradiction,
  others: number,
  logs: readonly ImportLog[],
): void {
  const log = logs[file]!;
  const before = harmless(logs[by.file]!.placeOf(by.piece.row));
  const more = others === 0 ? "" : `; nor are ${others} more of its rows`;
  const cure = `${show(said)} is not the ${harmless(member)} of case ${show(id)}, which is ${show(known)} in ${before}${more}; none of them is counted`;
  log.report("file.conflict", piece.row, member, `${show(known)}, as before`, said, cure, "conflict");
}

function reportNoKind(id: string, { piece, file }: PlacedPiece, logs: readonly ImportLog[]): void {
  const isRecord = piece.form === "record";
  const cure = isRecord ? `case ${show(id)} has no kind; write "kind": "…"` : `case ${show(id)} has no kind on any row`;
  logs[file]!.report("file.bad-row", piece.row, isRecord ? undefined : "kind", "a kind", "", cure, "no kind");
}
