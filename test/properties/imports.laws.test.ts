/**
 * Laws of imports, law 43 and what of 41 concerns exports: what is printed in a system's format is read back; the parts and the order in
 * which it comes decide nothing. Source: docs/importing.md; shared laws 41 and 43.
 */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect } from "vitest";
import { guessMapping, importCases, importCasesSync, type Mapping, systems } from "../../src/import/index.ts";
import { eventsOfChange } from "../../src/import/mapped/state-words.ts";
import { CsvRecords } from "../../src/import/records/csv-records.ts";
import { isOuvreeError } from "../../src/index.ts";
import { law } from "../helpers/law.ts";
import { announceSeed } from "../helpers/runs.ts";
import { PRINTERS, type PrintedCase, type State } from "./exports.ts";

announceSeed(import.meta.url);

const STATES = ["open", "started", "waiting", "resolved", "closed"] as const satisfies readonly State[];
const START_MS = Date.UTC(2026, 4, 11, 7);
const MINUTE_MS = 60_000;

/** A case: opened, then states in the order of time, several of them in one minute. */
const printedCase: fc.Arbitrary<Omit<PrintedCase, "id">> = fc
  .record({
    openedMin: fc.integer({ min: 0, max: 20_000 }),
    steps: fc.array(fc.record({ afterMin: fc.constantFrom(0, 0, 1, 7, 600), state: fc.constantFrom(...STATES) }), {
      maxLength: 8,
    }),
    priority: fc.constantFrom("High", "Low"),
  })
  .map(({ openedMin, steps, priority }) => {
    let atMs = START_MS + openedMin * MINUTE_MS;
    const openedMs = atMs;
    const states = steps.map(({ afterMin, state }) => {
      atMs += afterMin * MINUTE_MS;
      return { atMs, state };
    });
    return { openedMs, priority, states };
  });

const printedCases: fc.Arbitrary<PrintedCase[]> = fc
  .array(printedCase, { minLength: 1, maxLength: 5 })
  .map((cases) => cases.map((each, i) => ({ ...each, id: `A${i + 1}` })));

/** The events of states, by a table of what is left and what is entered: opened first, nothing for a state that is repeated. */
function expectedEvents(
  { openedMs, states }: PrintedCase,
  known?: Readonly<Record<State, State>>,
): { type: string; at: string }[] {
  const events = [{ type: "opened", at: new Date(openedMs).toISOString() }];
  let before: State = "open";
  for (const { atMs, state: printed } of states) {
    const state = known?.[printed] ?? printed;
    const at = new Date(atMs).toISOString();
    const add = (type: string): number => events.push({ type, at });
    const [wasDone, isDone] = [before, state].map((each) => each === "resolved" || each === "closed");
    if (state !== before) {
      if (before === "waiting") add("resumed");
      if (wasDone && !isDone) add("reopened");
      if (state !== "open" && !(before === "closed" && state === "resolved")) add(state);
    }
    before = state;
  }
  return events;
}

const bare = ({ type, at }: { type: string; at: unknown }): { type: string; at: unknown } => ({ type, at });

function read(mapping: Mapping, files: readonly string[]) {
  const sources = files.map((text, i) => ({ name: `part-${i}`, bytes: new TextEncoder().encode(text) }));
  return importCasesSync(sources, { mapping, zone: "Europe/Paris" });
}

describe.each(Object.entries(PRINTERS))("%s", (name, printer) => {
  const mapping = { ...systems[name]!, ...printer.own };

  law("law 43: what is printed is read back", printedCases, (cases) => {
    const found = read(mapping, printer.print(cases));
    expect(found.cases.map(({ id }) => id).sort()).toEqual(cases.map(({ id }) => id));
    for (const each of cases) {
      const { events } = found.cases.find(({ id }) => id === each.id)!;
      expect(events.map(bare)).toEqual(expectedEvents(each, printer.states));
    }
    expect(found.unknown).toEqual([]);
    expect(found.incomplete).toEqual({});
    expect(found.rows.read).toBe(found.rows.used + found.rows.leftOut);
  });

  law(
    "told twice, it is the same",
    printedCases,
    (cases) => {
      const once = printer.print(cases);
      expect(read(mapping, [...once, ...once]).cases).toEqual(read(mapping, once).cases);
    },
    0.3,
  );

  law(
    "it may come in parts of any size",
    fc.tuple(printedCases, fc.integer({ min: 1, max: 50 })),
    ([cases, size]) => {
      const [text] = printer.print(cases) as [string];
      const bytes = new TextEncoder().encode(text);
      const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      const options = { mapping, zone: "Europe/Paris" };
      expect(importCasesSync([{ name: "part-0", bytes: parts }], options)).toEqual(
        importCasesSync([{ name: "part-0", bytes }], options),
      );
    },
    0.1,
  );
});

law(
  "law 43: states, their events, and states again are the same",
  fc.array(fc.constantFrom(...STATES), { maxLength: 12 }),
  (states) => {
    let [before, again]: [State, State] = ["open", "open"];
    for (const state of states) {
      for (const event of eventsOfChange(before, state)) {
        if (event === "resumed" || event === "reopened") again = "open";
        else again = event as State;
      }
      // A closed case stays closed when it is resolved; a working state left for one without an event is not to be seen.
      if (before === "closed" && state === "resolved") again = "resolved";
      if (state === "open") again = "open";
      expect(again).toBe(state);
      before = state;
    }
  },
);

law("a log with a counter may be shuffled", fc.tuple(printedCase, fc.infiniteStream(fc.nat())), ([printed, random]) => {
  const mapping: Mapping = {
    import: "log",
    case: { id: "id", kind: "request" },
    is: Object.fromEntries(STATES.map((state) => [state, state])),
    events: { opened: "opened" },
    states: { from: "state", at: "at", seq: "n" },
  };
  const opened = new Date(printed.openedMs).toISOString();
  const rows = [{ atMs: printed.openedMs, state: "open" }, ...printed.states].map(
    ({ atMs, state }, n) => `1,${opened},${state},${new Date(atMs).toISOString()},${n}`,
  );
  const shuffled = rows
    .map((row) => ({ row, by: random.next().value as number }))
    .sort((a, b) => a.by - b.by)
    .map(({ row }) => row);
  const events = (lines: readonly string[]) =>
    read(mapping, [["id,opened,state,at,n", ...lines].join("\n")]).cases[0]!.events;
  expect(events(shuffled)).toEqual(events(rows));
});

law(
  "a stream, its parts and the whole are one",
  printedCases,
  (cases) => {
    const [text] = PRINTERS["servicenow"]!.print(cases) as [string];
    expect(text.length).toBeGreaterThan(0);
    const later = importCases([{ name: "a", bytes: new Blob([text]).stream() }], {
      mapping: systems["servicenow"]!,
      zone: "UTC",
    });
    // What fails later fails the test: a rejection that nobody handles ends the run.
    void later.then((found) =>
      expect(found.cases).toEqual(
        importCasesSync([{ name: "a", bytes: new TextEncoder().encode(text) }], {
          mapping: systems["servicenow"]!,
          zone: "UTC",
        }).cases,
      ),
    );
  },
  0.02,
);

law("letters and their accents, together or apart, are one", fc.constantFrom("Élan", "Œuvre à côté", "ÇA"), (text) => {
  const mapping: Mapping = {
    import: "x",
    case: { id: text, kind: "k" },
    is: { waiting: text, open: "*" },
    states: { from: "s", at: "at", begins: "opened" },
  };
  const file = (word: string): string => `${word},s,at\n1,${word.toLowerCase()},2026-05-11T09:00Z\n`;
  expect(read(mapping, [file(text.normalize("NFD"))]).cases).toEqual(
    read(mapping, [file(text.normalize("NFC"))]).cases,
  );
});

/** Every export of the package, and the small ones. */
const EXPORTS = Object.keys(systems).flatMap((name) =>
  readdirSync(`examples/exports/${name}`).map((file) => ({
    name,
    file,
    bytes: readFileSync(`examples/exports/${name}/${file}`),
  })),
);

describe("whatever the bytes are", () => {
  law(
    "a damaged export is read as far as it goes, or refused with an error of this library; no row is lost",
    fc.tuple(
      fc.constantFrom(...EXPORTS),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 }),
      fc.option(fc.nat()),
      fc.integer({ min: 1, max: 4096 }),
    ),
    ([{ name, file, bytes }, changes, cut, size]) => {
      const damaged = Uint8Array.from(bytes);
      for (const [at, byte] of changes) damaged[at % damaged.length] = byte;
      const whole = cut === null ? damaged : damaged.subarray(0, cut % damaged.length);
      const parts = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
        whole.subarray(i * size, (i + 1) * size),
      );
      try {
        const { rows, cases } = importCasesSync([{ name: file, bytes: parts }], {
          mapping: systems[name]!,
          zone: "Europe/Paris",
        });
        expect(rows.read).toBe(rows.used + rows.leftOut + rows.reported);
        expect(cases.length).toBeLessThanOrEqual(Math.max(rows.read, 0));
      } catch (error) {
        if (!isOuvreeError(error)) throw error;
        expect(error.message.length).toBeGreaterThan(0);
      }
      try {
        guessMapping([{ name: file, bytes: whole }]);
      } catch (error) {
        if (!isOuvreeError(error)) throw error;
      }
    },
  );
});

/** A cell: letters, quotes, delimiters and line ends; neither blank nor between blanks, which rows without quotes do not keep. */
const cell = fc
  .array(fc.constantFrom("a", "é", '"', ",", ";", "\t", "|", "\n", "\r\n", " x", "€"), { maxLength: 6 })
  .map((parts) => `c${parts.join("")}z`);

law(
  "tables are read as papaparse reads them, in parts of any size",
  fc.tuple(
    fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
    fc.constantFrom(",", ";", "\t", "|"),
    fc.constantFrom("\r\n", "\n"),
    fc.integer({ min: 1, max: 40 }),
  ),
  ([rows, delimiter, newline, size]) => {
    const text = Papa.unparse([["id", "b", "c"], ...rows], { delimiter, newline });
    const read: unknown[] = [];
    const reader = new CsvRecords(
      {},
      "table",
      {
        columns: (names) => read.push(names),
        record: ({ value }) => read.push(value),
        bad: (line, cure) => read.push(`${line}: ${cure}`),
      },
      () => {},
    );
    for (let i = 0; i < text.length; i += size) reader.push(text.slice(i, i + size));
    reader.end();
    expect(read).toEqual(Papa.parse(text, { delimiter }).data);
  },
);
