/**
 * From a commitment as it is written to one made ready.
 */
import { show } from "../../issues/show.ts";
import type { Declarations } from "../declarations.ts";
import type { Condition, EventMatcher, MemberTest } from "../parts.ts";
import { type Changes, type Commitment, isTarget, type TargetCommitment } from "../policy.ts";
import { sealedSet } from "../sealed.ts";
import { readEvents, readOptionalEvents } from "./events.ts";
import { readTarget } from "./figure.ts";
import { NOT_YET } from "./not-yet.ts";
import { PROMISE_KEYS, readPromise, SUBJECT_KEYS } from "./promise.ts";
import type { Reader } from "./reader.ts";

const COMMON_KEYS = [...SUBJECT_KEYS, "kinds", "start", "stop"];
const TARGET_KEYS = [
  ...COMMON_KEYS,
  ...["target", "reopening", "reopen", "after", "reset", "waive", "per", "changes", "pauses", "optional", "atRisk"],
];
const KEYS = {
  target: TARGET_KEYS,
  ratio: TARGET_KEYS,
  "carry-over": [...COMMON_KEYS, "order", "closing"],
  ...PROMISE_KEYS,
};
const KINDS = Object.keys(KEYS) as (keyof typeof KEYS)[];
/** Kinds of commitment whose results are those of customers, staff or the service. */
const OF_SUBJECTS: ReadonlySet<string> = new Set(["cadence", "standing", "availability", "detection"]);
/** Shares of the target at which a running clock is at risk, unless the policy says. */
const AT_RISK: readonly number[] = Object.freeze([0.75, 0.9]);
/** What a change does where nothing can change. */
const KEPT: Changes = Object.freeze({ fact: "keep", policy: "keep", calendar: "keep" });

/**
 * A commitment made ready, or undefined with its problems among the issues.
 *
 * @param calendars Names of the calendars of its version.
 */
export function readCommitment(
  id: string,
  reader: Reader,
  declared: Declarations,
  calendars: ReadonlySet<string>,
): Commitment | undefined {
  const kind = reader.member("kind").oneOf(KINDS);
  const later = kind === "allowance" ? NOT_YET.allowance : {};
  if (kind === undefined || !reader.known(KEYS[kind], `a commitment of kind ${kind}`, later)) return undefined;
  const before = reader.issues.length;
  const ofSurveys = kind === "share" && reader.member("of").value === "customers.surveys";
  const needsKinds = kind === "detection" || !(OF_SUBJECTS.has(kind) || ofSurveys);
  const kinds = needsKinds ? readKinds(reader.member("kinds"), declared) : new Set<string>();
  const events = new Set([...kinds].flatMap((name) => [...(declared.eventsByKind.get(name) ?? [])]));
  const calendar = reader.member("calendar");
  const goal = reader.member("goal");
  // A promise without a figure says so.
  const mayLackGoal = kind === "availability" || kind === "follow-up" || kind === "share";
  const common = {
    id,
    kind,
    kinds: sealedSet(OF_SUBJECTS.has(kind) ? new Set<string>() : kinds),
    title: reader.member("title").value === undefined ? undefined : reader.member("title").text("a title"),
    calendar: calendar.value === undefined ? undefined : calendar.nameOf(calendars, "calendar"),
    conditions: readConditions(reader.member("conditions"), declared),
    goal: goal.value === null && mayLackGoal ? undefined : readGoal(goal),
    goalAbove: readFlag(reader.member("goalAbove"), false),
  };
  const rest =
    kind === "carry-over"
      ? readCarryOver(reader, events, declared)
      : kind === "target" || kind === "ratio"
        ? readClock(kind, reader, events, declared)
        : readPromise(kind, reader, { events, kinds, actors: declared.actors });
  // Whatever is missing has left an issue, and then nothing is used.
  if (reader.issues.length > before) return undefined;
  const commitment = Object.freeze({ ...common, ...rest } as unknown as Commitment);
  checkStartable(commitment, reader, declared);
  return commitment;
}

function readGoal(reader: Reader): number | undefined {
  if (reader.object() === undefined) return reader.share("a goal");
  return reader.fail(
    "policy.bad-value",
    "a share from 0 to 1",
    "goals of times (a mean, a median, a percentile) are not known yet; write the share that must be met, such as 0.95",
  );
}

function readKinds(reader: Reader, declared: Declarations): Set<string> {
  const known = new Set(declared.eventsByKind.keys());
  const kinds = new Set(reader.items("a list of kinds").flatMap((item) => item.nameOf(known, "kind") ?? []));
  if (Array.isArray(reader.value) && reader.value.length === 0)
    reader.fail("policy.bad-value", "at least one kind", "a commitment needs the kinds that it holds for");
  return kinds;
}

function readCarryOver(reader: Reader, events: ReadonlySet<string>, { actors }: Declarations): object {
  return {
    start: readEvents(reader.member("start"), events, actors),
    stop: readEvents(reader.member("stop"), events, actors),
    order: reader.member("order").oneOf(["report", "require"]),
    closing: reader.member("closing").value === undefined ? "day" : reader.member("closing").oneOf(["day", "window"]),
  };
}

function readClock(
  kind: "target" | "ratio",
  reader: Reader,
  events: ReadonlySet<string>,
  { actors, facts }: Declarations,
): Partial<TargetCommitment> {
  const optional = (key: string): EventMatcher[] | undefined => readOptionalEvents(reader.member(key), events, actors);
  const start = readEvents(reader.member("start"), events, actors);
  const reset = optional("reset");
  const reopening = reader.member("reopening").oneOf(["ignore", "resume", "count", "new-cycle"]);
  const hasCycles = reset !== undefined || reopening === "new-cycle";
  const target = readTarget(reader.member("target"), facts)!;
  if (target !== undefined) checkOfDays(reader, target);
  return {
    kind,
    start,
    stop: readEvents(reader.member("stop"), events, actors),
    after: optional("after"),
    reset,
    waive: optional("waive"),
    target,
    reopening: reopening!,
    reopen: optional("reopen") ?? start,
    namesReopen: reader.member("reopen").value !== undefined,
    hasCycles,
    per: readPer(reader.member("per"), hasCycles),
    changes: readChanges(reader.member("changes")),
    pauses: readPauses(reader.member("pauses")),
    optional: reader.member("optional").value === "start" ? "start" : readFlag(reader.member("optional"), false),
    atRisk: readAtRisk(reader.member("atRisk")),
  };
}

function readConditions(reader: Reader, declared: Declarations): Condition[] {
  if (reader.value === undefined) return [];
  const names = new Set(declared.conditions.keys());
  return reader
    .items("a list of conditions")
    .flatMap((item) => declared.conditions.get(item.nameOf(names, "condition") ?? "") ?? []);
}

function readPer(reader: Reader, hasCycles: boolean): "case" | "cycle" {
  if (reader.value !== undefined) return reader.oneOf(["case", "cycle"]) ?? "case";
  if (hasCycles)
    reader.fail(
      "policy.ambiguous",
      '"case" or "cycle"',
      'a case may have several cycles: say what a rate counts, "case" or "cycle"',
    );
  return "case";
}

/** The modes that are written; whether one must be is decided when all versions are read. */
function readChanges(reader: Reader): Changes {
  if (reader.value === undefined || !reader.known(["fact", "policy", "calendar"], "changes")) return KEPT;
  const read = (key: keyof Changes): Changes[keyof Changes] => {
    const member = reader.member(key);
    if (member.value === undefined) return "keep";
    return member.oneOf(["keep", "keep-elapsed", "restart", "retroactive"]) ?? "keep";
  };
  return Object.freeze({ fact: read("fact"), policy: read("policy"), calendar: read("calendar") });
}

function readFlag(reader: Reader, otherwise: boolean): boolean {
  if (reader.value === undefined || typeof reader.value === "boolean") return reader.value ?? otherwise;
  reader.fail("policy.bad-value", "true or false", `${show(reader.value)} is not true or false`);
  return otherwise;
}

function readPauses(reader: Reader): boolean {
  if (reader.value !== "whole" && reader.value !== "any") return readFlag(reader, true);
  reader.fail("policy.bad-value", "true or false", `${show(reader.value)}: ${NOT_YET.days["pauses"]}`);
  return true;
}

/** What is written of a target and would have no effect on one in days. */
function checkOfDays(reader: Reader, target: TargetCommitment["target"]): void {
  const figures = "by" in target ? [...target.figures.values()] : [target];
  if (!figures.some((figure) => figure?.unit === "days")) return;
  const [pauses, atRisk] = [reader.member("pauses"), reader.member("atRisk")];
  if (pauses.value === true)
    pauses.fail(
      "policy.conflict",
      "no pauses on a target in days",
      "days that stand still are not known yet: dates go on through pauses; take it out: hours stand still without it",
    );
  if (atRisk.value !== undefined && !figures.some((figure) => figure?.unit === "hours"))
    atRisk.fail(
      "policy.conflict",
      "no atRisk on a target in days",
      "a share at risk is one of hours: take it out of a target in days; dueAt says when its last date ends",
    );
}

function readAtRisk(reader: Reader): readonly number[] {
  if (reader.value === undefined) return AT_RISK;
  const isDuration = (item: unknown): boolean => typeof item === "string" && /^P/.test(item);
  if (Array.isArray(reader.value) && reader.value.some(isDuration)) {
    reader.fail(
      "policy.bad-value",
      "shares of the target, rising",
      "what is left as a duration is not known yet; write shares of the target that are used: [0.75, 0.9]",
    );
    return AT_RISK;
  }
  const shares = reader.items("a list of shares").flatMap((item) => item.share("a share of the target") ?? []);
  if (shares.some((share, i) => i > 0 && share <= shares[i - 1]!))
    reader.fail("policy.bad-value", "rising shares", "the shares must rise: [0.75, 0.9]");
  return Object.freeze(shares);
}

/** A kind without an event that starts the clock, or without one that stops it, can never keep the promise. */
function checkStartable(commitment: Commitment, reader: Reader, declared: Declarations): void {
  if (!isTarget(commitment) && commitment.kind !== "carry-over") return;
  const { common, eventsByKind } = declared;
  for (const kind of commitment.kinds) {
    for (const key of ["start", "stop"] as const) {
      const types = new Set(commitment[key].flatMap((matcher) => [...matcher.types]));
      if ([...types].some((type) => eventsByKind.get(kind)!.has(type))) continue;
      const named = [...types].join(", ");
      reader
        .member(key)
        .fail(
          "policy.never-met",
          `an event of ${kind}`,
          `${show(kind)} has no ${named}: none of its cases could ${key}; give it the event, or take it out of kinds`,
        );
    }
  }
  const paused = isTarget(commitment) && commitment.pauses ? common.pause : [];
  const ends = [...common.cancel, ...paused, ...((isTarget(commitment) && commitment.waive) || [])];
  const ending = commitment.start.flatMap((start) =>
    [...start.types].filter((type) => ends.some((end) => end.types.has(type) && isAlways(start, end))),
  );
  for (const type of new Set(ending)) {
    reader
      .member("start")
      .fail("policy.never-met", "another event", `${show(type)} starts the clock and ends or pauses it at once`);
  }
}

/** Whether an event of a type that both name is always the second if it is the first: the second asks for nothing more. */
function isAlways(first: EventMatcher, second: EventMatcher): boolean {
  const asks = (wanted: MemberTest): boolean =>
    first.tests.some(
      ({ member, isNot, texts }) =>
        member === wanted.member &&
        isNot === wanted.isNot &&
        (isNot ? isAmong(wanted.texts, texts) : isAmong(texts, wanted.texts)),
    );
  return (second.person === undefined || second.person === first.person) && second.tests.every(asks);
}

function isAmong(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((text) => all.has(text));
}
