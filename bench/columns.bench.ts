/**
 * `addAll` and `elapsedAll` on a million items over 40 years, against the same look-ups in C.
 *
 * The tables are built before; answers go to a column that is at hand. Of C only the loop is timed: it checks nothing,
 * where ours looks at every item first; its tables are always the four columns and two indexes of docs/design.md.
 * Random items visit the tables anywhere, sorted ones in order.
 */
import { insideOf } from "../src/calendar/internal.ts";
import { createCalendar } from "../src/index.ts";
import { compileC, hashOf, startC } from "./c-program.ts";
import { deskIn, FORTY_YEARS, FOUR_HOURS_MS, MS_PER_HOUR, randomFrom, startsOver } from "./desk.ts";
import { atMost, each, interleave, type Row, report, timed } from "./measure.ts";

const ITEMS = 1_000_000;
/** A case is closed within 90 days. */
const LONGEST_MS = 90 * 24 * MS_PER_HOUR;
const BOUND = 1.5;

async function bench(program: string | undefined, timeZone: string, sorted: boolean): Promise<Row[]> {
  const desk = createCalendar(deskIn(timeZone));
  const starts = startsOver(ITEMS, FORTY_YEARS);
  if (sorted) starts.sort();
  const random = randomFrom(2);
  const ends = starts.map((start) => start + Math.floor(random() * LONGEST_MS));
  const out = new Float64Array(ITEMS);
  const { timeline } = insideOf(desk);
  const intervals = timeline.tableOver(FORTY_YEARS[0], FORTY_YEARS[1] + 2 * LONGEST_MS);
  const durations = new Float64Array(ITEMS).fill(FOUR_HOURS_MS);
  const label = `${timeZone}, ${sorted ? "sorted" : "random"}`;
  const add = (): unknown => desk.addAll(starts, FOUR_HOURS_MS, { out });
  const addEach = (): unknown => desk.addAll(starts, durations, { out });
  const elapsed = (): unknown => desk.elapsedAll(starts, ends, { out });
  if (program === undefined) {
    const [addMs, elapsedMs] = await interleave([timed("add", add), timed("elapsed", elapsed)]);
    return [
      { what: `addAll, ${label}: no C compiler, left out`, median: each(addMs!, ITEMS) },
      { what: `elapsedAll, ${label}: no C compiler, left out`, median: each(elapsedMs!, ITEMS) },
    ];
  }
  const c = startC(program, process.env["BENCH_TEMPORARY"]!, { intervals, starts, ends, durationMs: FOUR_HOURS_MS });
  try {
    for (const [question, work] of [
      ["add", add],
      ["add", addEach],
      ["elapsed", elapsed],
    ] as const) {
      work();
      const { hash } = await c.run(question);
      if (hashOf(out) !== hash) throw new Error(`${question}, ${label}: C gives other answers`);
    }
    const inC = (question: "add" | "elapsed") => ({ name: question, run: async () => (await c.run(question)).ms });
    const [addMs, addC, eachMs, elapsedMs, elapsedC] = (await interleave([
      timed("add", add),
      inC("add"),
      timed("add each", addEach),
      timed("elapsed", elapsed),
      inC("elapsed"),
    ])) as [number, number, number, number, number];
    return [
      atMost(`addAll, ${label}, against C's ${each(addC, ITEMS)}`, each(addMs, ITEMS), addMs / addC, BOUND),
      atMost(`addAll, a duration each, ${label}`, each(eachMs, ITEMS), eachMs / addC, BOUND),
      atMost(
        `elapsedAll, ${label}, against C's ${each(elapsedC, ITEMS)}`,
        each(elapsedMs, ITEMS),
        elapsedMs / elapsedC,
        BOUND,
      ),
    ];
  } finally {
    c.stop();
  }
}

const program = compileC(process.env["BENCH_FOLDER"]!, process.env["BENCH_TEMPORARY"]!);
for (const timeZone of ["Europe/Paris", "UTC"]) {
  for (const sorted of [false, true]) report(await bench(program, timeZone, sorted));
}
