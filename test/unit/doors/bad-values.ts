/**
 * What plain JavaScript may pass where something else is meant.
 */

/** Kinds of bad values, by name. */
export type BadKind =
  | "missing"
  | "null"
  | "a truth"
  | "a function"
  | "an empty object"
  | "an empty list"
  | "a bigint"
  | "a symbol"
  | "an object without prototype"
  | "members that throw"
  | "a proxy that throws"
  | "a revoked proxy"
  | "a deep array";

/** Raised by values of the caller: it must never come through. */
export class Foreign extends Error {}

const throws = (): never => {
  throw new Foreign("not mine");
};

/** An array in an array, 20,000 deep. */
export function deepArray(): unknown[] {
  let deep: unknown[] = [];
  for (let depth = 0; depth < 20_000; depth++) deep = [deep];
  return deep;
}

/** A fresh bad value of each kind; `good` is what belongs there. */
export function badValues(good: unknown): ReadonlyMap<BadKind, unknown> {
  const members = typeof good === "object" && good !== null ? Object.keys(good) : ["zone"];
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const trap = { get: throws, has: throws, ownKeys: throws, getOwnPropertyDescriptor: throws, getPrototypeOf: throws };
  return new Map<BadKind, unknown>([
    ["missing", undefined],
    ["null", null],
    ["a truth", true],
    ["a function", () => 0],
    ["an empty object", {}],
    ["an empty list", []],
    ["a bigint", 10n],
    ["a symbol", Symbol("x")],
    ["an object without prototype", Object.assign(Object.create(null), { strange: 1 })],
    [
      "members that throw",
      Object.defineProperties({}, Object.fromEntries(members.map((key) => [key, { get: throws, enumerable: true }]))),
    ],
    ["a proxy that throws", new Proxy({}, trap)],
    ["a revoked proxy", proxy],
    ["a deep array", deepArray()],
  ]);
}
