/**
 * Promises that are no clocks, in words, and what was measured of them.
 *
 * It only folds results. Source: docs/promises.md.
 */
import { spokenDuration } from "../../clock/explain.ts";
import type { Result } from "../../evaluation/result.ts";
import { harmless } from "../../issues/show.ts";
import type { PromiseCommitment } from "../../policy/promise.ts";
import type { CivilPeriod } from "../../time/civil-period.ts";
import { spokenShare } from "../share.ts";

/** What is promised. */
export function promiseWords(commitment: PromiseCommitment): string {
  const { goal, goalAbove } = commitment;
  const share = goal === undefined ? "" : `${goalAbove ? "more than" : "at least"} ${spokenShare(goal)}`;
  switch (commitment.kind) {
    case "allowance": {
      const { minutes, per, followUp } = commitment;
      const after = followUp === undefined ? "" : ", and a follow-up after help on one without training";
      const each = per === "request" ? "request" : "contract year";
      return `${minutes.trained} min of help a module with training, ${minutes.untrained} min without, for each ${each}${after}`;
    }
    case "availability":
      return share === "" ? "to be reachable in open time" : `to be reachable in ${share} of open time`;
    case "cadence":
      return commitment.every === null ? "again and again" : `at least every ${spokenPeriod(commitment.every)}`;
    case "detection": {
      const { count, months } = commitment;
      const rule = count === null || months === null ? "" : `: ${count} cases within ${months} months`;
      return `a recommendation where training is needed${rule}`;
    }
    case "follow-up":
      return "that it is followed up";
    case "share":
      return share === "" ? "each of them so" : `${share} of them so`;
    case "standing":
      return `${harmless(commitment.promise)}, with evidence`;
  }
}

/** `2 years`, `6 months`, `1 year and 10 days`. */
function spokenPeriod({ months, days }: CivilPeriod): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const parts = [
    [years, "year"],
    [rest, "month"],
    [days, "day"],
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}${amount === 1 ? "" : "s"}`)
    .join(" and ");
}

/** What was measured, a line each. */
export function measuredLines({ allowances = [], advice = [], figures = {} }: Result): string[] {
  return [
    ...allowances.map(({ module, granted, consumed, overMinutes, followUp }) => {
      const over = overMinutes > 0 ? `, ${overMinutes} more than granted` : "";
      return `  ${harmless(module)}: ${consumed} of ${granted} min${over}${followUp === "none" ? "" : `; follow-up ${followUp}`}`;
    }),
    ...advice.map(
      ({ module, detectedOn, cases, recommendedOn }) =>
        `  ${harmless(module)}: training needed since ${detectedOn} (${cases.map(harmless).join(", ")}); ${recommendedOn === null ? "not recommended yet" : `recommended on ${recommendedOn}`}`,
    ),
    ...Object.entries(figures).flatMap(([name, figure]) => (figure === null ? [] : [`  ${figureWords(name, figure)}`])),
  ];
}

const FIGURE_WORDS: Readonly<Record<string, string>> = {
  count: "dates",
  last: "last on",
  longestGapDays: "longest gap in days",
  lostCalls: "calls lost",
  openMs: "open time",
  outageMs: "of it not reachable",
  overMinutes: "minutes more than granted",
  followUpMs: "open time until the follow-up",
  requests: "cases without training",
  module: "most of them on",
};

function figureWords(name: string, figure: number | string): string {
  const said = FIGURE_WORDS[name] ?? name;
  if (typeof figure === "string") return `${said}: ${harmless(figure)}`;
  if (name.endsWith("Ms")) return `${said}: ${spokenDuration(figure)}`;
  return `${said}: ${name === "share" ? spokenShare(figure) : String(figure)}`;
}
