/**
 * 890 incidents of a real ServiceNow, through the shipped mapping, and as an independent walk has them.
 *
 * Source: "Incident management process enriched event log" (Amaral, Fantinato, Peres; UCI Machine Learning Repository, CC BY 4.0),
 * excerpt beside the project; its rows are not copied.
 */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importCasesSync, systems } from "../../../../src/import/index.ts";
import { definePolicy, evaluate } from "../../../../src/index.ts";
import { needs } from "../../../helpers/needs.ts";
import { minuteOf, openMinutes, walkIncidents } from "./incident-walk.ts";

const FILE = new URL("../../../../../shared/data/servicenow-incidents.csv", import.meta.url);
const isHere = existsSync(FILE);

describe.skipIf(!isHere)(needs("shared/data/servicenow-incidents.csv", isHere, "890 incidents"), () => {
  const TARGET_MINUTES = 16 * 60;
  const bytes = isHere ? readFileSync(FILE) : new Uint8Array();
  const policy = definePolicy({
    policy: "incidents",
    calendars: { desk: { timeZone: "Europe/Lisbon", week: { "mon-fri": ["09:00-18:00"] } } },
    calendar: "desk",
    kinds: { request: { events: ["opened", "started", "resolved", "closed", "reopened"], stop: "resolved" } },
    events: { pause: "waiting", resume: "resumed", cancel: "cancelled" },
    commitments: {
      resolution: {
        kind: "target",
        kinds: ["request"],
        start: "opened",
        stop: ["resolved", "closed"],
        target: { hours: "PT16H", count: "open" },
        reopening: "resume",
        reopen: "reopened",
      },
    },
  } as never);

  test("each has the outcome and the minutes of the walk", () => {
    const found = importCasesSync([{ name: "incidents.csv", bytes }], {
      mapping: { ...systems["servicenow"]!, times: "dd-MM-yyyy HH:mm" },
      zone: "Europe/Lisbon",
    });
    expect(found.rows).toEqual({ read: 5998, used: 5998, leftOut: 0, reported: 0 });
    expect(found.unknown).toEqual([]);
    const { cases } = evaluate(policy, found.cases, { asOf: "2017-12-31T12:00:00Z" });
    const walked = walkIncidents(bytes.toString("utf8"), "Awaiting User Info", "31-12-2017 12:00");
    expect(cases).toHaveLength(890);
    const differing = cases.flatMap(({ id, commitments, issues }) => {
      const result = (commitments as unknown as Record<string, { outcome: string; elapsedMs?: number }>)["resolution"]!;
      const walk = walked.get(id)!;
      const isLate = walk.minutes > TARGET_MINUTES;
      const outcome = isLate ? "missed" : walk.isEnded ? "met" : walk.isWaiting ? "paused" : "running";
      const seen = {
        outcome: result.outcome,
        minutes: (result.elapsedMs ?? Number.NaN) / 60_000,
        issues: issues.length,
      };
      const right = { outcome, minutes: walk.minutes, issues: 0 };
      return JSON.stringify(seen) === JSON.stringify(right) ? [] : [{ id, seen, right }];
    });
    expect(differing).toEqual([]);
  });

  test("ServiceNow's own column made_sla, beside our verdicts: the figures of docs/importing/servicenow-incidents.md", () => {
    const found = importCasesSync([{ name: "incidents.csv", bytes }], {
      mapping: { ...systems["servicenow"]!, times: "dd-MM-yyyy HH:mm" },
      zone: "Europe/Lisbon",
    });
    const { cases } = evaluate(policy, found.cases, { asOf: "2017-12-31T12:00:00Z" });
    const walked = walkIncidents(bytes.toString("utf8"), "Awaiting User Info", "31-12-2017 12:00");
    const counts: Record<string, number> = {};
    for (const { id, commitments } of cases) {
      const { outcome } = (commitments as unknown as Record<string, { outcome: string }>)["resolution"]!;
      const key = `${outcome}, made_sla ${walked.get(id)!.madeSla ? "TRUE" : "FALSE"}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    // Counted once more outside of this library, by a script of its own that reads the rows as a table.
    expect(counts).toEqual({
      "met, made_sla TRUE": 362,
      "missed, made_sla FALSE": 281,
      "missed, made_sla TRUE": 133,
      "met, made_sla FALSE": 114,
    });
  });

  test("the walk's own arithmetic, by hand", () => {
    // Friday 26 February 2016 17:30 to Monday 9:20: half an hour and twenty minutes.
    expect(openMinutes(minuteOf("26-02-2016 17:30"), minuteOf("29-02-2016 09:20"))).toBe(50);
  });
});
