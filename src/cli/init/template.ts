/**
 * A new policy as commented YAML: what was answered, and beside each promise what else there is to decide.
 */
import { type Answers, type Figure, readFigure, readHolidays, readHours, readName } from "./answers.ts";

/** The policy of the answers. Errors: a CliProblem for an answer that leaves something open. */
export function policyYaml(answers: Answers): string {
  const name = readName(answers.name);
  const week = Object.entries(readHours(answers.hours));
  const holidays = readHolidays(answers.holidays);
  const [response, resolve] = [
    readFigure("first-response", answers["first-response"]),
    readFigure("resolve", answers.resolve),
  ];
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
  request:
    events: [opened, answered, resolved, reopened]
    stop: resolved

# Events of any kind, by what they do to a clock.
events:
  pause: waiting
  resume: resumed
  cancel: withdrawn

commitments:
${[...commitment("first-response", FIRST, response), ...commitment("resolve", SOLVED, resolve)].join("\n")}
`;
}

/** What is written of a promise beside its target. */
interface Wording {
  readonly title: string;
  readonly stop: string;
  readonly more: readonly string[];
}

const FIRST: Wording = {
  title: "First response",
  stop: "[answered, resolved]",
  more: ["# What comes after the first response is another promise.", "reopening: ignore"],
};

const SOLVED: Wording = {
  title: "Solved",
  stop: "resolved",
  more: [
    "# A case that is reopened goes on with the time it had left; others: ignore, count, new-cycle.",
    "reopening: resume",
    "reopen: reopened",
  ],
};

function commitment(id: string, { title, stop, more }: Wording, figure: Figure | undefined): string[] {
  if (figure === undefined) return [];
  return [
    `  ${id}:`,
    `    title: ${title}`,
    "    kind: target",
    "    kinds: [request]",
    "    start: opened",
    `    stop: ${stop}`,
    ...more.map((line) => `    ${line}`),
    ...targetLines(figure).map((line) => `    ${line}`),
    "    # The least share of cases that must be in time; without it, all of them, or what --min says.",
    "    # goal: 0.95",
  ];
}

const HOURS_WORDS: Readonly<Record<string, string>> = {
  open: "Hours in which the desk is open.",
  "working-days": "All 24 hours of working days.",
  running: "Hours around the clock, whether the desk is open or not.",
};

function targetLines({ amount, unit, count }: Figure): string[] {
  if (unit === "hours")
    return [
      `# ${HOURS_WORDS[count]}`,
      `target: { hours: ${quoted(amount)}, count: ${count} }`,
      "# Shares of the target from which a case is at risk.",
      "atRisk: [0.75]",
    ];
  // The last of some working days is one; of the same day and of calendar days it may be none.
  const canBeClosed = count === "calendar" || amount === "P0D";
  return [
    `# Days after that of the request: ${count === "working" ? "working days" : "all days"}, to the end of the last one. Others: closing, same-time.`,
    `target: { days: ${quoted(amount)}, count: ${count}, until: midnight, rollToOpen: ${canBeClosed} }`,
  ];
}

/** A text in quotes: JSON's are YAML's. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
