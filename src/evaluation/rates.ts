/**
 * The rates of all commitments over the cases of a period.
 */
import { insideOf } from "../calendar/internal.ts";
import { civilDayAt } from "../clock/beyond.ts";
import { refuse } from "../issues/error.ts";
import { show } from "../issues/show.ts";
import type { Commitment, Policy } from "../policy/policy.ts";
import { formatDate, parseDate } from "../time/civil-date.ts";
import type { Judged } from "./judge-case.ts";
import { createTally } from "./rate.ts";
import type { Rate, Result } from "./result.ts";

/** Rates by commitment id; cases of an id that stands twice are not counted. */
export function ratesOf(
  policy: Policy,
  judged: readonly Judged[],
  results: readonly Map<Commitment, Result>[],
  duplicates: ReadonlySet<string>,
  period: string | undefined,
): Record<string, Rate> {
  const tallies = new Map(policy.commitments.map((commitment) => [commitment, createTally()]));
  judged.forEach(({ found }, i) => {
    if (duplicates.has(found.id)) return;
    for (const [commitment, result] of results[i]!) {
      if (period === undefined || isInPeriod(commitment, result, period))
        tallies.get(commitment)!.add(found.id, result.outcome);
    }
  });
  return Object.fromEntries([...tallies].map(([commitment, tally]) => [commitment.id, tally.rate(commitment.goal)]));
}

/** A case belongs to the period of its start. */
function isInPeriod(commitment: Commitment, { startedAt }: Result, period: string): boolean {
  if (startedAt === null) return false;
  return formatDate(civilDayAt(insideOf(commitment.calendar).timeline, Date.parse(startedAt))).startsWith(period);
}

/** A period as it is given. */
export function readPeriod(period: string | undefined): string | undefined {
  if (period === undefined) return undefined;
  // A year or a month is a period if its first date is a date.
  if (
    typeof period === "string" &&
    /^\d{4}(-\d\d){0,2}$/.test(period) &&
    parseDate(`${period}-01-01`.slice(0, 10)) !== undefined
  )
    return period;
  return refuse(
    "calendar.bad-option",
    ["period"],
    "YYYY, YYYY-MM or YYYY-MM-DD",
    period,
    `${show(period)} is no period; write "2026-10"`,
  );
}
