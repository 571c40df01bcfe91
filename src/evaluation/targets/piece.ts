/**
 * Pieces of a cycle: the target and the calendar that hold from an instant on, once each change has been taken as its mode
 * says.
 *
 * Source: docs/policies.md, "Changes while a clock runs".
 */
import type { ChangeMode } from "../../policy/documents/document.ts";
import type { TargetFigure } from "../../policy/parts.ts";
import type { PolicyVersion, TargetCommitment } from "../../policy/policy.ts";
import type { Moment } from "../cases/moments.ts";
import type { ChosenCalendar, Setting } from "../clocks/setting.ts";

/** What holds from an instant to the next piece. */
export interface Piece {
  readonly fromMs: number;
  /** Null: nothing is promised; undefined: not known, for want of the fact. */
  readonly figure: TargetFigure | null | undefined;
  /** Value of the fact by which the target goes. */
  readonly fact: string | undefined;
  /** The fact itself; undefined where the target is no table. */
  readonly by: string | undefined;
  readonly chosen: ChosenCalendar;
  /** The version whose target it is. */
  readonly version: PolicyVersion;
  /** Whether the clock began again with it. */
  readonly isRestart: boolean;
  /** Whether target or calendar became another with it, and what had elapsed stayed. */
  readonly isKept: boolean;
}

/** The pieces of a cycle from its start to its end, the first at its start; one for each instant at which something changed. */
export function piecesOf(commitment: TargetCommitment, setting: Setting, start: Moment, end: Moment): Piece[] {
  const { changes } = commitment;
  // What holds at a moment, of each of the three: always that of the start, always that of the end, or what is then.
  const momentOf = (mode: ChangeMode, at: Moment): Moment =>
    mode === "keep" ? start : mode === "retroactive" ? end : at;
  const pieceAt = (at: Moment): Piece => {
    const version = setting.versionAt(commitment, momentOf(changes.policy, at));
    const target = (version.commitments.get(commitment.id) as TargetCommitment).target;
    const by = "by" in target ? target.by : undefined;
    const fact = by === undefined ? undefined : setting.factAt(by, momentOf(changes.fact, at));
    const figure = "by" in target ? (fact === undefined ? undefined : target.figures.get(fact)) : target;
    const chosen = setting.calendarAt(commitment, momentOf(changes.calendar, at));
    return { fromMs: at.atMs, figure, fact, by, chosen, version, isRestart: false, isKept: false };
  };
  const pieces = [pieceAt(start)];
  for (const moment of setting.changesIn(start, end)) {
    const before = pieces.at(-1)!;
    const piece = pieceAt(moment);
    const modes = changedModes(before, piece, commitment);
    if (modes.length === 0) continue;
    // What held for no time at all held for none; but a clock that began again did.
    const isSameInstant = before.fromMs === piece.fromMs;
    if (isSameInstant) pieces.pop();
    const isRestart = modes.includes("restart") || (isSameInstant && before.isRestart);
    const isKept = modes.includes("keep-elapsed") || (isSameInstant && before.isKept);
    pieces.push({ ...piece, isRestart, isKept: isKept && !isRestart });
  }
  return pieces;
}

/** The modes of what is another in one piece than in the one before. */
function changedModes(before: Piece, piece: Piece, { id, changes }: TargetCommitment): ChangeMode[] {
  const targetIn = ({ version }: Piece): unknown => (version.commitments.get(id) as TargetCommitment).target;
  const modes: ChangeMode[] = [];
  if (targetIn(before) !== targetIn(piece)) modes.push(changes.policy);
  if (before.by === piece.by && before.fact !== piece.fact) modes.push(changes.fact);
  if (before.chosen.calendar !== piece.chosen.calendar) modes.push(changes.calendar);
  return modes;
}
