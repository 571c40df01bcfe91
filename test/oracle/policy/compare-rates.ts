/**
 * Compare rates: the figures of a rate, and those of its months, customers and kinds.
 */

import { type Fields, same } from "./compare.ts";
import { type ExpectedRate, OUTCOMES } from "./types.ts";

export function compareRate(where: string, expected: ExpectedRate, actual: unknown, found: string[]): void {
  const isEmpty = OUTCOMES.every((outcome) => expected.counts[outcome] === 0);
  if (actual === undefined) {
    if (!isEmpty) found.push(`${where}: none`);
    return;
  }
  const given = actual as Fields;
  for (const field of ["met", "missed", "rate"] as const)
    same(`${where} ${field}`, expected[field], given[field], found);
  same(`${where} bounds`, expected.bounds, given.bounds ?? null, found);
  if (expected.goalReach !== undefined) same(`${where} goalReach`, expected.goalReach, given.goalReach, found);
  for (const outcome of OUTCOMES) {
    const ids = (given.caseIds as Readonly<Record<string, readonly string[]>>)[outcome] ?? [];
    same(`${where} ${outcome}`, expected.counts[outcome], (given.counts as Fields)[outcome] ?? 0, found);
    same(`${where} ids ${outcome}`, [...(expected.caseIds[outcome] ?? [])].sort(), [...ids].sort(), found);
  }
  for (const [dimension, groups] of Object.entries(expected.by ?? {})) {
    const actualGroups = ((given.by as Fields | undefined)?.[dimension] ?? {}) as Fields;
    same(`${where} by ${dimension}`, Object.keys(groups).sort(), Object.keys(actualGroups).sort(), found);
    for (const [key, rate] of Object.entries(groups)) compareRate(`${where} ${key}`, rate, actualGroups[key], found);
  }
}
