/**
 * What a report says of an import.
 */
import type { ImportedCases } from "../../import/index.ts";
import type { ImportSummary } from "../../report/index.ts";

/** The part of an import that a report carries. */
export function importSummary(
  { import: mapping, rows, unknown, incomplete }: ImportedCases,
  cannotTell: readonly string[] = [],
): ImportSummary {
  return { mapping, rows, unknown: unknown.map(withoutNames), incomplete, cannotTell };
}

/** Who wrote a message is a person, and nobody is named unless asked for. */
function withoutNames(found: ImportSummary["unknown"][number]): ImportSummary["unknown"][number] {
  const { what, rows } = found;
  return what.startsWith("author") ? { what, value: "(not shown)", rows } : found;
}
