/**
 * From a commitment as it is written to one made ready.
 */
import type { Calendar } from "../calendar/calendar.ts";
import { show } from "../issues/show.ts";
import type { Commitment, Condition, StopRule } from "./policy.ts";
import { readTarget } from "./read-figure.ts";
import type { Reader } from "./reader.ts";
import { sealedSet } from "./sealed.ts";

/** What the rest of the document declares. */
export interface Declared {
  readonly calendars: ReadonlyMap<string, Calendar<"ms">>;
  /** Names of all calendars, those with problems included. */
  readonly calendarNames: ReadonlySet<string>;
  readonly defaultCalendar: string | undefined;
  readonly conditions: ReadonlyMap<string, Condition>;
  /** Values of the facts that targets go by. */
  readonly facts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Events that cases of a kind may have, common ones included. */
  readonly eventsByKind: ReadonlyMap<string, ReadonlySet<string>>;
}

const COMMON_KEYS = ["kind", "kinds", "calendar", "conditions", "goal", "title", "start", "stop"];
const KEYS = {
  target: [...COMMON_KEYS, "target", "reopening", "optional", "atRisk"],
  ratio: [...COMMON_KEYS, "target", "reopening", "optional", "atRisk"],
  "carry-over": [...COMMON_KEYS, "order"],
} as const;
/** Shares of the target at which a running clock is at risk, unless the policy says. */
const AT_RISK = [0.75, 0.9];

/** A commitment made ready, or undefined with its problems among the issues. */
export function readCommitment(id: string, reader: Reader, declared: Declared): Commitment | undefined {
  const kind = reader.member("kind").oneOf(["target", "ratio", "carry-over"]);
  if (kind === undefined || !reader.known(KEYS[kind], `a commitment of kind ${kind}`)) return undefined;
  const before = reader.issues.length;
  const kinds = new Set(
    reader
      .member("kinds")
      .items("a list of kinds")
      .flatMap((item) => item.nameOf(new Set(declared.eventsByKind.keys()), "kind") ?? []),
  );
  const events = new Set([...kinds].flatMap((name) => [...(declared.eventsByKind.get(name) ?? [])]));
  if (Array.isArray(reader.member("kinds").value) && kinds.size === 0)
    reader
      .member("kinds")
      .fail("policy.bad-value", "at least one kind", "a commitment needs the kinds that it holds for");
  const calendar = readCalendarName(reader.member("calendar"), declared);
  const common = {
    id,
    kinds: sealedSet(kinds),
    title: reader.member("title").value === undefined ? undefined : reader.member("title").text("a title"),
    calendar,
    conditions: readConditions(reader.member("conditions"), declared),
    goal: reader.member("goal").share("a goal"),
    start: reader.member("start").nameOf(events, "event"),
  };
  const rest =
    kind === "carry-over"
      ? {
          kind,
          stop: reader.member("stop").nameOf(events, "event"),
          order: reader.member("order").oneOf(["report", "require"]),
        }
      : {
          kind,
          stops: readStops(reader.member("stop"), events),
          target: readTarget(reader.member("target"), calendar, declared.facts),
          reopening: reader.member("reopening").oneOf(["ignore"]),
          optional: readFlag(reader.member("optional")),
          atRisk: readAtRisk(reader.member("atRisk")),
        };
  // Whatever is missing has left an issue, and then nothing is used.
  return reader.issues.length > before ? undefined : Object.freeze({ ...common, ...rest } as unknown as Commitment);
}

function readCalendarName(reader: Reader, declared: Declared): Calendar<"ms"> | undefined {
  const name =
    reader.value === undefined ? declared.defaultCalendar : reader.nameOf(declared.calendarNames, "calendar");
  return name === undefined ? undefined : declared.calendars.get(name);
}

function readConditions(reader: Reader, declared: Declared): Condition[] {
  if (reader.value === undefined) return [];
  const names = new Set(declared.conditions.keys());
  return reader
    .items("a list of conditions")
    .flatMap((item) => declared.conditions.get(item.nameOf(names, "condition") ?? "") ?? []);
}

function readStops(reader: Reader, events: ReadonlySet<string>): StopRule[] {
  const items = reader.items("a list of stops");
  if (Array.isArray(reader.value) && items.length === 0)
    reader.fail("policy.bad-value", "at least one stop", "a clock needs a stop");
  return items.flatMap((item): StopRule[] => {
    const object = item.object();
    const event = (object === undefined ? item : item.member("event")).nameOf(events, "event");
    if (object === undefined) return event === undefined ? [] : [{ event, person: undefined }];
    item.known(["event", "person"], "a stop");
    const person = item.member("person").oneOf(["referent"]);
    return event === undefined || person === undefined ? [] : [{ event, person }];
  });
}

function readFlag(reader: Reader): boolean {
  if (reader.value === undefined || typeof reader.value === "boolean") return reader.value ?? false;
  reader.fail("policy.bad-value", "true or false", `${show(reader.value)} is not true or false`);
  return false;
}

function readAtRisk(reader: Reader): number[] {
  if (reader.value === undefined) return AT_RISK;
  const shares = reader.items("a list of shares").flatMap((item) => item.share("a share of the target") ?? []);
  if (shares.some((share, i) => i > 0 && share <= shares[i - 1]!))
    reader.fail("policy.bad-value", "rising shares", "the shares must rise: [0.75, 0.9]");
  return shares;
}
