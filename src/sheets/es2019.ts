/**
 * What the library uses and a runtime of 2019 lacks: added where it is missing, nowhere else.
 *
 * The build turns newer syntax into that of 2019; these are functions, which it leaves as they are.
 */

const ADDED = { configurable: true, writable: true, enumerable: false };

function add(to: object, name: string, value: (...args: never[]) => unknown): void {
  if (!(name in to)) Object.defineProperty(to, name, { ...ADDED, value });
}

/** Adds what is missing. */
export function completeRuntime(): void {
  add(Array.prototype, "at", function at<T>(this: T[], index: number): T | undefined {
    return this[index < 0 ? this.length + index : index];
  });
  const { hasOwnProperty: isOwn } = Object.prototype;
  add(Object, "hasOwn", (object: object, key: string) => isOwn.call(object, key));
  add(String.prototype, "replaceAll", function replaceAll(this: string, what: string, by: string): string {
    return this.split(what).join(by);
  });
}
