/**
 * Which objects are policies: those that `definePolicy` made, of this copy of the package or another.
 */

/** A shared symbol, as for calendars: each CommonJS entry holds its own copy of this module. */
const MADE = Symbol.for("ouvree.policy");

/** Marks a policy, out of sight. */
export function markMade<T extends object>(policy: T): T {
  return Object.defineProperty(policy, MADE, { value: true });
}

/** Whether `definePolicy` made a value. */
export function isMade(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  try {
    return Object.hasOwn(value, MADE);
  } catch {
    // A proxy that will not be read is no policy.
    return false;
  }
}
