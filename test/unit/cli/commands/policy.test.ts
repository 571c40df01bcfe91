/**
 * `ouvree policy check`, and policies and calendars in YAML. Source: the contract's list of bad input, lines 70 to 76.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import { processorMs } from "../../../helpers/processor-time.ts";
import { expectUnusable, lines, ouvree } from "../fake-terminal.ts";

const GOOD = `policy: acme
calendars:
  desk: { timeZone: Europe/Paris, week: { mon-fri: [09:00-17:00] }, holidays: [FR] }
  night: { timeZone: Europe/Paris, week: { mon-fri: [17:00-09:00] } }
calendar: desk
kinds:
  incident: { events: [opened, solved] }
  chat: { events: [asked] }
facts: { priority: [P1, P2] }
commitments:
  solve:
    kind: target
    kinds: [incident]
    start: opened
    stop: [solved]
    reopening: ignore
    target:
      by: priority
      values:
        P1: { hours: PT4H, count: running }
        P2: { hours: PT48H, count: open }
`;
const check = (text: string, name = "acme.yaml") => ouvree(["policy", "check", name], { files: { [name]: text } });

describe("ouvree policy check", () => {
  it("asks what a careful reader would ask, and says that the policy can be used", () => {
    const { code, out, err } = check(GOOD);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(
      lines(
        '? calendars.night.week["mon-fri"][0]: "17:00-09:00" passes midnight and lasts 16 h: did you mean "09:00-17:00"?',
        '? calendars.night: no commitment uses the calendar "night"',
        '? kinds.chat: no commitment holds for "chat": its cases are not judged',
        '? commitments.solve.target.values.P2: PT48H of open time is 6 days of 8 h at "desk": did you mean 2 working days? Then write { "days": "P2D", "count": "working", … }',
        "acme can be used: 1 commitment, 2 kinds, 2 calendars, 4 questions",
      ),
    );
  });

  it("asks of 48 h of a 6-hour day whether 2 working days were meant, in a preset too", () => {
    expect(ouvree(["policy", "check", "clip-industrie"]).out).toContain("PT48H of open time is 8 days of 6 h");
  });

  it("asks of rules that overlap in part whether the first is meant", () => {
    const rules = `calendarRules:
  - { when: { customer: [acme, bolt] }, calendar: night }
  - { when: { priority: P1 }, calendar: desk }
`;
    expect(check(`${GOOD}${rules}`).out).toContain(
      '? calendarRules[1]: a case with priority "P1" and customer "acme" has the calendar "night" of rule 0, not "desk" of rule 1: is that meant?\n',
    );
  });

  it("asks nothing where there is nothing to ask", () => {
    const quiet = GOOD.replace(/ {2}night:.*\n/, "").replace(/ {2}chat:.*\n/, "");
    for (const target of ["{ hours: PT4H, count: open }", "{ hours: PT48H, count: working-days }", "null"]) {
      const { out } = check(quiet.replace("{ hours: PT48H, count: open }", target));
      expect(out, target).toBe("acme can be used: 1 commitment, 1 kind, 1 calendar\n");
    }
  });

  it("says every problem, one a line, with its place and code, and ends with 2", () => {
    const { code, out, err } = check(
      GOOD.replace("P2: { hours: PT48H, count: open }", "P3: 48h").replace("[opened, ", "["),
    );
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.split("\n")).toHaveLength(6);
    expect(err).toMatch(/^acme.yaml: commitments.solve.start: .*\(policy.unknown-name\)$/m);
    expect(err).toMatch(/P3: "48h" does not say which time counts.*\(policy.ambiguous\)$/m);
    expect(err).toMatch(/priority P2 has no target.*\(policy.ambiguous\)$/m);
    expect(err).toMatch(/^ouvree: acme.yaml has 4 problems$/m);
  });

  it.each([
    [["policy"], /needs its word/],
    [["policy", "chek", "x.yaml"], /did you mean "check"/],
    [["policy", "check"], /takes one FILE/],
    [["policy", "check", "a.yaml", "b.yaml"], /takes one FILE/],
    [["policy", "check", "none.yaml"], /does not exist/],
  ])("%j is refused", (args, message) => {
    expectUnusable(ouvree(args), message);
  });

  it("has help with an example", () => {
    expect(ouvree(["policy", "--help"]).out).toContain("Example: ouvree policy check support.yaml");
  });
});

describe("YAML", () => {
  const desk = (text: string) =>
    ouvree(["open", "2026-05-22T16:00+02:00", "--calendar", "desk.yml"], { files: { "desk.yml": text } });
  const HEAD = "timeZone: Europe/Paris\nweek: { mon-fri: [09:00-17:00] }\n";

  it("may be nested, and have brackets and dashes in its texts", () => {
    expect(desk(`name: "${"- [ ] ".repeat(150)}"\n${HEAD}`).code).toBe(0);
    expect(desk(`# ${"[]".repeat(1000)}\n${HEAD}${"# - a\n".repeat(1000)}`).code).toBe(0);
    expectUnusable(desk(`${"[".repeat(200)}${"]".repeat(200)}`), /: nested too deep/);
  });

  it("is the same document as its JSON: the preset, judged by either", () => {
    const cases = JSON.stringify([
      { id: "1", kind: "anomaly", events: [{ type: "called", at: "2026-05-22T16:00+02:00" }] },
    ]);
    const judged = (name: string, text: string) =>
      ouvree(["check", "cases.json", "--policy", name, "--as-of", "2026-05-31T00:00Z", "--format", "json"], {
        files: { "cases.json": cases, [name]: text },
      });
    // JSON is YAML.
    const json = JSON.stringify(clipIndustrieDefinition);
    expect(judged("clip.yaml", json)).toEqual(judged("clip.json", json));
    expect(judged("clip.yaml", json).out).toContain('"outcome"');
  });

  it("keeps times, dates and words as texts", () => {
    expect(desk(`${HEAD}exceptions: { 2026-05-22: [12:30-16:30] }\n`).out).toContain("open until 2026-05-22T16:30");
    // Not false: a name that is no text would be refused.
    expect(desk(`name: no\n${HEAD}`).code).toBe(0);
    expect(desk(`\ufeff${HEAD}`).code).toBe(0);
    expect(desk(HEAD.replaceAll("\n", "\r\n")).code).toBe(0);
  });

  it.each([
    ["a key twice", `${HEAD}timeZone: UTC\n`, /not YAML: Map keys must be unique/],
    ["a tag of another program", `${HEAD}name: !!js/function "x"\n`, /not YAML: Unresolved tag/],
    ["bad indentation", "week:\n  mon:\n - x\n", /not YAML: .* at line 2, column 7/],
    ["two documents", `${HEAD}---\n${HEAD}`, /not YAML/],
    [
      "an alias bomb",
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${"*a,".repeat(20)}]\nc: &c [${"*b,".repeat(20)}]\nd: [${"*c,".repeat(20)}]\n`,
      /not YAML: .*alias/,
    ],
    ["a nesting of 100,000", "[".repeat(100_000), /nested deeper than 200 levels/],
    ["a nesting of 100,000 objects", "{a: ".repeat(100_000), /nested deeper/],
    ["a nesting of 100,000 items", "- ".repeat(100_000), /nested deeper/],
    ["a nesting of 100,000 keys", "?\t".repeat(100_000), /nested deeper/],
    ["a nesting of 201 and as many ends", `${"[".repeat(201)}${"]".repeat(201)}`, /nested deeper/],
    ["more than two million characters", `# ${"x".repeat(2_000_000)}`, /longer than/],
    ["a key that would change a prototype", `${HEAD}__proto__: { polluted: true }\n`, /__proto__/],
  ])("with %s is refused in one line", (_, text, message) => {
    const start = processorMs();
    expectUnusable(desk(text), message);
    expect(processorMs() - start).toBeLessThan(5000);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
