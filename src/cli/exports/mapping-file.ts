/**
 * Mappings on the command line: `--import NAME`, a mapping that comes with the package, or `--import FILE.yaml`; or the one that
 * stands in the policy.
 */
import { type Mapping, readMapping, systems } from "../../import/index.ts";
import { isOuvreeError } from "../../index.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { harmless, show } from "../../issues/show.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import { readDocument } from "../files/documents.ts";
import type { Flags } from "../flags/flags.ts";
import { CliProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";

/** What commands that read cases take beside a file in the form of cases. */
export const IMPORT_FLAGS = {
  import: { type: "string" },
  rejects: { type: "string" },
} as const;

/** What their help says of it. */
export const IMPORT_HELP = `  --import M          the files are exports of a help desk: M is a system (ouvree import --help lists them) or a mapping file
  --rejects FILE      writes the rows that were refused, each with the reason (CSV); with --import`;

/** The mapping of a run, if there is one. Errors: a CliProblem with every problem of a file. */
export function readImportFlag(flags: Flags, policy: ReadyPolicy | undefined, terminal: Terminal): Mapping | undefined {
  const named = flags.one("import");
  const own = (policy?.document as { import?: unknown } | undefined)?.import;
  if (named !== undefined) return mappingOf(named, terminal);
  if (own !== undefined) return checkedMapping(own, `the policy ${harmless(policy!.name)}, import`, terminal);
  if (flags.has("rejects")) throw new CliProblem("--rejects goes with --import: rows are refused by a mapping");
  return undefined;
}

/** A mapping by its name, or of a file. */
export function mappingOf(named: string, terminal: Terminal): Mapping {
  if (Object.hasOwn(systems, named)) return systems[named]!;
  if (!/[./\\]/.test(named)) {
    const names = Object.keys(systems);
    const hint = didYouMean(named, names) || `; the systems are ${names.join(", ")}`;
    throw new CliProblem(`--import: ${show(named)} is no system, and no file .yaml or .json${hint}`);
  }
  return checkedMapping(readDocument(named, terminal), harmless(named), terminal);
}

/** Errors: a CliProblem; where there are several problems, each is told on a line of its own before. */
function checkedMapping(document: unknown, name: string, terminal: Terminal): Mapping {
  try {
    return readMapping(document);
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    if (error.issues.length === 1) throw new CliProblem(`${name}: ${error.message}`);
    for (const { message, code } of error.issues) terminal.err(`${name}: ${harmless(message)} (${code})`);
    throw new CliProblem(`${name} is no mapping: ${error.issues.length} problems`);
  }
}
