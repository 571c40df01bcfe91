/**
 * A plan of callbacks as text: who calls whom at which hour, and what it comes to.
 *
 * It only tells the plan. Rows stand in the order of their hours; the plan itself is in the order of the queue.
 */
import { spokenInstant } from "../../clock/explain.ts";
import type { CallbackPlan, PlannedCallback } from "../../evaluation/planning/plan-callbacks.ts";
import { readOptions } from "../../issues/options.ts";
import { harmless } from "../../issues/show.ts";
import { type Zone, zoneOf } from "../../time/zone.ts";
import { reading, readPaint } from "../arguments.ts";
import { spokenEnd } from "../results/spoken-end.ts";

/** What a part of the list is, for its look. */
export type CallbackMark = "date" | "late";

/** What a plan was made of. Instants are ISO 8601. */
export interface CallbacksHeading {
  readonly policy: string;
  /** The callbacks are those that were pending then. */
  readonly asOf: string;
  readonly from: string;
  /** Zone of the hours and dates shown: the calendar's. */
  readonly timeZone: string;
  readonly agents: number | readonly string[];
  readonly handlingMinutes: number;
}

/** Options of {@link callbacksText}. */
export interface CallbacksTextOptions {
  readonly heading: CallbacksHeading;
  /** Marks a part, e.g. by colour. */
  readonly paint?: (text: string, mark: CallbackMark) => string;
}

/** Callbacks named in one line; the rest is counted. */
const SHOWN_IDS = 20;

/**
 * The list as lines, for people. Ids and names of agents and targets are made harmless.
 *
 * @example
 * const [calendar, from] = [createCalendar(definition, { output: "iso" }), "2026-05-26T08:30+02:00"];
 * const plan = planCallbacks([{ id: "T1", calledAt: "2026-05-22T16:55+02:00" }], { calendar, agents: 1, handlingMinutes: 20, from });
 * const heading = { policy: "acme", asOf: from, from, timeZone: "Europe/Paris", agents: 1, handlingMinutes: 20 };
 * callbacksText(plan, { heading }).split("\n")[4] // "  09:00–09:20  agent 1  T1  carried over Fri 22 May 2026 17:00  due Tue 26 May 2026 24:00"
 */
export function callbacksText(plan: CallbackPlan<"iso">, options: CallbacksTextOptions): string {
  const given = readOptions(options, ["heading", "paint"], "callbacksText", { needed: "{ heading }" });
  const paint = readPaint<NonNullable<CallbacksTextOptions["paint"]>>(given.paint, "paint");
  return reading("plan", plan, "plan", () =>
    reading("heading", given.heading, "heading", () => textOf(plan, given.heading as CallbacksHeading, paint)),
  );
}

function textOf(
  plan: CallbackPlan<"iso">,
  heading: CallbacksHeading,
  paint: NonNullable<CallbacksTextOptions["paint"]>,
): string {
  const zone = zoneOf(heading.timeZone);
  const lines = headingOf(heading, plan.calls.length, zone);
  let date = "";
  for (const { day, cells, late } of rowsOf(plan.calls, zone)) {
    if (day !== date) lines.push("", paint(day, "date"));
    date = day;
    lines.push(`  ${[cells, ...(late === "" ? [] : [paint(late, "late")])].join("  ").trimEnd()}`);
  }
  if (plan.calls.length > 0) lines.push("", ...summaryOf(plan, zone, paint));
  return `${lines.join("\n")}\n`;
}

function headingOf(heading: CallbacksHeading, pending: number, zone: Zone): string[] {
  const { policy, asOf, from, handlingMinutes } = heading;
  const count = typeof heading.agents === "number" ? heading.agents : heading.agents.length;
  const asOfText = `${harmless(policy)} as of ${spokenInstant(zone, Date.parse(asOf))} (${zone.name})`;
  if (pending === 0) return [`${asOfText}: no callback is pending`];
  return [
    `${asOfText}: ${pending} callback${pending === 1 ? " is" : "s are"} pending`,
    `${agents(count)} from ${spokenInstant(zone, Date.parse(from))}, ${handlingMinutes} min each`,
  ];
}

interface Row {
  readonly day: string;
  readonly cells: string;
  readonly late: string;
}

function rowsOf(calls: readonly PlannedCallback<"iso">[], zone: Zone): Row[] {
  // Stable: those who start at one instant stay in the order of the queue.
  const byHour = [...calls].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const table = byHour.map((call) => {
    const [start, end] = [spokenInstant(zone, Date.parse(call.startsAt)), spokenEnd(zone, call.endsAt)];
    return {
      day: start.slice(0, start.lastIndexOf(" ")),
      late: call.missed.length === 0 ? "" : `late: ${call.missed.map(harmless).join(", ")}`,
      cells: [
        `${timeOf(start)}–${timeOf(end)}`,
        harmless(call.agent),
        harmless(call.id),
        whyOf(call, zone),
        call.dueAt === null ? "" : `due ${spokenEnd(zone, call.dueAt)}`,
      ],
    };
  });
  const widths = (table[0]?.cells ?? []).map((_, column) =>
    Math.max(...table.map(({ cells }) => cells[column]!.length)),
  );
  return table.map((row) => ({ ...row, cells: row.cells.map((cell, i) => cell.padEnd(widths[i]!)).join("  ") }));
}

/** Why it stands where it stands. */
function whyOf({ carriedOver, carriedAt, calledAt }: PlannedCallback<"iso">, zone: Zone): string {
  if (carriedAt === null) return `called ${spokenInstant(zone, Date.parse(calledAt))}`;
  return `${carriedOver ? "carried over" : "will be carried over"} ${spokenEnd(zone, carriedAt)}`;
}

function summaryOf(
  { calls, missed, missedAnyway, enoughAgents, usefulAgents, finishesAt }: CallbackPlan<"iso">,
  zone: Zone,
  paint: NonNullable<CallbacksTextOptions["paint"]>,
): string[] {
  const lines = [`the last one is handled by ${spokenEnd(zone, finishesAt!)}`];
  const names = new Map(calls.map((call) => [call.id, call.missed]));
  if (missed.length === 0) lines.push("no target will be missed");
  else {
    const told = listed(missed.map((id) => `${harmless(id)} (${names.get(id)!.map(harmless).join(", ")})`));
    lines.push(paint(`will be missed: ${told}`, "late"));
  }
  if (enoughAgents !== null) {
    const verb = missed.length > 0 ? "would be" : enoughAgents === 1 ? "is" : "are";
    return [...lines, `${agents(enoughAgents)} ${verb} enough`];
  }
  lines.push(`no number of agents would be enough for ${listed(missedAnyway.map(harmless))}`);
  if (missed.length > missedAnyway.length) lines.push(`with ${agents(usefulAgents)} nothing else would be missed`);
  return lines;
}

function listed(texts: readonly string[]): string {
  const left = texts.length - SHOWN_IDS;
  return `${texts.slice(0, SHOWN_IDS).join(", ")}${left > 0 ? `, … and ${left} more` : ""}`;
}

function agents(count: number): string {
  return `${count} agent${count === 1 ? "" : "s"}`;
}

function timeOf(spoken: string): string {
  return spoken.slice(spoken.lastIndexOf(" ") + 1);
}
