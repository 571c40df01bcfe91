/**
 * A plan of callbacks as CSV: one line a callback.
 */
import type { CallbackPlan } from "../../evaluation/planning/plan-callbacks.ts";
import { harmless } from "../../issues/show.ts";
import { reading } from "../arguments.ts";
import { csvRow } from "../csv-row.ts";

const HEADER = ["start", "end", "agent", "case", "called", "carried_over", "carried_at", "due", "missed"];

/**
 * The plan as CSV (RFC 4180), UTF-8, in the order of the queue. Instants are ISO 8601 with the zone's offset; what is not is empty.
 *
 * Ids and names are made harmless, and kept from being formulas by a `'` before them.
 *
 * @example
 * const calendar = createCalendar(definition, { output: "iso" });
 * const options = { calendar, agents: ["anna"], handlingMinutes: 20, from: "2026-05-26T08:30+02:00" };
 * const plan = planCallbacks([{ id: "T1", calledAt: "2026-05-26T08:10+02:00" }], options);
 * callbacksCsv(plan).split("\r\n")[1] // "2026-05-26T09:00:00.000+02:00,2026-05-26T09:20:00.000+02:00,anna,T1,2026-05-26T08:10:00.000+02:00,false,,,"
 */
export function callbacksCsv(plan: CallbackPlan<"iso">): string {
  return reading("plan", plan, "plan", () => csvOf(plan));
}

function csvOf({ calls }: CallbackPlan<"iso">): string {
  const rows = calls.map((call) =>
    csvRow([
      call.startsAt,
      call.endsAt,
      harmless(call.agent),
      harmless(call.id),
      call.calledAt,
      call.carriedOver,
      call.carriedAt ?? "",
      call.dueAt ?? "",
      call.missed.map(harmless).join("; "),
    ]),
  );
  return `${csvRow(HEADER)}${rows.join("")}`;
}
