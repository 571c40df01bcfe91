/**
 * Examples: short ways to write a case by hand, for the tests of the simulator.
 *
 * Times are those of a clock in Paris in summer, "05-07 16:00": all hand-worked cases lie in May and June 2026.
 */

import { simulate } from "./simulator.ts";
import type { CaseEvent, CaseInput, CommitmentId, Customer, Expected, Register } from "./types.ts";

export function summer(time: string): string {
  const [date = "", clock = ""] = time.split(" ");
  const full = clock.length === 5 ? `${clock}:00.000` : clock;
  return new Date(`2026-${date}T${full}+02:00`).toISOString();
}

/** "called 05-07 16:00", "contacted 05-07 16:00 ref-a" with the person, "called 05-07 16:00 seq=1"; "called ?" can't be read. */
function eventOf(line: string): CaseEvent {
  const [type = "", date = "", clock = "", person] = line.split(" ");
  if (date === "?") return { type, at: "not a time" };
  const at = summer(`${date} ${clock}`);
  if (person?.startsWith("seq=")) return { type, at, seq: Number(person.slice(4)) };
  return person === undefined ? { type, at } : { type, at, person };
}

export function caseOf(kind: string, lines: readonly string[], id = "c1"): CaseInput {
  return { id, kind, customer: "alpha", events: lines.map(eventOf) };
}

export const ALPHA: Customer = {
  id: "alpha",
  contract: { from: "2026-01-01", to: "2026-06-10", paid: true },
  trained: [],
  referent: "ref-a",
  contacts: [],
  surveys: [],
};
export const REGISTER: Register = { customers: [ALPHA] };

/** The verdict of one commitment on one case. */
export function verdict(
  id: CommitmentId,
  kind: string,
  lines: readonly string[],
  asOf: string,
  register: Register | null = null,
): Expected | undefined {
  return simulate([caseOf(kind, lines)], summer(asOf), register).cases[0]?.commitments[id];
}

export const HOURS = 3_600_000;
