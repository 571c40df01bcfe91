/**
 * Detection: so many cases of one sort within so many months ask for a recommendation, which must follow.
 *
 * Units: epoch days. Source: docs/promises.md, "Detection"; the charter's clause 10.
 */
import type { DetectionCommitment } from "../../policy/promise.ts";
import { formatDate } from "../../time/civil-date.ts";
import { addPeriod } from "../../time/civil-period.ts";
import type { ReadCustomer } from "../cases/read-register.ts";
import type { Advised, ResultMembers } from "../result.ts";
import { limitOf } from "../targets/days.ts";
import { withFigureOf } from "./figureless.ts";
import { changeAfterAsOf, firstInstant, firstInstantMs, type JudgementDay } from "./judgement-day.ts";

/** A case on a module on which the customer was not trained. */
export interface DetectedCase {
  readonly commitment: string;
  readonly customer: string;
  readonly module: string;
  readonly id: string;
  /** Epoch day of its start. */
  readonly day: number;
}

interface Detected {
  readonly module: string;
  readonly day: number;
  readonly cases: readonly string[];
  readonly recommendedDay: number | undefined;
}

/** Judges a customer by the cases that count. */
export function judgeDetection(
  { count, months, within }: DetectionCommitment,
  cases: readonly DetectedCase[],
  { recommendations }: ReadCustomer,
  on: JudgementDay,
): ResultMembers {
  const { day, timeline } = on;
  const seen = cases.filter((each) => each.day <= day);
  const byModule = new Map<string, DetectedCase[]>();
  for (const each of seen) byModule.set(each.module, [...(byModule.get(each.module) ?? []), each]);
  const modules = [...byModule.keys()].sort(
    (a, b) => byModule.get(b)!.length - byModule.get(a)!.length || (a < b ? -1 : 1),
  );
  const figures = { requests: seen.length, module: modules[0] ?? null };
  const rule = count === null || months === null ? undefined : { count, months };
  const detected = modules
    .flatMap((module) => {
      const recommended = recommendations
        .filter((each) => each.module === module && each.day <= day)
        .map((each) => each.day);
      return rule === undefined ? [] : detect(module, byModule.get(module)!, recommended, rule.count, rule.months);
    })
    .sort((a, b) => a.day - b.day || (a.module < b.module ? -1 : 1));
  const limits = detected.map((each) =>
    within === null ? Number.POSITIVE_INFINITY : limitOf(timeline, within, firstInstantMs(timeline, each.day)!).lastDay,
  );
  const late = detected.flatMap(({ recommendedDay }, i) => ((recommendedDay ?? day) > limits[i]! ? [limits[i]!] : []));
  const dues = detected.flatMap(({ recommendedDay }, i) => (recommendedDay === undefined ? [limits[i]!] : []));
  const outcome =
    late.length > 0 ? "missed" : dues.length > 0 ? "running" : detected.length > 0 ? "met" : "not-applicable";
  const dueAt = outcome === "running" ? firstInstant(timeline, Math.min(...dues) + 1) : null;
  const result: ResultMembers = {
    outcome,
    startedAt: detected.length === 0 ? null : firstInstant(timeline, detected[0]!.day),
    dueAt,
    stoppedAt: null,
    missedAt: late.length > 0 ? firstInstant(timeline, Math.min(...late) + 1) : dueAt,
    nextChangeAt: changeAfterAsOf(on, dueAt),
    advice: detected.map(adviceOf),
    figures,
  };
  if (rule !== undefined || seen.length === 0) return result;
  return withFigureOf(false, { ...result, outcome: "running" });
}

function adviceOf({ module, day, cases, recommendedDay }: Detected): Advised {
  const recommendedOn = recommendedDay === undefined ? null : formatDate(recommendedDay);
  return { module, detectedOn: formatDate(day), cases, recommendedOn };
}

/** The detections on one module: each uses up its cases, a recommendation all cases up to its date. */
function detect(
  module: string,
  cases: readonly DetectedCase[],
  recommended: readonly number[],
  count: number,
  months: number,
): Detected[] {
  const sorted = [...cases].sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
  const detected: Detected[] = [];
  let unused: DetectedCase[] = [];
  for (const each of sorted) {
    // A recommendation of the same date comes after the cases of that date.
    const usedUpTo = Math.max(Number.NEGATIVE_INFINITY, ...recommended.filter((day) => day < each.day));
    unused = [...unused.filter(({ day }) => day > usedUpTo), each];
    const asking = unused.slice(-count);
    if (asking.length < count || addPeriod(asking[0]!.day, { months, days: 0 }) < each.day) continue;
    unused = unused.slice(0, -count);
    const after = recommended.filter((day) => day >= each.day);
    const recommendedDay = after.length === 0 ? undefined : Math.min(...after);
    detected.push({ module, day: each.day, cases: asking.map(({ id }) => id), recommendedDay });
  }
  return detected;
}
