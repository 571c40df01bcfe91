/**
 * What a new policy is made of: a few answers, each refused where it leaves something open.
 */
import { didYouMean } from "../../issues/nearest.ts";
import { harmless, show } from "../../issues/show.ts";
import { CliProblem } from "../problem.ts";

/** The questions in their order: what is asked, and what is assumed with `--yes`. */
export const QUESTIONS = {
  name: { ask: "What is the service called?", assumed: "support" },
  zone: { ask: "In which time zone are its hours?", assumed: "Europe/Paris" },
  hours: { ask: "When is it open?", assumed: "mon-fri 09:00-12:00,14:00-17:00" },
  holidays: { ask: "Which public holidays close it? (FR, FR-57, …, or none)", assumed: "FR" },
  "first-response": {
    ask: "Within what time does somebody answer? (PT4H of open time, P2D working days, or none)",
    assumed: "PT4H",
  },
  resolve: { ask: "Within what time is it solved? (PT8H of open time, P2D working days, or none)", assumed: "P2D" },
} as const;

/** A question, by its flag. */
export type Question = keyof typeof QUESTIONS;

/** An answer to each, as given. */
export type Answers = Readonly<Record<Question, string>>;

/** A target: open time, or days. */
export interface Figure {
  readonly amount: string;
  readonly unit: "hours" | "days";
  readonly count: string;
}

/** Hours as `week` of a definition: days by their windows. */
export function readHours(text: string): Readonly<Record<string, readonly string[]>> {
  if (text.trim() === "24/7") return { "mon-sun": ["00:00-24:00"] };
  const week: Record<string, readonly string[]> = {};
  for (const part of text.split(";")) {
    const match = /^\s*([a-z]+(?:[-,][a-z]+)*)\s+([^a-z]+)$/i.exec(part);
    if (match === null)
      throw new CliProblem(
        `--hours: ${show(part.trim())} is not days with their hours; write "mon-fri 09:00-12:00,14:00-17:00; sat 09:00-12:00", or 24/7`,
      );
    const days = match[1]!.toLowerCase();
    if (Object.hasOwn(week, days)) throw new CliProblem(`--hours: ${show(days)} is there twice; keep one`);
    week[days] = match[2]!.split(",").map((window) => window.trim());
  }
  return week;
}

/** Sources of holidays; none where that is the answer. */
export function readHolidays(text: string): readonly string[] {
  if (text.trim().toLowerCase() === "none") return [];
  return text.split(",").map((source) => source.trim());
}

const COUNTS = { hours: ["open", "working-days", "running"], days: ["working", "calendar"] } as const;

/** A target, or undefined for `none`. A bare `48h` is refused with the choices. */
export function readFigure(question: "first-response" | "resolve", text: string): Figure | undefined {
  const [amount = "", count, ...more] = text.trim().split(/\s+/);
  if (amount.toLowerCase() === "none" && count === undefined) return undefined;
  const unit = /^PT\d/.test(amount) ? "hours" : /^P\d{1,4}D$/.test(amount) ? "days" : undefined;
  if (unit === undefined || more.length > 0) throw new CliProblem(`--${question}: ${choicesFor(text)}`);
  const counts: readonly string[] = COUNTS[unit];
  if (count !== undefined && !counts.includes(count))
    throw new CliProblem(
      `--${question}: ${show(count)} is no way to count ${unit}${didYouMean(count, counts) || `; use ${counts.join(", ")}`}`,
    );
  return { amount, unit, count: count ?? counts[0]! };
}

/** What a text may have meant. */
function choicesFor(text: string): string {
  const match = /^\s*(\d{1,4})\s*(h|hours?|d|days?|)\s*$/i.exec(text);
  const amount = Number(match?.[1] ?? Number.NaN);
  if (match === null || amount === 0)
    return `${show(text)} is no target; write PT4H for open time, P2D for working days, or none`;
  const isDays = match[2]!.toLowerCase().startsWith("d");
  const hours = isDays ? amount * 24 : amount;
  const days = isDays ? amount : amount % 24 === 0 ? amount / 24 : undefined;
  const choices = [
    ...(isDays ? [] : [`PT${hours}H for ${hours} h of open time`]),
    ...(days === undefined ? [] : [`P${days}D for working days`, `"P${days}D calendar" for all days`]),
    `"PT${hours}H running" for time around the clock`,
  ];
  return `${show(text)} does not say which time counts; write ${choices.join(", ")}`;
}

/** The name, as a policy shows it. */
export function readName(text: string): string {
  const name = text.trim();
  if (name === "" || name.length > 100 || harmless(name) !== name)
    throw new CliProblem(`--name: ${show(text)} is no name of a service; write a few words`);
  return name;
}
