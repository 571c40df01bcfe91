/**
 * Minutes used so far, counted from a history by the same judgement as `evaluate`.
 *
 * Source: docs/promises.md, "Allowance".
 */
import { isObject } from "../../issues/expect.ts";
import { type Issue, makeIssue } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import type { AllowanceCommitment } from "../../policy/promise.ts";
import { type ReadCase, readCase } from "../cases/case.ts";
import { Setting } from "../clocks/setting.ts";
import { mayMatter } from "../history/event-types.ts";
import { historyOf } from "../history/incomplete.ts";
import { judge } from "../judge.ts";
import { poolOf } from "../promises/contract-year.ts";
import type { Reason } from "../result.ts";
import type { Asked } from "./asked.ts";
import type { Context } from "./context.ts";

/** The cases of the customer; those that cannot be read, or share an id, are among the issues and not counted. */
export function casesOf({ history, customer, atMs }: Asked, issues: Issue[]): ReadCase[] {
  const cases = (history ?? []).flatMap((value, index) =>
    isObject(value) && value["customer"] !== customer ? [] : (readCase(value, index, atMs, issues) ?? []),
  );
  const times = new Map<string, number>();
  for (const { id } of cases) times.set(id, (times.get(id) ?? 0) + 1);
  for (const [id, count] of times) if (count > 1) notCounted(id, `it is the id of ${count} cases`, issues);
  return cases.filter(({ id }) => times.get(id) === 1);
}

/** What counts against an allowance of the request, by module. */
export interface Used {
  readonly minutes: ReadonlyMap<string, number>;
  /** Modules whose help, in this request, was followed by what had to follow. */
  readonly followed: ReadonlySet<string>;
}

/** What was used so far of an allowance. */
export function usedOf(
  commitment: AllowanceCommitment,
  asked: Asked,
  context: Context,
  cases: readonly ReadCase[],
  startDay: number,
  issues: Issue[],
): Used {
  const followed = new Set<string>();
  if (asked.history === undefined) return { minutes: asked.usedSoFar, followed };
  const minutes = new Map<string, number>();
  const isYearly = commitment.per === "contract-year";
  for (const found of isYearly ? cases : cases.filter(({ id }) => id === asked.caseId)) {
    const setting = new Setting(context.beside.policy, found, []);
    const own = setting.version.commitments.get(commitment.id);
    if (own?.kind !== "allowance" || !own.kinds.has(found.kind)) continue;
    const { result, yearly } = judge(own, found, setting, context.beside, []);
    const history = historyOf(found, context.beside.policy);
    if (history !== undefined && mayMatter(history, context.beside.policy, own.id)) countedAsSeen(found.id, issues);
    const why = WHY_NOT[result.reason ?? "missing-event"];
    if (why !== undefined) notCounted(found.id, why, issues);
    (result.allowances ?? []).forEach(({ module, consumed, followUp }, index) => {
      // Cases of another year have a pool of their own; what an earlier version granted by the request has none.
      if (isYearly && yearly?.usages[index]?.pool !== poolOf(commitment.id, context.customer!, module, startDay))
        return;
      minutes.set(module, (minutes.get(module) ?? 0) + consumed);
      if (followUp === "done" && found.id === asked.caseId) followed.add(module);
    });
  }
  return { minutes, followed };
}

/** Why a case that has begun cannot be counted. */
const WHY_NOT: Readonly<Partial<Record<Reason, string>>> = {
  "minutes-missing": "some of its help has no minutes",
  "module-missing": "its module is not known",
  "beyond-reach": "the holidays of its time are not known",
};

/** What is not known of a history may be help as well. */
function countedAsSeen(id: string, issues: Issue[]): void {
  const cure = `case ${show(id)} is counted by what is seen of it: its history is incomplete`;
  issues.push(makeIssue("case.shared-as-seen", ["history"], "a complete history", id, cure));
}

function notCounted(id: string, why: string, issues: Issue[]): void {
  const cure = `case ${show(id)} is not counted: ${why}`;
  issues.push(makeIssue("entitlement.not-counted", ["history"], "a case with its minutes", id, cure));
}
