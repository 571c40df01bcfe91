/**
 * `UTC-2` named no zone, though there is one, under the sign of POSIX; errors of `addAll` named no index.
 */
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../src/index.ts";
import { nearestZone } from "../../src/time/zone-name.ts";
import { expectRefusal } from "../unit/refusals.ts";

const desk = createCalendar({ timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } }, { output: "ms" });

describe("a fixed offset", () => {
  it.each([
    ["UTC-2", "Etc/GMT+2"],
    ["utc+2", "Etc/GMT-2"],
    ["UTC+05:00", "Etc/GMT-5"],
    ["-02:00", "Etc/GMT+2"],
    ["GMT-0300", "Etc/GMT+3"],
    ["UTC+0", "UTC"],
    ["UTC+05:30", undefined],
    ["UTC+20", undefined],
  ])("%s names %s", (text, zone) => {
    expect(nearestZone(text)).toBe(zone);
  });

  it("says the sign of the name", () => {
    expectRefusal(() => desk.isOpen(0, { zone: "UTC-2" }), {
      code: "time.unknown-zone",
      path: ["zone"],
      message: 'zone: "UTC-2" is not a time zone; did you mean "Etc/GMT+2" (+ is behind UTC)?',
    });
  });

  it("is the offset that was meant: noon in UTC-2 is 14:00 in UTC", () => {
    expect(desk.nextOpen("2026-05-22T12:00", { zone: "Etc/GMT+2" })).toBe(Date.UTC(2026, 4, 22, 14));
  });
});

it("the item of a column is named", () => {
  const starts = Array.from({ length: 20 }, (_, i) => (i === 17 ? "2026-05-22" : 0)) as number[];
  expectRefusal(() => desk.addAll(starts, 1), {
    code: "calendar.bad-column",
    path: ["starts", 17],
    message: 'starts[17]: "2026-05-22" is not a number of ms',
  });
});
