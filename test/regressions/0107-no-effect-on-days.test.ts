/**
 * `pauses: true` and `atRisk` on a target in days were accepted and had no effect. Law: what is written has an effect or is refused;
 * words of contracts that are not known yet are refused in words that say so (docs/policies.md, "Targets" and "Not yet").
 */
import { describe, expect, it } from "vitest";
import { days, HOUR, hours, PRIORITY, promise, result, table } from "../unit/evaluation/promise.ts";
import { refusalOf } from "./clocks.ts";

const mixed = { target: table({ P1: hours("PT4H"), P2: days("P1D") }), changes: { fact: "keep" } };

describe("a target in days", () => {
  it.each([
    ["pauses: true", { target: days("P2D"), pauses: true }, {}, "pauses"],
    ["pauses: true on one cell of a table", { ...mixed, pauses: true }, PRIORITY, "pauses"],
    ["atRisk", { target: days("P2D"), atRisk: [0.5] }, {}, "atRisk"],
  ])("refuses %s", (_, commitment, rest, key) => {
    expect(refusalOf(() => promise(commitment, rest))).toMatchObject({
      code: "policy.conflict",
      path: ["commitments", "it", key],
      message: expect.stringMatching(/take it out/) as unknown,
    });
  });

  it("takes what has an effect on the hours beside it, and pauses: false", () => {
    const events = [{ ...{ type: "set", at: "2026-06-01T08:00Z" }, priority: "P1" }, "opened 1 09:00"];
    expect(result(promise({ ...mixed, atRisk: [0.25] }, PRIORITY), events, { asOf: "1 10:00" })).toMatchObject({
      ...{ atRisk: 0.25, elapsedMs: HOUR },
    });
    expect(promise({ target: days("P2D"), pauses: false }).commitments).toHaveLength(1);
  });
});

describe("a word that is not known yet", () => {
  const target = { days: "P1D", count: "working", until: "closing", rollToOpen: true };
  const allowance = {
    ...{ kind: "allowance", kinds: ["request"], start: "opened", help: "message", per: "request" },
    minutes: { trained: 30, untrained: 15 },
  };
  const bank = (more: object) => ({ commitments: { it: { ...allowance, ...more } } });
  it.each([
    ["a cut-off", { target: { ...target, cutoff: "12:00" } }, {}, ["target", "cutoff"], /"service-day"/],
    [
      "a cut-off, otherwise written",
      { target: { ...target, cutOff: "12:00" } },
      {},
      ["target", "cutOff"],
      /not known yet/,
    ],
    ["a roll", { target: { ...target, roll: "backward" } }, {}, ["target", "roll"], /backward is not known yet/],
    [
      "a roll in place of true",
      { target: { ...target, rollToOpen: "previous" } },
      {},
      ["target", "rollToOpen"],
      /backward is not known yet/,
    ],
    [
      "pauses of one target",
      { target: { ...target, pauses: "any" } },
      {},
      ["target", "pauses"],
      /stand still are not known yet/,
    ],
    ["pauses by the whole", { pauses: "whole" }, {}, ["pauses"], /stand still are not known yet/],
    [
      "a promised date",
      { target: { at: "promised", until: "closing" } },
      {},
      ["target", "at"],
      /promised in the case is not known yet/,
    ],
    ["a goal of times", { goal: { mean: "PT2H" } }, {}, ["goal"], /goals of times .* are not known yet/],
    ["what is left, as a warning", { atRisk: ["PT1H", 0.9] }, {}, ["atRisk"], /as a duration is not known yet/],
    ["packs", {}, bank({ packs: true }), ["packs"], /packs are not known yet/],
    ["rounding", {}, bank({ rounding: { first: 20, step: 5 } }), ["rounding"], /rounding of minutes is not known yet/],
    ["a factor", {}, bank({ factor: 1.5 }), ["factor"], /by a factor are not known yet/],
    ["an allowance by month", {}, bank({ per: "month" }), ["per"], /per month is not known yet; write "contract-year"/],
  ])("is refused with what can be written today: %s", (_, commitment, rest, place, message) => {
    const issue = refusalOf(() => promise(commitment, rest));
    expect(issue.path.slice(0, 2 + place.length)).toEqual(["commitments", "it", ...place]);
    expect(issue.message).toMatch(message);
  });
});
