/**
 * What a request is judged by: its case, real or only supposed, the customer, and the promises that hold for it.
 *
 * The case of a new request is one that begins at the instant of the call, so that what holds for it is what `evaluate`
 * would say of it.
 */
import { insideOf } from "../../calendar/internal.ts";
import { checkSupported, civilDayAt } from "../../clock/beyond.ts";
import { refuse } from "../../issues/error.ts";
import type { Issue } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import type { EventMatcher } from "../../policy/parts.ts";
import { type Commitment, isTarget, type ReadyPolicy, type TargetCommitment } from "../../policy/policy.ts";
import type { AllowanceCommitment } from "../../policy/promise.ts";
import { type ReadCase, readCase } from "../cases/case.ts";
import type { ReadEvent } from "../cases/event.ts";
import { isOneOf } from "../cases/matches.ts";
import { firstIn } from "../cases/moments.ts";
import type { ReadCustomer, ReadRegister } from "../cases/read-register.ts";
import { type ChosenCalendar, Setting } from "../clocks/setting.ts";
import type { Beside } from "../judgement.ts";
import type { Asked } from "./asked.ts";

/** A promise of help to one request. */
export type HelpPromise = AllowanceCommitment | TargetCommitment;

/** What a request is judged by. */
export interface Context {
  readonly beside: Beside;
  readonly customer: ReadCustomer | undefined;
  readonly found: ReadCase;
  readonly setting: Setting;
  /** Those of the kind, in the version in force at the start. */
  readonly promises: readonly HelpPromise[];
  readonly start: ReadEvent;
}

/** The context of a kind of request. Errors: `entitlement.bad-request` for a case that the history does not have. */
export function contextOf(policy: ReadyPolicy, register: ReadRegister, asked: Asked, kind: string): Context {
  const { customer: id, atMs, person, remoteAccess } = asked;
  const customer = register.customers.get(id);
  const beside: Beside = { policy, asOfMs: atMs, register, withSegments: false };
  const said = {
    ...(person === undefined ? {} : { person }),
    ...(remoteAccess === undefined ? {} : { remoteAccess }),
  };
  const called: ReadEvent = { type: "", atMs, seq: undefined, person, members: said };
  const known = kind === asked.kind ? caseInHistory(asked) : undefined;
  const begun = (event: ReadEvent): ReadCase => caseBegunBy(event, known, asked, kind);
  // Which version is in force decides with which event a request begins.
  const promises = promisesOf(new Setting(policy, begun(called), []), kind);
  const [first] = promises;
  const begins = known === undefined || first === undefined ? undefined : startIn(known, first, customer?.referent);
  const start = begins ?? eventOf(first?.start[0], called, customer?.referent);
  const found = begins === undefined ? begun(start) : known!;
  return {
    beside,
    customer,
    found,
    setting: new Setting(policy, found, []),
    promises,
    // Who calls now, and what they allow.
    start: { ...start, person: person ?? start.person, members: { ...start.members, ...said } },
  };
}

/** The case of the request, known or new, as an event of the call begins it. */
function caseBegunBy(event: ReadEvent, known: ReadCase | undefined, asked: Asked, kind: string): ReadCase {
  const { customer, facts, modules } = asked;
  if (known !== undefined) return { ...known, facts: { ...known.facts, ...facts }, events: [...known.events, event] };
  const module = modules.length === 1 ? { module: modules[0] } : {};
  const whole = { unread: [], mayMissEvents: false, readToMs: asked.atMs };
  return { id: "", kind, customer, facts: { ...facts, ...module }, events: [event], ...whole, issues: [] };
}

/** The promises of help to a kind. */
function promisesOf({ version }: Setting, kind: string): HelpPromise[] {
  return [...version.commitments.values()].filter(
    (commitment): commitment is HelpPromise =>
      commitment.kinds.has(kind) && (isTarget(commitment) || commitment.kind === "allowance"),
  );
}

/** The event with which a request begins: the first that its first promise starts with. */
function eventOf(matcher: EventMatcher | undefined, called: ReadEvent, referent: string | undefined): ReadEvent {
  if (matcher === undefined) return called;
  const wanted = matcher.tests.filter(({ isNot }) => !isNot).map(({ member, texts }) => [member, [...texts][0]]);
  return {
    ...called,
    type: [...matcher.types][0]!,
    person: matcher.person === "referent" ? (referent ?? called.person) : called.person,
    members: { ...called.members, ...Object.fromEntries(wanted) },
  };
}

function startIn({ events }: ReadCase, { start }: HelpPromise, referent: string | undefined): ReadEvent | undefined {
  return firstIn(events, (event) => isOneOf(start, event, referent));
}

/** The case that the call is about. */
function caseInHistory({ caseId, history, customer, kind, atMs }: Asked): ReadCase | undefined {
  if (caseId === undefined || history === undefined) return undefined;
  const issues: Issue[] = [];
  const found = history.flatMap((value, index) => {
    const { id } = (typeof value === "object" && value !== null ? value : {}) as { id?: unknown };
    return id === caseId ? (readCase(value, index, atMs, issues) ?? []) : [];
  });
  const path = ["request", "case"];
  const fail = (cure: string): never =>
    refuse("entitlement.bad-request", path, "a case of the history", caseId, `${show(caseId)} ${cure}`);
  if (found.length !== 1) return fail(found.length === 0 ? "is no case of the history" : "is the id of several cases");
  const [one] = found as [ReadCase];
  if (one.customer !== customer) return fail(`is no case of ${show(customer)}`);
  if (one.kind !== kind) return fail(`is of the kind ${show(one.kind)}`);
  return one;
}

/** The calendar of a promise at the start; without one that of the case. */
export function calendarOf({ setting, start }: Context, promise: Commitment | undefined): ChosenCalendar {
  return setting.calendarAt(promise ?? NO_PROMISE, start);
}

/** Only its id and calendar are looked at: it has none. */
const NO_PROMISE = { id: "" } as Commitment;

/** Epoch day of the start, in the zone of a promise. Errors: `time.out-of-range`. */
export function startDayOf(context: Context, promise: Commitment | undefined): number {
  const { timeline } = insideOf(calendarOf(context, promise).calendar);
  checkSupported(timeline, context.start.atMs, ["at"]);
  return civilDayAt(timeline, context.start.atMs);
}
