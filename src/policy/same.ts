/**
 * Whether two pieces of plain JSON say the same, whatever the order of their keys.
 */

/** Deep equality of plain JSON. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [own, other] = [Object.keys(a), Object.keys(b)];
  return (
    own.length === other.length &&
    own.every((key) => Object.hasOwn(b, key) && isSame((a as never)[key], (b as never)[key]))
  );
}
