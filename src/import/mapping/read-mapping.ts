/**
 * `readMapping`: a mapping out of what somebody wrote, or every problem of it.
 */
import { OuvreeError } from "../../issues/error.ts";
import { readForeign } from "../../issues/foreign.ts";
import type { Issue } from "../../issues/issue.ts";
import { makeIssue } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import { zoneCure } from "../../time/zone.ts";
import { isZoneName } from "../../time/zone-name.ts";
import { isTimeForm, timeFormCure } from "../times/forms.ts";
import type { Mapping } from "./document.ts";
import { MAPPING } from "./mapping-shape.ts";
import { checkShape } from "./shape.ts";

/** Most texts and names of a mapping, and how deep it is: one that somebody sent costs no more to read than it is large. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Reads a mapping: plain JSON, checked as a whole.
 *
 * Errors: `import.bad-value`, `import.unknown-key`, `import.missing-key`, each with its path and cure; all of them at once.
 * Source: docs/importing.md, "Mappings".
 * @example readMapping({ import: "desk", case: { id: "ID", kind: "request" }, events: { opened: "Opened" } }).import // "desk"
 */
export function readMapping(document: unknown): Mapping {
  const copy = copied(document);
  const issues: Issue[] = [];
  checkShape(MAPPING, copy, { path: [], issues });
  if (issues.length === 0) checkZone(copy as Mapping, issues);
  if (issues.length === 0) checkTimes(copy as Mapping, issues);
  const [first, ...rest] = issues;
  if (first !== undefined) throw new OuvreeError([first, ...rest]);
  return copy as Mapping;
}

/** A copy of plain JSON: what is checked is what is used. */
function copied(document: unknown): unknown {
  const what = "plain JSON";
  return readForeign(document, [], "import.bad-value", what, () => {
    const text = textOf(document);
    if (text !== undefined && text.length <= MOST_CHARACTERS) return JSON.parse(text) as unknown;
    const cure = `${show(document)} is no mapping; write { import: "my-desk", … }`;
    throw new OuvreeError([makeIssue("import.bad-value", [], what, document, cure)]);
  });
}

/** The document as JSON; undefined for what is none, or is deeper than anybody writes. */
function textOf(document: unknown): string | undefined {
  try {
    return JSON.stringify(document);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function checkZone({ zone }: Mapping, issues: Issue[]): void {
  if (zone !== undefined && !isZoneName(zone))
    issues.push(makeIssue("import.bad-value", ["zone"], "a zone", zone, zoneCure(zone)));
}

function checkTimes({ times = [] }: Mapping, issues: Issue[]): void {
  const forms = typeof times === "string" ? [times] : times;
  for (const [i, form] of forms.entries())
    if (!isTimeForm(form))
      issues.push(
        makeIssue(
          "import.bad-value",
          typeof times === "string" ? ["times"] : ["times", i],
          "a form of times",
          form,
          timeFormCure(form),
        ),
      );
}
