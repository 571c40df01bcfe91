/**
 * Standing: something is there all the time, and evidence says from when to when.
 */

import { endOf, instantOf, plusDays } from "../charter/paris.ts";
import { holds } from "./dates.ts";
import type { Standing } from "./document.ts";
import type { Setting } from "./setting.ts";
import { latest, shown } from "./setting.ts";
import type { Evidence, Expected } from "./types.ts";

/** Before and after every date. */
const [ALWAYS, FOREVER] = ["0000-01-01", "9999-12-31"];

interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly evidence: readonly Evidence[];
}

/** Two that touch or overlap become one, until there are no such two. */
function stretchesOf(all: readonly Evidence[]): Stretch[] {
  let stretches: Stretch[] = all.map((one) => ({ from: one.from ?? ALWAYS, to: one.to ?? FOREVER, evidence: [one] }));
  const dayAfter = (date: string): string => (date === FOREVER ? FOREVER : plusDays(date, 1));
  for (;;) {
    let joined: { one: Stretch; other: Stretch } | null = null;
    for (const one of stretches) {
      for (const other of stretches) {
        if (one !== other && one.from <= other.from && other.from <= dayAfter(one.to)) joined ??= { one, other };
      }
    }
    if (joined === null) return stretches;
    const { one, other } = joined;
    const to = latest([one.to, other.to]) ?? one.to;
    const both = { from: one.from, to, evidence: [...one.evidence, ...other.evidence] };
    stretches = [...stretches.filter((stretch) => stretch !== one && stretch !== other), both];
  }
}

/** Whose validity ends last; undefined where that is not valid on the day, of which the text does not say. */
function sourceOf(evidence: readonly Evidence[], day: string): string | null | undefined {
  const ends = evidence.map(({ to }) => to ?? FOREVER).sort();
  const last = evidence.find(({ to }) => (to ?? FOREVER) === ends.at(-1));
  return last !== undefined && holds(last, day) ? (last.source ?? null) : undefined;
}

export function judgeStanding({ promise }: Standing, { register, day }: Setting): Expected {
  const all = (register?.evidence ?? []).filter((one) => one.promise === promise);
  const begun = stretchesOf(all).filter(({ from }) => from <= day);
  begun.sort((a, b) => (a.from < b.from ? -1 : 1));
  const last = begun.at(-1);
  if (last === undefined) return { outcome: "unmeasurable", reason: "missing-event", startedAt: null, dueAt: null };
  const source = sourceOf(last.evidence, day);
  const endsAt = last.to === FOREVER ? null : shown(endOf(last.to));
  return {
    outcome: holds(last, day) ? "met" : "missed",
    startedAt: last.from === ALWAYS ? null : shown(instantOf(last.from)),
    stoppedAt: null,
    ...(last.to === FOREVER ? {} : { dueDate: last.to }),
    dueAt: endsAt,
    missedAt: endsAt,
    ...(source === undefined ? {} : { figures: { source } }),
  };
}
