import { expect, it } from "vitest";
import { formatTime, parseTime } from "../../../src/time/civil-time.ts";

it("reads HH:MM from 00:00 to 24:00 as minutes of the date", () => {
  expect(["00:00", "00:01", "09:30", "23:59", "24:00"].map(parseTime)).toEqual([0, 1, 570, 1439, 1440]);
});

it("writes what it reads", () => {
  for (const minutes of [0, 1, 59, 60, 570, 1439, 1440]) expect(parseTime(formatTime(minutes))).toBe(minutes);
});

it.each([
  ["9:00"],
  ["09:60"],
  ["25:00"],
  ["24:01"],
  ["09:00:00"],
  [" 09:00"],
  ["09:00\n"],
  ["٠٩:٠٠"],
  ["０９:００"],
  [""],
])("%j is no civil time", (text) => {
  expect(parseTime(text)).toBeUndefined();
});
