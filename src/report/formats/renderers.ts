/**
 * The formats of reports by name.
 */
import { htmlReport } from "../html/html-report.ts";
import type { Renderer } from "../report.ts";
import { textReport } from "../text.ts";
import { jsonReport } from "./json.ts";

/**
 * Every format: its name, and what writes it.
 *
 * @example Object.keys(RENDERERS).slice(0, 2) // [ 'text', 'json' ]
 */
export const RENDERERS: Readonly<Record<string, Renderer>> = Object.freeze({
  text: textReport,
  json: jsonReport,
  html: htmlReport,
});
