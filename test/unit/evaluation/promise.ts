/**
 * One promise: short ways to write a policy with one commitment, `it`, a case of it, and what became of it.
 *
 * All is in UTC and in June 2026, the 1st is a Monday. `"3 10:00"` is the 3rd at 10:00. The calendar `desk` is open from 9:00 to
 * 17:00 on every day, `night` from 17:00 to 24:00, `always` at all hours.
 */
import {
  type Case,
  type CaseResult,
  definePolicy,
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  type Policy,
  type PolicyDocument,
  type Result,
} from "../../../src/index.ts";
import { type ReadyPolicy, readyPolicy } from "../../../src/policy/policy.ts";

export const HOUR = 3_600_000;

/** An instant of June 2026, as results show it. */
export function at(text: string): string {
  const [day = "1", time = "00:00"] = text.split(" ");
  return new Date(Date.parse(`2026-06-${day.padStart(2, "0")}T${time}Z`)).toISOString();
}

/** An event: `"opened 1 10:00"`, and what is known beside it. */
export function event(text: string, members: object = {}): Case["events"][number] {
  const [type, ...when] = text.split(" ");
  return { type: type!, at: at(when.join(" ")), ...members };
}

export type Told = string | Case["events"][number];

/** A case of these events. */
export function request(events: readonly Told[], members: object = {}): Case {
  const read = events.map((each) => (typeof each === "string" ? event(each) : each));
  return { id: "A", kind: "request", ...members, events: read };
}

const everyDay = (hours: string): object => ({ timeZone: "UTC", week: { "mon-sun": [hours] } });
export const CALENDARS: Readonly<Record<string, object>> = {
  desk: everyDay("09:00-17:00"),
  night: everyDay("17:00-24:00"),
  always: everyDay("00:00-24:00"),
};

export const hours = (length: string, count = "open"): object => ({ hours: length, count });
export const days = (length: string, more: object = {}): object => ({
  ...{ days: length, count: "calendar", until: "midnight", rollToOpen: false },
  ...more,
});

/** A document with one commitment: four hours from `opened` to `closed`, unless it says otherwise. */
export function document(commitment: object, rest: object = {}): object {
  return {
    policy: "one promise",
    calendars: CALENDARS,
    calendar: "desk",
    kinds: { request: { events: ["opened", "closed", "again", "beat", "waived", "ready", "message"] } },
    events: { pause: "paused", resume: "resumed", cancel: "cancelled", other: ["noted"] },
    commitments: { it: promised(commitment) },
    ...rest,
  };
}

/** The commitment itself, for versions. */
export function promised(commitment: object): object {
  return {
    ...{ kind: "target", kinds: ["request"], start: "opened", stop: "closed", target: hours("PT4H") },
    reopening: "ignore",
    ...commitment,
  };
}

export const define = (value: object): ReadyPolicy => readyPolicy(definePolicy(value as PolicyDocument));
export const promise = (commitment: object, rest: object = {}): ReadyPolicy => define(document(commitment, rest));

/** A fact with its values, changed by `set`. */
export const PRIORITY = {
  facts: { priority: { values: ["P1", "P2", "P3"], changedBy: ["set"], before: "first" } },
} as const;
/** The priority is another from an instant on: `set("1 10:00", "P2")`. */
export const set = (when: string, priority: string): Case["events"][number] => event(`set ${when}`, { priority });
/** A target by priority; nothing is promised for what is left out. */
export const table = (cells: Readonly<Record<string, object | null>>): object => ({
  by: "priority",
  values: { P1: null, P2: null, P3: null, ...cells },
});

export type Beside = Partial<Omit<EvaluateOptions, "asOf">> & { readonly asOf?: string };

/** Cases, looked at on the 30th unless given. */
export function tell(
  policy: Policy,
  cases: readonly Case[],
  { asOf = "30 12:00", ...beside }: Beside = {},
): Evaluation {
  return evaluate(policy, cases, { asOf: at(asOf), ...beside });
}

/** What became of the only case. */
export function told(policy: Policy, one: Case, beside: Beside = {}): CaseResult {
  const { cases } = tell(policy, [one], beside);
  if (cases.length !== 1) throw new Error(`${cases.length} cases`);
  return cases[0]!;
}

/** What became of `it` on a case of these events. */
export function result(policy: Policy, events: readonly Told[] | Case, beside: Beside = {}): Result {
  const one = "id" in events ? events : request(events);
  const found = told(policy, one, beside).commitments["it"];
  if (found === undefined) throw new Error("no such commitment");
  return found;
}

/** The codes of a case's issues. */
export function codes(policy: Policy, events: readonly Told[] | Case, beside: Beside = {}): string[] {
  const one = "id" in events ? events : request(events);
  return told(policy, one, beside).issues.map(({ code }) => code);
}
