/**
 * A time without an offset in `evaluate` was told to say `{ zone: "Europe/Paris" }`, an option that is not there. Each door names what
 * works at it, in the calendar's own zone. Offsets by hand: Montreal is four hours behind UTC in May, Paris two ahead.
 */
import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../src/charters/clip-industrie.ts";
import { toICalendar } from "../../src/icalendar/index.ts";
import * as main from "../../src/index.ts";
import { deadlinePicture } from "../../src/report/index.ts";
import { expectRefusal, refusal } from "../unit/refusals.ts";

const AT = "2026-05-22T16:00";
const OK = "2026-05-22T16:00-04:00";
const montreal = main.createCalendar(
  { timeZone: "America/Toronto", week: { "mon-fri": ["09:00-17:00"] } },
  { output: "iso" },
);
const found = { id: "T1", kind: "anomaly", events: [{ type: "called", at: AT }] };
const SAY = 'needs Z or an offset such as -04:00, or say { zone: "America/Toronto" }';
const WRITE = 'needs Z or an offset such as +02:00, or its zone: "2026-05-22T16:00[Europe/Paris]"';

describe("the cure of a time without an offset", () => {
  it.each<[string, () => unknown, string]>([
    ["isOpen", () => montreal.isOpen(AT), "at"],
    ["dateOf", () => montreal.dateOf(AT), "at"],
    ["elapsed", () => montreal.elapsed(OK, AT), "to"],
    ["callbackDue", () => main.callbackDue(montreal, AT), "calledAt"],
    ["deadlinePicture", () => deadlinePicture(montreal, AT, "PT1H"), "start"],
    ["planCallbacks", () => main.planCallbacks([], { calendar: montreal, agents: 1, from: AT }), "from"],
  ])("names the option of %s and the calendar's zone", (_door, ask, name) => {
    expectRefusal(ask, { code: "time.no-offset", path: [name], message: `${name}: "${AT}" ${SAY}` });
  });

  it.each<[string, () => unknown, string]>([
    ["evaluate", () => main.evaluate(clipIndustrie, [], { asOf: AT }), "asOf"],
    ["since", () => main.evaluate(clipIndustrie, [], { asOf: OK, since: AT }), "since"],
    ["dueIfResumedAt", () => main.dueIfResumedAt(clipIndustrie, found, "anomaly", AT, { asOf: OK }), "at"],
    [
      "checkEntitlement",
      () => main.checkEntitlement(clipIndustrie, {}, { customer: "a", kind: "usage" }, { at: AT }),
      "at",
    ],
  ])("names no option at %s, which has none, but the form that works", (_door, ask, name) => {
    expectRefusal(ask, { code: "time.no-offset", path: [name], message: `${name}: "${AT}" ${WRITE}` });
  });

  it("the stamp of toICalendar goes by its calendar", () => {
    const error = refusal(() => toICalendar(montreal, { year: 2026, stamp: AT }));
    expect(error.message).toBe(
      'stamp: "2026-05-22T16:00" needs Z or an offset such as -04:00, or its zone: "2026-05-22T16:00[America/Toronto]"',
    );
  });

  it("works where it is named", () => {
    expect(montreal.isOpen(AT, { zone: "America/Toronto" })).toBe(true);
    const { cases } = main.evaluate(
      clipIndustrie,
      [{ ...found, events: [{ type: "called", at: `${AT}[Europe/Paris]` }] }],
      {
        asOf: "2026-06-01T09:00+02:00",
      },
    );
    expect(cases[0]?.commitments["anomaly"]?.startedAt).toBe("2026-05-22T14:00:00.000Z");
  });

  it("stands with the place of the event among the issues of its case", () => {
    const { cases } = main.evaluate(clipIndustrie, [found], { asOf: "2026-06-01T09:00+02:00" });
    expect(cases[0]?.issues[0]?.message).toBe(`cases[0].events[0].at: "${AT}" ${WRITE}`);
  });
});
