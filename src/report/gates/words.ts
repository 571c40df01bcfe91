/**
 * The gates in words: what was asked beyond the goals of the commitments, and how it stands.
 */
import { shortenedList, spokenInstant } from "../../clock/explain.ts";
import { harmless } from "../../issues/show.ts";
import type { Zone } from "../../time/zone.ts";
import { spokenShare } from "../share.ts";
import { type Baseline, type BaselineChange, isWorse } from "./baseline.ts";
import type { Standing, Verdict } from "./gate.ts";
import type { AtRisk } from "./risk.ts";

/** A line of a gate. */
export interface GateLine {
  readonly text: string;
  /** `broken` for what breaks the gate, `not-judged` for what is only worth knowing. */
  readonly standing: Standing;
}

/** Commitments of which more cases were missed than may be. */
export function missedLines(verdicts: readonly Verdict[]): GateLine[] {
  return verdicts.flatMap(({ id, missed }) =>
    missed === undefined || missed.count <= missed.limit
      ? []
      : [{ text: `${harmless(id)}: ${missed.count} missed, more than ${missed.limit}`, standing: "broken" as const }],
  );
}

/** What is at risk, in one line; none if nothing is. */
export function riskLines(risks: readonly AtRisk[]): GateLine[] {
  if (risks.length === 0) return [];
  const each = risks.map(({ case: id, commitment, share }) => {
    return `${harmless(id)} (${harmless(commitment)}, ${spokenShare(share)} used)`;
  });
  return [{ text: `at risk: ${shortenedList(each)}`, standing: "not-judged" }];
}

/** What got worse and what got better since a baseline. */
export function baselineLines(baseline: Baseline, changes: readonly BaselineChange[], zone: Zone): GateLine[] {
  const when = spokenInstant(zone, Date.parse(baseline.asOf));
  const told = changes.flatMap((change) => changeLines(change));
  const count = changes.filter(isWorse).length;
  const last: GateLine =
    count === 0
      ? { text: `nothing got worse since ${when}`, standing: "kept" }
      : { text: `got worse since ${when}: ${count} commitment${count === 1 ? "" : "s"}`, standing: "broken" };
  return [...told, last];
}

function changeLines(change: BaselineChange): GateLine[] {
  const { id, newlyMissed, moreMissed, noLongerMissed } = change;
  const line = (word: "worse" | "better", text: string): GateLine => ({
    text: `${word}: ${harmless(id)} ${text}`,
    standing: word === "worse" ? "broken" : "kept",
  });
  return [
    ...(change.isWorse ? [line("worse", moveWords(change))] : []),
    ...(newlyMissed.length > 0 ? [line("worse", `missed now: ${shortenedList(newlyMissed.map(harmless))}`)] : []),
    ...(moreMissed > 0 ? [line("worse", `missed now: ${moreMissed} more`)] : []),
    ...(change.isBetter ? [line("better", moveWords(change))] : []),
    ...(noLongerMissed.length > 0
      ? [line("better", `no longer missed: ${shortenedList(noLongerMissed.map(harmless))}`)]
      : []),
  ];
}

function moveWords({ before, after }: BaselineChange): string {
  const rate = (share: number | null | undefined): string =>
    share === null || share === undefined ? "nothing decided" : spokenShare(share);
  const then = before === undefined ? "not in the baseline" : wordOf(before.standing);
  const standings = then === wordOf(after.standing) ? `${then} still` : `${then}, now ${wordOf(after.standing)}`;
  return `${standings} (${rate(before?.rate)} → ${rate(after.rate)})`;
}

function wordOf(standing: Standing): string {
  return standing === "not-judged" ? "not judged" : standing;
}

/** Why two evaluations may differ though no case does: warnings beside a comparison. */
export function baselineWarnings(baseline: Baseline, now: Baseline): string[] {
  const [then, today] = [baseline.provenance, now.provenance];
  const clauses = [...new Set([...Object.keys(then.readings), ...Object.keys(today.readings)])];
  const other = clauses.filter((clause) => then.readings[clause] !== today.readings[clause]).map(harmless);
  const gone = Object.keys(baseline.rates).filter((id) => !Object.hasOwn(now.rates, id));
  const span = ({ period, since, until }: Baseline): string => [period, since, until].join(" ");
  return [
    ...(then.policyHash === today.policyHash
      ? []
      : [`the baseline was judged by another policy: ${harmless(then.policy)} ${harmless(then.policyHash)}`]),
    ...(other.length === 0 ? [] : [`the baseline has other readings: ${shortenedList(other)}`]),
    ...(span(baseline) === span(now) ? [] : ["the baseline is of another period"]),
    ...(baseline.asOf > now.asOf ? ["the baseline is of a later instant"] : []),
    ...(gone.length === 0 ? [] : [`commitments of the baseline alone: ${shortenedList(gone.map(harmless))}`]),
  ];
}
