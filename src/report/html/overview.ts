/**
 * The head of the page: kept or broken, and every commitment beside its goal.
 */
import type { Outcome, Rate } from "../../evaluation/result.ts";
import { parseDate } from "../../time/civil-date.ts";
import { spokenDate } from "../deadline-svg/words.ts";
import { isNothingJudged, type Verdict } from "../gates/gate.ts";
import { casesSeen } from "../results/report-rows.ts";
import { spokenRate } from "../share.ts";
import { rateBar } from "./charts.ts";
import { linkTo, type Row, said, tableBox, tableOf } from "./markup.ts";
import { anchorOf, instantWords, type Page } from "./page.ts";
import { many, type PageWords, percent, shareWords } from "./words.ts";

/** Kept or broken, of what, as of when. */
export function headOf(page: Page): string {
  const { report, words, zone } = page;
  const { policy, evaluation, verdicts } = report;
  const broken = verdicts.filter(({ standing }) => standing === "broken");
  const seen = [
    many(casesSeen(evaluation), words.cases, words),
    ...(evaluation.notYet === 0 ? [] : [`${many(evaluation.notYet, words.cases, words)} ${words.notYet}`]),
    ...periodPart(page),
  ];
  const links = broken.map((verdict) => linkTo(anchorOf(page, verdict), said(verdict.id))).join(", ");
  const outcome = isNothingJudged(verdicts)
    ? `<p class="verdict">${said(words.nothingJudged)}</p>`
    : broken.length === 0
      ? `<p class="verdict kept">${tick(true)} ${said(words.allKept)}</p>`
      : `<p class="verdict broken">${tick(false)} ${said(words.broken)}${said(words.picture.colon)}${links}</p>`;
  const tally = (["kept", "broken", "not-judged"] as const).map(
    (standing) =>
      `<li class="${standing}"><b>${verdicts.filter((one) => one.standing === standing).length}</b> ${said(words.standings[standing])}</li>`,
  );
  return [
    `<header id="top"><h1>${said(words.title(policy.name))}</h1>`,
    policy.document.title === undefined ? "" : `<p class="lead">${said(policy.document.title)}</p>`,
    `<p class="muted">${said(`${words.asOf} ${instantWords(evaluation.asOf, page)} (${zone.name}), ${seen.join(", ")}`)}</p>`,
    outcome,
    gatesPart(page),
    `<ul class="tally">${tally.join("")}</ul></header>`,
  ].join("\n");
}

/** Which cases count, where not all do. */
function periodPart(page: Page): string[] {
  const { report, words } = page;
  const { period, since, until } = report.evaluation;
  const shown = (text: string): string =>
    parseDate(text) === undefined ? instantWords(text, page) : spokenDate(text, words.picture);
  return [
    ...(period === undefined ? [] : [words.begun(period)]),
    ...(since === undefined ? [] : [words.begunFrom(shown(since))]),
    ...(until === undefined ? [] : [words.begunBefore(shown(until))]),
  ];
}

/** How the gates beyond the goals stand: without them a page could say "kept" of a check that failed. */
function gatesPart({ report: { gates = [] }, words }: Page): string {
  if (gates.length === 0) return "";
  const lines = gates.map(({ text, standing }) => `<li class="${standing}">${said(text)}</li>`);
  return `<ul class="gates" aria-label="${said(words.gates)}">${lines.join("")}</ul>`;
}

/** A sign that needs no colour. */
function tick(isKept: boolean): string {
  const path = isKept ? "M3 9l4 4 8-9" : "M4 4l10 10M14 4l-10 10";
  return `<svg class="tick" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`;
}

/** The outcomes of a column. */
export const COLUMNS: readonly { readonly key: string; readonly outcomes: readonly Outcome[] }[] = [
  { key: "met", outcomes: ["met"] },
  { key: "missed", outcomes: ["missed"] },
  { key: "open", outcomes: ["running", "paused"] },
  { key: "excused", outcomes: ["excused"] },
  { key: "not-applicable", outcomes: ["not-applicable"] },
  { key: "unmeasurable", outcomes: ["unmeasurable"] },
];

/** The name of a column. */
export function columnWords(key: string, { picture, open }: PageWords): string {
  return key === "open" ? open : picture.outcomes[key as Outcome];
}

/** How many a column counts. */
export function countOf({ counts }: Rate, outcomes: readonly Outcome[]): number {
  return outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** Every commitment in a row; each figure leads to the list of its cases. */
export function overviewOf(page: Page): string {
  const { report, words } = page;
  const { verdicts, evaluation } = report;
  const columns = COLUMNS.filter(
    ({ key, outcomes }) => key !== "excused" || verdicts.some(({ id }) => countOf(evaluation.rates[id]!, outcomes) > 0),
  );
  const heads = [
    words.commitment,
    words.rate,
    words.goal,
    words.standing,
    ...columns.map(({ key }) => columnWords(key, words)),
  ];
  const rows = verdicts.map((verdict): Row => {
    const rate = evaluation.rates[verdict.id]!;
    const anchor = anchorOf(page, verdict);
    const figures = columns.map(({ key, outcomes }) => {
      const count = countOf(rate, outcomes);
      return count === 0 ? '<span class="muted">0</span>' : linkTo(`${anchor}-${key}`, String(count));
    });
    return {
      look: verdict.standing,
      cells: [
        linkTo(anchor, said(verdict.id)),
        rateCell(verdict, words),
        goalWords(verdict, rate, words),
        standingBadge(verdict, words),
        ...figures,
      ],
    };
  });
  return `<section aria-labelledby="overview"><h2 id="overview">${said(words.overview)}</h2>${tableBox(
    `${words.overview}, ${words.scrolls}`,
    tableOf(words.overviewCaption, heads.map(said), rows),
  )}</section>`;
}

function rateCell({ rate, goal, standing }: Verdict, words: PageWords): string {
  if (rate === null) return '<span class="muted">–</span>';
  return `<span class="rated"><b>${rateWords(rate, goal, words)}</b>${rateBar(rate, goal, standing === "kept")}</span>`;
}

/** A rate with as many digits as it takes to see that it is below its goal. */
export function rateWords(rate: number, goal: number, words: PageWords): string {
  return said(shareWords(spokenRate(rate, goal), words));
}

/** `95 %`, or `above 95 %`. */
export function goalWords({ goal }: Verdict, { goalAbove }: Rate, words: PageWords): string {
  return said(`${goalAbove === true ? `${words.above} ` : ""}${percent(goal, words)}`);
}

/** The standing as a word. */
export function standingBadge({ standing }: Verdict, words: PageWords): string {
  return `<span class="badge ${standing}">${said(words.standings[standing])}</span>`;
}
