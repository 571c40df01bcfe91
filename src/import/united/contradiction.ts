/**
 * Pieces of one id that contradict each other: they cannot be of one case.
 */
import type { CaseEvent } from "../../evaluation/cases/case.ts";
import { isRead, type PlacedPiece } from "./piece.ts";
import { isSame } from "./repeats.ts";

/** What two pieces say differently. */
export interface Contradiction {
  /** The column or member. */
  readonly member: string;
  readonly said: unknown;
  readonly known: unknown;
  /** Who said it before. */
  readonly by: PlacedPiece;
}

/** What a piece said, and which. */
interface Said<T = unknown> {
  readonly value: T;
  readonly by: PlacedPiece;
}

/** Pieces that agree, while they come in. */
export class Agreement {
  readonly pieces: PlacedPiece[] = [];
  /** Kind, customer and facts of the case. */
  readonly said: Map<string, Said> = new Map();
  /** Of rows of a case, the one event of each type. */
  readonly once: Map<string, Said<CaseEvent>> = new Map();

  /** What keeps a piece from being of this case. */
  contradictionWith({ piece }: PlacedPiece): Contradiction | undefined {
    for (const [member, value] of membersOf(piece)) {
      const known = this.said.get(member);
      if (known !== undefined && !isSame(known.value, value))
        return { member, said: value, known: known.value, by: known.by };
    }
    if (piece.form !== "case-row") return undefined;
    for (const event of piece.events) {
      const known = this.once.get(event.type);
      if (known === undefined || !isRead(event) || !isRead(known.value)) continue;
      const differing = Object.entries(event).find(
        ([name, value]) => Object.hasOwn(known.value, name) && !isSame(memberOf(known.value, name), value),
      );
      if (differing === undefined) continue;
      const [name, said] = differing;
      const member = `${event.type.replaceAll("-", "_")}_${name}`;
      return { member, said, known: memberOf(known.value, name), by: known.by };
    }
    return undefined;
  }

  /** Adds a piece that contradicts nothing. */
  add(placed: PlacedPiece): void {
    const { piece } = placed;
    this.pieces.push(placed);
    for (const [member, value] of membersOf(piece))
      if (!this.said.has(member)) this.said.set(member, { value, by: placed });
    if (piece.form !== "case-row") return;
    for (const event of piece.events) {
      const known = this.once.get(event.type);
      if (known === undefined || (!isRead(known.value) && isRead(event)))
        this.once.set(event.type, { value: event, by: placed });
      else if (isRead(event)) this.once.set(event.type, { value: { ...event, ...known.value }, by: known.by });
    }
  }

  /** What a piece that is here already said of a member. */
  value(member: string): unknown {
    return this.said.get(member)?.value;
  }
}

function* membersOf({ kind, customer, facts }: PlacedPiece["piece"]): Generator<readonly [string, unknown]> {
  if (kind !== undefined) yield ["kind", kind];
  if (customer !== undefined && customer !== null) yield ["customer", customer];
  yield* Object.entries(facts);
}

function memberOf(event: CaseEvent, name: string): unknown {
  return (event as unknown as Readonly<Record<string, unknown>>)[name];
}
