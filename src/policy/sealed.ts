/**
 * Maps and sets that cannot be changed: `Object.freeze` leaves their contents open.
 */

/** The same map, read-only for good. */
export function sealedMap<K, V>(map: Map<K, V>): ReadonlyMap<K, V> {
  return seal(map, ["set", "delete", "clear"]);
}

/** The same set, read-only for good. */
export function sealedSet<T>(set: Set<T>): ReadonlySet<T> {
  return seal(set, ["add", "delete", "clear"]);
}

function seal<T extends object>(collection: T, methods: readonly string[]): T {
  for (const name of methods) {
    Object.defineProperty(collection, name, {
      value: () => {
        // As writing to a frozen object does.
        throw new TypeError("a policy cannot be changed once it is made; define another");
      },
    });
  }
  return Object.freeze(collection);
}
