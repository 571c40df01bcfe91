// An app that imports the packed package as ES modules.
import assert from "node:assert/strict";
import { callbackDue, createCalendar, evaluate, isOuvreeError } from "ouvree";
import { clipIndustrie, clipIndustrieDefinition } from "ouvree/charters/clip-industrie";
import { readICalendar, toAvailability, toICalendar } from "ouvree/icalendar";
import { readCases } from "ouvree/import";
import { judgeGoals, textReport } from "ouvree/report";
import { compileCalendar, spreadsheetFunctions } from "ouvree/spreadsheet";

const desk = createCalendar(clipIndustrieDefinition.calendars.desk);
// Friday 16:00 + 4 h, over Whit Monday.
assert.equal(desk.add("2026-05-22T16:00+02:00", "PT4H").toISO(), "2026-05-26T12:00:00.000+02:00");
assert.equal(callbackDue(desk, "2026-05-22T17:30+02:00").carriedOver, true);
assert.throws(() => desk.isOpen("2026-05-22T16:00"), isOuvreeError);

const csv =
  "case,kind,event,at\nT1,anomaly,called,2026-05-22T16:00+02:00\nT1,anomaly,assisted,2026-05-26T12:00+02:00\n";
const evaluation = evaluate(clipIndustrie, readCases(csv).cases, { asOf: "2026-06-01T00:00+02:00" });
assert.equal(evaluation.cases[0].commitments.anomaly.outcome, "met");
const verdicts = judgeGoals(evaluation, { byId: new Map() });
assert.match(textReport({ policy: clipIndustrie, evaluation, verdicts }), /anomaly +1 +0/);
const may = toICalendar(desk, { from: "2026-05-25", to: "2026-05-25", what: "closures" });
assert.deepEqual(readICalendar(may).closures, [{ date: "2026-05-25", name: "Whit Monday" }]);
assert.match(toAvailability(desk, { year: 2026 }), /BEGIN:VAVAILABILITY/);
// Serials: 46164 is Friday 22 May 2026.
const calendar = compileCalendar(desk, { from: "2026-01-01", to: "2026-12-31" });
assert.equal(spreadsheetFunctions({ calendar }).deadline(46164 + 16 / 24, 4), 46168.5);
console.log("ok");
