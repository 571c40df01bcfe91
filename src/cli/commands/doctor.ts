import { harmless, show } from "../../issues/show.ts";
import { VERSION } from "../../version.ts";
import { readFlags, readFormat } from "../flags.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import { shownJson, type Terminal } from "../terminal.ts";

/** What `ouvree doctor --help` prints. */
export const DOCTOR_HELP = `ouvree doctor [--format json]

The versions of what answers are made with: this package, node, its time zone data and ICU, luxon, and date-holidays, if it is
installed. What is older than it should be is told on stderr.

  --format F          text (default) or json

Exit codes: 0, whatever is old.

Example: ouvree doctor --format json`;

/** Its flags. */
export const DOCTOR_FLAGS = {
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
  const found = versionsOf(terminal);
  const warnings = warningsOf(found, terminal.nowMs());
  if (format === "json") terminal.out(`${shownJson({ schema: 1, ...found, warnings })}\n`);
  else {
    const rows = Object.entries(found).map(
      ([name, version]) => `${name.padEnd(15)}${version === null ? (NONE[name] ?? "unknown") : harmless(version)}\n`,
    );
    terminal.out(`${rows.join("")}${warnings.length === 0 ? "nothing is old\n" : ""}`);
  }
  for (const warning of warnings) terminal.err(`ouvree: ${warning}`);
  return EXIT.ok;
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
