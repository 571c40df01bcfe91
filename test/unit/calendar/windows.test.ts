/**
 * Open intervals of a period. Source: the contract's semantics §3 and its list of bad input (windows).
 */

import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/index.ts";
import { processorMs } from "../../helpers/processor-time.ts";
import { expectRefusal, SUPPORT } from "../refusals.ts";

const desk = createCalendar(SUPPORT, { output: "iso" });
const GENEROUS_MS = 2_000;

/** Windows as "05-22T14:00 05-22T17:00". */
const windows = (from: string, to: string): string[] =>
  desk.windows(from, to).map(({ start, end }) => `${start.slice(5, 16)} ${end.slice(5, 16)}`);

describe("windows", () => {
  it("are clipped to the period, in order", () => {
    expect(windows("2026-05-22T10:00+02:00", "2026-05-26T10:00+02:00")).toEqual([
      "05-22T10:00 05-22T12:00",
      "05-22T14:00 05-22T17:00",
      "05-26T09:00 05-26T10:00",
    ]);
  });

  it("of a period without open time, or of no length, are none", () => {
    expect(windows("2026-05-22T12:00+02:00", "2026-05-22T14:00+02:00")).toEqual([]);
    expect(windows("2026-05-23T00:00+02:00", "2026-05-26T09:00+02:00")).toEqual([]);
    expect(windows("2026-05-22T10:00+02:00", "2026-05-22T10:00+02:00")).toEqual([]);
  });

  it("of a ms are that ms, or none", () => {
    expect(desk.windows("2026-05-22T16:59:59.999+02:00", "2026-05-22T17:00+02:00")).toMatchObject([{ ms: 1 }]);
    expect(desk.windows("2026-05-22T17:00+02:00", "2026-05-22T17:00:00.001+02:00")).toEqual([]);
  });

  it("carry their length in ms of real time: the night of the change is an hour shorter or longer", () => {
    const nights = createCalendar({ timeZone: "Europe/Paris", week: { sat: ["22:00-06:00"] } });
    const hours = (from: string, to: string): number[] => nights.windows(from, to).map(({ ms }) => ms / 3_600_000);
    expect(hours("2026-03-28T12:00+01:00", "2026-03-29T12:00+02:00")).toEqual([7]);
    expect(hours("2026-10-24T12:00+02:00", "2026-10-25T12:00+01:00")).toEqual([9]);
    expect(hours("2026-05-23T12:00+02:00", "2026-05-24T12:00+02:00")).toEqual([8]);
  });
});

describe("a period that is refused", () => {
  it("is one whose start is after its end", () => {
    const [from, to] = ["2026-05-22T10:00:00.001+02:00", "2026-05-22T10:00+02:00"];
    for (const ask of [() => desk.windows(from, to), () => desk.segments(from, to)]) {
      expectRefusal(ask, { code: "time.bad-period", message: /start is after its end.*swap/ });
    }
  });

  it("is one of centuries, by the number of its intervals", () => {
    const wide = createCalendar({ ...SUPPORT, holidays: [] });
    const expected = { code: "calendar.too-many-intervals", message: /more than 100000/ };
    expectRefusal(() => wide.windows("1900-01-02T00:00Z", "2199-12-30T00:00Z"), expected);
    expectRefusal(() => wide.segments("1900-01-02T00:00Z", "2199-12-30T00:00Z"), expected);
  });

  it("is one of centuries of 288 windows a day, soon, and not after all of them are made", () => {
    const time = (minutes: number): string =>
      `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    const day = Array.from({ length: 288 }, (_, i) => `${time(5 * i)}-${time(5 * i + 4)}`);
    const dense = createCalendar({ timeZone: "Europe/Paris", week: { "mon-sun": day } });
    const start = processorMs();
    expectRefusal(() => dense.windows("1950-01-01T00:00Z", "2100-01-01T00:00Z"), {
      // How far a search may go follows from the definition; it ends before so many intervals are made.
      code: "calendar.too-far",
    });
    expect(processorMs() - start).toBeLessThan(GENEROUS_MS);
  });
});
