/**
 * Follow-up: what began must be followed by something before the case is closed.
 */

import { dateAt } from "../charter/paris.ts";
import type { Desk } from "./desk.ts";
import { openMs } from "./desk.ts";
import type { FollowUp } from "./document.ts";
import type { SeenCase } from "./events.ts";
import { firstOf, instantsOf } from "./events.ts";
import type { Setting } from "./setting.ts";
import { customerOf, earliest, isCovered, shown, withoutFigure } from "./setting.ts";
import { edgesOf } from "./targets.ts";
import type { Expected } from "./types.ts";

export function judgeFollowUp(commitment: FollowUp, one: SeenCase, desk: Desk, setting: Setting): Expected {
  const { after, by, ends, within, goal, conditions } = commitment;
  const startedAt = instantsOf(one, after)[0] ?? null;
  if (startedAt === null) return { outcome: "not-applicable", startedAt: null, dueAt: null };
  const notApplicable = { outcome: "not-applicable", startedAt: shown(startedAt), dueAt: null } as const;
  const customer = customerOf(setting, one.input.customer);
  if (!isCovered(setting, conditions, customer, dateAt(startedAt), firstOf(one, after))) return notApplicable;
  const since = (types: readonly string[]): number | null =>
    instantsOf(one, types).find((at) => at >= startedAt) ?? null;
  const [followedAt, endedAt] = [since(by), since([ends])];
  const cancelledAt = instantsOf(one, [setting.document.events.cancel])[0] ?? null;
  if (cancelledAt !== null && cancelledAt < startedAt) return notApplicable;

  const edges = within === null ? null : edgesOf(within, startedAt, desk);
  const told = (verdict: "met" | "missed" | "running", stoppedAt: number | null, endsAt: number | null): Expected => {
    const isLate = edges !== null && (stoppedAt ?? endsAt ?? cancelledAt ?? setting.asOf) >= edges.missedAt;
    const outcome = isLate ? "missed" : verdict;
    const late = outcome === "met" ? null : earliest([edges?.missedAt ?? [], endsAt ?? []].flat());
    const expected = {
      outcome,
      startedAt: shown(startedAt),
      stoppedAt: shown(stoppedAt),
      // What ended before it was due is due no more, or was to be then: the text does not say.
      ...((edges === null || endsAt === null || isLate) && { dueAt: shown(edges?.dueAt ?? null) }),
      missedAt: shown(late),
      figures: {
        followed: stoppedAt === null ? 0 : 1,
        followUpMs: stoppedAt === null ? null : openMs(desk, startedAt, stoppedAt),
      },
    };
    return goal === null ? withoutFigure(expected) : expected;
  };
  // Of one instant: what follows, then what ends, then what cancels.
  const first = earliest([followedAt ?? [], endedAt ?? [], cancelledAt ?? []].flat());
  if (first === null) return told("running", null, null);
  if (first === followedAt) return told("met", followedAt, null);
  if (first === endedAt) return told("missed", null, endedAt);
  const cancelled = told("running", null, null);
  return edges !== null && first >= edges.missedAt ? cancelled : notApplicable;
}
