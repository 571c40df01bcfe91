/**
 * YAML that any reader takes for the same data.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { writeYaml } from "../../../src/cli/output/write-yaml.ts";
import { SEED } from "../../helpers/runs.ts";
import { HARMFUL } from "../refusals.ts";

describe("YAML", () => {
  it("has in quotes what YAML 1.1 would take for a number, a time, a date or a boolean", () => {
    for (const text of [
      "no",
      "Yes",
      "on",
      "y",
      "null",
      "~",
      "",
      "12:30",
      "2026-01-01",
      "1",
      "1e3",
      "E0",
      "e-1",
      "0x1F",
      "08",
      ".5",
      "=",
      "<<",
    ]) {
      expect(writeYaml({ a: text }), text).toBe(`a: ${JSON.stringify(text)}\n`);
      expect(writeYaml({ [text]: 1 }), text).toBe(`${JSON.stringify(text)}: 1\n`);
    }
    expect(writeYaml({ a: "mon-fri", b: "PT4H", c: "in two words" })).toBe("a: mon-fri\nb: PT4H\nc: in two words\n");
  });

  it("is read back as it was, by YAML 1.1 and 1.2, and lets no terminal be commanded", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "a: b",
        "- a",
        "# a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%",
        "@",
        "`",
        "a #b",
        " a",
        "a ",
        "\n",
        "a\n\nb ",
        "'",
        '"',
        "\u202e",
        "\u0085",
        "\ud800",
        "a\tb",
        "{",
        "[]",
        "x".repeat(200),
      ),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        tie("list"),
        tie("object"),
      ),
      list: fc.array(tie("value"), { maxLength: 4 }),
      object: fc.dictionary(
        text.filter((key) => key !== "__proto__"),
        tie("value"),
        { maxKeys: 4, noNullPrototype: true },
      ),
    }));
    fc.assert(
      fc.property(value, (data) => {
        const yaml = writeYaml(data);
        for (const version of ["1.1", "1.2"] as const) expect(parse(yaml, { version })).toEqual(data);
        expect(yaml.replaceAll("\n", "")).not.toMatch(HARMFUL);
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});
