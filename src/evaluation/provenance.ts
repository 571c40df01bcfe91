/**
 * What an evaluation was made with, so that a figure can be traced to its policy.
 */
import { insideOf } from "../calendar/internal.ts";
import type { ReadyPolicy } from "../policy/policy.ts";
import { hashOf } from "../schedule/hash.ts";
import { VERSION } from "../version.ts";
import type { Provenance } from "./result.ts";

/**
 * Provenance of a policy.
 *
 * @param tzdata Version of the time zone data, if the caller knows it: the library reads nothing of the process.
 */
export function provenanceOf(policy: ReadyPolicy, tzdata?: string): Provenance {
  const { document } = policy;
  const holidaySources = holidaySourcesOf(policy);
  return {
    policy: policy.name,
    policyHash: hashOf(document),
    calendarHashes: Object.fromEntries(
      Object.entries(document.calendars).map(([name, calendar]) => [name, hashOf(calendar)]),
    ),
    readings: document.readings ?? {},
    ...(tzdata === undefined ? {} : { tzdata }),
    ...(Object.keys(holidaySources).length === 0 ? {} : { holidaySources }),
    version: VERSION,
  };
}

/** Versions of the holidays that are not built in, by the name of their source. */
function holidaySourcesOf({ versions }: ReadyPolicy): Record<string, string> {
  const calendars = versions.flatMap((version) => [...version.calendars.values()]);
  const sources = calendars.flatMap((calendar) => insideOf(calendar).timeline.schedule.sources);
  const named = sources.flatMap(({ data }) => (data === undefined ? [] : [[data.source, data.version] as const]));
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}
