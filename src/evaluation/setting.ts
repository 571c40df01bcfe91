/**
 * The setting of a case: its facts, the version in force and the calendar chosen, each at any instant.
 *
 * Source: docs/policies.md, "Calendars", "Versions" and "Facts".
 */
import type { Calendar } from "../calendar/calendar.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show, showNames } from "../issues/show.ts";
import {
  type CalendarRule,
  type Commitment,
  type Fact,
  isTarget,
  type Policy,
  type PolicyVersion,
} from "../policy/policy.ts";
import type { ReadCase, ReadEvent } from "./case.ts";
import { isOneOf } from "./matches.ts";

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
  /** Instants at which a fact or the version changes, in order, once somebody asks. */
  private changes: readonly { readonly fromMs: number }[] | undefined;
  /** The version whose commitments judge the case: the one in force at its first event. */
  readonly version: PolicyVersion;

  constructor(
    readonly policy: Policy,
    private readonly found: ReadCase,
    issues: Issue[],
  ) {
    if (policy.facts.size > 0) {
      const seen = eventsUpToCancel(found, policy);
      for (const [name, fact] of policy.facts) this.facts.set(name, readHistory(name, fact, found, seen, issues));
    }
    const firstMs = found.events.reduce((first, { atMs }) => Math.min(first, atMs), Number.POSITIVE_INFINITY);
    this.version = policy.versions.findLast(({ fromMs }) => fromMs <= firstMs) ?? policy.versions[0]!;
  }

  /** The value of a fact at an instant, or undefined if it has none. */
  factAt(name: string, instantMs: number): string | undefined {
    const values = this.facts.get(name)?.values ?? [];
    // Of several at one instant the last counts; before all of them the first.
    return values[Math.max(0, countUpTo(values, instantMs) - 1)]?.value;
  }

  /** Whether the case says something of a fact, known to the policy or not. */
  hasFact(name: string): boolean {
    return Object.hasOwn(this.found.facts, name) && this.found.facts[name] !== undefined;
  }

  /**
   * The version whose target and calendar hold at an instant: the last one in force that has the commitment. A callback in
   * place of a target, or the other way round, is another promise: it takes the first one back.
   */
  versionAt(commitment: Commitment, instantMs: number): PolicyVersion {
    const { versions } = this.policy;
    return (
      versions.findLast(
        ({ fromMs, commitments }) => fromMs <= instantMs && isSameSort(commitments.get(commitment.id), commitment),
      ) ?? this.version
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

  /** Instants after one and up to another at which a fact or the version changes, in order. */
  changesIn(startMs: number, endMs: number): number[] {
    this.changes ??= this.allChanges();
    const { changes } = this;
    return changes.slice(countUpTo(changes, startMs), countUpTo(changes, endMs)).map(({ fromMs }) => fromMs);
  }

  private allChanges(): { readonly fromMs: number }[] {
    const instants = new Set(this.policy.versions.map(({ fromMs }) => fromMs));
    for (const { values } of this.facts.values()) for (const { fromMs } of values) instants.add(fromMs);
    return [...instants].sort((a, b) => (a < b ? -1 : 1)).map((fromMs) => ({ fromMs }));
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

function isSameSort(other: Commitment | undefined, commitment: Commitment): boolean {
  return other?.kind === commitment.kind || (other !== undefined && isTarget(other) && isTarget(commitment));
}

/** How many of a sorted list begin at or before an instant. */
function countUpTo(sorted: readonly { readonly fromMs: number }[], instantMs: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.fromMs <= instantMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A cancellation is final: what changes after it is not read. */
function eventsUpToCancel({ events }: ReadCase, { cancel }: Policy): readonly ReadEvent[] {
  const cancelMs = events.reduce(
    (first, event) => (event.atMs < first && isOneOf(cancel, event, undefined) ? event.atMs : first),
    Number.POSITIVE_INFINITY,
  );
  return events.filter(({ atMs }) => atMs <= cancelMs);
}

function readHistory(
  name: string,
  fact: Fact,
  found: ReadCase,
  events: readonly ReadEvent[],
  issues: Issue[],
): FactHistory {
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
  const changes = events.filter(({ type, members }) => fact.changedBy.has(type) && Object.hasOwn(members, name));
  for (const { atMs, members } of changes.sort((a, b) => a.atMs - b.atMs)) read(members[name], atMs);
  return { values };
}

/** An issue for a value that the policy does not know, or for a fact that a target needs and the case does not have. */
export function unknownFact(name: string, { values }: Fact, value: unknown): Issue {
  const known = [...(values ?? [])];
  const cure =
    value === undefined
      ? `the case has no ${name}, by which its target goes; one of ${showNames(known)}`
      : `${show(value)} is no ${name} of this policy${typeof value === "string" ? didYouMean(value, known) : ""}`;
  return makeIssue("case.unknown-fact", [name], known.join(", ") || "a text", value, cure);
}
