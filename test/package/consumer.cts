// The types of the packed package, as an app under `module: node16` sees them.
import { type Calendar, createCalendar, type Evaluation, evaluate, type Result } from "ouvree";
import { clipIndustrie } from "ouvree/charters/clip-industrie";
import { dateHolidays, type HolidaySourceObject } from "ouvree/date-holidays";
import { type ICalendarContent, readICalendar, toICalendar } from "ouvree/icalendar";
import { type Imported, readCases } from "ouvree/import";
import { judgeGoals } from "ouvree/report";

const desk: Calendar = createCalendar({ timeZone: "Europe/Paris", week: { mon: ["09:00-12:00"] } });
const iso: string | null = desk.add(0, "PT1H").toISO();
const ms: number = createCalendar(desk.definition, { output: "ms" }).add(0, { hours: 1 });
const read: ICalendarContent = readICalendar(toICalendar(desk, { year: 2026 }), { onIssue: "collect" });
const imported: Imported = readCases("");
const evaluation: Evaluation = evaluate(clipIndustrie, imported.cases, { asOf: ms });
const result: Result | undefined = evaluation.cases[0]?.commitments.anomaly;
const berlin: HolidaySourceObject = dateHolidays("DE", "BE", { types: ["public"] });
createCalendar({ timeZone: "Europe/Berlin", holidays: [berlin, dateHolidays("DE")] });
// @ts-expect-error a type of holidays is one of five
dateHolidays("DE", { types: ["official"] });
// @ts-expect-error an edge is near or far
desk.add(0, "PT1H", { edge: "middle" });
// @ts-expect-error a calendar needs its zone
createCalendar({ week: {} });
// @ts-expect-error a key of a week names weekdays
createCalendar({ timeZone: "Europe/Paris", week: { "mon-fir": ["09:00-12:00"] } });
// @ts-expect-error a window is HH:MM-HH:MM
createCalendar({ timeZone: "Europe/Paris", week: { "mon-fri": ["9-12"] } });
// @ts-expect-error a duration is ISO 8601
desk.add(0, "4h");
const apart = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00"] } };
createCalendar(apart).add(0, String(iso));
createCalendar(JSON.parse("{}") as unknown);
export const used = [read, iso, ms, result, judgeGoals(evaluation, { byId: new Map() })];
