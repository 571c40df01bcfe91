/**
 * Segments of a result on a calendar of calendars: which of them closes a stretch, and on which date there.
 */
import { describe, expect, it } from "vitest";
import { definePolicy, evaluate, type PolicyDocument } from "../../../../src/index.ts";

/** Open when Paris and Tokyo both are: from 9:00 to 11:00 in Paris, which is 16:00 to 18:00 in Tokyo in summer. */
const POLICY: PolicyDocument = {
  policy: "both",
  calendar: "both",
  calendars: {
    both: {
      timeZone: "Europe/Paris",
      intersection: [
        { name: "paris", timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] } },
        { name: "tokyo", timeZone: "Asia/Tokyo", week: { "mon-fri": ["09:00-18:00"] } },
      ],
    },
  },
  kinds: { call: { events: ["opened", "closed"] } },
  commitments: {
    help: {
      kind: "target",
      kinds: ["call"],
      start: "opened",
      stop: "closed",
      reopening: "ignore",
      target: { hours: "PT4H", count: "open" },
    },
  },
};

describe("segments of a result on a combination", () => {
  it("say which calendar closes them, and on which date of its own zone", () => {
    const events = [
      { type: "opened", at: "2026-06-05T10:00+02:00" },
      { type: "closed", at: "2026-06-05T20:00+02:00" },
    ];
    const policy = definePolicy(POLICY);
    const { cases } = evaluate(policy, [{ id: "A", kind: "call", events }], {
      asOf: "2026-06-30T00:00Z",
      segments: true,
    });
    const segments = cases[0]!.commitments["help"]!.segments!;
    expect(segments[0]).toMatchObject({ why: "open", counts: true, ms: 3_600_000 });
    expect(segments[0]!.operands).toBeUndefined();
    // In Tokyo Friday's hours end at 11:00 of Paris, and Saturday begins at 17:00 of Paris, when Paris closes too.
    const tokyo = { name: "tokyo", open: false };
    expect(segments.slice(1).map(({ start, date, operands }) => [start, date, operands])).toEqual([
      ["2026-06-05T09:00:00.000Z", "2026-06-05", [{ ...tokyo, why: "after-last", date: "2026-06-05" }]],
      [
        "2026-06-05T15:00:00.000Z",
        "2026-06-05",
        [
          { name: "paris", open: false, why: "after-last", date: "2026-06-05" },
          { ...tokyo, why: "no-hours", date: "2026-06-06" },
        ],
      ],
    ]);
  });
});
