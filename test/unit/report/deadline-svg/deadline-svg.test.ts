/**
 * A deadline as a picture: what is drawn lies where it happened, says the same as the text, and is safe.
 *
 * Paris, 2026: Whit Monday is 25 May; the clock goes forward on Sunday 29 March at 2:00 and back on Sunday 25 October at 3:00.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clipIndustrie, clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import { createCalendar, evaluate } from "../../../../src/index.ts";
import { deadlinePicture, deadlineSvg, deadlineText, resultPicture } from "../../../../src/report/index.ts";
import { HARMFUL } from "../../refusals.ts";
import { HOSTILE_TEXTS } from "../html/hostile-report.ts";
import { drawnBands, drawnMarks, drawnMs } from "./picture-geometry.ts";

const HOUR = 3_600_000;
const desk = createCalendar({
  timeZone: "Europe/Paris",
  week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] },
  holidays: ["FR"],
  closures: [{ date: "2026-12-24", from: "12:00", to: "24:00", name: "Christmas Eve" }],
});
const night = createCalendar({ timeZone: "Europe/Paris", week: { "mon-sun": ["20:00-06:00"] } });

const hasPython = spawnSync("python3", ["--version"]).status === 0;
const READER = `
import json, sys, xml.etree.ElementTree as tree
print(json.dumps([[e.tag.split("}")[1], e.attrib, e.text or ""] for e in tree.fromstring(sys.stdin.buffer.read()).iter()]))
`;

import { needs } from "../../../helpers/needs.ts";

/** Every element as [name, attributes, own text], by python's expat. */
function read(svg: string): [name: string, attributes: Record<string, string>, text: string][] {
  const { stdout, stderr, status } = spawnSync("python3", ["-c", READER], { input: svg, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

/** Hours drawn of a look, to the second. */
const hours = (svg: string, ...looks: string[]): number => Math.round(drawnMs(svg, ...looks) / 10_000) / 360;

describe("four hours over Whitsun", () => {
  const picture = deadlinePicture(desk, "2026-05-22T16:00+02:00", "PT4H");
  const svg = deadlineSvg(picture);

  it("has a lane for each date", () => {
    expect(picture.rows.map((row) => row.kind === "lane" && [row.date, row.countedMs / HOUR])).toEqual([
      ["2026-05-22", 1],
      ["2026-05-23", 0],
      ["2026-05-24", 0],
      ["2026-05-25", 0],
      ["2026-05-26", 3],
    ]);
    expect(svg).toContain(">Whit Monday</text>");
  });

  it("draws what counts and what is open to scale, and marks at their instants", () => {
    expect(hours(svg, "counted")).toBe(4);
    expect(hours(svg, "open")).toBe(12);
    expect(drawnMarks(svg).map((ms) => Math.round(ms / 60_000) / 60)).toEqual([16, 12]);
  });

  it("is what the documentation shows", () => {
    const { desk: own } = clipIndustrieDefinition.calendars;
    const shown = deadlineSvg(deadlinePicture(createCalendar(own!), "2026-05-22T16:00+02:00", "PT4H"));
    expect(readFileSync("docs/deadline.svg", "utf8")).toBe(shown);
  });

  it("is told in as many lines", () => {
    expect(deadlineText(picture).split("\n")).toEqual([
      "4 h of open time from Fri 22 May 2026 16:00 (Europe/Paris)",
      "Fri 22 May 2026: open 09:00–12:00, 14:00–17:00; counted 16:00–17:00, 1 h; start 16:00",
      "Sat 23 May 2026: closed",
      "Sun 24 May 2026: closed",
      "Mon 25 May 2026: closed, Whit Monday",
      "Tue 26 May 2026: open 09:00–12:00, 14:00–17:00; counted 09:00–12:00, 3 h; due 12:00",
      "due Tue 26 May 2026 12:00; counted in all 4 h",
    ]);
    expect(deadlineText(picture, { lang: "fr" }).split("\n").at(-3)).toBe(
      "lun. 25 mai 2026\u00a0: fermé, Lundi de Pentecôte",
    );
  });

  it.skipIf(!hasPython)(needs("python3", hasPython, "is one image with a title and all of the text"), () => {
    const elements = read(svg);
    const [, root] = elements[0]!;
    expect(root).toMatchObject({ role: "img", lang: "en" });
    const ids = elements.flatMap(([, attributes]) => attributes["id"] ?? []);
    for (const id of root["aria-labelledby"]!.split(" ")) expect(ids).toContain(id);
    expect(elements.find(([name]) => name === "desc")![2]).toBe(deadlineText(picture));
    expect(svg).not.toMatch(/<script|<foreignObject|<image|href=|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
  });
});

describe("the clock", () => {
  it("skips an hour: the lane has 23, the hour is hatched, and what counts is drawn around it", () => {
    const picture = deadlinePicture(night, "2026-03-28T21:00+01:00", "PT12H");
    const svg = deadlineSvg(picture);
    expect(picture.rows.map((row) => row.kind === "lane" && row.ms / HOUR)).toEqual([24, 23]);
    expect(hours(svg, "counted")).toBe(12);
    const [skipped, ...none] = drawnBands(svg).filter(({ look }) => look === "skipped");
    expect([Math.round(skipped!.fromMs / HOUR), Math.round(skipped!.toMs / HOUR), none]).toEqual([2, 3, []]);
    expect(svg).toContain(">02:00–03:00 skipped by the clock: 23 h</text>");
  });

  it("shows an hour twice: the lane has 25, and the hour two storeys", () => {
    const svg = deadlineSvg(deadlinePicture(night, "2026-10-24T21:00+02:00", "PT10H"));
    expect(hours(svg, "counted")).toBe(10);
    const halves = drawnBands(svg).filter(({ look, height }) => look === "counted" && height === 12);
    expect(halves.map(({ fromMs, toMs }) => [Math.round(fromMs / HOUR), Math.round(toMs / HOUR)])).toEqual([
      [2, 3],
      [2, 3],
    ]);
    expect(halves[1]!.y - halves[0]!.y).toBe(12);
    expect(svg).toContain(">02:00–03:00 shown twice by the clock: 25 h</text>");
  });

  it("is named where it changes outside the hours that are shown", () => {
    const svg = deadlineSvg(deadlinePicture(desk, "2026-03-27T16:00+01:00", "PT2H"));
    expect(svg).toContain("02:00–03:00 skipped by the clock: 23 h");
    expect(drawnBands(svg).filter(({ look }) => look === "skipped")).toEqual([]);
  });
});

describe("edges of dates", () => {
  it("stands at 24:00 for a deadline at midnight, and at 00:00 for a start", () => {
    const always = createCalendar({ timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } });
    const { marks, rows } = deadlinePicture(always, "2026-05-22T00:00Z", "PT24H");
    expect(marks.map(({ kind, date, wallMs }) => [kind, date, wallMs / HOUR])).toEqual([
      ["start", "2026-05-22", 0],
      ["due", "2026-05-22", 24],
    ]);
    expect(rows).toHaveLength(1);
  });

  it("is drawn backwards for a negative duration", () => {
    const picture = deadlinePicture(desk, "2026-05-26T10:00+02:00", "-PT2H");
    expect(picture.marks.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      "start 2026-05-26T08:00:00.000Z",
      "due 2026-05-22T14:00:00.000Z",
    ]);
    expect(picture.countedMs).toBe(2 * HOUR);
  });

  it("ends with what is known: a deadline on the last known date", () => {
    const known = createCalendar({
      timeZone: "Europe/Paris",
      week: { "mon-sun": ["20:00-06:00"] },
      holidays: [{ dates: [], from: "2026-05-01", to: "2026-05-31" }],
    });
    const svg = deadlineSvg(deadlinePicture(known, "2026-05-31T21:00+02:00", "PT1H"));
    expect(hours(svg, "counted")).toBe(1);
  });
});

describe("long times", () => {
  it("leave dates out, count them, and stay within forty rows", () => {
    for (const duration of ["PT200H", "PT2000H", "PT100000H"]) {
      const { rows, countedMs } = deadlinePicture(desk, "2026-01-05T09:00+01:00", duration);
      expect(rows.length).toBeLessThanOrEqual(40);
      expect(rows.some(({ kind }) => kind === "gap")).toBe(true);
      expect(rows.reduce((sum, row) => sum + row.countedMs, 0)).toBe(countedMs);
      expect(countedMs).toBe(Number(/\d+/.exec(duration)![0]) * HOUR);
    }
  });
});

describe("a case", () => {
  it("shows what counted, what was late and what was paused", () => {
    const found = evaluate(
      clipIndustrie,
      [
        {
          id: "T1",
          kind: "anomaly",
          customer: "acme",
          events: [
            { type: "called", at: "2026-05-22T16:00:00+02:00" },
            { type: "paused", at: "2026-05-26T09:00:00+02:00" },
            { type: "resumed", at: "2026-05-26T10:00:00+02:00" },
            { type: "assisted", at: "2026-05-26T15:30:00+02:00" },
          ],
        },
      ],
      {
        asOf: "2026-06-01T00:00:00+02:00",
        segments: true,
        register: { customers: [{ id: "acme", contract: { from: "2026-01-01", paid: true } }] },
      },
    ).cases[0]!;
    const picture = resultPicture(clipIndustrie, found, "anomaly")!;
    const svg = deadlineSvg(picture);
    expect([hours(svg, "counted"), hours(svg, "late"), hours(svg, "paused")]).toEqual([4, 0.5, 1]);
    expect(picture.countedMs).toBe(found.commitments["anomaly"]!.elapsedMs);
    expect(deadlineText(picture).split("\n")[0]).toBe(
      "T1, anomaly: missed by 30 min; promised 4 h of open time (Europe/Paris)",
    );
    expect(deadlineText(picture, { lang: "fr" }).split("\n").at(-1)).toBe(
      "échéance mar. 26 mai 2026 15:00\u00a0; fin mar. 26 mai 2026 15:30\u00a0; compté en tout 4 h 30 min",
    );
    expect(() => resultPicture(clipIndustrie, found, "anomly")).toThrow(/did you mean "anomaly"/);
  });
});

describe.skipIf(!hasPython)(needs("python3", hasPython, "hostile names"), () => {
  it("are text alone", () => {
    const evil = createCalendar({
      timeZone: "Europe/Paris",
      week: { "mon-sun": ["09:00-10:00"] },
      closures: HOSTILE_TEXTS.map((name, i) => ({ date: `2026-05-0${i + 2}`, name })),
    });
    for (const lang of ["en", "fr"] as const) {
      const elements = read(
        deadlineSvg(deadlinePicture(evil, "2026-05-01T09:00+02:00", "PT2H"), { lang, id: `"><x y='` }),
      );
      const names = new Set(elements.map(([name]) => name));
      expect([...names].sort()).toEqual([
        "defs",
        "desc",
        "g",
        "path",
        "pattern",
        "rect",
        "style",
        "svg",
        "text",
        "title",
      ]);
      expect(elements.some(([, , text]) => text.includes("<script>alert(1)</script>"))).toBe(true);
      for (const [name, , text] of elements)
        if (name !== "desc") expect(text.replaceAll("\n", "")).not.toMatch(HARMFUL);
    }
  });
});
