/**
 * What `planCallbacks` refuses: every problem at once, with place, value and cure. Source: the page of bad input.
 */

import { describe, expect, it } from "vitest";
import { createCalendar, type PendingCallback, type PlanOptions, planCallbacks } from "../../../../src/index.ts";
import { processorMs } from "../../../helpers/processor-time.ts";
import { expectRefusal, refusal, SUPPORT } from "../../refusals.ts";

const desk = createCalendar(SUPPORT, { output: "iso" });
const GOOD = { id: "T1", calledAt: "2026-05-22T16:55:00+02:00" };
const OPTIONS = { calendar: desk, agents: 1, handlingMinutes: 20, from: "2026-05-26T08:30:00+02:00" };

/** Plans whatever plain JavaScript hands over. */
const plan = (pending: unknown, changes: object = {}): unknown =>
  planCallbacks(pending as PendingCallback[], { ...OPTIONS, ...changes } as PlanOptions<"iso">);
const entry = (changes: object): unknown => plan([{ ...GOOD, ...changes }]);

describe("an entry", () => {
  it.each<[object, code: string, path: (string | number)[], message: RegExp]>([
    [{ id: undefined }, "callback.bad-pending", ["id"], /undefined is not an id; write "T1"/],
    [{ id: "" }, "callback.bad-pending", ["id"], /"" is not an id/],
    [{ id: 7 }, "callback.bad-pending", ["id"], /7 is not an id/],
    [{ customer: 7 }, "callback.bad-pending", ["customer"], /7 is not a customer's id/],
    [{ calledAt: undefined }, "time.bad-instant", ["calledAt"], /undefined is not an instant/],
    [{ calledAt: "2026-05-22T16:55" }, "time.no-offset", ["calledAt"], /needs Z or an offset/],
    [{ calledAt: "2026-02-30T16:55Z" }, "time.bad-instant", ["calledAt"], /"2026-02-30T16:55Z"/],
    [{ calledAt: Number.NaN }, "time.bad-instant", ["calledAt"], /NaN/],
    [{ calledAt: 0.5 }, "time.fraction", ["calledAt"], /0\.5/],
    [{ calledAt: "1890-01-01T00:00Z" }, "time.out-of-range", ["calledAt"], /1890-01-01/],
    [{ target: "4h" }, "time.bad-duration", ["target"], /write "PT4H"/],
    [{ target: "P1D" }, "time.bad-duration", ["target"], /no fixed length/],
    [{ target: null }, "time.bad-duration", ["target"], /null is not a duration/],
    [{ target: 0 }, "callback.bad-pending", ["target"], /0 is not a target above zero/],
    [{ target: "-PT1H" }, "callback.bad-pending", ["target"], /"-PT1H" is not a target above zero/],
    [{ targets: [] }, "callback.bad-pending", ["targets"], /\[\] is not targets by name/],
    [{ targets: "PT4H" }, "callback.bad-pending", ["targets"], /"PT4H" is not targets by name/],
    [{ targets: { a: "4h" } }, "time.bad-duration", ["targets", "a"], /"4h"/],
    [{ targets: { a: {} } }, "time.bad-duration", ["targets", "a"], /names no unit/],
    [
      { targets: { a: { missedAt: null } } },
      "time.bad-instant",
      ["targets", "a", "missedAt"],
      /null is not an instant/,
    ],
    [
      { targets: { a: { missedAt: 0, dueAt: "noon" } } },
      "time.bad-instant",
      ["targets", "a", "dueAt"],
      /"noon" is not a date/,
    ],
    [{ targets: { "carry-over": 1 } }, "callback.bad-pending", ["targets", "carry-over"], /not a name that is free/],
    [{ targets: { "": 1 } }, "callback.bad-pending", ["targets", ""], /not a name that is free/],
    [{ target: 1, targets: { target: 1 } }, "callback.bad-pending", ["targets", "target"], /not a name that is free/],
    [{ handlingMinutes: 0 }, "callback.bad-pending", ["handlingMinutes"], /0 is not minutes above zero; write 20/],
    [{ handlingMinutes: -5 }, "callback.bad-pending", ["handlingMinutes"], /-5/],
    [{ handlingMinutes: "20" }, "callback.bad-pending", ["handlingMinutes"], /"20" is not minutes/],
    [{ handlingMinutes: null }, "callback.bad-pending", ["handlingMinutes"], /null is not minutes/],
    [{ handlingMinutes: Number.NaN }, "callback.bad-pending", ["handlingMinutes"], /NaN/],
    [{ handlingMinutes: Number.POSITIVE_INFINITY }, "time.bad-duration", ["handlingMinutes"], /finite/],
    [{ handlingMinutes: 0.00001 }, "time.bad-duration", ["handlingMinutes"], /whole number of ms/],
    [{ handlingMinute: 30 }, "callback.bad-pending", ["handlingMinute"], /did you mean "handlingMinutes"\?/],
    [{ kind: "anomaly" }, "callback.bad-pending", ["kind"], /"kind" is no key of a pending callback/],
    [JSON.parse('{ "__proto__": { "target": 1 } }'), "callback.bad-pending", ["__proto__"], /is no key/],
  ])("with %j is refused", (changes, code, path, message) => {
    // By assignment "__proto__" would be lost.
    const given = Object.defineProperties({ ...GOOD }, Object.getOwnPropertyDescriptors(changes));
    expectRefusal(() => plan([given]), { code, path: ["pending", 0, ...path], message, count: 1 });
    expect(({} as { target?: unknown }).target).toBeUndefined();
  });

  it.each([null, undefined, "T1", 7, [], () => GOOD])("that is %s is refused", (value) => {
    expectRefusal(() => plan([GOOD, value]), { code: "callback.bad-pending", path: ["pending", 1], count: 1 });
  });

  it("whose id stands twice is refused: a plan names callbacks by their ids", () => {
    expectRefusal(() => plan([GOOD, { ...GOOD, id: "T2" }, GOOD]), {
      code: "callback.bad-pending",
      path: ["pending", 2, "id"],
      message: 'pending[2].id: "T1" is not an id of its own; write one entry for each callback',
      count: 1,
    });
  });

  it("that throws when it is read is refused, and shown", () => {
    const getter = Object.defineProperty({ ...GOOD }, "target", {
      enumerable: true,
      get: () => {
        throw new Error("not now");
      },
    });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const value of [getter, proxy]) {
      expectRefusal(() => plan([value]), { code: "callback.bad-pending", path: ["pending", 0], count: 1 });
    }
    expectRefusal(() => entry({ targets: { a: getter } }), {
      code: "time.bad-duration",
      path: ["pending", 0, "targets", "a"],
    });
  });

  it("is read once: what changes afterwards is not seen", () => {
    let reads = 0;
    const counted = Object.defineProperty({ ...GOOD }, "calledAt", {
      enumerable: true,
      get: () => {
        reads++;
        return GOOD.calledAt;
      },
    });
    plan([counted]);
    expect(reads).toBe(1);
  });
});

describe("the list", () => {
  it.each([null, undefined, {}, "T1", 7])("that is %s is refused", (value) => {
    expectRefusal(() => plan(value), { code: "callback.bad-pending", path: ["pending"], count: 1 });
  });

  it("with holes is refused at each", () => {
    const sparse: unknown[] = [];
    sparse[2] = GOOD;
    expectRefusal(() => plan(sparse), { code: "callback.bad-pending", path: ["pending", 0], count: 2 });
  });

  it("of more than 100,000 is refused before it is read", () => {
    expectRefusal(() => plan(Array(4_000_000_000)), {
      code: "callback.bad-pending",
      path: ["pending"],
      message: /100000/,
    });
  });
});

describe("the options", () => {
  it.each<[object, path: (string | number)[], message: RegExp]>([
    [{ agents: undefined }, ["agents"], /undefined is not a number of agents/],
    [{ agents: 0 }, ["agents"], /0 is not a number of agents/],
    [{ agents: -1 }, ["agents"], /-1/],
    [{ agents: 1.5 }, ["agents"], /1\.5/],
    [{ agents: Number.POSITIVE_INFINITY }, ["agents"], /Infinity/],
    [{ agents: "2" }, ["agents"], /"2" is not a number of agents/],
    [{ agents: [] }, ["agents"], /\[\] is not/],
    [{ agents: ["anna", ""] }, ["agents", 1], /"" is not an agent's name/],
    [{ agents: ["anna", 7] }, ["agents", 1], /7 is not an agent's name/],
    [{ agents: ["anna", "anna"] }, ["agents", 1], /"anna" is not a name of its own/],
    [{ handlingMinutes: 0 }, ["handlingMinutes"], /0 is not minutes above zero/],
    [{ handlingMinutes: "20" }, ["handlingMinutes"], /"20"/],
    [{ closing: "noon" }, ["closing"], /"noon" is not a closing; write "day" or "window"/],
    [{ agent: 2 }, ["agent"], /did you mean "agents"\?/],
  ])("with %j are refused", (changes, path, message) => {
    expectRefusal(() => plan([GOOD], changes), { code: "calendar.bad-option", path, message, count: 1 });
  });

  it("without a handling time are refused where an entry brings none", () => {
    const pending = [GOOD, { ...GOOD, id: "T2", handlingMinutes: 20 }, { ...GOOD, id: "T3" }];
    const error = refusal(() => plan(pending, { handlingMinutes: undefined }));
    expect(error.issues.map(({ path }) => path)).toEqual([
      ["pending", 0, "handlingMinutes"],
      ["pending", 2, "handlingMinutes"],
    ]);
  });

  it.each([
    [undefined, "time.bad-instant"],
    ["2026-05-26T08:30", "time.no-offset"],
    ["1890-01-01T00:00Z", "time.out-of-range"],
    ["2199-12-31T22:00Z", "calendar.beyond-reach"],
  ])("from %s are refused", (from, code) => {
    expectRefusal(() => plan([GOOD], { from }), { code, path: ["from"], count: 1 });
  });

  it("with an unknown zone are refused", () => {
    expectRefusal(() => plan([GOOD], { zone: "europe/paris" }), {
      code: "time.unknown-zone",
      path: ["zone"],
      count: 1,
    });
  });

  it.each([null, undefined, 7, [], "desk"])("that are %s are refused", (options) => {
    expectRefusal(() => planCallbacks([GOOD], options as never), { code: "calendar.bad-option", path: ["options"] });
  });

  it.each([null, undefined, {}, SUPPORT])("whose calendar is none are refused", (calendar) => {
    expectRefusal(() => plan([GOOD], { calendar }), { code: "calendar.bad-option", path: ["calendar"] });
  });
});

it("all problems are told at once, in the order of options and entries", () => {
  const error = refusal(() =>
    plan([{ id: "", calledAt: "soon" }, { ...GOOD, target: "4h", targets: { a: "1d" } }, null], {
      agents: 0,
      handlingMinutes: -1,
      from: "now",
    }),
  );
  expect(error.issues.map(({ path }) => path.join("."))).toEqual([
    "agents",
    "handlingMinutes",
    "from",
    "pending.0.id",
    "pending.0.calledAt",
    "pending.1.target",
    "pending.1.targets.a",
    "pending.2",
  ]);
});

describe("a handling that is longer than any open interval", () => {
  it("is refused where it is written, with the longest there is", () => {
    expectRefusal(() => plan([GOOD, { ...GOOD, id: "T2" }], { handlingMinutes: 181 }), {
      code: "callback.never-fits",
      path: ["handlingMinutes"],
      message:
        "handlingMinutes: 181 minutes are longer than any open interval within a year, at most 180 minutes; split the callback",
      count: 1,
    });
    const pending = [GOOD, { ...GOOD, id: "T2", handlingMinutes: 200 }, { ...GOOD, id: "T3", handlingMinutes: 180.5 }];
    const error = refusal(() => plan(pending));
    expect(error.issues.map(({ code, path }) => [code, path])).toEqual([
      ["callback.never-fits", ["pending", 1, "handlingMinutes"]],
      ["callback.never-fits", ["pending", 2, "handlingMinutes"]],
    ]);
  });

  it("is refused however long it is, and quickly", () => {
    const start = processorMs();
    for (const handlingMinutes of [1e6, 1e9, 1e11]) {
      expectRefusal(() => plan([GOOD], { handlingMinutes }), { code: "callback.never-fits" });
    }
    expect(processorMs() - start).toBeLessThan(2_000);
  });

  it("does not hide that the days to come are not known", () => {
    const known = createCalendar({ ...SUPPORT, holidays: [{ dates: ["2026-05-25"] }] }, { output: "iso" });
    const ask = (handlingMinutes: number) => () =>
      planCallbacks([{ id: "A", calledAt: "2026-12-30T16:00+01:00" }], {
        calendar: known,
        agents: 1,
        handlingMinutes,
        from: "2026-12-31T16:00+01:00",
      });
    expect(ask(60)().calls[0]?.startsAt).toBe("2026-12-31T16:00:00.000+01:00");
    expectRefusal(ask(61), { code: "calendar.beyond-reach", message: /2027-01-01/ });
    expectRefusal(ask(181), { code: "callback.never-fits" });
  });

  it("is refused where an interval as long is not free again for years", () => {
    const once = createCalendar({ ...SUPPORT, exceptions: { "2026-05-27": ["08:00-14:00"] } }, { output: "iso" });
    const pending = [GOOD, { ...GOOD, id: "T2" }];
    const ask = (agents: number) => () =>
      planCallbacks(pending, { ...OPTIONS, calendar: once, agents, handlingMinutes: 200 });
    // There is room for one callback of 200 minutes.
    expectRefusal(ask(1), {
      code: "callback.never-fits",
      path: ["handlingMinutes"],
      message: /^handlingMinutes: 200 minutes fit in no open interval that is free before 2028-/,
    });
    expect(ask(2)().calls.map(({ startsAt }) => startsAt.slice(0, 16))).toEqual(Array(2).fill("2026-05-27T08:00"));
    expect(ask(2)().enoughAgents).toBeNull();
    expect(ask(2)().usefulAgents).toBe(2);
  });

  it("is one that a desk that never closes does not have", () => {
    const always = createCalendar({ timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } }, { output: "iso" });
    const told = planCallbacks([GOOD], { ...OPTIONS, calendar: always, handlingMinutes: 1_000_000 });
    expect(told.calls[0]?.startsAt).toBe("2026-05-26T06:30:00.000Z");
    expectRefusal(() => planCallbacks([GOOD], { ...OPTIONS, calendar: always, handlingMinutes: 1e9 }), {
      code: "calendar.beyond-reach",
    });
  });
});

describe("what is not known", () => {
  const known = createCalendar({ ...SUPPORT, holidays: [{ dates: ["2026-05-25"] }] }, { output: "iso" });

  it("is an error where the next working day of a call is not known", () => {
    const pending = [
      { id: "A", calledAt: "2026-12-30T16:00+01:00" },
      { id: "B", calledAt: "2026-12-31T16:00+01:00" },
    ];
    const ask = (): unknown =>
      planCallbacks(pending, { calendar: known, agents: 1, handlingMinutes: 20, from: "2026-12-31T16:05+01:00" });
    expectRefusal(ask, {
      code: "calendar.beyond-reach",
      path: ["pending", 1, "calledAt"],
      message: /^pending\[1\]\.calledAt: 2027-01-01 is beyond the reach/,
      count: 1,
    });
  });

  it("is an error where the plan goes on beyond it, and none for numbers of agents that are only tried", () => {
    const pending = Array.from({ length: 7 }, (_, i) => ({ id: `A${i}`, calledAt: "2026-12-29T16:00+01:00" }));
    const ask = (agents: number) => () =>
      planCallbacks(pending, { calendar: known, agents, handlingMinutes: 60, from: "2026-12-31T09:00+01:00" });
    expectRefusal(ask(1), { code: "calendar.beyond-reach", message: /2027-01-01/ });
    // One agent would need a seventh hour, which is not known.
    expect(ask(2)().usefulAgents).toBe(2);
  });

  it("is shown as no due, and is not missed by a plan that ends before", () => {
    const [only] = planCallbacks([{ id: "A", calledAt: "2026-12-30T16:00+01:00", target: "PT1000H" }], {
      calendar: createCalendar(
        { timeZone: "Europe/Paris", week: { "mon-sun": ["00:00-24:00"] }, holidays: [{ dates: ["2026-05-25"] }] },
        { output: "iso" },
      ),
      agents: 1,
      handlingMinutes: 20,
      from: "2026-12-30T16:00+01:00",
    }).calls;
    expect([only?.dueAt, only?.missed]).toEqual([null, []]);
  });
});
