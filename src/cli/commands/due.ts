/**
 * `ouvree due`: what is due next, what is at risk, and what is late already.
 */

import { createCalendar, evaluate, isOuvreeError } from "../../index.ts";
import { harmless, show } from "../../issues/show.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import { type DueList, dueCsv, dueList, dueText } from "../../report/index.ts";
import { IMPORT_FLAGS, IMPORT_HELP } from "../exports/mapping-file.ts";
import { complain, readAsOf, readCaseFiles, refuseNoFile, refuseNothingRead } from "../files/cases.ts";
import { PRESETS, readPolicy } from "../files/policies.ts";
import { type FlagKind, type Flags, readFlags, readFormat } from "../flags/flags.ts";
import { underReadings } from "../flags/readings.ts";
import { OutputLost } from "../output/streams.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { painted, shownJson, type Terminal } from "../terminal.ts";
import { watch } from "../watch.ts";

/** What `ouvree due --help` prints. */
export const DUE_HELP: string = `ouvree due FILE… --policy P [options]

What is due next: every clock that nobody has stopped, the first to be due before the others; what is at risk, and what is used up.
FILE is CSV, JSON or JSON Lines; - is standard input.

  --policy P          a policy file (JSON or YAML), or the name of a preset: clip-industrie
  --register R        a register (JSON or YAML): customers and their contracts; without it cover is not judged
  --reading C=R       another reading of a clause; may be repeated
  --zone Z            zone of times that have no offset, e.g. Europe/Paris; without it such a row is a bad row
${IMPORT_HELP}
  --as-of T           the instant of judgement; now unless given, required when CI is set
  --within D          only what is due within a time by the clock, or was: PT4H
  --limit N           at most N rows
  --format F          text (default), json or csv
  --watch             show it again when a file changes, and when something changes by itself; Ctrl-C ends it

Exit codes: 0 listed, late or not; 2 nothing could be listed (usage, policy, files).

Example: ouvree due tickets.csv --policy clip-industrie --register register.json --as-of 2026-10-30T17:30+01:00 --within PT24H`;

/** Its flags. */
export const DUE_FLAGS: Readonly<Record<string, FlagKind>> = {
  policy: { type: "string" },
  register: { type: "string" },
  reading: { type: "string", multiple: true },
  zone: { type: "string" },
  ...IMPORT_FLAGS,
  "as-of": { type: "string" },
  within: { type: "string" },
  limit: { type: "string" },
  format: { type: "string", values: ["text", "json", "csv"] },
  watch: { type: "boolean" },
  help: { type: "boolean", short: "h" },
};

const FORMATS: Readonly<Record<string, (policy: ReadyPolicy, list: DueList, terminal: Terminal) => string>> = {
  text: (policy, list, terminal) =>
    dueText(policy, list, (text, state) => {
      const colour = COLOURS[state];
      return colour === undefined ? text : painted(terminal, colour, text);
    }),
  json: (policy, { asOf, ...list }) => {
    const { timeZone } = policy.calendars.get(policy.document.calendar)!.definition;
    return `${shownJson({ schema: 1, policy: policy.name, asOf, timeZone, ...list })}\n`;
  },
  csv: (_, list) => dueCsv(list),
};

const COLOURS = { "used-up": "red", "at-risk": "yellow", running: undefined, paused: "dim" } as const;
/** Clears a terminal, and what has scrolled by stays. */
const CLEAR = "\u001b[H\u001b[2J";

/** Runs the command. */
export function due(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("due", args, DUE_FLAGS);
  if (flags.has("help")) {
    terminal.out(`${DUE_HELP}\n`);
    return EXIT.ok;
  }
  refuseNoFile("due", flags);
  const format = readFormat(flags, Object.keys(FORMATS));
  const limit = readLimit(flags.one("limit"));
  readWithin(flags, 0);
  const list = (): { text: string; nextChangeAt: string | null } => {
    const policy = underReadings(readPolicy(flags.one("policy"), terminal), flags);
    const asOf = readAsOf(flags, terminal);
    const found = readCaseFiles(flags, policy, terminal);
    const { register } = found;
    const evaluation = evaluate(policy, found.cases, { asOf, ...(register === undefined ? {} : { register }) });
    refuseNothingRead(found, complain(found, evaluation.issues, terminal).badCases, flags);
    const untilMs = readWithin(flags, asOf);
    const due = dueList(evaluation, {
      ...(untilMs === undefined ? {} : { untilMs }),
      ...(limit === undefined ? {} : { limit }),
    });
    return { text: FORMATS[format]!(policy, due, terminal), nextChangeAt: due.nextChangeAt };
  };
  if (flags.has("watch")) return follow(flags, list, terminal);
  terminal.out(list().text);
  return EXIT.ok;
}

/** Shows the list, and shows it again. */
function follow(flags: Flags, list: () => { text: string; nextChangeAt: string | null }, terminal: Terminal): ExitCode {
  const { live } = terminal;
  if (flags.words.includes("-")) throw new CliProblem("--watch follows files; standard input is read once");
  if (live === undefined) throw new CliProblem("--watch: files cannot be followed here");
  const policies = flags.all("policy").filter((name) => !PRESETS.has(name));
  const paths = [...policies, ...flags.all("register"), ...flags.words];
  let isFirst = true;
  watch(live, paths, () => {
    try {
      const { text, nextChangeAt } = list();
      terminal.out(`${live.isTerminal ? CLEAR : isFirst ? "" : "\n"}${text}`);
      if (terminal.isOutGone?.() === true) return "ended";
      // At a given instant nothing changes by itself.
      return flags.has("as-of") || nextChangeAt === null ? undefined : Date.parse(nextChangeAt);
    } catch (error) {
      // A file that is half written, or gone for a moment, is looked at again when it changes.
      const isMending = error instanceof CliProblem ? !(error instanceof OutputLost) : isOuvreeError(error);
      if (isFirst || !isMending) throw error;
      terminal.err(`ouvree: ${harmless((error as Error).message)}`);
      return undefined;
    } finally {
      isFirst = false;
    }
  });
  return EXIT.ok;
}

function readLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new CliProblem(`--limit: ${show(text)} is not a number of rows; write 20`);
  return Number(text);
}

/** Until when `--within` looks. */
function readWithin(flags: Flags, asOfMs: number): number | undefined {
  const text = flags.one("within");
  if (text === undefined) return undefined;
  try {
    const untilMs = CLOCK.add(asOfMs, text);
    if (untilMs < asOfMs) throw new CliProblem(`--within: ${show(text)} is negative; write PT4H`);
    return untilMs;
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    throw new CliProblem(`--within: ${error.message.replace(/^duration: /, "")}`);
  }
}

/** All hours of all days: time by the clock. */
const CLOCK = createCalendar({ timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } }, { output: "ms" });
