/**
 * One case on the page: its commitments in a table, its deadlines in pictures, and the same as text beneath.
 */
import { spokenDuration } from "../../clock/explain.ts";
import type { Result } from "../../evaluation/result.ts";
import { deadlineSvgInPage } from "../deadline-svg/deadline-svg.ts";
import { deadlineText } from "../deadline-svg/lines.ts";
import { resultPicture } from "../deadline-svg/of-result.ts";
import { latenessWords } from "../deadline-svg/words.ts";
import { latenessOf } from "../results/lateness.ts";
import { casesSeen } from "../results/report-rows.ts";
import { details, linkTo, type Row, said, tableBox, tableOf } from "./markup.ts";
import { anchorOf, instantWords, type Page } from "./page.ts";
import type { WorstCase } from "./worst.ts";

/** Pictures of one case; a case has seldom more misses. */
const MOST_PICTURES = 4;

/** The worst cases, one by one. */
export function worstPart(page: Page): string {
  const { words, worst, report } = page;
  const note =
    worst.length === 0 ? words.noWorst : words.worstNote(String(worst.length), String(casesSeen(report.evaluation)));
  return [
    `<section aria-labelledby="worst"><h2 id="worst">${said(words.worst)}</h2>`,
    `<p class="muted">${said(note)}</p>`,
    ...worst.map((one, i) => article(page, one, `case-${i + 1}`)),
    "</section>",
  ].join("\n");
}

function article(page: Page, one: WorstCase, anchor: string): string {
  const { words, report } = page;
  const { found } = one;
  const place = report.places?.get(found.id);
  const about = [
    `${words.kind} ${found.kind}`,
    ...(found.customer === undefined ? [] : [`${words.customer} ${found.customer}`]),
    ...(place === undefined ? [] : [words.place(place.file, place.line)]),
  ];
  const remarks = found.issues.map(({ message }) => `<li>${said(message)}</li>`);
  return [
    `<article class="card" id="${anchor}" aria-labelledby="${anchor}-title">`,
    `<h3 id="${anchor}-title">${said(found.id)}</h3><p class="muted">${said(about.join(", "))}</p>`,
    commitmentsTable(page, one),
    ...one.commitments.slice(0, MOST_PICTURES).map((id, i) => figure(page, one, id, `${anchor}-${i + 1}`)),
    remarks.length === 0 ? "" : `<h4>${said(words.remarks)}</h4><ul>${remarks.join("")}</ul>`,
    "</article>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function commitmentsTable(page: Page, { found }: WorstCase): string {
  const { words, report } = page;
  const { marks } = words.picture;
  const rows = Object.entries(found.commitments).map(([id, result]): Row => {
    const verdict = report.verdicts.find((one) => one.id === id);
    return {
      look: result.outcome,
      cells: [
        verdict === undefined ? said(id) : linkTo(anchorOf(page, verdict), said(id)),
        `<span class="outcome ${result.outcome}">${said(words.picture.outcomes[result.outcome])}</span>`,
        said(instantWords(result.startedAt, page)),
        said(instantWords(result.dueAt, page, true)),
        said(instantWords(result.stoppedAt, page)),
        said(marginWords(result, page)),
      ],
    };
  });
  const heads = [words.commitment, words.outcome, marks.start, marks.due, marks.stop, words.margin].map(said);
  const caption = `${words.commitments}, ${words.case} ${found.id}`;
  return tableBox(`${caption}, ${words.scrolls}`, tableOf(caption, heads, rows));
}

/** By how much it was late, or a clock in hours early. */
function marginWords(result: Result, { words, report, zone }: Page): string {
  const late = latenessOf(result, zone, Date.parse(report.evaluation.asOf));
  if (late !== undefined) return words.late(latenessWords(late, words.picture));
  const { remainingMs } = result;
  return remainingMs === undefined || remainingMs === 0 ? "–" : words.early(spokenDuration(remainingMs));
}

function figure({ report, words }: Page, { found }: WorstCase, id: string, anchor: string): string {
  // Of a promise that is no clock there is nothing to draw.
  const { dueAt, segments } = found.commitments[id]!;
  if (typeof dueAt !== "string" && segments === undefined) return "";
  const picture = resultPicture(report.policy, found, id, report.evaluation.asOf);
  if (picture === undefined) return "";
  const { language } = words;
  const lines = deadlineText(picture, { lang: language }).split("\n");
  const told = `<ul class="told">${lines.map((line) => `<li>${said(line)}</li>`).join("")}</ul>`;
  const label = `${found.id}, ${id}, ${words.scrolls}`;
  return `<figure><div class="box picture" role="group" tabindex="0" aria-label="${said(label)}">${deadlineSvgInPage(picture, language, anchor)}</div><figcaption>${details(said(words.asText), told)}</figcaption></figure>`;
}
