/**
 * What an evaluation was made with, so that a figure can be traced to its policy.
 */
import { insideOf } from "../calendar/internal.ts";
import { isSourceObject } from "../holidays/ready-source.ts";
import type { Policy } from "../policy/policy.ts";
import { VERSION } from "../version.ts";
import type { Provenance } from "./result.ts";

/**
 * Provenance of a policy.
 *
 * @param tzdata Version of the time zone data, if the caller knows it: the library reads nothing of the process.
 */
export function provenanceOf(policy: Policy, tzdata?: string): Provenance {
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
function holidaySourcesOf({ versions }: Policy): Record<string, string> {
  const calendars = versions.flatMap((version) => [...version.calendars.values()]);
  const sources = calendars.flatMap((calendar) => insideOf(calendar).timeline.schedule.sources);
  const named = sources.flatMap(({ data }) => (data === undefined ? [] : [[data.source, data.version] as const]));
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * `fnv1a64:` and 16 hexadecimal digits of a document's canonical JSON (keys in order).
 *
 * It tells one document from another; it is no signature. Source: Fowler, Noll, Vo, FNV-1a, 64 bits.
 */
export function hashOf(value: unknown): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(canonical(value))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return `fnv1a64:${hash.toString(16).padStart(16, "0")}`;
}

function canonical(value: unknown): string {
  // A source made by code is what it is in JSON: its name.
  if (isSourceObject(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}
