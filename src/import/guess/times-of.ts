/**
 * The forms of the times of a file: what its cells prove, and what they do not.
 */
import { show } from "../../issues/show.ts";
import type { ColumnProbe } from "./column-probe.ts";
import type { Findings } from "./findings.ts";
import { orderedForm } from "./time-shapes.ts";

/** The forms of columns of times. What no cell proves is a question. */
export function timesOf(
  columns: readonly ColumnProbe[],
  zone: string | undefined,
  findings: Findings,
): readonly string[] {
  const forms = new Set<string>();
  const shapes = new Map<string, { day?: string; month?: string; example: string }>();
  let needsZone = false;
  for (const { forms: seen } of columns)
    for (const [form, { example, hasOffset, dayFirst, monthFirst }] of seen) {
      needsZone ||= !hasOffset;
      if (!form.includes("?")) forms.add(form);
      else {
        const known = shapes.get(form);
        const day = known?.day ?? dayFirst;
        const month = known?.month ?? monthFirst;
        shapes.set(form, {
          example,
          ...(day === undefined ? {} : { day }),
          ...(month === undefined ? {} : { month }),
        });
      }
    }
  for (const [form, { day, month, example }] of shapes) {
    if (day !== undefined && month === undefined) proven(findings, forms, orderedForm(form, "day"), day, "day");
    else if (month !== undefined && day === undefined)
      proven(findings, forms, orderedForm(form, "month"), month, "month");
    else {
      const why =
        day === undefined
          ? `no cell proves which: ${show(example)}`
          : `${show(day)} and ${show(month!)} contradict each other`;
      findings.ask(
        `is it the day or the month that comes first? ${why}; write times: [${show(orderedForm(form, "day"))}] or [${show(orderedForm(form, "month"))}]`,
      );
    }
  }
  if (needsZone && zone === undefined)
    findings.ask("in which zone are its times? They have no offset; write zone: Europe/Paris, or say --zone");
  return [...forms];
}

function proven(findings: Findings, forms: Set<string>, form: string, cell: string, first: string): void {
  forms.add(form);
  findings.because(["times"], `${show(cell)} proves that the ${first} comes first`);
}
