/**
 * Patience: a limit on the questions to the zone data: a search without an end then fails a test and does not hang it.
 */

/** Far more than any question about a few instants needs: a century of probes every three days is 12,000. */
const MOST = 200_000;

/** Runs `act`; a search that asks the zone data without end is an error. */
export function withPatience<T>(act: () => T): T {
  const own = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, "format");
  if (own?.get === undefined) throw new Error("Intl.DateTimeFormat has no getter format");
  const { get } = own;
  let left = MOST;
  Object.defineProperty(Intl.DateTimeFormat.prototype, "format", {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const format = get.call(this) as (instant?: number | Date) => string;
      return (instant?: number | Date): string => {
        if (left-- === 0) throw new Error(`a search without an end: ${MOST} questions to the zone data`);
        return format(instant);
      };
    },
  });
  try {
    return act();
  } finally {
    Object.defineProperty(Intl.DateTimeFormat.prototype, "format", own);
  }
}
