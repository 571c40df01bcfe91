/**
 * What cannot be carried is said, with its line; what is left out on purpose is counted; hostile texts do no harm.
 */

import { describe, expect, it } from "vitest";
import { readICalendar } from "../../../src/icalendar/index.ts";
import { isOuvreeError, type OuvreeError } from "../../../src/index.ts";
import { processorMs } from "../../helpers/processor-time.ts";
import { calendar, event, issuesOf } from "./reading.ts";

const DATE = "DTSTART;VALUE=DATE:20261224";

function thrownBy(act: () => unknown): OuvreeError {
  try {
    act();
  } catch (error) {
    if (isOuvreeError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("events that cannot be carried", () => {
  it.each([
    // Dates and times.
    [["SUMMARY:a"], "bad-value 3"],
    [["DTSTART;VALUE=DATE:20260231"], "bad-value 4"],
    [["DTSTART;VALUE=DATE:18991231"], "bad-value 4"],
    [["DTSTART;VALUE=DATE:20261224T100000"], "bad-value 4"],
    [["DTSTART;VALUE=DATE-TIME:20261224"], "bad-value 4"],
    [["DTSTART;TZID=Europe/Paris:20261224T100000Z", "DURATION:PT1H"], "bad-value 4"],
    [["DTSTART:20261224T246000", "DURATION:PT1H"], "bad-value 4"],
    [["DTSTART:20261224T235960", "DURATION:PT1H"], "bad-value 4"],
    [[DATE, "DTSTART;VALUE=DATE:20261225"], "bad-value 5"],
    [[DATE, "DTEND;VALUE=DATE:20261224"], "bad-value 5"],
    [[DATE, "DTEND:20261225T000000"], "bad-value 5"],
    [[DATE, "DURATION:PT4H"], "bad-value 5"],
    [[DATE, "DURATION:-P1D"], "bad-value 5"],
    [[DATE, "DURATION:P1Y"], "bad-value 5"],
    [[DATE, "DTEND;VALUE=DATE:20261225", "DURATION:P1D"], "bad-value 6"],
    [["DTSTART:20261224T100000"], "bad-value 4"],
    // Zones.
    [["DTSTART;TZID=Europe/Pari:20261224T100000", "DURATION:PT1H"], "unknown-zone 4"],
    [["DTSTART;TZID=/mozilla.org/20050126_1/Europe/Paris:20261224T100000", "DURATION:PT1H"], "unknown-zone 4"],
    [["DTSTART;TZID=GMT+0200:20261224T100000", "DURATION:PT1H"], "unknown-zone 4"],
    // Civil time: neither whole days nor part of one; seconds; the second 02:30 of the night of 25 October.
    [["DTSTART:20261224T180000", "DTEND:20261225T080000"], "not-carried 4"],
    [["DTSTART:20261224T180030", "DTEND:20261224T190000"], "not-carried 4"],
    [["DTSTART:20261025T013000Z", "DTEND:20261025T040000Z"], "not-carried 4"],
    // A whole day of New York is not one of Paris.
    [["DTSTART;TZID=America/New_York:20261224T000000", "DURATION:P1D"], "not-carried 4"],
    // What an event is.
    [[DATE, "STATUS:TENTATIVE"], "not-carried 5"],
    [["DTSTART:20261224T100000", "DURATION:PT1H", "TRANSP:TRANSPARENT"], "not-carried 6"],
    [[DATE, "EXRULE:FREQ=DAILY;COUNT=2"], "not-carried 5"],
    [[DATE, "RDATE;VALUE=PERIOD:20261225T000000Z/PT1H"], "not-carried 5"],
    [[DATE, "RDATE:20261225T000000Z"], "bad-value 5"],
    [[DATE, "RRULE:FREQ=DAILY;COUNT=2", "EXDATE:20261225T000000Z"], "bad-value 6"],
    [[DATE, "RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=YEARLY"], "bad-value 6"],
    // Lines.
    [[DATE, "SUMMARY Christmas"], "bad-line 5"],
    [[DATE, 'X;A="b:c'], "bad-line 5"],
    [[DATE, ":no name"], "bad-line 5"],
  ])("%j: %s", (lines, issue) => {
    expect(issuesOf(event(...lines))).toEqual([`icalendar.${issue}`]);
    // And nothing of the event is read.
    expect(readICalendar(event(...lines), { zone: "Europe/Paris", onIssue: "collect" }).closures).toEqual([]);
  });

  it("an occurrence that is changed takes its event with it", () => {
    const master = ["BEGIN:VEVENT", "UID:a", DATE, "RRULE:FREQ=DAILY;COUNT=3", "END:VEVENT"];
    const change = ["BEGIN:VEVENT", "UID:a", "RECURRENCE-ID;VALUE=DATE:20261225", "STATUS:CANCELLED", "END:VEVENT"];
    expect(issuesOf(calendar(...master, ...change))).toEqual(["icalendar.not-carried 3", "icalendar.not-carried 10"]);
  });

  it("two editions of an event are not guessed between; a repeated one is read", () => {
    const edition = (sequence: number): string[] => [
      "BEGIN:VEVENT",
      "UID:a",
      DATE,
      `SEQUENCE:${sequence}`,
      "END:VEVENT",
    ];
    expect(issuesOf(calendar(...edition(0), ...edition(1)))).toEqual(["icalendar.not-carried 8"]);
    expect(readICalendar(calendar(...edition(1), ...edition(1))).closures).toEqual(["2026-12-24", "2026-12-24"]);
  });

  it("other components, messages and calendars are no closures", () => {
    expect(issuesOf(calendar("BEGIN:VTODO", "END:VTODO", "BEGIN:VFREEBUSY", "END:VFREEBUSY"))).toEqual([
      "icalendar.not-carried 3",
      "icalendar.not-carried 5",
    ]);
    expect(issuesOf(calendar("METHOD:CANCEL", "BEGIN:VEVENT", DATE, "END:VEVENT"))).toEqual([
      "icalendar.not-carried 3",
    ]);
    expect(issuesOf(calendar("CALSCALE:HEBREW"))).toEqual(["icalendar.not-carried 3"]);
    expect(issuesOf("BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR")).toEqual(["icalendar.not-carried 2"]);
  });
});

describe("what is left out on purpose is counted", () => {
  it.each([
    [[DATE, "STATUS:CANCELLED"], {}, { cancelled: 1 }],
    [[DATE, "X-OUVREE-TIME:OPEN"], {}, { openings: 1 }],
    [[DATE, "TRANSP:TRANSPARENT"], { transparent: "skip" }, { transparent: 1 }],
  ] as const)("%j", (lines, options, notes) => {
    const read = readICalendar(event(...lines), options);
    expect(read.closures).toEqual([]);
    expect(read.notes).toMatchObject({ events: 1, ...notes });
  });

  it("a transparent event is closed if the caller says so", () => {
    const text = event("DTSTART:20261224T100000", "DURATION:PT1H", "TRANSP:TRANSPARENT");
    const closures = [{ date: "2026-12-24", from: "10:00", to: "11:00" }];
    expect(readICalendar(text, { transparent: "closed" }).closures).toEqual(closures);
  });
});

describe("issues", () => {
  const text = calendar(
    ...["BEGIN:VEVENT", DATE, "RRULE:FREQ=WEEKLY", "END:VEVENT"],
    ...["BEGIN:VEVENT", "DTSTART:x", "END:VEVENT", "BEGIN:VEVENT", DATE, "END:VEVENT"],
  );

  it("are thrown in one error, or collected beside what could be read", () => {
    const error = thrownBy(() => readICalendar(text, { name: "house.ics" }));
    expect(error.code).toBe("icalendar.not-carried");
    expect(error.issues.map(({ path }) => path)).toEqual([[5], [8]]);
    expect(error.issues[1]!.message).toBe('house.ics:8: DTSTART: "x" is no date that exists; write 20261224');
    const { closures, issues } = readICalendar(text, { onIssue: "collect" });
    expect(closures).toEqual(["2026-12-24"]);
    expect(issues.map(({ path }) => path)).toEqual([[5], [8]]);
  });

  it.each([
    [{ as: "closure" }, "calendar.bad-option"],
    [{ onIssue: "ignore" }, "calendar.bad-option"],
    [{ transparent: true }, "calendar.bad-option"],
    [{ from: "2026-01-01" }, "calendar.bad-option"],
    [{ zone: "Europe/Pari" }, "time.unknown-zone"],
    [{ zones: { a: "b" } }, "time.unknown-zone"],
    [{ as: "holidays", from: "2026-02-31" }, "time.bad-date"],
    [{ as: "holidays", from: "2027-01-01", to: "2026-01-01" }, "time.bad-period"],
  ])("of the options: %j", (options, code) => {
    expect(thrownBy(() => readICalendar(text, options as never)).code).toBe(code);
  });
});

describe("texts that are no calendar", () => {
  it.each([
    [""],
    ["\n"],
    ["case,kind,event,at\n"],
    ["BEGIN:VCARD\nEND:VCARD"],
    ["BEGIN:VEVENT\nEND:VEVENT"],
    ["BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR"],
    ["BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\n"],
    ["BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR"],
    ["BEGIN:VCALENDAR\nEND:VCALENDAR\nX:1"],
    [" BEGIN:VCALENDAR\nEND:VCALENDAR"],
    ["BEGIN:VCALENDAR\n".repeat(20)],
    [undefined as unknown as string],
  ])("%j is thrown, collected or not", (text) => {
    expect(thrownBy(() => readICalendar(text, { onIssue: "collect" })).code).toBe("icalendar.bad-format");
  });
});

describe("hostile texts", () => {
  it("change no prototype", () => {
    const text = event(
      "DTSTART;VALUE=DATE;X-CONSTRUCTOR=1:20261224",
      "X-__PROTO__:1",
      "SUMMARY:__proto__",
      "UID:__proto__",
    );
    expect(readICalendar(text.replace("X-__PROTO__:1\r\n", ""), { zones: JSON.parse("{}") }).closures).toEqual([
      { date: "2026-12-24", name: "__proto__" },
    ]);
    const tzid = event("DTSTART;TZID=__proto__:20261224T100000", "DURATION:PT1H");
    expect(issuesOf(tzid)).toEqual(["icalendar.unknown-zone 4"]);
    expect(({} as Record<string, unknown>)["tzid"]).toBeUndefined();
  });

  it("show nothing harmful and nothing long in messages", () => {
    const [issue] = readICalendar(event(`DTSTART:\u202e\u0007${"x".repeat(10_000)}`), { onIssue: "collect" }).issues;
    expect(issue!.message.length).toBeLessThan(200);
    expect(issue!.message).not.toContain("\u202e");
    expect(issue!.message).not.toContain("\u0007");
  });

  it("are read in time that grows with their length", { timeout: 20_000 }, () => {
    const long = 100_000;
    const texts = [
      event(DATE, `SUMMARY:${"\\".repeat(long)}`),
      event(DATE, `SUMMARY:${"a\r\n ".repeat(long)}`),
      event(DATE, `X${";A=b".repeat(long)}:c`),
      event(DATE, `X;A=${'"b",'.repeat(long)}c:d`),
      event(DATE, `X;A=${'"'.repeat(long)}`),
      event(DATE, "A".repeat(long)),
      event(`DTSTART:${"2".repeat(long)}`),
      event(`DTSTART;TZID=${"a/".repeat(long)}:20261224T100000`, "DURATION:PT1H"),
      event(DATE, `RRULE:${"FREQ=YEARLY;".repeat(long)}`),
      event(DATE, `DURATION:P${"1".repeat(long)}D`),
      " \n".repeat(long),
      "BEGIN:VCALENDAR\n".repeat(long),
    ];
    for (const text of texts) {
      const before = processorMs();
      try {
        readICalendar(text, { onIssue: "collect" });
      } catch (error) {
        if (!isOuvreeError(error)) throw error;
      }
      expect(processorMs() - before).toBeLessThan(1_500);
    }
  });

  it("make no more dates, rules, issues or characters than there is room for", () => {
    const many = (count: number, ...lines: string[]): string =>
      calendar(...Array.from({ length: count }, () => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\n")));
    const codeOf = (text: string, options = {}): string => thrownBy(() => readICalendar(text, options)).code;
    expect(codeOf(event("DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=DAILY;UNTIL=21991231"))).toBe("icalendar.too-large");
    expect(codeOf(event("DTSTART;VALUE=DATE:19000101", "DTEND;VALUE=DATE:21991231"), { as: "holidays" })).toBe(
      "icalendar.too-large",
    );
    expect(
      codeOf(many(2_000, "DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=YEARLY;BYDAY=MO;BYMONTHDAY=1;BYMONTH=1;COUNT=40")),
    ).toBe("icalendar.too-large");
    expect(codeOf(many(10_001, "DTSTART:x"), { onIssue: "collect" })).toBe("icalendar.too-large");
    expect(codeOf(" ".repeat(10_000_001))).toBe("icalendar.too-large");
  });
});
