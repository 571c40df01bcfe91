/**
 * `ouvree init`: a first policy for a service, from a few answers.
 */
import { harmless } from "../../issues/show.ts";
import { definePolicyFile } from "../files/policy-file.ts";
import { type Flags, readFlags } from "../flags/flags.ts";
import { type Answers, QUESTIONS, type Question } from "../init/answers.ts";
import type { FileShape } from "../init/file-shape.ts";
import { type FromFile, readFrom, writeMapping } from "../init/from-file.ts";
import { policyYaml } from "../init/template.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import type { Talk, Terminal } from "../terminal.ts";

/** What `ouvree init --help` prints. */
export const INIT_HELP = `ouvree init [options]

Writes a first policy for a service, with comments: YAML to read, change and check. What is not said by a flag is asked.

  --name N            what the service is called
  --zone Z            the zone of its hours: Europe/Paris
  --hours H           when it is open: "mon-fri 09:00-12:00,14:00-17:00; sat 09:00-12:00", or 24/7
  --holidays S        its public holidays: FR, FR-57, date-holidays:US-NY, a list of them, or none
  --first-response T  within what time somebody answers: PT4H (open time), P2D (working days), or none
  --resolve T         within what time it is solved
  --from EXPORT       the export of a help desk that it is for: its kinds, events and priorities are those of the file, and a mapping
                      of its columns is written beside it
  --mapping FILE      where that mapping is written, import.yaml unless given
  --out FILE          where it is written, policy.yaml unless given; - is standard output
  --force             replace a file that is there already
  --no-clobber        do not; so it is unless --force is given
  --yes               ask nothing: what is not said is as proposed

T may say how it counts: "PT4H running" (around the clock), "PT4H working-days", "P2D calendar".

Exit codes: 0 written, 2 not.

Example: ouvree init --from export.csv --zone Europe/Paris --yes
Example: ouvree init --name "Help desk" --zone Europe/Paris --hours "mon-fri 09:00-17:00" --first-response PT4H --out helpdesk.yaml --yes`;

/** Its flags. */
export const INIT_FLAGS = {
  name: { type: "string" },
  zone: { type: "string" },
  hours: { type: "string" },
  holidays: { type: "string" },
  "first-response": { type: "string" },
  resolve: { type: "string" },
  from: { type: "string" },
  mapping: { type: "string" },
  out: { type: "string" },
  force: { type: "boolean" },
  "no-clobber": { type: "boolean" },
  yes: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const ORDER = Object.keys(QUESTIONS) as Question[];
const ASSUMED = Object.fromEntries(ORDER.map((question) => [question, QUESTIONS[question].assumed])) as Answers;

/** Runs the command. */
export function init(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("init", args, INIT_FLAGS);
  if (flags.has("help")) {
    terminal.out(`${INIT_HELP}\n`);
    return EXIT.ok;
  }
  if (flags.words.length > 0) throw new CliProblem("init takes no words; say --out FILE");
  if (flags.has("force") && flags.has("no-clobber")) throw new CliProblem("give --force or --no-clobber, not both");
  const out = flags.one("out") ?? "policy.yaml";
  if (out !== "-") checkWrite(out, flags, terminal);
  const given = Object.fromEntries(
    ORDER.flatMap((question) => {
      const answer = flags.one(question);
      return answer === undefined ? [] : [[question, answer]];
    }),
  ) as Partial<Answers>;
  const file = readFrom(flags, terminal, (path) => checkWrite(path, flags, terminal));
  const shape = file?.shape;
  checked({ ...ASSUMED, ...given }, terminal, shape);
  const missing = ORDER.filter((question) => given[question] === undefined);
  if (missing.length === 0 || flags.has("yes")) return write({ ...ASSUMED, ...given }, out, flags, terminal, file);
  const { talk } = terminal;
  if (talk === undefined)
    throw new CliProblem(`say ${missing.map((question) => `--${question}`).join(", ")}, or --yes for what is usual`);
  ask(missing, given, talk, terminal, (answers) => write(answers, out, flags, terminal, file));
  return EXIT.ok;
}

function checkWrite(out: string, flags: Flags, terminal: Terminal): void {
  try {
    terminal.checkWrite(out, { noClobber: !flags.has("force") });
  } catch (error) {
    if (!(error instanceof CliProblem)) throw error;
    throw new CliProblem(
      error.message.replace(/, and --no-clobber is given$/, "; say --force to replace it, or --out for another"),
    );
  }
}

/** Asks one question after the other; an answer that cannot be used is asked for again. */
function ask(
  [question, ...more]: readonly Question[],
  given: Partial<Answers>,
  talk: Talk,
  terminal: Terminal,
  answered: (answers: Answers) => ExitCode,
): void {
  if (question === undefined) {
    talk.close(attempt(terminal, () => answered(given as Answers)) ?? EXIT.unusable);
    return;
  }
  const { ask: text, assumed } = QUESTIONS[question];
  talk.ask(`${text} [${assumed}] `, (line) => {
    if (line === undefined) {
      terminal.err("ouvree: nothing is written");
      talk.close(EXIT.unusable);
      return;
    }
    const next = { ...given, [question]: line.trim() === "" ? assumed : line.trim() };
    const isGood = attempt(terminal, () => checked({ ...ASSUMED, ...next }, terminal)) !== undefined;
    ask(isGood ? more : [question, ...more], isGood ? next : given, talk, terminal, answered);
  });
}

/** Runs something; a problem is told, and undefined. */
function attempt<T>(terminal: Terminal, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof CliProblem)) throw error;
    terminal.err(`ouvree: ${harmless(error.message)}`);
    return undefined;
  }
}

/** The policy of some answers. Errors: a CliProblem by the flag whose answer it is. */
function checked(answers: Answers, terminal: Terminal, shape?: FileShape): string {
  const text = policyYaml(answers, shape);
  const isNone = answers["first-response"] === "none" && answers.resolve === "none";
  if (isNone) throw new CliProblem("--resolve: a policy without a promise is none; say --first-response or --resolve");
  try {
    definePolicyFile("policy.yaml", { ...terminal, read: () => text });
    return text;
  } catch (error) {
    if (!(error instanceof CliProblem)) throw error;
    throw new CliProblem(flagged(error.message.replace(/^policy\.yaml: /, "")));
  }
}

/** Where in the document an answer stands. */
const PLACES: readonly (readonly [RegExp, Question])[] = [
  [/^calendars\.desk: timeZone/, "zone"],
  [/^calendars\.desk: week[^:]*/, "hours"],
  [/^calendars\.desk: holidays[^:]*/, "holidays"],
  [/^commitments\["first-response"\]\.target(\.\w+)?/, "first-response"],
  [/^commitments\.resolve\.target(\.\w+)?/, "resolve"],
  [/^policy/, "name"],
];

function flagged(message: string): string {
  const [pattern, question] = PLACES.find(([place]) => place.test(message)) ?? [];
  return pattern === undefined ? message : message.replace(pattern, `--${question}`);
}

function write(answers: Answers, out: string, flags: Flags, terminal: Terminal, file?: FromFile): ExitCode {
  const text = checked(answers, terminal, file?.shape);
  if (file !== undefined) writeMapping(file, answers, out, flags, terminal);
  if (out === "-") {
    terminal.out(text);
    return EXIT.ok;
  }
  terminal.write(out, text, { noClobber: !flags.has("force") });
  terminal.out(`${harmless(out)} is written; check it after each change: ouvree policy check ${harmless(out)}\n`);
  if (file !== undefined)
    terminal.out(
      `then judge the file: ouvree check ${harmless(file.path)} --policy ${harmless(out)} --import ${harmless(file.mappingPath)}\n`,
    );
  return EXIT.ok;
}
