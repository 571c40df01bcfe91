/**
 * Events and actors, as they are written. Source: docs/policies.md, "Events and who sent them".
 */
import { describe, expect, it } from "vitest";
import type { TargetCommitment } from "../../../src/policy/policy.ts";
import { define, document, event, promise, result } from "../evaluation/promise.ts";
import { expectRefusal, refusal } from "../refusals.ts";

const ACTORS = { actors: { responder: { where: { side: "provider" }, not: { channel: "bot" } } } };
const START = ["commitments", "it", "start"];
const startOf = (start: unknown): object => document({ start }, ACTORS);

describe("an event", () => {
  it("is a type, types, or more than a type, and a list is any of them", () => {
    const start = [
      "opened",
      { event: ["message", "again"], actor: "responder", where: { vip: "true" }, person: "referent" },
    ];
    const { commitments } = define(startOf(start));
    const told = (commitments[0] as TargetCommitment).start.map(({ types, tests, person }) => ({
      types: [...types],
      tests: tests.map(({ member, texts, isNot }) => [member, [...texts], isNot]),
      person,
    }));
    expect(told).toEqual([
      { types: ["opened"], tests: [], person: undefined },
      {
        types: ["message", "again"],
        tests: [
          ["side", ["provider"], false],
          ["channel", ["bot"], true],
          ["vip", ["true"], false],
        ],
        person: "referent",
      },
    ]);
  });

  it.each([
    ["opend", "policy.unknown-name", [], /"opend" is no event of this policy; did you mean "opened"/],
    ["", "policy.bad-value", [], /is not event/],
    [7, "policy.bad-value", [], /7 is not event/],
    [null, "policy.bad-value", [], /null is not event/],
    [[], "policy.bad-value", [], /an empty list of events: nothing would ever happen/],
    [["opened", 7], "policy.bad-value", [1], /7 is not event/],
    [["opened", ["closed"]], "policy.bad-value", [1], /is not event/],
    [{}, "policy.missing-key", ["event"], /event is missing/],
    [{ event: [] }, "policy.bad-value", ["event"], /an empty list: nothing can be that/],
    [{ event: ["opened", "toString"] }, "policy.unknown-name", ["event", 1], /no event/],
    [{ event: { event: "opened" } }, "policy.bad-value", ["event"], /is not event/],
    [{ type: "opened", event: "opened" }, "policy.unknown-key", ["type"], /no key of an event/],
    [{ event: "opened", actr: "responder" }, "policy.unknown-key", ["actr"], /did you mean "actor"/],
    [{ event: "opened", actor: "respnder" }, "policy.unknown-name", ["actor"], /did you mean "responder"/],
    [{ event: "opened", actor: "constructor" }, "policy.unknown-name", ["actor"], /no actor/],
    [{ event: "opened", actor: ["responder"] }, "policy.bad-value", ["actor"], /is not actor/],
    [{ event: "opened", person: "anna" }, "policy.bad-value", ["person"], /write "referent"/],
    [{ event: "opened", where: "provider" }, "policy.bad-value", ["where"], /is not texts by member/],
    [{ event: "opened", where: null }, "policy.bad-value", ["where"], /null is not texts by member/],
    [{ event: "opened", where: [] }, "policy.bad-value", ["where"], /is not texts by member/],
    [{ event: "opened", where: { side: [] } }, "policy.bad-value", ["where", "side"], /an empty list/],
    [{ event: "opened", where: { side: true } }, "policy.bad-value", ["where", "side"], /true is not a text/],
    [{ event: "opened", not: { side: { a: 1 } } }, "policy.bad-value", ["not", "side"], /is not a text/],
    [{ event: "opened", not: { side: ["a", 1] } }, "policy.bad-value", ["not", "side", 1], /1 is not a text/],
  ])("is refused: %j", (start, code, place, message) => {
    expectRefusal(() => define(startOf(start)), { code, path: [...START, ...place], message, count: 1 });
  });

  it.each(["start", "stop", "after", "reset", "waive", "reopen"])("is looked at alike as %s", (key) => {
    const commitment = { per: "case", reopening: "resume", [key]: { event: "opend" } };
    expectRefusal(() => define(document(commitment)), {
      ...{ code: "policy.unknown-name", path: ["commitments", "it", key, "event"], count: 1 },
    });
  });

  it.each(["pause", "resume", "cancel"])("of every kind is declared by being named: %s", (key) => {
    const events = { [key]: [{ event: ["wait", "hold"], actor: "responder" }, "rest"] };
    expect([...define(document({}, { ...ACTORS, events })).commonEvents]).toEqual(["wait", "hold", "rest"]);
    expectRefusal(() => define(document({}, { events: { [key]: [] } })), {
      ...{ code: "policy.bad-value", path: ["events", key], count: 1 },
    });
  });

  it("may ask for members that every object has, and finds only those of the event itself", () => {
    for (const member of ["constructor", "toString", "hasOwnProperty", "valueOf"]) {
      const policy = promise({ stop: { event: "closed", where: { [member]: "x" } } });
      expect(result(policy, ["opened 1 10:00", "closed 1 11:00"]).outcome, member).toBe("missed");
      expect(result(policy, ["opened 1 10:00", event("closed 1 11:00", { [member]: "x" })]).outcome, member).toBe(
        "met",
      );
      const without = promise({ stop: { event: "closed", not: { [member]: "x" } } });
      expect(result(without, ["opened 1 10:00", "closed 1 11:00"]).outcome, member).toBe("met");
    }
  });

  it("may not ask for __proto__, wherever it stands", () => {
    for (const place of ["where", "not"]) {
      const text = JSON.stringify(startOf({ event: "opened", [place]: { HOSTILE: "x" } })).replace(
        "HOSTILE",
        "__proto__",
      );
      const { issues } = refusal(() => define(JSON.parse(text)));
      expect(issues[0]).toMatchObject({ code: "policy.bad-document", path: [...START, place, "__proto__"] });
    }
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });
});

describe("an actor", () => {
  const withActors = (actors: unknown): object => document({}, { actors });
  it.each([
    [{ us: {} }, "policy.bad-value", ["us"], /"us" says nothing; write \{ "where"/],
    [{ us: { where: {} } }, "policy.bad-value", ["us"], /"us" says nothing/],
    [{ us: { where: { side: [] } } }, "policy.bad-value", ["us", "where", "side"], /an empty list/],
    [{ us: { where: { side: 1 } } }, "policy.bad-value", ["us", "where", "side"], /1 is not a text/],
    [{ us: { were: { side: "a" } } }, "policy.unknown-key", ["us", "were"], /did you mean "where"/],
    [{ us: { event: "message", where: { side: "a" } } }, "policy.unknown-key", ["us", "event"], /no key of an actor/],
    [{ us: "provider" }, "policy.bad-value", ["us"], /"provider" is not an actor/],
    [{ us: null }, "policy.bad-value", ["us"], /null is not an actor/],
    [["us"], "policy.bad-value", [], /is not actors by name/],
  ])("is refused: %j", (actors, code, place, message) => {
    const error = refusal(() => define(withActors(actors)));
    expect(error.issues[0]).toMatchObject({ code, path: ["actors", ...place] });
    expect(error.issues[0]?.message).toMatch(message);
  });

  it("and the members of the event must both be so", () => {
    const policy = promise({ stop: { event: "closed", actor: "responder", where: { public: "true" } } }, ACTORS);
    const closed = (members: object) => result(policy, ["opened 1 10:00", event("closed 1 11:00", members)]).outcome;
    expect(closed({ side: "provider", public: true })).toBe("met");
    expect(closed({ side: "provider" })).toBe("missed");
    expect(closed({ public: true })).toBe("missed");
    expect(closed({ side: "provider", public: true, channel: "bot" })).toBe("missed");
  });
});
