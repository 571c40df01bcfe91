/**
 * A meter: what has elapsed under the pieces so far, so that each change of a clock is asked about once and not all over again.
 *
 * Instants in ms. Measures what `runsOf` and `elapsedOver` do; the law is that both say the same.
 */
import type { HoursCount } from "../../calendar/counting.ts";
import type { Stretch } from "../clocks/cycle.ts";
import type { Piece } from "./piece.ts";
import { elapsedOver, runsIn } from "./run.ts";

/** A piece that has ended, and has not been measured yet. */
interface Ended {
  readonly piece: Piece;
  /** What is left of it to measure: the first stretch that may lie in it, and from when to when. */
  readonly next: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Measures a clock under one piece after another. */
export class Meter {
  private usedMs = 0;
  private ended: Ended[] = [];
  private current: Piece | undefined;
  private next = 0;
  /** The current piece is measured up to here. */
  private fromMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly stretches: readonly Stretch[]) {}

  /** Another piece begins; a restart forgets what was before it. */
  take(piece: Piece): void {
    const { current, next, fromMs } = this;
    if (piece.isRestart) {
      this.usedMs = 0;
      this.ended = [];
    } else if (current !== undefined) this.ended.push({ piece: current, next, fromMs, toMs: piece.fromMs });
    this.current = piece;
    this.goTo(piece.fromMs);
  }

  /**
   * What has elapsed up to an instant under the current piece, by whose hours those under a target in days are measured.
   *
   * @param instantMs Not before one that was asked for already.
   */
  elapsedAt(instantMs: number, count: HoursCount): number {
    for (const { piece, next, fromMs, toMs } of this.ended) {
      const { figure } = piece;
      const counted = figure?.unit === "hours" ? figure.count : count;
      if (figure !== null) this.usedMs += this.over(piece, next, counted, fromMs, toMs);
    }
    this.ended = [];
    this.usedMs += this.over(this.current!, this.next, count, this.fromMs, instantMs);
    this.goTo(Math.max(this.fromMs, instantMs));
    return this.usedMs;
  }

  private goTo(instantMs: number): void {
    this.fromMs = instantMs;
    while (this.next < this.stretches.length && this.stretches[this.next]!.endMs <= instantMs) this.next++;
  }

  private over({ chosen }: Piece, next: number, count: HoursCount, fromMs: number, toMs: number): number {
    return elapsedOver(runsIn(this.stretches, next, { chosen, fromMs }, count, toMs), toMs);
  }
}
