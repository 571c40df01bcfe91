/**
 * Flags that say which cases count: a period, or what begins from one bound to another.
 */

import { createEvaluator, type EvaluateOptions, type InstantInput, isOuvreeError } from "../../index.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import { CliProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";
import { type Flags, readInstantWord } from "./flags.ts";

/** The flags. */
export const PERIOD_FLAGS = {
  period: { type: "string" },
  since: { type: "string" },
  until: { type: "string" },
} as const;

/** What they are, in help. */
export const PERIOD_HELP = `  --period P          only cases begun in a year, a month or on a date: 2026, 2026-10, 2026-10-31
  --since T           only cases begun on a date or later, or at an instant or later: 2026-10-01
  --until T           only cases begun before a date, or before an instant: 2026-11-01 is not included`;

/** Which cases count. Errors: a CliProblem. */
export function readPeriodFlags(
  flags: Flags,
  policy: ReadyPolicy,
  asOf: number,
  terminal: Terminal,
): Pick<EvaluateOptions, "period" | "since" | "until"> {
  const period = flags.one("period");
  const bound = (name: "since" | "until"): InstantInput | undefined => {
    const text = flags.one(name);
    if (text === undefined) return undefined;
    if (period !== undefined)
      throw new CliProblem(`give --period or --${name}, not both; October is --since 2026-10-01 --until 2026-11-01`);
    const isDate = /^\d{4}-\d\d-\d\d$/.test(text);
    return isDate ? text : readInstantWord(text, `--${name}`, flags.one("zone"), terminal);
  };
  const [since, until] = [bound("since"), bound("until")];
  const found = {
    ...(period === undefined ? {} : { period }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
  try {
    createEvaluator(policy, { asOf, ...found });
    return found;
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    throw new CliProblem(`--${error.message}`);
  }
}
