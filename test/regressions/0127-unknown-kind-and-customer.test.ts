/**
 * Of an unknown kind and an unknown customer on one case the kind alone was told. Law: what is wrong with a case is told whole.
 */
import { expect, it } from "vitest";
import { promise, request, told } from "../unit/evaluation/promise.ts";

it("both are told, with the near miss of the kind", () => {
  const one = request(["opened 1 10:00"], { kind: "requst", customer: "ghost" });
  const { issues, commitments } = told(promise({}), one, { register: { customers: [{ id: "acme" }] } });
  expect(issues.map(({ code, path }) => [code, path])).toEqual([
    ["case.unknown-kind", ["kind"]],
    ["case.unknown-customer", ["customer"]],
  ]);
  expect(issues[0]!.message).toContain('did you mean "request"?');
  expect(commitments).toEqual({});
});

it("and a case that names no customer says so, whatever its kind", () => {
  const one = request(["opened 1 10:00"], { kind: "riddle" });
  const { issues } = told(promise({}), one, { register: {} });
  expect(issues.map(({ code }) => code)).toEqual(["case.unknown-kind", "case.unknown-customer"]);
});
