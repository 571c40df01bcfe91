/**
 * The small exports, each by a mapping of a few lines, and what is right for them.
 *
 * Source of every figure: an independent walk over the minutes, as the note beside each says; none was taken from this library.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { importCasesSync, type Mapping, systems } from "../../../../src/import/index.ts";
import { type CaseResult, definePolicy, evaluate } from "../../../../src/index.ts";

const MINUTE = 60_000;
const FOLDER = resolve("test/fixtures/exports");

function read(name: string, mapping: Mapping) {
  return importCasesSync([{ name, bytes: readFileSync(resolve(FOLDER, name)) }], { mapping });
}

/** The hours of the desk: Monday to Friday 9:00 to 18:00. */
function policyOf(timeZone: string, holidays: readonly string[], events: { pause?: string; resume?: string } = {}) {
  const clock = (start: string, stop: string) => ({
    kind: "target",
    kinds: ["request"],
    start,
    stop,
    target: { hours: "PT40H", count: "open" },
    ...(stop === "resolved" ? { reopening: "resume", reopen: "reopened" } : { reopening: "ignore" }),
  });
  return definePolicy({
    policy: "desk",
    calendars: { desk: { timeZone, week: { "mon-fri": ["09:00-18:00"] }, holidays } },
    calendar: "desk",
    kinds: {
      request: {
        events: ["opened", "started", "replied", "answered", "resolved", "closed", "reopened"],
        stop: "resolved",
      },
    },
    events: { ...events, other: events.pause === undefined ? ["waiting", "resumed"] : [] },
    commitments: {
      reply: clock("opened", "replied"),
      start: clock("opened", "started"),
      resolution: clock("opened", "resolved"),
    },
  } as never);
}

const PAUSES = { pause: "waiting", resume: "resumed" };

function judged(found: ReturnType<typeof read>, policy: ReturnType<typeof policyOf>, asOf: string) {
  const { cases } = evaluate(policy, found.cases, { asOf });
  return (id: string, commitment: string) =>
    (
      cases.find((each: CaseResult) => each.id === id)!.commitments as unknown as Record<
        string,
        { outcome: string; reason?: string; elapsedMs?: number }
      >
    )[commitment]!;
}

describe("glpi-fr.csv", () => {
  const found = read("glpi-fr.csv", {
    import: "glpi-fr",
    zone: "Europe/Paris",
    times: "dd-MM-yyyy HH:mm",
    case: { id: "ID", kind: "request" },
    facts: { priority: { from: "Priorité", values: { "Très haute": "P1", Basse: "P4" } } },
    is: { waiting: "En attente", closed: "Clos", open: "*" },
    events: { opened: "Date d'ouverture", resolved: "Date de résolution" },
    current: { from: "Statut" },
  });
  const of = judged(found, policyOf("Europe/Paris", ["FR"], PAUSES), "2026-01-31T12:00:00+01:00");

  test("two cases, their ids without the blanks of grouping", () => {
    expect(found.cases.map(({ id }) => id)).toEqual(["5732943", "5732944"]);
    expect(found.rows).toEqual({ read: 2, used: 2, leftOut: 0, reported: 0 });
    expect(found.cases.map((each) => each["priority"])).toEqual(["P1", "P4"]);
    expect(found.found[0]!.found).toEqual({ format: "csv", encoding: "utf-8", delimiter: "semicolon" });
  });

  test("186 minutes to the resolution; waiting since nobody knows when is unmeasurable", () => {
    expect(of("5732943", "resolution")).toMatchObject({ outcome: "met", elapsedMs: 186 * MINUTE });
    expect(of("5732944", "resolution")).toMatchObject({ outcome: "unmeasurable", reason: "history-incomplete" });
    expect(Object.keys(found.incomplete)).toEqual(["it is waiting, and its events do not say since when"]);
  });
});

test("glpi-fr.csv by the mapping of the package: the same cases, each of its own kind", () => {
  const found = read("glpi-fr.csv", { ...systems["glpi"]!, zone: "Europe/Paris" });
  expect(found.rows).toEqual({ read: 2, used: 2, leftOut: 0, reported: 0 });
  expect(found.unknown).toEqual([]);
  expect(
    found.cases.map(({ id, kind, events }) => [id, kind, events.map(({ type, at }) => `${type} ${String(at)}`)]),
  ).toEqual([
    ["5732943", "incident", ["opened 2026-01-05T15:24:00.000Z", "resolved 2026-01-06T09:30:00.000Z"]],
    ["5732944", "request", ["opened 2026-01-05T16:10:00.000Z"]],
  ]);
  expect(Object.keys(found.incomplete)).toEqual(["it is waiting, and its events do not say since when"]);
});

describe("jira-issues.csv", () => {
  const found = read("jira-issues.csv", { ...systems["jira-csv"]!, zone: "Europe/Paris" });
  // Its clock runs around the clock: SUP-2 and SUP-3 were opened at midnight and at noon.
  const of = judged(found, policyOf("Europe/Paris", ["FR"], PAUSES), "2026-05-31T12:00:00+02:00");

  test("a header that repeats, and a row that is wider than it: told with its line, never shifted", () => {
    expect(found.cases.map(({ id }) => id)).toEqual(["SUP-1", "SUP-2"]);
    expect(found.rows).toEqual({ read: 3, used: 2, leftOut: 0, reported: 1 });
    expect(found.files[0]!.problems.map(({ message }) => message)).toEqual([
      "jira-issues.csv:4: the row has 14 cells, the header 13",
    ]);
  });

  test("164 minutes; 12:05 AM is five past midnight", () => {
    expect(of("SUP-1", "resolution")).toMatchObject({ outcome: "met" });
    const withoutPauses = judged(found, policyOf("Europe/Paris", ["FR"]), "2026-05-31T12:00:00+02:00");
    expect(withoutPauses("SUP-1", "resolution")).toMatchObject({ outcome: "met", elapsedMs: 164 * MINUTE });
    expect(found.cases[1]!.events).toEqual([{ type: "opened", at: "2026-05-11T22:05:00.000Z" }]);
  });

  test("what the export can't tell is unmeasurable where it matters: SUP-2 may have waited", () => {
    expect(of("SUP-2", "resolution")).toMatchObject({ outcome: "unmeasurable", reason: "history-incomplete" });
  });
});

describe("jira-changelog.json", () => {
  const found = read("jira-changelog.json", systems["jira"]!);
  const of = judged(found, policyOf("America/Los_Angeles", [], PAUSES), "2026-05-31T12:00:00Z");

  test("newest first, offsets without a colon, a member named toString", () => {
    expect(found.rows).toEqual({ read: 1, used: 1, leftOut: 0, reported: 0 });
    expect(found.cases[0]!.events.map(({ type, at }) => `${type} ${at}`)).toEqual([
      "opened 2026-05-11T22:26:08.985Z",
      "started 2026-05-11T23:00:00.000Z",
      "waiting 2026-05-12T17:00:00.000Z",
      "resumed 2026-05-13T16:00:00.000Z",
      "resolved 2026-05-13T16:00:00.000Z",
    ]);
  });

  test("in progress after 33 min 51.015 s; 213 min 51.015 s to the resolution", () => {
    expect(of("SUP-1", "start")).toMatchObject({ outcome: "met", elapsedMs: 33 * MINUTE + 51_015 });
    expect(of("SUP-1", "resolution")).toMatchObject({ outcome: "met", elapsedMs: 213 * MINUTE + 51_015 });
  });
});

describe("servicenow-audit.csv", () => {
  const found = read("servicenow-audit.csv", {
    ...systems["servicenow"]!,
    zone: "Europe/Lisbon",
    times: "dd-MM-yyyy HH:mm",
  });
  const of = judged(found, policyOf("Europe/Lisbon", [], PAUSES), "2016-03-31T12:00:00Z");

  test("two states in one minute are two events, in the order of the file", () => {
    expect(found.rows).toEqual({ read: 9, used: 9, leftOut: 0, reported: 0 });
    expect(of("INC1", "resolution")).toMatchObject({ outcome: "met", elapsedMs: 5 * MINUTE });
    expect(found.cases[1]!.events.map(({ type, at, seq }) => ({ type, at, seq }))).toEqual([
      { type: "opened", at: "2016-02-29T09:45:00.000Z", seq: undefined },
      { type: "resolved", at: "2016-02-29T12:00:00.000Z", seq: 1 },
      { type: "reopened", at: "2016-02-29T12:00:00.000Z", seq: 2 },
      { type: "started", at: "2016-02-29T12:00:00.000Z", seq: 3 },
    ]);
    // As of April it runs on: reopened in the minute in which it was resolved, and 40 h are over.
    expect(of("INC2", "resolution")).toMatchObject({ outcome: "missed", stoppedAt: null });
  });
});

describe("zendesk-metric-events.jsonl", () => {
  const found = read("zendesk-metric-events.jsonl", systems["zendesk-metrics"]!);
  const of = judged(found, policyOf("Europe/Paris", ["FR"]), "2026-05-31T12:00:00Z");

  test("40 minutes to the reply, 270 to the resolution; a measure is no event of a clock", () => {
    expect(found.rows).toEqual({ read: 6, used: 6, leftOut: 0, reported: 0 });
    expect(found.cases.map(({ id }) => id)).toEqual(["155"]);
    expect(of("155", "reply")).toMatchObject({ outcome: "met", elapsedMs: 40 * MINUTE });
    expect(of("155", "resolution")).toMatchObject({ outcome: "met", elapsedMs: 270 * MINUTE });
  });
});

describe("excel-fr.csv", () => {
  const found = read("excel-fr.csv", {
    import: "excel-fr",
    zone: "Europe/Paris",
    times: ["excel", "dd/MM/yyyy HH:mm"],
    case: { id: "Dossier", kind: "request" },
    events: { opened: "Appel", replied: "Réponse" },
  });
  const of = judged(found, policyOf("Europe/Paris", ["FR"]), "2026-05-31T12:00:00Z");

  test("Windows-1252, sep=;, serial numbers with a comma beside dates", () => {
    expect(found.found[0]!.found).toEqual({ format: "csv", encoding: "windows-1252", delimiter: "semicolon" });
    expect(found.found[0]!.times).toEqual({ excel: 2, "dd/MM/yyyy HH:mm": 2 });
    expect(of("T-1", "reply")).toMatchObject({ outcome: "met", elapsedMs: 90 * MINUTE });
    expect(of("T-2", "reply")).toMatchObject({ outcome: "met", elapsedMs: 80 * MINUTE });
  });
});
