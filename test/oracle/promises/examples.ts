/**
 * Examples: short ways to put a question to the judge by hand.
 *
 * Times are those of a clock in Paris in summer, "05-07 16:00" of 2026: Friday 8, Thursday 14 and Monday 25 May are
 * holidays.
 */

import { DESKS, definitionOf } from "./desk.ts";
import type { Commitment, Document } from "./document.ts";
import type { Judgement } from "./judge.ts";
import { judge } from "./judge.ts";
import type { CaseEvent, CaseInput, Expected, Register } from "./types.ts";

export const MINUTE = 60_000;
export const HOUR = 3_600_000;

export function summer(time: string): string {
  const [date = "", clock = "00:00"] = time.split(" ");
  const full = clock.length === 5 ? `${clock}:00.000` : clock;
  return new Date(`2026-${date}T${full}+02:00`).toISOString();
}

/** "called 05-07 16:00", and what else is known. */
export function event(line: string, facts: object = {}): CaseEvent {
  const [type = "", date = "", clock = ""] = line.split(" ");
  return { type, at: summer(`${date} ${clock}`), ...facts };
}

export function request(events: readonly (string | CaseEvent)[], facts: Partial<CaseInput> = {}): CaseInput {
  const all = events.map((one) => (typeof one === "string" ? event(one) : one));
  return { id: "c1", kind: "usage", customer: "alpha", module: "stock", events: all, ...facts };
}

export function documentWith(commitment: Commitment, calendar = "desk"): Document {
  return {
    policy: "example",
    calendar,
    calendars: Object.fromEntries(Object.entries(DESKS).map(([name, desk]) => [name, definitionOf(desk)])),
    kinds: { usage: { events: ["called", "assisted", "sales-action"], queue: "phone" } },
    events: { pause: "paused", resume: "resumed", cancel: "cancelled", other: ["closed", "reopened"] },
    conditions: {
      "contract-in-force": { check: "contract-in-force", otherwise: "not-applicable" },
      "contract-paid": { check: "contract-paid", otherwise: "not-applicable" },
      "remote-access": { check: "remote-access", otherwise: "not-applicable" },
    },
    commitments: { it: commitment },
  };
}

export interface Beside {
  readonly cases?: readonly CaseInput[];
  readonly register?: Register | null;
  /** Civil, in Paris; a whole instant if it begins with its year. */
  readonly asOf?: string;
  readonly period?: string;
  readonly calendar?: string;
}

export function ask(commitment: Commitment, beside: Beside = {}): Judgement {
  const { cases = [], register = {}, asOf = "06-30 18:00", period = null, calendar = "desk" } = beside;
  const instant = asOf.startsWith("20") ? asOf : summer(asOf);
  return judge({ document: documentWith(commitment, calendar), cases, register, asOf: instant, period });
}

/** What became of the first subject. */
export function verdict(commitment: Commitment, beside: Beside = {}): Expected | undefined {
  return ask(commitment, beside).told[0]?.expected;
}
