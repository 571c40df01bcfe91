/**
 * What a fact is before its first change, in the simulator, by examples worked by hand. Source: semantics §5, `before`.
 */

import { describe, expect, it } from "vitest";
import type { HoursText } from "../../../src/index.ts";
import { at, policy, result, target } from "./examples.ts";
import type { Document } from "./types.ts";

const HOURS = (hours: HoursText) => ({ hours, count: "open" }) as const;
const table = { by: "priority", values: { P1: HOURS("PT2H"), P2: HOURS("PT3H"), P3: null, unset: HOURS("PT8H") } };
const document = (before: "first" | "unset", more: Partial<Document> = {}): Document =>
  policy(target({ target: table, changes: { fact: "keep-elapsed", calendar: "keep-elapsed" } }), {
    facts: { priority: { values: ["P1", "P2", "P3"], changedBy: ["prioritised"], before } },
    ...more,
  });
const lines = ["opened 05-05 09:00", "prioritised 05-05 10:00 priority=P1"];

describe("before its first change a fact", () => {
  it("is unset: the table has a cell for it, and the result says so", () => {
    expect(result(document("unset"), lines, { asOf: "05-05 09:30" })).toMatchObject({
      outcome: "running",
      fact: "unset",
      dueAt: at("05-05 17:00"),
    });
    expect(result(document("unset"), lines, { asOf: "05-05 10:30" })).toMatchObject({
      fact: "P1",
      dueAt: at("05-05 11:00"),
    });
  });

  it("has its first value, once there is one", () => {
    expect(result(document("first"), lines, { asOf: "05-05 09:30" }).reason).toBe("no-figure");
    expect(result(document("first"), lines, { asOf: "05-05 10:30" })).toMatchObject({
      fact: "P1",
      dueAt: at("05-05 11:00"),
    });
  });

  it("is what the case's own member says, if it says anything", () => {
    const own = { asOf: "05-05 09:30", facts: { priority: "P2" } };
    expect(result(document("unset"), lines, own)).toMatchObject({ fact: "P2", dueAt: at("05-05 12:00") });
    expect(result(document("first"), lines, own)).toMatchObject({ fact: "P2", dueAt: at("05-05 12:00") });
    // A value that is not declared is not read: it says nothing.
    expect(result(document("unset"), lines, { ...own, facts: { priority: "P9" } }).fact).toBe("unset");
  });

  it("can be named unset by a rule", () => {
    const calendarRules = [{ when: { priority: "unset" }, calendar: "always" }];
    const ruled = result(document("unset", { calendarRules }), lines, { asOf: "05-05 09:30" });
    expect(ruled).toMatchObject({ calendar: "always", calendarRules: [0] });
  });
});
