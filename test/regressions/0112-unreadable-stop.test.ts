/**
 * A stop that could not be read, or a state that was renamed, gave "missed, done not yet" without a word. Law: replacing an event by one
 * that cannot be read gives the same verdict or none.
 */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { needs } from "../helpers/needs.ts";
import { ouvree } from "../unit/cli/fake-terminal.ts";
import { event, promise, request, tell, told } from "../unit/evaluation/promise.ts";

const NONE = { outcome: "unmeasurable", reason: "history-incomplete", startedAt: event("x 1 10:00").at };

describe("a missed clock whose stop is not known", () => {
  it("has no verdict, and the issue is on the case", () => {
    const shown = told(promise({}), request(["opened 1 10:00", { type: "closed", at: "1 June at noon" }]));
    expect(shown.commitments["it"]).toEqual({ ...NONE, dueAt: null, stoppedAt: null });
    expect(shown.issues.map(({ code }) => code)).toEqual(["case.bad-event"]);
  });

  it("has none where its state was renamed, and the type is listed with the line that declares it", () => {
    const { cases, rates, unknownEvents } = tell(promise({}), [request(["opened 1 10:00", "Solved 1 11:00"])]);
    expect(cases[0]!.commitments["it"]).toEqual({ ...NONE, dueAt: null, stoppedAt: null });
    expect(cases[0]!.issues[0]!.message).toContain('"events": { "other": ["Solved"] }');
    expect(rates["it"]).toMatchObject({ missed: 0, rate: null, counts: { unmeasurable: 1 } });
    expect(unknownEvents).toEqual([{ kind: "request", type: "Solved", events: 1, cases: 1 }]);
  });
});

const POLICY = JSON.stringify({
  policy: "desk",
  calendars: { desk: { timeZone: "UTC", week: { "mon-fri": ["09:00-17:00"] } } },
  calendar: "desk",
  kinds: { request: { events: ["opened", "resolved"] } },
  commitments: {
    solve: {
      ...{ kind: "target", kinds: ["request"], start: "opened", stop: "resolved", reopening: "ignore" },
      target: { hours: "PT4H", count: "open" },
    },
  },
});
const CSV = "../shared/cases/exports/unreadable-stop.csv";

describe("a check of such an export", () => {
  const check = (csv: string, ...flags: string[]) =>
    ouvree(["check", "t.csv", "--policy", "p.json", "--as-of", "2026-06-08T12:00Z", ...flags], {
      files: { "t.csv": csv, "p.json": POLICY },
    });

  it.skipIf(!existsSync(CSV))(
    needs("the shared cases beside the clone", existsSync(CSV), "misses nothing for the renamed state"),
    () => {
      const { out } = check(readFileSync(CSV, "utf8"), "--format", "json");
      const { cases } = JSON.parse(out) as ReturnType<typeof tell>;
      expect(cases.find(({ id }) => id === "B")!.commitments["solve"]).toMatchObject(NONE);
    },
  );

  it("is no verdict at all where nothing could be decided", () => {
    const renamed =
      "case,kind,event,at\nB,request,opened,2026-06-01T10:00:00Z\nB,request,Solved,2026-06-01T11:00:00Z\n";
    expect(check(renamed)).toMatchObject({ code: 2 });
    expect(check(renamed, "--ignore-unknown")).toMatchObject({ code: 1 });
  });
});
