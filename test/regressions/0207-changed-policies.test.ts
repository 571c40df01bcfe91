/**
 * A ready policy could be changed inside, and later calls then failed or judged by something else. Every place is walked in
 * test/unit/doors/frozen.test.ts; here one of each sort is tried.
 */
import { expect, it } from "vitest";
import { clipIndustrie, clipIndustrieDefinition } from "../../src/charters/clip-industrie.ts";
import { definePolicy, evaluate } from "../../src/index.ts";

const CASES = [{ id: "T1", kind: "anomaly", events: [{ type: "called", at: "2026-05-22T16:00+02:00" }] }];
const verdict = (): unknown => evaluate(clipIndustrie, CASES, { asOf: "2026-05-26T16:00+02:00" }).cases;

it("nothing that is tried changes what the next call answers", () => {
  const before = JSON.stringify(verdict());
  const inside = clipIndustrie as never as {
    versions: { commitments: Map<string, Record<string, unknown>> }[];
    calendars: Map<string, unknown>;
  };
  const anomaly = inside.versions[0]!.commitments.get("anomaly")!;
  for (const change of [
    () => inside.versions[0]!.commitments.delete("anomaly"),
    () => inside.calendars.clear(),
    () => Object.assign(anomaly, { target: null }),
    () => Object.assign(anomaly["target"] as object, { targetMs: 1 }),
    () => (anomaly["kinds"] as Set<string>).clear(),
    () => (anomaly["conditions"] as unknown[]).push({}),
    () => Object.assign(clipIndustrieDefinition.commitments["anomaly"] as object, { start: "x" }),
  ])
    expect(change).toThrow(TypeError);
  expect(JSON.stringify(verdict())).toBe(before);
});

it("the document is copied to be changed", () => {
  const mine = structuredClone(clipIndustrieDefinition) as { title: string };
  mine.title = "mine";
  expect(definePolicy(mine as never).document.title).toBe("mine");
});
