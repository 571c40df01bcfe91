/**
 * Cadence: something is to happen again no later than so long after the last time.
 */

import { daysBetween, endOf, instantOf } from "../charter/paris.ts";
import { plusSpan } from "./dates.ts";
import type { Cadence } from "./document.ts";
import type { Setting } from "./setting.ts";
import { isCovered, shown, withoutFigure } from "./setting.ts";
import type { Customer, Expected, Staff } from "./types.ts";

/** Whom a cadence is about: since when it counts, and the dates on which it happened. */
interface Dated {
  readonly from: string | undefined;
  readonly dates: readonly string[];
}

const datesOf = (all: readonly { readonly date: string }[] | undefined): string[] =>
  [...new Set((all ?? []).map(({ date }) => date))].sort();

/** The date from which counting begins, or null if there is none. */
function beginning({ from, dates }: Dated, every: string | null): string | null {
  if (from === undefined) return dates[0] ?? null;
  // Without a figure no date before it has a limit, and none is counted.
  if (every === null) return from;
  const before = dates.filter((date) => date <= from).at(-1);
  return before !== undefined && plusSpan(before, every) >= from ? before : from;
}

function judge(every: string | null, who: Dated, { day, period }: Setting): Expected {
  const dates = who.dates.filter((date) => date <= day);
  const first = beginning({ from: who.from, dates }, every);
  if (first === null) return { outcome: "unmeasurable", reason: "missing-event", startedAt: null, dueAt: null };
  const counted = dates.filter((date) => date >= first);
  const points = [first, ...counted.filter((date) => date > first)];
  const last = points.at(-1) ?? first;
  const gaps = points.map((date, index) => daysBetween(date, points[index + 1] ?? day));
  const told = {
    startedAt: shown(instantOf(first)),
    stoppedAt: null,
    // Of what begins later nothing has elapsed, and the text does not say how little.
    ...(first <= day && {
      elapsedDays: daysBetween(last, day),
      figures: { count: counted.length, last: counted.at(-1) ?? null, longestGapDays: Math.max(...gaps) },
    }),
  };
  if (every === null) return withoutFigure({ outcome: "running", ...told });

  const passed: string[] = [];
  points.forEach((date, index) => {
    const limit = plusSpan(date, every);
    const next = points[index + 1];
    const isPassed = limit < day && (next === undefined || limit < next);
    if (isPassed && (period === null || (period.from <= limit && limit <= period.to))) passed.push(limit);
  });
  const dueDate = plusSpan(last, every);
  const due = { ...told, dueDate, dueAt: shown(endOf(dueDate)) };
  const [firstPassed] = passed;
  if (firstPassed !== undefined) return { outcome: "missed", ...due, missedAt: shown(endOf(firstPassed)) };
  return { outcome: counted.length > 0 ? "met" : "running", ...due, missedAt: due.dueAt };
}

export function ofCustomer(commitment: Cadence, customer: Customer, setting: Setting): Expected {
  const who = { from: customer.contract?.from, dates: datesOf(customer.surveys) };
  if (isCovered(setting, commitment.conditions, customer, setting.day)) return judge(commitment.every, who, setting);
  return { outcome: "not-applicable", dueAt: null };
}

export function ofStaff({ of, every }: Cadence, staff: Staff, setting: Setting): Expected {
  const dates = datesOf(of === "staff.trainings" ? staff.trainings : staff.assessments);
  return judge(every, { from: staff.from, dates }, setting);
}

export function ofService({ every }: Cadence, setting: Setting): Expected {
  return judge(every, { from: undefined, dates: datesOf(setting.register?.publications) }, setting);
}
