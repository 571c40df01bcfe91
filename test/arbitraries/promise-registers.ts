/**
 * Registers: customers, staff, outages and evidence whose dates lie on and beside the limits of a cadence.
 */

import fc from "fast-check";
import { plusDays } from "../oracle/charter/paris.ts";
import { clockOn, timeOfDay, written } from "../oracle/charter/random-times.ts";
import { plusSpan } from "../oracle/promises/dates.ts";
import type { Customer, Evidence, Outage, Register, Staff } from "../oracle/promises/types.ts";

export const MODULES: readonly string[] = ["stock", "pay"];
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 4 });
/** Without the members that are absent. */
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

/** Days from the anchor: about it, some weeks, or about whole months and years away. */
export const offset: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.integer({ min: -50, max: 20 }),
  fc.constantFrom(-1461, -731, -730, -366, -365, -364, -184, -181, -31, -30, -28, 365),
);

/** A date is so many days from the anchor, or from the limit of the one before. */
type Chain = { from: "limit" | "anchor"; days: number; channel: string | undefined }[];
const chain: fc.Arbitrary<Chain> = fc.array(
  fc.record({
    from: fc.constantFrom("limit" as const, "limit" as const, "anchor" as const),
    days: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -1, max: 1 }) }, { weight: 1, arbitrary: offset }),
    channel: fc.constantFrom("email", "email", "email", "paper", undefined),
  }),
  { maxLength: 5 },
);

function datesOf(links: Chain, anchor: string, first: string, every: string): { date: string; channel?: string }[] {
  let before = first;
  return links.map(({ from, days, channel }) => {
    const at = from === "anchor" ? anchor : plusSpan(before, every);
    // Dates that are not there are entries that cannot be read; they are tried elsewhere.
    before = plusDays(at < "2032-01-01" ? at : anchor, days);
    return channel === undefined ? { date: before } : { date: before, channel };
  });
}

interface Range {
  from: number | undefined;
  to: number | undefined;
}
const range: fc.Arbitrary<Range> = fc.record({ from: maybe(offset), to: maybe(offset) });

/** In order; the ends of an empty range are its own ends turned. */
function between({ from, to }: Range, anchor: string): { from?: string; to?: string } {
  const turned = from !== undefined && to !== undefined && to < from;
  const dates = (turned ? [to, from] : [from, to]).map((days) => (days === undefined ? days : plusDays(anchor, days)));
  return present({ from: dates[0], to: dates[1] }) as { from?: string; to?: string };
}

/** Mostly in the past: what has not begun tells nothing. */
const since = fc.oneof(
  { weight: 4, arbitrary: offset.map((days) => -Math.abs(days)) },
  { weight: 1, arbitrary: offset },
);
const ofModule = fc.record({ module: fc.constantFrom(...MODULES), days: offset });
const customer: fc.Arbitrary<MadeCustomer> = fc.record({
  contract: maybe(
    fc.record({
      from: maybe(since),
      to: maybe(fc.oneof(fc.constant(900), fc.constant(900), offset)),
      paid: fc.oneof(fc.constantFrom(true, true, false, undefined), fc.array(range, { maxLength: 2 })),
    }),
  ),
  trained: fc.oneof(fc.constant<MadeModule[]>([]), fc.array(ofModule, { maxLength: 2 })),
  surveys: chain,
  recommendations: fc.array(ofModule, { maxLength: 3 }),
});
const staff = fc.record({ from: maybe(since), trainings: chain, assessments: chain });
const evidence = fc.record({
  promise: fc.constantFrom("opinion-form", "opinion-form", "opinion-form", "manual"),
  dates: range,
  source: fc.constantFrom("page", "copy", "letter", undefined),
});
const moment = fc.record({ days: fc.integer({ min: -20, max: 20 }), time: timeOfDay });
const outage = fc.record({ from: moment, to: maybe(moment), style: fc.nat(2) });

interface MadeModule {
  module: string;
  days: number;
}
interface MadeCustomer {
  contract: (Range & { paid: boolean | Range[] | undefined }) | undefined;
  trained: MadeModule[];
  surveys: Chain;
  recommendations: MadeModule[];
}
interface Moment {
  days: number;
  time: number;
}
export interface RegisterRecipe {
  customers: MadeCustomer[];
  staff: { from: number | undefined; trainings: Chain; assessments: Chain }[];
  evidence: { promise: string; dates: Range; source: string | undefined }[];
  outages: { from: Moment; to: Moment | undefined; style: number }[];
  lostCalls: Moment[];
  publications: Chain;
}

export const registerRecipe: fc.Arbitrary<RegisterRecipe> = fc.record({
  customers: fc.array(customer, { minLength: 2, maxLength: 3 }),
  staff: fc.array(staff, { minLength: 1, maxLength: 3 }),
  evidence: fc.array(evidence, { maxLength: 4 }),
  outages: fc.array(outage, { maxLength: 4 }),
  lostCalls: fc.array(moment, { maxLength: 4 }),
  publications: chain,
});

function customerOf(made: MadeCustomer, id: string, anchor: string, every: string): Customer {
  const on = ({ module, days }: { module: string; days: number }) => ({ module, date: plusDays(anchor, days) });
  const dates = made.contract && between(made.contract, anchor);
  const paid = Array.isArray(made.contract?.paid)
    ? made.contract.paid.map((one) => between(one, anchor))
    : made.contract?.paid;
  return present({
    id,
    contract: dates && present({ ...dates, paid }),
    trained: made.trained.map(on),
    surveys: datesOf(made.surveys, anchor, dates?.from ?? anchor, every),
    recommendations: made.recommendations.map(on),
  });
}

/** Two pieces of evidence that end together have one source, for the text does not say whose it would be. */
function evidenceOf(all: RegisterRecipe["evidence"], anchor: string): Evidence[] {
  const sources = new Map<string, string | undefined>();
  return all.map(({ promise, dates, source }) => {
    const ends = `${promise} ${between(dates, anchor).to}`;
    if (!sources.has(ends)) sources.set(ends, source);
    return present({ promise, ...between(dates, anchor), source: sources.get(ends) }) as Evidence;
  });
}

function outagesOf(all: RegisterRecipe["outages"], anchor: string): Outage[] {
  const instant = ({ days, time }: { days: number; time: number }): number => clockOn(plusDays(anchor, days), time);
  return all
    .map(({ from, to, style }) => {
      const ends = [instant(from), ...(to === undefined ? [] : [instant(to)])].sort((a, b) => a - b);
      return { from: ends[0] ?? 0, to: ends[1], style };
    })
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, style }) =>
      present({ from: written(from, style), to: to === undefined ? undefined : written(to, style) }),
    ) as Outage[];
}

export const CUSTOMER_IDS: readonly string[] = ["alpha", "beta", "gamma"];

export function buildRegister(made: RegisterRecipe, anchor: string, every: string): Register {
  const first = plusDays(anchor, -400);
  const dated = (links: Chain, from: string) => datesOf(links, anchor, from, every).map(({ date }) => ({ date }));
  return {
    customers: made.customers.map((one, index) => customerOf(one, CUSTOMER_IDS[index] ?? "", anchor, every)),
    staff: made.staff.map((one, index): Staff => {
      const from = one.from === undefined ? undefined : plusDays(anchor, one.from);
      const dates = {
        trainings: dated(one.trainings, from ?? first),
        assessments: dated(one.assessments, from ?? first),
      };
      return present({ id: `tech-${index + 1}`, from, ...dates }) as Staff;
    }),
    evidence: evidenceOf(made.evidence, anchor),
    outages: outagesOf(made.outages, anchor),
    lostCalls: made.lostCalls.map(({ days, time }) => ({ at: written(clockOn(plusDays(anchor, days), time), 1) })),
    publications: dated(made.publications, first),
  };
}
