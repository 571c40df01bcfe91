/**
 * Versions, as cases meet them. Source: docs/policies.md, "Versions".
 */
import { describe, expect, it } from "vitest";
import { at, CALENDARS, HOUR, hours, promise, promised, request, result, tell, told } from "../promise.ts";

const changes = { policy: "keep", calendar: "keep" };
const eight = {
  from: "2026-06-02",
  name: "new",
  commitments: { it: promised({ changes, target: hours("PT8H"), stop: "again", goal: 0.5 }) },
};
const policy = promise({ changes, goal: 0.9 }, { versions: [eight] });

describe("a case", () => {
  it("is judged by the commitments of the version at its first event, of whatever type: here by the old stop", () => {
    const one = ["noted 1 23:59:59.999", "opened 2 10:00", "closed 2 12:00", "again 2 13:00"];
    // The target and its version are those of the start of the clock.
    expect(result(policy, one)).toMatchObject({ stoppedAt: at("2 12:00"), remainingMs: 6 * HOUR, version: "new" });
    const other = ["noted 2 00:00", ...one.slice(1)];
    expect(result(policy, other)).toMatchObject({ stoppedAt: at("2 13:00"), remainingMs: 5 * HOUR, version: "new" });
    expect(result(policy, ["opened 1 10:00", "closed 1 11:00"])).toMatchObject({
      remainingMs: 3 * HOUR,
      version: null,
    });
  });

  it("has no result for a commitment that its version does not have", () => {
    const more = { ...eight, commitments: { it: null, later: promised({ changes }) } };
    const other = promise({ changes }, { versions: [more] });
    expect(Object.keys(told(other, request(["opened 1 10:00"])).commitments)).toEqual(["it"]);
    expect(Object.keys(told(other, request(["opened 2 10:00"])).commitments)).toEqual(["later"]);
  });

  it("goes on by the last version that had the commitment, where it was taken back", () => {
    const all = { policy: "keep-elapsed", calendar: "keep-elapsed" };
    const versions = [
      { ...eight, commitments: { it: promised({ target: hours("PT8H"), changes: all }) } },
      { from: "2026-06-03", calendars: { desk: CALENDARS["always"] }, commitments: { it: null } },
    ];
    const other = promise({ changes: all }, { versions });
    expect(result(other, ["opened 1 16:00"], { asOf: "1 16:30" })).toMatchObject({
      dueAt: at("2 12:00"),
      version: null,
    });
    // An hour of the 1st, one of the 2nd, one of the 3rd: the desk that is always open from the 3rd on is not its own.
    expect(result(other, ["opened 1 16:00", "paused 2 10:00", "resumed 3 10:00"], { asOf: "3 11:00" })).toMatchObject({
      ...{ outcome: "running", version: "new", elapsedMs: 3 * HOUR, dueAt: at("3 16:00") },
    });
  });
});

describe("a result", () => {
  it("names its version only where the policy has versions", () => {
    expect(result(promise({}), ["opened 1 10:00", "closed 1 11:00"])).not.toHaveProperty("version");
    const unnamed = promise(
      { changes },
      { versions: [{ ...eight, name: undefined }].map(({ name: _, ...rest }) => rest) },
    );
    expect(result(unnamed, ["opened 2 10:00", "again 2 11:00"]).version).toBe("2026-06-02");
  });
});

describe("the goal of a rate", () => {
  const asOf = (when: string, made = policy) => tell(made, [], { asOf: when }).rates["it"]?.goal;
  it("is that of the last version in force that has the commitment", () => {
    expect(asOf("1 23:59:59.999")).toBe(0.9);
    expect(asOf("2 00:00")).toBe(0.5);
    const back = promise(
      { changes, goal: 0.9 },
      { versions: [eight, { from: "2026-06-03", commitments: { it: null } }] },
    );
    expect(asOf("4 00:00", back)).toBe(0.5);
  });

  it("is, where none has it yet, that of the first that will", () => {
    const later = { ...eight, commitments: { more: promised({ changes, goal: 0.7 }) } };
    const made = promise({ changes }, { versions: [later] });
    expect(tell(made, [], { asOf: "1 10:00" }).rates["more"]).toMatchObject({ goal: 0.7, goalReach: "open" });
  });
});
