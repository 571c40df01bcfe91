/**
 * Who takes over a request that is not covered, and whether the desk is open.
 */
import { isOpenMs, nextCloseMs, nextOpenMs } from "../../clock/questions.ts";
import { callbackMs } from "../../clock/service-day.ts";
import { isTarget, type Outside } from "../../policy/policy.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import { beyondReachIs, isoOrNull } from "../instants.ts";
import type { DeskStanding, Lack, SendTo } from "./answer.ts";
import type { Asked } from "./asked.ts";
import type { Context } from "./context.ts";
import { holdingOf } from "./lacks.ts";
import { targetsOf } from "./targets.ts";

/**
 * Who takes over.
 *
 * @param beyond The context of the kind of case that the request becomes, if the policy names one.
 * @param stopping What stopped cover, if something did.
 */
export function sendToOf(
  outside: Outside,
  beyond: Context | undefined,
  asked: Asked,
  stopping: readonly Lack[],
): SendTo {
  const wanting = stopping.find(({ condition, stops }) => stops && outside.lacking.has(condition ?? ""));
  const department =
    outside.lacking.get(wanting?.condition ?? "") ?? outside.departments.get(asked.kind) ?? outside.otherwise;
  if (beyond === undefined) return { department, kind: null, person: null, targets: [] };
  const isAboutReferent = beyond.promises
    .filter(isTarget)
    .some(({ stop }) => stop.some(({ person }) => person === "referent"));
  return {
    department,
    kind: outside.kind ?? null,
    person: isAboutReferent ? (beyond.customer?.referent ?? null) : null,
    targets: targetsOf(beyond, holdingOf(beyond)),
  };
}

/** Whether a desk is open; each answer is lenient, for the next one may lie beyond what is known. */
export function deskStandingOf(timeline: Timeline, atMs: number): DeskStanding {
  const ask = <T>(question: () => T): T | undefined => beyondReachIs(undefined, question);
  const open = ask(() => isOpenMs(timeline, atMs)) ?? null;
  return {
    open,
    closesAt: isoOrNull(open === true ? ask(() => nextCloseMs(timeline, atMs)) : undefined),
    opensAt: isoOrNull(open === false ? ask(() => nextOpenMs(timeline, atMs)) : undefined),
    carriedOver: ask(() => callbackMs(timeline, atMs).carriedOver) ?? null,
  };
}
