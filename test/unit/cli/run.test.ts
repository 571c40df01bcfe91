/**
 * The program as a whole: its commands, help and version, and what it says to a slip. Source: the contract, §5.
 */

import { describe, expect, it } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { expectUnusable, ouvree } from "./fake-terminal.ts";

const COMMANDS = ["calendar", "check", "deadline", "elapsed", "open", "explain"];

describe("ouvree", () => {
  it("without a command is wrong usage: 2, with the help on stderr and nothing on stdout", () => {
    const { code, out, err } = ouvree([]);
    expect([code, out]).toEqual([2, ""]);
    for (const command of COMMANDS) expect(err).toContain(`ouvree ${command}`);
  });

  it.each([["--help"], ["-h"], ["help"]])("says on %s what it can do, on stdout", (flag) => {
    const { code, out, err } = ouvree([flag]);
    expect([code, err]).toEqual([0, ""]);
    for (const command of COMMANDS) expect(out).toContain(`ouvree ${command}`);
    expect(out).toMatch(/exit codes/i);
  });

  it.each([["--version"], ["-v"]])("says its version on %s", (flag) => {
    expect(ouvree([flag])).toEqual({ code: 0, out: `${packageJson.version}\n`, err: "" });
  });

  it.each(COMMANDS)("has help with an example for %s, asked in three ways", (command) => {
    const { code, out, err } = ouvree([command, "--help"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`ouvree ${command} `);
    expect(out).toMatch(/^Example: ouvree /m);
    expect(ouvree([command, "-h"]).out).toBe(out);
    expect(ouvree(["help", command]).out).toBe(out);
  });

  it.each([
    ["chekc", "check"],
    ["deadlin", "deadline"],
    ["explian", "explain"],
  ])("knows that %s was meant to be %s", (slip, meant) => {
    expectUnusable(ouvree([slip]), new RegExp(`${slip}.*did you mean "${meant}"`));
  });

  it.each(["frobnicate", "--frobnicate", "constructor", "__proto__", "toString", "", " ", "\u001b[31m\u202e", "-"])(
    "refuses the command %j on one line",
    (command) => {
      expectUnusable(ouvree([command]));
    },
  );

  it("refuses a command of any length at once", () => {
    expectUnusable(ouvree(["x".repeat(100_000)]));
  });

  it.each([
    ["check", "--polcy", "--policy"],
    ["check", "--asof", "--as-of"],
    ["check", "--formt", "--format"],
    ["deadline", "--edeg", "--edge"],
    ["open", "--calender", "--calendar"],
  ])("refuses an unknown flag of %s, %s, with the near miss %s", (command, slip, meant) => {
    expectUnusable(ouvree([command, "x", slip, "y"]), new RegExp(`unknown flag ${slip}.*did you mean ${meant}`));
    expectUnusable(ouvree([command, "x", `${slip}=y`]), new RegExp(`unknown flag ${slip}.*did you mean ${meant}`));
  });

  it.each(["--frobnicate", "-x", "--__proto__", "--constructor", "--toString=1", "--\u001b[31m", "--edge"])(
    "refuses the flag %j of check, which has none such",
    (flag) => {
      expectUnusable(ouvree(["check", "tickets.csv", flag]), /unknown flag/);
    },
  );

  it.each(["policy", "register", "zone", "as-of", "min", "max-bad", "format"])(
    "refuses --%s of check without a value",
    (flag) => {
      expectUnusable(ouvree(["check", "tickets.csv", `--${flag}`]), new RegExp(`--${flag} needs a value`));
      expectUnusable(ouvree(["check", "tickets.csv", `--${flag}=`]), new RegExp(`--${flag} needs a value`));
    },
  );

  it("does not take the next flag for the value of one that has none", () => {
    expectUnusable(ouvree(["check", "tickets.csv", "--policy", "--format", "json"]), /--policy needs a value/);
    expectUnusable(ouvree(["check", "tickets.csv", "--register", "--policy", "p"]), /--register needs a value/);
  });

  it("refuses a value for a flag that takes none", () => {
    expectUnusable(ouvree(["check", "--help=yes"]), /--help takes no value/);
  });
});
