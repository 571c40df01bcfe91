/**
 * The custom functions of Excel. `functions.json`, in which Excel reads their names and arguments, is made from this file.
 *
 * Each comment is what Excel shows while the formula is written. Arguments have the names of the page docs/excel.md, and are rows of
 * cells; one that is left out is null. Excel writes the namespace of the manifest before each name: OUVREE.DEADLINE.
 */
import { answer } from "./answers.ts";
import { amountsOf, cellsOf } from "./arguments.ts";

/**
 * When the hours are used up: the deadline of a request, as a date and time. Format the cell as a date with a time.
 * @customfunction DEADLINE
 * @param start When the clock starts: a cell or a range with dates and times, in the time zone of the calendar.
 * @param duration Open hours, as a number (4 or 4.5) or as text ("4:30", "PT4H30M"). Less than 0 goes back.
 * @param calendar Whose hours: a range with a calendar, its JSON, or the name of a preset. Left out: the add-in's own.
 */
function deadline(start: unknown[][], duration: unknown[][], calendar?: unknown[][]): unknown[][] {
  return answer((ouvree) => ouvree.deadline(cellsOf(start), cellsOf(duration), cellsOf(calendar)));
}

/**
 * Open hours from one time to another, as a number of hours. Negative if the end is earlier.
 * @customfunction ELAPSED
 * @param start From when: a cell or a range with dates and times.
 * @param end Until when: a cell or a range with dates and times.
 * @param calendar Whose hours: a range with a calendar, its JSON, or the name of a preset. Left out: the add-in's own.
 */
function elapsed(start: unknown[][], end: unknown[][], calendar?: unknown[][]): unknown[][] {
  return answer((ouvree) => ouvree.elapsed(cellsOf(start), cellsOf(end), cellsOf(calendar)));
}

/**
 * TRUE while it is open, else FALSE. At closing time it is closed.
 * @customfunction ISOPEN
 * @param at When: a cell or a range with dates and times.
 * @param calendar Whose hours: a range with a calendar, its JSON, or the name of a preset. Left out: the add-in's own.
 */
function isOpen(at: unknown[][], calendar?: unknown[][]): unknown[][] {
  return answer((ouvree) => ouvree.isOpen(cellsOf(at), cellsOf(calendar)));
}

/**
 * The time itself if it is open then, else the next opening. Format the cell as a date with a time.
 * @customfunction NEXTOPEN
 * @param at When: a cell or a range with dates and times.
 * @param calendar Whose hours: a range with a calendar, its JSON, or the name of a preset. Left out: the add-in's own.
 */
function nextOpen(at: unknown[][], calendar?: unknown[][]): unknown[][] {
  return answer((ouvree) => ouvree.nextOpen(cellsOf(at), cellsOf(calendar)));
}

/**
 * The first time at which a call may be answered by calling back. Format the cell as a date with a time.
 * @customfunction CALLBACK
 * @param called_at When the customer called: a cell or a range with dates and times.
 * @param calendar Whose hours: a range with a calendar, its JSON, or the name of a preset. Left out: the add-in's own.
 */
function callback(called_at: unknown[][], calendar?: unknown[][]): unknown[][] {
  return answer((ouvree) => ouvree.callback(cellsOf(called_at), cellsOf(calendar)));
}

/**
 * Minutes of help left on a module: of 30 if somebody was trained on it, else of 15.
 * @customfunction ENTITLEMENT
 * @param trained Whether the customer was trained on the module: TRUE or FALSE, yes or no.
 * @param minutes_used Minutes of help used so far.
 */
function entitlement(trained: unknown[][], minutes_used: unknown[][]): unknown[][] {
  return answer((ouvree) => ouvree.entitlement(cellsOf(trained), amountsOf(minutes_used)));
}

/**
 * How a request stands: met, missed, running, at risk (75 % used) or not yet (it starts later). Counts again whenever Excel does.
 * @customfunction STATUS
 * @volatile
 * @param start When the clock starts: a cell or a range with dates and times.
 * @param duration The target in open hours, as a number (4 or 4.5) or as text ("4:30", "PT4H30M").
 * @param stop When it was done; blank while it is not.
 * @param now The time to judge at. Left out or blank: now.
 * @param calendar Whose hours: a range with a calendar, its JSON, or the name of a preset. Left out: the add-in's own.
 */
function status(
  start: unknown[][],
  duration: unknown[][],
  stop?: unknown[][],
  now?: unknown[][],
  calendar?: unknown[][],
): unknown[][] {
  const [from, target, to, asOf] = [start, duration, stop, now].map(cellsOf);
  return answer((ouvree) => ouvree.status(from, target, to, asOf, cellsOf(calendar)));
}

/**
 * Working days from one date to another, the second not counted. Negative if it is earlier.
 * @customfunction WORKDAYS
 * @param from The first date: a cell or a range with dates.
 * @param to The date after the last: a cell or a range with dates.
 * @param calendar Whose days: a range with a calendar, its JSON, or the name of a preset. Left out: the add-in's own.
 */
function workdays(from: unknown[][], to: unknown[][], calendar?: unknown[][]): unknown[][] {
  return answer((ouvree) => ouvree.workdays(cellsOf(from), cellsOf(to), cellsOf(calendar)));
}

/**
 * Why a deadline is where it is: a text of several lines. Turn on Wrap Text.
 * @customfunction EXPLAIN
 * @param start When the clock starts: a cell or a range with dates and times.
 * @param duration Open hours, as a number (4 or 4.5) or as text ("4:30", "PT4H30M").
 * @param calendar Whose hours: a range with a calendar, its JSON, or the name of a preset. Left out: the add-in's own.
 */
function explain(start: unknown[][], duration: unknown[][], calendar?: unknown[][]): unknown[][] {
  return answer((ouvree) => ouvree.explain(cellsOf(start), cellsOf(duration), cellsOf(calendar)));
}

CustomFunctions.associate("DEADLINE", deadline);
CustomFunctions.associate("ELAPSED", elapsed);
CustomFunctions.associate("ISOPEN", isOpen);
CustomFunctions.associate("NEXTOPEN", nextOpen);
CustomFunctions.associate("CALLBACK", callback);
CustomFunctions.associate("ENTITLEMENT", entitlement);
CustomFunctions.associate("STATUS", status);
CustomFunctions.associate("WORKDAYS", workdays);
CustomFunctions.associate("EXPLAIN", explain);
