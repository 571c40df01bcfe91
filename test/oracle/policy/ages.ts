/**
 * Ages: what a policy says from one date to the next, all its versions laid one over the other.
 */

import type { CalendarRuleDocument, CommitmentDocument } from "../../../src/policy/documents/document.ts";
import type { TextsDocument } from "../../../src/policy/documents/document-parts.ts";
import type { Definition } from "../definition.ts";
import { hoursOf } from "./hours.ts";
import type { CaseInput, Commitments, Document, Target } from "./types.ts";

export interface Age {
  /** From this instant on; the first has always been. */
  readonly from: number;
  /** As results call it; null for the document without its versions. */
  readonly name: string | null;
  readonly calendars: Readonly<Record<string, Definition>>;
  readonly calendar: string;
  readonly rules: readonly CalendarRuleDocument[];
  readonly commitments: Commitments;
}

/** A calendar that was chosen, and by which rule. */
export interface Choice {
  readonly name: string;
  readonly rule: number | null;
  readonly definition: Definition;
}

export function agesOf(document: Document): Age[] {
  const calendars = document.calendars as Readonly<Record<string, Definition>>;
  const { commitments, calendar, calendarRules: rules = [] } = document;
  const zone = hoursOf(calendars[calendar] as Definition);
  const ages: Age[] = [{ from: Number.NEGATIVE_INFINITY, name: null, calendars, calendar, rules, commitments }];
  for (const version of document.versions ?? []) {
    const before = ages.at(-1) as Age;
    ages.push({
      from: zone.startOf(version.from),
      name: version.name ?? version.from,
      calendars: { ...before.calendars, ...(version.calendars as Readonly<Record<string, Definition>>) },
      calendar: version.calendar ?? before.calendar,
      rules: version.calendarRules ?? before.rules,
      commitments: { ...before.commitments, ...version.commitments },
    });
  }
  return ages;
}

export function ageAt(ages: readonly Age[], t: number): number {
  return ages.filter(({ from }) => from <= t).length - 1;
}

/** The last age at or before t that has the commitment. */
export function ageHaving(ages: readonly Age[], id: string, t: number): number {
  let index = ageAt(ages, t);
  while (index > 0 && !ages[index]?.commitments[id]) index -= 1;
  return index;
}

export function targetIn(age: Age | undefined, id: string): Target {
  const found = age?.commitments[id];
  if (!found || !isTarget(found)) throw new TypeError(`no target ${id}`);
  return found;
}

/** Other kinds of promises are judged elsewhere. */
export function isTarget(commitment: CommitmentDocument): commitment is Target {
  return commitment.kind === "target" || commitment.kind === "ratio";
}

export function chooseCalendar(
  age: Age,
  own: string | undefined,
  input: CaseInput,
  factOf: (name: string) => string | undefined,
): Choice {
  const made = (name: string, rule: number | null): Choice => {
    const definition = age.calendars[name];
    if (definition === undefined) throw new TypeError(`no calendar ${name}`);
    return { name, rule, definition };
  };
  if (own !== undefined) return made(own, null);
  const valueFor = (key: string): string | undefined => {
    if (key === "kind") return input.kind;
    return key === "customer" ? input.customer : factOf(key);
  };
  for (const [index, { when, calendar }] of age.rules.entries()) {
    if (Object.entries(when).every(([key, wanted]) => isOne(valueFor(key), wanted))) return made(calendar, index);
  }
  return made(age.calendar, null);
}

/** Is it the text that is wanted, or one of those? */
export function isOne(value: string | undefined, wanted: TextsDocument): boolean {
  return value !== undefined && (typeof wanted === "string" ? [wanted] : wanted).includes(value);
}
