/**
 * Workbooks worked out by LibreOffice: every answer is the engine's, and those of the contract stand in them.
 */

import { isDeepStrictEqual } from "node:util";
import type { Workbook } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { type Calendar, createCalendar } from "../../src/index.ts";
import { promisesOf } from "../../src/workbook/index.ts";
import { workbookOf } from "../../src/workbook/workbook.ts";
import { needs } from "../helpers/needs.ts";
import { clipIndustrie } from "../helpers/ready-policy.ts";
import { announceSeed, SEED } from "../helpers/runs.ts";
import { DESKS } from "./desks.ts";
import { fill, read, serial, shown, ticketCell } from "./fill.ts";
import { hasSoffice, recalculated } from "./soffice.ts";
import { type Answer, boundsOf, clockKind, expected, randomTickets, type Ticket } from "./tickets.ts";

if (hasSoffice) announceSeed("spreadsheet/workbook");

/** 2,000 in all. */
const ROWS_EACH = 250;
/** The desk that is also written in the date system of 1904. */
const IN_1904 = "paris";
/** What "as of" is, as a share of the years. */
const AS_OF_SHARE = 0.6;
const wall = (civil: string): number => Date.parse(`${civil}Z`) / 1000;

/** Numbers in [0, 1) from a seed: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** To LibreOffice yes and no are the numbers 1 and 0. */
const truth = (value: string | number | boolean): string | number | boolean =>
  value === 1 ? true : value === 0 ? false : value;

/** Tickets of the charter, with answers by hand. Whit Monday is 2026-05-25; the clock goes back on 2026-10-25 at 03:00. */
const BY_HAND: readonly (readonly [
  kind: string | null,
  called: string | null,
  hours: number | string | null,
  helped: string | null,
  due: string,
  status: string,
  note: string,
])[] = [
  ["anomaly", "2026-05-22T16:00", null, "2026-05-26T12:00", "2026-05-26T12:00", "met", ""],
  // Used up exactly at noon: help in the break has used no more.
  ["anomaly", "2026-05-22T16:00", null, "2026-05-26T13:59", "2026-05-26T12:00", "met", ""],
  ["anomaly", "2026-05-22T16:00", null, "2026-05-26T14:01", "2026-05-26T12:00", "missed", ""],
  // Due at closing stays at closing.
  ["anomaly", "2026-05-22T10:00", null, "2026-05-23T11:00", "2026-05-22T16:00", "missed", ""],
  ["anomaly", "2026-05-22T11:00", null, "2026-05-25T11:00", "2026-05-22T17:00", "met", ""],
  ["installation", "2026-11-23T10:00", null, null, "2026-11-25T10:00", "at risk", ""],
  ["Anomaly ", "2026-11-24T16:00", null, null, "2026-11-25T12:00", "running", ""],
  ["anomaly", "2026-11-20T16:00", 2, null, "2026-11-23T10:00", "missed", ""],
  ["anomaly", "2026-12-24T16:00", null, null, "2026-12-28T12:00", "not yet", ""],
  [
    "anomaly",
    "2026-11-24T09:00",
    null,
    "2026-11-25T09:00",
    "2026-11-24T15:00",
    "missed",
    "Helped is after “as of”: not seen yet",
  ],
  // Zero hours give the start, though it is closed.
  ["anomaly", "2026-10-22T12:30", 0, "2026-10-22T14:00", "2026-10-22T12:30", "met", ""],
  ["anomaly", "2026-05-22T16:00", "4:00", null, "", "error", "Hours is no number"],
  ["anomaly", "2026-05-22T16:00", null, "yesterday", "2026-05-26T12:00", "error", "Helped is no date and time"],
  ["anomaly", "last Friday", null, null, "", "error", "Called is no date and time"],
  ["anomaly", null, null, "2026-05-22T16:00", "", "error", "no time of call"],
  ["anomaly", "2026-05-22T16:00", null, "2026-05-22T15:59", "2026-05-26T12:00", "error", "Helped is before Called"],
  ["ano*", "2026-05-22T16:00", null, null, "", "error", "no hours: fill in Promises, or Hours"],
  [null, "2026-05-22T16:00", null, null, "", "error", "no hours: fill in Promises, or Hours"],
  ["anomaly", "2029-01-01T00:00", null, null, "#N/A", "#N/A", "outside 2024-2028"],
  ["anomaly", "2023-12-31T23:59", null, null, "#N/A", "#N/A", "outside 2024-2028"],
  ["anomaly", "2026-05-22T16:00", -1, null, "#N/A", "#N/A", "Hours is negative"],
  [
    "anomaly",
    "2026-05-22T16:00",
    0.1,
    "2026-05-22T16:06",
    "2026-05-22T16:06",
    "met",
    "under 15 minutes: 4 hours are 4, not 4:00",
  ],
  ["anomaly", "2028-12-29T16:00", null, null, "#N/A", "not yet", "due outside 2024-2028"],
];

describe.skipIf(!hasSoffice)(needs("LibreOffice", hasSoffice, "workbooks in LibreOffice"), () => {
  const tickets = new Map<string, readonly Ticket[]>();
  const calendars = new Map<string, Calendar<"ms">>();
  const answers = new Map<string, readonly Answer[]>();
  const opened = new Map<string, Workbook>();
  const asOf = (desk: string): number => {
    const [from, to] = boundsOf(DESKS[desk]!);
    return from + Math.floor(((to - from) * AS_OF_SHARE) / 60) * 60;
  };

  beforeAll(async () => {
    const { writeXlsx } = await import("hucre/xlsx");
    const written = new Map<string, Uint8Array>();
    for (const [i, [name, desk]] of Object.entries(DESKS).entries()) {
      const calendar = createCalendar(desk.definition, { output: "ms" });
      const rows = randomTickets(desk, calendar, { count: ROWS_EACH, asOf: asOf(name), random: randomFrom(SEED + i) });
      calendars.set(name, calendar);
      tickets.set(name, rows);
      answers.set(
        name,
        rows.map((ticket) => expected(ticket, desk, calendar, asOf(name))),
      );
      written.set(name, await writeXlsx(filled(name, rows, false)));
      if (name === IN_1904) written.set(`${name}-1904`, await writeXlsx(filled(name, rows, true)));
    }
    written.set("by-hand", await writeXlsx(byHand()));
    for (const [name, bytes] of recalculated(written)) opened.set(name, await read(bytes));
  });

  function filled(name: string, rows: readonly Ticket[], is1904: boolean) {
    const model = workbookOf(calendars.get(name)!, { years: DESKS[name]!.years, rows: ROWS_EACH, lang: "en" });
    fill(model, "Summary", 4, "B", serial(asOf(name), { is1904 }));
    rows.forEach(({ called, helped, hours, offMs }, i) => {
      fill(model, "Tickets", i + 2, "C", serial(called, { offMs, is1904 }));
      fill(model, "Tickets", i + 2, "D", hours);
      if (helped !== undefined) fill(model, "Tickets", i + 2, "E", serial(helped, { offMs: -offMs, is1904 }));
    });
    return { ...model, dateSystem: is1904 ? ("1904" as const) : ("1900" as const) };
  }

  function byHand() {
    const calendar = clipIndustrie.calendars.get("desk")!;
    const model = workbookOf(calendar, {
      years: { first: 2024, last: 2028 },
      rows: 40,
      lang: "en",
      ...promisesOf(clipIndustrie),
    });
    fill(model, "Summary", 4, "B", serial(wall("2026-11-24T18:00")));
    const time = (text: string | null): number | string | null =>
      text !== null && /^\d/.test(text) ? serial(wall(text)) : text;
    BY_HAND.forEach(([kind, called, hours, helped], i) => {
      for (const [column, value] of [
        ["B", kind],
        ["C", time(called)],
        ["D", hours],
        ["E", time(helped)],
      ] as const)
        if (value !== null) fill(model, "Tickets", i + 2, column, value);
    });
    const asked = {
      5: "2026-05-22T16:00",
      10: "2026-05-26T12:00",
      11: "2026-05-22T16:00",
      15: "2026-05-22T12:00",
      19: "2026-05-22T17:00",
    };
    for (const [row, civil] of Object.entries(asked)) fill(model, "Calculator", Number(row), "B", serial(wall(civil)));
    return model;
  }

  function answersIn(workbook: Workbook, row: number): Answer {
    const used = ticketCell(workbook, row, "used");
    return {
      due: ticketCell(workbook, row, "due"),
      usedSec: typeof used === "number" ? Math.round(used * 3600) : used,
      status: ticketCell(workbook, row, "status"),
      open: truth(ticketCell(workbook, row, "open")),
      callback: ticketCell(workbook, row, "callback"),
      carriedOver: truth(ticketCell(workbook, row, "carriedOver")),
    } as Answer;
  }

  it.each([...Object.keys(DESKS), `${IN_1904}-1904`])("%s: every answer is the engine's", (file) => {
    const name = file.replace("-1904", "");
    const given = tickets.get(name)!.map((ticket, i) => ({ ticket, ...answersIn(opened.get(file)!, i + 2) }));
    const wanted = tickets.get(name)!.map((ticket, i) => ({ ticket, ...answers.get(name)![i]! }));
    const different = given.flatMap((row, i) => (isDeepStrictEqual(row, wanted[i]) ? [] : [i]));
    // The first few are enough to read.
    const few = different.slice(0, 3);
    expect(few.map((i) => given[i])).toEqual(few.map((i) => wanted[i]));
    expect(different).toEqual([]);
    expect(given).toHaveLength(ROWS_EACH);
  });

  it("tries what it is meant to: each status, gaps, edges, what lies outside", () => {
    const all = [...answers.values()].flat();
    expect(all).toHaveLength(2_000);
    for (const status of ["met", "missed", "running", "at risk", "not yet", "error", "#N/A"])
      expect(all.filter((answer) => answer.status === status).length, status).toBeGreaterThan(10);
    const called = Object.entries(DESKS).flatMap(([name, { definition }]) =>
      tickets.get(name)!.map((ticket) => clockKind(ticket.called, definition.timeZone)),
    );
    for (const kind of ["gap", "fold"])
      expect(called.filter((found) => found === kind).length, kind).toBeGreaterThan(5);
    expect(all.filter(({ carriedOver }) => carriedOver === true).length).toBeGreaterThan(100);
    expect(all.filter(({ open }) => open === true).length).toBeGreaterThan(100);
  });

  it.each(BY_HAND.map((row, i) => [i + 2, ...row] as const))(
    "row %i by hand: %s, called %s, %s h, helped %s",
    (row, ...all) => {
      const [due, status, note] = all.slice(4) as [string, string, string];
      const workbook = opened.get("by-hand")!;
      expect({
        due: ticketCell(workbook, row, "due"),
        status: ticketCell(workbook, row, "status"),
        note: ticketCell(workbook, row, "note"),
      }).toEqual({ due: /^\d/.test(due) ? wall(due) : due, status, note });
    },
  );

  it("blank rows stay blank", () => {
    const workbook = opened.get("by-hand")!;
    const columns = ["due", "used", "left", "status", "note", "open", "callback", "carriedOver"] as const;
    expect(columns.map((column) => ticketCell(workbook, BY_HAND.length + 2, column))).toEqual(columns.map(() => ""));
  });

  it("the calculator answers the charter's questions", () => {
    const cell = (row: number) => shown(opened.get("by-hand")!, "Calculator", row, "B");
    // Four hours from Friday 16:00, over Whit Monday.
    expect(cell(7)).toBe(wall("2026-05-26T12:00"));
    // The other way round it is negative.
    expect(cell(12)).toBe(-4);
    // Closed at the closing edge.
    expect(truth(cell(16))).toBe(false);
    // A call at 17:00 is carried over to the first opening after Whit Monday.
    expect([cell(20), truth(cell(21))]).toEqual([wall("2026-05-26T09:00"), true]);
  });

  it("the summary counts the tickets, and draws their share", () => {
    const workbook = opened.get("by-hand")!;
    const statuses = ["met", "missed", "at risk", "running", "not yet", "error", "#N/A"];
    statuses.forEach((status, i) => {
      const count = BY_HAND.filter((row) => row[5] === status).length;
      const share = count / BY_HAND.length;
      expect(shown(workbook, "Summary", 8 + i, "B"), status).toBe(count);
      expect(shown(workbook, "Summary", 8 + i, "D"), status).toBe("█".repeat(Math.round(share * 20)));
    });
    const [met, missed] = ["met", "missed"].map((status) => BY_HAND.filter((row) => row[5] === status).length);
    expect(shown(workbook, "Summary", 16, "B")).toBeCloseTo(met! / (met! + missed!), 12);
    // May 2026 is the sixth of the months from December 2025 on: all tickets called in it, whatever became of them.
    const inMay = BY_HAND.filter((row) => row[1]?.startsWith("2026-05"));
    expect(shown(workbook, "Summary", 26, "C")).toBe(inMay.length);
    expect(shown(workbook, "Summary", 26, "D")).toBe(inMay.filter((row) => row[5] === "met").length);
    // Installation is the first kind.
    expect([36, 37].map((row) => shown(workbook, "Summary", row, "A"))).toEqual(["Kind", "installation"]);
    expect(["B", "C", "F"].map((column) => shown(workbook, "Summary", 37, column))).toEqual([12, 1, 1]);
  });

  it("names and the hidden sheet survive LibreOffice", () => {
    const { sheets, namedRanges = [] } = opened.get("by-hand")!;
    expect(sheets.map(({ name, hidden }) => [name, hidden ?? false])).toEqual([
      ["Tickets", false],
      ["Summary", false],
      ["Promises", false],
      ["Calculator", false],
      ["Notes", false],
      ["Cal", true],
    ]);
    const names = namedRanges.map(({ name }) => name);
    for (const name of ["Deadline", "Elapsed", "Is_Open", "Callback", "AsOf", "Cal_Open", "Promise_Hours"])
      expect(names).toContain(name);
  });
});
