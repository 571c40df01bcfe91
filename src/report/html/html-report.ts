/**
 * An evaluation as a page: one file, without script, font or network; for the screen, light and dark, for paper, for keys and for
 * those who hear it.
 *
 * Its policy of content lets in one style sheet, by its hash, and nothing else.
 */

import { reading } from "../arguments.ts";
import type { Report } from "../report.ts";
import { worstPart } from "./case-article.ts";
import { commitmentPart } from "./commitment.ts";
import { madeWithPart } from "./made-with.ts";
import { said } from "./markup.ts";
import { headOf, overviewOf } from "./overview.ts";
import { type Page, pageOf } from "./page.ts";
import { PAGE_STYLE, PAGE_STYLE_HASH } from "./style.ts";

/**
 * The report as an HTML page.
 *
 * Every figure leads to the list of its cases, and every case that is shown to its deadlines in pictures. Only the worst cases are
 * shown, 50 unless `worst` says how many, so that the page stays small however many there are. Pictures show what counted where
 * the evaluation, or the report, has `segments`.
 *
 * @example htmlReport({ policy: clipIndustrie, evaluation, verdicts: judgeGoals(evaluation, { byId: new Map() }) }).split("\n")[0] // "<!doctype html>"
 */
export function htmlReport(report: Report): string {
  return reading("report", report, "report", () => htmlOf(report));
}

function htmlOf(report: Report): string {
  const page = pageOf(report);
  const { words } = page;
  const contents = [
    ["overview", words.overview],
    ["each", words.each],
    ["worst", words.worst],
    ["readings", words.readings],
    ["made-with", words.madeWith],
  ].map(([id, text]) => `<li><a href="#${id}">${said(text!)}</a></li>`);
  return [
    "<!doctype html>",
    `<html lang="${words.language}">`,
    headElement(page),
    "<body>",
    `<a class="skip" href="#main">${said(words.skip)}</a>`,
    headOf(page),
    `<nav aria-label="${said(words.contents)}"><ul>${contents.join("")}</ul></nav>`,
    '<main id="main">',
    overviewOf(page),
    `<section aria-labelledby="each"><h2 id="each">${said(words.each)}</h2>`,
    ...report.verdicts.map((verdict) => commitmentPart(page, verdict)),
    "</section>",
    worstPart(page),
    madeWithPart(page),
    "</main>",
    `<footer><a href="#top">${said(words.top)}</a></footer>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function headElement({ report, words }: Page): string {
  return [
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${said(words.title(report.policy.name))}</title>`,
    `<style>${PAGE_STYLE}</style>`,
    "</head>",
  ].join("\n");
}
