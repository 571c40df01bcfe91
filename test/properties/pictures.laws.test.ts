/**
 * Laws of a deadline's picture: what is drawn adds up to what elapsed, what is open is what the calendar says, and marks lie at
 * their instants, in every zone and across every change of its clock.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar, definePolicy, evaluate } from "../../src/index.ts";
import {
  type DeadlinePicture,
  deadlinePicture,
  deadlineSvg,
  deadlineText,
  type Lane,
  resultPicture,
} from "../../src/report/index.ts";
import { policyBatches } from "../arbitraries/policy-cases.ts";
import { scenarios } from "../arbitraries/scenarios.ts";
import { law } from "../helpers/law.ts";
import { announceSeed, PROPERTY_TIMEOUT_MS, runs } from "../helpers/runs.ts";
import { dayNumber, WALL_MS_PER_DAY } from "../oracle/civil.ts";
import { offsetAt, startOfDay } from "../oracle/zone.ts";
import { drawnMs, grainMs } from "../unit/report/deadline-svg/picture-geometry.ts";

announceSeed("pictures.laws");

const lanesOf = ({ rows }: DeadlinePicture): Lane[] => rows.filter((row): row is Lane => row.kind === "lane");
const lengthOf = (bands: Lane["open"]): number => bands.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
const sumOf = ({ rows }: DeadlinePicture): number => rows.reduce((sum, { countedMs }) => sum + countedMs, 0);

/** What is drawn of what counts is the lanes' share of it, as finely as it can be drawn. */
function expectDrawn(picture: DeadlinePicture, svg: string): void {
  const lanes = lanesOf(picture);
  const bands = lanes.reduce((sum, { counted, late }) => sum + counted.length + late.length, 0);
  const counted = lanes.reduce((sum, { countedMs }) => sum + countedMs, 0);
  expect(Math.abs(drawnMs(svg, "counted", "late") - counted)).toBeLessThanOrEqual((bands + 1) * 2 * grainMs(svg));
}

describe("of a deadline", () => {
  law(
    "what counts adds up to the duration, in at most forty rows",
    scenarios(),
    ({ definition, instants, durations }) => {
      const desk = createCalendar(definition as never, { output: "ms" });
      const picture = deadlinePicture(desk, instants[0], durations[1]);
      expect(picture.countedMs).toBe(durations[1]);
      expect(sumOf(picture)).toBe(durations[1]);
      expect(picture.rows.length).toBeLessThanOrEqual(40);
      expectDrawn(picture, deadlineSvg(picture));
    },
  );

  law(
    "what is open on a lane is what the calendar has open on its date",
    scenarios(),
    ({ definition, instants, durations }) => {
      const desk = createCalendar(definition as never, { output: "ms" });
      const zone = definition.timeZone;
      for (const lane of lanesOf(deadlinePicture(desk, instants[0], durations[2]))) {
        const day = dayNumber(lane.date);
        const [fromMs, toMs] = [startOfDay(zone, day), startOfDay(zone, day + 1)];
        // Around a midnight that the clock shows twice, the date that it shows is not the date of the edges.
        if (lane.ms !== toMs - fromMs || fromMs === toMs) continue;
        expect(lengthOf(lane.open)).toBe(desk.timeline.elapsedMs(fromMs, toMs));
      }
    },
  );

  law("marks lie at their instants", scenarios(), ({ definition, instants, durations }) => {
    const desk = createCalendar(definition as never, { output: "ms" });
    const zone = definition.timeZone;
    for (const { at, date, wallMs } of deadlinePicture(desk, instants[0], durations[0]).marks) {
      const wall = dayNumber(date) * WALL_MS_PER_DAY + wallMs;
      const instant = Date.parse(at);
      // An end at midnight is the millisecond after the last one of its date.
      expect([instant + offsetAt(zone, instant), instant - 1 + offsetAt(zone, instant - 1) + 1]).toContain(wall);
    }
  });
});

describe("of a case", () => {
  it(
    "what counts adds up to what elapsed, and the text says so",
    () => {
      fc.assert(
        fc.property(policyBatches(), ({ document, cases, asOf, register }) => {
          const policy = definePolicy(document as never);
          const options = { asOf, segments: true, ...(register === null ? {} : { register }) };
          const evaluation = evaluate(policy, cases as never, options as never);
          for (const found of evaluation.cases) {
            for (const [id, result] of Object.entries(found.commitments)) {
              const picture = resultPicture(policy, found, id, evaluation.asOf);
              expect(picture === undefined).toBe((result.startedAt ?? null) === null);
              if (picture === undefined) continue;
              const svg = deadlineSvg(picture);
              const text = deadlineText(picture);
              expect(text.split("\n")).toHaveLength(picture.rows.length + 2);
              expectDrawn(picture, svg);
              expect(sumOf(picture)).toBe(picture.countedMs);
              if (result.segments !== undefined && result.elapsedMs !== undefined)
                expect(picture.countedMs).toBe(result.elapsedMs);
            }
          }
        }),
        { ...runs(), numRuns: Math.ceil(runs().numRuns! / 4) },
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});
