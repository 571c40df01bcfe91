/**
 * Flags: reading them with node's own parser, and saying well what is wrong with them.
 */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { createCalendar, isOuvreeError } from "../../index.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import { CliProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";

/** What is known of a flag. */
export interface FlagKind {
  readonly type: "string" | "boolean";
  /** Whether it may be repeated; of others a second value is refused, for one of the two would be ignored. */
  readonly multiple?: boolean;
  readonly short?: string;
  /** The values that it takes, where they are few; for completion. */
  readonly values?: readonly string[];
}

/** Flags as given. */
export interface Flags {
  /** The last value of a flag. */
  one(name: string): string | undefined;
  /** All values of a flag, in order. */
  all(name: string): readonly string[];
  has(name: string): boolean;
  readonly words: readonly string[];
}

/** Reads a command's flags. Errors: a CliProblem for an unknown flag or a missing value. */
export function readFlags(command: string, args: readonly string[], kinds: Readonly<Record<string, FlagKind>>): Flags {
  const options: ParseArgsConfig["options"] = {};
  for (const [name, kind] of Object.entries(kinds)) options[name] = { multiple: true, ...kind };
  const { values, positionals, tokens } = parse(args, options);
  const given = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const kind = Object.hasOwn(kinds, token.name) ? kinds[token.name] : undefined;
    if (kind === undefined) {
      const hint = didYouMean(token.name, Object.keys(kinds));
      throw new CliProblem(
        `unknown flag ${show(token.rawName).slice(1, -1)}${hint.replaceAll('"', "").replace("mean ", "mean --")}${hint === "" ? `; see ouvree ${command} --help` : ""}`,
      );
    }
    if (
      kind.type === "string" &&
      (token.value === undefined || token.value === "" || (!token.inlineValue && token.value.startsWith("--")))
    ) {
      throw new CliProblem(`${token.rawName} needs a value; see ouvree ${command} --help`);
    }
    if (kind.type === "boolean" && token.value !== undefined) throw new CliProblem(`${token.rawName} takes no value`);
    if (kind.type === "string" && kind.multiple !== true && given.has(token.name))
      throw new CliProblem(`--${token.name} is given twice; say one`);
    given.add(token.name);
  }
  const all = (name: string): string[] => {
    const value = values[name];
    return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((each) => unmarked(String(each)));
  };
  return { one: (name) => all(name).at(-1), all, has: (name) => values[name] !== undefined, words: positionals };
}

function parse(args: readonly string[], options: ParseArgsConfig["options"]) {
  // Durations may be negative: "-PT4H" is a word, not a bundle of short flags.
  const words = args.map((arg) => (/^-P/.test(arg) ? `word:${arg}` : arg));
  const parsed = parseArgs({
    args: words,
    options: options ?? {},
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return { ...parsed, positionals: parsed.positionals.map(unmarked) };
}

function unmarked(word: string): string {
  return word.replace(/^word:(?=-P)/, "");
}

/** The format of `--format`, the first unless given. */
export function readFormat(flags: Flags, known: readonly string[]): string {
  const format = flags.one("format") ?? known[0]!;
  if (known.includes(format)) return format;
  const choices = `${known.slice(0, -1).join(", ")} or ${known.at(-1)}`;
  throw new CliProblem(`--format: ${show(format)} is not known${didYouMean(format, known) || `; use ${choices}`}`);
}

/** A share such as `95%`, `97.5 %` or `0.95`. */
export function readShare(text: string): number | undefined {
  const match = /^(\d{1,3}(?:\.\d{1,6})?) ?(%?)$/.exec(text);
  if (match === null) return undefined;
  const share = match[2] === "%" ? Number(`${match[1]}e-2`) : Number(match[1]);
  return share <= 1 ? share : undefined;
}

/** An instant on the command line: ISO 8601 with an offset, `now`, or without an offset in `--zone`. */
export function readInstantWord(text: string, what: string, zone: string | undefined, terminal: Terminal): number {
  if (text === "now") return terminal.nowMs();
  try {
    // On a calendar that is always open the next opening is the instant itself: the library's own door reads it.
    return ALWAYS_OPEN.nextOpen(text, zone === undefined ? {} : { zone });
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    const isZone = error.code === "time.unknown-zone";
    const cure =
      error.code === "time.no-offset"
        ? `${show(text)} needs Z or an offset such as +01:00, or say --zone Europe/Paris`
        : error.message.replace(/^(at|zone): /, "");
    throw new CliProblem(`${isZone ? "--zone" : what}: ${cure}`);
  }
}

const ALWAYS_OPEN = createCalendar({ timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } }, { output: "ms" });
