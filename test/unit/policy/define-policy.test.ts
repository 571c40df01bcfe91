/**
 * `definePolicy`: every problem of a document at once, each with its code and its path; nothing is let through.
 */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../../src/charters/clip-industrie.ts";
import { evaluate, isOuvreeError, type PolicyDocument } from "../../../src/index.ts";
import type { ReadyPolicy } from "../../../src/policy/policy.ts";
import { hashOf } from "../../../src/schedule/hash.ts";
import { processorMs } from "../../helpers/processor-time.ts";
import { clipIndustrie, definePolicy } from "../../helpers/ready-policy.ts";
import { runsOf, seedOr } from "../../helpers/runs.ts";
import { expectRefusal, refusal } from "../refusals.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

/** A fresh copy of the preset's document. */
const preset = (): Json => JSON.parse(JSON.stringify(clipIndustrieDefinition));
const define = (document: unknown): ReadyPolicy => definePolicy(document as PolicyDocument);

/** The preset with another value at a path; `undefined` takes the member out. */
function withAt(path: Path, value: unknown): Json {
  const document = preset();
  let place = document as Record<string | number, Json>;
  for (const step of path.slice(0, -1)) place = place[step] as Record<string | number, Json>;
  const last = path.at(-1)!;
  if (value === undefined) delete place[last];
  else place[last] = value as Json;
  return document;
}

const problems = (document: unknown): string[] =>
  refusal(() => define(document)).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

const ANOMALY = ["commitments", "anomaly"] as const;
const FORM = ["commitments", "web-form"] as const;

describe("the preset", () => {
  it("is a policy, also through JSON, with the same answers", () => {
    const back = define(JSON.parse(JSON.stringify(clipIndustrieDefinition)));
    expect(back.document).toEqual(clipIndustrieDefinition);
    expect(back.name).toBe("clip-industrie");
    expect(hashOf(back.document)).toBe(hashOf(clipIndustrie.document));
    const cases = [{ id: "A", kind: "anomaly", events: [{ type: "called", at: "2026-06-01T10:00:00+02:00" }] }];
    const asOf = "2026-06-02T10:00:00+02:00";
    expect(evaluate(back, cases, { asOf })).toEqual(evaluate(clipIndustrie, cases, { asOf }));
  });

  it("has the vocabulary of the charter", () => {
    expect([...clipIndustrie.kinds.keys()].sort()).toEqual(
      ["anomaly", "installation", "specific-request", "usage", "web-form"].sort(),
    );
    const stops = Object.fromEntries([...clipIndustrie.kinds].map(([kind, { stop }]) => [kind, stop]));
    expect(stops).toMatchObject({
      installation: "assisted",
      anomaly: "assisted",
      usage: "assisted",
      "specific-request": "contacted",
      "web-form": "answered",
    });
    expect([...clipIndustrie.commonEvents].sort()).toEqual(["cancelled", "closed", "paused", "reopened", "resumed"]);
    expect([...clipIndustrie.calendars.keys()]).toEqual(["desk"]);
  });
});

describe("a document", () => {
  it("is copied before it is read, and never changed", () => {
    const document = preset() as { [key: string]: Json };
    const before = JSON.stringify(document);
    const policy = define(document);
    expect(JSON.stringify(document)).toBe(before);
    document["policy"] = "another";
    (document["commitments"] as { [key: string]: Json })["anomaly"] = null;
    expect(policy.document).toEqual(clipIndustrieDefinition);
  });

  it("may be frozen, or have no prototype", () => {
    const bare = (value: Json): unknown =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.freeze(
            Object.assign(
              Object.create(null),
              Object.fromEntries(Object.entries(value).map(([key, member]) => [key, bare(member)])),
            ),
          )
        : value;
    expect(define(bare(preset())).document).toEqual(clipIndustrieDefinition);
  });

  it("is frozen in the policy, all the way down", () => {
    const check = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      expect(Object.isFrozen(value)).toBe(true);
      for (const member of Object.values(value)) check(member);
    };
    const policy = define(preset());
    check(policy.document);
    expect(Object.isFrozen(policy)).toBe(true);
    expect(Object.isFrozen(policy.commitments)).toBe(true);
    for (const commitment of policy.commitments) expect(Object.isFrozen(commitment)).toBe(true);
  });

  it("leaves no door by which a policy, once made, could be changed", () => {
    const policy = define(preset());
    const asOf = "2026-06-02T10:00:00+02:00";
    const cases = [{ id: "A", kind: "anomaly", events: [{ type: "called", at: "2026-06-01T10:00:00+02:00" }] }];
    const before = evaluate(policy, cases, { asOf });
    for (const set of [policy.kinds, policy.calendars, policy.commonEvents, policy.commitments[0]?.kinds]) {
      try {
        (set as unknown as Map<string, unknown>).clear();
      } catch {
        // Refused: that is what is wanted.
      }
    }
    expect(evaluate(policy, cases, { asOf })).toEqual(before);
  });

  it("may leave out what has a meaning when it is absent", () => {
    for (const path of [
      ["title"],
      ["otherReadings"],
      [...ANOMALY, "title"],
      [...ANOMALY, "conditions"],
      ["commitments", "specific-request", "optional"],
      ["kinds", "anomaly", "stop"],
      ["kinds", "anomaly", "queue"],
    ])
      expect(define(withAt(path, undefined)).name, path.join(".")).toBe("clip-industrie");
  });
});

describe("calendars", () => {
  it("are needed: a document without one has no hours to go by", () => {
    for (const calendar of [undefined, "desk"]) {
      const document = { ...(withAt(["calendars"], {}) as object), calendar };
      expect(problems(document)).toEqual(["policy.bad-value calendars"]);
    }
  });

  it("are chosen by facts that are declared; the texts of one that is not are looked at all the same", () => {
    const rules = [{ when: { zone: [], customer: 7 }, calendar: "desk" }];
    expect(problems({ ...(preset() as object), calendarRules: rules })).toEqual([
      "policy.unknown-name calendarRules.0.when.zone",
      "policy.bad-value calendarRules.0.when.zone",
      "policy.bad-value calendarRules.0.when.customer",
    ]);
  });
});

describe("a target", () => {
  it.each(["48h", "PT4H", "4 hours", "P3D", "two days", ""])(
    "that is the bare word %j is ambiguous, and the choices are named",
    (word) => {
      expectRefusal(() => define(withAt([...ANOMALY, "target"], word)), {
        code: "policy.ambiguous",
        path: [...ANOMALY, "target"],
        message: /hours.*open.*days/,
        count: 1,
      });
    },
  );

  it.each([
    [{ hours: "PT4H" }, ["count"]],
    [{ hours: "PT4H", count: "opne" }, ["count"]],
    [{ hours: "PT4H", count: null }, ["count"]],
    [{ count: "open" }, ["hours"]],
    [{ hours: "4h", count: "open" }, ["hours"]],
    [{ hours: 4, count: "open" }, ["hours"]],
    [{ hours: 14400000, count: "open" }, ["hours"]],
    [{ hours: "", count: "open" }, ["hours"]],
    [{ hours: "P1D", count: "open" }, ["hours"]],
    [{ hours: "P1DT4H", count: "open" }, ["hours"]],
    [{ hours: "P2W", count: "open" }, ["hours"]],
    [{ hours: "-PT4H", count: "open" }, ["hours"]],
    [{ hours: "+PT4H", count: "open" }, ["hours"]],
    [{ hours: "PT5H-60M", count: "open" }, ["hours"]],
    [{ hours: "PT-1H90M", count: "open" }, ["hours"]],
    [{ hours: "PT1234567890S", count: "open" }, ["hours"]],
    [{ hours: "PT0.0001S", count: "open" }, ["hours"]],
    [{ hours: `PT${"9".repeat(30)}H`, count: "open" }, ["hours"]],
  ])("in hours, %j, is refused at %j", (target, key) => {
    expectRefusal(() => define(withAt([...ANOMALY, "target"], target)), {
      code: "count" in target && key[0] === "hours" && "hours" in target ? "policy.bad-value" : expect.anything(),
      path: [...ANOMALY, "target", ...key],
      count: 1,
    } as never);
  });

  it.each([
    [{ days: "P3D" }, ["count", "until", "rollToOpen"]],
    [{ days: "P3D", count: "calendar", until: "midnight" }, ["rollToOpen"]],
    [{ days: "P3D", count: "calendar", rollToOpen: true }, ["until"]],
    [{ days: "P3D", until: "midnight", rollToOpen: true }, ["count"]],
    [{ days: "P3D", count: "calendar", until: "midnight", rollToOpen: "yes" }, ["rollToOpen"]],
    [{ days: "3", count: "calendar", until: "midnight", rollToOpen: true }, ["days"]],
    [{ days: 3, count: "calendar", until: "midnight", rollToOpen: true }, ["days"]],
    [{ days: "P1M", count: "calendar", until: "midnight", rollToOpen: true }, ["days"]],
    [{ days: "PT72H", count: "calendar", until: "midnight", rollToOpen: true }, ["days"]],
    [{ days: "-P3D", count: "calendar", until: "midnight", rollToOpen: true }, ["days"]],
    [{ days: "P1.5D", count: "calendar", until: "midnight", rollToOpen: true }, ["days"]],
  ])("in days, %j, is refused at %j: nothing of it is implied", (target, keys) => {
    const error = refusal(() => define(withAt([...FORM, "target"], target)));
    expect(error.issues.map(({ path }) => path)).toEqual(
      expect.arrayContaining(keys.map((key) => [...FORM, "target", key])),
    );
    expect(error.issues).toHaveLength(keys.length);
    for (const { code } of error.issues) expect(code).toMatch(/^policy\./);
  });

  it.each([[null], [4], [true], [[]], [["PT4H"]], [{}]])("that is %j is none", (target) => {
    const error = refusal(() => define(withAt([...ANOMALY, "target"], target)));
    for (const { code, path } of error.issues) {
      expect(code).toMatch(/^policy\./);
      expect(path.slice(0, 3)).toEqual([...ANOMALY, "target"]);
    }
  });

  it("may not be in hours and in days", () => {
    const target = { hours: "PT4H", count: "calendar", days: "P3D", until: "midnight", rollToOpen: true };
    expect(problems(withAt([...FORM, "target"], target))).toEqual([
      "policy.unknown-key commitments.web-form.target.hours",
    ]);
  });

  it.each(["PT0S", "PT0H", "PT0.000S"])("of no hours, %s, can be met by nobody", (hours) => {
    expectRefusal(() => define(withAt([...ANOMALY, "target"], { hours, count: "open" })), {
      code: "policy.never-met",
      path: [...ANOMALY, "target", "hours"],
      message: /write null in a table where nothing is promised/,
      count: 1,
    });
  });

  it.each(["PT4H", "PT4H30M", "PT90M", "PT1.5H", "PT0.001S"])("may be %s of open time", (hours) => {
    expect(define(withAt([...ANOMALY, "target"], { hours, count: "open" })).name).toBe("clip-industrie");
  });
});

describe("a slip", () => {
  it.each([
    [["comitments"], "commitments"],
    [["calender"], "calendar"],
    [["kinds", "anomaly", "event"], "events"],
    [["kinds", "anomaly", "queu"], "queue"],
    [["events", "pauze"], "pause"],
    [["conditions", "contract-paid", "chek"], "check"],
    [[...ANOMALY, "goals"], "goal"],
    [[...ANOMALY, "startt"], "start"],
    [[...ANOMALY, "reopning"], "reopening"],
    [[...ANOMALY, "target", "hour"], "hours"],
    [[...FORM, "target", "rolToOpen"], "rollToOpen"],
    [["commitments", "callback", "ordr"], "order"],
    [["commitments", "specific-request", "stop", 0, "persn"], "person"],
    [["calendars", "desk", "weeek"], "week"],
  ])("in a key is told with the key that was meant: %j is %s", (path, meant) => {
    const { issues } = refusal(() => define(withAt(path, true)));
    expect(issues).toHaveLength(1);
    expect(issues[0]?.code).toMatch(/^(policy|schedule)\.unknown-key$/);
    expect(issues[0]?.path).toEqual(path);
    expect(issues[0]?.message).toContain(`did you mean "${meant}"`);
  });

  it.each([
    [["calendar"], "dsek", "desk"],
    [[...ANOMALY, "calendar"], "desc", "desk"],
    [[...ANOMALY, "kinds", 0], "anomoly", "anomaly"],
    [[...ANOMALY, "start"], "caled", "called"],
    [[...ANOMALY, "stop", 0], "asisted", "assisted"],
    [[...ANOMALY, "conditions", 0], "contract-in-farce", "contract-in-force"],
    [["commitments", "callback", "stop"], "asisted", "assisted"],
    [["commitments", "specific-request", "stop", 0, "event"], "contcted", "contacted"],
    [["kinds", "anomaly", "stop"], "asisted", "assisted"],
    [[...ANOMALY, "kind"], "traget", "target"],
    [["conditions", "contract-paid", "check"], "contract-payed", "contract-paid"],
    [["conditions", "contract-paid", "otherwise"], "wran", "warn"],
    [["commitments", "callback", "order"], "reports", "report"],
    [["commitments", "specific-request", "stop", 0, "person"], "referrent", "referent"],
  ])("in a name is told with the name that was meant: at %j, %s is %s", (path, slip, meant) => {
    const { issues } = refusal(() => define(withAt(path, slip)));
    const isWord = ["kind", "check", "otherwise", "order", "person"].includes(String(path.at(-1)));
    expect(issues[0]?.code).toBe(isWord ? "policy.bad-value" : "policy.unknown-name");
    expect(issues[0]?.path).toEqual(path);
    expect(issues[0]?.message).toContain(`did you mean "${meant}"`);
  });

  it("does not find what only every object has", () => {
    for (const word of ["constructor", "toString", "hasOwnProperty", "valueOf"]) {
      for (const path of [["calendar"], [...ANOMALY, "kinds", 0], [...ANOMALY, "start"], [...ANOMALY, "conditions", 0]])
        expect(problems(withAt(path, word))[0]).toBe(`policy.unknown-name ${path.join(".")}`);
      expect(problems(withAt([word], {}))).toEqual([`policy.unknown-key ${word}`]);
    }
  });
});

describe("what is missing or of another sort", () => {
  it.each([
    ["policy"],
    ["calendars"],
    ["calendar"],
    ["kinds"],
    ["commitments"],
    ["kinds.anomaly.events"],
    ["conditions.contract-paid.check"],
    ["conditions.contract-paid.otherwise"],
    ["commitments.anomaly.kind"],
    ["commitments.anomaly.kinds"],
    ["commitments.anomaly.start"],
    ["commitments.anomaly.stop"],
    ["commitments.anomaly.target"],
    ["commitments.anomaly.reopening"],
    ["commitments.callback.stop"],
    ["commitments.callback.order"],
  ])("is refused at its place: %s", (place) => {
    const path = place.split(".");
    const { issues } = refusal(() => define(withAt(path, undefined)));
    expect(issues.map(({ code, path: found }) => `${code} ${found.join(".")}`)).toContain(
      `policy.missing-key ${place}`,
    );
    // An empty object holds no calendar, kind or commitment: what uses them is refused, or see below.
    for (const value of [null, 4, true, "", ...(path.length === 1 ? [] : [{}]), [[]]]) {
      const told = refusal(() => define(withAt(path, value)));
      expect(
        told.issues.some(({ path: found }) => found.join(".").startsWith(place)),
        `${place} ${JSON.stringify(value)}`,
      ).toBe(true);
    }
  });

  it.each([
    [["title"], 42],
    [["title"], null],
    [["title"], {}],
    [[...ANOMALY, "title"], 42],
    [[...ANOMALY, "goal"], 60],
    [[...ANOMALY, "goal"], -0.1],
    [[...ANOMALY, "goal"], "60%"],
    [[...ANOMALY, "goal"], null],
    [[...ANOMALY, "goal"], Number.NaN],
    [[...ANOMALY, "atRisk"], 0.75],
    [
      [...ANOMALY, "atRisk"],
      [0.9, 0.75],
    ],
    [
      [...ANOMALY, "atRisk"],
      [0.9, 0.9],
    ],
    [[...ANOMALY, "atRisk"], [1.1]],
    [[...ANOMALY, "atRisk"], ["75%"]],
    [[...ANOMALY, "optional"], "yes"],
    [[...ANOMALY, "stop"], []],
    [[...ANOMALY, "kinds"], "anomaly"],
    [[...ANOMALY, "conditions"], "contract-paid"],
    [["commitments", "callback", "stop"], []],
    [["events"], []],
    [["events", "pause"], 4],
    [["events", "other"], "closed"],
    [["events", "other", 0], 4],
    [["kinds", "anomaly", "events"], "called"],
    [["kinds", "anomaly", "queue"], 4],
    [["conditions"], []],
    [["readings"], []],
    [["readings", "closing"], 4],
    [["commitments"], []],
    [["commitments", "anomaly"], "PT4H"],
    [["calendars"], []],
  ])("is refused: at %j, %j", (path, value) => {
    const { issues } = refusal(() => define(withAt(path, value)));
    for (const { code } of issues) expect(code).toMatch(/^policy\./);
    expect(issues.some(({ path: found }) => found.join(".").startsWith(path.join(".")))).toBe(true);
  });

  it("is refused where it leaves a policy that could never judge anything", () => {
    expect(problems(withAt(["commitments"], {}))).toContain("policy.bad-value commitments");
    expect(problems(withAt([...ANOMALY, "kinds"], []))).toContain("policy.bad-value commitments.anomaly.kinds");
  });

  it.each([
    ["calendars.desk.week", "monday", "schedule.unknown-day"],
    ["calendars.desk.week.mon-fri", 0, "schedule.bad-time", "9:00-12:00"],
    ["calendars.desk", "timeZone", "schedule.unknown-zone", "Mars/Phobos"],
  ])(
    "in a calendar has the calendar's own code, and the path from the top: %s",
    (place, key, code, value: Json = ["09:00-12:00"]) => {
      const path = [...place.split("."), key];
      const { issues } = refusal(() => define(withAt(path, value)));
      expect(issues[0]?.code).toBe(code);
      expect(issues[0]?.path.slice(0, path.length)).toEqual(path);
      expect(issues[0]?.message).toContain("desk");
    },
  );

  it("is told all at once", () => {
    const document = withAt(["calendar"], "nowhere") as { [key: string]: Json };
    document["comitments"] = {};
    document["policy"] = "";
    (document["commitments"] as { [key: string]: Json })["anomaly"] = { kind: "target", target: "48h", stop: [] };
    const told = problems(document);
    for (const problem of [
      "policy.unknown-key comitments",
      "policy.bad-value policy",
      "policy.unknown-name calendar",
      "policy.ambiguous commitments.anomaly.target",
      "policy.missing-key commitments.anomaly.kinds",
      "policy.missing-key commitments.anomaly.start",
      "policy.missing-key commitments.anomaly.reopening",
      "policy.bad-value commitments.anomaly.stop",
    ])
      expect(told).toContain(problem);
  });
});

describe("what is no document", () => {
  it.each([
    ["undefined", undefined],
    ["null", null],
    ["a number", 42],
    ["a text", "clip-industrie"],
    ["a list", []],
    ["a function", () => ({})],
    ["a Map", new Map()],
    ["a Date", new Date(0)],
    ["a class's object", new (class ReadyPolicy {})()],
    ["a policy already made", clipIndustrie],
  ])("is refused: %s", (_name, value) => {
    expect(refusal(() => define(value)).code).toBe("policy.bad-document");
  });

  it("is refused for what is hidden in it, with the place", () => {
    for (const value of [new Date(0), () => 1, Symbol("x"), 1n, new Map()]) {
      expectRefusal(() => define({ ...clipIndustrieDefinition, readings: { closing: value } }), {
        code: "policy.bad-document",
        path: ["readings", "closing"],
      });
    }
  });

  it("is refused for a circle, for depth and for a hostile key, and pollutes nothing", () => {
    const circle: Record<string, unknown> = { ...clipIndustrieDefinition };
    circle["readings"] = circle;
    expect(refusal(() => define(circle)).code).toBe("policy.bad-document");
    const deep = JSON.parse(`${'{"readings":'.repeat(5000)}1${"}".repeat(5000)}`);
    expect(refusal(() => define(deep)).code).toBe("policy.bad-document");
    for (const where of [[], ["commitments"], ["kinds"], ["readings"], ["calendars"], ["conditions"]]) {
      const text = JSON.stringify(withAt([...where, "HOSTILE"], { polluted: 1 })).replace("HOSTILE", "__proto__");
      const { issues } = refusal(() => define(JSON.parse(text)));
      expect(issues[0]).toMatchObject({ code: "policy.bad-document", path: [...where, "__proto__"] });
    }
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("is refused when it throws on being read", () => {
    const trap = { ...clipIndustrieDefinition };
    Object.defineProperty(trap, "readings", {
      enumerable: true,
      get() {
        throw new Error("no\u001b[31m");
      },
    });
    expect(refusal(() => define(trap)).code).toBe("policy.bad-document");
  });

  it("may name things as every object does, where names are free", () => {
    const { commitments, kinds } = clipIndustrieDefinition;
    const document = {
      ...clipIndustrieDefinition,
      kinds: { ...kinds, constructor: kinds["anomaly"] },
      commitments: { toString: { ...commitments["anomaly"], kinds: ["constructor"] } },
    };
    const policy = define(document);
    const cases = [{ id: "A", kind: "constructor", events: [{ type: "called", at: "2026-06-01T10:00:00+02:00" }] }];
    const { rates, cases: told } = evaluate(policy, cases, { asOf: "2026-06-01T11:00:00+02:00" });
    expect(Object.hasOwn(rates, "toString")).toBe(true);
    expect(told[0]?.commitments["toString"]).toMatchObject({ outcome: "running" });
  });
});

describe("any document", () => {
  /** Paths of every value in a document. */
  function paths(value: Json, path: Path = []): Path[] {
    if (typeof value !== "object" || value === null) return [path];
    return [path, ...Object.entries(value).flatMap(([key, member]) => paths(member, [...path, key]))];
  }
  const places = paths(preset()).filter((path) => path.length > 0);
  const acceptable = (document: unknown): void => {
    const start = processorMs();
    try {
      expect(define(document).commitments.length).toBeGreaterThanOrEqual(0);
    } catch (error) {
      if (!isOuvreeError(error)) throw error;
      expect(error.issues.length).toBeGreaterThan(0);
      for (const { code } of error.issues) expect(code).toMatch(/^(policy|schedule|holidays|calendar)\./);
    }
    expect(processorMs() - start).toBeLessThan(1000);
  };

  it("is a policy or a refusal, when one value of the preset is another", () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(undefined, Number.NaN, -0, "", "called", "anomaly", "PT4H", [], {}, 1e308, 0.5, true),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), value, (path, other) => acceptable(withAt(path, other))),
      { numRuns: runsOf(3000), seed: seedOr(20260507) },
    );
  });

  it("is a policy or a refusal, whatever it is", () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
      key: fc.oneof(fc.constantFrom(...Object.keys(clipIndustrieDefinition), "__proto__", "constructor"), fc.string()),
    });
    fc.assert(fc.property(anything, acceptable), { numRuns: runsOf(2000), seed: seedOr(20260507) });
  });
});
