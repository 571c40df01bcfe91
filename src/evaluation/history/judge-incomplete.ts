/**
 * A commitment on a case whose history is incomplete: its verdict if no reading of the history changes it, else none.
 *
 * Source: docs/semantics.md §5, "An incomplete history".
 */
import type { Issue } from "../../issues/issue.ts";
import type { Commitment } from "../../policy/policy.ts";
import type { ReadCase } from "../cases/case.ts";
import type { ReadEvent } from "../cases/event.ts";
import { sequenced } from "../cases/moments.ts";
import { Setting } from "../clocks/setting.ts";
import { judge } from "../judge.ts";
import type { Beside, Judgement } from "../judgement.ts";
import type { Outcome, ResultMembers } from "../result.ts";
import { unmeasurable } from "../targets/target.ts";
import { Common, isKept, outcomesOf } from "./common-verdict.ts";
import { criticalInstants, triedInstants } from "./critical.ts";
import { rolesOf } from "./event-types.ts";
import { type HiddenEvent, historyOf, type IncompleteHistory, isHidden } from "./incomplete.ts";

/** Readings tried for a commitment on a case; a history that leaves room for more gives no verdict. */
export const MOST_READINGS = 1000;

/** A judgement of an incomplete history. */
export type HeldJudgement = Judgement & {
  /** What rates count of it, where the number of its cycles is unsure: once, in no month if its start is unsure. */
  readonly countedAs?: { readonly outcome: Outcome; readonly startedAt: string | null };
};

/**
 * The judgement that holds whatever the history was.
 *
 * @param seen The judgement by what is seen.
 */
export function judgeIncomplete(
  commitment: Commitment,
  seen: Judgement,
  found: ReadCase,
  history: IncompleteHistory,
  beside: Beside,
): HeldJudgement {
  const whole = new Readings(commitment, seen.result, found, history, beside);
  if (whole.isWhole) return seen;
  // Segments last: they may be those of a century, and where anything else is unsure so are they.
  const bare = withoutSegments(seen.result);
  const unsegmented = { ...beside, withSegments: false };
  const first = beside.withSegments ? new Readings(commitment, bare, found, history, unsegmented) : whole;
  const held = first.result();
  const reading = JSON.stringify(held) === JSON.stringify(bare) ? whole : first;
  const result = reading === first ? held : reading.result();
  const { yearly } = seen;
  if (result.reason === "history-incomplete") return { result, ...(yearly && { yearly }) };
  // Whether it was carried over is not known: it stands in no queue.
  if (seen.carriedAtMs !== undefined && result.carriedOver === undefined) return { result };
  if (reading.hasSureCycles) return { ...seen, result };
  // Which cycles there are is not known: one case, of which nothing can be said.
  return { ...seen, result, countedAs: { outcome: "unmeasurable", startedAt: reading.startedAt } };
}

/** A result as it is without `{ segments: true }`. */
function withoutSegments({ segments: _, cycles, ...result }: ResultMembers): ResultMembers {
  return cycles === undefined ? result : { ...result, cycles: cycles.map(withoutSegments) };
}

/** Judges a commitment on a case by itself, its history incomplete or not; issues of the case go to `issues`. */
export function judgeHeld(
  commitment: Commitment,
  found: ReadCase,
  setting: Setting,
  beside: Beside,
  issues: Issue[],
): HeldJudgement {
  const seen = judge(commitment, found, setting, beside, issues);
  const history = historyOf(found, beside.policy);
  return history === undefined ? seen : judgeIncomplete(commitment, seen, found, history, beside);
}

/** A hidden event, and what it may have been to the commitment. */
interface Hidden {
  readonly event: HiddenEvent;
  /** One type for each role. */
  readonly types: readonly string[];
}

class Readings {
  private readonly hidden: readonly Hidden[];
  private readonly common: Common;
  /** The first start, or null where it is none or unsure. */
  readonly startedAt: string | null;

  constructor(
    private readonly commitment: Commitment,
    private readonly seen: ResultMembers,
    private readonly found: ReadCase,
    private readonly history: IncompleteHistory,
    private readonly beside: Beside,
  ) {
    const { versions } = beside.policy;
    const roles = this.roles();
    const typesOf = (slot: ReadEvent | HiddenEvent): readonly string[] => (isHidden(slot) ? slot.types : [slot.type]);
    const isReopened = history.slots.some((slot) => typesOf(slot).some((type) => roles.reopens.has(type)));
    this.hidden = history.hidden.flatMap((event): Hidden[] => {
      const mattering = event.types.map((type): [string, string] =>
        isReopened || !roles.needsReopening(type) ? [roles.roleOf(type), type] : ["", type],
      );
      const byRole = new Map(mattering);
      // Which version judges goes by the first event, whatever it means; else what means nothing is as though it were not there.
      if (versions.length === 1) byRole.delete("");
      return byRole.size === 0 ? [] : [{ event, types: [...byRole.values()] }];
    });
    this.common = new Common(seen);
    this.startedAt = this.sureStart();
  }

  /** Whether nothing that is hidden can matter. */
  get isWhole(): boolean {
    return this.hidden.length === 0 && !this.history.mayMissEvents;
  }

  get hasSureCycles(): boolean {
    return this.common.hasSureCycles;
  }

  /** The result in all readings. */
  result(): ResultMembers {
    const { seen, startedAt } = this;
    const unsure = unmeasurable("history-incomplete", startedAt === null ? undefined : Date.parse(startedAt));
    const isTried = this.isProvable() && this.triesAll();
    if (isTried) return this.common.result();
    if (!isKept(seen)) return unsure;
    // A verdict that stands: what is not sure of it is absent.
    return { outcome: "unmeasurable", reason: seen.reason!, dueAt: null, ...(startedAt === null ? {} : { startedAt }) };
  }

  private roles() {
    return rolesOf(this.beside.policy, this.commitment.id);
  }

  /** Whether trying the critical instants shows all that can be, and there are not too many to try. */
  private isProvable(): boolean {
    if (this.history.mayMissEvents) return false;
    const { cuts } = this.roles();
    return !this.floating().some(({ types }) => types.some((type) => cuts.has(type)));
  }

  /** Hidden events whose instant is not known. */
  private floating(): Hidden[] {
    return this.hidden.filter(({ event }) => event.atMs === undefined);
  }

  /** Tries every reading; false as soon as two differ in their verdict, or where not all could be tried. */
  private triesAll(): boolean {
    const { beside, found, history, hidden } = this;
    const customer = found.customer === undefined ? undefined : beside.register?.customers.get(found.customer);
    const toMs = Math.min(found.readToMs, beside.asOfMs);
    const roles = this.roles();
    const count = this.floating().length;
    const critical = criticalInstants({ slots: history.slots, roles, policy: beside.policy, customer, toMs });
    const tried = count === 0 ? [] : triedInstants(critical, count);
    // An event of unknown instant goes last: between two of its instants all others stand still.
    const order = [...hidden].sort((a, b) => Number(a.event.atMs === undefined) - Number(b.event.atMs === undefined));
    const choices = order.map(({ event, types }) => types.length * (event.atMs === undefined ? tried.length : 1) + 1);
    if (choices.reduce((product, each) => product * each, 1) > MOST_READINGS) return false;
    return count > 1
      ? this.takesAll(order, tried, new Map(), (result) => this.takesSeveral(result, count))
      : this.takesAll(order, tried, new Map(), () => true);
  }

  /** Takes the readings of the hidden events from the first of `order` on, those before it being chosen. */
  private takesAll(
    order: readonly Hidden[],
    tried: readonly number[],
    chosen: ReadonlyMap<HiddenEvent, ReadEvent>,
    isFine: (result: ResultMembers | undefined) => boolean,
  ): boolean {
    const [first, ...rest] = order;
    if (first === undefined) {
      const result = this.judged(chosen);
      return this.common.take(result) && isFine(result);
    }
    const { event, types } = first;
    const goesOn = (read?: ReadEvent): boolean =>
      this.takesAll(rest, tried, read === undefined ? chosen : new Map([...chosen, [event, read]]), isFine);
    if (!goesOn()) return false;
    return types.every((type) => {
      const { atMs } = event;
      if (atMs !== undefined) return goesOn({ ...event, type, atMs });
      const own = event.fromMs === undefined ? tried : tried.filter((eachMs) => eachMs >= event.fromMs!);
      if (rest.length > 0 || own.length === 0 || this.floating().length > 1)
        return own.every((eachMs) => goesOn({ ...event, type, atMs: eachMs }));
      return this.takesStretches(own, (eachMs) =>
        this.judged(new Map([...chosen, [event, { ...event, type, atMs: eachMs }]])),
      );
    });
  }

  /** Takes one event at all its instants: where several cycles decide together, also between two of them. */
  private takesStretches(tried: readonly number[], at: (atMs: number) => ResultMembers | undefined): boolean {
    let after: { readonly atMs: number; readonly outcomes: string } | undefined;
    const take = (atMs: number): { readonly atMs: number; readonly outcomes: string } | undefined => {
      const result = at(atMs);
      return this.common.take(result) ? { atMs, outcomes: outcomesOf(result).join() } : undefined;
    };
    /** Each cycle's outcome turns over at most once or twice within a stretch: halving finds where. */
    const halves = (lowMs: number, low: string, highMs: number, high: string): boolean => {
      if (highMs - lowMs <= 1 || low === high) return true;
      const middle = take(Math.floor((lowMs + highMs) / 2));
      if (middle === undefined) return false;
      const { atMs, outcomes } = middle;
      return halves(lowMs, low, atMs, outcomes) && halves(atMs, outcomes, highMs, high);
    };
    for (const atMs of tried) {
      const taken = take(atMs);
      if (taken === undefined) return false;
      if (after !== undefined && !halves(atMs, taken.outcomes, after.atMs, after.outcomes)) return false;
      after = taken;
    }
    return true;
  }

  private readonly outcomesByNumber = new Map<number, string>();

  /**
   * Whether the ends of stretches show all that several events of unknown instant can do: not where several cycles decide together
   * and differ, nor where a target is used up to within as many ms as there are events.
   */
  private takesSeveral(result: ResultMembers | undefined, count: number): boolean {
    const cycles = result?.cycles ?? (result === undefined ? [] : [result]);
    const isClose = ({ remainingMs, overrunMs }: ResultMembers): boolean =>
      remainingMs !== undefined && remainingMs + (overrunMs ?? 0) <= count;
    if (cycles.some(isClose)) return false;
    const outcomes = outcomesOf(result).join();
    const others = this.outcomesByNumber.get(cycles.length);
    this.outcomesByNumber.set(cycles.length, outcomes);
    return others === undefined || others === outcomes;
  }

  /** The result of a reading; undefined where the commitment does not hold for it. */
  private judged(chosen: ReadonlyMap<HiddenEvent, ReadEvent>): ResultMembers | undefined {
    const { found, history, beside, commitment } = this;
    const events = history.slots.flatMap((slot) => (isHidden(slot) ? (chosen.get(slot) ?? []) : slot));
    const read = { ...found, events: sequenced(events), unread: [], issues: [] };
    const setting = new Setting(beside.policy, read, []);
    const own = setting.version.commitments.get(commitment.id);
    return own?.kinds.has(found.kind) ? judge(own, read, setting, beside, []).result : undefined;
  }

  /** The first start that is seen, unless a hidden event may have been an earlier one. */
  private sureStart(): string | null {
    const { seen, history, found } = this;
    const startedAt = seen.cycles?.[0]?.startedAt ?? seen.startedAt ?? null;
    const roles = this.roles();
    const firstMs = startedAt === null ? Number.POSITIVE_INFINITY : Date.parse(startedAt);
    const isEarlier = ({ atMs, fromMs = Number.NEGATIVE_INFINITY }: HiddenEvent, ms: number): boolean =>
      (atMs ?? fromMs) < ms;
    // Another event that it waited for moves its start only where one with which it may begin was passed over behind it.
    const isAwaited = ({ atMs = Number.NEGATIVE_INFINITY }: HiddenEvent): boolean =>
      found.events.some((event) => atMs <= event.atMs && event.atMs < firstMs && roles.mayBegin(event));
    const may = (role: "mayBegin" | "mayLead", { event, types }: Hidden): boolean =>
      types.some((type) => roles[role]({ ...event, type, atMs: event.atMs ?? 0 }));
    // A clock that waits begins with nothing before the event that it waits for, unless that was another.
    const leadMs = Math.min(...found.events.filter((event) => roles.mayLead(event)).map(({ atMs }) => atMs));
    const isLed = roles.waits && !this.hidden.some((one) => isEarlier(one.event, leadMs) && may("mayLead", one));
    const isTooEarly = ({ atMs }: HiddenEvent): boolean => isLed && (atMs ?? firstMs - 1) < leadMs;
    const mayBegin = this.hidden.some(
      (one) =>
        isEarlier(one.event, firstMs) &&
        ((may("mayBegin", one) && !isTooEarly(one.event)) || (isAwaited(one.event) && may("mayLead", one))),
    );
    // What comes before all others may bring another version, whose clock begins otherwise.
    const firstEventMs = Math.min(...found.events.map(({ atMs }) => atMs));
    const mayBringVersion = !roles.beginsAlike && this.hidden.some(({ event }) => isEarlier(event, firstEventMs));
    return history.mayMissEvents || mayBegin || mayBringVersion ? null : startedAt;
  }
}
