/**
 * Runs: how many samples a property takes, and from which seed. One line per file says the seed, so that a failure can be had again.
 *
 * OUVREE_RUNS and OUVREE_SEED override them.
 */

const DEFAULT_RUNS = 1000;

function wholeNumber(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  if (!Number.isInteger(value)) throw new TypeError(`${name} is not a whole number: ${text}`);
  return value;
}

export const RUNS: number = wholeNumber("OUVREE_RUNS") ?? DEFAULT_RUNS;

/** A new seed in every process unless one is set; an int32, because fast-check's is. */
export const SEED: number = wholeNumber("OUVREE_SEED") ?? Math.floor(Math.random() * 0x7fffffff);

/** OUVREE_SEED or, unless it is set, a seed of the file's own: for files that were written to take the same samples every time. */
export function seedOr(usual: number): number {
  return wholeNumber("OUVREE_SEED") ?? usual;
}

/** Call once, at the top of a file of properties. */
export function announceSeed(file: string): void {
  console.log(`${file}: OUVREE_SEED=${SEED} OUVREE_RUNS=${RUNS}`);
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
export const PROPERTY_TIMEOUT_MS = 300_000;
