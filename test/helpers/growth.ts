/**
 * Growth: how much more work eight times as much input is. A ratio of two sizes, because a time says more of the machine than of the
 * code; processor time, because it stands still while others have the machine.
 */

/** Processor time of the quickest of three runs, in ms. */
function quickestMs(work: () => void): number {
  const runs = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

/**
 * How many times as long `work` takes for eight times as much: about 8 if it is linear, 64 if it is quadratic.
 *
 * @param size Enough that its work is some 10 ms.
 */
export function growth(size: number, work: (size: number) => void): number {
  work(size);
  const lessMs = quickestMs(() => work(size));
  return quickestMs(() => work(8 * size)) / lessMs;
}

/** Far from linear, and as far from quadratic: the same run has taken twice as long as itself. */
export const NEAR_LINEAR = 32;
