/**
 * A new policy as commented YAML: what was answered, and beside each promise what else there is to decide.
 */

import { type Answers, type Figure, readFigure, readHolidays, readHours, readName } from "./answers.ts";
import type { FileShape } from "./file-shape.ts";

/**
 * The policy of the answers. Errors: a CliProblem for an answer that leaves something open.
 *
 * @param shape What the file holds that it is for; without one it is for cases of one kind, with the usual events.
 */
export function policyYaml(answers: Answers, shape: FileShape = USUAL): string {
  const name = readName(answers.name);
  const week = Object.entries(readHours(answers.hours));
  const holidays = readHolidays(answers.holidays);
  const [response, resolve] = [
    readFigure("first-response", answers["first-response"]),
    readFigure("resolve", answers.resolve),
  ];
  const first = shape.hasReplies ? response : undefined;
  const priorities = shape.priorities.length === 0 ? "" : factsYaml(shape.priorities);
  const untold =
    response === undefined || shape.hasReplies
      ? ""
      : "\n  # The file does not tell when somebody answered: no first response is promised here.";
  return `# What ${name.replaceAll("#", "")} promises. Made by ouvree init; every word is explained in docs/policies.md of the package.
# Check it after each change: ouvree policy check FILE
policy: ${quoted(name)}

calendars:
  desk:
    timeZone: ${quoted(answers.zone.trim())}
    # Half-open: at the closing time it is closed.
    week:
${week.map(([days, windows]) => `      ${quoted(days)}: [${windows.map(quoted).join(", ")}]`).join("\n")}
    # Built in: FR, FR-57 (Alsace-Moselle) and overseas; other countries with the package date-holidays.
    holidays: [${holidays.map(quoted).join(", ")}]
    # Days of one's own: closures: ["2026-12-24", { from: "2026-08-03", to: "2026-08-14", name: Summer }]
calendar: desk

# Kinds of cases, and the events that your files have for them.
kinds:
${shape.kinds.map((kind) => `  ${key(kind)}:\n    events: [${shape.events.map(key).join(", ")}]\n    stop: ${shape.stop}`).join("\n")}

# Events of any kind, by what they do to a clock.
events:
  pause: waiting
  resume: resumed
  cancel: ${shape === USUAL ? "withdrawn" : "cancelled"}
${priorities}
commitments:${untold}
${[...commitment("first-response", FIRST, first, shape), ...commitment("resolve", SOLVED, resolve, shape)].join("\n")}
`;
}

/** Cases of one kind, with the usual events. */
const USUAL: FileShape = {
  kinds: ["request"],
  events: ["opened", "answered", "resolved", "reopened"],
  stop: "resolved",
  hasReplies: true,
  hasReopened: true,
  priorities: [],
  cannotTell: [],
};

/** A word as a key or an item of YAML. */
function key(word: string): string {
  return /^[A-Za-z][A-Za-z-]*$/.test(word) ? word : quoted(word);
}

function factsYaml(priorities: readonly string[]): string {
  return `
# What the file says of a case: each value of its priority has a target below.
facts:
  priority: [${priorities.map(quoted).join(", ")}, unset]
`;
}

/** What is written of a promise beside its target. */
interface Wording {
  readonly title: string;
  stop(shape: FileShape): string;
  more(shape: FileShape): readonly string[];
}

const FIRST: Wording = {
  title: "First response",
  stop: (shape) => `[${shape === USUAL ? "answered" : "replied"}, ${shape.stop}]`,
  more: () => ["# What comes after the first response is another promise.", "reopening: ignore"],
};

const SOLVED: Wording = {
  title: "Solved",
  stop: ({ stop }) => stop,
  more: ({ hasReopened }) =>
    hasReopened
      ? [
          "# A case that is reopened goes on with the time it had left; others: ignore, count, new-cycle.",
          "reopening: resume",
          "reopen: reopened",
        ]
      : ["# The file does not tell that a case was reopened.", "reopening: ignore"],
};

function commitment(
  id: string,
  { title, stop, more }: Wording,
  figure: Figure | undefined,
  shape: FileShape,
): string[] {
  if (figure === undefined) return [];
  return [
    `  ${id}:`,
    `    title: ${title}`,
    "    kind: target",
    `    kinds: [${shape.kinds.map(key).join(", ")}]`,
    "    start: opened",
    `    stop: ${stop(shape)}`,
    ...more(shape).map((line) => `    ${line}`),
    ...targetLines(figure, shape.priorities).map((line) => `    ${line}`),
    "    # The least share of cases that must be in time; without it, all of them, or what --min says.",
    "    # goal: 0.95",
  ];
}

const HOURS_WORDS: Readonly<Record<string, string>> = {
  open: "Hours in which the desk is open.",
  "working-days": "All 24 hours of working days.",
  running: "Hours around the clock, whether the desk is open or not.",
};

function targetLines(figure: Figure, priorities: readonly string[]): string[] {
  const { unit, count } = figure;
  if (unit === "hours")
    return [
      `# ${HOURS_WORDS[count]}`,
      ...tableLines(`{ hours: ${quoted(figure.amount)}, count: ${count} }`, priorities),
      "# Shares of the target from which a case is at risk.",
      "atRisk: [0.75]",
    ];
  // The last of some working days is one; of the same day and of calendar days it may be none.
  const canBeClosed = count === "calendar" || figure.amount === "P0D";
  return [
    `# Days after that of the request: ${count === "working" ? "working days" : "all days"}, to the end of the last one. Others: closing, same-time.`,
    ...tableLines(
      `{ days: ${quoted(figure.amount)}, count: ${count}, until: midnight, rollToOpen: ${canBeClosed} }`,
      priorities,
    ),
  ];
}

/** One target, or the same for each priority, to be changed. */
function tableLines(target: string, priorities: readonly string[]): string[] {
  if (priorities.length === 0) return [`target: ${target}`];
  return [
    "target:",
    "  by: priority",
    "  # The same for each priority: change what is promised for each; null where nothing is.",
    "  values:",
    ...[...priorities.map(quoted), "unset"].map((value) => `    ${value}: ${target}`),
  ];
}

/** A text in quotes: JSON's are YAML's. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
