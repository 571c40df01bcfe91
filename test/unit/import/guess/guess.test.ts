/**
 * Mappings for files that nobody has described: what the cells show, and what they do not.
 */
import { describe, expect, test } from "vitest";
import { bareWords, stateClassOf } from "../../../../src/import/guess/words.ts";
import { guessMapping, importCasesSync } from "../../../../src/import/index.ts";

const lines = (...all: readonly string[]): Uint8Array => new TextEncoder().encode(`${all.join("\n")}\n`);
const guess = (bytes: Uint8Array, zone?: string) =>
  guessMapping([{ name: "export.csv", bytes }], zone === undefined ? {} : { zone });

describe("day or month first", () => {
  const table = (...times: readonly string[]): Uint8Array =>
    lines("Ticket;Opened;Solved", ...times.map((time, i) => `${i};${time};`));

  test("the day, where a cell proves it", () => {
    const { mapping, questions, reasons } = guess(table("05/06/2026 10:00", "13/06/2026 10:00"), "Europe/Paris");
    expect(mapping.times).toEqual(["dd/MM/yyyy HH:mm"]);
    expect(reasons.find(({ path }) => path[0] === "times")?.why).toBe(
      '"13/06/2026 10:00" proves that the day comes first',
    );
    expect(questions).toEqual([]);
  });

  test("the month, where a cell proves it", () => {
    expect(guess(table("5/6/2026 4:00 PM", "6/13/2026 4:00 PM")).mapping.times).toEqual(["M/d/yyyy h:mm a"]);
  });

  test("neither, where none does: it is asked, and no form is written", () => {
    const { mapping, questions } = guess(table("05/06/2026 10:00", "06/06/2026 10:00"), "Europe/Paris");
    expect(mapping.times).toBeUndefined();
    expect(questions).toEqual([
      'is it the day or the month that comes first? no cell proves which: "05/06/2026 10:00"; write times: ["dd/MM/yyyy HH:mm"] or ["MM/dd/yyyy HH:mm"]',
    ]);
  });

  test("neither, where two cells contradict each other", () => {
    const { mapping, questions } = guess(table("13/06/2026 10:00", "06/13/2026 10:00"), "Europe/Paris");
    expect(mapping.times).toBeUndefined();
    expect(questions[0]).toMatch(/contradict each other/);
  });
});

describe("what rows are", () => {
  test("cases: each time is an event; the state now is held against them", () => {
    const { mapping, unused } = guess(
      lines(
        "Reference,Subject,Status,Severity,Client,Created at,First response at,Resolved at",
        "A-1,x,On hold,High,acme,2026-05-11T09:00Z,2026-05-11T09:30Z,",
        "A-2,y,Solved,Low,zeta,2026-05-12T09:00Z,2026-05-12T09:30Z,2026-05-12T10:30Z",
      ),
    );
    expect(mapping).toEqual({
      import: "export",
      times: ["iso"],
      case: { id: "Reference", kind: "request", customer: "Client" },
      facts: { priority: "Severity" },
      events: { opened: "Created at", replied: "First response at", resolved: "Resolved at" },
      is: { waiting: ["On hold"], resolved: ["Solved"] },
      current: { from: "Status" },
      cannotTell: ["waiting"],
    });
    expect(unused).toEqual(["Subject"]);
  });

  test("changes of state, where ids repeat: by the time that changes within a case", () => {
    const { mapping } = guess(
      lines(
        "ticket,state,opened,changed",
        "1,New,2026-05-11T09:00Z,2026-05-11T09:00Z",
        "1,Pending,2026-05-11T09:00Z,2026-05-11T10:00Z",
        "1,Closed,2026-05-11T09:00Z,2026-05-11T11:00Z",
        "2,New,2026-05-11T09:00Z,2026-05-11T12:00Z",
      ),
    );
    expect(mapping).toMatchObject({
      events: { opened: "opened" },
      is: { open: ["New"], waiting: ["Pending"], closed: ["Closed"] },
      states: { from: "state", at: "changed" },
    });
  });

  test("events, where ids repeat and a column says what happened", () => {
    const { mapping, questions } = guess(
      lines(
        "case,activity,timestamp",
        "1,Ticket created,2026-05-11T09:00Z",
        "1,Agent replied,2026-05-11T10:00Z",
        "1,Viewed,2026-05-11T10:00Z",
        "1,Resolved,2026-05-11T11:00Z",
      ),
    );
    expect(mapping.event).toEqual({
      type: {
        from: "activity",
        values: { "Ticket created": "opened", "Agent replied": "replied", Viewed: null, Resolved: "resolved" },
      },
      at: "timestamp",
    });
    expect(questions).toEqual(['what are these events? They are taken for none: "Viewed"']);
  });

  test("JSON: members by their paths, the list where it stands", () => {
    const json = lines(
      JSON.stringify({
        data: { items: [{ key: "A-1", fields: { created: "2026-05-11T09:00Z", state: { name: "Solved" } } }] },
      }),
    );
    const { mapping, found } = guess(json);
    expect(found).toMatchObject({ format: "json", list: "data.items" });
    expect(mapping).toMatchObject({
      read: { list: "data.items" },
      case: { id: "key" },
      events: { opened: "fields.created" },
      current: { from: "fields.state.name" },
    });
  });

  test.each([
    "glpi-fr.csv",
    "jira-issues.csv",
    "jira-changelog.json",
    "servicenow-audit.csv",
    "excel-fr.csv",
    "zendesk-metric-events.jsonl",
  ])("%s: what is guessed runs, and loses no row", async (name) => {
    const { readFileSync } = await import("node:fs");
    const bytes = readFileSync(`test/fixtures/exports/${name}`);
    const { mapping } = guessMapping([{ name, bytes }], { zone: "Europe/Paris" });
    const { rows, cases } = importCasesSync([{ name, bytes }], { mapping });
    expect(rows.read).toBe(rows.used + rows.leftOut + rows.reported);
    expect(cases.length).toBeGreaterThan(0);
  });
});

test.each([
  ["En attente du client", "waiting"],
  ["Awaiting User Info", "waiting"],
  ["Waiting for customer", "waiting"],
  ["Résolu", "resolved"],
  ["GESCHLOSSEN", "closed"],
  ["In Progress", "started"],
  ["En cours (Attribué)", "started"],
  ["Reopened", "open"],
  ["Cancelled by user", "cancelled"],
  ["Xyzzy", undefined],
])("the state %s is %s", (text, state) => {
  expect(stateClassOf(text)).toBe(state);
});

test("words without accents, signs and letter case", () => {
  expect(bareWords("  Date_de-Résolution (GMT)")).toBe("date de resolution gmt");
  expect(bareWords("createdAt")).toBe("created at");
});

test("a file without ids or times is refused, with what to write", () => {
  expect(() => guess(lines("a,b", "1,x", "1,x"))).toThrow(/case: \{ id: … \}/);
  expect(() => guess(lines("id,b", "1,x", "2,x"))).toThrow(/events: \{ opened: … \}/);
});
