/**
 * `freezeHolidays`: the holidays of a calendar as a plain list.
 */

import type { HolidayList } from "../holidays/list.ts";
import { refuse } from "../issues/error.ts";
import { show } from "../issues/show.ts";
import { formatDate } from "../time/civil-date.ts";
import type { Calendar } from "./calendar.ts";
import { holidaysOf } from "./days.ts";
import { insideOf } from "./internal.ts";
import { readPeriod } from "./options.ts";
import type { Output } from "./output.ts";

/**
 * The holidays of a calendar from one date to another, both included, as a list for the `holidays` of a definition.
 *
 * For where a source cannot go: a browser, a spreadsheet, a file that must say the same in ten years. The list names what closes
 * after `reopen`; its reach are the dates asked for. Of several holidays on one date it has each.
 * Errors: `calendar.beyond-reach` for dates whose holidays are not known; `schedule.bad-date` for what is no date;
 *   `calendar.bad-option` for a calendar made of others, whose operands have holidays of their own.
 *
 * @example freezeHolidays(desk, "2026-05-01", "2026-05-10").dates[1] // { date: '2026-05-08', name: 'Victory in Europe Day' }
 */
export function freezeHolidays<O extends Output>(calendar: Calendar<O>, from: string, to: string): HolidayList {
  const { timeline } = insideOf(calendar);
  if (timeline.operands.length > 0)
    refuse(
      "calendar.bad-option",
      ["calendar"],
      "a calendar with hours of its own",
      calendar.definition,
      `${show(calendar.definition.name ?? "the calendar")} is made of other calendars, which have the holidays; freeze theirs`,
    );
  const [fromDay, toDay] = readPeriod(from, to);
  return {
    dates: holidaysOf(timeline, fromDay, toDay).map(({ date, name, closed }) => ({
      date,
      name,
      ...(closed === undefined ? {} : { closed }),
    })),
    from: formatDate(fromDay),
    to: formatDate(toDay),
  };
}
