/**
 * Policies that name their calendars by path: what is read, and what is not. Source: the page of bad input, 78, 79 and 89.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { processTerminal } from "../../../src/cli/terminal.ts";
import { HARMFUL } from "../refusals.ts";
import { expectUnusable, lines, ouvree, type Ran, type World } from "./fake-terminal.ts";

const DESK = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } };
const DESK_YAML = 'timeZone: Europe/Paris\nweek: { mon-fri: ["09:00-17:00"] }\n';
const policy = (calendars: object, rest: object = {}): string =>
  JSON.stringify({
    policy: "acme",
    calendar: "desk",
    calendars,
    kinds: { call: { events: ["opened", "closed"] } },
    commitments: {
      help: {
        kind: "target",
        kinds: ["call"],
        start: "opened",
        stop: "closed",
        reopening: "ignore",
        target: { hours: "PT4H", count: "open" },
        changes: { calendar: "keep" },
      },
    },
    ...rest,
  });
const CASES = lines("case,kind,event,at", "A,call,opened,2026-06-01T09:00:00+02:00");
const check = (name: string, world: World): Ran =>
  ouvree(["check", "t.csv", "--policy", name, "--as-of", "2026-06-02T10:00+02:00", "--format", "json"], {
    ...world,
    files: { "t.csv": CASES, ...world.files },
  });
const hashOf = (name: string, files: Record<string, string>): string => {
  const { out, err } = check(name, { files });
  expect(err).toBe("");
  return JSON.parse(out).provenance.policyHash;
};

describe("a calendar by path", () => {
  const inline = hashOf("p.json", { "p.json": policy({ desk: DESK }) });

  it("is YAML or JSON by its ending, and is what is hashed", () => {
    expect(hashOf("p.json", { "p.json": policy({ desk: "desk.json" }), "desk.json": JSON.stringify(DESK) })).toBe(
      inline,
    );
    expect(hashOf("p.json", { "p.json": policy({ desk: "hours/desk.yaml" }), "hours/desk.yaml": DESK_YAML })).toBe(
      inline,
    );
    expect(hashOf("p.json", { "p.json": policy({ desk: "./desk.YML" }), "desk.YML": DESK_YAML })).toBe(inline);
    const later = DESK_YAML.replace("09:00", "10:00");
    expect(hashOf("p.json", { "p.json": policy({ desk: "desk.yml" }), "desk.yml": later })).not.toBe(inline);
  });

  it("lies beside the policy, wherever that is", () => {
    const files = { "a/b/p.yaml": policy({ desk: "hours/desk.yaml" }), "a/b/hours/desk.yaml": DESK_YAML };
    expect(hashOf("a/b/p.yaml", files)).toBe(inline);
    expect(hashOf("../p.yaml", { "../p.yaml": policy({ desk: "desk.yaml" }), "../desk.yaml": DESK_YAML })).toBe(inline);
  });

  it("may stand in a version too", () => {
    const versions = (desk: unknown) => ({ versions: [{ from: "2026-06-01", calendars: { desk } }] });
    const later = { ...DESK, week: { "mon-thu": ["09:00-17:00"] } };
    const files = {
      "p.json": policy({ desk: DESK }, versions("later.json")),
      "later.json": JSON.stringify(later),
      "q.json": policy({ desk: DESK }, versions(later)),
    };
    expect(hashOf("p.json", files)).toBe(hashOf("q.json", files));
  });

  it("answers questions to the policy's own calendar", () => {
    const files = { "p.json": policy({ desk: "desk.yaml" }), "desk.yaml": DESK_YAML };
    const asked = ouvree(["open", "2026-06-01T16:59+02:00", "--policy", "p.json"], { files });
    expect(asked).toMatchObject({ code: 0, out: "open until 2026-06-01T17:00:00.000+02:00\n" });
  });
});

describe("a path that is not read", () => {
  it.each([
    ["/etc/hours.yaml", /is an absolute path/],
    ["//host/hours.yaml", /is an absolute path/],
    ["../hours.yaml", /has "\.\." in it/],
    ["hours/../../hours.yaml", /has "\.\." in it/],
    ["hours/../desk.yaml", /has "\.\." in it/],
    ["https://example.org/desk.yaml", /nothing is fetched/],
    ["file:///etc/hours.yaml", /nothing is fetched/],
    ["FILE:desk.yaml", /nothing is fetched/],
    ["C:/hours.yaml", /nothing is fetched/],
    ["hours\\desk.yaml", /backslash/],
    ["..\\desk.yaml", /backslash/],
    ["/etc/passwd", /absolute/],
    ["desk", /is no calendar; write one, or the path/],
    ["", /is no calendar; write one, or the path/],
    [".yaml/", /is no calendar/],
    [`${"x/".repeat(200)}desk.yaml`, /longer than a path/],
    ["desk\u0000\u202e\n.yaml", /does not exist/],
  ])("%j: in one line, without a look at it", (text, message) => {
    const asked: string[] = [];
    const look = (path: string): string => {
      asked.push(path);
      return path;
    };
    const read = (path: string): string => {
      asked.push(path);
      if (path === "t.csv") return CASES;
      if (path === "p.json") return policy({ desk: text });
      throw new Error(`${path} was read`);
    };
    const world = text.includes("\u0000") ? {} : { read, realPath: look };
    const err = expectUnusable(check("p.json", { files: { "p.json": policy({ desk: text }) }, ...world }), message);
    expect(err).toMatch(/^ouvree: p\.json: calendars\.desk: /);
    expect(asked.filter((path) => path !== "p.json" && path !== "t.csv")).toEqual([]);
  });

  it("is told with its code, beside all other problems", () => {
    const files = {
      "p.yaml": policy({ desk: "../a.yaml", night: "b.yaml", day: "c.yaml" }, { kinds: 5 }),
      "c.yaml": "week: {}\ntimeZone: Mars\nhollidays: []\n",
    };
    const { code, err, out } = ouvree(["policy", "check", "p.yaml"], { files });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    for (const place of [
      /^p\.yaml: calendars\.desk: "\.\.\/a\.yaml" .* \(policy\.bad-path\)$/m,
      /^p\.yaml: calendars\.night: b\.yaml does not exist \(policy\.bad-path\)$/m,
      /^c\.yaml: timeZone: "Mars" .* \(schedule\.unknown-zone\)$/m,
    ])
      expect(err).toMatch(place);
    // Once each: what cannot be read is no second problem of the policy.
    expect(err.match(/calendars\./g)).toHaveLength(2);
    expect(err.match(/^c\.yaml: hollidays/gm)).toHaveLength(1);
    expect(err).toMatch(/^p\.yaml: kinds: 5 is not kinds by name \(policy\.bad-value\)$/m);
    expect(err).toMatch(/^c\.yaml: hollidays: "hollidays" .*did you mean "holidays"/m);
  });

  it("holds no calendar", () => {
    for (const [text, message] of [
      ['"other.json"', /desk\.json is no calendar: "other\.json"/],
      ["[]", /desk\.json is no calendar: \[\]/],
      ["null", /desk\.json is no calendar: null/],
      ["{", /calendars\.desk: desk\.json is not JSON/],
    ] as const) {
      const files = { "p.json": policy({ desk: "desk.json" }), "desk.json": text, "other.json": JSON.stringify(DESK) };
      expectUnusable(check("p.json", { files }), message);
    }
  });

  it("in one line of another command names the file that is wrong", () => {
    const files = {
      "x/p.json": policy({ desk: "desk.json" }),
      "x/desk.json": '{ "timeZone": "Europe/Pari", "week": {} }',
    };
    expectUnusable(
      check("x/p.json", { files }),
      /^ouvree: x\/desk\.json: timeZone: "Europe\/Pari" .*"Europe\/Paris"\?/,
    );
  });

  it("by a name that would change a prototype changes none", () => {
    const text = policy({ desk: DESK }).replace('"desk":{', '"__proto__":"polluted.json","desk":{');
    const files = { "p.json": text, "polluted.json": '{ "polluted": true }' };
    expectUnusable(check("p.json", { files }), /__proto__/);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("is shown without a harmful character", () => {
    const files = { "p.json": policy({ desk: "\u001b[2J\u202e.yaml" }) };
    const { err } = ouvree(["policy", "check", "p.json"], { files });
    expect(err.replaceAll("\n", "")).not.toMatch(HARMFUL);
  });
});

describe("links", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "ouvree-")));
  afterAll(() => rmSync(root, { recursive: true }));
  const at = (...names: string[]): string => join(root, ...names);
  const { read, realPath } = processTerminal();
  mkdirSync(at("home/hours"), { recursive: true });
  mkdirSync(at("elsewhere"));
  for (const folder of ["home/hours", "elsewhere"]) writeFileSync(at(folder, "desk.yaml"), DESK_YAML);
  writeFileSync(at("t.csv"), CASES);
  const open = (path: string, home = at("home")): Ran => {
    writeFileSync(at("home/p.json"), policy({ desk: path }));
    return ouvree(["open", "2026-06-01T16:59+02:00", "--policy", join(home, "p.json")], { read, realPath });
  };

  it("that stay in the folder are followed", () => {
    symlinkSync("hours/desk.yaml", at("home/near.yaml"));
    symlinkSync("hours", at("home/near"));
    for (const path of ["hours/desk.yaml", "near.yaml", "near/desk.yaml"]) expect(open(path).code, path).toBe(0);
  });

  it("that lead to the folder itself lead nowhere else", () => {
    symlinkSync(at("home"), at("alias"));
    expect(open("hours/desk.yaml", at("alias")).code).toBe(0);
  });

  it("that lead out of it are refused: of a file, of a folder, relative or not", () => {
    symlinkSync(at("elsewhere/desk.yaml"), at("home/far.yaml"));
    symlinkSync("../../elsewhere/desk.yaml", at("home/hours/far.yaml"));
    symlinkSync("../elsewhere", at("home/far"));
    symlinkSync("..", at("home/up"));
    // A folder beside it, of which its name is the beginning.
    mkdirSync(at("home2"));
    writeFileSync(at("home2/desk.yaml"), DESK_YAML);
    symlinkSync(at("home2/desk.yaml"), at("home/home2.yaml"));
    for (const path of ["far.yaml", "hours/far.yaml", "far/desk.yaml", "up/elsewhere/desk.yaml", "home2.yaml"])
      expectUnusable(open(path), /leads out of the policy's folder/);
  });

  it("that lead nowhere, or to themselves, are refused, and so are folders", () => {
    symlinkSync("nothing.yaml", at("home/nowhere.yaml"));
    symlinkSync("loop.yaml", at("home/loop.yaml"));
    mkdirSync(at("home/folder.yaml"));
    expectUnusable(open("nowhere.yaml"), /calendars\.desk: .*nowhere\.yaml does not exist/);
    expectUnusable(open("loop.yaml"), /loop\.yaml is a symbolic link that leads to itself/);
    expectUnusable(open("folder.yaml"), /folder\.yaml is a directory/);
    expectUnusable(open("hours/desk.yaml/x.yaml"), /does not exist/);
  });
});
