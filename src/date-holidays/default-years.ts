/**
 * The years for which a place's holidays can be trusted, unless the caller says otherwise.
 *
 * The rules of date-holidays are rules, but for holidays of calendars that it cannot compute (Vesak, Deepavali): these
 * are listed, a date for every year, and the list ends. After its end the holiday is missing without a word, so the
 * default reach ends with it, and begins where the list begins.
 */
import type { HolidayType } from "./options.ts";
import type { PeerRule } from "./peer.ts";

/** Whole civil years, both included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** What was compared with this library's own rules and with second sources; source: docs/holidays.md. */
const USUAL_YEARS: Years = Object.freeze({ from: 2000, to: 2060 });
/** Years in a row after which a list is that of a yearly holiday: elections and mournings have fewer. */
const YEARLY = 5;

/** The default years of a place, by its rules; empty (from after to) where two lists share no year. */
export function defaultYears(rules: readonly PeerRule[], types: readonly HolidayType[]): Years {
  const lists = new Map<string, { year: number; type: string | undefined }[]>();
  const ruled = new Set<string>();
  for (const { rule, name, type } of rules) {
    const key = typeof name === "object" ? (name.en ?? JSON.stringify(name)) : String(name);
    const year = /^(\d{4})-\d\d-\d\d\b/.exec(rule)?.[1];
    if (year === undefined) ruled.add(key);
    else lists.set(key, [...(lists.get(key) ?? []), { year: Number(year), type }]);
  }
  let { from, to } = USUAL_YEARS;
  for (const [key, list] of lists) {
    const run = lastRun(new Set(list.map(({ year }) => year)));
    // A list that goes on under another type has not ended: its days have ceased to be of the type asked for.
    const asked = list.some(({ year, type }) => year === run.to && types.includes(type as HolidayType));
    if (ruled.has(key) || !asked || run.to - run.from + 1 < YEARLY) continue;
    from = Math.max(from, run.from);
    to = Math.min(to, run.to);
  }
  return { from, to };
}

/** The last years in a row. */
function lastRun(years: ReadonlySet<number>): Years {
  const to = Math.max(...years);
  let from = to;
  while (years.has(from - 1)) from--;
  return { from, to };
}
