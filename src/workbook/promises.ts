/**
 * The promises of a policy that a workbook can judge: hours of open time from a call to help.
 */
import type { Policy } from "../index.ts";
import { MS_PER_HOUR } from "../time/units.ts";

/** Hours of open time for a kind of ticket. */
export interface SheetPromise {
  readonly kind: string;
  readonly hours: number;
  readonly title: string;
}

/** What a policy promises, as far as a workbook can judge it, and the ids of the targets that it cannot. */
export interface SheetPromises {
  readonly promises: readonly SheetPromise[];
  readonly leftOut: readonly string[];
}

/**
 * The hour targets of a policy, one for each kind of case; a kind with two has both, each with the promise's id behind its name.
 *
 * Left out: targets in days, by a table of a fact, on other hours than open time, on a calendar of their own.
 */
export function promisesOf({ commitments, document }: Policy): SheetPromises {
  const leftOut: string[] = [];
  const found: (SheetPromise & { readonly id: string })[] = [];
  for (const commitment of commitments) {
    if (commitment.kind !== "target" && commitment.kind !== "ratio") continue;
    const { id, target, calendar, kinds, title = id } = commitment;
    const isJudged = "unit" in target && target.unit === "hours" && target.count === "open";
    if (!isJudged || (calendar !== undefined && calendar !== document.calendar)) leftOut.push(id);
    else for (const kind of kinds) found.push({ id, kind, hours: target.targetMs / MS_PER_HOUR, title });
  }
  const promises = found.map(({ id, kind, hours, title }) => {
    const isAlone = found.filter((other) => other.kind === kind).length === 1;
    return { kind: isAlone ? kind : `${kind}: ${id}`, hours, title };
  });
  return { promises, leftOut };
}
