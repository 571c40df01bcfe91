/**
 * The workbook has the promises of a table by a fact, one for each value; what it cannot judge is named with its true reason. Before,
 * a table in open hours was left out because "a workbook judges hours of open time alone", which the table is.
 */
import { describe, expect, it } from "vitest";
import { promisesOf } from "../../src/workbook/index.ts";
import { CALENDARS, days, define, hours } from "../unit/evaluation/promise.ts";

const clock = (target: object, more: object = {}): object => ({
  ...{ kind: "target", kinds: ["request"], start: "opened", stop: "closed", reopening: "ignore", target },
  ...more,
});
const policyOf = (commitments: object) =>
  define({
    policy: "tables",
    ...{ calendars: CALENDARS, calendar: "desk", kinds: { request: { events: ["opened", "closed", "ready"] } } },
    facts: { priority: { values: ["P1", "P2", "P3", "P4"] } },
    commitments,
  });
const table = (values: object): object => ({ by: "priority", values });

describe("a table by priority", () => {
  it("has a promise for each value in open hours", () => {
    const target = table({ P1: hours("PT4H"), P2: hours("PT8H"), P3: days("P3D"), P4: null });
    expect(promisesOf(policyOf({ fix: clock(target, { title: "Repair" }) }))).toEqual({
      promises: [
        { kind: "request P1", hours: 4, title: "Repair (P1)" },
        { kind: "request P2", hours: 8, title: "Repair (P2)" },
      ],
      leftOut: [{ id: "fix P3", why: "days" }],
    });
  });

  it("stands beside another promise of its kind under its own name", () => {
    const both = {
      fix: clock(table({ P1: hours("PT4H"), P2: null, P3: null, P4: null })),
      reply: clock(hours("PT1H")),
    };
    expect(promisesOf(policyOf(both)).promises.map(({ kind }) => kind)).toEqual(["request: fix P1", "request: reply"]);
  });
});

describe("what a workbook cannot judge", () => {
  it("is named with its reason", () => {
    const { promises, leftOut } = promisesOf(
      policyOf({
        dated: clock(days("P3D")),
        whole: clock(hours("PT48H", "working-days")),
        own: clock(hours("PT4H"), { calendar: "night" }),
      }),
    );
    expect(promises).toEqual([]);
    expect(leftOut).toEqual([
      { id: "dated", why: "days" },
      { id: "whole", why: "hours" },
      { id: "own", why: "calendar" },
    ]);
  });
});
