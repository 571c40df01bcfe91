/**
 * What the parts of the page share: the report, its words, and where each case stands in it.
 */
import { formatDate } from "../../time/civil-date.ts";
import type { Zone } from "../../time/zone.ts";
import { placeOf } from "../deadline-svg/wall.ts";
import { spokenDate, spokenWall } from "../deadline-svg/words.ts";
import type { Verdict } from "../gates/gate.ts";
import type { Report } from "../report.ts";
import { zoneOfReport } from "../results/report-rows.ts";
import { type Unmeasurable, unmeasurableOf } from "../results/unmeasurable.ts";
import { linkTo, said } from "./markup.ts";
import { type CountedResult, resultsByCommitment } from "./results.ts";
import { type PageWords, pageWords } from "./words.ts";
import { type WorstCase, worstCases } from "./worst.ts";

/** What the parts of the page share. */
export interface Page {
  readonly report: Report;
  readonly words: PageWords;
  /** Of the policy's own calendar. */
  readonly zone: Zone;
  readonly worst: readonly WorstCase[];
  readonly unmeasurable: readonly Unmeasurable[];
  readonly results: ReadonlyMap<string, readonly CountedResult[]>;
  /** Ids of the articles, by index of the case, and by its id. */
  readonly byIndex: ReadonlyMap<number, string>;
  readonly byId: ReadonlyMap<string, string>;
}

/** Ids of cases listed in one place; the rest is counted. */
export const LISTED = 100;

/** The page of a report. */
export function pageOf(report: Report): Page {
  const worst = worstCases(report);
  const anchors = worst.map(({ index, found }, i) => ({ index, id: found.id, anchor: `case-${i + 1}` }));
  const byId = new Map<string, string>();
  for (const { id, anchor } of anchors) if (!byId.has(id)) byId.set(id, anchor);
  return {
    report,
    words: pageWords(report.language ?? "en"),
    zone: zoneOfReport(report),
    worst,
    unmeasurable: unmeasurableOf(report),
    results: resultsByCommitment(report),
    byIndex: new Map(anchors.map(({ index, anchor }) => [index, anchor])),
    byId,
  };
}

/** The id of the part of a commitment; ids of policies are words of all sorts, their places are not. */
export function anchorOf({ report }: Page, { id }: Verdict): string {
  return `commitment-${1 + report.verdicts.findIndex((one) => one.id === id)}`;
}

/** An instant on the clock of the policy; one that ends something stands at 24:00 rather than at midnight. */
export function instantWords(iso: string | null | undefined, { zone, words }: Page, isEnd = false): string {
  if (iso === null || iso === undefined) return "–";
  const { day, wallMs } = placeOf(zone, Date.parse(iso), isEnd);
  return `${spokenDate(formatDate(day), words.picture)} ${spokenWall(wallMs)}`;
}

/** The ids of cases, each leading to its picture where it has one. */
export function caseList(page: Page, cases: readonly (string | CountedResult)[], most: number = LISTED): string {
  const items = cases.slice(0, most).map((one) => {
    const id = typeof one === "string" ? one : one.caseId;
    const anchor = typeof one === "string" ? page.byId.get(id) : page.byIndex.get(one.index);
    return `<li>${anchor === undefined ? said(id) : linkTo(anchor, said(id))}</li>`;
  });
  const left = cases.length - items.length;
  if (left > 0) items.push(`<li>${said(page.words.more(String(left)))}</li>`);
  return `<ul class="ids">${items.join(" ")}</ul>`;
}
