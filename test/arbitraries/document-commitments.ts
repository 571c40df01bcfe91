/**
 * Commitments of a policy document: clocks with targets of every kind, callbacks, and promises that are no clocks.
 */

import fc from "fast-check";
import { promises } from "./document-promises.ts";
import { event, lists, sometimes, type Vocabulary, words } from "./document-words.ts";

const STARTS = ["opened", "message", "assigned"];
const STOPS = ["solved", "answered", "message"];

/** Commitments by some of the ids; `null` takes one back where it may. */
export function commitments(
  known: Vocabulary,
  ids: readonly string[],
  minLength: number,
  takesBack = false,
): fc.Arbitrary<Record<string, unknown>> {
  const parts = { ofCases: commonOfCases(known), ofSubjects: common(known), figures, days, shares };
  const one = fc.oneof(
    { weight: 4, arbitrary: clock(known) },
    { weight: 1, arbitrary: carryOver(known) },
    { weight: 3, arbitrary: promises(known, parts) },
  );
  const entry = takesBack ? fc.option(one, { freq: 3 }) : one;
  return fc
    .tuple(fc.subarray([...ids], { minLength }), fc.array(entry, { minLength: ids.length, maxLength: ids.length }))
    .map(([some, all]) => Object.fromEntries(some.map((id, index) => [id, all[index]])));
}

const shares = fc.constantFrom(0, 0.25, 0.5, 0.75, 0.9, 0.999, 1);

/** What any commitment may say. */
function common(known: Vocabulary): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record({
      title: sometimes(words),
      calendar: sometimes(fc.constantFrom(...known.calendars)),
      conditions: sometimes(fc.subarray([...known.conditions])),
      goal: sometimes(shares),
      goalAbove: sometimes(fc.boolean()),
    })
    .map((some) => Object.assign({}, ...Object.entries(some).map(([key, member]) => member(key))) as object)
    .map((some) => ({ ...some }));
}

/** The same of one on cases, with their kinds. */
function commonOfCases(known: Vocabulary): fc.Arbitrary<Record<string, unknown>> {
  const kinds = fc.subarray([...known.kinds], { minLength: 1 });
  return fc.tuple(kinds, common(known)).map(([some, shared]) => ({ kinds: some, ...shared }));
}

function carryOver(known: Vocabulary): fc.Arbitrary<Record<string, unknown>> {
  const own = fc.record({
    kind: fc.constant("carry-over"),
    start: fc.constantFrom(...STARTS),
    stop: fc.constantFrom(...STOPS),
    order: fc.constantFrom("report", "require"),
    more: sometimes(fc.constantFrom("day", "window")),
  });
  return fc
    .tuple(own, commonOfCases(known))
    .map(([{ more, ...some }, shared]) => ({ ...some, ...more("closing"), ...shared }));
}

function clock(known: Vocabulary): fc.Arbitrary<Record<string, unknown>> {
  const modes = fc.constantFrom("keep", "keep-elapsed", "restart", "retroactive");
  const changes = fc.record(
    { fact: modes, policy: modes, calendar: modes },
    known.canChange ? {} : { requiredKeys: [] },
  );
  const per = fc.constantFrom("case", "cycle");
  const must = fc.record({
    kind: fc.constantFrom("target", "ratio"),
    start: lists(known, STARTS),
    stop: lists(known, STOPS),
    target: target(known),
    reopening: fc.constantFrom("ignore", "resume", "count", "new-cycle"),
    per,
    changes,
  });
  const may = fc.record(
    {
      after: lists(known, STARTS),
      reset: lists(known, ["updated", "message"]),
      waive: event(known, ["waived"]),
      reopen: lists(known, STARTS),
      pauses: fc.boolean(),
      optional: fc.constantFrom(true, false, "start"),
      atRisk: fc.uniqueArray(shares, { maxLength: 3 }).map((some) => [...some].sort((a, b) => a - b)),
    },
    { requiredKeys: [] },
  );
  // What must be said only where there are cycles or changes is left out now and then where there are none.
  return fc
    .tuple(must, may, commonOfCases(known), fc.boolean())
    .map(([{ per, changes, ...some }, more, shared, isBare]) => ({
      ...some,
      ...more,
      ...shared,
      ...(isBare && some.reopening !== "new-cycle" && more.reset === undefined ? {} : { per }),
      ...(isBare && !known.canChange ? {} : { changes }),
    }));
}

function target({ facts }: Vocabulary): fc.Arbitrary<unknown> {
  const listed = [...facts].flatMap(([name, values]) => (values === undefined ? [] : [[name, values] as const]));
  if (listed.length === 0) return figures;
  const table = fc
    .tuple(fc.constantFrom(...listed), fc.array(fc.option(figures), { minLength: 3, maxLength: 3 }))
    .map(([[by, values], cells]) => ({
      by,
      values: Object.fromEntries(values.map((value, index) => [value, cells[index]])),
    }));
  return fc.oneof(figures, table);
}

const digits = fc.nat(40).map(String);

/** Hours as they may be written: any of the parts, a fraction in the last. */
export const hoursTexts: fc.Arbitrary<string> = fc
  .tuple(fc.subarray(["H", "M", "S"], { minLength: 1 }), fc.array(digits, { minLength: 3, maxLength: 3 }), fc.nat(9))
  .map(([units, amounts, style]) => {
    const fraction = [".5", ",25", ".125", ".5000"][style] ?? "";
    const last = units.length - 1;
    return `PT${units.map((unit, i) => `${amounts[i]}${i === last ? fraction : ""}${unit}`).join("")}`;
  })
  // Nothing is no target.
  .map((text) => (/[1-9]/.test(text) ? text : "PT4H"));

const hours = fc.record({ hours: hoursTexts, count: fc.constantFrom("open", "working-days", "running") });

const days = fc
  .record({
    days: fc.nat(9999).map((count) => `P${count}D`),
    count: fc.constantFrom("calendar", "working"),
    until: fc.constantFrom("midnight", "closing", "same-time"),
    rollToOpen: fc.boolean(),
    day: sometimes(fc.constantFrom("civil-date", "service-day")),
  })
  .map(({ day, ...written }) => ({ ...written, ...day("day") }))
  // A closed last date has no closing, and no days at all have no time of day.
  .map((written) => (written.until === "closing" ? { ...written, rollToOpen: true } : written))
  .map((written) => (written.until === "same-time" && written.days === "P0D" ? { ...written, days: "P1D" } : written));

const figures: fc.Arbitrary<object> = fc.oneof(hours, days);
