/** What the regressions of clocks share: a refused policy's first problem. */
import { type Issue, isOuvreeError } from "../../src/index.ts";

export { define, document, type Told } from "../unit/evaluation/promise.ts";

/** The only problem that a question is refused for. */
export function refusalOf(ask: () => unknown): Issue {
  try {
    ask();
  } catch (error) {
    if (!isOuvreeError(error)) throw error;
    if (error.issues.length !== 1) throw new Error(error.issues.map(({ message }) => message).join("; "));
    return error.issues[0]!;
  }
  throw new Error("not refused");
}
