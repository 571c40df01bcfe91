/**
 * Policies and calendars by name: the presets, and files.
 */

import { clipIndustrie } from "../../charters/clip-industrie.ts";
import { type Calendar, createCalendar, isOuvreeError } from "../../index.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { harmless, show } from "../../issues/show.ts";
import { type ReadyPolicy, readyPolicy } from "../../policy/policy.ts";
import { CliProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";
import { readDocument } from "./documents.ts";
import { HOLIDAY_SOURCES } from "./holiday-sources.ts";
import { definePolicyFile } from "./policy-file.ts";

/** Policies that come with the package. */
export const PRESETS: ReadonlyMap<string, ReadyPolicy> = new Map([[clipIndustrie.name, readyPolicy(clipIndustrie)]]);

/** The policy that `--policy` names. Without one nobody's tickets are judged by somebody else's promises in silence. */
export function readPolicy(name: string | undefined, terminal: Terminal): ReadyPolicy {
  const presets = [...PRESETS.keys()].join(", ");
  if (name === undefined) throw new CliProblem(`say by which policy: --policy FILE, or a preset: ${presets}`);
  const preset = PRESETS.get(name);
  if (preset !== undefined) return preset;
  if (!/[./\\]/.test(name))
    throw new CliProblem(
      `--policy: ${show(name)} is no preset${didYouMean(name, PRESETS.keys())}; presets: ${presets}; a file has a dot or a slash in its name`,
    );
  return definePolicyFile(name, terminal);
}

/** The calendar that `--calendar` or `--policy` names. */
export function readCalendar(
  calendar: string | undefined,
  policy: string | undefined,
  terminal: Terminal,
): Calendar<"ms"> {
  if (calendar !== undefined && policy !== undefined) throw new CliProblem("give --calendar or --policy, not both");
  if (calendar !== undefined)
    return refusedAs(calendar, () =>
      createCalendar(readDocument(calendar, terminal) as never, { output: "ms", sources: HOLIDAY_SOURCES }),
    );
  if (policy === undefined)
    throw new CliProblem(
      `say whose hours: --calendar FILE, or --policy FILE or a preset: ${[...PRESETS.keys()].join(", ")}`,
    );
  const found = readPolicy(policy, terminal);
  return found.calendars.get(found.document.calendar)!;
}

/** Runs a reader of a file; what it refuses becomes one line, with how many problems there are more. */
function refusedAs<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isOuvreeError(error)) throw new CliProblem(`${harmless(name)}: ${error.message}`);
    throw error;
  }
}
