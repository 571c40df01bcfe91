/**
 * Detection: so many cases on a module without training, within so many months, ask for a recommendation.
 */

import { dateAt } from "../charter/paris.ts";
import { plusMonths } from "./dates.ts";
import type { Detection } from "./document.ts";
import type { SeenCase } from "./events.ts";
import { storyOf } from "./events.ts";
import type { Setting } from "./setting.ts";
import { isCovered, isTrained, withoutFigure } from "./setting.ts";
import { lastDateOf } from "./targets.ts";
import type { Advice, Customer, Expected } from "./types.ts";

interface Request {
  readonly id: string;
  readonly date: string;
  readonly module: string;
}

const inOrder = (a: Request, b: Request): number =>
  a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1;

/** A request that was taken back before it was made is none; one that was made, and then taken back, told of a need. */
function requestOf({ start }: Detection, one: SeenCase, cancel: string): Request | null {
  const { startedAt, cancelledAt } = storyOf(one, start, [], cancel);
  const ofEvent = one.seen.find(({ event }) => event.module !== undefined)?.event.module as string | undefined;
  const module = one.input.module ?? ofEvent;
  if (startedAt === null || module === undefined || (cancelledAt !== null && cancelledAt < startedAt)) return null;
  return { id: one.input.id, date: dateAt(startedAt), module };
}

function requestsOf(commitment: Detection, customer: Customer, { cases, day, document }: Setting): Request[] {
  return cases
    .filter(({ input }) => commitment.kinds.includes(input.kind) && input.customer === customer.id)
    .map((one) => requestOf(commitment, one, document.events.cancel))
    .filter((one) => one !== null)
    .filter(({ date, module }) => date <= day && !isTrained(customer, module, date))
    .sort(inOrder);
}

/** On one module: day by day, first what is detected, then what a recommendation of that day uses up. */
function adviceOn(
  requests: readonly Request[],
  recommended: readonly string[],
  count: number,
  months: number,
): Advice[] {
  const found: Advice[] = [];
  let unused: Request[] = [];
  for (const date of [...new Set([...requests.map((one) => one.date), ...recommended])].sort()) {
    for (const one of requests.filter((request) => request.date === date)) {
      unused.push(one);
      const used = unused.slice(-count);
      const [oldest] = used;
      if (used.length < count || oldest === undefined || plusMonths(oldest.date, months) < date) continue;
      const recommendedOn = recommended.find((other) => other >= date) ?? null;
      found.push({ module: one.module, detectedOn: date, cases: used.map(({ id }) => id), recommendedOn });
      unused = unused.filter((request) => !used.includes(request));
    }
    if (recommended.includes(date)) unused = [];
  }
  return found;
}

/** The module with the most, the first by name of several. */
function mostOf(requests: readonly Request[]): string | null {
  const modules = [...new Set(requests.map(({ module }) => module))].sort();
  const countOf = (module: string): number => requests.filter((one) => one.module === module).length;
  const most = Math.max(0, ...modules.map(countOf));
  return modules.find((module) => countOf(module) === most) ?? null;
}

export function judgeDetection(commitment: Detection, customer: Customer, setting: Setting): Expected {
  const { count, months, within, conditions } = commitment;
  if (!isCovered(setting, conditions, customer, setting.day)) return { outcome: "not-applicable", dueAt: null };
  const requests = requestsOf(commitment, customer, setting);
  const figures = { requests: requests.length, module: mostOf(requests) };
  if (count === null || months === null) {
    return requests.length === 0
      ? { outcome: "not-applicable", figures }
      : withoutFigure({ outcome: "running", figures });
  }

  const advice = [...new Set(requests.map(({ module }) => module))].sort().flatMap((module) => {
    const dates = (customer.recommendations ?? []).filter((one) => one.module === module).map(({ date }) => date);
    const seen = dates.filter((date) => date <= setting.day).sort();
    return adviceOn(
      requests.filter((one) => one.module === module),
      seen,
      count,
      months,
    );
  });
  advice.sort((a, b) => (a.detectedOn === b.detectedOn ? 0 : a.detectedOn < b.detectedOn ? -1 : 1));
  const isMissed = ({ detectedOn, recommendedOn }: Advice): boolean =>
    within !== null && (recommendedOn ?? setting.day) > lastDateOf(within, detectedOn);
  const outcome = (): Expected["outcome"] => {
    if (advice.some(isMissed)) return "missed";
    if (advice.some(({ recommendedOn }) => recommendedOn === null)) return "running";
    return advice.length > 0 ? "met" : "not-applicable";
  };
  return { outcome: outcome(), advice, figures };
}
