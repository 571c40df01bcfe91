/**
 * Freezes plain JSON through and through: nobody changes the mappings of others.
 */
export function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const each of Object.values(value)) freeze(each);
  return Object.freeze(value);
}
