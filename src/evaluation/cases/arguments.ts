/**
 * Arguments of another kind, as plain JavaScript may pass them: refused at once.
 */
import { insideOf } from "../../calendar/internal.ts";
import { refuse } from "../../issues/error.ts";
import { isList, isObject } from "../../issues/expect.ts";
import { readForeign } from "../../issues/foreign.ts";
import type { PathStep } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import { isMade } from "../../policy/made.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import type { InstantDoor } from "../../time/instant.ts";

/** Refuses what `definePolicy` did not make. */
export function checkPolicy(policy: unknown, path: readonly PathStep[] = ["policy"]): asserts policy is ReadyPolicy {
  if (isMade(policy)) return;
  refuse("policy.bad-document", path, "a policy", policy, "the policy must be one that definePolicy made");
}

/** A copy of the list of cases; what is wrong inside it are issues. Errors: `case.bad-case`. */
export function readCases(cases: unknown): readonly unknown[] {
  const list = readForeign(cases, ["cases"], "case.bad-case", "a list of cases", () =>
    isList(cases) ? Array.from(cases) : undefined,
  );
  return list ?? refuse("case.bad-case", ["cases"], "a list of cases", cases, `${show(cases)} is not a list of cases`);
}

/** What cures of instants name where a policy is asked: the zone of its own calendar. */
export function doorOf(policy: ReadyPolicy, onCut?: () => void): InstantDoor {
  const { calendars, calendar } = policy.versions[0]!;
  const calendarZone = insideOf(calendars.get(calendar)!).timeline.schedule.zone;
  return { calendarZone, ...(onCut === undefined ? {} : { onCut }) };
}

/** Refuses what is no register at all; what is wrong inside it are issues. */
export function checkRegister(register: unknown): void {
  if (isObject(register)) return;
  const cure = `${show(register)} is no register; write { customers: [...] }`;
  refuse("register.bad-entry", ["register"], "a register", register, cure);
}
