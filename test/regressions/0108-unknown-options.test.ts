/**
 * Options with a slip were passed over in silence: `{ edges: "far" }`, `{ rol: "backward" }`, `{ perod: "2026" }`, and
 * `{ count: "working-days" }` on `add`, which counts open time. The table of every door is test/unit/doors.
 */
import { describe, it } from "vitest";
import { clipIndustrie } from "../../src/charters/clip-industrie.ts";
import { createCalendar, evaluate } from "../../src/index.ts";
import { expectRefusal } from "../unit/refusals.ts";

const desk = createCalendar({ timeZone: "Europe/Berlin", week: { "mon-fri": ["09:00-17:00"] } }, { output: "iso" });
const code = "calendar.bad-option";

describe("an option that there is not is refused", () => {
  it.each<[string, () => unknown, string, string]>([
    [
      "edges of add",
      () => desk.add("2026-06-01T09:00+02:00", "PT8H", { edges: "far" } as never),
      "edges",
      'edges: "edges" is no option of add; did you mean "edge"?',
    ],
    [
      "rol of addWorkingDays",
      () => desk.addWorkingDays("2020-01-04", 1, { rol: "backward" } as never),
      "rol",
      'rol: "rol" is no option of addWorkingDays; did you mean "roll"?',
    ],
    [
      "perod of evaluate",
      () => evaluate(clipIndustrie, [], { asOf: "2026-06-01T09:00+02:00", perod: "2026" } as never),
      "perod",
      'perod: "perod" is no option of evaluate; did you mean "period"?',
    ],
    [
      "an option that is inherited",
      () => desk.isOpen("2026-06-01T09:00+02:00", Object.create({ zonee: "UTC" })),
      "zonee",
      'zonee: "zonee" is no option of isOpen; did you mean "zone"?',
    ],
  ])("%s", (_what, ask, name, message) => {
    expectRefusal(ask, { code, path: [name], message, count: 1 });
  });

  it("count of add, in words that say where it belongs", () => {
    const message = /^count: "count" is no option of add: a calendar counts open time; .*count: "working-days"/;
    expectRefusal(() => desk.add("2022-10-14T15:00+02:00", "PT48H", { count: "working-days" } as never), {
      code,
      path: ["count"],
      message,
    });
  });
});
