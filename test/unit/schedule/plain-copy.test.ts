/**
 * Hostile definitions: prototypes, depth, circles, getters, proxies. They are copied once, as plain JSON, and the copy
 * is what is checked and used. The bounds on time are generous for a shared machine.
 */

import { afterEach, describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { processorMs } from "../../helpers/processor-time.ts";
import { expectRefusal, make, refusal } from "../refusals.ts";

const GENEROUS_MS = 2_000;
const week = { mon: ["09:00-12:00"] };

describe("prototypes", () => {
  afterEach(() => {
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it.each([
    ["the definition", '{"timeZone":"UTC","week":{"mon":["09:00-12:00"]},"__proto__":{"polluted":true}}', []],
    ["the week", '{"timeZone":"UTC","week":{"__proto__":{"polluted":true}}}', ["week"]],
    [
      "the exceptions",
      '{"timeZone":"UTC","week":{"mon":["09:00-12:00"]},"exceptions":{"__proto__":["09:00-12:00"]}}',
      ["exceptions"],
    ],
    [
      "a list of holidays",
      '{"timeZone":"UTC","week":{"mon":["09:00-12:00"]},"holidays":[{"dates":["2026-05-01"],"__proto__":{"to":"x"}}]}',
      ["holidays", 0],
    ],
    [
      "a closure",
      '{"timeZone":"UTC","week":{"mon":["09:00-12:00"]},"closures":[{"date":"2026-05-01","__proto__":{"polluted":1}}]}',
      ["closures", 0],
    ],
  ])("__proto__ as a key of %s is refused with its path", (_, json, place) => {
    const error = refusal(() => make(JSON.parse(json)));
    expect(error.code).toMatch(/^schedule\./);
    expect(error.issues[0]?.path).toEqual([...place, "__proto__"]);
  });

  it("constructor and its like are no weekdays, dates, sources, ids or keys", () => {
    for (const key of ["constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"]) {
      const windows = ["09:00-12:00"];
      const definitions: [unknown, string][] = [
        [{ timeZone: "UTC", week: { [key]: windows } }, "schedule.unknown-day"],
        [{ timeZone: "UTC", week: { [key]: { prototype: { polluted: 1 } } } }, "schedule.bad-window"],
        [{ timeZone: "UTC", week, exceptions: { [key]: windows } }, "schedule.bad-date"],
        [{ timeZone: "UTC", week, holidays: [key] }, "holidays.unknown-source"],
        [{ timeZone: "UTC", week, holidays: ["FR"], reopen: [key] }, "holidays.unknown-id"],
        [{ timeZone: "UTC", week, [key]: 1 }, "schedule.unknown-key"],
        [{ timeZone: key, week }, "schedule.unknown-zone"],
      ];
      for (const [definition, code] of definitions) {
        const codes = refusal(() => make(definition)).issues.map((issue) => issue.code);
        expect(codes, `${key}: ${code}`).toContain(code);
      }
    }
  });

  it("are not read: an inherited week is none", () => {
    const inherited = Object.create({ timeZone: "UTC", week }) as object;
    refusal(() => make(inherited));
    const bare = Object.assign(Object.create(null), { timeZone: "UTC", week }) as unknown;
    expect(make(bare).isWorkingDay("2026-05-18")).toBe(true);
  });

  it("__proto__ in the changes of with() is refused", () => {
    const desk = make({ timeZone: "UTC", week });
    refusal(() => desk.with(JSON.parse('{"__proto__":{"week":{}}}')));
    expect(desk.isWorkingDay("2026-05-18")).toBe(true);
  });
});

describe("depth and circles", () => {
  const tooDeep = { code: "schedule.bad-definition", message: /deep|circle/ };

  it("100,000 levels are refused without a stack overflow", () => {
    const arrays: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    const objects: unknown = JSON.parse(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`);
    for (const deep of [arrays, objects]) {
      expectRefusal(() => make(deep), tooDeep);
      expectRefusal(() => make({ timeZone: "UTC", week: deep }), tooDeep);
      expectRefusal(() => make({ timeZone: "UTC", week, holidays: [deep] }), tooDeep);
    }
  });

  it("a circle is refused", () => {
    const circle: Record<string, unknown> = { timeZone: "UTC", week };
    circle["holidays"] = [circle];
    expectRefusal(() => make(circle), tooDeep);
    const list: unknown[] = [];
    list.push(list);
    expectRefusal(() => make({ timeZone: "UTC", week, holidays: list }), tooDeep);
  });

  it("a circle with many ways round is refused without going all of them", () => {
    let reads = 0;
    const circle: Record<string, unknown> = {};
    const counted = new Proxy(circle, {
      get(target, key) {
        // Ends the test instead of the machine's memory.
        if (++reads === 1_000_000) throw new Error("too many reads");
        return Reflect.get(target, key) as unknown;
      },
    });
    for (let way = 0; way < 8; way++) circle[`way${way}`] = counted;
    refusal(() => make(counted));
    expect(reads).toBeLessThan(100_000);
  });

  it("one part that stands in two places is no circle", () => {
    const windows = ["09:00-12:00"];
    const desk = make({ timeZone: "UTC", week: { mon: windows, tue: windows } });
    expect(desk.isWorkingDay("2026-05-19")).toBe(true);
  });
});

describe("getters and proxies", () => {
  it("each member is read once: a second reading with another answer is not made", () => {
    const reads: string[] = [];
    const shifty = {
      get timeZone() {
        reads.push("timeZone");
        return reads.filter((name) => name === "timeZone").length === 1 ? "Europe/Paris" : "Mars/Phobos";
      },
      get week() {
        reads.push("week");
        return reads.filter((name) => name === "week").length === 1 ? week : {};
      },
    };
    const desk = createCalendar(shifty, { output: "iso" });
    expect(desk.nextOpen("2026-05-18T00:00Z")).toBe("2026-05-18T09:00:00.000+02:00");
    desk.with({ closures: ["2026-12-24"] });
    expect(reads.sort()).toEqual(["timeZone", "week"]);
  });

  it("a proxy is a definition like another, read once", () => {
    const reads = new Map<PropertyKey, number>();
    const definition = new Proxy(
      { timeZone: "UTC", week },
      {
        get(target, key, receiver) {
          reads.set(key, (reads.get(key) ?? 0) + 1);
          return Reflect.get(target, key, receiver) as unknown;
        },
      },
    );
    expect(createCalendar(definition).isWorkingDay("2026-05-18")).toBe(true);
    expect(reads.get("timeZone")).toBe(1);
    expect(reads.get("week")).toBe(1);
  });

  it("a getter that throws is refused, and what it threw is shown", () => {
    const throwing = {
      timeZone: "UTC",
      get week(): never {
        throw new Error("not today");
      },
    };
    expectRefusal(() => make(throwing), { code: "schedule.bad-definition", message: /not today/ });
  });

  it("a getter that throws no error is refused too", () => {
    for (const thrown of [undefined, null, "a text", { toString: () => 5 }, Object.create(null)]) {
      const throwing = {
        timeZone: "UTC",
        get week(): never {
          throw thrown;
        },
      };
      expectRefusal(() => make(throwing), { code: "schedule.bad-definition" });
    }
  });

  it("a revoked proxy is refused, whole or within", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expectRefusal(() => make({ timeZone: "UTC", week: proxy }), { code: "schedule.bad-definition" });
    expectRefusal(() => make(proxy), { code: "schedule.bad-definition", path: [] });
  });

  it("an object whose tag throws is refused", () => {
    class Trap {
      get [Symbol.toStringTag](): never {
        throw new Error("no tag");
      }
    }
    expectRefusal(() => make(new Trap()), { code: "schedule.bad-definition" });
    expectRefusal(() => make({ timeZone: "UTC", week: new Trap() }), { code: "schedule.bad-definition" });
  });

  it("a hole in an array is refused with its index", () => {
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested
    const error = refusal(() => make({ timeZone: "UTC", week: { mon: [, "09:00-12:00"] } }));
    expect(error.issues[0]?.path).toEqual(["week", "mon", 0]);
  });

  it("an array that says that it has four thousand million items is refused by its length", () => {
    let reads = 0;
    const endless = new Proxy([] as unknown[], {
      get(target, key) {
        if (key === "length") return 2 ** 32 - 1;
        // Ends the test instead of the machine's memory.
        if (++reads === 100_000) throw new Error("too many reads");
        return Reflect.get(target, key) as unknown;
      },
    });
    refusal(() => make({ timeZone: "UTC", week: { mon: endless } }));
    expect(reads).toBeLessThan(10_000);
  });
});

describe("size", () => {
  it("repeated keys in JSON: the last one counts, as everywhere in JavaScript", () => {
    const json = '{"timeZone":"UTC","timeZone":"Europe/Paris","week":{"mon":["09:00-12:00"]}}';
    expect(make(JSON.parse(json)).definition.timeZone).toBe("Europe/Paris");
  });

  it("20,000 problems are reported without the machine stopping", () => {
    const wrong = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`mnday${i}`, []]));
    const start = processorMs();
    expectRefusal(() => make({ timeZone: "UTC", week: wrong }), { code: "schedule.unknown-day" });
    expect(processorMs() - start).toBeLessThan(GENEROUS_MS);
  });
});
