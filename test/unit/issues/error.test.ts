import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { createCalendar, isOuvreeError, OuvreeError } from "../../../src/index.ts";
import { make, refusal } from "../refusals.ts";

describe("OuvreeError", () => {
  const twoProblems = { timeZone: "Mars/Phobos", week: { mon: ["9:00-12:00"] } };

  it("carries every problem found, and its message counts those that it does not show", () => {
    const error = refusal(() => make(twoProblems));
    expect(error.issues.map((issue) => issue.code)).toEqual(["schedule.unknown-zone", "schedule.bad-time"]);
    expect(error.message).toBe(`${error.issues[0]?.message} (and 1 more)`);
  });

  it("says no more than the message of the issue when there is one", () => {
    const error = refusal(() => make({ timeZone: "Mars/Phobos", week: { mon: ["09:00-12:00"] } }));
    expect(error.message).toBe(error.issues[0]?.message);
  });

  it("lists its issues in the order of the input, not of the documentation", () => {
    const reversed = { exceptions: { "2026-02-29": [] }, week: { Lun: [] }, timeZone: "Mars/Phobos" };
    const error = refusal(() => make(reversed));
    expect(error.issues.map((issue) => issue.path[0])).toEqual(["exceptions", "week", "timeZone"]);
  });

  it("reports a value that is no plain JSON beside the other problems, not instead of them", () => {
    const error = refusal(() =>
      make({ timeZone: "Mars/Phobos", week: { mon: ["9:00-12:00"] }, closures: [new Map()] }),
    );
    expect(error.issues.map((issue) => issue.path[0])).toEqual(["timeZone", "week", "closures"]);
  });

  it("cannot be changed by whoever catches it", () => {
    const error = refusal(() => make(twoProblems));
    expect(Object.isFrozen(error.issues)).toBe(true);
    expect(Object.isFrozen(error.issues[0]?.path)).toBe(true);
    expect(() => (error.issues as unknown[]).push(1)).toThrow(TypeError);
  });

  it("turns into JSON with code, path, expected, received and message of each issue", () => {
    const error = refusal(() => make({ timeZone: "UTC", week: { mon: ["9:00-12:00"] } }));
    expect(JSON.parse(JSON.stringify(error.issues))).toEqual([
      {
        code: "schedule.bad-time",
        path: ["week", "mon", 0],
        expected: expect.any(String),
        received: '"9:00-12:00"',
        message: 'week.mon[0]: "9:00" is not HH:MM; write "09:00"',
      },
    ]);
  });
});

describe("isOuvreeError", () => {
  it("goes by name and code, so that an error of another copy of the library is one", () => {
    const foreign = vm.runInNewContext(
      'Object.assign(new Error("x"), { name: "OuvreeError", code: "time.bad-instant", issues: [] })',
    ) as unknown;
    expect(foreign).not.toBeInstanceOf(OuvreeError);
    expect(isOuvreeError(foreign)).toBe(true);
  });

  it.each([
    [undefined],
    [null],
    ["OuvreeError"],
    [new Error("x")],
    [{ name: "OuvreeError" }],
    [{ name: "OuvreeError", code: 5, issues: [] }],
  ])("is false for %o", (value) => {
    expect(isOuvreeError(value)).toBe(false);
  });

  it("tells the library's refusals from a programmer's own errors", () => {
    const desk = createCalendar({ timeZone: "UTC", week: { mon: ["09:00-12:00"] } });
    let caught: unknown;
    try {
      desk.isOpen("yesterday");
    } catch (error) {
      caught = error;
    }
    expect(isOuvreeError(caught)).toBe(true);
  });
});
