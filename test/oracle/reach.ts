/**
 * Reach: the dates whose holidays are known, by the sources that are in force on each.
 */

import { dateOf, dayNumber } from "./civil.ts";
import { type Definition, FIRST_SUPPORTED_DATE, type HolidaySource, LAST_SUPPORTED_DATE } from "./definition.ts";
import { FRENCH_REACH } from "./french.ts";
import { dateOfEntry } from "./holidays.ts";
import { allInForce, type InForce } from "./versions.ts";

export interface Reach {
  readonly from: string;
  readonly to: string;
}

/** The reach of one source. Dates are ISO text throughout, so that "earlier" is alphabetical. */
export function reachOfSource(source: HolidaySource): Reach {
  if (typeof source === "string") return FRENCH_REACH;
  const sorted = source.dates.map(dateOfEntry).sort();
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  const from = source.from ?? (first === undefined ? undefined : `${first.slice(0, 4)}-01-01`);
  const to = source.to ?? (last === undefined ? undefined : `${last.slice(0, 4)}-12-31`);
  if (from === undefined || to === undefined) throw new TypeError("an empty list must say its reach");
  return { from, to };
}

/** The run of known dates. Closures, exceptions and reopened dates shorten nothing. */
export function reachOf(definition: Definition): Reach {
  let run: Reach | undefined;
  for (const rules of allInForce(definition)) {
    const known = knownDatesOf(rules);
    if (known === undefined) continue;
    if (run !== undefined && dayNumber(known.from) !== dayNumber(run.to) + 1)
      throw new TypeError(`${dateOf(dayNumber(run.to) + 1)} is not known, dates before and after it are`);
    run = { from: run?.from ?? known.from, to: known.to };
  }
  if (run === undefined) throw new TypeError("no date is known");
  return run;
}

/** The intersection of the sources' reaches with the dates of the version and the supported years; undefined if there is none. */
function knownDatesOf(rules: InForce): Reach | undefined {
  const supported = { from: FIRST_SUPPORTED_DATE, to: LAST_SUPPORTED_DATE };
  const reaches: Reach[] = [supported, rules, ...rules.holidays.map(reachOfSource)];
  const from = reaches
    .map((reach) => reach.from)
    .sort()
    .at(-1) as string;
  const to = reaches.map((reach) => reach.to).sort()[0] as string;
  return from <= to ? { from, to } : undefined;
}

/** First and last known day, as day numbers. */
export function knownDays(definition: Definition): { first: number; last: number } {
  const reach = reachOf(definition);
  return { first: dayNumber(reach.from), last: dayNumber(reach.to) };
}
