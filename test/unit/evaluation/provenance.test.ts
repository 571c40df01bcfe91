/**
 * Provenance: which policy, which calendars, which package made a figure.
 */

import { describe, expect, it } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { clipIndustrieDefinition } from "../../../src/charters/clip-industrie.ts";
import { definePolicy, type PolicyDocument } from "../../../src/index.ts";
import { hashOf } from "../../../src/schedule/hash.ts";
import { tell } from "./telling.ts";

/** FNV-1a of 64 bits, as published. */
function fnv1a64(text: string): string {
  let hash = 14695981039346656037n;
  for (const byte of Buffer.from(text, "utf8")) hash = ((hash ^ BigInt(byte)) * 1099511628211n) % 2n ** 64n;
  return hash.toString(16).padStart(16, "0");
}

/** The same value with every object's keys in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
}

const provenance = (document: unknown) => tell([], { policy: definePolicy(document as PolicyDocument) }).provenance;
const PRESET = provenance(clipIndustrieDefinition);

describe("provenance", () => {
  it("names the policy, its readings and the version of the package", () => {
    expect(PRESET.policy).toBe("clip-industrie");
    expect(PRESET.version).toBe(packageJson.version);
    expect(PRESET.readings).toEqual(clipIndustrieDefinition.readings);
    expect(Object.keys(PRESET.calendarHashes)).toEqual(["desk"]);
  });

  it("is the same for the same policy with its keys in another order, and through JSON", () => {
    expect(provenance(turned(clipIndustrieDefinition))).toEqual(PRESET);
    expect(provenance(JSON.parse(JSON.stringify(clipIndustrieDefinition, undefined, 2)))).toEqual(PRESET);
  });

  it("tells every change of the policy, and which calendar it touched", () => {
    const { commitments, calendars } = clipIndustrieDefinition;
    const changed = [
      { ...clipIndustrieDefinition, title: "another" },
      {
        ...clipIndustrieDefinition,
        commitments: { ...commitments, anomaly: { ...commitments["anomaly"], goal: 0.9 } },
      },
      { ...clipIndustrieDefinition, readings: {}, otherReadings: {} },
    ];
    for (const document of changed) {
      expect(provenance(document).policyHash).not.toBe(PRESET.policyHash);
      expect(provenance(document).calendarHashes).toEqual(PRESET.calendarHashes);
    }
    const desk = { ...calendars["desk"], holidays: ["FR-67"] };
    const moved = provenance({ ...clipIndustrieDefinition, calendars: { desk } });
    expect(moved.policyHash).not.toBe(PRESET.policyHash);
    expect(moved.calendarHashes).not.toEqual(PRESET.calendarHashes);
  });

  it("does not depend on the cases, the instant or the register", () => {
    expect(tell([], { asOf: "01-01 00:00", register: { customers: [] } }).provenance).toEqual(PRESET);
  });
});

describe("the hash of a document", () => {
  it("is FNV-1a of 64 bits: the published values", () => {
    expect(fnv1a64("")).toBe("cbf29ce484222325");
    expect(fnv1a64("a")).toBe("af63dc4c8601ec8c");
    expect(fnv1a64("foobar")).toBe("85944171f73967e8");
  });

  it.each([
    [1, "1"],
    ["é", '"é"'],
    [[true, null, -0.5], "[true,null,-0.5]"],
    [{ b: 1, a: [{ d: "x", c: "y" }] }, '{"a":[{"c":"y","d":"x"}],"b":1}'],
    [{ é: 1, z: 2, "10": 3, "9": 4 }, '{"10":3,"9":4,"z":2,"é":1}'],
  ])("is over its canonical JSON, keys in order: %j", (value, canonical) => {
    expect(hashOf(value)).toBe(`fnv1a64:${fnv1a64(canonical)}`);
  });

  it("tells list from object, text from number and order from order", () => {
    const values = [[], {}, [1, 2], [2, 1], ["1", 2], { 0: 1, 1: 2 }, "[1,2]", null, "null", { a: null }, { a: {} }];
    expect(new Set(values.map(hashOf)).size).toBe(values.length);
  });
});
