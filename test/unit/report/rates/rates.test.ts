/**
 * Rates in the report: what open cases and small samples leave open, and rates by month, customer and kind.
 */
import { describe, expect, it } from "vitest";
import { type Case, definePolicy, evaluate, type Policy, type PolicyDocument } from "../../../../src/index.ts";
import { judgeGoals, textReport } from "../../../../src/report/index.ts";
import { at, request } from "../../evaluation/telling.ts";
import { HARMFUL } from "../../refusals.ts";

/** Two hours, day and night: what becomes of a case is seen at once. */
const policy = (solve: object = {}, rest: object = {}): Policy =>
  definePolicy({
    policy: "desk",
    calendar: "always",
    calendars: { always: { timeZone: "Europe/Paris", week: { "mon-sun": ["00:00-24:00"] } } },
    kinds: { incident: { events: ["opened", "solved"] }, wish: { events: ["opened", "solved"] } },
    commitments: {
      solve: {
        kind: "target",
        kinds: ["incident", "wish"],
        start: "opened",
        stop: "solved",
        reopening: "ignore",
        target: { hours: "PT2H", count: "open" },
        ...solve,
      },
    },
    ...rest,
  } as PolicyDocument);
const PLAIN = policy();

let next = 0;
const of = (kind: "met" | "missed" | "open", facts: object = {}, date = "06-30"): Case => {
  const end = kind === "met" ? `solved ${date} 11:00` : `solved ${date} 13:00`;
  const start = kind === "open" ? "opened 06-30 17:00" : `opened ${date} 10:00`;
  return request("incident", kind === "open" ? [start] : [start, end], { id: `T${next++}`, ...facts });
};
const some = (count: number, ...rest: Parameters<typeof of>): Case[] =>
  Array.from({ length: count }, () => of(...rest));

interface Beside {
  readonly goal?: number;
  readonly policy?: Policy;
  readonly options?: Partial<Parameters<typeof evaluate>[2]>;
}
function report(cases: readonly Case[], { goal, policy: by = PLAIN, options = {} }: Beside = {}): string {
  const evaluation = evaluate(by, cases, { asOf: at("06-30 18:00"), ...options });
  const minimums = { byId: new Map(), ...(goal === undefined ? {} : { otherwise: goal }) };
  return textReport({ policy: by, evaluation, verdicts: judgeGoals(evaluation, minimums) });
}
const note = (...args: Parameters<typeof report>): string | undefined => /^solve: (.*)$/m.exec(report(...args))?.[1];

describe("beneath the table", () => {
  it("stands between which shares the rate will come to lie", () => {
    // 116 of 120 decided: with four open between 116 and 120 of 124.
    const cases = [...some(116, "met"), ...some(4, "missed"), ...some(4, "open")];
    expect(note(cases, { goal: 0.95 })).toBe("between 93.5 % and 96.8 % while 4 are open");
    expect(note([...some(99, "met"), of("missed"), of("open")], { goal: 0.985 })).toBe(
      "between 98 % and 99 % while 1 is open",
    );
  });

  it("stands that a goal is kept whatever becomes of the open cases", () => {
    const cases = [...some(116, "met"), ...some(4, "missed")];
    expect(note([...cases, ...some(2, "open")], { goal: 0.95 })).toBe(
      "between 95.1 % and 96.7 %; whatever becomes of the 2 open, 95 % is kept",
    );
    expect(note([...cases, of("open")], { goal: 0.95 })).toBe(
      "between 95.9 % and 96.7 %; whatever becomes of the one open, 95 % is kept",
    );
    // 114 of 120 is 95 % exactly.
    const exactly = [...some(114, "met"), ...some(4, "missed"), ...some(2, "open")];
    expect(note(exactly, { goal: 0.95 })).toBe("between 95 % and 96.7 %; whatever becomes of the 2 open, 95 % is kept");
  });

  it("stands that a goal can no longer be reached, and of which cases", () => {
    const cases = [...some(115, "met"), ...some(4, "missed"), of("open")];
    const lost = "between 95.8 % and 96.7 % while 1 is open; can no longer reach 97 %";
    expect(note(cases, { goal: 0.97 })).toBe(`${lost} of the cases begun so far`);
    // June is not over; a case may still begin in it.
    expect(note(cases, { goal: 0.97, options: { period: "2026-06" } })).toBe(
      `${lost} of the cases begun so far in 2026-06`,
    );
    const open = { type: "opened", at: at("05-31 23:00") };
    const june = [
      ...some(115, "met", {}, "05-29"),
      ...some(4, "missed", {}, "05-29"),
      request("incident", [open as never]),
    ];
    const options = { period: "2026-05", asOf: at("06-01 00:00") };
    expect(note(june, { goal: 0.97, options })).toBe(`${lost} in 2026-05`);
    // One of 116 of 120: the goal is a hair above what could be.
    expect(note(cases, { goal: 0.96667 })).toMatch(
      /^between 95\.8 % and 96\.6666 % .*; can no longer reach 96\.7 % of/,
    );
  });

  it("stands nothing of the kind where nothing is open, nothing is decided, or a goal of 100 % is lost by one miss", () => {
    expect(note([...some(120, "met"), of("missed")], { goal: 0.95 })).toBeUndefined();
    expect(note(some(3, "open"), { goal: 0.95 })).toBeUndefined();
    expect(note([...some(120, "met"), of("missed"), of("open")])).toBe("between 98.4 % and 99.2 % while 1 is open");
  });

  it("stands how little a small sample says, where the goal lies in what it leaves open", () => {
    // Wilson's interval of 18 in 20 is 69.9 % to 97.2 %, as the textbooks have it.
    const cases = [...some(18, "met"), ...some(2, "missed")];
    expect(note(cases, { goal: 0.95 })).toBe("20 decided: 95 % interval 69.9 % to 97.2 %");
    expect(note(cases, { goal: 0.75 })).toBe("20 decided: 95 % interval 69.9 % to 97.2 %");
    for (const goal of [0.69, 0.98, 1]) expect(note(cases, { goal }), String(goal)).toBeUndefined();
    expect(note([...cases, of("open")], { goal: 0.8 })).toBe(
      "between 85.7 % and 90.5 %; whatever becomes of the one open, 80 % is kept (20 decided: 95 % interval 69.9 % to 97.2 %)",
    );
  });
});

describe("a goal that the rate must be above", () => {
  const above = policy({ goal: 0.5, goalAbove: true });
  it("is not kept by the goal itself, in the table, by group and beneath", () => {
    const half = [of("met"), of("missed")];
    const text = report(half, { policy: above, options: { by: ["kind"] } });
    expect(text).toMatch(/^solve +1 +1 +0 +0 +0 +50 % +50 % +broken, not above 50 %$/m);
    expect(text).toMatch(/^solve +incident +1 +1 +0 +0 +0 +50 % +not above 50 %$/m);
    expect(report([...half, of("missed")], { policy: above })).toMatch(/33.3 % +50 % +broken$/m);
    // One of two, one of three is open: at best two of three. Two of four, whatever one brings: at best half.
    expect(note([...half, of("open")], { policy: above })).toMatch(/^between 33\.3 % and 66\.7 % while 1 is open \(/);
    expect(note([...some(2, "missed"), of("met"), of("open")], { policy: above })).toMatch(
      /^between 25 % and 50 % while 1 is open; can no longer reach more than 50 % of the cases begun so far/,
    );
    expect(note([...some(2, "met"), of("missed"), of("open")], { policy: above })).toMatch(/while 1 is open \(/);
    expect(note([...some(3, "met"), of("missed"), of("open")], { policy: above })).toMatch(
      /^between 60 % and 80 %; whatever becomes of the one open, more than 50 % is kept/,
    );
  });
});

describe("the table", () => {
  it("counts excused cases in a column where there are any", () => {
    const conditions = { paid: { check: "contract-paid", otherwise: "excuse" } };
    const excusing = policy({ conditions: ["paid"] }, { conditions });
    const register = { customers: [{ id: "acme", contract: { paid: false } }, { id: "beta" }] };
    const cases = [of("missed"), of("missed", { customer: "beta" }), of("met", { customer: "beta" })];
    const text = report(cases, { policy: excusing, options: { register, by: ["customer"] } });
    expect(text).toMatch(/^commitment +met +missed +open +excused +n\/a +unmeasurable +rate +goal$/m);
    expect(text).toMatch(/^solve +1 +1 +0 +1 +0 +0 +50 % +100 % +broken$/m);
    expect(text).toMatch(/^solve +acme +0 +0 +0 +1 +0 +0 +–$/m);
    expect(report(cases)).not.toContain("excused");
  });
});

describe("rates by group", () => {
  const cases = [
    ...some(3, "met", { customer: "acme" }, "05-04"),
    of("missed", { customer: "beta" }, "05-05"),
    of("met", { customer: "acme", kind: "wish" }, "06-01"),
    of("open", { customer: "beta" }),
  ];
  const table = (group: string, text: string): string[] => {
    const all = text.split("\n");
    const start = all.findIndex((line) => line.startsWith(`commitment  ${group}`));
    return all.slice(start, all.indexOf("", start));
  };

  it("come as a table each, those below the goal marked", () => {
    const text = report(cases, { goal: 0.8, options: { by: ["kind", "month"] } });
    expect(table("month", text)).toEqual([
      "commitment  month    met  missed  open  n/a  unmeasurable   rate",
      "solve       2026-05    3       1     0    0             0   75 %  below 80 %",
      "solve       2026-06    1       0     1    0             0  100 %",
    ]);
    expect(table("kind", text)).toEqual([
      "commitment  kind      met  missed  open  n/a  unmeasurable   rate",
      "solve       incident    3       1     1    0             0   75 %  below 80 %",
      "solve       wish        1       0     0    0             0  100 %",
    ]);
    expect(text).not.toContain("acme");
  });

  it("show customers where they are asked for, and harmlessly", () => {
    const evil = "x\n\u202e";
    const text = report([...cases, of("met", { customer: evil })], { options: { by: ["customer"] } });
    expect(
      table("customer", text)
        .slice(1)
        .map((line) => line.split(/ +/)[1]),
    ).toEqual(["acme", "beta", "x\\u{a}\\u{202e}"]);
    expect(text.replaceAll("\n", "")).not.toMatch(HARMFUL);
  });

  it("change nothing of the verdicts, which are on the whole", () => {
    expect(report(cases, { goal: 0.8, options: { by: ["month"] } })).toMatch(/every commitment .* is kept\n$/);
  });
});

describe("the rest of the report", () => {
  it("lists the misses of its period alone", () => {
    const cases = [of("missed", { id: "may" }, "05-05"), of("missed", { id: "june" }, "06-05")];
    const text = report(cases, { options: { period: "2026-06" } });
    expect(text).toMatch(/^ {2}june {2}solve/m);
    expect(text).not.toContain("may");
  });

  it("names the version of the time zone data where it is known", () => {
    expect(report([of("met")], { options: { tzdata: "2026a" } })).toMatch(/^made with .*, time zone data 2026a$/m);
    expect(report([of("met")])).not.toContain("time zone data");
  });
});
