/**
 * Questions about a version: one that changes nothing, one that begins when its holidays are no longer known, one whose name another has.
 */
import { show } from "../../issues/show.ts";
import type { PolicyVersion, ReadyPolicy } from "../../policy/policy.ts";
import { isSame } from "../../policy/same.ts";
import type { Place, PolicyQuestion } from "./places.ts";

/** The questions about a version. */
export function versionQuestions(policy: ReadyPolicy, { path, written, version, previous }: Place): PolicyQuestion[] {
  if (previous === undefined || !("from" in written)) return [];
  const { from } = written;
  const label = show(version.label);
  return [
    ...(changes(previous, version)
      ? []
      : [{ path, message: `version ${label} changes nothing: is something missing?` }]),
    ...beyondReach(version).map(([name, to]) => ({
      path: [...path, "from"],
      message: `the holidays of ${show(name)} are known up to ${to}, and version ${label} begins on ${from}: nothing could be judged by it`,
    })),
    ...(policy.versions.find((other) => other.label === version.label) === version
      ? []
      : [{ path, message: `another version is called ${label}, too: results could not tell which of them judged` }]),
  ];

  function beyondReach({ calendars }: PolicyVersion): [string, string][] {
    return [...usedBy(version)].flatMap((name) => {
      const { to } = calendars.get(name)!.reach;
      return from > to ? [[name, to] as [string, string]] : [];
    });
  }
}

/** Whether anything that decides a verdict, or is told with it, is another. */
function changes(before: PolicyVersion, after: PolicyVersion): boolean {
  return !(
    before.calendar === after.calendar &&
    isSameMap(before.calendars, after.calendars) &&
    isSameMap(before.commitments, after.commitments) &&
    before.rules.length === after.rules.length &&
    before.rules.every((rule, index) => rule === after.rules[index]) &&
    isSame(before.readings, after.readings)
  );
}

function isSameMap(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

/** Names of the calendars that a version uses. */
function usedBy({ calendar, rules, commitments }: PolicyVersion): Set<string> {
  const own = [...commitments.values()].flatMap((commitment) => commitment.calendar ?? []);
  return new Set([calendar, ...rules.map((rule) => rule.calendar), ...own]);
}
