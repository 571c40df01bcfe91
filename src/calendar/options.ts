/**
 * Options of the questions, as callers write them.
 */
import type { Edge } from "../clock/search.ts";
import { ROLLS, type Roll } from "../clock/working-days.ts";
import { refuse } from "../issues/error.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";

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
