/**
 * Rules that end: the examples of RFC 5545 §3.8.5.3, with the dates that stand there.
 */
import { describe, expect, it } from "vitest";
import { readICalendar } from "../../../src/icalendar/index.ts";
import { event, issuesOf } from "./reading.ts";

/** Dates of an event at 9:00 in New York, as in the RFC. */
function datesOf(start: string, rule: string, ...more: string[]): string[] {
  const text = event(`DTSTART;TZID=America/New_York:${start}T090000`, "DURATION:PT1H", `RRULE:${rule}`, ...more);
  const { closures } = readICalendar(text, { zone: "America/New_York" });
  return closures.map((closure) => {
    expect(closure).toMatchObject({ from: "09:00", to: "10:00" });
    return (closure as { date: string }).date;
  });
}

/** `["1997", "Sep 2,3", "Oct 1"]` as dates. */
function dates(...parts: string[]): string[] {
  let year = "";
  return parts.flatMap((part) => {
    if (/^\d{4}$/.test(part)) {
      year = part;
      return [];
    }
    const [month, days] = part.split(" ") as [string, string];
    const number = "JanFebMarAprMayJunJulAugSepOctNovDec".indexOf(month) / 3 + 1;
    return days.split(",").map((day) => `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`);
  });
}

describe("RFC 5545 §3.8.5.3", () => {
  it.each([
    ["19970902", "FREQ=DAILY;COUNT=10", dates("1997", "Sep 2,3,4,5,6,7,8,9,10,11")],
    ["19970902", "FREQ=DAILY;INTERVAL=10;COUNT=5", dates("1997", "Sep 2,12,22", "Oct 2,12")],
    ["19970902", "FREQ=WEEKLY;COUNT=10", dates("1997", "Sep 2,9,16,23,30", "Oct 7,14,21,28", "Nov 4")],
    ["19970902", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", dates("1997", "Sep 2,4,9,11,16,18,23,25,30", "Oct 2")],
    [
      "19970901",
      "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
      dates("1997", "Sep 1,3,5,15,17,19,29", "Oct 1,3,13,15,17,27,29,31", "Nov 10,12,14,24,26,28", "Dec 8,10,12,22"),
    ],
    [
      "19970905",
      "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
      dates("1997", "Sep 5", "Oct 3", "Nov 7", "Dec 5", "1998", "Jan 2", "Feb 6", "Mar 6", "Apr 3", "May 1", "Jun 5"),
    ],
    [
      "19970922",
      "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
      dates("1997", "Sep 22", "Oct 20", "Nov 17", "Dec 22", "1998", "Jan 19", "Feb 16"),
    ],
    [
      "19970902",
      "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
      dates("1997", "Sep 2,15", "Oct 2,15", "Nov 2,15", "Dec 2,15", "1998", "Jan 2,15"),
    ],
    [
      "19970930",
      "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
      dates("1997", "Sep 30", "Oct 1,31", "Nov 1,30", "Dec 1,31", "1998", "Jan 1,31", "Feb 1"),
    ],
    [
      "19970910",
      "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
      dates("1997", "Sep 10,11,12,13,14,15", "1999", "Mar 10,11,12,13"),
    ],
    [
      "19970610",
      "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
      dates(
        "1997",
        "Jun 10",
        "Jul 10",
        "1998",
        "Jun 10",
        "Jul 10",
        "1999",
        "Jun 10",
        "Jul 10",
        "2000",
        "Jun 10",
        "Jul 10",
        "2001",
        "Jun 10",
        "Jul 10",
      ),
    ],
    ["19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", dates("1997", "Aug 5,10,19,24")],
    ["19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", dates("1997", "Aug 5,17,19,31")],
    ["20070115", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", dates("2007", "Jan 15,30", "Feb 15", "Mar 15,30")],
    // Every 20th Monday of the year, ended after three.
    ["19970519", "FREQ=YEARLY;BYDAY=20MO;COUNT=3", dates("1997", "May 19", "1998", "May 18", "1999", "May 17")],
  ])("%s %s", (start, rule, expected) => expect(datesOf(start, rule)).toEqual(expected));

  it("daily until 24 December: 113 days over the end of summer time", () => {
    const found = datesOf("19970902", "FREQ=DAILY;UNTIL=19971224T000000Z");
    expect([found.length, found[0], found.at(-1)]).toEqual([113, "1997-09-02", "1997-12-23"]);
  });
});

describe("rules that libraries were found to read wrongly", () => {
  it.each([
    // Dates of python-dateutil 2.9; ical.js 2.2.1 gives others.
    ["20121231", "FREQ=YEARLY;BYDAY=53MO;COUNT=3", dates("2012", "Dec 31", "2018", "Dec 31", "2024", "Dec 30")],
    ["20261024", "FREQ=YEARLY;BYDAY=-10SA;COUNT=3", dates("2026", "Oct 24", "2027", "Oct 23", "2028", "Oct 28")],
    [
      "20011119",
      "FREQ=MONTHLY;INTERVAL=5;BYMONTH=11;COUNT=3",
      dates("2001", "Nov 19", "2006", "Nov 19", "2011", "Nov 19"),
    ],
    ["20270115", "FREQ=MONTHLY;BYMONTH=3,1;COUNT=4", dates("2027", "Jan 15", "Mar 15", "2028", "Jan 15", "Mar 15")],
    [
      "20261231",
      "FREQ=YEARLY;BYMONTH=4,12;BYMONTHDAY=31;COUNT=3",
      dates("2026", "Dec 31", "2027", "Dec 31", "2028", "Dec 31"),
    ],
    [
      "20061022",
      "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-10;BYDAY=SU;COUNT=4",
      dates("2006", "Oct 22", "2013", "Apr 21", "2017", "Oct 22", "2019", "Apr 21"),
    ],
    // ical.js does not come back.
    ["20260131", "FREQ=DAILY;BYMONTHDAY=-1;COUNT=4", dates("2026", "Jan 31", "Feb 28", "Mar 31", "Apr 30")],
    // Mondays, and the first Wednesday of each month: dateutil and rrule 2.8.1 give none. By a wall calendar.
    ["20260105", "FREQ=MONTHLY;BYDAY=MO,1WE;COUNT=7", dates("2026", "Jan 5,7,12,19,26", "Feb 2,4")],
  ])("%s %s", (start, rule, expected) => expect(datesOf(start, rule)).toEqual(expected));
});

describe("dates beside a rule", () => {
  it("RDATE adds and EXDATE takes away, as sets; COUNT counts what is taken away too", () => {
    const more = ["RDATE;TZID=America/New_York:20260107T090000,20260105T090000", "EXDATE:20260112T140000Z"];
    expect(datesOf("20260105", "FREQ=WEEKLY;COUNT=3", ...more)).toEqual(dates("2026", "Jan 5,7,19"));
  });

  it("RDATE beside the same date of every year is a closure of its own", () => {
    const text = event("DTSTART;VALUE=DATE:20200501", "RRULE:FREQ=YEARLY", "RDATE;VALUE=DATE:20260504");
    expect(readICalendar(text).closures).toEqual(["05-01", "2026-05-04"]);
  });

  it("leap days that do not exist are left out and not counted", () => {
    const text = event("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY;COUNT=3");
    expect(readICalendar(text).closures).toEqual(["2024-02-29", "2028-02-29", "2032-02-29"]);
  });
});

describe("what is refused", () => {
  it.each([
    // RFC 5545 §3.8.5.3: the set of a rule that DTSTART does not match is undefined (there, Friday the 13th).
    ["FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=5", "not-carried"],
    ["FREQ=WEEKLY", "not-carried"],
    ["FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3;COUNT=3", "not-carried"],
    ["FREQ=YEARLY;BYWEEKNO=20;COUNT=3", "not-carried"],
    ["FREQ=YEARLY;BYMONTHDAY=1;COUNT=3", "not-carried"],
    ["FREQ=YEARLY;INTERVAL=2", "not-carried"],
    ["FREQ=HOURLY;COUNT=3", "not-carried"],
    ["RSCALE=HEBREW;FREQ=YEARLY;COUNT=3", "not-carried"],
    ["FREQ=YEARLY;COUNT=999", "not-carried"],
    ["FREQ=YEARLY;COUNT=3;UNTIL=20300101", "bad-value"],
    ["FREQ=DAILY;UNTIL=20260110T000000Z", "bad-value"],
    ["FREQ=WEEKLY;BYDAY=1MO;COUNT=2", "bad-value"],
    ["FREQ=WEEKLY;BYMONTHDAY=1;COUNT=2", "bad-value"],
    ["FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2", "bad-value"],
    ["FREQ=YEARLY;BYMONTH=-1;COUNT=2", "bad-value"],
    ["FREQ=YEARLY;COUNT=0", "bad-value"],
    ["FREQ=FORTNIGHTLY", "bad-value"],
    ["COUNT=2", "bad-value"],
    ["FREQ=DAILY;FREQ=DAILY", "bad-value"],
    ["FREQ=DAILY;BYEASTER=0;COUNT=1", "bad-value"],
  ])("%s: %s", (rule, code) => {
    expect(issuesOf(event("DTSTART;VALUE=DATE:20260106", `RRULE:${rule}`))).toEqual([`icalendar.${code} 5`]);
  });
});
