/**
 * Policies of 64 KB at most, each as bad as its kind can be within the default limits or near them: what a stranger could send.
 */

import { clock, dateOf, many, type Sent } from "./untrusted.ts";

const desk = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] } };
const TARGET = { hours: "PT4H", count: "open" };
const clockOf = (more: object = {}): object => ({
  ...{ kind: "target", kinds: ["k"], start: "opened", stop: "closed", reopening: "ignore", target: TARGET },
  ...more,
});
const changes = { fact: "keep", policy: "keep", calendar: "keep" };
const POLICY = {
  policy: "p",
  calendar: "desk",
  calendars: { desk },
  kinds: { k: { events: ["opened", "closed"] } },
  commitments: { c: clockOf() },
};
const named = <T>(count: number, make: (i: number) => T): Record<string, T> =>
  Object.fromEntries(many(count, (i) => [`n${i}`, make(i)]));
const commitments = { c: clockOf({ changes }) };

/** By what is bad in them. */
export const POLICIES: Readonly<Record<string, Sent>> = {
  "a plain one": POLICY,
  "430 commitments": { ...POLICY, commitments: named(430, () => clockOf()) },
  "200 versions": { ...POLICY, commitments, versions: many(200, (i) => ({ from: dateOf(30 * i) })) },
  "200 versions × 230 commitments": {
    ...POLICY,
    commitments: named(230, () => clockOf({ changes: { policy: "keep" } })),
    versions: many(200, (i) => ({ from: dateOf(30 * i) })),
  },
  "200 versions, each a commitment more": {
    ...POLICY,
    commitments,
    versions: many(190, (i) => ({ from: dateOf(30 * i), commitments: { [`v${i}`]: clockOf({ changes }) } })),
  },
  "200 versions, each another calendar": {
    ...POLICY,
    commitments,
    versions: many(200, (i) => ({
      from: dateOf(30 * i),
      calendars: { desk: { ...desk, week: { "mon-fri": [`08:00-${clock(720 + i)}`] } } },
    })),
  },
  "100 versions × 99 calendars × 100 rules": {
    ...POLICY,
    commitments,
    calendars: named(99, () => desk),
    calendar: "n0",
    versions: many(100, (i) => ({ from: dateOf(30 * i) })),
    calendarRules: many(100, (i) => ({ when: { customer: `c${i}` }, calendar: `n${i % 99}` })),
  },
  "500 rules": {
    ...POLICY,
    commitments,
    calendarRules: many(500, (i) => ({ when: { customer: `c${i}` }, calendar: "desk" })),
  },
  "40 rules of 120 customers": {
    ...POLICY,
    commitments,
    calendarRules: many(40, (k) => ({ when: { customer: many(120, (i) => `${k}.${i}`) }, calendar: "desk" })),
  },
  "200 calendars": { ...POLICY, calendars: { desk, ...named(199, () => desk) } },
  "200 calendars of FR": { ...POLICY, calendars: { desk, ...named(199, () => ({ ...desk, holidays: ["FR"] })) } },
  "190 calendars, each a union": {
    ...POLICY,
    calendars: { desk, ...named(150, () => ({ timeZone: "UTC", union: [desk, desk, desk] })) },
  },
  "a fact of 9,000 values": { ...POLICY, facts: { f: many(7500, (i) => `v${i}`) } },
  "a table of 1,300 cells": {
    ...POLICY,
    facts: { f: many(1100, (i) => `v${i}`) },
    commitments: {
      c: clockOf({
        target: { by: "f", values: Object.fromEntries(many(1100, (i) => [`v${i}`, TARGET])) },
        changes: { fact: "keep" },
      }),
    },
  },
  "12 tables of 100 cells": {
    ...POLICY,
    facts: { f: many(100, (i) => `v${i}`) },
    commitments: named(12, () =>
      clockOf({
        target: { by: "f", values: Object.fromEntries(many(100, (i) => [`v${i}`, TARGET])) },
        changes: { fact: "keep" },
      }),
    ),
  },
  "200 facts": { ...POLICY, facts: named(200, () => many(60, (i) => `v${i}`)) },
  "500 kinds": {
    ...POLICY,
    kinds: { k: { events: ["opened", "closed"] }, ...named(499, () => ({ events: ["opened", "closed"] })) },
  },
  "430 kinds × 200 commitments": {
    ...POLICY,
    kinds: { k: { events: ["opened", "closed"] }, ...named(430, () => ({ events: ["opened", "closed"] })) },
    commitments: named(40, () => clockOf({ kinds: ["k", ...many(150, (i) => `n${i}`)] })),
  },
  "a kind of 7,000 events": {
    ...POLICY,
    kinds: { k: { events: ["opened", "closed", ...many(7000, (i) => `e${i}`)] } },
  },
  "a start of 7,000 events": {
    ...POLICY,
    kinds: { k: { events: ["opened", "closed", ...many(3600, (i) => `e${i}`)] } },
    commitments: { c: clockOf({ start: ["opened", ...many(3600, (i) => `e${i}`)] }) },
  },
  "1,000 conditions": {
    ...POLICY,
    conditions: named(900, () => ({ check: "contract-in-force", otherwise: "warn" })),
    commitments: { c: clockOf({ conditions: many(900, (i) => `n${i}`) }) },
  },
  "1,000 actors": { ...POLICY, actors: named(1200, (i) => ({ where: { side: `s${i}` } })) },
  "pauses of 2,000 events": {
    ...POLICY,
    kinds: { k: { events: ["opened", "closed", "s"] } },
    events: {
      pause: many(900, (i) => ({ event: "s", where: { to: `w${i}` } })),
      resume: [{ event: "s", where: { to: "x" } }],
    },
  },
  "40 other readings": {
    ...POLICY,
    readings: { r: "now" },
    otherReadings: { r: named(500, () => ({ commitments: { c: { target: { count: "running" } } } })) },
  },
  "other readings of other clauses": {
    ...POLICY,
    readings: named(450, () => "now"),
    otherReadings: named(450, () => ({ other: { commitments: { c: { target: { count: "running" } } } } })),
  },
  "100 readings × 200 commitments": {
    ...POLICY,
    commitments: named(200, () => clockOf()),
    readings: { r: "now" },
    otherReadings: { r: named(400, (i) => ({ commitments: { [`n${i % 200}`]: { target: { count: "running" } } } })) },
  },
  "readings × 40 calendars of FR": {
    ...POLICY,
    calendars: { desk, ...named(150, () => ({ ...desk, holidays: ["FR"] })) },
    readings: { r: "now" },
    otherReadings: { r: named(400, () => ({ commitments: { c: { target: { count: "running" } } } })) },
  },
  "a name of 60 KB": { ...POLICY, policy: "x".repeat(60_000) },
  "an unknown key of 60 KB": { ...POLICY, ["x".repeat(60_000)]: 1 },
  "5,000 unknown keys": { ...POLICY, ...named(5500, () => 1) },
  "unknown kinds, each with its near miss": {
    ...POLICY,
    kinds: { k: { events: ["opened", "closed"] }, ...named(450, () => ({ events: ["opened"] })) },
    commitments: { c: clockOf({ kinds: many(3000, (i) => `m${i}`) }) },
  },
  "unknown events of 40 characters": {
    ...POLICY,
    kinds: { k: { events: ["opened", "closed", ...many(600, (i) => `event-of-a-rather-long-name-${i}`)] } },
    commitments: { c: clockOf({ start: many(600, (i) => `event-of-a-rather-long-nome-${i}`) }) },
  },
  "150 calendars that open one minute a year": {
    ...POLICY,
    calendars: {
      desk,
      ...named(150, () => ({ timeZone: "Europe/Paris", week: { mon: [] }, exceptions: { "12-31": ["23:58-23:59"] } })),
    },
    commitments: named(150, (i) => clockOf({ calendar: `n${i}` })),
  },
  "150 calendars that never open": {
    ...POLICY,
    calendars: {
      desk,
      ...named(150, () => ({
        timeZone: "UTC",
        intersection: [
          { timeZone: "UTC", week: { mon: ["09:00-10:00"] } },
          { timeZone: "Europe/Paris", week: { mon: ["20:00-21:00"] } },
        ],
      })),
    },
    commitments: named(150, (i) => clockOf({ calendar: `n${i}` })),
  },
  "190 calendars of as many zones": {
    ...POLICY,
    calendars: {
      desk,
      ...named(190, (i) => ({ ...desk, timeZone: Intl.supportedValuesOf("timeZone")[2 * i]! })),
    },
    commitments: named(190, (i) => clockOf({ calendar: `n${i}` })),
  },
  "a calendar of 288 windows ∩ 12": {
    ...POLICY,
    calendars: {
      desk: {
        timeZone: "UTC",
        intersection: [
          { timeZone: "UTC", week: { "mon-sun": many(280, (i) => `${clock(5 * i)}-${clock(5 * i + 2)}`) } },
          {
            timeZone: "Europe/Paris",
            week: { "mon-sun": many(12, (i) => `${clock(120 * i + 3)}-${clock(120 * i + 4)}`) },
          },
        ],
      },
    },
  },
  "200 commitments of days, one minute a year": {
    ...POLICY,
    calendars: { desk: { timeZone: "Europe/Paris", week: { mon: [] }, exceptions: { "12-31": ["23:58-23:59"] } } },
    commitments: named(200, () =>
      clockOf({ target: { days: "P200D", count: "working", until: "closing", rollToOpen: true } }),
    ),
  },
  "100 commitments on 50 hard calendars": {
    ...POLICY,
    calendars: {
      desk,
      ...named(25, () => ({
        timeZone: "UTC",
        intersection: [
          { timeZone: "UTC", week: { "mon-sun": many(70, (i) => `${clock(20 * i)}-${clock(20 * i + 2)}`) } },
          {
            timeZone: "Europe/Paris",
            week: { "mon-sun": many(70, (i) => `${clock(20 * i + 3)}-${clock(20 * i + 4)}`) },
          },
        ],
      })),
    },
    commitments: named(50, (i) => clockOf({ calendar: `n${i % 25}` })),
  },
};
