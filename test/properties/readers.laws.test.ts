/**
 * Laws of reading: where and how often the events of a case are written decides nothing. Source: docs/semantics.md §5, "Readers unite the
 * events of one id"; law 41, and of law 38 what concerns the lines of a file.
 */
import fc from "fast-check";
import { describe, expect } from "vitest";
import { clipIndustrie } from "../../src/charters/clip-industrie.ts";
import { type CaseFile, readCaseFiles } from "../../src/import/index.ts";
import { evaluate } from "../../src/index.ts";
import { law } from "../helpers/law.ts";
import { announceSeed } from "../helpers/runs.ts";

announceSeed(import.meta.url);

/** An event as it is told: each of a case at an instant of its own, each type once. */
interface Told {
  readonly id: string;
  readonly type: string;
  readonly atMs: number;
  readonly by?: string;
}

const TYPES = ["called", "assisted", "paused", "resumed", "closed", "cancelled"] as const;
const CUSTOMER = "acme";
const START_MS = Date.UTC(2026, 4, 18, 6);

const told: fc.Arbitrary<Told[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom("A", "B", "C"),
      type: fc.constantFrom(...TYPES),
      minute: fc.integer({ min: 0, max: 20_000 }),
      by: fc.option(fc.constantFrom("eva", "leo"), { nil: undefined }),
    }),
    { selector: ({ id, type }) => `${id} ${type}`, minLength: 1, maxLength: 14 },
  )
  .map((all) => {
    const used = new Set<string>();
    return all
      .filter(({ id, minute }) => used.size < used.add(`${id} ${minute}`).size)
      .map(({ id, type, minute, by }) => ({ id, type, atMs: START_MS + minute * 60_000, ...(by && { by }) }));
  });

const iso = (ms: number): string => new Date(ms).toISOString();

/** A fact of a case; rows of one event tell it as the event's, too, which other forms do not. */
const sizeOf = (id: string): string => `size ${id}`;

/** Rows of one event. */
function eventRows(events: readonly Told[]): string {
  const rows = events.map(({ id, type, atMs, by }) =>
    [id, "anomaly", CUSTOMER, type, iso(atMs), by ?? "", sizeOf(id)].join(","),
  );
  return ["case,kind,customer,event,at,by,size", ...rows].join("\n");
}

function byCase(events: readonly Told[]): [string, Told[]][] {
  return [...new Set(events.map(({ id }) => id))].map((id) => [id, events.filter((event) => event.id === id)]);
}

/** A row for each case. */
function caseRows(events: readonly Told[]): string {
  const columns = TYPES.flatMap((type) => [`${type}_at`, `${type}_by`]);
  const rows = byCase(events).map(([id, own]) => {
    const cells = TYPES.flatMap((type) => {
      const event = own.find((each) => each.type === type);
      return event === undefined ? ["", ""] : [iso(event.atMs), event.by ?? ""];
    });
    return [id, "anomaly", CUSTOMER, sizeOf(id), ...cells].join(",");
  });
  return [["case", "kind", "customer", "size", ...columns].join(","), ...rows].join("\n");
}

const records = (events: readonly Told[]): object[] =>
  byCase(events).map(([id, own]) => ({
    ...{ id, kind: "anomaly", customer: CUSTOMER, size: sizeOf(id) },
    events: own.map(({ type, atMs, by }) => ({ type, at: iso(atMs), ...(by && { by }) })),
  }));
const json = (events: readonly Told[]): string => JSON.stringify(records(events));
const jsonLines = (events: readonly Told[]): string =>
  records(events)
    .map((one) => JSON.stringify(one))
    .join("\n");

const FORMS = [eventRows, caseRows, json, jsonLines];

/** What is decided of the cases. */
function answer(...texts: readonly string[]): unknown {
  const files = texts.map((text): CaseFile => ({ text, format: formatOf(text) }));
  const { cases, files: read } = readCaseFiles(files);
  expect(read.flatMap(({ issues }) => issues)).toEqual([]);
  const { cases: results, rates } = evaluate(clipIndustrie, cases, { asOf: "2026-06-15T00:00Z" });
  const sorted = [...results].sort((a, b) => (a.id < b.id ? -1 : 1));
  const told = Object.entries(rates).map(([id, { met, missed, counts }]) => [id, met, missed, counts]);
  return {
    told,
    results: sorted.map(({ id, commitments, issues }) => ({
      id,
      commitments,
      issues: issues.map(({ code }) => code).sort(),
    })),
  };
}

/** Said, since a form without any lines cannot be found out. */
function formatOf(text: string): "csv" | "json" | "jsonl" {
  if (text.startsWith("[")) return "json";
  return text.startsWith("{") || text === "" ? "jsonl" : "csv";
}

const form = fc.constantFrom(...FORMS);
const parts = fc.array(form, { minLength: 1, maxLength: 4 });

describe("the events of a case", () => {
  law(
    "are one case in one file and in several, whatever the forms and whoever is told twice",
    fc.record({ told, parts, where: fc.infiniteStream(fc.nat()), also: fc.infiniteStream(fc.nat()) }),
    ({ told: events, parts: forms, where, also }) => {
      const piles = forms.map((): Told[] => []);
      for (const event of events) {
        const first = where.next().value % piles.length;
        const again = also.next().value % (2 * piles.length);
        for (const i of new Set([first, again])) piles[i]?.push(event);
      }
      expect(answer(...piles.map((pile, i) => forms[i]!(pile)))).toEqual(answer(eventRows(events)));
    },
  );

  law(
    "may be shuffled, within a file and as files",
    told.chain((events) =>
      fc.record({
        events: fc.constant(events),
        shuffled: fc.shuffledSubarray(events, { minLength: events.length }),
        form,
        cut: fc.nat({ max: 14 }),
      }),
    ),
    ({ events, shuffled, form: write, cut }) => {
      const whole = answer(eventRows(events));
      expect(answer(write(shuffled))).toEqual(whole);
      expect(answer(write(shuffled.slice(cut)), write(shuffled.slice(0, cut)))).toEqual(whole);
    },
  );

  law(
    "may be doubled, line by line, whole, and as a file given twice",
    fc.record({ told, form }),
    ({ told: events, form: write }) => {
      const whole = answer(eventRows(events));
      const [header, ...rows] = eventRows(events).split("\n") as [string, ...string[]];
      expect(answer([header, ...rows.flatMap((row) => [row, row])].join("\n"))).toEqual(whole);
      expect(answer([header, ...rows, ...rows].join("\n"))).toEqual(whole);
      expect(answer(write(events), write(events))).toEqual(whole);
      expect(answer(JSON.stringify([...records(events), ...records(events)]))).toEqual(whole);
    },
  );

  law(
    "are handed on, or their row is reported: never neither",
    fc.record({ told, at: fc.constantFrom("soon", "", "2026-06-01T10:00", "22/05/2026 16:00"), which: fc.nat() }),
    ({ told: events, at, which }) => {
      const bad = which % events.length;
      const rows = eventRows(events).split("\n");
      rows[bad + 1] = rows[bad + 1]!.replace(iso(events[bad]!.atMs), at);
      const { cases, files } = readCaseFiles([{ text: rows.join("\n") }]);
      expect(cases.flatMap((one) => one.events)).toHaveLength(events.length);
      expect(files[0]?.badRows).toBe(1);
      expect(cases.find(({ id }) => id === events[bad]!.id)?.events.map(({ at: kept }) => kept)).toContain(at);
    },
  );
});
