/**
 * What a report was made with, as names and values.
 */
import type { Report } from "../report.ts";

/** The instant, the period, readings, versions and hashes: what makes two reports comparable. */
export function provenancePairs({ evaluation }: Report): (readonly [name: string, value: string])[] {
  const { asOf, period, provenance } = evaluation;
  const { policy, policyHash, calendarHashes, readings, holidaySources = {}, tzdata, version } = provenance;
  const under = (head: string, values: Readonly<Record<string, string>>): (readonly [string, string])[] =>
    Object.entries(values).map(([name, value]) => [`${head}.${name}`, value]);
  return [
    ["ouvree", version],
    ["policy", policy],
    ["policyHash", policyHash],
    ["asOf", asOf],
    ...(period === undefined ? [] : ([["period", period]] as const)),
    ...(tzdata === undefined ? [] : ([["tzdata", tzdata]] as const)),
    ...under("reading", readings),
    ...under("calendarHash", calendarHashes),
    ...under("holidays", holidaySources),
  ];
}
