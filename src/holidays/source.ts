/**
 * Holiday sources: what a definition's `holidays` may name, and what each knows.
 *
 * Sources: `"FR"` and the other French zones, the id of one rule, a dated list with its reach, a source object, or the name
 * of one (`"date-holidays:US-NY"`) whose reader the caller gives.
 */
import { isOuvreeError } from "../issues/error.ts";
import { isObject, type Place, report } from "../issues/expect.ts";
import { thrown } from "../issues/foreign.ts";
import { makeIssue, showPath } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";
import { FRANCE_YEARS, FRENCH_ZONES, RULES_BY_ID, rulesOfZone } from "./france.ts";
import { type HolidayList, readList } from "./list.ts";
import { reachOfYears } from "./reach.ts";
import { type HolidaySourceObject, isSourceObject, READY, type ReadySource } from "./ready-source.ts";
import { dayOfRule, type HolidayRule } from "./rule.ts";

/** A zone's name (`"FR"`, `"FR-57"`, `"GP"`…), a rule's id (`"mq.good-friday"`), or a dated list. */
export type HolidaySourceDefinition = string | HolidayList | HolidaySourceObject;

/** Readers of named sources by the word before the colon: `{ "date-holidays": dateHolidaysSource }`. */
export type SourceReaders = Readonly<Record<string, (name: string) => HolidaySourceObject>>;

/** Makes a source ready; problems go to the place's issues, and the answer is then undefined. */
export function readSource(value: unknown, place: Place, readers: SourceReaders): ReadySource | undefined {
  if (typeof value === "string")
    return value.includes(":") ? readWith(readers, value, place) : readNamedSource(value, place, readers);
  if (isSourceObject(value)) return value[READY];
  if (isObject(value)) return readList(value, place);
  return report(
    place,
    "holidays.bad-source",
    "a source of holidays",
    value,
    '"FR", an id such as "mq.good-friday", or { dates: [...] }',
  );
}

/** A source that is not built in: its reader must have been given. */
function readWith(readers: SourceReaders, name: string, place: Place): ReadySource | undefined {
  const word = name.slice(0, name.indexOf(":"));
  const read: unknown = Object.hasOwn(readers ?? {}, word) ? readers[word] : undefined;
  if (read !== undefined) return readBy(read, name, place);
  const cure =
    word === OTHERS
      ? 'needs its reader: createCalendar(definition, { sources: { "date-holidays": dateHolidaysSource } }), with dateHolidaysSource from "ouvree/date-holidays"'
      : `has no reader in sources${didYouMean(word, [OTHERS, ...Object.keys(readers ?? {})])}`;
  place.issues.push(
    makeIssue("holidays.unknown-source", place.path, "a source with a reader", name, `${show(name)} ${cure}`),
  );
  return undefined;
}

/** What a reader makes of a name. A promise, or anything else that is no source, must not become a year without holidays. */
function readBy(read: unknown, name: string, place: Place): ReadySource | undefined {
  const refuse = (received: unknown, cure: string): undefined => {
    place.issues.push(
      makeIssue("holidays.bad-source", place.path, "a source object", received, `${show(name)}: ${cure}`),
    );
    return undefined;
  };
  if (typeof read !== "function") return refuse(read, `its reader in sources is ${show(read)}, not a function`);
  try {
    const source: unknown = read(name);
    if (isSourceObject(source)) return source[READY];
    return refuse(
      source,
      `its reader gave ${show(source)}, which is no source; give what dateHolidaysSource gives, not a promise`,
    );
  } catch (error) {
    if (!isOuvreeError(error)) return refuse(name, `its reader threw: ${thrown(error)}`);
    const where = showPath(place.path);
    for (const issue of error.issues)
      place.issues.push(Object.freeze({ ...issue, path: place.path, message: `${where}: ${issue.message}` }));
    return undefined;
  }
}

/** The word before the colon of the holidays of other countries. */
const OTHERS = "date-holidays";

/** Whether a name looks like the code of a country, with or without those of a state and a region; French ones are known by now. */
function isCountry(name: string): boolean {
  return /^[a-z]{2}(-[a-z\d]{1,4}){0,2}$/i.test(name) && !/^fr\b/i.test(name);
}

/** How the holidays of another country are written. A caller who gave their reader needs no word of the package. */
function elsewhere(code: string, readers: SourceReaders): string {
  const name = show(`${OTHERS}:${code.toUpperCase()}`);
  const others = "; holidays of countries other than France come from the optional package date-holidays";
  return Object.hasOwn(readers ?? {}, OTHERS)
    ? `${others}: write ${name}`
    : `${others}: npm install date-holidays, write ${name} and give its reader: { sources: { "${OTHERS}": dateHolidaysSource } }, from "ouvree/date-holidays"; or write the dates: { dates: [...] }`;
}

function readNamedSource(name: string, { path, issues }: Place, readers: SourceReaders): ReadySource | undefined {
  const rule = RULES_BY_ID.get(name);
  const rules = rule === undefined ? rulesOfZone(name) : [rule];
  if (rules !== undefined) return ruleSource(rules);
  const hint = /^\d/.test(name)
    ? "; write dates as { dates: [...] }, or into closures"
    : isCountry(name)
      ? elsewhere(name, readers)
      : (name.length > 2 && didYouMean(name, [...FRENCH_ZONES, ...RULES_BY_ID.keys()])) ||
        `; known zones: ${FRENCH_ZONES.join(", ")}; other countries come from the package date-holidays: "${OTHERS}:US"`;
  issues.push(
    makeIssue(
      "holidays.unknown-source",
      path,
      "a known zone or id",
      name,
      `${show(name)} is no known source of holidays${hint}`,
    ),
  );
  return undefined;
}

function ruleSource(rules: readonly HolidayRule[]): ReadySource {
  return {
    reach: reachOfYears(FRANCE_YEARS.from, FRANCE_YEARS.to),
    ids: rules.map((rule) => rule.id),
    daysOfYear: (year) =>
      rules.flatMap((rule) => {
        const epochDay = dayOfRule(rule, year);
        return epochDay === undefined ? [] : [[epochDay, rule] as const];
      }),
  };
}
