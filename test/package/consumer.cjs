// An app that requires the packed package, and meets an error of the ESM copy.
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { createCalendar, evaluate, isOuvreeError } = require("ouvree");
const { clipIndustrie } = require("ouvree/charters/clip-industrie");
const { readICalendar } = require("ouvree/icalendar");
const { readCases } = require("ouvree/import");
const { parseOpeningHours } = require("ouvree/opening-hours");
const { spokenShare } = require("ouvree/report");
const { compileCalendar, spreadsheetFunctions } = require("ouvree/spreadsheet");
// Read as a file, as editors and validators do; its place is the one that documents name.
const schemaFile = require.resolve("ouvree/policy.schema.json");

const desk = createCalendar({ timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } }, { output: "iso" });
assert.equal(desk.nextOpen("2026-05-23T12:00Z"), "2026-05-25T09:00:00.000Z");
assert.equal(clipIndustrie.name, "clip-industrie");
assert.equal(readCases("[]").cases.length, 0);
assert.equal(readICalendar("BEGIN:VCALENDAR\nEND:VCALENDAR").closures.length, 0);
const called = { type: "called", at: "2026-05-22T16:00+02:00" };
const { rates } = evaluate(clipIndustrie, [{ id: "T1", kind: "anomaly", events: [called] }], { asOf: called.at });
assert.equal(rates.anomaly.counts.running, 1);
assert.deepEqual(parseOpeningHours("Mo 09:00-17:00", { timeZone: "UTC" }).week, { mon: ["09:00-17:00"] });
assert.equal(spokenShare(1), "100 %");
const year = compileCalendar(createCalendar(desk.definition), { from: "2026-01-01", to: "2026-12-31" });
assert.equal(spreadsheetFunctions({ calendar: JSON.stringify(year) }).workdays("2026-05-22", "2026-05-29"), 5);
assert.ok(schemaFile.endsWith(join("node_modules", "ouvree", "schema", "policy.schema.json")), schemaFile);
assert.equal(JSON.parse(readFileSync(schemaFile, "utf8")).$id, "urn:ouvree:policy:1");
assert.equal(require("ouvree/evaluation.schema.json").$id, "urn:ouvree:evaluation:1");
import("ouvree").then((esm) => {
  try {
    esm.createCalendar({ timeZone: "Mars/Phobos" });
    assert.fail("a calendar on Mars");
  } catch (error) {
    assert.ok(isOuvreeError(error));
    assert.equal(error.code, "schedule.unknown-zone");
  }
  console.log("ok");
});
