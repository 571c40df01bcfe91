/**
 * Words that a definition does not know yet, though its contract has a place for them: refused with what to write today.
 */
import { expectKeys, type Place } from "../issues/expect.ts";
import { makeIssue } from "../issues/issue.ts";
import { show } from "../issues/show.ts";

const CURES: Readonly<Record<string, string>> = {
  seasons:
    "seasons are not known yet; today: an exception for the dates of each season, and one of its own, [], for each holiday in them",
  rota: "weeks in turn are not known yet; today: an exception for the dates of each week that is not as the week is",
  holidayHours:
    "hours of holidays are not known yet; today: an exception with these hours for the date of each holiday",
  before:
    'closures by the eve of holidays are not known yet; today: a closure for each date, { "date": "2026-04-30", "from": "17:00", "to": "24:00" }',
};

/** An issue for each key that is not known: what to write instead where it will be one day, else the near miss. */
export function expectKeysOfToday(
  members: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  what: string,
  place: Place,
): void {
  for (const [key, value] of Object.entries(members)) {
    if (keys.includes(key)) continue;
    const cure = Object.hasOwn(CURES, key) ? CURES[key] : undefined;
    if (cure === undefined) expectKeys({ [key]: value }, keys, what, place, "schedule.unknown-key");
    else place.issues.push(makeIssue("schedule.unknown-key", [...place.path, key], keys.join(", "), key, cure));
  }
}

/** What to say of a span that names dates by a rule: `"first mon"`, `"eve"`; undefined for other texts. */
export function ruleSpanCure(value: unknown): string | undefined {
  if (
    typeof value !== "string" ||
    !/^(eve|(first|second|third|fourth|fifth|last|[1-5](st|nd|rd|th)?) \w{3,9}\b.{0,20})$/i.test(value)
  )
    return undefined;
  return `${show(value)}: dates by a rule are not known yet; today: the dates themselves, each as "2026-06-01"`;
}
