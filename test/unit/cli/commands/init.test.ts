/**
 * `ouvree init`: a first policy, which `ouvree policy check` takes. Source: docs/cli.md.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { CliProblem } from "../../../../src/cli/problem.ts";
import type { Talk } from "../../../../src/cli/terminal.ts";
import { SEED } from "../../../helpers/runs.ts";
import { expectUnusable, ouvree, type Ran } from "../fake-terminal.ts";

const init = (...flags: string[]): Ran => ouvree(["init", ...flags]);
const yaml = (...flags: string[]): Record<string, never> => parse(init("--yes", "--out", "-", ...flags).out);

describe("ouvree init", () => {
  it("writes what was answered, and says what comes next", () => {
    const { code, out, written } = init(
      ...[
        "--name",
        "Help desk",
        "--zone",
        "America/Montreal",
        "--hours",
        "mon-thu 08:00-12:00,13:00-17:00; fri 08:00-12:00",
      ],
      ...["--holidays", "none", "--first-response", "PT30M", "--resolve", "P2D", "--out", "desk.yaml"],
    );
    expect([code, out]).toEqual([
      0,
      "desk.yaml is written; check it after each change: ouvree policy check desk.yaml\n",
    ]);
    expect(parse(written!["desk.yaml"]!)).toMatchObject({
      policy: "Help desk",
      calendars: {
        desk: {
          timeZone: "America/Montreal",
          week: { "mon-thu": ["08:00-12:00", "13:00-17:00"], fri: ["08:00-12:00"] },
          holidays: [],
        },
      },
      commitments: {
        "first-response": { target: { hours: "PT30M", count: "open" } },
        resolve: { target: { days: "P2D", count: "working", until: "midnight", rollToOpen: false } },
      },
    });
    expect(written!["desk.yaml"]).toMatch(/^# .*\n[\s\S]*\n {4}# goal: 0\.95$/m);
  });

  it.each([
    ["PT4H", { hours: "PT4H", count: "open" }],
    ["PT48H running", { hours: "PT48H", count: "running" }],
    ["PT24H working-days", { hours: "PT24H", count: "working-days" }],
    ["P3D", { days: "P3D", count: "working", until: "midnight", rollToOpen: false }],
    ["P3D calendar", { days: "P3D", count: "calendar", until: "midnight", rollToOpen: true }],
  ])("takes the target %s", (text, target) => {
    expect(yaml("--resolve", text)).toMatchObject({ commitments: { resolve: { target } } });
  });

  it("leaves out a promise that is none, and takes 24/7 for all hours", () => {
    expect(Object.keys(yaml("--first-response", "none")["commitments"]!)).toEqual(["resolve"]);
    expect(yaml("--hours", "24/7")).toMatchObject({ calendars: { desk: { week: { "mon-sun": ["00:00-24:00"] } } } });
  });

  it.each([
    [["--resolve", "48h"], /"48h" does not say which time counts; write PT48H .*, P2D .*, "PT48H running"/],
    [["--first-response", "4"], /PT4H for 4 h of open time, "PT4H running"/],
    [["--resolve", "2 days"], /P2D for working days, "P2D calendar" for all days/],
    [["--resolve", "soon"], /write PT4H for open time, P2D for working days, or none/],
    [["--resolve", "PT4H opne"], /did you mean "open"/],
    [["--resolve", "P2D running"], /use working, calendar/],
    [["--resolve", "PT4X"], /--resolve: /],
    [["--resolve", "none", "--first-response", "none"], /without a promise/],
    [["--hours", "9-5"], /"9-5" is not days with their hours/],
    [["--hours", "mon 09:00-17:00; mon 18:00-19:00"], /"mon" is there twice/],
    [["--hours", "mon-fry 09:00-17:00"], /--hours: "fry" is not a weekday; did you mean "fri"/],
    [["--hours", "mon 9:00-17:00"], /--hours: "9:00" is not HH:MM/],
    [["--zone", "Europe/Pariss"], /--zone: .*did you mean "Europe\/Paris"/],
    [["--holidays", "FRR"], /--holidays: .*did you mean "FR"/],
    [["--name", "a\u001b[2Jb"], /--name/],
    [["--nmae", "x"], /did you mean --name/],
    [["--force", "--no-clobber"], /not both/],
    [["desk.yaml"], /say --out FILE/],
  ])("refuses %j", (flags, message) => {
    expectUnusable(init("--yes", ...flags), message);
  });

  it("without a terminal says what it would ask", () => {
    expectUnusable(init("--name", "x"), /say --zone, --hours, --holidays, --first-response, --resolve, or --yes/);
  });

  it("replaces a file only with --force", () => {
    const disk = {
      checkWrite: (path: string, { noClobber = false }: { noClobber?: boolean }) => {
        if (noClobber) throw new CliProblem(`${path} is there already, and --no-clobber is given`);
      },
      write: () => {},
    };
    expectUnusable(ouvree(["init", "--yes"], { disk }), /policy\.yaml is there already; say --force to replace it/);
    expect(ouvree(["init", "--yes", "--force"], { disk }).code).toBe(0);
  });
});

describe("asked on a terminal", () => {
  const asked = (lines: readonly (string | undefined)[], ...flags: string[]) => {
    const questions: string[] = [];
    const left = [...lines];
    let closed: number | undefined;
    const talk: Talk = {
      ask: (question, answered) => {
        questions.push(question);
        answered(left.shift());
      },
      close: (code) => {
        closed = code;
      },
    };
    const ran = ouvree(["init", ...flags], { more: { talk } });
    return { ...ran, questions, closed };
  };

  it("takes what is proposed for an empty answer, and asks only what is not said", () => {
    const { questions, written, closed, err } = asked(["", "24/7", "", "PT1H", ""], "--name", "x");
    expect([closed, err]).toEqual([0, ""]);
    expect(questions).toHaveLength(5);
    expect(questions[0]).toBe("In which time zone are its hours? [Europe/Paris] ");
    expect(parse(written!["policy.yaml"]!)).toMatchObject({
      policy: "x",
      calendars: { desk: { timeZone: "Europe/Paris", week: { "mon-sun": ["00:00-24:00"] }, holidays: ["FR"] } },
      commitments: { "first-response": { target: { hours: "PT1H" } }, resolve: { target: { days: "P2D" } } },
    });
  });

  it("asks again where an answer leaves something open", () => {
    const { questions, closed, err, written } = asked(
      ["", "Mars", "UTC", "", "none", "", "48h", "PT8H"],
      "--name",
      "x",
    );
    expect(closed).toBe(0);
    const expected = ["which time zone", "open?", "open?", "open?", "holidays", "answer?", "solved?", "solved?"];
    expect(questions.map((question, i) => question.includes(expected[i]!))).toEqual(expected.map(() => true));
    expect(err).toMatch(/"Mars" is not days/);
    expect(err).toMatch(/"48h" does not say which time counts/);
    expect(parse(written!["policy.yaml"]!)).toMatchObject({ commitments: { resolve: { target: { hours: "PT8H" } } } });
  });

  it("writes nothing when it is ended", () => {
    const ended = asked(["x", undefined]);
    expect(ended).toMatchObject({ closed: 2, err: "ouvree: nothing is written\n" });
    expect(ended).not.toHaveProperty("written");
  });
});

describe("whatever is answered", () => {
  const windows = fc.constantFrom("09:00-17:00", "09:00-12:00,14:00-17:00", "22:00-30:00", "00:00-24:00");
  const days = fc.constantFrom("mon-fri", "mon-sun", "sat,sun", "mon,wed,fri");
  const figure = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom("", " open", " running", " working-days"))
      .map(([n, c]) => `PT${n}H${c}`),
    fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom("", " working", " calendar"))
      .map(([n, c]) => `P${n}D${c}`),
  );
  const name = fc.oneof(
    fc.constantFrom("no", "1", "~", "a: b", "# c", 'say "x"', "l'été", "{a}", "- b", "\\"),
    fc.string({ minLength: 1 }),
  );

  it("either is refused in one line, or gives a policy that can be used, of that name", () => {
    fc.assert(
      fc.property(
        name,
        fc.constantFrom("Europe/Paris", "UTC", "America/New_York", "Asia/Kathmandu"),
        fc.array(fc.tuple(days, windows), { minLength: 1, maxLength: 2 }),
        fc.subarray(["FR", "FR-57", "GP", "mq.good-friday"]),
        fc.oneof(figure, fc.constant("none")),
        figure,
        (called, zone, week, holidays, first, resolve) => {
          const hours = week.map(([day, window]) => `${day} ${window}`).join("; ");
          const ran = init(
            ...["--yes", "--out", "-", `--name=${called}`, `--zone=${zone}`, `--hours=${hours}`],
            ...[`--holidays=${holidays.join(",") || "none"}`, `--first-response=${first}`, `--resolve=${resolve}`],
          );
          if (ran.code !== 0) {
            expectUnusable(ran);
            return;
          }
          const checked = ouvree(["policy", "check", "p.yaml"], { files: { "p.yaml": ran.out } });
          expect(checked, ran.out).toMatchObject({ code: 0, err: "" });
          expect(parse(ran.out)["policy"]).toBe(called.trim());
        },
      ),
      { numRuns: 150, seed: SEED },
    );
  });

  it("is refused seldom", () => {
    const [sample] = [fc.sample(figure, { numRuns: 40, seed: 7 })];
    const codes = sample.map((text) => init("--yes", "--out", "-", "--resolve", text).code);
    expect(codes.filter((code) => code !== 0)).toEqual([]);
  });
});
