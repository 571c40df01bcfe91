/**
 * What is said of an import on stderr: what became of every row, what was found, and what the mapping does not name.
 */
import type { FoundFile, ImportedCases, Mapping } from "../../import/index.ts";
import { harmless, show } from "../../issues/show.ts";

/** Texts that are listed; the rest is counted. */
const SHOWN_VALUES = 20;

/** The lines. */
export function importLines(found: ImportedCases, mapping: Mapping): readonly string[] {
  const { rows, unknown, incomplete, strangers, twice, never } = found;
  const shown = unknown.slice(0, SHOWN_VALUES);
  return [
    `${harmless(found.import)}: rows read ${rows.read} = used ${rows.used} + left out by where ${rows.leftOut} + reported ${rows.reported}; cases ${found.cases.length}`,
    ...found.found.map(foundLine),
    ...shown.map(
      ({ what, value, rows: count, nearest }) =>
        `not named by the mapping: ${what} ${show(value)}, rows: ${count}${nearest === undefined ? "" : `; did you mean ${show(nearest)}?`}`,
    ),
    ...(unknown.length > shown.length ? [`not named by the mapping: ${unknown.length - shown.length} more texts`] : []),
    ...Object.entries(incomplete).map(([why, count]) => `cases with an incomplete history: ${count}: ${why}`),
    ...(mapping.cannotTell === undefined
      ? []
      : [
          `this export cannot tell ${mapping.cannotTell.map(harmless).join(", ")}; what depends on them is unmeasurable`,
        ]),
    ...(strangers === 0 ? [] : [`cases that only a joined file names, left out: ${strangers}`]),
    ...(twice === 0 ? [] : [`times in an hour that the clocks repeat, taken for the earlier: ${twice}`]),
    ...(never === 0 ? [] : [`times in an hour that the clocks skip, taken for the change: ${never}`]),
  ];
}

/** What a file was found to be. */
export function foundLine({ name, found, times, rows, joined }: FoundFile): string {
  const parts = Object.entries(found).map(([what, value]) =>
    WORDS[what] === undefined ? value : `${WORDS[what]} ${show(value)}`,
  );
  const forms = Object.entries(times).map(([form, count]) => `${form} (${count})`);
  return [
    `${name}: ${parts.map(harmless).join(", ") || "nothing"}`,
    ...(joined === undefined ? [] : [`joined as ${show(joined)}`]),
    `rows: ${rows.read}`,
    ...(forms.length === 0 ? [] : [`times: ${forms.map(harmless).join(", ")}`]),
  ].join("; ");
}

const WORDS: Readonly<Record<string, string>> = { list: "list", sheet: "sheet" };
