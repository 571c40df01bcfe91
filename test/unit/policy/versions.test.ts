/**
 * Versions: what each goes on from, what it replaces, and what it cannot say. Source: docs/policies.md, "Versions".
 */
import { describe, expect, it } from "vitest";
import { CALENDARS, define, document, hours, promise, promised } from "../evaluation/promise.ts";
import { expectRefusal, refusal } from "../refusals.ts";

const withVersions = (...versions: readonly unknown[]): object =>
  document({ changes: { policy: "keep", calendar: "keep" } }, { versions, readings: { closing: "edge" } });
const changes = { policy: "keep", calendar: "keep" };

describe("a version", () => {
  it("takes force at the first instant of its date in the zone of the document's own calendar", () => {
    const zones = {
      paris: { ...CALENDARS["desk"], timeZone: "Europe/Paris" },
      tokyo: { ...CALENDARS["desk"], timeZone: "Asia/Tokyo" },
    };
    const policy = promise(
      { changes },
      {
        calendars: zones,
        calendar: "paris",
        versions: [{ from: "2026-07-01", calendar: "tokyo" }, { from: "2026-12-01" }],
      },
    );
    // Midnight in Paris, in summer and in winter time, though the case's calendar is Tokyo's by then.
    expect(policy.versions.map(({ fromMs }) => fromMs)).toEqual([
      Number.NEGATIVE_INFINITY,
      Date.parse("2026-06-30T22:00Z"),
      Date.parse("2026-11-30T23:00Z"),
    ]);
  });

  it("is called by its name, else by its date; the document itself has no name", () => {
    const { versions } = define(withVersions({ from: "2026-07-01", name: "summer" }, { from: "2026-10-01" }));
    expect(versions.map(({ label }) => label)).toEqual([null, "summer", "2026-10-01"]);
  });

  it("goes on from the one before: what it does not say is the very same", () => {
    const { versions } = define(withVersions({ from: "2026-07-01" }, { from: "2026-10-01", name: "third" }));
    const [first, ...later] = versions;
    for (const version of later) {
      expect(version.calendar).toBe("desk");
      expect(version.rules).toEqual([]);
      expect(version.readings).toEqual({ closing: "edge" });
      expect(version.commitments.get("it")).toBe(first!.commitments.get("it"));
      for (const name of ["desk", "night", "always"])
        expect(version.calendars.get(name)).toBe(first!.calendars.get(name));
    }
  });

  it("adds calendars and readings to those before, or replaces them by name", () => {
    const { versions } = define(
      withVersions(
        {
          from: "2026-07-01",
          calendars: { desk: CALENDARS["night"], late: CALENDARS["night"] },
          readings: { start: "call" },
        },
        { from: "2026-10-01", readings: { closing: "minute" }, calendar: "late" },
      ),
    );
    const [first, second, third] = versions;
    expect([...second!.calendars.keys()]).toEqual(["desk", "night", "always", "late"]);
    expect(second!.calendars.get("desk")).not.toBe(first!.calendars.get("desk"));
    expect(third!.calendars.get("desk")).toBe(second!.calendars.get("desk"));
    expect(second!.readings).toEqual({ closing: "edge", start: "call" });
    expect(third!.readings).toEqual({ closing: "minute", start: "call" });
    expect([first, second, third].map((version) => version!.calendar)).toEqual(["desk", "desk", "late"]);
  });

  it("that writes a calendar, a commitment or a target as it was, in whatever order of keys, keeps the same one", () => {
    const turned = (value: object): object => Object.fromEntries(Object.entries(value).reverse());
    const it_ = promised({ changes });
    const { versions } = define(
      withVersions(
        { from: "2026-07-01", calendars: { desk: turned(CALENDARS["desk"]!) }, commitments: { it: turned(it_) } },
        { from: "2026-08-01", commitments: { it: { ...it_, goal: 0.5 } } },
      ),
    );
    const [first, second, third] = versions.map(({ commitments }) => commitments.get("it"));
    expect(versions[1]!.calendars.get("desk")).toBe(versions[0]!.calendars.get("desk"));
    expect(second).toBe(first);
    expect(third).toMatchObject({ goal: 0.5 });
    expect(third).not.toBe(first);
    expect((third as { target: unknown }).target).toBe((first as { target: unknown }).target);
  });

  it("replaces a commitment whole, takes it back with null, and may give it again", () => {
    const policy = define(
      withVersions(
        {
          from: "2026-07-01",
          commitments: { it: promised({ changes, target: hours("PT8H") }), more: promised({ changes }) },
        },
        { from: "2026-08-01", commitments: { it: null } },
        { from: "2026-09-01", commitments: { it: promised({ changes, goal: 0.9 }) } },
      ),
    );
    expect(policy.versions.map(({ commitments }) => [...commitments.keys()])).toEqual([
      ["it"],
      ["it", "more"],
      ["more"],
      ["more", "it"],
    ]);
    // Every promise of any version, in the order in which they first appear, each as the last version that has it says.
    expect(policy.commitments.map(({ id, goal }) => [id, goal])).toEqual([
      ["it", 0.9],
      ["more", undefined],
    ]);
  });

  it("takes back what another takes back only once", () => {
    const path = ["versions", 1, "commitments", "it"];
    const takenBack = { commitments: { it: null } };
    expectRefusal(
      () => define(withVersions({ from: "2026-07-01", ...takenBack }, { from: "2026-08-01", ...takenBack })),
      {
        ...{ code: "policy.unknown-name", path, count: 1 },
        message: /"it" is no commitment that this version could take back/,
      },
    );
  });
});

describe("versions are refused", () => {
  it.each([
    ["2026-07-01", "2026-07-01"],
    ["2026-07-02", "2026-07-01"],
  ])("out of order: %s, then %s", (one, other) => {
    expectRefusal(() => define(withVersions({ from: one }, { from: other })), {
      ...{ code: "policy.conflict", path: ["versions", 1, "from"], count: 1 },
      message: /versions\[1\]\.from: "2026-07-01" is not after the version before: write versions in the order/,
    });
  });

  it.each([
    [undefined, "policy.missing-key"],
    ["", "policy.bad-value"],
    [20260701, "policy.bad-value"],
    ["2026-7-1", "policy.bad-value"],
    ["2026-02-30", "policy.bad-value"],
    ["2026-07-01T00:00Z", "policy.bad-value"],
    [null, "policy.bad-value"],
  ])("without a date: %j", (from, code) => {
    expectRefusal(() => define(withVersions({ from })), { code, path: ["versions", 0, "from"], count: 1 });
  });

  it.each([
    [{ form: "2026-07-01" }, "policy.unknown-key", ["versions", 0, "form"], /did you mean "from"/],
    [{ from: "2026-07-01", facts: {} }, "policy.unknown-key", ["versions", 0, "facts"], /no key of a version/],
    [{ from: "2026-07-01", name: "" }, "policy.bad-value", ["versions", 0, "name"], /is not a name/],
    [
      { from: "2026-07-01", calendar: "dsek" },
      "policy.unknown-name",
      ["versions", 0, "calendar"],
      /did you mean "desk"/,
    ],
    [{ from: "2026-07-01", calendar: null }, "policy.bad-value", ["versions", 0, "calendar"], /null is not calendar/],
    [
      { from: "2026-07-01", calendars: { late: "late.yaml" } },
      "policy.unknown-name",
      ["versions", 0, "calendars", "late"],
      /is a path.*write the calendar itself/,
    ],
    [
      { from: "2026-07-01", calendars: { late: { timeZone: "Mars", week: {} } } },
      "schedule.unknown-zone",
      ["versions", 0, "calendars", "late", "timeZone"],
      /versions\[0\]\.calendars\.late: timeZone: "Mars"/,
    ],
    [
      { from: "2026-07-01", commitments: { it: promised({ changes, calendar: "late" }) } },
      "policy.unknown-name",
      ["versions", 0, "commitments", "it", "calendar"],
      /"late" is no calendar/,
    ],
    [
      { from: "2026-07-01", commitments: { other: null } },
      "policy.unknown-name",
      ["versions", 0, "commitments", "other"],
      /"other" is no commitment/,
    ],
    [null, "policy.bad-value", ["versions", 0], /null is not a version/],
    ["2026-07-01", "policy.bad-value", ["versions", 0], /is not a version/],
  ])("for what they say: %j", (version, code, path, message) => {
    const { issues } = refusal(() => define(withVersions(version)));
    expect(issues.map((issue) => [issue.code, issue.path])).toContainEqual([code, path]);
    expect(issues.find((issue) => issue.code === code)?.message).toMatch(message);
  });

  it("where they are no list", () => {
    expectRefusal(() => define(document({}, { versions: { from: "2026-07-01" } })), {
      ...{ code: "policy.bad-value", path: ["versions"], count: 1 },
    });
    expect(define(document({}, { versions: [] })).versions).toHaveLength(1);
  });

  it("where the document itself takes back or has no calendar, and a version is no cure for it", () => {
    expectRefusal(() => define({ ...document({}), commitments: { it: null } }), {
      ...{ code: "policy.missing-key", path: ["commitments", "it", "kind"] },
    });
    const late = { from: "2026-07-01", calendars: { late: CALENDARS["night"] } };
    expectRefusal(() => define({ ...document({}, { versions: [late] }), calendar: "late" }), {
      ...{ code: "policy.unknown-name", path: ["calendar"] },
    });
  });
});
