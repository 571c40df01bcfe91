/**
 * Long texts: no reader of texts takes more than linear time. The bound is generous for a shared machine; the aim of
 * the contract is 50 ms for 100,000 characters.
 */

import { describe, expect, it } from "vitest";
import type { DurationInput, InstantInput } from "../../../src/index.ts";
import { processorMs } from "../../helpers/processor-time.ts";
import { ALWAYS, make, refusal } from "../refusals.ts";

const GENEROUS_MS = 1_000;
const LENGTH = 100_000;

const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ["ones", "1".repeat(LENGTH)],
  ["spaces and a letter", `${" ".repeat(LENGTH)}x`],
  ["an instant and ones", `2026-05-22T14:00:00.${"1".repeat(LENGTH)}`],
  ["an instant and spaces", `2026-05-22T14:00Z${" ".repeat(LENGTH)}`],
  ["an instant and brackets", `2026-05-22T14:00Z${"[UTC]".repeat(LENGTH / 5)}`],
  ["a duration and ones", `PT${"1".repeat(LENGTH)}H`],
  ["hours over and over", `P${"T1H".repeat(LENGTH / 3)}`],
  ["dashes", "-".repeat(LENGTH)],
  ["windows in one text", "09:00-12:00,".repeat(LENGTH / 12)],
  ["weekdays in one key", "mon,".repeat(LENGTH / 4)],
  ["slashes", "Europe/".repeat(LENGTH / 7)],
];

const week = { mon: ["09:00-12:00"] };

const READERS: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ["an instant", (text) => ALWAYS.isOpen(text as InstantInput)],
  ["an instant in a zone", (text) => ALWAYS.isOpen(text as InstantInput, { zone: "UTC" })],
  ["a zone of a question", (text) => ALWAYS.isOpen("2026-05-22T14:00", { zone: text })],
  ["a duration", (text) => ALWAYS.add(0, text as DurationInput)],
  ["a unit of a duration", (text) => ALWAYS.add(0, { [text]: 1 })],
  ["a civil date", (text) => ALWAYS.day(text)],
  ["a roll", (text) => ALWAYS.addWorkingDays("2026-05-22", 1, { roll: text as never })],
  ["a time zone", (text) => make({ timeZone: text, week })],
  ["a window", (text) => make({ timeZone: "UTC", week: { mon: [text] } })],
  ["an end of a window", (text) => make({ timeZone: "UTC", week: { mon: [`09:00-${text}`] } })],
  ["a weekday", (text) => make({ timeZone: "UTC", week: { [text]: ["09:00-12:00"] } })],
  ["an exception's date", (text) => make({ timeZone: "UTC", week, exceptions: { [text]: [] } })],
  ["a source of holidays", (text) => make({ timeZone: "UTC", week, holidays: [text] })],
  ["a holiday's date", (text) => make({ timeZone: "UTC", week, holidays: [{ dates: [text] }] })],
  ["a closure", (text) => make({ timeZone: "UTC", week, closures: [text] })],
  ["an id to reopen", (text) => make({ timeZone: "UTC", week, reopen: [text] })],
  ["a key of the definition", (text) => make({ timeZone: "UTC", week, [text]: 1 })],
];

describe("a text of 100,000 characters is refused at once, and not repeated whole, as", () => {
  it.each(READERS)("%s", (_, read) => {
    for (const [name, text] of TEXTS) {
      const start = processorMs();
      refusal(() => read(text));
      expect(processorMs() - start, name).toBeLessThan(GENEROUS_MS);
    }
  });
});
