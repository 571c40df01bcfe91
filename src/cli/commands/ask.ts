/**
 * `ouvree deadline`, `elapsed`, `open` and `explain`: one question to one calendar.
 */
import { type Calendar, createCalendar, type Edge, isOuvreeError } from "../../index.ts";
import { show } from "../../issues/show.ts";
import { deadlinePicture, deadlineSvg, type PictureLanguage } from "../../report/index.ts";
import { IMPORT_HELP } from "../exports/mapping-file.ts";
import { HOLIDAY_SOURCES } from "../files/holiday-sources.ts";
import { readCalendar } from "../files/policies.ts";
import { type FlagKind, type Flags, readFlags, readInstantWord } from "../flags/flags.ts";
import { type AnswerFormat, giveAnswer, readAnswerOutput, readPictureLanguage } from "../output/answer-output.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { shownJson, type Terminal } from "../terminal.ts";
import { explainCase } from "./explain-case.ts";

const COMMON = `  --calendar FILE     a calendar definition (JSON or YAML)
  --policy P          a policy file, or a preset: its own calendar (clip-industrie)
  --zone Z            zone of times that have no offset
  --format F[=PATH]   text (default) or json; to a file if a path is given
  --no-clobber        write no file that is there already

T is ISO 8601 with an offset (2026-05-22T16:00+02:00), or now.`;

/** A question: its words, its flags beyond the common ones, and its answer. */
interface Question {
  readonly help: string;
  readonly words: number;
  readonly flags?: readonly string[];
  readonly formats?: readonly AnswerFormat[];
  answer(calendar: Calendar<"iso">, words: readonly string[], instant: (index: number) => number, flags: Flags): Answer;
}

/** An answer, as text, as data, and where there is one as a picture. */
interface Answer {
  readonly text: string;
  readonly data: unknown;
  svg?(lang: PictureLanguage): string;
}

/** The questions by command. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  deadline: {
    help: `ouvree deadline T DURATION --calendar FILE | --policy P [--edge far]

When DURATION (PT4H) of open time from T is used up.

${COMMON}
  --edge E            near (default), or far: the last instant at which no more is used up

Example: ouvree deadline 2026-05-22T16:00+02:00 PT4H --policy clip-industrie`,
    words: 2,
    flags: ["edge"],
    answer(calendar, words, instant, flags) {
      const edge = readEdge(flags.one("edge"));
      const due = calendar.add(instant(0), words[1]!, { edge });
      return { text: due, data: { start: calendar.add(instant(0), 0), duration: words[1], edge, due } };
    },
  },
  elapsed: {
    help: `ouvree elapsed T T --calendar FILE | --policy P

Open time from the first instant to the second, as an ISO 8601 duration; negative when the second is earlier.

${COMMON}

Example: ouvree elapsed 2026-05-22T16:00+02:00 2026-05-26T12:00+02:00 --policy clip-industrie`,
    words: 2,
    answer(calendar, _words, instant) {
      const elapsed = calendar.elapsed(instant(0), instant(1));
      return { text: elapsed, data: { from: calendar.add(instant(0), 0), to: calendar.add(instant(1), 0), elapsed } };
    },
  },
  open: {
    help: `ouvree open T --calendar FILE | --policy P

Whether it is open at T, and when that changes next.

${COMMON}

Example: ouvree open 2026-05-25T10:00+02:00 --policy clip-industrie`,
    words: 1,
    answer(calendar, _words, instant) {
      const open = calendar.isOpen(instant(0));
      const next = nextChangeOf(calendar, instant(0));
      const word = open ? "open" : "closed";
      return {
        text: next === null ? `${word}, with no change in the time that is known` : `${word} until ${next}`,
        data: { at: calendar.add(instant(0), 0), open, next },
      };
    },
  },
  explain: {
    help: `ouvree explain T DURATION|T --calendar FILE | --policy P [--edge far]

Why a deadline is where it is, or what an elapsed time is made of: windows, nights, holidays by name, clock changes.

${COMMON.replace("text (default) or json;", "text (default), json, or of a deadline svg, a picture;")}
  --svg               the picture: as --format svg
  --edge E            near (default) or far
  --lang L            language of the picture: en (default) or fr

Example: ouvree explain 2026-05-22T16:00+02:00 PT4H --policy clip-industrie
Example: ouvree explain 2026-05-22T16:00+02:00 PT4H --policy clip-industrie --format svg=deadline.svg

ouvree explain FILE… --policy P --case ID [options]

Why each commitment on a case is judged as it is. FILE is a file of cases, as for check.

  --case ID           the case
  --commitment C      only this commitment; may be repeated
  --reading C=R       judge by another reading of a clause; may be repeated
  --register R        a register: without it cover is not judged
  --as-of T           the instant of judgement; now unless given, required when CI is set
  --zone Z            zone of times that have no offset
${IMPORT_HELP}
  --format F[=PATH]   text (default), json, or of one commitment svg, a picture; to a file if a path is given
  --svg               the picture: as --format svg
  --no-clobber        write no file that is there already
  --lang L            language of the picture: en (default) or fr

Example: ouvree explain tickets.csv --policy clip-industrie --case T0017 --as-of 2026-10-31T18:00+01:00`,
    words: 2,
    flags: ["edge", "lang"],
    formats: ["text", "json", "svg"],
    answer(calendar, words, instant, flags) {
      const edge = readEdge(flags.one("edge"));
      const isDuration = /^[+-]?P/.test(words[1]!);
      const explanation = isDuration
        ? calendar.explain(instant(0), words[1]!, { edge })
        : calendar.explainElapsed(instant(0), instant(1));
      const svg = (lang: PictureLanguage): string =>
        deadlineSvg(deadlinePicture(calendar, instant(0), words[1]!, { edge }), { lang });
      return { text: explanation.text, data: explanation, ...(isDuration ? { svg } : {}) };
    },
  },
};

/** The flags of a question. */
export function questionFlags({
  flags = [],
  formats = ["text", "json"],
}: Question): Readonly<Record<string, FlagKind>> {
  const names = ["calendar", "policy", "zone", "format", ...flags];
  const values: Readonly<Record<string, readonly string[]>> = {
    format: formats,
    edge: ["near", "far"],
    lang: ["en", "fr"],
  };
  const kinds = names.map((name): [string, FlagKind] => [
    name,
    // Of several formats one is said to be enough, as of --svg.
    { type: "string", multiple: name === "format", ...(values[name] === undefined ? {} : { values: values[name] }) },
  ]);
  const picture: Readonly<Record<string, FlagKind>> = formats.includes("svg") ? { svg: { type: "boolean" } } : {};
  return {
    ...Object.fromEntries(kinds),
    ...picture,
    "no-clobber": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  };
}

/** Runs one of the questions. */
export function ask(command: string, args: readonly string[], terminal: Terminal): ExitCode {
  const question = QUESTIONS[command]!;
  // The same word explains a case of a file: the flag says which is meant.
  if (command === "explain" && args.some((arg) => /^--(case|commitment|reading|register|as-of)(=|$)/.test(arg)))
    return explainCase(args, question.help, terminal);
  const flags = readFlags(command, args, questionFlags(question));
  if (flags.has("help")) {
    terminal.out(`${question.help}\n`);
    return EXIT.ok;
  }
  if (flags.words.length !== question.words) {
    throw new CliProblem(
      `${command} takes ${question.words} word${question.words === 1 ? "" : "s"}, not ${flags.words.length}; ${command === "explain" ? "of a case in a file say --case ID; " : ""}see ouvree ${command} --help`,
    );
  }
  const output = readAnswerOutput(flags, question.formats ?? ["text", "json"], terminal);
  const lang = readPictureLanguage(flags, output);
  const { definition } = readCalendar(flags.one("calendar"), flags.one("policy"), terminal);
  const instant = (index: number): number =>
    readInstantWord(flags.words[index]!, `word ${index + 1}`, flags.one("zone"), terminal);
  try {
    const calendar = createCalendar(definition, { output: "iso", sources: HOLIDAY_SOURCES });
    const answer = question.answer(calendar, flags.words, instant, flags);
    giveAnswer(output, written(answer, output.format, lang), flags, terminal);
  } catch (error) {
    if (isOuvreeError(error)) throw new CliProblem(error.message);
    throw error;
  }
  return EXIT.ok;
}

function written({ text, data, svg }: Answer, format: AnswerFormat, lang: PictureLanguage): string {
  if (format === "json") return `${shownJson(data)}\n`;
  if (format === "text") return `${text}\n`;
  if (svg !== undefined) return svg(lang);
  throw new CliProblem("--format: svg is the picture of a deadline; give a start and a duration such as PT4H");
}

/** When it opens or closes next; null where it does not within the reach: a desk that never closes. */
function nextChangeOf(calendar: Calendar<"iso">, instantMs: number): string | null {
  try {
    return calendar.nextChange(instantMs);
  } catch (error) {
    if (isOuvreeError(error) && (error.code === "calendar.beyond-reach" || error.code === "calendar.too-far"))
      return null;
    throw error;
  }
}

function readEdge(text: string | undefined): Edge {
  if (text === undefined || text === "near" || text === "far") return text ?? "near";
  throw new CliProblem(`--edge: ${show(text)} is not known; use near or far`);
}
