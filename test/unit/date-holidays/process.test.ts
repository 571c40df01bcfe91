/**
 * The process's own zone changes no holiday, west of Greenwich or east; and what an app sees that has not installed
 * date-holidays, as an ES module and as CommonJS.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, openApp } from "../../helpers/holidays-app.ts";

const ASK = `
const places = [["US", "NY"], ["IL"], ["SA"], ["KR"], ["BR"], ["IS"], ["NZ"], ["TO"], ["SZ"]];
const years = [2026, 2060];
const found = places.map((codes) => {
  const source = dateHolidays(...codes, { from: 2000, to: 2060, types: ["public", "bank", "optional"] });
  const desk = createCalendar({ timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] }, holidays: [source] });
  return [source.source, years.flatMap((year) => desk.holidays(year + "-01-01", year + "-12-31"))];
});
console.log(JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, found }));
`;
const REFUSED = `
try {
  dateHolidays("US");
} catch (error) {
  console.log(isOuvreeError(error), error.code + ": " + error.message);
}
`;
const ESM = `import { createCalendar, isOuvreeError } from "./index.mjs"; import { dateHolidays } from "./date-holidays.mjs";`;
const CJS = `const { createCalendar, isOuvreeError } = require("./index.cjs"); const { dateHolidays } = require("./date-holidays.cjs");`;

interface Answer {
  readonly zone: string;
  readonly found: readonly (readonly [source: string, holidays: readonly unknown[]])[];
}

describe("with date-holidays", () => {
  let app: App;
  beforeAll(() => {
    app = openApp(["luxon", "date-holidays"]);
  });
  afterAll(() => app.close());
  const answers = new Map<string, Answer>();
  /** Each zone is asked once: a child takes seconds. */
  const ask = (zone: string): Answer => {
    const answer = answers.get(zone) ?? (JSON.parse(app.run("ask.mjs", ESM + ASK, { TZ: zone })) as Answer);
    answers.set(zone, answer);
    return answer;
  };

  it.each(["America/Los_Angeles", "America/Sao_Paulo", "Pacific/Apia", "Asia/Tehran"])(
    "under TZ=%s every holiday is that of UTC",
    (zone) => {
      expect(ask(zone).zone).toBe(zone);
      expect(ask(zone).found).toEqual(ask("UTC").found);
      for (const [, days] of ask(zone).found) expect(days.length).toBeGreaterThan(2 * 2);
    },
  );

  it("CommonJS gives the same", () => {
    const answer = JSON.parse(app.run("ask.cjs", CJS + ASK, { TZ: "America/Los_Angeles" })) as Answer;
    expect(answer).toEqual(ask("America/Los_Angeles"));
  });

  it("is loaded at the first source, not at the import", () => {
    const program = `import { createRequire } from "node:module";
      const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((path) => /date-holidays-parser/.test(path));
      const { dateHolidays } = await import("./date-holidays.mjs");
      const before = loaded();
      dateHolidays("US");
      console.log(before, loaded());`;
    expect(app.run("lazy.mjs", program)).toBe("false true\n");
  });
});

describe("without date-holidays", () => {
  let app: App;
  beforeAll(() => {
    app = openApp(["luxon"]);
  });
  afterAll(() => app.close());

  const SAID =
    "holidays.missing-package: the package date-holidays, which has the holidays of the world, is not installed; run npm install date-holidays";

  it("the entry can be imported, and the first source says what to install", () => {
    expect(app.run("absent.mjs", ESM + REFUSED)).toBe(`true ${SAID}\n`);
    expect(app.run("absent.cjs", CJS + REFUSED)).toBe(`true ${SAID}\n`);
  });

  it("the page of errors shows that message", () => {
    expect(readFileSync("docs/errors.md", "utf8")).toContain(`\n${SAID}\n`);
  });

  it("an installation that is broken is told from one that is missing", () => {
    const program = `import { mkdirSync, writeFileSync } from "node:fs";
      mkdirSync("node_modules/date-holidays", { recursive: true });
      writeFileSync("node_modules/date-holidays/package.json", '{ "version": "3.37.0", "main": "index.cjs" }');
      writeFileSync("node_modules/date-holidays/index.cjs", 'require("date-holidays-parser")');`;
    app.run("break.mjs", program);
    expect(app.run("broken.mjs", ESM + REFUSED)).toMatch(
      /^true holidays\.missing-package: .*cannot be loaded \(Cannot find module 'date-holidays-parser'.*; run npm install date-holidays\n$/,
    );
  });
});
