/**
 * The outside judge: the package opening_hours reads the same texts, and is open at the same times.
 *
 * It answers in the zone of its process, so it runs in one of its own, in UTC, and our calendars are in UTC too.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCalendar, isOuvreeError } from "../../../src/index.ts";
import { parseOpeningHours, printOpeningHours } from "../../../src/opening-hours/index.ts";
import { openingHoursTexts, plainDefinitions } from "../../arbitraries/opening-hours.ts";
import { announceSeed, runsOf, SEED } from "../../helpers/runs.ts";

announceSeed("opening-hours/judge");

type Intervals = readonly (readonly [number, number])[];

const PROGRAM = fileURLToPath(new URL("../../helpers/opening-hours-judge.mjs", import.meta.url));
const options = { timeZone: "UTC", holidays: ["FR"] };

function judged(texts: readonly string[], from: number, to: number): readonly (Intervals | string)[] {
  const out = execFileSync(process.execPath, [PROGRAM], {
    input: JSON.stringify({ texts, from, to }),
    env: { ...process.env, TZ: "UTC" },
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const { zone, answers } = JSON.parse(out) as { zone: string; answers: (Intervals | string)[] };
  expect(["UTC", "Etc/UTC"]).toContain(zone);
  // It cuts at midnight what another rule goes on with.
  return answers.map((answer) => (typeof answer === "string" ? answer : merged(answer)));
}

function merged(intervals: Intervals): Intervals {
  const found: [number, number][] = [];
  for (const [start, end] of intervals) {
    const last = found.at(-1);
    if (last !== undefined && last[1] >= start) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

function ours(text: string, from: number, to: number): Intervals {
  return createCalendar(parseOpeningHours(text, options), { output: "ms" }).timeline.windowsMs(from, to);
}

const TEN_YEARS = [Date.UTC(2020, 0, 1), Date.UTC(2030, 0, 1)] as const;
/** With 29 February, and New Year twice. */
const TWO_YEARS = [Date.UTC(2027, 6, 1), Date.UTC(2029, 6, 1)] as const;

test.each([
  "24/7; PH off",
  "Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00; PH off",
  "Mo-Su,PH 10:00-18:00; Dec 24 10:00-14:00; Dec 25-Jan 02 off",
  "Mo-Th 18:00-02:00, Fr,Sa 18:00-26:00",
  "Mo-Fr 22:00-06:00",
  "PH off; Dec 31 20:00-04:00",
  "Mo-Fr 09:00-17:00; 2024 Jul-Aug Mo-Fr 09:00-12:00; PH off; 2026 Aug 03-14 off; 2026 Dec 24 13:00-24:00 off",
  "Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 09:00-12:00; Feb 29 off; Feb 29-Mar 02 off",
  "10:00-18:00; Tu off; Nov-Feb 11:00-16:00; Dec 24,Dec 31 11:00-13:00; 2025 off",
  "Mo-Sa 08:00-20:00; Mo-Fr 12:00-14:00 off; Su,PH off",
])("ten years of %s", (text) => {
  const [judge] = judged([text], ...TEN_YEARS);
  expect(ours(text, ...TEN_YEARS)).toEqual(judge);
});

test("its public holidays of France are ours, 2020 to 2029: no difference is known", () => {
  const dayMs = 86_400_000;
  const days = (intervals: Intervals): string[] =>
    intervals.flatMap(([start, end]) =>
      Array.from({ length: (end - start) / dayMs }, (_, day) =>
        new Date(start + day * dayMs).toISOString().slice(0, 10),
      ),
    );
  const [judge] = judged(["off; PH open"], ...TEN_YEARS);
  const calendar = createCalendar({ timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] }, holidays: ["FR"] });
  const known = calendar.holidays("2020-01-01", "2029-12-31").map(({ date }) => date);
  expect(judge).not.toBeTypeOf("string");
  const ownDays = days(judge as Intervals);
  expect(known.filter((date) => !ownDays.includes(date))).toEqual([]);
  expect(ownDays.filter((date) => !known.includes(date))).toEqual([]);
});

test.each([
  ["within February, to its last day: the 28th of a common year", "Mo-Su 10:00-12:00; Feb 10-28 off", "2027-02-15"],
  [
    "a night before a holiday, which it cuts at midnight and a calendar does not",
    "Mo-Su 22:00-06:00; PH off",
    "2026-05-01",
  ],
])("where the judge differs: %s", (_, text, date) => {
  const from = Date.parse(date);
  const [judge] = judged([text], from, from + 86_400_000);
  const refused = (() => {
    try {
      return ours(text, from, from + 86_400_000);
    } catch (error) {
      return isOuvreeError(error) ? "refused" : error;
    }
  })();
  // The first is open there and closed here, as the specification says; the second is refused, not guessed.
  expect([judge?.length, refused]).toEqual(date === "2027-02-15" ? [1, []] : [0, "refused"]);
});

describe("two years of random hours", () => {
  const [TEXTS, DEFINITIONS] = [runsOf(60, 15), runsOf(40, 10)];
  const carried = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch (error) {
      if (isOuvreeError(error)) return undefined;
      throw error;
    }
  };

  test("texts that are carried mean the same", () => {
    const samples = fc.sample(openingHoursTexts, { seed: SEED, numRuns: 400 });
    const texts = samples
      .filter((text) => carried(() => parseOpeningHours(text, options)) !== undefined)
      .slice(0, TEXTS);
    expect(texts.length, `seed ${SEED}`).toBeGreaterThan(TEXTS / 3);
    const answers = judged(texts, ...TWO_YEARS);
    for (const [index, text] of texts.entries()) {
      // The judge takes the hours behind a year and a month for a day, and cannot read on.
      if (/\d{4} [A-Z][a-z]{2} \d\d:/.test(text)) expect(answers[index]).toBeTypeOf("string");
      else expect(ours(text, ...TWO_YEARS), `${text} (seed ${SEED})`).toEqual(answers[index]);
    }
  });

  test("printed definitions mean the same", () => {
    const kind = plainDefinitions({ yearly: true, overnight: true });
    const definitions = fc.sample(kind, { seed: SEED, numRuns: 100 }).map((each) => ({ ...each, timeZone: "UTC" }));
    const printed = definitions.flatMap((definition) => {
      const text = carried(() => printOpeningHours(definition));
      return text === undefined ? [] : [{ definition, text }];
    });
    const some = printed.slice(0, DEFINITIONS);
    expect(some.length, `seed ${SEED}`).toBeGreaterThan(DEFINITIONS / 3);
    const answers = judged(
      some.map(({ text }) => text),
      ...TWO_YEARS,
    );
    for (const [index, { definition, text }] of some.entries()) {
      const own = createCalendar(definition, { output: "ms" }).timeline.windowsMs(...TWO_YEARS);
      expect(own, `${text} (seed ${SEED})`).toEqual(answers[index]);
    }
  });
});
