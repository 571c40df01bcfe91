/**
 * The small pictures of the page: a rate beside its goal, the weeks, a bar of a histogram. Each has its figures beside it in text,
 * so that those who do not see it miss nothing.
 */
import { rounded } from "../deadline-svg/axis.ts";
import { said } from "./markup.ts";
import type { Week } from "./weeks.ts";
import { many, type PageWords } from "./words.ts";

const RATE_WIDTH = 160;

/** A rate as a bar, with a line at the goal. */
export function rateBar(rate: number, goal: number, isKept: boolean): string {
  const width = rounded(rate * RATE_WIDTH);
  const goalX = Math.min(RATE_WIDTH - 1, Math.max(1, rounded(goal * RATE_WIDTH)));
  return `<svg class="rate" width="${RATE_WIDTH}" height="18" viewBox="0 0 ${RATE_WIDTH} 18" aria-hidden="true" focusable="false"><rect class="track" y="4" width="${RATE_WIDTH}" height="10" rx="2"/><rect class="${isKept ? "met" : "missed"}" y="4" width="${width}" height="10" rx="2"/><path class="goal" d="M${goalX} 0V18"/></svg>`;
}

const WEEK_WIDTH = 14;
const WEEKS_HEIGHT = 96;
const WEEKS_LEFT = 34;
/** From one label to the next, at least. */
const LABEL_WEEKS = 4;

/** The weeks as bars, what was missed on top and hatched; each leads to its row of the table. */
export function weekBars(weeks: readonly Week[], id: string, title: string, words: PageWords): string {
  const most = weeks.reduce((top, { met, missed }) => Math.max(top, met.length + missed.length), 1);
  const width = WEEKS_LEFT + weeks.length * WEEK_WIDTH + 6;
  const unit = WEEKS_HEIGHT / most;
  const bars = weeks.map(({ name, monday, met, missed }, i) => {
    if (met.length + missed.length === 0) return "";
    const x = WEEKS_LEFT + i * WEEK_WIDTH;
    const metY = rounded(WEEKS_HEIGHT + 10 - met.length * unit);
    const missedY = rounded(metY - missed.length * unit);
    const { outcomes } = words.picture;
    const told = `${name}, ${words.weekOf(monday)}${words.picture.colon}${met.length} ${outcomes.met}, ${missed.length} ${outcomes.missed}`;
    const parts = [
      `<rect class="met" x="${x}" y="${metY}" width="${WEEK_WIDTH - 3}" height="${rounded(met.length * unit)}"/>`,
      missed.length === 0
        ? ""
        : `<rect fill="url(#${id}-hatch)" x="${x}" y="${missedY}" width="${WEEK_WIDTH - 3}" height="${rounded(missed.length * unit)}"/>`,
    ];
    return `<a href="#${id}-${name}" tabindex="-1"><title>${said(told)}</title>${parts.join("")}</a>`;
  });
  let labelled = Number.NEGATIVE_INFINITY;
  const ticks = weeks.map(({ monday }, i) => {
    const before = weeks[i - 1]?.monday;
    if (before?.slice(0, 7) === monday.slice(0, 7) || i - labelled < LABEL_WEEKS) return "";
    const isFirst = labelled < 0 || weeks[labelled]!.monday.slice(0, 4) !== monday.slice(0, 4);
    labelled = i;
    const label = isFirst ? monday.slice(0, 7) : monday.slice(5, 7);
    return `<text x="${WEEKS_LEFT + i * WEEK_WIDTH}" y="${WEEKS_HEIGHT + 26}">${label}</text>`;
  });
  const base = WEEKS_HEIGHT + 10;
  return [
    `<svg class="weeks" width="${width}" height="${WEEKS_HEIGHT + 34}" viewBox="0 0 ${width} ${WEEKS_HEIGHT + 34}" role="group" aria-label="${said(`${title}${words.picture.colon}${many(weeks.length, words.weekNoun, words)}`)}">`,
    `<defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="late-ground" width="6" height="6"/><path class="late-line" d="M0 0V6"/></pattern></defs>`,
    `<text class="end" x="${WEEKS_LEFT - 6}" y="14">${most}</text><text class="end" x="${WEEKS_LEFT - 6}" y="${base}">0</text>`,
    `<path class="rule" d="M${WEEKS_LEFT} 10H${width}M${WEEKS_LEFT} ${base}H${width}"/>`,
    ...bars,
    ...ticks,
    "</svg>",
  ].join("");
}

const BUCKET_WIDTH = 220;

/** A bar of the histogram. */
export function bucketBar(count: number, most: number, isLate: boolean): string {
  const width = rounded((count / Math.max(1, most)) * BUCKET_WIDTH);
  return `<svg class="bucket" width="${BUCKET_WIDTH}" height="14" viewBox="0 0 ${BUCKET_WIDTH} 14" aria-hidden="true" focusable="false"><rect class="${isLate ? "missed" : "met"}" y="1" width="${width}" height="12" rx="2"/></svg>`;
}
