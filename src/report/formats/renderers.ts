/**
 * The formats of reports by name.
 */
import { htmlReport } from "../html/html-report.ts";
import type { Renderer } from "../report.ts";
import { csvReport } from "./csv.ts";
import { githubReport } from "./github.ts";
import { gitlabReport } from "./gitlab.ts";
import { jsonReport } from "./json.ts";
import { junitReport } from "./junit.ts";
import { markdownReport } from "./markdown.ts";
import { sarifReport } from "./sarif.ts";
import { textReport } from "./text.ts";

/**
 * Every format: its name, and what writes it.
 *
 * @example Object.keys(RENDERERS).slice(0, 3) // [ 'text', 'json', 'junit' ]
 */
export const RENDERERS: Readonly<Record<string, Renderer>> = Object.freeze({
  text: textReport,
  json: jsonReport,
  junit: junitReport,
  github: githubReport,
  gitlab: gitlabReport,
  sarif: sarifReport,
  markdown: markdownReport,
  csv: csvReport,
  html: htmlReport,
});
