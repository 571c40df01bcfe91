/**
 * Friction at the calendar's door: times finer than a millisecond were refused, local times needed `{ zone }` at every call, an instant had
 * no way to its date, `JSON.stringify(desk)` was no calendar, and what one door gave another refused.
 */
import dayjs from "dayjs";
import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../src/charters/clip-industrie.ts";
import { readCases } from "../../src/import/index.ts";
import { callbackDue, createCalendar, evaluate, planCallbacks, union } from "../../src/index.ts";
import { expectRefusal } from "../unit/refusals.ts";

const DEFINITION = { timeZone: "Europe/Paris", week: { "mon-fri": ["09:00-17:00"] }, holidays: ["FR"] } as const;
const desk = createCalendar(DEFINITION, { output: "ms" });
const always = createCalendar({ timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } }, { output: "ms" });
const AT = Date.UTC(2026, 4, 22, 14);
/** A value of Temporal by its tag, as the platform's have it. */
const temporal = (tag: string, members: object): never =>
  Object.assign(Object.create({ [Symbol.toStringTag]: `Temporal.${tag}` }), members) as never;

describe("finer than a millisecond", () => {
  it.each<[string, never, number]>([
    ["a text", "2026-05-22T14:00:00.123456Z" as never, AT + 123],
    ["a text before 1970", "1969-12-31T23:59:59.9999Z" as never, -1],
    ["Temporal.Instant", temporal("Instant", { epochNanoseconds: BigInt(AT) * 1_000_000n + 999_999n }), AT],
    ["Temporal.Instant before 1970", temporal("Instant", { epochNanoseconds: -1n }), -1],
    ["Temporal.Instant before 1970, whole", temporal("Instant", { epochNanoseconds: -1_000_000n }), -1],
  ])("%s is cut to the one below", (_what, value, ms) => {
    expect(always.nextOpen(value)).toBe(ms);
  });

  it("a number is refused still", () => {
    expectRefusal(() => desk.isOpen(0.5), { code: "time.fraction", path: ["at"] });
  });

  it("is counted in an evaluation and in files, and the note is absent where nothing was cut", () => {
    const events = [
      { type: "called", at: "2026-05-22T16:00:00.0001+02:00" },
      { type: "assisted", at: "2026-05-22T16:30:00.5+02:00" },
    ];
    const found = { id: "T1", kind: "anomaly", events };
    expect(evaluate(clipIndustrie, [found], { asOf: "2026-06-01T09:00:00.000001+02:00" }).notes).toEqual({ cut: 2 });
    expect(evaluate(clipIndustrie, [], { asOf: "2026-06-01T09:00+02:00" })).not.toHaveProperty("notes");
    expect(readCases(JSON.stringify([found])).notes.cut).toBe(1);
  });
});

describe("localTimes", () => {
  const local = createCalendar(DEFINITION, { output: "ms", localTimes: true });

  it("reads texts without an offset in the calendar's zone, at every question and at what builds on it", () => {
    expect(local.isOpen("2026-05-22T16:00")).toBe(true);
    expect(local.nextOpen("2026-05-22T16:00")).toBe(AT);
    expect(local.elapsed("2026-05-22T16:00", "2026-05-22T17:00")).toBe(3_600_000);
    expect(local.dateOf("2026-05-22T23:59")).toBe("2026-05-22");
    expect(callbackDue(local, "2026-05-22T16:00").from).toBe(AT);
    expect(planCallbacks([], { calendar: local, agents: 1, from: "2026-05-22T16:00" }).calls).toEqual([]);
    expect(local.with({ name: "other" }).isOpen("2026-05-22T16:00")).toBe(true);
    expect(union([local, desk]).isOpen("2026-05-22T16:00")).toBe(true);
  });

  it("goes by the rule of edges: 02:30 in the gap is the change, in the fold the earlier", () => {
    expect(
      createCalendar(
        { ...DEFINITION, week: { "mon-sun": ["00:00-24:00"] }, holidays: [] },
        { output: "ms", localTimes: true },
      ).nextOpen("2026-03-29T02:30"),
    ).toBe(Date.UTC(2026, 2, 29, 1));
    expect(local.elapsed("2026-10-25T02:30", "2026-10-25T00:30Z")).toBe(0);
    expect(local.dateOf("2026-10-25T02:30")).toBe("2026-10-25");
  });

  it("a question may say another zone, and an offset is one", () => {
    expect(local.nextOpen("2026-05-22T14:00", { zone: "UTC" })).toBe(AT);
    expect(local.nextOpen("2026-05-22T16:00+02:00")).toBe(AT);
  });

  it("is off unless asked for, and must be true or false", () => {
    expectRefusal(() => desk.isOpen("2026-05-22T16:00"), { code: "time.no-offset" });
    expectRefusal(() => createCalendar(DEFINITION, { localTimes: "yes" } as never), {
      code: "calendar.bad-option",
      path: ["localTimes"],
    });
  });
});

describe("dateOf", () => {
  it("is what the calendar's clock shows: 22:30 in UTC is the next date in Paris in summer", () => {
    expect(desk.dateOf("2026-05-22T21:59:59.999Z")).toBe("2026-05-22");
    expect(desk.dateOf("2026-05-22T22:00Z")).toBe("2026-05-23");
  });

  it("needs no holidays, but an instant of the supported years", () => {
    expect(desk.dateOf("1950-01-01T12:00Z")).toBe("1950-01-01");
    expectRefusal(() => desk.dateOf("1850-01-01T12:00Z"), { code: "time.out-of-range", path: ["at"] });
  });

  it("leads to the questions about working days", () => {
    // Saturday of Pentecost: the first working day after it is the Tuesday.
    expect(desk.nextWorkingDay(desk.dateOf("2026-05-22T22:30Z"))).toBe("2026-05-26");
  });
});

describe("what one door gives the next takes", () => {
  it("a calendar as JSON makes the same calendar, with the same hash", () => {
    const text = JSON.stringify(desk);
    const back = createCalendar(JSON.parse(text), { output: "ms" });
    expect(JSON.stringify(back)).toBe(text);
    expect(back.hash).toBe(desk.hash);
    expect(back.hash).toMatch(/^fnv1a64:[0-9a-f]{16}$/);
    expect(back.with({ reopen: ["fr.pentecost-monday"] }).hash).not.toBe(back.hash);
  });

  it("the hash is that of an evaluation's provenance", () => {
    const { provenance } = evaluate(clipIndustrie, [], { asOf: 0 });
    expect(provenance.calendarHashes["desk"]).toBe(clipIndustrie.calendars.get("desk")?.hash);
  });

  it("holidays of one calendar are a list for another, names and all", () => {
    const [from, to] = ["2026-05-01", "2026-05-31"];
    const other = createCalendar({ ...DEFINITION, holidays: [{ dates: desk.holidays(from, to), from, to }] });
    expect(other.holidays(from, to).map(({ date, names }) => [date, names])).toEqual(
      desk.holidays(from, to).map(({ date, names }) => [date, names]),
    );
    expect(other.reach).toEqual({ from, to });
    expectRefusal(
      () => createCalendar({ ...DEFINITION, holidays: [{ dates: [{ date: from, names: {} }] }] } as never),
      {
        code: "holidays.bad-source",
        path: ["holidays", 0, "dates", 0, "names"],
      },
    );
  });

  it("day.js is an instant, and no date; a PlainDate is a date, and no instant", () => {
    expect(desk.nextOpen(dayjs(AT))).toBe(AT);
    expectRefusal(() => desk.isOpen(dayjs("nonsense")), { code: "time.bad-instant", path: ["at"] });
    expectRefusal(() => desk.isWorkingDay(dayjs(AT) as never), {
      code: "time.bad-date",
      message: /calendar\.dateOf\(instant\)/,
    });
    const date = temporal("PlainDate", { toString: () => "2026-05-25[u-ca=hebrew]" });
    expect(desk.isWorkingDay(date)).toBe(false);
    expectRefusal(() => desk.isOpen(date), { code: "time.bad-instant", message: /a date without a time/ });
    const wall = temporal("PlainDateTime", { toString: () => "2026-05-22T16:00:00" });
    expect(desk.nextOpen(wall, { zone: "Europe/Paris" })).toBe(AT);
  });
});
