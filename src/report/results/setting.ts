/**
 * What a result was judged by, found again in its policy: the promise, its figure, the calendar.
 *
 * A result names them where its policy leaves room for more than one. Source: docs/policies.md, "Results".
 */
import type { Calendar } from "../../calendar/calendar.ts";
import { insideOf } from "../../calendar/internal.ts";
import type { CaseResult, Result } from "../../evaluation/result.ts";
import { refuse } from "../../issues/error.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import type { TargetFigure } from "../../policy/parts.ts";
import {
  type Commitment,
  isTarget,
  type PolicyVersion,
  type ReadyPolicy,
  type TargetCommitment,
} from "../../policy/policy.ts";
import type { Zone } from "../../time/zone.ts";

/** What one result was judged by. */
export interface ResultSetting {
  readonly commitment: Commitment;
  /** Null: nothing is promised; undefined: a table without the fact, or a callback. */
  readonly figure: TargetFigure | null | undefined;
  /** Undefined where rules choose, and the result does not say which. */
  readonly calendarName: string | undefined;
  readonly calendar: Calendar<"ms">;
  readonly zone: Zone;
  /** Whether the calendar measured the whole time from the start to the end, in hours of one sort. */
  readonly isSteady: boolean;
}

/** The setting of a result of a commitment; undefined if no version of the policy has it. */
export function settingOf(policy: ReadyPolicy, id: string, result: Result): ResultSetting | undefined {
  const having = policy.versions.filter(({ commitments }) => commitments.has(id));
  const startMs = msOf(result.startedAt) ?? Number.NEGATIVE_INFINITY;
  const judging = having.findLast(({ label }) => label === result.version) ?? versionAt(having, startMs);
  const commitment = judging?.commitments.get(id);
  if (judging === undefined || commitment === undefined) return undefined;
  // The target may be that of one version and the calendar that of another: each goes by its own mode.
  const calendarMode = isTarget(commitment) ? commitment.changes.calendar : "keep";
  const atMs = calendarMode === "keep" ? startMs : (endMsOf(result) ?? startMs);
  const holding = versionAt(having, atMs) ?? judging;
  const own = holding.commitments.get(id)?.calendar;
  const name = result.calendar ?? own ?? holding.calendar;
  const calendar = calendarOf(policy, holding, name);
  return {
    commitment,
    figure: isTarget(commitment) ? figureOf(commitment, result.fact) : undefined,
    calendarName: result.clock === undefined && own === undefined && holding.rules.length > 0 ? undefined : name,
    calendar,
    zone: insideOf(calendar).timeline.schedule.zone,
    isSteady: (calendarMode === "keep" || calendarMode === "retroactive") && countsOf(having, id).size === 1,
  };
}

/**
 * A commitment on a case, with its setting.
 *
 * Errors: `calendar.bad-option` for a commitment that the result, or the policy, does not have.
 */
export function resultOn(
  policy: ReadyPolicy,
  found: CaseResult,
  commitment: string,
): { readonly result: Result; readonly setting: ResultSetting } {
  const isNamed = typeof commitment === "string" && Object.hasOwn(found.commitments, commitment);
  const result = isNamed ? found.commitments[commitment] : undefined;
  const setting = result === undefined ? undefined : settingOf(policy, commitment, result);
  if (result !== undefined && setting !== undefined) return { result, setting };
  const ids = Object.keys(found.commitments);
  const cure = `${show(commitment)} is no commitment on ${show(found.id)}${typeof commitment === "string" ? didYouMean(commitment, ids) : ""}`;
  return refuse("calendar.bad-option", ["commitment"], ids.join(", "), commitment, cure);
}

function versionAt(having: readonly PolicyVersion[], instantMs: number): PolicyVersion | undefined {
  return having.findLast(({ fromMs }) => fromMs <= instantMs) ?? having[0];
}

function calendarOf(policy: ReadyPolicy, holding: PolicyVersion, name: string): Calendar<"ms"> {
  const versions = [holding, ...policy.versions.toReversed()];
  const having = versions.find(({ calendars }) => calendars.has(name)) ?? holding;
  return having.calendars.get(name) ?? having.calendars.get(having.calendar)!;
}

function figureOf({ target }: TargetCommitment, fact: string | undefined): TargetFigure | null | undefined {
  if (!("by" in target)) return target;
  return fact === undefined ? undefined : target.figures.get(fact);
}

/** Which hours count for a commitment, over all its versions and values. */
function countsOf(having: readonly PolicyVersion[], id: string): Set<string> {
  const figures = having.flatMap(({ commitments }) => {
    const commitment = commitments.get(id)!;
    if (!isTarget(commitment)) return [];
    return "by" in commitment.target ? [...commitment.target.figures.values()] : [commitment.target];
  });
  return new Set(figures.flatMap((figure) => (figure === null ? [] : [`${figure.unit} ${figure.count}`])));
}

/** Where a result ends: stopped, or where its segments do. */
function endMsOf({ segments, stoppedAt }: Result): number | undefined {
  return msOf(segments?.at(-1)?.end ?? stoppedAt);
}

/** An instant of a result in ms. */
export function msOf(iso: string | null | undefined): number | undefined {
  return iso === null || iso === undefined ? undefined : Date.parse(iso);
}
