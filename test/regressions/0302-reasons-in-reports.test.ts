/**
 * What cannot be measured says why in every report that people read, and a missed share says what was not as promised. Before, the
 * reason stood in JSON alone, and a missed share told when it was done.
 */
import { describe, expect, it } from "vitest";
import { htmlReport, judgeGoals, RENDERERS, type Report } from "../../src/report/index.ts";
import { CALENDARS, define, event, hours, request, tell } from "../unit/evaluation/promise.ts";

const policy = define({
  policy: "reasons",
  ...{ calendars: CALENDARS, calendar: "desk", kinds: { request: { events: ["opened", "closed"] } } },
  commitments: {
    reply: {
      ...{ kind: "target", kinds: ["request"], start: "opened", stop: "closed", reopening: "ignore" },
      target: hours("PT4H"),
    },
    remote: { kind: "share", kinds: ["request"], of: "closed", where: { channel: ["phone", "remote"] }, goal: 0.5 },
  },
});
const cases = [
  request(["closed 1 10:00"], { id: "early" }),
  request([event("opened 2 10:00"), event("closed 2 11:00", { channel: "on-site" })], { id: "seen" }),
];
const evaluation = tell(policy, cases);
const report: Report = { policy, evaluation, verdicts: judgeGoals(evaluation, { byId: new Map() }) };

describe("reports", () => {
  it("say why a commitment cannot be measured, with how many", () => {
    expect(RENDERERS.text!(report)).toContain(
      "cannot be measured:\n  reply  1: the event that starts it is missing (missing-event)\n  remote  1: ",
    );
    expect(RENDERERS.markdown!(report)).toContain(
      "| `reply` | the event that starts it is missing (`missing-event`) | 1 |",
    );
    expect(htmlReport(report)).toContain("cannot be measured: 1 case: the event that starts it is missing");
    expect(htmlReport({ ...report, language: "fr" })).toContain("l&#39;événement qui la commence manque");
  });

  it("say what was not as promised of a share, and nothing that stood there instead", () => {
    const text = RENDERERS.text!(report);
    expect(text).toContain(
      "  seen  remote  0 of 1 as promised, channel is not phone or remote, on Tue 2 Jun 2026 11:00",
    );
    expect(text).not.toContain("on-site");
  });
});
