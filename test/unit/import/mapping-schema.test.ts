/**
 * The JSON Schema of mappings: made of the same shapes as the checks, and in the package as a file.
 */
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { readMapping, systems } from "../../../src/import/index.ts";
import { MAPPING } from "../../../src/import/mapping/mapping-shape.ts";

const FILE = JSON.parse(readFileSync("schema/import.schema.json", "utf8")) as object;
const isValid = new Ajv({ strict: false }).compile(FILE);

test("the file says what the checks check", () => {
  const description =
    "A mapping of ouvree: which columns or members of the export of a help desk mean what. See docs/importing.md.";
  const head = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:ouvree:import:1",
    title: "Mapping",
    description,
  };
  expect(FILE).toEqual({ ...head, ...MAPPING.schema });
});

test("every mapping of the package is valid, by the schema and by the checks", () => {
  for (const [name, mapping] of Object.entries(systems)) {
    expect(isValid(mapping), `${name}: ${JSON.stringify(isValid.errors)}`).toBe(true);
    expect(readMapping(mapping).import).toBe(name);
  }
});

test.each([
  [{}, 'a mapping has no "import"'],
  [{ import: "x", case: { id: "a", kind: "k" } }, "none of events, event, states, log, messages"],
  [{ import: "x", case: { id: 7, kind: "k" }, events: { opened: "b" } }, "case.id: 7 is not a column"],
  [{ import: "x", case: { id: "a", kind: "k" }, event: { opened: "b" } }, 'event.opened: "opened" is no key of event'],
  [{ import: "x", case: { id: "a", kind: "k" }, events: { opened: "b" }, zon: "UTC" }, 'did you mean "zone"?'],
  [
    { import: "x", case: { id: "a", kind: "k" }, events: { opened: "b" }, zone: "Europe/Pari" },
    'did you mean "Europe/Paris"?',
  ],
  [
    { import: "x", case: { id: "a", kind: "k" }, events: { opened: "b" }, times: "DD/MM/YYYY" },
    "day is dd, month MM, year yyyy",
  ],
  [{ import: "x", case: { id: "a", kind: "k" }, states: { from: "s", at: "t" } }, "does not say what they are"],
  [{ import: "x", case: { id: "a", kind: "k" }, states: { at: "t" }, is: { open: "*" } }, "neither from nor join"],
  [[], "is not a mapping"],
  [null, "is not a mapping"],
])("%j is refused, with the cure", (document, message) => {
  expect(() => readMapping(document)).toThrow(message);
});

test("all problems are told at once, with their paths", () => {
  try {
    readMapping({ import: "", case: { id: "a" }, events: {}, read: { format: "cvs" } });
    expect.unreachable();
  } catch (error) {
    const { issues } = error as { issues: { code: string; path: unknown[] }[] };
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "import.bad-value import",
      "import.bad-value read.format",
      "import.missing-key case.kind",
      "import.bad-value events",
    ]);
  }
});
