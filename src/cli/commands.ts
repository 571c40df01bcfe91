/**
 * The commands in one table: what each runs, what it takes, and what help and completion say of it.
 */

import { RENDERERS } from "../report/index.ts";
import type { Command } from "./command.ts";
import { ADVICE_FLAGS, ADVICE_HELP, advice } from "./commands/advice.ts";
import { ask, QUESTIONS, questionFlags } from "./commands/ask.ts";
import { CALENDAR_FLAGS, CALENDAR_HELP, calendar } from "./commands/calendar.ts";
import { CALLBACKS_FLAGS, CALLBACKS_HELP, callbacks } from "./commands/callbacks.ts";
import { CHECK_FLAGS, CHECK_HELP, check } from "./commands/check.ts";
import { COMPARE_FLAGS, COMPARE_HELP, compare } from "./commands/compare.ts";
import { COMPLETION_FLAGS, COMPLETION_HELP, completion, SHELLS } from "./commands/completion.ts";
import { DOCTOR_FLAGS, DOCTOR_HELP, doctor } from "./commands/doctor.ts";
import { DUE_FLAGS, DUE_HELP, due } from "./commands/due.ts";
import { ENTITLEMENT_FLAGS, ENTITLEMENT_HELP, entitlement } from "./commands/entitlement.ts";
import { EXPLAIN_CASE_FLAGS } from "./commands/explain-case.ts";
import { IMPORT_ACTIONS, IMPORT_COMMAND_FLAGS, IMPORT_COMMAND_HELP, importCommand } from "./commands/import.ts";
import { INIT_FLAGS, INIT_HELP, init } from "./commands/init.ts";
import { POLICY_ACTIONS, POLICY_FLAGS, POLICY_HELP, policy } from "./commands/policy.ts";
import { SHEET_FLAGS, SHEET_HELP, sheet } from "./commands/sheet.ts";

function question(name: string, ...lines: Command["lines"]): Command {
  const asked = QUESTIONS[name]!;
  const flags = name === "explain" ? { ...questionFlags(asked), ...EXPLAIN_CASE_FLAGS } : questionFlags(asked);
  return { run: (args, terminal) => ask(name, args, terminal), flags, help: asked.help, lines };
}

/** The commands by name, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  check: {
    run: check,
    flags: { ...CHECK_FLAGS, format: { type: "string", multiple: true, values: Object.keys(RENDERERS) } },
    help: CHECK_HELP,
    lines: [["check FILE… --policy P", "judge files of cases by a policy"]],
  },
  due: {
    run: due,
    flags: DUE_FLAGS,
    help: DUE_HELP,
    lines: [["due FILE… --policy P", "what is due next, at risk or late; --watch follows it"]],
  },
  callbacks: {
    run: callbacks,
    flags: CALLBACKS_FLAGS,
    help: CALLBACKS_HELP,
    lines: [["callbacks FILE… --policy P", "who is called back when, and what will be late"]],
  },
  advice: {
    run: advice,
    flags: ADVICE_FLAGS,
    help: ADVICE_HELP,
    lines: [["advice FILE… --policy P", "who is to be told that training is needed, on what, and why"]],
  },
  compare: {
    run: compare,
    flags: COMPARE_FLAGS,
    help: COMPARE_HELP,
    lines: [["compare OLD NEW FILE…", "what another policy would change: which verdicts flip, for whom, why"]],
  },
  entitlement: {
    run: entitlement,
    flags: ENTITLEMENT_FLAGS,
    help: ENTITLEMENT_HELP,
    lines: [["entitlement CUSTOMER", "may we help, for how long, and what else: in one line"]],
  },
  import: {
    run: importCommand,
    flags: IMPORT_COMMAND_FLAGS,
    help: IMPORT_COMMAND_HELP,
    lines: [["import FILE… --import M", "cases out of the export of a help desk; guess proposes a mapping"]],
    actions: IMPORT_ACTIONS,
  },
  init: {
    run: init,
    flags: INIT_FLAGS,
    help: INIT_HELP,
    lines: [["init", "a first policy for a service, from a few answers"]],
  },
  policy: {
    run: policy,
    flags: POLICY_FLAGS,
    help: POLICY_HELP,
    lines: [
      ["policy check FILE", "what is wrong with a policy, and what one would ask"],
      ["policy show FILE", "its document: a preset to copy and change"],
    ],
    actions: POLICY_ACTIONS,
  },
  deadline: question("deadline", ["deadline T DURATION", "when open time is used up"]),
  elapsed: question("elapsed", ["elapsed T T", "open time between two instants"]),
  open: question("open", ["open T", "whether it is open, and until when"]),
  explain: question(
    "explain",
    ["explain T DURATION|T", "why a deadline is where it is"],
    ["explain FILE… --case ID", "why a case is judged as it is"],
  ),
  calendar: {
    run: calendar,
    flags: CALENDAR_FLAGS,
    help: CALENDAR_HELP,
    lines: [["calendar --year Y", "a year at a glance: working days, holidays, ponts, hours"]],
  },
  sheet: {
    run: sheet,
    flags: SHEET_FLAGS,
    help: SHEET_HELP,
    lines: [["sheet --years Y-Y --out FILE", "a workbook of formulas, with nothing to install"]],
  },
  doctor: {
    run: doctor,
    flags: DOCTOR_FLAGS,
    help: DOCTOR_HELP,
    lines: [["doctor", "versions of what answers are made with, and what is old"]],
  },
  completion: {
    run: (args, terminal) => completion(args, COMMANDS, terminal),
    flags: COMPLETION_FLAGS,
    help: COMPLETION_HELP,
    lines: [["completion bash|zsh|fish", "completion for a shell"]],
    actions: SHELLS,
  },
};
