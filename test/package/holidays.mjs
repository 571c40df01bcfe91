// An app that imports `ouvree/date-holidays` from the packed package; date-holidays is `present`, or `absent`.
import assert from "node:assert/strict";
import { createCalendar, isOuvreeError } from "ouvree";
import { dateHolidays, dateHolidaysSource } from "ouvree/date-holidays";

const hours = { timeZone: "America/New_York", week: { "mon-fri": ["09:00-17:00"] } };
const sources = { "date-holidays": dateHolidaysSource };
const make = () => createCalendar({ ...hours, holidays: ["date-holidays:US-NY"] }, { sources });
if (process.argv[2] === "absent") {
  const isMissing = (error) =>
    isOuvreeError(error) &&
    error.code === "holidays.missing-package" &&
    error.message.endsWith("npm install date-holidays");
  assert.throws(() => dateHolidays("US"), isMissing);
  assert.throws(make, isMissing);
} else {
  // Thanksgiving.
  assert.equal(make().isWorkingDay("2026-11-26"), false);
  assert.equal(createCalendar({ ...hours, holidays: [dateHolidays("US", "ny")] }).isWorkingDay("2026-11-26"), false);
  assert.match(dateHolidays("US").version, /^\d+\.\d+\.\d+$/);
}
console.log("ok");
