/**
 * Help said "(JSON)" of files that may be YAML, and a failing check said nothing at all where its only report went to a file.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { lines, ouvree } from "../unit/cli/fake-terminal.ts";

describe("JSON or YAML", () => {
  it.each(Object.keys(COMMANDS))("is what the help of %s says of policies, calendars and registers", (name) => {
    expect(COMMANDS[name]!.help).not.toMatch(/\(JSON\)/);
  });

  it("is what docs/cli.md says of them", () => {
    expect(readFileSync("docs/cli.md", "utf8")).not.toMatch(/\(JSON\)|definition as JSON/);
  });
});

describe("a check whose reports go to files", () => {
  const row = (id: string, helped: string): string[] => [
    `${id},anomaly,called,2026-06-01T09:30+02:00`,
    `${id},anomaly,assisted,2026-06-01T${helped}+02:00`,
  ];
  const check = (helped: string, ...flags: string[]) =>
    ouvree(["check", "t.csv", "--policy", "clip-industrie", "--format", "json=out.json", ...flags], {
      files: { "t.csv": lines("case,kind,event,at", ...row("A", helped)) },
    });

  it("says in one line that it fails", () => {
    const { code, out, err } = check("16:59");
    expect([code, out, err]).toEqual([1, "", "ouvree: broken: anomaly; see out.json\n"]);
  });

  it("says nothing where it holds", () => {
    expect(check("10:00")).toMatchObject({ code: 0, out: "", err: "" });
  });
});

describe("a flag that no report has", () => {
  const check = (...flags: string[]) =>
    ouvree(["check", "t.csv", "--policy", "clip-industrie", ...flags], {
      files: { "t.csv": lines("case,kind,event,at", "A,anomaly,called,2026-06-01T09:30+02:00") },
    });
  it.each([
    [["--lang", "fr"], "--lang goes with --format html"],
    [["--worst", "3", "--format", "json"], "--worst goes with --format html or markdown"],
  ])("is refused, and not passed over: %j", (flags, said) => {
    const { code, err } = check(...flags);
    expect([code, err.includes(said)]).toEqual([2, true]);
  });

  it("is refused of an explanation without a picture, too", () => {
    const asked = ["explain", "2026-05-22T16:00+02:00", "PT4H", "--policy", "clip-industrie", "--lang", "fr"];
    const { code, err } = ouvree(asked, { files: {} });
    expect([code, err]).toEqual([
      2,
      "ouvree: --lang goes with --format svg: the picture has it, and text and json are in English\n",
    ]);
  });
});
