/**
 * Watching: what is shown is shown again when a file changes, and when something changes by itself.
 *
 * It reads no clock and sets no timer but those it is given, so that a test can be the time. It shows at the instant of a change or after, never
 * before: a timer that is early is set again.
 */

/** What watching needs of the outside. */
export interface Live {
  /** Whether what was shown before can be taken back. */
  readonly isTerminal: boolean;
  nowMs(): number;
  /** Calls once after so many ms; returns how to call it off. */
  after(ms: number, act: () => void): () => void;
  /** Calls at each change of a file; returns how to stop. */
  follow(path: string, changed: () => void): () => void;
  /** Calls when the user ends the program. */
  onInterrupt(act: () => void): () => void;
}

/** Timers of JavaScript fire at once when they are set further than this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** A file that is being written changes several times. */
const SETTLE_MS = 200;

/**
 * Shows, and goes on showing until the user ends it. Returns at once.
 *
 * @param show Shows once; returns the instant at which something changes by itself, in epoch ms, or undefined; `ended` where nobody looks.
 */
export function watch(live: Live, paths: readonly string[], show: () => number | "ended" | undefined): void {
  let callOff = (): void => {};
  let end = (): void => {};
  let isEnded = false;
  const showAndWait = (): void => {
    callOff();
    const next = show();
    isEnded = next === "ended";
    if (next === "ended") end();
    else waitFor(next);
  };
  const waitFor = (changeMs: number | undefined): void => {
    callOff = (): void => {};
    if (changeMs === undefined) return;
    // What is past already, by a clock that was set, is looked at again in a while rather than without end.
    const ms = Math.min(Math.max(changeMs - live.nowMs(), 1), LONGEST_TIMER_MS);
    callOff = live.after(ms, () => (live.nowMs() < changeMs ? waitFor(changeMs) : showAndWait()));
  };
  const changed = (): void => {
    callOff();
    callOff = live.after(SETTLE_MS, showAndWait);
  };
  showAndWait();
  if (isEnded) return;
  const stops = [...new Set(paths)].map((path) => live.follow(path, changed));
  end = () => {
    callOff();
    for (const stop of stops) stop();
    stopInterrupt();
  };
  const stopInterrupt = live.onInterrupt(() => end());
}
