/**
 * Versions: hours that change on dates near a focus, up to three times, each time in any part of the rules.
 */

import fc from "fast-check";
import { dateOf, dayNumber } from "../oracle/civil.ts";
import {
  type Definition,
  FIRST_SUPPORTED_DATE,
  LAST_SUPPORTED_DATE,
  type Rules,
  type Version,
} from "../oracle/definition.ts";
import { reachOf } from "../oracle/reach.ts";
import { allInForce } from "../oracle/versions.ts";
import { REOPENED_ID, rules } from "./rules.ts";
import { room } from "./spans.ts";
import { weeks } from "./weeks.ts";
import type { WindowsOptions } from "./windows.ts";

/** Versions for a calendar about the focus; `withVersions` makes them fit it. */
export function versionsNear(focusDay: number, options: WindowsOptions): fc.Arbitrary<Version[]> {
  const first = Math.max(focusDay - 20, dayNumber(FIRST_SUPPORTED_DATE) + 1);
  const last = Math.min(focusDay + 20, dayNumber(LAST_SUPPORTED_DATE));
  return fc
    .uniqueArray(fc.integer({ min: first, max: last }), { minLength: 1, maxLength: 3 })
    .map((days) => [...days].sort((a, b) => a - b))
    .chain((days) =>
      fc
        .tuple(...days.map((day, index) => versionFrom(day, days[index + 1], focusDay, options)))
        .map((all) => [...all]),
    );
}

function versionFrom(
  day: number,
  nextDay: number | undefined,
  focusDay: number,
  options: WindowsOptions,
): fc.Arbitrary<Version> {
  const own = room(day, Math.min(day + 15, (nextDay ?? Number.POSITIVE_INFINITY) - 1));
  return fc
    .record({
      week: fc.option(weeks(options), { freq: 2, nil: undefined }),
      own: rules(focusDay, own, options, { holidays: 2, exceptions: 2, closures: 2 }),
      // Replaced by nothing: no holidays any more, nothing reopened.
      none: fc.constantFrom<Rules>({}, {}, {}, {}, { holidays: [] }, { reopen: [] }),
      named: fc.boolean(),
    })
    .map(({ week, own: changes, none, named }) => ({
      from: dateOf(day),
      ...(named ? { name: `from ${dateOf(day)}` } : {}),
      ...(week === undefined ? {} : { week }),
      ...none,
      ...changes,
    }));
}

/** The calendar with versions: their holidays where the known dates stay one run, their reopened ids where these are known. */
export function withVersions(definition: Definition, versions: readonly Version[]): Definition {
  let changed: Definition = { ...definition, versions: [...versions] };
  // Without holidays of their own all versions know what the calendar knows, which is one run.
  for (let index = versions.length - 1; !isOneRun(changed); index -= 1) {
    changed = {
      ...changed,
      versions: (changed.versions ?? []).map((version, at) => (at === index ? withoutHolidays(version) : version)),
    };
  }
  const inForce = allInForce(changed).slice(1);
  return {
    ...changed,
    versions: (changed.versions ?? []).map((version, index) => {
      const { holidays = [], reopen = [] } = inForce[index] ?? {};
      if (!reopen.includes(REOPENED_ID) || holidays.some((source) => typeof source === "string")) return version;
      return { ...version, reopen: reopen.filter((named) => named !== REOPENED_ID) };
    }),
  };
}

function withoutHolidays({ holidays: _, ...rest }: Version): Version {
  return rest;
}

function isOneRun(definition: Definition): boolean {
  try {
    reachOf(definition);
    return true;
  } catch {
    return false;
  }
}
