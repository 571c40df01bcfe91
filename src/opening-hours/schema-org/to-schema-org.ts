/**
 * `toSchemaOrg`: from a definition to schema.org's opening hours.
 */
import { type CalendarDefinition, createCalendar } from "../../index.ts";
import { throwIfAny } from "../../issues/error.ts";
import type { Issue, PathStep } from "../../issues/issue.ts";
import type { OnlyString } from "../../issues/only-unknown.ts";
import { readOptions } from "../../issues/options.ts";
import { formatDate, parseDate } from "../../time/civil-date.ts";
import { formatTime } from "../../time/civil-time.ts";
import { MINUTES_PER_DAY } from "../../time/units.ts";
import { refuseCombination } from "../combined.ts";
import { groupsOf, type Stretch, type WeekHours, weekOf } from "../hours.ts";
import type { PrintOptions } from "../openstreetmap/print.ts";
import { ALL_DAYS } from "../openstreetmap/week-rules.ts";
import { holidayIssues } from "../options.ts";
import { refuseCommon, uncarried } from "../uncarried.ts";
import { specialsOf } from "./specials-of.ts";
import { type OpeningHoursSpecification, PUBLIC_HOLIDAYS, SCHEMA_DAYS } from "./specification.ts";

/** What {@link toSchemaOrg} gives: lists, to be spread among the properties of a place. */
export interface PrintedSchemaOrgHours {
  readonly openingHoursSpecification: readonly OpeningHoursSpecification[];
  /** Absent when there are no closures and no exceptions. */
  readonly specialOpeningHoursSpecification?: readonly OpeningHoursSpecification[];
}

/**
 * schema.org's opening hours of the calendar of a definition, exactly: two properties of a `Place`.
 *
 * A whole day is 00:00 to 23:59 and a closed one 00:00 to 00:00, as Google reads them; midnight as an end is 00:00. The
 * zone, the name and which holidays `PublicHolidays` stands for are outside the value.
 * Errors: `opening-hours.not-carried` for each part of the definition that the format cannot say, with its path; those of
 *   `createCalendar` for a definition that is not valid.
 * Source: docs/opening-hours.md; https://schema.org/OpeningHoursSpecification
 *
 * @example
 * const place = toSchemaOrg({ timeZone: "Europe/Paris", week: { sat: ["22:00-02:00"] } });
 * place.openingHoursSpecification[0].closes // "02:00"
 */
export function toSchemaOrg<W extends string = never>(
  definition: CalendarDefinition<OnlyString<W>>,
  options?: PrintOptions,
): PrintedSchemaOrgHours {
  const sources: PrintOptions = readOptions(options, ["sources"], "toSchemaOrg") as PrintOptions;
  const checked = createCalendar(definition, sources).definition;
  refuseCombination(checked, "schema.org");
  const { timeZone, holidays = [], versions = [] } = checked;
  const issues: Issue[] = [];
  refuseCommon(checked, "schema.org", issues);
  if (holidays.length > 0) issues.push(...holidayIssues({ timeZone, holidays, ...sources }, PUBLIC_HOLIDAYS));
  const regular = weeksOf(checked).flatMap(({ week, path, fromDay, toDay }) => {
    const validity = validityOf(versions.length === 0 ? undefined : fromDay, versions.length === 0 ? undefined : toDay);
    return weekSpecifications(week, path, issues).map((each) => ({ ...each, ...validity }));
  });
  const special = specialsOf(checked, issues).flatMap(({ week, path, fromDay, toDay, name }) =>
    specialSpecifications(week, path, issues).map((each) => ({
      ...each,
      ...validityOf(fromDay, toDay),
      ...(name === undefined ? {} : { name }),
    })),
  );
  throwIfAny(issues);
  const closed = holidays.length === 0 ? [] : [specification([`https://schema.org/${PUBLIC_HOLIDAYS}`], undefined)];
  return {
    openingHoursSpecification: [...regular, ...closed],
    ...(special.length === 0 ? {} : { specialOpeningHoursSpecification: special }),
  };
}

interface DatedWeek {
  readonly week: WeekHours;
  readonly path: readonly PathStep[];
  readonly fromDay: number | undefined;
  readonly toDay: number | undefined;
}

/** The weeks of a definition, one after the other; the first has no beginning, the last no end. */
function weeksOf({ week, versions = [] }: CalendarDefinition): DatedWeek[] {
  const changes = versions.flatMap((version, index) =>
    version.week === undefined
      ? []
      : [{ week: weekOf(version.week), path: ["versions", index, "week"], fromDay: parseDate(version.from) }],
  );
  const weeks = [{ week: weekOf(week), path: ["week"], fromDay: undefined }, ...changes];
  return weeks.map((each, index) => {
    const next = weeks[index + 1]?.fromDay;
    return { ...each, toDay: next === undefined ? undefined : next - 1 };
  });
}

/** Weekdays without hours are not named: they are closed. */
function weekSpecifications(
  week: WeekHours,
  path: readonly PathStep[],
  issues: Issue[],
): readonly OpeningHoursSpecification[] {
  return groupsOf(week).flatMap(({ days, hours }) =>
    hours.map((stretch) => specification(urlsOf(days), checkedStretch(stretch, path, issues))),
  );
}

/** All days of the dates, or each weekday with its hours, closed ones too. */
function specialSpecifications(
  week: WeekHours,
  path: readonly PathStep[],
  issues: Issue[],
): readonly OpeningHoursSpecification[] {
  const groups = groupsOf(week);
  return groups.flatMap(({ days, hours }) => {
    const urls = groups.length === 1 ? undefined : urlsOf(days);
    if (hours.length === 0) return [specification(urls, undefined)];
    return hours.map((stretch) => specification(urls, checkedStretch(stretch, path, issues)));
  });
}

function urlsOf(days: readonly number[]): readonly string[] {
  return ALL_DAYS.filter((day) => days.includes(day)).map((day) => `https://schema.org/${SCHEMA_DAYS[day]}`);
}

/** 00:00 to 23:59 is read as a whole day; a window that really ends a minute before midnight cannot be said. */
function checkedStretch(stretch: Stretch, path: readonly PathStep[], issues: Issue[]): Stretch {
  if (stretch.startMin === 0 && stretch.endMin === MINUTES_PER_DAY - 1)
    uncarried(issues, path, "00:00-23:59", "00:00 to 23:59 is read as a whole day; write 00:00-24:00 if it is one");
  return stretch;
}

function specification(
  dayOfWeek: readonly string[] | undefined,
  hours: Stretch | undefined,
): OpeningHoursSpecification {
  return {
    "@type": "OpeningHoursSpecification",
    ...(dayOfWeek === undefined ? {} : { dayOfWeek }),
    opens: formatTime(hours?.startMin ?? 0),
    closes: closesOf(hours),
  };
}

function closesOf(hours: Stretch | undefined): string {
  if (hours === undefined) return "00:00";
  if (hours.startMin === 0 && hours.endMin === MINUTES_PER_DAY) return "23:59";
  return formatTime(hours.endMin >= MINUTES_PER_DAY ? hours.endMin - MINUTES_PER_DAY : hours.endMin);
}

function validityOf(
  fromDay: number | undefined,
  toDay: number | undefined,
): Pick<OpeningHoursSpecification, "validFrom" | "validThrough"> {
  return {
    ...(fromDay === undefined ? {} : { validFrom: formatDate(fromDay) }),
    ...(toDay === undefined ? {} : { validThrough: formatDate(toDay) }),
  };
}
