/**
 * The promises of a policy that a workbook can judge: hours of open time from a call to help.
 */
import type { ReadyPolicy } from "../policy/policy.ts";
import { MS_PER_HOUR } from "../time/units.ts";

/** Hours of open time for a kind of ticket. */
export interface SheetPromise {
  readonly kind: string;
  readonly hours: number;
  readonly title: string;
}

/** A clock with a target, and one figure of it. */
type Target = Extract<ReadyPolicy["commitments"][number], { readonly kind: "target" | "ratio" }>["target"];
type Figure = Extract<Target, { readonly unit: string }>;

/** Why a workbook cannot judge a target: it is in days, in other hours than open time, or on a calendar of its own. */
export type LeftOutWhy = "days" | "hours" | "calendar";

/** A target, or a cell of its table, that a workbook cannot judge. */
export interface LeftOut {
  /** Id of the promise, of a cell with the value of its fact behind it: `resolution P1`. */
  readonly id: string;
  readonly why: LeftOutWhy;
}

/** What a policy promises, as far as a workbook can judge it, and the targets that it cannot. */
export interface SheetPromises {
  readonly promises: readonly SheetPromise[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The hour targets of a policy: one for each kind of case, and of a table by a fact one for each of its values; a kind with two
 * promises has both, each with the promise's id behind its name.
 *
 * Left out: targets in days, on other hours than open time, on a calendar of their own. A cell that promises nothing is no promise.
 */
export function promisesOf({ commitments, document }: ReadyPolicy): SheetPromises {
  const leftOut: LeftOut[] = [];
  const found: { id: string; kind: string; value: string | undefined; hours: number; title: string }[] = [];
  for (const commitment of commitments) {
    if (commitment.kind !== "target" && commitment.kind !== "ratio") continue;
    const { id, target, calendar, kinds, title = id } = commitment;
    const isElsewhere = calendar !== undefined && calendar !== document.calendar;
    for (const [value, figure] of cellsOf(target)) {
      const why = isElsewhere ? "calendar" : whyLeftOut(figure);
      if (why !== undefined) leftOut.push({ id: value === undefined ? id : `${id} ${value}`, why });
      else if (figure.unit === "hours")
        for (const kind of kinds) found.push({ id, kind, value, hours: figure.targetMs / MS_PER_HOUR, title });
    }
  }
  const promises = found.map(({ id, kind, value, hours, title }) => {
    const isAlone = found.every((other) => other.kind !== kind || other.id === id);
    const name = isAlone ? kind : `${kind}: ${id}`;
    return value === undefined
      ? { kind: name, hours, title }
      : { kind: `${name} ${value}`, hours, title: `${title} (${value})` };
  });
  return { promises, leftOut };
}

/** The figures of a target with the values of its fact; of one without a table its own. */
function cellsOf(target: Target): (readonly [value: string | undefined, figure: Figure])[] {
  if ("unit" in target) return [[undefined, target]];
  return [...target.figures].flatMap(([value, figure]) => (figure === null ? [] : [[value, figure] as const]));
}

function whyLeftOut(figure: Figure): LeftOutWhy | undefined {
  if (figure.unit === "days") return "days";
  return figure.count === "open" ? undefined : "hours";
}
