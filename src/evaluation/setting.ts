/**
 * The setting of a case: its facts, the version in force and the calendar chosen, each at any instant.
 *
 * Source: docs/policies.md, "Calendars", "Versions" and "Facts".
 */
import type { Calendar } from "../calendar/calendar.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";
import type { CalendarRule, Commitment, Fact, Policy, PolicyVersion } from "../policy/policy.ts";
import type { ReadCase } from "./case.ts";

/** The calendar of a case at an instant, and the rule that chose it. */
export interface ChosenCalendar {
  readonly name: string;
  /** Index of the rule; null where none hit, or where the commitment names its own. */
  readonly rule: number | null;
  readonly calendar: Calendar<"ms">;
}

/** The values of a fact: the first from the beginning on, each other from its instant. */
interface FactHistory {
  readonly values: readonly { readonly fromMs: number; readonly value: string }[];
}

/** What is in force for a case. */
export class Setting {
  private readonly facts = new Map<string, FactHistory>();
  /** The version whose commitments judge the case: the one in force at its first event. */
  readonly version: PolicyVersion;

  constructor(
    readonly policy: Policy,
    private readonly found: ReadCase,
    issues: Issue[],
  ) {
    for (const [name, fact] of policy.facts) this.facts.set(name, readHistory(name, fact, found, issues));
    const firstMs = found.events.reduce((first, { atMs }) => Math.min(first, atMs), Number.POSITIVE_INFINITY);
    this.version = policy.versions.findLast(({ fromMs }) => fromMs <= firstMs) ?? policy.versions[0]!;
  }

  /** The value of a fact at an instant, or undefined if it has none. */
  factAt(name: string, instantMs: number): string | undefined {
    const values = this.facts.get(name)?.values ?? [];
    return (values.findLast(({ fromMs }) => fromMs <= instantMs) ?? values[0])?.value;
  }

  /** Whether the case says something of a fact, known to the policy or not. */
  hasFact(name: string): boolean {
    return Object.hasOwn(this.found.facts, name) && this.found.facts[name] !== undefined;
  }

  /** The version whose target and calendar hold at an instant: the last one in force that has the commitment. */
  versionAt(commitment: Commitment, instantMs: number): PolicyVersion {
    const { versions } = this.policy;
    return (
      versions.findLast(({ fromMs, commitments }) => fromMs <= instantMs && commitments.has(commitment.id)) ??
      this.version
    );
  }

  /** The calendar of a commitment at an instant. */
  calendarAt(commitment: Commitment, instantMs: number): ChosenCalendar {
    const version = this.versionAt(commitment, instantMs);
    const own = version.commitments.get(commitment.id)?.calendar;
    const index = own === undefined ? version.rules.findIndex((rule) => this.isHit(rule, instantMs)) : -1;
    const name = own ?? (index < 0 ? version.calendar : version.rules[index]!.calendar);
    return { name, rule: index < 0 ? null : index, calendar: version.calendars.get(name)! };
  }

  /** What a result says of its calendar: nothing where no rule can choose another. */
  told({ name, rule }: ChosenCalendar): { calendar?: string; calendarRule?: number | null } {
    const hasRules = this.policy.versions.some(({ rules }) => rules.length > 0);
    return hasRules ? { calendar: name, calendarRule: rule } : {};
  }

  /** Instants after one and up to another at which a fact or the version changes, in order. */
  changesIn(startMs: number, endMs: number): number[] {
    const instants = new Set<number>();
    const add = (fromMs: number): void => {
      if (fromMs > startMs && fromMs <= endMs) instants.add(fromMs);
    };
    for (const { fromMs } of this.policy.versions) add(fromMs);
    for (const { values } of this.facts.values()) for (const { fromMs } of values) add(fromMs);
    return [...instants].sort((a, b) => a - b);
  }

  private isHit({ when }: CalendarRule, instantMs: number): boolean {
    for (const [key, texts] of when) {
      const text =
        key === "kind" ? this.found.kind : key === "customer" ? this.found.customer : this.factAt(key, instantMs);
      if (text === undefined || !texts.has(text)) return false;
    }
    return true;
  }
}

function readHistory(name: string, fact: Fact, found: ReadCase, issues: Issue[]): FactHistory {
  const values: { fromMs: number; value: string }[] = [];
  const own = Object.hasOwn(found.facts, name) ? found.facts[name] : undefined;
  const read = (value: unknown, fromMs: number): void => {
    if (value === undefined) return;
    if (typeof value === "string" && (fact.values === undefined || fact.values.has(value)))
      values.push({ fromMs, value });
    else issues.push(unknownFact(name, fact, value));
  };
  read(own, Number.NEGATIVE_INFINITY);
  if (fact.changedBy.size === 0) return { values };
  const changes = found.events.filter(({ type, members }) => fact.changedBy.has(type) && Object.hasOwn(members, name));
  for (const { atMs, members } of changes.sort((a, b) => a.atMs - b.atMs)) read(members[name], atMs);
  return { values };
}

/** An issue for a value that the policy does not know, or for a fact that a target needs and the case does not have. */
export function unknownFact(name: string, { values }: Fact, value: unknown): Issue {
  const known = [...(values ?? [])];
  const cure =
    value === undefined
      ? `the case has no ${name}, by which its target goes; one of ${known.join(", ")}`
      : `${show(value)} is no ${name} of this policy${typeof value === "string" ? didYouMean(value, known) : ""}`;
  return makeIssue("case.unknown-fact", [name], known.join(", "), value, cure);
}
