/**
 * What was found for a year, kept for the last few years alone: a search may pass through three hundred of them, and comes back
 * to none.
 */

/** Those of a question and of the dates beside it. */
const MOST_YEARS = 16;

/** `find`, each of whose answers is kept until those of sixteen other years were asked for. */
export function keptYears<T>(find: (year: number) => T): (year: number) => T {
  const known = new Map<number, T>();
  return (year) => {
    let found = known.get(year);
    if (found === undefined) {
      found = find(year);
      if (known.size === MOST_YEARS) known.delete(known.keys().next().value!);
      known.set(year, found);
    }
    return found;
  };
}
