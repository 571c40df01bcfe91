/**
 * Policy commitments: random promises in the shapes in which they are usually written.
 */

import fc from "fast-check";
import type { EventDocument } from "../../src/policy/documents/document-parts.ts";
import type { Target } from "../oracle/policy/types.ts";
import { changes, often, targets } from "./policy-parts.ts";

const CUSTOMER: EventDocument = { event: "message", actor: "customer" };
const RESPONDER: EventDocument = { event: ["message", "call"], actor: "responder" };

type Shape = Pick<Target, "start" | "stop" | "reopening"> & Partial<Target>;
const reopening = fc.constantFrom<Target["reopening"]>("ignore", "resume", "resume", "count", "count", "new-cycle");
const reopen = fc.constantFrom<NonNullable<Target["reopen"]>>("reopened", ["reopened", CUSTOMER], "opened");

/** The last two rarely find their events. */
const WEIGHTS = [3, 6, 3, 3, 2, 1];
const shapes: readonly fc.Arbitrary<Shape>[] = [
  fc.constant<Shape>({ start: "opened", stop: RESPONDER, reopening: "ignore" }),
  fc.record({
    start: fc.constant<Target["start"]>("opened"),
    stop: fc.constantFrom<Target["stop"]>("resolved", [
      "resolved",
      { event: "noted", where: { final: ["true", "1"] } },
    ]),
    reopening,
    reopen,
  }),
  fc.constant<Shape>({
    start: CUSTOMER,
    after: RESPONDER,
    stop: [RESPONDER, "resolved"],
    reopening: "new-cycle",
    optional: "start",
  }),
  fc.record({
    start: fc.constant<Target["start"]>("opened"),
    stop: fc.constant<Target["stop"]>("resolved"),
    reset: fc.constant<NonNullable<Target["reset"]>>(RESPONDER),
    reopening,
  }),
  fc.record({
    start: fc.constant<Target["start"]>({ event: "assigned", where: { team: "network" } }),
    stop: fc.constant<Target["stop"]>({ event: "assigned", not: { team: "network" } }),
    reopening,
    optional: fc.constant(true),
  }),
  fc.constant<Shape>({
    start: ["opened", CUSTOMER],
    stop: { event: "message", person: "referent" },
    reopening: "ignore",
    optional: true,
  }),
];

/** What every commitment may have beside its shape and its target, one or two of them. */
const EXTRAS: readonly fc.Arbitrary<Partial<Target>>[] = [
  fc.record({
    waive: fc.constantFrom<NonNullable<Target["waive"]>>("dropped", { event: "dropped", not: { by: ["bot"] } }),
  }),
  fc.constant({ pauses: false }),
  fc.record({ optional: fc.constantFrom(true, "start" as const) }),
  fc.record({ atRisk: fc.constantFrom([0.5], [0.25, 0.75, 1], [0.9]) }),
  fc.record({ goal: fc.constantFrom(0.5, 0.8, 1) }),
  fc.record({ goal: fc.constantFrom(0.5, 0.75) }),
  fc.record({ conditions: fc.subarray(["force", "paid", "contact"], { minLength: 1 }) }),
  fc.record({ conditions: fc.constantFrom(["force"], ["paid"], ["contact"]) }),
];
const extras: fc.Arbitrary<Partial<Target>> = fc
  .array(fc.oneof(...EXTRAS), { maxLength: 3 })
  .map((all) => Object.assign({}, ...all) as Partial<Target>);

/** Whether no hours are promised: shares at risk are refused. */
export function isWithoutHours(target: Target["target"]): boolean {
  const cells = "by" in target ? Object.values(target.values) : [target];
  return !cells.some((cell) => cell !== null && "hours" in cell);
}

export function commitments(kinds: readonly string[], calendars: readonly string[]): fc.Arbitrary<Target> {
  return fc
    .record({
      kind: fc.constantFrom("target" as const, "target" as const, "ratio" as const),
      kinds: often<string[]>([...kinds], fc.constantFrom(...kinds.map((kind) => [kind]))),
      shape: fc.oneof(...shapes.map((arbitrary, index) => ({ arbitrary, weight: WEIGHTS[index] ?? 1 }))),
      target: targets,
      changes,
      extra: extras,
      calendar: often<string | undefined>(undefined, fc.constantFrom(...calendars), 5),
      per: fc.constantFrom("case" as const, "cycle" as const),
    })
    .map(({ shape, extra: { atRisk, ...extra }, calendar, per, ...rest }) => {
      const hasCycles = shape.reopening === "new-cycle" || shape.reset !== undefined;
      const made: Target = {
        ...rest,
        ...extra,
        // Shares are of hours.
        ...(atRisk === undefined || isWithoutHours(rest.target) ? {} : { atRisk }),
        ...shape,
        ...(hasCycles ? { per } : {}),
        ...(calendar === undefined ? {} : { calendar }),
      };
      // After a waiver it is not said whether a start or a reopening begins the next cycle.
      if (made.waive === undefined || made.reopening !== "new-cycle") return made;
      const { reopen: _, ...others } = made;
      return others;
    });
}
