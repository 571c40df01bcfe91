/**
 * What all readings of a history have in common: the verdict, and every member of the result that is the same in each.
 */
import type { Outcome, Reason, ResultMembers } from "../result.ts";
import { unmeasurable } from "../targets/target.ts";

/** Why a verdict that rests on something other than the events stays unmeasurable for that, whatever is missing. */
const KEPT: ReadonlySet<Reason | undefined> = new Set<Reason>([
  "no-figure",
  "no-register",
  "unknown-customer",
  "no-referent",
  "minutes-missing",
  "module-missing",
  "beyond-reach",
]);

/** Whether a verdict keeps its reason. */
export function isKept({ reason }: ResultMembers): boolean {
  return KEPT.has(reason);
}

/** Members that nothing else decides than others do: where one of those is unsure, so are they. */
const FOLLOWING = ["nextChangeAt", "segments"];

/** The common result of readings. */
export class Common {
  private readonly unsure = new Set<string>();
  private readonly cycles: Common[] | undefined;
  private isSure = true;
  /** Whether the number of cycles is the same in all readings. */
  hasSureCycles = true;
  /** Whether all readings that have the same cycles list them: one that ended before it began lists none. */
  private isListed = true;

  constructor(private readonly seen: ResultMembers) {
    this.cycles = seen.cycles?.map((cycle) => new Common(cycle));
  }

  /** Takes a reading; whether the verdict is still the same in all. A verdict that keeps its reason always is. */
  take(result: ResultMembers | undefined): boolean {
    const { seen } = this;
    this.isSure &&= isKept(seen) || (result !== undefined && isSame(seen, result));
    for (const member of new Set([...Object.keys(seen), ...Object.keys(result ?? {})])) {
      if (member === "cycles" || member === "outcome" || member === "reason" || this.unsure.has(member)) continue;
      const [a, b] = [seen, result].map((each) =>
        JSON.stringify((each as Record<string, unknown> | undefined)?.[member]),
      );
      if (a !== b) this.unsure.add(member);
    }
    const { cycles } = this;
    // A result without a list of them is one cycle itself.
    const others = result?.cycles ?? [result];
    this.hasSureCycles &&= (cycles?.length ?? 1) === others.length;
    this.isListed &&= (cycles === undefined) === (result?.cycles === undefined);
    if (this.hasSureCycles) for (const [i, cycle] of (cycles ?? []).entries()) cycle.take(others[i]);
    return this.isSure;
  }

  /** The verdict with what is sure of it. */
  result(): ResultMembers {
    const { seen, unsure, cycles } = this;
    if (!this.isSure) return unmeasurable("history-incomplete", unsure.has("startedAt") ? undefined : startOf(seen));
    const members = Object.entries(seen).flatMap(([member, value]): [string, unknown][] => {
      if (member === "cycles")
        return this.hasSureCycles && this.isListed ? [[member, cycles!.map((cycle) => cycle.result())]] : [];
      // What cannot be measured has no due, whatever its events were.
      if (member === "dueAt" && seen.outcome === "unmeasurable") return [[member, value]];
      return unsure.has(member) || (unsure.size > 0 && FOLLOWING.includes(member)) ? [] : [[member, value]];
    });
    return Object.fromEntries(members) as unknown as ResultMembers;
  }
}

function isSame(a: ResultMembers, b: ResultMembers): boolean {
  return a.outcome === b.outcome && a.reason === b.reason;
}

/** The start of a result as an instant, or none. */
function startOf({ startedAt }: ResultMembers): number | undefined {
  return startedAt ? Date.parse(startedAt) : undefined;
}

/** The outcome of each cycle; of what has none, that of the whole. */
export function outcomesOf(result: ResultMembers | undefined): readonly Outcome[] {
  return (result?.cycles ?? (result === undefined ? [] : [result])).map(({ outcome }) => outcome);
}
