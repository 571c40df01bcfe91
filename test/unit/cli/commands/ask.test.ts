/**
 * `deadline`, `elapsed`, `open`, `explain`: one question to one calendar. Answers worked by hand.
 *
 * May 2026: Friday 8 (victory of 1945) and Thursday 14 (Ascension) are holidays, so is Monday 25 (Whit Monday).
 */

import { describe, expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import { HARMFUL } from "../../refusals.ts";
import { expectUnusable, ouvree, type World } from "../fake-terminal.ts";

const DESK = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] }, holidays: ["FR"] };
const SHOP = { timeZone: "America/New_York", week: { "mon-sat": ["10:00-18:00"] } };
const FOREVER = { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } };
const WORLD: World = {
  files: {
    "desk.json": JSON.stringify(DESK),
    "shop.json": `\ufeff${JSON.stringify(SHOP)}`,
    "forever.json": JSON.stringify(FOREVER),
    "policy.json": JSON.stringify({
      ...clipIndustrieDefinition,
      calendar: "shop",
      calendars: { ...clipIndustrieDefinition.calendars, shop: SHOP },
    }),
    "broken.json": "{",
    "never.json": JSON.stringify({ timeZone: "UTC", week: {} }),
    "slip.json": JSON.stringify({ timeZone: "Europe/Paris", week: { monday: ["09:00-12:00"] } }),
    "2020.json": JSON.stringify({ ...SHOP, holidays: [{ dates: ["2020-12-25"] }] }),
    "evil.json": JSON.stringify({
      ...SHOP,
      closures: [{ from: "2026-05-25", to: "2026-05-26", name: "\u001b[31mred\u202e\u061c\u009b" }],
    }),
  },
};
const CLIP = ["--policy", "clip-industrie"];
const ask = (...args: readonly string[]) => ouvree(args, WORLD);
const answer = (...args: readonly string[]): string => {
  const { code, out, err } = ask(...args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out;
};
const data = (...args: readonly string[]): unknown => JSON.parse(answer(...args, "--format", "json"));

describe("deadline", () => {
  it.each([
    // Friday 16:00 to 17:00 is 1 h; Saturday, Sunday, Whit Monday; Tuesday 9:00 to 12:00 are 3 h.
    [["2026-05-22T16:00+02:00", "PT4H"], "2026-05-26T12:00:00.000+02:00"],
    [["2026-05-22T14:00Z", "PT4H"], "2026-05-26T12:00:00.000+02:00"],
    [["2026-05-22T16:00", "PT4H", "--zone", "Europe/Paris"], "2026-05-26T12:00:00.000+02:00"],
    // Used up exactly at closing: the near edge is that closing, the far edge the next opening.
    [["2026-05-22T16:00+02:00", "PT1H"], "2026-05-22T17:00:00.000+02:00"],
    [["2026-05-22T16:00+02:00", "PT1H", "--edge", "near"], "2026-05-22T17:00:00.000+02:00"],
    [["2026-05-22T16:00+02:00", "PT1H", "--edge=far"], "2026-05-26T09:00:00.000+02:00"],
    // Backwards: 16:00 to 14:00 and 12:00 to 10:00.
    [["2026-05-22T16:00+02:00", "-PT4H"], "2026-05-22T10:00:00.000+02:00"],
    [["2026-05-23T16:00+02:00", "PT0S"], "2026-05-23T16:00:00.000+02:00"],
  ])("%j is %s", (words, due) => {
    expect(answer("deadline", ...words, ...CLIP)).toBe(`${due}\n`);
    expect(answer("deadline", ...words, "--calendar", "desk.json")).toBe(`${due}\n`);
    expect(data("deadline", ...words, ...CLIP)).toMatchObject({ due });
  });

  it("goes by the calendar that the policy calls its own", () => {
    // Saturday 17:00 in New York to 18:00 is 1 h; Monday 10:00 to 11:00 the other.
    expect(answer("deadline", "2026-05-23T17:00-04:00", "PT2H", "--policy", "policy.json")).toBe(
      "2026-05-25T11:00:00.000-04:00\n",
    );
    expect(answer("deadline", "2026-05-23T17:00-04:00", "PT2H", "--calendar", "shop.json")).toBe(
      "2026-05-25T11:00:00.000-04:00\n",
    );
  });

  it("takes now from the clock of the terminal", () => {
    const { out } = ouvree(["deadline", "now", "PT1H", ...CLIP], { ...WORLD, now: "2026-06-01T08:00:00Z" });
    expect(out).toBe("2026-06-01T11:00:00.000+02:00\n");
  });
});

describe("elapsed", () => {
  it.each([
    ["2026-05-22T16:00+02:00", "2026-05-26T12:00+02:00", "PT4H"],
    ["2026-05-26T12:00+02:00", "2026-05-22T16:00+02:00", "-PT4H"],
    ["2026-05-23T10:00+02:00", "2026-05-25T23:00+02:00", "PT0S"],
    ["2026-06-01T11:59:59.250+02:00", "2026-06-01T14:30+02:00", "PT30M0.75S"],
  ])("from %s to %s is %s", (from, to, elapsed) => {
    expect(answer("elapsed", from, to, ...CLIP)).toBe(`${elapsed}\n`);
    expect(data("elapsed", from, to, ...CLIP)).toMatchObject({ elapsed });
  });
});

describe("open", () => {
  it.each([
    ["2026-05-22T09:00+02:00", true, "2026-05-22T12:00:00.000+02:00"],
    ["2026-05-22T12:00+02:00", false, "2026-05-22T14:00:00.000+02:00"],
    ["2026-05-22T16:59:59.999+02:00", true, "2026-05-22T17:00:00.000+02:00"],
    ["2026-05-22T17:00+02:00", false, "2026-05-26T09:00:00.000+02:00"],
    ["2026-05-25T10:00+02:00", false, "2026-05-26T09:00:00.000+02:00"],
  ])("at %s: %s, until %s", (at, open, next) => {
    expect(answer("open", at, ...CLIP)).toBe(`${open ? "open" : "closed"} until ${next}\n`);
    expect(data("open", at, ...CLIP)).toMatchObject({ open, next });
  });

  it("says that a desk which never closes is open", () => {
    const { code, out } = ask("open", "2026-05-22T09:00Z", "--calendar", "forever.json");
    expect(code).toBe(0);
    expect(out).toMatch(/^open\b/);
  });
});

describe("explain", () => {
  it("says of a deadline which windows were used, and which holiday was in the way", () => {
    const text = answer("explain", "2026-05-22T16:00+02:00", "PT4H", ...CLIP);
    expect(text).toContain("Whit Monday");
    expect(text).toContain("22 May 2026 16:00");
    expect(text).toContain("26 May 2026 12:00");
    expect(text).toMatch(/closed 88 h/);
    expect(text).not.toMatch(/T\d\d:\d\d/);
  });

  it("says of an elapsed time what it is made of", () => {
    const text = answer("explain", "2026-05-22T16:00+02:00", "2026-05-26T12:00+02:00", ...CLIP);
    expect(text).toContain("Whit Monday");
    expect(text).toContain("4 h");
  });

  it("says of a span over the change of the clock that it changed", () => {
    expect(answer("explain", "2026-10-23T16:00+02:00", "PT2H", ...CLIP)).toMatch(/clock goes back 1 h/);
    expect(answer("explain", "2026-03-27T16:00+01:00", "PT2H", ...CLIP)).toMatch(/clock goes forward 1 h/);
  });

  it("gives as JSON the segments, tiling the time from start to due", () => {
    const { segments } = data("explain", "2026-05-22T16:00+02:00", "PT4H", ...CLIP) as {
      segments: { start: string; end: string; ms: number; open: boolean; why: string; names?: string[] }[];
    };
    expect(segments[0]?.start).toBe("2026-05-22T16:00:00.000+02:00");
    expect(segments.at(-1)?.end).toBe("2026-05-26T12:00:00.000+02:00");
    segments.slice(1).forEach(({ start }, i) => {
      expect(start).toBe(segments[i]?.end);
    });
    const openMs = segments.filter(({ open }) => open).reduce((sum, { ms }) => sum + ms, 0);
    expect(openMs).toBe(4 * 3_600_000);
    expect(segments.find(({ why }) => why === "holiday")?.names).toEqual(["Whit Monday"]);
  });

  it("takes the far edge", () => {
    expect(answer("explain", "2026-05-22T16:00+02:00", "PT1H", "--edge", "far", ...CLIP)).toContain(
      "26 May 2026 09:00",
    );
  });

  it("lets no control or bidirectional character of a name reach the terminal", () => {
    const text = answer("explain", "2026-05-22T16:00-04:00", "PT20H", "--calendar", "evil.json");
    expect(text.replaceAll("\n", "")).not.toMatch(HARMFUL);
    expect(text).toContain("red");
  });
});

describe("a question that cannot be answered", () => {
  it.each([
    ["deadline", "2026-05-22T16:00+02:00"],
    ["deadline", "2026-05-22T16:00+02:00", "PT4H", "PT1H"],
    ["elapsed", "2026-05-22T16:00+02:00"],
    ["open"],
    ["open", "2026-05-22T16:00+02:00", "2026-05-22T16:00+02:00"],
    ["explain", "2026-05-22T16:00+02:00"],
  ])("has too many words or too few: %s %s", (...words) => {
    expectUnusable(ask(...words, ...CLIP), /takes [12] words?/);
  });

  it.each([
    [["deadline", "2026-05-22T16:00", "PT4H"], /2026-05-22T16:00.*--zone/],
    [["deadline", "yesterday", "PT4H"], /"yesterday"/],
    [["deadline", "2026-02-30T16:00Z", "PT4H"], /2026-02-30/],
    [["deadline", "2026-05-22T16:00Z", "4h"], /"4h".*PT4H/],
    [["deadline", "2026-05-22T16:00Z", "P1D"], /"P1D"/],
    [["deadline", "2026-05-22T16:00Z", ""], /duration/],
    [["deadline", "2026-05-22T16:00Z", "PT4H", "--edge", "middle"], /--edge.*"middle".*near or far/],
    [["open", "2026-05-22T16:00", "--zone", "Europe/Pariss"], /--zone.*did you mean "Europe\/Paris"/],
    [["open", "2026-05-22T16:00", "--zone", "+02:00"], /--zone/],
    [["open", "2026-05-22T16:00Z", "--format", "xml"], /--format.*"xml".*text or json/],
    [["open", "1850-05-22T16:00Z"], /1900/],
    [["open", "2026-05-22T16:00+02:00[Asia/Tokyo]"], /Asia\/Tokyo/],
    [["open", "\u001b[31m"], /word 1/],
    [["explain", "2026-05-22T16:00Z", "x".repeat(100_000)], /word 2|explain/],
  ])("is refused on one line: %j", (words, message) => {
    expectUnusable(ask(...words, ...CLIP), message);
  });

  it("is refused beyond the reach of the holidays, with the last date that is known", () => {
    expectUnusable(ask("deadline", "2020-12-30T12:00-05:00", "PT40H", "--calendar", "2020.json"), /2020-12-31/);
    expectUnusable(ask("open", "2031-12-30T12:00-05:00", "--calendar", "2020.json"), /reach/);
  });

  it.each([
    [[], /--calendar.*--policy.*clip-industrie/],
    [["--calendar", "desk.json", ...CLIP], /not both/],
    [["--calendar", "none.json"], /none\.json/],
    [["--calendar", "broken.json"], /broken\.json is not JSON/],
    [["--calendar", "never.json"], /never\.json/],
    [["--calendar", "slip.json"], /slip\.json.*monday/],
    [["--policy", "clip-industry"], /did you mean "clip-industrie"/],
    [["--policy", "acme"], /clip-industrie/],
    [["--policy", "slip.json"], /slip\.json/],
  ])("has no calendar to ask with %j", (flags, message) => {
    for (const words of [
      ["open", "now"],
      ["deadline", "now", "PT1H"],
      ["elapsed", "now", "now"],
      ["explain", "now", "PT1H"],
    ])
      expectUnusable(ask(...words, ...flags), message);
  });
});
