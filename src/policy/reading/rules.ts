/**
 * Rules that choose the calendar of a case: in order, the first that hits.
 */
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import type { Declarations } from "../declarations.ts";
import type { CalendarRule } from "../policy.ts";
import { sealedMap, sealedSet } from "../sealed.ts";
import { readTexts } from "./events.ts";
import { Reader } from "./reader.ts";

/** Rules, in order; one that can never hit is an issue. */
export function readRules(reader: Reader, declared: Declarations, calendars: ReadonlySet<string>): CalendarRule[] {
  if (reader.value === undefined) return [];
  const before = reader.issues.length;
  const rules = reader.items("a list of rules").map((item): CalendarRule => {
    if (!item.known(["when", "calendar"], "a rule")) return { when: new Map(), calendar: "" };
    const calendar = item.member("calendar").nameOf(calendars, "calendar") ?? "";
    return Object.freeze({ when: sealedMap(readWhen(item.member("when"), declared)), calendar });
  });
  // A rule with a problem was read in part, and would seem to hit more than it does.
  if (reader.issues.length > before) return rules;
  rules.forEach((rule, index) => {
    const earlier = rules.slice(0, index).findIndex((other) => leavesNothingTo(other, rule));
    if (earlier < 0) return;
    const cure = `rule ${earlier} hits whenever rule ${index} would, and comes first: put rule ${index} before it, or take it out`;
    new Reader(reader.value, [...reader.path, index], reader.issues).fail(
      "policy.conflict",
      "a rule that can hit",
      cure,
    );
  });
  return rules;
}

function readWhen(reader: Reader, declared: Declarations): Map<string, ReadonlySet<string>> {
  const when = new Map<string, ReadonlySet<string>>();
  if (reader.value === undefined)
    reader.fail("policy.missing-key", "when", 'say when the rule hits: { "customer": "acme" }');
  const entries = reader.entries("texts by fact");
  if (reader.object() !== undefined && entries.length === 0)
    reader.fail(
      "policy.bad-value",
      "at least one fact",
      "a rule without a fact would always hit: that is what calendar is for",
    );
  for (const [key, entry] of entries) {
    const known = new Set(["kind", "customer", ...declared.facts.keys()]);
    // Its texts are looked at all the same: one problem hides no other.
    if (!known.has(key))
      entry.fail(
        "policy.unknown-name",
        [...known].join(", "),
        `${show(key)} is no fact of this policy${didYouMean(key, known) || "; declare it in facts"}`,
      );
    const values = key === "kind" ? new Set(declared.kinds.keys()) : declared.facts.get(key)?.values;
    const read = (item: Reader): string | undefined =>
      values === undefined ? item.text("a text") : item.nameOf(values, key);
    when.set(key, sealedSet(new Set(readTexts(entry, "a text", read))));
  }
  return when;
}

/** Whether one rule hits whenever another does. */
function leavesNothingTo(first: CalendarRule, second: CalendarRule): boolean {
  return [...first.when].every(([key, texts]) => {
    const wanted = second.when.get(key);
    return wanted !== undefined && [...wanted].every((text) => texts.has(text));
  });
}

/** Whether a case could be hit by both of two rules that choose different calendars. */
export function overlapInPart(first: CalendarRule, second: CalendarRule): boolean {
  if (first.calendar === second.calendar) return false;
  return [...first.when].every(([key, texts]) => {
    const wanted = second.when.get(key);
    return wanted === undefined || [...wanted].some((text) => texts.has(text));
  });
}
