/**
 * Serial numbers. The values are those of ECMA-376 part 1, §18.17.4.1, and OpenFormula 1.2, §4.3.2; 1 January 2024 is 45292 in
 * Excel, LibreOffice and Google Sheets.
 */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { DATE_SYSTEMS, type DateSystem, serialOfWall, wallOfSerial } from "../../../src/spreadsheet/date-system.ts";
import { announceSeed, runs } from "../../helpers/runs.ts";

announceSeed("date-system");

const wall = (text: string): number => Date.parse(`${text}Z`);

describe("a serial number is a date and time", () => {
  test.for([
    ["1900", 1, "1900-01-01T00:00"],
    ["1900", 59, "1900-02-28T00:00"],
    ["1900", 61, "1900-03-01T00:00"],
    ["1900", 45_292, "2024-01-01T00:00"],
    ["1900", 45_292.5, "2024-01-01T12:00"],
    ["1904", 0, "1904-01-01T00:00"],
    ["1904", 1, "1904-01-02T00:00"],
    ["1904", 43_830.25, "2024-01-01T06:00"],
    ["1899-12-30", 2, "1900-01-01T00:00"],
    ["1899-12-30", 60, "1900-02-28T00:00"],
    ["1899-12-30", 61, "1900-03-01T00:00"],
    ["1899-12-30", 45_292, "2024-01-01T00:00"],
  ] as [DateSystem, number, string][])("%s: %d is %s", ([system, serial, text]) => {
    expect(wallOfSerial(serial, system)).toBe(wall(text));
    expect(serialOfWall(wall(text), system)).toBe(serial);
  });

  it("29 February 1900 never was, and before 1 January 1900 there is no date, in the system of 1900", () => {
    for (const serial of [60, 60.5, 0, 0.5, -1]) expect(wallOfSerial(serial, "1900")).toBeUndefined();
    expect(wallOfSerial(59.999_999_9, "1900")).toBeUndefined();
  });

  it("what a reader loses of a second is given back", () => {
    // 09:29:59.999 and 09:30:00.001 are 09:30.
    const nine30 = 45_292 + (9.5 * 3600) / 86_400;
    for (const offMs of [-1, 0, 1])
      expect(wallOfSerial(nine30 + offMs / 86_400_000, "1900")).toBe(wall("2024-01-01T09:30"));
  });

  it("every second of the supported years is one serial, there and back", () => {
    const seconds = fc.integer({ min: wall("1904-01-01T00:00") / 1000, max: wall("2200-01-01T00:00") / 1000 - 1 });
    fc.assert(
      fc.property(seconds, fc.constantFrom(...DATE_SYSTEMS), (second, system) => {
        expect(wallOfSerial(serialOfWall(second * 1000, system), system)).toBe(second * 1000);
      }),
      runs(),
    );
  });
});
