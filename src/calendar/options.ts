/**
 * Options of the questions, as callers write them.
 */
import type { Edge } from "../clock/search.ts";
import { ROLLS, type Roll } from "../clock/working-days.ts";
import { refuse } from "../issues/error.ts";
import type { PathStep } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";
import { readDate } from "../time/civil-date.ts";
import { readDuration } from "../time/duration.ts";

/** The edge; near unless given. */
export function readEdge(value: unknown): Edge {
  if (value === undefined || value === "near" || value === "far") return value ?? "near";
  return refuse(
    "calendar.bad-option",
    ["edge"],
    "near or far",
    value,
    `${show(value)} is no edge; use "near" or "far"`,
  );
}

/** The roll; forward unless given. */
export function readRoll(value: unknown): Roll {
  if (value === undefined) return "forward";
  if (typeof value === "string" && (ROLLS as readonly string[]).includes(value)) return value as Roll;
  const hint = typeof value === "string" ? didYouMean(value, ROLLS) : "";
  return refuse("calendar.bad-option", ["roll"], ROLLS.join(", "), value, `${show(value)} is no roll${hint}`);
}

/** A whole number of days. */
export function readCount(value: unknown): number {
  if (Number.isSafeInteger(value)) return value as number;
  return refuse(
    "calendar.bad-option",
    ["count"],
    "a whole number of days",
    value,
    `${show(value)} is not a whole number of days`,
  );
}

/** Epoch days of a period of civil dates, both included. */
export function readPeriod(from: unknown, to: unknown): [fromDay: number, toDay: number] {
  const [fromDay, toDay] = [readDate(from, ["from"]), readDate(to, ["to"])];
  if (fromDay > toDay) refuse("time.bad-period", ["from"], "from ≤ to", from, "from is after to; swap them");
  return [fromDay, toDay];
}

/** A duration of zero or more, in ms. */
export function readPositive(value: unknown, path: readonly PathStep[]): number {
  const durationMs = readDuration(value, path);
  if (durationMs >= 0) return durationMs;
  return refuse("time.bad-duration", path, "a duration of zero or more", value, `${show(value)} is negative`);
}

/** A share from 0 to 1. */
export function readShare(value: unknown): number {
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  return refuse("calendar.bad-option", ["share"], "0 to 1", value, `${show(value)} is no share; 80 % is 0.8`);
}

/** The least whole ms that is not below the share: 0.8 of 3 h is 8,640,000 ms, whatever binary fractions make of it. */
export function shareOf(durationMs: number, share: number): number {
  const exact = durationMs * share;
  const whole = Math.round(exact);
  // A product of two doubles is off by a few parts in 2^53; a share that a person writes is not that near a whole ms.
  return Math.abs(exact - whole) <= Math.abs(exact) * 4 * Number.EPSILON ? whole : Math.ceil(exact);
}
