/**
 * One question at a time: against the column form, and against luxon's own price for the answer's `DateTime`.
 */
import { DateTime, IANAZone } from "luxon";
import { createCalendar } from "../src/index.ts";
import { deskIn, FORTY_YEARS, FOUR_HOURS_MS, startsOver } from "./desk.ts";
import { atMost, each, interleave, keep, report, sumOf, timed } from "./measure.ts";

const zone = "Europe/Paris";
const desk = createCalendar(deskIn(zone));

async function addMsAgainstColumn(sorted: boolean): Promise<void> {
  const items = 200_000;
  const { timeline } = desk;
  const starts = startsOver(items, FORTY_YEARS);
  if (sorted) starts.sort();
  const out = new Float64Array(items);
  const [scalarMs, columnMs] = (await interleave([
    timed("addMs", () => keep(sumOf(items, (i) => timeline.addMs(starts[i]!, FOUR_HOURS_MS)))),
    timed("addAll", () => timeline.addAll(starts, FOUR_HOURS_MS, { out })),
  ])) as [number, number];
  const what = `timeline.addMs, ${sorted ? "sorted" : "random"}, against addAll's ${each(columnMs, items)}`;
  report([atMost(what, each(scalarMs, items), scalarMs / columnMs, 2)]);
}

async function addAgainstLuxon(): Promise<void> {
  const items = 20_000;
  const starts = startsOver(items, FORTY_YEARS);
  const ready = IANAZone.create(zone);
  const [deskMs, luxonMs, readyMs] = (await interleave([
    timed("add", () => keep(sumOf(items, (i) => desk.add(starts[i]!, "PT4H").valueOf()))),
    timed("zone by name", () => keep(sumOf(items, (i) => DateTime.fromMillis(starts[i]!, { zone }).valueOf()))),
    timed("zone object", () => keep(sumOf(items, (i) => DateTime.fromMillis(starts[i]!, { zone: ready }).valueOf()))),
  ])) as [number, number, number];
  report([
    atMost(
      `desk.add(ms, "PT4H"), against fromMillis' ${each(luxonMs, items)}`,
      each(deskMs, items),
      deskMs / luxonMs,
      3,
    ),
    atMost(
      `  the same, fromMillis with a zone object: ${each(readyMs, items)}`,
      each(deskMs, items),
      deskMs / readyMs,
      3,
    ),
  ]);
}

await addMsAgainstColumn(false);
await addMsAgainstColumn(true);
await addAgainstLuxon();
