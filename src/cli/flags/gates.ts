/**
 * The gates of `ouvree check`: what its flags ask for, and which exit code follows.
 */

import type { Evaluation } from "../../index.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { harmless, show } from "../../issues/show.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import {
  type Baseline,
  type GateOptions,
  type GateResult,
  judgeGates,
  type Minimums,
  readBaseline,
  type Verdict,
} from "../../report/index.ts";
import { readDocument } from "../files/documents.ts";
import { CliProblem, EXIT, type ExitCode } from "../problem.ts";
import type { Terminal } from "../terminal.ts";
import { type Flags, readShare } from "./flags.ts";

/** The flags. */
export const GATE_FLAGS = {
  min: { type: "string", multiple: true },
  "max-missed": { type: "string", multiple: true },
  "max-bad": { type: "string" },
  "fail-on": { type: "string", values: ["at-risk"] },
  baseline: { type: "string" },
} as const;

/** What they are, in help. */
export const GATE_HELP = `  --min [ID=]SHARE    goal where the policy sets none, for all commitments or one: 95%, anomaly=98%
  --max-missed [ID=]N broken when more than N cases are missed, of any commitment or of one: 3, anomaly=0
  --fail-on at-risk   exit 3 when nothing is broken, but a running case is at risk
  --baseline FILE     the JSON of an earlier check: broken only by what got worse since
  --max-bad N         exit 1 when more than N rows or cases could not be read`;

/** What is asked. */
export interface Gates extends GateOptions {
  readonly maxBad: number;
}

/** Reads the gates. Errors: a CliProblem. */
export function readGates(flags: Flags, policy: ReadyPolicy, terminal: Terminal): Gates {
  const [baseline, maxBad] = [flags.one("baseline"), flags.one("max-bad")];
  const minimums = readMinimums(flags, policy);
  return {
    minimums,
    maxBad: maxBad === undefined ? Number.POSITIVE_INFINITY : readAmount("max-bad", maxBad),
    atRisk: readFailOn(flags.one("fail-on")),
    ...(baseline === undefined ? {} : { baseline: readBaselineFile(baseline, terminal) }),
  };
}

/** Judges the gates, and tells on stderr what breaks them beyond the goals of the report. */
export function judge(
  policy: ReadyPolicy,
  evaluation: Evaluation,
  verdicts: readonly Verdict[],
  bad: number,
  { maxBad, ...gates }: Gates,
  terminal: Terminal,
): GateResult & { readonly code: ExitCode } {
  const result = judgeGates(policy, evaluation, verdicts, gates);
  for (const warning of result.warnings) terminal.err(`ouvree: ${warning}`);
  for (const { text, standing } of result.lines) if (standing !== "kept") terminal.err(`ouvree: ${text}`);
  if (bad > maxBad) terminal.err(`ouvree: ${bad} rows or cases could not be read, more than --max-bad ${maxBad}`);
  const code = bad > maxBad || result.isBroken ? EXIT.broken : result.isAtRisk ? EXIT.atRisk : EXIT.ok;
  return { ...result, code };
}

/** The goals and limits of `--min` and `--max-missed`. */
function readMinimums(flags: Flags, policy: ReadyPolicy): Minimums {
  const ids = policy.commitments.map(({ id }) => id);
  const missed = byCommitment("max-missed", flags, ids, (text) => readAmount("max-missed", text));
  const shares = byCommitment("min", flags, ids, (text, whole) => {
    const share = readShare(text);
    if (share === undefined) throw new CliProblem(`--min: ${show(whole)} is not a share; write 95% or anomaly=95%`);
    return share;
  });
  return { ...shares, ...(flags.has("max-missed") ? { missed } : {}) };
}

function byCommitment(
  flag: string,
  flags: Flags,
  ids: readonly string[],
  read: (text: string, whole: string) => number,
): { byId: ReadonlyMap<string, number>; otherwise?: number } {
  const byId = new Map<string, number>();
  let otherwise: number | undefined;
  for (const text of flags.all(flag)) {
    const [, id, amount] = /^(?:([^=]+)=)?(.+)$/.exec(text) ?? [];
    const figure = read(amount ?? "", text);
    const isTwice = id === undefined ? otherwise !== undefined : byId.has(id);
    if (isTwice) throw new CliProblem(`--${flag} is given twice for ${id === undefined ? "all" : show(id)}; say one`);
    if (id === undefined) otherwise = figure;
    else if (ids.includes(id)) byId.set(id, figure);
    else {
      const cure = didYouMean(id, ids) || `; it has ${ids.map(harmless).join(", ")}`;
      throw new CliProblem(`--${flag}: ${show(id)} is no commitment of the policy${cure}`);
    }
  }
  return { byId, ...(otherwise === undefined ? {} : { otherwise }) };
}

function readAmount(flag: string, text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new CliProblem(
      `--${flag}: ${show(text)} is not a number of ${flag === "max-bad" ? "rows" : "cases; write 3 or anomaly=0"}`,
    );
  return Number(text);
}

function readFailOn(text: string | undefined): boolean {
  if (text !== undefined && text !== "at-risk")
    throw new CliProblem(`--fail-on: ${show(text)} is not known${didYouMean(text, ["at-risk"]) || "; use at-risk"}`);
  return text !== undefined;
}

function readBaselineFile(path: string, terminal: Terminal): Baseline {
  const baseline = readBaseline(readDocument(path, terminal));
  if (typeof baseline !== "string") return baseline;
  throw new CliProblem(
    `--baseline: ${harmless(path)} is no earlier check: ${baseline}; make one with ouvree check … --format json`,
  );
}
