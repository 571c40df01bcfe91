/**
 * Why a rule cannot be carried exactly: the sentences of the compiler, in one place.
 */
import { type Issue, makeIssue } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import type { Rule } from "./rule.ts";

/** Reasons, each with its cure. */
export const REASONS = {
  additionalOff: "a comma adds hours, and off has none to add; write a semicolon",
  additionalDates: "a comma adds to the hours of those dates; write all their hours behind a semicolon",
  additionalLate: "a comma adds to what the rules before say of each day; write it right behind the hours of the week",
  weekAfterDates: "it would replace the rules with dates before it; write the hours of the week first",
  weekAfterHolidays: "it would replace PH off on its weekdays; write PH off behind it",
  holidayHours:
    "hours of holidays are not known yet; today: the date of each holiday with its hours, as in 2026 May 25 09:00-12:00",
  holidayDates: "PH of some dates or weekdays only is not known yet; today: write those dates",
  partlyOff: "it takes from hours before it that are given to the same dates; write the hours that are left",
  offPastMidnight: "what is closed passes midnight; write it for each date",
  tails:
    "hours that pass midnight meet it: opening_hours cuts them at midnight, in a calendar they belong to the date on which they begin; end them at 24:00",
  lowerRank:
    "it would replace a rule before it on dates that they share, and in a calendar the other one holds: one date over a range, a range over a yearly date, a yearly date over a yearly range; write it before the other",
  sameRank: "it shares dates with a rule before it of the same kind; cut one of them",
  holidayAfter:
    "PH off behind it closes holidays on its dates, and in a calendar an exception is open on them; write it behind PH off, or with its year and weekdays before",
  leftWeekdays:
    "what the weekdays that it does not name do on those dates is left to other rules, which a calendar cannot do; name all seven weekdays",
  comment: "a comment is a name, and only a closed day has one",
  tooLong: "together these hours are longer than a day; write each day apart",
} as const;

/** Where rules that are not carried are reported. */
export class Refusals {
  constructor(readonly issues: Issue[]) {}

  /** Reports a rule. */
  report(rule: Rule, reason: keyof typeof REASONS): undefined {
    const cure = `${show(rule.text)}: ${REASONS[reason]}`;
    this.issues.push(
      makeIssue("opening-hours.not-carried", rule.path, "hours that both sides can say", rule.text, cure),
    );
  }
}
