/**
 * What some tests need and not every machine has: the title of a test that is skipped for it says so. The reporter of skips and
 * `.ci/run` count by these words, so that what a machine lacks is said once.
 *
 * @example describe.skipIf(!hasChromium)(needs("Chromium", hasChromium, "the page"), …) // "the page [needs Chromium]" where there is none
 */
export function needs(what: string, isHere: boolean, title: string): string {
  return isHere ? title : `${title} [needs ${what}]`;
}
