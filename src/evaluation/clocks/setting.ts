/**
 * The setting of a case: its facts, the version in force and the calendar chosen, each at any instant.
 *
 * Source: docs/policies.md, "Calendars", "Versions" and "Facts".
 */
import type { Calendar } from "../../calendar/calendar.ts";
import { type Issue, makeIssue } from "../../issues/issue.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show, showNames } from "../../issues/show.ts";
import {
  type CalendarRule,
  type Commitment,
  type Fact,
  isTarget,
  type PolicyVersion,
  type ReadyPolicy,
  UNSET,
} from "../../policy/policy.ts";
import type { ReadCase } from "../cases/case.ts";
import type { ReadEvent } from "../cases/event.ts";
import { isOneOf } from "../cases/matches.ts";
import { compareMoments, firstIn, inOrder, type Moment, momentOf, type When } from "../cases/moments.ts";
import type { CaseClocks } from "./case-clocks.ts";

/** The calendar of a case at an instant, and the rule that chose it. */
export interface ChosenCalendar {
  readonly name: string;
  /** Index of the rule; null where none hit, or where the commitment names its own. */
  readonly rule: number | null;
  readonly calendar: Calendar<"ms">;
}

/** The values of a fact: the first from the beginning on, each other from its instant. */
interface FactHistory {
  readonly values: readonly (Moment & { readonly value: string })[];
}

/** From the beginning on. */
const EVER: Moment = { atMs: Number.NEGATIVE_INFINITY, seq: undefined };

/** What is in force for a case. */
export class Setting {
  private readonly facts = new Map<string, FactHistory>();
  /** Moments at which a fact or the version changes, in order, once somebody asks. */
  private changes: readonly Moment[] | undefined;
  private clocksRead: CaseClocks | undefined;
  /** The version whose commitments judge the case: the one in force at its first event. */
  readonly version: PolicyVersion;

  constructor(
    readonly policy: ReadyPolicy,
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

  /** The clocks of the case, read once. */
  clocks(read: () => CaseClocks): CaseClocks {
    this.clocksRead ??= read();
    return this.clocksRead;
  }

  /** The value of a fact at a moment, or undefined if it has none. */
  factAt(name: string, when: When): string | undefined {
    const values = this.facts.get(name)?.values ?? [];
    // Of several at one moment the last counts; before all of them the first.
    return values[Math.max(0, countUpTo(values, momentOf(when)) - 1)]?.value;
  }

  /** Whether the case says something of a fact, known to the policy or not. */
  hasFact(name: string): boolean {
    return Object.hasOwn(this.found.facts, name) && this.found.facts[name] !== undefined;
  }

  /**
   * The version whose target and calendar hold at an instant: the last one in force that has the commitment. A callback in
   * place of a target, or the other way round, is another promise: it takes the first one back.
   */
  versionAt(commitment: Commitment, when: When): PolicyVersion {
    const { versions } = this.policy;
    // A version takes force before every event of its first instant.
    const instantMs = typeof when === "number" ? when : when.atMs;
    return (
      versions.findLast(
        ({ fromMs, commitments }) => fromMs <= instantMs && isSameSort(commitments.get(commitment.id), commitment),
      ) ?? this.version
    );
  }

  /** The calendar of a commitment at a moment. */
  calendarAt(commitment: Commitment, when: When): ChosenCalendar {
    const version = this.versionAt(commitment, when);
    const own = version.commitments.get(commitment.id)?.calendar;
    const index = own === undefined ? version.rules.findIndex((rule) => this.isHit(rule, when)) : -1;
    const name = own ?? (index < 0 ? version.calendar : version.rules[index]!.calendar);
    return { name, rule: index < 0 ? null : index, calendar: version.calendars.get(name)! };
  }

  /** Moments after one and up to another at which a fact or the version changes, in order. */
  changesIn(start: Moment, end: Moment): readonly Moment[] {
    this.changes ??= this.allChanges();
    return this.changes.slice(countUpTo(this.changes, start), countUpTo(this.changes, end));
  }

  private allChanges(): Moment[] {
    const ofFacts = [...this.facts.values()].flatMap<Moment>(({ values }) => values);
    const unordered = new Set(ofFacts.flatMap(({ atMs, seq }) => (seq === undefined ? [atMs] : [])));
    // A version comes with the changes of its instant, or before them where these have an order of their own.
    const ofVersions = this.policy.versions.map(
      ({ fromMs }): Moment => ({
        atMs: fromMs,
        seq: unordered.has(fromMs) ? undefined : Number.NEGATIVE_INFINITY,
      }),
    );
    return inOrder([...ofVersions, ...ofFacts]).filter(
      (moment, i, all) => i === 0 || compareMoments(all[i - 1]!, moment) < 0,
    );
  }

  private isHit({ when: wanted }: CalendarRule, when: When): boolean {
    for (const [key, texts] of wanted) {
      const text = key === "kind" ? this.found.kind : key === "customer" ? this.found.customer : this.factAt(key, when);
      if (text === undefined || !texts.has(text)) return false;
    }
    return true;
  }
}

function isSameSort(other: Commitment | undefined, commitment: Commitment): boolean {
  return other?.kind === commitment.kind || (other !== undefined && isTarget(other) && isTarget(commitment));
}

/** How many of a sorted list come at or before a moment. */
function countUpTo(sorted: readonly Moment[], moment: Moment): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareMoments(sorted[middle]!, moment) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A cancellation is final: what changes after it is not read. */
function eventsUpToCancel({ events }: ReadCase, policy: ReadyPolicy): readonly ReadEvent[] {
  const cancel = firstIn(events, (event) => isOneOf(policy.cancel, event, undefined));
  return cancel === undefined ? events : events.filter((event) => compareMoments(event, cancel) <= 0);
}

function readHistory(
  name: string,
  fact: Fact,
  found: ReadCase,
  events: readonly ReadEvent[],
  issues: Issue[],
): FactHistory {
  const values: (Moment & { readonly value: string })[] = [];
  const own = Object.hasOwn(found.facts, name) ? found.facts[name] : undefined;
  const read = (value: unknown, { atMs, seq }: Moment): void => {
    if (value === undefined) return;
    if (typeof value === "string" && (fact.values === undefined || fact.values.has(value)))
      values.push({ atMs, seq, value });
    else issues.push(unknownFact(name, fact, value));
  };
  read(own, EVER);
  // Where the case says nothing, the policy says what the fact is before its first change.
  if (values.length === 0 && fact.before === "unset") values.push({ ...EVER, value: UNSET });
  if (fact.changedBy.size === 0) return { values };
  const changes = events.filter(({ type, members }) => fact.changedBy.has(type) && Object.hasOwn(members, name));
  for (const event of inOrder(changes)) read(event.members[name], event);
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
