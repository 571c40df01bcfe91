var OUVREE_FUNCTIONS_ = null;

function ouvree_() {
  if (OUVREE_FUNCTIONS_ === null) OUVREE_FUNCTIONS_ = ouvreeSheets_.functionsFor(OUVREE_CALENDAR);
  return OUVREE_FUNCTIONS_;
}

/**
 * The time at which hours of open time are used up. Format the cell as a date and time.
 *
 * @param {A2} start When it starts: a date and time in the calendar's zone, or a column of them.
 * @param {4} duration Hours: 4, 4.5, "4:30" or "PT4H30M", or a column of them. Negative hours go back.
 * @param {"clip-industrie"} calendar [optional] Whose hours: a range with a calendar, its JSON, or a preset.
 * @return The deadline, as many as there are starts.
 * @customfunction
 */
function OUVREE_DEADLINE(start, duration, calendar) {
  return ouvreeSheets_.shown(ouvree_().deadline(start, duration, calendar));
}

/**
 * Open time between two times, in hours.
 *
 * @param {A2} start From when, or a column of them.
 * @param {B2} end To when, or a column of them; hours are negative if it is earlier.
 * @param {"clip-industrie"} calendar [optional] Whose hours: a range with a calendar, its JSON, or a preset.
 * @return Hours.
 * @customfunction
 */
function OUVREE_ELAPSED(start, end, calendar) {
  return ouvreeSheets_.shown(ouvree_().elapsed(start, end, calendar));
}

/**
 * Whether it is open at a time. At closing time it is closed.
 *
 * @param {A2} at A date and time, or a column of them.
 * @param {"clip-industrie"} calendar [optional] Whose hours: a range with a calendar, its JSON, or a preset.
 * @return TRUE or FALSE.
 * @customfunction
 */
function OUVREE_ISOPEN(at, calendar) {
  return ouvreeSheets_.shown(ouvree_().isOpen(at, calendar));
}

/**
 * The time itself if it is open, else the next opening. Format the cell as a date and time.
 *
 * @param {A2} at A date and time, or a column of them.
 * @param {"clip-industrie"} calendar [optional] Whose hours: a range with a calendar, its JSON, or a preset.
 * @return The first open time from then on.
 * @customfunction
 */
function OUVREE_NEXTOPEN(at, calendar) {
  return ouvreeSheets_.shown(ouvree_().nextOpen(at, calendar));
}

/**
 * The first time at which a callback may be made: at once, or after closing on the next working day.
 * Format the cell as a date and time.
 *
 * @param {A2} called_at When the customer called, or a column of calls.
 * @param {"clip-industrie"} calendar [optional] Whose hours: a range with a calendar, its JSON, or a preset.
 * @return The time from which on to call back.
 * @customfunction
 */
function OUVREE_CALLBACK(called_at, calendar) {
  return ouvreeSheets_.shown(ouvree_().callback(called_at, calendar));
}

/**
 * Minutes of usage help left on a module: of 30 if the customer was trained on it, else of 15.
 *
 * @param {TRUE} trained Whether the customer was trained on the module, or a column of it.
 * @param {10} minutes_used Minutes of help already given, or a column of them.
 * @return Minutes left; 0 when they are used up.
 * @customfunction
 */
function OUVREE_ENTITLEMENT(trained, minutes_used) {
  return ouvreeSheets_.shown(ouvree_().entitlement(trained, minutes_used));
}

/**
 * How a request with a target in hours stands: met, missed, running, at risk (three quarters used) or not yet (it starts later).
 *
 * @param {A2} start When it started, or a column of them.
 * @param {4} duration Its target in hours, or a column of them.
 * @param {B2} stop [optional] When it was met; blank while nobody has. Or a column of them.
 * @param {C1} now [optional] The present, in the calendar's zone; the clock's unless given. What comes after it is not seen.
 * @param {"clip-industrie"} calendar [optional] Whose hours: a range with a calendar, its JSON, or a preset.
 * @return The status.
 * @customfunction
 */
function OUVREE_STATUS(start, duration, stop, now, calendar) {
  return ouvreeSheets_.shown(ouvree_().status(start, duration, stop, now, calendar));
}

/**
 * Working days from one date to another, the second one not counted.
 *
 * @param {A2} from The first date, or a column of them.
 * @param {B2} to The date that is no longer counted, or a column of them; days are negative if it is earlier.
 * @param {"clip-industrie"} calendar [optional] Whose hours: a range with a calendar, its JSON, or a preset.
 * @return Days on which some open time starts.
 * @customfunction
 */
function OUVREE_WORKDAYS(from, to, calendar) {
  return ouvreeSheets_.shown(ouvree_().workdays(from, to, calendar));
}

/**
 * Why a deadline is where it is: the hours that count, what is closed and why, and changes of the clock.
 *
 * @param {A2} start When it starts: a date and time in the calendar's zone, or a column of them.
 * @param {4} duration Hours: 4, 4.5, "4:30" or "PT4H30M", or a column of them.
 * @param {"clip-industrie"} calendar [optional] Whose hours: a range with a calendar, its JSON, or a preset.
 * @return A text of several lines.
 * @customfunction
 */
function OUVREE_EXPLAIN(start, duration, calendar) {
  return ouvreeSheets_.shown(ouvree_().explain(start, duration, calendar));
}
