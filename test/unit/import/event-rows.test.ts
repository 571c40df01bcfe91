/**
 * CSV with one row an event. Source: the charter's section on CSV.
 */

import { describe, expect, it } from "vitest";
import { events, eventsOf, ids, lines, problems, read } from "./reading.ts";

const FULL = "case,kind,customer,module,event,at,by,person,department,minutes,channel";

describe("one row an event", () => {
  it("gives a case its events, with who, where and for how long", () => {
    const { cases, issues, rows, badRows } = read(
      lines(
        FULL,
        "T1,usage,acme,stock,called,2026-06-01T10:00:00+02:00,,anna,,,",
        "T1,usage,acme,stock,assisted,2026-06-01T11:00:00+02:00,elise,anna,sales,25,remote",
      ),
    );
    expect(issues).toEqual([]);
    expect([rows, badRows]).toEqual([2, 0]);
    expect(cases).toEqual([
      {
        id: "T1",
        kind: "usage",
        customer: "acme",
        module: "stock",
        events: [
          { type: "called", at: "2026-06-01T08:00:00.000Z", module: "stock", person: "anna" },
          {
            type: "assisted",
            at: "2026-06-01T09:00:00.000Z",
            module: "stock",
            by: "elise",
            person: "anna",
            department: "sales",
            minutes: 25,
            channel: "remote",
          },
        ],
      },
    ]);
  });

  it("does not care about the order of the columns", () => {
    const told = read(lines("at,event,kind,case", "2026-06-01T10:00:00Z,called,anomaly,T1"));
    expect(told.cases).toEqual([
      { id: "T1", kind: "anomaly", events: [{ type: "called", at: "2026-06-01T10:00:00.000Z" }] },
    ]);
  });

  it("takes the rows of a case from anywhere in the file, and the cases in the order of their first rows", () => {
    const told = read(
      lines(
        "case,kind,event,at",
        "B,anomaly,called,2026-06-02T10:00:00Z",
        "A,anomaly,called,2026-06-01T10:00:00Z",
        "B,anomaly,assisted,2026-06-02T11:00:00Z",
        "A,anomaly,assisted,2026-06-01T11:00:00Z",
        "B,anomaly,closed,2026-06-02T12:00:00Z",
      ),
    );
    expect(ids(told)).toEqual(["B", "A"]);
    expect(events(told, "A")).toEqual(["called 2026-06-01T10:00:00.000Z", "assisted 2026-06-01T11:00:00.000Z"]);
    expect(eventsOf(told, "B").map(({ type }) => type)).toEqual(["called", "assisted", "closed"]);
  });

  it("takes the module of a row for the event's, and the first row's for the case's", () => {
    const told = read(
      lines(
        "case,kind,module,event,at",
        "A,usage,stock,called,2026-06-01T10:00:00Z",
        "A,usage,compta,assisted,2026-06-01T11:00:00Z",
        "A,usage,,assisted,2026-06-01T12:00:00Z",
        "B,usage,,called,2026-06-01T10:00:00Z",
        "B,usage,stock,assisted,2026-06-01T11:00:00Z",
      ),
    );
    expect(told.cases.map(({ module }) => module)).toEqual(["stock", undefined]);
    expect(eventsOf(told, "A").map(({ module }) => module)).toEqual(["stock", "compta", undefined]);
    expect(eventsOf(told, "B").map(({ module }) => module)).toEqual([undefined, "stock"]);
  });

  it("keeps other columns as facts", () => {
    const told = read(
      lines(
        "case,kind,event,at,subject,sla",
        "A,anomaly,called,2026-06-01T10:00:00Z,a printer,gold",
        "A,anomaly,assisted,2026-06-01T11:00:00Z,toner,",
      ),
    );
    expect(told.cases[0]).toMatchObject({ subject: "a printer", sla: "gold" });
    expect(eventsOf(told, "A")[1]).toMatchObject({ subject: "toner" });
  });

  it("keeps other columns under the names that they have", () => {
    const told = read(lines("case,kind,event,at,ticketUrl", "A,anomaly,called,2026-06-01T10:00:00Z,https://desk/1"));
    expect(told.cases[0]).toMatchObject({ ticketUrl: "https://desk/1" });
  });

  it("asks for kind and customer on one row of a case only", () => {
    const told = read(
      lines(
        "case,kind,customer,event,at",
        "A,,,called,2026-06-01T10:00:00Z",
        "A,anomaly,acme,assisted,2026-06-01T11:00:00Z",
        "A,,,closed,2026-06-01T12:00:00Z",
      ),
    );
    expect(told.issues).toEqual([]);
    expect(told.cases).toMatchObject([{ id: "A", kind: "anomaly", customer: "acme" }]);
    expect(eventsOf(told, "A")).toHaveLength(3);
  });

  it("reports a case that has no kind on any row", () => {
    const told = read(
      lines("case,kind,event,at", "A,,called,2026-06-01T10:00:00Z", "B,anomaly,called,2026-06-01T10:00:00Z"),
    );
    expect(ids(told)).toEqual(["B"]);
    expect(problems(told)).toEqual(["file.bad-row 2 kind"]);
    expect(told.badRows).toBe(1);
  });

  it("keeps rows apart whose kind or customer is not that of their case, and reports the case once", () => {
    const told = read(
      lines(
        "case,kind,customer,event,at",
        "A,anomaly,acme,called,2026-06-01T10:00:00Z",
        "A,usage,acme,assisted,2026-06-01T11:00:00Z",
        "A,anomaly,ACME,assisted,2026-06-01T12:00:00Z",
        "A,anomaly,acme,assisted,2026-06-01T13:00:00Z",
      ),
    );
    expect(problems(told)).toEqual(["file.conflict 3 kind"]);
    expect(told.issues[0]?.message).toMatch(
      /^tickets\.csv:3, column kind: .*"usage".*"anomaly" in tickets\.csv:2; .*1 more/,
    );
    expect(told.badRows).toBe(1);
    expect(told.cases).toMatchObject([
      { id: "A", kind: "anomaly", customer: "acme" },
      { id: "A", kind: "usage", customer: "acme" },
      { id: "A", kind: "anomaly", customer: "ACME" },
    ]);
    expect(told.cases.flatMap((one) => one.events)).toHaveLength(4);
  });

  it.each([
    [",anomaly,called,2026-06-01T10:00:00Z", "file.bad-row 2 case"],
    ["A,anomaly,,2026-06-01T10:00:00Z", "file.bad-row 2 event"],
    ["A,anomaly,called,", "file.bad-instant 2 at"],
    ["A,anomaly,called,yesterday", "file.bad-instant 2 at"],
  ])("reports the row %j and goes on", (row, problem) => {
    const told = read(lines("case,kind,event,at", row, "B,anomaly,called,2026-06-01T10:00:00Z"));
    expect(problems(told)).toEqual([problem]);
    expect([told.rows, told.badRows]).toEqual([2, 1]);
    // Nothing is lost but what names no case.
    expect(eventsOf(told, "A")).toHaveLength(row.startsWith("A") ? 1 : 0);
    expect(events(told, "B")).toEqual(["called 2026-06-01T10:00:00.000Z"]);
  });

  it("counts a row that is bad twice once", () => {
    const told = read(lines("case,kind,event,at,minutes", "A,usage,assisted,yesterday,half an hour"));
    expect(problems(told).sort()).toEqual(["file.bad-instant 2 at", "file.bad-number 2 minutes"]);
    expect(told.badRows).toBe(1);
  });

  it.each(["30", "0", "7.5"])("reads %s minutes as a number", (minutes) => {
    const told = read(lines("case,kind,event,at,minutes", `A,usage,assisted,2026-06-01T10:00:00Z,${minutes}`));
    expect(eventsOf(told, "A")[0]?.minutes).toBe(Number(minutes));
  });

  it.each(["-5", "30 min", "1e3", "NaN", "0x10", "Infinity", "٣٠"])("reports %s minutes, with the value", (minutes) => {
    const told = read(lines("case,kind,event,at,minutes", `A,usage,assisted,2026-06-01T10:00:00Z,${minutes}`));
    expect(problems(told)).toEqual(["file.bad-number 2 minutes"]);
    expect(told.issues[0]?.message).toContain(`"${minutes}"`);
    // As it stands: what is not a number of minutes is not nothing.
    expect(eventsOf(told, "A")).toMatchObject([{ type: "assisted", minutes }]);
  });

  it("takes what stands after the id as it is: persons are compared exactly", () => {
    const told = read(lines("case,kind,event,at,person", "a,anomaly,called,2026-06-01T10:00:00Z,Anna  de la TOUR"));
    expect(eventsOf(told, "a")[0]?.person).toBe("Anna  de la TOUR");
  });
});
