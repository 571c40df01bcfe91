/**
 * Which event is one that a commitment names. Source: docs/policies.md, "Events and who sent them".
 */
import { describe, expect, it } from "vitest";
import { event, promise, request, result } from "../promise.ts";

const stopped = (stop: unknown, members: object, register?: object): boolean => {
  const policy = promise(
    { stop },
    { actors: { us: { where: { side: "provider" }, not: { channel: ["bot", "auto"] } } } },
  );
  const one = request(["opened 1 10:00", event("closed 1 11:00", members)], { customer: "acme" });
  const { stoppedAt } = result(policy, one, register === undefined ? {} : { register });
  return stoppedAt !== null;
};

describe("where", () => {
  it.each([
    [{ a: "1" }, { a: "1" }, true],
    [{ a: "1" }, { a: 1 }, true],
    [{ a: "1" }, { a: 1.0 }, true],
    [{ a: "1.5" }, { a: 1.5 }, true],
    [{ a: "true" }, { a: true }, true],
    [{ a: "false" }, { a: false }, true],
    [{ a: "0" }, { a: -0 }, true],
    [{ a: ["1", "2"] }, { a: "2" }, true],
    [{ a: "1", b: "2" }, { a: "1" }, false],
    [{ a: "1", b: "2" }, { a: "1", b: "2", c: "3" }, true],
    [{ a: "1" }, { a: "1 " }, false],
    [{ a: "A" }, { a: "a" }, false],
    [{ a: "null" }, { a: null }, false],
    [{ a: "undefined" }, {}, false],
    [{ a: "1" }, { a: ["1"] }, false],
    [{ a: "[object Object]" }, { a: {} }, false],
    [{ type: "closed" }, {}, true],
    [{ type: "opened" }, {}, false],
  ])("%j of an event with %j is %s", (where, members, is) => {
    expect(stopped({ event: "closed", where }, members)).toBe(is);
  });
});

describe("not", () => {
  it.each([
    [{ a: "1" }, { a: "1" }, false],
    [{ a: "1" }, { a: 1 }, false],
    [{ a: "1" }, { a: "2" }, true],
    [{ a: "1" }, {}, true],
    [{ a: "1" }, { a: null }, true],
    [{ a: ["1", "2"] }, { a: "2" }, false],
    [{ a: "1", b: "2" }, { a: "0", b: "2" }, false],
  ])("%j of an event with %j is %s", (not, members, is) => {
    expect(stopped({ event: "closed", not }, members)).toBe(is);
  });
});

describe("an actor", () => {
  it.each([
    [{ side: "provider" }, true],
    [{ side: "provider", channel: "mail" }, true],
    [{ side: "provider", channel: "bot" }, false],
    [{ side: "provider", channel: "auto" }, false],
    [{ side: "customer" }, false],
    [{}, false],
  ])("with %j is so: %s", (members, is) => {
    expect(stopped({ event: "closed", actor: "us" }, members)).toBe(is);
  });
});

describe("the referent", () => {
  const register = { customers: [{ id: "acme", referent: "anna" }] };
  it("is the person of the event, exactly; with nobody known, nobody is", () => {
    const stop = [{ event: "closed", person: "referent", where: { public: "true" } }];
    expect(stopped(stop, { person: "anna", public: true }, register)).toBe(true);
    expect(stopped(stop, { person: "Anna", public: true }, register)).toBe(false);
    expect(stopped(stop, { person: "anna" }, register)).toBe(false);
    expect(stopped(stop, { public: true }, register)).toBe(false);
    expect(stopped(stop, { person: "anna", public: true })).toBe(false);
  });
});

describe("several events", () => {
  it("are whichever comes", () => {
    for (const stop of [
      ["again", "closed"],
      { event: ["again", "closed"] },
      [{ event: "again" }, { event: "closed", where: { a: "1" } }],
    ])
      expect(stopped(stop, { a: 1 })).toBe(true);
  });

  it("of a team: assigned to it and away from it", () => {
    const to = (when: string, team: string) => ({ ...event(`message ${when}`), team });
    const policy = promise({
      ...{
        start: { event: "message", where: { team: "network" } },
        stop: { event: "message", not: { team: "network" } },
      },
      reopening: "resume",
    });
    const found = result(
      policy,
      [to("1 09:00", "desk"), to("1 10:00", "network"), to("1 11:00", "desk"), to("1 12:00", "network")],
      {
        asOf: "1 14:00",
      },
    );
    expect(found).toMatchObject({ outcome: "running", elapsedMs: 3 * 3_600_000 });
  });
});
