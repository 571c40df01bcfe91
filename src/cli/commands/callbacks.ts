/**
 * `ouvree callbacks`: the morning's list of the callbacks that are pending.
 */

import {
  type Calendar,
  type CallbackPlan,
  createCalendar,
  evaluate,
  isOuvreeError,
  type PendingCallback,
  planCallbacks,
} from "../../index.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { harmless, show } from "../../issues/show.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import { type CallbacksHeading, callbacksCsv, callbacksText } from "../../report/index.ts";
import { IMPORT_FLAGS, IMPORT_HELP } from "../exports/mapping-file.ts";
import { complain, readAsOf, readCaseFiles, refuseNoFile, refuseNothingRead } from "../files/cases.ts";
import { HOLIDAY_SOURCES } from "../files/holiday-sources.ts";
import { readPolicy } from "../files/policies.ts";
import { type FlagKind, type Flags, readFlags, readFormat, readInstantWord } from "../flags/flags.ts";
import { type PendingOfPolicy, pendingOf, promiseOf } from "../pending.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { painted, shownJson, type Terminal } from "../terminal.ts";

/** What `ouvree callbacks --help` prints. */
export const CALLBACKS_HELP: string = `ouvree callbacks FILE… --policy P [options]

Who is called back when: the callbacks of the files that are pending, carried-over ones first and in order.
FILE is CSV, JSON or JSON Lines; - is standard input.

  --policy P          a policy file (JSON or YAML), or the name of a preset: clip-industrie
  --agents A          how many agents, or their names: 2, anna,ben; 1 unless given
  --minutes M         minutes that a callback takes; 15 unless given
  --from T            the instant from which agents call back, e.g. 2026-05-26T08:30+02:00; that of --as-of unless given
  --as-of T           pending as of this instant; that of --from unless given, else now; one of them when CI is set
  --calendar NAME     whose callbacks, where those of several calendars of the policy are pending
  --register R        a register (JSON or YAML): customers and their contracts; without it cover is not judged
  --zone Z            zone of times that have no offset, e.g. Europe/Paris; without it such a row is a bad row
${IMPORT_HELP}
  --format F          text (default), json or csv

Exit codes: 0 planned, late or not; 2 nothing could be planned (usage, policy, files).

Example: ouvree callbacks tickets.csv --policy clip-industrie --agents anna,ben --minutes 20 --from 2026-05-26T08:30+02:00`;

/** Its flags. */
export const CALLBACKS_FLAGS: Readonly<Record<string, FlagKind>> = {
  policy: { type: "string" },
  agents: { type: "string" },
  minutes: { type: "string" },
  from: { type: "string" },
  "as-of": { type: "string" },
  calendar: { type: "string" },
  register: { type: "string" },
  zone: { type: "string" },
  ...IMPORT_FLAGS,
  format: { type: "string", values: ["text", "json", "csv"] },
  help: { type: "boolean", short: "h" },
};

const FORMATS = ["text", "json", "csv"];
const ASSUMED = { agents: 1, minutes: 15 } as const;

/** What a plan is made with. */
interface Morning {
  readonly policy: ReadyPolicy;
  readonly calendar: Calendar<"iso">;
  readonly agents: number | readonly string[];
  readonly handlingMinutes: number;
  readonly asOfMs: number;
  readonly fromMs: number;
}

/** Runs the command. */
export function callbacks(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("callbacks", args, CALLBACKS_FLAGS);
  if (flags.has("help")) {
    terminal.out(`${CALLBACKS_HELP}\n`);
    return EXIT.ok;
  }
  refuseNoFile("callbacks", flags);
  const format = readFormat(flags, FORMATS);
  const policy = readPolicy(flags.one("policy"), terminal);
  if (!policy.commitments.some(({ kind }) => kind === "carry-over"))
    throw new CliProblem(`${harmless(policy.name)} has no commitment of the kind carry-over: it promises no callbacks`);
  const agents = readAgents(flags.one("agents"));
  const handlingMinutes = readMinutes(flags.one("minutes"));
  const { asOfMs, fromMs } = readInstants(flags, terminal);
  const found = readCaseFiles(flags, policy, terminal);
  const { register } = found;
  const evaluation = evaluate(policy, found.cases, { asOf: asOfMs, ...(register === undefined ? {} : { register }) });
  refuseNothingRead(found, complain(found, evaluation.issues, terminal).badCases, flags);
  // The hours in force when agents call back.
  const inForce = policy.versions.findLast((version) => version.fromMs <= fromMs)!;
  const pending = pendingOf(policy, evaluation, inForce.calendar);
  for (const line of pending.left) terminal.err(`ouvree: ${line}`);
  const name = chooseCalendar(inForce, flags.one("calendar"), pending, terminal);
  const { definition } = inForce.calendars.get(name)!;
  const calendar = createCalendar(definition, { output: "iso", sources: HOLIDAY_SOURCES });
  const morning = { policy, calendar, agents, handlingMinutes, asOfMs, fromMs };
  const plan = inWordsOf(pending, planOf(pending.byCalendar.get(name) ?? [], pending.closing, morning));
  if (plan.calls.length > 0) tellAssumed(flags, terminal);
  terminal.out(WRITERS[format]!(plan, morning, terminal));
  return EXIT.ok;
}

const WRITERS: Readonly<Record<string, (plan: CallbackPlan<"iso">, morning: Morning, terminal: Terminal) => string>> = {
  text: (plan, morning, terminal) =>
    callbacksText(plan, {
      heading: headingOf(morning),
      paint: (text, mark) => painted(terminal, mark === "late" ? "red" : "bold", text),
    }),
  json: (plan, morning) => `${shownJson({ schema: 1, ...headingOf(morning), ...plan })}\n`,
  csv: (plan) => callbacksCsv(plan),
};

function headingOf({ policy, calendar, agents, handlingMinutes, asOfMs, fromMs }: Morning): CallbacksHeading {
  const [asOf, from] = [calendar.add(asOfMs, 0), calendar.add(fromMs, 0)];
  return { policy: policy.name, asOf, from, timeZone: calendar.definition.timeZone, agents, handlingMinutes };
}

/** As of when callbacks are pending, and from when they are made: each is the other unless given. */
function readInstants(flags: Flags, terminal: Terminal): { asOfMs: number; fromMs: number } {
  const [from, zone] = [flags.one("from"), flags.one("zone")];
  const given = from === undefined ? undefined : readInstantWord(from, "--from", zone, terminal);
  const asOfMs = !flags.has("as-of") && given !== undefined ? given : readAsOf(flags, terminal);
  const fromMs = given ?? asOfMs;
  if (fromMs < asOfMs) throw new CliProblem("--from is before --as-of: nobody calls back before it is known who waits");
  return { asOfMs, fromMs };
}

function readAgents(text: string | undefined): number | readonly string[] {
  if (text === undefined) return ASSUMED.agents;
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  const names = text.split(",").map((name) => name.trim());
  if (!/^\d+$/.test(text) && new Set(names).size === names.length && !names.includes("")) return names;
  throw new CliProblem(
    `--agents: ${show(text)} is no number of agents and no list of their names; write 2 or anna,ben`,
  );
}

function readMinutes(text: string | undefined): number {
  if (text === undefined) return ASSUMED.minutes;
  if (/^\d{1,6}(\.\d{1,3})?$/.test(text) && Number(text) > 0) return Number(text);
  throw new CliProblem(`--minutes: ${show(text)} is no number of minutes; write 20`);
}

/** The calendar whose callbacks are planned: one desk has one list. */
function chooseCalendar(
  inForce: ReadyPolicy["versions"][number],
  wanted: string | undefined,
  { byCalendar }: PendingOfPolicy,
  terminal: Terminal,
): string {
  const names = [...inForce.calendars.keys()];
  if (wanted !== undefined && !names.includes(wanted)) {
    const hint = didYouMean(wanted, names) || `; it has ${names.map(harmless).join(", ")}`;
    throw new CliProblem(`--calendar: ${show(wanted)} is no calendar of the policy${hint}`);
  }
  const counts = [...byCalendar].map(([name, { length }]) => `${harmless(name)} ${length}`);
  const [first = inForce.calendar] = byCalendar.keys();
  if (wanted === undefined && counts.length > 1)
    throw new CliProblem(
      `callbacks of several calendars are pending (${counts.join(", ")}); say whose: --calendar ${first}`,
    );
  const chosen = wanted ?? first;
  const others = [...byCalendar].reduce((sum, [name, { length }]) => sum + (name === chosen ? 0 : length), 0);
  if (others > 0) terminal.err(`ouvree: callbacks of other calendars, not planned: ${others}`);
  return chosen;
}

/** The plan; what it refuses is told in the words of the command line. */
function planOf(pending: readonly PendingCallback[], closing: "day" | "window", morning: Morning): CallbackPlan<"iso"> {
  const { calendar, agents, handlingMinutes, fromMs } = morning;
  try {
    return planCallbacks(pending, { calendar, agents, handlingMinutes, from: fromMs, closing });
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    const [place, index] = error.issues[0]!.path;
    const id = place === "pending" ? pending[Number(index)]?.id : undefined;
    const message = error.message.replace(/^handlingMinutes/, "--minutes").replace(/^from/, "--from");
    throw new CliProblem(id === undefined ? message : message.replace(/^pending\[\d+\](\.calledAt)?/, show(id)));
  }
}

/** The plan with the policy's own names of what is missed. */
function inWordsOf({ promises }: PendingOfPolicy, plan: CallbackPlan<"iso">): CallbackPlan<"iso"> {
  const calls = plan.calls.map((call) => ({
    ...call,
    missed: call.missed.map((name) => promiseOf(name, promises.get(call.id)!)),
  }));
  return { ...plan, calls };
}

/** Says what of the plan is nobody's word. */
function tellAssumed(flags: Flags, terminal: Terminal): void {
  const assumed = [
    ...(flags.has("agents") ? [] : [["--agents", `${ASSUMED.agents} agent`]]),
    ...(flags.has("minutes") ? [] : [["--minutes", `${ASSUMED.minutes} minutes a callback`]]),
  ];
  if (assumed.length === 0) return;
  const [words, what] = [assumed.map(([flag]) => flag), assumed.map(([, text]) => text)];
  terminal.err(`ouvree: assumed: ${what.join(", ")}; say ${words.join(" and ")}`);
}
