/**
 * One commitment on the page: its rate, its weeks, its margins, and the cases behind each figure.
 */

import { readyPolicy } from "../../policy/policy.ts";
import { spokenDate } from "../deadline-svg/words.ts";
import type { Verdict } from "../gates/gate.ts";
import { bucketBar, weekBars } from "./charts.ts";
import { bucketsOf } from "./margins.ts";
import { details, type Row, said, tableBox, tableOf } from "./markup.ts";
import { COLUMNS, columnWords, countOf, goalWords, rateWords, standingBadge } from "./overview.ts";
import { anchorOf, caseList, type Page } from "./page.ts";
import { weeksOf } from "./weeks.ts";
import { many, percent } from "./words.ts";

/** Weeks shown: the last ones. */
const SHOWN_WEEKS = 53;
/** Ids in a row of a table. */
const LISTED_IN_ROW = 20;

/** The part of a commitment. */
export function commitmentPart(page: Page, verdict: Verdict): string {
  const { report, words } = page;
  const rate = report.evaluation.rates[verdict.id]!;
  const title = readyPolicy(report.policy).commitments.find(({ id }) => id === verdict.id)?.title;
  const anchor = anchorOf(page, verdict);
  const isDecided = verdict.rate !== null;
  return [
    `<section class="card" id="${anchor}" aria-labelledby="${anchor}-title">`,
    `<h3 id="${anchor}-title">${said(verdict.id)} ${standingBadge(verdict, words)}</h3>`,
    title === undefined ? "" : `<p class="lead">${said(title)}</p>`,
    isDecided
      ? `<p class="figures"><b class="big">${rateWords(verdict.rate!, verdict.goal, words)}</b> <span>${said(words.goal)}${said(words.picture.colon)}${goalWords(verdict, rate, words)}</span></p>`
      : `<p class="muted">${said(words.nothingDecided)}</p>`,
    notesOf(page, verdict),
    unmeasurablePart(page, verdict),
    isDecided ? weeksPart(page, verdict, anchor) : "",
    isDecided ? marginsPart(page, verdict) : "",
    listsPart(page, verdict, anchor),
    "</section>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** Where open cases can still take the rate, and how little a small sample tells. */
function notesOf({ report, words }: Page, { id, rate: decided }: Verdict): string {
  const { bounds, interval, counts, met, missed } = report.evaluation.rates[id]!;
  if (decided === null) return "";
  const open = counts.running + counts.paused;
  const notes = [
    ...(bounds === undefined || open === 0
      ? []
      : [words.bounds(percent(bounds.low, words), percent(bounds.high, words), many(open, words.cases, words))]),
    ...(interval === undefined
      ? []
      : [
          words.interval(
            percent(interval.low, words),
            percent(interval.high, words),
            many(met + missed, words.decided, words),
          ),
        ]),
  ];
  return notes.length === 0 ? "" : `<p class="muted">${said(notes.join(words.picture.semicolon))}</p>`;
}

/** Why what is not measured is not: with nothing decided it is all there is to say. */
function unmeasurablePart({ unmeasurable, words }: Page, { id }: Verdict): string {
  const parts = unmeasurable
    .filter(({ commitment }) => commitment === id)
    .map(({ reason, count }) => `${many(count, words.cases, words)}${words.picture.colon}${words.reasons[reason]}`);
  return parts.length === 0
    ? ""
    : `<p class="muted">${said(`${words.cannotBeMeasured}${words.picture.colon}${parts.join(words.picture.semicolon)}`)}</p>`;
}

function weeksPart(page: Page, { id }: Verdict, anchor: string): string {
  const { words, zone } = page;
  const all = weeksOf(page.results.get(id) ?? [], zone);
  if (all.length === 0) return "";
  const weeks = all.slice(-SHOWN_WEEKS);
  const { met, missed } = words.picture.outcomes;
  const heads = [words.week, met, missed, words.rate, words.missedCases].map(said);
  const rows = weeks
    .filter((week) => week.met.length + week.missed.length > 0)
    .map(
      (week): Row => ({
        id: `${anchor}-${week.name}`,
        cells: [
          `${week.name} <span class="muted">${said(words.weekOf(spokenDate(week.monday, words.picture)))}</span>`,
          String(week.met.length),
          String(week.missed.length),
          said(percent(week.met.length / (week.met.length + week.missed.length), words)),
          week.missed.length === 0 ? "" : caseList(page, week.missed, LISTED_IN_ROW),
        ],
      }),
    );
  const left = all.length - weeks.length;
  const caption = words.weeksCaption(id);
  return [
    `<h4>${said(words.weeks)}</h4>`,
    left === 0 ? "" : `<p class="muted">${said(words.earlierWeeks(many(left, words.weekNoun, words)))}</p>`,
    `<div class="box" role="group" tabindex="0" aria-label="${said(`${caption}, ${words.scrolls}`)}">${weekBars(weeks, anchor, caption, words)}</div>`,
    details(said(words.weeksAsTable), tableBox(`${words.weeksAsTable}, ${id}`, tableOf(caption, heads, rows))),
  ].join("");
}

function marginsPart(page: Page, { id }: Verdict): string {
  const { words, zone } = page;
  const buckets = bucketsOf(page.results.get(id) ?? [], zone, words);
  if (buckets.length === 0) return "";
  const most = buckets.reduce((top, { results }) => Math.max(top, results.length), 0);
  const rows = buckets.map(
    ({ text, isLate, results }): Row => ({
      cells: [
        said(text),
        bucketBar(results.length, most, isLate),
        results.length === 0
          ? '<span class="muted">0</span>'
          : details(String(results.length), caseList(page, results)),
      ],
    }),
  );
  const caption = words.marginsCaption(id);
  const heads = [said(words.margin), '<span class="unseen">%</span>', said(words.share)];
  return `<h4>${said(words.margins)}</h4><div class="narrow">${tableBox(`${caption}, ${words.scrolls}`, tableOf(caption, heads, rows))}</div>`;
}

/** The cases behind each count. */
function listsPart(page: Page, { id }: Verdict, anchor: string): string {
  const { words, report } = page;
  const rate = report.evaluation.rates[id]!;
  const lists = COLUMNS.flatMap(({ key, outcomes }) => {
    const count = countOf(rate, outcomes);
    if (count === 0) return [];
    const ids = outcomes.flatMap((outcome) => rate.caseIds[outcome] ?? []);
    return [
      details(
        `${said(columnWords(key, words))}${said(words.picture.colon)}${count}`,
        caseList(page, ids),
        `${anchor}-${key}`,
      ),
    ];
  });
  return lists.length === 0 ? "" : `<h4>${said(words.behind)}</h4><div class="lists">${lists.join("\n")}</div>`;
}
