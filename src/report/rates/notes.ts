/**
 * What a rate does not say by itself: where open cases can still take it, and how little a small sample tells.
 */
import type { Rate } from "../../evaluation/result.ts";
import { harmless } from "../../issues/show.ts";
import { isKept, type Verdict } from "../gates/gate.ts";
import { spokenRate, spokenShare } from "../share.ts";

/**
 * The note beneath a rate, or undefined where there is nothing to say.
 *
 * @param among Of which cases it is, in words: `of the cases begun so far`.
 */
export function rateNote({ id, goal }: Verdict, rate: Rate, among: string): string | undefined {
  const [open, sample] = [openPart(rate, goal, among), samplePart(rate, goal)];
  if (open === undefined && sample === undefined) return undefined;
  const said = open === undefined ? sample : sample === undefined ? open : `${open} (${sample})`;
  return `${harmless(id)}: ${said}`;
}

/** Between which shares the rate will come to lie, and whether the goal is sure or lost. */
function openPart({ bounds, counts, rate, goalAbove }: Rate, goal: number, among: string): string | undefined {
  const open = counts.running + counts.paused;
  // With nothing decided everything can become of it: the table says so.
  if (bounds === undefined || rate === null) return undefined;
  const { low, high } = bounds;
  // A goal of 0 % is none: a limit of missed cases stands in its place.
  const isReached = goal > 0 && isKept(low, goal, goalAbove);
  const goalWords = `${goalAbove ? "more than " : ""}${spokenShare(goal)}`;
  // That a goal of 100 % is lost is what "broken" says.
  const isLost = !isKept(high, goal, goalAbove) && goal < 1;
  const range = `between ${spokenShare(low)} and ${isLost ? spokenRate(high, goal) : spokenShare(high)}`;
  if (isReached) return `${range}; whatever becomes of the ${open === 1 ? "one" : open} open, ${goalWords} is kept`;
  const lost = isLost ? `; can no longer reach ${goalWords} ${among}` : "";
  return `${range} while ${open} ${open === 1 ? "is" : "are"} open${lost}`;
}

/** Few cases, and a goal within what they leave open. A goal of 100 % is broken by one miss, however many there are. */
function samplePart({ interval, met, missed }: Rate, goal: number): string | undefined {
  if (interval === undefined || goal <= interval.low || goal >= interval.high) return undefined;
  return `${met + missed} decided: 95 % interval ${spokenShare(interval.low)} to ${spokenShare(interval.high)}`;
}
