/**
 * How every figure is measured: in rounds, each doing each task once, and by medians.
 *
 * The machine's speed drifts within seconds (other work, clock rates), so that a time means little by itself. Tasks
 * that take turns meet the same drift; the ratio of their medians holds still where the times do not.
 */

/** Something to time: does its work once and answers how long it took, in ms. */
export interface Task {
  readonly name: string;
  run(): number | Promise<number>;
}

/** A line of the table. */
export interface Row {
  readonly what: string;
  /** The median, with its unit; why there is none, for a row that is left out. */
  readonly median: string;
  readonly ratio?: string;
  readonly bound?: string;
  readonly holds?: boolean;
}

/** Medians in ms, in the order of the tasks, of `rounds` rounds after `warmUps` that are not counted. */
export async function interleave(tasks: readonly Task[], rounds = 21, warmUps = 5): Promise<number[]> {
  const times: number[][] = tasks.map(() => []);
  for (let round = -warmUps; round < rounds; round++) {
    for (const [i, task] of tasks.entries()) {
      const ms = await task.run();
      if (round >= 0) times[i]!.push(ms);
    }
  }
  return times.map(median);
}

/** The middle value, or the mean of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** A task that times `work`, by the processor time of this process: what others do meanwhile is not in it. */
export function timed(name: string, work: () => unknown): Task {
  return {
    name,
    run() {
      const start = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1e3;
    },
  };
}

/** Sum of what `work` gives for each index: used, so that the compiler cannot leave the work out. */
export function sumOf(count: number, work: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += work(i);
  return sum;
}

/** Takes a value and does nothing with it that an optimiser could see. */
export function keep(value: unknown): void {
  if (value === keep) throw new Error("never");
}

/** A row whose ratio must not be above its bound. */
export function atMost(what: string, medianText: string, ratio: number, bound: number, unit = "×"): Row {
  return {
    what,
    median: medianText,
    ratio: `${digits(ratio)} ${unit}`,
    bound: `≤ ${bound} ${unit}`,
    holds: ratio <= bound,
  };
}

/** A row whose ratio must not be below its bound. */
export function atLeast(what: string, medianText: string, ratio: number, bound: number): Row {
  return {
    what,
    median: medianText,
    ratio: `${Math.round(ratio).toLocaleString("en")} ×`,
    bound: `≥ ${bound.toLocaleString("en")} ×`,
    holds: ratio >= bound,
  };
}

/** A time for one of `count` items, in the unit that reads best. */
export function each(ms: number, count = 1): string {
  const ns = (ms / count) * 1e6;
  if (ns < 1e3) return `${digits(ns)} ns`;
  return ns < 1e6 ? `${digits(ns / 1e3)} µs` : `${digits(ns / 1e6)} ms`;
}

/** Hands the rows to run.mjs, which prints them. */
export function report(rows: readonly Row[]): void {
  process.send?.({ rows });
}

function digits(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}
