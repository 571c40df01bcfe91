/**
 * Questions about rules that choose calendars: two that a case could be hit by, neither of which is a part of the other.
 */
import { show } from "../../issues/show.ts";
import type { CalendarRule } from "../../policy/policy.ts";
import { overlapInPart } from "../../policy/reading/rules.ts";
import type { Place, PolicyQuestion } from "./places.ts";

/** Rules that overlap in part: of each the first that comes before it. */
export function ruleQuestions({ path, written, version: { rules } }: Place): PolicyQuestion[] {
  if (written.calendarRules === undefined) return [];
  return rules.flatMap((rule, index) => {
    // A rule for a part of what a later one is for is how an exception is written.
    const earlier = rules.slice(0, index).findIndex((other) => overlapInPart(other, rule) && !isPartOf(other, rule));
    if (earlier < 0) return [];
    const first = rules[earlier]!;
    const message = `a case ${caseOf(first, rule)} has the calendar ${show(first.calendar)} of rule ${earlier}, not ${show(rule.calendar)} of rule ${index}: is that meant?`;
    return [{ path: [...path, "calendarRules", index], message }];
  });
}

/** Whether every case that one rule hits is hit by another, too. */
function isPartOf(one: CalendarRule, other: CalendarRule): boolean {
  return [...other.when].every(([key, texts]) => {
    const own = one.when.get(key);
    return own !== undefined && [...own].every((text) => texts.has(text));
  });
}

/** A case that both rules hit: `of kind "incident" with customer "acme" and priority "P1"`. */
function caseOf(first: CalendarRule, second: CalendarRule): string {
  const keys = [...new Set([...second.when.keys(), ...first.when.keys()])];
  const facts = keys.map((key) => {
    const texts = [...(first.when.get(key) ?? second.when.get(key)!)];
    const both = second.when.get(key);
    return [key, show(texts.find((text) => both?.has(text) ?? true))] as const;
  });
  const kind = facts.flatMap(([key, text]) => (key === "kind" ? [`of kind ${text}`] : []));
  const others = facts.flatMap(([key, text]) => (key === "kind" ? [] : [`${show(key).slice(1, -1)} ${text}`]));
  return [...kind, ...(others.length === 0 ? [] : [`with ${others.join(" and ")}`])].join(" ");
}
