/**
 * Share: how many of the events, or of the surveys, are as they are promised to be.
 */

import { dateAt, instantOf } from "../charter/paris.ts";
import type { Share } from "./document.ts";
import type { SeenCase } from "./events.ts";
import { instantsOf, isOneOf } from "./events.ts";
import type { Setting } from "./setting.ts";
import { customerOf, isCovered, shown, withoutFigure } from "./setting.ts";
import type { Customer, Expected } from "./types.ts";

type Facts = Readonly<Record<string, unknown>>;

function cycleOf({ where = {}, not = {}, goal }: Share, facts: Facts, startedAt: number): Expected {
  const started = { startedAt: shown(startedAt) };
  if ([...Object.keys(where), ...Object.keys(not)].some((name) => facts[name] === undefined)) {
    return { outcome: "unmeasurable", reason: "missing-event", ...started, dueAt: null };
  }
  const isSo =
    Object.entries(where).every(([name, wanted]) => isOneOf(facts[name], wanted)) &&
    Object.entries(not).every(([name, wanted]) => !isOneOf(facts[name], wanted));
  const cycle = { outcome: isSo ? ("met" as const) : ("missed" as const), ...started };
  return goal === null ? withoutFigure(cycle) : cycle;
}

/** The cycle that decides: the first missed, else the last that was met, else the last. */
function deciding(cycles: readonly Expected[]): Expected {
  const missed = cycles.find(({ outcome }) => outcome === "missed");
  const met = cycles.filter(({ outcome }) => outcome === "met").at(-1);
  const decides = missed ?? met ?? cycles.at(-1);
  return decides === undefined ? { outcome: "not-applicable", dueAt: null } : { ...decides, cycles };
}

export function ofCase(share: Share, one: SeenCase, setting: Setting): Expected {
  const [cancelledAt = Number.POSITIVE_INFINITY] = instantsOf(one, [setting.document.events.cancel]);
  const counted = one.seen.filter(({ at, event }) => event.type === share.of && at <= cancelledAt);
  const [first] = counted;
  if (first === undefined) return { outcome: "not-applicable", dueAt: null };
  const customer = customerOf(setting, one.input.customer);
  if (!isCovered(setting, share.conditions, customer, dateAt(first.at)))
    return { outcome: "not-applicable", dueAt: null };
  return deciding(counted.map(({ at, event }) => cycleOf(share, event, at)));
}

export function ofCustomer(share: Share, customer: Customer, setting: Setting): Expected {
  if (!isCovered(setting, share.conditions, customer, setting.day)) return { outcome: "not-applicable", dueAt: null };
  const from = setting.period?.from ?? "";
  const surveys = (customer.surveys ?? []).filter(({ date }) => from <= date && date <= setting.day);
  surveys.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
  return deciding(surveys.map((survey) => cycleOf(share, survey, instantOf(survey.date))));
}
