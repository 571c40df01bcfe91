/**
 * What is promised for a request: its targets, each as `evaluate` would say on a case that begins with the call.
 */
import type { DaysDocument, HoursDocument } from "../../policy/documents/document-parts.ts";
import type { TargetFigure } from "../../policy/parts.ts";
import { isTarget, type TargetCommitment } from "../../policy/policy.ts";
import { formatDuration, type HoursText } from "../../time/duration.ts";
import { judgeHeld } from "../history/judge-incomplete.ts";
import type { EntitledTarget } from "./answer.ts";
import type { Context, HelpPromise } from "./context.ts";

/** The targets that hold, of the promises; one that starts with another event is none of this request. */
export function targetsOf(context: Context, promises: readonly HelpPromise[]): EntitledTarget[] {
  return promises.filter(isTarget).flatMap((promise) => {
    const { outcome, reason, dueAt, dueDate } = judgeHeld(
      promise,
      context.found,
      context.setting,
      context.beside,
      [],
    ).result;
    const isOpen = outcome === "running" || outcome === "paused";
    // What is promised is known, if not by when.
    const isUndated = reason === "no-figure" || reason === "beyond-reach" || reason === "history-incomplete";
    if (!isOpen && !isUndated) return [];
    const { figure, by } = figureOf(promise, context);
    return {
      commitment: promise.id,
      kind: promise.kind,
      target: figure === undefined ? null : written(figure),
      by: figure === undefined ? by : null,
      dueAt: isOpen ? (dueAt ?? null) : null,
      dueDate: isOpen ? (dueDate ?? null) : null,
    };
  });
}

/** The figure at the start; where it goes by a fact that is not known, the fact. */
function figureOf(promise: TargetCommitment, { setting, start }: Context) {
  const inForce = setting.versionAt(promise, start).commitments.get(promise.id) as TargetCommitment;
  if (!("by" in inForce.target)) return { figure: inForce.target, by: null };
  const { by, figures } = inForce.target;
  const value = setting.factAt(by, start);
  return { figure: (value === undefined ? undefined : figures.get(value)) ?? undefined, by };
}

/** A figure as a document writes it. */
function written(figure: TargetFigure): HoursDocument | DaysDocument {
  if (figure.unit === "hours") return { hours: formatDuration(figure.targetMs) as HoursText, count: figure.count };
  const { days, count, until, rollToOpen, day } = figure;
  return { days: `P${days}D`, count, until, rollToOpen, ...(day === "civil-date" ? {} : { day }) };
}
