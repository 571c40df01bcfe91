/**
 * The schema of a calendar alone: exactly the part of the policy's schema that a calendar needs.
 */
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import calendar from "../../../schema/calendar.schema.json" with { type: "json" };
import policy from "../../../schema/policy.schema.json" with { type: "json" };

const definitions: Readonly<Record<string, unknown>> = policy.$defs;

/** Names of the definitions that a schema needs, its own included. */
function needed(name: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, other] of JSON.stringify(definitions[name]).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g))
    needed(other!, found);
  return found;
}

describe("schema/calendar.schema.json", () => {
  it("has what a calendar needs of the policy's schema, and nothing else", () => {
    const names = needed("calendar");
    const parts = Object.entries(definitions).filter(([name]) => names.has(name));
    expect(calendar).toEqual({
      $schema: policy.$schema,
      $id: "urn:ouvree:calendar:1",
      $ref: "#/$defs/calendar",
      $defs: Object.fromEntries(parts),
    });
  });

  it("takes a calendar and refuses what is none", () => {
    const validate = new Ajv2020({ strict: true }).compile(calendar);
    expect(validate({ timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] }, holidays: ["FR"] })).toBe(true);
    expect(validate({ timeZone: "Europe/Paris", weeks: {} })).toBe(false);
  });
});
