/**
 * The report as a page, opened from a file in a browser: at three widths, light and dark, by mouse and by keys.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { processTerminal } from "../../src/cli/terminal.ts";
import { htmlReport } from "../../src/report/index.ts";
import { needs } from "../helpers/needs.ts";
import { hostileReport } from "../unit/report/html/hostile-report.ts";
import { hasChromium, startChromium } from "./chromium.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const CHECK = [
  "check",
  "examples/tickets.csv",
  ...["--policy", "clip-industrie", "--register", "examples/register.json", "--min", "97%"],
  ...["--as-of", "2026-10-31T18:00:00+01:00"],
];

/** What a page of the outside did. */
interface Seen {
  readonly page: Page;
  readonly complaints: string[];
  readonly requests: string[];
}

/** What axe finds. */
interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const WIDTHS = "[document.documentElement.scrollWidth, document.body.scrollWidth]";
const GROUND = "getComputedStyle(document.body).backgroundColor";
const FOCUSED = "document.activeElement.getAttribute('href') ?? document.activeElement.tagName";
const OPEN_ALL = "for (const element of document.querySelectorAll('details')) element.open = true";

describe.skipIf(!hasChromium)(needs("Chromium", hasChromium, "the page in Chromium"), () => {
  const folder = mkdtempSync(join(tmpdir(), "ouvree-page-"));
  const files = { en: join(folder, "en.html"), fr: join(folder, "fr.html"), hostile: join(folder, "hostile.html") };
  let browser: Browser;

  beforeAll(async () => {
    const quiet = { ...processTerminal(), out: () => {}, err: () => {} };
    expect(run([...CHECK, "--format", `html=${files.en}`], quiet)).toBe(1);
    expect(run([...CHECK, "--format", `html=${files.fr}`, "--lang", "fr", "--worst", "4"], quiet)).toBe(1);
    writeFileSync(files.hostile, htmlReport(hostileReport()));
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function opened(file: string, width: number, colorScheme: "light" | "dark"): Promise<Seen> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("dialog", (dialog) => complaints.push(`dialog ${dialog.message()}`));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    return { page, complaints, requests };
  }

  /** Violations of axe that are serious or worse, each with where. */
  async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
    await page.evaluate(AXE);
    const options = rules === undefined ? {} : { runOnly: rules };
    const found = await page.evaluate<{ violations: Violation[] }>(`axe.run(${JSON.stringify(options)})`);
    return found.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)} ${nodes[0]!.failureSummary}`);
  }

  it.for([360, 800, 1400])("fits into %i px, light and dark, and asks nothing of a network", async (width) => {
    for (const scheme of ["light", "dark"] as const) {
      const { page, complaints, requests } = await opened(files.en, width, scheme);
      expect(await page.evaluate(WIDTHS)).toEqual([width, width]);
      expect(complaints).toEqual([]);
      expect(requests).toEqual([pathToFileURL(files.en).href]);
      const ground = await page.evaluate(GROUND);
      // The style sheet was let in by its hash, and dark is dark.
      expect(ground).toBe(scheme === "light" ? "rgb(245, 247, 250)" : "rgb(13, 17, 23)");
      await page.close();
    }
  });

  it("has no serious violation that axe finds, with everything open", async () => {
    const { page } = await opened(files.fr, 1000, "light");
    await page.evaluate(OPEN_ALL);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it("has enough contrast in the dark, too", async () => {
    const { page } = await opened(files.fr, 1000, "dark");
    expect(await violations(page, ["color-contrast"])).toEqual([]);
    await page.close();
  });

  it("is judged by an axe that bites", async () => {
    const { page } = await opened(files.hostile, 800, "light");
    await page.evaluate(`document.querySelector("h1").innerHTML = "<a href='#main'></a>"`);
    expect((await violations(page)).join()).toContain("link-name");
    await page.close();
  });

  it("leads from every link to a place in the page", async () => {
    for (const file of Object.values(files)) {
      const { page } = await opened(file, 800, "light");
      const hrefs = await page.evaluate<string[]>(
        "[...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))",
      );
      const ids = await page.evaluate<string[]>("[...document.querySelectorAll('[id]')].map(({ id }) => id)");
      const known = new Set(ids);
      const lost = hrefs.filter((href) => !href.startsWith("#") || !known.has(href.slice(1)));
      expect(hrefs.length).toBeGreaterThan(10);
      expect([lost, known.size]).toEqual([[], ids.length]);
      await page.close();
    }
  });

  it("leads from a figure to its cases, and from a case to its pictures", async () => {
    const { page } = await opened(files.en, 800, "light");
    await page.locator("table").first().locator("a", { hasText: /^5$/ }).click();
    const list = page.locator("details:target");
    expect(await list.locator("summary").textContent()).toBe("missed: 5");
    expect(await list.locator("li").count()).toBe(5);
    expect(await list.locator("li a").first().isVisible()).toBe(true);
    await list.locator("a", { hasText: "T0440" }).click();
    const article = page.locator("article:target");
    expect(await article.locator("h3").textContent()).toBe("T0440");
    expect(await article.locator("figure svg").count()).toBeGreaterThan(0);
    expect(await article.locator("svg title").first().textContent()).toBe("T0440, anomaly: missed by 5 min");
    await page.close();
  });

  it("is walked through by keys: skip link, links, lists", async () => {
    const { page } = await opened(files.fr, 800, "light");
    const seen: string[] = [];
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("Tab");
      seen.push(await page.evaluate<string>(FOCUSED));
    }
    expect(seen.slice(0, 6)).toEqual([
      "#main",
      "#commitment-3",
      "#commitment-5",
      "#commitment-6",
      "#commitment-8",
      "#overview",
    ]);
    expect(seen[10]).toBe("DIV");
    expect(seen[11]).toBe("#commitment-1");
    const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineWidth");
    expect(outline).toBe("3px");
    await page.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("details[open]").count()).toBe(1);
    await page.close();
  });

  it("shows hostile texts as they are, and runs none of them", async () => {
    const { page, complaints, requests } = await opened(files.hostile, 800, "light");
    expect(complaints).toEqual([]);
    expect(requests).toEqual([pathToFileURL(files.hostile).href]);
    expect(await page.locator("script,iframe,img,object,embed,link,base,form").count()).toBe(0);
    expect(await page.locator("h1").textContent()).toContain("<script>alert(1)</script>");
    expect(await page.evaluate(WIDTHS)).toEqual([800, 800]);
    await page.close();
  });

  it("is printed light, with the texts beneath the pictures", async () => {
    const { page } = await opened(files.en, 800, "dark");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate(GROUND)).toBe("rgb(255, 255, 255)");
    expect(await page.locator("nav").isVisible()).toBe(false);
    const paper = await page.evaluate("getComputedStyle(document.querySelector('svg.od .od-paper')).fill");
    expect(paper).toBe("rgb(255, 255, 255)");
    await page.close();
  });
});
