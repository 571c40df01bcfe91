/**
 * Two desks, Paris and Montréal: what must come out of their cases, worked out by hand from the words of their policy.
 *
 * Paris is open from 9:00 to 17:00, Montréal from 8:30 to 16:30, from 1 July on to 18:00. First answer 4 h, then 2 h;
 * resolution 16 h, then 20 h; time at Montréal 12 h. Paris is six hours ahead, five from 8 to 29 March and from 25
 * October to 1 November 2026.
 */

import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, outcomesOf, readExample, readTable } from "./example.ts";

const { evaluation, policy, told, result } = readExample("two-zones", "2026-11-06T18:00:00+01:00");

/** A wall's date and time of 2026, as results show it. */
function onTheWall(text: string, from: string, to: string, summer: string, winter: string): string {
  const local = `2026-${text.replace(" ", "T")}`;
  return new Date(`${local}${local >= `2026-${from}` && local < `2026-${to}` ? summer : winter}`).toISOString();
}
const paris = (text: string): string => onTheWall(text, "03-29T02", "10-25T03", "+02:00", "+01:00");
const montreal = (text: string): string => onTheWall(text, "03-08T02", "11-01T02", "-04:00", "-05:00");
const justAfter = (iso: string): string => new Date(Date.parse(iso) + 1).toISOString();

const OUTCOMES = `
case  response  plan    resolution  relay   summary
Z01   met       met     met         n/a     –
Z02   met       met     met         met     –
Z03   missed    met     met         met     –
Z04   missed    –       met         met     met
Z05   met       –       met         n/a     missed
Z06   met       –       met         n/a     met
Z07   met       met     met         n/a     –
Z08   met       met     met         n/a     –
Z09   missed    –       met         n/a     met
Z10   met       –       met         missed  met
Z11   met       missed  missed      n/a     –
Z12   missed    met     met         n/a     –
Z13   met       met     met         met     –
Z14   met       met     met         n/a     –
Z15   met       met     missed      n/a     –
Z16   met       met     met         met     –
Z17   met       met     met         n/a     –
Z18   met       met     met         met     –
Z19   met       met     met         n/a     –
Z20   met       met     met         met     –
Z21   met       met     met         n/a     –
Z22   met       –       met         n/a     missed
Z23   met       missed  met         n/a     –
Z24   met       met     missed      n/a     –
Z25   met       –       met         met     met
Z26   met       –       missed      n/a     met
Z27   met       –       met         n/a     met
Z28   met       met     met         n/a     –
Z29   n/a       n/a     n/a         n/a     –
Z30   running   –       running     n/a     n/a
Z31   running   –       running     n/a     n/a
Z32   met       –       paused      n/a     n/a
Z33   met       –       met         n/a     met
Z34   met       –       met         n/a     met
Z35   met       met     met         met     –
`;

describe("the outcomes of the example two-zones", () => {
  it.each(readTable(OUTCOMES))("of %s", (id, outcomes) => expect(outcomesOf(told(id))).toEqual(outcomes));

  it("leave a remark on one case alone: a desk that does not exist", () => {
    const remarks = evaluation.cases.flatMap(({ id, issues }) => issues.map(({ code }) => [id, code]));
    expect([...new Set(remarks.map(String))]).toEqual(["Z34,case.unknown-fact"]);
  });

  it("add up to these rates", () => {
    const { rates } = evaluation;
    expect(rates.response).toMatchObject({ met: 28, missed: 4, rate: 28 / 32, goal: 0.85 });
    // No longer promised; its goal is that of the last version that had it.
    expect(rates.plan).toMatchObject({ met: 18, missed: 2, rate: 18 / 20, goal: 0.85 });
    expect(rates.resolution).toMatchObject({ met: 27, missed: 4, rate: 27 / 31 });
    expect(rates.relay).toMatchObject({ met: 9, missed: 1, rate: 9 / 10 });
    expect(rates.summary).toMatchObject({ met: 9, missed: 2, rate: 9 / 11 });
  });
});

describe("the holidays of Québec", () => {
  // Good Friday from a table of Easter: 20 April 2025, 5 April 2026, 28 March 2027.
  const YEARS = {
    2025: ["01-01", "04-18", "05-19", "06-24", "07-01", "09-01", "10-13", "12-25"],
    2026: ["01-01", "04-03", "05-18", "06-24", "07-01", "09-07", "10-12", "12-25"],
    2027: ["01-01", "03-26", "05-24", "06-24", "07-01", "09-06", "10-11", "12-25"],
  };
  it.each(["montreal", "montreal-late"])("close %s from 2025 to 2027", (name) => {
    const calendar = policy.calendars.get(name)!;
    const dates = calendar.holidays("2025-01-01", "2027-12-31").map(({ date }) => date);
    expect(dates).toEqual(Object.entries(YEARS).flatMap(([year, days]) => days.map((day) => `${year}-${day}`)));
    expect(calendar.reach).toEqual({ from: "2025-01-01", to: "2027-12-31" });
  });
});

describe("weeks in which the clocks change on different dates", () => {
  it("Z02: two hours in Paris end at noon of Montréal, five hours apart", () => {
    expect(result("Z02", "response")).toMatchObject({
      calendar: "montreal",
      calendarRule: 2,
      dueAt: "2026-03-09T18:00:00.000Z", // 14:00 in Montréal
      elapsedMs: 225 * MINUTE,
    });
    expect(result("Z02", "resolution")).toMatchObject({ dueAt: montreal("03-11 10:00"), elapsedMs: 13 * HOUR });
    expect(result("Z02", "relay")).toMatchObject({ dueAt: montreal("03-10 16:00"), elapsedMs: 11 * HOUR });
    // The date was named in Paris, and stays.
    expect(result("Z02", "plan")).toMatchObject({
      calendar: "paris",
      dueDate: "2026-03-10",
      dueAt: paris("03-10 17:00"),
    });
  });

  it("Z03: a week before, they end at eleven", () => {
    expect(result("Z03", "response")).toMatchObject({
      dueAt: "2026-03-02T18:00:00.000Z", // 13:00 in Montréal
      missedAt: "2026-03-02T18:00:00.001Z",
      overrunMs: 30 * MINUTE,
    });
    expect(result("Z03", "resolution")).toMatchObject({ dueAt: montreal("03-04 09:00"), elapsedMs: 7 * HOUR });
    expect(result("Z03", "relay")).toMatchObject({ dueAt: montreal("03-03 15:00"), elapsedMs: 5 * HOUR });
  });

  it("Z04: in the last week of October at noon once more", () => {
    expect(result("Z04", "response")).toMatchObject({
      dueAt: "2026-10-28T17:00:00.000Z", // 13:00 in Montréal
      overrunMs: MINUTE,
      version: "summer-2026",
    });
    expect(result("Z04", "resolution")).toMatchObject({ dueAt: montreal("10-30 12:00"), elapsedMs: 8.5 * HOUR });
    expect(result("Z04", "relay")).toMatchObject({ dueAt: montreal("10-29 14:30"), elapsedMs: 7.5 * HOUR });
    expect(result("Z04", "summary")).toMatchObject({ dueDate: "2026-11-02", dueAt: "2026-11-03T05:00:00.000Z" });
  });

  it("Z01, Z05, Z06: each desk keeps its own hours over its own change", () => {
    expect(result("Z01", "response")).toMatchObject({ dueAt: paris("03-10 12:00"), elapsedMs: 3.5 * HOUR });
    expect(result("Z01", "resolution")).toMatchObject({ dueAt: paris("03-11 16:00"), elapsedMs: 12 * HOUR });
    expect(result("Z05", "response")).toMatchObject({ dueAt: "2026-11-02T14:30:00.000Z", elapsedMs: 1.5 * HOUR });
    // Used up at the closing of Tuesday.
    expect(result("Z05", "resolution")).toMatchObject({ dueAt: montreal("11-03 18:00"), elapsedMs: 12 * HOUR });
    expect(result("Z05", "summary")).toMatchObject({ dueDate: "2026-11-05", missedAt: "2026-11-06T05:00:00.000Z" });
    expect(result("Z06", "response")).toMatchObject({ dueAt: "2026-10-26T09:30:00.000Z", remainingMs: 0 });
    expect(result("Z06", "resolution")).toMatchObject({ dueAt: "2026-10-28T11:30:00.000Z", elapsedMs: 11.5 * HOUR });
  });
});

describe("holidays that only one desk has", () => {
  it("Z07: Montréal is closed on 24 June", () => {
    expect(result("Z07", "response")).toMatchObject({ dueAt: montreal("06-25 11:30"), elapsedMs: 3.5 * HOUR });
    expect(result("Z07", "plan")).toMatchObject({ dueDate: "2026-06-25", dueAt: montreal("06-25 16:30") });
    expect(result("Z07", "resolution")).toMatchObject({ dueAt: montreal("06-26 15:30"), elapsedMs: 12.5 * HOUR });
  });

  it("Z08: Paris is not, and goes on with what is left; the date that was named stays", () => {
    expect(result("Z08", "response")).toMatchObject({
      dueAt: paris("06-24 12:00"),
      elapsedMs: 3 * HOUR,
      calendar: "paris",
    });
    expect(result("Z08", "plan")).toMatchObject({ dueDate: "2026-06-25", calendar: "montreal" });
    expect(result("Z08", "resolution")).toMatchObject({ dueAt: paris("06-25 16:00"), elapsedMs: 11 * HOUR });
  });

  it("Z09: Paris is closed on 14 July", () => {
    expect(result("Z09", "response")).toMatchObject({ dueAt: paris("07-15 10:30"), overrunMs: 30 * MINUTE });
    expect(result("Z09", "resolution")).toMatchObject({ dueAt: paris("07-17 12:30"), elapsedMs: 9.5 * HOUR });
  });

  it("Z10: Montréal is not", () => {
    expect(result("Z10", "response")).toMatchObject({ dueAt: montreal("07-13 12:30"), elapsedMs: 1.5 * HOUR });
    expect(result("Z10", "resolution")).toMatchObject({ dueAt: montreal("07-15 11:30"), elapsedMs: 14 * HOUR });
    expect(result("Z10", "relay")).toMatchObject({ dueAt: montreal("07-14 13:30"), overrunMs: 1.5 * HOUR });
  });

  it("Z11: Montréal is closed on the Monday before 25 May", () => {
    expect(result("Z11", "response")).toMatchObject({ dueAt: montreal("05-19 12:00"), remainingMs: 0 });
    expect(result("Z11", "plan")).toMatchObject({ dueDate: "2026-05-19", missedAt: montreal("05-19 16:30") });
    expect(result("Z11", "resolution")).toMatchObject({
      dueAt: montreal("05-20 16:00"),
      missedAt: justAfter(montreal("05-20 16:00")),
      overrunMs: 1.5 * HOUR,
    });
  });

  it("Z12: Paris is closed on Whit Monday, the 25th", () => {
    expect(result("Z12", "response")).toMatchObject({ dueAt: paris("05-26 12:00"), overrunMs: 2 * HOUR });
    expect(result("Z12", "resolution")).toMatchObject({ dueAt: paris("05-27 16:00"), elapsedMs: 12 * HOUR });
  });

  it("Z13: Montréal is not, but the date was named in Paris", () => {
    expect(result("Z13", "response")).toMatchObject({ dueAt: montreal("05-22 14:00"), elapsedMs: 3 * HOUR });
    expect(result("Z13", "plan")).toMatchObject({ dueDate: "2026-05-26" });
    expect(result("Z13", "resolution")).toMatchObject({ dueAt: montreal("05-26 10:00"), elapsedMs: 13 * HOUR });
    expect(result("Z13", "relay")).toMatchObject({ dueAt: montreal("05-25 15:00"), remainingMs: 0 });
  });

  it("Z14, Z15, Z16: Good Friday in Montréal, Easter Monday in Paris", () => {
    expect(result("Z14", "response")).toMatchObject({ dueAt: montreal("04-06 12:00"), remainingMs: 0 });
    expect(result("Z14", "plan")).toMatchObject({ dueDate: "2026-04-06" });
    expect(result("Z14", "resolution")).toMatchObject({ dueAt: montreal("04-07 16:00"), remainingMs: 0 });
    expect(result("Z15", "response")).toMatchObject({ dueAt: paris("04-03 12:00"), remainingMs: 0 });
    expect(result("Z15", "resolution")).toMatchObject({ dueAt: paris("04-07 16:00"), overrunMs: MINUTE });
    expect(result("Z16", "response")).toMatchObject({ dueAt: montreal("04-06 11:30"), elapsedMs: 3.5 * HOUR });
    expect(result("Z16", "plan")).toMatchObject({ dueDate: "2026-04-07" });
    expect(result("Z16", "resolution")).toMatchObject({ dueAt: montreal("04-07 15:30"), elapsedMs: 9 * HOUR });
    expect(result("Z16", "relay")).toMatchObject({ dueAt: montreal("04-07 12:30"), elapsedMs: 8 * HOUR });
  });

  it("Z26, Z27: the first Monday of September, the second of October", () => {
    expect(result("Z26", "response")).toMatchObject({ dueAt: montreal("09-08 09:30"), remainingMs: 0 });
    expect(result("Z26", "resolution")).toMatchObject({
      dueAt: montreal("09-09 18:00"),
      missedAt: justAfter(montreal("09-10 08:30")),
      overrunMs: 30 * MINUTE,
    });
    // A quarter of an hour on Friday, half an hour on Tuesday: all that the pause took.
    expect(result("Z27", "response")).toMatchObject({ dueAt: montreal("10-13 10:45"), elapsedMs: 75 * MINUTE });
    expect(result("Z27", "resolution")).toMatchObject({ dueAt: montreal("10-15 09:45"), elapsedMs: 12.75 * HOUR });
  });
});

describe("customers with hours of their own", () => {
  it("Z17: the hospital has all hours, while the clock goes forward, too", () => {
    expect(result("Z17", "response")).toMatchObject({
      calendar: "always",
      calendarRule: 0,
      dueAt: "2026-03-29T02:00:00.000Z",
      remainingMs: 0,
    });
    expect(result("Z17", "plan")).toMatchObject({ dueDate: "2026-03-29", dueAt: "2026-03-29T22:00:00.000Z" });
    expect(result("Z17", "resolution")).toMatchObject({ dueAt: "2026-03-29T14:00:00.000Z", remainingMs: 0 });
  });

  it("Z18: at either desk; the time of Montréal is that of Montréal's hours all the same", () => {
    expect(result("Z18", "response")).toMatchObject({ calendar: "always", dueAt: paris("06-11 00:00") });
    expect(result("Z18", "resolution")).toMatchObject({ dueAt: paris("06-11 12:00"), elapsedMs: 15 * HOUR });
    expect(result("Z18", "relay")).toMatchObject({ dueAt: montreal("06-12 10:30"), elapsedMs: 2 * HOUR });
  });

  it("Z19, Z20: the harbour has the evening of Montréal, where Montréal has its case", () => {
    expect(result("Z19", "response")).toMatchObject({
      calendar: "montreal-late",
      calendarRule: 1,
      dueAt: montreal("05-05 20:00"),
      elapsedMs: 3 * HOUR,
    });
    expect(result("Z19", "plan")).toMatchObject({ dueDate: "2026-05-06", dueAt: montreal("05-06 20:30") });
    expect(result("Z19", "resolution")).toMatchObject({ dueAt: montreal("05-06 20:00"), elapsedMs: 12 * HOUR });
    expect(result("Z20", "response")).toMatchObject({ dueAt: montreal("05-05 14:00"), remainingMs: 0 });
    expect(result("Z20", "resolution")).toMatchObject({ dueAt: montreal("05-06 14:00"), elapsedMs: 10 * HOUR });
    expect(result("Z20", "relay")).toMatchObject({ dueAt: montreal("05-06 15:00"), elapsedMs: 5.5 * HOUR });
  });

  it("Z33, Z34: a case that is nobody's, or whose new desk does not exist, is where it was", () => {
    expect(result("Z33", "response")).toMatchObject({ calendar: "paris", calendarRule: null, remainingMs: 0 });
    expect(result("Z33", "resolution")).toMatchObject({ dueAt: paris("10-08 12:00"), elapsedMs: 4 * HOUR });
    expect(result("Z34", "response")).toMatchObject({ calendar: "paris", calendarRule: null, elapsedMs: 1.5 * HOUR });
  });
});

describe("the version of 1 July", () => {
  it("Z21: what was promised before holds for the answer; the resolution has four hours more", () => {
    expect(result("Z21", "response")).toMatchObject({
      version: null,
      dueAt: paris("07-01 12:00"),
      elapsedMs: 3.5 * HOUR,
    });
    expect(result("Z21", "plan")).toMatchObject({ version: null, dueDate: "2026-07-01" });
    expect(result("Z21", "resolution")).toMatchObject({
      version: "summer-2026",
      dueAt: paris("07-03 12:00"),
      elapsedMs: 12 * HOUR,
    });
  });

  it("Z22: it is in force at midnight of Paris, in the evening of Montréal", () => {
    expect(result("Z22", "response")).toMatchObject({
      version: "summer-2026",
      dueAt: montreal("07-02 10:30"),
      elapsedMs: 1.5 * HOUR,
    });
    expect(result("Z22", "resolution")).toMatchObject({ dueAt: montreal("07-06 09:30"), elapsedMs: 19 * HOUR });
    expect(result("Z22", "summary")).toMatchObject({ dueDate: "2026-07-07", missedAt: montreal("07-08 00:00") });
  });

  it("Z23: an hour before it is not; the new hours of Montréal count from then on, but for the plan", () => {
    expect(result("Z23", "response")).toMatchObject({
      version: null,
      dueAt: montreal("07-02 12:30"),
      elapsedMs: 3.5 * HOUR,
    });
    expect(result("Z23", "plan")).toMatchObject({ dueDate: "2026-07-02", dueAt: montreal("07-02 16:30") });
    expect(result("Z23", "resolution")).toMatchObject({
      version: "summer-2026",
      dueAt: montreal("07-06 09:30"),
      elapsedMs: 18 * HOUR,
    });
  });

  it("Z24: what was missed before it stays missed, by the hours and the figure of then", () => {
    expect(result("Z24", "resolution")).toMatchObject({
      version: null,
      dueAt: montreal("06-29 16:30"),
      missedAt: justAfter(montreal("06-30 08:30")),
      elapsedMs: 25 * HOUR,
      overrunMs: 9 * HOUR,
    });
  });

  it("Z25: around the world and back, twenty hours exactly", () => {
    expect(result("Z25", "resolution")).toMatchObject({ dueAt: montreal("09-15 14:00"), remainingMs: 0 });
    expect(result("Z25", "relay")).toMatchObject({
      startedAt: paris("09-14 17:00"),
      dueAt: montreal("09-15 16:00"),
      elapsedMs: 10 * HOUR,
      reopenings: [{ stoppedAt: montreal("09-14 18:00"), outcome: "met", reopenedAt: paris("09-15 17:00") }],
    });
  });
});

describe("what else happens", () => {
  it("Z35: given to Paris and back, an hour at each desk before the answer's last", () => {
    expect(result("Z35", "response")).toMatchObject({ dueAt: montreal("04-14 13:00"), elapsedMs: 3 * HOUR });
    expect(result("Z35", "resolution")).toMatchObject({ dueAt: montreal("04-16 09:00"), elapsedMs: 4 * HOUR });
    expect(result("Z35", "relay")).toMatchObject({ dueAt: montreal("04-15 15:00"), elapsedMs: 2 * HOUR });
  });

  it("Z28: reopened, it goes on from twelve hours", () => {
    expect(result("Z28", "resolution")).toMatchObject({
      dueAt: paris("05-18 17:00"),
      remainingMs: 0,
      reopenings: [{ stoppedAt: paris("05-12 13:00"), outcome: "met", reopenedAt: paris("05-18 13:00") }],
    });
  });

  it("Z30: runs, and Montréal is open", () => {
    expect(result("Z30", "response")).toMatchObject({
      clock: "running",
      calendarOpen: true,
      dueAt: montreal("11-06 13:30"),
      nextChangeAt: montreal("11-06 13:00"),
      elapsedMs: 30 * MINUTE,
    });
  });

  it("Z31: runs, and Paris is closed until Monday", () => {
    expect(result("Z31", "response")).toMatchObject({
      clock: "running",
      calendarOpen: false,
      dueAt: paris("11-09 10:30"),
      nextChangeAt: paris("11-09 09:00"),
      elapsedMs: 30 * MINUTE,
    });
  });

  it("Z32: waits", () => {
    expect(result("Z32", "resolution")).toMatchObject({
      clock: "paused",
      calendarOpen: true,
      dueAt: null,
      elapsedMs: HOUR,
      remainingMs: 19 * HOUR,
    });
  });
});
