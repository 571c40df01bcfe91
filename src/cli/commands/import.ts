/**
 * `ouvree import`: exports of help desks. Shows the mappings that come with the package, proposes one for a file, tries one, and writes
 * the cases that it makes of files.
 */
import { guessMapping, type ImportedCases, type Mapping, systems } from "../../import/index.ts";
import { type Case, isOuvreeError } from "../../index.ts";
import { harmless, show } from "../../issues/show.ts";
import { guessText } from "../exports/guess-text.ts";
import { mappingOf } from "../exports/mapping-file.ts";
import { readExports, sourcesOf } from "../exports/read-exports.ts";
import { importLines } from "../exports/tell-import.ts";
import { complain } from "../files/cases.ts";
import { type Flags, readFlags } from "../flags/flags.ts";
import { writeYaml } from "../output/write-yaml.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { shownJson, type Terminal } from "../terminal.ts";

/** What `ouvree import --help` prints. */
export const IMPORT_COMMAND_HELP: string = `ouvree import show [NAME] [--json]
ouvree import guess FILE…
ouvree import FILE… --import M [--dry-run] [--out FILE]

show prints a mapping that comes with the package, to copy and change; without a name, which there are. guess reads a file and proposes
a mapping, with the cells that speak for each line. Without one of these words the files are read by the mapping M, a name or a file
(YAML or JSON), and their cases written as JSON Lines, for check, due and the others.

FILE is an export: CSV, JSON, JSON Lines, XES, a workbook (xlsx, ods), packed or not (gz, zip); - is standard input.

  --import M          a system, or a mapping file
  --zone Z            zone of times that have no offset, before that of the mapping
  --dry-run           writes nothing: says what was found, and shows three cases as they are understood
  --out FILE          where the cases are written; standard output unless given
  --rejects FILE      writes the rows that were refused, each with the reason (CSV)
  --no-clobber        write no file that is there already
  --json              show: JSON, not YAML

Systems: ${systemLines()}

Exit codes: 0 shown, or written; 2 not.

Example: ouvree import export.csv --import glpi --zone Europe/Paris --dry-run
Example: ouvree import guess export.csv > desk.import.yaml`;

/** Its flags. */
export const IMPORT_COMMAND_FLAGS = {
  import: { type: "string" },
  zone: { type: "string" },
  "dry-run": { type: "boolean" },
  out: { type: "string" },
  rejects: { type: "string" },
  "no-clobber": { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Its second words. */
export const IMPORT_ACTIONS: readonly string[] = ["show", "guess"];

/** Cases that a dry run shows. */
const SHOWN_CASES = 3;

/** Runs the command. */
export function importCommand(args: readonly string[], terminal: Terminal): ExitCode {
  const flags = readFlags("import", args, IMPORT_COMMAND_FLAGS);
  if (flags.has("help")) {
    terminal.out(`${IMPORT_COMMAND_HELP}\n`);
    return EXIT.ok;
  }
  const [first, ...more] = flags.words;
  if (first === "show") return showMapping(more, flags, terminal);
  if (first === "guess") return guess(more, flags, terminal);
  if (first === undefined)
    throw new CliProblem(
      "import needs a file, or its word: ouvree import FILE --import M, import show, import guess FILE",
    );
  const named = flags.one("import");
  if (named === undefined)
    throw new CliProblem("say how the files are read: --import M; ouvree import guess FILE proposes a mapping");
  return convert(flags, mappingOf(named, terminal), terminal);
}

function showMapping([name, ...more]: readonly string[], flags: Flags, terminal: Terminal): ExitCode {
  if (more.length > 0) throw new CliProblem("import show takes one name");
  if (name === undefined) {
    for (const { import: each, title = "" } of Object.values(systems)) terminal.out(`${each.padEnd(22)}${title}\n`);
    return EXIT.ok;
  }
  const mapping = mappingOf(name, terminal);
  terminal.out(flags.has("json") ? `${shownJson(mapping)}\n` : writeYaml(mapping));
  return EXIT.ok;
}

function guess(paths: readonly string[], flags: Flags, terminal: Terminal): ExitCode {
  if (paths.length === 0) throw new CliProblem("name the export: ouvree import guess FILE");
  const zone = flags.one("zone");
  const found = guarded(() => guessMapping(sourcesOf(paths, terminal), zone === undefined ? {} : { zone }));
  const { out, err } = guessText(found);
  terminal.out(out);
  for (const line of err) terminal.err(`ouvree: ${line}`);
  return EXIT.ok;
}

function convert(flags: Flags, mapping: Mapping, terminal: Terminal): ExitCode {
  const out = flags.one("out");
  if (out !== undefined) terminal.checkWrite(out, { noClobber: flags.has("no-clobber") });
  const found = guarded(() => readExports(flags, mapping, terminal));
  const told = importLines(found, mapping);
  if (flags.has("dry-run")) {
    terminal.out(dryRunText(found, mapping, told));
    complain({ ...asFiles(found, flags), told: [] }, [], terminal);
    return EXIT.ok;
  }
  complain({ ...asFiles(found, flags), told }, [], terminal);
  if (found.cases.length === 0)
    throw new CliProblem(`no case could be read from ${flags.words.map(harmless).join(", ")}`);
  const text = found.cases.map((each) => `${JSON.stringify(each)}\n`).join("");
  if (out === undefined) terminal.out(text);
  else terminal.write(out, text, { noClobber: flags.has("no-clobber") });
  return EXIT.ok;
}

function asFiles(found: ImportedCases, flags: Flags) {
  return { ...found, names: flags.words, register: undefined };
}

/** What a dry run shows. */
function dryRunText(found: ImportedCases, mapping: Mapping, told: readonly string[]): string {
  const columns = found.found.flatMap(({ columns = [] }) => columns);
  const meant = meanings(mapping);
  const ofColumns = [...new Set(columns)].map(
    (column) => `  ${harmless(column)}: ${meant.get(folded(column)) ?? "not used"}`,
  );
  const paths = columns.length > 0 ? ofColumns : [...meant].map(([column, meaning]) => `  ${column}: ${meaning}`);
  const cases = found.cases.slice(0, SHOWN_CASES).map(caseLines);
  return `${[...told, "", "columns:", ...paths, "", `the first ${cases.length} of ${found.cases.length} cases:`, ...cases.flat()].join("\n")}\n`;
}

function caseLines(found: Case): string[] {
  const { id, kind, customer: _, events, mayMissEvents, mayMiss: _mayMiss, ...facts } = found;
  const others = Object.entries(facts).map(([name, value]) => `, ${name} ${show(value)}`);
  return [
    `  ${harmless(id)}: ${harmless(kind)}${others.join("")}${mayMissEvents ? "; its history is incomplete" : ""}`,
    ...events.map(
      ({ type, at, seq }) =>
        `    ${String(at)}  ${harmless(type)}${seq === undefined ? "" : `  (${seq} of its instant)`}`,
    ),
  ];
}

/** Where the mapping names a column, by the name of the column as it is compared. */
function meanings(mapping: unknown): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: readonly string[], isColumn: boolean): void => {
    if (typeof value === "string") {
      if (isColumn && !found.has(folded(value))) found.set(folded(value), path.join("."));
    } else if (Array.isArray(value)) for (const each of value) walk(each, path, isColumn);
    else if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value)) {
        if (NO_COLUMNS.has(key)) continue;
        if (key === "where") for (const column of Object.keys(each as object)) walk(column, [...path, "where"], true);
        else walk(each, [...path, key], true);
      }
  };
  const { import: _, title: _title, ...parts } = mapping as Mapping;
  walk(parts, [], false);
  return found;
}

/** Members of a mapping under which no columns stand. */
const NO_COLUMNS: ReadonlySet<string> = new Set([
  ...["read", "zone", "times", "language", "empty", "values", "is", "cannotTell", "begins", "each", "items"],
  ...["desk", "customer.desk", "nobody", "optional"],
]);

function folded(text: string): string {
  return text.normalize("NFC").trim().toLowerCase();
}

/** Turns what a file is refused for into a problem of the command line. */
function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (isOuvreeError(error)) throw new CliProblem(error.message);
    throw error;
  }
}

function systemLines(): string {
  return Object.keys(systems).join(", ");
}
