/**
 * CSV with one row a case: `<event>_at`, and what belongs to the event beside it. Source: the charter's section on CSV.
 */

import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusals.ts";
import { events, eventsOf, ids, lines, problems, read } from "./reading.ts";

const STOPS = { anomaly: "assisted", installation: "assisted", "specific-request": "contacted" };

describe("one row a case", () => {
  it("makes an event of each time, with the name's hyphens written as low lines", () => {
    const told = read(
      lines(
        "case,kind,customer,called_at,user_connected_at",
        "T1,installation,acme,2026-06-01T10:00:00+02:00,2026-06-01T12:00:00+02:00",
      ),
    );
    expect(told.issues).toEqual([]);
    expect(told.cases).toEqual([
      {
        id: "T1",
        kind: "installation",
        customer: "acme",
        events: [
          { type: "called", at: "2026-06-01T08:00:00.000Z" },
          { type: "user-connected", at: "2026-06-01T10:00:00.000Z" },
        ],
      },
    ]);
  });

  it("takes an empty time for no such event", () => {
    const told = read(lines("case,kind,called_at,assisted_at", "A,anomaly,2026-06-01T10:00:00Z,", "B,anomaly,,"));
    expect(told.issues).toEqual([]);
    expect(events(told, "A")).toEqual(["called 2026-06-01T10:00:00.000Z"]);
    expect(eventsOf(told, "B")).toEqual([]);
  });

  it("gives an event the person, the technician, the minutes, the channel and the department beside it", () => {
    const told = read(
      lines(
        "assisted_channel,case,assisted_minutes,kind,called_at,called_person,assisted_at,assisted_by,handed_over_at," +
          "handed_over_department",
        "phone,A,25,usage,2026-06-01T10:00:00Z,anna,2026-06-01T11:00:00Z,elise,2026-06-01T11:30:00Z,sales",
      ),
    );
    expect(eventsOf(told, "A")).toEqual([
      { type: "called", at: "2026-06-01T10:00:00.000Z", person: "anna" },
      { type: "assisted", at: "2026-06-01T11:00:00.000Z", by: "elise", minutes: 25, channel: "phone" },
      { type: "handed-over", at: "2026-06-01T11:30:00.000Z", department: "sales" },
    ]);
    expect(Object.keys(told.cases[0] ?? {}).sort()).toEqual(["events", "id", "kind"]);
  });

  it("gives bare columns to the stop event of the kind, and to no other", () => {
    const told = read(
      lines(
        "case,kind,called_at,assisted_at,handed_over_at,contacted_at,person,by,minutes,channel,department",
        "A,anomaly,2026-06-01T10:00:00Z,2026-06-01T11:00:00Z,,,anna,elise,12,remote,it",
        "B,specific-request,,,2026-06-01T10:00:00Z,2026-06-02T10:00:00Z,ben,,,,sales",
      ),
      { stops: STOPS },
    );
    expect(eventsOf(told, "A")).toEqual([
      { type: "called", at: "2026-06-01T10:00:00.000Z" },
      {
        type: "assisted",
        at: "2026-06-01T11:00:00.000Z",
        person: "anna",
        by: "elise",
        minutes: 12,
        channel: "remote",
        department: "it",
      },
    ]);
    expect(eventsOf(told, "B")).toEqual([
      { type: "handed-over", at: "2026-06-01T10:00:00.000Z" },
      { type: "contacted", at: "2026-06-02T10:00:00.000Z", person: "ben", department: "sales" },
    ]);
  });

  it("prefers an event's own column to a bare one", () => {
    const told = read(lines("case,kind,assisted_at,assisted_by,by", "A,anomaly,2026-06-01T11:00:00Z,elise,someone"), {
      stops: STOPS,
    });
    expect(eventsOf(told, "A")[0]?.by).toBe("elise");
  });

  it("takes any event, in the letters that the header has", () => {
    const told = read(lines("case,kind,userConnected_at", "A,installation,2026-06-01T10:00:00Z"));
    expect(events(told, "A")).toEqual(["userConnected 2026-06-01T10:00:00.000Z"]);
  });

  it("keeps the module and other columns as facts of the case", () => {
    const told = read(lines("case,kind,module,called_at,subject", "A,usage,stock,2026-06-01T10:00:00Z,a printer"));
    expect(told.cases[0]).toMatchObject({ module: "stock", subject: "a printer" });
  });

  it("leaves two rows of one id that contradict each other as two cases, and tells both lines", () => {
    const told = read(lines("case,kind,called_at", "A,anomaly,2026-06-01T10:00:00Z", "A,anomaly,2026-06-02T10:00:00Z"));
    expect(ids(told)).toEqual(["A", "A"]);
    expect(problems(told)).toEqual(["file.conflict 3 called_at"]);
    expect(told.issues[0]?.message).toMatch(/^tickets\.csv:3, column called_at: .*"A".* in tickets\.csv:2/);
  });

  it("reports a bad time with its column and value, and keeps the other events of the row", () => {
    const told = read(lines("case,kind,called_at,assisted_at", "A,anomaly,2026-06-01T10:00:00Z,soon"));
    expect(problems(told)).toEqual(["file.bad-instant 2 assisted_at"]);
    expect(told.issues[0]?.message).toMatch(/^tickets\.csv:2, column assisted_at: "soon"/);
    // What could not be read is handed on as it stands: the case is not the same without it.
    expect(events(told, "A")).toEqual(["called 2026-06-01T10:00:00.000Z", "assisted soon"]);
    expect(told.badRows).toBe(1);
  });

  it("reports bad minutes under the column in which they stand", () => {
    const told = read(
      lines(
        "case,kind,assisted_at,assisted_minutes,minutes",
        "A,anomaly,2026-06-01T10:00:00Z,many,",
        "B,anomaly,2026-06-01T10:00:00Z,,few",
      ),
      { stops: STOPS },
    );
    expect(problems(told)).toEqual(["file.bad-number 2 assisted_minutes", "file.bad-number 3 minutes"]);
    expect(eventsOf(told, "A")[0]).toMatchObject({ type: "assisted", minutes: "many" });
    expect(eventsOf(told, "B")[0]).toMatchObject({ type: "assisted", minutes: "few" });
  });

  it.each([
    [",anomaly,2026-06-01T10:00:00Z", "file.bad-row 2 case"],
    ["A,,2026-06-01T10:00:00Z", "file.bad-row 2 kind"],
  ])("reports the row %j and goes on", (row, problem) => {
    const told = read(lines("case,kind,called_at", row, "B,anomaly,2026-06-01T10:00:00Z"));
    expect(problems(told)).toEqual([problem]);
    expect(ids(told)).toEqual(["B"]);
  });

  it("is one row an event as soon as there is a column of events", () => {
    const told = read(
      lines("case,kind,event,at,exported_at", "A,anomaly,called,2026-06-01T10:00:00Z,2026-06-30T00:00:00Z"),
    );
    expect(events(told, "A")).toEqual(["called 2026-06-01T10:00:00.000Z"]);
  });

  it("needs a case and a kind", () => {
    expectRefusal(() => read(lines("id,kind,called_at", "A,anomaly,2026-06-01T10:00:00Z")), {
      code: "file.missing-column",
      message: /case/,
    });
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "is not fooled by a kind or an event called %s",
    (word) => {
      const told = read(
        lines(`case,kind,person,${word.toLowerCase()}_at`, `${word},${word},anna,2026-06-01T10:00:00Z`),
        { stops: STOPS },
      );
      expect(told.cases).toMatchObject([{ id: word, kind: word }]);
      expect(eventsOf(told, word)[0]?.person).toBeUndefined();
      expect(({} as Record<string, unknown>)["anna"]).toBeUndefined();
    },
  );
});
