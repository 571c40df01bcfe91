/**
 * `ouvree calendar`: a year at a glance, to read, to print, to take elsewhere.
 */
import { toICalendar } from "../../icalendar/index.ts";
import { type Calendar, createCalendar, isOuvreeError } from "../../index.ts";
import { show } from "../../issues/show.ts";
import {
  type Language,
  type Mark,
  type YearGlance,
  yearAtAGlance,
  yearCsv,
  yearSvg,
  yearText,
} from "../../report/index.ts";
import { type Flags, readFlags } from "../flags.ts";
import { HOLIDAY_SOURCES } from "../holiday-sources.ts";
import { readCalendar } from "../policies.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { painted, shownJson, type Terminal } from "../terminal.ts";

/** What `ouvree calendar --help` prints. */
export const CALENDAR_HELP = `ouvree calendar --year Y --calendar FILE | --policy P | --holidays S

A year at a glance: working days, holidays by name, ponts, hours a month.

  --year Y            the civil year
  --calendar FILE     a calendar definition (JSON)
  --policy P          a policy file, or a preset: its own calendar (clip-industrie)
  --holidays S        a source of holidays (FR-57, date-holidays:US-NY), Monday to Friday 09:00-17:00; repeatable
  --zone Z            zone of --holidays (Europe/Paris unless given)
  --format F[=PATH]   text (default), json, csv, ics or svg; to a file if a path is given; repeatable
  --lang L            en (default) or fr
  --no-clobber        do not replace a file that exists

Example: ouvree calendar --year 2026 --holidays FR-57 --format svg=2026.svg`;

interface Asked {
  readonly calendar: Calendar<"ms">;
  readonly year: number;
  readonly lang: Language;
  readonly terminal: Terminal;
}

const COLOURS: Readonly<Partial<Record<Mark, "green" | "red" | "yellow">>> = {
  holiday: "red",
  closure: "red",
  exception: "red",
  "part-day": "yellow",
  bridge: "yellow",
};

/** The formats: the text of each, whether it goes to a file or not. */
const FORMATS: Readonly<Record<string, (glance: YearGlance, asked: Asked, isFile: boolean) => string>> = {
  text: (glance, { lang, terminal }, isFile) =>
    yearText(glance, lang, (text, mark) => {
      const colour = COLOURS[mark];
      return isFile || colour === undefined ? text : painted(terminal, colour, text);
    }),
  json: (glance) => `${shownJson(glance)}\n`,
  csv: (glance, { lang }) => yearCsv(glance, lang),
  ics: (_glance, { calendar, year }) => toICalendar(calendar, { year }),
  svg: (glance, { lang }) => yearSvg(glance, lang),
};

/** Runs the command. */
export function calendarYear(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("calendar", args, {
    year: { type: "string" },
    calendar: { type: "string" },
    policy: { type: "string" },
    holidays: { type: "string", multiple: true },
    zone: { type: "string" },
    format: { type: "string", multiple: true },
    lang: { type: "string" },
    "no-clobber": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if (flags.has("help")) {
    terminal.out(`${CALENDAR_HELP}\n`);
    return EXIT.ok;
  }
  if (flags.words.length > 0) throw new CliProblem(`calendar takes no words; see ouvree calendar --help`);
  const formats = readFormats(flags);
  const year = readYear(flags.one("year"));
  const lang = readLanguage(flags.one("lang"));
  try {
    const asked: Asked = { calendar: readAsked(flags, terminal), year, lang, terminal };
    const glance = yearAtAGlance(asked.calendar, year);
    for (const { format, path } of formats) {
      const text = FORMATS[format]!(glance, asked, path !== undefined);
      if (path === undefined) terminal.out(text);
      else terminal.write(path, text, !flags.has("no-clobber"));
    }
  } catch (error) {
    if (isOuvreeError(error)) throw new CliProblem(error.message);
    throw error;
  }
  return EXIT.ok;
}

function readAsked(flags: Flags, terminal: Terminal): Calendar<"ms"> {
  const [calendar, policy, holidays] = [flags.one("calendar"), flags.one("policy"), flags.all("holidays")];
  if (holidays.length === 0) {
    if (flags.has("zone")) throw new CliProblem("--zone is the zone of --holidays; a calendar has its own");
    if (calendar === undefined && policy === undefined)
      throw new CliProblem("say whose year: --calendar FILE, --policy P, or --holidays FR for a plain week");
    return readCalendar(calendar, policy, terminal);
  }
  if (calendar !== undefined || policy !== undefined)
    throw new CliProblem("--holidays makes a plain week of its own; a calendar names its holidays itself");
  const definition = {
    name: holidays.join(" "),
    timeZone: flags.one("zone") ?? "Europe/Paris",
    week: { "mon-fri": ["09:00-17:00"] },
    holidays,
  };
  return createCalendar(definition, { output: "ms", sources: HOLIDAY_SOURCES });
}

function readFormats(flags: Flags): { format: string; path: string | undefined }[] {
  const given = flags.all("format").length === 0 ? ["text"] : flags.all("format");
  const formats = given.map((text) => {
    const [format, ...path] = text.split("=") as [string, ...string[]];
    if (!Object.hasOwn(FORMATS, format))
      throw new CliProblem(`--format: ${show(format)} is not known; use ${Object.keys(FORMATS).join(", ")}`);
    return { format, path: path.length === 0 ? undefined : path.join("=") };
  });
  if (formats.filter(({ path }) => path === undefined).length > 1)
    throw new CliProblem("only one format goes to the terminal; give the others a file: --format svg=2026.svg");
  if (formats.some(({ path }) => path === "")) throw new CliProblem("--format: the path is empty");
  return formats;
}

function readYear(text: string | undefined): number {
  if (text === undefined) throw new CliProblem("say which year: --year 2026");
  const year = /^[0-9]{4}$/.test(text) ? Number(text) : Number.NaN;
  if (year >= 1900 && year <= 2198) return year;
  throw new CliProblem(`--year: ${show(text)} is no year from 1900 to 2198`);
}

function readLanguage(text: string | undefined): Language {
  if (text === undefined || text === "en" || text === "fr") return text ?? "en";
  throw new CliProblem(`--lang: ${show(text)} is not known; use en or fr`);
}
