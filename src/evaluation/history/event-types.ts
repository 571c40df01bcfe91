/**
 * What an event may be to a commitment: which of the sets of types that decide it have its type.
 */

import type { EventMatcher } from "../../policy/parts.ts";
import { type Commitment, isTarget, type ReadyPolicy, type TargetCommitment } from "../../policy/policy.ts";
import type { ReadEvent } from "../cases/event.ts";
import { isOneOfWithAnybody } from "../cases/matches.ts";
import type { IncompleteHistory } from "./incomplete.ts";

/** What types of event are to a commitment, in any of its versions. */
export interface Roles {
  /** What a type is to it: types of one text are the same to it; empty for one that means nothing. */
  roleOf(type: string): string;
  /** Whether a type is something to it only where the case is reopened: it stops another clock, whose reopening ends a pause. */
  needsReopening(type: string): boolean;
  /** Types that reopen a clock of the case, where that ends its pauses. */
  readonly reopens: ReadonlySet<string>;
  /** Whether it may begin with an event, with whomever on the customer's side. */
  mayBegin(event: ReadEvent): boolean;
  /** Whether a clock that waits for another event first may have waited for this one. */
  mayLead(event: ReadEvent): boolean;
  /** Whether it waits for another event first, in every version. */
  readonly waits: boolean;
  /** Types that may change a fact whose change cuts the clock in two: what came before it counts by another measure. */
  readonly cuts: ReadonlySet<string>;
  /** Whether it begins with the same events in every version, and concerns the same kinds. */
  readonly beginsAlike: boolean;
  /** Whether it goes by civil dates. */
  readonly byDates: boolean;
}

// A policy is frozen: what its commitments go by is found once.
const ROLES = new WeakMap<ReadyPolicy, Map<string, Roles>>();

/** The roles of a commitment of a policy. */
export function rolesOf(policy: ReadyPolicy, id: string): Roles {
  const known = ROLES.get(policy) ?? new Map<string, Roles>();
  ROLES.set(policy, known);
  const roles = known.get(id) ?? makeRoles(policy, id);
  known.set(id, roles);
  return roles;
}

/** Whether what a history hides may mean something to a commitment. */
export function mayMatter({ hidden, mayMissEvents }: IncompleteHistory, policy: ReadyPolicy, id: string): boolean {
  const { roleOf } = rolesOf(policy, id);
  return mayMissEvents || hidden.some(({ types }) => types.some((type) => roleOf(type) !== ""));
}

function makeRoles(policy: ReadyPolicy, id: string): Roles {
  const own = policy.versions.flatMap(({ commitments }) => commitments.get(id) ?? []);
  const common = [policy.pause, policy.resume, policy.cancel];
  const changes = [...policy.facts.values()].map(({ changedBy }) => changedBy);
  const others = ofPauses(policy, own);
  const ownSets = [...[...own, ...common].flatMap(typesIn), ...changes];
  const sets = [...ownSets, ...others.flatMap(typesIn)];
  const reopens = new Set(
    others
      .flatMap((each) => (isTarget(each) && each.namesReopen ? typesIn(each.reopen) : []))
      .flatMap((set) => [...set]),
  );
  const named = new Map<string, string>();
  for (const type of new Set(sets.flatMap((set) => [...set])))
    named.set(type, sets.map((set) => (set.has(type) ? "1" : "0")).join(""));
  const begins = own.flatMap((each) => {
    const { start, after, of } = each as Partial<Record<"start" | "after" | "of", unknown>>;
    return [start, isTarget(each) ? undefined : after, of].flat();
  });
  const leads = own.flatMap((each) => (isTarget(each) ? (each.after ?? []) : []));
  return {
    roleOf: (type) => named.get(type) ?? "",
    needsReopening: (type) => !ownSets.some((set) => set.has(type)),
    reopens,
    mayBegin: (event) =>
      begins.some((one) =>
        isMatcher(one) ? isOneOfWithAnybody([one], event) : typesIn(one).some((set) => set.has(event.type)),
      ),
    mayLead: (event) => isOneOfWithAnybody(leads, event),
    waits: own.every((each) => isTarget(each) && each.after !== undefined),
    cuts: new Set(cutsOf(policy, own)),
    beginsAlike: own.length === policy.versions.length && new Set(own.map(beginningOf)).size === 1,
    byDates: own.some((each) => each.kind === "carry-over" || isInDays(each)),
  };
}

/**
 * Other clocks whose events end the pauses of these: a pause is the case's, and one that a clock names under `reopen` ends it once any
 * clock of the case is stopped or waived.
 */
function ofPauses({ versions }: ReadyPolicy, own: readonly Commitment[]): Commitment[] {
  if (!own.some((each) => isTarget(each) && each.pauses)) return [];
  const kinds = new Set(own.flatMap((each) => [...each.kinds]));
  const clocks = versions
    .flatMap(({ commitments }) => [...commitments.values()])
    .filter(
      (each) => (isTarget(each) || each.kind === "carry-over") && [...each.kinds].some((kind) => kinds.has(kind)),
    );
  return clocks.some((each) => isTarget(each) && each.namesReopen) ? clocks : [];
}

/** The sets of types of all events that something names, however deep. */
function typesIn(value: unknown): ReadonlySet<string>[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(typesIn);
  const { types } = value as { readonly types?: unknown };
  return types instanceof Set ? [types] : Object.values(value).flatMap(typesIn);
}

/** What decides when it begins, as a text. */
function beginningOf(commitment: Commitment): string {
  const { kind, kinds, start, after } = commitment as Commitment & Partial<TargetCommitment>;
  return JSON.stringify([kind, kinds, start, after], (_, value: unknown) =>
    value instanceof Set || value instanceof Map ? [...value] : value,
  );
}

function isMatcher(value: unknown): value is EventMatcher {
  return typeof value === "object" && value !== null && "types" in value && "tests" in value;
}

function isInDays(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ((value as { readonly unit?: unknown }).unit === "days") return true;
  return (value instanceof Map ? [...value.values()] : Object.values(value)).some(isInDays);
}

/** Types that change a fact by which a target or a calendar goes, where the clock goes on or begins again with another. */
function cutsOf(policy: ReadyPolicy, own: readonly Commitment[]): string[] {
  const targets = own.filter(isTarget);
  const isCut = (change: keyof TargetCommitment["changes"], some: readonly TargetCommitment[]): boolean =>
    some.some(({ changes }) => changes[change] === "keep-elapsed" || changes[change] === "restart");
  // Rules choose no calendar for a target that has its own.
  const byRules = targets.filter(({ calendar }) => calendar === undefined);
  return [...policy.facts].flatMap(([name, { changedBy }]) => {
    const isTable = targets.some(({ target }) => "by" in target && target.by === name);
    const isRule = policy.versions.some(({ rules }) => rules.some(({ when }) => when.has(name)));
    return (isTable && isCut("fact", targets)) || (isRule && isCut("calendar", byRules)) ? [...changedBy] : [];
  });
}
