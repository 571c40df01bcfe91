/**
 * Skipped tests, told by what the machine lacks for them: a line for each lack, with its files and how many tests were not run.
 */

/** @param skips `{ file, name }` of each; a name says `[needs …]`, or the reason is not known. */
export function linesOfSkips(skips) {
  const lacks = new Map();
  for (const { file, name } of skips) {
    const what = /\[needs ([^\]]+)\]/.exec(name)?.[1] ?? "no reason given";
    const files = lacks.get(what) ?? new Map();
    files.set(file, (files.get(file) ?? 0) + 1);
    lacks.set(what, files);
  }
  return [...lacks].sort().map(([what, files]) => {
    const tests = [...files.values()].reduce((sum, count) => sum + count, 0);
    const counted = `${files.size} ${files.size === 1 ? "file" : "files"}, ${tests} ${tests === 1 ? "test" : "tests"} not run`;
    return `${what}: ${counted} (${[...files.keys()].sort().join(", ")})`;
  });
}
