/**
 * Which cases a detection counts: those on a module on which the customer was not trained.
 */
import { insideOf } from "../../calendar/internal.ts";
import { civilDayAt } from "../../clock/beyond.ts";
import { compareMoments, inOrder } from "../cases/moments.ts";
import type { ReadRegister } from "../cases/read-register.ts";
import { beyondReachIs } from "../instants.ts";
import type { Judged } from "../judge-case.ts";
import { tierOn } from "./allowance.ts";
import type { DetectedCase } from "./detection.ts";
import { firstOf } from "./of-case.ts";

/** What a case adds to the detections of its version. */
export function detectedOf({ found, setting }: Judged, register: ReadRegister | undefined): DetectedCase[] {
  const customer = found.customer === undefined ? undefined : register?.customers.get(found.customer);
  if (customer === undefined) return [];
  return [...setting.version.commitments.values()].flatMap((commitment): DetectedCase[] => {
    if (commitment.kind !== "detection" || !commitment.caseKinds.has(found.kind)) return [];
    const start = firstOf(found, commitment.start, customer);
    // A call is a need for training, whatever became of it; what comes after a cancellation is not read.
    const cancel = firstOf(found, setting.policy.cancel, customer);
    if (start !== undefined && cancel !== undefined && compareMoments(start, cancel) > 0) return [];
    const inTime = inOrder(found.events);
    const modules = [found.facts["module"], ...inTime.map(({ members }) => members["module"])];
    const module = modules.find((each) => typeof each === "string" && each !== "");
    if (start === undefined || typeof module !== "string") return [];
    return beyondReachIs([], () => {
      const { timeline } = insideOf(setting.calendarAt(commitment, start).calendar);
      const day = civilDayAt(timeline, start.atMs);
      if (tierOn(customer, module, day) === "trained") return [];
      return [{ commitment: commitment.id, customer: customer.id, module, id: found.id, day }];
    });
  });
}
