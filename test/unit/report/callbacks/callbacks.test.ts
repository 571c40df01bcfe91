/**
 * A plan of callbacks as text and as CSV.
 */
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import {
  type CalendarDefinition,
  type CallbackPlan,
  createCalendar,
  type PendingCallback,
  type PlanOptions,
  planCallbacks,
} from "../../../../src/index.ts";
import { type CallbackMark, callbacksCsv, callbacksText } from "../../../../src/report/index.ts";
import { HARMFUL, SUPPORT } from "../../refusals.ts";

const at = (dayAndTime: string): string => `2026-05-${dayAndTime.replace(" ", "T")}+02:00`;
type Changes = Partial<Omit<PlanOptions<"iso">, "calendar">> & { readonly definition?: CalendarDefinition };

function plan(pending: readonly PendingCallback[], { definition = SUPPORT, ...changes }: Changes = {}) {
  const calendar = createCalendar(definition, { output: "iso" });
  return planCallbacks(pending, { calendar, agents: 1, handlingMinutes: 20, from: at("26 08:30"), ...changes });
}
function text(told: CallbackPlan<"iso">, changes: object = {}, paint?: (text: string, mark: CallbackMark) => string) {
  const heading = { policy: "acme", asOf: at("26 08:00"), from: at("26 08:30"), timeZone: "Europe/Paris", agents: 1 };
  return callbacksText(told, {
    heading: { ...heading, handlingMinutes: 20, ...changes },
    ...(paint && { paint }),
  }).split("\n");
}
const call = (id: string, calledAt: string, more: Partial<PendingCallback> = {}): PendingCallback => ({
  id,
  calledAt: at(calledAt),
  ...more,
});

describe("the list as text", () => {
  it("says what it is made of: agents are counted, the instants are the zone's", () => {
    const told = plan([call("A", "26 08:00")]);
    expect(text(told, { agents: ["anna", "ben"], handlingMinutes: 7.5 }).slice(0, 3)).toEqual([
      "acme as of Tue 26 May 2026 08:00 (Europe/Paris): 1 callback is pending",
      "2 agents from Tue 26 May 2026 08:30, 7.5 min each",
      "",
    ]);
    expect(text(told, { timeZone: "UTC" })[0]).toBe("acme as of Tue 26 May 2026 06:00 (UTC): 1 callback is pending");
  });

  it("is by the hour, date by date, in columns", () => {
    const pending = [
      call("A", "26 09:00", { handlingMinutes: 180 }),
      call("long-id", "26 09:05", { handlingMinutes: 170 }),
      call("B", "26 09:10"),
      call("C", "26 18:00"),
    ];
    const told = plan(pending, { agents: ["anna", "b"], from: at("26 10:00") });
    // In the queue A comes first; by the hour it does not.
    expect(told.calls.map(({ id }) => id)).toEqual(["A", "long-id", "B", "C"]);
    expect(text(told).slice(3)).toEqual([
      "Tue 26 May 2026",
      "  14:00–17:00  anna  A        will be carried over Tue 26 May 2026 17:00  due Wed 27 May 2026 24:00",
      "  14:00–16:50  b     long-id  called Tue 26 May 2026 09:05",
      "",
      "Wed 27 May 2026",
      "  09:00–09:20  b     B        will be carried over Tue 26 May 2026 17:00  due Wed 27 May 2026 24:00",
      "  09:00–09:20  anna  C        will be carried over Tue 26 May 2026 18:00  due Wed 27 May 2026 24:00",
      "",
      "the last one is handled by Wed 27 May 2026 09:20",
      "no target will be missed",
      "1 agent is enough",
      "",
    ]);
  });

  it("calls midnight 24:00 where something ends, and 00:00 where it starts", () => {
    const definition = { timeZone: "Europe/Paris", week: { "mon-fri": ["22:00-06:00"] } } as const;
    const pending = [call("A", "26 12:00"), call("B", "26 12:01")];
    const told = text(plan(pending, { definition, from: at("26 23:40") })).filter((line) => /–/.test(line));
    expect(told.map((line) => line.slice(2, 26))).toEqual(["23:40–24:00  agent 1  A ", "00:00–00:20  agent 1  B "]);
  });

  it("says what is missed, what would be with any number of agents, and with how many nothing else is", () => {
    const friday = Array.from({ length: 10 }, (_, i) => call(`F${i}`, `22 16:0${i}`, { handlingMinutes: 60 }));
    const told = text(plan([call("late", "19 10:00"), ...friday])).slice(-5);
    expect(told).toEqual([
      "the last one is handled by Wed 27 May 2026 16:00",
      "will be missed: late (carry-over), F5 (carry-over), F6 (carry-over), F7 (carry-over), F8 (carry-over), F9 (carry-over)",
      "no number of agents would be enough for late",
      "with 2 agents nothing else would be missed",
      "",
    ]);
    expect(text(plan(friday)).slice(-3)).toEqual([
      "will be missed: F6 (carry-over), F7 (carry-over), F8 (carry-over), F9 (carry-over)",
      "2 agents would be enough",
      "",
    ]);
    expect(text(plan([call("late", "19 10:00")])).slice(-2)).toEqual([
      "no number of agents would be enough for late",
      "",
    ]);
  });

  it("names twenty, and counts the rest", () => {
    const late = Array.from({ length: 25 }, (_, i) => call(`L${String(i).padStart(2, "0")}`, "19 10:00"));
    const told = text(plan(late, { agents: 30 }));
    expect(told.filter((line) => /–/.test(line))).toHaveLength(25);
    expect(told.at(-3)).toMatch(/^will be missed: L00 \(carry-over\), .*L19 \(carry-over\), … and 5 more$/);
    expect(told.at(-2)).toMatch(/L19, … and 5 more$/);
  });

  it("marks dates and what is late, and nothing else", () => {
    const told = text(plan([call("late", "19 10:00")]), {}, (part, mark) => `<${mark}>${part}</>`);
    expect(told.filter((line) => line.includes("<"))).toEqual([
      "<date>Tue 26 May 2026</>",
      "  09:00–09:20  agent 1  late  carried over Tue 19 May 2026 17:00  due Wed 20 May 2026 24:00  <late>late: carry-over</>",
      "<late>will be missed: late (carry-over)</>",
    ]);
  });
});

describe("the list as CSV", () => {
  it("is read back by another reader", () => {
    const pending = [call('a "quoted", id', "22 16:00"), call("B", "26 08:00", { targets: { x: 1, y: 1 } })];
    const { data, errors } = Papa.parse<Record<string, string>>(callbacksCsv(plan(pending)).trimEnd(), {
      header: true,
    });
    expect(errors).toEqual([]);
    expect(data.map((row) => [row["case"], row["carried_over"], row["carried_at"], row["missed"]])).toEqual([
      ['a "quoted", id', "true", "2026-05-22T17:00:00.000+02:00", ""],
      ["B", "false", "", "x; y"],
    ]);
  });

  it("has a header alone where nothing is pending", () => {
    expect(callbacksCsv(plan([]))).toBe("start,end,agent,case,called,carried_over,carried_at,due,missed\r\n");
  });
});

describe("what others wrote", () => {
  const evil = "=A\u001b[31m\u202e\nB";
  const told = plan([call(evil, "19 10:00", { targets: { [evil]: 1 } })], { agents: [evil] });

  it("forges no line and no formula", () => {
    const csv = callbacksCsv(told);
    expect(csv.split("\r\n")[1]).toMatch(/,'=A\\u\{1b\}\[31m\\u\{202e\}\\u\{a\}B,'=A/);
    for (const line of [...csv.split("\r\n"), ...text(told, { policy: evil })]) expect(line).not.toMatch(HARMFUL);
  });
});
