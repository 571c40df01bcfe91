/**
 * The report as a page, as far as no browser is needed: figures that add up, lists that are capped, texts that are inert.
 */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../../../src/charters/clip-industrie.ts";
import { evaluate, type Register } from "../../../../src/index.ts";
import { bucketsOf } from "../../../../src/report/html/margins.ts";
import { pageOf } from "../../../../src/report/html/page.ts";
import { PAGE_STYLE, PAGE_STYLE_HASH } from "../../../../src/report/html/style.ts";
import { isoWeek, weeksOf } from "../../../../src/report/html/weeks.ts";
import { pageWords } from "../../../../src/report/html/words.ts";
import { htmlReport, judgeGoals, privateReport, type Report, worstSegments } from "../../../../src/report/index.ts";
import { dayNumber } from "../../../oracle/civil.ts";
import { HARMFUL } from "../../refusals.ts";
import { HOSTILE_TEXTS, hostileReport } from "./hostile-report.ts";

const MINUTE = 60_000;
const AS_OF = "2026-12-01T00:00:00+01:00";
const register: Register = { customers: [{ id: "acme", contract: { from: "2026-01-01", paid: true } }] };

/** Anomalies, which have four open hours, called at nine on working Mondays and helped so many minutes later. */
function reportOf(minutes: readonly number[], more: Partial<Report> = {}): Report {
  const cases = minutes.map((after, i) => {
    const at = Date.parse("2026-06-01T09:00:00+02:00") + (i % 4) * 7 * 24 * 60 * MINUTE;
    return {
      id: `A${i}`,
      kind: "anomaly",
      customer: "acme",
      events: [
        { type: "called", at: new Date(at).toISOString() },
        { type: "assisted", at: new Date(at + after * MINUTE).toISOString() },
      ],
    };
  });
  const evaluation = evaluate(clipIndustrie, cases, { asOf: AS_OF, register });
  const verdicts = judgeGoals(evaluation, { byId: new Map() });
  const report = { policy: clipIndustrie, evaluation, verdicts, cases, ...more };
  return { ...report, segments: worstSegments(report, register) };
}

describe("a page of a period", () => {
  it("counts the cases begun in it, and says which they are", () => {
    const whole = reportOf([30, 60, 90, 400]);
    const of = (options: object, more: Partial<Report> = {}): string => {
      const evaluation = evaluate(clipIndustrie, whole.cases!, { asOf: AS_OF, register, ...options });
      return htmlReport({ ...whole, evaluation, ...more });
    };
    // Mondays, one case each: 1, 8, 15 and 22 June.
    expect(htmlReport(whole)).toContain("(Europe/Paris), 4 cases</p>");
    expect(of({ period: "2026-06-08" })).toContain("(Europe/Paris), 1 case, cases begun in 2026-06-08</p>");
    expect(of({ since: "2026-06-08", until: "2026-06-16" })).toContain(
      "(Europe/Paris), 2 cases, cases begun from Mon 8 Jun 2026, cases begun before Tue 16 Jun 2026</p>",
    );
    expect(of({ since: "2026-06-08" }, { language: "fr" })).toContain("3 demandes, demandes commencées à partir du ");
  });

  it("has weeks, margins and worst cases of these cases alone", () => {
    // The first is late by far, and begins before the period; of the others one is late.
    const whole = reportOf([479, 60, 400, 30]);
    const evaluation = evaluate(clipIndustrie, whole.cases!, { asOf: AS_OF, register, since: "2026-06-08" });
    const { segments: _, ...report } = { ...whole, evaluation };
    const { results, worst } = pageOf(report);
    const ids = (found: readonly { caseId: string }[]): string[] => found.map(({ caseId }) => caseId).sort();
    expect(ids(results.get("anomaly")!)).toEqual(["A1", "A2", "A3"]);
    expect(weeksOf(results.get("anomaly")!, pageOf(report).zone).map(({ name }) => name)).toEqual([
      "2026-W24",
      "2026-W25",
      "2026-W26",
    ]);
    expect(worst.map(({ found }) => found.id).sort()).toEqual(["A1", "A2", "A3"]);
    expect(htmlReport(report)).not.toMatch(/>A0</);
  });
});

describe("the page", () => {
  const report = reportOf([30, 60, 90, 400, 420, 479]);
  const html = htmlReport(report);

  it("lets in one style sheet, by its hash, and nothing else", () => {
    const hash = createHash("sha256").update(PAGE_STYLE).digest("base64");
    expect(PAGE_STYLE_HASH).toBe(`sha256-${hash}`);
    expect(html).toContain(
      `content="default-src 'none'; style-src '${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html.split("<style>")).toHaveLength(2);
    expect(html).toContain(`<style>${PAGE_STYLE}</style>`);
    expect(html).not.toMatch(/ style=|<script|@import|<link|<img|url\((?!#)/);
    expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|\/\//);
  });

  it("says kept or broken first, and each rate beside its goal", () => {
    expect(html).toContain('<html lang="en">');
    expect(html).toContain("Compliance with clip-industrie</h1>");
    expect(html).toMatch(/class="verdict broken">.*Broken: <a href="#commitment-3">anomaly<\/a><\/p>/);
    expect(html).toContain('<b class="big">50\u00a0%</b>');
  });

  it("draws the worst first, with what counted, and tells it beneath", () => {
    const [first, second] = [...html.matchAll(/<article .*?<\/article>/gs)].map(([text]) => text);
    expect(first).toContain('<h3 id="case-1-title">A5</h3>');
    expect(second).toContain('<h3 id="case-2-title">A4</h3>');
    // Helped at 16:59: 9 to 12 and 14 to 16:59, 4 hours in time.
    expect(first).toContain(">A5, anomaly: missed by 1 h 59 min</title>");
    expect(first).toContain(
      "<li>Mon 8 Jun 2026: open 09:00–12:00, 14:00–17:00; counted 09:00–12:00, 14:00–16:59, 5 h 59 min; beyond the deadline 15:00–16:59; start 09:00; due 15:00; stop 16:59</li>",
    );
    expect(first).toContain('data-band="late"');
  });

  it("speaks French", () => {
    const french = htmlReport({ ...report, language: "fr" });
    expect(french).toContain('<html lang="fr">');
    expect(french).toContain("Les pires demandes</h2>");
    expect(french).toContain("manqué de 1 h 59 min");
    expect(french).toContain("à 95 %");
    // Words of one language only: what is left in English are the texts of the policy.
    expect(french).not.toMatch(/>(Overview|Commitment|Rate|Goal|met|missed|Week|Margin|Readings|Made with)</);
  });

  it("shows as many cases as it is told to", () => {
    for (const worst of [0, 2, 6]) expect(htmlReport({ ...report, worst }).split("<article ")).toHaveLength(worst + 1);
  });

  it("draws the same after names were taken out", () => {
    const hidden = htmlReport(privateReport(report, { redact: (text) => `h${Buffer.from(text).toString("hex")}` }));
    expect(hidden).not.toMatch(/acme|>A5</);
    expect(hidden.split('data-band="late"')).toHaveLength(html.split('data-band="late"').length);
  });
});

describe("weeks and margins", () => {
  const report = reportOf([1, 14, 15, 16, 59, 61, 178, 179, 180, 359, 361, 370, 375, 376, 420, 480, 3000]);
  const page = pageOf(report);
  const results = page.results.get("anomaly")!;
  const { met, missed } = report.evaluation.rates["anomaly"]!;

  it("add up to the rate", () => {
    const weeks = weeksOf(results, page.zone);
    expect(weeks.map(({ name, monday }) => [name, monday])).toEqual([
      ["2026-W23", "2026-06-01"],
      ["2026-W24", "2026-06-08"],
      ["2026-W25", "2026-06-15"],
      ["2026-W26", "2026-06-22"],
    ]);
    expect(weeks.reduce((sum, week) => sum + week.met.length, 0)).toBe(met);
    expect(weeks.reduce((sum, week) => sum + week.missed.length, 0)).toBe(missed);
    const buckets = bucketsOf(results, page.zone, pageWords("en"));
    expect(buckets.filter(({ isLate }) => isLate).reduce((sum, one) => sum + one.results.length, 0)).toBe(missed);
    expect(buckets.filter(({ isLate }) => !isLate).reduce((sum, one) => sum + one.results.length, 0)).toBe(met);
  });

  it("count a margin up to its upper bound", () => {
    // Four hours from nine end at 15:00, 360 minutes later by the clock.
    const at = (minutes: number): string[] =>
      bucketsOf(pageOf(reportOf([minutes])).results.get("anomaly")!, page.zone, pageWords("en")).map(
        ({ text }) => text,
      );
    expect(at(360)).toEqual(["up to 15 min early"]);
    expect(at(345)).toEqual(["up to 15 min early"]);
    expect(at(344)).toEqual(["15 min to 1 h early"]);
    expect(at(375)).toEqual(["up to 15 min late"]);
    expect(at(376)).toEqual(["15 min to 1 h late"]);
    expect(at(0)).toEqual(["2 h to 4 h early"]);
  });

  it("name ISO weeks: the year is that of the Thursday", () => {
    const week = (date: string): string => isoWeek(dayNumber(date));
    expect([week("2025-12-29"), week("2026-12-28"), week("2027-01-04"), week("2024-12-30")]).toEqual([
      "2026-W01",
      "2026-W53",
      "2027-W01",
      "2025-W01",
    ]);
  });
});

describe("many cases", () => {
  it("make no large page: only the worst have pictures, and lists are capped with a count", () => {
    const html = htmlReport(reportOf(Array.from({ length: 20_000 }, (_, i) => (i * 37) % 600)));
    expect(html.length).toBeLessThan(1_500_000);
    expect(html.split("<article ")).toHaveLength(51);
    expect(html).toMatch(/… and \d{4,5} more/);
  });
});

describe("hostile texts", () => {
  it("are text alone, wherever they come from", () => {
    const html = htmlReport(hostileReport());
    expect(html).not.toMatch(/<script|<img|<base|onerror=(?!alert\(2\)&gt;)|href="(?!#)/);
    expect(html.replaceAll("\n", "")).not.toMatch(HARMFUL);
    for (const tag of html.matchAll(/<([a-z0-9]+)/gi)) expect(TAGS).toContain(tag[1]);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(HOSTILE_TEXTS.length).toBeGreaterThan(5);
  });
});

const TAGS =
  "html head meta title style body a header h1 h2 h3 h4 p ul li b nav main section article div table caption thead tbody tr th td span svg rect path text g defs pattern desc circle details summary figure figcaption dl dt dd footer".split(
    " ",
  );
