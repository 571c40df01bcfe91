/**
 * What the figures were made with: the readings first, since they decide verdicts.
 */
import { said } from "./markup.ts";
import type { Page } from "./page.ts";

/** The readings used, and the provenance. */
export function madeWithPart({ report, words }: Page): string {
  const {
    readings,
    policy,
    policyHash,
    calendarHashes,
    holidaySources = {},
    tzdata,
    version,
  } = report.evaluation.provenance;
  const chosen = Object.entries(readings);
  const rows: [string, string][] = [
    ["ouvree", version],
    [words.policy, `${policy} ${policyHash}`],
    ...Object.entries(calendarHashes).map(([name, hash]): [string, string] => [words.calendars, `${name} ${hash}`]),
    ...Object.entries(holidaySources).map(([source, data]): [string, string] => [words.holidays, `${source} ${data}`]),
    ...(tzdata === undefined ? [] : [[words.tzdata, tzdata] as [string, string]]),
  ];
  return [
    `<section aria-labelledby="readings"><h2 id="readings">${said(words.readings)}</h2>`,
    chosen.length === 0 ? `<p>${said(words.noReadings)}</p>` : `<p>${said(words.readingsNote)}</p>${listOf(chosen)}`,
    "</section>",
    `<section aria-labelledby="made-with"><h2 id="made-with">${said(words.madeWith)}</h2>${listOf(rows)}</section>`,
  ].join("\n");
}

function listOf(rows: readonly (readonly [string, string])[]): string {
  return `<dl>${rows.map(([name, value]) => `<div><dt>${said(name)}</dt><dd>${said(value)}</dd></div>`).join("")}</dl>`;
}
