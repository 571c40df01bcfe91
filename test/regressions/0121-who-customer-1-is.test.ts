/**
 * `customer 1` was the first by an unkeyed hash of the name: whoever had the list of customers could work out who was who. The law, that names
 * change no number: test/unit/report/privacy.test.ts. Keys of `--redact` that are guessed: test/unit/cli/report-outputs.test.ts.
 */
import { expect, it } from "vitest";
import { clipIndustrie } from "../../src/charters/clip-industrie.ts";
import { type Case, evaluate } from "../../src/index.ts";
import { privateView } from "../../src/report/index.ts";

const one = (id: string, customer: string, helped: string): Case => ({
  ...{ id, kind: "anomaly", customer },
  events: [
    { type: "called", at: "2026-06-01T09:30+02:00" },
    { type: "assisted", at: `2026-06-01T${helped}+02:00` },
  ],
});
/** The numbers of two customers: of the one who was helped in time, and of the one who was not. */
const numbers = (inTime: string, late: string): string[] => {
  const cases = [one("A", inTime, "10:00"), one("B", late, "16:59")];
  const options = { asOf: "2026-06-30T18:00+02:00", by: ["customer"] } as const;
  const rates = privateView(evaluate(clipIndustrie, cases, options)).rates["anomaly"]!.by!.customer!;
  return [1, 0].flatMap((met) => Object.keys(rates).filter((name) => rates[name]!.met === met));
};

it("names decide nothing: whoever they are, the same two have the same numbers", () => {
  const names = ["acme", "borel", "corp", "Zed", "é", "10", "9"];
  const all = names.flatMap((a) => names.flatMap((b) => (a === b ? [] : [numbers(a, b)])));
  expect(new Set(all.map((each) => each.join()))).toHaveLength(1);
  expect([...all[0]!].sort()).toEqual(["customer 1", "customer 2"]);
});
