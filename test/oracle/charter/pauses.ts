/**
 * Pauses: whether a second pause, or a resume without one, is an issue on a case. A pause is the case's: nothing but its
 * resume ends it here, since no promise of the charter names an event that reopens.
 */

import { moments, type Seen, type Spec } from "./events.ts";

const CODES = ["case.second-pause", "case.resume-without-pause"];

/** @param spec Of the clock that pauses stop; null: there is none, and neither is an issue. */
export function pauseCodes(seen: readonly Seen[], spec: Spec | null): { codes: string[]; ruledOut: string[] } {
  if (spec === null) return { codes: [], ruledOut: CODES };
  const demanded = new Set<string>();
  const possible = new Set<string>();
  let paused = false;
  let isStarted = false;
  let isStopped = false;
  let isStoppedEarly = false;
  for (const { start, pauses, resumes, stop, cancel } of moments(seen, spec)) {
    isStarted ||= start;
    const net = pauses - resumes;
    if (net !== 0) {
      const isSpare = Math.abs(net) > 1 || paused === net > 0;
      const code = net > 0 ? "case.second-pause" : "case.resume-without-pause";
      if (isSpare && !isStopped) possible.add(code);
      // Whether an early stop is the first one is not said.
      if (isSpare && !isStopped && !isStoppedEarly) demanded.add(code);
      paused = net > 0;
    }
    if (stop && isStarted) isStopped = true;
    else if (stop) isStoppedEarly = true;
    if (cancel) break;
  }
  return { codes: [...demanded], ruledOut: CODES.filter((code) => !possible.has(code)) };
}
