/**
 * Round trips: random cases, written in each form, are read back as they were.
 *
 * The writer is plain and of its own; it quotes more than it must, interleaves rows and shuffles columns.
 */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCases } from "../../../src/import/index.ts";
import type { Case, CaseEvent } from "../../../src/index.ts";
import { bareText } from "../../../src/issues/formula.ts";
import { runsOf, seedOr } from "../../helpers/runs.ts";

const RUNS = { numRuns: runsOf(300), seed: seedOr(20260507) };
const MEMBERS = ["by", "person", "department", "channel"] as const;

/** Cells as people and hostile hands write them; outer white space is no part of a cell. */
const cell = fc
  .oneof(
    { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z0-9 _.-]{1,12}$/) },
    {
      weight: 2,
      arbitrary: fc.string({
        unit: fc.constantFrom("a", "é", '"', ",", ";", "\t", "\n", "\r", "\r\n", "'", "=", "|", "🙂", " "),
        minLength: 1,
        maxLength: 8,
      }),
    },
    { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 6 }) },
    { weight: 1, arbitrary: fc.constantFrom("__proto__", "constructor", "0", "null", "=1+1", "-", '"', '""', "a\rb") },
  )
  .map((text) => text.trim())
  // A quote before a formula is taken off: see "what ouvree writes" below for those.
  .filter((text) => text !== "" && bareText(text) === text);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const type = fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,6})?$/);

/** An instant as it is written: in some offset. */
const at = fc
  .record({
    ms: fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) }),
    offsetMin: fc.constantFrom(0, 60, 120, -300, 345, -210),
    whole: fc.boolean(),
  })
  .map(({ ms, offsetMin, whole }) => {
    const instant = whole ? ms - (((ms % 1000) + 1000) % 1000) : ms;
    const wall = new Date(instant + offsetMin * 60_000).toISOString().slice(0, whole ? 19 : 23);
    const size = Math.abs(offsetMin);
    const two = (value: number): string => String(value).padStart(2, "0");
    const offset = `${offsetMin < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
    return { iso: new Date(instant).toISOString(), text: `${wall}${offsetMin === 0 ? "Z" : offset}` };
  });
type At = { readonly iso: string; readonly text: string };

interface Told {
  readonly type: string;
  readonly at: At;
  readonly facts: Readonly<Record<string, unknown>>;
}

const event: fc.Arbitrary<Told> = fc.record({
  type,
  at,
  facts: fc
    .record({
      by: maybe(cell),
      person: maybe(cell),
      department: maybe(cell),
      channel: maybe(cell),
      minutes: maybe(fc.constantFrom(0, 5, 12.5, 30, 999)),
    })
    .map(defined),
});
const toldCases = fc.uniqueArray(
  fc.record({
    id: cell,
    kind: cell,
    customer: maybe(cell),
    module: maybe(cell),
    events: fc.array(event, { minLength: 1, maxLength: 5 }),
  }),
  { selector: ({ id }) => sameEnds(id), minLength: 1, maxLength: 6 },
);

const style = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t"),
  end: fc.constantFrom("\n", "\r\n"),
  quoteAll: fc.boolean(),
  mark: fc.constantFrom("", "\ufeff"),
  lastEnd: fc.boolean(),
  order: fc.infiniteStream(fc.nat({ max: 1_000_000 })),
});
type Style = typeof style extends fc.Arbitrary<infer T> ? T : never;

function defined(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

function write(columns: readonly string[], rows: readonly Record<string, unknown>[], how: Style): string {
  const shuffled = [...columns];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = how.order.next().value % (i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  const quoted = (value: unknown): string => {
    const text = value === undefined ? "" : String(value);
    const mustQuote = /["\r\n]/.test(text) || text.includes(how.delimiter);
    return mustQuote || how.quoteAll ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const all = [shuffled, ...rows.map((row) => shuffled.map((column) => row[column]))];
  const body = all.map((cells) => cells.map(quoted).join(how.delimiter)).join(how.end);
  return how.mark + body + (how.lastEnd ? how.end : "");
}

/** A line end inside a cell may come back as another line end. */
function sameEnds<T>(value: T): T {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n") as T;
  if (Array.isArray(value)) return value.map(sameEnds) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, sameEnds(member)])) as T;
}

/** Rows of all cases in turn, each case's own in order, as chance has it. */
function interleaved<T>(queues: readonly (readonly T[])[], how: Style): T[] {
  const left = queues.map((queue) => [...queue]);
  const out: T[] = [];
  for (let open = left; open.length > 0; open = open.filter((queue) => queue.length > 0)) {
    out.push(...open[how.order.next().value % open.length]!.splice(0, 1));
  }
  return out;
}

const byId = (cases: readonly Case[]): Case[] => [...cases].sort((a, b) => (a.id < b.id ? -1 : 1));

describe("random cases", () => {
  it("come back from one row an event", () => {
    fc.assert(
      fc.property(toldCases, style, (told, how) => {
        const rows = told.map(({ id, kind, customer, module, events }) =>
          events.map((one) => ({ case: id, kind, customer, module, event: one.type, at: one.at.text, ...one.facts })),
        );
        const columns = ["case", "kind", "customer", "module", "event", "at", "minutes", ...MEMBERS];
        const read = readCases(write(columns, interleaved(rows, how), how));
        expect(read.issues).toEqual([]);
        expect(read.rows).toBe(rows.flat().length);
        const expected = told.map(({ id, kind, customer, module, events }) => ({
          ...defined({ customer, module }),
          id,
          kind,
          events: events.map((one) => ({ ...one.facts, ...defined({ module }), type: one.type, at: one.at.iso })),
        }));
        expect(byId(sameEnds(read.cases))).toEqual(byId(sameEnds(expected)));
      }),
      RUNS,
    );
  });

  it("come back from one row a case", () => {
    fc.assert(
      fc.property(toldCases, style, (told, how) => {
        const types = [...new Set(told.flatMap(({ events }) => events.map((one) => one.type)))];
        const stem = (name: string): string => name.replaceAll("-", "_");
        const columns = types.flatMap((name) =>
          ["at", "minutes", ...MEMBERS].map((member) => `${stem(name)}_${member}`),
        );
        // One event of a type at most: the first of them.
        const once = (events: readonly Told[]): Told[] =>
          events.filter((one, i) => events.findIndex((other) => other.type === one.type) === i);
        const rows = told.map(({ id, kind, customer, module, events }) => {
          const own = once(events).flatMap((one) => [
            [`${stem(one.type)}_at`, one.at.text],
            ...Object.entries(one.facts).map(([member, value]) => [`${stem(one.type)}_${member}`, value]),
          ]);
          return { case: id, kind, customer, module, ...Object.fromEntries(own) };
        });
        const read = readCases(write(["case", "kind", "customer", "module", ...columns], rows, how));
        expect(read.issues).toEqual([]);
        const sorted = (events: readonly CaseEvent[]): CaseEvent[] =>
          [...events].sort((a, b) => (a.type < b.type ? -1 : 1));
        const expected = told.map(({ id, kind, customer, module, events }) => ({
          ...defined({ customer, module }),
          id,
          kind,
          events: sorted(once(events).map((one) => ({ ...one.facts, type: one.type, at: one.at.iso }))),
        }));
        const back = read.cases.map((one) => ({ ...one, events: sorted(one.events) }));
        expect(sameEnds(back)).toEqual(sameEnds(expected));
      }),
      RUNS,
    );
  });

  it("come back from JSON and from JSON Lines", () => {
    fc.assert(
      fc.property(toldCases, fc.constantFrom(0, 2), (told, indent) => {
        const cases = (time: (at: At) => string) =>
          told.map(({ id, kind, customer, module, events }) => ({
            ...defined({ customer, module }),
            id,
            kind,
            events: events.map((one) => ({ ...one.facts, type: one.type, at: time(one.at) })),
          }));
        const [written, expected] = [cases(({ text }) => text), cases(({ iso }) => iso)];
        const lines = written.map((one) => JSON.stringify(one)).join("\n");
        for (const text of [
          JSON.stringify(written, undefined, indent),
          JSON.stringify({ cases: written }, undefined, indent),
          lines,
        ]) {
          const read = readCases(text);
          expect(read.issues).toEqual([]);
          expect(read.cases).toEqual(expected);
        }
      }),
      RUNS,
    );
  });

  it("make no other error than the library's own, whatever the text", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.json(),
      fc
        .array(fc.constantFrom("case", "kind", "event", "at", ",", ";", '"', "\n", "\r", "A", "{", "}", "[", ":"))
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(hostile, maybe(fc.constantFrom("csv", "json", "jsonl")), (text, format) => {
        try {
          const { cases, issues, rows, badRows } = readCases(text, format === undefined ? {} : { format });
          expect(badRows).toBeLessThanOrEqual(rows);
          expect(badRows === 0).toBe(issues.length === 0);
          expect(cases.length).toBeLessThanOrEqual(rows);
        } catch (error) {
          expect(error).toMatchObject({ name: "OuvreeError" });
        }
      }),
      { numRuns: runsOf(2000), seed: seedOr(20260507) },
    );
  });
});
