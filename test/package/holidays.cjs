// An app that requires `ouvree/date-holidays` from the packed package; date-holidays is `present`, or `absent`.
const assert = require("node:assert/strict");
const { createCalendar, isOuvreeError } = require("ouvree");
const { dateHolidays } = require("ouvree/date-holidays");

const hours = { timeZone: "America/New_York", week: { "mon-fri": ["09:00-17:00"] } };
const make = () => createCalendar({ ...hours, holidays: [dateHolidays("US", "ny")] });
if (process.argv[2] === "absent") {
  assert.throws(make, (error) => isOuvreeError(error) && error.code === "holidays.missing-package");
  console.log("ok");
} else {
  const source = dateHolidays("US", "ny");
  assert.equal(make().isWorkingDay("2026-11-26"), false);
  // A source of this copy is one to the ESM copy too.
  import("ouvree").then((esm) => {
    assert.equal(esm.createCalendar({ ...hours, holidays: [source] }).isWorkingDay("2026-11-26"), false);
    console.log("ok");
  });
}
