/**
 * Examples: a small policy and short histories, as the hand-worked tests of the simulator write them.
 */

import type { HoursText } from "../../../src/index.ts";
import type { Definition } from "../definition.ts";
import { simulate } from "./simulator.ts";
import type { CaseInput, Document, Expected, ExpectedCase, Register, Target } from "./types.ts";

/** Monday to Friday 9 to 17 in Paris, without a break or a holiday. */
export const OFFICE: Definition = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } };
/** The desk of the contract's own examples: six hours a day, French holidays. */
export const DESK: Definition = {
  timeZone: "Europe/Paris",
  week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] },
  holidays: ["FR"],
};
export const ALWAYS: Definition = { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } };

/** From `opened` to `resolved`, two open hours, unless it says otherwise. */
export function target(more: Partial<Target> = {}): Target {
  return {
    kind: "target",
    kinds: ["incident"],
    start: "opened",
    stop: "resolved",
    target: { hours: "PT2H", count: "open" },
    reopening: "ignore",
    ...more,
  };
}

export function policy(it: Target, more: Partial<Document> = {}): Document {
  return {
    policy: "example",
    calendars: { office: OFFICE, desk: DESK, always: ALWAYS } as Document["calendars"],
    calendar: "office",
    facts: { priority: { values: ["P1", "P2", "P3"], changedBy: ["prioritised"], before: "first" } },
    kinds: { incident: { events: ["opened", "resolved", "reopened", "answered", "asked", "dropped", "prioritised"] } },
    events: { pause: "paused", resume: "resumed", cancel: "cancelled" },
    commitments: { it },
    ...more,
  };
}

/** A target by priority. */
export function byPriority(values: Readonly<Record<"P1" | "P2" | "P3", HoursText | null>>): Target["target"] {
  const cell = (hours: HoursText | null): { hours: HoursText; count: "open" } | null =>
    hours === null ? null : { hours, count: "open" };
  return { by: "priority", values: { P1: cell(values.P1), P2: cell(values.P2), P3: cell(values.P3) } };
}

/** "05-07 09:00" in the summer of Paris, 2026, as an instant; seconds and milliseconds may follow. */
export function at(text: string): string {
  const [date = "", time = ""] = text.split(" ");
  return new Date(`2026-${date}T${time}+02:00`).toISOString();
}

/** "opened 05-07 09:00", "prioritised 05-07 10:00 priority=P2", "resolved 05-07 11:00 seq=2"; "resolved ?" can't be read. */
function eventOf(line: string): CaseInput["events"][number] {
  const [type = "", date = "", time = "", ...members] = line.split(" ");
  if (date === "?") return { type, at: "not a time" };
  const rest = members.map((member) => member.split("=") as [string, string]);
  const read = rest.map(([name, value]) => [name, name === "seq" ? Number(value) : value]);
  return { type, at: at(`${date} ${time}`), ...Object.fromEntries(read) };
}

export interface Looked {
  readonly asOf: string;
  readonly register?: Register;
  /** Members of the case. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** A case with these events. */
export function told(document: Document, lines: readonly string[], looked: Looked): ExpectedCase {
  const input: CaseInput = { id: "c1", kind: "incident", ...looked.facts, events: lines.map(eventOf) };
  const [only] = simulate(document, [input], at(looked.asOf), looked.register ?? null).cases;
  if (only === undefined) throw new TypeError("the case is not seen");
  return only;
}

/** The result of the commitment `it` on a case with these events. */
export function result(document: Document, lines: readonly string[], looked: Looked): Expected {
  const { it } = told(document, lines, looked).commitments;
  if (it === undefined) throw new TypeError("the case has no result");
  return it;
}

export const MINUTES = 60_000;
export const HOURS: number = 60 * MINUTES;
