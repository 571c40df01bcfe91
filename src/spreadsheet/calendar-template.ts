/**
 * A calendar to copy onto a sheet and change: every word that a row may begin with, with an example.
 */

/**
 * Rows of a calendar as the functions read it: the desk of the charter, a day of its own, a morning, and hours that change.
 *
 * @example calendarTemplate()[1] // [ 'Time zone', 'Europe/Paris' ]
 */
export function calendarTemplate(): string[][] {
  return [
    ["#", "Change what you need"],
    ["Time zone", "Europe/Paris"],
    ["Hours", "mon-fri", "09:00-12:00", "14:00-17:00"],
    ["Holidays", "FR"],
    ["#", "Closed days"],
    ["Closed", "2026-08-10", "2026-08-14", "Summer break"],
    ["Closed", "2026-12-24", "12:00-24:00", "Christmas Eve"],
    ["#", "Hours of a date"],
    ["Exception", "2026-12-31", "09:00-12:00"],
    ["#", "From a date on"],
    ["From", "2027-01-04"],
    ["Hours", "mon-thu", "09:00-12:00", "14:00-18:00"],
    ["Hours", "fri", "09:00-12:00"],
  ];
}
