/**
 * `ouvree calendar`: a year at a glance, in one or several formats.
 */
import { toICalendar } from "../../icalendar/index.ts";
import { type Calendar, createCalendar, isOuvreeError } from "../../index.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import {
  type YearGlance,
  type YearLanguage,
  type YearPaint,
  yearAtAGlance,
  yearCsv,
  yearSvg,
  yearText,
} from "../../report/index.ts";
import { HOLIDAY_SOURCES } from "../files/holiday-sources.ts";
import { readCalendar } from "../files/policies.ts";
import { type Flags, readFlags } from "../flags/flags.ts";
import { readLanguage } from "../output/answer-output.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { painted, shownJson, type Terminal } from "../terminal.ts";

/** What `ouvree calendar --help` prints. */
export const CALENDAR_HELP = `ouvree calendar --year Y --calendar FILE | --policy P | --holidays SOURCE…

A year at a glance: working days, holidays by name, ponts, hours a month.

  --year Y            the civil year, 1900 to 2199
  --calendar FILE     a calendar definition (JSON or YAML)
  --policy P          a policy file, or a preset: its own calendar (clip-industrie)
  --holidays SOURCE   instead: mon-fri 09:00-17:00 with these holidays: FR, FR-57, GP, date-holidays:US-NY; may be repeated
  --zone Z            zone of the hours that --holidays assumes; Europe/Paris unless given
  --format F[=PATH]   text (default), json, csv, ics or svg; may be repeated; to a file if a path is given
  --no-clobber        write no file that is there already
  --lang L            en (default) or fr

Example: ouvree calendar --year 2026 --holidays FR-57 --format text --format svg=2026.svg`;

/** Its flags. */
export const CALENDAR_FLAGS = {
  year: { type: "string" },
  calendar: { type: "string" },
  policy: { type: "string" },
  holidays: { type: "string", multiple: true },
  zone: { type: "string" },
  format: { type: "string", multiple: true, values: ["text", "json", "csv", "ics", "svg"] },
  "no-clobber": { type: "boolean" },
  lang: { type: "string", values: ["en", "fr"] },
  help: { type: "boolean", short: "h" },
} as const;

/** What a format is made of. */
interface Subject {
  readonly calendar: Calendar<"ms">;
  readonly glance: YearGlance;
  readonly lang: YearLanguage;
  readonly paint: YearPaint;
}

/** The formats. */
const FORMATS: Readonly<Record<string, (subject: Subject) => string>> = {
  text: ({ glance, lang, paint }) => yearText(glance, { lang, paint }),
  json: ({ glance }) => `${shownJson(glance)}\n`,
  csv: ({ glance, lang }) => yearCsv(glance, { lang }),
  ics: ({ calendar, glance }) => toICalendar(calendar, { year: glance.year }),
  svg: ({ glance, lang }) => yearSvg(glance, { lang }),
};

/** A format to write, and where; without a path to standard output. */
interface Wanted {
  readonly format: string;
  readonly path?: string;
}

/** The plain week of a calendar of which only the holidays are given. */
const ASSUMED = { week: { "mon-fri": ["09:00-17:00"] }, hours: "mon-fri 09:00-17:00", zone: "Europe/Paris" } as const;

/** Runs the command. */
export function calendar(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("calendar", args, CALENDAR_FLAGS);
  if (flags.has("help")) {
    terminal.out(`${CALENDAR_HELP}\n`);
    return EXIT.ok;
  }
  if (flags.words.length > 0)
    throw new CliProblem(`calendar takes no words, but ${show(flags.words[0])}; see ouvree calendar --help`);
  const year = readYear(flags.one("year"));
  const wanted = readFormats(flags);
  const lang = readLanguage(flags);
  const write = { noClobber: flags.has("no-clobber") };
  // All that can be refused is refused before anything is written.
  for (const { path } of wanted) if (path !== undefined) terminal.checkWrite(path, write);
  const { asked, note } = readSubject(flags, terminal);
  const glance = yearAtAGlance(asked, year);
  const texts = wanted.map(({ format, path }) => {
    const paint: YearPaint =
      path === undefined ? (text, mark) => painted(terminal, COLOURS[mark], text) : (text) => text;
    return { path, text: FORMATS[format]!({ calendar: asked, glance, lang, paint }) };
  });
  if (note !== undefined) terminal.err(`ouvree: ${note}`);
  for (const { path, text } of texts) if (path !== undefined) terminal.write(path, text, write);
  for (const { path, text } of texts) if (path === undefined) terminal.out(text);
  return EXIT.ok;
}

const COLOURS = {
  holiday: "red",
  closed: "yellow",
  part: "cyan",
  pont: "green",
  muted: "dim",
  title: "bold",
} as const;

function readYear(text: string | undefined): number {
  if (text === undefined) throw new CliProblem("say which year: --year 2026");
  if (/^(19|20|21)\d\d$/.test(text)) return Number(text);
  throw new CliProblem(`--year: ${show(text)} is no year from 1900 to 2199`);
}

/** The formats wanted: one at most to standard output, and no file twice. */
function readFormats(flags: Flags): readonly Wanted[] {
  const names = Object.keys(FORMATS);
  const wanted = flags.all("format").map((text): Wanted => {
    const at = text.indexOf("=");
    const format = at < 0 ? text : text.slice(0, at);
    if (!names.includes(format)) {
      const hint = didYouMean(format, names);
      throw new CliProblem(
        `--format: ${show(format)} is not known${hint}; use ${names.join(", ")}, or one of them =PATH`,
      );
    }
    if (at === text.length - 1) throw new CliProblem(`--format ${format}= needs a path, or leave the = out`);
    return at < 0 ? { format } : { format, path: text.slice(at + 1) };
  });
  if (wanted.filter(({ path }) => path === undefined).length > 1)
    throw new CliProblem("one format goes to standard output; give the others a path: --format svg=2026.svg");
  const paths = wanted.flatMap(({ path }) => path ?? []);
  const twice = paths.find((path, i) => paths.indexOf(path) !== i);
  if (twice !== undefined) throw new CliProblem(`--format: two formats go to ${show(twice)}`);
  return wanted.length === 0 ? [{ format: "text" }] : wanted;
}

/** The calendar of the year: a file's, a policy's, or a plain week with holidays; and what of it is assumed. */
function readSubject(flags: Flags, terminal: Terminal): { asked: Calendar<"ms">; note?: string } {
  const [file, policy, sources] = [flags.one("calendar"), flags.one("policy"), flags.all("holidays")];
  if (sources.length === 0) {
    if (file === undefined && policy === undefined)
      throw new CliProblem(
        "say whose year: --calendar FILE, --policy P, or --holidays FR for a plain week with those holidays",
      );
    if (flags.has("zone"))
      throw new CliProblem("--zone goes with --holidays; a calendar and a policy name their own zone");
    return { asked: readCalendar(file, policy, terminal) };
  }
  if (file !== undefined || policy !== undefined)
    throw new CliProblem("give --holidays, or --calendar or --policy, which name their own holidays");
  const timeZone = flags.one("zone") ?? ASSUMED.zone;
  const { hours, week } = ASSUMED;
  try {
    const name = `${sources.join(" + ")}, ${hours}`;
    const asked = createCalendar(
      { name, timeZone, week, holidays: sources },
      { output: "ms", sources: HOLIDAY_SOURCES },
    );
    return { asked, note: `${hours} in ${timeZone} is assumed; a calendar (--calendar FILE) says its own hours` };
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    throw new CliProblem(error.message.replace(/^holidays\[\d+\]/, "--holidays").replace(/^timeZone/, "--zone"));
  }
}
