/**
 * A guessed mapping as text: YAML that runs, each line with the cells that speak for it, and what only its user can say.
 */
import type { GuessedMapping } from "../../import/index.ts";
import { harmless } from "../../issues/show.ts";
import { writeYaml } from "../output/write-yaml.ts";

/** What goes to standard output, and lines for stderr. */
export function guessText(guess: GuessedMapping): { readonly out: string; readonly err: readonly string[] } {
  const { mapping, system, reasons, questions, found, rows, badRows, unused } = guess;
  const comments = new Map(reasons.map(({ path, why }) => [JSON.stringify(path), harmless(why)]));
  const head = [
    "# A mapping, guessed from the file; see docs/importing.md of the package. Try it: ouvree import FILE --import THIS --dry-run",
    `# Found: ${Object.values(found).map(harmless).join(", ")}; rows: ${rows}${badRows === 0 ? "" : `, of which ${badRows} could not be read`}`,
    ...(system === undefined
      ? []
      : [`# This is an export of ${system}: without changes --import ${system} does the same.`]),
    ...questions.map((question) => `# QUESTION: ${harmless(question)}`),
    ...(unused.length === 0 ? [] : [`# Not used: ${unused.map(harmless).join(", ")}`]),
  ];
  const err = [
    ...(system === undefined ? [] : [`this is an export of ${system}: --import ${system}`]),
    ...questions.map((question) => `question: ${harmless(question)}`),
  ];
  return { out: `${head.join("\n")}\n${writeYaml(mapping, comments)}`, err };
}
