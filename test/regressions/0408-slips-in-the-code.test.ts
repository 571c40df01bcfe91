/**
 * `{ "mon-fir": ["9-17"] }` and `"4h"` compiled. What stands in the code is now refused where it is written, and what is only known
 * to be a text, or not known at all, comes in.
 *
 * A table of what the compiler takes and refuses, as it is asked: each line of it is a program. A line is refused in the words that a
 * user reads, and by the type that is named: with that type widened back to what it was, the line compiles.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { completionsIn, type Snippet, typeErrors } from "../helpers/type-check.ts";

/** What the lines speak of. */
const PROLOGUE = `
import { createCalendar, definePolicy, type CalendarDefinition, type Output } from "ouvree";
import { printOpeningHours } from "ouvree/opening-hours";
declare const text: string;
declare const unknown: unknown;
declare const any: any;
const zone = { timeZone: "UTC" };
const hours = { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } };
const desk = createCalendar({ timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } });
const first = { kind: "target", kinds: ["request"], start: "opened", stop: "closed", reopening: "ignore" } as const;
const rest = { policy: "p", calendar: "desk", kinds: { request: { events: ["opened", "closed"] } } };
`.trim();

const week = (entries: string): string => `createCalendar({ ...zone, week: { ${entries} } });`;
const target = (words: string): string =>
  `definePolicy({ ...rest, calendars: { desk: hours }, commitments: { c: { ...first, target: ${words} } } });`;

const ACCEPTED: readonly string[] = [
  week('mon: [], "mon-fri": ["09:00-12:00", "14:00-17:00"], "sat,sun": ["22:00-06:00"], "fri-mon": ["00:00-24:00"]'),
  week('"mon,wed,fri": ["09:00-17:00"], "mon-wed,sat": [], "tue,thu-fri": []'),
  'createCalendar({ ...zone, exceptions: { "2026-12-24": ["09:00-12:00"], "12-27/12-31": { mon: [] } } });',
  // Not known: checked when it runs.
  "createCalendar(unknown).add(0, 1).toISO();",
  'createCalendar(unknown, { output: "ms" }).add(0, 1).toFixed();',
  "createCalendar(JSON.parse(text));",
  "definePolicy(unknown).commitmentIds.includes(text);",
  "definePolicy(any);",
  // Declared apart: the compiler has kept that the windows are texts, and no more.
  "createCalendar(hours);",
  'createCalendar({ ...hours, holidays: ["FR"] }).with({ week: hours.week });',
  "createCalendar({ ...zone, week: { mon: [text] } });",
  'createCalendar({ ...zone, week: { mon: ["09:00-17:00"] } } as const);',
  'const apart = { timeZone: "UTC", week: { mon: ["09:00-17:00"] } } satisfies CalendarDefinition; createCalendar(apart);',
  "const apart: CalendarDefinition<string> = hours; createCalendar(apart);",
  "createCalendar({ ...zone, union: [hours, { ...zone, versions: [{ from: '2026-01-01', week: hours.week }] }] });",
  "const week: Record<string, string[]> = {}; createCalendar({ ...zone, week });",
  "createCalendar(desk.definition, { limits: { windows: 9 } }); printOpeningHours(desk.definition); printOpeningHours(hours);",
  // Durations.
  'desk.add(0, "PT4H"); desk.subtract(0, "PT1H30M"); desk.explain(0, "-PT1,5H"); desk.reaches(0, "PT0.5S", 0.8);',
  "desk.add(0, text); desk.latestStart(0, text); desk.add(0, 3_600_000); desk.add(0, { hours: 4 }); desk.add(0, any);",
  'desk.add(0, createCalendar(hours, { output: "iso" }).elapsed(0, 1));',
  target('{ hours: "PT4H", count: "open" }'),
  target('{ days: "P3D", count: "working", until: "closing", rollToOpen: true }'),
  // The output decides what answers are.
  'const options = { output: "iso" } as const; createCalendar(hours, options).nextOpen(0).slice();',
  "const output = text as Output; const answer = createCalendar(hours, { output }).nextOpen(0); typeof answer === 'string';",
];

/** By the type that refuses: the file, its text, and what it was. */
const WIDENED = {
  window: ["src/schedule/definition.ts", /export type WindowText =[^;]*;/, "export type WindowText = string;"],
  weekday: [
    "src/schedule/definition.ts",
    /export type WeekDefinition<[^;]*;\s*\};/,
    "export type WeekDefinition<W extends string = never> = Readonly<Record<string, Windows<W>>>;",
  ],
  duration: ["src/time/duration.ts", /export type DurationText =[^;]*;/, "export type DurationText = string;"],
  hours: ["src/time/duration.ts", /export type HoursText =[^;]*;/, "export type HoursText = string;"],
  days: ["src/time/duration.ts", /export type DaysText =[^;]*;/, "export type DaysText = string;"],
  period: ["src/time/civil-period.ts", /export type PeriodText =[^;]*;/, "export type PeriodText = string;"],
  unknown: ["src/issues/only-unknown.ts", /export type OnlyUnknown<D> =[^;]*;/, "export type OnlyUnknown<D> = D;"],
  output: ["src/calendar/create-calendar.ts", /readonly output\?: O;/, "readonly output?: O | (string & {});"],
} as const satisfies Record<string, readonly [string, RegExp, string]>;

type Refuser = keyof typeof WIDENED;

/** A program, the type that refuses it, and how it is said. */
const REFUSED: readonly (readonly [string, Refuser, RegExp])[] = [
  [
    week('"mon-fir": ["09:00-17:00"]'),
    "weekday",
    /^Object literal .* '"mon-fir"' does not exist in type 'WeekDefinition/,
  ],
  [week("monday: []"), "weekday", /'monday' does not exist in type 'WeekDefinition/],
  [week('"sat, sun": []'), "weekday", /'"sat, sun"' does not exist/],
  [week('"mon-fir,sun": []'), "weekday", /'"mon-fir,sun"' does not exist/],
  [week('"mon, wed, fri": []'), "weekday", /'"mon, wed, fri"' does not exist/],
  [week('"mon,tuee": []'), "weekday", /'"mon,tuee"' does not exist/],
  ["createCalendar({ ...zone, exceptions: { '2026-12-24': { mno: [] } } });", "weekday", /'mno' does not exist/],
  ["desk.with({ week: { 'mon-fir': [] } });", "weekday", /'"?'?mon-fir'?"?' does not exist/],
  // Windows declared apart open no door to a slip in a key.
  ["createCalendar({ ...hours, union: [{ ...zone, week: { mno: [] } }] });", "weekday", /'mno' does not exist/],
  ...[
    "9:00-12:00",
    "09:00-9:30",
    "9-17",
    "09:00",
    "09:00–12:00",
    "09:00 - 12:00",
    "9h-12h",
    "",
    "09:00-12:00-14:00",
  ].map(
    (window) =>
      [
        week(`mon: ["${window}"]`),
        "window",
        new RegExp(`^Type '"${window}"' is not assignable to type 'WindowText'`),
      ] as const,
  ),
  [
    "createCalendar({ ...zone, exceptions: { '2026-12-24': ['9-12'] } });",
    "window",
    /^Type '"9-12"' is not assignable to type 'WindowText'/,
  ],
  [
    "createCalendar({ ...zone, versions: [{ from: '2026-01-01', week: { mon: ['9-17'] } }] });",
    "window",
    /'WindowText'/,
  ],
  ["createCalendar(hours).with({ week: { mon: ['9-17'] } });", "window", /'WindowText'/],
  ["printOpeningHours({ ...zone, week: { mon: ['9-17'] } });", "window", /'WindowText'/],
  [
    "definePolicy({ ...rest, calendars: { desk: { ...zone, week: { mon: ['9-17'] } } }, commitments: {} });",
    "window",
    /^Type '"9-17"' is not assignable to type 'WindowText'/,
  ],
  ...["4h", "PT4", "P1D", "4:30", ""].map(
    (text) =>
      [
        `desk.add(0, "${text}");`,
        "duration",
        new RegExp(`^Argument of type '"${text}"' is not assignable to parameter of type 'DurationInput'`),
      ] as const,
  ),
  ...["subtract", "latestStart", "explain"].map(
    (method) => [`desk.${method}(0, "4h");`, "duration", /^Argument of type '"4h"' .* 'DurationInput'/] as const,
  ),
  ['desk.reaches(0, "4h", 0.8);', "duration", /^Argument of type '"4h"' .* 'DurationInput'/],
  [target('{ hours: "4h", count: "open" }'), "hours", /'"4h"' is not assignable to type 'HoursText/],
  [target('{ hours: "P1D", count: "open" }'), "hours", /'"P1D"' is not assignable to type 'HoursText/],
  [
    target('{ days: "3D", count: "working", until: "closing", rollToOpen: true }'),
    "days",
    /'"3D"' is not assignable to type '`P\$\{number\}D`'/,
  ],
  [
    'definePolicy({ ...rest, calendars: {}, commitments: { c: { kind: "cadence", of: "publications", every: "2 years" } } });',
    "period",
    /'"2 years"' is not assignable to type 'PeriodText | null'/,
  ],
  // No door for what is known to be something else.
  [
    "createCalendar(3);",
    "unknown",
    /^Argument of type 'number' is not assignable to parameter of type 'CalendarDefinition/,
  ],
  ["createCalendar(text);", "unknown", /^Argument of type 'string'/],
  ["createCalendar({ week: {} });", "unknown", /Property 'timeZone' is missing/],
  ["createCalendar({ ...zone, weak: {} });", "unknown", /'weak' does not exist in type 'CalendarDefinition/],
  ["createCalendar({ ...hours, weak: {} });", "unknown", /'weak' does not exist in type 'CalendarDefinition/],
  ["definePolicy([]);", "unknown", /^Argument of type 'never\[\]' is not assignable to parameter of type/],
  [
    "definePolicy({ ...rest, calendars: {}, commitments: {}, comitments: {} });",
    "unknown",
    /'comitments' does not exist in type/,
  ],
  [
    'const options = { output: "iso" }; createCalendar(hours, options);',
    "output",
    /^Argument of type '\{ output: string; \}' [\s\S]*Type 'string' is not assignable to type 'keyof OutputTypes/,
  ],
  ['createCalendar(hours, { output: "isso" });', "output", /'"isso"' is not assignable to type 'keyof OutputTypes/],
];

/** Each line as a program of its own; the names that it declares are its own, too. */
const snippets = (lines: readonly string[]): Snippet[] =>
  lines.map((line) => ({ name: line, code: `${PROLOGUE}\n{ ${line} }\nexport {};` }));

/** The messages of each line. */
function messagesOf(lines: readonly string[], changed?: Readonly<Record<string, string>>): Map<string, string[]> {
  const messages = new Map<string, string[]>(lines.map((line) => [line, []]));
  for (const { name, message } of typeErrors(snippets(lines), changed)) messages.get(name)!.push(message);
  return messages;
}

it("takes what is right, what is not known, and what is only known to be a text", () => {
  const messages = messagesOf(ACCEPTED);
  expect([...messages].filter(([, told]) => told.length > 0)).toEqual([]);
});

it("refuses each slip once, where it is, in words", () => {
  const messages = messagesOf(REFUSED.map(([line]) => line));
  for (const [line, , words] of REFUSED) {
    expect(messages.get(line), line).toEqual([expect.stringMatching(words)]);
    // Not the types that a name stands for, one by one.
    expect(messages.get(line)![0]!.length, line).toBeLessThan(600);
  }
});

it("lets an editor complete the keys of a week, in a policy too", () => {
  const keys = ["mon", "sun", "mon-fri", "fri-mon", "sat,sun"];
  const calendar = `import { createCalendar } from "ouvree"; createCalendar({ timeZone: "UTC", week: { "|": [] } });`;
  expect(completionsIn(calendar)).toEqual(expect.arrayContaining(keys));
  const policy = `import { definePolicy } from "ouvree"; definePolicy({ calendars: { desk: { week: { | } } } });`;
  expect(completionsIn(policy)).toEqual(expect.arrayContaining(keys));
});

describe("each slip is refused by the type that is there for it", () => {
  it.each(Object.keys(WIDENED) as Refuser[])("%s", (refuser) => {
    const [file, is, was] = WIDENED[refuser];
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(is);
    const lines = REFUSED.filter(([, by]) => by === refuser).map(([line]) => line);
    expect(lines).not.toEqual([]);
    const messages = messagesOf(lines, { [file]: text.replace(is, was) });
    expect([...messages].filter(([, told]) => told.length > 0)).toEqual([]);
  });
});
