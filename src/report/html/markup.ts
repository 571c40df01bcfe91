/**
 * Pieces of the page. Every text that comes from outside passes `said`: made harmless, then escaped.
 */
import { harmless } from "../../issues/show.ts";
import { xmlText } from "../xml.ts";

/** A text from outside, between tags or in an attribute. */
export function said(text: string): string {
  return xmlText(harmless(text));
}

/** A table in a box that scrolls sideways where the screen is narrow; keys reach the box. */
export function tableBox(label: string, table: string): string {
  return `<div class="box" role="group" tabindex="0" aria-label="${said(label)}">${table}</div>`;
}

/** A table. Cells are markup already; those of the first column are the heads of their rows. */
export function tableOf(caption: string, heads: readonly string[], rows: readonly Row[]): string {
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join("");
  const body = rows.map(({ id, cells, look }) => {
    const [first, ...rest] = cells;
    const attributes = `${id === undefined ? "" : ` id="${id}"`}${look === undefined ? "" : ` class="${look}"`}`;
    return `<tr${attributes}><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  return `<table><caption>${said(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table>`;
}

/** A row of a table; cells are markup. */
export interface Row {
  readonly id?: string;
  readonly look?: string;
  readonly cells: readonly string[];
}

/** Something to open. */
export function details(summary: string, inner: string, id?: string): string {
  return `<details${id === undefined ? "" : ` id="${id}"`}><summary>${summary}</summary>${inner}</details>`;
}

/** A link within the page. */
export function linkTo(id: string, markup: string): string {
  return `<a href="#${id}">${markup}</a>`;
}
