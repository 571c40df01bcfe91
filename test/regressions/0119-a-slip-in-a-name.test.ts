/**
 * A slip in a module granted the minutes of a customer who is not trained; one in a customer sent a paying customer to sales. In the library
 * a module that nobody lists is among the issues of the answer; a customer who is not in the register is an answer, as docs/entitlement.md says.
 */
import { describe, expect, it } from "vitest";
import { clipIndustrie } from "../../src/charters/clip-industrie.ts";
import { checkEntitlement } from "../../src/index.ts";
import { expectUnusable, ouvree, type Ran } from "../unit/cli/fake-terminal.ts";

const register = {
  customers: [{ id: "C001", contract: { from: "2020-01-01" }, trained: [{ module: "stock", date: "2023-10-25" }] }],
};
const ask = (...words: string[]): Ran =>
  ouvree(["entitlement", ...words, "--policy", "clip-industrie", "--register", "r.json"], {
    files: { "r.json": JSON.stringify(register) },
  });
const at = "2026-05-22T10:00+02:00";

describe("at the command line it is refused, with the near miss:", () => {
  it("a module", () => {
    expectUnusable(ask("C001", "--module", "stok"), /--module: "stok" is a module .*; did you mean "stock"\?/);
    expect(ask("C001", "--module", "stock").code).toBe(0);
  });

  it("a customer", () => {
    expectUnusable(ask("c001", "--module", "stock"), /"c001" is no customer of the register; did you mean "C001"\?/);
  });

  it("a value of a flag that is given twice: one of them would be ignored", () => {
    expectUnusable(ask("C001", "--kind", "usage", "--kind", "anomaly"), /--kind is given twice; say one/);
    const check = ["check", "t.csv", "--policy", "clip-industrie"];
    expectUnusable(ouvree([...check, "--policy", "other.yaml"]), /--policy is given twice; say one/);
    expectUnusable(ouvree([...check, "--min", "95%", "--min", "9%"]), /--min is given twice for all; say one/);
    expectUnusable(ouvree([...check, "--min", "usage=95%", "--min", "usage=9%"]), /--min is given twice for "usage"/);
    expectUnusable(
      ouvree([...check, "--reading", "closing=day", "--reading", "closing=window"]),
      /"closing" is given twice/,
    );
  });
});

it("in the library it is said", () => {
  const issues = (modules: string[]) =>
    checkEntitlement(clipIndustrie, register, { customer: "C001", kind: "usage", modules }, { at }).issues;
  expect(issues(["stock"])).toEqual([]);
  expect(issues(["stock", "stok"])).toEqual([
    {
      code: "entitlement.unknown-module",
      path: ["request", "modules"],
      expected: "stock",
      received: '"stok"',
      message:
        'request.modules: "stok" is a module that neither the policy nor the register lists; did you mean "stock"?',
    },
  ]);
});
