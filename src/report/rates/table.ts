/**
 * Rates as tables: one of all commitments against their goals, and on demand one by month, customer or kind.
 */
import type { Evaluation, Rate, RateGroup } from "../../evaluation/result.ts";
import { harmless } from "../../issues/show.ts";
import { isKept, type Standing, type Verdict } from "../gates/gate.ts";
import { spokenRate, spokenShare } from "../share.ts";

/** Marks a word of the report, e.g. by colour. */
export type Paint = (text: string, standing: Standing) => string;

/** Every commitment: how many cases have which outcome, its rate, its goal. */
export function ratesTable({ rates }: Evaluation, verdicts: readonly Verdict[], paint: Paint): string[] {
  const withExcused = hasExcused(verdicts.map(({ id }) => rates[id]!));
  const rows = verdicts.map(({ id, goal, standing, missed }): Row => {
    const rate = rates[id]!;
    const cells = [harmless(id), ...countCells(rate, withExcused), rateCell(rate, goal), spokenShare(goal)];
    // A rate at a goal that it must be above looks as though it kept it.
    const isAtGoal = standing === "broken" && rate.rate === goal && rate.goalAbove;
    const isOver = standing === "broken" && missed !== undefined && missed.count > missed.limit;
    const why = isOver ? `, more than ${missed.limit} missed` : isAtGoal ? `, not above ${spokenShare(goal)}` : "";
    const said = standing === "not-judged" ? "not judged" : `${standing}${why}`;
    return { cells, last: paint(said, standing) };
  });
  return tableOf({ cells: ["commitment", ...countTitles(withExcused), "rate", "goal"], last: "" }, rows, 1);
}

/** The same by month, customer or kind; those below the goal say so. */
export function groupTable(
  { rates }: Evaluation,
  verdicts: readonly Verdict[],
  group: RateGroup,
  paint: Paint,
): string[] {
  const groups = verdicts.flatMap(({ id, goal }) =>
    Object.entries(rates[id]!.by?.[group] ?? {}).map(([key, rate]) => ({ id, goal, key, rate })),
  );
  const withExcused = hasExcused(groups.map(({ rate }) => rate));
  const rows = groups.map(({ id, goal, key, rate }): Row => {
    const isBelow = rate.rate !== null && !isKept(rate.rate, goal, rate.goalAbove);
    const cells = [harmless(id), harmless(key), ...countCells(rate, withExcused), rateCell(rate, goal)];
    return {
      cells,
      last: isBelow ? paint(`${rate.goalAbove ? "not above" : "below"} ${spokenShare(goal)}`, "broken") : "",
    };
  });
  return tableOf({ cells: ["commitment", group, ...countTitles(withExcused), "rate"], last: "" }, rows, 2);
}

/** Excused cases are rare: they have a column only where there are any. */
function hasExcused(rates: readonly Rate[]): boolean {
  return rates.some(({ counts }) => counts.excused > 0);
}

function countTitles(withExcused: boolean): string[] {
  return ["met", "missed", "open", ...(withExcused ? ["excused"] : []), "n/a", "unmeasurable"];
}

function countCells({ counts }: Rate, withExcused: boolean): string[] {
  return [
    counts.met,
    counts.missed,
    counts.running + counts.paused,
    ...(withExcused ? [counts.excused] : []),
    counts["not-applicable"],
    counts.unmeasurable,
  ].map(String);
}

function rateCell({ rate }: Rate, goal: number): string {
  return rate === null ? "–" : spokenRate(rate, goal);
}

interface Row {
  readonly cells: readonly string[];
  /** A word behind the row. */
  readonly last: string;
}

/** Columns aligned: names to the left, figures to the right. */
function tableOf(header: Row, rows: readonly Row[], names: number): string[] {
  const all = [header, ...rows];
  const widths = header.cells.map((_, column) =>
    all.reduce((most, { cells }) => Math.max(most, cells[column]!.length), 0),
  );
  return all.map(({ cells, last }) => {
    const aligned = cells.map((cell, i) => (i < names ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)));
    return [...aligned, last].join("  ").trimEnd();
  });
}
