import { type CalendarDefinition, definePolicy, type PolicyDocument } from "../../index.ts";
import { showPath } from "../../issues/issue.ts";
import { harmless, show } from "../../issues/show.ts";
import { type PolicyQuestion, policyQuestions } from "../../report/index.ts";
import { VERSION } from "../../version.ts";
import { HOLIDAY_SOURCES } from "../files/holiday-sources.ts";
import { readCalendar, readPolicy } from "../files/policies.ts";
import { type Flags, readFlags, readFormat } from "../flags/flags.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { painted, shownJson, type Terminal } from "../terminal.ts";

/** What `ouvree doctor --help` prints. */
export const DOCTOR_HELP = `ouvree doctor [--calendar FILE] [--policy P] [--format json]

The versions of what answers are made with: this package, node, its time zone data and ICU, luxon, and date-holidays, if it is
installed. What is older than it should be is told on stderr. Of a calendar, and of those of a policy, it asks what a careful reader
would: whether summer hours are to open on holidays, whether 00:00-23:59 is the whole day.

  --calendar FILE     ask about a calendar definition (JSON or YAML)
  --policy P          ask about the calendars of a policy file, or of a preset (clip-industrie)
  --format F          text (default) or json

Exit codes: 0, whatever is old or asked; 2 the calendar or the policy cannot be used.

Example: ouvree doctor --format json
Example: ouvree doctor --policy support.yaml`;

/** Its flags. */
export const DOCTOR_FLAGS = {
  calendar: { type: "string" },
  policy: { type: "string" },
  format: { type: "string", values: ["text", "json"] },
  help: { type: "boolean", short: "h" },
} as const;

/** Oldest versions that the package works with. Source: package.json, which a test compares. */
export const OLDEST = { node: "20", luxon: "3.7.2", "date-holidays": "3.37.0" } as const;

/** Runs the command. */
export function doctor(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("doctor", args, DOCTOR_FLAGS);
  if (flags.has("help")) {
    terminal.out(`${DOCTOR_HELP}\n`);
    return EXIT.ok;
  }
  if (flags.words.length > 0) throw new CliProblem(`doctor takes no words, but ${show(flags.words[0])}`);
  const format = readFormat(flags, ["text", "json"]);
  const asked = askedOf(flags, terminal);
  const found = versionsOf(terminal);
  const warnings = warningsOf(found, terminal.nowMs());
  if (format === "json")
    terminal.out(
      `${shownJson({ schema: 1, ...found, warnings, ...(asked.length === 0 ? {} : { questions: asked.flatMap(questionsOf) }) })}\n`,
    );
  else {
    const rows = Object.entries(found).map(
      ([name, version]) => `${name.padEnd(15)}${version === null ? (NONE[name] ?? "unknown") : harmless(version)}\n`,
    );
    terminal.out(`${rows.join("")}${warnings.length === 0 ? "nothing is old\n" : ""}`);
    for (const each of asked) terminal.out(linesOf(each, terminal));
  }
  for (const warning of warnings) terminal.err(`ouvree: ${warning}`);
  return EXIT.ok;
}

/** A file that was asked about, and the questions about its calendars. */
interface Asked {
  readonly file: string;
  readonly questions: readonly PolicyQuestion[];
}

function askedOf(flags: Flags, terminal: Terminal): Asked[] {
  const found: Asked[] = [];
  const [file, policy] = [flags.one("calendar"), flags.one("policy")];
  if (file !== undefined) {
    const { definition } = readCalendar(file, undefined, terminal);
    const asked = policyQuestions(definePolicy(policyAround(definition), { sources: HOLIDAY_SOURCES }));
    const own = ["calendars", "desk"];
    const questions = asked.filter(({ path }) => own.every((step, i) => path[i] === step));
    found.push({ file, questions: questions.map((each) => ({ ...each, path: each.path.slice(own.length) })) });
  }
  if (policy !== undefined) {
    const asked = policyQuestions(readPolicy(policy, terminal));
    // Of the document itself, and of its versions.
    const questions = asked.filter(({ path }) => path[path[0] === "versions" ? 2 : 0] === "calendars");
    found.push({ file: policy, questions });
  }
  return found;
}

/** A policy that says nothing but whose hours count: what is asked of it is asked of the calendar. */
function policyAround(desk: CalendarDefinition): PolicyDocument {
  return {
    policy: "doctor",
    calendar: "desk",
    calendars: { desk },
    kinds: { any: { events: ["opened", "closed"] } },
    commitments: {
      any: {
        kind: "target",
        kinds: ["any"],
        start: "opened",
        stop: "closed",
        reopening: "ignore",
        target: { hours: "PT1M", count: "open" },
      },
    },
  };
}

function questionsOf({ file, questions }: Asked): object[] {
  return questions.map(({ path, message }) => ({ file, path, message }));
}

function linesOf({ file, questions }: Asked, terminal: Terminal): string {
  const name = harmless(file);
  if (questions.length === 0) return `${name}: nothing to ask about its hours\n`;
  const mark = painted(terminal, "yellow", "?");
  return questions.map(({ path, message }) => `${mark} ${name}: ${showPath(path)}: ${message}\n`).join("");
}

const NONE: Readonly<Record<string, string>> = { "date-holidays": "not installed" };

type Versions = Readonly<Record<"ouvree" | "node" | "tzdata" | "icu" | "luxon" | "date-holidays", string | null>>;

function versionsOf({ versions, tzdata, packageVersion }: Terminal): Versions {
  return {
    ouvree: VERSION,
    node: versions?.["node"] ?? null,
    tzdata: tzdata ?? null,
    icu: versions?.["icu"] ?? null,
    luxon: packageVersion?.("luxon") ?? null,
    "date-holidays": packageVersion?.("date-holidays") ?? null,
  };
}

function warningsOf(found: Versions, nowMs: number): string[] {
  const old = (["node", "luxon", "date-holidays"] as const).flatMap((name) => {
    const version = found[name];
    if (version === null || !isOlder(version, OLDEST[name])) return [];
    return `${name} ${harmless(version)} is older than ${OLDEST[name]}; install a newer one`;
  });
  return [...old, ...zoneWarnings(found.tzdata, new Date(nowMs).getUTCFullYear())];
}

/** Time zones change every year: data from before last year lacks what was decided since. */
function zoneWarnings(tzdata: string | null, year: number): string[] {
  const released = Number(/^(\d{4})[a-z]+$/.exec(tzdata ?? "")?.[1] ?? Number.NaN);
  if (Number.isNaN(released)) return ["the version of the time zone data is not known; deadlines go by it"];
  if (released >= year - 1) return [];
  return [`the time zone data is of ${released}: clocks may have changed since; install a newer node`];
}

/** Whether a version is before another, number by number. */
function isOlder(version: string, least: string): boolean {
  const [a, b] = [version, least].map((text) => text.split(/[.+-]/).map(Number)) as [number[], number[]];
  const at = b.findIndex((part, i) => part !== (a[i] ?? 0));
  return at >= 0 && (a[at] ?? 0) < b[at]!;
}
