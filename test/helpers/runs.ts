/**
 * Runs: how many samples a property takes, and from which seed. One line per file says the seed, so that a failure can be had again.
 *
 * OUVREE_STRENGTH is the share of the full number of runs that every file takes: a tenth unless it is set, 1 in `.ci/run`, 10 in
 * `.ci/nightly`. OUVREE_RUNS sets the runs of a law alone, OUVREE_SEED the seed.
 */

const FULL_RUNS = 1000;
const USUAL_STRENGTH = 0.1;

function positiveNumber(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) throw new TypeError(`${name} is no number above 0: ${text}`);
  return value;
}

function wholeNumber(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  if (!Number.isInteger(value)) throw new TypeError(`${name} is not a whole number: ${text}`);
  return value;
}

/** The share of the full number of runs that is taken. */
export const STRENGTH: number = positiveNumber("OUVREE_STRENGTH") ?? USUAL_STRENGTH;

/** So many runs of a property that has `full` of them at full strength; `least` where fewer would say nothing. */
export function runsOf(full: number, least = 1): number {
  return Math.max(least, Math.round(full * STRENGTH));
}

/** For vitest: what may take so long at full strength, in ms. */
export function patienceOf(fullMs: number): number {
  return fullMs * Math.max(1, STRENGTH);
}

/** Runs of a law. */
export const RUNS: number = wholeNumber("OUVREE_RUNS") ?? runsOf(FULL_RUNS);

/** A new seed in every process unless one is set; an int32, because fast-check's is. */
export const SEED: number = wholeNumber("OUVREE_SEED") ?? Math.floor(Math.random() * 0x7fffffff);

/** OUVREE_SEED or, unless it is set, a seed of the file's own: for files that were written to take the same samples every time. */
export function seedOr(usual: number): number {
  return wholeNumber("OUVREE_SEED") ?? usual;
}

/** Call once, at the top of a file of properties. */
export function announceSeed(file: string): void {
  console.log(`${file}: OUVREE_SEED=${SEED}, ${RUNS} runs`);
}

export interface RunParameters {
  readonly seed: number;
  readonly numRuns: number;
  readonly maxSkipsPerRun: number;
}

/** Parameters for fc.assert. A property that has to put back most of its samples is not being tried: it fails. */
export function runs(): RunParameters {
  return { seed: SEED, numRuns: RUNS, maxSkipsPerRun: 10 };
}

/** For vitest: a property may take long on a small machine, and longer while it shrinks. */
export const PROPERTY_TIMEOUT_MS: number = patienceOf(300_000);
