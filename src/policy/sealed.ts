/**
 * Maps and sets that cannot be changed: `Object.freeze` leaves their contents open.
 */

/**
 * A value with everything in it frozen: members, items, and the contents of maps and sets.
 */
export function sealedThrough<T>(value: T): T {
  const waiting: unknown[] = [value];
  const seen = new Set<unknown>();
  while (waiting.length > 0) {
    const each = waiting.pop();
    if (typeof each !== "object" || each === null || seen.has(each)) continue;
    seen.add(each);
    if (each instanceof Map) {
      waiting.push(...each.keys(), ...each.values());
      if (!Object.isFrozen(each)) sealedMap(each);
    } else if (each instanceof Set) {
      waiting.push(...each);
      if (!Object.isFrozen(each)) sealedSet(each);
    } else {
      // Not what is worked out when it is asked: the hash of a calendar.
      for (const { value: member } of Object.values(Object.getOwnPropertyDescriptors(each))) waiting.push(member);
      Object.freeze(each);
    }
  }
  return value;
}

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
