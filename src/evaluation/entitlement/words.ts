/**
 * An entitlement in one line, to read aloud.
 *
 * Ids that are more than a plain word stand in quotes, and no id can forge a line or a sentence.
 */
import { spokenDate, spokenDuration, spokenInstant } from "../../clock/explain.ts";
import { show } from "../../issues/show.ts";
import type { DaysDocument, HoursDocument } from "../../policy/documents/document-parts.ts";
import { parseDate } from "../../time/civil-date.ts";
import { readDuration } from "../../time/duration.ts";
import type { Zone } from "../../time/zone.ts";
import { tierOn } from "../promises/allowance.ts";
import type { EntitledMinutes, EntitledTarget, Entitlement, SendTo } from "./answer.ts";
import { type Context, startDayOf } from "./context.ts";

/** What the words need beside the answer. */
export interface Spoken {
  readonly context: Context;
  /** Whether the kind of request is outside the contract. */
  readonly isOutside: boolean;
  readonly zone: Zone;
}

/** More are counted, not read aloud. */
const MOST_NAMED = 5;

/** The line. */
export function spokenEntitlement(answer: Omit<Entitlement, "text">, spoken: Spoken): string {
  const { covered, lacks, sendTo, desk } = answer;
  const isUnknown = lacks.some(({ code }) => code === "known-customer");
  const why = covered || (spoken.isOutside && !isUnknown) ? [] : lacks.filter(({ stops }) => stops);
  const noted = lacks.filter((lack) => lack.code !== "training" && !why.includes(lack));
  const said = covered
    ? yes(answer, spoken)
    : why.length > 0
      ? listed(why.map(({ message }) => message))
      : spoken.isOutside
        ? `${named(answer.kind)} is outside the contract`
        : [usedUp(answer), ...spokenFollows(answer)].join("; ");
  return [
    `${covered ? "Yes" : "No"}: ${said}.`,
    ...(noted.length === 0 ? [] : [`Note: ${listed(noted.map(({ message }) => message))}.`]),
    ...(sendTo === null ? [] : [`${handedOver(sendTo, spoken)}.`]),
    ...(desk.opensAt === null ? [] : [`We open again on ${spokenInstant(spoken.zone, Date.parse(desk.opensAt))}.`]),
  ].join(" ");
}

/** An id as it is read: a plain word bare, anything else in quotes, its own quotes escaped. */
export function named(id: unknown): string {
  if (typeof id !== "string") return show(id);
  if (/^[\p{L}\p{N}](?:[\p{L}\p{N}_./-]{0,38}[\p{L}\p{N}])?$/u.test(id)) return id;
  const shown = show(id.replace(/["\\]/g, "\\$&"));
  return shown.endsWith("…") ? `${shown}"` : shown;
}

function yes(answer: Omit<Entitlement, "text">, spoken: Spoken): string {
  const { minutes, targets } = answer;
  const [target] = targets.filter(({ kind }) => kind === "target");
  const parts = [
    ...(minutes.length > 0 ? [listed(minutes.map(spokenMinutes), ", ")] : openModules(spoken)),
    ...(target === undefined ? [] : [spokenTarget(target, spoken.zone)]),
    ...spokenFollows(answer),
  ];
  return parts.length === 0 ? `${named(answer.kind)} is covered` : parts.join("; ");
}

function spokenMinutes({ module, trainedOn, granted, consumed, remaining, until }: EntitledMinutes): string {
  const training = trainedOn === null ? "not trained on it" : `trained on ${trainedOn}`;
  const amount =
    consumed === 0
      ? spokenAmount(granted)
      : remaining === 0
        ? `none left of ${spokenAmount(granted)}`
        : `${spokenNumber(remaining)} of ${spokenAmount(granted)} left`;
  return `${amount} on ${named(module)}${until === null ? "" : ` until ${until}`} (${training})`;
}

/** Why nothing is left. */
function usedUp({ minutes, kind }: Omit<Entitlement, "text">): string {
  if (minutes.length === 0) return `${named(kind)} is not covered`;
  return listed(
    minutes.map(({ module, granted, consumed, until }) => {
      if (granted === 0) return `no minutes are granted on ${named(module)}`;
      const over = consumed > granted ? ` (${spokenNumber(consumed)} used)` : "";
      return `the ${spokenAmount(granted)} on ${named(module)} are used up${until === null ? "" : ` until ${until}`}${over}`;
    }),
  );
}

/** What would hold, where no module is named. */
function openModules({ context }: Spoken): string[] {
  const allowance = context.promises.find((promise) => promise.kind === "allowance");
  if (allowance === undefined) return [];
  const { minutes } = allowance;
  const customer = context.customer!;
  const day = startDayOf(context, allowance);
  const trained = [...customer.trained.keys()].filter((module) => tierOn(customer, module, day) === "trained");
  const untrained = `up to ${spokenAmount(minutes.untrained)}`;
  return [
    trained.length === 0
      ? `${untrained} on a module (trained on none); ask which`
      : `up to ${spokenAmount(minutes.trained)} on ${listed(trained.map(named), " or ")} (trained), ${untrained} on another; ask which`,
  ];
}

function spokenFollows({ minutes, follows }: Omit<Entitlement, "text">): string[] {
  const isOne = new Set(minutes.map(({ module }) => module)).size === 1;
  const events = [...new Set(follows.map(({ event }) => event))];
  return events.map((event) => {
    const name = named(event).replaceAll("-", " ");
    const modules = [...new Set(follows.filter((each) => each.event === event).map(({ module }) => named(module)))];
    return `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name} must follow${isOne ? "" : ` for ${listed(modules)}`}`;
  });
}

function spokenTarget({ target, by, dueAt, dueDate }: EntitledTarget, zone: Zone): string {
  if (target === null)
    return by === null ? "a time that is not known" : `within a time that goes by ${named(by)}; ask which`;
  const within = "hours" in target ? spokenHours(target) : spokenDays(target);
  if (dueAt === null) return within;
  const lastDay = dueDate === null ? undefined : parseDate(dueDate);
  return "days" in target && target.until === "midnight" && lastDay !== undefined
    ? `${within}, by the end of ${spokenDate(lastDay)}`
    : `${within}, by ${spokenInstant(zone, Date.parse(dueAt))}`;
}

const COUNTED = { open: " of open time", "working-days": " of working days", running: "" } as const;

function spokenHours({ hours, count }: HoursDocument): string {
  return `within ${spokenDuration(readDuration(hours, []))}${COUNTED[count]}`;
}

function spokenDays({ days, count }: DaysDocument): string {
  const amount = Number(days.slice(1, -1));
  if (amount === 0) return "the same day";
  return `within ${amount} ${count === "working" ? "working " : ""}day${amount === 1 ? "" : "s"}`;
}

function handedOver({ department, person, targets }: SendTo, { zone }: Spoken): string {
  const sent = `Send it to ${named(department)}`;
  const [target] = targets.filter(({ kind }) => kind === "target");
  if (target === undefined) return sent;
  const who = person === null ? "due" : `${named(person)}, the referent, hears from them`;
  return `${sent}: ${who} ${spokenTarget(target, zone)}`;
}

function spokenAmount(minutes: number): string {
  return `${spokenNumber(minutes)} minute${minutes === 1 ? "" : "s"}`;
}

/** At most two decimals, rounded down: nobody is promised more than there is. */
function spokenNumber(minutes: number): string {
  return String(Math.floor(Number((minutes * 100).toFixed(6))) / 100);
}

/** The first of a list, and how many more there are. */
function listed(texts: readonly string[], last = " and "): string {
  const shown = texts.slice(0, MOST_NAMED);
  const more = texts.length - shown.length;
  const all = more === 0 ? shown : [...shown, `${more} more`];
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")}${last}${all.at(-1)}`;
}
