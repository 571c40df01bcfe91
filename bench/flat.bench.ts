/**
 * What a deadline costs must not depend on how far it is, nor on how many holidays the calendar knows.
 */
import { createCalendar } from "../src/index.ts";
import { deskIn, FORTY_YEARS, FOUR_HOURS_MS, MS_PER_HOUR, randomFrom, startsOver } from "./desk.ts";
import { atMost, each, interleave, keep, report, sumOf, timed } from "./measure.ts";

const ITEMS = 200_000;
const BOUND = 1.5;
const MS_PER_UTC_DAY = 24 * MS_PER_HOUR;
const starts = startsOver(ITEMS, FORTY_YEARS);
const out = new Float64Array(ITEMS);

async function distance(): Promise<void> {
  const { timeline } = createCalendar(deskIn("Europe/Paris"));
  const [near, far] = [MS_PER_HOUR, 10_000 * MS_PER_HOUR] as const;
  const add = (durationMs: number) =>
    timed("addMs", () => keep(sumOf(ITEMS, (i) => timeline.addMs(starts[i]!, durationMs))));
  const addAll = (durationMs: number) => timed("addAll", () => timeline.addAll(starts, durationMs, { out }));
  const elapsed = (spanMs: number) =>
    timed("elapsedMs", () => keep(sumOf(ITEMS, (i) => timeline.elapsedMs(starts[i]!, starts[i]! + spanMs))));
  const tasks = [add(near), add(far), addAll(near), addAll(far), elapsed(near), elapsed(far)];
  const times = await interleave(tasks);
  for (const [i, what] of ["timeline.addMs", "addAll", "timeline.elapsedMs"].entries()) {
    const [nearMs, farMs] = times.slice(2 * i, 2 * i + 2) as [number, number];
    const label = `${what}, 10,000 h away, against 1 h: ${each(nearMs, ITEMS)}`;
    report([atMost(label, each(farMs, ITEMS), farMs / nearMs, BOUND)]);
  }
}

/** `count` different dates over the forty years. */
function holidayList(count: number): { dates: string[]; from: string; to: string } {
  const random = randomFrom(3);
  const [firstDay, days] = [Date.UTC(2000, 0, 1) / MS_PER_UTC_DAY, 14_610];
  const dates = new Set<string>();
  while (dates.size < count) {
    const day = firstDay + Math.floor(random() * days);
    dates.add(new Date(day * MS_PER_UTC_DAY).toISOString().slice(0, 10));
  }
  return { dates: [...dates], from: "1990-01-01", to: "2100-12-31" };
}

async function holidays(): Promise<void> {
  const timelines = [10, 10_000].map(
    (count) => createCalendar({ ...deskIn("Europe/Paris"), holidays: [holidayList(count)] }).timeline,
  );
  const times = await interleave([
    ...timelines.map((timeline) =>
      timed("addMs", () => keep(sumOf(ITEMS, (i) => timeline.addMs(starts[i]!, FOUR_HOURS_MS)))),
    ),
    ...timelines.map((timeline) => timed("addAll", () => timeline.addAll(starts, FOUR_HOURS_MS, { out }))),
  ]);
  for (const [i, what] of ["timeline.addMs", "addAll"].entries()) {
    const [fewMs, manyMs] = times.slice(2 * i, 2 * i + 2) as [number, number];
    const label = `${what}, 10,000 holidays, against 10: ${each(fewMs, ITEMS)}`;
    report([atMost(label, each(manyMs, ITEMS), manyMs / fewMs, BOUND)]);
  }
}

await distance();
await holidays();
