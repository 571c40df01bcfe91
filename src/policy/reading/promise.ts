/**
 * From a promise that is no clock, as it is written, to one made ready.
 *
 * Source: docs/promises.md.
 */
import { show } from "../../issues/show.ts";
import { type CivilPeriod, parsePeriod } from "../../time/civil-period.ts";
import type { DaysFigure, EventMatcher, TargetFigure } from "../parts.ts";
import type { PromiseCommitment } from "../promise.ts";
import { sealedSet } from "../sealed.ts";
import { type Actors, readEvents, readMemberTests } from "./events.ts";
import { readDays, readFigure } from "./figure.ts";
import type { Reader } from "./reader.ts";

/** Keys that every commitment has. */
export const SUBJECT_KEYS: readonly string[] = ["kind", "title", "calendar", "conditions", "goal", "goalAbove"];

/** Keys of each kind of promise that is no clock. */
export const PROMISE_KEYS: Readonly<Record<PromiseCommitment["kind"], readonly string[]>> = {
  cadence: [...SUBJECT_KEYS, "of", "every"],
  standing: [...SUBJECT_KEYS, "promise"],
  availability: SUBJECT_KEYS,
  allowance: [...SUBJECT_KEYS, "kinds", "start", "help", "minutes", "per", "followUp"],
  "follow-up": [...SUBJECT_KEYS, "kinds", "after", "by", "ends", "within"],
  detection: [...SUBJECT_KEYS, "kinds", "start", "of", "count", "months", "by", "within"],
  share: [...SUBJECT_KEYS, "kinds", "of", "where", "not"],
};

/** What a promise refers to. */
interface Known {
  readonly events: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  readonly actors: Actors;
}

/** What a promise says of its own; whatever is missing has left an issue. */
export function readPromise(kind: PromiseCommitment["kind"], reader: Reader, known: Known): object {
  const events = (key: string): EventMatcher[] => readEvents(reader.member(key), known.events, known.actors);
  switch (kind) {
    case "cadence":
      return {
        of: reader.member("of").oneOf(["customers.surveys", "staff.trainings", "staff.assessments", "publications"]),
        every: readEvery(reader.member("every")),
      };
    case "standing":
      return { promise: reader.member("promise").text("the name of the promise in the register's evidence") };
    case "availability":
      if (reader.member("goal").value === undefined) demandFigure(reader.member("goal"), "a share such as 0.99");
      return {};
    case "allowance":
      return {
        start: events("start"),
        help: events("help"),
        minutes: readMinutes(reader.member("minutes")),
        per: readPer(reader.member("per")),
        followUp: readFollowUp(reader.member("followUp"), known),
      };
    case "follow-up":
      return {
        after: events("after"),
        by: events("by"),
        ends: events("ends"),
        within: readWithin(reader.member("within"), readFigure),
        hasFigure: reader.member("goal").value !== null,
      };
    case "detection":
      reader.member("of").oneOf(["untrained"]);
      reader.member("by").oneOf(["recommendations"]);
      return {
        caseKinds: sealedSet(new Set(known.kinds)),
        start: events("start"),
        count: readCount(reader.member("count"), "cases"),
        months: readCount(reader.member("months"), "months"),
        within: readWithin<DaysFigure>(reader.member("within"), readDays),
      };
    case "share":
      return readShare(reader, known);
  }
}

function readPer(reader: Reader): "request" | "contract-year" | undefined {
  const choices = ["request", "contract-year"] as const;
  if (reader.value !== "month" && reader.value !== "year") return reader.oneOf(choices);
  return reader.fail(
    "policy.bad-value",
    '"request" or "contract-year"',
    `an allowance per ${reader.value} is not known yet; write "contract-year", or "request"`,
  );
}

/** Null is a figure that the text does not give; a figure that is left out may be a slip. */
function demandFigure(reader: Reader, what: string): undefined {
  return reader.fail("policy.missing-key", `${what}, or null`, `write ${what}, or null where the text gives no figure`);
}

function readEvery(reader: Reader): CivilPeriod | null | undefined {
  if (reader.value === null) return null;
  if (reader.value === undefined) return demandFigure(reader, "a period such as P2Y");
  const period = typeof reader.value === "string" ? parsePeriod(reader.value) : undefined;
  if (period !== undefined) return period;
  return reader.fail(
    "policy.bad-value",
    "an ISO 8601 period of dates, or null",
    `${show(reader.value)} is no period of dates; write "P2Y"`,
  );
}

function readMinutes(reader: Reader): { trained: number; untrained: number } {
  reader.known(["trained", "untrained"], "minutes by training");
  const [trained, untrained] = ["trained", "untrained"].map((key) => {
    const member = reader.member(key);
    const { value } = member;
    if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
    if (value === undefined) member.fail("policy.missing-key", "minutes", `say how many minutes ${key} customers have`);
    else member.fail("policy.bad-value", "minutes, 0 or more", `${show(value)} is not a number of minutes; write 30`);
    return 0;
  }) as [number, number];
  return Object.freeze({ trained, untrained });
}

function readFollowUp(reader: Reader, { events, actors }: Known): object | undefined {
  if (reader.value === undefined) return undefined;
  if (!reader.known(["when", "by", "ends", "within"], "a follow-up")) return undefined;
  return Object.freeze({
    when: reader.member("when").oneOf(["untrained"]),
    by: readEvents(reader.member("by"), events, actors),
    ends: readEvents(reader.member("ends"), events, actors),
    within: readWithin(reader.member("within"), readFigure),
  });
}

function readWithin<F extends TargetFigure>(
  reader: Reader,
  read: (reader: Reader) => F | undefined,
): F | null | undefined {
  if (reader.value === null) return null;
  if (reader.value === undefined) return demandFigure(reader, "a target");
  return read(reader);
}

function readCount(reader: Reader, what: string): number | null | undefined {
  const { value } = reader;
  if (value === null) return null;
  if (value === undefined) return demandFigure(reader, `a number of ${what}`);
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 1200) return value;
  return reader.fail(
    "policy.bad-value",
    `a whole number of ${what}, or null`,
    `${show(value)} is not a number of ${what}; write 3`,
  );
}

function readShare(reader: Reader, { events, actors }: Known): object {
  const before = reader.issues.length;
  const tests = readMemberTests(reader);
  if (tests.length === 0 && reader.issues.length === before)
    reader.fail(
      "policy.missing-key",
      "where or not",
      'say which events count as kept: { "where": { "channel": "remote" } }',
    );
  const of = reader.member("of");
  const ofSurveys = of.value === "customers.surveys";
  if (ofSurveys && reader.member("kinds").value !== undefined)
    reader
      .member("kinds")
      .fail("policy.conflict", "no kinds", "surveys are counted in the register, not in cases: leave kinds out");
  return {
    of: ofSurveys ? undefined : readEvents(of, events, actors),
    tests,
    hasFigure: reader.member("goal").value !== null,
  };
}
