/**
 * `ouvree policy show`: a document to copy and change, which is the same policy again.
 */

import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import { expectUnusable, ouvree, type Ran } from "../fake-terminal.ts";

const DESK_YAML = 'timeZone: Europe/Paris\nweek: { mon-fri: ["09:00-17:00"] }\n';
const POLICY = {
  ...clipIndustrieDefinition,
  calendars: { desk: "hours/desk.yaml" },
  versions: [{ from: "2027-01-01", calendars: { night: "hours/night.json" }, readings: { closing: "no" } }],
};
const FILES = {
  "p.json": JSON.stringify(POLICY),
  "hours/desk.yaml": DESK_YAML,
  "hours/night.json": JSON.stringify({ timeZone: "Europe/Paris", week: { mon: ["22:00-06:00"] } }),
};
const show = (...args: string[]): Ran => ouvree(["policy", "show", ...args], { files: FILES });
const hashOf = (name: string, text: string): string => {
  const cases = JSON.stringify([
    { id: "1", kind: "usage", events: [{ type: "called", at: "2026-05-22T16:00+02:00" }] },
  ]);
  const args = ["check", "t.json", "--policy", name, "--as-of", "2026-05-31T00:00Z", "--format", "json"];
  const { out, err } = ouvree(args, { files: { ...FILES, "t.json": cases, [name]: text } });
  expect(err).toBe("");
  return JSON.parse(out).provenance.policyHash;
};

describe("ouvree policy show", () => {
  it("prints a preset as JSON, or as YAML", () => {
    const [json, yaml] = [show("clip-industrie"), show("clip-industrie", "--yaml")];
    expect([json.code, json.err, yaml.code, yaml.err]).toEqual([0, "", 0, ""]);
    expect(JSON.parse(json.out)).toEqual(clipIndustrieDefinition);
    expect(parse(yaml.out)).toEqual(clipIndustrieDefinition);
    // To be read and changed: the order of the document, a list of windows on one line, times as texts.
    expect(yaml.out).toContain(
      '\n    week:\n      mon-fri: ["09:00-12:00", "14:00-17:00"]\n    holidays: [FR]\nkinds:\n',
    );
  });

  it("prints what passes policy check again, and is the same policy", () => {
    const hash = hashOf("p.json", FILES["p.json"]);
    for (const [name, out] of [
      ["again.json", show("p.json").out],
      ["again.yaml", show("p.json", "--yaml").out],
    ] as const) {
      expect(ouvree(["policy", "check", name], { files: { [name]: out } })).toMatchObject({ code: 0, err: "" });
      expect(hashOf(name, out)).toBe(hash);
    }
  });

  it("prints a file with its calendars in place", () => {
    const shown = JSON.parse(show("p.json").out);
    expect(shown.calendars.desk.week).toEqual({ "mon-fri": ["09:00-17:00"] });
    expect(shown.versions[0].calendars.night.week).toEqual({ mon: ["22:00-06:00"] });
  });

  it.each([
    [["none.json"], /none\.json does not exist/],
    [[], /policy show takes one FILE/],
    [["a.json", "b.json"], /policy show takes one FILE/],
    [["p.json", "--yml"], /did you mean --yaml/],
  ])("%j is refused", (args, message) => {
    expectUnusable(show(...args), message);
  });

  it("says what is wrong in one line, as every command does", () => {
    const files = { "p.json": JSON.stringify({ ...POLICY, calendar: "dsk" }), "hours/desk.yaml": DESK_YAML };
    expectUnusable(ouvree(["policy", "show", "p.json"], { files }), /^ouvree: p\.json: .*\(and \d+ more\)$/m);
    expectUnusable(ouvree(["policy", "check", "p.json", "--yaml"], { files }), /--yaml goes with policy show/);
  });
});
