/**
 * Time, timers and files that change when a test says so.
 */
import type { Live } from "../../../src/cli/watch.ts";

/** A world in which nothing happens unless it is said. */
export interface FakeLive {
  readonly live: Live;
  nowMs(): number;
  /** Lets time pass; timers fire when they are due, in order. */
  pass(ms: number): void;
  /** Fires the next timer before its time. */
  early(): void;
  change(path: string): void;
  interrupt(): void;
  /** What keeps a process alive. */
  held(): { readonly timers: number; readonly files: readonly string[]; readonly interrupt: boolean };
}

/** Such a world. */
export function fakeLive(startMs: number, isTerminal = false): FakeLive {
  let nowMs = startMs;
  let timers: { atMs: number; act: () => void }[] = [];
  const followed = new Map<string, () => void>();
  let interrupt: (() => void) | undefined;
  const live: Live = {
    isTerminal,
    nowMs: () => nowMs,
    after: (ms, act) => {
      if (!(ms >= 0 && ms < 2 ** 31)) throw new Error(`a timer of ${ms} ms`);
      const timer = { atMs: nowMs + ms, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    follow: (path, changed) => {
      followed.set(path, changed);
      return () => followed.delete(path);
    },
    onInterrupt: (act) => {
      interrupt = act;
      return () => {
        interrupt = undefined;
      };
    },
  };
  return {
    live,
    nowMs: () => nowMs,
    pass(ms: number): void {
      const untilMs = nowMs + ms;
      for (;;) {
        const [next] = timers.filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs);
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        nowMs = next.atMs;
        next.act();
      }
      nowMs = untilMs;
    },
    early(): void {
      const next = timers.shift()!;
      nowMs = next.atMs - 1;
      next.act();
    },
    change: (path: string) => followed.get(path)?.(),
    interrupt: () => interrupt?.(),
    held: () => ({ timers: timers.length, files: [...followed.keys()], interrupt: interrupt !== undefined }),
  };
}
