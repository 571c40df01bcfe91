/**
 * The gates of `ouvree check` beyond `--min`: missed cases, cases at risk, a baseline, and which cases count.
 * Source: docs/design.md §5, docs/cli.md.
 *
 * A desk that is always open, UTC; a call has one hour, and is at risk from three quarters of it.
 */
import { describe, expect, it } from "vitest";
import { HARMFUL } from "../../refusals.ts";
import { expectUnusable, ouvree, type Ran } from "../fake-terminal.ts";

const promise = {
  kind: "target",
  kinds: ["call"],
  start: "called",
  stop: ["helped"],
  target: { hours: "PT1H", count: "open" },
  reopening: "ignore",
  atRisk: [0.75],
};
const policy = (changes: object = {}, more: object = {}): string =>
  JSON.stringify({
    policy: "desk",
    calendar: "always",
    calendars: { always: { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } } },
    kinds: { call: { events: ["called", "helped"] } },
    commitments: { help: { ...promise, ...changes } },
    ...more,
  });
const AS_OF = "2026-06-30T12:00:00Z";
const called = (id: string, at: string, helped?: string): string =>
  [`${id},call,called,${at}`, ...(helped === undefined ? [] : [`${id},call,helped,${helped}`])].join("\n");
const met = (id: string, day = "10"): string => called(id, `2026-06-${day}T10:00:00Z`, `2026-06-${day}T11:00:00Z`);
const missed = (id: string, day = "10"): string => called(id, `2026-06-${day}T10:00:00Z`, `2026-06-${day}T11:00:01Z`);
const csv = (...cases: readonly string[]): string => `case,kind,event,at\n${cases.join("\n")}\n`;

const check = (cases: string, flags: readonly string[] = [], files: Readonly<Record<string, string>> = {}): Ran =>
  ouvree(["check", "t.csv", "--policy", "p.json", "--as-of", AS_OF, ...flags], {
    files: { "p.json": policy(), "t.csv": cases, ...files },
  });
const THREE = csv(met("A"), missed("B"), missed("C"));

describe("--max-missed", () => {
  it.each([
    [["--max-missed", "2"], 0],
    [["--max-missed", "1"], 1],
    [["--max-missed", "help=2"], 0],
    [["--max-missed", "help=1"], 1],
    // That of the commitment goes before that of all, in either order.
    [["--max-missed", "help=2", "--max-missed", "0"], 0],
    [["--max-missed", "5", "--max-missed", "help=0"], 1],
    // A goal that is given holds beside it.
    [["--max-missed", "2", "--min", "33%"], 0],
    [["--max-missed", "2", "--min", "34%"], 1],
  ])("%j of two missed and one met ends with %d", (flags, code) => {
    expect(check(THREE, flags).code).toBe(code);
  });

  it("holds beside a goal of the policy's own", () => {
    const files = { "p.json": policy({ goal: 0.5 }) };
    expect(check(THREE, ["--max-missed", "2"], files).code).toBe(1);
    expect(check(csv(met("A"), missed("B")), ["--max-missed", "1"], files).code).toBe(0);
  });

  it("says how many are too many, in the report and on stderr", () => {
    const { out, err } = check(THREE, ["--max-missed", "help=1"]);
    expect(out).toMatch(/help +1 +2 .*broken, more than 1 missed$/m);
    expect(out).toMatch(/\nbroken: help\nhelp: 2 missed, more than 1\n$/);
    expect(err).toBe("ouvree: help: 2 missed, more than 1\n");
    expect(check(THREE, ["--max-missed", "2"]).err).toBe("");
  });

  it.each([
    ["many", /is not a number of cases; write 3 or anomaly=0/],
    ["-1", /--max-missed/],
    ["1.5", /is not a number/],
    ["help=", /is not a number/],
    ["hepl=1", /"hepl" is no commitment of the policy; did you mean "help"\?/],
    ["zzzzzz=1", /it has help/],
    ["__proto__=1", /no commitment/],
  ])("refuses %j", (text, message) => {
    expectUnusable(check(THREE, [`--max-missed=${text}`]), message);
  });
});

describe("--fail-on at-risk", () => {
  // At 12:00 a call of 11:15 has used three quarters of its hour, to the ms; one of 11:16 less.
  const risky = called("R", "2026-06-30T11:15:00Z");
  const safe = called("S", "2026-06-30T11:16:00Z");

  it("ends with 3 when a running case is at risk and nothing is broken", () => {
    const { code, out, err } = check(csv(met("A"), risky, safe), ["--fail-on", "at-risk"]);
    expect(code).toBe(3);
    expect(err).toBe("ouvree: at risk: R (help, 75 % used)\n");
    expect(out).toMatch(/at risk: R \(help, 75 % used\)\n$/);
  });

  it.each([
    ["nothing is at risk", csv(met("A"), safe), [], 0],
    ["something is broken: broken wins", csv(missed("A"), risky), [], 1],
    ["it is begun before the cases that count", csv(met("A"), risky), ["--until", "2026-06-30"], 0],
    ["it is among the cases that count", csv(met("A"), risky), ["--since", "2026-06-30"], 3],
  ])("where %s", (_, cases, flags, code) => {
    expect(check(cases, ["--fail-on", "at-risk", ...flags]).code).toBe(code);
  });

  it("is not asked unless it is said", () => {
    expect(check(csv(met("A"), risky))).toMatchObject({ code: 0, err: "" });
  });

  it("looks at the cycle that runs, not at the one that decides", () => {
    const files = { "p.json": policy({ reopening: "new-cycle", per: "case" }) };
    const again = [
      called("R", "2026-06-10T10:00:00Z", "2026-06-10T10:10:00Z"),
      "R,call,called,2026-06-30T11:10:00Z",
    ].join("\n");
    expect(check(csv(met("A"), again), ["--fail-on", "at-risk"], files).code).toBe(3);
  });

  it.each([
    ["at-rsk", /did you mean "at-risk"/],
    ["missed", /use at-risk/],
  ])("refuses %s", (text, message) => {
    expectUnusable(check(THREE, ["--fail-on", text]), message);
  });
});

describe("--since and --until", () => {
  const months = csv(missed("MAY", "01"), met("JUNE", "02"), missed("LATE", "03"));
  it.each([
    [["--since", "2026-06-02", "--until", "2026-06-03"], 0],
    [["--since", "2026-06-02"], 1],
    [["--until", "2026-06-02"], 1],
    [["--since", "2026-06-01T10:00:00.001Z", "--until", "2026-06-03T10:00:00Z"], 0],
    [["--since", "2026-06-01T10:00:01", "--zone", "UTC", "--until", "2026-06-03"], 0],
  ])("%j counts what begins in it", (flags, code) => {
    expect(check(months, flags).code).toBe(code);
  });

  it("are in the report", () => {
    const { out } = check(months, ["--since", "2026-06-02", "--until", "2026-06-03T00:00Z"]);
    expect(out).toMatch(/, cases begun from 2026-06-02, before Wed 3 Jun 2026 00:00: 1 case\n/);
    expect(out).not.toContain("MAY");
    const open = csv(met("A"), called("R", "2026-06-30T11:00:01Z"));
    expect(check(open, ["--since", "2026-06-02", "--min", "60%"]).out).toContain("while 1 is open");
  });

  it.each([
    [["--since", "2026-06-02", "--period", "2026-06"], /give --period or --since, not both; October is --since/],
    [["--until", "2026-06-02", "--period", "2026-06"], /give --period or --until/],
    [["--since", "2026-06-02", "--until", "2026-06-02"], /--until: .*not after since/],
    [["--since", "2026-06-31"], /--since/],
    [["--since", "2026-06-02T10:00"], /--since: .*--zone/],
    [["--until", "soon"], /--until/],
    [["--period", "june"], /--period: "june" is no period/],
  ])("%j is refused", (flags, message) => {
    expectUnusable(check(months, flags), message);
  });

  it("hold for compare, too", () => {
    const files = {
      "p.json": policy(),
      "q.json": policy({ target: { hours: "PT2H", count: "open" } }),
      "t.csv": months,
    };
    const compare = (...flags: string[]): Ran =>
      ouvree(["compare", "p.json", "q.json", "t.csv", "--as-of", AS_OF, ...flags], { files });
    expect(compare("--since", "2026-06-02", "--until", "2026-06-03").out).not.toContain("help: ");
    expect(compare("--since", "2026-06-02").out).toContain("help: 50 % → 100 %");
  });
});

describe("--baseline", () => {
  const jsonOf = (cases: string, flags: readonly string[] = [], files = {}): string =>
    check(cases, ["--format", "json", ...flags], files).out;
  const against = (before: string, after: string, flags: readonly string[] = []): Ran =>
    check(after, ["--baseline", "last.json", ...flags], { "last.json": jsonOf(before) });

  it.each<[string, string, string, string[], number]>([
    ["nothing changed, though broken", THREE, THREE, [], 0],
    [
      "a case is missed that was not there",
      THREE,
      csv(met("A"), met("D"), missed("B"), missed("C"), missed("E")),
      [],
      1,
    ],
    ["a case is missed that was met", csv(met("A"), missed("B")), csv(missed("A"), missed("B")), [], 1],
    ["it is broken now and was kept", csv(met("A")), csv(missed("A")), [], 1],
    ["it is broken now and was not judged", csv(called("A", "2026-06-30T11:59:00Z")), csv(missed("A")), [], 1],
    [
      "a broken rate fell, since a met case is gone",
      csv(met("A"), met("D"), missed("B")),
      csv(met("A"), missed("B")),
      [],
      1,
    ],
    [
      "a kept rate fell, since a met case is gone",
      csv(met("A"), met("D"), missed("B")),
      csv(met("A"), missed("B")),
      ["--min", "10%"],
      0,
    ],
    ["it got better, though broken still", THREE, csv(met("A"), met("B"), missed("C")), [], 0],
    ["a missed case is kept by the goal, but new", csv(met("A")), csv(met("A"), missed("B")), ["--min", "10%"], 1],
  ])("where %s", (_, before, after, flags, code) => {
    expect(against(before, after, flags).code).toBe(code);
  });

  it("says what got worse and what got better", () => {
    const { out, err } = against(csv(met("A"), missed("B"), missed("C")), csv(missed("A"), met("B"), missed("C")));
    expect(out.split("\n").slice(-4, -1)).toEqual([
      "worse: help missed now: A",
      "better: help no longer missed: B",
      "got worse since Tue 30 Jun 2026 12:00: 1 commitment",
    ]);
    expect(err).toBe(
      "ouvree: worse: help missed now: A\nouvree: got worse since Tue 30 Jun 2026 12:00: 1 commitment\n",
    );
    const better = against(THREE, csv(met("A"), met("B"), missed("C")));
    expect(better.err).toBe("");
    expect(better.out).toMatch(
      /\nbetter: help broken still \(33\.3 % → 66\.7 %\)\nbetter: help no longer missed: B\nnothing got worse since Tue 30 Jun 2026 12:00\n$/,
    );
    expect(against(csv(met("A")), csv(missed("A"))).out).toContain("worse: help kept, now broken (100 % → 0 %)");
    expect(against(csv(missed("A")), csv(met("A"))).out).toContain("better: help broken, now kept (0 % → 100 %)");
  });

  it("of what is no longer in the files it says nothing", () => {
    expect(against(THREE, csv(met("A"), missed("C"))).out).not.toContain("no longer missed");
  });

  it("goes with at risk: 3 when nothing got worse", () => {
    const risky = csv(met("A"), missed("B"), missed("C"), called("R", "2026-06-30T11:10:00Z"));
    expect(against(THREE, risky, ["--fail-on", "at-risk"]).code).toBe(3);
  });

  it("of another policy, of other readings, of another period is a warning", () => {
    const other = jsonOf(THREE, [], { "p.json": policy({ title: "other" }, { readings: { clause: "one" } }) });
    const { code, err } = check(THREE, ["--baseline", "last.json", "--since", "2026-06-01"], { "last.json": other });
    expect(code).toBe(0);
    expect(err).toMatch(/^ouvree: the baseline was judged by another policy: desk fnv1a64:[0-9a-f]{16}$/m);
    expect(err).toMatch(/^ouvree: the baseline has other readings: clause$/m);
    expect(err).toMatch(/^ouvree: the baseline is of another period$/m);
    expect(against(THREE, THREE).err).toBe("");
  });

  it("with commitments that the policy has no more says so", () => {
    const last = JSON.parse(jsonOf(THREE)) as { rates: Record<string, unknown> };
    last.rates["old\u001b[2J"] = last.rates["help"];
    const { err } = check(THREE, ["--baseline", "last.json"], { "last.json": JSON.stringify(last) });
    expect(err).toMatch(/commitments of the baseline alone: old/);
    expect(err.replaceAll("\n", "")).not.toMatch(HARMFUL);
  });

  const broken = (change: (last: Record<string, unknown>) => void): string => {
    const last = JSON.parse(jsonOf(THREE)) as Record<string, unknown>;
    change(last);
    return JSON.stringify(last);
  };
  const rate = (member: string, value: unknown) => (last: Record<string, unknown>) => {
    (last["rates"] as Record<string, Record<string, unknown>>)["help"]![member] = value;
  };
  it.each<[string, string]>([
    ["text", "no"],
    ["a list", "[]"],
    ["null", "null"],
    ["something else", "{}"],
    ["another schema", broken((last) => Object.assign(last, { schema: 2 }))],
    ["no instant", broken((last) => Object.assign(last, { asOf: "then" }))],
    ["rates that are none", broken((last) => Object.assign(last, { rates: { help: 1 } }))],
    ["a rate that is no share", broken(rate("rate", 1.5))],
    ["a rate that is a text", broken(rate("rate", "1"))],
    ["missed cases that are no number", broken(rate("missed", -1))],
    ["cases that are no texts", broken(rate("caseIds", { missed: [1] }))],
    ["no provenance", broken((last) => delete last["provenance"])],
    ["readings that are none", broken((last) => Object.assign(last["provenance"]!, { readings: 1 }))],
  ])("that is %s ends with 2", (_, text) => {
    expectUnusable(check(THREE, ["--baseline", "last.json"], { "last.json": text }), /last\.json/);
  });

  it("that is not there ends with 2", () => {
    expectUnusable(check(THREE, ["--baseline", "last.json"]), /last\.json does not exist/);
  });
});
