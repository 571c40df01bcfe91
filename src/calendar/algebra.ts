/**
 * Calendars made of calendars: when one of them is open, all of them, one but not another, or none in a period.
 *
 * Each result is a calendar with all its methods, whose definition holds the definitions of its operands: it round-trips as JSON.
 * Source: docs/semantics.md §2, "Combinations"; as sets of instants they obey |A ∪ B| + |A ∩ B| = |A| + |B|.
 */
import { refuse } from "../issues/error.ts";
import { isList } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import { readOptions } from "../issues/options.ts";
import type { CalendarDefinition } from "../schedule/definition.ts";
import type { CalendarLimits } from "../schedule/limits.ts";
import { formatDate } from "../time/civil-date.ts";
import type { Calendar } from "./calendar.ts";
import { type CalendarOptions, createCalendar } from "./create-calendar.ts";
import { insideOf } from "./internal.ts";
import { readPeriod } from "./options.ts";
import type { Output } from "./output.ts";

/** Options of a combination. */
export interface CombineOptions {
  /** Zone of the result's civil dates and answers; it must be given when those of the operands differ. */
  readonly timeZone?: string;
  /** What texts call the result. */
  readonly name?: string;
  /** How large the result may be, all its calendars together, and how far its questions may search. */
  readonly limits?: CalendarLimits;
}

/** Options of {@link complement}: the period, civil dates, both included. */
export interface ComplementOptions extends CombineOptions {
  readonly from: string;
  readonly to: string;
}

/**
 * Open when one of the calendars is open. Answers come in the output of the first.
 *
 * Errors: `schedule.bad-combination`, `schedule.missing-key` when zones differ and none is named, `holidays.no-reach` when no
 * date is known to all.
 *
 * @example union([desk, desk]).elapsed("2026-05-22T16:00+02:00", "2026-05-26T10:00+02:00").toISO() // "PT2H"
 */
export function union<O extends Output>(calendars: readonly Calendar<O>[], options?: CombineOptions): Calendar<O> {
  return combine("union", calendars, options);
}

/**
 * Open when all of the calendars are open. Answers come in the output of the first; errors are those of {@link union}.
 *
 * @example
 * const montreal = createCalendar({ timeZone: "America/Toronto", week: { "mon-fri": ["09:00-17:00"] } });
 * intersection([desk, montreal], { timeZone: "Europe/Paris" }).day("2026-05-22").windows // [ '15:00-17:00' ]
 */
export function intersection<O extends Output>(
  calendars: readonly Calendar<O>[],
  options?: CombineOptions,
): Calendar<O> {
  return combine("intersection", calendars, options);
}

/**
 * Open when `calendar` is open and `less` is closed. Answers come in the output of `calendar`; errors are those of {@link union}.
 *
 * @example
 * const meeting = createCalendar({ timeZone: "Europe/Paris", week: { fri: ["14:00-15:00"] } });
 * difference(desk, meeting).day("2026-05-22").windows // [ '09:00-12:00', '15:00-17:00' ]
 */
export function difference<O extends Output>(
  calendar: Calendar<O>,
  less: Calendar<Output>,
  options?: CombineOptions,
): Calendar<O> {
  insideOf(calendar);
  insideOf(less, ["less"]);
  return combine("difference", [calendar, less as unknown as Calendar<O>], options);
}

/**
 * Open when `calendar` is closed, in the period from `from` to `to`; outside the period it is closed.
 *
 * @example complement(desk, { from: "2026-05-22", to: "2026-05-22" }).day("2026-05-22").windows // [ '00:00-09:00', '12:00-14:00', '17:00-24:00' ]
 */
export function complement<O extends Output>(calendar: Calendar<O>, options: ComplementOptions): Calendar<O> {
  const { made } = insideOf(calendar);
  const {
    from,
    to,
    name,
    limits,
    timeZone = calendar.definition.timeZone,
  } = readOptions(options, ["from", "to", "timeZone", "name", "limits"], "complement", {
    needed: '{ from: "2026-01-01", to: "2026-12-31" }',
  });
  const [fromDay, toDay] = readPeriod(from, to);
  const span = `${formatDate(fromDay)}/${formatDate(toDay)}`;
  const period = createCalendar(
    { name: span, timeZone: timeZone as string, exceptions: { [span]: ["00:00-24:00"] } },
    { output: made.output as O, localTimes: made.localTimes === true },
  );
  return difference(period, calendar, {
    timeZone,
    ...(name === undefined ? {} : { name }),
    ...(limits === undefined ? {} : { limits }),
  } as CombineOptions);
}

function combine<O extends Output>(
  operation: "union" | "intersection" | "difference",
  given: readonly Calendar<O>[],
  options: CombineOptions | undefined,
): Calendar<O> {
  const { timeZone, name, limits } = readOptions(options, ["timeZone", "name", "limits"], operation);
  const list = readForeign(given, ["calendars"], "calendar.bad-option", "a list of calendars", () =>
    // From: a sparse list has holes, which map would pass over.
    isList(given) ? (Array.from(given) as Calendar<O>[]) : undefined,
  );
  const calendars =
    list ??
    refuse("calendar.bad-option", ["calendars"], "a list of calendars", given, `${operation} takes a list: [a, b]`);
  const inside = calendars.map((calendar, index) => insideOf(calendar, ["calendars", index]));
  const zones = new Set(calendars.map((calendar) => calendar.definition.timeZone));
  if (timeZone === undefined && zones.size > 1) {
    const names = [...zones].join(", ");
    const cure = `the calendars are in ${names}: name the zone of the result, { timeZone: "${calendars[0]!.definition.timeZone}" }`;
    refuse("schedule.missing-key", ["timeZone"], "a zone", undefined, cure);
  }
  const definition = {
    ...(name === undefined ? {} : { name }),
    timeZone: timeZone ?? calendars[0]?.definition.timeZone,
    [operation]: calendars.map((calendar) => calendar.definition),
  } as unknown as CalendarDefinition;
  const made: CalendarOptions<Output>[] = inside.map((each) => each.made);
  const sources = Object.assign({}, ...made.map((each) => each.sources)) as CalendarOptions<O>["sources"];
  // Answers, and the reading of local times, are those of the first.
  const { output, localTimes = false } = made[0] ?? {};
  return createCalendar(definition, {
    output: output as O,
    localTimes,
    ...(sources && { sources }),
    ...(limits === undefined ? {} : { limits: limits as CalendarLimits }),
  });
}
