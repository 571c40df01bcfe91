/**
 * The morning's list, worked by hand. Source: docs/charter.md, "Who is called when".
 *
 * The desk is open 9:00–12:00 and 14:00–17:00. 2026-05-22 is a Friday, the Monday after it is Whit Monday, so the next working
 * day is Tuesday 26. Times are those of Paris in May 2026: "26 09:00".
 */

import { describe, expect, it } from "vitest";
import {
  type CalendarDefinition,
  type CallbackPlan,
  createCalendar,
  type PendingCallback,
  type PlanOptions,
  planCallbacks,
} from "../../../../src/index.ts";
import { processorMs } from "../../../helpers/processor-time.ts";
import { SUPPORT } from "../../refusals.ts";

const at = (dayAndTime: string): string => `2026-05-${dayAndTime.replace(" ", "T")}+02:00`;
const short = (iso: string | null): string | null => (iso === null ? null : iso.slice(8, 16).replace("T", " "));
const desk = createCalendar(SUPPORT, { output: "iso" });
type Changes = Partial<Omit<PlanOptions<"iso">, "calendar">> & { readonly definition?: CalendarDefinition<string> };

function plan(pending: readonly PendingCallback[], { definition, ...changes }: Changes = {}): CallbackPlan<"iso"> {
  const calendar = definition === undefined ? desk : createCalendar(definition, { output: "iso" });
  return planCallbacks(pending, { calendar, agents: 1, handlingMinutes: 60, from: at("26 08:30"), ...changes });
}
/** `id, agent, start–end`, with what it misses. */
const list = ({ calls }: CallbackPlan<"iso">): string[] =>
  calls.map(({ id, agent, startsAt, endsAt, missed }) =>
    [`${id} ${agent} ${short(startsAt)}–${endsAt.slice(11, 16)}`, ...missed].join(" "),
  );
const call = (id: string, calledAt: string, more: Partial<PendingCallback> = {}): PendingCallback => ({
  id,
  calledAt: at(calledAt),
  ...more,
});

describe("a morning after a long weekend", () => {
  const pending = [
    call("T2", "26 08:20", { target: "PT4H" }),
    call("T1", "26 08:10", { target: "PT1H" }),
    call("S1", "23 10:00"),
    call("F3", "22 16:58", { target: "PT4H" }),
    call("F2", "22 16:55", { target: "PT4H", customer: "acme" }),
  ];

  it("has one agent call the carried-over ones in order, then the others", () => {
    const told = plan(pending);
    expect(list(told)).toEqual([
      "F2 agent 1 26 09:00–10:00",
      "F3 agent 1 26 10:00–11:00",
      "S1 agent 1 26 11:00–12:00",
      // Called at 8:10, it waits for three hours and takes one: four hours of open time where one was promised.
      "T1 agent 1 26 14:00–15:00 target",
      "T2 agent 1 26 15:00–16:00 target",
    ]);
    expect([told.missed, short(told.finishesAt)]).toEqual([["T1", "T2"], "26 16:00"]);
  });

  it("says why each is where it is, and when it is due", () => {
    const told = plan(pending).calls.map(({ id, carriedOver, carriedAt, dueAt }) => [
      id,
      carriedOver,
      short(carriedAt),
      short(dueAt),
    ]);
    expect(told).toEqual([
      // 5 minutes of Friday, 3 hours of the morning, 55 minutes of the afternoon.
      ["F2", true, "22 17:00", "26 14:55"],
      ["F3", true, "22 17:00", "26 14:58"],
      // On a closed date it is carried over at once; it is due until the end of Tuesday.
      ["S1", true, "23 10:00", "27 00:00"],
      ["T1", false, null, "26 10:00"],
      ["T2", false, null, "26 15:00"],
    ]);
  });

  it("gives each to the agent that is free earliest, and of two that are to the first", () => {
    expect(list(plan(pending, { agents: ["anna", "ben"] }))).toEqual([
      "F2 anna 26 09:00–10:00",
      "F3 ben 26 09:00–10:00",
      "S1 anna 26 10:00–11:00",
      "T1 ben 26 10:00–11:00 target",
      "T2 anna 26 11:00–12:00",
    ]);
  });

  it("says how many agents would be enough: with three T1 still ends at 11:00, with four at 10:00", () => {
    for (const agents of [1, 2, 3, 4, 5, Number.MAX_SAFE_INTEGER]) {
      const { enoughAgents, usefulAgents, missedAnyway, missed } = plan(pending, { agents });
      expect([enoughAgents, usefulAgents, missedAnyway]).toEqual([4, 4, []]);
      expect(missed).toEqual(agents === 1 ? ["T1", "T2"] : agents < 4 ? ["T1"] : []);
    }
  });

  it("hands the customer on where there is one", () => {
    const told = plan(pending).calls;
    expect(told[0]).toHaveProperty("customer", "acme");
    expect(told[1]).not.toHaveProperty("customer");
  });

  it("does not depend on the order of the entries", () => {
    const expected = plan(pending, { agents: 2 });
    expect(plan([...pending].reverse(), { agents: 2 })).toEqual(expected);
    expect(
      plan(
        [...pending].sort((a, b) => (a.id < b.id ? -1 : 1)),
        { agents: 2 },
      ),
    ).toEqual(expected);
  });

  it("does not change what it is given", () => {
    const frozen = Object.freeze(pending.map((entry) => Object.freeze({ ...entry })));
    expect(list(plan(frozen, { agents: Object.freeze(["anna"]) }))).toHaveLength(5);
  });
});

describe("the order of a queue", () => {
  it("is by the instant of the call, then by id", () => {
    const told = plan([call("b", "22 16:00"), call("c", "22 15:00"), call("a", "22 16:00"), call("B", "22 16:00")]);
    expect(told.calls.map(({ id }) => id)).toEqual(["c", "B", "a", "b"]);
  });

  it("has a carried-over call before one of today, and before one of yesterday's only after the closing", () => {
    const pending = [call("old", "26 16:00"), call("new", "27 08:00")];
    expect(list(plan(pending, { from: at("27 08:30") }))).toEqual([
      "old agent 1 27 09:00–10:00",
      "new agent 1 27 10:00–11:00",
    ]);
    expect(plan(pending, { from: at("26 16:59") }).calls[0]?.carriedOver).toBe(false);
    // At exactly 17:00 it is carried over.
    expect(plan(pending, { from: at("26 17:00") }).calls[0]?.carriedOver).toBe(true);
  });

  it("has a carried-over call before an older one that nothing carries over: its day went on in the next", () => {
    const definition = {
      timeZone: "Europe/Paris",
      week: { mon: ["08:00-24:00"], tue: ["00:00-12:00"], "wed-fri": ["09:00-12:00"] },
    };
    // 2026-05-18 is a Monday. The desk does not close before Tuesday noon.
    const pending = [call("mon", "18 10:00"), call("tue", "19 10:00")];
    const told = plan(pending, { definition, from: at("20 08:00") });
    expect(told.calls.map(({ id, carriedOver }) => [id, carriedOver])).toEqual([
      ["tue", true],
      ["mon", false],
    ]);
  });

  it("is kept by the starts of carried-over calls: a shorter one is not drawn before a longer one", () => {
    const long = call("A", "22 15:00", { handlingMinutes: 180 });
    const pending = [long, call("B", "22 16:00"), call("N", "26 08:00")];
    // From 10:00 on three hours fit in no earlier than the afternoon; nobody who came later is called before.
    expect(list(plan(pending, { agents: 3, from: at("26 10:00"), handlingMinutes: 20 }))).toEqual([
      "A agent 1 26 14:00–17:00",
      "B agent 2 26 14:00–14:20",
      "N agent 3 26 14:00–14:20",
    ]);
  });

  it("leaves an agent free to go on with the next of the others, to whom no order is promised", () => {
    const pending = [call("A", "26 09:00", { handlingMinutes: 180 }), call("B", "26 09:05"), call("C", "26 09:10")];
    expect(list(plan(pending, { agents: 2, from: at("26 10:00"), handlingMinutes: 20 }))).toEqual([
      "A agent 1 26 14:00–17:00",
      "B agent 2 26 10:00–10:20",
      "C agent 2 26 10:20–10:40",
    ]);
  });
});

describe("closing", () => {
  const pending = [call("A", "26 11:30", { target: "PT4H" }), call("B", "26 12:30"), call("C", "26 14:00")];
  const told = (closing?: "day" | "window"): unknown[] =>
    plan(pending, { from: at("26 14:30"), ...(closing && { closing }) }).calls.map(
      ({ id, carriedOver, carriedAt, dueAt }) => [id, carriedOver, short(carriedAt), short(dueAt)],
    );

  it("is the end of the day's last window: at 14:30 nobody is carried over", () => {
    // The last one would end at 17:30, so it is carried over by this plan.
    const day = [
      ["A", false, null, "27 09:30"],
      ["B", false, null, null],
      ["C", false, "26 17:00", "28 00:00"],
    ];
    expect(told()).toEqual(day);
    expect(told("day")).toEqual(day);
  });

  it("or the end of the window of the call, else of the next one of that day", () => {
    expect(told("window")).toEqual([
      // At noon; due the next day all the same, and its target before that.
      ["A", true, "26 12:00", "27 09:30"],
      ["B", false, null, null],
      ["C", false, "26 17:00", "28 00:00"],
    ]);
  });
});

describe("a call that is still to come", () => {
  const hour = { handlingMinutes: 60 };
  const pending = [
    call("W1", "26 15:00", hour),
    call("W2", "26 15:01", hour),
    call("X", "26 15:02", { handlingMinutes: 180 }),
    call("Z", "26 15:03"),
    call("Y", "26 18:00"),
  ];

  it("starts before nobody ahead of it: by then they are carried over", () => {
    // At 16:50 nobody is carried over yet, and nothing fits in any more; between X and Z no order is promised.
    expect(list(plan(pending, { from: at("26 16:50"), agents: 2, handlingMinutes: 20 }))).toEqual([
      "W1 agent 1 27 09:00–10:00",
      "W2 agent 2 27 09:00–10:00",
      "X agent 1 27 14:00–17:00",
      "Z agent 2 27 10:00–10:20",
      "Y agent 2 27 14:00–14:20",
    ]);
  });
});

describe("a callback", () => {
  it("ends at the closing, or starts after it", () => {
    const pending = [call("A", "26 09:00"), call("B", "26 09:01")];
    expect(list(plan(pending, { from: at("26 11:20"), handlingMinutes: 20 }))).toEqual([
      "A agent 1 26 11:20–11:40",
      "B agent 1 26 11:40–12:00",
    ]);
    expect(list(plan(pending, { from: at("26 11:21"), handlingMinutes: 20 }))).toEqual([
      "A agent 1 26 11:21–11:41",
      "B agent 1 26 14:00–14:20",
    ]);
    expect(list(plan(pending, { from: at("26 16:41"), handlingMinutes: 20 }))).toEqual([
      "A agent 1 27 09:00–09:20",
      "B agent 1 27 09:20–09:40",
    ]);
  });

  it("starts no earlier than its own call, which may lie ahead", () => {
    const pending = [call("A", "26 10:10"), call("B", "26 12:30"), call("C", "26 18:00")];
    expect(list(plan(pending, { handlingMinutes: 20 }))).toEqual([
      "A agent 1 26 10:10–10:30",
      "B agent 1 26 14:00–14:20",
      "C agent 1 27 09:00–09:20",
    ]);
  });

  it("takes as long as it says, else as long as the plan says; also a part of a minute", () => {
    const pending = [call("A", "26 08:00", { handlingMinutes: 7.5 }), call("B", "26 08:01")];
    const [a, b] = plan(pending, { handlingMinutes: 1.1 }).calls;
    expect(a?.endsAt).toBe("2026-05-26T09:07:30.000+02:00");
    expect(b?.endsAt).toBe("2026-05-26T09:08:36.000+02:00");
    expect(list(plan([pending[0]!], { handlingMinutes: undefined as never }))).toHaveLength(1);
  });

  it("that is not made before closing is carried over by the plan, and is due on the next working day", () => {
    const pending = [call("A", "22 16:00"), call("B", "22 16:10"), call("C", "22 16:20")];
    const told = plan(pending, { from: at("22 16:15"), handlingMinutes: 40 });
    expect(list(told)).toEqual(["A agent 1 22 16:15–16:55", "B agent 1 26 09:00–09:40", "C agent 1 26 09:40–10:20"]);
    expect(
      told.calls.map(({ carriedOver, carriedAt, dueAt }) => [carriedOver, short(carriedAt), short(dueAt)]),
    ).toEqual([
      [false, null, null],
      [false, "22 17:00", "27 00:00"],
      [false, "22 17:00", "27 00:00"],
    ]);
  });

  it("that ends at exactly 17:00 is carried over, as help at 17:00 is", () => {
    const [only] = plan([call("A", "22 16:00")], { from: at("22 16:20"), handlingMinutes: 40 }).calls;
    expect([short(only!.endsAt), short(only!.carriedAt), only!.missed]).toEqual(["22 17:00", "22 17:00", []]);
  });
});

describe("what is missed", () => {
  const friday = (count: number): PendingCallback[] =>
    Array.from({ length: count }, (_, i) => call(`F${String(i).padStart(2, "0")}`, `22 16:${10 + i}`));

  it("is the next working day of carried-over calls: six an agent, an hour each", () => {
    const one = plan(friday(8));
    expect(one.missed).toEqual(["F06", "F07"]);
    expect(one.calls[6]?.missed).toEqual(["carry-over"]);
    expect(short(one.calls[6]!.startsAt)).toBe("27 09:00");
    expect([one.enoughAgents, one.missedAnyway]).toEqual([2, []]);
    // Nineteen calls are four rounds and a part with five agents; three agents make eighteen.
    expect(plan(friday(19)).enoughAgents).toBe(4);
    expect(plan(friday(18)).enoughAgents).toBe(3);
  });

  it("goes by when the handling ends, in open time: exactly used up is in time, a minute more is not", () => {
    const used = (target: string): unknown => plan([call("A", "22 16:00", { target })]).missed;
    // An hour of Friday and one of Tuesday.
    expect([used("PT2H"), used("PT1H59M")]).toEqual([[], ["A"]]);
  });

  it("goes by elapsed time, not by the instant shown as due", () => {
    // Used up at noon; at 14:00 nothing more is used up, though it is called back two hours after it was due.
    const told = plan(
      [call("A", "26 09:00", { targets: { answer: { missedAt: at("26 15:00"), dueAt: at("26 12:00") } } })],
      {
        from: at("26 14:00"),
        handlingMinutes: 59,
      },
    );
    expect([told.missed, short(told.calls[0]!.dueAt)]).toEqual([[], "26 12:00"]);
    const late = plan([call("A", "26 09:00", { targets: { answer: { missedAt: at("26 15:00") } } })], {
      from: at("26 14:00"),
    });
    expect([late.calls[0]?.missed, short(late.calls[0]!.dueAt)]).toEqual([["answer"], "26 15:00"]);
  });

  it("is told by name, in the order carry-over, target, targets", () => {
    const entry = call("A", "19 10:00", { target: "PT1H", targets: { z: "PT2H", a: { hours: 100 }, m: 1 } });
    expect(plan([entry]).calls[0]?.missed).toEqual(["carry-over", "target", "z", "m"]);
  });

  it("may be missed whatever the number of agents: enoughAgents is null, and usefulAgents saves the rest", () => {
    const pending = [call("late", "19 10:00"), ...friday(8)];
    const told = plan(pending);
    expect([told.missed, told.missedAnyway]).toEqual([["late", "F05", "F06", "F07"], ["late"]]);
    expect([told.enoughAgents, told.usefulAgents]).toEqual([null, 2]);
  });

  it("counts each target: one that is lost does not hide another that can be kept", () => {
    // Both are late by the first target; the second target asks for an agent each.
    const pending = ["A", "B"].map((id) =>
      call(id, "19 10:00", { target: "PT1H", targets: { today: { missedAt: at("26 10:01") } } }),
    );
    const told = plan(pending);
    expect(told.calls.map(({ missed }) => missed)).toEqual([
      ["carry-over", "target"],
      ["carry-over", "target", "today"],
    ]);
    expect([told.enoughAgents, told.usefulAgents, told.missedAnyway]).toEqual([null, 2, ["A", "B"]]);
  });

  it("is nothing where nothing is pending: no agent is enough for that", () => {
    expect(plan([])).toEqual({
      calls: [],
      missed: [],
      missedAnyway: [],
      enoughAgents: 0,
      usefulAgents: 0,
      finishesAt: null,
    });
  });
});

describe("other desks", () => {
  it("that never close carry nothing over, and have room for any handling", () => {
    const definition = { timeZone: "Europe/Paris", week: { "mon-sun": ["00:00-24:00"] } };
    const pending = [call("A", "19 10:00", { handlingMinutes: 6000 }), call("B", "23 10:00")];
    const told = plan(pending, { definition });
    expect(list(told)).toEqual(["A agent 1 26 08:30–12:30", "B agent 1 30 12:30–13:30"]);
    expect(told.calls.map(({ carriedOver, carriedAt, dueAt }) => [carriedOver, carriedAt, dueAt])).toEqual([
      [false, null, null],
      [false, null, null],
    ]);
  });

  it("that work at night go on over midnight, and shorten their night when the clock goes forward", () => {
    const definition = { timeZone: "Europe/Paris", week: { "fri,sat": ["22:00-06:00"] } };
    // 2026-03-28 is a Saturday; 02:00 to 03:00 does not happen on the 29th.
    const pending = ["A", "B"].map((id) => ({ id, calledAt: "2026-03-28T12:00:00+01:00" }));
    const told = plan(pending, { definition, handlingMinutes: 210, from: "2026-03-28T12:00:00+01:00" });
    expect(told.calls.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ["2026-03-28T22:00:00.000+01:00", "2026-03-29T01:30:00.000+01:00"],
      ["2026-03-29T01:30:00.000+01:00", "2026-03-29T06:00:00.000+02:00"],
    ]);
    const longer = plan(pending, { definition, handlingMinutes: 211, from: "2026-03-28T12:00:00+01:00" });
    expect(longer.calls[1]?.startsAt).toBe("2026-04-03T22:00:00.000+02:00");
  });

  it("that open at an hour of their own call back from then", () => {
    const definition = { ...SUPPORT, exceptions: { "2026-05-26": ["10:30-12:00"] } };
    expect(list(plan([call("A", "22 16:55")], { definition }))).toEqual(["A agent 1 26 10:30–11:30"]);
  });

  it("have a handling fit that is as long as their longest interval, whatever little is left of it", () => {
    expect(list(plan([call("A", "22 16:55")], { from: at("26 16:00"), handlingMinutes: 180 }))).toEqual([
      // A day late: what was left of Tuesday was too short.
      "A agent 1 27 09:00–12:00 carry-over",
    ]);
  });
});

describe("answers", () => {
  it("come in the output of the calendar", () => {
    const pending = [call("A", "22 16:55")];
    const options = { agents: 1, handlingMinutes: 20, from: at("26 08:30") };
    const luxon = planCallbacks(pending, { ...options, calendar: createCalendar(SUPPORT) });
    expect(luxon.calls[0]?.startsAt.toISO()).toBe("2026-05-26T09:00:00.000+02:00");
    expect(luxon.finishesAt?.zoneName).toBe("Europe/Paris");
    const ms = planCallbacks(pending, { ...options, calendar: createCalendar(SUPPORT, { output: "ms" }) });
    expect(ms.calls[0]?.dueAt).toBe(Date.parse(at("27 00:00")));
    const date = planCallbacks(pending, { ...options, calendar: createCalendar(SUPPORT, { output: "date" }) });
    expect(date.calls[0]?.carriedAt).toEqual(new Date(at("22 17:00")));
  });

  it("read texts without an offset in the zone given", () => {
    const entry = { id: "A", calledAt: "2026-05-22T16:55", targets: { answer: { missedAt: "2026-05-26T09:20" } } };
    const told = plan([entry], { from: "2026-05-26T08:30", zone: "Europe/Paris", handlingMinutes: 20 });
    expect([list(told), told.missed]).toEqual([["A agent 1 26 09:00–09:20 answer"], ["A"]]);
  });

  it("are quick for two thousand callbacks and a hundred agents", () => {
    const pending = Array.from({ length: 2_000 }, (_, i) => call(`C${i}`, "22 16:00", { target: "PT400H" }));
    const start = processorMs();
    expect(plan(pending, { agents: 100, handlingMinutes: 20 }).calls).toHaveLength(2_000);
    expect(processorMs() - start).toBeLessThan(5_000);
  });
});
