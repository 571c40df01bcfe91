/**
 * A comparison of two policies as text: which rates move, which verdicts flip, for whom and why.
 *
 * It only folds a comparison. English, with ISO-like dates.
 */
import { spokenDuration, spokenInstant } from "../clock/explain.ts";
import type { Flip, FlipReason, PolicyComparison } from "../evaluation/compare-policies.ts";
import { harmless } from "../issues/show.ts";
import { readZone, zoneOf } from "../time/zone.ts";
import { reading } from "./arguments.ts";
import { spokenShare } from "./share.ts";

/** Flips shown; the rest is counted. */
const SHOWN_FLIPS = 20;
/** Reasons shown of a flip: what weighs most comes first. */
const SHOWN_REASONS = 2;

/**
 * The lines of a comparison; none if nothing changes.
 *
 * @param zoneName Zone of the instants that are shown.
 *
 * @example comparisonText(comparePolicies(clipIndustrie, clipIndustrie, cases, { asOf: "2026-06-01T09:00+02:00" }), "Europe/Paris") // ""
 */
export function comparisonText(comparison: PolicyComparison, zoneName: string): string {
  readZone(zoneName, ["zoneName"]);
  return reading("comparison", comparison, "comparison", () => textOf(comparison, zoneName));
}

function textOf({ flips, rates }: PolicyComparison, zoneName: string): string {
  const zone = zoneOf(zoneName);
  const moved = Object.entries(rates).filter(([, { before, after }]) => before !== after);
  const shown = flips.slice(0, SHOWN_FLIPS);
  const left = flips.length - shown.length;
  const say = (value: unknown, member: string): string => {
    if (value === null) return "none";
    if (typeof value === "number") return member.endsWith("Ms") ? spokenDuration(value) : String(value);
    return member.endsWith("At") ? spokenInstant(zone, Date.parse(String(value))) : harmless(String(value));
  };
  return [
    ...moved.map(([id, { before, after }]) => `${harmless(id)}: ${rateWords(before)} → ${rateWords(after)}`),
    ...shown.map((flip) => flipLine(flip, say)),
    ...(left > 0 ? [`… and ${left} more; --format json lists them`] : []),
  ].join("\n");
}

function rateWords(rate: number | null): string {
  return rate === null ? "nothing decided" : spokenShare(rate);
}

/** What a member is called in a line. */
const MEMBER_WORDS: Readonly<Record<string, string>> = {
  dueAt: "due",
  dueDate: "due",
  elapsedMs: "elapsed",
  elapsedDays: "days",
  startedAt: "start",
  stoppedAt: "stop",
};

function flipLine(
  { id, subject, commitment, before, after, why }: Flip,
  say: (value: unknown, member: string) => string,
): string {
  const who = subject === "case" ? harmless(id) : `${subject} ${harmless(id)}`;
  const word = ({ member }: FlipReason): string => MEMBER_WORDS[member] ?? member;
  // A due that moved is told once, as an instant.
  const told = why.filter((reason, i) => why.findIndex((other) => word(other) === word(reason)) === i);
  const reasons = told.slice(0, SHOWN_REASONS).map((reason: FlipReason) => {
    const { member } = reason;
    return `${word(reason)} ${say(reason.before, member)} → ${say(reason.after, member)}`;
  });
  const because = reasons.length === 0 ? "" : ` (${reasons.join("; ")})`;
  return `  ${who}  ${harmless(commitment)}  ${before ?? "not judged"} → ${after ?? "not judged"}${because}`;
}
