/**
 * Cases for promises: requests for help on modules, with what follows them, in and out of order.
 */

import fc from "fast-check";
import { dateAt, HOUR, plusDays } from "../oracle/charter/paris.ts";
import { clockOn, later, timeOfDay, type When, written } from "../oracle/charter/random-times.ts";
import type { CaseEvent, CaseInput } from "../oracle/promises/types.ts";
import { CUSTOMER_IDS, MODULES, offset } from "./promise-registers.ts";

type Step = { readonly type: string; readonly when: When };
const step = (type: string): fc.Arbitrary<Step> => fc.record({ type: fc.constant(type), when: later });
/** All of these steps, so many times in ten. */
const maybe = (weight: number, ...types: string[]): fc.Arbitrary<Step[]> =>
  fc.oneof(
    { weight: 10 - weight, arbitrary: fc.constant<Step[]>([]) },
    { weight, arbitrary: fc.tuple(...types.map(step)) },
  );

const orderly = fc
  .tuple(
    maybe(1, "assisted"),
    maybe(1, "sales-action"),
    maybe(9, "called"),
    maybe(1, "paused"),
    maybe(7, "assisted"),
    maybe(3, "assisted"),
    maybe(5, "sales-action"),
    maybe(3, "closed"),
    maybe(2, "sales-action"),
    maybe(2, "assisted"),
    maybe(1, "reopened", "called"),
    maybe(1, "cancelled"),
  )
  .map((parts) => parts.flat());
const TYPES = ["called", "called", "assisted", "assisted", "sales-action", "closed", "cancelled", "reopened", "paused"];
const disorderly = fc.array(fc.oneof(...[...TYPES, "telephoned"].map(step)), { maxLength: 7, size: "max" });

interface Helped {
  minutes: number | string | undefined;
  module: string | undefined;
  channel: string | undefined;
  by: string | undefined;
  remoteAccess: boolean | undefined;
  complete: boolean;
}
const helped: fc.Arbitrary<Helped> = fc.record({
  minutes: fc.constantFrom(10, 15, 20, 30, 0, 7.5, 5, 12, 10, 25, 10, 15, undefined, "ten"),
  module: fc.constantFrom(undefined, undefined, ...MODULES),
  channel: fc.constantFrom("phone", "remote", "on-site", "phone", undefined),
  by: fc.constantFrom("tech-1", "tech-1", "tech-2", undefined),
  remoteAccess: fc.constantFrom(undefined, undefined, true, false),
  // Mostly complete: what is missing hides everything else.
  complete: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
});

export interface CaseRecipe {
  kind: string;
  customer: string | undefined;
  module: string | undefined;
  days: number;
  time: number;
  steps: Step[];
  helps: Helped[];
  style: number;
  turned: boolean;
  namesake: boolean;
}

export const caseRecipe: fc.Arbitrary<CaseRecipe> = fc.record({
  kind: fc.constantFrom("usage", "usage", "usage", "anomaly"),
  customer: fc.constantFrom(...CUSTOMER_IDS, "alpha", "alpha", "alpha", "alpha", "nobody", undefined),
  module: fc.constantFrom("stock", "stock", "stock", "pay", undefined),
  days: fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 12 }) }, { weight: 1, arbitrary: offset }),
  time: timeOfDay,
  steps: fc.oneof({ weight: 4, arbitrary: orderly }, { weight: 1, arbitrary: disorderly }),
  helps: fc.array(helped, { minLength: 1, maxLength: 3 }),
  style: fc.nat(2),
  turned: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  namesake: fc.integer({ min: 0, max: 50 }).map((n) => n === 50),
});

function factsOf({ minutes, module, channel, by, complete }: Helped): Record<string, unknown> {
  const filled = complete ? { minutes: typeof minutes === "number" ? minutes : 10, channel: channel ?? "phone" } : {};
  return Object.fromEntries(
    Object.entries({ minutes, module, channel, by, ...filled }).filter(([, value]) => value !== undefined),
  );
}

/** What is known of a call; most say nothing of remote access. */
function callOf({ channel, remoteAccess }: Helped): Record<string, unknown> {
  return { ...(channel !== undefined && { channel }), ...(remoteAccess !== undefined && { remoteAccess }) };
}

export function buildCase(made: CaseRecipe, id: string, anchor: string): CaseInput {
  let now = clockOn(plusDays(anchor, made.days), made.time);
  const events = made.steps.map(({ type, when }, index): CaseEvent => {
    if (index > 0) {
      // There is no clock to aim at here: hours after what came before stand for its edges.
      if (when.from === "before") now = clockOn(plusDays(dateAt(now), when.days), when.time);
      else if (when.from === "just-before") now += when.ms;
      else now += when.from === "due" ? HOUR : 0;
    }
    const help = made.helps[index % made.helps.length];
    const facts = help === undefined ? {} : type === "assisted" ? factsOf(help) : type === "called" ? callOf(help) : {};
    return { type, at: written(now, made.style), ...facts };
  });
  if (made.turned) events.reverse();
  const { kind, customer, module } = made;
  return { id, kind, ...(customer !== undefined && { customer }), ...(module !== undefined && { module }), events };
}
