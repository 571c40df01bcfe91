/**
 * Segments: what is wrong with those of a result, by the laws that tile and add them up, and against what counted.
 */

import { type Interval, merged } from "../intervals.ts";
import type { Expected } from "./types.ts";
import { iso } from "./verdict.ts";

interface Segment {
  readonly start: string;
  readonly end: string;
  readonly ms: number;
  readonly counts: boolean;
  readonly why: string;
}

const COUNTING = ["open", "working-day", "running"];

export function segmentFaults(where: string, expected: Expected, actual: Readonly<Record<string, unknown>>): string[] {
  const segments = actual.segments as readonly Segment[] | undefined;
  if (segments === undefined) return [`${where} segments: none`];
  const { startedAt, until, counted } = expected;
  const found: string[] = [];
  const bounds = [...segments.map(({ start }) => start), until];
  const ends = [startedAt, ...segments.map(({ end }) => end)];
  if (JSON.stringify(bounds) !== JSON.stringify(ends))
    found.push(`${where} segments: no tiling from ${startedAt} to ${until}`);
  const isUneven = segments.some(({ start, end, ms }) => Date.parse(end) - Date.parse(start) !== ms || ms <= 0);
  if (isUneven) found.push(`${where} segments: one is not as long as it says`);
  const counting = segments.filter(({ counts }) => counts);
  const sum = counting.reduce((total, { ms }) => total + ms, 0);
  if (sum !== (actual.elapsedMs ?? 0))
    found.push(`${where} segments: add up to ${sum}, elapsed are ${actual.elapsedMs}`);
  const wrong = counting.find(({ why }) => !COUNTING.includes(why));
  if (wrong !== undefined) found.push(`${where} segments: counts, and why is ${wrong.why}`);
  const stretches = counting.map(({ start, end }): Interval => [Date.parse(start), Date.parse(end)]);
  const told = merged(stretches).map(([from, to]) => `${iso(from)}/${iso(to)}`);
  if (JSON.stringify(told) !== JSON.stringify(counted))
    found.push(`${where} segments: ${told.join(" ")} count, expected ${counted?.join(" ")}`);
  return found;
}
