/**
 * Signals that end the program: not in the middle of a file.
 *
 * Files are written in one go, in which node hears of no signal and would end by itself with half a temporary file left. So from the first
 * file on signals wait until the files are whole; then the program ends by the signal, as though nobody had waited.
 * Source: docs/cli.md, "When something cannot be written"; signal(7).
 */

/** Signals that ask a program to end, and their numbers, which POSIX gives. */
const ENDING = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** A signal that ends the program. */
export type EndingSignal = keyof typeof ENDING;

/** How long the signal has to end the program before the program ends itself, in ms: the first process of a container ignores it. */
const LAST_WAIT_MS = 200;

const clean: (() => void)[] = [];
let isHeld = false;

/**
 * From now on a signal waits until node is idle.
 *
 * @param cleanUp What is done before the program ends.
 */
export function holdSignals(cleanUp?: () => void): void {
  if (cleanUp !== undefined) clean.push(cleanUp);
  if (isHeld) return;
  isHeld = true;
  for (const signal of Object.keys(ENDING) as EndingSignal[]) process.once(signal, () => endBy(signal));
}

/** Ends the program by a signal: a shell sees 128 and its number. */
export function endBy(signal: EndingSignal): void {
  for (const act of clean.splice(0)) act();
  const code = 128 + ENDING[signal];
  process.exitCode = code;
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  setTimeout(() => process.exit(code), LAST_WAIT_MS);
}

/** A moment in which signals that waited are heard: the second turn of node's loop, for the first may be over but for its end. */
export function hearSignals(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}
