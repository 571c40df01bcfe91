/**
 * The library against recorded cases, through the face and through the timeline.
 *
 * The expected answers were worked out by programs that are not this library; test/oracle agrees with all of them.
 */

import { describe, expect, it } from "vitest";
import { calendarOf, type MsCalendar } from "../helpers/calendar.ts";
import { argumentsMs, expectedMs, readVectors, type VectorCase } from "../helpers/vectors.ts";

const vectors = readVectors();

function askFace(desk: MsCalendar, vector: VectorCase): unknown {
  const [first, second] = argumentsMs(vector);
  if (vector.op === "windows") return desk.windows(first, second).map(({ start, end }) => [start, end]);
  // A question of one argument takes options in the place of the second.
  return vector.args.length < 2 ? desk[vector.op](first, undefined as never) : desk[vector.op](first, second as never);
}

function askTimeline({ timeline }: MsCalendar, vector: VectorCase): unknown {
  const [first, second] = argumentsMs(vector);
  if (vector.op === "windows") return timeline.windowsMs(first, second).map(([start, end]) => [start, end]);
  return timeline[`${vector.op}Ms`](first, second);
}

describe("business-time vectors", () => {
  for (const [name, definition] of Object.entries(vectors.calendars)) {
    const cases = vectors.cases.filter((vector) => vector.calendar === name);
    const expected = cases.map(({ id, op, expected: answer }) => ({ id, op, answer: expectedMs(answer) }));
    for (const [through, ask] of [["face", askFace], ["timeline", askTimeline]] as const) {
      it(`${name} (${definition.timeZone}), ${cases.length} cases through the ${through}`, () => {
        const desk = calendarOf(definition);
        expect(cases.map((vector) => ({ id: vector.id, op: vector.op, answer: ask(desk, vector) }))).toEqual(expected);
      });
    }
  }
});
