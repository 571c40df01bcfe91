import { describe, expect, it } from "vitest";
import { showPath } from "../../../src/issues/issue.ts";
import { harmless, show } from "../../../src/issues/show.ts";

describe("show", () => {
  it("puts texts in quotes and names the kind of what is not text", () => {
    expect(show("9:00")).toBe('"9:00"');
    expect([show(null), show(undefined), show(true), show(900), show(-0), show(5n)]).toEqual([
      "null",
      "undefined",
      "true",
      "900",
      "-0",
      "5n",
    ]);
    expect(show([])).toBe("[]");
    expect(show([1, 2])).toBe("an array of 2");
    expect(show({ secret: "hunter2" })).not.toContain("hunter2");
  });

  it("cuts a long value to about 80 characters, so that no row and no secret is carried", () => {
    for (const value of ["x".repeat(100_000), 10n ** 500n, "\u0000".repeat(1000)]) {
      expect(show(value).length).toBeLessThanOrEqual(82);
    }
  });

  it("runs none of the getters of what it shows", () => {
    let runs = 0;
    const trap = {
      get name() {
        runs++;
        return "x";
      },
    };
    show(trap);
    expect(runs).toBe(0);
  });
});

describe("harmless", () => {
  // The Unicode property Bidi_Control, in full.
  const bidiControls = [0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069];

  it.each(bidiControls.map((point) => [point.toString(16)]))("makes the bidirectional control U+%s visible", (hex) => {
    const control = String.fromCodePoint(Number.parseInt(hex, 16));
    expect(harmless(`a${control}b`)).not.toContain(control);
  });

  it("makes control characters and line ends visible, and leaves letters alone", () => {
    expect(harmless("a\u001b[31mb\r\nc\u0000")).not.toMatch(/\p{Cc}/u);
    expect(harmless("Fête du Travail, 日本")).toBe("Fête du Travail, 日本");
  });
});

describe("showPath", () => {
  it("writes a path as one would in code", () => {
    expect(showPath(["week", "mon", 0])).toBe("week.mon[0]");
    expect(showPath(["week", "mon-fri", 0])).toBe('week["mon-fri"][0]');
    expect(showPath(["exceptions", "2026-12-24", 0])).toBe('exceptions["2026-12-24"][0]');
    expect(showPath([])).toBe("");
  });

  it("cuts a long key like any other value", () => {
    expect(showPath(["x".repeat(100_000)]).length).toBeLessThan(200);
  });
});
