/**
 * Outcome: an answer, or the code of a refusal, so that the two can be compared alike.
 */

export type Outcome = { readonly answer: unknown } | { readonly refused: string; readonly detail?: unknown };

export const BEYOND_REACH = "calendar.beyond-reach";
export const OUT_OF_RANGE = "time.out-of-range";
/** A definition of thousands of windows a year is not searched through all the years. */
export const TOO_FAR = "calendar.too-far";

/** The code that the library and the oracle put on a refusal; anything else thrown is a defect and has none. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  const { code } = error;
  return typeof code === "string" && /^[a-z-]+\.[a-z-]+$/.test(code) ? code : undefined;
}

/** `detail` may pick more than the code out of a refusal, to be compared as well. */
export function outcome(question: () => unknown, detail?: (error: Error & { code: string }) => unknown): Outcome {
  try {
    return { answer: question() };
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return detail === undefined
      ? { refused: code }
      : { refused: code, detail: detail(error as Error & { code: string }) };
  }
}
