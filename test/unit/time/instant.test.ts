/**
 * Instants at the door: everything that is taken, and everything that is refused.
 *
 * Sources: the contract's semantics §1 and its list of bad input (instants); RFC 3339 §5.6, RFC 9557 §3 and §4,
 * ISO 8601-1:2019 §5.3 and §5.4. An always open calendar answers each instant with itself.
 */

import vm from "node:vm";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { createCalendar, type InstantInput } from "../../../src/index.ts";
import { ALWAYS, expectRefusal, SUPPORT } from "../refusals.ts";

const read = (value: unknown, zone?: string): number =>
  ALWAYS.nextOpen(value as InstantInput, zone === undefined ? undefined : { zone });

const MAY_22: number = Date.UTC(2026, 4, 22, 14);

describe("an instant is taken from", () => {
  it.each([
    ["2026-05-22T14:00:00Z", "RFC 3339"],
    ["2026-05-22T14:00Z", "without seconds"],
    ["2026-05-22t14:00:00z", "in lower case, RFC 3339 §5.6"],
    ["2026-05-22 14:00:00Z", "with a space, RFC 3339 §5.6"],
    ["2026-05-22T16:00:00+02:00", "with an offset"],
    ["2026-05-22T16:00+0200", "with a basic offset"],
    ["2026-05-22T16:00+02", "with an offset in hours"],
    ["2026-05-22T09:30-04:30", "with an offset of half an hour"],
    ["2026-05-22T19:45+05:45", "with an offset of three quarters"],
    ["2026-05-23T00:00+10:00", "on the next civil date"],
    ["2026-05-22T24:00+10:00", "with 24:00, which is the next date's 00:00"],
    ["2026-05-22T14:00:00.000Z", "with ms"],
    ["2026-05-22T14:00:00,000Z", "with a decimal comma, ISO 8601"],
    ["2026-05-22T14:00:00.0Z", "with tenths"],
    ["2026-05-22T14:00:00.000000000Z", "with ns that are all zero"],
    ["2026-05-22T14:00:00+00:00", "with an offset of nothing"],
    ["2026-05-22T16:00+02:00[Europe/Paris]", "with the zone, RFC 9557"],
    ["2026-05-22T16:00+02:00[!Europe/Paris]", "with the zone marked critical, RFC 9557 §3.3"],
    ["2026-05-22T14:00Z[Europe/Paris]", "in UTC with a zone, which is no contradiction, RFC 9557 §3.4"],
  ])("the text %s: %s", (text) => {
    expect(read(text)).toBe(MAY_22);
  });

  it("a text with ms, to the ms", () => {
    expect(read("2026-05-22T14:00:00.1Z")).toBe(MAY_22 + 100);
    expect(read("2026-05-22T14:00:00.12Z")).toBe(MAY_22 + 120);
    expect(read("2026-05-22T14:00:59.999Z")).toBe(MAY_22 + 59_999);
    expect(read("2026-05-22T14:00:00.123000Z")).toBe(MAY_22 + 123);
  });

  it("epoch ms, also before 1970", () => {
    expect([read(MAY_22), read(0), read(1), read(-1)]).toEqual([MAY_22, 0, 1, -1]);
    expect(read("1969-12-31T23:59:59.999Z")).toBe(-1);
  });

  it("a number as ms, never as seconds: 1.7e9 is in January 1970", () => {
    expect(read(1.7e9)).toBe(Date.UTC(1970, 0, 20, 16, 13, 20));
  });

  it("-0 as 0, in whatever shape it comes, and never answers -0", () => {
    for (const zero of [-0, { toMillis: () => -0 }, { epochNanoseconds: 0n }, new Date(-0), "1970-01-01T00:00-00:00"]) {
      expect(Object.is(read(zero), 0)).toBe(true);
    }
    expect(Object.is(ALWAYS.elapsed(-0, -0), 0)).toBe(true);
    expect(Object.is(ALWAYS.add(-0, -0), 0)).toBe(true);
    expect(Object.is(ALWAYS.subtract(-0, 0), 0)).toBe(true);
    expect(Object.is(ALWAYS.subtract(5, 5), 0)).toBe(true);
    expect(Object.is(ALWAYS.timeline.addMs(-0, 0), 0)).toBe(true);
    expect(Object.is(ALWAYS.timeline.addMs(0, -0), 0)).toBe(true);
    expect(Object.is(ALWAYS.timeline.elapsedMs(-0, 0), 0)).toBe(true);
    expect(Object.is(ALWAYS.addAll([-0], -0)[0], 0)).toBe(true);
    expect(Object.is(ALWAYS.elapsedAll([-0], [-0])[0], 0)).toBe(true);
    expect(Object.is(ALWAYS.windows(-0, 1)[0]?.start, 0)).toBe(true);
  });

  it("a Date", () => {
    expect(read(new Date(MAY_22))).toBe(MAY_22);
  });

  it("a Date of another realm", () => {
    const foreign = vm.runInNewContext(`new Date(${MAY_22})`) as unknown;
    expect(foreign).not.toBeInstanceOf(Date);
    expect(read(foreign)).toBe(MAY_22);
  });

  it("a luxon DateTime, of any zone", () => {
    expect(read(DateTime.fromISO("2026-05-22T16:00", { zone: "Europe/Paris" }))).toBe(MAY_22);
    expect(read(DateTime.fromMillis(MAY_22, { zone: "Asia/Tokyo" }))).toBe(MAY_22);
  });

  it("a Temporal.Instant and a Temporal.ZonedDateTime, by their shape", () => {
    const epochNanoseconds = BigInt(MAY_22) * 1_000_000n;
    expect(read({ epochMilliseconds: MAY_22, epochNanoseconds, [Symbol.toStringTag]: "Temporal.Instant" })).toBe(
      MAY_22,
    );
    const zoned = { epochNanoseconds, timeZoneId: "Asia/Tokyo", [Symbol.toStringTag]: "Temporal.ZonedDateTime" };
    expect(read(zoned)).toBe(MAY_22);
    expect(read({ epochNanoseconds: -1_000_000n })).toBe(-1);
  });

  it("an inherited member too, as those of a class are", () => {
    class Moment {
      toMillis(): number {
        return MAY_22;
      }
    }
    expect(read(new Moment())).toBe(MAY_22);
  });
});

describe("a text without an offset is read in { zone }", () => {
  it("as the zone's civil time", () => {
    expect(read("2026-05-22T16:00", "Europe/Paris")).toBe(MAY_22);
    expect(read("2026-05-22T14:00:00", "UTC")).toBe(MAY_22);
  });

  it("in a gap as the instant of the change", () => {
    expect(read("2026-03-29T02:30", "Europe/Paris")).toBe(Date.UTC(2026, 2, 29, 1));
    expect(read("2026-03-29T02:00", "Europe/Paris")).toBe(Date.UTC(2026, 2, 29, 1));
    expect(read("2026-03-29T03:00", "Europe/Paris")).toBe(Date.UTC(2026, 2, 29, 1));
    expect(read("2026-03-29T01:59:59.999", "Europe/Paris")).toBe(Date.UTC(2026, 2, 29, 1) - 1);
  });

  it("in a fold as the earlier of the two", () => {
    expect(read("2026-10-25T02:30", "Europe/Paris")).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(read("2026-10-25T02:00", "Europe/Paris")).toBe(Date.UTC(2026, 9, 25, 0));
    expect(read("2026-10-25T03:00", "Europe/Paris")).toBe(Date.UTC(2026, 9, 25, 2));
  });

  it("on a date that the zone skips as the end of that date: Apia went from the 29th to the 31st", () => {
    expect(read("2011-12-30T12:00", "Pacific/Apia")).toBe(Date.UTC(2011, 11, 30, 10));
    expect(read("2011-12-31T00:00", "Pacific/Apia")).toBe(Date.UTC(2011, 11, 30, 10));
  });

  it("and one with an offset keeps it", () => {
    expect(read("2026-05-22T16:00+02:00", "Asia/Tokyo")).toBe(MAY_22);
    expect(read(MAY_22, "Asia/Tokyo")).toBe(MAY_22);
  });

  it("unless the zone is none: no known name, another case, a fixed offset, not a text", () => {
    const at = "2026-05-22T16:00";
    expectRefusal(() => read(at, "Mars/Phobos"), { code: "time.unknown-zone", path: ["zone"] });
    expectRefusal(() => read(at, "europe/paris"), {
      code: "time.unknown-zone",
      message: /did you mean "Europe\/Paris"/,
    });
    expectRefusal(() => read(at, "+02:00"), { code: "time.unknown-zone", message: /"\+02:00"/ });
    expectRefusal(() => read(at, "local"), { code: "time.unknown-zone" });
    expectRefusal(() => ALWAYS.isOpen(at, { zone: 2 as never }), { code: "time.unknown-zone", path: ["zone"] });
    expectRefusal(() => ALWAYS.isOpen(at, { zone: null as never }), { code: "time.unknown-zone" });
  });

  it("in a fold the offset decides between the two, also beside the zone", () => {
    expect(read("2026-10-25T02:30+02:00[Europe/Paris]")).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(read("2026-10-25T02:30+01:00[Europe/Paris]")).toBe(Date.UTC(2026, 9, 25, 1, 30));
  });
});

describe("an instant is refused with its code, place and cure:", () => {
  const path = ["at"];

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]])("%s is not a finite number", (ms) => {
    expectRefusal(() => read(ms), { code: "time.bad-instant", path, message: /an instant must be a finite number/ });
  });

  it("an invalid Date, of this realm or another", () => {
    const foreign = vm.runInNewContext("new Date(NaN)") as unknown;
    for (const invalid of [new Date(Number.NaN), foreign]) {
      expectRefusal(() => read(invalid), { code: "time.bad-instant", path, message: /Date is invalid/ });
    }
  });

  it("undefined and null, by name", () => {
    expectRefusal(() => read(undefined), { code: "time.bad-instant", path, message: /^at: undefined/ });
    expectRefusal(() => read(null), { code: "time.bad-instant", path, message: /^at: null/ });
  });

  it("a text without an offset, whose message says both cures", () => {
    for (const text of ["2026-03-29T10:00", "2026-03-29T10:00:00.000", "2026-03-29 10:00"]) {
      const message = /needs Z or an offset.*zone/;
      expectRefusal(() => read(text), { code: "time.no-offset", path, message });
    }
  });

  it.each([
    ["2026-02-30T00:00Z"],
    ["2026-02-29T00:00Z"],
    ["2100-02-29T00:00Z"],
    ["2026-13-01T00:00Z"],
    ["2026-00-10T00:00Z"],
    ["2026-04-31T00:00Z"],
    ["2026-05-00T00:00Z"],
  ])("%s, a date that does not exist and is not rolled over", (text) => {
    expectRefusal(() => read(text), { code: "time.bad-instant", path, message: /exist/ });
  });

  it.each([
    ["03/04/2026"],
    ["2026-05-22T25:00Z"],
    ["2026-05-22T24:01Z"],
    ["2026-05-22T24:00:00.001Z"],
    ["2026-05-22T14:60Z"],
    ["2026-05-22T14:00:60Z"],
    ["2026-05-22T14Z"],
    ["2026-05-22T14:00+24:00"],
    ["2026-05-22T14:00+02:60"],
    ["2026-05-22T14:00+2:00"],
    ["2026-05-22T14:00+00:09:21"],
    ["2026-5-22T14:00Z"],
    ["26-05-22T14:00Z"],
    ["+002026-05-22T14:00Z"],
    ["-000001-01-01T00:00Z"],
    ["20260522T140000Z"],
    ["2026-W21-5T14:00Z"],
    ["2026-142T14:00Z"],
    [" 2026-05-22T14:00Z"],
    ["2026-05-22T14:00Z "],
    ["2026-05-22T14:00Z\n"],
    ["2026-05-22T14:00 Z"],
    ["２０２６-05-22T14:00Z"],
    ["٢٠٢٦-05-22T14:00Z"],
    ["Fri, 22 May 2026 14:00:00 GMT"],
    ["1779458400000"],
    ["now"],
    ["Z"],
    [""],
  ])("%j, which is no ISO 8601 text", (text) => {
    expectRefusal(() => read(text), { code: "time.bad-instant", path });
  });

  it("a date alone: it is a civil date, not an instant, and the message does not say that it does not exist", () => {
    expectRefusal(() => read("2026-05-22"), { code: "time.bad-instant", path, message: /^(?!.*exists).*time/ });
    expectRefusal(() => read("2026-05-22", "Europe/Paris"), { code: "time.bad-instant", path });
  });

  it("a fraction of a millisecond, which is never rounded", () => {
    const code = "time.fraction";
    for (const fraction of [0.5, MAY_22 + 0.25, -0.5, Number.MIN_VALUE, { toMillis: () => 0.5 }]) {
      expectRefusal(() => read(fraction), { code, path, message: /fraction of a millisecond/ });
    }
  });

  it("a number past the end of ECMAScript's time values, and one at it", () => {
    for (const ms of [8.64e15 + 2, -8.64e15 - 2, Number.MAX_SAFE_INTEGER, 1e300]) {
      expectRefusal(() => read(ms), { code: "time.out-of-range", path });
    }
    for (const last of [8.64e15, -8.64e15, new Date(8.64e15)]) {
      expectRefusal(() => read(last), { code: "time.out-of-range" });
    }
    expectRefusal(() => read({ epochNanoseconds: 10n ** 40n }), { code: "time.out-of-range", path });
  });

  it("an instant outside the years 1900 to 2199, with the argument that it is", () => {
    for (const text of ["1899-12-31T23:59:59.999Z", "2200-01-01T00:00Z", "0000-01-01T00:00Z", "9999-12-31T23:59Z"]) {
      expectRefusal(() => read(text), { code: "time.out-of-range", path, message: /1900 to 2199/ });
    }
    expectRefusal(() => ALWAYS.elapsed(MAY_22, "2200-01-01T00:00Z"), { code: "time.out-of-range", path: ["to"] });
    expectRefusal(() => ALWAYS.add("1899-01-01T00:00Z", 1), { code: "time.out-of-range", path: ["start"] });
  });

  it("a bigint, a symbol, a function, a boolean and objects of no known shape, by their kind", () => {
    expectRefusal(() => read(5n), { code: "time.bad-instant", path, message: /5n/ });
    for (const value of [Symbol("x"), () => 5, true, {}, [], [MAY_22], new Map(), /x/, Object.create(null)]) {
      expectRefusal(() => read(value), { code: "time.bad-instant", path });
    }
    expectRefusal(() => read(new String("2026-05-22T14:00Z")), { code: "time.bad-instant", path });
  });

  it("an invalid luxon DateTime", () => {
    const invalid = DateTime.fromISO("2026-02-30T00:00", { zone: "Europe/Paris" });
    expectRefusal(() => read(invalid), { code: "time.bad-instant", path, message: /DateTime is invalid/ });
  });

  it("Temporal's civil types, which have no instant", () => {
    const plain = { year: 2026, month: 5, day: 22, hour: 14, [Symbol.toStringTag]: "Temporal.PlainDateTime" };
    expectRefusal(() => read(plain), { code: "time.bad-instant", path });
    expectRefusal(() => read({ epochNanoseconds: MAY_22 * 1e6 }), { code: "time.bad-instant", path });
  });

  it("an offset that is not the zone's own, the contradiction of RFC 9557 §3.4", () => {
    for (const text of ["2022-07-08T00:14:07+01:00[Europe/Paris]", "2022-07-08T00:14:07+01:00[!Europe/Paris]"]) {
      expectRefusal(() => read(text), { code: "time.zone-mismatch", path, message: /Europe\/Paris/ });
    }
    // In a gap no offset is the zone's own.
    expectRefusal(() => read("2026-03-29T02:30+01:00[Europe/Paris]"), { code: "time.zone-mismatch", path });
  });

  it("a zone in brackets that is none", () => {
    expectRefusal(() => read("2026-05-22T16:00+02:00[Mars/Phobos]"), { code: "time.unknown-zone", path });
    const message = /did you mean "Europe\/Paris"/;
    expectRefusal(() => read("2026-05-22T16:00+02:00[europe/paris]"), { code: "time.unknown-zone", path, message });
  });

  it("an offset in brackets as no zone, and not as a date that does not exist", () => {
    const text = "2026-05-22T16:00+02:00[+02:00]";
    expectRefusal(() => read(text), { code: "time.unknown-zone", path, message: /^(?!.*exists)/ });
  });

  it("what has the shape and not the substance", () => {
    for (const value of [
      { toMillis: () => "5" },
      { toMillis: () => 5n },
      { toMillis: () => undefined },
      { toMillis: 5 },
      { epochNanoseconds: "5" },
      { valueOf: () => 5 },
    ]) {
      expectRefusal(() => read(value), { code: "time.bad-instant", path });
    }
  });

  it("what only says that it is a Date", () => {
    expectRefusal(() => read({ [Symbol.toStringTag]: "Date" }), { code: "time.bad-instant", path });
    expectRefusal(() => read(Object.create(Date.prototype)), { code: "time.bad-instant", path });
  });

  it("a revoked proxy", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expectRefusal(() => read(proxy), { code: "time.bad-instant", path });
  });

  it("a value whose own method throws", () => {
    const throwing = {
      toMillis(): number {
        throw new Error("no");
      },
    };
    expectRefusal(() => read(throwing), { code: "time.bad-instant", path });
  });
});

describe("a refusal names the argument", () => {
  const desk = createCalendar(SUPPORT);
  const t = "2026-05-22T14:00Z";
  const bad = "yesterday";

  it.each<[string, () => unknown, string]>([
    ["isOpen", () => desk.isOpen(bad), "at"],
    ["nextOpen", () => desk.nextOpen(bad), "at"],
    ["previousOpen", () => desk.previousOpen(bad), "at"],
    ["nextClose", () => desk.nextClose(bad), "at"],
    ["previousClose", () => desk.previousClose(bad), "at"],
    ["nextChange", () => desk.nextChange(bad), "at"],
    ["add", () => desk.add(bad, "PT4H"), "start"],
    ["subtract", () => desk.subtract(bad, "PT4H"), "start"],
    ["explain", () => desk.explain(bad, "PT4H"), "start"],
    ["elapsed", () => desk.elapsed(bad, t), "from"],
    ["elapsed", () => desk.elapsed(t, bad), "to"],
    ["explainElapsed", () => desk.explainElapsed(t, bad), "to"],
    ["windows", () => desk.windows(bad, t), "start"],
    ["windows", () => desk.windows(t, bad), "end"],
    ["segments", () => desk.segments(t, bad), "end"],
  ])("of %s", (_, act, name) => {
    expectRefusal(act, { code: "time.bad-instant", path: [name], message: new RegExp(`^${name}: "yesterday"`) });
  });
});

describe("offsets of odd seconds are kept to the second", () => {
  const week = { "mon-fri": ["09:00-17:00"] };

  it("Paris kept local mean time, +00:09:21, until 1911", () => {
    const desk = createCalendar({ timeZone: "Europe/Paris", week }, { output: "ms" });
    // 1905-01-02 was a Monday; 09:00 there was 08:50:39 UTC.
    expect(desk.nextOpen("1905-01-02T00:00Z")).toBe(Date.parse("1905-01-02T08:50:39Z"));
  });

  it("Monrovia kept -00:44:30 until 1972", () => {
    const desk = createCalendar({ timeZone: "Africa/Monrovia", week }, { output: "ms" });
    // 1971-01-04 was a Monday.
    expect(desk.nextOpen("1971-01-04T00:00Z")).toBe(Date.parse("1971-01-04T09:44:30Z"));
  });

  it("and answers in luxon and ISO are the same instants", () => {
    const definition = { timeZone: "Europe/Paris", week };
    const asked = "1905-01-02T00:00Z";
    expect(createCalendar(definition).nextOpen(asked).toMillis()).toBe(Date.parse("1905-01-02T08:50:39Z"));
    const text = createCalendar(definition, { output: "iso" }).nextOpen(asked);
    expect(Date.parse(text)).toBe(Date.parse("1905-01-02T08:50:39Z"));
  });
});
