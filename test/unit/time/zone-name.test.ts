/**
 * Names of zones. Source: the contract's semantics §1; the names of the IANA tz database, links too, as listed in
 * test/vectors/iana-zone-names.txt.
 */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isZoneName, nearestZone } from "../../../src/time/zone-name.ts";
import { expectRefusal, make } from "../refusals.ts";

const NAMES: readonly string[] = readFileSync(new URL("../../vectors/iana-zone-names.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((name) => name !== "");

/** Names of a fixed offset by their abbreviation, and the tz database's own "no zone". */
const LEFT_OUT = ["EST", "MST", "HST", "Factory"];

/** Whether the platform's tz data has the zone. */
function isOnPlatform(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const USABLE: readonly string[] = NAMES.filter((name) => !LEFT_OUT.includes(name) && isOnPlatform(name));

const open = (timeZone: unknown): unknown => make({ timeZone, week: { mon: ["09:00-12:00"] } });

describe("zones", () => {
  it("the list of names has all that the tz database names", () => {
    expect(NAMES.length).toBeGreaterThan(590);
    expect(NAMES).toEqual(expect.arrayContaining(["Europe/Paris", "UTC", "Asia/Calcutta", "US/Eastern", ...LEFT_OUT]));
    // A platform that knew only some of them would let the tests below pass for nothing.
    expect(USABLE.length).toBeGreaterThan(580);
  });

  it("every IANA name is taken in its own case, links too", () => {
    expect(USABLE.filter((name) => !isZoneName(name))).toEqual([]);
  });

  it("a calendar in any of them can be made", () => {
    for (const name of ["UTC", "Etc/GMT+12", "America/Argentina/ComodRivadavia", "GB", "Asia/Katmandu", "Zulu"]) {
      expect(() => open(name)).not.toThrow();
    }
  });

  it.each([
    ["lower", (name: string) => name.toLowerCase()],
    ["upper", (name: string) => name.toUpperCase()],
  ])("no name is taken in %s case, and the near miss is the name itself", (_, recase) => {
    const wrong: string[] = [];
    for (const name of USABLE) {
      const other = recase(name);
      if (other === name) continue;
      if (isZoneName(other)) wrong.push(`${other} is taken`);
      else if (nearestZone(other) !== name) wrong.push(`${other}: ${nearestZone(other)}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    [
      "with each word capitalised",
      (name: string) => name.toLowerCase().replace(/(^|[/_-])[a-z]/g, (a) => a.toUpperCase()),
    ],
    ["with a small first letter", (name: string) => name.charAt(0).toLowerCase() + name.slice(1)],
    ["in mixed case", (name: string) => [...name].map((a, i) => (i % 2 ? a.toLowerCase() : a.toUpperCase())).join("")],
  ])("no name is taken %s, unless that is a name itself", (_, recase) => {
    const known = new Set(NAMES);
    const taken = USABLE.map(recase).filter((name) => !known.has(name) && isZoneName(name));
    expect(taken).toEqual([]);
  });

  it("refuses names that have left the tz database, though the platform still knows them", () => {
    const gone = ["US/Pacific-New", "Canada/East-Saskatchewan"];
    expect(gone.filter((name) => NAMES.includes(name))).toEqual([]);
    expect(gone.filter(isZoneName)).toEqual([]);
  });

  it("refuses a name in another case with code, path and near miss", () => {
    expectRefusal(() => open("europe/paris"), {
      code: "schedule.unknown-zone",
      path: ["timeZone"],
      message: 'timeZone: "europe/paris" is not a time zone; did you mean "Europe/Paris"?',
    });
  });

  it.each([
    ["EST", "America/New_York"],
    ["MST", "America/Denver"],
    ["HST", "Pacific/Honolulu"],
    ["utc", "UTC"],
    ["Paris", "Europe/Paris"],
    ["Europe/Pariss", "Europe/Paris"],
    ["europe/pari", "Europe/Paris"],
    ["America/New York", "America/New_York"],
    [" Europe/Paris", "Europe/Paris"],
    ["CEST", "Europe/Paris"],
    ["Z", "UTC"],
  ])("refuses %j with the near miss %s", (name, near) => {
    const message = new RegExp(`did you mean "${near}"\\?`);
    expectRefusal(() => open(name), { code: "schedule.unknown-zone", path: ["timeZone"], message });
  });

  it.each([
    [""],
    ["Mars/Phobos"],
    ["Factory"],
    ["local"],
    ["system"],
    ["+01:00"],
    ["+0100"],
    ["UTC+1"],
    ["UTC+01:00"],
    ["GMT+1"],
    ["PST"],
    ["SystemV/EST5"],
    ["Etc/Unknown"],
    ["Etc/GMT+13"],
    ["../../etc/passwd"],
    ["/usr/share/zoneinfo/Europe/Paris"],
    ["Europe/Paris/"],
    ["Europe//Paris"],
    ["Europe/Paris\u0000"],
    ["Europe/Par\u202eis"],
    ["\ufeffEurope/Paris"],
    ["Europe/Pаris"],
    ["constructor"],
    ["__proto__"],
    ["toString"],
  ])("refuses %j", (name) => {
    expectRefusal(() => open(name), {
      code: "schedule.unknown-zone",
      path: ["timeZone"],
      message: /is not a time zone/,
    });
  });

  it("refuses what is no text, and a text of any length", () => {
    for (const value of [null, 1, true, [], ["Europe/Paris"], {}, "x".repeat(100_000), "a/".repeat(50_000)]) {
      expectRefusal(() => open(value), { code: "schedule.unknown-zone", path: ["timeZone"] });
    }
  });
});
