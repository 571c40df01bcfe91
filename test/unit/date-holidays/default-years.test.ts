/**
 * The default reach: rules go on, lists end.
 */
import { describe, expect, it } from "vitest";
import { defaultYears } from "../../../src/date-holidays/default-years.ts";
import type { PeerRule } from "../../../src/date-holidays/peer.ts";

const list = (name: string, from: number, to: number, type = "public"): PeerRule[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ rule: `${from + i}-05-01`, name: { en: name }, type }));
const yearsOf = (...rules: readonly PeerRule[]): string => {
  const { from, to } = defaultYears(rules, ["public"]);
  return `${from}-${to}`;
};

describe("the default years", () => {
  it("are 2000 to 2060 where there are rules alone", () => {
    expect(yearsOf()).toBe("2000-2060");
    expect(yearsOf({ rule: "05-01", type: "public", name: "May Day" })).toBe("2000-2060");
  });

  it("are those of a holiday that is listed year by year", () => {
    expect(yearsOf(...list("Vesak", 2010, 2026))).toBe("2010-2026");
    expect(yearsOf(...list("Vesak", 1990, 2100))).toBe("2000-2060");
  });

  it("are those that all such lists share", () => {
    expect(yearsOf(...list("Vesak", 2010, 2026), ...list("Diwali", 2014, 2030))).toBe("2014-2026");
  });

  it("begin after the last gap", () => {
    expect(yearsOf(...list("Vesak", 2001, 2008), ...list("Vesak", 2010, 2026))).toBe("2010-2026");
  });

  it("are not those of days that were decreed now and then, or once", () => {
    expect(yearsOf(...list("Election Day", 2019, 2022), ...list("Election Day", 2015, 2015))).toBe("2000-2060");
    expect(yearsOf(...list("Coronation", 2023, 2023))).toBe("2000-2060");
  });

  it("are not those of a holiday that has a rule beside its list", () => {
    expect(
      yearsOf(...list("Labour Day", 2015, 2022), { rule: "05-01", name: { en: "Labour Day" }, type: "public" }),
    ).toBe("2000-2060");
  });

  it("are not those of types that were not asked for, nor of a list that goes on as another type", () => {
    expect(yearsOf(...list("School", 2015, 2026, "school"))).toBe("2000-2060");
    expect(yearsOf(...list("Bridge Day", 2015, 2024), ...list("Bridge Day", 2025, 2026, "bank"))).toBe("2000-2060");
  });

  it("go by names in any language, and know unnamed rules", () => {
    expect(yearsOf(...list("Vesak", 2010, 2026).map((rule) => ({ ...rule, name: { th: "วันวิสาขบูชา" } })))).toBe(
      "2010-2026",
    );
    expect(yearsOf(...list("Vesak", 2010, 2026).map((rule) => ({ ...rule, name: "Vesak" })))).toBe("2010-2026");
    expect(yearsOf({ rule: "2026-05-01" })).toBe("2000-2060");
  });
});
