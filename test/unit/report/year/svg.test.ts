/**
 * A year at a glance as a picture: well-formed by a parser that is not ours, safe, and with every date told.
 */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { yearSvg } from "../../../../src/report/index.ts";
import { fitted, widthOf } from "../../../../src/report/text-width.ts";
import { xmlText } from "../../../../src/report/xml.ts";
import { HARMFUL } from "../../refusals.ts";
import { DESK, evilGlance, glanceOf } from "./desks.ts";

/** Every element as [name, attributes, own text], by python's expat; null where there is no python. */
const READER = `
import json, sys, xml.etree.ElementTree as tree
print(json.dumps([[e.tag.split("}")[1], e.attrib, e.text or ""] for e in tree.fromstring(sys.stdin.buffer.read()).iter()]))
`;

import { needs } from "../../../helpers/needs.ts";

type Element = readonly [name: string, attributes: Readonly<Record<string, string>>, text: string];

const hasPython = spawnSync("python3", ["--version"]).status === 0;

function read(svg: string): Element[] {
  const { stdout, stderr, status } = spawnSync("python3", ["-c", READER], {
    input: svg,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

const SVG = yearSvg(glanceOf());
const textsOf = (elements: readonly Element[], name: string): string[] =>
  elements.filter((element) => element[0] === name).map((element) => element[2]);

describe.skipIf(!hasPython)(needs("python3", hasPython, "the picture, read by another"), () => {
  const elements = read(SVG);

  it("says what it is, as a whole and for each date", () => {
    const titles = textsOf(elements, "title");
    expect(titles[0]).toBe("Working days of 2026, Metz & Cie, Europe/Paris");
    expect(textsOf(elements, "desc")[0]).toMatch(
      /^246 working days, 1,470 h open, 13 holidays, 3 ponts\. January 21 working days, 126 h; /,
    );
    expect(titles).toHaveLength(1 + 365);
    expect(titles).toContain("Monday 25 May 2026: holiday, Whit Monday");
    expect(titles).toContain("Friday 15 May 2026: working day, 6 h (09:00-12:00 14:00-17:00), pont");
    expect(titles).toContain("Thursday 24 December 2026: open part of the day, Christmas Eve, 3 h (09:00-12:00)");
    expect(titles).toContain("Saturday 6 June 2026: exceptional hours, 3 h (09:00-12:00)");
    expect(titles).toContain("Thursday 31 December 2026: closed");
    expect(titles).toContain("Sunday 7 June 2026: no hours");
    const [, root] = elements[0]!;
    expect(root).toMatchObject({ role: "img", lang: "en" });
    const ids = elements.flatMap(([, attributes]) => attributes["id"] ?? []);
    for (const id of root["aria-labelledby"]!.split(" ")) expect(ids).toContain(id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("shows holidays and closures by name, ponts outlined, part-days half filled", () => {
    const texts = textsOf(elements, "text");
    for (const name of ["Whit Monday", "summer", "09:00-12:00", "1,470 h"]) expect(texts).toContain(name);
    // Five closed days in a row are named once.
    expect(texts.filter((text) => text === "summer")).toHaveLength(1);
    const withClass = (name: string): number =>
      elements.filter(([, attributes]) => (attributes["class"] ?? "").split(" ").includes(name)).length;
    // One more of each stands in the legend.
    expect(withClass("oy-pont")).toBe(3 + 1);
    expect(withClass("oy-holiday")).toBe(13 + 1);
    expect(withClass("oy-bar")).toBe(12);
    expect(
      elements.filter(([name, attributes]) => name === "path" && attributes["style"]?.includes("hatch")),
    ).toHaveLength(2);
  });

  it("has hostile names as text alone", () => {
    const evil = read(yearSvg(evilGlance()));
    expect(new Set(evil.map(([name]) => name))).toEqual(
      new Set(["svg", "title", "desc", "style", "defs", "pattern", "clipPath", "rect", "path", "g", "text", "tspan"]),
    );
    const titles = textsOf(evil, "title");
    expect(titles).toContain('Sunday 1 February 2026: holiday, <script>alert("1")</script>');
    for (const [, attributes, text] of evil) {
      expect(Object.values(attributes).join("") + text.replaceAll("\n", "")).not.toMatch(HARMFUL);
    }
  });

  it("speaks French", () => {
    const titles = textsOf(read(yearSvg(glanceOf(), { lang: "fr" })), "title");
    expect(titles[0]).toBe("Jours ouvrés de 2026, Metz & Cie, Europe/Paris");
    expect(titles).toContain("Vendredi 15 mai 2026 : jour ouvré, 6 h (09:00-12:00 14:00-17:00), pont");
  });
});

describe("the picture", () => {
  it("has no script, no event, no link, no font and nothing from elsewhere", () => {
    for (const svg of [SVG, yearSvg(evilGlance())]) {
      expect(svg).not.toMatch(/<script|<a\b|<image|<use|<foreignObject|\son\w+=|@import|@font-face|javascript:/i);
      expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/(?:href|src)=|url\((?!#)/);
    }
  });

  it("has a light look, and a dark one for screens alone", () => {
    expect(SVG).toContain("@media screen and (prefers-color-scheme:dark){");
  });

  it("has a legend of what occurs, and of nothing else", () => {
    const legend = (svg: string): string => svg.slice(svg.lastIndexOf('<g transform="translate(34 956)'));
    for (const word of ["no hours", "holiday", "closed", "open part of the day", "exceptional hours", "pont"])
      expect(legend(SVG)).toContain(`>${word}<`);
    const { closures: _closures, exceptions: _exceptions, ...plain } = DESK;
    expect(legend(yearSvg(glanceOf(plain)))).not.toMatch(/>closed<|part of the day|exceptional/);
  });

  it("says where the reach ends too early to know of a pont", () => {
    const svg = yearSvg(glanceOf({ ...DESK, holidays: [{ dates: ["2026-12-30"] }], exceptions: {} }));
    expect(svg).toMatch(/beyond the reach: 2026-12-31/);
  });
});

describe("text in XML", () => {
  it.each([
    [`<a b="c" d='e'>&`, "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;"],
    ["]]>", "]]&gt;"],
    ["a\u0000b\u000bc\u001fd\ufffe\uffff", "a\ufffdb\ufffdc\ufffdd\ufffd\ufffd"],
    ["\ud800 \udc00 \udc00\ud800", "\ufffd \ufffd \ufffd\ufffd"],
    ["tab\tline\nreturn\r", "tab\tline\nreturn\r"],
    ["é 漢 😀", "é 漢 😀"],
    ["&amp;", "&amp;amp;"],
  ])("%j is written %j", (text, written) => {
    expect(xmlText(text)).toBe(written);
  });
});

describe("text that must fit", () => {
  it.each([
    ["Noël", 7, ["Noël"]],
    ["Lundi de Pentecôte", 7, ["Lundi de", "Pentecôte"]],
    ["Saint-Étienne", 6.5, ["Saint-", "Étienne"]],
    ["", 7, []],
    ["   ", 7, []],
  ])("%j in %d em is %j", (text, em, lines) => {
    expect(fitted(text, em, 2)).toEqual(lines);
  });

  it("is cut, and never in the middle of a character", () => {
    for (const text of [
      "supercalifragilisticexpialidocious",
      "a b c d e f g h i j k l m n o p q r s t",
      "😀".repeat(50),
      "漢".repeat(50),
    ]) {
      const lines = fitted(text, 6, 2);
      expect(lines.length).toBeLessThanOrEqual(2);
      expect(lines.at(-1)).toMatch(/…$/);
      for (const line of lines) {
        expect(widthOf(line)).toBeLessThanOrEqual(6);
        expect(xmlText(line)).toBe(line);
      }
    }
  });
});
