/**
 * Holidays of the world, from the package date-holidays, which an app that wants them installs itself.
 */

export type { HolidaySourceObject } from "../holidays/ready-source.ts";
export { dateHolidays, dateHolidaysSource } from "./date-holidays.ts";
export type { DateHolidaysOptions, HolidayType } from "./options.ts";
