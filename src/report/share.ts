/**
 * Shares as per cent.
 */
import { refuse } from "../issues/error.ts";
import { show } from "../issues/show.ts";

/**
 * A share from 0 to 1 as per cent; one that is not whole never reads as 100 % or 0 %.
 *
 * @example spokenShare(0.99999) // "99.9 %"
 */
export function spokenShare(share: number): string {
  if (typeof share !== "number" || !Number.isFinite(share))
    refuse("calendar.bad-option", ["share"], "a number", share, `${show(share)} is no share; 80 % is 0.8`);
  const tenths = Math.round(share * 1000);
  const honest = tenths === 1000 && share < 1 ? 999 : tenths === 0 && share > 0 ? 1 : tenths;
  return `${(honest / 10).toFixed(1).replace(/\.0$/, "")} %`;
}

/** A rate beside its goal: with as many digits as it takes to see that it is below, where it is. */
export function spokenRate(rate: number, goal: number): string {
  if (rate >= goal || spokenShare(rate) !== spokenShare(goal)) return spokenShare(rate);
  return `${String(rate * 100).slice(0, 7)} %`;
}
